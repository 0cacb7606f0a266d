"""What is said of a contested thing, and its musts."""

from dataclasses import dataclass
from decimal import Decimal

from mediation.acts.refusals import BrokenRule
from mediation.disputes.kinds import Resource
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.land.kinds import RightKind
from mediation.places.models import SaidPlace


@dataclass(frozen=True)
class ObjectFacts:
    """One contested thing: `area` in hectares beside the words it was said in, `quantity` in its own unit."""

    kind: Resource | None
    description: str | None
    name: str | None = None
    place: SaidPlace | None = None
    villages: str | None = None
    limits: str | None = None
    neighbours: str | None = None
    landmarks: str | None = None
    use: str | None = None
    season: str | None = None
    since: ApproximateDate | None = None
    area: Decimal | None = None
    area_said: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    rights: tuple[RightKind, ...] = ()
    claims: str | None = None
    paper: str | None = None
    evidence: str | None = None


def is_described(facts: ObjectFacts) -> None:
    """A contested thing is of some kind, and told in words."""
    if facts.kind is None:
        raise BrokenRule("kind", _l("Choisissez ce qui est contesté : champ, puits, couloir…"))
    if not facts.description:
        raise BrokenRule("description", _l("Décrivez en une phrase ce qui est contesté."))


def has_extent(facts: ObjectFacts) -> None:
    """A surface that is known is more than nothing; what nobody measured is a blank."""
    if facts.area is not None and facts.area <= 0:
        raise BrokenRule("area", _l("Écrivez plus que zéro, ou laissez vide si personne ne le sait."))


def counts_something(facts: ObjectFacts) -> None:
    """A quantity says of what."""
    if facts.quantity is not None and not facts.unit:
        raise BrokenRule("unit", _l("Écrivez ce qui est compté : bœufs, sacs, pieds d’arbres…"))


def nothing_rests_on(signed: bool) -> None:
    """What a signed agreement rests on is never struck out (regulation, part 3)."""
    if signed:
        raise BrokenRule("", _l(
            "Un accord signé repose sur cette description. Complétez-la, ou décrivez l’autre chose."))
