"""What was typed is given back under the words of its question, as it was answered, whatever went wrong."""

from html import unescape

import pytest
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict

from mediation import given_back
from mediation.acts import door
from tests.builders.casefile import heard, number_of, statements
from tests.journeys.account import seen_on

SAISINE = {"title": "Deux champs", "kind": "field_limit", "channel": "oral", "place": "Markala",
           "place-country": "Sanmatenga", "villages-0": "Koba-Ba", "happened_on-precision": "unknown",
           "objects-0-kind": "field", "objects-0-description": "Un champ", "at": "MSG"}
SESSION = {"happened_on-precision": "unknown", "said": "La limite suivait le karité.", "result": "goes_on",
           "attendance-0-who": "party-1", "attendance-0-presence": "came"}


def stop(monkeypatch) -> None:
    """The database stops as the door is reached."""
    def stops(*given):
        raise OperationalError("INSERT", {}, Exception("the disk is full"))

    monkeypatch.setattr(door, "_lock", stops)


@pytest.fixture
def protected(app, monkeypatch):
    """Forms carry a token, as on a real server."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)


def test_a_form_without_a_fault_is_given_back_as_people_tell_it(visit, monkeypatch):
    stop(monkeypatch)
    answer = visit("moussa").post("/disputes/new/", SAISINE)
    assert answer.status_code == 503
    told = seen_on(answer.text)
    for words in ("Type de litige limite de champ", "Village du litige Markala (Sanmatenga)",
                  "Autres villages du litige Koba-Ba",
                  "Quand la demande a été faite date inconnue", "Ce qui est contesté champ, Un champ"):
        assert words.casefold() in told.casefold(), words
    assert "MSG" not in told and "field_limit" not in told


def test_who_was_at_a_session_is_given_back_by_name(house, visit, monkeypatch):
    number = number_of(house, heard)
    stop(monkeypatch)
    told = seen_on(visit("moussa").post(f"/disputes/{number}/sessions/new/", SESSION).text)
    assert "Qui était là" in told and "(là)" in told and "party-1" not in told


def test_a_form_that_was_never_read_is_given_back_under_its_own_questions(visit, protected):
    """It came too late to be a form: the boxes are known by their names only."""
    answer = visit("moussa").post("/disputes/new/", SAISINE)
    assert answer.status_code == 400
    told = seen_on(unescape(answer.text))
    assert "Type de litige limite de champ" in told, "the question of this form, not of another with the same box"
    assert "De quelle sorte 1 champ" in told and "Village du litige Markala (Sanmatenga)" in told
    assert "MSG" not in told and "field" not in told


LOST = {"happened_on-precision": "season", "happened_on-season": "hot", "happened_on-year": "2025",
        "happened_on-words": "après les semailles", "result": "agreement", "place": "", "place-country": "Ghana",
        "planned_on-precision": "season", "planned_on-season": "hot", "planned_on-year": "2027",
        "attendance-0-who": "party-1", "attendance-0-presence": "came", "attendance-1-who": "party-2",
        "attendance-2-name": "Sidiki", "attendance-2-presence": "came", "attendance-3-name": "",
        "attendance-3-quality": "", "attendance-3-presence": "came", "bench-0-name": "Awa", "bench-0-quality": "",
        "bench-1-name": "", "bench-1-seat": "sat", "languages": ["french", "sign"], "women": "5 000",
        "somebody_came": "", "key": "x", "seen": "3", "more": "1", "password": "secret"}


def lost(visit, address: str, typed: dict, language: str = "fr") -> str:
    """What is given back to a browser that has lost its cookie."""
    visitor = visit()
    visitor.get(f"/language/{language}/")
    answer = visitor.post(address, typed)
    assert answer.status_code == 400
    return seen_on(unescape(answer.text))


def test_a_form_whose_cookie_was_lost_is_given_back_in_the_words_of_the_form(house, visit, protected):
    told = lost(visit, f"/disputes/{number_of(house, heard)}/sessions/new/", LOST)
    for words in ("Jour de la séance saison chaude 2025, après les semailles", "Résultat accord",
                  "Prochaine séance saison chaude 2027", "Présence 1 là", "Nom 3 Sidiki", "Présence 3 là",
                  "Village ou lieu Ghana", "Femmes 5000", "Langues parlées français"):
        assert words.casefold() in told.casefold(), words
    for code in ("agreement", "came", "party-1", "season", "french", "secret", "Présence 2", "Présence 4", "Nom 4",
                 "Place 2", "more", "seen"):
        assert code not in told, code
    english = lost(visit, f"/disputes/{number_of(house, heard)}/sessions/new/", LOST, "en")
    assert "hot season 2027" in english and "saison" not in english


def test_nothing_is_looked_up_for_a_browser_that_has_lost_its_cookie(house, visit, protected, app):
    """A dispute that is there and one that never was are given back alike, and the register is asked nothing."""
    there = f"/disputes/{number_of(house, heard)}/sessions/new/"
    with statements(app) as asked:
        told = lost(visit, there, LOST)
    assert not [one for one in asked if "party" in one or "dispute" in one]
    assert told == lost(visit, "/disputes/XXX-2026-0999/sessions/new/", LOST)


def test_sides_are_given_back_by_their_letter_and_what_only_the_file_can_name_without_its_code(
        house, visit, protected):
    told = lost(visit, f"/disputes/{number_of(house, heard)}/agreements/new/", {
        "total": "yes", "basis": "parties", "form": "written", "found_at": "3", "commitments-0-who": ["A", "*"],
        "commitments-0-what": "pose les pierres", "commitments-0-quantity": "10", "no_commitment": "y",
        "commitments-1-what": "", "commitments-1-due_on-precision": "day"})
    for words in ("Qui s’engage 1 toutes les parties, A", "Combien 1 10", "Trouvé à quelle séance une réponse choisie",
                  "Cet accord ne contient aucun engagement Oui", "L’accord porte-t-il sur tous les points ? Oui"):
        assert words in told, words
    for untouched in ("Sur quoi l’accord repose", "Forme de l’accord", "Fait quoi 2", "*"):
        assert untouched not in told, untouched


@pytest.mark.parametrize(("typed", "told"), [
    ({"happened_on-precision": "day", "happened_on-day": "31", "happened_on-month": "2", "happened_on-year": "2024"},
     "Jour de la séance 31, février, 2024"),
    ({"happened_on": "hier"}, "Jour de la séance hier"), ({"women": "beaucoup"}, "Femmes beaucoup"),
    ({"happened_on-precision": "season"}, None), ({"result": "rien"}, "Résultat une réponse choisie")])
def test_what_cannot_be_read_is_given_back_as_it_was_typed(house, visit, protected, typed, told):
    page = lost(visit, "/disputes/MSG-2026-0001/sessions/new/", {"said": "Rien.", **typed})
    assert told in page if told else "Jour de la séance" not in page


def test_every_form_can_give_back_what_it_was_sent(app):
    """What makes a form of its own, with something that only its view knows, could not be read again."""
    made = 0
    with app.test_request_context("/", method="POST"):
        for blueprint in app.blueprints:
            for form, asked in given_back._forms(blueprint):
                made += bool(asked)
                assert given_back._answers_in(form(formdata=MultiDict({"none": "x"}), meta={"csrf": False})) == []
    assert made > 60, made


def test_a_session_that_was_taken_back_gets_its_form_back_in_words(house, visit):
    answer = visit().post(f"/disputes/{number_of(house, heard)}/sessions/new/", LOST)
    assert answer.status_code == 401
    told = seen_on(unescape(answer.text))
    assert "Prochaine séance saison chaude 2027" in told and "secret" not in told and "agreement" not in told
