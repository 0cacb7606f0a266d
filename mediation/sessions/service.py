"""The acts of hearing the parties: sessions, summons, reserved notes, a mediation that fails."""

from mediation.acts import catalogue as acts
from mediation.acts.door import composed, performs
from mediation.acts.late import told_by
from mediation.acts.policy import dispute_of
from mediation.acts.refusals import BrokenRule, NotPermitted, together
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import SessionStage, Stage, SummonsStage
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in, rows_in, sides_of
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _, _l
from mediation.parties.models import Party, Representative, Witness
from mediation.parties.rules import asked_while_here
from mediation.referrals.service import resumed_by
from mediation.sessions import offer_rules, queries, rules
from mediation.sessions.kinds import OutcomeKind
from mediation.sessions.models import (
    Attendance,
    BenchMember,
    IgnoredSummons,
    MediationOutcome,
    MediationSession,
    Offer,
    ReservedNote,
    Resumption,
    Summons,
)

TOLD = ("result", "said", "kind", "place", "duration", "women", "men", "participants", "languages", "decided",
        "next_words")
# Whom of the dispute a line of attendance may be about.
KNOWN = {"party": Party, "representative": Representative, "witness": Witness}


@performs(acts.SCHEDULE_SESSION)
def schedule_session(actor: Actor, dispute: Dispute, facts: rules.PlanFacts) -> MediationSession:
    """Plan a session; its date may be no more than a month or a season."""
    rules.still_to_come("planned_on", facts.planned_on, clock.today())
    return _planned(dispute, **vars(facts))


def _planned(dispute: Dispute, **plan) -> MediationSession:
    mediation_session = MediationSession(
        dispute=dispute, number=next_number(MediationSession, dispute), stage=SessionStage.PLANNED,
        somebody_came=False, completions=0, **plan)
    db.session.add(mediation_session)
    db.session.flush()
    return mediation_session


@performs(acts.POSTPONE_SESSION)
def postpone_session(actor: Actor, planned: MediationSession, facts: rules.PostponeFacts) -> MediationSession:
    """Put a planned session off; it stays in the file, and leads to the new one when there is a date."""
    rules.told_why(facts.reason)
    planned.stage, planned.reason = SessionStage.POSTPONED, facts.reason
    if facts.planned_on is not None:
        rules.still_to_come("planned_on", facts.planned_on, clock.today())
        planned.postponed_to = _planned(planned.dispute, planned_on=facts.planned_on, kind=planned.kind,
                                        planned_hour=facts.planned_hour, place=facts.place or planned.place)
    return planned


@performs(acts.CANCEL_SESSION)
def cancel_session(actor: Actor, planned: MediationSession, facts: rules.CancelFacts) -> MediationSession:
    """Write down that a planned session will not be held."""
    rules.told_why(facts.reason)
    planned.stage, planned.reason = SessionStage.CANCELLED, facts.reason
    return planned


@performs(acts.RECORD_SESSION)
def record_session(actor: Actor, subject: Dispute | MediationSession,
                   facts: rules.SessionFacts) -> MediationSession:
    """Write down a session that was held, planned or not; who came may put the dispute in mediation."""
    dispute = dispute_of(subject)
    _check(facts)
    held = subject
    if subject is dispute:
        held = MediationSession(dispute=dispute, number=next_number(MediationSession, dispute), completions=0)
        db.session.add(held)
    held.stage = SessionStage.HELD
    _tell(held, facts)
    _heard(held)
    return held


def _heard(held: MediationSession) -> None:
    """A dispute that was accepted is in mediation once somebody came."""
    if held.somebody_came and held.dispute.stage is Stage.ACCEPTED:
        held.dispute.stage = Stage.IN_MEDIATION


@performs(acts.AMEND_SESSION)
def amend_session(actor: Actor, held: MediationSession, facts: rules.SessionFacts) -> MediationSession:
    """Correct or complete a session that was held; whoever is taken out of it stays, crossed out."""
    with together() as must:
        must(_check, facts)
        must(rules.signed_day_and_place_stay,
             queries.rests_on(held), (held.held_on, held.place), (facts.happened_on, facts.place))
    held.completions += 1
    _tell(held, facts, actor)
    _heard(held)
    return held


@composed(acts.RECORD_SESSION)
def report_session(actor: Actor, subject: Dispute | MediationSession,
                   facts: rules.ReportFacts) -> MediationSession:
    """One form of the field: the session, the next one, and the mediator's reserved note."""
    dispute = dispute_of(subject)
    resumed_by(actor, dispute, facts.session.happened_on)
    with together() as must:
        held = must(record_session, actor, subject, facts.session)
        if facts.next_session is not None:
            must(rules.still_to_come, "planned_on", facts.next_session.planned_on, clock.today())
    if facts.next_session is not None:
        schedule_session(actor, dispute, facts.next_session)
    if facts.note:
        write_note(actor, dispute, rules.NoteFacts(facts.note, held.number))
    return held


def _check(facts: rules.SessionFacts) -> None:
    with together() as must:
        must(not_still_to_come, "happened_on", facts.happened_on, clock.today())
        for rule in (rules.told, rules.one_story, rules.consistent_counts, rules.everybody_named,
                     rules.nobody_twice, rules.counted_groups, rules.one_chair):
            must(rule, facts)


def _tell(held: MediationSession, facts: rules.SessionFacts, actor: Actor | None = None) -> None:
    for name in TOLD:
        setattr(held, name, getattr(facts, name))
    held.held_on, held.somebody_came = facts.happened_on, rules.came(facts)
    if actor or facts.attendance or facts.bench:
        db.session.flush()
        _attend(held, facts.attendance, actor)
        _sit(held, facts.bench, actor)


def _attend(held: MediationSession, people: tuple[rules.PresenceFacts, ...], actor: Actor | None) -> None:
    """Write down who came; whoever is on record already keeps the row."""
    kept = {(row.party_id, row.representative_id, row.witness_id, row.name): row
            for row in (queries.attendance_of(held) if actor else ())}
    number = next_number(Attendance, held.dispute) if people else 0
    known = {name: rows_in(model, held.dispute, {getattr(told, name) for told in people} - {None})
             for name, model in KNOWN.items()}
    for told in people:
        who = {f"{name}_id": rows.get(getattr(told, name)) for name, rows in known.items()}
        name = None if any(who.values()) else told.name
        row = kept.pop((who["party_id"], who["representative_id"], who["witness_id"], name), None)
        if row is None:
            row = Attendance(dispute=held.dispute, number=number, session_id=held.id, name=name, **who)
            db.session.add(row)
            number += 1
        row.quality, row.presence = told.quality, told.presence
    _cross_out(actor, kept.values())


def _sit(held: MediationSession, bench: tuple[rules.SeatFacts, ...], actor: Actor | None) -> None:
    """Write down who sat; a name of the team or of the institution brings its account and category along."""
    kept = {row.name: row for row in (queries.bench_of(held) if actor else ())}
    known = _known(held.dispute) if bench else {}
    number = next_number(BenchMember, held.dispute) if bench else 0
    for told in bench:
        row = kept.pop(told.name, None)
        if row is None:
            sitter = known.get(told.name, queries.Sitter(told.name))
            row = BenchMember(dispute=held.dispute, number=number, session_id=held.id, name=told.name,
                              account_id=sitter.account_id, category=sitter.category)
            db.session.add(row)
            number += 1
        row.quality, row.chaired, row.people = told.quality, told.chaired, told.people
    _cross_out(actor, kept.values())


def _known(dispute: Dispute) -> dict[str, queries.Sitter]:
    return {one.name: one for one in (*queries.sitters_of(dispute), *queries.members_of(dispute))}


def _cross_out(actor: Actor | None, rows) -> None:
    for row in rows:
        strike(actor, row, StrikeFacts(_("Retiré en complétant la séance.")))


@performs(acts.STRIKE_SESSION)
def strike_session(actor: Actor, mediation_session: MediationSession, facts: StrikeFacts) -> MediationSession:
    """Cross out a session written by mistake, unless a signed agreement rests on it."""
    if queries.rests_on(mediation_session):
        raise BrokenRule("", _l("Un accord signé repose sur cette séance. Elle ne peut pas être rayée."))
    return strike(actor, mediation_session, facts)


@performs(acts.ISSUE_SUMMONS)
def issue_summons(actor: Actor, dispute: Dispute, facts: rules.SummonsFacts) -> Summons:
    """Write down that somebody is called to come."""
    rules.to_somebody(facts)
    rules.says_when(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    party = find_in(Party, dispute, facts.party) if facts.party is not None else None
    if party is not None:
        asked_while_here("party", party.was_here(facts.happened_on))
    called = find_in(MediationSession, dispute, facts.session) if facts.session is not None else None
    summons = Summons(dispute=dispute, number=next_number(Summons, dispute), stage=SummonsStage.ISSUED,
                      party_id=party.id if party else None, person=facts.person or None,
                      session_id=called.id if called else None, channel=facts.channel,
                      happened_on=facts.happened_on, text=facts.text)
    db.session.add(summons)
    return summons


@performs(acts.RECORD_SERVICE_SUMMONS)
def record_service_summons(actor: Actor, summons: Summons, facts: rules.ServiceFacts) -> Summons:
    """Write down whether a summons reached the person."""
    rules.service_explained(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.served_after_issue(summons.happened_on, facts.happened_on)
    summons.stage = SummonsStage.SERVED if facts.served else SummonsStage.NOT_SERVED
    summons.served_on, summons.served_by = facts.happened_on, facts.served_by
    summons.received_by, summons.not_served_reason = facts.received_by, None if facts.served else facts.reason
    return summons


@performs(acts.STRIKE_SUMMONS)
def strike_summons(actor: Actor, summons: Summons, facts: StrikeFacts) -> Summons:
    """Cross out a summons written by mistake."""
    return strike(actor, summons, facts)


@performs(acts.WRITE_NOTE)
def write_note(actor: Actor, dispute: Dispute, facts: rules.NoteFacts) -> ReservedNote:
    """Keep what only its author will read."""
    rules.written(facts)
    about = find_in(MediationSession, dispute, facts.session) if facts.session is not None else None
    note = ReservedNote(dispute=dispute, number=next_number(ReservedNote, dispute), author_id=actor.id,
                        session_id=about.id if about else None, written_on=clock.today(), text=facts.text)
    db.session.add(note)
    return note


@performs(acts.OPEN_NOTE)
def open_note(actor: Actor, note: ReservedNote, facts: None) -> ReservedNote:
    """Open a note; that it was opened stays in the ledger. Its author alone may (`NotPermitted`)."""
    _of_its_author(actor, note, acts.OPEN_NOTE)
    return note


@performs(acts.STRIKE_NOTE)
def strike_note(actor: Actor, note: ReservedNote, facts: StrikeFacts) -> ReservedNote:
    """Cross out a note; its author alone may (`NotPermitted`)."""
    _of_its_author(actor, note, acts.STRIKE_NOTE)
    return strike(actor, note, facts)


def _of_its_author(actor: Actor, note: ReservedNote, act) -> None:
    if note.author_id != actor.id:
        raise NotPermitted(act, note)


@performs(acts.FAIL_MEDIATION)
def fail_mediation(actor: Actor, dispute: Dispute, facts: rules.FailFacts) -> MediationOutcome:
    """Write down that the parties did not agree, once something was tried."""
    held = len(queries.held_of(dispute))
    rules.nothing_missing(rules.missing_to_fail(held, queries.count_refusals(dispute)))
    return _without_settlement(dispute, OutcomeKind.FAIL, held, facts)


@performs(acts.DEFAULT_MEDIATION)
def default_mediation(actor: Actor, dispute: Dispute, facts: rules.DefaultFacts) -> MediationOutcome:
    """Write down that a party did not come to the summons it was served; each such summons is named."""
    unanswered = queries.ignored_summons(dispute)
    rules.nothing_missing(rules.missing_to_default(len(unanswered)))
    outcome = _without_settlement(dispute, OutcomeKind.DEFAULT, len(queries.held_of(dispute)), facts)
    first = next_number(IgnoredSummons, dispute)
    for number, summons in enumerate(unanswered, start=first):
        db.session.add(IgnoredSummons(dispute=dispute, number=number, outcome_id=outcome.id,
                                      summons_id=summons.id))
    return outcome


def _without_settlement(dispute: Dispute, kind: OutcomeKind, attempts: int, facts) -> MediationOutcome:
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    outcome = MediationOutcome(dispute=dispute, number=next_number(MediationOutcome, dispute), kind=kind,
                               attempts=attempts, **vars(facts))
    db.session.add(outcome)
    dispute.stage = Stage.NOT_SETTLED
    db.session.flush()
    return outcome


@performs(acts.STRIKE_MEDIATION)
def strike_mediation(actor: Actor, outcome: MediationOutcome, facts: StrikeFacts) -> MediationOutcome:
    """Cross out a non-conciliation or a default; the stage stays, and is to be looked at."""
    return strike(actor, outcome, facts)


@performs(acts.RESUME_MEDIATION)
def resume_mediation(actor: Actor, dispute: Dispute, facts: rules.ResumeFacts) -> Resumption:
    """Take the mediation up again, after it had failed or beside an agreement."""
    rules.told_why(facts.reason)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.resumed_after_it_ended(queries.ended_on(dispute), facts)
    resumption = Resumption(dispute=dispute, number=next_number(Resumption, dispute), from_stage=dispute.stage,
                            **vars(facts))
    db.session.add(resumption)
    db.session.flush()
    dispute.stage = Stage.IN_MEDIATION
    return resumption


@performs(acts.RECORD_OFFER)
def record_offer(actor: Actor, dispute: Dispute, facts: offer_rules.OfferFacts) -> Offer:
    """Write down what was offered, at a session or between two, and what became of it if that is known."""
    sides, today = dict(sides_of(dispute)), clock.today()
    offer_rules.offered_by_one(facts)
    offer_rules.offered_to_others(facts, sides)
    offer_rules.counted_in_something(facts)
    offer_rules.answered_by_who_may(facts, facts.side, sides)
    for field in ("happened_on", "answered_on"):
        not_still_to_come(field, getattr(facts, field), today)
    offer_rules.answered_after("answered_on", facts.happened_on, facts.answered_on)
    at = queries.held_in(dispute, facts.session) if facts.session is not None else None
    offer_rules.offered_at_that_session(at.held_on if at else None, facts)
    told = {name: value for name, value in told_by(facts).items() if name not in ("session", "to_sides")}
    offer = Offer(dispute=dispute, number=next_number(Offer, dispute), session_id=at.id if at else None,
                  to_sides=queries.letters(facts.to_sides) or None, **told)
    db.session.add(offer)
    return offer


@performs(acts.ANSWER_OFFER)
def answer_offer(actor: Actor, offer: Offer, facts: offer_rules.AnswerFacts) -> Offer:
    """Write down what became of an offer that had no answer yet."""
    offer_rules.answered_once(offer.answer)
    if facts.answer is None:
        raise BrokenRule("answer", _l("Choisissez ce que l’offre est devenue."))
    offer_rules.answered_by_who_may(facts, offer.side, dict(sides_of(offer.dispute)))
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    offer_rules.answered_after("happened_on", offer.happened_on, facts.happened_on)
    told = told_by(facts)
    offer.answered_on = told.pop("happened_on")
    for name, value in told.items():
        setattr(offer, name, value)
    return offer


@performs(acts.STRIKE_OFFER)
def strike_offer(actor: Actor, offer: Offer, facts: StrikeFacts) -> Offer:
    """Cross out an offer written by mistake."""
    return strike(actor, offer, facts)
