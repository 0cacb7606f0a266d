"""Sessions that are planned, put off, cancelled: the rules behind the plan of a mediation."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import NotPermitted, WrongStage
from mediation.acts.vocabulary import SessionStage, Stage
from mediation.kernel.dates import in_month
from mediation.places.models import SaidPlace
from mediation.sessions import queries, rules, service
from mediation.sessions.kinds import Result, SessionKind
from tests.builders.refusals import refused
from tests.builders.sessions import days, planned, reading

HELD = rules.SessionFacts(happened_on=days(-1), result=Result.GOES_ON)


def test_a_planned_session_has_a_date_that_is_not_certainly_past(house):
    dispute = house.accepted()
    plan = rules.PlanFacts(None)
    assert refused(service.schedule_session, house.actor("moussa"), dispute, plan).field == "planned_on"
    assert refused(lambda: planned(house, dispute, on=days(-1))).field == "planned_on"
    planned(house, dispute, on=days(0))
    this_month = in_month(days(0).latest.year, days(0).latest.month)
    assert planned(house, dispute, on=this_month).stage is SessionStage.PLANNED


def test_a_planned_session_becomes_the_one_held_and_keeps_its_plan(house):
    dispute = house.accepted()
    plan = planned(house, dispute, planned_hour="9 h", kind=SessionKind.JOINT)
    done = service.record_session(house.actor("moussa"), plan, replace(HELD, kind=SessionKind.JOINT))
    assert done is plan and done.stage is SessionStage.HELD and dispute.stage is Stage.IN_MEDIATION
    assert done.planned_hour == "9 h" and done.planned_on == days(7)
    with pytest.raises(WrongStage):
        service.record_session(house.actor("moussa"), plan, HELD)


def test_a_postponed_session_keeps_its_history_and_leads_to_the_new_one(house):
    dispute = house.accepted()
    plan = planned(house, dispute, kind=SessionKind.SITE_VISIT, place=SaidPlace(None, "Kabala"))
    with pytest.raises(NotPermitted):
        service.postpone_session(house.actor("kadia"), plan, rules.PostponeFacts("Pluies"))
    assert (
        refused(service.postpone_session, house.actor("moussa"), plan, rules.PostponeFacts("")).field
        == "reason"
    )
    late = rules.PostponeFacts("Pluies", days(-3))
    assert refused(service.postpone_session, house.actor("moussa"), plan, late).field == "planned_on"
    assert plan.stage is SessionStage.PLANNED
    service.postpone_session(
        house.actor("moussa"), plan, rules.PostponeFacts("Pluies", days(20), "après la prière")
    )
    assert (plan.stage, plan.reason, plan.planned_on) == (SessionStage.POSTPONED, "Pluies", days(7))
    with reading(house, dispute) as found:
        first, new = queries.sessions_of(found)
        assert first.postponed_to is new
        assert (new.planned_on, new.kind, new.place.words) == (days(20), SessionKind.SITE_VISIT, "Kabala")


def test_a_session_put_off_without_a_date_leads_nowhere_yet(house):
    dispute = house.accepted()
    plan = planned(house, dispute)
    service.postpone_session(house.actor("moussa"), plan, rules.PostponeFacts("Insécurité"))
    assert plan.stage is SessionStage.POSTPONED and plan.postponed_to_id is None


def test_a_cancelled_session_says_why_and_is_not_held_any_more(house):
    dispute = house.accepted()
    plan = planned(house, dispute)
    assert (
        refused(service.cancel_session, house.actor("moussa"), plan, rules.CancelFacts("")).field == "reason"
    )
    service.cancel_session(house.actor("moussa"), plan, rules.CancelFacts("Deuil au village"))
    for verb, facts in ((service.record_session, HELD), (service.postpone_session, rules.PostponeFacts("x"))):
        with pytest.raises(WrongStage):
            verb(house.actor("moussa"), plan, facts)
