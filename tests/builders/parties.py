"""The people of a dispute, added by the acts that add them."""

from mediation.disputes.models import Dispute
from mediation.kernel.dates import about_year
from mediation.parties import service
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.parties.models import Party, Representative, Witness
from mediation.parties.rules import PartyFacts, RepresentativeFacts, WitnessFacts

A, B, C = 1, 2, 3


def party(house, dispute: Dispute, side: int = A, name: str = "Adama Coulibaly", by: str = "moussa",
          kind: PartyKind = PartyKind.PERSON, **more) -> Party:
    """One party, by default a person on side A."""
    return service.add_party(house.actor(by), dispute, PartyFacts(side, kind, name, **more))


def representative(house, of: Party, name: str = "Siaka Traoré", by: str = "moussa",
                   mandate: Mandate = Mandate.ASSEMBLY, **more) -> Representative:
    """Somebody who speaks for a party."""
    return service.appoint_representative(house.actor(by), of, RepresentativeFacts(name, mandate, **more))


def witness(house, dispute: Dispute, by: str = "moussa", **more) -> Witness:
    """A witness, under the alias that the register gives unless one is told."""
    return service.add_witness(house.actor(by), dispute, WitnessFacts(**more))


def two_sides(house, dispute: Dispute, by: str = "moussa") -> tuple[Party, Party]:
    """A: a person who asked; B: a family of which nobody knows the size, with its representative and mandate."""
    one = party(house, dispute, A, by=by, sex=Sex.MAN, asked=True, language=Language.BAMANANKAN,
                born_on=about_year(1970))
    other = party(house, dispute, B, "Famille Traoré", by, PartyKind.LINEAGE)
    representative(house, other, by=by, quality="aîné", mandate_words="réunion de la famille")
    return one, other
