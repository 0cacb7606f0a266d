"""When files cannot be kept or are damaged: nothing half saved, the words wait, service again without a restart."""

import errno
import os
import re
import zipfile
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation import backup
from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.documents import uploads
from mediation.documents.models import Document
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.kernel.local_files import LocalFiles
from tests.builders import documents as made
from tests.builders.casefile import heard, number_of
from tests.builders.documents import sent
from tests.documents.test_pages import at
from tests.kernel.test_files import InMemory, keeping


@pytest.fixture
def number(house) -> str:
    return number_of(house, heard)


@pytest.fixture
def moussa(visit):
    return visit("moussa")


def documents() -> list[Document]:
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(Document)))


class Full(LocalFiles):
    """A disk on which there is room for so many files more."""

    def __init__(self, folder, left: int):
        super().__init__(folder)
        self.left = left

    def settle(self, file, name):
        if not self.left:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.left -= 1
        super().settle(file, name)


@pytest.mark.parametrize("left", [0, 1, 2])
def test_a_full_disk_saves_nothing_and_keeps_the_words(app, moussa, number, tmp_path, left):
    with keeping(app, Full(tmp_path / "full", left)):
        answer = moussa.post(at(number, "new") + "?about=session-2", **sent(title="Mots déjà écrits"))
    assert answer.status_code == 503 and "Votre travail est gardé" in answer.text
    assert "Mots déjà écrits" in answer.text and answer.headers["Retry-After"]
    assert documents() == []
    assert "Mots déjà écrits" in moussa.get(at(number, "new")).text, "the words wait on the same page"
    assert moussa.post(at(number, "new"), **sent(title="Mots déjà écrits")).status_code == 302, "without a restart"


def test_a_machine_without_room_for_what_comes_in_says_the_same(app, moussa, number, monkeypatch):
    def full(*given):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(uploads, "_gather", full)
    assert moussa.post(at(number, "new"), **sent()).status_code == 503
    assert documents() == []


def test_a_store_far_away_that_is_down_is_no_error_of_the_program(app, moussa, number):
    class Away(InMemory):
        """Nobody answers."""

        away = True

        def settle(self, file, name):
            if self.away:
                raise OSError("connection refused")
            super().settle(file, name)

        def open(self, name):
            if self.away:
                raise OSError("connection refused")
            return super().open(name)

    with keeping(app, Away()) as store:
        assert moussa.post(at(number, "new"), **sent()).status_code == 503
        store.away = False
        assert moussa.post(at(number, "new"), **sent()).status_code == 302
        store.away = True
        assert moussa.get(at(number, 1, "view")).status_code == 503
        assert moussa.get(at(number, 1)).status_code == 200, "the register itself answers"
        store.away = False
        assert moussa.get(at(number, 1, "view")).status_code == 200


def test_pieces_live_in_a_store_like_s3_as_in_a_folder(app, moussa, number):
    with keeping(app, InMemory()) as store:
        moussa.post(at(number, "new"), **sent(made.photo()))
        assert len(list(store.listed())) == 3
        assert moussa.post(at(number, 1, "unseal")).data == made.photo()


def test_a_damaged_file_is_said_plainly_and_given_to_nobody(app, moussa, number, tmp_path):
    with keeping(app, LocalFiles(tmp_path / "files")) as place:
        moussa.post(at(number, "new"), **sent())
        kept = documents()[0]
        place.path_of(kept.view_sha256).write_bytes(b"<script>")
        answer = moussa.get(at(number, 1, "view"))
        assert answer.status_code == 500 and "Ce fichier est abîmé" in answer.text and "<script>" not in answer.text
        assert kept.view_sha256[:12] in answer.text
        place.path_of(kept.sha256).unlink()
        assert "Ce fichier est abîmé" in moussa.post(at(number, 1, "unseal")).text


def test_a_row_is_there_only_when_its_files_are(app, moussa, number, tmp_path):
    """The files first, the row after: an act that is refused leaves an orphan, never a row without its file."""
    with keeping(app, LocalFiles(tmp_path / "files")) as place:
        answer = moussa.post(at(number, "new"), **sent(kind="decision", reserved="yes"))
        assert answer.status_code == 200 and documents() == []
        orphans = [name for name, _ in place.listed()]
        assert orphans
        for name in orphans:
            os.utime(place.path_of(name), (0, 0))
        moussa.post(at(number, "new"), **sent(made.photo()))
        with app.app_context():
            assert sorted(files.sweep(timedelta(days=1))) == sorted(orphans)
        assert moussa.get(at(number, 1, "view")).status_code == 200


def test_the_command_sweeps_what_no_row_names(app, moussa, number, tmp_path):
    with keeping(app, LocalFiles(tmp_path / "files")) as place:
        moussa.post(at(number, "new"), **sent(made.photo()))
        with app.app_context():
            orphan = files.put(b"nobody names me")
        for name, _ in list(place.listed()):
            os.utime(place.path_of(name), (0, 0))
        runner = app.test_cli_runner()
        looked = runner.invoke(args=["documents", "sweep", "--look"])
        assert orphan in looked.output and place.path_of(orphan).exists()
        assert orphan in runner.invoke(args=["documents", "sweep"]).output
        assert not place.path_of(orphan).exists() and len(list(place.listed())) == 3
        assert runner.invoke(args=["documents", "sweep", "--days", "0"]).exit_code == 2


def test_the_files_of_another_register_are_not_swept_by_mistake(app, house, tmp_path):
    with keeping(app, LocalFiles(tmp_path / "files")) as place:
        for one in range(25):
            os.utime(place.path_of(files.put(str(one).encode())), (0, 0))
        runner = app.test_cli_runner()
        refused = runner.invoke(args=["documents", "sweep"])
        assert refused.exit_code == 1 and "est-ce le bon registre" in refused.output
        assert len(list(place.listed())) == 25
        assert "25 fichiers" in runner.invoke(args=["documents", "sweep", "--look"]).output
        assert runner.invoke(args=["documents", "sweep", "--force"]).exit_code == 0
        assert list(place.listed()) == []


@contextmanager
def own_folder(app, tmp_path):
    with keeping(app, LocalFiles(tmp_path / "files")) as place:
        yield place


def test_a_backup_holds_the_files_of_pieces_and_not_what_is_coming_in(app, house, visit, moussa, number, tmp_path):
    from tests.house.migrated import migrated_to

    db.session.remove()
    with migrated_to(app, tmp_path / "m", "0001", at="0001"), own_folder(app, tmp_path) as place:
        moussa.post(at(number, "new"), **sent(made.photo()))
        (place.folder / "incoming" / "half").write_bytes(b"half")
        backup.create(app, tmp_path / "b.zip")
        with zipfile.ZipFile(tmp_path / "b.zip") as archive:
            assert not [name for name in archive.namelist() if "incoming" in name]
        for name, _ in list(place.listed()):
            if name != "half":
                place.path_of(name).unlink()
        backup.restore(app, tmp_path / "b.zip", replace=True)
        assert visit("moussa").post(at(number, 1, "unseal")).data == made.photo()


def test_a_backup_says_that_the_files_lie_elsewhere(app, house, number, tmp_path):
    from tests.house.migrated import migrated_to

    db.session.remove()
    with migrated_to(app, tmp_path / "m", "0001", at="0001"), keeping(app, InMemory()):
        answer = app.test_cli_runner().invoke(args=["backup", "create", str(tmp_path / "b.zip")])
        assert "copiez-les là-bas aussi" in answer.output


def test_a_backup_of_a_laptop_is_put_back_into_a_store_like_s3(app, house, visit, moussa, number, tmp_path):
    from tests.house.migrated import migrated_to

    db.session.remove()
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        with own_folder(app, tmp_path):
            moussa.post(at(number, "new"), **sent(made.photo()))
            backup.create(app, tmp_path / "b.zip")
        with keeping(app, InMemory()):
            backup.restore(app, tmp_path / "b.zip", replace=True)
            assert visit("moussa").post(at(number, 1, "unseal")).data == made.photo()


def test_no_page_of_a_piece_names_where_its_file_lies(moussa, number, tmp_path):
    moussa.post(at(number, "new"), **sent())
    assert not re.search(r"/files/|incoming|/tmp", moussa.get(at(number, 1)).text)
