"""The pages of what is contested."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.kernel.db import db
from mediation.land.models import ContestedObject
from tests.builders.land import one_field

FIELD = {"kind": "field", "description": "Un champ de mil"}
LONG = "x" * 100_000


@pytest.fixture
def dispute(house):
    return house.registered()


def rows(house) -> list[ContestedObject]:
    """What the register holds now, read afresh after the visitors' own transactions."""
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return list(db.session.scalars(select(ContestedObject).order_by(ContestedObject.number)))


def given(page) -> dict:
    """The key and the count a form was made with."""
    return {name: page.text.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in ("key", "seen")}


def test_the_form_opens_for_those_of_the_dispute_only(visit, dispute):
    where = f"/disputes/{dispute.reference}/objects/new/"
    assert visit("kadia").get(where).status_code == 404
    assert visit("salimata").get(where).status_code == 403
    page = visit("moussa").get(where)
    assert page.status_code == 200 and "C’est assez pour enregistrer" in page.text


def test_an_object_is_described_with_numbers_as_they_are_said(visit, house, dispute):
    where = f"/disputes/{dispute.reference}/objects/new/"
    sent = {**FIELD, "area": "3,5", "quantity": "40", "unit": "bœufs", "rights": ["loan", "inheritance"],
            "place": "Farako", "since-precision": "year", "since-year": "1990"}
    assert visit("moussa").post(where, sent).status_code == 302
    (row,) = rows(house)
    assert (row.area, row.quantity, row.unit) == (Decimal("3.5"), Decimal(40), "bœufs")
    assert len(row.rights) == 2 and row.place.place_id is not None and row.since.earliest.year == 1990


def test_what_is_wrong_comes_back_with_its_sentence_and_what_was_typed(visit, house, dispute):
    where = f"/disputes/{dispute.reference}/objects/new/"
    for wrong, sentence in (({"description": ""}, "Décrivez en une phrase"), ({"kind": ""}, "Choisissez ce qui est"),
                            ({"area": "0"}, "plus que zéro"), ({"area": "trois"}, "Écrivez un nombre"),
                            ({"quantity": "3"}, "ce qui est compté"), ({"area": "1.234"}, "voulu dire")):
        page = visit("moussa").post(where, {**FIELD, **wrong, "limits": "le vieux caïlcédrat"})
        assert page.status_code == 200
        assert sentence in page.text and "le vieux caïlcédrat" in page.text
    assert rows(house) == []


def test_an_object_is_amended_and_a_second_tab_keeps_both_texts(visit, house, dispute):
    where, visitor = f"/disputes/{dispute.reference}/objects/1/", visit("moussa")
    one_field(house, dispute)
    one, two = given(visitor.get(where)), given(visitor.get(where))
    assert visitor.post(where, {**FIELD, **one, "description": "La première version"}).status_code == 302
    stale = visitor.post(where, {**FIELD, **two, "description": "La seconde version"})
    assert stale.status_code == 409
    assert "La première version" in stale.text and "La seconde version" in stale.text
    assert rows(house)[0].description == "La première version"


def test_an_edit_that_leaves_fields_out_keeps_them(visit, house, dispute):
    where, visitor = f"/disputes/{dispute.reference}/objects/1/", visit("moussa")
    one_field(house, dispute)
    assert visitor.post(where, {**FIELD, **given(visitor.get(where))}).status_code == 302
    assert rows(house)[0].limits.startswith("à l’est")


def test_an_object_is_struck_with_a_reason(visit, house, dispute):
    where, visitor = f"/disputes/{dispute.reference}/objects/1/strike/", visit("moussa")
    one_field(house, dispute)
    assert "Champ du marigot" in visitor.get(where).text
    assert "Écrivez pourquoi" in visitor.post(where, {"reason": ""}).text
    assert visitor.post(where, {"reason": "doublon"}).status_code == 302
    assert rows(house)[0].struck_reason == "doublon"


def test_hostile_input_never_breaks_a_page(visit, house, dispute):
    base, visitor = f"/disputes/{dispute.reference}/objects/", visit("moussa")
    one_field(house, dispute)
    for sent in ({"description": "a\x00b"}, {"description": LONG}, {"kind": LONG}, {"kind": ["field", "well"]},
                 {"area": "9" * 40}, {"area": "-1"}, {"area": "1e5"}, {"area": "0,0001"}, {"area": "\x00"},
                 {"rights": ["loan", "king"]}, {"rights": LONG}, {"since-precision": "day", "since-day": "31",
                  "since-month": "2", "since-year": "2020"}, {"place": LONG}, {"unit": "x" * 61}, {"name": "x" * 161}):
        for rest in ("new/", "1/"):
            assert visitor.post(base + rest, {**FIELD, **sent}).status_code in (200, 302, 409), sent
    for rest in ("7/", "7/strike/", "99999999999999999999999/"):
        assert visitor.get(base + rest).status_code == 404
