"""Requests that no page of the register ever sends: a plain refusal, never a 500, on both engines."""

import io
import re
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mediation.agreements.forms import ROWS
from mediation.disputes.models import Dispute
from mediation.kernel.db import db
from mediation.parties.rules import SIDES
from tests.builders import SAISINE
from tests.builders.casefile import heard, number_of, signed
from tests.builders.parties import party
from tests.journeys.forms import Page

TOO_LARGE = (2**31, 10**25)
# What is left out of a form keeps what it held, so that a form without answers may also change nothing; one
# that edits and has lost its count is too old.
GOES_ON = (200, 302, 409)


@pytest.fixture
def served(app):
    """The application as it is served: what goes wrong becomes a page, not an error of the test."""
    app.testing = False
    yield app
    app.testing = True


@pytest.fixture
def protected(served):
    """The same, with forged forms refused as over HTTPS."""
    served.config.update(WTF_CSRF_ENABLED=True, WTF_CSRF_SSL_STRICT=True)
    yield served
    served.config.update(WTF_CSRF_ENABLED=False, WTF_CSRF_SSL_STRICT=False)


@pytest.mark.parametrize("number", TOO_LARGE)
def test_a_number_that_no_column_holds_is_not_found(house, visit, served, number):
    reference = number_of(house, signed)
    numbered = [rule.rule for rule in served.url_map.iter_rules()
                if rule.arguments == {"reference", "number"} and "GET" in rule.methods]
    assert len(numbered) > 15
    for rule in numbered:
        page = rule.replace("<reference>", reference).replace("<int:number>", str(number))
        assert visit("moussa").get(page).status_code in (403, 404), page


@pytest.mark.parametrize("reference", ["%00", "MSG-2026-0001%00", "%ed%a0%80", "%ff", "A" * 5000])
def test_what_is_no_number_of_a_dispute_is_not_found(visit, served, reference):
    for page in ("", "journal/", "amend/", "agreements/1/"):
        assert visit("moussa").get(f"/disputes/{reference}/{page}").status_code == 404


@pytest.mark.parametrize("name", ["%00", "register.css%00", "..%2fconfig.py", "nothing.css"])
def test_a_file_that_is_not_there_is_not_found(visit, served, name):
    assert visit().get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("field", ["key", "seen", "title", "kind", "place"])
def test_a_file_stands_for_no_answer(house, visit, served, field):
    page = f"/disputes/{number_of(house, signed)}/amend/"
    told = {field: (io.BytesIO(b"x"), "x.txt")}
    assert visit("moussa").post(page, told, content_type="multipart/form-data").status_code in GOES_ON


@pytest.mark.parametrize("row", ["attendance-0-who", "bench-0-name"])
def test_a_file_stands_for_nobody(house, visit, served, row):
    page = f"/disputes/{number_of(house, signed)}/sessions/new/"
    told = {row: (io.BytesIO(b"x"), "x.txt")}
    assert visit("moussa").post(page, told, content_type="multipart/form-data").status_code == 200


@pytest.mark.parametrize("body", ["[1, 2]", '{"key": 5}', '{"title": {}}', "{", "null"])
def test_a_body_that_is_no_form_answers_nothing(house, visit, served, body):
    page = f"/disputes/{number_of(house, signed)}/amend/"
    assert visit("moussa").post(page, body, content_type="application/json").status_code in GOES_ON


FORM = "application/x-www-form-urlencoded"
FORMS = ("/sign-in/", "/disputes/new/", "/disputes/{}/amend/", "/disputes/{}/agreements/new/",
         "/disputes/{}/sessions/new/", "/account/password/")


@pytest.mark.parametrize("login", ["moussa", None])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_a_hundred_thousand_fields_is_too_long_and_tells_nothing(house, visit, served, form, login):
    answer = visit(login).post(form.format(number_of(house, signed)), b"a&" * 100_000, content_type=FORM)
    assert answer.status_code == 413 and '<html lang="fr">' in answer.text and "trop lourd" in answer.text
    assert SAISINE.title not in answer.text


def test_too_many_fields_are_refused_before_a_form_is_known_to_be_forged(visit, protected):
    answer = visit().post("/sign-in/", b"a&" * 100_000, content_type=FORM, base_url="https://localhost")
    assert answer.status_code == 413 and "trop lourd" in answer.text


def test_a_form_may_hold_as_many_fields_as_are_allowed_and_not_one_more(visit, served):
    most = served.config["MAX_FORM_PARTS"]
    for fields, status in ((most, 200), (most + 1, 413)):
        body = b"&".join([b"login=moussa"] * fields)
        assert visit().post("/sign-in/", body, content_type=FORM).status_code == status


def test_the_longest_form_there_is_is_kept_with_every_box_ticked(house, visit):
    """A settlement of forty commitments among all the sides that a dispute may have, as its page asks it."""
    page, rows = f"/disputes/{number_of(house, among_all_sides)}/agreements/new/", range(ROWS)
    told = {"commitments-{}-what": "rend la charrue", "guarantors-{}-name": "Sidiki", "witnesses-{}-name": "Sidiki",
            "committee-{}-name": "Sidiki"}
    secretary = visit("moussa")
    asked = secretary.post(page, {name.format(row): text for name, text in told.items() for row in rows})
    form = Page(asked.text).task.fill({"total": "yes"})
    for row in rows:
        for box in (form.boxes[f"commitments-{row}-who"], form.boxes[f"commitments-{row}-whom"]):
            box.values = sorted(box.answers)
    assert 3500 < sum(map(len, form.sent().values())) < 0.8 * secretary.app.config["MAX_FORM_PARTS"]
    assert secretary.post(page, form.sent()).status_code == 302


def among_all_sides(house) -> Dispute:
    """In mediation, somebody on each side."""
    dispute = heard(house)
    for side in SIDES[2:]:
        party(house, dispute, side, f"Famille {side}")
    return dispute


@pytest.mark.parametrize("address", ["http://[", "https://localhost:999999999/", "\x00"])
def test_a_place_to_come_back_to_that_is_no_address_is_none(visit, protected, address):
    https = {"base_url": "https://localhost"}
    page = visit().get("/sign-in/", **https).text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]
    for told in ({}, {"csrf_token": token}):
        for where in ("/lock/", "/sign-in/"):
            assert visit().post(where, told, headers={"Referer": address}, **https).status_code == 400


def test_a_cookie_of_another_site_on_the_same_machine_signs_nobody_out(visit, served):
    visitor = visit("moussa")
    visitor.client.set_cookie("remember_token", "12|abc", domain="localhost")
    assert visitor.get("/account/").status_code == 200


def test_a_wrong_method_is_told_which_ones_there_are(visit, served):
    assert visit("moussa").open("/lock/", method="DELETE").headers["Allow"] == "POST"
    assert visit().open("/disputes/", method="PUT").headers["Allow"] == "GET, HEAD"


def test_a_broken_transaction_still_ends_in_a_page(visit, served, monkeypatch):
    def broken():
        with suppress(DBAPIError):
            db.session.execute(text("SELECT nothing_of_the_kind FROM dispute"))
        raise ValueError

    broken.needs = served.view_functions["accounts.own_account"].needs
    monkeypatch.setitem(served.view_functions, "accounts.own_account", broken)
    answer = visit("moussa").get("/account/")
    assert answer.status_code == 500 and "<html" in answer.text
