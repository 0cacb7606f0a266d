"""A disk that is really full: nothing half saved, the words given back, and service again without a restart."""

import http.client
import shutil
import socket
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from mediation import backup, create_app, server, startup
from mediation.acts.ledger import LedgerEntry
from mediation.acts.verification import verify
from mediation.disputes.models import Dispute
from mediation.kernel.db import Base, db, is_sqlite
from mediation.kernel.local_files import LocalFiles
from tests.builders import documents as made
from tests.builders.accounts import PASSWORD, later, signs_in, with_password
from tests.builders.casefile import complete, heard, number_of
from tests.builders.disks import MIB, small_disk
from tests.builders.documents import sent
from tests.house.migrated import migrated_to
from tests.kernel.test_files import keeping
from tests.visitor import Visitor

TYPED = "Mots à ne pas perdre"
KIB = 1 << 10
# What a library had begun to write is closed when it is forgotten, with a warning that the house makes an error.
half_written = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
# More than the server and the program hold in memory.
A_LONG_SOUND = made.wav(samples=3 * MIB // 2)


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def number(house) -> str:
    number = number_of(house, heard)
    db.session.remove()
    return number


class OnDisk:
    """The register of the house, moved to a small disk with all that it keeps, and its secretary at a browser."""

    def __init__(self, folder: Path, secretary: int):
        db.session.remove()
        db.engine.dispose()
        shutil.copy(db.engine.url.database, folder / "register.sqlite")
        self.app = create_app(
            INSTANCE=folder, TESTING=True, SECRET_KEY="only for these tests, never elsewhere", OVER_HTTP=True,
            DATABASE_URL=f"sqlite:///{folder / 'register.sqlite'}", WTF_CSRF_ENABLED=False, SERVER_NAME="localhost")
        self.moussa = Visitor(self.app)
        self.moussa.signed_in(secretary)

    def rows(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self.app.app_context(), db.engine.connect() as connection:
            return {table.name: connection.scalar(select(func.count()).select_from(table))
                    for table in Base.metadata.sorted_tables}

    def verdict(self) -> int:
        """What a verification of the whole journal says."""
        with self.app.app_context(), db.engine.connect() as connection:
            return verify(connection).verdict


@pytest.fixture
def moved(house, disk, number):
    if not is_sqlite():
        pytest.skip("the disk of PostgreSQL is its own server's")
    register = OnDisk(disk.folder, house.ids["moussa"])
    yield register
    with register.app.app_context():
        db.engine.dispose()


def at(number: str, page: str) -> str:
    return f"/disputes/{number}/{page}"


def adds_a_piece(visitor, number: str, **more):
    return visitor.post(at(number, "documents/new/"), **sent(**{"title": TYPED, **more}))


def registers(visitor, number: str):
    return visitor.post("/disputes/new/", {"title": TYPED, "kind": "field_limit", "channel": "oral", "place": "Koba",
                                           "villages-0": "Autre-Koba", "parties-0-name": "Tiémoko",
                                           "parties-0-kind": "person", "parties-0-side": "1"})


def hears(visitor, number: str):
    return visitor.post(at(number, "sessions/new/"), {
        "happened_on-precision": "unknown", "said": TYPED, "result": "goes_on", "attendance-0-who": "party-1",
        "attendance-0-presence": "came"})


def issues_a_paper(visitor, number: str):
    return visitor.post(at(number, "papers/new/receipt/0/"), {"key": str(uuid.uuid4())})


def keeps_a_draft(visitor, number: str):
    return visitor.post("/drafts/keep/?page=/disputes/new/", {"title": TYPED})


def signs_out(visitor, number: str):
    return visitor.post("/sign-out/")


def test_a_piece_that_finds_no_room_is_not_kept_and_its_words_wait(app, visit, disk, number):
    moussa = visit("moussa")
    with keeping(app, LocalFiles(disk.folder / "files")) as place:
        with disk.full():
            answer = adds_a_piece(moussa, number)
            assert answer.status_code == 503 and "Votre travail est gardé" in answer.text and TYPED in answer.text
            assert list(place.listed()) == []
        assert TYPED in moussa.get(at(number, "documents/new/")).text, "the words wait on the same page"
        assert adds_a_piece(moussa, number).status_code == 302, "without a restart"
        assert moussa.get(at(number, "documents/1/view/")).status_code == 200


def test_a_paper_that_finds_no_room_is_annulled_and_issued_again(app, house, visit, disk):
    moussa, number = visit("moussa"), number_of(house, complete)
    with keeping(app, LocalFiles(disk.folder / "files")):
        with disk.full():
            answer = issues_a_paper(moussa, number)
            assert answer.status_code == 503 and "Rien n’a été gardé" in answer.text
            assert "fichier de nouveau" not in answer.text, "no file was chosen"
            assert "le papier n’a pas pu être fait ou gardé" in moussa.get(at(number, "papers/1/")).text
        assert issues_a_paper(moussa, number).status_code == 302
        assert moussa.get(at(number, "papers/2/file/")).data.startswith(b"%PDF")


@half_written
@pytest.mark.parametrize("data", [made.picture(), A_LONG_SOUND], ids=["small", "large"])
def test_a_piece_is_refused_whole_where_temporary_files_find_no_room(visit, disk, number, monkeypatch, data):
    moussa = visit("moussa")
    monkeypatch.setattr(tempfile, "tempdir", str(disk.folder))
    kind = "photo" if len(data) < MIB else "voice_note"
    with disk.full():
        answer = adds_a_piece(moussa, number, data=data, kind=kind)
        assert answer.status_code == 503 and "choisissez le fichier de nouveau" in answer.text
    assert moussa.get(at(number, "documents/1/")).status_code == 404
    assert adds_a_piece(moussa, number, data=data, kind=kind).status_code == 302
    assert [one.name for one in disk.folder.iterdir()] == ["the-rest"], "nothing lies about"


@half_written
def test_a_piece_is_refused_whole_where_no_folder_takes_temporary_files(visit, disk, number, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(disk.folder)])
    with disk.full():
        assert adds_a_piece(visit("moussa"), number, data=A_LONG_SOUND, kind="voice_note").status_code == 503


@pytest.mark.parametrize(("write", "given_back"), [
    (registers, [TYPED, "Tiémoko", "Autre-Koba", "limite de champ"]), (hears, [TYPED, "On continue"]),
    (adds_a_piece, [TYPED]), (issues_a_paper, []), (keeps_a_draft, [TYPED]), (signs_out, [])])
def test_a_register_without_room_writes_nothing_and_gives_the_words_back(
        moved, disk, number, write: Callable, given_back: list[str]):
    before = moved.rows()
    with disk.full():
        answer = write(moved.moussa, number)
        assert answer.status_code == 503 and answer.headers["Retry-After"]
        assert "ne répond pas" in answer.text and '<html lang="fr">' in answer.text
        assert [words for words in given_back if words not in answer.text] == []
        assert moved.rows() == before
    assert write(moved.moussa, number).status_code == 302, "without a restart"
    assert moved.rows() != before or write is signs_out
    assert moved.verdict() == 0


def test_whoever_comes_in_meanwhile_is_asked_to_come_again(house, disk):
    if not is_sqlite():
        pytest.skip("the disk of PostgreSQL is its own server's")
    with_password(house, "awa")
    moved = OnDisk(disk.folder, house.ids["moussa"])
    awa = Visitor(moved.app)
    with disk.full():
        answer = signs_in(awa, "awa")
        assert answer.status_code == 503 and "awa" in answer.text and PASSWORD not in answer.text
        assert awa.get("/account/").status_code == 302, "nobody is in"
    assert signs_in(awa, "awa").status_code == 302
    assert awa.get("/account/").status_code == 200
    with moved.app.app_context():
        db.engine.dispose()


def test_a_register_without_room_can_still_be_read(moved, disk, number):
    with disk.full():
        for page in ("/", f"/disputes/{number}/", at(number, "journal/"), "/disputes/new/", "/readyz"):
            # Now and then a page notes that its person is still there.
            assert later(timedelta(minutes=2), moved.moussa.client.get, page).status_code == 200, page
        assert moved.moussa.get("/people/new/").status_code == 503, "a refusal that cannot be written down waits"


def test_room_that_comes_back_little_by_little_is_never_told_wrongly(moved, disk, number):
    """Each answer is true: taken and written with its entry, or refused and nowhere, whatever the room."""
    def written() -> tuple[int, int]:
        rows = moved.rows()
        return rows[Dispute.__tablename__], rows[LedgerEntry.__tablename__]

    answers, before = [], written()
    disk.fill()
    while 302 not in answers and len(answers) < 40:
        answers.append(registers(moved.moussa, number).status_code)
        told = answers[-1] == 302
        assert (written()[0] - before[0], written()[1] > before[1]) == (told, told)
        disk.free(20 * KIB)
    assert answers[0] == 503 and answers[-1] == 302
    assert moved.verdict() == 0


class Served:
    """The register as it is served, and a browser that sends what it likes."""

    def __init__(self, app, visitor):
        self.app, self.token = app, visitor.client.get_cookie("session").value

    def __enter__(self):
        self.server = server.made(self.app, host="127.0.0.1", port=0, threads=2)
        threading.Thread(target=self.server.run, daemon=True).start()
        return self

    def __exit__(self, *given):
        self.server.close()

    def ask(self, method: str, address: str, data: bytes = b"", **headers) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.effective_port, timeout=30)) as line:
            line.request(method, address, data, {"Cookie": f"session={self.token}", **headers})
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def read_slowly(self, method: str, address: str) -> int:
        """How many bytes reach somebody whose line is far slower than the server."""
        with closing(socket.socket()) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * KIB)
            line.connect(("127.0.0.1", int(self.server.effective_port)))
            line.settimeout(30)
            head = f"{method} {address} HTTP/1.0", "Content-Length: 0", f"Cookie: session={self.token}", "", ""
            line.sendall("\r\n".join(head).encode())
            time.sleep(0.5)
            found = 0
            while piece := line.recv(256 * KIB):
                found += len(piece)
        return found


@pytest.fixture
def served(app, visit):
    with Served(app, visit("moussa")) as opened:
        yield opened


@half_written
def test_a_long_request_for_which_the_server_has_no_room_gets_an_answer(served, visit, disk, number, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(disk.folder))
    form = sent(data=A_LONG_SOUND, kind="voice_note")
    asked = "POST", at(number, "documents/new/"), form["data"]
    with disk.full():
        status, page = served.ask(*asked, **{"Content-Type": form["content_type"]})
        assert status == 503 and "choisissez le fichier de nouveau" in page
    status, _page = served.ask(*asked, **{"Content-Type": form["content_type"]})
    assert status == 302 and visit("moussa").get(at(number, "documents/1/")).status_code == 200


def test_a_long_piece_reaches_a_slow_line_whole_without_room_for_a_copy(served, visit, disk, number, monkeypatch):
    adds_a_piece(visit("moussa"), number, data=A_LONG_SOUND, kind="voice_note")
    monkeypatch.setattr(tempfile, "tempdir", str(disk.folder))
    with disk.full():
        assert served.read_slowly("POST", at(number, "documents/1/unseal/")) > len(A_LONG_SOUND)


def test_a_backup_that_finds_no_room_says_so_and_leaves_nothing(app, house, disk, number, tmp_path):
    with migrated_to(app, tmp_path / "m", "0001", at="0001"):
        with disk.full(), pytest.raises(backup.BadBackup, match="ne peut pas être écrite|No space left"):
            backup.create(app, disk.folder / "b.zip")
        assert [one.name for one in disk.folder.iterdir()] == ["the-rest"]
        backup.create(app, disk.folder / "b.zip")


def test_a_program_that_starts_on_a_full_disk_says_why_it_does_not(moved, disk):
    with moved.app.app_context():
        db.session.remove()
        db.engine.dispose()
    with disk.full(), pytest.raises(RuntimeError, match="the database cannot be reached"):
        startup.require_migrated(moved.app)
