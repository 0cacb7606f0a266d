"""The golden matrix: every act of a dispute, attempted by every kind of person at every stage.

Each cell is a real attempt through the door on a real database; what is written in it is what was found
there afterwards. `MATRIX=accept python -m pytest tests/acts/test_matrix.py` writes the file anew: read
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
    "note.open", "note.strike", "copy.give", "copy.strike", "step.strike", "ending.strike", "difficulty.report",
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
    written = "\n".join(_lines(found, place)) + "\n"
    if os.environ.get("MATRIX") == "accept":
        GOLDEN.write_text(written)
    assert written == GOLDEN.read_text()


def _lines(scene, place):
    stages = list(Stage)
    for login_kind, login in PEOPLE.items():
        yield f"# {login_kind}"
        yield f"{'':<28}" + " ".join(f"{stage.value:<13}" for stage in stages)
        cells = {stage: _column(scene, place, login, stage) for stage in stages}
        for act in every_act_of_a_dispute():
            yield f"{act.name:<28}" + " ".join(f"{cells[stage][act.name]:<13}" for stage in stages)
        yield ""


def _column(scene, place, login: str, stage: Stage) -> dict[str, str]:
    """What becomes of every act that this person attempts at this stage."""
    found = {}
    _come_back(scene, place, stage)
    for act in every_act_of_a_dispute():
        found[act.name] = _attempt(scene, act, login)
        if found[act.name] not in ("no", "not now") and act.name not in ADDING:
            _come_back(scene, place, stage)
    return found


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
            said = f"rule {broken.field}"
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
