"""What is still to come in disputes, as conditions on rows: sessions and visits planned, commitments due.

What is at these stages has small indexes of its own (`still`), one by dispute and one by day: a dispute at
hand, a desk and a whole region are all answered from them.
"""

from datetime import date

from sqlalchemy import func, or_, select

from mediation.acts.scope import WIDE, Actor
from mediation.acts.vocabulary import BINDING, CommitmentStage, SessionStage, VisitStage
from mediation.agreements.models import Agreement, Commitment
from mediation.disputes.models import Dispute
from mediation.followup.models import Visit
from mediation.kernel.db import at_stage
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
    """A commitment that nobody has checked yet, of a settlement that binds."""
    binds = select(Agreement.stage.in_(sorted(BINDING))).where(
        Agreement.id == Commitment.agreement_id).correlate(Commitment)
    return (at_stage(Commitment.stage, CommitmentStage.DUE), Commitment.dropped.is_(False),
            Commitment.reserved_clause.is_(None), binds.scalar_subquery())


def first_days() -> tuple:
    """For the dispute at hand, the first last day of its sessions, of its visits, of its commitments."""
    asked = ((MediationSession.planned_on_latest, MediationSession, planned_session()),
             (Visit.planned_on_latest, Visit, planned_visit()),
             (Commitment.due_on_latest, Commitment, promised()))
    return tuple(select(func.min(latest)).where(owner.dispute_id == Dispute.id, *conditions)
                 .correlate(Dispute).scalar_subquery() for latest, owner, conditions in asked)


def late(today: date):
    """That something planned or promised in a dispute is certainly past, looked up dispute by dispute.

    Counts stop at a thousand. Asked whether such a row exists, PostgreSQL would first gather all that is late
    in the country; the first day of a dispute it can only look up where it is.
    """
    return or_(*(first < today for first in first_days()))
