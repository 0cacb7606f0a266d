"""Coming in: passwords, first codes, throttling, and answers that tell nobody who has an account."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from gettext import NullTranslations
from statistics import median
from time import perf_counter

import pytest
from flask import url_for
from sqlalchemy import delete, func, select

from mediation.accounts import passwords, rules
from mediation.accounts.models import SignInTry
from mediation.acts.refusals import BrokenRule
from mediation.kernel import language
from mediation.kernel.db import db, writing
from tests.builders.accounts import CODE, PASSWORD, later, signs_in, with_code, with_password
from tests.visitor import Visitor

NEW = "un mil bien sec au grenier"
WRONG = "ce n’est pas le bon"


def entry(login="moussa", code=CODE, password=NEW, again=None) -> dict:
    return {"login": login, "password_code": code, "password_new": password,
            "password_again": password if again is None else again}


def test_nobody_gets_in_without_the_password(house, visit):
    with_password(house, "moussa")
    visitor = visit()
    assert "inexact" in signs_in(visitor, "moussa", WRONG).text
    assert visitor.get("/account/").status_code == 302


def test_the_right_password_opens_the_page_that_was_asked_for(house, visit):
    with_password(house, "moussa")
    visitor = visit()
    answer = signs_in(visitor, "Moussa ", page="/account/password/")
    assert answer.status_code == 302 and answer.location == "/account/password/"
    assert "Moussa" in visitor.get("/account/").text


def test_wrong_absent_closed_and_never_entered_get_the_same_answer(house, visit):
    for login in ("moussa", "awa"):
        with_password(house, login)
    visit("admin").post("/people/awa/deactivate/")

    def told(login, password=WRONG):
        answer = signs_in(visit(), login, password)
        body = answer.text.replace(login, "…")
        body = re.sub(r'(name="(?:key|csrf_token)"[^>]*value=")[^"]*', r"\1", body)
        return answer.status_code, body, sorted(name for name, _ in answer.headers)

    first = told("moussa")
    assert "inexact" in first[1]
    assert told("nobody") == first
    assert told("awa", PASSWORD) == first
    assert told("kadia") == first


def test_one_verification_is_made_whoever_is_named(house, visit, monkeypatch):
    with_password(house, "moussa")
    made = []
    real = passwords._hasher.verify

    class Counting:
        def verify(self, *told):
            made.append(told)
            return real(*told)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    for login in ("moussa", "nobody", "kadia"):
        made.clear()
        signs_in(visit(), login, WRONG)
        assert len(made) == 1, login


def test_an_absent_login_takes_as_long_as_a_wrong_password(house, visit):
    with_password(house, "moussa")
    spent = {"moussa": [], "nobody": []}
    for turn in range(18):
        for login, times in spent.items():
            started = perf_counter()
            signs_in(visit(), login, WRONG)
            times.append(perf_counter() - started)
        if turn % 8 == 7:
            _forget_tries()
    assert 0.5 < median(spent["nobody"]) / median(spent["moussa"]) < 2


def _forget_tries():
    db.session.rollback()
    with writing():
        db.session.execute(delete(SignInTry))
        db.session.commit()


def test_ten_tries_then_a_polite_refusal_that_passes(house, visit):
    with_password(house, "moussa")
    for _ in range(10):
        assert signs_in(visit(), "moussa", WRONG).status_code == 200
    refused = signs_in(visit(), "moussa", PASSWORD)
    assert refused.status_code == 429 and "Attendez quelques minutes" in refused.text
    visitor = visit()
    answer = later(timedelta(minutes=5, seconds=1), visitor.client.post, "/sign-in/",
                   data={"login": "moussa", "password": PASSWORD})
    assert answer.status_code == 302


def test_a_refused_try_does_not_prolong_the_wait(house, visit):
    with_password(house, "moussa")
    for _ in range(10):
        signs_in(visit(), "moussa", WRONG)
    visitor = visit()
    for minutes in (1, 3, *[4] * 10):
        answer = later(timedelta(minutes=minutes), visitor.client.post, "/sign-in/",
                       data={"login": "moussa", "password": WRONG})
        assert answer.status_code == 429
    answer = later(timedelta(minutes=5, seconds=1), visitor.client.post, "/sign-in/",
                   data={"login": "moussa", "password": PASSWORD})
    assert answer.status_code == 302


def test_a_login_that_does_not_exist_is_throttled_alike(house, visit):
    answers = [signs_in(visit(), "nobody", WRONG).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_tries_made_at_once_are_counted_one_by_one(house, app):
    with_password(house, "moussa")
    db.session.rollback()
    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(lambda _: signs_in(Visitor(app), "moussa", WRONG).status_code, range(16)))
    assert sorted(answers) == [200] * 10 + [429] * 6


def test_somebody_elses_tries_keep_nobody_else_out(house, visit):
    for login in ("moussa", "awa"):
        with_password(house, login)
    signed_in = visit("moussa")
    for _ in range(12):
        signs_in(visit(), "moussa", WRONG)
    assert signs_in(visit(), "awa").status_code == 302
    assert signed_in.get("/account/").status_code == 200


def test_a_success_clears_the_tries_and_old_ones_are_deleted(house, visit):
    with_password(house, "moussa")
    for _ in range(9):
        signs_in(visit(), "moussa", WRONG)
    assert signs_in(visit(), "moussa").status_code == 302
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(SignInTry)) == 0
    signs_in(visit(), "moussa", WRONG)
    later(timedelta(minutes=6), visit().client.post, "/sign-in/", data={"login": "awa", "password": WRONG})
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(SignInTry)) == 1


def test_the_first_code_lets_in_once_and_chooses_the_password(house, visit):
    with_code(house, "moussa")
    visitor = visit()
    assert visitor.post("/first-entry/", entry(code="k7pqm-3xwzd ")).status_code == 302
    assert visitor.get("/account/").status_code == 200
    assert "inexact" in visit().post("/first-entry/", entry(password="un autre mot bien long")).text
    assert signs_in(visit(), "moussa", NEW).status_code == 302


def test_a_first_entry_sent_twice_enters(house, visit):
    with_code(house, "moussa")
    assert [visit().post("/first-entry/", entry()).status_code for _ in range(2)] == [302, 302]


@pytest.mark.parametrize("told", [
    entry(code="K7PQM3XWZA"), entry(login="nobody"), entry(login="awa"), entry(code="")])
def test_a_wrong_code_chooses_nothing(house, visit, told):
    with_code(house, "moussa")
    assert visit().post("/first-entry/", told).status_code == 200
    assert signs_in(visit(), "moussa", NEW).status_code == 200


def test_a_code_left_lying_too_long_or_of_a_closed_access_is_dead(house, visit):
    with_code(house, "moussa")
    late = later(timedelta(days=14, minutes=1), visit().client.post, "/first-entry/", data=entry())
    assert late.status_code == 200 and "trop vieux" in late.text
    assert later(timedelta(days=13), visit().client.post, "/first-entry/", data=entry()).status_code == 302
    with_code(house, "awa")
    visit("admin").post("/people/awa/deactivate/")
    assert visit().post("/first-entry/", entry(login="awa")).status_code == 200


def test_codes_are_not_guessed_faster_than_passwords(house, visit):
    with_code(house, "moussa")
    answers = [visit().post("/first-entry/", entry(code=f"AAAAA2222{n}")).status_code for n in range(2, 10)]
    answers += [signs_in(visit(), "moussa", WRONG).status_code for _ in range(2)]
    assert answers == [200] * 10
    assert visit().post("/first-entry/", entry()).status_code == 429


@pytest.mark.parametrize("password", [
    "court", "Moussa12345", "moussa1234", "motdepasse2024", "mot de passe", "1234567890", "aaaaaaaaaaaa",
    "azertyuiop", "- - - - - - -", "x" * 201, "", "clé\x00secrète"])
def test_a_weak_or_odd_password_is_refused_beside_its_field(house, visit, password):
    with_code(house, "moussa")
    answer = visit().post("/first-entry/", entry(password=password))
    assert answer.status_code == 200 and "password_new-error" in answer.text
    assert not password or f'value="{password}"' not in answer.text


@pytest.mark.parametrize("password", ["le marigot de Farako " * 9, "ߒߞߏ ߞߊ߲ ߓߟߏߦߊ", "ɛ ɔ ɲ ŋ cinq mots"])
def test_a_long_phrase_and_every_script_are_welcome(house, visit, password):
    with_code(house, "moussa")
    assert visit().post("/first-entry/", entry(password=password)).status_code == 302
    assert signs_in(visit(), "moussa", password).status_code == 302
    assert signs_in(visit(), "moussa", password[:-2]).status_code == 200


def test_a_password_typed_differently_twice_is_refused(house, visit):
    with_code(house, "moussa")
    assert "diffèrent" in visit().post("/first-entry/", entry(again=NEW + "x")).text


def test_passwords_are_kept_as_argon2id_with_the_agreed_cost():
    kept = passwords.hash_password(NEW)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.NOBODYS.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.fits(NEW, kept) and not passwords.fits(WRONG, kept)
    assert not passwords.fits("", None) and not passwords.fits(NEW, "not a hash")
    assert passwords.hash_password(NEW) != kept
    assert passwords.hash_password(NEW, b"seed") == passwords.hash_password(NEW, b"seed")


def test_codes_are_long_enough_and_easy_to_read_out():
    codes = {passwords.one_time_code() for _ in range(500)}
    assert len(codes) == 500 and all(len(code) == 10 for code in codes)
    assert not set("".join(codes)) & set("01OIL")
    assert passwords.bare_code(passwords.said_code("K7PQM3XWZD").lower()) == "K7PQM3XWZD"


def test_a_code_that_was_replaced_meanwhile_opens_nothing():
    with pytest.raises(BrokenRule):
        rules.still_proven("old", None, "new", True)
    with pytest.raises(BrokenRule):
        rules.still_proven(None, None, None, True)
    with pytest.raises(BrokenRule):
        rules.still_proven("hash", "hash", None, False)


@pytest.mark.parametrize("wanted", [
    "https://evil.example/account/", "//evil.example/account/", "/\\evil.example/account/",
    "/\t/evil.example/account/", "http://localhost/account/", "https://evil.example/", "//evil.example",
    "/\\evil.example", "\\/evil.example", "/\t/evil.example", "javascript:1", "/%0d%0aSet-Cookie:x=1",
    "http:/evil.example", "///evil.example", "/account/\n", "/nothing/here/", "/sign-out/",
    "x" * 900, "/account/é", ""])
def test_nobody_is_sent_to_another_site(house, visit, wanted):
    with_password(house, "moussa")
    visitor = visit()
    answer = visitor.client.post("/sign-in/", query_string={"next": wanted},
                                 data={"login": "moussa", "password": PASSWORD})
    assert answer.status_code == 302 and answer.location == "/"
    answer = visitor.client.get("/language/fr/", query_string={"next": wanted})
    assert answer.location == "/"


def test_the_language_is_remembered_for_a_year(house, visit, monkeypatch):
    monkeypatch.setattr(language, "languages", lambda: ("fr", "en"))
    monkeypatch.setattr(language, "catalogue", lambda code: NullTranslations())
    visitor = visit()
    answer = visitor.get("/language/en/?next=/sign-in/")
    assert answer.location == "/sign-in/"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("language=en;") and "Max-Age=31536000" in cookie and "HttpOnly" in cookie
    assert '<html lang="en">' in visitor.get("/sign-in/").text
    assert '<html lang="fr">' in visit().get("/sign-in/").text
    assert "Set-Cookie" not in visit().get("/language/xx/").headers


@pytest.mark.parametrize("told", [
    {}, {"login": "\x00", "password": "\x00"}, {"login": ["a", "b"], "password": ["c", "d"]},
    {"login": "a" * 100_000, "password": "b" * 100_000}, {"login": "moussa"}, {"password": "x"},
    {"login": "' OR 1=1 --", "password": "' OR 1=1 --"}, {"login": "<script>", "password": "x"},
    {"login": "\ud800".encode("utf-8", "surrogatepass"), "password": "x"}])
def test_odd_sign_ins_break_nothing(house, visit, told):
    for address in ("/sign-in/", "/first-entry/"):
        answer = visit().post(address, told)
        assert answer.status_code in (200, 400, 413)
        assert "<script>" not in answer.text


def test_no_login_and_no_password_reach_the_log(house, visit, caplog):
    with_password(house, "moussa")
    with caplog.at_level(logging.INFO):
        for _ in range(12):
            signs_in(visit(), "moussa", WRONG)
        with_code(house, "awa")
        visit().post("/first-entry/", entry(login="awa"))
    told = caplog.text
    assert "too many tries" in told
    assert not any(secret in told for secret in ("moussa", "awa", WRONG, NEW, CODE, PASSWORD))


def test_the_short_public_list_is_all_that_strangers_get(house, app):
    stranger, opened = Visitor(app), set()
    for rule in app.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, 1 if "<int" in rule.rule else "x")
        with app.test_request_context():
            address = url_for(rule.endpoint, **values)
        for method in sorted(rule.methods):
            answer = stranger.client.open(address, method=method)
            to_sign_in = answer.status_code == 302 and answer.location.startswith("/sign-in/")
            if not to_sign_in and answer.status_code != 404:
                opened.add(rule.endpoint)
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert opened <= {"static", "accounts.sign_in", "accounts.first_entry", "accounts.choose_language",
                      "web.healthz", "web.readyz", "papers.check"}
