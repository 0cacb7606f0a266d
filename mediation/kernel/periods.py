"""The calendar: which days there are, and how far back a spoken number reaches."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from babel.dates import get_day_names, get_month_names

from mediation.kernel.language import _l, spoken
from mediation.kernel.text import BadInput

FIRST_YEAR, LAST_YEAR = 1000, 2999


class ImpossibleDate(BadInput):
    """A date that no calendar holds."""


class Unit(StrEnum):
    """What a duration is counted in."""

    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"


MONTHS_IN = {Unit.YEARS: 12, Unit.MONTHS: 1}
DAYS_IN = {Unit.WEEKS: 7, Unit.DAYS: 1}


def calendar_day(year: int, month: int, day: int) -> date:
    """The day of the calendar, or ImpossibleDate with what to do."""
    last = last_of_month(year, month).day
    if not 1 <= day <= 31:
        raise ImpossibleDate(_l("Ce jour n’existe pas. Écrivez un jour entre 1 et 31."))
    if day > last:
        raise ImpossibleDate(
            _l("Le %(day)d %(month)s n’existe pas. Changez le jour, ou donnez seulement le mois."),
            day=day,
            month=month_names()[month],
        )
    return date(year, month, day)


def last_of_month(year: int, month: int) -> date:
    checked_year(year)
    if not 1 <= month <= 12:
        raise ImpossibleDate(_l("Ce mois n’existe pas. Écrivez un mois entre 1 et 12."))
    return date(year, month, monthrange(year, month)[1])


def checked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleDate(
            _l("Cette année n’est pas possible. Écrivez une année à quatre chiffres, entre 1000 et 2999.")
        )
    return year


def spread(number: int) -> int:
    """What a spoken number leaves open: people round to fives and tens (census manual of 2009: ± 5 years)."""
    return 5 if number >= 10 and number % 5 == 0 else 1


def back(day: date, number: int, unit: Unit) -> date:
    """The day so many units earlier; the last of the month when that day does not exist."""
    if unit in DAYS_IN:
        earlier = day.toordinal() - number * DAYS_IN[unit]
        if earlier >= date(FIRST_YEAR, 1, 1).toordinal():
            return date.fromordinal(earlier)
    else:
        year, month = divmod(day.year * 12 + day.month - 1 - number * MONTHS_IN[unit], 12)
        if year >= FIRST_YEAR:
            return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_of_month(year, month + 1))
    raise ImpossibleDate(_l("Cette durée est trop longue. Écrivez un nombre plus petit."))


def months_later(day: date, number: int) -> date:
    """The day so many months later; the last of the month when that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_of_month(year, month + 1))


def month_names(language: str | None = None) -> dict[int, str]:
    """1 to 12, by their names."""
    return dict(get_month_names("wide", locale=language or spoken()))


def weekday_names(language: str | None = None) -> dict[int, str]:
    """0 for Monday to 6, by their names."""
    return dict(get_day_names("wide", locale=language or spoken()))
