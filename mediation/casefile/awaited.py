"""What is still to come in disputes, as conditions on rows: sessions and visits planned, commitments due, the
end of a pause, the answer to a referral, the examination of a saisine, the first step of what was accepted.

What is at these stages has small indexes of its own (`still`), one by dispute and one by day: a dispute at
hand, a desk and a whole region are all answered from them.
"""

from datetime import date

from sqlalchemy import and_, func, not_, or_, select
from sqlalchemy.orm import aliased

from mediation.acts.scope import WIDE, Actor
from mediation.acts.vocabulary import BINDING, OWED, SessionStage, Stage, VisitStage
from mediation.agreements.models import Agreement, Commitment
from mediation.commissions.delays import Delays
from mediation.commissions.kinds import SettingName
from mediation.disputes.models import Dispute, TeamMember
from mediation.followup.models import Visit
from mediation.kernel.db import at_stage, checked_last
from mediation.referrals.models import Pause, Referral
from mediation.sessions.models import MediationSession


def looks_far(actor: Actor) -> bool:
    """Whether this person sees the disputes of so many institutions that all of the country is nearer."""
    return len(actor.sight.led) > WIDE


def planned_session() -> tuple:
    """A session still to come."""
    return at_stage(MediationSession.stage, SessionStage.PLANNED), MediationSession.struck_at.is_(None)


def planned_visit() -> tuple:
    """A follow-up visit still to come."""
    return at_stage(Visit.stage, VisitStage.PLANNED), Visit.struck_at.is_(None)


def promised() -> tuple:
    """A commitment that is still owed, seen or not, of a settlement that binds."""
    binds = select(Agreement.stage.in_(sorted(BINDING))).where(
        Agreement.id == Commitment.agreement_id).correlate(Commitment)
    return (at_stage(Commitment.stage, OWED), Commitment.dropped.is_(False),
            Commitment.reserved_clause.is_(None), binds.scalar_subquery())


def waiting() -> tuple:
    """The pause that goes on: the last one of a dispute that waits."""
    return Dispute.stage == Stage.SUSPENDED, Pause.number == _last(Pause)


def unanswered() -> tuple:
    """The letter that nobody answered: the last one of a dispute that was referred."""
    return Dispute.stage == Stage.REFERRED, Referral.number == _last(Referral)


def without_a_team(today: date, far: bool) -> tuple:
    """An accepted dispute with which nobody is entrusted today."""
    return _accepted(far), not_(_some(TeamMember, *_works(today)))


def not_begun(today: date, far: bool) -> tuple:
    """An accepted dispute that somebody is entrusted with, and for which no session is planned."""
    return _accepted(far), _some(TeamMember, *_works(today)), not_(_some(MediationSession, *planned_session()))


def _accepted(far: bool):
    """The accepted disputes: a desk looks for them among its own, whoever looks far among those of the country."""
    accepted = Dispute.stage == Stage.ACCEPTED
    return accepted if far else checked_last(accepted)


def _works(today: date) -> tuple:
    """Somebody who is on the team today."""
    return TeamMember.struck_at.is_(None), or_(TeamMember.until.is_(None), TeamMember.until > today)


def _last(owner):
    """The number of the last of these rows in the dispute at hand."""
    other = aliased(owner)
    return select(func.max(other.number)).where(other.dispute_id == Dispute.id).correlate(Dispute).scalar_subquery()


def first_days() -> tuple:
    """For the dispute at hand, the first last day of its sessions, visits and commitments, and of its pause."""
    asked = ((MediationSession.planned_on_latest, MediationSession, planned_session()),
             (Visit.planned_on_latest, Visit, planned_visit()),
             (Commitment.due_on_latest, Commitment, promised()),
             (Pause.until_latest, Pause, waiting()))
    return tuple(select(func.min(latest)).where(owner.dispute_id == Dispute.id, *conditions)
                 .correlate(Dispute).scalar_subquery() for latest, owner, conditions in asked)


def sent_on():
    """The last possible day on which the dispute at hand left for another institution."""
    return select(Referral.happened_on_latest).where(
        Referral.dispute_id == Dispute.id, *unanswered()).correlate(Dispute).scalar_subquery()


def not_examined(delays: Delays, today: date):
    """A saisine that nobody examined within the delay of its institution."""
    return delays.over(SettingName.EXAMINE_DAYS, Dispute.lead_id, Dispute.registered_on, today)


def not_answered(delays: Delays, sent, today: date):
    """A letter that nobody answered within the delay of the institution that sent it."""
    return delays.over(SettingName.ANSWER_DAYS, Dispute.lead_id, sent, today)


def late(today: date, delays: Delays):
    """That something planned, promised or awaited in a dispute is certainly past, looked up dispute by dispute."""
    return or_(
        and_(Dispute.stage == Stage.REGISTERED, not_examined(delays, today)),
        and_(Dispute.stage == Stage.REFERRED, not_answered(delays, sent_on(), today)),
        and_(Dispute.stage == Stage.SUSPENDED, _some(Pause, Pause.until_latest < today, *waiting())),
        _some(MediationSession, MediationSession.planned_on_latest < today, *planned_session()),
        _some(Visit, Visit.planned_on_latest < today, *planned_visit()),
        _some(Commitment, Commitment.due_on_latest < today, *promised()))


def _some(owner, *conditions):
    """That the dispute at hand has such a row.

    Asked whether one exists, PostgreSQL would first gather all there are in the country; the first one found
    it can only look for where it is.
    """
    return select(owner.id).where(owner.dispute_id == Dispute.id, *conditions).correlate(Dispute).limit(
        1).scalar_subquery().is_not(None)
