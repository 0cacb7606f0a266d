"""What an institution changes in every question: the months of its seasons, its years known to all, what it hides.

A form that is filled for a dispute is asked with what its institution has settled; elsewhere nothing is changed.
Who knows the institution (a higher floor) says how to find it, in `FINDERS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flask import g, has_app_context

from mediation.kernel.dates import Season

OTHER = "other"  # The entry of a list that stands for all that is not in it.


@dataclass(frozen=True)
class LocalEvent:
    """A year, or years, that everybody here knows by a name: « la grande sécheresse », 1973 to 1974."""

    name: str
    first: int
    last: int

    @property
    def said(self) -> str:
        """The name with its years, as a list offers it."""
        years = f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"
        return f"{self.name} ({years})"


@dataclass(frozen=True)
class Own:
    """An entry that an institution added to a list: kept as « other » with these words, and counted so."""

    other: StrEnum
    label: str

    def __str__(self) -> str:
        return f"own:{self.label}"


@dataclass(frozen=True)
class Local:
    """Months of seasons (first, last), events that date an age, the entries hidden from each list or added to it."""

    seasons: Mapping[Season, tuple[int, int]] = field(default_factory=dict)
    events: tuple[LocalEvent, ...] = ()
    hidden: Mapping[type, frozenset] = field(default_factory=dict)
    own: Mapping[type, tuple[Own, ...]] = field(default_factory=dict)

    def hides(self, member) -> bool:
        """Whether this entry of a list is not offered here; codes of two lists are never taken for each other."""
        return bool(self.hidden) and isinstance(member, StrEnum) and member in self.hidden.get(type(member), ())

    def added(self, member) -> tuple[Own, ...]:
        """The institution's own entries, if this member of a list is the « other » as which they are kept."""
        if not self.own or not isinstance(member, StrEnum) or member.value != OTHER:
            return ()
        return self.own.get(type(member), ())


NOWHERE = Local()
FINDERS: list[Callable[[], Local]] = []


def here() -> Local:
    """What holds for the institution of this request, found once."""
    if not has_app_context():
        return NOWHERE
    if "local" not in g:
        g.local = next((found for find in FINDERS if (found := find()) is not None), NOWHERE)
    return g.local


def work_for(local: Local) -> None:
    """Ask the forms of this request as this institution does, where no dispute tells which one it is."""
    g.local = local
