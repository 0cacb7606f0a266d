"""Two acts and a drawing between: nothing waits for the drawing; what fails leaves a number that tells it."""

import contextvars
import sqlite3
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import typst
from sqlalchemy import text

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.kinds import Resource
from mediation.disputes.queries import find
from mediation.kernel import files
from mediation.kernel.db import db, is_sqlite
from mediation.kernel.local_files import LocalFiles
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.papers import issuing, printing, queries, service
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from tests.builders.agreements import in_mediation
from tests.builders.papers import numbered

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b{:02d}"
NOTHING = "le papier n’a pas pu être fait ou gardé"


def on_drawing(monkeypatch, then, after: int = 2) -> None:
    """Do something while the paper is drawn for the second time, with its number taken."""
    really, drawn = printing.draw, []

    def draw(*given):
        drawn.append(given)
        if len(drawn) == after:
            then()
        return really(*given)

    monkeypatch.setattr(printing, "draw", draw)


def fails(error: Exception):
    def failing(*given, **more):
        raise error

    return failing


def test_others_write_while_a_paper_is_drawn(papers, app, monkeypatch):
    written = []

    def write_beside():
        if is_sqlite():
            with sqlite3.connect(db.engine.url.database, timeout=0.2) as other:
                other.execute("BEGIN IMMEDIATE")
                other.execute("UPDATE institution SET name = name")
        else:
            with db.engine.begin() as other:
                other.execute(text("SET LOCAL lock_timeout = '200ms'"))
                other.execute(text("LOCK TABLE paper, dispute IN ACCESS EXCLUSIVE MODE"))
        written.append(not db.session().in_transaction())

    on_drawing(monkeypatch, write_beside, after=1)
    on_drawing(monkeypatch, write_beside)
    assert papers.issue().status_code == 302
    assert written == [True, True]


def test_a_paper_that_cannot_be_drawn_costs_no_number(papers, monkeypatch):
    monkeypatch.setattr(printing, "draw", fails(BrokenRule("", "Le signe « 中 » ne peut pas être imprimé.")))
    answer = papers.issue()
    assert answer.status_code == 200 and "« 中 »" in answer.text
    assert papers.all() == []


@pytest.mark.parametrize("error", [
    files.StorageDown("no space left"), typst.TypstError("broken"), RuntimeError("broken"), OSError(28, "full")])
def test_what_fails_after_the_number_leaves_it_annulled_with_a_reason(papers, app, monkeypatch, error):
    monkeypatch.setattr(files, "put", fails(error))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    assert papers.issue().status_code in (500, 503)
    monkeypatch.undo()
    [lost] = papers.all()
    assert (lost.stage, lost.reason, lost.fingerprint) == (PaperStage.ANNULLED, NOTHING, None)
    assert NOTHING in papers.visit("moussa").get(f"{papers.at}1/").text
    assert papers.issued().reference == numbered(2)


def test_a_dispute_that_changed_meanwhile_is_told_and_the_number_annulled(papers, house, monkeypatch):
    def amend():
        contextvars.copy_context().run(_more_said, house, papers.reference)

    on_drawing(monkeypatch, amend)
    answer = papers.issue()
    assert answer.status_code == 200 and "Le dossier a changé pendant que le papier se faisait" in answer.text
    [lost] = papers.all()
    assert lost.stage is PaperStage.ANNULLED and "Le dossier a changé" in lost.reason


def _more_said(house, reference: str) -> None:
    with scope.looking_as(house.actor("moussa")):
        add_object(house.actor("moussa"), find(reference), ObjectFacts(Resource.WELL, "Un puits, oublié d’abord."))


def test_a_number_that_cannot_even_be_annulled_does_not_hide_why(papers, app, monkeypatch, caplog):
    monkeypatch.setattr(files, "put", fails(files.StorageDown("the first error")))
    monkeypatch.setattr(service, "annul_paper", fails(RuntimeError("the second error")))
    with scope.seen_by(papers.house.actor("moussa")):
        dispute = find(papers.reference)
        with pytest.raises(files.StorageDown, match="the first error"):
            issuing.issue(papers.house.actor("moussa"), dispute, ReserveFacts(PaperKind.CONCILIATION, 1), key=None)
    assert "the second error" in caplog.text
    assert papers.all()[0].stage is PaperStage.RESERVED


def test_what_stops_in_between_leaves_a_number_that_can_be_annulled(papers, monkeypatch):
    monkeypatch.setattr(files, "put", fails(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        papers.issue()
    monkeypatch.undo()
    [left] = papers.all()
    assert left.stage is PaperStage.RESERVED
    secretary = papers.visit("moussa")
    assert "Ce papier n’a pas été établi." in secretary.get(f"{papers.at}1/").text
    assert secretary.get(f"{papers.at}1/file/").status_code == 404
    assert secretary.post(f"{papers.at}1/annul/", {"reason": "coupure", "key": KEY.format(9)}).status_code == 302
    assert papers.all()[0].reason == "coupure"
    assert papers.issued().reference == numbered(2)


def test_whoever_comes_back_with_the_same_button_finishes_the_paper(papers, monkeypatch):
    monkeypatch.setattr(files, "put", fails(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        papers.issue(key=KEY.format(1))
    monkeypatch.undo()
    assert papers.issued(key=KEY.format(1)).stage is PaperStage.CURRENT
    assert len(papers.all()) == 1


def test_a_button_pressed_twice_makes_one_paper(papers):
    assert {papers.issue(key=KEY.format(1)).location for _ in range(2)} == {f"{papers.at}1/"}
    assert len(papers.all()) == 1


def test_a_button_pressed_twice_at_once_makes_one_paper(papers, app):
    assert set(_at_once(papers, app, [("moussa", KEY.format(1))] * 4)) == {302}
    assert [one.stage for one in papers.all()] == [PaperStage.CURRENT]


def test_two_people_at_once_get_two_numbers_one_after_the_other(papers, app):
    """Whoever comes second replaces the first, or is told that the paper is there already."""
    found = _at_once(papers, app, [(by, str(uuid.uuid4())) for by in ("moussa", "awa", "moussa", "awa")])
    assert set(found) <= {302, 200} and 302 in found
    numbers = [one.reference for one in papers.all()]
    assert numbers == [numbered(place) for place in range(1, len(numbers) + 1)]
    assert [one.stage for one in papers.all()].count(PaperStage.CURRENT) == 1


def _at_once(papers, app, asked: list) -> list[int]:
    visitors = [papers.visit(by) for by, _key in asked]
    together = Barrier(len(asked))
    db.session.remove()

    def press(visitor, key) -> int:
        together.wait()
        return visitor.post(f"{papers.at}new/conciliation/1/", {"key": key}).status_code

    with ThreadPoolExecutor(len(asked)) as pool:
        return list(pool.map(press, visitors, [key for _by, key in asked]))


def test_papers_of_two_disputes_begun_at_once_are_numbered_without_a_gap(papers, app, house, visit):
    others = [in_mediation(house, title=f"Litige {place}").reference for place in range(4)]
    visitors, together = [visit("moussa") for _ in others], Barrier(4)
    db.session.remove()

    def press(visitor, reference) -> int:
        together.wait()
        return visitor.post(f"/disputes/{reference}/papers/new/receipt/0/", {"key": str(uuid.uuid4())}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(press, visitors, others)) == [302] * 4
    with scope.seen_by(house.actor("moussa")):
        numbers = sorted(queries.papers_of(find(reference))[0].reference for reference in others)
    assert numbers == [numbered(place) for place in range(1, 5)]


def test_a_disk_that_cannot_be_written_is_told_and_nothing_is_half_kept(papers, app, monkeypatch, tmp_path):
    monkeypatch.setitem(app.extensions, "files", LocalFiles(tmp_path / "not a folder" / "files"))
    (tmp_path / "not a folder").write_text("a file stands in the way")
    answer = papers.issue()
    assert answer.status_code == 503 and "<h1" in answer.text
    assert [path.name for path in tmp_path.iterdir()] == ["not a folder"]
    assert papers.all()[0].stage is PaperStage.ANNULLED
    monkeypatch.undo()
    assert papers.issued().stage is PaperStage.CURRENT
