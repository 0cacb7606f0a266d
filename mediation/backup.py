"""The whole register in one file, and back: the database as it was at one moment, and the kept files.

The file is a ZIP archive: `manifest.json` with the SHA-256 of every other member, the database, the kept
files. Secret keys are never in it, nor are open sessions and unfinished forms. Files that lie elsewhere than in
a folder of this machine (S3) are not in it either: who keeps them keeps copies of them.
"""

import json
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import func, select

from mediation import postgresql, startup
from mediation.acts import scope
from mediation.disputes.models import Dispute
from mediation.kernel import clock, files
from mediation.kernel.db import db, is_sqlite
from mediation.kernel.language import _
from mediation.kernel.local_files import INCOMING, LocalFiles

FORMAT = 1
MANIFEST, DATABASE, FILES = "manifest.json", "database", "files/"
# What ends with a person's visit is no part of the register.
PASSING = ("open_session", "kept_form", "sign_in_try")
BLOCK, LONGEST_MANIFEST = 1 << 20, 64 << 20


class BadBackup(Exception):
    """A backup that cannot be made or restored: one sentence that says what to do."""


def create(app: Flask, target: Path) -> None:
    """Write the register to a new file, whole or not at all, while others go on writing."""
    if target.exists():
        raise BadBackup(_("%(file)s existe déjà. Choisissez un autre nom.", file=target))
    if not startup.has_tables():
        raise BadBackup(_("La base est vide : il n’y a rien à sauvegarder."))
    with _beside(target) as folder:
        dump, archive = folder / DATABASE, folder / "archive"
        archive.touch(0o600)
        _dump(dump)
        members = {DATABASE: dump, **{f"{FILES}{name}": path for name, path in _kept_files(app)}}
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
            told = {name: _packed(made, name, path) for name, path in members.items()}
            made.writestr(
                MANIFEST,
                json.dumps(
                    {
                        "format": FORMAT,
                        "engine": db.engine.dialect.name,
                        "revision": _revision(),
                        "created_at": clock.now().astimezone(UTC).isoformat(timespec="seconds"),
                        "sha256": told,
                    },
                    indent=1,
                ),
            )
        _settle(archive)
        os.replace(archive, target)
        _settle_folder(target.parent)


def restore(app: Flask, source: Path, *, replace: bool = False) -> datetime:
    """Put the register back as it was, whole or not at all; returns when the backup was made."""
    home = _folder_of(app) or Path(app.instance_path) / FILES.strip("/")
    with _beside(home) as folder:
        manifest = _unpacked(source, folder)
        if manifest["engine"] != db.engine.dialect.name:
            raise BadBackup(_("Cette sauvegarde vient de %(theirs)s, ce registre est sur %(ours)s.",
                              theirs=manifest["engine"], ours=db.engine.dialect.name))
        if manifest["revision"] and not startup.knows_revision(app, manifest["revision"]):
            raise BadBackup(_("Cette sauvegarde vient d’une version plus récente du programme. Mettez-le à jour."))
        if not replace and _holds_disputes():
            raise BadBackup(_("Ce registre tient déjà des dossiers. Ajoutez --replace pour le remplacer."))
        _check_database(folder / DATABASE)
        # Files first: a file too many harms nobody, a file too few would be missed by the database.
        _put_files(folder / FILES.strip("/"), _folder_of(app))
        _put_database(app, folder / DATABASE)
    return datetime.fromisoformat(manifest["created_at"])


def _dump(target: Path) -> None:
    if not is_sqlite():
        return _by_postgresql(postgresql.dump, target, PASSING)
    with closing(db.engine.raw_connection()) as ours, closing(sqlite3.connect(target)) as copy:
        ours.driver_connection.backup(copy)
        copy.isolation_level = None
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("PRAGMA secure_delete = ON")
        for table in PASSING:
            copy.execute(f"DELETE FROM {table}")
    return None


def _by_postgresql(verb, *given) -> None:
    try:
        verb(*given)
    except postgresql.ToolFailed as failed:
        raise BadBackup(str(failed)) from None


def _folder_of(app: Flask) -> Path | None:
    """The folder in which files are kept; None where it is no folder."""
    kept = app.extensions["files"]
    return kept.folder if isinstance(kept, LocalFiles) else None


def keeps_files_elsewhere(app: Flask) -> str:
    """Where the files lie that a backup does not hold; nothing when it holds them all."""
    return "" if _folder_of(app) else app.extensions["files"].said


def _kept_files(app: Flask) -> Iterator[tuple[str, Path]]:
    """The kept files; not what is just coming in, which no row names yet."""
    kept = _folder_of(app)
    for path in sorted(kept.rglob("*")) if kept else ():
        name = path.relative_to(kept)
        if path.is_file() and not path.is_symlink() and name.parts[0] != INCOMING:
            yield name.as_posix(), path


def _packed(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Copy one file into the archive; returns the SHA-256 of what was copied."""
    digest = sha256()
    with path.open("rb") as read, archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as written:
        while block := read.read(BLOCK):
            digest.update(block)
            written.write(block)
    return digest.hexdigest()


def _unpacked(source: Path, folder: Path) -> dict:
    """Copy every member into a folder, each checked against the manifest; `BadBackup` if one differs."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive)
            for name, digest in manifest["sha256"].items():
                if _extracted(archive, name, folder) != digest:
                    raise BadBackup(_("Cette sauvegarde est abîmée (%(name)s). Prenez-en une autre.", name=name))
            return manifest
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, NotImplementedError,
            AttributeError, RuntimeError):
        raise BadBackup(_("Ce fichier n’est pas une sauvegarde entière. Prenez-en une autre.")) from None


def _manifest(archive: zipfile.ZipFile) -> dict:
    with archive.open(MANIFEST) as file:
        manifest = json.loads(file.read(LONGEST_MANIFEST))
    if manifest["format"] != FORMAT:
        raise BadBackup(_("Cette sauvegarde est d’une autre forme. Prenez le programme qui l’a faite."))
    names = set(manifest["sha256"])
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in archive.filelist):
        raise ValueError("members are packed otherwise than here")
    if DATABASE not in names or names | {MANIFEST} != set(archive.namelist()):
        raise ValueError("members differ from the manifest")
    datetime.fromisoformat(manifest["created_at"])
    return manifest


def _extracted(archive: zipfile.ZipFile, name: str, folder: Path) -> str:
    """Copy one member below the folder, never beside it; returns the SHA-256 of what was there."""
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()) or (name != DATABASE and not name.startswith(FILES)):
        raise ValueError(f"{name} would lie outside")
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = sha256()
    with archive.open(name) as read, target.open("xb") as written:
        while block := read.read(BLOCK):
            digest.update(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()


def _holds_disputes() -> bool:
    if not startup.has_tables():
        return False
    with scope.seen_by(scope.KEEPER):
        count = db.session.scalar(select(func.count(Dispute.id)))
    db.session.remove()
    return count > 0


def _revision() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _check_database(dump: Path) -> None:
    if is_sqlite():
        with closing(sqlite3.connect(dump)) as copy:
            try:
                whole = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            except sqlite3.DatabaseError:
                whole = False
        if not whole:
            raise BadBackup(_("La base de cette sauvegarde est abîmée. Prenez-en une autre."))


def _put_database(app: Flask, dump: Path) -> None:
    db.session.remove()
    db.engine.dispose()
    if not is_sqlite():
        return _by_postgresql(postgresql.restore, app.config["MIGRATION_DATABASE_URL"],
                              app.config["SQLALCHEMY_DATABASE_URI"], dump)
    target = Path(db.engine.url.database)
    _leave_journal(target)
    _settle(dump)
    os.replace(dump, target)
    _settle_folder(target.parent)
    return None


def _leave_journal(target: Path) -> None:
    """Fold the old journal into the old file: it would else be read into the new one. Nobody may hold it open."""
    if not target.exists():
        return
    with closing(sqlite3.connect(target, timeout=2, isolation_level=None)) as old:
        try:
            mode = old.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            mode = "held"
    if mode != "delete":
        raise BadBackup(_("Le registre est ouvert ailleurs. Arrêtez le serveur, puis recommencez."))


def _put_files(new: Path, kept: Path | None) -> None:
    """Put each file back in its place, complete before it has its name; files of today stay."""
    for path in sorted(new.rglob("*")):
        if kept is None:
            if path.is_file():
                with path.open("rb") as file:
                    files.keep(file)
            continue
        target = kept / path.relative_to(new)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
            _settle_folder(target.parent)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder on the same disk as the target, for its owner only, gone afterwards."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except (OSError, sqlite3.OperationalError) as failed:
        raise BadBackup(_("La sauvegarde ne peut pas être écrite ou lue ici : %(why)s.", why=failed)) from None


def _settle(path: Path) -> None:
    """Make sure that a file is on the disk before it gets its name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
