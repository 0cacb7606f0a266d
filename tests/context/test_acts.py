"""What goes on around a dispute: who may write it, what is refused, what follows from dates."""

from datetime import date

import pytest
from sqlalchemy import Text, select

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.ledger import LedgerDetail, told_in
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import MeasureStage, Stage
from mediation.context import queries, rules, service
from mediation.context.kinds import (
    AlertLevel,
    ProceedingKind,
    ProceedingResult,
    ProceedingStep,
    SourceTopic,
)
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.disputes.kinds import Channel, CourtLevel
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.kernel import dates
from mediation.kernel.db import db
from tests.acts.attacker import Attacker
from tests.builders import casefile
from tests.builders.context import alert, measure, proceeding, source
from tests.builders.parties import two_sides
from tests.builders.register import rows
from tests.builders.sessions import days

A, B = 1, 2
MISTAKE = StrikeFacts("Saisi par erreur")
LATE = LateFacts(reason="Le papier vient d’arriver")


def refused(verb, *given, **more) -> BrokenRule:
    with pytest.raises(BrokenRule) as broken:
        verb(*given, **more)
    return broken.value


def on(house, verb, model, number: int, facts):
    """Do an act on a numbered thing of the dispute, read afresh by the secretary."""
    with scope.seen_by(house.actor("moussa")):
        return verb(house.actor("moussa"), find_in(model, db.session.scalar(select(Dispute)), number), facts)


def stage() -> Stage:
    """Where the dispute stands now, read afresh."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return db.session.scalar(select(Dispute.stage))


@pytest.mark.parametrize("build", [alert, proceeding, measure], ids=lambda build: build.__name__)
def test_the_mediator_and_the_secretary_write_it_down_and_nobody_else(house, build):
    dispute = casefile.fresh(house)
    for login in ("kadia", "drissa", "salimata", "admin", "bakary"):
        with pytest.raises(NotPermitted):
            build(house, dispute, by=login)
    assert build(house, dispute, by="moussa").number == 1
    assert build(house, dispute, by="awa").number == 2


# Alert

def test_the_last_level_holds_and_the_others_are_its_history(house):
    dispute = house.registered()
    alert(house, dispute, AlertLevel.TENSION, happened_on=days(-9))
    alert(house, dispute, AlertLevel.THREATS, happened_on=days(-5), source="la mairie")
    alert(house, dispute, AlertLevel.THREATS, happened_on=days(-2), why="Des fusils sont montrés")
    kept = rows(Alert)
    assert [(one.level, one.source) for one in kept] == [
        (AlertLevel.TENSION, None), (AlertLevel.THREATS, "la mairie"), (AlertLevel.THREATS, None)]
    assert queries.level_since(kept).happened_on == days(-5)
    assert queries.level_since(kept[:1]).number == 1 and queries.level_since([]) is None


def test_a_level_says_why_and_is_not_certainly_before_the_last_one(house):
    dispute = house.registered()
    assert refused(alert, house, dispute, why=None).field == "why"
    assert refused(alert, house, dispute, happened_on=days(1)).field == "happened_on"
    alert(house, dispute, happened_on=days(-3))
    assert refused(alert, house, dispute, AlertLevel.CALM, happened_on=days(-4)).field == "happened_on"
    this_year = dates.in_year(days(-4).earliest.year)
    assert alert(house, dispute, AlertLevel.CALM, happened_on=this_year).number == 2
    assert alert(house, dispute, AlertLevel.VIOLENCE, happened_on=None).number == 3


def test_an_early_alert_as_channel_sets_no_level_by_itself(house, visit):
    at = f"/disputes/{house.registered(channel=Channel.ALERT).reference}/"
    assert rows(Alert) == []
    assert "Alerte :" not in visit("moussa").get(at).text


def test_no_level_is_set_on_a_closed_dispute(house):
    dispute = casefile.withdrawn(house)
    with pytest.raises(WrongStage):
        alert(house, dispute)
    assert dispute.stage is Stage.CLOSED


# Proceedings

def test_a_proceeding_is_followed_on_the_same_row_before_and_after_in_the_journal(house):
    dispute = house.registered()
    two_sides(house, dispute)
    proceeding(house, dispute, side=B, their_number="114", step=ProceedingStep.UNDER_WAY,
               level=CourtLevel.TRIBUNAL)
    decided = rules.ProceedingFacts(
        ProceedingKind.CIVIL, "Tribunal de Massigui", days(-30), CourtLevel.TRIBUNAL, "114", B, None, None,
        ProceedingStep.DECIDED, ProceedingResult.WON, A, days(-2), "36")
    on(house, service.amend_proceeding, Proceeding, 1, decided)
    (one,) = rows(Proceeding)
    assert (one.step, one.result, one.won_side, one.decision, one.result_on) == (
        ProceedingStep.DECIDED, ProceedingResult.WON, A, "36", days(-2))
    assert (one.side, one.their_number, one.opened_on) == (B, "114", days(-30))
    with scope.seen_by(KEEPER):
        told = told_in(db.session.scalars(select(LedgerDetail.changes).order_by(LedgerDetail.id.desc())).first())
        before, after, *_reserved = told["proceeding:1"]
        assert (before["step"], after["step"], after["decision"]) == ("under_way", "decided", "36")


@pytest.mark.parametrize(("field", "wrong", "right"), [
    ("body", {"body": None}, {"body": "Le cadi"}),
    ("brought_by", {"side": A, "brought_by": "Le procureur"}, {"brought_by": "Le procureur"}),
    ("side", {"side": 3}, {"side": A}),
    ("crime", {"crime": True}, {"kind": ProceedingKind.CRIMINAL, "crime": True}),
    ("level", {"kind": ProceedingKind.RELIGIOUS, "level": CourtLevel.APPEAL},
     {"kind": ProceedingKind.ADMINISTRATIVE, "level": CourtLevel.APPEAL}),
    ("step", {"step": ProceedingStep.UNDER_WAY, "result": ProceedingResult.REJECTED},
     {"step": ProceedingStep.CONTESTED, "result": ProceedingResult.REJECTED}),
    ("step", {"step": ProceedingStep.UNDER_WAY, "decision": "36"}, {"step": None, "decision": "36"}),
    ("won_side", {"result": ProceedingResult.SHARED, "won_side": A}, {"result": ProceedingResult.WON, "won_side": A}),
    ("won_side", {"result": ProceedingResult.WON, "won_side": 3}, {"result": ProceedingResult.WON, "won_side": B}),
    ("result_on", {"result_on": days(-31)}, {"result_on": days(-30)}),
    ("result_on", {"result_on": days(2)}, {"result_on": days(0)}),
    ("happened_on", {"happened_on": days(2)}, {"happened_on": None}),
    ("hearing_on", {"hearing_on": days(-31)}, {"hearing_on": days(20)}),
    ("asks", {"kind": ProceedingKind.CRIMINAL, "crime": True, "asks": "Arrêter les travaux"},
     {"kind": ProceedingKind.CRIMINAL, "asks": "Arrêter les travaux"}),
])
def test_a_proceeding_that_cannot_be_is_refused_and_its_neighbour_taken(house, field, wrong, right):
    dispute = house.registered()
    two_sides(house, dispute)
    assert refused(proceeding, house, dispute, **wrong).field == field
    assert proceeding(house, dispute, **right).number == 1
    kept = rows(Proceeding)[0]
    told = {name: value for name, value in right.items() if name != "happened_on"}
    assert {name: getattr(kept, name) for name in told} == told


def test_a_crime_has_no_room_for_a_story(app):
    assert not [column.name for column in Proceeding.__table__.c if isinstance(column.type, Text)]
    longest = max(getattr(column.type, "length", 0) or 0 for column in Proceeding.__table__.c if
                  not column.name.startswith("struck"))
    assert longest <= 200


def test_the_database_keeps_a_crime_before_criminal_justice(house):
    proceeding(house, house.registered(), ProceedingKind.CRIMINAL, crime=True)
    assert "crime_is_criminal" in Attacker(db.engine).try_to("UPDATE proceeding SET kind = 'civil'")
    assert "crime_is_not_told" in Attacker(db.engine).try_to("UPDATE proceeding SET asks = 'dit'")


def test_a_proceeding_is_written_and_struck_also_on_a_closed_dispute(house):
    dispute = casefile.withdrawn(house)
    proceeding(house, dispute)
    on(house, service.strike_proceeding, Proceeding, 1, MISTAKE)
    with pytest.raises(WrongStage):
        on(house, service.amend_proceeding, Proceeding, 1, rules.ProceedingFacts(ProceedingKind.CIVIL, "Ici"))
    assert rows(Proceeding)[0].struck_reason == "Saisi par erreur" and stage() is Stage.CLOSED


# Interim measures

def test_a_measure_holds_until_somebody_lifts_it(house):
    lift = (house, service.lift_measure, Measure, 1)
    closed = measure(house, house.registered(), decision="12/P", extent="les champs du marigot")
    assert closed.stage is MeasureStage.IN_FORCE
    assert refused(on, *lift, rules.LiftFacts(None)).field == "by"
    assert refused(on, *lift, rules.LiftFacts("Le préfet", days(-11))).field == "happened_on"
    assert refused(on, *lift, rules.LiftFacts("Le préfet", days(1))).field == "happened_on"
    on(*lift, rules.LiftFacts("Le préfet", days(-1), "Récolte finie"))
    (one,) = rows(Measure)
    assert (one.stage, one.lifted_by, one.lifted_on, one.lifted_reason, one.decision, one.extent) == (
        MeasureStage.LIFTED, "Le préfet", days(-1), "Récolte finie", "12/P", "les champs du marigot")
    with pytest.raises(WrongStage):
        on(*lift, rules.LiftFacts("Le préfet", days(0)))


def test_a_measure_is_decided_by_somebody_and_does_not_end_before_it_begins(house):
    dispute = house.registered()
    assert refused(measure, house, dispute, authority=None).field == "authority"
    assert refused(measure, house, dispute, until=days(-11)).field == "until"
    assert refused(measure, house, dispute, happened_on=days(3)).field == "happened_on"
    assert measure(house, dispute, until=dates.in_year(days(-10).earliest.year)).number == 1
    assert measure(house, dispute, until=None).number == 2


@pytest.mark.parametrize(("until", "why"), [
    (dates.on(date(2026, 3, 9)), "sa fin est passée"), (dates.on(date(2026, 3, 10)), None),
    (dates.in_month(2026, 2), "sa fin est passée"), (dates.in_month(2026, 3), None),
    (None, "aucune fin n’est dite"), (dates.unknown(), "aucune fin n’est dite"),
    (dates.after("la récolte"), None),
])
def test_only_a_measure_certainly_past_its_end_or_without_one_is_to_be_looked_at(app, until, why):
    found = rules.to_look_at(until, date(2026, 3, 10))
    assert (str(found) if found else None) == why


def test_a_measure_is_never_stored_as_past_its_end(house):
    measure(house, house.registered(), until=days(-5))
    assert rows(Measure)[0].stage is MeasureStage.IN_FORCE


def test_a_measure_and_its_lifting_are_written_late_for_a_reason_and_move_nothing(house):
    dispute = casefile.withdrawn(house)
    assert refused(measure, house, dispute).field == "late_reason"
    assert refused(measure, house, dispute, happened_on=None, late=LATE).field == "happened_on"
    measure(house, dispute, late=LATE)
    lift = (house, service.lift_measure, Measure, 1)
    assert refused(on, *lift, rules.LiftFacts("Le préfet", days(-1))).field == "late_reason"
    on(*lift, rules.LiftFacts("Le préfet", days(-1), late=LATE))
    assert [(one.about.split(":")[0], one.late) for one in rows(LateEntry)] == [("measure", True)] * 2
    assert stage() is Stage.CLOSED


def test_a_measure_struck_out_is_lifted_by_nobody(house):
    measure(house, house.registered())
    on(house, service.strike_measure, Measure, 1, MISTAKE)
    with pytest.raises(WrongStage):
        on(house, service.lift_measure, Measure, 1, rules.LiftFacts("Le préfet", days(0)))


# Sources

def test_sources_that_disagree_all_stay(house):
    dispute = casefile.withdrawn(house)
    source(house, dispute, "septembre 2020", "AMAP", happened_on=days(-90))
    source(house, dispute, "début octobre 2020", "RFI")
    wrong = source(house, dispute, "1936", "un voisin", topic=SourceTopic.OTHER, fact="L’âge du puits")
    service.strike_source(house.actor("moussa"), wrong, MISTAKE)
    assert [(one.topic, one.fact, one.says, one.source, one.struck_at is None) for one in rows(Source)] == [
        (SourceTopic.DATE, "Le début du blocus", "septembre 2020", "AMAP", True),
        (SourceTopic.DATE, "Le début du blocus", "début octobre 2020", "RFI", True),
        (SourceTopic.OTHER, "L’âge du puits", "1936", "un voisin", False)]


@pytest.mark.parametrize("wrong", [{"fact": None}, {"says": None}, {"who": None}, {"happened_on": days(2)}])
def test_a_source_says_something_of_a_fact_and_has_a_name(house, wrong):
    field = {"who": "source"}.get(*wrong, *wrong)
    assert refused(source, house, house.registered(), **{"says": "ici", "who": "RFI", **wrong}).field == field
    assert rows(Source) == []


def test_a_side_is_one_of_this_dispute_also_where_nobody_stands_on_any_yet(house):
    dispute = house.registered()
    assert refused(proceeding, house, dispute, side=A).field == "side"
    two_sides(house, dispute)
    assert proceeding(house, dispute, side=A).side == A
