"""The musts about places, each from both sides."""

from datetime import date

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.places import rules
from mediation.places.kinds import PlaceKind
from mediation.places.rules import PlaceFacts

VILLAGE = PlaceFacts("V1", "Farako", PlaceKind.VILLAGE, "C1")


def refused(rule, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        rule(*given)
    return broken.value.field


def village(**more) -> PlaceFacts:
    return PlaceFacts(**{**vars(VILLAGE), **more})


@pytest.mark.parametrize("code", ["R1", "ML010101001", "01", "KOBA-3", "A" * 20])
def test_a_code_that_fits_a_path_is_taken(code):
    rules.speakable_code(code)


@pytest.mark.parametrize("code", ["", None, "koba", "A/B", "-A", "A~", "A" * 21, "A\n", "É1"])
def test_a_code_that_would_break_a_path_is_refused(code):
    assert refused(rules.speakable_code, code) == "code"


def test_a_code_belongs_to_one_place_for_good():
    rules.code_is_free(False)
    rules.code_stays("V1", "V1")
    assert refused(rules.code_is_free, True) == "code"
    assert refused(rules.code_stays, "V1", "V2") == "code"


def test_a_place_has_a_name_that_can_be_kept():
    rules.named(village(name="N’Djénné-Bà", other_names=("Ndjenne",)))
    for name in ("", " ", "—", "?", "a\x00b", "a" * 121):
        assert refused(rules.named, village(name=name)) == "name"
    for names in (("a\x00b",), ("a" * 121,), tuple(f"n{number}" for number in range(21))):
        assert refused(rules.named, village(other_names=names)) == "other_names"


@pytest.mark.parametrize(("kind", "parent"), [
    (PlaceKind.COUNTRY, None), (PlaceKind.REGION, None), (PlaceKind.REGION, PlaceKind.COUNTRY),
    (PlaceKind.CERCLE, PlaceKind.REGION), (PlaceKind.COMMUNE, PlaceKind.CERCLE),
    (PlaceKind.COMMUNE, PlaceKind.REGION), (PlaceKind.VILLAGE, PlaceKind.COMMUNE),
    (PlaceKind.FRACTION, PlaceKind.COMMUNE), (PlaceKind.QUARTIER, PlaceKind.COMMUNE),
    (PlaceKind.HAMLET, PlaceKind.VILLAGE), (PlaceKind.HAMLET, PlaceKind.COMMUNE)])
def test_a_place_lies_in_one_above_it(kind, parent):
    rules.lies_where_it_can(kind, parent)


@pytest.mark.parametrize(("kind", "parent"), [
    (PlaceKind.COUNTRY, PlaceKind.REGION), (PlaceKind.REGION, PlaceKind.CERCLE), (PlaceKind.CERCLE, None),
    (PlaceKind.CERCLE, PlaceKind.CERCLE), (PlaceKind.COMMUNE, PlaceKind.VILLAGE), (PlaceKind.COMMUNE, None),
    (PlaceKind.VILLAGE, PlaceKind.CERCLE), (PlaceKind.VILLAGE, PlaceKind.VILLAGE), (PlaceKind.HAMLET, None)])
def test_a_place_does_not_lie_in_one_below_or_beside_it(kind, parent):
    assert refused(rules.lies_where_it_can, kind, parent) == "parent_code"


def test_a_place_that_contains_others_keeps_a_kind_that_can():
    rules.contents_still_fit(PlaceKind.COMMUNE, {PlaceKind.VILLAGE, PlaceKind.HAMLET})
    rules.contents_still_fit(PlaceKind.HAMLET, set())
    assert refused(rules.contents_still_fit, PlaceKind.VILLAGE, {PlaceKind.VILLAGE}) == "kind"


def test_a_place_does_not_lie_in_itself():
    rules.not_in_itself("R1/C1/", "R1/C10/")
    assert refused(rules.not_in_itself, "R1/C1/", "R1/C1/") == "parent_code"
    assert refused(rules.not_in_itself, "R1/C1/", "R1/C1/V1/") == "parent_code"


def test_a_place_does_not_end_before_it_begins():
    rules.in_order(village(since=date(2020, 1, 1), until=date(2020, 1, 1)))
    rules.in_order(village(until=date(2020, 1, 1)))
    assert refused(rules.in_order, village(since=date(2020, 1, 2), until=date(2020, 1, 1))) == "until"
