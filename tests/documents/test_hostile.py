"""Hostile files: each is refused with a sentence or kept inert, and none costs the server its memory."""

import io
import subprocess
import sys
from json import dumps, loads
from pathlib import Path

import pytest

from mediation.documents.drawing import MEMORY, SECONDS
from mediation.documents.kinds import LARGEST_BODY
from mediation.documents.uploads import clean_name
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.kernel.files import INERT
from tests.builders.casefile import heard, number_of
from tests.builders.documents import photo, sent
from tests.documents import hostile, worker
from tests.documents.test_pages import at

MAY_GROW = 200_000_000 >> 10  # KiB


class Endless(io.BytesIO):
    """A body of which nobody may read anything."""

    def read(self, *size):
        raise AssertionError("the body was read")

    readline = readlines = readinto = read


@pytest.fixture
def number(house) -> str:
    return number_of(house, heard)


@pytest.fixture
def moussa(visit):
    return visit("moussa")


def ids(one) -> str:
    return one.what


def test_there_are_sixty_hostile_files_and_more():
    assert len(hostile.refused()) + len(hostile.inert()) + len(hostile.NAMES) >= 100
    assert len({one.what for one in hostile.refused() + hostile.inert()}) == len(hostile.refused() + hostile.inert())


@pytest.mark.parametrize("one", hostile.refused(), ids=ids)
def test_it_is_refused_with_a_sentence_and_what_was_typed_stays(moussa, number, one):
    answer = moussa.post(at(number, "new"), **sent(one.data, one.name, kind=one.kind, title="Mots déjà écrits"))
    assert answer.status_code == 200, answer.status
    assert "Mots déjà écrits" in answer.text
    assert 'class="error" id="file-error"' in answer.text
    if one.sentence is not None:
        assert str(one.sentence) in answer.text, answer.text[answer.text.index("file-error"):][:300]
    assert moussa.get(at(number, 1)).status_code == 404


@pytest.mark.parametrize("one", hostile.inert(), ids=ids)
def test_it_is_kept_and_does_nothing(moussa, number, one):
    answer = moussa.post(at(number, "new"), **sent(one.data, one.name, kind=one.kind))
    assert answer.status_code == 302, answer.text[answer.text.index("error"):][:600]
    for page in ("file", "view", "thumbnail"):
        served = moussa.get(at(number, 1, page))
        if served.status_code == 404 and page != "file":
            continue
        assert served.status_code == 200
        assert served.headers["Content-Disposition"].startswith("attachment; filename=\"MSG-")
        assert served.headers["Content-Security-Policy"] == INERT
        assert served.headers["X-Content-Type-Options"] == "nosniff"
        assert served.mimetype in ("image/jpeg", "application/pdf") or served.mimetype.startswith("audio/")
        if served.mimetype == "image/jpeg":
            assert b"script" not in served.data and b"Canary" not in served.data and b"Exif" not in served.data
            assert served.data[:3] == b"\xff\xd8\xff" and b"PK\3\4" not in served.data


@pytest.mark.parametrize(("name", "shown"), hostile.NAMES.items(), ids=lambda one: ascii(one)[:30])
def test_a_hostile_name_is_only_words(name, shown):
    assert clean_name(name) == shown


def test_a_hostile_name_names_nothing_on_the_disk_nor_in_a_header(moussa, number):
    for name in hostile.NAMES:
        if not name.strip() or '"' in name:
            continue
        answer = moussa.post(at(number, "new"), **sent(name=name.replace("\r\n", "").replace("\0", "")))
        assert answer.status_code == 302, name
        piece = answer.location.rstrip("/").rpartition("/")[2]
        assert moussa.get(at(number, piece, "file")).headers["Content-Disposition"] == (
            f'attachment; filename="{number}-piece-{piece}.jpg"')
        assert "<script>alert" not in moussa.get(at(number, piece)).text


def test_a_body_of_a_gigabyte_is_refused_before_it_is_read(moussa, number):
    answer = moussa.open(at(number, "new"), method="POST", input_stream=Endless(), environ_overrides={
        "CONTENT_LENGTH": str(1 << 30), "CONTENT_TYPE": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413 and "trop lourd" in answer.text


def test_a_body_longer_than_a_form_is_taken_only_where_files_are_and_only_from_somebody(visit, moussa, number):
    long = sent(b"\0" * (1 << 20))
    assert moussa.post(f"/disputes/{number}/amend/", **long).status_code == 413
    assert visit().post(at(number, "new"), **long).status_code == 413
    assert moussa.post(at(number, "new"), **long).status_code == 200
    assert LARGEST_BODY < 64 << 20


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nothing tells the memory of a process here")
def test_no_file_costs_a_worker_more_than_200_mb_nor_five_seconds(app, house, number, tmp_path):
    """A worker of its own receives each; seconds are those of a processor, whatever else the machine does.

    Images are drawn beside it, in a process that ends with the drawing and keeps to a limit of its own.
    """
    cost = received_by_a_worker(app, house.ids["moussa"], at(number, "new"), tmp_path)
    assert cost["first"][0] == 302
    assert [code for code, _ in cost["others"]] == [200] * len(hostile.refused()) + [302] * len(hostile.inert())
    assert cost["after"]["worker"] - cost["before"]["worker"] < MAY_GROW
    assert cost["after"]["drawing"] < MEMORY >> 10
    assert max(seconds for _, seconds in cost["others"]) < SECONDS


def received_by_a_worker(app, sender: int, address: str, folder: Path) -> dict:
    """What an ordinary photo, then every hostile file, cost a worker that does nothing else."""
    bodies = [sent(photo()), *(sent(one.data, one.name, kind=one.kind) for one in hostile.refused() + hostile.inert())]
    paths = [folder / f"{place}" for place in range(len(bodies))]
    for path, body in zip(paths, bodies, strict=True):
        path.write_bytes(body["content_type"].encode() + b"\n" + body["data"])
    settings = {name: app.config[name] for name in ("TESTING", "SECRET_KEY", "OVER_HTTP", "WTF_CSRF_ENABLED",
                                                    "SERVER_NAME")}
    place = {"INSTANCE": app.instance_path, "DATABASE_URL": db.engine.url.render_as_string(hide_password=False)}
    asked = [sys.executable, "-m", worker.__name__, dumps(settings | place), str(sender), address, *map(str, paths)]
    ran = subprocess.run(asked, capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
    return loads(ran.stdout)


def test_nothing_refused_is_left_where_files_are_kept(moussa, number, app):
    with app.app_context():
        before = {name for name, _ in files.store().listed()}
        for one in hostile.refused():
            moussa.post(at(number, "new"), **sent(one.data, one.name, kind=one.kind))
        assert {name for name, _ in files.store().listed()} == before
