"""What follows signed settlements: visits, releases, difficulties."""

from mediation.acts import scope
from mediation.acts.vocabulary import CommitmentStage
from mediation.agreements.models import Agreement, Commitment
from mediation.followup import rules, service
from mediation.followup.models import CommitmentRelease, Difficulty, Visit
from mediation.kernel.dates import ApproximateDate
from tests.builders.sessions import days


def planned(house, agreement: Agreement, by: str = "moussa", on: ApproximateDate | None = None) -> Visit:
    """A visit planned in a week."""
    return service.plan_visit(house.actor(by), agreement, rules.PlanFacts(on or days(7)))


def visited(house, subject: Agreement | Visit, *found: CommitmentStage, by: str = "moussa",
            on: ApproximateDate | None = None, **more) -> Visit:
    """A visit made today that found these, one for each commitment in order; all kept unless told."""
    commitments = commitments_of(house, subject, by)
    found = found or (CommitmentStage.KEPT,) * len(commitments)
    findings = tuple(
        rules.FindingFacts(number, stage) for number, stage in zip(commitments, found, strict=False)
    )
    return service.record_visit(house.actor(by), subject, rules.VisitFacts(
        **{"findings": findings, "happened_on": on or days(0), **more}))


def commitments_of(house, subject: Agreement | Visit, by: str = "moussa") -> list[int]:
    """The numbers of the commitments of an agreement, in its order."""
    with scope.looking_as(house.actor(by)):
        agreement = subject.agreement if isinstance(subject, Visit) else subject
        return [commitment.number for commitment in agreement.commitments]


def released(house, commitment: Commitment, *sides: str, by: str = "moussa", **more) -> CommitmentRelease:
    """A commitment that these sides released today."""
    facts = {"sides": sides, "reason": "la dette est pardonnée", "happened_on": days(0), **more}
    return service.release_commitment(house.actor(by), commitment, rules.ReleaseFacts(**facts))


def reported(house, agreement: Agreement, by: str = "moussa", **more) -> Difficulty:
    """A difficulty that side A reported today about the whole agreement."""
    facts = {"what": "La ligne de pierres a été déplacée.", "letter": "A", "happened_on": days(0), **more}
    return service.report_difficulty(house.actor(by), agreement, rules.ReportFacts(**facts))
