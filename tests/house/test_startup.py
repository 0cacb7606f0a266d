"""The program refuses to start unsafely, with one clear line."""

import os
import subprocess
import sys

import pytest
import waitress
from sqlalchemy import text

from mediation import create_app, startup
from mediation.kernel.db import db, is_sqlite
from tests.house.migrated import migrated_to
from tests.house.source import ROOT

SAFE = "only for these tests, never elsewhere"


def made(tmp_path, **given):
    return create_app(INSTANCE=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite", **{"SECRET_KEY": SAFE, **given})


def refusal(app) -> str:
    with pytest.raises(RuntimeError) as refused:
        startup.require_migrated(app)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    "secret", ["", None, "dev", "Secret", "changeme", "short", "aaaaaaaaaaaaaaaaaaaaaaaa"]
)
def test_a_weak_secret_stops_the_start(tmp_path, secret):
    with pytest.raises(RuntimeError, match="SECRET_KEY"):
        made(tmp_path, SECRET_KEY=secret)
    assert made(tmp_path)


def test_debug_stops_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(RuntimeError, match="debug is on"):
        made(tmp_path)


def test_a_database_without_tables_is_not_served(tmp_path):
    assert "no tables yet; run: flask --app wsgi db upgrade" in refusal(made(tmp_path))


def test_pending_migrations_are_not_served(app, tmp_path):
    with migrated_to(app, tmp_path / "m", "0001", "0002", at="0001"):
        assert "is at 0001, this program needs 0002; run: flask --app wsgi db upgrade" in refusal(app)


def test_a_database_of_a_newer_program_is_not_served(app, tmp_path):
    with migrated_to(app, tmp_path / "m", "0001", at="0009"):
        assert "is at 0009, this program needs 0001" in refusal(app)


def test_a_database_at_the_last_migration_with_its_guards_is_served(app, tmp_path):
    with migrated_to(app, tmp_path / "m", "0001", "0002", at="0002"):
        startup.require_migrated(app)


def test_a_missing_guard_of_the_ledger_is_not_served(app, tmp_path):
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        with app.app_context(), db.engine.begin() as connection:
            one = next(iter(startup.triggers.wanted(connection.dialect.name)))
            connection.execute(text(f"DROP TRIGGER {one}" + ("" if is_sqlite() else " ON ledger_entry")))
        assert f"guards are missing from the database: {one}" in refusal(app)


def test_a_column_that_was_taken_away_behind_the_migrations_is_not_served(app):
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE visit RENAME COLUMN met TO met_then"))
        connection.execute(text("DROP TABLE calendar_fetch"))
    told = refusal(app)
    assert "but lacks" in told and "visit.met" in told and "calendar_fetch.fetched_on" in told
    assert "visit.number" not in told


def test_a_database_that_does_not_answer_is_told_in_one_line(tmp_path):
    app = create_app(INSTANCE=tmp_path, SECRET_KEY=SAFE, DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert "cannot be reached" in refusal(app)


def run(tmp_path, *command: str, **environment: str):
    given = {"SECRET_KEY": SAFE, "DATABASE_URL": f"sqlite:///{tmp_path}/y.sqlite", **environment}
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=60,
                          env={**os.environ, **given})


FLASK = ("-m", "flask", "--app", "wsgi")
LOADED, SERVE, RUN, COMMAND = ("-c", "import wsgi"), (*FLASK, "serve"), (*FLASK, "run"), (*FLASK, "acts", "list")


def refused_in_one_line(tmp_path, *command: str, **environment: str) -> str:
    """What is said, alone and on one line, when the program refuses."""
    refused = run(tmp_path, *command, PORT="0", **environment)
    assert refused.returncode == 1 and refused.stdout == "" and len(refused.stderr.splitlines()) == 1, refused.stderr
    return refused.stderr


@pytest.mark.parametrize("command", [LOADED, SERVE, RUN])
def test_a_server_that_loads_the_program_is_refused_in_one_line(tmp_path, command):
    assert "no tables yet" in refused_in_one_line(tmp_path, *command)


def test_a_command_is_not_refused_for_want_of_tables(tmp_path):
    listed = run(tmp_path, *COMMAND)
    assert listed.returncode == 0 and "dispute.register" in listed.stdout


@pytest.mark.parametrize(("name", "value", "said"), [
    ("SECRET_KEY", "dev", "SECRET_KEY is missing or too weak"), ("FLASK_DEBUG", "1", "debug is on: unset FLASK_DEBUG"),
    ("PAPER_SEAL", "/nowhere.p12", "PAPER_SEAL names a file that is not there"),
    ("PAPER_SEAL", __file__, "PAPER_SEAL cannot be opened"),
    ("PAPER_SEAL_PASSPHRASE_FILE", "/nowhere", "PAPER_SEAL_PASSPHRASE_FILE cannot be read"),
    ("REGISTER_PROXIES", "x", "REGISTER_PROXIES must be a whole number"),
    ("REGISTER_DISPUTE_MIB", "abc", "REGISTER_DISPUTE_MIB must be a whole number"),
])
def test_a_setting_that_cannot_be_is_refused_in_one_line(tmp_path, name, value, said):
    assert said in refused_in_one_line(tmp_path, *SERVE, **{name: value})


@pytest.mark.parametrize("command", [LOADED, RUN, COMMAND])
def test_it_is_refused_in_one_line_however_the_program_is_loaded(tmp_path, command):
    assert "debug is on" in refused_in_one_line(tmp_path, *command, FLASK_DEBUG="1")


@pytest.mark.parametrize("told", ["-1", "1.5", "²", "١", " 1", "1e3"])
def test_a_number_is_told_in_plain_figures(tmp_path, monkeypatch, told):
    monkeypatch.setenv("REGISTER_PROXIES", told)
    with pytest.raises(RuntimeError, match="REGISTER_PROXIES must be a whole number, 0 or more"):
        made(tmp_path)


def test_a_port_that_is_taken_is_told_in_one_line(app, tmp_path, monkeypatch):
    def taken(*given, **more):
        raise OSError("Address already in use")

    monkeypatch.setattr(waitress, "create_server", taken)
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        answer = app.test_cli_runner().invoke(args=["serve"])
    assert answer.exit_code == 1 and answer.output == "Error: Address already in use\n"


def test_the_server_is_told_its_port_its_threads_and_its_proxies(app, tmp_path, monkeypatch):
    told = {}

    class Server:
        def run(self):
            told["ran"] = True

    monkeypatch.setattr(waitress, "create_server", lambda app, **more: told.update(more) or Server())
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        answer = app.test_cli_runner().invoke(args=["serve"], env={"PORT": "5055"})
    assert "http://127.0.0.1:5055" in answer.output
    assert told["ran"] and told["threads"] == 8 and told["ident"] is None
    assert told["clear_untrusted_proxy_headers"] is True and told["max_request_body_size"] == 64 << 20
