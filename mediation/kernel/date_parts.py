"""The boxes in which a date is told: from what was typed to a date, and back."""

import re
from dataclasses import dataclass, replace
from datetime import date

from mediation.kernel import births, dates, own_words
from mediation.kernel.dates import ApproximateDate, Precision, Season
from mediation.kernel.language import LazyText, _l, languages
from mediation.kernel.local import NOWHERE, Local
from mediation.kernel.periods import ImpossibleDate, Unit, month_names, weekday_names

CHIPS: dict[str, LazyText] = {
    "day": _l("Jour"),
    "range": _l("Du… au…"),
    "month": _l("Mois"),
    "season": _l("Saison"),
    "year": _l("Année"),
    "before": _l("Avant…"),
    "after": _l("Après…"),
    "other": _l("Autrement"),
    "unknown": _l("On ne sait pas"),
}

# What a number counts when the date is told otherwise.
MEASURES: dict[str, LazyText] = {
    "about": _l("vers cette année"),
    "decade": _l("décennie (1960 : années 1960)"),
    "century": _l("siècle (19 : 19e siècle)"),
    Unit.YEARS.value: _l("ans que cela dure"),
    Unit.MONTHS.value: _l("mois que cela dure"),
    Unit.WEEKS.value: _l("semaines que cela dure"),
    Unit.DAYS.value: _l("jours que cela dure"),
}

# And when it is a birth that is told so.
BIRTH_MEASURES: dict[str, LazyText] = {
    "age": _l("ans (âge)"),
    "about": MEASURES["about"],
    "decade": MEASURES["decade"],
}

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True)
class DateParts:
    """The boxes of a date, as typed."""

    precision: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    season: str = ""
    weekday: str = ""
    number: str = ""
    unit: str = ""
    event: str = ""
    words: str = ""
    local: str = ""
    last: str = ""


def date_of(parts: DateParts, said_on: date, local: Local = NOWHERE) -> ApproximateDate | None:
    """The date that the boxes tell, None when they tell nothing. Raises ImpossibleDate with what to do.

    `local` are the months of seasons and the known years of the institution.
    """
    precision = parts.precision or "day"
    if precision == "day" and not parts.day:
        precision = _told_otherwise(parts)
    elif precision == "day" and parts.last:
        precision = "range"
    match precision:
        case "day":
            return dates.on(dates.calendar_day(_year(parts), _month(parts), _day(parts)), parts.words)
        case "range":
            return _range(parts)
        case "month":
            return dates.in_month(_year(parts), _month(parts), parts.words)
        case "season":
            season = _season(parts)
            return dates.in_season(season, _year(parts), parts.words, local.seasons.get(season))
        case "year":
            return _known_year(parts, local) if parts.local else dates.in_year(_year(parts), parts.words)
        case "before":
            return dates.before(parts.event or parts.words, _known(parts, said_on)[1])
        case "after":
            return dates.after(parts.event or parts.words, _known(parts, said_on)[0])
        case "other":
            return _otherwise(parts, said_on)
        case "unknown":
            return dates.unknown(parts.words)
    return None


def parts_of(d: ApproximateDate | None, local: Local = NOWHERE) -> DateParts:
    """The boxes as they stand for a date that is kept; the register's own words stand in none."""
    if d is None:
        return DateParts()
    parts = DateParts(precision=d.precision.value, words=d.words)
    match d.precision:
        case Precision.DAY:
            return replace(parts, **_boxes_of_day(d.earliest))
        case Precision.RANGE:
            return replace(parts, last=str(d.latest.day), **_boxes_of_day(d.earliest))
        case Precision.MONTH:
            return replace(parts, month=str(d.earliest.month), year=str(d.earliest.year))
        case Precision.SEASON:
            season = d.season or _season_of(d, local)
            words = "" if season and d.words == Season(season).label.source else d.words
            return replace(parts, season=season, year=str(d.earliest.year), words=words)
        case Precision.YEAR if known := _event_of(d, local):
            return replace(parts, local=known, words="")
        case Precision.YEAR if age := births.age_of(d):
            years, _said_on, said = age
            return replace(parts, precision="other", number=str(years), unit="age", words=said)
        case Precision.YEAR if d.earliest.year == d.latest.year:
            return replace(parts, year=str(d.earliest.year))
        case Precision.BEFORE | Precision.AFTER:
            known = d.latest or d.earliest
            return replace(parts, event=d.words, words="", **(_boxes_of_day(known) if known else {}))
        case Precision.UNKNOWN:
            return parts
        case Precision.WEEKDAY:
            named = own_words.weekday_in(d.words) is not None
            return replace(parts, precision="other", weekday=_weekday_in(d.words), words="" if named else d.words)
    number, unit = _measured(d)
    words = "" if own_words.duration_in(d.words) else d.words
    return replace(parts, precision="other", number=str(number), unit=unit, words=words)


def as_typed(parts: DateParts) -> str:
    """What was typed of a date that cannot be read, box by box; a precision alone says nothing."""
    named = {"precision": dict.fromkeys(CHIPS, ""), "month": month_names(), "weekday": weekday_names(),
             "season": {season.value: season.label for season in Season}, "unit": {**MEASURES, **BIRTH_MEASURES}}
    lists = {box: {str(value): str(name) for value, name in names.items()} for box, names in named.items()}
    return ", ".join(filter(None, (lists.get(box, {}).get(typed, typed) for box, typed in vars(parts).items())))


def _season_of(d: ApproximateDate, local: Local) -> str:
    """The season that has these months in this institution."""
    ends = (d.earliest.month, d.latest.month)
    return next((season for season, months in local.seasons.items() if tuple(months) == ends), "")


def _event_of(d: ApproximateDate, local: Local) -> str:
    """The event by which these years were told, if it is one that everybody here knows."""
    told = (d.words, d.earliest.year, d.latest.year)
    return next((event.name for event in local.events if (event.name, event.first, event.last) == told), "")


def _known_year(parts: DateParts, local: Local) -> ApproximateDate:
    """The years of the event that was chosen; a year beside it must be one of them."""
    event = next((event for event in local.events if event.name == parts.local), None)
    if event is None:
        raise ImpossibleDate(_l("Choisissez un événement de la liste."))
    words = parts.words or event.name
    if not parts.year:
        return dates.within_years(event.first, event.last, words)
    if not event.first <= _year(parts) <= event.last:
        raise ImpossibleDate(_l("L’année et l’événement ne vont pas ensemble. Gardez l’un des deux."))
    return dates.in_year(_year(parts), words)


def _range(parts: DateParts) -> ApproximateDate:
    """From a day to another; a last day that is smaller than the first is in the month after."""
    first = dates.calendar_day(_year(parts), _month(parts), _day(parts))
    last = _integer(parts.last, _l("Écrivez aussi le dernier jour en chiffres, par exemple 30."))
    months = first.year * 12 + first.month - (last >= first.day)
    return dates.between(first, dates.calendar_day(months // 12, months % 12 + 1, last), parts.words)


def _boxes_of_day(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def _measured(d: ApproximateDate) -> tuple[int | str, str]:
    """The number and what it counts, for a date told by a number."""
    match d.precision:
        case Precision.YEAR:
            return d.middle_year, "about"
        case Precision.DECADE:
            return d.earliest.year, "decade"
        case Precision.CENTURY:
            return d.latest.year // 100, "century"
    return dates.lasted(d) or ("", "")


def _weekday_in(words: str) -> str:
    return next((str(number) for language in languages() for number, name in weekday_names(language).items()
                 if name.lower() in words.lower()), "")


def _told_otherwise(parts: DateParts) -> str:
    """The precision of what is typed when « Jour », which is chosen from the start, is left without a day."""
    if parts.season:
        return "season"
    if parts.event:
        raise ImpossibleDate(_l("Choisissez « Avant » ou « Après » l’événement."))
    if parts.number or parts.weekday:
        return "other"
    if parts.month:
        return "month"
    if parts.year or parts.local:
        return "year"
    return "unknown" if parts.words else ""


def _known(parts: DateParts, said_on: date) -> tuple[date | None, date | None]:
    """The first and last day the event can have been, as far as its day, month and year are typed."""
    known = date_of(DateParts(day=parts.day, month=parts.month, year=parts.year), said_on)
    return (known.earliest, known.latest) if known else (None, None)


def _otherwise(parts: DateParts, said_on: date) -> ApproximateDate:
    """A weekday alone, or a number and what it counts."""
    if parts.weekday:
        if parts.weekday not in map(str, weekday_names()):
            raise ImpossibleDate(_l("Choisissez un jour de la semaine."))
        return dates.weekday(parts.words or own_words.kept(own_words.weekday, int(parts.weekday)))
    number = _integer(
        parts.number, _l("Écrivez un nombre, par exemple 30, et choisissez ce qu’il compte : ans, siècle…")
    )
    match parts.unit:
        case "age":
            return births.aged(number, said_on, parts.words)
        case "about":
            return dates.about_year(number, parts.words)
        case "decade":
            return dates.in_decade(number, parts.words)
        case "century":
            return dates.in_century(number, parts.words)
        case unit if unit in list(Unit):
            return dates.lasting(number, Unit(unit), said_on, parts.words)
    raise ImpossibleDate(_l("Choisissez ce que compte ce nombre : ans, décennie, siècle…"))


def _year(parts: DateParts) -> int:
    if not parts.year:
        raise ImpossibleDate(_l("Ajoutez l’année. Si vous ne la savez pas, choisissez « On ne sait pas »."))
    return _integer(parts.year, _l("Écrivez l’année avec quatre chiffres, par exemple 2019."))


def _month(parts: DateParts) -> int:
    return _integer(parts.month, _l("Choisissez le mois, ou donnez seulement l’année."))


def _day(parts: DateParts) -> int:
    return _integer(parts.day, _l("Écrivez le jour en chiffres, par exemple 15."))


def _season(parts: DateParts) -> Season:
    if parts.season not in list(Season):
        raise ImpossibleDate(_l("Choisissez la saison, ou donnez seulement l’année."))
    return Season(parts.season)


def _integer(text: str, sentence: LazyText) -> int:
    if not (text.isdecimal() and len(text) <= 6):
        raise ImpossibleDate(sentence)
    return int(text)


def opened(parts: DateParts) -> DateParts:
    """An ISO day given as the precision becomes a day, a month and a year in their boxes."""
    if parts.precision in ("", *CHIPS):
        return parts
    iso = ISO_DAY.fullmatch(parts.precision)
    if not iso:
        raise ImpossibleDate(_l("Choisissez « Jour », ou écrivez la date ainsi : 2026-03-05."))
    year, month, day = (str(int(number)) for number in iso.groups())
    return DateParts("day", day, month, year, words=parts.words)
