"""A person who attempts one act after the other, and what is found in the database after each."""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import func, select

from mediation.acts.act import Act
from mediation.acts.door import VERBS
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.vocabulary import Stage
from mediation.disputes.models import Dispute
from mediation.kernel.db import Base, ask
from tests.acts.scenes import Scene, holding

ENTRY, DISPUTE = LedgerEntry.__table__, Dispute.__table__
# A refusal is written in the person's own stream, and the stage is put by the test: all else stays as it was.
MOVED_BY_REFUSALS = {"account": {"act_count"}, "dispute": {"stage", "ending"}}
GROWN_BY_REFUSALS = {"ledger_entry", "ledger_detail"}


class Told(NamedTuple):
    """How many acts the whole register holds, how many of them this dispute, and its stage."""

    acts: int
    of_the_dispute: int
    stage: Stage


def told(scene: Scene) -> Told:
    """What the database says now, asked past all that sees for somebody."""
    of_the_dispute = ENTRY.c.dispute_id == scene.dispute_id
    acts = select(func.count()).select_from(ENTRY).where(ENTRY.c.act != "act.refused").scalar_subquery()
    mine = select(func.count()).select_from(ENTRY).where(of_the_dispute).scalar_subquery()
    return Told(*ask(select(acts, mine, DISPUTE.c.stage).where(DISPUTE.c.id == scene.dispute_id)).one())


def everything() -> dict[str, list[str]]:
    """Every row of every table, but for what a refusal may write."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in GROWN_BY_REFUSALS:
            columns = [column for column in table.c if column.name not in MOVED_BY_REFUSALS.get(table.name, ())]
            found[table.name] = sorted(map(repr, ask(select(*columns)).all()))
    return found


class Attempting:
    """A person of the scene, as the register knows them until something is done."""

    def __init__(self, scene: Scene, login: str):
        self.scene, self.login, self.has_done = scene, login, False
        self.look()

    def look(self) -> None:
        """Who this person is now, and how the register stands."""
        self.actor = self.scene.actor(self.login)
        self.seen = self.scene.is_seen_by(self.actor)
        self.told = told(self.scene)

    def attempt(self, act: Act, find: Callable, facts) -> str:
        """Try, then look: `no`, `not now`, `rule`, or `done` with the stage the dispute is at afterwards."""
        before = self.told
        try:
            with holding(act, self.actor, self.seen):
                VERBS[act.name](self.actor, find(), facts)
        except (NotPermitted, NotFound):
            return self._nothing_was_done(act, "no")
        except WrongStage:
            return self._nothing_was_done(act, "not now")
        except BrokenRule as broken:
            return self._nothing_was_done(act, f"rule {broken.field}".strip())
        self.look()
        self.has_done, here = True, int(act.in_dispute)
        assert self.told[:2] == (before.acts + 1, before.of_the_dispute + here), f"{act.name} by {self.login}"
        return self.told.stage.value if self.told.stage is not before.stage else "done"

    def _nothing_was_done(self, act: Act, said: str) -> str:
        assert told(self.scene) == self.told, f"{act.name} was refused to {self.login} and left a trace"
        return said
