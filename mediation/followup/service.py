"""The acts of the follow-up: visits, releases by the other side, difficulties, closing and reopening."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.refusals import together
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import BINDING, CommitmentStage, DifficultyStage, Ending, Stage, VisitStage
from mediation.agreements.kinds import EVERYBODY
from mediation.agreements.models import Agreement, Commitment
from mediation.disputes.models import Dispute
from mediation.followup import queries, rules
from mediation.followup.models import CommitmentRelease, Difficulty, DifficultyVoice, Reopening, Visit, VisitFinding
from mediation.intake.queries import was_copied
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.referrals import queries as links
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import DisputeLink

MADE = ("happened_on", "made_by", "met", "women", "men", "said")


@performs(acts.PLAN_VISIT)
def plan_visit(actor: Actor, agreement: Agreement, facts: rules.PlanFacts) -> Visit:
    """Plan a visit that will see whether a signed settlement is kept."""
    rules.planned_ahead(facts, clock.today())
    visit = Visit(
        dispute=agreement.dispute,
        number=next_number(Visit, agreement.dispute),
        agreement=agreement,
        stage=VisitStage.PLANNED,
        **vars(facts),
    )
    db.session.add(visit)
    return visit


@performs(acts.RECORD_VISIT)
def record_visit(actor: Actor, subject: Agreement | Visit, facts: rules.VisitFacts) -> Visit:
    """Write a visit down, commitment by commitment; one that was planned becomes the one that was made."""
    agreement = subject.agreement if isinstance(subject, Visit) else subject
    commitments = {commitment.number: commitment for commitment in agreement.commitments}
    rules.may_be_noted(facts, agreement.signed_on, commitments, clock.today())
    visit = subject if isinstance(subject, Visit) else Visit(
        dispute=agreement.dispute, number=next_number(Visit, agreement.dispute), agreement=agreement)
    visit.stage = VisitStage.MADE
    for name in MADE:
        setattr(visit, name, getattr(facts, name))
    visit.place = facts.place or visit.place
    db.session.add(visit)
    db.session.flush()
    _write_findings(visit, [(commitments[finding.commitment], finding) for finding in facts.findings])
    return visit


def _write_findings(visit: Visit, found: list[tuple[Commitment, rules.FindingFacts]]) -> None:
    seen, released = queries.last_seen(visit.agreement), queries.released(visit.agreement)
    for number, (commitment, facts) in enumerate(found, start=next_number(VisitFinding, visit.dispute)):
        db.session.add(VisitFinding(
            dispute=visit.dispute, number=number, visit=visit, commitment=commitment, found=facts.found,
            lateness=facts.lateness, note=facts.note, for_year=facts.for_year))
        if commitment.id not in released:
            commitment.stage = rules.moved_to(commitment.stage, facts.found, visit.happened_on,
                                              seen.get(commitment.id))
    db.session.flush()


@performs(acts.STRIKE_VISIT)
def strike_visit(actor: Actor, visit: Visit, facts: StrikeFacts) -> Visit:
    """Cross out a visit; what it said of the commitments is doubtful until somebody looks again."""
    return strike(actor, visit, facts)


@performs(acts.RELEASE_COMMITMENT)
def release_commitment(actor: Actor, commitment: Commitment, facts: rules.ReleaseFacts) -> CommitmentRelease:
    """Write down that those to whom a commitment was owed ask for it no more: it is neither due nor late."""
    agreement, dispute = commitment.agreement, commitment.dispute
    named = {*commitment.debtors, *(commitment.creditors or "")} - {EVERYBODY}
    rules.is_in_force(agreement.stage in BINDING, commitment.dropped)
    with together() as must:
        must(rules.may_be_released, facts, commitment.debtors, commitment.creditors,
             named.union(queries.letters(dispute)))
        must(rules.released_for_a_reason, facts)
        must(rules.not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.not_before_signing, agreement.signed_on, facts.happened_on)
    release = CommitmentRelease(
        dispute=dispute, number=next_number(CommitmentRelease, dispute), commitment=commitment,
        sides="".join(sorted(set(facts.sides))), said_by=facts.said_by, happened_on=facts.happened_on,
        reason=facts.reason)
    db.session.add(release)
    commitment.stage = CommitmentStage.RELEASED
    return release


@performs(acts.STRIKE_RELEASE)
def strike_release(actor: Actor, release: CommitmentRelease, facts: StrikeFacts) -> CommitmentRelease:
    """Cross out a release; the commitment stands as it does, to be seen again, until a visit looks."""
    return strike(actor, release, facts)


@performs(acts.REPORT_DIFFICULTY)
def report_difficulty(actor: Actor, agreement: Agreement, facts: rules.ReportFacts) -> Difficulty:
    """Write a difficulty down as it is told, with what each side says of it; nothing is judged by it."""
    dispute, numbers = agreement.dispute, {one.number for one in agreement.commitments}
    with together() as must:
        must(rules.says_what, facts)
        must(rules.is_about, facts, numbers, queries.letters(dispute))
        must(rules.not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.not_before_signing, agreement.signed_on, facts.happened_on)
    concerned = ",".join(str(number) for number in sorted(set(facts.commitments)))
    difficulty = Difficulty(
        dispute=dispute, number=next_number(Difficulty, dispute), agreement=agreement, stage=DifficultyStage.OPEN,
        concerns=f",{concerned}," if concerned else None, side=_side(facts.letter), said_by=facts.said_by,
        happened_on=facts.happened_on, what=facts.what, asked=facts.asked, asked_words=facts.asked_words)
    db.session.add(difficulty)
    db.session.flush()
    for number, voice in enumerate(facts.voices, start=next_number(DifficultyVoice, dispute)):
        db.session.add(DifficultyVoice(dispute=dispute, number=number, difficulty=difficulty,
                                       side=_side(voice.letter), said=voice.said))
    return difficulty


def _side(letter: str | None) -> int | None:
    return ord(letter) - ord("A") + 1 if letter else None


@performs(acts.SETTLE_DIFFICULTY)
def settle_difficulty(actor: Actor, difficulty: Difficulty, facts: rules.SettleFacts) -> Difficulty:
    """Write down how a difficulty was settled, when and by whom."""
    asked = difficulty.asked or facts.asked
    with together() as must:
        must(rules.asked_before_the_judge, facts.how, asked)
        must(rules.says_how_settled, facts)
        must(rules.not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.settled_after, difficulty.happened_on, facts.happened_on)
    difficulty.stage, difficulty.asked = DifficultyStage.SETTLED, asked
    difficulty.asked_words = difficulty.asked_words or facts.asked_words
    difficulty.settled_how, difficulty.settled_words = facts.how, facts.words
    difficulty.settled_by, difficulty.settled_on = facts.by, facts.happened_on
    return difficulty


@performs(acts.STRIKE_DIFFICULTY)
def strike_difficulty(actor: Actor, difficulty: Difficulty, facts: StrikeFacts) -> Difficulty:
    """Cross out a difficulty written by mistake."""
    return strike(actor, difficulty, facts)


@performs(acts.CLOSE_DISPUTE)
def close_dispute(actor: Actor, dispute: Dispute, facts: rules.CloseFacts) -> Dispute:
    """Close the dispute with the ending that its facts lead to, or another for a reason."""
    in_force = queries.in_force(dispute)
    with together() as must:
        must(rules.may_be_closed, facts, queries.endings_open(dispute), queries.ending_that_follows(dispute, in_force),
             rules.still_due(*in_force), len(queries.difficulties_open(dispute)))
        must(rules.not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.closed_after_it_all, facts.happened_on, dispute.asked_on, queries.signed_in(dispute),
             queries.heard_in(dispute))
    if facts.ending is Ending.DUPLICATE:
        _link_double(dispute, facts.duplicate_of)
    dispute.stage, dispute.ending = Stage.CLOSED, facts.ending
    dispute.ended_on, dispute.ending_reason = facts.happened_on, facts.reason
    return dispute


def _link_double(dispute: Dispute, reference: str) -> None:
    """Say of which dispute this one is a double, unless a link already says so."""
    other = links.numbered(reference)
    rules.double_of_another(dispute.id, other.id if other is not None else None)
    if LinkKind.DUPLICATE in links.kinds_between(dispute, other):
        return
    rules.double_of_another(dispute.id, other.id, links.comes_back(LinkKind.DUPLICATE, dispute, other))
    db.session.add(DisputeLink(dispute=dispute, number=next_number(DisputeLink, dispute), other_id=other.id,
                               kind=LinkKind.DUPLICATE))


@performs(acts.REOPEN_DISPUTE)
def reopen_dispute(actor: Actor, dispute: Dispute, facts: rules.ReopenFacts) -> Reopening:
    """Take back a closing made in error: the dispute is again where it stood; how it had been closed is kept."""
    rules.may_come_back(dispute.ending, was_copied(dispute))
    rules.closed_in_error(facts)
    reopening = Reopening(dispute=dispute, number=next_number(Reopening, dispute), ending=dispute.ending,
                          ended_on=dispute.ended_on, reason=facts.reason)
    db.session.add(reopening)
    if dispute.ending is Ending.DUPLICATE:
        for link in queries.said_double(dispute):
            strike(actor, link, StrikeFacts(facts.reason))
    dispute.stage = queries.stage_before_closing(dispute)
    dispute.ending = dispute.ended_on = dispute.ending_reason = None
    dispute.decline_reason = dispute.withdrawn_by = None
    return reopening
