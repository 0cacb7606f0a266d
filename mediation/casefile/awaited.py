"""What is still to come in disputes, as conditions on rows: sessions and visits planned, commitments due.

Asked of a dispute at hand, they are answered by the indexes that begin with the dispute. An agenda asks of
all disputes at once: `near` says that it starts from the reader's own, for then no engine may start from all
the sessions planned anywhere, which is the quicker way only for who looks over a whole region.
"""

from datetime import date

from sqlalchemy import String, exists, func, or_, select, type_coerce

from mediation.acts.scope import WIDE, Actor
from mediation.acts.vocabulary import BINDING, Coded, CommitmentStage, SessionStage, VisitStage
from mediation.agreements.models import Agreement, Commitment
from mediation.disputes.models import Dispute
from mediation.followup.models import Visit
from mediation.sessions.models import MediationSession


def looks_far(actor: Actor) -> bool:
    """Whether this person sees the disputes of so many institutions that all of the country is nearer."""
    return len(actor.sight.led) > WIDE


def planned_session(near: bool = False) -> tuple:
    """A session still to come."""
    return _at(MediationSession, SessionStage.PLANNED, near), MediationSession.struck_at.is_(None)


def planned_visit(near: bool = False) -> tuple:
    """A follow-up visit still to come."""
    return _at(Visit, VisitStage.PLANNED, near), Visit.struck_at.is_(None)


def promised(near: bool = False) -> tuple:
    """A commitment that nobody has checked yet, of a settlement that binds."""
    return (_at(Commitment, CommitmentStage.DUE, near), Commitment.dropped.is_(False),
            Commitment.reserved_clause.is_(None), Agreement.id == Commitment.agreement_id,
            Agreement.stage.in_(sorted(BINDING)))


def late(today: date):
    """That something planned or promised in a dispute is certainly past, looked up dispute by dispute.

    Counts stop at a thousand: from all that is late in the country one would walk all of it.
    """
    past = [select(MediationSession.dispute_id).where(
                *planned_session(), MediationSession.planned_on_latest < today),
            select(Visit.dispute_id).where(*planned_visit(), Visit.planned_on_latest < today),
            select(Commitment.dispute_id).where(*promised(), Commitment.due_on_latest < today)]
    return or_(*(exists(one.where(owner.dispute_id == Dispute.id).correlate(Dispute)) for one, owner in zip(
        past, (MediationSession, Visit, Commitment), strict=True)))


def _at(model, stage: Coded, near: bool):
    """The condition of being at a stage; as a bare value it hides the index that begins with the stage."""
    if not near:
        return model.stage == stage
    return func.coalesce(type_coerce(model.stage, String), "") == stage.value
