"""The birth of a person as people know it: an exact day, a year, the age that was said, or a band of ages."""

from datetime import date, timedelta
from enum import StrEnum

from mediation.kernel import own_words
from mediation.kernel.dates import ApproximateDate, Precision, lasted, phrase, said, said_then
from mediation.kernel.language import LazyText, _l, spoken
from mediation.kernel.periods import ImpossibleDate, Unit, back, months_later, spread

OLDEST = 130  # of the ages that are taken


class AgeBand(StrEnum):
    """The age of a person who gives no number."""

    CHILD = "child"
    YOUTH = "youth"
    ADULT = "adult"
    ELDER = "elder"

    @property
    def label(self) -> LazyText:
        return AGE_BANDS[self][2]


# Band: youngest and oldest age in years, wide because bands are judged by eye; French name.
AGE_BANDS: dict[AgeBand, tuple[int, int, LazyText]] = {
    AgeBand.CHILD: (0, 17, _l("enfant")),
    AgeBand.YOUTH: (12, 40, _l("jeune")),
    AgeBand.ADULT: (18, 70, _l("adulte")),
    AgeBand.ELDER: (45, 115, _l("ancien")),
}


def aged(years: int, on_date: date, words: str = "") -> ApproximateDate:
    """The birth of somebody who said this age on `on_date`, with what a spoken age leaves open.

    The words begin with the age, which the interval does not tell; those that were said follow it.
    """
    if not 0 <= years <= OLDEST:
        raise ImpossibleDate(_l("Cet âge n’est pas possible. Écrivez un âge entre 0 et 130 ans."))
    words = own_words.BESIDE.join(filter(None, (own_words.kept(own_words.years_old, years), words)))
    return _born(on_date, years - spread(years), years + spread(years), words, Precision.YEAR)


def age_of(d: ApproximateDate) -> tuple[int, date, str] | None:
    """The age that was said, the day it was said, and the words beside it; None for a birth told otherwise."""
    told = own_words.age_in(d.words) if d.precision is Precision.YEAR else None
    if told is None or told[0] > OLDEST:
        return None
    years, words = told
    day = months_later(d.latest, max(years - spread(years), 0) * 12)
    # The youngest age that was said on 29 February is that of the 28th, in a common year.
    return next(((years, one, words) for one in (day, day + timedelta(days=1)) if _is_aged(d, years, one)), None)


def age_of_duration(d: ApproximateDate) -> ApproximateDate:
    """A birth kept as « depuis 45 ans », when its boxes had no age, as the age that was meant; another as it is."""
    number, unit = (lasted(d) if d.precision is Precision.DURATION else None) or (None, None)
    if unit is not Unit.YEARS or number > OLDEST:
        return d
    return aged(number, d.latest, "" if own_words.duration_in(d.words) else d.words)


def in_age_band(band: AgeBand, on_date: date) -> ApproximateDate:
    """The birth of a child, a youth, an adult, an elder; the words are the band's, in the source language."""
    youngest, oldest, _name = AGE_BANDS[band]
    return _born(on_date, youngest, oldest, band.label.source, Precision.UNKNOWN)


def said_on(d: ApproximateDate | None) -> date | None:
    """The day on which an age or a duration was said; None for what is true of no day."""
    if d is None:
        return None
    if age := age_of(d):
        return age[1]
    return d.latest if d.precision is Precision.DURATION else None


def said_birth(d: ApproximateDate, today: date, language: str | None = None) -> str:
    """How a birth prints: the day when it is known, the age with when it was said, else never without « estimé »."""
    language = language or spoken()
    d = age_of_duration(d)
    if age := age_of(d):
        return _said_age(*age, language)
    if d.precision is Precision.DAY or not (d.words or d.earliest or d.latest):
        return said(d, today, language)
    words = said(d, today, language)
    if words in {band.label.source for band in AgeBand}:
        words = phrase(LazyText(words), language)
    return phrase(_l("%(date)s (estimé)"), language, date=words)


def _said_age(years: int, day: date, words: str, language: str) -> str:
    """« 45 ans (dit en 2026) », with the words that were said beside it."""
    told = own_words.spoken_in(language, own_words.years_old, years)
    return said_then(own_words.BESIDE.join(filter(None, (told, words))), day, language)


def _is_aged(d: ApproximateDate, years: int, day: date) -> bool:
    """Whether this is the birth of somebody who said this age on this day."""
    try:
        return aged(years, day).sort_key == d.sort_key
    except ImpossibleDate:
        return False


def _born(on_date: date, youngest: int, oldest: int, words: str, precision: Precision) -> ApproximateDate:
    earliest = back(on_date, oldest + 1, Unit.YEARS) + timedelta(days=1)
    return ApproximateDate(words, precision, earliest, back(on_date, max(youngest, 0), Unit.YEARS))
