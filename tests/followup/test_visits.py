"""Visits: planned, made, struck out; what they find moves the commitments."""

from dataclasses import replace
from datetime import date

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, OutsideAct, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Stage, VisitStage
from mediation.agreements import queries as agreements
from mediation.followup import queries, rules, service
from mediation.followup.kinds import Lateness
from mediation.kernel import dates
from mediation.kernel.db import db
from tests.builders.agreements import PASSAGE, STONES, drafted, signed
from tests.builders.followup import commitments_of, planned, visited
from tests.builders.sessions import days

DUE, KEPT, PARTLY, BROKEN, UNSEEN = (
    CommitmentStage.DUE, CommitmentStage.KEPT, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT,
    CommitmentStage.COULD_NOT_CHECK)
FOUND = (rules.FindingFacts(1, KEPT),)
TODAY = date(2026, 3, 1)


def refused(field: str, rule, *given) -> None:
    with pytest.raises(BrokenRule) as broken:
        rule(*given)
    assert broken.value.field == field


def stages(agreement) -> list[CommitmentStage]:
    return [commitment.stage for commitment in agreement.commitments]


def test_a_visit_is_planned_for_a_day_that_may_still_come():
    rules.planned_ahead(rules.PlanFacts(dates.on(TODAY)), TODAY)
    rules.planned_ahead(rules.PlanFacts(dates.in_month(2026, 3)), TODAY)
    refused("planned_on", rules.planned_ahead, rules.PlanFacts(dates.in_month(2026, 2)), TODAY)
    refused("planned_on", rules.planned_ahead, rules.PlanFacts(None), TODAY)


def test_a_visit_is_not_certainly_before_the_signatures():
    rules.not_before_signing(dates.on(TODAY), dates.in_month(2026, 3))
    refused("happened_on", rules.not_before_signing, dates.on(TODAY), dates.in_month(2026, 2))


def test_a_visit_finds_something_about_a_commitment_of_its_agreement_once():
    rules.something_found(FOUND, [1, 2])
    rules.something_found((), [])
    refused("findings", rules.something_found, (), [1])
    refused("findings", rules.something_found, FOUND, [2])
    refused("findings", rules.something_found, FOUND * 2, [1])
    refused("findings", rules.something_found, (rules.FindingFacts(1, DUE),), [1])


def test_what_could_not_be_checked_hides_nothing_that_was_seen():
    assert rules.moved_to(DUE, UNSEEN, None, None) is UNSEEN
    assert rules.moved_to(KEPT, UNSEEN, None, None) is KEPT
    assert rules.moved_to(UNSEEN, BROKEN, None, None) is BROKEN


def test_an_older_visit_written_down_later_changes_nothing():
    march, april = dates.in_month(2026, 3), dates.in_month(2026, 4)
    assert rules.moved_to(KEPT, BROKEN, march, april) is KEPT
    assert rules.moved_to(KEPT, BROKEN, april, march) is BROKEN
    assert rules.moved_to(KEPT, BROKEN, march, march) is BROKEN
    assert rules.moved_to(KEPT, BROKEN, None, march) is BROKEN


def test_a_visit_is_planned_once_an_agreement_is_signed_and_not_by_a_stranger(house):
    agreement = drafted(house)
    with pytest.raises(WrongStage):
        planned(house, agreement)
    other = signed(house)
    with pytest.raises(NotPermitted):
        planned(house, other, by="kadia")
    assert planned(house, other).stage is VisitStage.PLANNED


def test_what_a_visit_finds_moves_each_commitment_also_one_of_several_debtors(house):
    agreement = signed(house)
    visit = visited(house, agreement, PARTLY, BROKEN, made_by="Issa Konaté", women=3, men=5)
    assert visit.stage is VisitStage.MADE and stages(agreement) == [PARTLY, BROKEN]
    assert agreement.commitments[0].debtors == "AB"
    visited(house, agreement, KEPT)
    assert stages(agreement) == [KEPT, BROKEN]
    assert agreement.dispute.stage is Stage.IN_FOLLOW_UP


def test_the_acts_refuse_what_is_out_of_order_or_still_to_come(house):
    agreement = signed(house)
    for wrong in (days(-2), days(1)):
        refused("happened_on", service.record_visit, house.actor("moussa"), agreement,
                rules.VisitFacts(FOUND, wrong))
    refused("planned_on", planned, house, agreement, "moussa", days(-1))
    refused("findings", service.record_visit, house.actor("moussa"), agreement, rules.VisitFacts())


def test_a_planned_visit_becomes_the_one_that_was_made_once(house):
    visit = planned(house, signed(house))
    visited(house, visit, KEPT, KEPT)
    assert (
        visit.stage is VisitStage.MADE
        and visit.planned_on is not None
        and stages(visit.agreement) == [KEPT, KEPT]
    )
    with pytest.raises(WrongStage):
        visited(house, visit)


def test_a_finding_keeps_why_something_is_late_and_what_was_seen(house):
    agreement = signed(house)
    number = commitments_of(house, agreement)[0]
    service.record_visit(house.actor("moussa"), agreement, rules.VisitFacts(
        (rules.FindingFacts(number, BROKEN, Lateness.RAINS, "le marigot déborde"),), days(0)))
    (visit,) = queries.visits_of(agreement.dispute)
    assert [(one.lateness, one.note) for one in visit.findings] == [(Lateness.RAINS, "le marigot déborde")]


def test_late_is_only_what_is_certainly_past_and_told_in_days(house):
    text = {"happened_on": days(-40), "commitments": (
        replace(STONES, due_on=days(-3)), replace(PASSAGE, due_on=days(0)),
        replace(PASSAGE, what="autre", due_on=dates.unknown("bientôt")))}
    agreement = signed(house, **text)
    assert [agreements.days_late(one) for one in agreement.commitments] == [3, 0, 0]
    assert [agreements.standing_of(one) for one in agreement.commitments] == [
        ("late", "en retard de 3 jours"), ("open", "à faire"), ("open", "à faire")]
    visited(house, agreement, PARTLY)
    assert agreements.standing_of(agreement.commitments[0]) == (
        "late",
        "tenu en partie, en retard de 3 jours",
    )
    visited(house, agreement, KEPT)
    assert agreements.standing_of(agreement.commitments[0]) == ("kept", "tenu")


def test_a_visit_struck_out_leaves_the_stage_and_makes_it_doubtful_until_somebody_looks(house):
    agreement = signed(house)
    visit = visited(house, agreement, KEPT)
    service.strike_visit(house.actor("moussa"), visit, StrikeFacts("autre village"))
    assert visit.struck_reason == "autre village" and stages(agreement) == [KEPT, DUE]
    dispute = agreement.dispute
    assert queries.doubtful_in(dispute) == {agreement.commitments[0].id}
    assert [one.position for one in queries.still_due(dispute)] == [1, 2]
    visited(house, agreement, KEPT)
    assert queries.doubtful_in(dispute) == set()
    assert [one.position for one in queries.still_due(dispute)] == [2]


def test_striking_out_a_visit_asks_why(house):
    visit = visited(house, signed(house))
    refused("reason", service.strike_visit, house.actor("moussa"), visit, StrikeFacts(""))


def test_a_commitment_moves_by_a_visit_only(house):
    agreement = signed(house)
    agreement.commitments[0].stage = KEPT
    with pytest.raises(OutsideAct):
        db.session.commit()
    db.session.rollback()


def test_an_agreement_without_commitments_may_be_visited(house):
    agreement = signed(house, commitments=(), no_commitment=True)
    assert visited(house, agreement, said="La paix tient.").findings == []
