"""Few bytes: every page of the demo is weighed as it travels over a slow line."""

import re

import pytest

from tests.pages.conftest import ROLES, ask

KB = 1000
FILE = re.compile(r'(?:href|src)="(/static/[^"#]+)')


def weight(client, address: str) -> int:
    """The bytes of one answer, compressed as browsers on plain lines get it."""
    return len(ask(client, address, headers={"Accept-Encoding": "gzip"}).get_data())


def files_of(client, address: str) -> set[str]:
    """The files a page asks for."""
    body = ask(client, address).get_data(as_text=True)
    return {found.replace("&amp;", "&") for found in FILE.findall(body)}


@pytest.mark.parametrize("login", ROLES)
def test_a_page_alone_is_at_most_eight_kilobytes(demo, login):
    client = demo.client(login)
    for (who, _), address in demo.pages.items():
        if who == login:
            assert weight(client, address) <= 8 * KB, f"{address}: {weight(client, address)} bytes"


@pytest.mark.parametrize("login", ROLES)
def test_a_first_visit_is_at_most_25_kilobytes_in_four_requests(demo, login):
    client = demo.client(login)
    for (who, _), address in demo.pages.items():
        if who == login:
            files = files_of(client, address)
            assert 1 + len(files) <= 4, f"{address} asks for {files}"
            whole = weight(client, address) + sum(weight(client, file) for file in files)
            assert whole <= 25 * KB, f"{address}: {whole} bytes on a first visit"


def test_the_sign_in_page_is_light(demo):
    client = demo.client()
    files = files_of(client, "/sign-in/")
    assert weight(client, "/sign-in/") + sum(weight(client, file) for file in files) <= 15 * KB


def test_the_crawl_saw_the_whole_house(demo):
    """A floor of activity: a crawl that sees little proves nothing."""
    assert len(demo.pages) > 120
    assert len({endpoint for _, endpoint in demo.pages}) > 45
