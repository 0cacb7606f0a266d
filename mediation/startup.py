"""It will not run unsafely: what is checked before the first page is served."""

import os

import click
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import Flask
from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect
from sqlalchemy.exc import OperationalError

from mediation.acts import triggers
from mediation.kernel.db import db
from mediation.papers import seals

WEAK = {"", "dev", "secret", "changeme", "change-me", "development"}
UPGRADE = "run: flask --app wsgi db upgrade"


def check(app: Flask) -> None:
    """Refuse to start (RuntimeError, one clear line) on a weak secret, with debug on, or with a seal that is none."""
    secret = app.config["SECRET_KEY"] or ""
    if secret.lower() in WEAK or len(secret) < 16 or len(set(secret)) < 5:
        raise RuntimeError("SECRET_KEY is missing or too weak: set at least 16 characters, or unset it")
    if app.debug and not app.testing:
        raise RuntimeError("debug is on: unset FLASK_DEBUG, it would show the register's inside to anybody")
    seals.require(app)


def require_migrated(app: Flask) -> None:
    """Refuse to serve (RuntimeError, one clear line) a database without its tables, its columns or the guards."""
    there, wanted = _revisions(app)
    if not there:
        raise RuntimeError(f"the database has no tables yet; {UPGRADE}")
    if there != wanted:
        raise RuntimeError(f"the database is at {_said(there)}, this program needs {_said(wanted)}; {UPGRADE}")
    with _engine(app).connect() as connection:
        absent, unguarded = _absent(connection), triggers.missing(connection)
    if absent:
        raise RuntimeError(f"the database says it is at {_said(there)} but lacks {', '.join(absent)}; "
                           "restore a backup, and find out who changed the tables")
    if unguarded:
        raise RuntimeError(f"the ledger's guards are missing from the database: {', '.join(unguarded)}; "
                           "restore a backup, and find out who removed them")


def _absent(connection: Connection) -> list[str]:
    """The columns that this program knows and the database has not: its revision is a word anybody can write."""
    found = inspect(connection).get_multi_columns()
    there = {f"{table}.{column['name']}" for (_schema, table), columns in found.items() for column in columns}
    known = (f"{table.name}.{column.name}" for table in db.metadata.tables.values() for column in table.columns)
    return [name for name in known if name not in there]


def is_behind(app: Flask) -> bool:
    """Whether migrations are still to be made."""
    there, wanted = _revisions(app)
    return there != wanted


def _revisions(app: Flask) -> tuple[set[str], set[str]]:
    """Where the database is, and where this program needs it; RuntimeError when it cannot be reached."""
    try:
        with _engine(app).connect() as connection:
            there = set(MigrationContext.configure(connection).get_current_heads())
    except OperationalError as error:
        raise RuntimeError(f"the database cannot be reached: {str(error.orig).splitlines()[0]}") from None
    return there, set(_migrations(app).get_heads())


def _engine(app: Flask) -> Engine:
    """The database without a pool: a server that forks later must not share a connection."""
    return create_engine(app.config["SQLALCHEMY_DATABASE_URI"], poolclass=NullPool)


def knows_revision(app: Flask, revision: str) -> bool:
    """Whether this program's migrations can take a database on from this revision."""
    try:
        return _migrations(app).get_revision(revision) is not None
    except CommandError:
        return False


def about_to_serve() -> bool:
    """Whether the program was loaded to serve pages, and not by one of its own commands."""
    if os.environ.get("FLASK_RUN_FROM_CLI") != "true":
        return True
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "run"


def _migrations(app: Flask) -> ScriptDirectory:
    return ScriptDirectory(app.extensions["migrate"].directory)


def _said(revisions: set[str]) -> str:
    return ", ".join(sorted(revisions)) or "nothing"


def has_tables() -> bool:
    """Whether the database of the application at work was ever set up."""
    return inspect(db.engine).has_table("ledger_entry")
