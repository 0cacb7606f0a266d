"""Passwords and one-time codes: only their slow hashes are kept, and hashing never crowds the machine out."""

import secrets
from hashlib import sha256
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Argon2id with the least that is advised (19 MiB, two passes), because the server is a small machine.
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

# Each takes 19 MiB and a whole core: without turns, signing in is a way to stop the machine.
_turns = BoundedSemaphore(2)

# The hash of a password that nobody has, for logins that nobody has: the answer takes as long.
NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$FtHcyoGj4kug0AB7X242sg$Ldb3tNI1HLTlBB11glTL/XcnmLMw2NX2sFGu/IpERh4"

# Without 0 and O, 1, I and L, which are mixed up when a code is read out.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10


def hash_password(password: str, seed: bytes | None = None) -> str:
    """The hash to keep; with a seed (one form's own), the same form sent twice gives the same hash."""
    with _turns:
        return _hasher.hash(password, salt=sha256(seed).digest()[:16] if seed else None)


def fits(password: str, kept: str | None) -> bool:
    """Whether this is the password of that hash; None, for nobody's, takes as long and is never right."""
    try:
        with _turns:
            return _hasher.verify(kept or NOBODYS, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def one_time_code(seed: bytes | None = None) -> str:
    """A code of 10 letters and digits (49 bits); with a secret seed, the same code again."""
    number = int.from_bytes(sha256(seed or secrets.token_bytes(32)).digest())
    letters = []
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)


def said_code(code: str) -> str:
    """A code as it is read out, in two groups."""
    return f"{code[:5]}-{code[5:]}"


def bare_code(typed: str) -> str:
    """A code as it was typed, without its groups."""
    return "".join(sign for sign in typed.upper() if sign in LETTERS)
