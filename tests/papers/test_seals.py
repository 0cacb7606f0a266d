"""The digital seal is an option: with it, a paper is signed and its seal is told; without it, everything works."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from config import settings
from mediation import create_app
from mediation.papers import seals
from mediation.papers.commands import cli
from mediation.papers.seals import Seal
from tests.papers.made import drawn, saying
from tests.papers.reading import read

SAFE = "only for these tests, never elsewhere"


def certificate(folder: Path, name: str = "Commission foncière") -> Path:
    """A certificate that the institution made for itself, and its key, in one file under a passphrase."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=365)).add_extension(usage, critical=True)
            .sign(key, hashes.SHA256()))
    path = folder / f"{name}.p12"
    locked = BestAvailableEncryption("karité".encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, made, None, locked))
    return path


@pytest.fixture
def sealing(app, monkeypatch, tmp_path) -> Path:
    """The register seals its papers."""
    path = certificate(tmp_path)
    monkeypatch.setitem(app.config, "PAPER_SEAL", str(path))
    monkeypatch.setitem(app.config, "PAPER_SEAL_PASSPHRASE", "karité")
    return path


def test_a_sealed_paper_says_the_same_and_its_seal_holds(app, sealing):
    with app.app_context():
        plain = drawn(saying("Awa"))
        file, is_sealed = seals.sealed(plain)
        assert is_sealed and file.startswith(plain)
        assert read(file) == read(plain)
        assert (seals.look_at(plain), seals.look_at(file)) == (Seal.NONE, Seal.VALID)


def test_a_seal_is_broken_by_any_change_or_addition(app, sealing):
    with app.app_context():
        plain = drawn(saying("Awa"))
        file = seals.sealed(plain)[0]
        # Beyond what was drawn lies the signature itself, with blanks that say nothing: those the fingerprint guards.
        for place in range(200, len(plain), len(plain) // 30):
            changed = file[:place] + bytes([file[place] ^ 1]) + file[place + 1:]
            assert seals.look_at(changed) is not Seal.VALID, place
        assert seals.look_at(file + b"\n% more\n") is not Seal.VALID
        assert seals.look_at(file[:-20]) is not Seal.VALID


def test_the_seal_of_another_certificate_is_not_ours(app, sealing, monkeypatch, tmp_path):
    with app.app_context():
        file = seals.sealed(drawn(saying("Awa")))[0]
        monkeypatch.setitem(app.config, "PAPER_SEAL", str(certificate(tmp_path, "Commission voisine")))
        assert seals.look_at(file) is Seal.BROKEN


def test_an_issued_paper_is_sealed_kept_and_checked(papers, sealing, app, visit, tmp_path):
    paper = papers.issued()
    file = papers.file().data
    assert paper.sealed and len(file) == paper.size
    sent = {"file": (BytesIO(file), "pv.pdf")}
    page = visit().post(f"/check/{paper.code}/", sent, content_type="multipart/form-data").text
    assert "Identique." in page and "<dt>Sceau numérique</dt><dd>valable</dd>" in page
    path = tmp_path / "pv.pdf"
    path.write_bytes(file)
    answer = app.test_cli_runner().invoke(cli, ["verify", str(path)], env={"LANG": "fr"})
    assert answer.exit_code == 0 and "Sceau numérique : valable." in answer.output
    path.write_bytes(file[:3000] + b"x" + file[3001:])
    answer = app.test_cli_runner().invoke(cli, ["verify", str(path)], env={"LANG": "fr"})
    assert answer.exit_code == 1 and "Sceau numérique : valable." not in answer.output


def test_a_sealed_button_pressed_twice_makes_one_paper(papers, sealing):
    for _ in range(2):
        assert papers.issue(key="0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b01").status_code == 302
    assert len(papers.all()) == 1


def test_without_a_seal_a_paper_is_issued_and_said_to_have_none(papers, visit):
    paper = papers.issued()
    assert not paper.sealed
    assert "<dt>Sceau numérique</dt><dd>aucun</dd>" in visit().get(f"/check/{paper.code}/").text


def test_without_the_library_papers_are_issued_and_seals_are_left_unread(papers, monkeypatch):
    monkeypatch.setattr(seals, "find_spec", lambda name: None)
    assert papers.issued().fingerprint
    assert seals.look_at(papers.file().data) is Seal.UNREAD


def test_the_library_is_not_loaded_for_a_register_without_a_seal(tmp_path):
    told = ("import sys; from mediation import create_app; from pathlib import Path; "
            f"create_app(INSTANCE=Path({str(tmp_path)!r}), SECRET_KEY={SAFE!r}); "
            "print(any(name.startswith('pyhanko') for name in sys.modules))")
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True,
                          cwd=Path(__file__).parents[2]).stdout.strip() == "False"


def started(tmp_path, path, passphrase="karité"):
    return create_app(INSTANCE=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite", SECRET_KEY=SAFE,
                      PAPER_SEAL=str(path), PAPER_SEAL_PASSPHRASE=passphrase)


def test_a_seal_that_cannot_be_used_stops_the_start_in_one_line(tmp_path, monkeypatch):
    good = certificate(tmp_path)
    (tmp_path / "broken.p12").write_bytes(b"not a certificate")
    assert started(tmp_path, good)
    for path, passphrase, said in (
            (tmp_path / "nowhere.p12", "karité", "not there"), (tmp_path / "broken.p12", "karité", "cannot be opened"),
            (good, "beurre", "passphrase"), (good, "", "passphrase")):
        with pytest.raises(RuntimeError, match=said) as refused:
            started(tmp_path, path, passphrase)
        assert "\n" not in str(refused.value) and "PAPER_SEAL" in str(refused.value)
    monkeypatch.setattr(seals, "find_spec", lambda name: None)
    with pytest.raises(RuntimeError, match="install the extra"):
        started(tmp_path, certificate(tmp_path, "Autre"))


def test_the_passphrase_may_lie_in_a_file_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "words").write_text("karité\n")
    monkeypatch.setenv("PAPER_SEAL_PASSPHRASE_FILE", str(tmp_path / "words"))
    assert settings(tmp_path)["PAPER_SEAL_PASSPHRASE"] == "karité"
