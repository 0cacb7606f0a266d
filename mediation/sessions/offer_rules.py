"""What an offer says and what became of it, and its musts."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.disputes.rules import in_order, side_of_this_dispute
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.sessions.kinds import OfferAnswer


@dataclass(frozen=True)
class AnswerFacts:
    """What became of an offer: by a side (1 is A) or by somebody in words, when, why."""

    answer: OfferAnswer | None
    answer_side: int | None = None
    answered_by: str | None = None
    happened_on: ApproximateDate | None = None
    answer_reason: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class OfferFacts:
    """An offer of a side (1 is A) or of somebody else, to some sides, at a session (by number) or between two."""

    what: str | None
    side: int | None = None
    made_by: str | None = None
    to_sides: tuple[int, ...] = ()
    quantity: Decimal | None = None
    unit: str | None = None
    happened_on: ApproximateDate | None = None
    session: int | None = None
    answer: OfferAnswer | None = None
    answer_side: int | None = None
    answered_by: str | None = None
    answered_on: ApproximateDate | None = None
    answer_reason: str | None = None
    late: LateFacts | None = None


def offered_by_one(facts: OfferFacts) -> None:
    """An offer says what, and is made by a side of the dispute or by somebody else, not both."""
    if not facts.what:
        raise BrokenRule("what", _l("Écrivez ce qui est offert."))
    if facts.side is None and not facts.made_by:
        raise BrokenRule("side", _l("Choisissez qui fait l’offre, ou écrivez son nom."))
    if facts.side is not None and facts.made_by:
        raise BrokenRule("made_by", _l("Choisissez un côté ou écrivez un nom, pas les deux."))


def offered_to_others(facts: OfferFacts, sides: Iterable[int]) -> None:
    """An offer goes to sides of the dispute, never to the side that makes it."""
    side_of_this_dispute("side", facts.side, sides)
    for side in facts.to_sides:
        side_of_this_dispute("to_sides", side, sides)
    if facts.side is not None and facts.side in facts.to_sides:
        raise BrokenRule("to_sides", _l("Une offre va à un autre côté. Décochez celui qui la fait."))


def counted_in_something(facts: OfferFacts) -> None:
    """A quantity has a unit."""
    if facts.quantity is not None and not facts.unit:
        raise BrokenRule("unit", _l("Écrivez l’unité : FCFA, sacs, têtes, mètres."))


def offered_at_that_session(held_on: ApproximateDate | None, facts: OfferFacts) -> None:
    """An offer made at a session was made on its day."""
    if held_on is not None and facts.happened_on is not None and (
            held_on.certainly_before(facts.happened_on) or held_on.certainly_after(facts.happened_on)):
        raise BrokenRule("session", _l("Cette séance était un autre jour. Changez la séance ou la date."))


def answered_by_who_may(facts: OfferFacts | AnswerFacts, made_by: int | None, sides: Iterable[int]) -> None:
    """Others accept or refuse an offer, and only its maker takes it back; nobody answers without an answer."""
    told = facts.answer_side or facts.answered_by or facts.answer_reason or getattr(facts, "answered_on", None)
    if facts.answer is None:
        if told:
            raise BrokenRule("answer", _l("Choisissez ce que l’offre est devenue."))
        return
    if facts.answer_side is None:
        return
    side_of_this_dispute("answer_side", facts.answer_side, sides)
    own = facts.answer_side == made_by
    if own and facts.answer is not OfferAnswer.WITHDRAWN:
        raise BrokenRule("answer_side", _l("Qui fait une offre n’y répond pas. Choisissez un autre côté."))
    if facts.answer is OfferAnswer.WITHDRAWN and not own:
        raise BrokenRule("answer_side", _l("Seul qui a fait l’offre la retire. Choisissez ce côté."))


def answered_after(field: str, offered: ApproximateDate | None, answered: ApproximateDate | None) -> None:
    """Nobody answers an offer certainly before it was made."""
    in_order(field, offered, answered, _l("La réponse est avant l’offre. Changez l’une des deux dates."))


def answered_once(answer: OfferAnswer | None) -> None:
    """An offer that was answered is not answered again; one without an answer may still be."""
    if answer not in (None, OfferAnswer.NO_ANSWER):
        raise BrokenRule("", _l("Cette offre a déjà sa réponse. Rayez-la si c’est une erreur."))
