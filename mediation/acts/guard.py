"""The lock on the register's tables: nothing in them changes outside an act, and every change is noted.

Two lines of defence: the flush refuses and reads the difference, the engine refuses what goes around
the flush (bulk helpers, Core statements). Raw statements inside an act would go unrecorded; a house
test bans them outside `kernel/` and `acts/`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import event, inspect
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.orm.attributes import PASSIVE_NO_INITIALIZE, get_history

from mediation.acts.refusals import OutsideAct
from mediation.kernel.db import Base

# What an entry says by its place, or by counting it.
UNTOLD = {"id", "dispute_id", "act_count"}
LEDGER_TABLES = {"ledger_entry", "ledger_detail", "ledger_leaf", "ledger_checkpoint"}
# What may stand between two words of SQL, and the name of a table with whatever may stand before it.
BLANK = r"(?:\s|/\*.*?\*/|--[^\n]*\n)+"
QUOTE, END = "[\"'`\\[]", "[\"'`\\]]"
NAME = rf"(?:{BLANK}|(?={QUOTE}))(?:ONLY{BLANK})?(?:{QUOTE}?\w+{END}?\s*\.\s*)*{QUOTE}?(\w+)"
# A write is looked for anywhere: behind WITH, behind EXPLAIN, behind a comment, after another statement.
WRITES = re.compile(
    rf"\b(?:INTO|UPDATE(?:{BLANK}OR{BLANK}\w+)?|DELETE{BLANK}FROM|TRUNCATE(?:{BLANK}TABLE)?|COPY){NAME}",
    re.IGNORECASE | re.DOTALL)
EMPTIED = re.compile(r"\bTRUNCATE\b(.*)", re.IGNORECASE | re.DOTALL)
LISTED = re.compile(rf",\s*(?:{QUOTE}?\w+{END}?\s*\.\s*)*{QUOTE}?(\w+)")
READS = ("SELECT", "SAVEPOINT", "PRAGMA")


class Guarded:
    """Mixin of every model whose rows change only through the door."""


@dataclass
class Opened:
    """An act under way: what it may set as stages, and what it has changed so far."""

    act: object
    changes: dict[tuple[str, int], dict[str, list]] = field(default_factory=dict)
    rows: dict[tuple[str, int], Guarded] = field(default_factory=dict)

    def note(self, row: Guarded, name: str, before, after) -> None:
        """Remember one changed field of a row: the first value before, the last value after."""
        place = row.__tablename__, row.id
        self.rows[place] = row
        fields = self.changes.setdefault(place, {})
        fields[name] = [fields[name][0] if name in fields else before, after]


_opened: ContextVar[Opened | None] = ContextVar("opened", default=None)


@contextmanager
def opened(act) -> Iterator[Opened]:
    """Open the register's tables for one act and collect what it changes."""
    work = Opened(act)
    token = _opened.set(work)
    try:
        yield work
    finally:
        _opened.reset(token)


def guarded_tables() -> set[str]:
    """The tables that only acts write."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__ for model in models if issubclass(model, Guarded)} | LEDGER_TABLES


def watch(engine: Engine) -> None:
    """Make this engine refuse every write to a guarded table outside an act."""
    tables = guarded_tables()

    @event.listens_for(engine, "before_cursor_execute")
    def _refuse_writes(connection, cursor, statement, parameters, context, many) -> None:
        if _opened.get() is not None or (statement.startswith(READS) and ";" not in statement):
            return
        for written in written_by(statement) & tables:
            raise OutsideAct(f"{written} is written by acts only")


def written_by(statement: str) -> set[str]:
    """The tables that a statement writes, as far as its words tell."""
    found = {name.lower() for name in WRITES.findall(statement)}
    for several in EMPTIED.findall(statement):
        found.update(name.lower() for name in LISTED.findall(several))
    return found


@event.listens_for(Mapper, "after_configured")
def _remember_old_values() -> None:
    """An expired row forgets what it held unless its columns have active history."""
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Guarded):
            for column in mapper.column_attrs:
                getattr(mapper.class_, column.key).impl.active_history = True


@event.listens_for(Mapper, "after_configured")
def _trust_row_ids() -> None:
    """Row ids never change. SQLAlchemy has no public word for that: whenever a dispute is written it would ask each
    of the fifty tables that hang on it whether theirs must follow, a sixth of the time of an act."""
    for mapper in Base.registry.mappers:
        mapper._dependency_processors.clear()


@event.listens_for(Session, "before_flush")
def _refuse_flush(session: Session, context, instances) -> None:
    touched = [row for row in (*session.new, *session.dirty, *session.deleted) if isinstance(row, Guarded)]
    work = _opened.get()
    if touched and work is None:
        raise OutsideAct(f"{type(touched[0]).__name__} is written by acts only")
    for row in touched:
        if row in session.deleted:
            raise OutsideAct(f"{type(row).__name__} is never deleted: strike it out")
        _refuse_foreign_stage(work, row)


def _refuse_foreign_stage(work: Opened, row) -> None:
    """A stage may only become what the catalogue says this act leads to."""
    if "stage" not in inspect(row).committed_state:
        return
    history = get_history(row, "stage", PASSIVE_NO_INITIALIZE)
    if not history.has_changes():
        return
    stage = history.added[0]
    allowed = {(type(member), member) for member in work.act.leads_to}
    if (type(stage), stage) not in allowed and stage not in (history.deleted or ()):
        raise OutsideAct(f"{work.act.name} does not lead to {stage!r}")


@event.listens_for(Session, "after_flush")
def _read_difference(session: Session, context) -> None:
    """Read what changed here, where new ids and foreign keys are there and old values still are."""
    work = _opened.get()
    if work is None:
        return
    for row in (*session.new, *session.dirty):
        if isinstance(row, Guarded):
            _note_row(work, row, new=row in session.new)


def _note_row(work: Opened, row, *, new: bool) -> None:
    state = inspect(row)
    for name, key in told_fields(type(row)).items():
        if new:
            # Read from the row itself: what a default has filled in has no history.
            if (first := state.dict.get(key)) is not None:
                work.note(row, name, None, first)
        # Only what somebody has set since can have changed.
        elif key in state.committed_state:
            history = get_history(row, key, PASSIVE_NO_INITIALIZE)
            if history.has_changes():
                after = history.added[0] if history.added else None
                work.note(row, name, history.deleted[0] if history.deleted else None, after)


@cache
def told_fields(model: type[Base]) -> dict[str, str]:
    """The columns of which entries tell, in their order, each with the attribute that holds it."""
    mapper = inspect(model)
    return {column.name: mapper.get_property_by_column(column).key
            for column in model.__table__.c if column.name not in UNTOLD}


@cache
def reserved_fields(model: type[Base]) -> frozenset[str]:
    """The columns of which entries tell a digest only."""
    return frozenset(column.name for column in model.__table__.c if column.info.get("reserved"))
