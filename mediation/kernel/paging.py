"""Pages of long lists by key, not by offset, and counts that stop where nobody reads on.

A page begins after, or ends before, the key of a row that was seen; what is added meanwhile neither hides
a row nor shows one twice. The key travels in the address as one opaque word; a word that is not one, or
that belongs to another order, means the first page.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps, loads

from sqlalchemy import FromClause, Select, func, literal, select, tuple_

from mediation.kernel.db import db
from mediation.kernel.text import UNREADABLE

PAGE = 50
COUNTED_UP_TO = 999
LONGEST_CURSOR = 400
LARGEST_NUMBER = 2**31 - 1
# What only counts says so: rows that nobody sorts are found another way than rows that are shown in order.
UNSORTED = "unsorted"


@dataclass(frozen=True)
class Order:
    """How a list is ordered: a word for the address, and columns in one direction, the last one unique."""

    name: str
    keys: tuple
    descending: bool = True

    def clauses(self, backwards: bool, keys: Sequence | None = None) -> list:
        """The keys as they sort, read forwards or backwards; or other columns that hold the same."""
        return [key.desc() if self.descending is not backwards else key.asc() for key in keys or self.keys]

    def beyond(self, values: tuple, backwards: bool):
        """The condition of coming after these values, in the direction of reading."""
        here = tuple_(*self.keys)
        there = tuple_(*(literal(value, key.type) for key, value in zip(self.keys, values, strict=True)))
        return here < there if self.descending is not backwards else here > there


@dataclass(frozen=True)
class Page:
    """The rows of one page and the keys of its neighbours (None where there is none)."""

    rows: list
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Question:
    """A page that is asked for: the statement of its rows, and how they are read once they are there."""

    statement: Select
    order: Order
    backwards: bool
    first: bool
    size: int

    def answered(self, **values) -> Page:
        """The page, as this question finds it now; with the values that its statement waits for."""
        found = db.session.execute(self.statement, values).all()
        more, rows = len(found) > self.size, found[:self.size]
        if self.backwards:
            rows.reverse()
        if not rows:
            return Page([], None, None)
        has_before, has_after = (more, True) if self.backwards else (not self.first, more)
        return Page(rows, _write(self.order, rows[0], backwards=True) if has_before else None,
                    _write(self.order, rows[-1], backwards=False) if has_after else None)


def page(statement: Select, order: Order, cursor: str | None = None, size: int = PAGE) -> Page:
    """One page of a statement that selects columns; its rows carry the keys of the order at their end."""
    return question(statement, order, cursor, size).answered()


def question(statement: Select, order: Order, cursor: str | None = None, size: int = PAGE,
             dress: Callable[[FromClause], Select] | None = None) -> Question:
    """A page to ask for, perhaps many times: to put a long question together takes longer than to answer it.

    With `dress`, what a row shows is looked up for the rows of the page only: it is given the statement
    as a table, and returns the columns to show.
    """
    backwards, values = _read(order, cursor)
    if values is not None:
        statement = statement.where(order.beyond(values, backwards))
    keys = [key.label(f"key_{number}") for number, key in enumerate(order.keys)]
    statement = statement.add_columns(*keys).order_by(*order.clauses(backwards)).limit(size + 1)
    if dress is not None:
        chosen = statement.subquery()
        kept = [chosen.c[key.name] for key in keys]
        statement = dress(chosen).add_columns(*kept).order_by(*order.clauses(backwards, kept))
    return Question(statement, order, backwards, values is None, size)


def counted(*counts) -> Select:
    """Capped counts and other single values in one statement, which says that nothing in it is sorted."""
    return select(*counts).execution_options(**{UNSORTED: True})


def capped(statement: Select):
    """The capped count of a statement as one value, so that several are asked at once."""
    some = statement.order_by(None).limit(COUNTED_UP_TO + 1).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def said_count(number: int) -> str:
    """A count as it is shown: true up to 999, then `999+`."""
    return str(number) if number <= COUNTED_UP_TO else f"{COUNTED_UP_TO}+"


def _write(order: Order, row, backwards: bool) -> str:
    """The key of a row, with the order and the direction it is for."""
    values = [value.isoformat() if isinstance(value, date) else value for value in row[-len(order.keys):]]
    told = dumps([order.name, int(backwards), *values], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def _read(order: Order, cursor: str | None) -> tuple[bool, tuple | None]:
    """The direction and the key of a cursor; no key for anything that this program did not write."""
    if not cursor or len(cursor) > LONGEST_CURSOR:
        return False, None
    try:
        name, backwards, *values = loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if name != order.name or len(values) != len(order.keys):
            return False, None
        pairs = zip(order.keys, values, strict=True)
        return bool(backwards), tuple(_value(key, value) for key, value in pairs)
    except (ValueError, TypeError, RecursionError):
        return False, None


def _value(key, value):
    """One value of a key in the type of its column; raises ValueError or TypeError."""
    kind = key.type.python_type
    if kind is date:
        return date.fromisoformat(value)
    if type(value) is not kind or kind is int and abs(value) > LARGEST_NUMBER:
        raise ValueError(value)
    if kind is str and UNREADABLE.search(value):
        raise ValueError(value)
    return value
