"""One box finds a number, a village, a title, a party, in any spelling; and nothing of other people's."""

import pytest

from mediation.acts.strike import StrikeFacts
from mediation.kernel.dates import about_year
from mediation.papers.kinds import PaperKind
from mediation.parties.service import strike_party
from mediation.places.models import SaidPlace
from tests.builders import parties
from tests.builders.casefile import complete, fresh, number_of, statements
from tests.builders.papers import issued
from tests.visitor import same_for


@pytest.fixture
def number(house) -> str:
    """A dispute of Massigui with a party whose name can be written in many ways."""
    dispute = house.registered(title="Borne déplacée", place=SaidPlace(None, "N’Djénné-Koura"))
    parties.party(house, dispute, 2, "Ɲɛ Koné Ag N’Tji", child_of="Sékou", born_on=about_year(1965),
                  other_names="Gné Konè")
    return dispute.reference


@pytest.mark.parametrize("typed", [
    "kone", "KONÉ", "koné ntji", "n tji kone", "ne kone", "gne", "N'Djenne", "n djenne koura", "ndjennekoura",
    "borne deplacee", "deplacee borne", "  borne   ", "0001", "1", "2026-0001", "2026 1",
])
def test_a_dispute_is_found_in_any_spelling(number, visit, typed):
    typed = typed.replace("2026", number.split("-")[1])
    page = visit("moussa").get("/find/", query_string={"q": typed})
    assert number in page.get_data(as_text=True), typed


@pytest.mark.parametrize("typed", ["kadiatou", "borne kone koba", "%", "_", "0002", "11", "msg"])
def test_what_is_not_there_is_not_found(number, visit, typed):
    page = visit("moussa").get("/find/", query_string={"q": typed}).get_data(as_text=True)
    assert number not in page
    assert "Aucun dossier ne répond." in page


def test_a_party_is_told_apart_from_namesakes(number, visit):
    page = visit("moussa").get("/find/?q=kone").get_data(as_text=True)
    assert "Ɲɛ Koné" in page and "Sékou" in page and "vers 1965 (estimé)" in page


def test_a_whole_number_opens_the_dispute(number, visit):
    short = number.lower().replace("-0001", "-1")
    for typed in (number, number.lower(), f" {number} ", number.replace("-", " "), number.replace("-", " / "), short):
        answer = visit("moussa").get("/find/", query_string={"q": typed})
        assert answer.status_code == 302 and answer.location.endswith(f"/disputes/{number}/")


def test_the_number_on_a_paper_opens_that_paper_for_those_who_read_its_dispute(house, visit):
    paper = issued(house, PaperKind.RECEIPT, complete(house))
    number, page = paper.reference, f"/disputes/{paper.dispute.reference}/papers/{paper.number}/"
    for typed in (number, number.lower().replace("-", " ")):
        answer = visit("moussa").get("/find/", query_string={"q": typed})
        assert answer.status_code == 302 and answer.location.endswith(page)
        assert "Aucun dossier ne répond." in visit("kadia").get("/find/", query_string={"q": typed}).text


def test_another_communes_number_is_a_number_that_never_was(number, visit):
    never = number[:-4] + "9999"
    stranger = visit("kadia")
    there, nowhere = (stranger.get(f"/find/?q={one}") for one in (number, never))
    assert there.status_code == nowhere.status_code == 200
    assert same_for(there, number) == same_for(nowhere, never)
    assert b"Kon" not in stranger.get("/find/?q=kone").data


def test_a_struck_party_is_found_no_more(house, visit):
    dispute = house.registered()
    wrong = parties.party(house, dispute, 1, "Bakary Sidibé")
    strike_party(house.actor("moussa"), wrong, StrikeFacts("autre personne"))
    assert "Sidib" not in visit("moussa").get("/find/?q=sidib").get_data(as_text=True).replace('"sidib"', "")


def test_an_empty_box_says_what_can_be_looked_for(house, visit):
    for address in ("/find/", "/find/?q=", "/find/?q=%20%20", "/find/?q=%27%27"):
        page = visit("moussa").get(address)
        assert page.status_code == 200
    assert "Que cherchez-vous" in visit("moussa").get("/find/").get_data(as_text=True)


@pytest.mark.parametrize("query", ["q=%00", "q=" + "a" * 10_000, "q=%F0%28%8C", "q=%25%25", "q=\\", "q=a&q=b", "q[]=1",
                                   "q=' OR 1=1", "q=" + "a+" * 300, "q=99999999999999999999", "q=-", "q=A-1-2-3"])
def test_no_words_however_odd_break_the_search(number, visit, query):
    assert visit("moussa").get(f"/find/?{query}").status_code == 200


@pytest.mark.parametrize("login", ["moussa", "salimata", "admin"])
def test_a_search_asks_the_same_whatever_it_finds(app, house, visit, login):
    visitor, asked = visit(login), []
    for disputes in (1, 20):
        for _one in range(disputes):
            parties.two_sides(house, fresh(house))
        visitor.get("/find/?q=traore")
        with statements(app) as made:
            visitor.get("/find/?q=traore")
        asked.append(len(made))
    assert asked[0] == asked[1] <= 10


def test_the_administration_finds_no_dispute(house, visit):
    number = number_of(house, fresh)
    assert number not in visit("admin").get("/find/?q=marigot").get_data(as_text=True)
