"""Days small enough for a margin, a rail or a column: « 12 janv. », with the year when it is another."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate, Precision
from mediation.kernel.language import ngettext, spoken

FIRST = re.compile(r"\b1 ")
PATTERNS = {Precision.DAY: ("d MMM", "d MMM y"), Precision.MONTH: ("MMMM", "MMMM y")}


def short(when: ApproximateDate | None) -> str:
    """An approximate date: the month cut short, the year only when it is not this one."""
    if when is None:
        return ""
    if when.precision not in PATTERNS:
        return dates.said(when, clock.today())
    pattern = PATTERNS[when.precision][when.earliest.year != clock.today().year]
    return _formatted(when.earliest, pattern, spoken())


def short_day(day: date, weekday: bool = False) -> str:
    """A plain day, with its weekday if asked."""
    pattern = PATTERNS[Precision.DAY][day.year != clock.today().year]
    return _formatted(day, f"EEE {pattern}" if weekday else pattern, spoken())


def weekday(day: date) -> str:
    """The day of the week."""
    return _formatted(day, "EEEE", spoken())


def month(day: date) -> str:
    """The month and its year."""
    return _formatted(day, "MMMM y", spoken())


def lateness(days: int) -> str:
    """By how many days something is certainly late; nothing when it is not."""
    return ngettext("en retard de %(num)d jour", "en retard de %(num)d jours", days) if days else ""


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, language: str) -> str:
    """A day by a pattern; « 1er » in French, which the calendars of Unicode leave out."""
    said = format_date(day, pattern, locale=language)
    return FIRST.sub("1er ", said) if language == "fr" and "d" in pattern else said
