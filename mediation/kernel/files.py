"""Stored files: bytes kept for ever under their own SHA-256, on the disk before anybody is told that they are kept.

A file is written whole or not at all, and never changed: the same bytes have the same name. The database
commits only after `put` has returned; what was put and never named by a row is an orphan, and is swept.
Where files lie is a setting: a folder (`local_files`), or a place like S3 (`s3_files`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from time import time
from typing import BinaryIO, Protocol

from flask import Flask, current_app
from sqlalchemy import String, select

from mediation.kernel.db import Base, db
from mediation.kernel.local_files import LocalFiles

BLOCK = 1 << 16
NAME = 64
S3 = "s3://"
# The policy under which a file that people gave is served: it is never a page, whatever is in it.
INERT = "sandbox; default-src 'none'"


class StorageDown(Exception):
    """The place where files are kept cannot be written or read now: nothing was kept."""


class FileDamaged(Exception):
    """A stored file is not there, or is no longer the one that was stored."""


class FileTooLarge(Exception):
    """What comes is longer than what is taken: nothing was kept."""


@dataclass(frozen=True)
class Kept:
    """A file that is kept: its SHA-256, which is its name, and its length."""

    sha256: str
    size: int


class Store(Protocol):
    """Where files lie; whatever goes wrong there is an `OSError`."""

    said: str

    def incoming(self):
        """A new file to write to (a context manager), gone afterwards unless it was settled."""

    def settle(self, file: BinaryIO, name: str) -> None:
        """Give a file that was written to the end its name, for good."""

    def open(self, name: str) -> BinaryIO:
        """A kept file (`FileNotFoundError`)."""

    def listed(self) -> Iterator[tuple[str, float]]:
        """The name of every kept file, and when it was last put."""

    def remove(self, name: str, before: float) -> bool:
        """Remove a file that was last put before that moment; whether it went."""


def prepare(app: Flask) -> None:
    """Know where the files of this application lie (RuntimeError, one clear line, when that cannot be)."""
    place = app.config["FILES"]
    if place.startswith(S3):
        from mediation.kernel.s3_files import S3Files

        app.extensions["files"] = S3Files.at(place)
    elif "://" in place:
        raise RuntimeError("REGISTER_FILES is a folder or s3://bucket/prefix; unset it for instance/files")
    else:
        app.extensions["files"] = LocalFiles(place)


def store() -> Store:
    """Where the files of this application lie."""
    return current_app.extensions["files"]


def room_in_a_dispute() -> int:
    """How many bytes of files one dispute may hold."""
    return current_app.config["DISPUTE_MIB"] << 20


def put(data: bytes) -> str:
    """Keep these bytes and return their SHA-256; they are on the disk when it returns (`StorageDown`)."""
    return keep(BytesIO(data)).sha256


def keep(source: BinaryIO, at_most: int | None = None) -> Kept:
    """Keep what a stream gives, without holding it in memory (`StorageDown`, `FileTooLarge`)."""
    kept, digest, size = store(), sha256(), 0
    try:
        with kept.incoming() as file:
            while block := source.read(BLOCK):
                size += len(block)
                if at_most is not None and size > at_most:
                    raise FileTooLarge(at_most)
                digest.update(block)
                file.write(block)
            kept.settle(file, digest.hexdigest())
    except OSError as error:
        raise StorageDown(str(error)) from error
    return Kept(digest.hexdigest(), size)


def read(name: str) -> bytes:
    """The bytes kept under this SHA-256, checked against it (`FileDamaged`, `StorageDown`)."""
    with opened(name) as file:
        return file.read()


def opened(name: str) -> BinaryIO:
    """The file kept under this SHA-256, at its beginning, checked against it (`FileDamaged`, `StorageDown`)."""
    digest = sha256()
    try:
        file = store().open(name)
        while block := file.read(BLOCK):
            digest.update(block)
        file.seek(0)
    except FileNotFoundError as missing:
        raise FileDamaged(name) from missing
    except OSError as error:
        raise StorageDown(str(error)) from error
    if digest.hexdigest() != name:
        file.close()
        raise FileDamaged(name)
    return file


def orphans(older_than: timedelta) -> list[str]:
    """The files that no row names and that were put longer ago than that."""
    before = time() - older_than.total_seconds()
    # The files first, then the names: a row that is committed in between put its file only now.
    old = [name for name, put_at in store().listed() if put_at < before]
    named = named_files() if old else set()
    return [name for name in old if name not in named]


def sweep(older_than: timedelta) -> list[str]:
    """Remove the orphans; one that is put again meanwhile stays. Returns the names of those that went."""
    before = time() - older_than.total_seconds()
    return [name for name in orphans(older_than) if store().remove(name, before)]


def naming_columns() -> list:
    """The columns that may name a file: every text of exactly so many characters, in whatever table.

    So no slice can keep files and forget to say so; a column too many only names what is not there.
    """
    return [column for table in Base.metadata.sorted_tables for column in table.c
            if type(column.type) is String and column.type.length == NAME]


def named_files() -> set[str]:
    """What the columns that may name a file hold now, not when this process last looked."""
    found: set[str] = set()
    db.session.rollback()
    for column in naming_columns():
        found.update(db.session.scalars(select(column).where(column.is_not(None))))
    return found
