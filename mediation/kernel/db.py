"""The database: one base for all models, the column kinds they share, and how each engine is driven.

The recipes (immediate transactions on SQLite only for those who write, durable commits, keys
enforced, triggers that see `INSERT OR REPLACE`) were measured before they were chosen.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum as PyEnum

import psycopg
from flask_sqlalchemy import SQLAlchemy
from psycopg.pq import ExecStatus, TransactionStatus
from sqlalchemy import BigInteger, DateTime, Enum, Index, MetaData, String, TypeDecorator, event, func, literal, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "busy_timeout": 15000,
}

_writing: ContextVar[bool] = ContextVar("writing", default=False)


class Base(DeclarativeBase):
    """The base of every model: a row id that never leaves the program."""

    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)


# What a request has written stays as it wrote it: the door, and nothing else, forgets what was read before.
db = SQLAlchemy(model_class=Base, disable_autonaming=True, session_options={"expire_on_commit": False})


@contextmanager
def writing() -> Iterator[None]:
    """What begins inside is a writing transaction: on SQLite it takes the one write lock at once."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


class Moment(TypeDecorator):
    """A moment in UTC, always aware; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Amount(TypeDecorator):
    """A quantity with up to three decimals, kept in thousandths, so that both engines keep it exactly."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect) -> int | None:
        return None if value is None else int(value * 1000)

    def process_result_value(self, value: int | None, dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 1000


class Codes(TypeDecorator):
    """Several codes of one list, kept in one text as `,a,b,` so that each can be looked for."""

    impl = String(400)
    cache_ok = True

    def __init__(self, kind: type[PyEnum]):
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value, dialect) -> str | None:
        return "," + ",".join(sorted(self.kind(code).value for code in value)) + "," if value else None

    def process_result_value(self, value: str | None, dialect) -> tuple:
        return tuple(self.kind(code) for code in value.strip(",").split(",")) if value else ()


def coded(kind: type[PyEnum]) -> Enum:
    """The column kind of a closed list: the code as text, so that a new code needs no migration."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda codes: [c.value for c in codes])


def still(name: str, stages: PyEnum | Collection[PyEnum], *columns: str) -> Index:
    """An index of the rows still at stages that most have left: small, and untouched by what is done to the others."""
    codes = [f"'{stage.value}'" for stage in _listed(stages)]
    at = text(f"stage = {codes[0]}" if len(codes) == 1 else f"stage IN ({', '.join(codes)})")
    return Index(name, *columns, postgresql_where=at, sqlite_where=at)


def at_stage(column, stages: PyEnum | Collection[PyEnum]):
    """The condition of being at one of these stages, said in words and not by values, so that `still` indexes can
    answer it."""
    said = [literal(stage, column.type, literal_execute=True) for stage in _listed(stages)]
    return column == said[0] if len(said) == 1 else column.in_(said)


def _listed(stages: PyEnum | Collection[PyEnum]) -> list[PyEnum]:
    """One stage or several, always in the same order: an index is recognised by its very words."""
    return [stages] if isinstance(stages, PyEnum) else sorted(stages)


def checked_last(condition):
    """A condition that only checks rows found by another one: SQLite keeps no statistics, and where a desk asks
    it would else walk every row of the country that is at this stage."""
    return func.likely(condition) if is_sqlite() else condition


def ask(statement, **values):
    """Run a Core statement in the session’s transaction, past the ORM’s part in it: half the time of a small one."""
    return db.session.connection().execute(statement, values)


def is_sqlite() -> bool:
    """Whether this register lives in a SQLite file rather than on a PostgreSQL server."""
    return db.engine.dialect.name == "sqlite"


class _Planned(psycopg.Connection):
    """A connection that keeps its plans when what was only read is over.

    Psycopg forgets every prepared statement on a rollback, and every page ends with one: the server would plan each
    question of each page anew. After an error it forgets them as before, so that no plan outlives what it was made for.
    """

    def rollback(self) -> None:
        """End the transaction, and take back what was written in it."""
        whole = self.info.transaction_status == TransactionStatus.INTRANS
        if not whole or self.pgconn.exec_(b"ROLLBACK").status != ExecStatus.COMMAND_OK:
            super().rollback()


@event.listens_for(Engine, "do_connect")
def _connect_to_postgresql(dialect, record, given, named) -> _Planned | None:
    return _Planned.connect(*given, **named) if dialect.driver == "psycopg" else None


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection, record) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
        kept = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if kept not in (value, "memory"):
            raise RuntimeError(f"SQLite keeps {name}={kept}, the register needs {value}")


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
