"""Two tabs on each form that edits: one wins, the other keeps its text; an added fact disturbs nobody.

The forms are found, not listed: every page of the house whose form carries the count it was made from.
"""

from contextlib import contextmanager

import pytest

from mediation.acts import guard, scope
from mediation.acts.vocabulary import Stage
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.sessions import service as sessions
from tests.acts.scenes import HELD, put_at, set_up
from tests.journeys.account import seen_on
from tests.journeys.forms import Page

NUMBERS, CODES, LOGINS = ("1", "2", "3"), ("MSG", "R1C1A1"), ("drissa",)
KNOWN = {
    "disputes.amend_dispute", "disputes.amend_attempt", "parties.amend_party", "parties.amend_witness",
    "parties.amend_intermediary", "context.amend_proceeding", "land.amend_object", "sessions.amend_session",
    "agreements.amend_agreement",
    "accounts.amend_account", "commissions.amend_commission", "places.amend_place",
}
# These carry the count so as not to be filled on an older text; they add to it and change nothing in it.
RESTING_ON_A_TEXT = {"agreements.read_aloud_agreement", "agreements.sign_agreement"}
# A setting is one of many of its institution: its two tabs are tried with the settings.
TRIED_ELSEWHERE = {"commissions.set_setting"}
FREE_TEXT = ("other_names", "title", "told", "name", "description", "said", "points", "body", "alias")


@pytest.fixture
def editable(app, house, visit):
    """The address of one form that edits, by endpoint, with who may open it."""
    scene = set_up(house)
    with guard.opened(None), db.engine.begin() as connection:
        put_at(scene, Stage.IN_MEDIATION, connection)
    db.session.expire_all()
    people = {login: visit(login) for login in ("moussa", "admin")}
    found = {}
    for rule in app.url_map.iter_rules():
        if not {"GET", "POST"} <= rule.methods or rule.endpoint in found:
            continue
        for person in people.values():
            for address in addresses(rule, scene.reference):
                answer = person.get(address)
                if answer.status_code == 200 and counted(answer.text):
                    found.setdefault(rule.endpoint, (person, address))
    return scene, house, found


def addresses(rule, reference: str) -> list[str]:
    """What an address of this shape may be, in the scene."""
    made = [rule.rule.replace("<reference>", reference)]
    for place, values in (("<int:number>", NUMBERS), ("<code>", CODES), ("<login>", LOGINS)):
        made = [one.replace(place, value) for one in made for value in (values if place in one else ("",))]
    return made


def counted(text: str) -> bool:
    """Whether a page holds a form made from a count."""
    return any("seen" in form.boxes and form.boxes["seen"].values[0].isdigit() for form in Page(text).forms)


def changed(page: Page, words: str) -> dict:
    """The form of a page as it stands, with one text changed."""
    form = page.task
    name = next(name for wanted in FREE_TEXT for name in form.boxes if name == wanted)
    return form.fill({name: words}).sent()


def test_every_form_that_edits_is_known(editable):
    assert set(editable[2]) == KNOWN | RESTING_ON_A_TEXT | TRIED_ELSEWHERE


def test_of_two_tabs_one_wins_and_the_other_keeps_its_text(editable):
    _, _, found = editable
    for endpoint in sorted(KNOWN):
        person, address = found[endpoint]
        first, second = Page(person.get(address).text), Page(person.get(address).text)
        won = person.post(address, changed(first, "Texte du premier onglet"))
        assert won.status_code == 302, f"{endpoint}: {won.status} {seen_on(won.text)[:400]}"
        lost = person.post(address, changed(second, "Texte du second onglet"))
        assert lost.status_code == 409, f"{endpoint}: {lost.status}"
        assert "Texte du second onglet" in lost.text and "Texte du premier onglet" in lost.text, endpoint
        assert "Texte du premier onglet" in person.get(address).text, endpoint


def test_an_added_fact_makes_no_form_stale(editable):
    scene, house, found = editable
    for endpoint in sorted(KNOWN):
        person, address = found[endpoint]
        if scene.reference not in address:
            continue
        page = Page(person.get(address).text)
        with read_by_the_team(house, scene) as dispute:
            sessions.record_session(house.actor("awa"), dispute, HELD)
        answer = person.post(address, changed(page, "Écrit pendant qu’une séance s’ajoute"))
        assert answer.status_code == 302, f"{endpoint}: {answer.status} {seen_on(answer.text)[:400]}"


@contextmanager
def read_by_the_team(house, scene):
    """The dispute as the mediator of the team reads it now."""
    db.session.rollback()
    with scope.seen_by(house.actor("awa")):
        yield find(scene.reference)
