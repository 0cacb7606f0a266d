"""The database's own guards: whoever has a connection cannot rewrite the ledger without taking them away."""

import os
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from mediation.acts import ledger, triggers
from mediation.acts.grants import grant_application_role
from mediation.disputes import service
from mediation.disputes.kinds import HarmKind
from mediation.disputes.rules import HarmFacts
from mediation.kernel.db import db, is_sqlite
from tests.acts.attacker import Attacker

only_postgresql = pytest.mark.skipif(not os.environ.get("TEST_DATABASE_URL"), reason="PostgreSQL only")

TABLES = ("ledger_entry", "ledger_detail", "ledger_leaf", "ledger_checkpoint")
COPY = "stream, seq, act, actor_id, dispute_id, recorded_at, key, prev, hash, canon"


@pytest.fixture
def guarded(app, house, tmp_path) -> Attacker:
    """A register with acts and a checkpoint, all its guards in place."""
    house.registered()
    db.session.rollback()
    assert app.test_cli_runner().invoke(args=["ledger", "checkpoint", str(tmp_path / "note")]).exit_code == 0
    return Attacker(db.engine)


def content() -> list:
    """Everything the ledger holds."""
    with db.engine.connect() as connection:
        return [sorted(map(repr, connection.execute(text(f"SELECT * FROM {table}")).all())) for table in TABLES]


def link(**wrong) -> str:
    """An insert of the next link of the house's stream, right in everything but what is given."""
    stream = "admin"
    with db.engine.connect() as connection:
        last = connection.execute(text(
            "SELECT id, seq, hash FROM ledger_entry WHERE stream = :stream ORDER BY seq DESC"),
            {"stream": stream}).first()
    values = {"stream": stream, "seq": last.seq + 1, "prev": bytes(last.hash), "canon": "{}", "key": "a new key",
              "id": 100_000, "act": "x", "recorded_at": "2026-01-01 00:00:00"}
    values["hash"] = ledger.seal(values["prev"], stream, values["seq"], "{}")
    return _sql({**values, **wrong})


def _sql(values: dict) -> str:
    def written(value) -> str:
        if value is None:
            return "NULL"
        if isinstance(value, bytes):
            return f"x'{value.hex()}'" if is_sqlite() else f"'\\x{value.hex()}'"
        return str(value) if isinstance(value, int) else f"'{value}'"

    return (f"INSERT INTO ledger_entry ({', '.join(values)}) VALUES ({', '.join(map(written, values.values()))})")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_of_the_ledger_is_changed_deleted_or_emptied(table, guarded):
    before = content()
    statements = [f"UPDATE {table} SET id = id", f"UPDATE {table} SET id = id + 1000", f"DELETE FROM {table}",
                  f"WITH old AS (SELECT id FROM {table}) DELETE FROM {table} WHERE id IN (SELECT id FROM old)"]
    if guarded.sqlite:
        statements += [f"UPDATE OR REPLACE {table} SET id = 1", f"UPDATE OR IGNORE {table} SET id = 77",
                       f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
                       f"REPLACE INTO {table} SELECT * FROM {table}",
                       f"INSERT OR IGNORE INTO {table} SELECT * FROM {table}"]
    else:
        statements += [f"TRUNCATE {table}", f"TRUNCATE {table} CASCADE",
                       f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET id = 7777"]
    for statement in statements:
        guarded.try_to(statement)
        assert content() == before, statement
    assert guarded.try_to(statements[2]) is not None


def test_the_next_link_is_taken_and_nothing_else_is(guarded):
    """Of sixteen links that are wrong in one thing, none gets in, whatever the connection's pragmas."""
    with db.engine.connect() as connection:
        other = connection.execute(text("SELECT id, hash, key FROM ledger_entry ORDER BY id")).first()
    forged = [{"seq": 2}, {"seq": 10_000}, {"seq": None}, {"seq": 0}, {"seq": -1}, {"prev": b""}, {"prev": None},
              {"prev": b"x" * 32}, {"prev": bytes(other.hash)}, {"hash": bytes(other.hash)}, {"hash": None},
              {"key": other.key}, {"key": None}, {"id": other.id}, {"stream": None}, {"canon": None}]
    before = content()
    for wrong in forged:
        for start in ("INSERT", *(("INSERT OR REPLACE", "INSERT OR IGNORE") if guarded.sqlite else ())):
            guarded.try_to(link(**wrong).replace("INSERT", start, 1))
            assert content() == before, (start, wrong)
    if not guarded.sqlite:
        assert "not the next link" in guarded.try_to(link(hash=b"y" * 32))
        assert "not the next link" in guarded.try_to(link(canon="{ }"))
    assert guarded.try_to(link()) is None


def test_an_upsert_changes_no_old_link(guarded):
    before = content()
    for target in ("id", "key", "hash", "stream, seq"):
        guarded.try_to(f"INSERT INTO ledger_entry (id, {COPY}) SELECT id, {COPY} FROM ledger_entry WHERE true "
                       f"ON CONFLICT ({target}) DO UPDATE SET canon = 'x'")
        assert content() == before


def test_replacing_is_refused_also_when_triggers_do_not_see_it(guarded):
    """With `recursive_triggers` off, OR REPLACE deletes without asking the triggers against deletes."""
    if not guarded.sqlite:
        pytest.skip("SQLite only")
    before = content()
    with closing(db.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA recursive_triggers = OFF")
        for table in TABLES:
            with pytest.raises(Exception, match="ledger"):
                cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        with pytest.raises(Exception, match="ledger"):
            cursor.execute(link(id=1).replace("INSERT", "INSERT OR REPLACE", 1))
        connection.rollback()
        connection.detach()
    assert content() == before


def test_a_table_that_is_rebuilt_lost_its_guards_and_that_is_seen(guarded):
    if not guarded.sqlite:
        pytest.skip("batch mode is for SQLite")
    guarded.try_to("CREATE TABLE other AS SELECT * FROM ledger_leaf")
    guarded.try_to("DROP TABLE ledger_leaf")
    guarded.try_to("ALTER TABLE other RENAME TO ledger_leaf")
    with db.engine.begin() as connection:
        lost = triggers.missing(connection)
        assert lost and all(name.startswith("ledger_leaf") for name in lost)
        triggers.create(connection)
        assert triggers.missing(connection) == []


def test_a_guard_that_is_there_by_name_only_is_missing(guarded):
    if guarded.sqlite:
        guarded.try_to("DROP TRIGGER ledger_entry_no_delete")
        guarded.try_to("CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT 1; END")
        wanted = ["ledger_entry_no_delete"]
    else:
        guarded.try_to("CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS"
                       " $$ BEGIN RETURN OLD; END $$")
        guarded.try_to("ALTER TABLE ledger_entry ENABLE REPLICA TRIGGER ledger_entry_next")
        wanted = None
    with db.engine.begin() as connection:
        found = triggers.missing(connection)
        assert found == (wanted or list(triggers.wanted("postgresql")))
        triggers.create(connection)
        assert triggers.missing(connection) == []
    assert guarded.try_to("DELETE FROM ledger_entry") is not None


@only_postgresql
def test_a_role_that_owns_nothing_acts_and_cannot_rewrite(guarded, house):
    role, before = "register_application", content()
    with db.engine.begin() as connection:
        connection.execute(text(f"DROP ROLE IF EXISTS {role}"))
        connection.execute(text(f"CREATE ROLE {role} LOGIN"))
        grant_application_role(connection, role)
        grant_application_role(connection, role)
    engine = create_engine(db.engine.url.set(username=role, password=None))
    try:
        mine = Attacker(engine)
        for statement in ("UPDATE ledger_entry SET act = 'x'", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry",
                          "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
                          "DROP TRIGGER ledger_entry_next ON ledger_entry",
                          "SET session_replication_role = replica", "DROP TABLE ledger_leaf", "DELETE FROM dispute",
                          "TRUNCATE dispute", "DELETE FROM ledger_detail", "UPDATE ledger_checkpoint SET size = 1",
                          "CREATE OR REPLACE FUNCTION ledger_next() RETURNS trigger LANGUAGE plpgsql"
                          " AS $$ BEGIN RETURN NEW; END $$",
                          "CREATE TABLE mine (id int)"):
            assert mine.try_to(statement) is not None, statement
        assert content() == before
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM open_session"))
            connection.execute(text("SELECT 1 FROM dispute FOR UPDATE"))
    finally:
        engine.dispose()
    _acts_as(role, house)
    with db.engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {role}"))
        connection.execute(text(f"DROP ROLE {role}"))


def _acts_as(role: str, house) -> None:
    """An act done by a connection that has taken the role."""
    before = Attacker(db.engine).count("ledger_entry")
    db.session.rollback()
    db.session.execute(text(f"SET SESSION ROLE {role}"))
    connection = db.session.connection().connection.driver_connection
    connection.commit()
    dispute = house.registered(title="Sous le rôle de l’application")
    service.record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.INJURED, 1))
    db.session.rollback()
    db.session.execute(text("RESET ROLE"))
    db.session.connection().connection.driver_connection.commit()
    assert Attacker(db.engine).count("ledger_entry") == before + 2
