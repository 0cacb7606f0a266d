"""What a saisine says, and its musts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    DeclineReason,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.places.models import SaidPlace


@dataclass(frozen=True)
class DisputeFacts:
    """A saisine: what it is about, where, since when, and how it came."""

    title: str
    kind: DisputeKind
    channel: Channel
    place: SaidPlace | None
    happened_on: ApproximateDate | None = None
    asked_by: str | None = None
    came_from: str | None = None
    their_number: str | None = None
    resources: tuple[Resource, ...] = ()
    relation: Relation | None = None
    scale: Scale | None = None
    triggers: tuple[Trigger, ...] = ()
    villages: tuple[SaidPlace, ...] = ()
    began_on: ApproximateDate | None = None
    story: str | None = None


@dataclass(frozen=True)
class AcceptFacts:
    """When the dispute was accepted, and on which decision."""

    happened_on: ApproximateDate | None = None
    decision: str | None = None


@dataclass(frozen=True)
class DeclineFacts:
    """Why the saisine is not taken."""

    reason: DeclineReason
    words: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class AssignFacts:
    """To whom the dispute is entrusted: somebody with an account, or a name."""

    account_id: int | None
    name: str | None
    quality: str | None = None
    leads: bool = False


@dataclass(frozen=True)
class WithdrawFacts:
    """Who withdraws the demand, when and why."""

    by: str
    reason: str
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class AttemptFacts:
    """What was tried before."""

    channel: AttemptChannel
    body: str | None = None
    happened_on: ApproximateDate | None = None
    result: AttemptResult | None = None
    decision: str | None = None
    told: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class HarmFacts:
    """What was suffered, counted; `count` None means that nobody knows how many.

    `quantity`, in its `unit`, is what the damage is worth: « 1 sac de sorgho ».
    """

    kind: HarmKind
    count: int | None = None
    women: int | None = None
    men: int | None = None
    what: str | None = None
    source: str | None = None
    happened_on: ApproximateDate | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    late: LateFacts | None = None


def not_still_to_come(field: str, when: ApproximateDate | None, today: date) -> None:
    """What happened cannot certainly be after the day it is written down."""
    if when is not None and when.certainly_future(today):
        raise BrokenRule(field, _l("Cette date n’est pas encore arrivée. Changez-la."))


def in_order(field: str, earlier: ApproximateDate | None, later: ApproximateDate | None, text) -> None:
    """Two dates that are certainly the wrong way round are refused; what may be right is taken."""
    if earlier is not None and later is not None and later.certainly_before(earlier):
        raise BrokenRule(field, text)


def missing_to_accept(sides: int, objects: int, has_place: bool) -> list:
    """What a dispute still needs before it can be accepted: both sides, an object, a place."""
    missing = []
    if sides < 2:
        missing.append(("parties", _l("les deux parties")))
    if not objects:
        missing.append(("object", _l("ce qui est contesté")))
    if not has_place:
        missing.append(("place", _l("le lieu du litige")))
    return missing


def may_be_accepted(sides: int, objects: int, has_place: bool) -> None:
    """Both sides identified and an object described before accepting (regulation, part 5)."""
    missing = missing_to_accept(sides, objects, has_place)
    if missing:
        raise BrokenRule("", _l("Il manque encore : ") + ", ".join(str(words) for _, words in missing) + ".")


def said_who_withdraws(facts: WithdrawFacts) -> None:
    """A withdrawal names who asks for it and why."""
    if not facts.by:
        raise BrokenRule("by", _l("Écrivez qui retire la demande."))
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi la demande est retirée."))


def somebody_named(facts: AssignFacts) -> None:
    """A member of the team is somebody: an account, or a name."""
    if facts.account_id is None and not facts.name:
        raise BrokenRule("name", _l("Choisissez une personne, ou écrivez son nom."))


def consistent_count(facts: HarmFacts) -> None:
    """Women and men together are not more than the whole."""
    told = (facts.women or 0) + (facts.men or 0)
    if facts.count is not None and told > facts.count:
        raise BrokenRule("count", _l("Le total est plus petit que femmes et hommes ensemble. Corrigez un nombre."))


def worth_in_something(facts: HarmFacts) -> None:
    """What a damage is worth is counted in something: francs, sacks, heads."""
    if facts.quantity is not None and not facts.unit:
        raise BrokenRule("unit", _l("Écrivez l’unité : FCFA, sacs, têtes, mètres."))
