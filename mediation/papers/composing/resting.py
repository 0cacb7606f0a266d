"""The rows that papers tell, by name: what is named here is not struck out while the paper is in force."""

from collections.abc import Iterable

from mediation.acts.ledger import named
from mediation.agreements.rules import Person
from mediation.disputes.models import Dispute
from mediation.land.queries import objects_of
from mediation.parties.queries import parties_of
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import standing
from mediation.teams.queries import decided_in


def rows(*groups: Iterable) -> tuple[str, ...]:
    """Rows by name, each once, in the order in which they are told."""
    return tuple(dict.fromkeys(named(row) for group in groups for row in group if row is not None))


def people(dispute: Dispute, told: Iterable[Person]) -> list:
    """The rows of these parties, and of those who are told to speak for them."""
    told = {one.number: {speaker.number for speaker in one.speakers} for one in told}
    parties = [party for party in parties_of(dispute) if party.number in told]
    return [row for party in parties
            for row in (party, *(one for one in party.representatives if one.number in told[party.number]))]


def objects(dispute: Dispute) -> list:
    """The rows of what is contested."""
    return standing(objects_of(dispute))


def links(dispute: Dispute) -> list:
    """The rows of the declared links that are told with what was decided."""
    return decided_in(dispute)


def session(held: MediationSession) -> list:
    """The rows of a session: itself and who sat."""
    return [held, *held.bench]


def meeting(held: MediationSession) -> list:
    """The rows of a session that is told whole: who sat, who came or did not, and whom each of them is."""
    return [*session(held), *(row for one in held.attendance for row in (
        one, one.party, one.representative, one.representative and one.representative.party, one.witness))]
