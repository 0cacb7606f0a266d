"""The acts of a dispute that pauses, leaves and comes back, of who is helped elsewhere, of linked disputes."""

from mediation.acts import catalogue as acts
from mediation.acts.door import composed, performs
from mediation.acts.scope import Actor, looking_as, next_number, resolve
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import Ending, ReferralStage, Role, Stage
from mediation.commissions.queries import coded
from mediation.disputes.models import Dispute
from mediation.disputes.queries import was_heard
from mediation.disputes.rules import DisputeFacts, not_still_to_come
from mediation.disputes.service import begun
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.referrals import queries, rules
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import DisputeLink, Orientation, Pause, Referral


@performs(acts.SUSPEND_DISPUTE)
def suspend_dispute(actor: Actor, dispute: Dispute, facts: rules.PauseFacts) -> Pause:
    """Let the dispute wait; it will come back to the stage at which it stands."""
    rules.told_why_else(facts.reason, facts.words)
    rules.pause_in_order(facts, clock.today())
    pause = Pause(dispute=dispute, number=next_number(Pause, dispute), from_stage=dispute.stage, **vars(facts))
    db.session.add(pause)
    dispute.stage = Stage.SUSPENDED
    return pause


@performs(acts.RESUME_DISPUTE)
def resume_dispute(actor: Actor, dispute: Dispute, facts: rules.ResumeFacts) -> Pause:
    """Take the work up again, at the stage at which it stopped."""
    pause = queries.pause_of(dispute)
    rules.resumed_in_order(pause.happened_on, facts, clock.today())
    pause.resumed_on, pause.resumed_words = facts.happened_on, facts.words
    dispute.stage = rules.back_to(pause.from_stage, was_heard(dispute))
    return pause


def resumed_by(actor: Actor, dispute: Dispute, held_on) -> None:
    """A session held during a pause ends it: the act of resuming, inside another; nothing otherwise."""
    if dispute.stage is not Stage.SUSPENDED:
        return
    with looking_as(actor):
        since = queries.pause_of(dispute).happened_on
    if since is None or held_on is None or not held_on.certainly_before(since):
        resume_dispute(actor, dispute, rules.ResumeFacts(held_on))


@performs(acts.ORIENT_DISPUTE)
def orient_dispute(actor: Actor, dispute: Dispute, facts: rules.OrientFacts) -> Orientation:
    """Write down who was sent to another help; the dossier stays."""
    for rule in (rules.somebody_oriented, rules.named_helper, rules.without_narrative):
        rule(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    told = {name: value for name, value in vars(facts).items() if name != "party"}
    party = queries.party_numbered(dispute, facts.party) if facts.party is not None else None
    orientation = Orientation(dispute=dispute, number=next_number(Orientation, dispute), party_id=party, **told)
    db.session.add(orientation)
    return orientation


@performs(acts.STRIKE_ORIENTATION)
def strike_orientation(actor: Actor, orientation: Orientation, facts: StrikeFacts) -> Orientation:
    """Cross out an orientation written by mistake."""
    return strike(actor, orientation, facts)


@performs(acts.REFER_DISPUTE)
def refer_dispute(actor: Actor, dispute: Dispute, facts: rules.ReferFacts) -> Referral:
    """Send the dossier to another institution, with a cover; the receiver reads that and nothing else."""
    rules.sent_to_one(facts)
    rules.not_to_ourselves(facts, dispute.lead.code, dispute.lead.name)
    rules.has_a_cover(facts)
    rules.sent_in_order(dispute.asked_on, facts, clock.today())
    receiver = coded(facts.receiver) if facts.receiver else None
    rules.known_receiver(facts, receiver is not None)
    told = {name: value for name, value in vars(facts).items() if name not in ("receiver", "receiver_name")}
    referral = Referral(
        dispute=dispute, number=next_number(Referral, dispute), stage=ReferralStage.SENT, from_stage=dispute.stage,
        sender=dispute.lead, receiver=receiver, receiver_name=receiver.name if receiver else facts.receiver_name,
        our_number=dispute.reference, **told)
    db.session.add(referral)
    dispute.stage = Stage.REFERRED
    return referral


@performs(acts.ANSWER_REFERRAL_DISPUTE)
def answer_referral_dispute(actor: Actor, referral: Referral, facts: rules.AnswerFacts) -> Referral:
    """Write the answer down: taken or decided, the dispute is closed here; refused, it comes back."""
    mine = referral.receiver_id in actor.at_desk(Role.SECRETARY)
    rules.a_plain_answer(facts)
    rules.answered_by_whom_it_was_sent(queries.answers_here(referral.receiver_id), mine, referral.receiver_name)
    rules.answered_in_order(referral.happened_on, facts, clock.today())
    referral.their_number, referral.answer = facts.their_number, facts.words
    _end(referral, facts.answer, facts.happened_on, closes=facts.answer is not ReferralStage.REFUSED)
    return referral


@performs(acts.RECALL_DISPUTE)
def recall_dispute(actor: Actor, referral: Referral, facts: rules.RecallFacts) -> Referral:
    """Call the dossier back, or write down that nobody answered; it comes back unless it is closed."""
    rules.a_plain_return(facts)
    rules.answered_in_order(referral.happened_on, facts, clock.today())
    referral.answer = facts.words
    _end(referral, facts.outcome, facts.happened_on, closes=facts.closes)
    return referral


def _end(referral: Referral, stage: ReferralStage, when, *, closes: bool) -> None:
    dispute = referral.dispute
    referral.stage, referral.answered_on = stage, when
    if closes:
        dispute.stage, dispute.ending = Stage.CLOSED, Ending.REFERRED
        dispute.ended_on, dispute.ending_reason = when, referral.receiver_name
    else:
        dispute.stage = rules.back_to(referral.from_stage, was_heard(dispute))


@performs(acts.TAKE_OVER_DISPUTE)
def take_over_dispute(actor: Actor, referral: Referral, facts: DisputeFacts) -> Dispute:
    """Open the receiver's own dispute, linked to the one that was sent; the sender's file stays shut."""
    rules.not_taken_over(queries.is_taken_over(referral))
    dispute = begun(actor, referral.receiver, facts)
    db.session.add(DisputeLink(dispute=dispute, number=1, other_id=referral.dispute_id, kind=LinkKind.REFERRED))
    return dispute


@composed(acts.TAKE_OVER_DISPUTE)
def take_over_referred(actor: Actor, referral: Referral, facts: DisputeFacts) -> Dispute:
    """One form: the receiver opens its own dispute, which accepts the referral if nobody answered yet."""
    dispute = take_over_dispute(actor, referral, facts)
    if referral.stage is ReferralStage.SENT:
        answer_referral_dispute(actor, referral, rules.AnswerFacts(
            ReferralStage.ACCEPTED, dispute.reference, None, dates.on(clock.today())))
    return dispute


@performs(acts.LINK_DISPUTE)
def link_dispute(actor: Actor, dispute: Dispute, facts: rules.LinkFacts) -> DisputeLink:
    """Say what this dispute is to another that one sees; never to itself, twice, or in a circle."""
    rules.said_by_people(facts.kind)
    # Inside an act a person sees the dispute it is about; this one is about two.
    with looking_as(resolve(actor.id, actor.name)):
        other = queries.numbered(facts.reference)
        rules.to_a_dispute_one_sees(other is not None)
        rules.not_to_itself(dispute.id, other.id)
        rules.not_linked_twice(facts.kind, queries.kinds_between(dispute, other))
    rules.not_in_a_circle(queries.comes_back(facts.kind, dispute, other))
    link = DisputeLink(dispute=dispute, number=next_number(DisputeLink, dispute), other_id=other.id, kind=facts.kind)
    db.session.add(link)
    return link


@performs(acts.UNLINK_DISPUTE)
def unlink_dispute(actor: Actor, link: DisputeLink, facts: StrikeFacts) -> Dispute:
    """Undo a link; it stays, crossed out, with why."""
    rules.link_may_go(link.kind)
    strike(actor, link, facts)
    return link.dispute
