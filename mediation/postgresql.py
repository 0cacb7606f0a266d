"""PostgreSQL's own tools for whole databases: what they are given, and what is said when they fail."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.engine import URL, Engine, make_url

from mediation.acts import grants
from mediation.kernel.db import db
from mediation.kernel.language import _

OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


class ToolFailed(Exception):
    """A tool is missing or gave up; one sentence."""


def dump(target: Path, without_rows_of: tuple[str, ...]) -> None:
    """Write the database as it is at one moment; nobody waits for it."""
    left_out = [f"--exclude-table-data={table}" for table in without_rows_of]
    _run("pg_dump", db.engine.url, "--format=custom", "--no-owner", "--no-acl", *left_out, f"--file={target}")


def restore(owner: str, application: str, dump: Path) -> None:
    """Replace what is in the database, in one transaction, when nobody else is connected to it.

    Who may do what is no part of a backup: the roles here may bear other names than where it was made.
    """
    if _others_connected(owner):
        raise ToolFailed(_("Le registre est ouvert ailleurs. Arrêtez le serveur, puis recommencez."))
    _run("pg_restore", make_url(owner), "--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction",
         "--exit-on-error", "--dbname", make_url(owner).database, str(dump))
    with _alone(owner).begin() as connection:
        grants.let_the_application_in(connection, application, owner)


def _others_connected(url: str) -> int:
    with _alone(url).connect() as connection:
        return connection.scalar(text(OTHERS))


def _alone(url: str) -> Engine:
    """The database without a pool: what is done here is done once."""
    return create_engine(url, poolclass=NullPool)


def _run(tool: str, url: URL, *given: str) -> None:
    found = shutil.which(tool)
    if found is None:
        raise ToolFailed(_("Il manque l’outil %(tool)s. Installez les outils de PostgreSQL.", tool=tool))
    done = subprocess.run([found, "--no-password", *given], env={**os.environ, **_connection(url)},
                          capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        said = next(iter(done.stderr.strip().splitlines()), str(done.returncode))
        raise ToolFailed(_("%(tool)s a refusé : %(said)s", tool=tool, said=said))


def _connection(url: URL) -> dict[str, str]:
    """Where to connect, in the environment: a password in a command line could be read by others."""
    told = {"PGHOST": url.host, "PGPORT": url.port, "PGUSER": url.username, "PGPASSWORD": url.password,
            "PGDATABASE": url.database}
    told |= {f"PG{name.upper()}": value for name, value in url.query.items() if name.startswith("ssl")}
    return {name: str(value) for name, value in told.items() if value is not None}
