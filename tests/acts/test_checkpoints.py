"""Signed checkpoints over all entries: what they cover cannot be cut, emptied or rewritten unnoticed."""

import base64
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from mediation.acts import ledger
from mediation.kernel import merkle
from mediation.kernel.db import db
from mediation.kernel.sealing import BadNote, kept_key
from tests.acts.attacker import Attacker

STREAM = "(SELECT stream FROM ledger_entry WHERE dispute_id = 1 AND seq = 1)"


@pytest.fixture
def said(app, house):
    """`flask ledger …`: its exit code and its words."""

    def run(*words) -> tuple[int, str]:
        db.session.rollback()
        db.session.expunge_all()
        result = app.test_cli_runner().invoke(args=["ledger", *map(str, words)])
        return result.exit_code, result.output

    return run


@pytest.fixture
def note(house, said, tmp_path) -> Path:
    """A checkpoint over a register with two disputes."""
    house.registered()
    house.registered(title="Puits de Kabala")
    file = tmp_path / "checkpoint"
    code, words = said("checkpoint", file)
    assert code == 0, words
    return file


def test_a_checkpoint_is_a_signed_note_that_anybody_can_check(note, app, said):
    origin, size, root, blank, signature = note.read_text().splitlines()
    name, number, key = said("key")[1].strip().split("+", 2)
    raw = base64.b64decode(key)
    mark, signer, signed = signature.split(" ")
    assert (mark, signer, origin, blank) == ("—", name, name, "")
    assert raw[:1] == b"\x01" and number == sha256(f"{name}\n".encode() + raw).hexdigest()[:8]
    assert base64.b64decode(signed)[:4].hex() == number and len(base64.b64decode(signed)) == 68
    with db.engine.connect() as connection:
        hashes = connection.scalars(text(
            "SELECT e.hash FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry_id ORDER BY l.id")).all()
    assert int(size) == len(hashes) == Attacker(db.engine).count("ledger_entry") > 20
    assert base64.b64decode(root) == _tree([bytes(one) for one in hashes])


def _tree(leaves: list[bytes]) -> bytes:
    """The Merkle tree hash, by the definition of RFC 6962."""
    if len(leaves) == 1:
        return merkle.leaf(leaves[0])
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return merkle.node(_tree(leaves[:half]), _tree(leaves[half:]))


@pytest.mark.parametrize("size", [*range(1, 40), 64, 65, 100])
def test_a_grown_tree_has_the_root_of_the_definition(size):
    leaves, peaks = [bytes([number]) * 32 for number in range(size)], []
    for one in leaves:
        merkle.push(peaks, merkle.leaf(one))
    assert merkle.root(peaks) == _tree(leaves)


def test_the_key_is_made_once_and_read_by_its_owner_only(note, app, said):
    path = Path(app.config["LEDGER_KEY"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert said("key") == said("key")


def test_a_covered_register_is_intact_and_goes_on_growing(note, house, said):
    assert said("verify", "--checkpoint", note)[0] == 0
    house.registered(title="Troisième")
    assert said("verify", "--checkpoint", note)[0] == 0
    before = note.read_text()
    code, words = said("checkpoint", note)
    assert code == 0 and note.read_text() == words != before
    old = note.with_name("old")
    old.write_text(before)
    assert said("verify", "--checkpoint", old)[0] == said("verify", "--checkpoint", note)[0] == 0


def test_nothing_new_signs_nothing_new(note, said):
    before = note.read_text()
    assert said("checkpoint", note)[0] == 0
    assert note.read_text() == before and Attacker(db.engine).count("ledger_checkpoint") == 1


def test_an_entry_with_a_lower_number_that_came_late_is_listed(note, house, said):
    """A slow transaction commits below a number that others have passed."""
    Attacker(db.engine).run("DELETE FROM ledger_leaf WHERE id > 3", "DELETE FROM ledger_checkpoint")
    Attacker(db.engine).run("DELETE FROM ledger_leaf WHERE id = 3", "DELETE FROM ledger_leaf")
    fresh = note.with_name("fresh")
    assert said("checkpoint", fresh)[0] == 0
    ids = "SELECT count(*) FROM ledger_entry e LEFT JOIN ledger_leaf l ON l.entry_id = e.id WHERE l.id IS NULL"
    with db.engine.connect() as connection:
        assert connection.scalar(text(ids)) == 0


LAST = f"SELECT max(seq) FROM ledger_entry WHERE stream = {STREAM}"
ATTACKS = {
    "the last row of a stream": [f"DELETE FROM ledger_entry WHERE stream = {STREAM}",
                                 "UPDATE dispute SET act_count = 0 WHERE id = 1"],
    "a whole stream with its rows": [f"DELETE FROM ledger_entry WHERE stream = {STREAM}",
                                     "DELETE FROM dispute WHERE id = 1"],
    "the end of the house's stream": ["DELETE FROM ledger_entry WHERE id = (SELECT max(id) FROM ledger_entry"
                                      " WHERE stream = 'admin')"],
    "the emptied ledger": ["DELETE FROM ledger_entry"],
    "everything emptied": ["DELETE FROM ledger_detail", "DELETE FROM ledger_entry", "DELETE FROM ledger_leaf",
                           "DELETE FROM ledger_checkpoint", "DELETE FROM dispute", "DELETE FROM role",
                           "DELETE FROM account", "DELETE FROM institution", "DELETE FROM place_name",
                           "DELETE FROM place"],
    "the leaves emptied": ["DELETE FROM ledger_leaf"],
    "the list emptied": ["DELETE FROM ledger_leaf", "DELETE FROM ledger_checkpoint"],
    "the last leaf": ["DELETE FROM ledger_leaf WHERE id = (SELECT max(id) FROM ledger_leaf)"],
    "a leaf from the middle": ["DELETE FROM ledger_leaf WHERE id = 5"],
    "two leaves that changed places": ["UPDATE ledger_leaf SET entry_id = 9001 WHERE id = 5",
                                       "UPDATE ledger_leaf SET entry_id = 5 WHERE id = 6",
                                       "UPDATE ledger_leaf SET entry_id = 6 WHERE id = 5"],
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_checkpoint_covers_cannot_be_taken_away(attack, note, said):
    Attacker(db.engine).run(*ATTACKS[attack])
    code, words = said("verify", "--checkpoint", note)
    assert code == 2, words
    if attack in ("everything emptied", "the leaves emptied", "the list emptied", "the last leaf"):
        assert said("checkpoint", note)[0] == 2


def _rewrite(attacker: Attacker) -> None:
    """The last entry of a stream in other words, with every digest and hash as it would have been."""
    with db.engine.connect() as connection:
        row = connection.execute(text(f"SELECT * FROM ledger_entry WHERE stream = {STREAM} ORDER BY seq DESC")).first()
    canon = row.canon.replace('"secretary"', '"mediator"')
    assert canon != row.canon
    sealed = ledger.seal(bytes(row.prev), row.stream, row.seq, canon)
    value = f"x'{sealed.hex()}'" if attacker.sqlite else f"'\\x{sealed.hex()}'"
    attacker.run(f"UPDATE ledger_entry SET canon = '{canon}', hash = {value} WHERE id = {row.id}")


def test_a_chain_rewritten_with_all_its_hashes_is_found_by_the_checkpoint_alone(note, said):
    with db.engine.connect() as connection:
        signed = connection.execute(text("SELECT size, made_at, root, peaks, note FROM ledger_checkpoint")).all()
    assert signed
    _rewrite(Attacker(db.engine))
    assert said("verify", "--checkpoint", note)[0] == 2
    Attacker(db.engine).run("DELETE FROM ledger_checkpoint", "DELETE FROM ledger_leaf")
    assert said("verify")[0] == 0
    assert said("verify", "--checkpoint", note)[0] == 2
    assert said("checkpoint", note)[0] == 2


def test_peaks_that_do_not_give_the_signed_root_are_not_signed_over(note, house, said):
    house.registered(title="Troisième")
    db.session.rollback()
    Attacker(db.engine).run("UPDATE ledger_checkpoint SET peaks = replace(peaks, 'a', 'b')")
    before = note.read_text()
    assert said("checkpoint", note)[0] == 2
    assert note.read_text() == before


def test_a_note_by_another_key_or_no_note_at_all_answers_nothing(note, said, tmp_path):
    other = kept_key(tmp_path / "other-key")
    note.write_text(other.sign(1, b"x" * 32))
    assert said("verify", "--checkpoint", note)[0] == said("checkpoint", note)[0] == 3
    note.write_text("rien")
    assert said("verify", "--checkpoint", note)[0] == 3
    assert said("verify", "--checkpoint", tmp_path / "nowhere")[0] == 3


def test_a_note_changed_by_one_letter_does_not_hold(note, app, said):
    words, public = note.read_text(), kept_key(Path(app.config["LEDGER_KEY"])).public
    public.read(words)
    for place in range(0, len(words), 7):
        if words[place] not in "\n":
            with pytest.raises(BadNote):
                public.read(words[:place] + ("A" if words[place] != "A" else "B") + words[place + 1:])
