"""Dates as people remember them: the words said, how precise they are, and the days they can mean.

Every date is an interval of days, both ends included. An end that is None is open: nobody knows.
Only what is certain may refuse or be called late; a date that may be right is taken as right.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from mediation.kernel import own_words
from mediation.kernel.language import LazyText, _l, catalogue, spoken
from mediation.kernel.periods import (
    ImpossibleDate,
    Unit,
    back,
    calendar_day,
    checked_year,
    last_of_month,
    spread,
)


class Precision(StrEnum):
    """How precisely a date is known (regulation, part 4)."""

    DAY = "day"
    RANGE = "range"
    WEEKDAY = "weekday"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


# Told by the calendar, or counted from a day: both ends of these are known.
BOUNDED = frozenset(Precision) - {Precision.WEEKDAY, Precision.BEFORE, Precision.AFTER, Precision.UNKNOWN}


class Season(StrEnum):
    """The seasons by which the year is told in Mali."""

    RAINY = "rainy"
    COLD = "cold"
    HOT = "hot"
    HARVEST = "harvest"

    @property
    def label(self) -> LazyText:
        return SEASONS[self][2]


# Season: first month, last month (of the next year when it comes earlier), French name.
SEASONS: dict[Season, tuple[int, int, LazyText]] = {
    Season.RAINY: (6, 10, _l("hivernage")),
    Season.COLD: (11, 2, _l("saison froide")),
    Season.HOT: (3, 5, _l("saison chaude")),
    Season.HARVEST: (10, 12, _l("récolte")),
}


@dataclass(frozen=True, slots=True)
class ApproximateDate:
    """A date as it was said. Four columns, in this order; build one with the functions below.

    `words` are the words said (of the event, for before and after). Raises ImpossibleDate for an
    end outside the years 1000 to 2999, a missing end, or an interval that ends before it starts.
    """

    words: str
    precision: Precision
    earliest: date | None
    latest: date | None

    def __post_init__(self):
        object.__setattr__(self, "words", self.words or "")
        object.__setattr__(self, "precision", Precision(self.precision))
        for end in (self.earliest, self.latest):
            if end is not None:
                checked_year(end.year)
        if self.precision in BOUNDED and not (self.earliest and self.latest):
            raise ImpossibleDate(_l("Il manque le début ou la fin de cette date. Donnez les deux."))
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ImpossibleDate(_l("La fin est avant le début. Changez l’une des deux dates."))

    def __composite_values__(self) -> tuple[str, Precision, date | None, date | None]:
        return self.words, self.precision, self.earliest, self.latest

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest first, undated last. In SQL: coalesce(earliest, latest), nulls last."""
        return self.earliest or self.latest or date.max, self.latest or self.earliest or date.max

    @property
    def season(self) -> Season | None:
        """The season that was said, else the one whose months these are; months may be an institution's own."""
        if named := next((season for season in Season if season.label.source == self.words), None):
            return named
        ends = (self.earliest.month, self.latest.month)
        return next((season for season, (*months, _name) in SEASONS.items() if tuple(months) == ends), None)

    @property
    def middle_year(self) -> int:
        """The year in the middle of the interval, to say « vers 1965 »."""
        return (self.earliest + (self.latest - self.earliest) / 2).year

    def certainly_before(self, other: "ApproximateDate") -> bool:
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def certainly_after(self, other: "ApproximateDate") -> bool:
        return other.certainly_before(self)

    def certainly_past(self, today: date) -> bool:
        return self.latest is not None and self.latest < today

    def certainly_future(self, today: date) -> bool:
        return self.earliest is not None and self.earliest > today

    def days_late(self, today: date) -> int:
        """Days since the last possible day; 0 while the date may still be to come."""
        return (today - self.latest).days if self.certainly_past(today) else 0


def approximate(
    words: str | None, precision: str | None, earliest: date | None, latest: date | None
) -> ApproximateDate | None:
    """From the four columns: `composite(approximate, ...)`. Without precision there is no date."""
    return None if precision is None else ApproximateDate(words or "", Precision(precision), earliest, latest)


def on(day: date, words: str = "") -> ApproximateDate:
    return ApproximateDate(words, Precision.DAY, day, day)


def between(first: date, last: date, words: str = "") -> ApproximateDate:
    """From one day to another, both included: what lasted, or one of them, nobody knows which."""
    return on(first, words) if first == last else ApproximateDate(words, Precision.RANGE, first, last)


def in_month(year: int, month: int, words: str = "") -> ApproximateDate:
    return _months(Precision.MONTH, year, month, year, month, words)


def in_season(season: Season, year: int, words: str = "", months: tuple[int, int] | None = None) -> ApproximateDate:
    """`year` is the year in which the season starts: the cold season 2023 ends in February 2024.

    `months` are those of the institution; the season is then kept by its name, which the months do not tell.
    """
    *usual, name = SEASONS[season]
    first, last = months or usual
    if not words and [first, last] != usual:
        words = name.source
    return _months(Precision.SEASON, year, first, year + (last < first), last, words)


def in_year(year: int, words: str = "") -> ApproximateDate:
    return _months(Precision.YEAR, year, 1, year, 12, words)


def within_years(first: int, last: int, words: str = "") -> ApproximateDate:
    """The years of an event that everybody knows."""
    return _months(Precision.YEAR, first, 1, last, 12, words)


def in_decade(year: int, words: str = "") -> ApproximateDate:
    """The decade that holds `year`: 1960 to 1969 for 1960."""
    start = checked_year(year) // 10 * 10
    return _months(Precision.DECADE, start, 1, start + 9, 12, words)


def in_century(century: int, words: str = "") -> ApproximateDate:
    """The 19th century runs from 1801 to 1900."""
    if not 11 <= century <= 29:
        raise ImpossibleDate(_l("Ce siècle n’est pas possible. Écrivez un nombre entre 11 et 29."))
    return _months(Precision.CENTURY, century * 100 - 99, 1, century * 100, 12, words)


def lasting(number: int, unit: Unit, until: date, words: str = "") -> ApproximateDate:
    """When began what had lasted `number` units on `until`, the day it was said.

    The beginning is widened by what a spoken number leaves open, and may be as late as `until`.
    """
    if number < 1:
        raise ImpossibleDate(_l("Écrivez combien de temps, par exemple 30 ans."))
    earliest = back(until, number + spread(number), unit)
    words = words or own_words.kept(own_words.since, number, unit)
    return ApproximateDate(words, Precision.DURATION, earliest, until)


def lasted(d: ApproximateDate) -> tuple[int, Unit] | None:
    """The number and unit of a duration, found again from its interval."""
    for unit in Unit:
        for number in range(1, 200):
            if back(d.latest, number + spread(number), unit) == d.earliest:
                return number, unit
    return None


def before(event_words: str, known: date | None = None) -> ApproximateDate:
    """Before an event, or on the same day; `known` is the day of the event, when it is known."""
    return ApproximateDate(_event(event_words), Precision.BEFORE, None, known)


def after(event_words: str, known: date | None = None) -> ApproximateDate:
    return ApproximateDate(_event(event_words), Precision.AFTER, known, None)


def weekday(words: str) -> ApproximateDate:
    """A day of the week in an undated account: « vendredi passé »."""
    return ApproximateDate(words, Precision.WEEKDAY, None, None)


def unknown(words: str = "") -> ApproximateDate:
    return ApproximateDate(words, Precision.UNKNOWN, None, None)


def about_year(year: int, words: str = "") -> ApproximateDate:
    """« Vers 1965 »: five years on both sides of a round number, one of another."""
    wide = spread(year)
    return _months(Precision.YEAR, year - wide, 1, year + wide, 12, words)


def said(d: ApproximateDate, today: date, language: str | None = None, short: bool = False) -> str:
    """How a date prints. Short: with the day of the week, and without the year when it is this year."""
    language = language or spoken()
    match d.precision:
        case Precision.DAY:
            return said_day(d.earliest, language, short=short and d.earliest.year == today.year)
        case Precision.RANGE:
            return _said_range(d, language)
        case Precision.MONTH:
            return format_date(d.earliest, "MMMM y", locale=language)
        case Precision.SEASON:
            return _said_season(d, language)
        case Precision.YEAR:
            return _said_year(d, language)
        case Precision.DECADE:
            return phrase(_l("années %(year)d"), language, year=d.earliest.year)
        case Precision.CENTURY:
            return phrase(_l("%(nth)s siècle"), language, nth=_nth(d.latest.year // 100, language))
        case Precision.BEFORE:
            return _said_event(_l("avant %(event)s"), d.words, d.latest, language)
        case Precision.AFTER:
            return _said_event(_l("après %(event)s"), d.words, d.earliest, language)
        case Precision.DURATION:
            told = own_words.duration_in(d.words)
            words = own_words.spoken_in(language, own_words.since, *told) if told else d.words
            return said_then(words, d.latest, language)
        case Precision.WEEKDAY if (number := own_words.weekday_in(d.words)) is not None:
            return own_words.spoken_in(language, own_words.weekday, number)
    return d.words or phrase(_l("date inconnue"), language)


def said_then(words: str, said_on: date, language: str) -> str:
    """What is true of the day it was said, with its year."""
    return phrase(_l("%(words)s (dit en %(year)d)"), language, words=words, year=said_on.year)


def said_day(day: date, language: str | None = None, short: bool = False) -> str:
    """« 1er mars 2026 », short « dim. 1er mars »; Unicode's data leave out the « er »."""
    language = language or spoken()
    printed = format_date(day, "EEE d MMMM" if short else "d MMMM y", locale=language)
    return re.sub(r"\b1 ", "1er ", printed, count=1) if language == "fr" else printed


def _event(words: str) -> str:
    if not words.strip():
        raise ImpossibleDate(_l("Écrivez l’événement, par exemple : la mort du chef de village."))
    return words.strip()


def _months(precision: Precision, y1: int, m1: int, y2: int, m2: int, words: str) -> ApproximateDate:
    """From the first day of one month to the last day of another."""
    return ApproximateDate(words, precision, calendar_day(y1, m1, 1), last_of_month(y2, m2))


def phrase(text: LazyText, language: str, **parts: object) -> str:
    """A text in one language, its places filled."""
    return catalogue(language).gettext(text.source) % parts


def _said_range(d: ApproximateDate, language: str) -> str:
    """« du 25 au 30 mars 2019 », « du 28 mars au 3 avril 2019 »: what both ends share is said once."""
    pattern = "d MMMM y"
    if d.earliest.year == d.latest.year:
        pattern = "d" if d.earliest.month == d.latest.month else "d MMMM"
    first = format_date(d.earliest, pattern, locale=language)
    first = re.sub(r"^1\b", "1er", first) if language == "fr" else first
    return phrase(_l("du %(first)s au %(last)s"), language, first=first, last=said_day(d.latest, language))


def _said_season(d: ApproximateDate, language: str) -> str:
    name = phrase(d.season.label, language) if d.season else d.words
    years = f"{d.earliest.year}–{d.latest.year}" if d.latest.year > d.earliest.year else f"{d.earliest.year}"
    return f"{name} {years}".strip()


def _said_year(d: ApproximateDate, language: str) -> str:
    if d.earliest.year == d.latest.year:
        return str(d.earliest.year)
    return phrase(_l("vers %(year)d"), language, year=d.middle_year)


def _nth(number: int, language: str) -> str:
    """19e, 19th."""
    if language != "en":
        return f"{number}e"
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number % 100 <= 13 else endings.get(number % 10, 'th')}"


def _said_event(text: LazyText, event: str, known: date | None, language: str) -> str:
    words = phrase(text, language, event=event)
    return f"{words} ({said_day(known, language)})" if known else words
