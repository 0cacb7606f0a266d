"""The database stopped: an honest refusal with the text given back, and service again without a restart."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, event, text

from mediation import create_app
from mediation.kernel.db import db
from tests.builders.accounts import PASSWORD, signs_in, with_password
from tests.conftest import POSTGRESQL
from tests.visitor import Visitor

TYPED = {"name": "Sékou Traoré", "login": "sekou.traore", "password": "secret", "password_code": "K7PQM3XWZD"}


def made(folder: Path, url: str, token: str | None = "anything"):
    """An application over this database, and a browser with a cookie."""
    app = create_app(INSTANCE=folder, TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                     DATABASE_URL=url, OVER_HTTP=True, WTF_CSRF_ENABLED=False, SERVER_NAME="localhost")
    visitor = Visitor(app)
    with visitor.client.session_transaction() as cookie:
        cookie["token"] = token
    return app, visitor


@pytest.mark.parametrize("url", [
    "postgresql+psycopg://nobody@127.0.0.1:9/nothing", "sqlite:////nowhere/at/all/register.sqlite"])
def test_a_database_that_cannot_be_reached_is_said_in_words(tmp_path, url):
    app, visitor = made(tmp_path, url)
    for address in ("/account/", "/people/", "/people/new/", "/sign-in/"):
        answer = visitor.get(address)
        assert answer.status_code == 503, address
        assert "Le registre ne répond pas" in answer.text and answer.headers["Retry-After"] == "10"
    for address in ("/people/new/", "/sign-in/", "/first-entry/"):
        answer = visitor.post(address, {**TYPED, "password_new": "un deux trois quatre",
                                        "password_again": "un deux trois quatre"})
        assert answer.status_code == 503, address
        assert "sekou.traore" in answer.text
        assert not any(secret in answer.text for secret in ("secret", "K7PQM3XWZD", "un deux trois"))
        assert answer.headers["Content-Security-Policy"]
    assert visitor.get("/healthz").status_code == 200
    assert Visitor(app).get("/sign-in/").status_code == 200
    with app.app_context():
        db.engine.dispose()


@pytest.mark.skipif(bool(POSTGRESQL), reason="the file of SQLite")
def test_service_comes_back_with_the_file_without_a_restart(house, tmp_path):
    with_password(house, "moussa")
    db.session.remove()
    home = tmp_path / "home"
    home.mkdir()
    db.engine.dispose()
    shutil.copy(db.engine.url.database, home / "register.sqlite")
    moved, visitor = made(home, f"sqlite:///{home / 'register.sqlite'}", None)
    assert signs_in(visitor, "moussa").status_code == 302
    with moved.app_context():
        db.engine.dispose()
    home.rename(tmp_path / "away")
    assert visitor.post("/account/end-others/", TYPED).status_code == 503
    (tmp_path / "away").rename(home)
    assert visitor.get("/account/").status_code == 200
    with moved.app_context():
        db.engine.dispose()


def test_a_connection_that_breaks_is_refused_once_and_replaced(house, app, visit):
    with_password(house, "moussa")
    visitor = visit()
    signs_in(visitor, "moussa")
    broken = []

    def breaks(connection, cursor, statement, parameters, context, many):
        if not broken:
            broken.append(statement)
            raise connection.dialect.dbapi.OperationalError("server closed the connection unexpectedly")

    event.listen(db.engine, "before_cursor_execute", breaks)
    try:
        answer = visitor.post("/sign-in/", {"login": "moussa", "password": PASSWORD})
    finally:
        event.remove(db.engine, "before_cursor_execute", breaks)
    assert broken and answer.status_code == 503 and PASSWORD not in answer.text
    assert visitor.get("/account/").status_code == 200


@pytest.mark.skipif(not POSTGRESQL, reason="a server that restarts")
def test_service_comes_back_after_the_server_dropped_every_connection(house, visit):
    moussa = visit("moussa")
    assert moussa.get("/account/").status_code == 200
    db.session.remove()
    with create_engine(db.engine.url, poolclass=NullPool).connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                "WHERE datname = current_database() AND pid <> pg_backend_pid()"))
    assert moussa.post("/account/end-others/").status_code == 503
    assert moussa.get("/account/").status_code == 200
