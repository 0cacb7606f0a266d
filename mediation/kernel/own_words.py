"""The register's own words for what was chosen by a number or in a list: kept in French, known again in any language.

What people said stays as they said it; what a control wrote for them is told in the reader's language.
"""

import re
from collections.abc import Callable

from mediation.kernel.language import SOURCE, languages, ngettext, speaking
from mediation.kernel.periods import Unit, weekday_names

NUMBER = re.compile(r"[0-9]{1,6}")
BESIDE = ", "  # between an age and what was said with it


def since(number: int, unit: Unit) -> str:
    """How long something has lasted."""
    match unit:
        case Unit.YEARS:
            return ngettext("depuis %(n)d an", "depuis %(n)d ans", number)
        case Unit.MONTHS:
            return ngettext("depuis %(n)d mois", "depuis %(n)d mois", number)
        case Unit.WEEKS:
            return ngettext("depuis %(n)d semaine", "depuis %(n)d semaines", number)
        case Unit.DAYS:
            return ngettext("depuis %(n)d jour", "depuis %(n)d jours", number)


def years_old(number: int) -> str:
    """The age of a person."""
    return ngettext("%(n)d an", "%(n)d ans", number)


def weekday(number: int) -> str:
    """A day of the week, 0 for Monday."""
    return weekday_names()[number]


def kept(phrase: Callable[..., str], *told: object) -> str:
    """A phrase as it is kept: in the source language, whoever writes."""
    return spoken_in(SOURCE, phrase, *told)


def spoken_in(language: str, phrase: Callable[..., str], *told: object) -> str:
    """A phrase in one language."""
    with speaking(language):
        return phrase(*told)


def duration_in(words: str) -> tuple[int, Unit] | None:
    """The number and the unit, when the words are the register's own for a duration."""
    number = _number(words)
    return next(((number, unit) for unit in Unit if number is not None and _are(words, since, number, unit)), None)


def age_in(words: str) -> tuple[int, str] | None:
    """The age that the register's own words begin with, and what was said beside it."""
    age, _comma, said = words.partition(BESIDE)
    number = _number(age)
    return (number, said) if number is not None and _are(age, years_old, number) else None


def weekday_in(words: str) -> int | None:
    """The day of the week, when the words are its name and nothing else."""
    return next((number for number in weekday_names() if _are(words, weekday, number)), None)


def _number(words: str) -> int | None:
    found = NUMBER.search(words)
    return int(found[0]) if found else None


def _are(words: str, phrase: Callable[..., str], *told: object) -> bool:
    """Whether these are the words of a phrase, in the language of whoever wrote it."""
    return any(words == spoken_in(language, phrase, *told) for language in languages())
