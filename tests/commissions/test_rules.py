"""The musts about institutions, members and roles, each from both sides."""

from datetime import date

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Role
from mediation.commissions import rules
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.rules import RoleFacts
from mediation.places.kinds import PlaceKind

MARCH, APRIL, MAY = date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1)


def refused(rule, *given) -> BrokenRule:
    with pytest.raises(BrokenRule) as broken:
        rule(*given)
    return broken.value


@pytest.mark.parametrize("code", ["MSG", "M2", "A234567890"])
def test_a_code_of_capitals_and_digits_is_taken(code):
    rules.speakable_code(code)


@pytest.mark.parametrize("code", ["", None, "M", "2M", "msg", "A2345678901", "M-G", "É2", "MSG\n"])
def test_a_code_that_cannot_be_said_is_refused(code):
    assert refused(rules.speakable_code, code).field == "code"


def test_a_code_belongs_to_one_institution_for_good():
    rules.code_is_free(False)
    rules.code_stays("MSG", "MSG")
    assert refused(rules.code_is_free, True).field == "code"
    assert refused(rules.code_stays, "MSG", "KOB").field == "code"


def test_an_institution_has_a_name():
    rules.named("Commission")
    for nothing in ("", " ", None):
        assert refused(rules.named, nothing).field == "name"


@pytest.mark.parametrize(("kind", "fits", "does_not"), [
    (InstitutionKind.VILLAGE_COMMISSION, PlaceKind.VILLAGE, PlaceKind.COMMUNE),
    (InstitutionKind.FRACTION_COMMISSION, PlaceKind.FRACTION, PlaceKind.VILLAGE),
    (InstitutionKind.COMMUNE_COMMISSION, PlaceKind.COMMUNE, PlaceKind.CERCLE),
    (InstitutionKind.CERCLE_COMMISSION, PlaceKind.CERCLE, PlaceKind.REGION),
    (InstitutionKind.TOWN_HALL, PlaceKind.COMMUNE, PlaceKind.VILLAGE),
    (InstitutionKind.PREFECTURE, PlaceKind.CERCLE, PlaceKind.COMMUNE),
])
def test_an_institution_is_competent_in_its_kind_of_place(kind, fits, does_not):
    rules.competent_there(kind, fits)
    rules.competent_there(kind, None)
    assert refused(rules.competent_there, kind, does_not).field == "place_code"


def test_a_network_of_mediators_is_competent_anywhere():
    for place in PlaceKind:
        rules.competent_there(InstitutionKind.MEDIATOR_NETWORK, place)


def test_nothing_ends_before_it_begins_and_one_day_is_enough():
    rules.in_order(MARCH, None)
    rules.in_order(MARCH, MARCH)
    assert refused(rules.in_order, APRIL, MARCH).field == "until"


def test_what_is_over_is_not_ended_again_but_an_end_to_come_may_move():
    rules.not_over_yet(None, APRIL)
    rules.not_over_yet(APRIL, APRIL)
    rules.not_over_yet(MAY, APRIL)
    assert refused(rules.not_over_yet, MARCH, APRIL).field == "until"


def test_a_person_named_by_an_account_has_one():
    rules.somebody_with_an_account(True)
    assert refused(rules.somebody_with_an_account, False).field == "account_id"


def test_nobody_gives_a_role_to_themselves_but_the_keeper_starts_the_house():
    rules.nobody_serves_themselves(1, 2)
    rules.nobody_serves_themselves(None, 2)
    assert refused(rules.nobody_serves_themselves, 2, 2).field == "account_id"


@pytest.mark.parametrize("role", sorted(rules.AT_A_DESK))
def test_a_desk_is_in_an_institution_and_never_over_a_territory(role):
    rules.has_its_reach(RoleFacts(1, role, MARCH, "MSG"))
    assert refused(rules.has_its_reach, RoleFacts(1, role, MARCH)).field == "role"
    assert refused(rules.has_its_reach, RoleFacts(1, role, MARCH, None, "R1")).field == "role"
    assert refused(rules.has_its_reach, RoleFacts(1, role, MARCH, "MSG", "R1")).field == "role"


def test_a_review_has_a_territory_or_an_institution_not_both():
    rules.has_its_reach(RoleFacts(1, Role.REVIEWER, MARCH, "MSG"))
    rules.has_its_reach(RoleFacts(1, Role.REVIEWER, MARCH, None, "R1"))
    assert refused(rules.has_its_reach, RoleFacts(1, Role.REVIEWER, MARCH)).field == "place_code"
    assert refused(rules.has_its_reach, RoleFacts(1, Role.REVIEWER, MARCH, "MSG", "R1")).field == "place_code"


def test_administration_is_of_the_whole_house():
    rules.has_its_reach(RoleFacts(1, Role.ADMINISTRATOR, MARCH))
    assert refused(rules.has_its_reach, RoleFacts(1, Role.ADMINISTRATOR, MARCH, "MSG")).field == "role"
    assert refused(rules.has_its_reach, RoleFacts(1, Role.ADMINISTRATOR, MARCH, None, "R1")).field == "role"


def test_a_security_committee_gives_no_access():
    rules.gives_access(None)
    rules.gives_access(InstitutionKind.RECONCILIATION_COMMITTEE)
    assert refused(rules.gives_access, InstitutionKind.SECURITY_COMMITTEE).field == "role"


def test_an_institution_with_roles_does_not_become_a_security_committee():
    rules.nobody_loses_access(InstitutionKind.SECURITY_COMMITTEE, 0)
    rules.nobody_loses_access(InstitutionKind.COURT, 3)
    assert refused(rules.nobody_loses_access, InstitutionKind.SECURITY_COMMITTEE, 1).field == "kind"


@pytest.mark.parametrize(("since", "until"), [(MARCH, None), (APRIL, APRIL), (MAY, None), (MARCH, APRIL)])
def test_the_same_role_is_not_held_twice_on_one_day(since, until):
    assert refused(rules.not_held_already, [(APRIL, MAY)], since, until).field == "since"


@pytest.mark.parametrize(("since", "until"), [(MARCH, MARCH), (date(2024, 5, 2), None)])
def test_the_same_role_may_be_held_before_and_after(since, until):
    rules.not_held_already([(APRIL, MAY)], since, until)
    rules.not_held_already([], since, until)


def test_one_administrator_remains_and_other_roles_end_freely():
    rules.an_administrator_remains(Role.ADMINISTRATOR, 1)
    rules.an_administrator_remains(Role.SECRETARY, 0)
    assert refused(rules.an_administrator_remains, Role.ADMINISTRATOR, 0).field == "until"
