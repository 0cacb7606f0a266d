"""The whole register in one file, and back, on both engines, while it is in use."""

import json
import os
import stat
import threading
import zipfile
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, select

from mediation import backup
from mediation.acts import scope
from mediation.acts.ledger import LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.disputes.models import Dispute
from mediation.kernel.db import Base, db, is_sqlite
from tests.builders import House
from tests.house.migrated import migrated_to


@pytest.fixture
def migrated(app, house, tmp_path):
    """The house, in a register that knows the migration it is at."""
    db.session.remove()
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        yield app


def digest() -> str:
    """One value for every row of every table that a backup keeps."""
    told = sha256()
    with db.engine.connect() as connection:
        for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
            if table.name not in backup.PASSING:
                for row in connection.execute(select(table).order_by(table.c.id)):
                    told.update(repr((table.name, tuple(row))).encode())
    return told.hexdigest()


def register_one(house) -> str:
    with scope.seen_by(KEEPER):
        reference = house.registered().reference
    db.session.remove()
    return reference


def refused(verb, *given, **more) -> str:
    with pytest.raises(backup.BadBackup) as broken:
        verb(*given, **more)
    return str(broken.value)


def rewritten(source: Path, target: Path, change) -> Path:
    """A copy of an archive in which `change(name, content)` is what each member holds."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def told_otherwise(**fields):
    """Change what the manifest says."""
    def change(name: str, content: bytes):
        return json.dumps({**json.loads(content), **fields}) if name == backup.MANIFEST else content

    return change


def test_what_is_restored_is_what_was_there(migrated, house, tmp_path):
    register_one(house)
    kept = Path(migrated.instance_path) / "files" / "ab"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "piece").write_bytes(b"scan")
    before = digest()
    backup.create(migrated, tmp_path / "b.zip")
    register_one(house)
    (kept / "piece").unlink()
    assert digest() != before
    backup.restore(migrated, tmp_path / "b.zip", replace=True)
    assert digest() == before
    assert (kept / "piece").read_bytes() == b"scan"
    assert register_one(house).endswith("-0002")


def test_a_backup_is_for_its_owner_only_and_holds_no_session_and_no_key(migrated, house, visit, tmp_path):
    visit("moussa").get("/")
    backup.create(migrated, tmp_path / "b.zip")
    assert stat.S_IMODE(os.stat(tmp_path / "b.zip").st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert set(archive.namelist()) <= {backup.MANIFEST, backup.DATABASE, "files/ab/piece"}
    backup.restore(migrated, tmp_path / "b.zip", replace=True)
    with db.engine.connect() as connection:
        for table in backup.PASSING:
            assert connection.execute(select(Base.metadata.tables[table])).first() is None


def test_a_backup_made_while_others_write_is_whole(migrated, house, tmp_path):
    register_one(house)
    over, done = threading.Event(), []

    def write():
        with migrated.app_context():
            while not over.is_set():
                done.append(register_one(House(house.ids)))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(done) < 3:
            over.wait(0.01)
        at_least = 1 + len(done)
        backup.create(migrated, tmp_path / "b.zip")
    finally:
        over.set()
        writer.join()
    backup.restore(migrated, tmp_path / "b.zip", replace=True)
    with scope.seen_by(KEEPER):
        disputes = list(db.session.scalars(select(Dispute)))
        entries = set(db.session.scalars(select(LedgerEntry.stream).where(LedgerEntry.act == "dispute.register")))
        assert entries == {dispute.stream for dispute in disputes}
        assert at_least <= len(disputes) <= len(done) + 1
    db.session.remove()


def test_a_register_with_disputes_is_replaced_only_when_told_so(migrated, house, tmp_path):
    backup.create(migrated, tmp_path / "b.zip")
    backup.restore(migrated, tmp_path / "b.zip")
    register_one(house)
    before = digest()
    assert "--replace" in refused(backup.restore, migrated, tmp_path / "b.zip")
    assert digest() == before


def test_a_backup_never_writes_over_a_file(migrated, tmp_path):
    (tmp_path / "b.zip").write_text("mine")
    assert "existe déjà" in refused(backup.create, migrated, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text() == "mine"
    assert not list(tmp_path.glob(".backup-*"))


@pytest.mark.parametrize("left", [0, 1, 100, 0.5, -100, -1])
def test_a_cut_archive_is_refused_and_nothing_is_changed(migrated, tmp_path, left):
    backup.create(migrated, tmp_path / "b.zip")
    whole, before = (tmp_path / "b.zip").read_bytes(), digest()
    cut = int(len(whole) * left) if isinstance(left, float) else left if left >= 0 else len(whole) + left
    (tmp_path / "cut.zip").write_bytes(whole[:cut])
    assert "pas une sauvegarde entière" in refused(backup.restore, migrated, tmp_path / "cut.zip", replace=True)
    assert digest() == before


@pytest.mark.parametrize("where", [0.05, 0.3, 0.6, 0.9])
def test_a_damaged_archive_is_refused(migrated, tmp_path, where):
    backup.create(migrated, tmp_path / "b.zip")
    damaged, before = bytearray((tmp_path / "b.zip").read_bytes()), digest()
    damaged[int(len(damaged) * where)] ^= 0xFF
    (tmp_path / "bad.zip").write_bytes(damaged)
    refused(backup.restore, migrated, tmp_path / "bad.zip", replace=True)
    assert digest() == before


def test_a_member_that_differs_from_its_digest_is_named(migrated, tmp_path):
    backup.create(migrated, tmp_path / "b.zip")
    bad = rewritten(tmp_path / "b.zip", tmp_path / "bad.zip",
                    lambda name, content: content[:-1] + b"?" if name == backup.DATABASE else content)
    assert "abîmée (database)" in refused(backup.restore, migrated, bad, replace=True)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"engine": "oracle"}, "vient de oracle"),
        ({"format": 9}, "autre forme"),
        ({"revision": "9999"}, "plus récente"),
        ({"sha256": {}}, "pas une sauvegarde"),
        ({"sha256": {"database": "0"}}, "abîmée"),
        ({"sha256": {"database": "0", "../x": "0"}}, "pas une sauvegarde"),
        ({"created_at": "hier"}, "pas une sauvegarde"),
        ({"sha256": 7}, "pas une sauvegarde"),
    ],
)
def test_an_archive_that_tells_something_else_is_refused(migrated, tmp_path, fields, sentence):
    backup.create(migrated, tmp_path / "b.zip")
    bad = rewritten(tmp_path / "b.zip", tmp_path / "bad.zip", told_otherwise(**fields))
    before = digest()
    assert sentence in refused(backup.restore, migrated, bad, replace=True)
    assert digest() == before


def test_a_member_never_lands_outside_its_folder(migrated, tmp_path):
    backup.create(migrated, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as old:
        manifest, content = json.loads(old.read(backup.MANIFEST)), old.read(backup.DATABASE)
    for name in ("files/../../escaped", "/tmp/escaped", "other"):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
            bad.writestr(backup.DATABASE, content)
            bad.writestr(name, b"x")
            told = {"database": manifest["sha256"]["database"], name: sha256(b"x").hexdigest()}
            bad.writestr(backup.MANIFEST, json.dumps({**manifest, "sha256": told}))
        assert "pas une sauvegarde" in refused(backup.restore, migrated, tmp_path / "bad.zip", replace=True)
    assert not list(tmp_path.rglob("escaped"))


def test_an_old_file_that_is_no_archive_is_refused(migrated, tmp_path):
    for content in (b"", b"hello", os.urandom(5000)):
        (tmp_path / "x").write_bytes(content)
        assert "pas une sauvegarde" in refused(backup.restore, migrated, tmp_path / "x")


@contextmanager
def opened_elsewhere():
    """Another program that reads the same database."""
    other = create_engine(db.engine.url, poolclass=NullPool)
    with other.connect() as connection:
        connection.execute(select(Base.metadata.tables["dispute"])).all()
        yield


def test_a_register_that_is_open_elsewhere_is_not_replaced(migrated, house, tmp_path):
    register_one(house)
    backup.create(migrated, tmp_path / "b.zip")
    with opened_elsewhere():
        assert "ouvert ailleurs" in refused(backup.restore, migrated, tmp_path / "b.zip", replace=True)
    backup.restore(migrated, tmp_path / "b.zip", replace=True)


def test_a_missing_tool_is_told_in_one_sentence(migrated, tmp_path, monkeypatch):
    if is_sqlite():
        pytest.skip("SQLite needs no tool")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Il manque l’outil pg_dump" in refused(backup.create, migrated, tmp_path / "b.zip")


def test_the_commands_say_what_they_did_and_end_in_one_line_otherwise(migrated, house, tmp_path):
    register_one(house)
    runner, file = migrated.test_cli_runner(), str(tmp_path / "b.zip")
    assert "Sauvegarde faite" in runner.invoke(args=["backup", "create", file]).output
    again = runner.invoke(args=["backup", "create", file])
    assert again.exit_code == 1 and again.output.startswith("Error: ")
    assert runner.invoke(args=["backup", "restore", file]).exit_code == 1
    assert "Le registre est revenu" in runner.invoke(args=["backup", "restore", file, "--replace"]).output
    assert runner.invoke(args=["backup", "restore", str(tmp_path / "none")]).exit_code == 2
