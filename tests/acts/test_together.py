"""Many at once: nobody fails, nothing forks, and of two acts that exclude each other one is done."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from mediation.acts import ledger, scope
from mediation.acts.verification import verify
from mediation.agreements.service import read_aloud_agreement, record_agreement
from mediation.commissions.queries import find
from mediation.disputes import service
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts
from mediation.kernel.db import db, is_sqlite
from mediation.land.service import add_object
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.parties.service import add_party
from mediation.sessions.service import record_session
from tests.acts.attacker import Attacker
from tests.acts.scenes import AGREED, FIELD, HELD, READ
from tests.acts.writers import in_processes, in_threads
from tests.builders import SAISINE

KEY = "5b0a4a2c-7c1f-4b0e-8e5c-2a3d3f6d7e11"


@pytest.fixture
def asked(house) -> dict:
    """Three disputes to write in, one of them hot, and six to be ended by whoever comes first: withdrawn or declined,
    and with an agreement that was read, withdrawn or signed."""
    numbers = [house.registered(title=f"Litige {place}").id for place in range(7)]
    numbers += [read_to_both_sides(house, f"Accord {place}") for place in range(2)]
    db.session.rollback()
    db.session.remove()
    return {"account": house.ids["moussa"], "disputes": [*numbers[:3], numbers[0], numbers[0]],
            "contested": numbers[3:]}


def read_to_both_sides(house, title: str) -> int:
    """A dispute between two people with an agreement that only wants their signatures."""
    moussa, number = house.actor("moussa"), house.registered(title=title).id
    with scope.seen_by(moussa):
        dispute = db.session.get(Dispute, number)
        for side in (1, 2):
            add_party(moussa, dispute, PartyFacts(side, PartyKind.PERSON, "Adama Coulibani"))
        add_object(moussa, dispute, FIELD)
        service.accept_dispute(moussa, dispute, AcceptFacts())
        record_session(moussa, dispute, HELD)
        read_aloud_agreement(moussa, record_agreement(moussa, dispute, AGREED), READ)
    return number


def judge(found: list[Counter], writers: int, times: int, contested: list[int]) -> None:
    """Everybody did everything, each dispute was ended once, and the ledger has neither fork nor gap."""
    total = sum(found, Counter())
    assert total["written"] == writers * times >= 60
    assert [total[f"ended {number}"] for number in contested] == [1] * len(contested)
    assert total["too late"] == (writers - 1) * len(contested)
    with db.engine.connect() as connection:
        report = verify(connection)
        assert report.verdict == 0, [str(fault) for fault in report.faults]
        forks = "SELECT count(*) FROM (SELECT stream, seq FROM ledger_entry GROUP BY stream, seq HAVING count(*) > 1) x"
        assert connection.scalar(text(forks)) == 0
        gaps = "SELECT count(*) FROM (SELECT stream FROM ledger_entry GROUP BY stream HAVING max(seq) <> count(*)) x"
        assert connection.scalar(text(gaps)) == 0
        assert connection.scalar(text("SELECT count(*) FROM harm")) == writers * times


def test_many_writers_at_once(app, house, asked):
    """16 threads on PostgreSQL, 4 processes on SQLite."""
    writers, times, how = (4, 20, in_processes) if is_sqlite() else (16, 8, in_threads)
    judge(how(app, writers, **asked, times=times), writers, times, asked["contested"])


def test_many_threads_in_one_program(app, house, asked):
    judge(in_threads(app, 6, **asked, times=10), 6, 10, asked["contested"])


def test_one_key_sent_many_times_at_once_counts_once(app, house):
    """The answer is the same for all; the register holds it once."""
    moussa = house.ids["moussa"]
    db.session.rollback()
    db.session.remove()

    def send(_place: int) -> str:
        with app.app_context():
            actor = scope.resolve(moussa, "Moussa")
            with scope.looking_as(actor):
                reference = service.register_dispute(actor, find("MSG"), SAISINE, key=KEY).reference
            db.session.remove()
            return reference

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(16)))
    assert len(answers) == 16 and len(set(answers)) == 1
    assert Attacker(db.engine).count("dispute") == 1


def test_an_entry_that_cannot_be_written_takes_its_act_with_it(app, house, monkeypatch):
    tables = ("dispute", "ledger_entry", "ledger_detail", "counter")
    before = {table: Attacker(db.engine).count(table) for table in tables}
    with db.engine.connect() as connection:
        taken = bytes(connection.scalar(text("SELECT hash FROM ledger_entry")))
    with monkeypatch.context() as change:
        change.setattr(ledger, "seal", lambda *given: taken)
        with pytest.raises(Exception, match="ledger"):
            house.registered()
    db.session.rollback()
    assert {table: Attacker(db.engine).count(table) for table in tables} == before
    assert house.registered().reference.endswith("-0001")
