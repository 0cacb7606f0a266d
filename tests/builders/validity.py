"""Visas, transmissions, endings and copies of signed agreements, noted by the acts that note them."""

from dataclasses import replace

from mediation.acts.vocabulary import Ending
from mediation.agreements import service as agreements
from mediation.agreements.kinds import EarlierLink
from mediation.agreements.models import Agreement
from mediation.agreements.rules import SignFacts
from mediation.disputes.models import Dispute
from mediation.followup.rules import CloseFacts
from mediation.followup.service import close_dispute
from mediation.validity import rules, service
from mediation.validity.kinds import VisaBy
from mediation.validity.models import RouteStep
from tests.builders.agreements import READ, TEXT, lines
from tests.builders.sessions import days

VISA = rules.EndorseFacts(VisaBy.CHAIR, "Bakary Koné", paper="V-7")
SENT = rules.TransmitFacts("Tribunal d’instance de Dioïla", paper="B-12", by_whom="le secrétaire")
FORCE = rules.HomologateFacts("2026-31", court="Tribunal d’instance de Dioïla")
BACK = rules.ReturnFacts("Le lieu manque")
TERM = rules.DenounceFacts(("A",))


def today(facts, **more):
    """These facts, of today unless told otherwise."""
    return replace(facts, **{"happened_on": days(0), **more})


def endorsed(house, agreement: Agreement, by: str = "bakary", **more) -> RouteStep:
    """A visa given today by the chair."""
    return service.endorse_agreement(house.actor(by), agreement, today(VISA, **more))


def transmitted(house, agreement: Agreement, **more) -> RouteStep:
    """Endorsed if it was not, and sent to the judge today."""
    if agreement.stage.value == "signed":
        endorsed(house, agreement)
    return service.transmit_agreement(house.actor("moussa"), agreement, today(SENT, **more))


def returned(house, agreement: Agreement, **more) -> RouteStep:
    """Sent to the judge, and sent back today."""
    transmitted(house, agreement)
    return service.return_agreement(house.actor("moussa"), agreement, today(BACK, **more))


def denounced(house, agreement: Agreement, **more) -> Agreement:
    """Denounced today by side A."""
    service.denounce_agreement(house.actor("moussa"), agreement, today(TERM, **more))
    return agreement


def closed(house, dispute: Dispute) -> Dispute:
    """Closed today, though nobody saw the commitments kept."""
    return close_dispute(house.actor("moussa"), dispute, CloseFacts(Ending.KEPT, "D’après le chef", days(0)))


def rectifying(house, earlier: Agreement, link: EarlierLink = EarlierLink.RECTIFIES, **text) -> Agreement:
    """A draft that rectifies or renews a signed agreement."""
    facts = replace(TEXT, earlier=earlier.number, earlier_link=link, **text)
    return agreements.record_agreement(house.actor("moussa"), earlier.dispute, facts)


def sign(house, draft: Agreement) -> Agreement:
    """Read to everybody and signed by everybody, yesterday."""
    agreements.read_aloud_agreement(house.actor("moussa"), draft, READ)
    return agreements.sign_agreement(house.actor("moussa"), draft, SignFacts(lines(house, draft), days(-1)))
