"""Sessions, summons and what people need to come to them, built by the acts that make them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from mediation.acts import scope
from mediation.disputes import queries as found
from mediation.disputes import service as disputes
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AssignFacts
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.sessions import rules, service
from mediation.sessions.kinds import Presence, Result, SummonsChannel
from mediation.sessions.models import MediationSession, Summons

COME = "Venez jeudi à la mairie."


def days(number: int) -> ApproximateDate:
    """The day that many days from today; negative for the past."""
    return dates.on(clock.today() + timedelta(days=number))


@contextmanager
def reading(house, dispute: Dispute, by: str = "moussa") -> Iterator[Dispute]:
    """The dispute as somebody reads it afresh; what was loaded before is forgotten."""
    reference = dispute.reference
    with scope.seen_by(house.actor(by)):
        yield found.find(reference)


def team(house, dispute: Dispute, who: str = "awa") -> Dispute:
    """Entrust a dispute to a mediator of its commission."""
    disputes.assign_dispute(
        house.actor("moussa"), dispute, AssignFacts(house.ids[who], who.capitalize(), leads=True)
    )
    return dispute


def held(
    house,
    dispute: Dispute,
    by: str = "moussa",
    came: tuple[int, ...] = (),
    absent: tuple[int, ...] = (),
    refused: tuple[int, ...] = (),
    **facts,
) -> MediationSession:
    """A session held yesterday; parties by number, as came, absent or refused."""
    told = [
        rules.PresenceFacts(presence, party=party)
        for presence, parties in (
            (Presence.CAME, came),
            (Presence.ABSENT, absent),
            (Presence.REFUSED, refused),
        )
        for party in parties
    ]
    facts = {"happened_on": days(-1), "result": Result.GOES_ON, "attendance": tuple(told), **facts}
    return service.record_session(house.actor(by), dispute, rules.SessionFacts(**facts))


def planned(
    house, dispute: Dispute, by: str = "moussa", on: ApproximateDate | None = None, **facts
) -> MediationSession:
    """A session planned in a week."""
    return service.schedule_session(house.actor(by), dispute, rules.PlanFacts(on or days(7), **facts))


def summoned(
    house,
    dispute: Dispute,
    party: int | None = None,
    by: str = "moussa",
    served: bool | None = True,
    on: ApproximateDate | None = None,
    **facts,
) -> Summons:
    """A summons issued and served ten days ago (`served` None: only issued)."""
    facts = {"party": party, "channel": SummonsChannel.VILLAGE_CHIEF, "happened_on": on or days(-10),
             "text": None if facts.get("session") else COME, **facts}
    summons = service.issue_summons(house.actor(by), dispute, rules.SummonsFacts(**facts))
    if served is not None:
        service.record_service_summons(
            house.actor(by),
            summons,
            rules.ServiceFacts(
                served,
                on or days(-10),
                served_by="Le conseiller",
                reason=None if served else "En transhumance",
            ),
        )
    return summons
