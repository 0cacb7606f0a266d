"""The golden matrix: every act of a dispute, attempted by every kind of person at every stage.

Each cell is a real attempt through the door on a real database; what is written in it is what was found
there afterwards. On PostgreSQL two stages are attempted: the verdicts are the same, each return to the scene is
slower. `MATRIX=accept python -m pytest tests/acts/test_matrix.py` writes the file anew: read
the difference before keeping it.
"""

import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from mediation.acts import guard, scope
from mediation.acts.door import VERBS
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Stage
from mediation.disputes.models import Dispute
from mediation.kernel.db import db
from tests.acts.scenes import ATTEMPTED, PEOPLE, every_act_of_a_dispute, holding, put_at, set_up

# What only adds or completes changes no other cell, so the register need not be put back after it.
ADDING = {
    "dispute.amend", "dispute.assign", "dispute.link", "dispute.unlink", "dispute.orient", "orientation.strike",
    "dispute.set_lead", "alert.set", "attempt.add", "attempt.amend", "attempt.strike", "harm.record",
    "harm.strike", "proceeding.add", "proceeding.amend", "proceeding.strike", "source.record", "source.strike",
    "measure.record", "measure.lift", "measure.strike", "interest.declare", "interest.strike", "witness.add",
    "witness.amend", "witness.strike", "intermediary.add", "intermediary.amend", "intermediary.strike",
    "consent.record", "consent.withdraw", "consent.strike", "object.add", "object.amend", "object.strike",
    "summons.issue", "session.schedule", "offer.record", "offer.answer", "offer.strike", "note.write",
    "note.open", "note.strike", "document.add", "document.open", "document.unseal", "document.strike",
    "condition.note", "condition.strike", "copy.give", "copy.strike", "step.strike", "ending.strike",
    "difficulty.report",
    "difficulty.settle", "difficulty.strike", "release.strike", "remark.add", "remark.answer", "mediation.strike"}
GOLDEN = Path(__file__).with_name("matrix.txt")


@pytest.fixture
def scene(register, house):
    """The scene, and how to come back to it at any stage."""
    _, place = register
    found = set_up(house)
    db.session.remove()
    db.engine.dispose()
    place.keep("scene")
    yield found, place


def test_every_act_of_a_dispute_is_attempted():
    assert {act.name for act in every_act_of_a_dispute()} == set(ATTEMPTED)


def test_the_matrix_is_what_was_agreed(scene):
    found, place = scene
    stages = (Stage.IN_MEDIATION, Stage.CLOSED) if os.environ.get("TEST_DATABASE_URL") else tuple(Stage)
    cells = {kind: {stage: _column(found, place, login, stage) for stage in stages} for kind, login in PEOPLE.items()}
    if os.environ.get("MATRIX") == "accept":
        GOLDEN.write_text("\n".join(_lines(cells)) + "\n")
    assert cells == agreed(stages)


def _lines(cells):
    """The matrix as it is read: a block for each kind of person, a line for each act, a column for each stage."""
    for kind, columns in cells.items():
        yield f"# {kind}"
        yield " " * 28 + "".join(f"{stage.value:<18}" for stage in columns).rstrip()
        for act in every_act_of_a_dispute():
            yield f"{act.name:<28}" + "".join(f"{column[act.name]:<18}" for column in columns.values()).rstrip()
        yield ""


def agreed(stages) -> dict:
    """The cells of these stages as they were agreed."""
    cells, kind, columns = {}, "", []
    for line in GOLDEN.read_text().splitlines():
        told = [line[start:start + 18].strip() for start in range(28, len(line), 18)]
        if line.startswith("# "):
            kind = line[2:]
        elif line.startswith(" "):
            columns = [cells.setdefault(kind, {}).setdefault(Stage(name), {}) for name in told]
        elif line:
            for column, cell in zip(columns, told, strict=True):
                column[line[:28].strip()] = cell
    return {kind: {stage: columns[stage] for stage in stages} for kind, columns in cells.items()}


def _column(scene, place, login: str, stage: Stage) -> dict[str, str]:
    """What becomes of every act that this person attempts at this stage."""
    found = {}
    _come_back(scene, place, stage)
    for act in every_act_of_a_dispute():
        found[act.name] = _attempt(scene, act, login)
        if not _refused(found[act.name]) and act.name not in ADDING:
            _come_back(scene, place, stage)
    return found


def _refused(cell: str) -> bool:
    return cell in ("no", "not now") or cell.startswith("rule")


def _come_back(scene, place, stage: Stage) -> None:
    db.session.remove()
    db.engine.dispose()
    place.come_back("scene")
    with guard.opened(None), db.engine.begin() as connection:
        put_at(scene, stage, connection)


def _attempt(scene, act, login: str) -> str:
    """Try, then look: `no`, `not now`, `rule`, or `done` with the stage the dispute is at afterwards."""
    actor, before = scene.actor(login), _told(scene)
    with holding(act, actor, scene.is_seen_by(actor)):
        try:
            VERBS[act.name](actor, scene.subject(act), ATTEMPTED[act.name][1])
            said = "done"
        except (NotPermitted, NotFound):
            said = "no"
        except WrongStage:
            said = "not now"
        except BrokenRule as broken:
            said = f"rule {broken.field}".strip()
    after = _told(scene)
    if said != "done":
        assert after == before, f"{act.name} was refused to {login} and left a trace in the dispute"
        return said
    assert after[0] == before[0] + 1, f"{act.name} by {login} left {after[0] - before[0]} entries"
    return after[1].value if after[1] is not before[1] else "done"


def _told(scene) -> tuple[int, Stage]:
    """How many entries the dispute's stream holds, and its stage, as they are in the database."""
    with scope.seen_by(KEEPER):
        entries = db.session.scalar(
            select(func.count()).select_from(LedgerEntry).where(LedgerEntry.dispute_id == scene.dispute_id))
        return entries, db.session.scalar(select(Dispute.stage).where(Dispute.id == scene.dispute_id))
