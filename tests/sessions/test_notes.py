"""A reserved note is its author's alone; that it was opened is written down, what it says is not."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError

from mediation.acts.ledger import LedgerDetail, LedgerEntry
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Role
from mediation.disputes.queries import find_in
from mediation.kernel.db import db
from mediation.sessions import queries, rules, service
from mediation.sessions.models import ReservedNote
from tests.builders.sessions import held, reading, team

WORDS = "Le fils aîné hésite encore."


@pytest.fixture
def dispute(house):
    dispute = team(house, house.accepted())
    house.person("sekou", Role.MEDIATOR, "MSG")
    return team(house, dispute, "sekou")


def write(house, dispute, by="awa", **more):
    return service.write_note(house.actor(by), dispute, rules.NoteFacts(WORDS, **more))


def test_only_a_mediator_of_the_team_writes_a_note(house, dispute):
    for login in ("kadia", "drissa", "moussa", "bakary", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            write(house, dispute, login)
    assert write(house, dispute).author_id == house.ids["awa"]


def test_a_note_says_something_and_may_be_about_a_session(house, dispute):
    with pytest.raises(BrokenRule):
        service.write_note(house.actor("awa"), dispute, rules.NoteFacts(""))
    with pytest.raises(NotFound):
        write(house, dispute, session=4)
    done = held(house, dispute)
    assert write(house, dispute, session=done.number).session_id == done.id


def test_only_its_author_opens_a_note_and_the_opening_is_an_entry(house, dispute):
    note = write(house, dispute)
    for login in ("kadia", "moussa", "bakary", "salimata", "sekou"):
        with pytest.raises(NotPermitted):
            service.open_note(house.actor(login), note, None)
    trace = db.session.scalars(
        select(LedgerEntry.canon).where(
            LedgerEntry.stream == f"account:{house.ids['sekou']}", LedgerEntry.act == "act.refused"
        )
    ).all()
    assert json.loads(trace[-1])["refused"] == "note.open"
    service.open_note(house.actor("awa"), note, None)
    service.open_note(house.actor("awa"), note, None)
    opened = select(LedgerEntry).where(LedgerEntry.stream == dispute.stream, LedgerEntry.act == "note.open")
    assert len(db.session.scalars(opened).all()) == 2


def test_the_text_is_read_by_its_author_alone_and_loaded_by_nothing_else(house, dispute):
    write(house, dispute)
    with reading(house, dispute, "sekou") as found:
        note = find_in(ReservedNote, found, 1)
        with pytest.raises(InvalidRequestError):
            note.text  # noqa: B018
        assert queries.words_of(note, house.actor("sekou")) is None
        assert queries.words_of(note, house.actor("awa")) == WORDS
        (notice,) = queries.notes_of(found)
        assert (notice.author, notice.session_number) == ("Awa", None)
        assert WORDS not in str(vars(notice))


def test_the_text_of_a_note_is_in_no_entry_and_no_detail(house, dispute):
    note = write(house, dispute)
    service.open_note(house.actor("awa"), note, None)
    service.strike_note(house.actor("awa"), note, StrikeFacts("Plus utile"))
    for column in (LedgerEntry.canon, LedgerDetail.changes, LedgerDetail.body):
        assert not [text for text in db.session.scalars(select(column)) if "hésite" in text or WORDS in text]


def test_only_its_author_strikes_a_note_and_then_nobody_opens_it(house, dispute):
    note = write(house, dispute)
    with pytest.raises(NotPermitted):
        service.strike_note(house.actor("sekou"), note, StrikeFacts("x"))
    service.strike_note(house.actor("awa"), note, StrikeFacts("Plus utile"))
    with pytest.raises(WrongStage):
        service.open_note(house.actor("awa"), note, None)
