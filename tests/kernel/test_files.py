"""Files kept under their SHA-256, in a folder or in a store like S3: whole or not at all, checked when read, swept."""

import io
import os
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from obstore.store import MemoryStore
from sqlalchemy import select

from mediation import create_app
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.kernel.files import FileDamaged, FileTooLarge, StorageDown
from mediation.kernel.local_files import LocalFiles
from mediation.kernel.s3_files import S3Files, _key
from tests.builders.casefile import heard, number_of
from tests.builders.documents import sent

A_DAY = timedelta(days=1)
WORDS = b"Les limites du champ" * 9000


class InMemory(S3Files):
    """The library's own store, with what tests do to a disk."""

    def __init__(self):
        super().__init__(MemoryStore(), "memory")

    def damage(self, name: str) -> None:
        self.store.put(_key(name), b"x")

    def lose(self, name: str) -> None:
        self.store.delete(_key(name))


class InFolder(LocalFiles):
    """A folder, with what tests do to a disk."""

    def damage(self, name: str) -> None:
        self.path_of(name).write_bytes(b"x")

    def lose(self, name: str) -> None:
        self.path_of(name).unlink()


@contextmanager
def keeping(app, store):
    """Let the application keep its files there."""
    before, app.extensions["files"] = app.extensions["files"], store
    try:
        yield store
    finally:
        app.extensions["files"] = before


@pytest.fixture(params=["folder", "memory"])
def place(request, app, house, tmp_path):
    """Both kinds of places, one after the other."""
    with keeping(app, InFolder(tmp_path / "files") if request.param == "folder" else InMemory()) as store:
        yield store


def test_what_is_put_is_read_again_under_its_own_sha_256(place):
    name = files.put(WORDS)
    assert name == sha256(WORDS).hexdigest()
    assert files.read(name) == WORDS
    assert files.put(WORDS) == name
    assert [one for one, _ in place.listed()] == [name]


def test_a_stream_is_kept_without_being_held(place):
    class Long(io.RawIOBase):
        """Ten mebibytes, never more than a block at a time."""

        left, most = 10 << 20, 0

        def read(self, size=-1):
            assert 0 < size <= 1 << 16
            given = b"\1" * min(size, self.left)
            self.left -= len(given)
            return given

    kept = files.keep(Long())
    assert kept.size == 10 << 20
    with files.opened(kept.sha256) as file:
        assert file.seek(0, io.SEEK_END) == kept.size


def test_what_is_too_long_is_not_kept(place):
    with pytest.raises(FileTooLarge):
        files.keep(io.BytesIO(WORDS), at_most=len(WORDS) - 1)
    assert list(place.listed()) == []
    assert files.keep(io.BytesIO(WORDS), at_most=len(WORDS)).size == len(WORDS)


def test_a_stream_that_breaks_leaves_nothing(place):
    class Broken(io.RawIOBase):
        """A line that is cut after the first block."""

        blocks = [b"a" * 100]

        def read(self, size=-1):
            if not self.blocks:
                raise OSError("cut")
            return self.blocks.pop()

    with pytest.raises(StorageDown):
        files.keep(Broken())
    assert list(place.listed()) == []


def test_a_file_that_is_not_the_one_that_was_kept_is_never_given(place):
    name = files.put(WORDS)
    place.damage(name)
    for read in (files.read, files.opened):
        with pytest.raises(FileDamaged):
            read(name)
    place.lose(name)
    with pytest.raises(FileDamaged):
        files.read(name)


def test_a_damaged_file_is_whole_again_when_it_is_put_again(place):
    name = files.put(WORDS)
    place.damage(name)
    files.put(WORDS)
    assert files.read(name) == WORDS


def test_young_files_and_named_ones_are_not_swept(place, monkeypatch):
    young, old, named = (files.put(word) for word in (b"young", b"old", b"named"))
    age(place, {old, named}, monkeypatch)
    monkeypatch.setattr(files, "named_files", lambda: {named})
    assert files.orphans(A_DAY) == [old]
    assert files.sweep(A_DAY) == [old]
    assert {one for one, _ in place.listed()} == {young, named}
    assert files.sweep(A_DAY) == []


def test_an_orphan_that_is_put_again_while_the_sweeper_looks_stays(place, monkeypatch):
    name = files.put(WORDS)
    age(place, {name}, monkeypatch)

    def meanwhile():
        monkeypatch.undo()
        files.put(WORDS)
        return set()

    monkeypatch.setattr(files, "named_files", meanwhile)
    assert files.sweep(A_DAY) == []
    assert files.read(name) == WORDS


def age(place, names: set[str], monkeypatch) -> None:
    """Make files as old as a week."""
    if isinstance(place, LocalFiles):
        for name in names:
            os.utime(place.path_of(name), (0, 0))
        return
    listed, store = place.listed, place.store
    monkeypatch.setattr(place, "listed", lambda: ((n, 0 if n in names else t) for n, t in listed()))

    class Old:
        """The store, in which some files are old."""

        def __getattr__(self, asked):
            return getattr(store, asked)

        def head(self, key):
            told = dict(store.head(key))
            if key.rpartition("/")[2] in names:
                told["last_modified"] = told["last_modified"].replace(year=1970)
            return told

    monkeypatch.setattr(place, "store", Old())


def test_what_an_interrupted_upload_left_is_swept(app, house, tmp_path):
    with keeping(app, InFolder(tmp_path / "files")) as place:
        left = place.folder / "incoming" / "tmpabc"
        left.parent.mkdir(parents=True)
        left.write_bytes(b"half")
        os.utime(left, (0, 0))
        assert files.sweep(A_DAY) == ["tmpabc"]
        assert not left.exists()


def test_a_file_is_on_the_disk_before_it_has_its_name(app, house, tmp_path, monkeypatch):
    done, fsync, replace = [], os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda opened: (done.append("fsync"), fsync(opened))[1])
    monkeypatch.setattr(os, "replace", lambda old, new: (done.append("named"), replace(old, new))[1])
    with keeping(app, InFolder(tmp_path / "files")):
        files.put(WORDS)
    assert done[0] == "fsync" and done[1] == "named" and "fsync" in done[2:], "the file, its name, then its folder"


def test_the_names_are_those_of_now_not_of_an_older_look(app, house, visit, tmp_path):
    """A sweep that has looked at the register before must not take what was named since for an orphan."""
    number = number_of(house, heard)
    with keeping(app, InFolder(tmp_path / "files")) as place:
        db.session.scalars(select(files.naming_columns()[0])).all()
        visit("moussa").post(f"/disputes/{number}/documents/new/", **sent())
        kept = {name for name, _ in place.listed()}
        assert len(kept) == 3 and kept <= files.named_files()


def test_every_column_that_may_name_a_file_is_asked(house):
    named = {f"{column.table.name}.{column.name}" for column in files.naming_columns()}
    assert {"document.sha256", "document.view_sha256", "document.thumbnail_sha256"} <= named
    assert files.named_files() >= set()


def test_a_store_that_cannot_be_reached_is_down(app, house):
    store = S3Files.at("s3://bucket/prefix?region=x&endpoint=http://127.0.0.1:9&skip_signature=true")
    with keeping(app, store):
        with pytest.raises(StorageDown):
            files.put(WORDS)
        with pytest.raises(StorageDown):
            files.read("0" * 64)


@pytest.mark.parametrize(("place", "said"), [
    ("s3://bucket?secret_access_key=x", "must not hold secret_access_key"),
    ("s3://bucket?nothing_of_the_kind=x", "cannot be used"),
    ("ftp://bucket", "is a folder or s3://"),
])
def test_a_place_that_cannot_be_used_stops_the_program_with_one_line(tmp_path, place, said):
    with pytest.raises(RuntimeError, match=said) as refused:
        create_app(INSTANCE=tmp_path, FILES=place)
    assert "\n" not in str(refused.value)


def test_a_bucket_is_told_without_its_options(monkeypatch):
    store = S3Files.at("s3://bucket/prefix?region=x&endpoint=http://127.0.0.1:9&skip_signature=true")
    assert store.said == "s3://bucket/prefix"


def test_files_may_lie_in_another_folder(tmp_path):
    app = create_app(INSTANCE=tmp_path / "i", FILES=str(tmp_path / "elsewhere"))
    with app.app_context():
        name = files.put(WORDS)
    assert Path(tmp_path / "elsewhere" / name[:2] / name[2:4] / name).read_bytes() == WORDS
