"""The people of a dispute, added by the acts that add them."""

from mediation.disputes.models import Dispute
from mediation.kernel.dates import about_year
from mediation.parties import service
from mediation.parties.beside import ConsentFacts, ConsentsFacts, IntermediaryFacts
from mediation.parties.kinds import (
    ConsentScope,
    HelperQuality,
    Language,
    LeaveReason,
    Mandate,
    MandateEnd,
    PartyKind,
    Sex,
    SuccessionBasis,
)
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness
from mediation.parties.rules import (
    EndFacts,
    HandoverFacts,
    LeaveFacts,
    PartyFacts,
    RepresentativeFacts,
    SuccessionFacts,
    WitnessFacts,
)

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


def left(house, of: Party, by: str = "moussa", reason: LeaveReason = LeaveReason.WITHDRAWS, **more) -> Departure:
    """A party that is in the dispute no more."""
    return service.leave_party(house.actor(by), of, LeaveFacts(reason, **more))


def succeeded(house, of: Party, by: str = "moussa", heir: PartyFacts | None = None,
              basis: SuccessionBasis = SuccessionBasis.INHERITANCE, **more) -> Departure:
    """A party that another succeeds: one of the file (`successor`, a number), or an `heir` written down at once."""
    return service.record_succession(house.actor(by), of, HandoverFacts(SuccessionFacts(basis, **more), heir))


def heir(name: str = "Héritiers Coulibaly", kind: PartyKind = PartyKind.HOUSEHOLD, **more) -> PartyFacts:
    """Who succeeds, as the form of a succession tells it: on the side of whom it succeeds."""
    return PartyFacts(None, kind, name, **more)


def ended(house, speaker: Representative, by: str = "moussa", reason: MandateEnd = MandateEnd.REVOKED,
          **more) -> Representative:
    """Somebody who speaks for a party no more."""
    return service.end_representative(house.actor(by), speaker, EndFacts(reason, **more))


def helper(house, dispute: Dispute, by: str = "moussa", quality: HelperQuality = HelperQuality.VILLAGE_CHIEF,
           **more) -> Intermediary:
    """Somebody who helps, by default a village chief whose name nobody knows."""
    return service.add_intermediary(house.actor(by), dispute, IntermediaryFacts(quality, **more))


def consent(house, dispute: Dispute, *scopes: ConsentScope, by: str = "moussa", **more) -> Consent:
    """What somebody consents to, by default to be part of the mediation; the first of several."""
    facts = ConsentsFacts(scopes or (ConsentScope.MEDIATION,), ConsentFacts(None, **more))
    return service.record_consents(house.actor(by), dispute, facts)
