"""Hostile files: each is refused with a sentence or kept inert, and none costs the server its memory."""

import io
import resource

import pytest

from mediation.documents.kinds import LARGEST_BODY
from mediation.documents.uploads import clean_name
from mediation.kernel import files
from mediation.kernel.files import INERT
from tests.builders.casefile import heard, number_of
from tests.builders.documents import sent
from tests.documents import hostile
from tests.documents.test_pages import at

WORKER_MAY_GROW = 200 << 10  # KiB


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


def test_the_worker_grows_little_whatever_it_is_sent(moussa, number):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for one in hostile.refused():
        if "MiB" in one.what or "million" in one.what or "wide" in one.what:
            moussa.post(at(number, "new"), **sent(one.data, one.name, kind=one.kind))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < WORKER_MAY_GROW


def test_nothing_refused_is_left_where_files_are_kept(moussa, number, app):
    with app.app_context():
        before = {name for name, _ in files.store().listed()}
        for one in hostile.refused():
            moussa.post(at(number, "new"), **sent(one.data, one.name, kind=one.kind))
        assert {name for name, _ in files.store().listed()} == before
