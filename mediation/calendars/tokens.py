"""The secret in the address of a calendar: 160 bits in small letters and digits, of which only the hash is kept.

No slow hash is needed, nor any pepper: unlike a password, it is drawn at random and nobody ever chooses it.
"""

import re
import secrets
from base64 import b32encode
from hashlib import sha256

BYTES = 20
TOKEN = re.compile(r"[a-z2-7]{32}")


def drawn(seed: bytes | None = None) -> str:
    """A new secret; with a secret seed (one form's own), the same one again."""
    return b32encode(sha256(seed or secrets.token_bytes(32)).digest()[:BYTES]).decode().lower()


def hash_of(token: str) -> str | None:
    """The hash of a secret as it is kept; None for what cannot be one."""
    return sha256(f"calendar:{token}".encode()).hexdigest() if TOKEN.fullmatch(token) else None
