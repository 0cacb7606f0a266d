"""The administration keeps the house and reads no dispute: every page it reaches is read for what is in one."""

import re

import pytest

from mediation.acts import scope
from mediation.acts.gate import PUBLIC
from mediation.disputes.queries import find
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel.db import db
from mediation.places.models import SaidPlace
from mediation.sessions import rules, service
from tests.builders import agreements, land, parties
from tests.builders.followup import visited
from tests.builders.sessions import held, team

TITLE, STORY, PARTY, VILLAGE = "Bornes du Marigot-Noir", "Le récit du litige", "Zoumana Ballo", "Nangalasso"
NOTE = "Ne pas dire à l’autre"


@pytest.fixture
def number(house) -> str:
    """A dispute with everything in it, and refusals in the journal about it."""
    with scope.seen_by(house.actor("moussa")):
        dispute = team(house, house.registered(title=TITLE, story=STORY, place=SaidPlace(None, VILLAGE)))
        reference = dispute.reference
        parties.party(house, dispute, 1, PARTY)
        parties.party(house, dispute, 2, "Autre Ballo")
        land.one_field(house, dispute)
        held(house, dispute, somebody_came=True, said=NOTE)
        accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
        visited(house, agreements.signed(house, dispute))
    with scope.seen_by(house.actor("awa")):
        service.write_note(house.actor("awa"), find(reference), rules.NoteFacts(f"{NOTE} {PARTY}"))
    db.session.rollback()
    return reference


def addresses(app) -> list[str]:
    """Every address outside disputes that can be asked for, with what is in the house in its places."""
    found = []
    for rule in app.url_map.iter_rules():
        needs = app.view_functions[rule.endpoint].needs
        if "GET" not in rule.methods or "reference" in rule.arguments or needs == PUBLIC:
            continue
        for code in ("MSG", "R1C1A1"):
            found.append(re.sub(r"<int:number>", "1", rule.rule.replace("<code>", code).replace("<login>", "moussa")))
    return sorted(set(found))


def test_no_page_that_an_administrator_reaches_tells_of_a_dispute(app, visit, number):
    visit("drissa").get("/institutions/MSG/members/new/")
    visit("awa").get(f"/disputes/{number}/accept/")
    admin, opened = visit("admin"), 0
    for address in (*addresses(app), f"/find/?q={VILLAGE}", "/journal/?act=dispute.register", "/people/?q=a"):
        answer = admin.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            opened += 1
            main = answer.text.split("<main")[-1].replace(f'value="{VILLAGE}"', "")
            for secret in (number, TITLE, STORY, PARTY, NOTE, "enregistré la saisine"):
                assert secret not in main, (address, secret)
    assert opened > 15


def test_an_administrator_opens_no_page_of_a_dispute(app, visit, number):
    admin = visit("admin")
    for rule in app.url_map.iter_rules():
        if "reference" in rule.arguments and "GET" in rule.methods:
            address = re.sub(r"<[^>]*>", "1", rule.rule.replace("<reference>", number))
            assert admin.get(address).status_code in (404, 405), address


def test_an_administrator_verifies_the_journal_and_is_told_of_no_dispute(visit, number):
    answer = visit("admin").post("/journal/verify/")
    assert "Journal intact" in answer.text and number not in answer.text


def test_a_refusal_about_a_dispute_names_no_dispute_in_the_journal_of_the_house(visit, house, number):
    assert visit("awa").post(f"/disputes/{number}/accept/").status_code == 403
    page = visit("admin").get("/journal/").text
    assert "Awa a demandé un acte refusé" in page and number not in page and TITLE not in page


def test_whoever_cannot_search_is_shown_no_box(visit, house, number):
    house.person("sans")
    db.session.rollback()
    for login in ("admin", "sans"):
        assert 'role="search"' not in visit(login).get("/").text
    for login in ("awa", "moussa", "bakary", "salimata"):
        assert 'role="search"' in visit(login).get("/").text
