"""A PostgreSQL database that tests come back to: its rows quickly, the whole of it when its shape was changed."""

import os
from dataclasses import dataclass

import psycopg
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

# What a test may do to the shape of the database: tables and their rights, columns, triggers, functions.
SHAPE = """
SELECT md5(concat(
  (SELECT string_agg(concat(relname, relkind, relacl), ',' ORDER BY relname) FROM pg_class WHERE relnamespace = n.oid),
  (SELECT string_agg(concat(tgname, tgenabled, tgtype), ',' ORDER BY tgname, tgrelid) FROM pg_trigger),
  (SELECT string_agg(concat(attrelid::regclass, attname, atttypid, attnotnull), ',' ORDER BY attrelid, attnum)
   FROM pg_attribute JOIN pg_class c ON c.oid = attrelid AND c.relnamespace = n.oid WHERE attnum > 0),
  (SELECT string_agg(concat(proname, prosrc), ',' ORDER BY proname) FROM pg_proc WHERE pronamespace = n.oid),
  (SELECT string_agg(concat(conname, convalidated), ',' ORDER BY conname) FROM pg_constraint WHERE connamespace = n.oid)
)) FROM pg_namespace n WHERE nspname = 'public'
"""


@dataclass
class Kept:
    """The shape of the database at a moment, the rows of its tables, and where its sequences stood."""

    shape: str
    rows: dict[str, bytes]
    sequences: dict[str, int | None]


class OnPostgreSQL:
    """A database of this run's own; needs a role that may create databases and switch triggers off."""

    def __init__(self, address: str):
        server = make_url(address).set(drivername="postgresql+psycopg")
        self.server = create_engine(server, isolation_level="AUTOCOMMIT")
        self.trial, self.kept = f"register_{os.getpid()}", {}
        self.url = server.set(database=self.trial).render_as_string(hide_password=False)
        self._say(f"CREATE DATABASE {self.trial}")

    def keep(self, name: str = "house") -> None:
        """Keep the register as it is now, to come back to it."""
        with self._inside() as connection:
            tables = [row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname='public'")]
            rows = {table: _copied(connection, table) for table in tables}
            sequences = dict(connection.execute("SELECT sequencename, last_value FROM pg_sequences").fetchall())
            self.kept[name] = Kept(_shape(connection), rows, sequences)
        self._say(f"DROP DATABASE IF EXISTS {self.trial}_{name}",
                  f"CREATE DATABASE {self.trial}_{name} TEMPLATE {self.trial}")

    def come_back(self, name: str = "house") -> None:
        """Come back to what was kept under a name: by its rows, unless the shape is another or somebody holds it."""
        try:
            with self._inside() as connection:
                same = _shape(connection) == self.kept[name].shape
                if same:
                    _put_back(connection, self.kept[name])
        except psycopg.Error:
            same = False
        if not same:
            self._say(f"DROP DATABASE IF EXISTS {self.trial} WITH (FORCE)",
                      f"CREATE DATABASE {self.trial} TEMPLATE {self.trial}_{name}")

    def drop(self) -> None:
        """Leave nothing on the server."""
        for name in (self.trial, *(f"{self.trial}_{kept}" for kept in self.kept)):
            self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.server.dispose()

    def _inside(self) -> psycopg.Connection:
        return psycopg.connect(self.url.replace("+psycopg", ""), options="-c lock_timeout=2000")

    def _say(self, *sentences: str) -> None:
        with self.server.connect() as connection:
            for sentence in sentences:
                connection.execute(text(sentence))


def _shape(connection: psycopg.Connection) -> str:
    return connection.execute(SHAPE).fetchone()[0]


def _copied(connection: psycopg.Connection, table: str) -> bytes:
    with connection.cursor().copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(bytes(block) for block in copy)


def _put_back(connection: psycopg.Connection, kept: Kept) -> None:
    """Every row of every table as it was, past the triggers that refuse it to the program."""
    connection.execute("SET LOCAL session_replication_role = replica")
    connection.execute("; ".join(f'DELETE FROM "{table}"' for table in kept.rows))
    for table, rows in kept.rows.items():
        if rows:
            with connection.cursor().copy(f'COPY "{table}" FROM STDIN') as copy:
                copy.write(rows)
    stood = ", ".join(f"setval('{name}', {last or 1}, {str(last is not None).lower()})"
                      for name, last in kept.sequences.items())
    connection.execute(f"SELECT {stood}")
