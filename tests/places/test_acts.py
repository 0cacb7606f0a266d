"""Places through the door: added, corrected, moved, loaded."""

from datetime import date

import pytest
from sqlalchemy import func, select

from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted, StaleForm
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from mediation.places import queries, service
from mediation.places.kinds import PlaceKind
from mediation.places.models import Place
from mediation.places.rules import EditionFacts, PlaceFacts

FARAKO = PlaceFacts("R1C1A1", "Farako", PlaceKind.VILLAGE, "R1C1A")
NEW = PlaceFacts("R1C1A9", "Siguida", PlaceKind.VILLAGE, "R1C1A", ("Sigida", "Siguida-Koura"))


def changed(facts: PlaceFacts, **more) -> PlaceFacts:
    return PlaceFacts(**{**vars(facts), **more})


def broken(verb, subject, facts) -> str:
    with pytest.raises(BrokenRule) as refusal:
        verb(KEEPER, subject, facts)
    return refusal.value.field


@pytest.mark.parametrize("login", ["salimata", "bakary", "moussa", "awa"])
def test_only_an_administrator_writes_the_list(house, login):
    actor = house.actor(login)
    with pytest.raises(NotPermitted):
        service.add_place(actor, None, NEW)
    with pytest.raises(NotPermitted):
        service.amend_place(actor, queries.find("R1C1A1"), FARAKO)
    with pytest.raises(NotPermitted):
        service.load_place(actor, None, EditionFacts("essai", (NEW,)))
    assert service.add_place(house.actor("admin"), None, NEW).path == "R1/R1C1/R1C1A/R1C1A9/"


def test_twin_villages_are_two_places(house):
    service.add_place(KEEPER, None, changed(NEW, name="Farako"))
    assert {place.code for place in queries.named("farako", "R1/")} == {"R1C1A1", "R1C1A9"}
    assert broken(service.add_place, None, changed(NEW, name="Encore")) == "code"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": "a/b"}, "code"),
        ({"name": " "}, "name"),
        ({"parent_code": "NON"}, "parent_code"),
        ({"parent_code": "R1C1A1"}, "parent_code"),
        ({"parent_code": None}, "parent_code"),
        ({"since": date(2020, 1, 2), "until": date(2020, 1, 1)}, "until"),
        ({"other_names": ("",) * 21}, "other_names"),
    ],
)
def test_a_place_that_cannot_be_is_refused_and_nothing_is_kept(house, wrong, field):
    assert broken(service.add_place, None, changed(NEW, **wrong)) == field
    assert queries.coded("R1C1A9") is None


def test_other_names_are_found_and_those_taken_back_are_not(house):
    service.add_place(KEEPER, None, NEW)
    assert [place.code for place in queries.named("sigida", "R1/")] == ["R1C1A9"]
    service.amend_place(KEEPER, queries.find("R1C1A9"), changed(NEW, other_names=("Siguida-Koura",)))
    assert queries.named("sigida", "R1/") == []
    service.amend_place(KEEPER, queries.find("R1C1A9"), changed(NEW, other_names=("SIGIDA", "Siguida", "sigida")))
    assert queries.find("R1C1A9").other_names == ("SIGIDA",)


def test_a_place_is_corrected_once_from_the_same_copy(house):
    service.amend_place(KEEPER, queries.find("R1C1A1"), changed(FARAKO, name="Farakoro"), seen=0)
    assert queries.find("R1C1A1").name == "Farakoro"
    with pytest.raises(StaleForm):
        service.amend_place(KEEPER, queries.find("R1C1A1"), FARAKO, seen=0)


def test_other_names_are_rewritten_once_from_the_same_copy(house):
    seen = queries.find("R1C1A1").act_count
    service.amend_place(KEEPER, queries.find("R1C1A1"), changed(FARAKO, other_names=("Farako-Ba",)), seen=seen)
    with pytest.raises(StaleForm):
        service.amend_place(KEEPER, queries.find("R1C1A1"), changed(FARAKO, other_names=("Farakoro",)), seen=seen)
    assert queries.find("R1C1A1").other_names == ("Farako-Ba",)


def test_a_path_too_long_to_be_kept_is_refused_beside_its_code(house):
    above = None
    for sign, kind in zip("PABCD", (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CERCLE, PlaceKind.COMMUNE,
                                    PlaceKind.VILLAGE), strict=True):
        above = service.add_place(KEEPER, None, PlaceFacts(sign * 20, "Un lieu", kind, above)).code
    assert broken(service.add_place, None, PlaceFacts("E" * 20, "Un hameau", PlaceKind.HAMLET, above)) == "code"


def test_a_place_never_changes_its_code_nor_lies_in_itself(house):
    assert broken(service.amend_place, queries.find("R1C1A1"), changed(FARAKO, code="X")) == "code"
    hamlet = PlaceFacts("R1C1A1H", "Hameau", PlaceKind.HAMLET, "R1C1A1")
    service.add_place(KEEPER, None, hamlet)
    farako = queries.find("R1C1A1")
    assert broken(service.amend_place, farako,
                  changed(FARAKO, kind=PlaceKind.HAMLET, parent_code="R1C1A1H")) == "parent_code"
    assert broken(service.amend_place, queries.find("R1C1A1"), changed(FARAKO, kind=PlaceKind.HAMLET)) == "kind"


def test_a_place_that_moves_takes_what_it_contains_along(house):
    service.add_place(KEEPER, None, PlaceFacts("R1C1A1H", "Hameau", PlaceKind.HAMLET, "R1C1A1"))
    service.amend_place(KEEPER, queries.find("R1C1A1"), changed(FARAKO, parent_code="R1C1B"))
    assert queries.find("R1C1A1H").path == "R1/R1C1/R1C1B/R1C1A1/R1C1A1H/"
    assert queries.find("R1C1A1").parent.code == "R1C1B"


def test_an_edition_adds_what_is_new_and_corrects_what_differs_only(house):
    known = changed(FARAKO, name="Farakô")
    service.amend_place(KEEPER, queries.find("R1C1A1"),
                        changed(FARAKO, since=date(1990, 1, 1), other_names=("Farakoba",)))
    service.load_place(KEEPER, None, EditionFacts("essai", (known, NEW)))
    place = queries.find("R1C1A1")
    assert (place.name, place.edition, place.since, place.other_names) == (
        "Farakô", "essai", date(1990, 1, 1), ("Farakoba",))
    assert queries.find("R1C1A9").edition == "essai" and queries.find("R1C1A2").edition == "local"
    assert not service.differs(place, known, "essai")


def test_an_edition_is_one_entry_and_all_or_nothing(house):
    before = db.session.scalar(select(func.count(LedgerEntry.id)))
    service.load_place(KEEPER, None, EditionFacts("essai", (NEW, changed(NEW, code="R1C1A8"))))
    assert db.session.scalar(select(func.count(LedgerEntry.id))) == before + 1
    places = db.session.scalar(select(func.count(Place.id)))
    lost = changed(NEW, code="R1C1A7", parent_code="NON")
    assert broken(service.load_place, None, EditionFacts("essai", (changed(NEW, code="R1C1A6"), lost))) == "parent_code"
    assert db.session.scalar(select(func.count(Place.id))) == places
