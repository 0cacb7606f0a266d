"""Who works on a dispute: members of its team, replacements and stand-ins, by the acts that make them."""

from mediation.disputes import service as disputes
from mediation.disputes.kinds import TeamReason
from mediation.disputes.models import Dispute, TeamMember
from mediation.disputes.rules import AssignFacts
from mediation.kernel import clock
from mediation.teams import rules, service
from mediation.teams.kinds import BenchRole, InterestKind, StandInCause
from mediation.teams.models import Interest, Replacement


def assigned(house, dispute: Dispute, who: str, by: str = "moussa", leads: bool = False) -> TeamMember:
    """Somebody with an account (a login of the house) or a name, put on the team."""
    account = house.ids.get(who)
    name = who.capitalize() if account else who
    return disputes.assign_dispute(house.actor(by), dispute, AssignFacts(account, name, leads=leads))


def replaced(house, member: TeamMember, who: str, by: str = "moussa", **more) -> TeamMember:
    """Somebody in the place of a member of the team, from today on."""
    facts = {"reason": TeamReason.BUSY, "until": clock.today(), **more}
    account = house.ids.get(who)
    return service.replace_mediator_dispute(
        house.actor(by), member, rules.ReplaceFacts(account, None if account else who, **facts))


def released(house, member: TeamMember, by: str = "moussa", **more) -> TeamMember:
    """Somebody taken off the team from today on."""
    facts = {"reason": TeamReason.OWN_WISH, "until": clock.today(), **more}
    return service.release_mediator_dispute(house.actor(by), member, rules.ReleaseFacts(**facts))


def tied(house, dispute: Dispute, by: str = "moussa", **more) -> Interest:
    """A link declared, by default that an elder named Bina is a relative of the first party."""
    facts = {"kind": InterestKind.RELATIVE, "name": "Bina", "party": 1, **more}
    return service.declare_interest(house.actor(by), dispute, rules.InterestFacts(**facts))


def on_the_bench(house, dispute: Dispute, gone: str = "bakary", come: str = "awa", by: str = "moussa",
                 role: BenchRole = BenchRole.CHAIR, **more) -> Replacement:
    """Somebody in the place of another of the institution, for this dispute, from today on."""
    account = house.ids.get(come)
    facts = {"replaced_account_id": house.ids[gone], "account_id": account, "name": None if account else come,
             "since": clock.today(), **more}
    return service.replace_bench(house.actor(by), dispute, rules.BenchFacts(role, **facts))


def stood_in(house, dispute: Dispute, who: str = "kadia", by: str = "salimata", **more) -> Replacement:
    """A stand-in secretary named by a reviewer."""
    facts = {"cause": StandInCause.PARTY, **more}
    return service.name_standin(house.actor(by), dispute, rules.StandInFacts(house.ids[who], **facts))
