"""The acts on who works on a dispute: the team, declared links, members replaced, stand-ins."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import Role
from mediation.commissions.queries import is_open
from mediation.disputes import queries as disputes
from mediation.disputes import rules as musts
from mediation.disputes.models import Dispute, TeamMember
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.parties.models import Party
from mediation.teams import queries, rules
from mediation.teams.kinds import ROLES, ReplacementKind
from mediation.teams.models import Interest, Replacement
from mediation.teams.rules import Somebody

DESK = (Role.SECRETARY, Role.CHAIR)


@performs(acts.REPLACE_MEDIATOR_DISPUTE)
def replace_mediator_dispute(actor: Actor, member: TeamMember, facts: rules.ReplaceFacts) -> TeamMember:
    """Put somebody in the place of a member of the team, in charge if they were; the old one stays in history."""
    dispute = member.dispute
    rules.on_the_team(member.until)
    rules.somebody_named(facts.account_id, facts.name)
    rules.said_why(facts.reason)
    rules.day_that_has_come("until", facts.until, member.since, clock.today())
    rules.access_is_open(facts.account_id, is_open(facts.account_id))
    come = queries.named(facts.account_id, facts.name)
    rules.by_somebody_else(Somebody(member.account_id, member.name), come)
    musts.takes_no_part(come.account_id, disputes.parties_with_account(dispute))
    others = [(one.account_id, one.name) for one in disputes.team_now(dispute) if one is not member]
    musts.not_there_already(come.account_id, come.name, others)
    new = TeamMember(dispute=dispute, number=next_number(TeamMember, dispute), account_id=come.account_id,
                     name=come.name, quality=facts.quality, leads=member.leads, since=facts.until,
                     replaces_id=member.id)
    _end(member, facts)
    db.session.add(new)
    return new


@performs(acts.RELEASE_MEDIATOR_DISPUTE)
def release_mediator_dispute(actor: Actor, member: TeamMember, facts: rules.ReleaseFacts) -> TeamMember:
    """Take somebody off the team; they stay in its history."""
    rules.on_the_team(member.until)
    rules.said_why(facts.reason)
    rules.day_that_has_come("until", facts.until, member.since, clock.today())
    _end(member, facts)
    return member


def _end(member: TeamMember, facts: rules.ReplaceFacts | rules.ReleaseFacts) -> None:
    member.until, member.ended_for, member.ended_words, member.leads = facts.until, facts.reason, facts.words, False


@performs(acts.SET_LEAD_DISPUTE)
def set_lead_dispute(actor: Actor, member: TeamMember, facts: None) -> TeamMember:
    """Put somebody of the team in charge; whoever was stays on the team."""
    rules.on_the_team(member.until)
    rules.not_in_charge(member.leads)
    for one in disputes.team_of(member.dispute):
        one.leads = one is member
    return member


@performs(acts.DECLARE_INTEREST)
def declare_interest(actor: Actor, dispute: Dispute, facts: rules.InterestFacts) -> Interest:
    """Write down what ties somebody who works on the dispute to a party, and what was decided of it."""
    rules.somebody_tied(facts)
    rules.tied_to_something(facts)
    rules.decided_wholly(facts)
    musts.not_still_to_come("happened_on", facts.happened_on, clock.today())
    who = _tied(dispute, facts)
    party = disputes.find_in(Party, dispute, facts.party) if facts.party is not None else None
    interest = Interest(
        dispute=dispute, number=next_number(Interest, dispute), account_id=who.account_id, name=who.name,
        kind=facts.kind, party_id=party.id if party else None, words=facts.words, decision=facts.decision,
        decision_words=facts.decision_words, decided_by=facts.decided_by, happened_on=facts.happened_on)
    rules.not_declared_already(queries.declared(interest, party), queries.declared_in(dispute))
    db.session.add(interest)
    return interest


def _tied(dispute: Dispute, facts: rules.InterestFacts) -> Somebody:
    """Whose link it is: a member of the team, somebody who sits or serves, or a name."""
    if facts.team_member is not None:
        member = disputes.find_in(TeamMember, dispute, facts.team_member)
        return Somebody(member.account_id, member.name)
    if facts.member is None and facts.account_id is None:
        return Somebody(None, facts.name)
    seat = queries.seat_in(dispute, facts.member, facts.account_id)
    if seat is None:
        raise BrokenRule("who", _l("Choisissez une personne de la liste, ou écrivez son nom."))
    return seat


@performs(acts.STRIKE_INTEREST)
def strike_interest(actor: Actor, interest: Interest, facts: StrikeFacts) -> Interest:
    """Cross out a link declared by mistake."""
    return strike(actor, interest, facts)


def _at_the_desk(actor: Actor, dispute: Dispute) -> bool:
    """Whether this person is of the secretariat or chairs here, in their own right or in another's place."""
    return dispute.lead_id in actor.at_desk(*DESK) or any((dispute.id, role) in actor.sight.stands for role in DESK)


@performs(acts.REPLACE_BENCH)
def replace_bench(actor: Actor, dispute: Dispute, facts: rules.BenchFacts) -> Replacement:
    """Put somebody in the place of the chair, the secretary or a member, for this dispute only.

    The replaced one still sees the dispute and does not act in it; the other has that place’s acts here alone.
    """
    seat = queries.seat_in(dispute, facts.member, facts.replaced_account_id)
    rules.somebody_replaced(seat is not None)
    rules.place_is_theirs(facts.role, seat.places)
    rules.desk_is_for_the_desk(facts.role, _at_the_desk(actor, dispute))
    rules.somebody_named(facts.account_id, facts.name)
    rules.day_that_has_come("since", facts.since, None, clock.today())
    rules.access_is_open(facts.account_id, is_open(facts.account_id))
    come = queries.named(facts.account_id, facts.name)
    rules.by_somebody_else(seat, come)
    rules.nobody_names_themselves(actor.id, come.account_id)
    musts.takes_no_part(come.account_id, disputes.parties_with_account(dispute))
    role, standing = ROLES[facts.role], queries.standing_in(dispute)
    rules.not_replaced_already(seat, queries.replaced_in([one for one in standing if one.role is role]))
    rules.no_circle(seat, come, queries.replaced_in(standing), queries.replacing_in(standing))
    replacement = Replacement(
        dispute=dispute, number=next_number(Replacement, dispute), kind=ReplacementKind.BENCH, role=role,
        account_id=come.account_id, name=come.name, quality=facts.quality, replaced_account_id=seat.account_id,
        replaced_name=seat.name, reason=facts.reason, since=facts.since)
    db.session.add(replacement)
    return replacement


@performs(acts.RESTORE_BENCH)
def restore_bench(actor: Actor, replacement: Replacement, facts: rules.RestoreFacts) -> Replacement:
    """Write down that a replacement is over: each is in their own place again."""
    rules.is_a(replacement.kind, ReplacementKind.BENCH)
    rules.still_holds(replacement.until)
    rules.day_that_has_come("until", facts.until, replacement.since, clock.today())
    replacement.until, replacement.ended_words = facts.until, facts.words
    return replacement


@performs(acts.NAME_STANDIN)
def name_standin(actor: Actor, dispute: Dispute, facts: rules.StandInFacts) -> Replacement:
    """Name who keeps this dispute while nobody at its desk may; it ends with the dispute."""
    if facts.account_id is None:
        raise BrokenRule("account_id", _l("Choisissez la personne."))
    rules.said_cause(facts.cause)
    rules.access_is_open(facts.account_id, is_open(facts.account_id))
    rules.nobody_names_themselves(actor.id, facts.account_id)
    musts.takes_no_part(facts.account_id, disputes.parties_with_account(dispute))
    standing = queries.standing_in(dispute)
    who = queries.named(facts.account_id, None)
    rules.no_circle(who, who, queries.replaced_in(standing), ())
    rules.one_stand_in(any(one.kind is ReplacementKind.STAND_IN for one in standing),
                       queries.keeps_the_desk(dispute, who.account_id))
    replacement = Replacement(
        dispute=dispute, number=next_number(Replacement, dispute), kind=ReplacementKind.STAND_IN,
        role=Role.SECRETARY, account_id=who.account_id, name=who.name, cause=facts.cause, reason=facts.reason,
        since=clock.today())
    db.session.add(replacement)
    return replacement


@performs(acts.END_STANDIN)
def end_standin(actor: Actor, replacement: Replacement, facts: rules.EndStandInFacts) -> Replacement:
    """Say that a stand-in is needed no more; it ends at once."""
    rules.is_a(replacement.kind, ReplacementKind.STAND_IN)
    rules.still_holds(replacement.until)
    replacement.until, replacement.ended_words = clock.today(), facts.words
    return replacement
