"""What was issued is served as it was, whatever becomes of the dispute, the program and the machine; or not at all."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask_migrate import downgrade, upgrade

from mediation import backup, create_app
from mediation.acts import scope
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.kinds import Resource
from mediation.disputes.queries import find
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.papers import checking
from mediation.papers.commands import cli
from tests.house.migrated import migrated_to
from tests.house.source import ROOT
from tests.visitor import Visitor

FLIPS = 10_000
CREATED = 'op.create_table(\n        "paper",'


@pytest.fixture
def file(papers) -> bytes:
    """The minutes, as they were served on the day they were issued."""
    assert papers.issue().status_code == 302
    return papers.file().data


def changed(papers) -> None:
    """Something of the dispute is told otherwise."""
    with scope.seen_by(papers.house.actor("moussa")):
        add_object(papers.house.actor("moussa"), find(papers.reference), ObjectFacts(Resource.WELL, "Un puits oublié."))
    db.session.remove()


def test_a_paper_stays_when_the_dispute_has_changed_and_a_new_version_is_there(papers, file):
    changed(papers)
    assert papers.file().data == file
    assert "Le dossier a changé depuis." in papers.visit("moussa").get(f"{papers.at}1/").text
    papers.issue()
    assert papers.file().data == file and papers.file(2).data != file
    assert [one.stage for one in papers.all()] == [PaperStage.SUPERSEDED, PaperStage.CURRENT]


def test_a_paper_is_never_drawn_again(papers, file, monkeypatch):
    monkeypatch.setattr("mediation.papers.printing.draw", None)
    assert papers.file().data == file


def test_a_paper_stays_after_a_migration_down_and_up(papers, file):
    db.session.remove()
    db.engine.dispose()
    downgrade(revision=_of_papers())
    upgrade()
    assert papers.file().data == file


def _of_papers() -> str:
    """The migration that made the table of papers: every later one is undone, and made again."""
    made = next(path for path in (ROOT / "migrations" / "versions").glob("*.py") if CREATED in path.read_text())
    return made.stem.partition("_")[0]


def test_a_paper_stays_after_a_restart(papers, file, app):
    again = create_app(
        INSTANCE=Path(app.instance_path), TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
        DATABASE_URL=app.config["SQLALCHEMY_DATABASE_URI"], OVER_HTTP=True, WTF_CSRF_ENABLED=False,
        SERVER_NAME="localhost")
    visitor = Visitor(again)
    visitor.signed_in(papers.house.ids["moussa"])
    assert visitor.get(f"{papers.at}1/file/").data == file
    with again.app_context():
        db.engine.dispose()


def test_a_paper_stays_after_a_backup_was_restored(papers, file, app, tmp_path):
    db.session.remove()
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        backup.create(app, tmp_path / "b.zip")
        files.store().path_of(papers.all()[0].fingerprint).unlink()
        db.session.remove()
        backup.restore(app, tmp_path / "b.zip", replace=True)
    assert papers.file().data == file


def test_a_sweep_of_files_leaves_every_paper(papers, file):
    files.put(b"an orphan")
    assert len(files.sweep(timedelta(days=-1))) >= 1
    assert papers.file().data == file


def test_no_byte_of_a_paper_can_be_changed_unnoticed(papers):
    papers.issued("receipt", 0)
    file, found = papers.file().data, checking.with_code(papers.all()[0].code)
    assert found.is_same(checking.fingerprint_of(file)) and len(file) >= FLIPS
    flipped = bytearray(file)
    for place in range(len(file)):
        flipped[place] ^= 1 << place % 8
        assert not found.is_same(checking.fingerprint_of(flipped)), place
        flipped[place] = file[place]
    assert bytes(flipped) == file


@pytest.mark.parametrize("changed_to", [
    lambda file: file + b"\n", lambda file: file + file, lambda file: file[:-1], lambda file: b"",
    lambda file: b"\n" + file, lambda file: file + b"1 0 obj<</Type/Page>>endobj\ntrailer<<>>\n%%EOF\n"])
def test_a_paper_with_an_update_appended_or_a_part_cut_is_another(papers, file, changed_to):
    found = checking.with_code(papers.all()[0].code)
    assert not found.is_same(checking.fingerprint_of(changed_to(file)))
    assert checking.with_fingerprint(checking.fingerprint_of(changed_to(file))) is None


@pytest.mark.parametrize("harm", [
    lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:-1]),
    lambda path: path.write_bytes(path.read_bytes().replace(b"%PDF", b"%FDP", 1)), lambda path: path.write_bytes(b"")],
    ids=["missing", "cut", "forged", "emptied"])
def test_a_file_that_is_no_more_what_it_was_is_given_to_nobody(papers, file, harm, caplog):
    path = files.store().path_of(papers.all()[0].fingerprint)
    path.chmod(0o600)
    harm(path)
    answer = papers.file()
    assert answer.status_code == 500 and answer.mimetype == "text/html" and "<h1" in answer.text
    assert path.name in caplog.text
    assert papers.visit("moussa").get(f"{papers.at}1/").status_code == 200


def verified(app, path: Path):
    answer = app.test_cli_runner().invoke(cli, ["verify", str(path)], env={"LANG": "fr"})
    return answer.exit_code, answer.output


def test_the_command_says_identical_different_and_unknown(papers, file, app, tmp_path):
    path = tmp_path / "pv.pdf"
    path.write_bytes(file)
    code, said = verified(app, path)
    assert code == 0 and said.startswith("Identique : Procès-verbal de conciliation") and "en vigueur" in said
    path.write_bytes(file[:-1])
    code, said = verified(app, path)
    assert code == 1 and "Différent, ou inconnu" in said


def test_the_command_says_what_is_no_more_in_force(papers, file, app, tmp_path):
    path = tmp_path / "pv.pdf"
    path.write_bytes(file)
    changed(papers)
    papers.issue()
    db.session.remove()
    code, said = verified(app, path)
    assert code == 1 and "remplacé par une nouvelle version" in said
