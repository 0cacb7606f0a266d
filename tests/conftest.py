"""One register per run, migrated and furnished once, restored before each test: real commits, nothing patched.

`TEST_DATABASE_URL` names a PostgreSQL database to run on; otherwise the suite runs on SQLite.
"""

import os
import shutil
from pathlib import Path

import pytest
from flask_migrate import upgrade
from hypothesis import HealthCheck, settings

from mediation import create_app
from mediation.kernel.db import db
from tests.builders import House
from tests.postgresql import OnPostgreSQL
from tests.visitor import Visitor

POSTGRESQL = os.environ.get("TEST_DATABASE_URL")
# A machine that is slow today is no fault of what is tried.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_terminal_summary(terminalreporter) -> None:
    """Say at the end on which engine the tests ran: what is said at the beginning is not shown with `-q`."""
    terminalreporter.write_line(f"These tests ran on {'PostgreSQL' if POSTGRESQL else 'SQLite'}.")


@pytest.fixture(scope="session")
def register(tmp_path_factory):
    """The application over a register with a house in it, and the way back to that."""
    folder = tmp_path_factory.mktemp("register")
    place = OnPostgreSQL(POSTGRESQL) if POSTGRESQL else _OnSQLite(folder)
    app = create_app(INSTANCE=folder, TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                     DATABASE_URL=place.url, OVER_HTTP=True, WTF_CSRF_ENABLED=False, SERVER_NAME="localhost")
    with app.app_context():
        upgrade()
        app.people = House.built().ids
        db.session.remove()
        db.engine.dispose()
    place.keep()
    yield app, place
    with app.app_context():
        db.engine.dispose()
    place.drop()


@pytest.fixture
def app(register):
    """The application over a register with institutions, places and people, no dispute and no stored file."""
    app, place = register
    with app.app_context():
        db.engine.dispose()
    place.come_back()
    shutil.rmtree(Path(app.instance_path) / "files", ignore_errors=True)
    return app


@pytest.fixture
def house(app):
    """The house in which acts are performed."""
    with app.app_context():
        yield House(dict(app.people))
        db.session.remove()


@pytest.fixture
def visit(app, house):
    """Make a browser for a person of the house (`visit("awa")`), or for nobody (`visit()`)."""

    def made(login: str | None = None) -> Visitor:
        visitor = Visitor(app)
        if login:
            visitor.signed_in(house.ids[login])
        return visitor

    return made


class _OnSQLite:
    def __init__(self, folder: Path):
        self.folder = folder
        self.url = f"sqlite:///{folder / 'trial.sqlite'}"

    def keep(self, name: str = "house") -> None:
        """Keep the register as it is now, to come back to it."""
        shutil.copy(self.folder / "trial.sqlite", self.folder / f"{name}.sqlite")

    def come_back(self, name: str = "house") -> None:
        """Come back to what was kept under a name."""
        trial = self.folder / "trial.sqlite"
        for leftover in (trial, Path(f"{trial}-wal"), Path(f"{trial}-shm")):
            leftover.unlink(missing_ok=True)
        shutil.copy(self.folder / f"{name}.sqlite", trial)

    def drop(self) -> None:
        """The temporary folder goes by itself."""
