"""The register's tables are written by acts only, whichever way somebody tries."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, text, update

from mediation.acts import door, guard, scope
from mediation.acts.catalogue import AMEND_DISPUTE, DECLINE_DISPUTE
from mediation.acts.guard import opened, written_by
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import NotPermitted, OutsideAct
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Ending, Role, Stage
from mediation.commissions.models import Institution
from mediation.disputes import service
from mediation.disputes.kinds import DeclineReason
from mediation.disputes.models import Attempt, Dispute, Harm
from mediation.disputes.rules import DeclineFacts
from mediation.kernel.db import db, is_sqlite
from tests.acts.attacker import Attacker
from tests.builders import SAISINE

ROW = {"dispute_id": 1, "number": 9, "channel": "direct"}
RAW = (
    "UPDATE dispute SET title = 'x'", "update  Dispute set title = 'x'", "\n\t UPDATE dispute SET title = 'x'",
    "/* hello */ UPDATE dispute SET title = 'x'", "-- hello\nUPDATE dispute SET title = 'x'",
    "UPDATE/**/dispute SET title = 'x'", 'UPDATE "dispute" SET title = \'x\'', "UPDATE -- x\n dispute SET title = 'x'",
    "WITH old AS (SELECT 1) UPDATE dispute SET title = 'x'",
    "with old as (select 1) delete from dispute", "DELETE FROM dispute", "DELETE  FROM\n\"dispute\"",
    "INSERT INTO harm (dispute_id, number, kind) VALUES (1, 9, 'injured')",
    "WITH x AS (SELECT 1) INSERT INTO harm (dispute_id, number, kind) SELECT 1, 9, 'injured'",
    'UPDATE"dispute" SET title = \'x\'', 'DELETE FROM"dispute"',
    "EXPLAIN UPDATE dispute SET title = 'x'", "DELETE FROM ledger_entry", "INSERT INTO ledger_leaf (id) VALUES (1)",
)
ON_SQLITE = ("UPDATE'dispute' SET title = 'x'", "UPDATE[dispute]SET title = 'x'", "DELETE FROM`dispute`",
             "REPLACE INTO harm (id) VALUES (1)", "INSERT OR REPLACE INTO harm (id) VALUES (1)",
             "UPDATE OR IGNORE dispute SET title = 'x'", "UPDATE main.dispute SET title = 'x'",
             "UPDATE [dispute] SET title = 'x'", "UPDATE `dispute` SET title = 'x'",
             'UPDATE "main" . "dispute" SET title = \'x\'')
ON_POSTGRESQL = ("UPDATE ONLY dispute SET title = 'x'", 'UPDATE "public"."dispute" SET title = \'x\'',
                 "TRUNCATE dispute CASCADE", "TRUNCATE TABLE counter, dispute CASCADE",
                 "SELECT 1; UPDATE dispute SET title = 'x'", "COPY harm FROM STDIN",
                 "MERGE INTO dispute USING counter ON true WHEN MATCHED THEN DELETE",
                 "EXPLAIN ANALYZE DELETE FROM dispute")


@pytest.fixture
def number(house) -> int:
    """A dispute, by its row."""
    number = house.registered().id
    db.session.rollback()
    return number


def title() -> str:
    with db.engine.connect() as connection:
        return connection.scalar(text("SELECT title FROM dispute"))


def test_raw_statements_are_refused_however_they_are_dressed(house, number):
    for statement in (*RAW, *(ON_SQLITE if is_sqlite() else ON_POSTGRESQL)):
        with pytest.raises(OutsideAct):
            db.session.execute(text(statement))
        db.session.rollback()
        with pytest.raises(OutsideAct), db.engine.connect() as connection:
            connection.exec_driver_sql(statement)
    assert title() == SAISINE.title


@pytest.mark.parametrize("statement", [
    "SELECT 1 FROM dispute FOR UPDATE OF dispute",
    "INSERT INTO counter (series) VALUES ('x') ON CONFLICT DO UPDATE SET last = 1",
    "DELETE FROM open_session WHERE account_id IN (SELECT id FROM account)", "UPDATE open_session SET locked = true",
    "CREATE TRIGGER a BEFORE UPDATE ON dispute", "INSERT INTO kept_form (account_id) SELECT id FROM account",
])
def test_what_writes_elsewhere_is_let_through(statement, house):
    assert not written_by(statement) & guard.guarded_tables()


def test_core_and_bulk_writes_are_refused(house, number):
    tries = (
        lambda: db.session.execute(update(Dispute).values(title="x")),
        lambda: db.session.execute(delete(Attempt)),
        lambda: db.session.execute(insert(Attempt), [ROW]),
        lambda: db.session.execute(insert(Attempt.__table__).values(ROW)),
        lambda: db.session.execute(update(Dispute.__table__).values(title="x")),
        lambda: db.session.execute(delete(Dispute.__table__)),
        lambda: db.session.bulk_insert_mappings(Attempt, [ROW]),
        lambda: db.session.bulk_update_mappings(Dispute, [{"id": number, "title": "x", "act_count": 1}]),
        lambda: db.session.bulk_save_objects([Attempt(**ROW)]),
        lambda: db.session.query(Dispute).update({"title": "x"}),
        lambda: db.session.query(Dispute).delete(),
    )
    for attempt in tries:
        with scope.seen_by(KEEPER), pytest.raises(OutsideAct):
            attempt()
        db.session.rollback()
    assert title() == SAISINE.title and Attacker(db.engine).count("attempt") == 0


def test_rows_that_are_added_changed_or_deleted_outside_an_act_are_refused(house, number):
    with scope.seen_by(KEEPER):
        for spoil in (lambda dispute: setattr(dispute, "title", "x"), db.session.delete,
                      lambda dispute: db.session.add(Attempt(dispute=dispute, number=1, channel="direct"))):
            spoil(db.session.get(Dispute, number))
            with pytest.raises(OutsideAct):
                db.session.commit()
            db.session.rollback()
    assert title() == SAISINE.title


def test_within_an_act_nothing_is_deleted(house, number):
    with scope.seen_by(KEEPER), opened(AMEND_DISPUTE):
        db.session.delete(db.session.get(Dispute, number))
        with pytest.raises(OutsideAct, match="never deleted"):
            db.session.flush()
        db.session.rollback()


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, "closed", "anything", None])
def test_an_act_sets_no_stage_that_it_does_not_lead_to(stage, house, number):
    with scope.seen_by(KEEPER), opened(DECLINE_DISPUTE):
        dispute = db.session.get(Dispute, number)
        dispute.stage = stage
        with pytest.raises(OutsideAct, match="does not lead"):
            db.session.flush()
        db.session.rollback()


def test_the_ledger_row_says_what_an_expired_row_held_before(house, number):
    with scope.seen_by(KEEPER), opened(AMEND_DISPUTE) as work:
        dispute = db.session.get(Dispute, number)
        db.session.expire(dispute)
        dispute.title = "Autre"
        db.session.flush()
        assert work.changes[("dispute", number)] == {"title": [SAISINE.title, "Autre"]}
        db.session.rollback()


def test_what_a_default_fills_in_is_told_too(house, number):
    with scope.seen_by(KEEPER), opened(AMEND_DISPUTE) as work:
        db.session.add(Institution(code="ZZZ", name="Z", kind="commune_commission", path="Z/"))
        db.session.flush()
        (told,) = work.changes.values()
        assert told["summons_word"][1] is not None
        db.session.rollback()


def test_nothing_stays_open_after_fifty_failures(house, number, monkeypatch):
    facts = DeclineFacts(DeclineReason.COMPETENCE)
    before = Attacker(db.engine).count("ledger_entry")

    def fails(*given, **more):
        raise ZeroDivisionError

    monkeypatch.setattr(door.ledger, "append", fails)
    for _ in range(50):
        with scope.seen_by(KEEPER):
            dispute = db.session.get(Dispute, number)
        with pytest.raises(ZeroDivisionError):
            service.decline_dispute(house.actor("moussa"), dispute, facts)
    assert guard._opened.get() is None and door._current.get() is None and scope._sight.get() is None
    with pytest.raises(OutsideAct):
        db.session.execute(text("UPDATE dispute SET title = 'x'"))
    db.session.rollback()
    assert Attacker(db.engine).count("ledger_entry") == before
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT stage, ending, act_count FROM dispute")).one() == ("registered", None, 1)


def test_a_row_read_in_another_session_is_not_acted_upon(house, number):
    with scope.seen_by(KEEPER):
        dispute = db.session.get(Dispute, number)
        db.session.expunge_all()
    with pytest.raises(OutsideAct, match="another session"):
        service.decline_dispute(house.actor("moussa"), dispute, DeclineFacts(DeclineReason.COMPETENCE))
    assert title() == SAISINE.title


def test_refused_attempts_are_written_down_at_most_so_many_an_hour(house, number, monkeypatch):
    monkeypatch.setattr(door, "REFUSALS_KEPT_AN_HOUR", 3)
    stranger = house.actor("kadia")
    for _ in range(7):
        with scope.seen_by(KEEPER):
            dispute = db.session.get(Dispute, number)
        with pytest.raises(NotPermitted):
            service.decline_dispute(stranger, dispute, DeclineFacts(DeclineReason.COMPETENCE))
    stream = f"account:{stranger.id}"
    acts = list(db.session.scalars(select(LedgerEntry.act).where(LedgerEntry.stream == stream)))
    assert acts == ["act.refused"] * 3


def test_one_key_serves_one_act_of_one_person_on_one_thing(house, number):
    from mediation.acts.refusals import KeyReused
    from mediation.acts.strike import StrikeFacts
    from mediation.disputes.kinds import HarmKind
    from mediation.disputes.rules import HarmFacts

    key, moussa, why = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11", house.actor("moussa"), StrikeFacts("erreur")
    with scope.seen_by(KEEPER):
        dispute = db.session.get(Dispute, number)
        one, other = (service.record_harm(moussa, dispute, HarmFacts(HarmKind.INJURED, count)) for count in (1, 2))
        one, other = one.id, other.id
        service.strike_harm(moussa, db.session.get(Harm, one), why, key=key)
        service.strike_harm(moussa, db.session.get(Harm, one), why, key=key)
        with pytest.raises(KeyReused):
            service.strike_harm(moussa, db.session.get(Harm, other), why, key=key)
        house.person("fanta", Role.SECRETARY, "MSG")
        with pytest.raises(KeyReused):
            service.strike_harm(house.actor("fanta"), db.session.get(Harm, one), why, key=key)
        assert db.session.get(Harm, other).struck_at is None


def test_an_endpoint_without_needs_stops_the_start(app):
    from flask import Flask

    from mediation.acts import gate

    bare = Flask("bare")
    bare.add_url_rule("/open/", "open", lambda: "…")
    with pytest.raises(RuntimeError, match="does not say what it needs"):
        gate.require_needs(bare)


def test_the_same_ending_cannot_be_written_twice(house, number):
    """The first of two acts that exclude each other stays as it was written."""
    with scope.seen_by(KEEPER):
        dispute = db.session.get(Dispute, number)
    service.decline_dispute(house.actor("moussa"), dispute, DeclineFacts(DeclineReason.COMPETENCE))
    with pytest.raises(Exception, match="dispute.decline"):
        service.decline_dispute(house.actor("moussa"), dispute,
                                replace(DeclineFacts(DeclineReason.COMPETENCE), words="x"))
    with scope.seen_by(KEEPER):
        assert db.session.get(Dispute, number).ending is Ending.DECLINED
