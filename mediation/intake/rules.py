"""What one saisine form can bring at once."""

from dataclasses import dataclass

from mediation.disputes.rules import AttemptFacts, DisputeFacts, HarmFacts
from mediation.land.rules import ObjectFacts
from mediation.parties.rules import PartyFacts


@dataclass(frozen=True)
class IntakeFacts:
    """A saisine with its parties, what is contested, what was tried before and what was suffered."""

    saisine: DisputeFacts
    parties: tuple[PartyFacts, ...] = ()
    objects: tuple[ObjectFacts, ...] = ()
    attempts: tuple[AttemptFacts, ...] = ()
    harms: tuple[HarmFacts, ...] = ()
