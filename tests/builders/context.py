"""What goes on around a dispute, written down by the acts that write it."""

from mediation.context import service
from mediation.context.kinds import AlertLevel, MeasureKind, ProceedingKind, SourceTopic
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.context.rules import AlertFacts, MeasureFacts, ProceedingFacts, SourceFacts
from mediation.disputes.models import Dispute
from tests.builders.sessions import days


def alert(house, dispute: Dispute, level: AlertLevel = AlertLevel.TENSION, by: str = "moussa", **more) -> Alert:
    """A level of alert set yesterday."""
    facts = {"why": "Des jeunes se rassemblent au marigot", "happened_on": days(-1), **more}
    return service.set_alert(house.actor(by), dispute, AlertFacts(level, **facts))


def proceeding(house, dispute: Dispute, kind: ProceedingKind = ProceedingKind.CIVIL, by: str = "moussa",
               **more) -> Proceeding:
    """A proceeding before a court, opened last month."""
    facts = {"body": "Tribunal de Massigui", "happened_on": days(-30), **more}
    return service.add_proceeding(house.actor(by), dispute, ProceedingFacts(kind, **facts))


def measure(house, dispute: Dispute, kind: MeasureKind = MeasureKind.CLOSED_ZONE, by: str = "moussa",
            **more) -> Measure:
    """A zone closed by the sous-préfet ten days ago, for a month unless told otherwise."""
    facts = {"authority": "Le sous-préfet", "happened_on": days(-10), "until": days(20), **more}
    return service.record_measure(house.actor(by), dispute, MeasureFacts(kind, **facts))


def source(house, dispute: Dispute, says: str, who: str, by: str = "moussa", **more) -> Source:
    """What one source says of the beginning of it all."""
    facts = {"topic": SourceTopic.DATE, "fact": "Le début du blocus", **more}
    return service.record_source(house.actor(by), dispute, SourceFacts(says=says, source=who, **facts))
