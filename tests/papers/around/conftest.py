"""What the tests of papers share: a paper composed, issued and read as text."""

from io import BytesIO
from json import loads

import pytest
from pypdf import PdfReader

from mediation.acts import scope
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.papers import issuing, queries
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts

KEY = "5d0b1e4c-7a3e-4a52-9d0c-3f1a6f5e9b{:02d}"


def read(file: bytes) -> str:
    """The words of a PDF, on one line."""
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages).split())


def words_of(content) -> str:
    """Everything that a composed paper says, as text."""
    found: list[str] = []

    def gather(value) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            for one in value.values():
                gather(one)
        elif isinstance(value, list):
            for one in value:
                gather(one)

    gather(loads(content.as_json()))
    return "\n".join(found)


@pytest.fixture(autouse=True)
def reader(request):
    """Whose eyes the test reads with."""
    if "house" not in request.fixturenames:
        yield
        return
    with scope.looking_as(request.getfixturevalue("house").actor("moussa")):
        yield


@pytest.fixture
def composed(house):
    """What a paper of this kind about a row says now, in words, as somebody composes it."""
    def told(reference: str, kind: PaperKind, about: int = 0, by: str = "moussa") -> str:
        db.session.rollback()
        with scope.seen_by(house.actor(by)):
            dispute = find(reference)
            return words_of(queries.composed(kind, dispute, queries.composer_of(kind).find(dispute, about)))
    return told


@pytest.fixture
def issued(house):
    """Issue a paper; gives its row."""
    keys = iter(range(99))

    def made(reference: str, kind: PaperKind, about: int = 0, by: str = "moussa"):
        db.session.rollback()
        actor = house.actor(by)
        with scope.seen_by(actor):
            return issuing.issue(actor, find(reference), ReserveFacts(kind, about), key=KEY.format(next(keys)))
    return made
