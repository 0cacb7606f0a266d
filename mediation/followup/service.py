"""The acts of the follow-up: plan a visit, write down what it found, close the dispute."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import Stage, VisitStage
from mediation.agreements.models import Agreement
from mediation.disputes.models import Dispute
from mediation.followup import queries, rules
from mediation.followup.models import Visit, VisitFinding
from mediation.kernel import clock
from mediation.kernel.db import db

MADE = ("happened_on", "made_by", "met", "women", "men", "said")


@performs(acts.PLAN_VISIT)
def plan_visit(actor: Actor, agreement: Agreement, facts: rules.PlanFacts) -> Visit:
    """Plan a visit that will see whether a signed settlement is kept."""
    rules.planned_ahead(facts, clock.today())
    visit = Visit(
        dispute=agreement.dispute,
        number=next_number(Visit, agreement.dispute),
        agreement=agreement,
        stage=VisitStage.PLANNED,
        **vars(facts),
    )
    db.session.add(visit)
    return visit


@performs(acts.RECORD_VISIT)
def record_visit(actor: Actor, subject: Agreement | Visit, facts: rules.VisitFacts) -> Visit:
    """Write a visit down, commitment by commitment; one that was planned becomes the one that was made."""
    agreement = subject.agreement if isinstance(subject, Visit) else subject
    commitments = {commitment.number: commitment for commitment in agreement.commitments}
    rules.may_be_noted(facts, agreement.signed_on, commitments, clock.today())
    visit = subject if isinstance(subject, Visit) else Visit(
        dispute=agreement.dispute, number=next_number(Visit, agreement.dispute), agreement=agreement)
    visit.stage = VisitStage.MADE
    for name in MADE:
        setattr(visit, name, getattr(facts, name))
    visit.place = facts.place or visit.place
    db.session.add(visit)
    db.session.flush()
    for finding in facts.findings:
        _write_finding(visit, commitments[finding.commitment], finding)
    return visit


def _write_finding(visit: Visit, commitment, facts: rules.FindingFacts) -> None:
    last = queries.last_seen(commitment)
    db.session.add(
        VisitFinding(
            dispute=visit.dispute,
            number=next_number(VisitFinding, visit.dispute),
            visit=visit,
            commitment=commitment,
            found=facts.found,
            lateness=facts.lateness,
            note=facts.note,
        )
    )
    commitment.stage = rules.moved_to(commitment.stage, facts.found, visit.happened_on, last)
    db.session.flush()


@performs(acts.STRIKE_VISIT)
def strike_visit(actor: Actor, visit: Visit, facts: StrikeFacts) -> Visit:
    """Cross out a visit; what it said of the commitments is doubtful until somebody looks again."""
    return strike(actor, visit, facts)


@performs(acts.CLOSE_DISPUTE)
def close_dispute(actor: Actor, dispute: Dispute, facts: rules.CloseFacts) -> Dispute:
    """Close the dispute with the ending that its facts lead to, or another for a reason."""
    rules.not_still_to_come("happened_on", facts.happened_on, clock.today())
    commitments = queries.commitments_signed(dispute)
    rules.may_be_closed(
        facts, rules.endings_open(dispute.stage, queries.outcome_of(dispute)),
        rules.ending_that_follows(commitments), rules.still_due(commitments))
    dispute.stage, dispute.ending = Stage.CLOSED, facts.ending
    dispute.ended_on, dispute.ending_reason = facts.happened_on, facts.reason
    return dispute
