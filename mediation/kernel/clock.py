"""The time of the register; only the demo's loader moves it, and only in a database marked demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta

_moved: ContextVar[timedelta] = ContextVar("moved", default=timedelta())


def now() -> datetime:
    """This moment in UTC, which is also the hour of Bamako (no summer time since 1963)."""
    return datetime.now(UTC) + _moved.get()


def today() -> date:
    """The day it is in Mali."""
    return now().date()


@contextmanager
def moved_by(shift: timedelta) -> Iterator[None]:
    """Let the register live at another moment, for the demo's loader and for tests."""
    token = _moved.set(shift)
    try:
        yield
    finally:
        _moved.reset(token)
