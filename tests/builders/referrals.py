"""Disputes that wait, leave, come back and are linked, by the acts that do it."""

from collections.abc import Callable

from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import ReferralStage
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.places.models import SaidPlace
from mediation.referrals import queries, rules, service
from mediation.referrals.kinds import LinkKind, PauseReason
from mediation.referrals.models import DisputeLink, Pause, Referral
from tests.builders.sessions import days

COVER = rules.ReferFacts("Limite au marigot", DisputeKind.FIELD_LIMIT, "Les deux villages sont de chez vous.",
                         place=SaidPlace(None, "Farako"), sent="Le PV du 3 mars")


def paused(house, dispute: Dispute, by: str = "moussa", reason: PauseReason = PauseReason.RAINS, **facts) -> Pause:
    """A dispute that has waited for three days because of the rains."""
    return service.suspend_dispute(
        house.actor(by), dispute, rules.PauseFacts(reason, **{"happened_on": days(-3), **facts}))


def referred(house, dispute: Dispute, to: str | None = "KOB", outside: str | None = None, by: str = "moussa",
             **facts) -> Referral:
    """A dispute sent two days ago to the other commission, or to somebody outside the register."""
    told = {**vars(COVER), "receiver": None if outside else to, "receiver_name": outside,
            "happened_on": days(-2), **facts}
    return service.refer_dispute(house.actor(by), dispute, rules.ReferFacts(**told))


def answered(house, referral: Referral, answer: ReferralStage, by: str = "moussa", words: str | None = "C’est dit.",
             **facts) -> Referral:
    """An answer written down today."""
    told = {"happened_on": days(0), "words": words, **facts}
    return done(house, service.answer_referral_dispute, referral, rules.AnswerFacts(answer, **told), by)


def linked(house, dispute: Dispute, other: Dispute, kind: LinkKind = LinkKind.SAME_LAND,
           by: str = "moussa") -> DisputeLink:
    """A link from a dispute to another, as somebody who sees both makes it."""
    return done(house, service.link_dispute, dispute, rules.LinkFacts(kind, other.reference), by)


def done(house, verb: Callable, subject, facts, by: str = "moussa", **more):
    """An act as somebody does it who looks at the register as themselves, like the reader of a page."""
    actor = house.actor(by)
    with scope.looking_as(actor):
        return verb(actor, subject, facts, **more)


def afresh(house, number: str, by: str = "moussa") -> Dispute:
    """The dispute of that number as it stands now, for somebody who sees it."""
    with scope.seen_by(house.actor(by)):
        return find(number)


def received(house, number: str, by: str = "kadia") -> Referral:
    """What the secretary of the receiving institution finds under that number."""
    return queries.find_received(house.actor(by), number)


def stands(number: str) -> tuple:
    """Stage and ending of a dispute now."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        one = find(number)
        return one.stage, one.ending


def sent(house, number: str, **facts) -> Referral:
    """It is sent to Koba, or to somebody else."""
    return referred(house, afresh(house, number), **facts)


def mine(house, number: str) -> Referral:
    """The referral as the sender reads it."""
    with scope.seen_by(house.actor("moussa")):
        return queries.referral_of(find(number))
