"""Words in the reader's language: French is the source, every other language is one .po file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "fr"
CATALOGUES = Path(__file__).parent.parent / "translations"

_spoken: ContextVar[str] = ContextVar("spoken", default=SOURCE)


@cache
def languages() -> tuple[str, ...]:
    """The languages the interface speaks: French, then one per file in `translations/`."""
    return (SOURCE, *sorted(path.stem for path in CATALOGUES.glob("*.po")))


@cache
def catalogue(code: str) -> NullTranslations:
    """The texts of one language; French needs none, it is what the code says."""
    if code == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    with (CATALOGUES / f"{code}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=None))
    compiled.seek(0)
    return GNUTranslations(compiled)


def speak(code: str) -> None:
    """Choose the language of what follows in this request, command or test; unknown codes mean French."""
    _spoken.set(code if code in languages() else SOURCE)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Write in this language inside, whatever the reader's own."""
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language chosen for what is being written now."""
    return _spoken.get()


def _(text: str, **values: object) -> str:
    """The text in the reader's language, its `%(name)s` places filled."""
    said = catalogue(spoken()).gettext(text)
    return said % values if values else said


def colon() -> str:
    """What stands between a word and what it announces: French puts a space before it."""
    return _("\u00a0: ")


def clauses(parts: Iterable[str]) -> str:
    """Several things told on one line, apart: French puts a narrow space before its semicolon."""
    return _("\u202f; ").join(parts)


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The right plural for a number; French says nought and one in the singular."""
    words = catalogue(spoken())
    in_french = one if abs(number) < 2 else many
    said = words.ngettext(one, many, number) if isinstance(words, GNUTranslations) else in_french
    return said % {"n": number, "num": number, **values}


def pgettext(context: str, text: str, **values: object) -> str:
    """The text, told apart from the same words used elsewhere."""
    said = catalogue(spoken()).pgettext(context, text)
    return said % values if values else said


class LazyText:
    """A text written once in code and translated each time it is shown."""

    __slots__ = ("source",)

    def __init__(self, source: str):
        self.source = source

    def __str__(self) -> str:
        return _(self.source)

    def __mod__(self, values: object) -> str:
        return str(self) % values

    def __add__(self, other: object) -> str:
        return str(self) + str(other)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"LazyText({self.source!r})"


def _l(text: str) -> LazyText:
    """Mark a text in module-level code for translation."""
    return LazyText(text)
