"""Publishing counts so that no small one can be known: neither read, nor computed from the others.

A count under five is not said. Because counts add up (the stages make up all the disputes, the endings all the
closed ones…), others are held back with it, until each count that is not said could still be two numbers at
least for whoever knows all that is said, and knows this rule.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from math import inf

FEWEST = 5

Cells = Mapping[str, int]
Sums = Iterable[tuple[str, tuple[str, ...]]]


class Veil(Enum):
    """Why a count is not said."""

    SMALL = "small"
    HELD = "held"


def published(cells: Cells, sums: Sums) -> dict[str, int | Veil]:
    """What may be said of these counts, when some of them are the sums of others (a total and its parts)."""
    book = _Book(cells, [(total, tuple(parts)) for total, parts in sums])
    while given_away := book.given_away():
        if not book.hold_beside(given_away):
            return dict.fromkeys(cells, Veil.HELD)
    return {name: book.veils.get(name, number) for name, number in cells.items()}


class _Book:
    """The counts, what is said of them so far, and among which others each one held back was the smallest."""

    def __init__(self, cells: Cells, sums: list):
        self.cells, self.sums = cells, sums
        self.veils = {name: Veil.SMALL for name, number in cells.items() if number < FEWEST}
        self.beside: dict[str, list[str]] = {}

    def given_away(self) -> str | None:
        """A small count that the others give away; None when none is."""
        known = self.known()
        return next((name for name, veil in self.veils.items() if veil is Veil.SMALL and self._near(name)
                     and known[name][0] == known[name][1]), None)

    def hold_beside(self, name: str) -> bool:
        """Hold back the smallest count still said among those it adds up with; else their total; else any."""
        near = self._near(name)
        everywhere = [one for total, parts in self.sums for one in (total, *parts)]
        for some in ([one for _, parts in near for one in parts], [total for total, _ in near], everywhere):
            if left := [one for one in some if one not in self.veils]:
                held = min(left, key=lambda one: self.cells[one])
                self.veils[held], self.beside[held] = Veil.HELD, left
                return True
        return False

    def known(self) -> dict[str, tuple[float, float]]:
        """The least and the most that each count can be, for whoever knows what is said, what is held and why."""
        known, before = {name: self._said(name) for name in self.cells}, None
        while before != known:
            before = dict(known)
            for total, parts in self.sums:
                known[total] = _within(known[total], sum(known[one][0] for one in parts),
                                       sum(known[one][1] for one in parts))
                for part in parts:
                    others = [known[one] for one in parts if one != part]
                    known[part] = _within(known[part], known[total][0] - sum(most for _, most in others),
                                          known[total][1] - sum(least for least, _ in others))
        return known

    def _said(self, name: str) -> tuple[float, float]:
        match self.veils.get(name):
            case Veil.SMALL:
                return 0, FEWEST - 1
            case Veil.HELD:
                return FEWEST, min((self.cells[one] for one in self.beside[name] if one not in self.veils), default=inf)
        return self.cells[name], self.cells[name]

    def _near(self, name: str) -> list:
        return [(total, parts) for total, parts in self.sums if name == total or name in parts]


def _within(known: tuple[float, float], least: float, most: float) -> tuple[float, float]:
    return max(known[0], least), min(known[1], most)
