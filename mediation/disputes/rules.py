"""What a saisine says, and its musts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.disputes.kinds import (
    PEOPLE,
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
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
from mediation.kernel.text import fold
from mediation.places.models import SaidPlace


@dataclass(frozen=True)
class DisputeFacts:
    """A saisine: what it is about, where, since when, and how it came."""

    title: str
    kind: DisputeKind
    channel: Channel | None
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
    kind_words: str | None = None


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
    """What was tried before; `side` is the side that won (1 is A), `against` the number of the attempt contested."""

    channel: AttemptChannel
    body: str | None = None
    happened_on: ApproximateDate | None = None
    result: AttemptResult | None = None
    decision: str | None = None
    told: str | None = None
    level: CourtLevel | None = None
    their_number: str | None = None
    place: SaidPlace | None = None
    side: int | None = None
    decided_on: ApproximateDate | None = None
    against: int | None = None
    applied: Applied | None = None
    source: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class HarmFacts:
    """What was suffered, counted; `count` None means that nobody knows how many.

    `quantity`, in its `unit`, is what the damage is worth: « 1 sac de sorgho ». `count_said` is how many as it
    was told (« des dizaines »), `said_on` the day on which the source said it.
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
    count_said: str | None = None
    children: int | None = None
    said_on: ApproximateDate | None = None
    late: LateFacts | None = None


def not_still_to_come(field: str, when: ApproximateDate | None, today: date) -> None:
    """What happened cannot certainly be after the day it is written down."""
    if when is not None and when.certainly_future(today):
        raise BrokenRule(field, _l("Cette date n’est pas encore arrivée. Changez-la."))


def words_of_another_kind(facts: DisputeFacts) -> None:
    """A kind in words is for what the list does not have: the dispute is counted with the others."""
    if facts.kind_words and facts.kind is not DisputeKind.OTHER:
        raise BrokenRule("kind_words", _l("Effacez ces mots, ou choisissez « autre » comme type de litige."))


def in_order(field: str, earlier: ApproximateDate | None, later: ApproximateDate | None, text) -> None:
    """Two dates that are certainly the wrong way round are refused; what may be right is taken."""
    if earlier is not None and later is not None and later.certainly_before(earlier):
        raise BrokenRule(field, text)


def not_before_the_saisine(asked: ApproximateDate | None, when: ApproximateDate | None) -> None:
    """Nothing is decided of a saisine certainly before it was made."""
    in_order("happened_on", asked, when, _l("C’est avant la demande. Changez la date."))


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


def takes_no_part(account_id: int | None, involved: Collection[int]) -> None:
    """Whoever is or was a party, or speaks for one, does not work on the dispute: they would not even see it."""
    if account_id is not None and account_id in involved:
        raise BrokenRule("account_id", _l("Cette personne est partie au dossier, ou parle pour une partie. "
                                          "Choisissez quelqu’un d’autre."))


def not_there_already(account_id: int | None, name: str | None, there: Iterable[tuple[int | None, str]]) -> None:
    """The same person is not twice on the team; `there` are the accounts and names of who is on it now."""
    for their_account, their_name in there:
        if account_id is not None and account_id == their_account:
            raise BrokenRule("account_id", _l("Cette personne est déjà dans l’équipe. Choisissez-en une autre."))
        if None in (account_id, their_account) and name and fold(name) == fold(their_name):
            raise BrokenRule("name", _l("Ce nom est déjà dans l’équipe. Si c’est un homonyme, écrivez aussi "
                                        "le nom du père."))


def consistent_count(facts: HarmFacts) -> None:
    """Women and men together are not more than the whole, nor are the children among them."""
    told = (facts.women or 0) + (facts.men or 0)
    if facts.count is not None and told > facts.count:
        raise BrokenRule("count", _l("Le total est plus petit que femmes et hommes ensemble. Corrigez un nombre."))
    if facts.count is not None and (facts.children or 0) > facts.count:
        raise BrokenRule("children", _l("Il y a plus d’enfants que de personnes. Corrigez un nombre."))


def counts_people_as_people(facts: HarmFacts) -> None:
    """Women, men and children are counted among people, never among houses or cattle."""
    for name in ("women", "men", "children"):
        if getattr(facts, name) is not None and facts.kind not in PEOPLE:
            raise BrokenRule(name, _l("Cette case compte des personnes. Videz-la."))


def told_after_it_happened(facts: HarmFacts) -> None:
    """Nobody tells of a harm certainly before it happened."""
    in_order("said_on", facts.happened_on, facts.said_on,
             _l("La source est d’avant les faits. Changez l’une des deux dates."))


def side_of_this_dispute(field: str, side: int | None, known: Iterable[int]) -> None:
    """A side that is named is one of this dispute."""
    if side is not None and side not in known:
        raise BrokenRule(field, _l("Ce côté n’est pas dans le dossier. Choisissez-en un autre."))


def won_by_a_side(facts: AttemptFacts) -> None:
    """A side is named where one side won, and nowhere else."""
    if facts.side is not None and facts.result is not AttemptResult.WON:
        raise BrokenRule("side", _l("Choisissez « un côté a gagné », ou laissez ce côté vide."))


def level_of_a_court(facts: AttemptFacts) -> None:
    """Only a court has a degree."""
    if facts.level is not None and facts.channel is not AttemptChannel.COURT:
        raise BrokenRule("level", _l("Choisissez la voie « par un tribunal », ou videz cette case."))


def decided_after_it_was_tried(facts: AttemptFacts) -> None:
    """A decision is not certainly before the attempt that led to it."""
    in_order("decided_on", facts.happened_on, facts.decided_on,
             _l("La décision est avant la démarche. Changez l’une des deux dates."))


def contests_another(number: int, chain: Iterable[int]) -> None:
    """Nobody contests their own decision, directly or through the decisions that contest it in turn."""
    if number in chain:
        raise BrokenRule("against", _l("Cette démarche se contesterait elle-même. Choisissez-en une autre."))


def contests_what_stands(struck: bool) -> None:
    """What is crossed out is not contested any more."""
    if struck:
        raise BrokenRule("against", _l("Cette démarche est rayée. Choisissez-en une autre."))


def contests_what_came_before(contested: ApproximateDate | None, contesting: ApproximateDate | None) -> None:
    """A decision is contested after it was given."""
    in_order("against", contested, contesting, _l("La décision contestée est plus récente. Changez une date."))


def worth_in_something(facts: HarmFacts) -> None:
    """What a damage is worth is counted in something: francs, sacks, heads."""
    if facts.quantity is not None and not facts.unit:
        raise BrokenRule("unit", _l("Écrivez l’unité : FCFA, sacs, têtes, mètres."))
