"""Signed notes about the tree of entries, in the public C2SP form, and the key that signs them.

A note is its text (origin, size, root, one line each), a blank line, and a signature line that names
the key: `— <name> <base64 of key id and Ed25519 signature>`. Anybody can check it with the public key
(https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint).
"""

import os
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
SIGNED_BY = "— "


class BadNote(ValueError):
    """A text that is not a note, or not one that this key has signed."""


@dataclass(frozen=True)
class Checkpoint:
    """What a note says: the tree of the register `origin` has this root at this size."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The lines that are signed, each ended."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class PublicKey:
    """The half of the key that everybody may have; its name is also the origin of the notes."""

    raw: bytes

    @property
    def name(self) -> str:
        """The name of the key, made from the key itself, so that no two registers share one."""
        return f"case-register/{sha256(self.raw).hexdigest()[:12]}"

    @property
    def number(self) -> bytes:
        """The four bytes that announce this key in a signature line."""
        return sha256(f"{self.name}\n".encode() + ED25519 + self.raw).digest()[:4]

    def said(self) -> str:
        """The key as one word for other verifiers: name, number, key."""
        return f"{self.name}+{self.number.hex()}+{b64encode(ED25519 + self.raw).decode()}"

    def read(self, note: str) -> Checkpoint:
        """What a note says, once its signature holds (`BadNote` otherwise)."""
        text, _, signatures = note.rpartition("\n\n")
        text += "\n"
        for line in signatures.splitlines():
            name, _, signed = line.removeprefix(SIGNED_BY).partition(" ")
            if line.startswith(SIGNED_BY) and name == self.name:
                self._check(text, signed)
                return _parse(text)
        raise BadNote(f"no signature by {self.name}")

    def _check(self, text: str, signed: str) -> None:
        try:
            number, signature = b64decode(signed, validate=True)[:4], b64decode(signed)[4:]
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, text.encode())
        except (NotBase64, InvalidSignature) as wrong:
            raise BadNote("the signature does not hold") from wrong
        if number != self.number:
            raise BadNote("the signature is of another key")


def _parse(text: str) -> Checkpoint:
    lines = text.splitlines()
    try:
        return Checkpoint(lines[0], int(lines[1]), b64decode(lines[2], validate=True))
    except (IndexError, ValueError) as wrong:
        raise BadNote("not a checkpoint") from wrong


class SigningKey:
    """The secret half, kept in a file that only its owner reads."""

    def __init__(self, raw: bytes):
        self._key = Ed25519PrivateKey.from_private_bytes(raw)
        self.public = PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, size: int, root: bytes) -> str:
        """The signed note for a tree of this size and root."""
        text = Checkpoint(self.public.name, size, root).text()
        signed = b64encode(self.public.number + self._key.sign(text.encode())).decode()
        return f"{text}\n{SIGNED_BY}{self.public.name} {signed}\n"


def kept_key(path: Path) -> SigningKey:
    """The key in this file; made once, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode() + "\n")
    return SigningKey(b64decode(path.read_text().strip(), validate=True))
