"""The acts of the dispute itself: register, amend, examine, assign, withdraw; what was tried and suffered."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.late import told_by
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import Ending, Role, Stage
from mediation.commissions.models import Institution
from mediation.disputes import queries, rules
from mediation.disputes.models import Attempt, Dispute, DisputePlace, Harm, TeamMember
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.references import next_reference
from mediation.kernel.text import fold_words

SAISINE = ("title", "kind", "channel", "place", "asked_by", "came_from", "their_number", "resources", "relation",
           "scale", "triggers", "began_on", "story", "kind_words")


@performs(acts.REGISTER_DISPUTE)
def register_dispute(actor: Actor, institution: Institution, facts: rules.DisputeFacts) -> Dispute:
    """Write a saisine down and give it its number; whoever mediates and registers is on the team."""
    return begun(actor, institution, facts)


def begun(actor: Actor, institution: Institution, facts: rules.DisputeFacts) -> Dispute:
    """A new dispute of an institution, inside the act that opens it."""
    today = clock.today()
    rules.not_still_to_come("happened_on", facts.happened_on, today)
    rules.not_still_to_come("began_on", facts.began_on, today)
    rules.words_of_another_kind(facts)
    dispute = Dispute(reference=next_reference(institution.code, today.year), lead=institution,
                      stage=Stage.REGISTERED, registered_on=today, registered_by=actor.id, act_count=0)
    _write_saisine(dispute, facts)
    db.session.add(dispute)
    db.session.flush()
    for number, place in enumerate(facts.villages, start=1):
        db.session.add(DisputePlace(dispute=dispute, number=number, place=place))
    if institution.id in actor.at_desk(Role.MEDIATOR):
        db.session.add(TeamMember(dispute=dispute, number=1, account_id=actor.id, name=actor.name, leads=True,
                                  since=today))
    return dispute


@performs(acts.AMEND_DISPUTE)
def amend_dispute(actor: Actor, dispute: Dispute, facts: rules.DisputeFacts) -> Dispute:
    """Correct or complete the saisine; villages are only added."""
    today = clock.today()
    rules.not_still_to_come("happened_on", facts.happened_on, today)
    rules.not_still_to_come("began_on", facts.began_on, today)
    rules.words_of_another_kind(facts)
    _write_saisine(dispute, facts)
    known = {village.place for village in dispute.villages}
    for place in facts.villages:
        if place not in known:
            db.session.add(DisputePlace(dispute=dispute, number=next_number(DisputePlace, dispute), place=place))
            db.session.flush()
    return dispute


def _write_saisine(dispute: Dispute, facts: rules.DisputeFacts) -> None:
    for name in SAISINE:
        setattr(dispute, name, getattr(facts, name))
    dispute.asked_on = facts.happened_on
    places = (str(place) for place in (facts.place, *facts.villages) if place)
    dispute.folded = fold_words(" ".join((facts.title, *places)))[:400]


@performs(acts.ACCEPT_DISPUTE)
def accept_dispute(actor: Actor, dispute: Dispute, facts: rules.AcceptFacts) -> Dispute:
    """Take the dispute; it is in mediation at once if somebody was heard before."""
    rules.may_be_accepted(queries.count_sides(dispute), queries.count_objects(dispute), dispute.place is not None)
    rules.not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.not_before_the_saisine(dispute.asked_on, facts.happened_on)
    dispute.stage = Stage.IN_MEDIATION if queries.was_heard(dispute) else Stage.ACCEPTED
    return dispute


@performs(acts.DECLINE_DISPUTE)
def decline_dispute(actor: Actor, dispute: Dispute, facts: rules.DeclineFacts) -> Dispute:
    """Say no to a saisine, with a coded reason."""
    rules.not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.not_before_the_saisine(dispute.asked_on, facts.happened_on)
    dispute.stage, dispute.ending = Stage.CLOSED, Ending.DECLINED
    dispute.ended_on, dispute.decline_reason, dispute.ending_reason = facts.happened_on, facts.reason, facts.words
    return dispute


@performs(acts.ASSIGN_DISPUTE)
def assign_dispute(actor: Actor, dispute: Dispute, facts: rules.AssignFacts) -> TeamMember:
    """Entrust the dispute to one more person; a new lead takes over from the old one, who stays on the team."""
    rules.somebody_named(facts)
    rules.takes_no_part(facts.account_id, queries.parties_with_account(dispute))
    rules.not_there_already(facts.account_id, facts.name,
                            [(one.account_id, one.name) for one in queries.team_now(dispute)])
    if facts.leads:
        for member in queries.team_of(dispute):
            member.leads = False
    member = TeamMember(dispute=dispute, number=next_number(TeamMember, dispute), account_id=facts.account_id,
                        name=facts.name, quality=facts.quality, leads=facts.leads, since=clock.today())
    db.session.add(member)
    return member


@performs(acts.WITHDRAW_DISPUTE)
def withdraw_dispute(actor: Actor, dispute: Dispute, facts: rules.WithdrawFacts) -> Dispute:
    """Write down that the demand is withdrawn."""
    rules.said_who_withdraws(facts)
    rules.not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.not_before_the_saisine(dispute.asked_on, facts.happened_on)
    dispute.stage, dispute.ending = Stage.CLOSED, Ending.WITHDRAWN
    dispute.ended_on, dispute.withdrawn_by, dispute.ending_reason = facts.happened_on, facts.by, facts.reason
    return dispute


@performs(acts.ADD_ATTEMPT)
def add_attempt(actor: Actor, dispute: Dispute, facts: rules.AttemptFacts) -> Attempt:
    """Write down something that was tried before."""
    attempt = Attempt(dispute=dispute, number=next_number(Attempt, dispute))
    _write_attempt(attempt, facts)
    db.session.add(attempt)
    return attempt


@performs(acts.AMEND_ATTEMPT)
def amend_attempt(actor: Actor, attempt: Attempt, facts: rules.AttemptFacts) -> Attempt:
    """Correct what was tried before."""
    _write_attempt(attempt, facts)
    return attempt


def _write_attempt(attempt: Attempt, facts: rules.AttemptFacts) -> None:
    today = clock.today()
    rules.not_still_to_come("happened_on", facts.happened_on, today)
    rules.not_still_to_come("decided_on", facts.decided_on, today)
    for rule in (rules.won_by_a_side, rules.level_of_a_court, rules.decided_after_it_was_tried):
        rule(facts)
    if facts.side != attempt.side:
        rules.side_of_this_dispute("side", facts.side, dict(queries.sides_of(attempt.dispute)))
    others = {one.number: one for one in queries.attempts_of(attempt.dispute) if one is not attempt}
    contested = _contested(attempt, facts, others)
    for name, value in told_by(facts).items():
        if name != "against":
            setattr(attempt, name, value)
    attempt.against_id = contested.id if contested is not None else None
    rules.contests_what_came_before(contested.when if contested else None, attempt.when)
    for one in others.values():
        if attempt.id is not None and one.against_id == attempt.id and one.struck_at is None:
            rules.contests_what_came_before(attempt.when, one.when)


def _contested(attempt: Attempt, facts: rules.AttemptFacts, others: dict[int, Attempt]) -> Attempt | None:
    """The attempt whose decision this one contests (`BrokenRule` if that is itself, or is crossed out)."""
    if facts.against is None:
        return None
    rules.contests_another(attempt.number, [facts.against])
    contested = queries.find_in(Attempt, attempt.dispute, facts.against)
    by_id, chain, at = {one.id: one for one in others.values()}, [], contested
    while at is not None and at.number not in chain:
        chain.append(at.number)
        at = by_id.get(at.against_id) or (attempt if at.against_id and at.against_id == attempt.id else None)
    rules.contests_another(attempt.number, chain)
    if contested.id != attempt.against_id:
        rules.contests_what_stands(contested.struck_at is not None)
    return contested


@performs(acts.STRIKE_ATTEMPT)
def strike_attempt(actor: Actor, attempt: Attempt, facts: StrikeFacts) -> Attempt:
    """Cross out an attempt written by mistake."""
    return strike(actor, attempt, facts)


@performs(acts.RECORD_HARM)
def record_harm(actor: Actor, dispute: Dispute, facts: rules.HarmFacts) -> Harm:
    """Write down a count of what was suffered, and who says so."""
    for rule in (rules.consistent_count, rules.counts_people_as_people, rules.worth_in_something,
                 rules.told_after_it_happened):
        rule(facts)
    rules.not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.not_still_to_come("said_on", facts.said_on, clock.today())
    harm = Harm(dispute=dispute, number=next_number(Harm, dispute), **told_by(facts))
    db.session.add(harm)
    return harm


@performs(acts.STRIKE_HARM)
def strike_harm(actor: Actor, harm: Harm, facts: StrikeFacts) -> Harm:
    """Cross out a count written by mistake."""
    return strike(actor, harm, facts)
