"""What is contested, described by the act that describes it."""

from decimal import Decimal

from mediation.disputes.kinds import Resource
from mediation.disputes.models import Dispute
from mediation.land import service
from mediation.land.kinds import RightKind
from mediation.land.models import ContestedObject
from mediation.land.rules import ObjectFacts
from mediation.places.models import SaidPlace

FIELD = ObjectFacts(
    kind=Resource.FIELD, description="Un champ de mil entre le marigot et la route", name="Champ du marigot",
    place=SaidPlace(None, "Farako"), limits="à l’est le marigot, à l’ouest la route",
    neighbours="les champs de la famille Diarra", area=Decimal("3.5"), area_said="environ trois jours de labour",
    rights=(RightKind.INHERITANCE, RightKind.LOAN))


def one_field(house, dispute: Dispute, by: str = "moussa", facts: ObjectFacts = FIELD) -> ContestedObject:
    """A field with its limits, measured by nobody."""
    return service.add_object(house.actor(by), dispute, facts)
