"""Cookies go over HTTPS only, to this host only, unless the setting for a laptop without HTTPS says otherwise."""

import re

import pytest

from mediation import create_app
from mediation.kernel.db import db
from tests.builders.accounts import PASSWORD, with_password
from tests.visitor import Visitor

HTTPS, HTTP = {"base_url": "https://localhost"}, {"base_url": "http://localhost"}
PART = re.compile(r"\s*;\s*")


@pytest.fixture
def served(app, house, tmp_path):
    """The same register behind an application with cookies as they are in production, or over HTTP."""
    with_password(house, "moussa")
    apps = []

    def made(over_http: bool) -> Visitor:
        apps.append(create_app(
            INSTANCE=tmp_path, DATABASE_URL=app.config["SQLALCHEMY_DATABASE_URI"], OVER_HTTP=over_http, TESTING=True,
            SECRET_KEY=app.config["SECRET_KEY"], WTF_CSRF_ENABLED=False))
        return Visitor(apps[-1])

    yield made
    for one in apps:
        with one.app_context():
            db.engine.dispose()


def cookies_of(visitor: Visitor, **where) -> dict[str, list[str]]:
    """The cookies of somebody who signs in and of a chosen language, by name, with what they are limited by."""
    entered = visitor.post("/sign-in/", {"login": "moussa", "password": PASSWORD}, **where)
    assert entered.status_code == 302
    chosen = visitor.get("/language/en/", **where)
    told = [PART.split(line) for answer in (entered, chosen) for line in answer.headers.getlist("Set-Cookie")]
    return {first.partition("=")[0]: limits for first, *limits in told}


def test_over_https_every_cookie_is_secure_and_the_session_is_of_this_host_only(served):
    cookies = cookies_of(served(over_http=False), **HTTPS)
    assert set(cookies) == {"__Host-session", "language"}
    for limits in cookies.values():
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(limits)
        assert not [limit for limit in limits if limit.startswith("Domain")]


def test_only_the_setting_gives_cookies_that_go_over_http(served):
    assert all("Secure" in limits for limits in cookies_of(served(over_http=False), **HTTP).values())
    cookies = cookies_of(served(over_http=True), **HTTP)
    assert set(cookies) == {"session", "language"}
    for limits in cookies.values():
        assert "Secure" not in limits and {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(limits)


@pytest.mark.parametrize("over_http", [False, True])
def test_a_browser_that_came_by_https_is_told_to_stay_there(served, over_http):
    visitor = served(over_http)
    told = visitor.get("/sign-in/", **HTTPS).headers["Strict-Transport-Security"]
    assert told == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in visitor.get("/sign-in/", **HTTP).headers
