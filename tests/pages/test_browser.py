"""In a real browser: no barrier that axe can find, nothing scrolls sideways, at any size, in any language."""

import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser: axe and widths are not checked (install chromium)"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE, NARROW, DESKTOP = 390, 320, 1440


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
        context = browser.new_context(viewport={"width": width, "height": 800}, base_url=demo.address)
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


def one_page_of_each(demo) -> dict[str, tuple[str, str]]:
    """For each endpoint, one person who reaches it and the longest page they see there."""
    return {endpoint: (login, address) for (login, endpoint), address in demo.pages.items()}


def barriers(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the open page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{barrier['id']}: {node['target']}" for barrier in found for node in barrier["nodes"]]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_of_the_demo_has_a_barrier(demo, opened, language, width):
    looked_at, found = {}, {}
    for login, address in one_page_of_each(demo).values():
        page = looked_at.setdefault(login, opened(login, language, width))
        page.goto(address)
        if wrong := barriers(page):
            found[address] = wrong
    assert found == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(demo, opened, language):
    looked_at, wide = {}, {}
    for login, address in one_page_of_each(demo).values():
        page = looked_at.setdefault(login, opened(login, language, NARROW))
        page.goto(address)
        for folded in page.query_selector_all("details"):
            folded.evaluate("one => one.open = true")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW:
            wide[address] = width
    assert wide == {}


@pytest.mark.parametrize("width", [NARROW, DESKTOP])
def test_pages_for_nobody_and_pages_of_refusal_have_no_barrier(demo, opened, width):
    nobody, somebody = opened(None, "fr", width), opened("moussa", "fr", width)
    for page, address in ((nobody, "/sign-in/"), (nobody, "/first-entry/"), (somebody, "/disputes/XXX-2026-0001/"),
                          (somebody, "/journal/"), (somebody, "/nowhere/")):
        page.goto(address)
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_form_sent_back_with_its_errors_has_no_barrier(demo, opened):
    page = opened("moussa", "fr", NARROW)
    page.goto("/disputes/new/")
    with page.expect_navigation():
        page.locator("form[method=post] button.filled").last.click()
    assert page.title().startswith("Erreur")
    assert page.evaluate("document.activeElement.closest('.summary, .errors, [tabindex]') !== null")
    assert barriers(page) == []


def test_no_page_breaks_its_own_content_policy(demo, opened):
    page = opened("moussa", "fr", DESKTOP)
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for (login, _), address in demo.pages.items():
        if login == "moussa":
            page.goto(address)
    assert said == []
