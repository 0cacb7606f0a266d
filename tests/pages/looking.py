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


# Where each role sees a page of its own.
LIVED_IN = {"casefile.home", "casefile.list_disputes", "casefile.show", "agreements.show_agreement"}


def lived_in(demo) -> list[tuple[str, str]]:
    """The pages that people live in, as each of them sees them: who, and where."""
    return [(login, address) for (login, endpoint), address in demo.pages.items() if endpoint in LIVED_IN]


def one_page_of_each(demo) -> list[tuple[str, str]]:
    """The longest page of every endpoint, and who sees it, beside the pages that people live in."""
    longest = {}
    for (login, endpoint), address in demo.pages.items():
        size = demo.sizes[login, endpoint]
        if endpoint not in LIVED_IN and size > longest.get(endpoint, (0,))[0]:
            longest[endpoint] = size, login, address
    return lived_in(demo) + [(login, address) for _, login, address in longest.values()]


def unfolded(page, address: str):
    """The page at this address, with all that is folded open."""
    page.goto(address)
    for folded in page.query_selector_all("details"):
        folded.evaluate("one => one.open = true")
    return page


def barriers(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the open page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{barrier['id']}: {node['target']}" for barrier in found for node in barrier["nodes"]]


def barriers_of_all(pages: list[tuple[str, str]], opened, language: str, width: int) -> dict[tuple, list[str]]:
    """The barriers on these pages, by who sees them and where."""
    looked_at, found = {}, {}
    for login, address in pages:
        if login not in looked_at:
            looked_at[login] = opened(login, language, width)
        if wrong := barriers(unfolded(looked_at[login], address)):
            found[login, address] = wrong
    return found
