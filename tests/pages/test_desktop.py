"""In a real browser, at a desk: no barrier that axe can find, also for strangers and on refusals; policies kept."""

import pytest

from tests.pages.looking import DESKTOP, IN_A_BROWSER, NARROW, barriers, barriers_of_all, lived_in, one_page_of_each

pytestmark = IN_A_BROWSER


def test_no_page_of_the_demo_has_a_barrier_at_a_desk_in_english(demo, opened):
    assert barriers_of_all(one_page_of_each(demo), opened, "en", DESKTOP) == {}


def test_no_page_that_people_live_in_has_a_barrier_at_a_desk_in_french(demo, opened):
    assert barriers_of_all(lived_in(demo), opened, "fr", DESKTOP) == {}


@pytest.mark.parametrize("width", [NARROW, DESKTOP])
def test_pages_for_nobody_and_pages_of_refusal_have_no_barrier(demo, opened, width):
    nobody, somebody = opened(None, "fr", width), opened("moussa", "fr", width)
    for page, address in ((nobody, "/sign-in/"), (nobody, "/first-entry/"), (somebody, "/disputes/XXX-2026-0001/"),
                          (somebody, "/journal/"), (somebody, "/nowhere/")):
        page.goto(address)
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_no_page_breaks_its_own_content_policy(demo, opened):
    page = opened("moussa", "fr", DESKTOP)
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for (login, _), address in demo.pages.items():
        if login == "moussa":
            page.goto(address)
    assert said == []
