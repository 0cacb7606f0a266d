"""On PostgreSQL, what pages ask is planned once, not once a page."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DataError

from mediation.kernel.db import db, is_sqlite

OFTEN = 8
KEPT = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT 40 +%'")


@pytest.fixture
def asked(house):
    """Ask the same thing in one transaction after the other, each of which is taken back, as a page's is."""
    if is_sqlite():
        pytest.skip("SQLite plans in no time")

    def often() -> int:
        for number in range(OFTEN):
            db.session.execute(text("SELECT 40 + :number"), {"number": number})
            db.session.rollback()
        return db.session.scalar(KEPT)

    return often


def test_a_question_stays_planned_when_its_page_is_over(asked):
    assert asked() == 1


def test_after_an_error_nothing_stays_planned(asked):
    asked()
    with pytest.raises(DataError):
        db.session.execute(text("SELECT 1 / 0"))
    db.session.rollback()
    assert db.session.scalar(KEPT) == 0


def test_what_a_page_wrote_and_did_not_keep_is_taken_back(asked):
    db.session.execute(text("CREATE TEMPORARY TABLE written (what int) ON COMMIT PRESERVE ROWS"))
    db.session.commit()
    db.session.execute(text("INSERT INTO written VALUES (1)"))
    db.session.rollback()
    assert db.session.scalar(text("SELECT count(*) FROM written")) == 0
