"""The register against its ledger: whatever is done behind the ledger's back is found, and named."""

import re

import pytest
from sqlalchemy import text

from mediation.acts import ledger, rows, scope
from mediation.acts.faults import Report
from mediation.acts.rows import told_tables
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.verification import verify
from mediation.disputes import service
from mediation.disputes.kinds import AttemptChannel, DeclineReason, HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AttemptFacts, DeclineFacts, DisputeFacts, HarmFacts
from mediation.kernel.db import db
from tests.acts.attacker import Attacker
from tests.builders import SAISINE


@pytest.fixture
def written(house):
    """Two disputes with a few acts each, one of them refused to a stranger."""
    moussa = house.actor("moussa")
    first = house.registered()
    service.add_attempt(moussa, first, AttemptFacts(AttemptChannel.CUSTOMARY, body="Chef de Farako"))
    harm = service.record_harm(moussa, first, HarmFacts(HarmKind.INJURED, 3))
    service.strike_harm(moussa, harm, StrikeFacts("compté deux fois"))
    service.amend_dispute(moussa, first, DisputeFacts(**{**vars(SAISINE), "title": "Limite des deux champs"}))
    with pytest.raises(Exception, match="decline"):
        service.decline_dispute(house.actor("kadia"), first, DeclineFacts(DeclineReason.COMPETENCE))
    house.registered(title="Puits de Kabala")
    db.session.rollback()
    db.session.expunge_all()
    return house


@pytest.fixture
def attacker(app, written):
    return Attacker(db.engine)


@pytest.fixture
def verified(app):
    """What `ledger verify` answers: its exit code and its words."""

    def run(*options: str) -> tuple[int, str]:
        db.session.rollback()
        result = app.test_cli_runner().invoke(args=["ledger", "verify", *options])
        return result.exit_code, result.output

    return run


def test_a_register_that_only_acts_have_written_is_intact(written, verified):
    code, words = verified()
    assert code == 0 and "intact" in words, words


CHANGED = {
    "act": "UPDATE ledger_entry SET act = 'harm.record' WHERE act = 'attempt.add'",
    "actor": "UPDATE ledger_entry SET actor_id = 1 WHERE act = 'attempt.add'",
    "nobody": "UPDATE ledger_entry SET actor_id = NULL WHERE act = 'attempt.add'",
    "dispute": "UPDATE ledger_entry SET dispute_id = NULL WHERE act = 'attempt.add'",
    "moment": "UPDATE ledger_entry SET recorded_at = '2001-01-01 00:00:00.000000' WHERE act = 'attempt.add'",
    "all disputes": "UPDATE ledger_entry SET dispute_id = NULL WHERE dispute_id = 1",
    "key": "UPDATE ledger_entry SET key = 'another' WHERE act = 'attempt.add'",
    "text": "UPDATE ledger_entry SET canon = replace(canon, 'attempt.add', 'attempt.adz') WHERE act = 'attempt.add'",
    "text emptied": "UPDATE ledger_entry SET canon = '' WHERE act = 'attempt.add'",
    "hash": "UPDATE ledger_entry SET hash = substr(hash, 2) WHERE act = 'attempt.add'",
    "prev": "UPDATE ledger_entry SET prev = hash WHERE act = 'attempt.add'",
    "number": "UPDATE ledger_entry SET seq = 40 WHERE act = 'attempt.add'",
    "stream": "UPDATE ledger_entry SET stream = 'dispute:XXX-2026-0001' WHERE act = 'attempt.add'",
    "deleted": "DELETE FROM ledger_entry WHERE act = 'attempt.add'",
    "first deleted": "DELETE FROM ledger_entry WHERE seq = 1 AND dispute_id = 1",
    "detail": "UPDATE ledger_detail SET changes = replace(changes, 'Farako', 'Koba')"
              " WHERE changes LIKE '%Chef de Farako%'",
    "seal of a row": "UPDATE ledger_detail SET changes = changes || '0' WHERE changes LIKE '%Chef de Farako%'",
    "salt": "UPDATE ledger_detail SET salt = 'x' WHERE changes LIKE '%Chef de Farako%'",
    "body": "UPDATE ledger_detail SET body = 'x' WHERE changes LIKE '%Chef de Farako%'",
}


@pytest.fixture
def after(attacker):
    """What a verification finds after some statements; then they are taken back."""

    def run(*statements: str) -> Report:
        with attacker.having_run(*statements) as connection:
            return verify(connection)

    return run


def test_an_entry_changed_by_hand_is_named(after):
    for attack, statement in CHANGED.items():
        report = after(statement)
        assert report.verdict == 2, attack
        assert re.match(r"dispute:MSG-\d{4}-0001, acte [12] :", str(report.faults[0])), (attack, report.faults)


def test_an_entry_given_to_another_dispute_is_named_where_it_belongs(after):
    for other in ("NULL", "2", "999"):
        report = after(f"UPDATE ledger_entry SET dispute_id = {other} WHERE act = 'attempt.add'")
        assert "-0001, acte 2 :" in str(report.faults[0]), (other, report.faults)
    report = after("UPDATE ledger_entry SET dispute_id = 1 WHERE dispute_id = 2")
    assert report.verdict == 2 and any("dispute:2" in str(fault) or "-0002" in str(fault) for fault in report.faults)


def test_the_first_bad_entry_is_named_and_the_answer_is_2(attacker, verified):
    attacker.run(CHANGED["text"])
    code, words = verified()
    assert code == 2 and "-0001, acte 2 : Cet acte a changé" in words.splitlines()[0], words


def test_two_entries_that_changed_places_are_named(after):
    report = after(*(f"UPDATE ledger_entry SET seq = {to} WHERE seq = {of} AND dispute_id = 1"
                     for of, to in ((2, 90), (3, 2), (90, 3))))
    assert "-0001, acte 2" in str(report.faults[0])


def test_an_entry_put_in_between_is_named(after):
    columns = "act, actor_id, dispute_id, recorded_at, prev, canon"
    report = after("UPDATE ledger_entry SET seq = seq + 100 WHERE seq > 1 AND dispute_id = 1",
                   "UPDATE ledger_entry SET seq = seq - 99 WHERE seq > 100 AND dispute_id = 1",
                   f"INSERT INTO ledger_entry (id, stream, seq, key, hash, {columns}) SELECT 900, stream, 2, 'k', "
                   f"'x', {columns} FROM ledger_entry WHERE act = 'attempt.add'")
    assert "-0001, acte 2" in str(report.faults[0])


def test_a_stream_cut_below_the_count_of_its_dispute_is_named(after):
    for kept in (0, 1, 3, 4):
        report = after(f"DELETE FROM ledger_entry WHERE seq > {kept} AND dispute_id = 1")
        assert report.verdict == 2
        assert kept == 0 or f"-0001, acte {kept}" in str(report.faults[0]), report.faults


def test_the_stream_of_an_account_and_of_an_institution_count_too(attacker, verified, written):
    attacker.run("DELETE FROM ledger_entry WHERE stream LIKE 'account:%'")
    code, words = verified()
    assert code == 2 and f"account:{written.ids['kadia']}" in words, words
    attacker.run("UPDATE institution SET act_count = 7 WHERE code = 'KOB'")
    assert "commission:KOB" in verified()[1]


ROWS = {
    "a value": ("UPDATE attempt SET body = 'Chef de Koba'", "body"),
    "a value blanked": ("UPDATE attempt SET body = NULL", "body"),
    "a value never said": ("UPDATE attempt SET told = 'Il a avoué'", "told"),
    "a stage": ("UPDATE dispute SET stage = 'accepted' WHERE reference LIKE '%-0001'", "stage"),
    "who struck it": ("UPDATE harm SET struck_by = NULL", "struck_by"),
    "when it was struck": ("UPDATE harm SET struck_at = NULL", "struck_at"),
    "a count": ("UPDATE harm SET count = 30", "count"),
    "a number": ("UPDATE harm SET number = 9", "number"),
    "a role": ("UPDATE role SET role = 'administrator' WHERE role = 'mediator'", "role:"),
    "an account": ("UPDATE account SET login = 'intrus' WHERE login = 'awa'", "login"),
    "a secret": ("UPDATE account SET password_hash = 'x' WHERE login = 'awa'", "password_hash"),
    "a row deleted": ("DELETE FROM attempt", "attempt:1"),
    "a row moved": ("UPDATE attempt SET dispute_id = 2", "attempt:1"),
    "a dispute deleted": ("DELETE FROM dispute WHERE reference LIKE '%-0002'", "dispute:2"),
    "a person deleted": ("DELETE FROM role WHERE role = 'chair'", "role:"),
    "a row added": ("INSERT INTO harm (id, dispute_id, number, kind) VALUES (50, 1, 5, 'wounded')", "harm:50"),
    "a role added": ("INSERT INTO role (id, account_id, number, role, since, granted_on)"
                     " VALUES (50, 1, 9, 'administrator', '2020-01-01', '2020-01-01')", "role:50"),
    "a row of no dispute": ("INSERT INTO harm (id, dispute_id, number, kind) VALUES (50, 99, 5, 'wounded')", "harm:50"),
    "a whole dispute": ("INSERT INTO dispute (id, lead_id, reference, stage, registered_on, act_count, title, folded,"
                        " channel, kind) SELECT 70, lead_id, 'MSG-2020-0070', stage, registered_on, 0, title, folded,"
                        " channel, kind FROM dispute WHERE id = 2", "dispute:70"),
    "the count": ("UPDATE dispute SET act_count = 5 WHERE id = 2", "-0002"),
    "the number of the dispute": ("UPDATE dispute SET reference = 'MSG-2020-0070' WHERE id = 2", "dispute:2"),
}


def test_a_row_changed_behind_the_ledgers_back_is_named(after):
    for attack, (statement, named) in ROWS.items():
        report = after(statement)
        assert report.verdict == 2, attack
        assert any(named in str(fault) for fault in report.faults), (attack, report.faults)


def test_what_sqlite_alone_can_hold_is_named_too(after, attacker):
    if not attacker.sqlite:
        pytest.skip("PostgreSQL keeps the kind of a column, and no zero in a text")
    for value in ("body || char(0) || 'x'", "x'ff00'", "1.5", "CAST(body AS BLOB) || x'00'"):
        report = after(f"UPDATE attempt SET body = {value}")
        assert report.verdict == 2 and "body" in str(report.faults[0]), (value, report.faults)


def test_the_seal_of_a_row_only_saves_time(after, monkeypatch):
    """Where it does not fit (a table has got a column), the row is held against all that was ever told of it: no
    false alarm, and nothing is missed."""
    monkeypatch.setattr(rows, "row_seal", lambda *given: "of other columns")
    assert after("SELECT 1").verdict == 0
    for attack, (statement, named) in ROWS.items():
        report = after(statement)
        assert report.verdict == 2 and any(named in str(fault) for fault in report.faults), (attack, report.faults)


def test_a_register_of_before_rows_were_sealed_is_verified_all_the_same(house, app, monkeypatch):
    told = ledger._told
    monkeypatch.setattr(ledger, "_told", lambda *given: told(*given).partition("\n")[0])
    house.registered()
    db.session.rollback()
    with db.engine.connect() as connection:
        assert verify(connection).faults == []
    Attacker(db.engine).run("UPDATE dispute SET title = 'x' WHERE id = 1")
    with db.engine.connect() as connection:
        assert "title" in str(verify(connection).faults[0])


def test_a_row_that_nobody_touched_is_not_read_field_by_field(after, monkeypatch):
    read = []
    monkeypatch.setattr(rows.Said, "of_row", lambda self, dispute, row: read.append(row) or {})
    after("SELECT 1")
    assert {name.split(":")[0] for name in read} == {"account"}, "only what holds a secret goes unsealed"


def test_a_count_put_back_in_step_with_a_cut_stream_still_misses_its_rows(after):
    assert after("DELETE FROM ledger_entry WHERE seq > 3 AND dispute_id = 1",
                 "UPDATE dispute SET act_count = 3 WHERE id = 1").verdict == 2


def test_everything_gone_but_the_rows_is_found(after):
    assert after("DELETE FROM ledger_detail", "DELETE FROM ledger_entry").verdict == 2


def test_a_missing_detail_leaves_the_question_open_but_hides_no_fault_elsewhere(after):
    missing = "DELETE FROM ledger_detail WHERE changes LIKE '%Chef de Farako%'"
    report = after(missing)
    assert report.verdict == 3 and "-0001, acte 2" in str(report.faults[0])
    report = after(missing, "UPDATE dispute SET title = 'x' WHERE id = 2")
    assert report.verdict == 2 and "-0002" in str(report.faults[0])


def test_without_its_tables_nothing_can_be_told(attacker, verified):
    attacker.run("DROP TABLE ledger_detail")
    assert verified()[0] == 3


def test_bytes_that_are_no_text_are_named_not_a_crash(attacker, verified):
    if not attacker.sqlite:
        pytest.skip("PostgreSQL keeps no such text")
    attacker.run("UPDATE ledger_entry SET canon = CAST(x'ff22ff' AS TEXT) WHERE act = 'attempt.add'")
    code, words = verified()
    assert code == 2 and "-0001, acte 2" in words, words


def test_values_of_no_kind_at_all_are_named_not_a_crash(after, attacker):
    if not attacker.sqlite:
        pytest.skip("PostgreSQL keeps the kind of a column")
    for column in ("recorded_at", "actor_id", "dispute_id", "seq", "key", "act", "prev", "hash", "canon"):
        for value in ("50", "x'ff00'", "'a'", "1.5"):
            report = after(f"UPDATE ledger_entry SET {column} = {value} WHERE act = 'attempt.add'")
            assert report.verdict == 2 and "-0001, acte 2" in str(report.faults[0]), (column, value, report.faults)
    for column in ("salt", "body", "changes"):
        report = after(f"UPDATE ledger_detail SET {column} = x'ff00' WHERE changes LIKE '%Chef de Farako%'")
        assert report.verdict == 2, column


def test_a_missing_guard_is_told(attacker, verified):
    assert "ledger_entry_next" not in verified()[1]
    assert attacker.try_to(f"DROP TRIGGER ledger_entry_next{'' if attacker.sqlite else ' ON ledger_entry'}") is None
    assert "ledger_entry_next" in verified()[1]


def test_the_words_are_told_in_the_readers_language_and_first_things_first(attacker, verified):
    attacker.run(CHANGED["text"], "UPDATE dispute SET title = 'x' WHERE id = 2")
    first, *others = verified()[1].splitlines()
    assert "a changé après avoir été écrit" in first
    assert any("title" in line for line in others)


def test_every_guarded_column_can_be_read_as_the_ledger_tells_it(written):
    with db.engine.connect() as connection:
        for told in told_tables(connection.dialect.name):
            connection.execute(told.query.limit(1)).all()


def test_one_dispute_can_be_verified_alone(written, app):
    with scope.seen_by(KEEPER):
        stream = db.session.get(Dispute, 1).stream
    db.session.rollback()
    Attacker(db.engine).run("UPDATE dispute SET title = 'x' WHERE id = 1")
    with db.engine.connect() as connection:
        assert verify(connection, [stream]).verdict == 2
        other = connection.scalar(text("SELECT stream FROM ledger_entry WHERE dispute_id = 2"))
        assert verify(connection, [other]).verdict == 0
