"""The digital seal: the certificate of the installation signs a paper after it is drawn (PAdES, without network).

It is an option. `PAPER_SEAL` names a file with the certificate and its key (PKCS#12), and pyHanko, the extra
`seal`, makes and reads the signatures; it is loaded only when there is something to seal or to look at. A
paper is as good without a seal: its fingerprint is in the register.
"""

import logging
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from flask import Flask, current_app

FIELD = "Sceau"
MISSING = "PAPER_SEAL is set, but pyHanko is not installed: install the extra « seal », or unset it"


class Seal(StrEnum):
    """What became of the seal of a file; `unread` where nothing is there to read seals with."""

    NONE, VALID, BROKEN, UNREAD = "none", "valid", "broken", "unread"


def require(app: Flask) -> None:
    """Refuse to start (RuntimeError, one clear line) with a seal that cannot be used."""
    if app.config["PAPER_SEAL"]:
        _signer(app.config["PAPER_SEAL"], app.config["PAPER_SEAL_PASSPHRASE"])


def sealed(file: bytes) -> tuple[bytes, bool]:
    """The file with the seal of this installation, and true; the file as it is where there is none."""
    signer = _own()
    if signer is None:
        return file, False
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    told = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
    return signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(file)), told, signer=signer).getvalue(), True


def look_at(file: bytes) -> Seal:
    """What the seal of a file is worth: made by this installation, of the whole file, and untouched since."""
    if find_spec("pyhanko") is None:
        return Seal.UNREAD
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        seals = PdfFileReader(BytesIO(file)).embedded_signatures
        if not seals:
            return Seal.NONE
        return Seal.VALID if all(map(_holds, seals)) else Seal.BROKEN
    except Exception:
        # Of a file that cannot even be read as a PDF, nothing good can be said.
        return Seal.BROKEN if FIELD.encode() in file else Seal.NONE


def _holds(seal) -> bool:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    signer = _own()
    known = [signer.signing_cert] if signer else []
    found = validate_pdf_signature(
        seal, ValidationContext(trust_roots=known, allow_fetching=False, moment=seal.self_reported_timestamp))
    whole = found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    ours = not known or seal.signer_cert.dump() == known[0].dump()
    return found.intact and found.valid and whole and ours


def _own():
    """The signer of this installation; None where papers are not sealed."""
    path = current_app.config["PAPER_SEAL"]
    return _signer(path, current_app.config["PAPER_SEAL_PASSPHRASE"]) if path else None


@cache
def _signer(path: str, passphrase: str):
    if find_spec("pyhanko") is None:
        raise RuntimeError(MISSING)
    if not Path(path).is_file():
        raise RuntimeError(f"PAPER_SEAL names a file that is not there: {path}")
    from pyhanko.sign import signers

    # It tells the same failure at length; here it is told in one line.
    logging.getLogger("pyhanko.sign.signers.pdf_cms").setLevel(logging.CRITICAL)
    signer = signers.SimpleSigner.load_pkcs12(path, passphrase=passphrase.encode() or None)
    if signer is None:
        raise RuntimeError(f"PAPER_SEAL cannot be opened: {path} is not PKCS#12, or its passphrase is another")
    return signer
