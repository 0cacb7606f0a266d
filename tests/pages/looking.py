"""Looking at the pages of the demo in a real browser: which pages, and what axe finds on them."""

import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser: axe and widths are not checked (install chromium)"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE, NARROW, DESKTOP = 390, 320, 1440


def one_page_of_each(demo) -> dict[str, tuple[str, str]]:
    """For each endpoint, one person who reaches it and the longest page they see there."""
    return {endpoint: (login, address) for (login, endpoint), address in demo.pages.items()}


def barriers(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the open page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{barrier['id']}: {node['target']}" for barrier in found for node in barrier["nodes"]]


def barriers_of_all(demo, opened, language: str, width: int) -> dict[str, list[str]]:
    """The barriers on one page of each endpoint, by address."""
    looked_at, found = {}, {}
    for login, address in one_page_of_each(demo).values():
        page = looked_at.setdefault(login, opened(login, language, width))
        page.goto(address)
        if wrong := barriers(page):
            found[address] = wrong
    return found
