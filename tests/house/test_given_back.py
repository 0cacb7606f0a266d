"""What was typed is given back under the words of its question, as it was answered, whatever went wrong."""

from html import unescape

import pytest
from sqlalchemy.exc import OperationalError

from mediation.acts import door
from tests.builders.casefile import heard, number_of
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
    assert "Type de litige field_limit" in told, "the question of this form, not of another with the same box"
    assert "De quelle sorte 1 field" in told and "UnboundField" not in told and "MSG" not in told
