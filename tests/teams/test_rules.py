"""The musts of who works on a dispute, each from both sides, and what is only to be looked at."""

from datetime import timedelta

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.disputes import rules as musts
from mediation.kernel import clock
from mediation.teams import rules
from mediation.teams.kinds import BenchRole, Concern, InterestDecision, InterestKind, ReplacementKind
from mediation.teams.rules import Declared, InterestFacts, Involved, Somebody, Worker

AWA, BAKARY, ELDER = Somebody(1, "Awa"), Somebody(2, "Bakary"), Somebody(None, "Le vieux Bina")
TODAY = clock.today()
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
RELATIVE, VILLAGE, PARTY = InterestKind.RELATIVE, InterestKind.SAME_VILLAGE, InterestKind.PARTY


def refused(rule, *args) -> str:
    """The field that a rule refuses; nothing when it lets pass."""
    try:
        rule(*args)
    except BrokenRule as broken:
        assert str(broken.text)
        return broken.field
    return "passes"


@pytest.mark.parametrize(("one", "other", "same"), [
    (AWA, Somebody(1, "Awa Togola"), True), (AWA, Somebody(2, "Awa"), False), (AWA, Somebody(None, "AWA"), True),
    (ELDER, Somebody(None, "le vieux-bina"), True), (ELDER, Somebody(None, "Bina"), False)])
def test_a_person_is_the_same_by_account_else_by_name(one, other, same):
    assert one.is_same_as(other) is same and other.is_same_as(one) is same


@pytest.mark.parametrize(("rule", "args", "field"), [
    (musts.takes_no_part, (1, {1, 2}), "account_id"), (musts.takes_no_part, (3, {1, 2}), "passes"),
    (musts.takes_no_part, (None, {1}), "passes"),
    (musts.not_there_already, (1, "Awa", [(1, "Awa T.")]), "account_id"),
    (musts.not_there_already, (None, "awa", [(1, "Awa")]), "name"),
    (musts.not_there_already, (3, "Awa", [(1, "Awa")]), "passes"),
    (musts.not_there_already, (None, "Awa fille de Sékou", [(1, "Awa")]), "passes"),
    (rules.on_the_team, (TODAY,), ""), (rules.on_the_team, (None,), "passes"),
    (rules.not_in_charge, (True,), ""), (rules.not_in_charge, (False,), "passes"),
    (rules.somebody_named, (None, None), "name"), (rules.somebody_named, (None, "Bina"), "passes"),
    (rules.somebody_named, (1, None), "passes"),
    (rules.by_somebody_else, (AWA, AWA), "account_id"), (rules.by_somebody_else, (ELDER, ELDER), "name"),
    (rules.by_somebody_else, (AWA, BAKARY), "passes"),
    (rules.day_that_has_come, ("until", None, None, TODAY), "until"),
    (rules.day_that_has_come, ("until", TOMORROW, None, TODAY), "until"),
    (rules.day_that_has_come, ("until", YESTERDAY, TODAY, TODAY), "until"),
    (rules.day_that_has_come, ("until", TODAY, TODAY, TODAY), "passes"),
    (rules.somebody_replaced, (False,), "replaced"), (rules.somebody_replaced, (True,), "passes"),
    (rules.place_is_theirs, (None, {BenchRole.MEMBER}), "role"),
    (rules.place_is_theirs, (BenchRole.CHAIR, {BenchRole.MEMBER}), "role"),
    (rules.place_is_theirs, (BenchRole.CHAIR, {BenchRole.MEMBER, BenchRole.CHAIR}), "passes"),
    (rules.nobody_names_themselves, (1, 1), "account_id"), (rules.nobody_names_themselves, (1, 2), "passes"),
    (rules.nobody_names_themselves, (None, None), "passes"),
    (rules.access_is_open, (1, False), "account_id"), (rules.access_is_open, (1, True), "passes"),
    (rules.access_is_open, (None, False), "passes"),
    (rules.not_replaced_already, (AWA, [AWA]), "replaced"), (rules.not_replaced_already, (AWA, [BAKARY]), "passes"),
    (rules.no_circle, (AWA, BAKARY, [BAKARY], []), "account_id"), (rules.no_circle, (AWA, ELDER, [ELDER], []), "name"),
    (rules.no_circle, (AWA, BAKARY, [], [AWA]), "replaced"), (rules.no_circle, (AWA, BAKARY, [ELDER], []), "passes"),
    (rules.is_a, (ReplacementKind.BENCH, ReplacementKind.STAND_IN), ""),
    (rules.is_a, (ReplacementKind.STAND_IN, ReplacementKind.BENCH), ""),
    (rules.is_a, (ReplacementKind.BENCH, ReplacementKind.BENCH), "passes"),
    (rules.still_holds, (TODAY,), ""), (rules.still_holds, (None,), "passes"),
    (rules.one_stand_in, (True, False), ""), (rules.one_stand_in, (False, True), "account_id"),
    (rules.one_stand_in, (False, False), "passes"),
    (rules.said_why, (None,), "reason"), (rules.said_cause, (None,), "cause"),
])
def test_a_must_refuses_beside_its_field_and_lets_the_rest_pass(rule, args, field):
    assert refused(rule, *args) == field


@pytest.mark.parametrize(("rule", "facts", "field"), [
    (rules.somebody_tied, {"kind": RELATIVE}, "name"),
    (rules.somebody_tied, {"kind": RELATIVE, "team_member": 1, "name": "Bina"}, "name"),
    (rules.somebody_tied, {"kind": RELATIVE, "team_member": 1}, "passes"),
    (rules.tied_to_something, {"kind": None, "name": "Bina"}, "kind"),
    (rules.tied_to_something, {"kind": RELATIVE, "name": "Bina"}, "party"),
    (rules.tied_to_something, {"kind": RELATIVE, "party": 1}, "passes"),
    (rules.tied_to_something, {"kind": RELATIVE, "words": "neveu"}, "passes"),
    (rules.decided_wholly, {"kind": RELATIVE, "decided_by": "le comité"}, "decision"),
    (rules.decided_wholly, {"kind": RELATIVE, "decision_words": "il sort"}, "decision"),
    (rules.decided_wholly, {"kind": PARTY, "decision": InterestDecision.GOES_ON}, "decision"),
    (rules.decided_wholly, {"kind": PARTY, "decision": InterestDecision.REPLACED}, "passes"),
    (rules.decided_wholly, {"kind": RELATIVE, "decision": InterestDecision.GOES_ON, "decided_by": "tous"}, "passes"),
])
def test_a_declared_link_is_whole(rule, facts, field):
    assert refused(rule, InterestFacts(**facts)) == field


def test_the_same_link_is_declared_once_and_its_decision_after_it():
    known = [Declared(None, "Bina", RELATIVE, "A")]
    assert refused(rules.not_declared_already, Declared(None, "bina", RELATIVE, "A"), known) == "kind"
    for new in (Declared(None, "Bina", RELATIVE, "B"), Declared(None, "Bina", VILLAGE, "A"),
                Declared(None, "Sira", RELATIVE, "A"),
                Declared(None, "Bina", RELATIVE, "A", decision=InterestDecision.REPLACED)):
        assert refused(rules.not_declared_already, new, known) == "passes"


def cautions(worker: Worker, involved=(), declared=()) -> list[tuple]:
    return [(one.why, one.letter, one.decision) for one in rules.cautions_about([worker], involved, declared)]


def test_nobody_is_warned_about_for_nothing():
    involved = [Involved(7, "Adama", "A"), Involved(None, "Siaka", "B", speaks=True)]
    assert cautions(Worker(1, "Awa"), involved, [Declared(2, "Bakary", RELATIVE, "A")]) == []


def test_a_party_by_account_and_a_namesake_are_told_apart():
    assert cautions(Worker(7, "Adama C."), [Involved(7, "Adama", "A")]) == [(Concern.PARTY, "A", None)]
    assert cautions(Worker(None, "adama"), [Involved(7, "Adama", "A")]) == [(Concern.NAMESAKE, "A", None)]
    assert cautions(Worker(None, "Siaka"), [Involved(None, "Siaka", "B", True)]) == [(Concern.SPEAKER, "B", None)]
    assert cautions(Worker(8, "Adama"), [Involved(7, "Adama", "A")]) == []


def test_a_declared_link_is_warned_about_once_with_its_latest_decision():
    before = Declared(1, "Awa", VILLAGE, "A")
    after = Declared(1, "Awa", VILLAGE, "A", decision=InterestDecision.GOES_ON)
    assert cautions(Worker(1, "Awa"), declared=[before]) == [(VILLAGE, "A", None)]
    assert cautions(Worker(1, "Awa"), declared=[before, after]) == [(VILLAGE, "A", InterestDecision.GOES_ON)]


def test_the_same_person_in_two_places_is_warned_about_once():
    twice = [Worker(1, "Awa"), Worker(1, "Awa")]
    assert len(rules.cautions_about(twice, [Involved(1, "Awa", "B")], [])) == 1
