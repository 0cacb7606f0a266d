"""Who looks, and what they may see: the roles held, the disputes seen, and how roles are said."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mediation.acts.vocabulary import Role
from mediation.kernel.language import clauses


@dataclass(frozen=True)
class Holding:
    """A role held now, in an institution or in a territory (the path of a place); `where` is its name."""

    role: Role
    institution_id: int | None = None
    territory: str | None = None
    where: str = ""


@dataclass(frozen=True)
class Sight:
    """The disputes a person sees now: those led by some institutions, their own, never the barred ones.

    `stands` are the disputes in which somebody was named in place of another, each with the role they have
    there; in `replaced` ones a person sees and does not act. Of a `guest` dispute, referred to their
    institution, they know only what was sent. Without `rows`, only columns and counts may be read.
    """

    everything: bool = False
    institutions: frozenset[int] = frozenset()
    supervised: frozenset[int] = frozenset()
    team: frozenset[int] = frozenset()
    stands: frozenset[tuple[int, Role]] = frozenset()
    replaced: frozenset[int] = frozenset()
    guest: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()
    rows: bool = True

    @property
    def led(self) -> frozenset[int]:
        """The institutions whose disputes are seen, from their desk or from above."""
        return self.institutions | self.supervised

    @property
    def received(self) -> frozenset[int]:
        """The disputes of others that were sent to their institution, and wait for it."""
        return self.guest - self.barred - self.replaced

    @property
    def own(self) -> frozenset[int]:
        """The disputes seen for themselves: those of a team, and those in which somebody stands in."""
        return self.team | {dispute for dispute, _ in self.stands} if self.stands else self.team


@dataclass(frozen=True)
class Actor:
    """The person who acts; `id` is None for the keeper of the machine, who has no disputes."""

    id: int | None
    name: str
    holdings: tuple[Holding, ...] = ()
    sight: Sight = field(default=Sight(), repr=False, compare=False)

    def holds(self, *roles: Role) -> bool:
        """Whether one of these roles is held now, wherever."""
        return any(holding.role in roles for holding in self.holdings)

    def at_desk(self, *roles: Role) -> list[int]:
        """The institutions in which one of these roles is held now."""
        return [h.institution_id for h in self.holdings if h.role in roles and h.institution_id]

    @property
    def roles_said(self) -> str:
        """The roles in words: « Secrétaire · Commission foncière de Massigui »."""
        return said_roles(self.holdings)


def said_roles(holdings: Iterable[Holding]) -> str:
    """Roles in words: those of one place together, then the places in which they are the same."""
    held: dict[str, dict[str, None]] = {}
    for holding in holdings:
        held.setdefault(holding.where, {})[str(holding.role.label)] = None
    places: dict[str, list[str]] = {}
    for where, words in held.items():
        places.setdefault(", ".join(words), []).append(where)
    told = (" · ".join(filter(None, (words, ", ".join(filter(None, where))))) for words, where in places.items())
    return clauses(text[:1].upper() + text[1:] for text in told)


KEEPER = Actor(None, "le gardien du registre", (Holding(Role.ADMINISTRATOR),), Sight(everything=True))
