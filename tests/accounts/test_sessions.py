"""Sessions: revocable, short, renewed at every change; locked or handed over on a shared machine."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from mediation.accounts import signin
from mediation.accounts.models import OpenSession
from mediation.accounts.signin import said_device
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.models import RoleHeld
from mediation.commissions.rules import EndFacts
from mediation.kernel import clock
from mediation.kernel.db import db, writing
from tests.builders.accounts import PASSWORD, later, signs_in, with_password
from tests.visitor import Visitor

NEXT = "un mil bien sec au grenier"


@pytest.fixture
def moussa(house, visit) -> Visitor:
    """Moussa, who signed in with a password."""
    with_password(house, "moussa")
    visitor = visit()
    assert signs_in(visitor, "moussa").status_code == 302
    return visitor


def token(visitor: Visitor) -> str:
    with visitor.client.session_transaction() as cookie:
        return cookie.get("token")


def thief(app, stolen: str) -> Visitor:
    """Somebody who holds a copy of a cookie."""
    visitor = Visitor(app)
    with visitor.client.session_transaction() as cookie:
        cookie["token"] = stolen
    return visitor


def signed_in(visitor: Visitor) -> bool:
    return visitor.get("/account/").status_code == 200


def test_a_cookie_is_dead_after_signing_out(app, moussa):
    copy = thief(app, token(moussa))
    assert signed_in(copy)
    assert moussa.post("/sign-out/").location == "/sign-in/"
    assert not signed_in(moussa) and not signed_in(copy)


def test_a_cookie_is_dead_after_changing_the_password_and_the_person_stays_in(app, moussa, visit):
    copy, other = thief(app, token(moussa)), visit("moussa")
    told = {"password": PASSWORD, "password_new": NEXT, "password_again": NEXT}
    assert moussa.post("/account/password/", told).status_code == 302
    assert signed_in(moussa) and not signed_in(copy) and not signed_in(other)
    assert "inexact" in signs_in(visit(), "moussa", PASSWORD).text
    assert signs_in(visit(), "moussa", NEXT).status_code == 302


@pytest.mark.parametrize(("told", "field"), [
    ({"password": "autre chose", "password_new": NEXT, "password_again": NEXT}, "password-error"),
    ({"password": PASSWORD, "password_new": "court", "password_again": "court"}, "password_new-error"),
    ({"password": PASSWORD, "password_new": NEXT, "password_again": "x"}, "password_again-error"),
    ({}, "password-error")])
def test_a_password_badly_changed_is_not_changed(app, moussa, visit, told, field):
    answer = moussa.post("/account/password/", told)
    assert answer.status_code == 200 and field in answer.text
    assert NEXT not in answer.text
    assert signed_in(moussa) and signs_in(visit(), "moussa").status_code == 302


def test_the_present_password_is_not_guessed_from_an_open_session(app, moussa):
    told = {"password": "autre chose", "password_new": NEXT, "password_again": NEXT}
    answers = [moussa.post("/account/password/", told).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_a_session_idles_out_after_half_an_hour(moussa):
    assert later(timedelta(minutes=29), moussa.client.get, "/account/").status_code == 200
    assert later(timedelta(minutes=58), moussa.client.get, "/account/").status_code == 200
    assert later(timedelta(minutes=89), moussa.client.get, "/account/").status_code == 302


def test_a_session_ends_after_twelve_hours_however_busy(moussa):
    for minutes in range(25, 12 * 60, 25):
        assert later(timedelta(minutes=minutes), moussa.client.get, "/account/").status_code == 200
    assert later(timedelta(hours=12, minutes=1), moussa.client.get, "/account/").status_code == 302


def test_a_session_given_before_signing_in_is_worth_nothing(app, house, visit):
    with_password(house, "moussa")
    visitor = thief(app, "planted-by-somebody-else")
    assert signs_in(visitor, "moussa").status_code == 302
    assert token(visitor) != "planted-by-somebody-else" and len(token(visitor)) >= 43
    assert not signed_in(thief(app, "planted-by-somebody-else"))


def test_signing_in_again_gives_a_new_token_and_ends_the_old_one(app, moussa):
    old = token(moussa)
    signs_in(moussa, "moussa")
    assert token(moussa) != old and not signed_in(thief(app, old)) and signed_in(moussa)


def test_a_forged_cookie_opens_nothing(app, house):
    for value in (None, 1, "", "x" * 5000, {"a": 1}, ["token"]):
        assert not signed_in(thief(app, value))


def test_a_removed_right_is_gone_on_the_next_request(app, house, visit):
    house.person("sekou", Role.ADMINISTRATOR)
    admin = visit("admin")
    assert admin.get("/people/").status_code == 200
    _end_role(house.ids["admin"])
    assert admin.get("/people/").status_code == 403


def _end_role(account_id: int) -> None:
    db.session.rollback()
    role = db.session.scalar(select(RoleHeld).where(RoleHeld.account_id == account_id))
    commissions.end_role(KEEPER, role, EndFacts(clock.today() - timedelta(days=1)))


def test_use_never_brings_an_ended_session_back(app, house, visit):
    moussa = visit("moussa")
    db.session.rollback()
    row = db.session.scalar(select(OpenSession))
    seen = row.seen_at
    with app.test_request_context():
        held = signin._read(token(moussa))
        with writing():
            db.session.execute(update(OpenSession).values(ended_at=clock.now()))
            db.session.commit()
        with clock.moved_by(timedelta(minutes=5)):
            signin.touch(held)
    db.session.rollback()
    row = db.session.scalar(select(OpenSession))
    assert row.ended_at is not None and row.seen_at == seen
    assert not signed_in(moussa)


def test_use_is_noted_once_a_minute_at_most(app, house, visit):
    moussa = visit("moussa")

    def seen():
        db.session.rollback()
        return db.session.scalar(select(OpenSession.seen_at))

    first = seen()
    later(timedelta(seconds=50), moussa.client.get, "/account/")
    assert seen() == first
    later(timedelta(seconds=70), moussa.client.get, "/account/")
    assert seen() > first


def test_own_sessions_are_listed_and_the_others_ended(moussa, visit):
    other = visit("moussa")
    page = moussa.get("/account/").text
    assert page.count('class="entry"') == 2 and "Finir mes autres sessions" in page
    assert moussa.post("/account/end-others/").status_code == 302
    assert signed_in(moussa) and not signed_in(other)
    assert "Finir mes autres sessions" not in moussa.get("/account/").text


def test_nobody_ends_somebody_elses_sessions(moussa, visit):
    awa = visit("awa")
    awa.post("/account/end-others/")
    assert signed_in(moussa)


def test_a_locked_register_asks_its_persons_password_only(moussa):
    answer = moussa.post("/lock/", headers={"Referer": "http://localhost/account/password/"})
    assert answer.location == "/sign-in/?next=/account/password/"
    assert not signed_in(moussa)
    page = moussa.get(answer.location).text
    assert "Verrouillé par Moussa" in page and 'name="login"' not in page
    assert "inexact" in moussa.post(answer.location, {"password": "autre chose"}).text
    assert moussa.post(answer.location, {"password": PASSWORD}).location == "/account/password/"
    assert signed_in(moussa)


def test_a_locked_register_is_not_opened_by_another_password(house, moussa, visit):
    with_password(house, "awa", NEXT)
    moussa.post("/lock/")
    assert moussa.post("/sign-in/", {"login": "awa", "password": NEXT}).status_code == 200
    assert moussa.post("/sign-in/?other=1", {"login": "awa", "password": NEXT}).status_code == 302
    assert "Awa" in moussa.get("/account/").text


def test_a_lock_names_nobody_after_the_day_or_once_taken_back(moussa, visit):
    moussa.post("/lock/")
    late = later(timedelta(hours=12, minutes=1), moussa.client.get, "/sign-in/").text
    assert "Moussa" not in late and 'name="login"' in late
    visit("admin").post("/people/moussa/deactivate/")
    assert "Moussa" not in moussa.get("/sign-in/").text


def test_another_person_takes_over_the_machine(app, house, moussa):
    with_password(house, "awa")
    old = token(moussa)
    assert moussa.post("/change-user/").location == "/sign-in/"
    assert not signed_in(moussa) and not signed_in(thief(app, old))
    signs_in(moussa, "awa")
    page = moussa.get("/account/").text
    assert "Awa" in page and "Moussa" not in page


def test_whoever_is_signed_in_is_not_asked_again(moussa):
    assert moussa.get("/sign-in/?next=/account/password/").location == "/account/password/"


@pytest.mark.parametrize("address", ["/sign-out/", "/lock/", "/change-user/", "/account/end-others/"])
def test_a_get_ends_nothing(moussa, address):
    assert moussa.get(address).status_code == 405
    assert signed_in(moussa)


def test_the_cookie_is_for_the_server_alone(app, house, visit):
    with_password(house, "moussa")
    cookie = signs_in(visit(), "moussa").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie


def test_the_account_page_tells_the_roles_in_words(house, visit):
    assert "Secrétaire · Commission foncière de R1C1A" in visit("moussa").get("/account/").text
    house.person("sans")
    assert "aucun rôle aujourd’hui" in visit("sans").get("/account/").text
    assert KEEPER.roles_said == "Administration"


@pytest.mark.parametrize(("agent", "said"), [
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/120.0 Safari/537.36 Edg/120", "Edge · Windows"),
    ("Mozilla/5.0 (Linux; Android 11) AppleWebKit/537 Chrome/109.0 Safari/537.36", "Chrome · Android"),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0", "Firefox · Linux"),
    ("curl/8.0", ""), ("", ""), ("<script>" * 100, "")])
def test_a_device_is_told_by_its_browser_and_system(agent, said):
    assert said_device(agent) == said


def test_old_rows_go_after_a_month(moussa):
    db.session.rollback()
    old = db.session.scalar(select(OpenSession.token_hash))
    later(timedelta(days=31), moussa.client.post, "/sign-in/", data={"login": "moussa", "password": PASSWORD})
    db.session.rollback()
    assert old not in set(db.session.scalars(select(OpenSession.token_hash)))


def test_no_page_of_an_account_is_kept_by_the_browser(moussa):
    for address in ("/account/", "/account/password/", "/sign-in/"):
        answer = moussa.get(address)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert not re.search(r"unsafe-", answer.headers["Content-Security-Policy"])
