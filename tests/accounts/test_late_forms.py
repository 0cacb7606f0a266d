"""A form that arrives after its session ended: given back to its person and nobody else, counted once."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from mediation import create_app
from mediation.accounts import kept
from mediation.accounts.models import KeptForm, OpenSession
from mediation.acts.ledger import LedgerEntry
from mediation.acts.vocabulary import Role
from mediation.kernel.db import db, writing
from tests.builders.accounts import PASSWORD, hidden, later, signs_in, with_password
from tests.visitor import Visitor

PAGE = "/people/new/"
TYPED = {"name": "Sékou Traoré", "login": "sekou.traore", "phone": "76 00 00 00"}
KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"
LATE = timedelta(minutes=40)
WAITS = "Votre session était finie. Votre texte est gardé"


@pytest.fixture
def browser(house, visit) -> Visitor:
    """A laptop on which the administrator signed in, then was away for too long."""
    for login in ("admin", "moussa"):
        with_password(house, login)
    visitor = visit()
    signs_in(visitor, "admin")
    db.session.rollback()
    with writing():
        began = db.session.scalar(select(OpenSession.began_at))
        db.session.execute(update(OpenSession).values(seen_at=began - LATE))
        db.session.commit()
    return visitor


def kept_rows() -> list[KeptForm]:
    db.session.rollback()
    return list(db.session.scalars(select(KeptForm)))


def invited() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(LedgerEntry).where(
        LedgerEntry.act == "account.invite", LedgerEntry.key == KEY))


def test_what_was_typed_comes_back_after_signing_in_again(browser):
    answer = browser.post(PAGE, {**TYPED, "key": KEY})
    assert answer.location == "/sign-in/?next=/people/new/"
    back = browser.post(answer.location, {"login": "admin", "password": PASSWORD})
    assert back.location == PAGE
    page = browser.get(PAGE).text
    assert "Votre texte est là" in page and "Vérifiez, puis enregistrez." in page
    assert all(f'value="{text}"' in page for text in TYPED.values())
    assert hidden(page, "key") == KEY


def test_a_form_given_back_counts_once_and_is_then_forgotten(browser):
    browser.post(PAGE, {**TYPED, "key": KEY})
    signs_in(browser, "admin")
    again = {**TYPED, "key": hidden(browser.get(PAGE).text, "key")}
    assert browser.post(PAGE, again).status_code == 200
    assert browser.post(PAGE, again).status_code == 200
    assert invited() == 1 and kept_rows() == []
    page = browser.get(PAGE).text
    assert "Votre texte est là" not in page and "Sékou" not in page and hidden(page, "key") != KEY


def test_a_form_that_ends_in_a_redirect_is_forgotten_too(browser):
    browser.post("/people/awa/amend/", {"name": "Awa Togola", "seen": "0"})
    signs_in(browser, "admin")
    page = browser.get("/people/awa/amend/").text
    assert 'value="Awa Togola"' in page
    assert browser.post("/people/awa/amend/", {"name": ""}).status_code == 200
    assert len(kept_rows()) == 1
    assert browser.post("/people/awa/amend/", {"name": "Awa Togola"}).status_code == 302
    assert kept_rows() == []


def test_an_edit_given_back_still_loses_to_who_was_faster(browser, visit):
    other = visit("admin")
    seen = hidden(other.get("/people/awa/amend/").text, "seen")
    browser.post("/people/awa/amend/", {"name": "Awa Tard", "seen": seen})
    other.post("/people/awa/amend/", {"name": "Awa Tôt", "seen": seen})
    signs_in(browser, "admin")
    page = browser.get("/people/awa/amend/").text
    assert "Awa Tard" in page and hidden(page, "seen") == seen
    late = browser.post("/people/awa/amend/", {"name": "Awa Tard", "seen": seen})
    assert late.status_code == 409 and "Awa Tard" in late.text and "Awa Tôt" in late.text


def test_nobody_else_on_the_same_laptop_sees_it(app, house, browser):
    browser.post(PAGE, {**TYPED, "key": KEY})
    browser.post("/sign-in/", {"login": "moussa", "password": PASSWORD})
    for address in (PAGE, "/account/", "/people/"):
        assert "Sékou" not in browser.get(address).text
    house.person("sidi", Role.ADMINISTRATOR)
    with_password(house, "sidi")
    with app.test_request_context():
        kept.keep(house.ids["sidi"], "/people/awa/amend/", [("name", "Awa de Sidi")])
    signs_in(browser, "sidi")
    assert "Awa de Sidi" in browser.get("/people/awa/amend/").text
    page = browser.get(PAGE).text
    assert "Sékou" not in page and "Votre texte" not in page and hidden(page, "key") != KEY
    signs_in(browser, "admin")
    assert "Sékou" in browser.get(PAGE).text


def test_it_waits_for_its_person_in_every_browser(browser, visit):
    browser.post(PAGE, {**TYPED, "key": KEY})
    elsewhere = visit()
    signs_in(elsewhere, "admin")
    assert "Sékou" in elsewhere.get(PAGE).text


def test_it_can_be_thrown_away(browser):
    browser.post(PAGE, {**TYPED, "key": KEY})
    signs_in(browser, "admin")
    assert browser.post("/drafts/throw/", {"page": PAGE, "back": "page"}).location == PAGE
    assert "Sékou" not in browser.get(PAGE).text and [one.thrown_at is None for one in kept_rows()] == [False]


def test_it_is_forgotten_after_a_month(browser):
    browser.post(PAGE, {**TYPED, "key": KEY})
    later(timedelta(days=31), browser.client.post, "/sign-in/", data={"login": "admin", "password": PASSWORD})
    assert "Sékou" not in later(timedelta(days=31), browser.client.get, PAGE).text


def test_passwords_codes_and_tokens_are_never_kept(browser):
    told = {"password": PASSWORD, "password_new": "secret", "password_again": "secret"}
    browser.post("/account/password/", told)
    assert kept_rows() == []
    browser.post(PAGE, {**TYPED, "password_code": "K7PQM3XWZD", "password": "secret", "csrf_token": "jeton"})
    (row,) = kept_rows()
    assert not any(word in row.fields for word in ("K7PQM3XWZD", "secret", "jeton"))


def test_a_button_alone_keeps_nothing(browser):
    assert browser.post("/people/awa/deactivate/", {"key": KEY}).status_code == 302
    assert kept_rows() == []
    assert WAITS not in browser.get("/sign-in/").text


def test_the_sign_in_page_says_once_that_the_session_ended_and_the_text_waits(browser):
    """The fact, and nothing of who wrote or what."""
    browser.get(PAGE)
    assert WAITS not in browser.get("/sign-in/").text, "nothing was written"
    answer = browser.post(PAGE, {**TYPED, "key": KEY})
    page = browser.get(answer.location).text
    assert WAITS in page and "Sékou" not in page and "Admin" not in page
    assert WAITS not in browser.get(answer.location).text
    browser.post(answer.location, {"login": "admin", "password": PASSWORD})
    assert "Sékou Traoré" in browser.get(PAGE).text


def test_a_text_that_is_not_kept_is_given_back_at_once_and_not_promised(browser, monkeypatch):
    monkeypatch.setattr(kept, "LONGEST_PATH", 3)
    answer = browser.post(PAGE, {**TYPED, "key": KEY})
    assert answer.status_code == 401 and "Sékou Traoré" in answer.text and kept_rows() == []
    assert WAITS not in browser.get("/sign-in/").text


def test_a_locked_register_keeps_what_arrives_late(house, visit):
    with_password(house, "admin")
    admin = visit()
    signs_in(admin, "admin")
    admin.post("/lock/")
    answer = admin.post(PAGE, {**TYPED, "key": KEY})
    assert answer.status_code == 302
    page = admin.get(answer.location).text
    assert "Le registre était verrouillé. Votre texte est gardé" in page and WAITS not in page
    admin.post(answer.location, {"password": PASSWORD})
    assert "Sékou" in admin.get(PAGE).text


def test_a_cookie_that_was_taken_back_puts_no_words_before_the_person(house, visit):
    with_password(house, "admin")
    stolen, admin = visit("admin"), visit()
    signs_in(admin, "admin")
    admin.post("/account/end-others/")
    answer = stolen.post(PAGE, {**TYPED, "key": KEY})
    assert answer.status_code == 401
    assert "Sékou Traoré" in answer.text and "Copiez votre texte" in answer.text
    assert kept_rows() == []


def test_a_stranger_keeps_nothing_but_gets_the_text_back(house, visit):
    answer = visit().post(PAGE, {**TYPED, "password": "secret"})
    assert answer.status_code == 401 and "Sékou Traoré" in answer.text
    assert "secret" not in answer.text
    assert kept_rows() == []


def test_a_text_sent_where_no_page_opens_is_given_back_at_once(browser):
    answer = browser.post("/drafts/throw/", {"page": "quelque chose"})
    assert answer.status_code == 401 and "quelque chose" in answer.text


def test_only_so_many_forms_are_kept_for_a_person(house, browser, app):
    for number in range(kept.MOST + 5):
        contextual(app, number, house.ids["admin"])
    rows = kept_rows()
    assert len(rows) == kept.MOST and "/people/24/" in {row.path for row in rows}


def contextual(app, number: int, account_id: int) -> None:
    with app.test_request_context():
        kept.keep(account_id, f"/people/{number}/", [("name", "x")])


@pytest.mark.parametrize("typed", [
    {"name": "\x00"}, {"name": ["a", "b", "c"]}, {"name": "a" * 100_000}, {"name": "<script>alert(1)"},
    {"key": "x", "name": "n"}, {"seen": "-1", "name": "n"}, {"": "n"}, {"name" * 1000: "n"}])
def test_odd_late_forms_break_nothing(browser, typed):
    assert browser.post(PAGE, typed).status_code in (302, 401, 413)
    signs_in(browser, "admin")
    page = browser.get(PAGE)
    assert page.status_code == 200 and "<script>alert" not in page.text


def test_pages_ask_for_kept_forms_only_when_some_wait(house, visit):
    with_password(house, "admin")
    visitor = visit()
    signs_in(visitor, "admin")
    with visitor.client.session_transaction() as cookie:
        assert kept.FLAG not in cookie


def checking_tokens(folder, app):
    """The same register behind an application that checks the token of every form, as a real one does."""
    return create_app(INSTANCE=folder, TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                      DATABASE_URL=app.config["SQLALCHEMY_DATABASE_URI"], OVER_HTTP=True,
                      SERVER_NAME="localhost")


def test_a_form_with_a_token_of_another_session_comes_back_with_its_text(house, tmp_path, app):
    strict = checking_tokens(tmp_path, app)
    with_password(house, "admin")
    visitor = Visitor(strict)
    first = hidden(visitor.get("/sign-in/").text, "csrf_token")
    told = {"login": "admin", "password": PASSWORD, "csrf_token": first}
    assert visitor.post("/sign-in/", told).status_code == 302
    answer = visitor.post(PAGE, {**TYPED, "csrf_token": first})
    assert answer.status_code == 400
    assert "Sékou Traoré" in answer.text and "copiez-y votre texte" in answer.text
    assert re.search(r'href="/people/new/"[^>]*>Ouvrir la page de nouveau', answer.text)
    fresh = hidden(visitor.get(PAGE).text, "csrf_token")
    assert visitor.post(PAGE, {**TYPED, "csrf_token": fresh}).status_code == 200
    with strict.app_context():
        db.engine.dispose()


def test_a_late_form_without_its_token_is_never_kept(house, browser, tmp_path, app):
    strict = checking_tokens(tmp_path, app)
    forged = Visitor(strict)
    with browser.client.session_transaction() as mine, forged.client.session_transaction() as copy:
        copy["token"] = mine["token"]
    assert forged.post(PAGE, TYPED).status_code == 400
    assert kept_rows() == []
    with strict.app_context():
        db.engine.dispose()


def test_what_was_written_in_a_dispute_comes_back_too(house, visit):
    with_password(house, "moussa")
    page = f"/disputes/{house.registered().reference}/withdraw/"
    moussa = visit()
    signs_in(moussa, "moussa")
    typed = {"by": "Les deux parties", "reason": "Elles se sont arrangées.", "key": KEY, "happened_on": ""}
    answer = later(LATE, moussa.client.post, page, data=typed)
    assert answer.location == f"/sign-in/?next={page}"
    moussa.post(answer.location, {"login": "moussa", "password": PASSWORD})
    shown = moussa.get(page).text
    assert "Les deux parties" in shown and "Elles se sont arrangées." in shown and hidden(shown, "key") == KEY
    assert moussa.post(page, typed).status_code == 302
    assert kept_rows() == []


def test_the_page_of_a_late_form_keeps_its_question_mark(browser):
    answer = browser.post(PAGE + "?from=list", {**TYPED, "key": KEY})
    assert answer.location == "/sign-in/?next=/people/new/?from%3Dlist"
    assert signs_in(browser, "admin", page=f"{PAGE}?from=list").location == f"{PAGE}?from=list"
