"""Questions about visits, and about what is still to be done."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from mediation.acts.refusals import NotFound
from mediation.acts.vocabulary import AgreementStage, Ending
from mediation.agreements.models import Agreement, Commitment
from mediation.disputes.models import Dispute
from mediation.disputes.queries import LARGEST_NUMBER
from mediation.followup import rules
from mediation.followup.models import Visit, VisitFinding
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import db
from mediation.sessions.kinds import OutcomeKind
from mediation.sessions.models import MediationOutcome

ENDINGS = {OutcomeKind.FAIL: Ending.NOT_SETTLED, OutcomeKind.DEFAULT: Ending.DEFAULT}


def _whole() -> tuple:
    return joinedload(Visit.agreement), selectinload(Visit.findings).joinedload(VisitFinding.commitment)


def visits_of(dispute: Dispute) -> list[Visit]:
    """The visits of a dispute with what each found, in order, struck ones included (two statements)."""
    return list(db.session.scalars(
        select(Visit).where(Visit.dispute_id == dispute.id).order_by(Visit.number).options(*_whole())))


def find_visit(dispute: Dispute, number: int) -> Visit:
    """One visit with what it found (`NotFound` if there is none)."""
    found = db.session.scalar(select(Visit).where(
        Visit.dispute_id == dispute.id, Visit.number == min(number, LARGEST_NUMBER)).options(*_whole()))
    if found is None:
        raise NotFound(f"visit {number}")
    return found


def commitments_signed(dispute: Dispute) -> list[Commitment]:
    """The commitments that bind now: those of every signed settlement of the dispute."""
    return list(db.session.scalars(
        select(Commitment).join(Agreement, Agreement.id == Commitment.agreement_id)
        .where(Commitment.dispute_id == dispute.id, Commitment.dropped.is_(False),
               Agreement.stage == AgreementStage.SIGNED)
        .order_by(Agreement.number, Commitment.position)))


def still_due(dispute: Dispute) -> list[Commitment]:
    """What nobody has seen done yet: the same that closing shows and asks a reason for."""
    return rules.still_due(commitments_signed(dispute))


def outcome_of(dispute: Dispute) -> Ending | None:
    """The ending that the last mediation without a settlement leads to, if there was one."""
    kind = db.session.scalar(
        select(MediationOutcome.kind).where(MediationOutcome.dispute_id == dispute.id)
        .order_by(MediationOutcome.number.desc()).limit(1))
    return ENDINGS.get(kind)


def last_seen(commitment: Commitment) -> ApproximateDate | None:
    """When the last visit that says something of this commitment was made, struck ones left out."""
    visits = db.session.scalars(
        select(Visit).join(VisitFinding, VisitFinding.visit_id == Visit.id)
        .where(VisitFinding.commitment_id == commitment.id, Visit.struck_at.is_(None)))
    dated = [visit.happened_on for visit in visits if visit.happened_on is not None]
    return max(dated, key=lambda when: when.sort_key, default=None)


def doubtful(visits: list[Visit]) -> set[int]:
    """The commitments (ids) whose standing rests on a visit that was struck out, and on no later one."""
    last = {finding.commitment_id: visit for visit in visits for finding in visit.findings}
    return {commitment for commitment, visit in last.items() if visit.struck_at is not None}
