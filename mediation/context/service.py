"""The acts on what goes on around a dispute: alerts, proceedings, interim measures, sources."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.late import told_by
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import MeasureStage
from mediation.context import queries, rules
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.disputes.models import Dispute
from mediation.disputes.queries import sides_of
from mediation.disputes.rules import not_still_to_come, side_of_this_dispute
from mediation.kernel import clock
from mediation.kernel.db import db


@performs(acts.SET_ALERT)
def set_alert(actor: Actor, dispute: Dispute, facts: rules.AlertFacts) -> Alert:
    """Write down how near to violence it is, and why; the levels before stay as its history."""
    rules.alert_explained(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    last = queries.last_alert(dispute)
    rules.alert_follows(last.happened_on if last else None, facts)
    return _added(Alert(dispute=dispute, number=next_number(Alert, dispute), **vars(facts)))


@performs(acts.ADD_PROCEEDING)
def add_proceeding(actor: Actor, dispute: Dispute, facts: rules.ProceedingFacts) -> Proceeding:
    """Write down what runs elsewhere, beside the mediation."""
    proceeding = Proceeding(dispute=dispute, number=next_number(Proceeding, dispute))
    _write_proceeding(proceeding, facts)
    return _added(proceeding)


@performs(acts.AMEND_PROCEEDING)
def amend_proceeding(actor: Actor, proceeding: Proceeding, facts: rules.ProceedingFacts) -> Proceeding:
    """Correct a proceeding, or follow it to its result; the journal keeps what stood there before."""
    _write_proceeding(proceeding, facts)
    return proceeding


def _write_proceeding(proceeding: Proceeding, facts: rules.ProceedingFacts) -> None:
    for rule in (rules.before_somebody, rules.brought_by_one, rules.crime_before_its_justice, rules.crime_without_words,
                 rules.level_of_a_court, rules.result_once_decided, rules.won_by_a_side, rules.result_after_opening,
                 rules.heard_after_opening):
        rule(facts)
    for field in ("happened_on", "result_on"):
        not_still_to_come(field, getattr(facts, field), clock.today())
    sides = dict(sides_of(proceeding.dispute))
    for field in ("side", "won_side"):
        if getattr(facts, field) != getattr(proceeding, field):
            side_of_this_dispute(field, getattr(facts, field), sides)
    told = {**vars(facts), "crime": bool(facts.crime)}
    proceeding.opened_on = told.pop("happened_on")
    for name, value in told.items():
        setattr(proceeding, name, value)


@performs(acts.STRIKE_PROCEEDING)
def strike_proceeding(actor: Actor, proceeding: Proceeding, facts: StrikeFacts) -> Proceeding:
    """Cross out a proceeding written by mistake."""
    return strike(actor, proceeding, facts)


@performs(acts.RECORD_MEASURE)
def record_measure(actor: Actor, dispute: Dispute, facts: rules.MeasureFacts) -> Measure:
    """Write down what an authority decided for the time being."""
    rules.decided_by_somebody(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.ends_after_it_begins(facts)
    return _added(Measure(dispute=dispute, number=next_number(Measure, dispute), stage=MeasureStage.IN_FORCE,
                          **told_by(facts)))


@performs(acts.LIFT_MEASURE)
def lift_measure(actor: Actor, measure: Measure, facts: rules.LiftFacts) -> Measure:
    """Write down that a measure holds no more: by whom, when, why."""
    rules.lifted_by_somebody(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.lifted_after_it_began(measure.happened_on, facts)
    measure.stage, measure.lifted_on = MeasureStage.LIFTED, facts.happened_on
    measure.lifted_by, measure.lifted_reason = facts.by, facts.reason
    return measure


@performs(acts.STRIKE_MEASURE)
def strike_measure(actor: Actor, measure: Measure, facts: StrikeFacts) -> Measure:
    """Cross out a measure written by mistake."""
    return strike(actor, measure, facts)


@performs(acts.RECORD_SOURCE)
def record_source(actor: Actor, dispute: Dispute, facts: rules.SourceFacts) -> Source:
    """Write down what one source says, beside what the others say."""
    rules.says_of_something(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    return _added(Source(dispute=dispute, number=next_number(Source, dispute), **vars(facts)))


@performs(acts.STRIKE_SOURCE)
def strike_source(actor: Actor, source: Source, facts: StrikeFacts) -> Source:
    """Cross out what a source said, written by mistake."""
    return strike(actor, source, facts)


def _added(row):
    db.session.add(row)
    return row
