"""Drafts: kept by a button or while typing, one a page and person, given back, forgotten once sent; the bin."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation.accounts import kept as forms
from mediation.accounts.models import KeptForm
from mediation.kernel import clock
from mediation.kernel.db import db
from tests.builders.accounts import hidden

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"
TYPED = {"kind": "cattle", "source": "le chef de village", "key": KEY}


@pytest.fixture
def page(house) -> str:
    """The page of a task in a dispute."""
    return f"/disputes/{house.registered().reference}/harms/new/"


def keep(visitor, page: str, typed: dict, **more):
    return visitor.post(f"/drafts/keep/?page={page}", typed, **more)


def kept() -> list[KeptForm]:
    db.session.rollback()
    return list(db.session.scalars(select(KeptForm).order_by(KeptForm.id)))


def test_a_form_kept_by_its_button_is_there_again_on_its_page(page, visit):
    visitor = visit("moussa")
    assert f'formaction="/drafts/keep/?page={page}"' in visitor.get(page).text
    answer = keep(visitor, page, TYPED)
    assert answer.location == page.removesuffix("harms/new/")
    assert "Votre texte est gardé" in visitor.get(answer.location).text
    again = visitor.get(page).text
    assert "le chef de village" in again and "Votre texte est là" in again and hidden(again, "key") == KEY


def test_what_is_kept_while_typing_answers_nothing(page, visit):
    answer = keep(visit("moussa"), page, TYPED, headers={"Accept": "application/json"})
    assert answer.status_code == 204 and answer.data == b"" and len(kept()) == 1


def test_there_is_one_draft_a_page_and_person(page, visit):
    for words in ("un", "deux"):
        keep(visit("moussa"), page, {**TYPED, "source": words})
    keep(visit("bakary"), page, {**TYPED, "source": "à moi"})
    assert len(kept()) == 2
    mine = visit("moussa")
    keep(mine, page, {**TYPED, "source": "trois"})
    assert 'value="trois"' in mine.get(page).text


def test_nobody_reads_the_draft_of_another(page, visit):
    keep(visit("moussa"), page, TYPED)
    other = visit("bakary")
    keep(other, page, {**TYPED, "source": "à moi"})
    assert "le chef de village" not in other.get(page).text
    assert visit().post("/drafts/keep/?page=" + page, TYPED).status_code in (302, 401)


def test_a_draft_is_forgotten_once_its_form_was_taken(page, visit):
    visitor = visit("moussa")
    keep(visitor, page, TYPED)
    visitor.get(page)
    assert visitor.post(page, TYPED).status_code == 302
    assert kept() == []
    keep(visitor, page, TYPED, headers={"Accept": "application/json"})
    assert kept() == [], "what was being kept when the form was sent came after it"


def test_a_refused_form_keeps_its_draft(page, visit):
    visitor = visit("moussa")
    keep(visitor, page, TYPED)
    assert visitor.post(page, {**TYPED, "kind": ""}).status_code == 200
    assert len(kept()) == 1


def test_what_is_thrown_away_can_be_taken_back_for_a_month(house, page, visit):
    visitor = visit("moussa")
    keep(visitor, page, TYPED)
    assert "Noter des dommages" in visitor.get("/drafts/").text
    visitor.post("/drafts/throw/", {"page": page})
    assert "le chef de village" not in visitor.get(page).text
    assert "Corbeille" in visitor.get("/drafts/").text
    number = kept()[0].id
    assert visit("bakary").post(f"/drafts/{number}/take-back/").location == "/drafts/"
    assert visitor.post(f"/drafts/{number}/take-back/").location == page
    assert "le chef de village" in visitor.get(page).text
    visitor.post("/drafts/throw/", {"page": page})
    with clock.moved_by(timedelta(days=31)):
        assert forms.take_back(house.ids["moussa"], number) is None and forms.kept_of(house.ids["moussa"]) == []
    assert forms.take_back(house.ids["moussa"], number) == page


def test_taking_back_puts_a_newer_draft_into_the_bin(page, visit):
    visitor = visit("moussa")
    keep(visitor, page, {**TYPED, "source": "ancien"})
    visitor.post("/drafts/throw/", {"page": page})
    keep(visitor, page, {**TYPED, "source": "nouveau"})
    visitor.post(f"/drafts/{kept()[0].id}/take-back/")
    assert "ancien" in visitor.get(page).text
    assert [one.thrown_at is not None for one in kept()] == [False, True]


@pytest.mark.parametrize("page", ["//elsewhere.example/", "/no/such/page/", "https://elsewhere.example/x", ""])
def test_no_draft_leads_elsewhere(house, visit, page):
    visitor = visit("moussa")
    assert keep(visitor, page, TYPED).location == "/"
    assert {one.path for one in kept()} <= {"/"}


def test_a_fact_just_added_can_be_undone_at_once_and_only_once(house, visit):
    dispute = house.registered()
    at, visitor = f"/disputes/{dispute.reference}/", visit("moussa")
    visitor.post(at + "harms/new/", TYPED)
    shown = visitor.get(at).text
    assert "Annuler cette saisie" in shown and at + "harms/1/strike/" in shown
    assert "Annuler cette saisie" not in visitor.get(at).text
    visitor.post(at + "harms/1/strike/", {"reason": "Annulé aussitôt après la saisie"})
    assert "Annulé aussitôt après la saisie" in visitor.get(at).text
    assert "Annuler cette saisie" not in visitor.get(at).text


def test_what_was_only_corrected_offers_no_way_to_strike_it_out_whole(house, visit):
    at, visitor = f"/disputes/{house.registered().reference}/", visit("moussa")
    visitor.post(at + "attempts/new/", {"channel": "family"})
    assert "Annuler cette saisie" in visitor.get(at).text
    answer = visitor.post(at + "attempts/1/", {"channel": "court", "seen": "2"})
    assert answer.status_code == 302, answer.text
    shown = visitor.get(at).text
    assert "a modifié une démarche" in shown and "Annuler cette saisie" not in shown


@pytest.mark.parametrize("number", [0, 999, 10**30])
def test_what_is_not_in_ones_bin_is_not_taken_back(visit, number):
    answer = visit("moussa").post(f"/drafts/{number}/take-back/")
    assert answer.status_code == 302 and answer.location == "/drafts/"


@pytest.mark.parametrize("key", ["a\x00b", "x" * 5000, "", "1"])
def test_what_is_no_key_keeps_no_form_from_being_kept(page, visit, key):
    assert keep(visit("moussa"), page, {**TYPED, "key": key}).status_code == 302 and len(kept()) == 1
