"""The database's own guards of the ledger: append only, next link only; one list for both engines.

SQLite checks the place of the next link and every unique column (`INSERT OR REPLACE` would else move an
old row away) but cannot hash. PostgreSQL also recomputes the hash, takes the stream's lock and refuses
TRUNCATE. A migration that rebuilds a ledger table must create them again: `create` does, `missing` tells.
"""

from sqlalchemy import Connection, text

KEPT = ("ledger_entry", "ledger_detail", "ledger_leaf", "ledger_checkpoint")

NEXT_LINK = """
CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger_entry WHERE stream = NEW.stream)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM ledger_entry WHERE stream = NEW.stream
                               ORDER BY seq DESC LIMIT 1), x'')
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE hash IS NEW.hash)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE key IS NEW.key)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE id IS NEW.id)
BEGIN SELECT raise(ABORT, 'ledger: not the next link'); END
"""

# What may be replaced in the other tables is any row that has the id or a unique value of the new one.
UNIQUE = {"ledger_detail": ("id", "entry_id"), "ledger_leaf": ("id", "entry_id"),
          "ledger_checkpoint": ("id", "size")}


def _sqlite() -> dict[str, str]:
    found = {"ledger_entry_next": NEXT_LINK}
    for table in KEPT:
        for act in ("UPDATE", "DELETE"):
            name = f"{table}_no_{act.lower()}"
            found[name] = (f"CREATE TRIGGER {name} BEFORE {act} ON {table} "
                           f"BEGIN SELECT raise(ABORT, 'ledger: append only'); END")
    for table, columns in UNIQUE.items():
        taken = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {name} IS NEW.{name})" for name in columns)
        found[f"{table}_no_replace"] = (f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} "
                                        f"BEGIN SELECT raise(ABORT, 'ledger: append only'); END")
    return found


REFUSE = """
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'ledger: append only'; END $$
"""

NEXT_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION ledger_next() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(
    ('x' || encode(substr(sha256(convert_to(NEW.stream, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint);
  SELECT seq, hash INTO last FROM ledger_entry WHERE stream = NEW.stream ORDER BY seq DESC LIMIT 1;
  IF NEW.seq IS DISTINCT FROM coalesce(last.seq, 0) + 1
     OR NEW.prev IS DISTINCT FROM coalesce(last.hash, ''::bytea)
     OR NEW.hash IS DISTINCT FROM sha256(convert_to(
          encode(NEW.prev, 'hex') || E'\\n' || NEW.stream || E'\\n' || NEW.seq || E'\\n' || NEW.canon, 'UTF8'))
  THEN RAISE EXCEPTION 'ledger: not the next link'; END IF;
  RETURN NEW;
END $$
"""


def _postgresql() -> dict[str, str]:
    found = {"ledger_entry_next": "CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry "
                                  "FOR EACH ROW EXECUTE FUNCTION ledger_next()"}
    for table in KEPT:
        found[f"{table}_no_change"] = (f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
                                       f"FOR EACH ROW EXECUTE FUNCTION ledger_refuse()")
        found[f"{table}_no_truncate"] = (f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                                         f"FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()")
    return found


def wanted(dialect: str) -> dict[str, str]:
    """The triggers that must be there, by name, for this engine."""
    return _sqlite() if dialect == "sqlite" else _postgresql()


def create(connection: Connection) -> None:
    """Create every guard that is not there, or not as it must be, for migrations."""
    postgresql = connection.dialect.name == "postgresql"
    absent = missing(connection)
    if postgresql:
        connection.execute(text(REFUSE))
        connection.execute(text(NEXT_ON_POSTGRESQL))
    for name in absent:
        on = f" ON {_table_of(name)}" if postgresql else ""
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name}{on}"))
        connection.execute(text(wanted(connection.dialect.name)[name]))


def missing(connection: Connection) -> list[str]:
    """The names of guards that are absent, disabled, hung on another table, or rewritten."""
    there = _there_sqlite(connection) if connection.dialect.name == "sqlite" else _there_postgresql(connection)
    return [name for name, words in wanted(connection.dialect.name).items() if there.get(name) != _bare(words)]


def _there_sqlite(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {name: _bare(sql) for name, sql in rows}


def _there_postgresql(connection: Connection) -> dict[str, str]:
    """The guards that fire, with their words; none whose function was rewritten."""
    genuine = {_bare(_body(words)) for words in (REFUSE, NEXT_ON_POSTGRESQL)}
    rows = connection.execute(text(
        "SELECT t.tgname, c.relname, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid)"))
    found = _postgresql()
    return {name: _bare(found[name]) for name, table, source in rows
            if name in found and table == _table_of(name) and _bare(source) in genuine}


def _table_of(name: str) -> str:
    return next(table for table in KEPT if name.startswith(f"{table}_"))


def _body(function: str) -> str:
    return function.split("$$")[1]


def _bare(words: str) -> str:
    return " ".join(words.split())
