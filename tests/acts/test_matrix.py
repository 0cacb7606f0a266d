"""The golden matrix: every act, attempted by every kind of person; those of a dispute at every stage.

Each cell is a real attempt through the door on a real database; what is written in it is what was found
there afterwards. On PostgreSQL two stages are attempted: the verdicts are the same, each return to the scene is
slower. `MATRIX=accept python -m pytest tests/acts/test_matrix.py` on SQLite writes the file anew: read
the difference before keeping it.
"""

import os

import pytest

from mediation.acts import guard
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.vocabulary import Role, Stage
from mediation.kernel.db import db
from tests.acts import golden
from tests.acts.attempts import Attempting, everything
from tests.acts.house_acts import IN_THE_HOUSE, act_of, furnish
from tests.acts.scenes import ATTEMPTED, PEOPLE, every_act_of_a_dispute, put_at, set_up
from tests.builders import House

# What only adds or completes changes no other cell, so the register need not be put back after it.
ADDING = {
    "dispute.amend", "dispute.assign", "dispute.link", "dispute.unlink", "dispute.orient", "orientation.strike",
    "dispute.set_lead", "standin.end", "alert.set", "attempt.add", "attempt.amend", "attempt.strike", "harm.record",
    "harm.strike", "proceeding.add", "proceeding.amend", "proceeding.strike", "source.record", "source.strike",
    "measure.record", "measure.lift", "measure.strike", "interest.declare", "interest.strike", "witness.add",
    "witness.amend", "witness.strike", "intermediary.add", "intermediary.amend", "intermediary.strike",
    "consent.record", "consent.withdraw", "consent.strike", "object.add", "object.amend", "object.strike",
    "summons.issue", "session.schedule", "offer.record", "offer.answer", "offer.strike", "note.write",
    "note.open", "note.strike", "document.add", "document.open", "document.unseal", "document.strike",
    "condition.note", "condition.strike", "copy.give", "copy.strike", "step.strike", "ending.strike",
    "difficulty.report",
    "difficulty.settle", "difficulty.strike", "release.strike", "remark.add", "remark.answer", "mediation.strike"}
ON_POSTGRESQL = "TEST_DATABASE_URL" in os.environ
ACCEPTED = os.environ.get("MATRIX") == "accept" and not ON_POSTGRESQL


class Trial:
    """The scene, and the way back to it; what did not move is not put back."""

    def __init__(self, found, place):
        self.scene, self.place, self.moved = found, place, False
        self.kept = everything()
        self._leave()
        place.keep("scene")

    def at(self, stage: Stage) -> None:
        """The scene, at this stage."""
        self._leave()
        if self.moved:
            self.place.come_back("scene")
        self.moved = False
        with guard.opened(None), db.engine.begin() as connection:
            put_at(self.scene, stage, connection)

    def _leave(self) -> None:
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def trial(register):
    """The scene in which everything is there, for a dispute and for the house; furnished once for all that is tried."""
    app, place = register
    with app.app_context():
        db.engine.dispose()
        place.come_back()
        house = House(dict(app.people))
        found = set_up(house)
        furnish(house)
        yield Trial(found, place)
        db.session.remove()


def test_every_act_is_attempted():
    assert {act.name for act in every_act_of_a_dispute()} == set(ATTEMPTED)
    assert set(CATALOGUE) - set(ATTEMPTED) == {act_of(line).name for line in IN_THE_HOUSE}


def test_the_matrix_is_what_was_agreed(trial):
    stages = (Stage.IN_MEDIATION, Stage.CLOSED) if ON_POSTGRESQL else tuple(Stage)
    cells = {kind: {stage: _column(trial, login, stage) for stage in stages} for kind, login in PEOPLE.items()}
    if ACCEPTED:
        golden.accept(cells)
    assert cells == golden.agreed(stages)


def test_what_belongs_to_no_dispute_is_what_was_agreed_for_people_of_every_role(trial):
    assert {held.role for login in PEOPLE.values() for held in trial.scene.actor(login).holdings} == set(Role)
    cells = {kind: _in_the_house(trial, login) for kind, login in PEOPLE.items()}
    if ACCEPTED:
        golden.accept({golden.HOUSE: cells})
    assert cells == golden.agreed_in_the_house()


def _column(trial: Trial, login: str, stage: Stage) -> dict[str, str]:
    """What becomes of every act that this person attempts at this stage."""
    trial.at(stage)
    found, person = {}, Attempting(trial.scene, login)
    for act in every_act_of_a_dispute():
        before = person.told
        found[act.name] = person.attempt(act, lambda act=act: trial.scene.subject(act), ATTEMPTED[act.name][1])
        trial.moved |= person.told != before
        if person.told != before and act.name not in ADDING:
            trial.at(stage)
            person.look()
    _left_as_it_was(trial, person)
    return found


def _in_the_house(trial: Trial, login: str) -> dict[str, str]:
    """What becomes of what this person attempts where no dispute is, or with one that was sent."""
    trial.at(Stage.REFERRED)
    found, person = {}, Attempting(trial.scene, login)
    for line, (find, facts) in IN_THE_HOUSE.items():
        found[line] = person.attempt(act_of(line), lambda find=find: find(trial.scene, person.actor), facts)
    trial.moved = person.has_done
    _left_as_it_was(trial, person)
    return found


def _left_as_it_was(trial: Trial, person: Attempting) -> None:
    """Whoever was refused everything has changed nothing anywhere, or their next column would not be true."""
    if not person.has_done:
        assert everything() == trial.kept, f"{person.login} was refused everything and left a trace"
