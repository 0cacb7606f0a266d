"""The demo, served as it is to people, and every page of it that each role can reach by its links."""

import contextvars
import os
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from flask_migrate import upgrade
from waitress.server import create_server
from werkzeug.exceptions import HTTPException

from mediation import create_app
from mediation.demo.commands import fill
from mediation.demo.people import PASSWORD
from mediation.kernel import marks
from tests.pages.looking import CHROMIUM

ROLES = ("awa", "moussa", "bakary", "kadia", "fanta", "salimata", "yaya", "nana", "admin")
# Of most pages so many are opened; of these, all.
ENOUGH, WHOLE = 15, {"casefile.show", "agreements.show_agreement", "agreements.record_agreement"}
LINK = re.compile(r'<a\b[^>]*?\shref="([^"#]+)')
SECRET = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass
class Demo:
    """The served demo: where it is; for each person and endpoint, the longest page they see there, and how long."""

    app: object
    address: str
    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)

    def client(self, login: str | None = None):
        """A browser without pictures, signed in by its password."""
        client = self.app.test_client()
        if login:
            token = SECRET.search(ask(client, "/sign-in/").get_data(as_text=True))[1]
            ask(client, "/sign-in/", method="POST", data={
                "login": login, "password": PASSWORD, "csrf_token": token})
        return client


def ask(client, address: str, **more):
    """One request in a world of its own."""
    return contextvars.Context().run(client.open, address, buffered=True, **more)


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo, filled, crawled and served."""
    if os.environ.get("TEST_DATABASE_URL"):
        pytest.skip("the pages of the demo are looked at on SQLite")
    folder = tmp_path_factory.mktemp("demo")
    app = create_app(INSTANCE=folder, DATABASE_URL=f"sqlite:///{folder / 'demo.sqlite'}", OVER_HTTP=True)
    contextvars.Context().run(_furnish, app)
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    found = Demo(app, f"http://127.0.0.1:{server.effective_port}")
    for login in ROLES:
        _crawl(found, login)
    yield found
    server.close()


def _furnish(app) -> None:
    with app.app_context():
        upgrade()
        marks.mark(marks.DEMO)
        fill()
        marks.mark(marks.FILLED)


def _endpoint(demo: Demo, address: str) -> str:
    try:
        return demo.app.url_map.bind("localhost").match(urlsplit(address).path, method="GET")[0]
    except HTTPException:
        return address


def _crawl(demo: Demo, login: str) -> None:
    """Follow the links from home, every case file, of other pages enough; keep the longest page of each endpoint."""
    client, asked = demo.client(login), Counter()
    waiting, seen = ["/"], {"/"}
    while waiting:
        address = waiting.pop(0)
        asked[endpoint := _endpoint(demo, address)] += 1
        if asked[endpoint] > ENOUGH and endpoint not in WHOLE:
            continue
        answer = ask(client, address)
        if answer.status_code != 200 or answer.mimetype != "text/html":
            assert answer.status_code in (200, 302), f"{login} follows a link to {address}: {answer.status_code}"
            continue
        body = answer.get_data(as_text=True)
        if len(body) > demo.sizes.get((login, endpoint), 0):
            demo.sizes[login, endpoint], demo.pages[login, endpoint] = len(body), address
        for link in LINK.findall(body):
            link = link.replace("&amp;", "&")
            plain = urlsplit(link)
            key = plain.path
            if link.startswith("/") and not key.startswith(("/static/", "/language/")) and key not in seen:
                seen.add(key)
                waiting.append(link)


@pytest.fixture(scope="module")
def browser():
    """Chromium, started once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def opened(demo, browser):
    """Open pages as somebody of the demo, in a language, at a width."""
    contexts = []

    def as_somebody(login: str | None, language: str, width: int):
        context = browser.new_context(viewport={"width": width, "height": 2000}, base_url=demo.address)
        contexts.append(context)
        cookies = [{"name": "language", "value": language, "url": demo.address}]
        if login:
            kept = demo.client(login).get_cookie("session")
            cookies.append({"name": "session", "value": kept.value, "url": demo.address})
        context.add_cookies(cookies)
        return context.new_page()

    yield as_somebody
    for context in contexts:
        context.close()
