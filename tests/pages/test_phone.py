"""In a real browser, on a phone: no barrier that axe can find, and nothing scrolls sideways, in any language."""

import re

import pytest

from tests.pages.looking import (
    IN_A_BROWSER,
    NARROW,
    PHONE,
    barriers,
    barriers_of_all,
    lived_in,
    one_page_of_each,
    unfolded,
)

pytestmark = IN_A_BROWSER


def test_no_page_of_the_demo_has_a_barrier_on_a_phone_in_french(demo, opened):
    assert barriers_of_all(one_page_of_each(demo), opened, "fr", PHONE) == {}


def test_no_page_that_people_live_in_has_a_barrier_on_a_phone_in_english(demo, opened):
    assert barriers_of_all(lived_in(demo), opened, "en", PHONE) == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(demo, opened, language):
    looked_at, wide = {}, {}
    for login, address in one_page_of_each(demo):
        if login not in looked_at:
            looked_at[login] = opened(login, language, NARROW)
        width = unfolded(looked_at[login], address).evaluate("document.documentElement.scrollWidth")
        if width > NARROW:
            wide[login, address] = width
    assert wide == {}


def test_a_form_sent_back_with_its_errors_has_no_barrier(demo, opened):
    page = opened("moussa", "fr", NARROW)
    page.goto("/disputes/new/")
    with page.expect_navigation():
        page.locator("form[method=post] button.filled").last.click()
    assert page.title().startswith("Erreur")
    assert page.evaluate("document.activeElement.closest('.summary, .errors, [tabindex]') !== null")
    assert barriers(page) == []


def test_a_form_refused_after_its_place_was_gone_to_comes_back_at_its_errors(demo, opened):
    """« Autre engagement » and the links of the error box put a place in the address: the next refusal is seen too."""
    page = opened("moussa", "fr", NARROW)
    page.set_viewport_size({"width": NARROW, "height": 640})
    page.goto(demo.pages["moussa", "agreements.record_agreement"])
    for to_a_place in ("button[name=more]", ".summary a"):
        with page.expect_navigation(url=re.compile("#")):
            page.locator(to_a_place).last.click()
        with page.expect_navigation():
            page.locator(".submit button.filled").click()
        assert page.evaluate("document.activeElement.matches('.summary')"), to_a_place
        assert page.locator(".summary h2").bounding_box()["y"] < 640, to_a_place
