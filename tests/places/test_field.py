"""The question of a place: listed, in free words, abroad; twins are asked about, nothing odd ever raises."""

from types import SimpleNamespace

import pytest
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import FieldList, Form

from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from mediation.places import service
from mediation.places.forms import ListedPlace, PlaceField
from mediation.places.kinds import PlaceKind
from mediation.places.models import SaidPlace
from mediation.places.queries import find, listed, place_near
from mediation.places.rules import PlaceFacts


class Asking(Form):
    place = PlaceField("Village", required=True)
    others = FieldList(PlaceField("Autre"), min_entries=2)


class Choosing(Form):
    place = ListedPlace("Où", lookup=listed)


@pytest.fixture
def country(house):
    with scope.seen_by(KEEPER):
        service.add_place(KEEPER, None, PlaceFacts(
            "R1C1A3", "N’Golobougou", PlaceKind.VILLAGE, "R1C1A", ("Ngolobugu", "Sirakoro")))
        for code, parent in (("R1C1A4", "R1C1A"), ("R1C1B1", "R1C1B")):
            service.add_place(KEEPER, None, PlaceFacts(code, "Benkadi", PlaceKind.VILLAGE, parent))
        yield house


def asked(path: str = "R1/R1C1/", kept=None, **sent) -> Asking:
    posted = MultiDict([(name.replace("_", "-"), value) for name, value in sent.items()])
    form = place_near(Asking(posted or None, obj=kept), path)
    form.validate()
    return form


@pytest.mark.parametrize("typed", [
    "N’Golobougou", "N'Golobougou", "n golobougou", "NGOLOBOUGOU", "Ñgolobougou", "ngolobugu", "  Sirakoro "])
def test_a_listed_village_is_recognised_however_it_is_written(country, typed):
    form = asked(place=typed)
    assert form.place.data == SaidPlace(find("R1C1A3").id, "N’Golobougou")


def test_a_village_that_the_list_does_not_know_is_kept_as_words(country):
    assert asked(place="Hameau de Bakary").place.data == SaidPlace(None, "Hameau de Bakary")
    assert asked(place="70 km au nord-ouest de Koba").place.data.place_id is None


def test_a_village_of_another_territory_is_kept_as_words(country):
    assert asked("R1/R1C1/R1C1B/", place="Farako").place.data == SaidPlace(None, "Farako")


def test_twins_are_asked_about_and_never_merged(country):
    form = asked(place="Benkadi")
    assert [twin.code for twin in form.place.twins] == ["R1C1A4", "R1C1B1"]
    assert "Choisissez le bon" in form.place.errors[0] and form.place._value() == "Benkadi"
    chosen = asked(place="Benkadi", place_code="R1C1B1").place
    assert chosen.data == SaidPlace(find("R1C1B1").id, "Benkadi") and not chosen.errors
    neither = asked(place="Benkadi", place_code="none").place
    assert neither.data == SaidPlace(None, "Benkadi") and not neither.errors


def test_a_code_that_is_none_of_the_twins_is_asked_about_again(country):
    assert asked(place="Benkadi", place_code="R1C1A1").place.errors
    assert asked(place="Farako", place_code="R1C1B1").place.data.place_id == find("R1C1A1").id


def test_twins_in_one_territory_are_no_question_in_a_smaller_one(country):
    assert asked("R1/R1C1/R1C1B/", place="Benkadi").place.data.place_id == find("R1C1B1").id


def test_what_is_kept_stays_settled_when_it_is_not_touched(country):
    kept = SimpleNamespace(place=SaidPlace(find("R1C1B1").id, "Benkadi"), others=[])
    form = asked(kept=kept, place="Benkadi")
    assert form.place.data is kept.place and not form.place.errors
    assert asked(kept=kept, place="Farako").place.data.place_id == find("R1C1A1").id
    assert Asking(obj=kept).place._value() == "Benkadi"


def test_a_place_abroad_keeps_its_country_and_is_not_looked_for(country):
    place = asked(place="Farako", place_country="Burkina Faso").place
    assert place.data == SaidPlace(None, "Farako", "Burkina Faso") and str(place.data) == "Farako (Burkina Faso)"
    assert place.country_typed == "Burkina Faso"


def test_a_country_alone_asks_for_the_place(country):
    place = asked(place="", place_country="Niger").place
    assert "Écrivez aussi le lieu" in place.errors[0] and place.country_typed == "Niger"


def test_a_missing_place_is_asked_for_where_it_must_be_told(country):
    form = asked(place=" ")
    assert form.place.errors and not form.others.errors and form.others.entries[0].data is None


def test_every_place_of_a_list_is_looked_for(country):
    form = asked(place="Farako", others_0="kabala", others_1="Benkadi")
    assert form.others.entries[0].data.place_id == find("R1C1A2").id
    assert form.others.entries[1].twins


@pytest.mark.parametrize("typed", ["a\x00b", "a" * 100_000, "\ud800", "a\ufffd"])
@pytest.mark.parametrize("box", ["place", "place_country", "place_code"])
def test_hostile_words_are_refused_with_a_sentence_and_given_back(country, typed, box):
    place = asked(**{"place": "Benkadi", box: typed}).place
    place._value().encode()
    place.country_typed.encode()
    assert place.errors


def test_a_repeated_name_counts_by_its_last_value_and_a_file_is_unreadable(country):
    form = place_near(Asking(MultiDict([("place", "Kabala"), ("place", "Farako")])), "R1/")
    form.validate()
    assert form.place.data.words == "Farako"
    form = place_near(Asking(MultiDict([("place", FileStorage())])), "R1/")
    assert not form.validate() and form.place.errors


def test_places_are_offered_while_they_are_few(country):
    form = asked("R1/R1C1/R1C1A/", place="")
    assert form.place.suggested == ["Benkadi", "Farako", "Kabala", "N’Golobougou"]


@pytest.mark.parametrize(("typed", "code"), [
    ("R1C1B1", "R1C1B1"), ("Benkadi · R1C1B1", "R1C1B1"), ("r1c1b1", "R1C1B1"), ("ngolobougou", "R1C1A3")])
def test_a_listed_place_is_named_by_its_name_or_its_code(country, typed, code):
    form = Choosing(MultiDict({"place": typed}))
    assert form.validate() and form.place.data.code == code


@pytest.mark.parametrize("typed", ["Nulle part", "Benkadi", "a\x00b", "a" * 100_000, "· ·"])
def test_a_place_that_is_not_one_listed_place_is_refused(country, typed):
    form = Choosing(MultiDict({"place": typed}))
    assert not form.validate() and form.place.errors and form.place.data is None
    form.place._value().encode()


def test_a_listed_place_is_written_back_so_that_it_stays_settled(country):
    form = Choosing(data={"place": find("R1C1B1")})
    assert form.place._value() == "Benkadi · R1C1B1"
    assert Choosing(MultiDict({"place": ""})).validate()
    db.session.rollback()
