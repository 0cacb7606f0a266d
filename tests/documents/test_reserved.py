"""Reserved pieces: a lock and the kind for everybody, the words and the file for few, an entry each time."""

import re

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.ledger import LedgerDetail, LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from tests.builders import documents as made
from tests.builders.casefile import heard, number_of
from tests.builders.documents import sent
from tests.documents.test_pages import at

WORDS = {"title": "CanariTitre", "description": "CanariRécit", "source": "CanariSource"}


@pytest.fixture
def number(house, visit) -> str:
    """A dispute with a reserved photo, added by its secretary; awa is the mediator of the team."""
    found = number_of(house, heard)
    answer = visit("moussa").post(at(found, "new"), **sent(made.photo(), "CanariNom.jpg", reserved="yes", **WORDS))
    assert answer.status_code == 302
    return found


def opened(visitor, number: str):
    return visitor.post(at(number, 1, "open"))


@pytest.mark.parametrize("login", ["awa", "moussa"])
def test_the_team_and_whoever_added_it_open_it(visit, number, login):
    visitor = visit(login)
    assert at(number, 1, "open") in visitor.get(at(number, 1)).text
    page = opened(visitor, number).text
    assert all(word in page for word in (*WORDS.values(), "CanariNom.jpg"))
    image = re.search(r'src="([^"]*/view/\?ticket=[^"]+)"', page)[1]
    assert visitor.get(image).data[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize("login", ["bakary", "salimata"])
def test_others_who_see_the_dispute_open_nothing(visit, number, login):
    visitor = visit(login)
    assert opened(visitor, number).status_code == 403
    assert at(number, 1, "open") not in visitor.get(at(number, 1)).text


def test_a_mediator_of_another_team_and_a_second_secretary_do_not_open_it(house, visit, number):
    from mediation.acts.vocabulary import Role

    house.person("sira", Role.SECRETARY, "MSG")
    house.person("oumar", Role.MEDIATOR, "MSG")
    assert opened(visit("sira"), number).status_code == 403
    assert opened(visit("oumar"), number).status_code == 404
    assert visit("sira").post(at(number, 1, "unseal")).status_code == 403


def test_a_file_is_given_only_after_the_opening_and_only_to_whoever_opened_it(visit, number):
    moussa, awa, bakary = visit("moussa"), visit("awa"), visit("bakary")
    for page in ("view", "thumbnail", "file"):
        assert moussa.get(at(number, 1, page)).status_code == 404
        assert moussa.get(at(number, 1, page) + "?ticket=x").status_code == 404
    ticket = re.search(r"ticket=([^\"]+)", opened(moussa, number).text)[1]
    assert moussa.get(at(number, 1, "view") + f"?ticket={ticket}").status_code == 200
    for other in (awa, bakary):
        assert other.get(at(number, 1, "view") + f"?ticket={ticket}").status_code == 404


def test_a_ticket_is_for_one_piece_and_for_a_while(visit, number, monkeypatch):
    from mediation.documents import serving

    moussa = visit("moussa")
    moussa.post(at(number, "new"), **sent(reserved="yes"))
    ticket = re.search(r"ticket=([^\"]+)", opened(moussa, number).text)[1]
    assert moussa.get(at(number, 2, "view") + f"?ticket={ticket}").status_code == 404
    monkeypatch.setattr(serving, "TICKET_SECONDS", -1)
    assert moussa.get(at(number, 1, "view") + f"?ticket={ticket}").status_code == 404


def test_no_page_says_a_word_of_it_to_anybody_who_has_not_opened_it(app, house, visit, number):
    """Every page of the dispute, for everybody who sees it: the canaries sing nowhere."""
    pages = {rule.rule.replace("<reference>", number).replace("<int:number>", one)
             for rule in app.url_map.iter_rules() for one in ("1", "2")
             if "reference" in rule.arguments and "GET" in rule.methods and rule.arguments <= {"reference", "number"}}
    looked = 0
    for login in ("moussa", "awa", "bakary", "salimata"):
        visitor = visit(login)
        for page in sorted(pages):
            answer = visitor.get(page)
            looked += answer.status_code == 200
            assert "Canari" not in answer.text, (login, page)
    assert looked > 60
    assert "réservée" in visit("salimata").get(f"/disputes/{number}/journal/").text


def test_the_ledger_keeps_none_of_its_words(house, number):
    db.session.rollback()
    with scope.seen_by(KEEPER):
        told = "".join(db.session.scalars(select(LedgerDetail.changes)))
        told += "".join(db.session.scalars(select(LedgerEntry.canon)))
    assert "document:1" in told and "Canari" not in told


def test_each_opening_is_an_entry_and_no_fact_of_the_thread(house, visit, number):
    awa = visit("awa")
    for _ in range(2):
        opened(awa, number)
    db.session.rollback()
    with scope.seen_by(KEEPER):
        acts = list(db.session.scalars(select(LedgerEntry.act).where(LedgerEntry.act == "document.open")))
    assert len(acts) == 2
    assert "a ouvert une pièce" not in awa.get(f"/disputes/{number}/").text
    assert "a ouvert une pièce" in visit("salimata").get(f"/disputes/{number}/journal/").text


@pytest.mark.parametrize("kind", ["signed_page", "decision", "service_slip"])
def test_what_was_given_to_the_parties_is_hidden_from_nobody(visit, number, kind):
    answer = visit("moussa").post(at(number, "new"), **sent(kind=kind, reserved="yes"))
    assert answer.status_code == 200 and "ne peut pas être réservée" in answer.text


def test_a_reserved_piece_is_crossed_out_without_a_word_of_it(visit, number):
    moussa = visit("moussa")
    assert "Canari" not in moussa.get(at(number, 1, "strike")).text
    assert moussa.post(at(number, 1, "strike"), {"reason": "Mauvais fichier"}).status_code == 302


def test_whoever_becomes_a_party_opens_it_no_more(house, visit, number):
    from mediation.disputes.queries import find
    from mediation.parties.kinds import PartyKind
    from mediation.parties.rules import PartyFacts
    from mediation.parties.service import add_party

    with scope.seen_by(house.actor("awa")):
        add_party(house.actor("awa"), find(number), PartyFacts(
            2, PartyKind.PERSON, "Moussa", account_id=house.ids["moussa"]))
    assert opened(visit("moussa"), number).status_code == 404


def test_a_piece_that_is_not_reserved_is_only_shown(visit, number):
    moussa = visit("moussa")
    moussa.post(at(number, "new"), **sent())
    answer = moussa.post(at(number, 2, "open"))
    assert answer.status_code == 302 and answer.location.endswith(at(number, 2))
