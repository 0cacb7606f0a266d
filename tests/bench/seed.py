"""A full register in a database of its own, on either engine, loaded in bulk around the ledger's guards.

Only tests and benchmarks may do this: rows and entries go in as `story` tells them, with triggers and keys
looking away for as long as it takes; `ledger verify` then says whether the result is a true ledger.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import Pool
from pathlib import Path
from random import Random

import psycopg
from sqlalchemy.engine import make_url

from config import SHORT_STATEMENTS
from mediation import create_app
from mediation.acts import triggers
from mediation.kernel import clock
from mediation.kernel.db import Base, db
from tests.bench import house
from tests.bench.story import YEARS, Book, tell

SERVER = os.environ.get("BENCH_DATABASE_URL") or os.environ.get("TEST_DATABASE_URL")
SECRET = "only for the benchmark, never elsewhere"
AT_ONCE = 1000
# No dispute has more rows of one table than this: how far apart the row ids of two disputes may start.
ROWS_EACH = 30


@dataclass(frozen=True)
class Place:
    """Where a register of some size lives."""

    url: str
    folder: Path

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file."""
        return self.url.startswith("sqlite")

    def app(self):
        """The real application over it."""
        return create_app(INSTANCE=self.folder, SECRET_KEY=SECRET, DATABASE_URL=self.url, OVER_HTTP=True,
                          WTF_CSRF_ENABLED=False, SERVER_NAME=None)

    def raw(self):
        """A connection of the driver, with nothing above it."""
        if self.is_sqlite:
            connection = sqlite3.connect(self.url.removeprefix("sqlite:///"), check_same_thread=False)
            connection.isolation_level = None
            return connection
        return psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True, options=SHORT_STATEMENTS)


def place_for(engine: str, disputes: int, folder: Path) -> Place:
    """The place of a register, not yet made."""
    folder = folder / f"{engine}-{disputes}"
    folder.mkdir(parents=True, exist_ok=True)
    if engine == "sqlite":
        return Place(f"sqlite:///{folder / 'register.sqlite'}", folder)
    server = make_url(SERVER).set(drivername="postgresql+psycopg", database=f"bench_register_{disputes}")
    return Place(server.render_as_string(hide_password=False), folder)


def exists(place: Place) -> bool:
    """Whether this register was made already, to the end."""
    return (place.folder / "made").exists()


def seed(place: Place, disputes: int) -> None:
    """Make the register anew: the house by acts, the disputes in bulk."""
    drop(place)
    if not place.is_sqlite:
        _on_server(place, "CREATE DATABASE {}")
    app = place.app()
    with app.app_context():
        db.create_all()
        with db.engine.begin() as connection:
            triggers.create(connection)
        desks = house.build()
        db.session.remove()
        db.engine.dispose()
        _load(place, desks, disputes)
        with db.engine.begin() as connection:
            triggers.create(connection)
        db.engine.dispose()
    (place.folder / "made").touch()


def drop(place: Place) -> None:
    """Take a register away."""
    if not place.is_sqlite:
        _on_server(place, "DROP DATABASE IF EXISTS {} WITH (FORCE)")
    for file in place.folder.glob("*"):
        file.unlink()


def _on_server(place: Place, sentence: str) -> None:
    with psycopg.connect(SERVER.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(sentence.format(make_url(place.url).database))


def _load(place: Place, desks: list[house.Desk], disputes: int) -> None:
    """Write the disputes, oldest first, told by two processes a few thousand at a time."""
    today, given, orders = clock.today(), Counter(), []
    luck = Random(disputes)
    for number in range(disputes):
        desk, age = luck.choice(desks), round(YEARS * 365 * (1 - number / disputes))
        registered = today - timedelta(days=age)
        series = f"{desk.code}-{registered.year}"
        given[series] += 1
        orders.append((desk, f"{series}-{given[series]:04d}", registered, today))
    with Pool(2) as tellers, _writer(place) as write:
        last = write.last_ids()
        chunks = [({table: number + start * ROWS_EACH for table, number in last.items()}, start,
                   orders[start:start + AT_ONCE]) for start in range(0, disputes, AT_ONCE)]
        for tables in tellers.imap(_told, chunks):
            for table, rows in tables.items():
                write.rows(table, _columns(table), rows)
        write.rows("counter", ["series", "last"], list(given.items()))


def _told(chunk) -> dict[str, list[tuple]]:
    """The rows of some disputes, by table, in the order of the columns; every chunk has ids of its own."""
    last, seed_number, orders = chunk
    book, luck = Book(last), Random(seed_number)
    for order in orders:
        tell(book, luck, *order)
    return {table: [tuple(map(row.get, columns)) for row in rows]
            for table, rows in book.rows.items() for columns in [_columns(table)]}


@contextmanager
def _writer(place: Place) -> Iterator["_Writer"]:
    connection = place.raw()
    writer = (_SQLiteWriter if place.is_sqlite else _PostgreSQLWriter)(connection)
    writer.begin()
    yield writer
    writer.end()
    connection.close()


def _columns(table: str) -> list[str]:
    return [column.name for column in Base.metadata.tables[table].columns]


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


class _Writer:
    """What both engines share: the connection, and what is already there."""

    def __init__(self, connection):
        self.connection = connection

    def last_ids(self) -> dict[str, int]:
        """The last row id of every table."""
        return {name: self.connection.execute(f"SELECT coalesce(max(id), 0) FROM {name}").fetchone()[0]
                for name in Base.metadata.tables}


class _SQLiteWriter(_Writer):
    def begin(self) -> None:
        self.connection.execute("PRAGMA journal_mode = off")
        self.connection.execute("PRAGMA synchronous = off")
        self.connection.execute("PRAGMA cache_size = -400000")
        for name in triggers.wanted("sqlite"):
            self.connection.execute(f"DROP TRIGGER {name}")
        found = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        self.indexes = dict(self.connection.execute(found).fetchall())
        for name in self.indexes:
            self.connection.execute(f"DROP INDEX {name}")

    def rows(self, table: str, columns: list[str], rows: list[tuple]) -> None:
        self.connection.execute("BEGIN")
        self.connection.executemany(
            f"INSERT INTO {table} ({_quoted(columns)}) VALUES ({', '.join('?' * len(columns))})", rows)
        self.connection.execute("COMMIT")

    def end(self) -> None:
        for sentence in self.indexes.values():
            self.connection.execute(sentence)
        self.connection.execute("PRAGMA journal_mode = wal")


class _PostgreSQLWriter(_Writer):
    def begin(self) -> None:
        self.connection.execute("SET session_replication_role = replica")
        self.connection.execute("SET TIME ZONE 'UTC'")
        self.connection.execute("SET synchronous_commit = off")

    def rows(self, table: str, columns: list[str], rows: list[tuple]) -> None:
        with self.connection.cursor().copy(f"COPY {table} ({_quoted(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def end(self) -> None:
        for name in Base.metadata.tables:
            self.connection.execute(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
        self.connection.execute("VACUUM ANALYZE")
