"""On PostgreSQL, one role owns the tables and another does the work: `MIGRATION_DATABASE_URL` as the README says."""

import os
import re
from contextlib import contextmanager

import pytest
from flask_migrate import upgrade
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from mediation import backup, create_app, startup
from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from tests.acts.attacker import Attacker
from tests.builders import House

POSTGRESQL = os.environ.get("TEST_DATABASE_URL")
pytestmark = pytest.mark.skipif(not POSTGRESQL, reason="SQLite has no roles: a register in a file has no owner apart")

DATABASE = f"two_roles_{os.getpid()}"
OWNER, APPLICATION, OTHER = (f"{DATABASE}_{name}" for name in ("owner", "application", "other"))
PASSWORD = "of these tests only"
# Each of these would let somebody rewrite the journal.
REWRITING = (
    "UPDATE ledger_entry SET canon = '{}'", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry CASCADE",
    "DELETE FROM ledger_detail", "DROP TRIGGER ledger_entry_next ON ledger_entry",
    "ALTER TABLE ledger_entry DISABLE TRIGGER ALL", "DROP TABLE ledger_leaf", "DROP FUNCTION ledger_refuse CASCADE",
    "SET session_replication_role = replica", f"SET ROLE {OWNER}", "UPDATE alembic_version SET version_num = '0001'",
)
# It is the right that fails, before any trigger is asked.
REFUSED = re.compile("permission denied|must be owner")


@pytest.fixture(scope="module")
def server():
    """A database of an owner's own, and two roles that own nothing."""
    engine = create_engine(make_url(POSTGRESQL).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for role in (OWNER, APPLICATION, OTHER):
            connection.execute(text(f"CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'"))
        connection.execute(text(f"CREATE DATABASE {DATABASE} OWNER {OWNER}"))
        yield
        connection.execute(text(f"DROP DATABASE {DATABASE} WITH (FORCE)"))
        for role in (OWNER, APPLICATION, OTHER):
            connection.execute(text(f"DROP ROLE {role}"))
    engine.dispose()


def address(role: str) -> str:
    url = make_url(POSTGRESQL).set(drivername="postgresql+psycopg", username=role, password=PASSWORD, database=DATABASE)
    return url.render_as_string(hide_password=False)


@contextmanager
def working_as(role: str, folder):
    """The application under a role, its tables another's."""
    app = create_app(INSTANCE=folder, TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                     DATABASE_URL=address(role), MIGRATION_DATABASE_URL=address(OWNER), SERVER_NAME="localhost")
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_the_owner_migrates_and_the_application_acts_but_cannot_rewrite(server, tmp_path):
    with working_as(APPLICATION, tmp_path) as app:
        upgrade(revision="0002")
        upgrade()
        startup.require_migrated(app)
        house = House.built()
        with scope.seen_by(KEEPER):
            house.accepted()
        db.session.remove()
        mine = Attacker(db.engine)
        before = mine.count("ledger_entry")
        for statement in REWRITING:
            assert REFUSED.match(mine.try_to(statement) or ""), statement
        assert mine.count("ledger_entry") == before
        assert closed_to(APPLICATION) == []
        assert app.test_cli_runner().invoke(args=["ledger", "verify"]).exit_code == 0


def test_an_application_whose_role_nobody_made_is_told_so_in_one_line(server, tmp_path, caplog):
    with working_as("nobody_made_it", tmp_path), pytest.raises(SystemExit):
        upgrade()
    assert "the role nobody_made_it, which this server does not have" in caplog.messages[-1]


def closed_to(role: str) -> list[str]:
    """The tables, also those of the last migration, that a role can neither read nor add to."""
    with db.engine.connect() as connection:
        return [table for table in db.metadata.tables if not connection.scalar(text(
            "SELECT has_table_privilege(:role, :table, 'SELECT') AND has_table_privilege(:role, :table, 'INSERT')"),
            {"role": role, "table": table})]


def test_a_backup_is_restored_for_an_application_whose_role_has_another_name(server, tmp_path):
    with working_as(APPLICATION, tmp_path) as app:
        upgrade()
        backup.create(app, tmp_path / "b.zip")
    with working_as(OTHER, tmp_path) as app:
        assert "permission denied" in Attacker(db.engine).try_to("SELECT * FROM ledger_entry")
        backup.restore(app, tmp_path / "b.zip", replace=True)
        assert closed_to(OTHER) == [] and len(closed_to(APPLICATION)) == len(db.metadata.tables)
        assert app.test_cli_runner().invoke(args=["ledger", "verify"]).exit_code == 0
