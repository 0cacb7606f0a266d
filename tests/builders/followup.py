"""Follow-up visits to signed settlements."""

from mediation.acts import scope
from mediation.acts.vocabulary import CommitmentStage
from mediation.agreements.models import Agreement
from mediation.followup import rules, service
from mediation.followup.models import Visit
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
