"""A paper is numbered, frozen, made once, and served as issued for ever."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from mediation.acts import scope
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.queries import find
from mediation.kernel.db import db, is_sqlite
from mediation.papers import printing, queries
from tests.builders.agreements import in_mediation
from tests.builders.papers import numbered

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b{:02d}"


@pytest.fixture
def at(house):
    return f"/disputes/{in_mediation(house).reference}/papers/"


def papers(house, at):
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return queries.papers_of(find(at.split("/")[2]))


def words(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)


def test_a_paper_is_issued_downloaded_and_checked(house, at, visit):
    secretary = visit("moussa")
    assert secretary.get(f"{at}new/receipt/0/").status_code == 200
    assert secretary.post(f"{at}new/receipt/0/", {"key": KEY.format(1)}).location == f"{at}1/"
    [paper] = papers(house, at)
    assert (paper.stage, paper.reference) == (PaperStage.CURRENT, numbered(1))
    file = secretary.get(f"{at}1/file/").data
    assert sha256(file).hexdigest() == paper.fingerprint
    assert "Récépissé de saisine" in words(file) and numbered(1) in words(file)
    assert "Ce papier est en vigueur." in visit(None).get(f"/check/{paper.code}/").text


def test_the_same_button_pressed_twice_issues_one_paper(house, at, visit):
    for _ in range(2):
        visit("moussa").post(f"{at}new/receipt/0/", {"key": KEY.format(1)})
    assert len(papers(house, at)) == 1


def test_nobody_waits_while_a_paper_is_drawn(house, at, visit, monkeypatch):
    """Neither the trial before the number is taken, nor the drawing after it, holds a lock of the database."""
    drawn, draw = [], printing.draw

    def watched(*given):
        assert not _locked(), "another person could not write now"
        drawn.append(given)
        return draw(*given)

    monkeypatch.setattr(printing, "draw", watched)
    visit("moussa").post(f"{at}new/receipt/0/", {"key": KEY.format(1)})
    assert len(drawn) == 2 and len(papers(house, at)) == 1


def _locked() -> bool:
    """Whether somebody holds the one lock of writers, or on PostgreSQL the lock of a stream."""
    if not is_sqlite():
        with db.engine.connect() as other:
            return bool(other.scalar(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
                                          "(SELECT oid FROM pg_database WHERE datname = current_database())")))
    with closing(sqlite3.connect(db.engine.url.database, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        other.execute("ROLLBACK")
    return False
