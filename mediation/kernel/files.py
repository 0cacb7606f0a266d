"""Stored files: bytes kept for ever under their own SHA-256, on the disk before anybody is told that they are kept.

A file is written whole or not at all, and never changed: the same bytes have the same name. The database
commits only after `put` has returned; what was put and never named by a row is an orphan, and is swept.
"""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from flask import current_app


class StorageDown(Exception):
    """The place where files are kept cannot be written or read now: nothing was kept."""


class FileDamaged(Exception):
    """A stored file is not there, or is no longer the one that was stored."""


def put(data: bytes) -> str:
    """Keep these bytes and return their SHA-256; they are on the disk when it returns (`StorageDown`)."""
    name = sha256(data).hexdigest()
    path = path_of(name)
    try:
        if not path.exists():
            _write(path, data)
    except OSError as error:
        raise StorageDown(str(error)) from error
    return name


def read(name: str) -> bytes:
    """The bytes kept under this SHA-256, checked against it (`FileDamaged`, `StorageDown`)."""
    try:
        data = path_of(name).read_bytes()
    except FileNotFoundError as missing:
        raise FileDamaged(name) from missing
    except OSError as error:
        raise StorageDown(str(error)) from error
    if sha256(data).hexdigest() != name:
        raise FileDamaged(name)
    return data


def path_of(name: str) -> Path:
    """Where the file of this SHA-256 is kept: two folders deep, so that none holds too many."""
    return Path(current_app.instance_path) / "files" / name[:2] / name[2:4] / name


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="new-", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Make the folder remember its new file, should the power fail now."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
