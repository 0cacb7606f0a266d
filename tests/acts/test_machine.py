"""Random acts of random people: whatever is tried, the register holds what the regulation promises.

`MACHINE_RUNS` says how many lives of a dispute are lived: 200 in the suite, 40 where each begins on PostgreSQL.
"""

import os
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from mediation.acts import scope
from mediation.acts.door import VERBS
from mediation.acts.ledger import LedgerEntry
from mediation.acts.policy import may
from mediation.acts.refusals import Refusal
from mediation.acts.scope import KEEPER
from mediation.acts.verification import verify
from mediation.acts.vocabulary import Role, Stage
from mediation.acts.workflow import open_now
from mediation.agreements.kinds import Mark
from mediation.agreements.queries import people_of
from mediation.agreements.rules import LineFacts, SignFacts, lines_of
from mediation.disputes.models import Dispute, TeamMember
from mediation.disputes.queries import find
from mediation.kernel.db import db
from tests.acts.scenes import ATTEMPTED, YESTERDAY, every_act_of_a_dispute, holding

RUNS = int(os.environ.get("MACHINE_RUNS", "40" if os.environ.get("TEST_DATABASE_URL") else "200"))
STEPS = 18
ACTS = [act for act in every_act_of_a_dispute() if act.name in ATTEMPTED]
PEOPLE = ("awa", "moussa", "bakary", "kadia", "salimata", "admin", "sira")


class Life(RuleBasedStateMachine):
    """One dispute, lived at random."""

    house = place = None

    @initialize()
    def is_registered(self):
        db.session.remove()
        db.engine.dispose()
        self.place.come_back("cast")
        self.reference = self.house.registered(by="awa").reference
        self.stage, self.entries = Stage.REGISTERED, 1

    def dispute(self) -> Dispute:
        return find(self.reference)

    def rows(self, act) -> list:
        """What the act can be tried on: the dispute, or every row of its kind."""
        row, _facts = ATTEMPTED[act.name]
        if row is None:
            return [self.dispute()]
        return list(db.session.scalars(
            select(row[0]).where(row[0].dispute_id == self.dispute().id).order_by(row[0].number)))

    @rule(act=st.sampled_from(ACTS), login=st.sampled_from(PEOPLE), pick=st.integers(0, 7))
    def somebody_tries_something(self, act, login, pick):
        """Anything, by anybody."""
        self._try(act, login, pick)

    @rule(login=st.sampled_from(("awa", "moussa", "bakary")), choice=st.integers(0, 999), pick=st.integers(0, 7))
    def somebody_does_what_is_open(self, login, choice, pick):
        """Something that is open to this person now, if anything is: the first from somewhere in the regulation."""
        actor, start = self.house.actor(login), choice % len(ACTS)
        with scope.seen_by(KEEPER):
            found = next((act for act in ACTS[start:] + ACTS[:start] if any(
                may(actor, act, one) and open_now(act, one) for one in self.rows(act))), None)
        if found is not None:
            self._try(found, login, pick)

    def _try(self, act, login, pick):
        actor = self.house.actor(login)
        barred, done = actor.sight.barred, False
        with suppress(Refusal), holding(act, actor, self._is_seen_by(actor)):
            if subjects := self.rows(act):
                subject = subjects[pick % len(subjects)]
                VERBS[act.name](actor, subject, _facts(act, subject))
                done = True
        db.session.rollback()
        assert not (done and barred), f"{login} is a party and did {act.name}"
        self._compare(act, done)

    def _is_seen_by(self, actor) -> bool:
        with scope.seen_by(actor):
            return db.session.scalar(select(Dispute.id).where(Dispute.reference == self.reference)) is not None

    def _compare(self, act, done: bool):
        with scope.seen_by(KEEPER):
            dispute = self.dispute()
            told = db.session.scalar(select(func.count()).select_from(LedgerEntry).where(
                LedgerEntry.dispute_id == dispute.id))
            assert told == self.entries + done and dispute.act_count == told, act.name
            if dispute.stage is not self.stage:
                assert done and self.stage in act.at and dispute.stage in act.leads_to, act.name
            self.stage, self.entries = dispute.stage, told
            event(f"at {dispute.stage.value}")

    @invariant()
    def one_person_leads_at_most(self):
        if not hasattr(self, "reference"):
            return
        with scope.seen_by(KEEPER):
            assert db.session.scalar(select(func.count()).select_from(TeamMember).where(
                TeamMember.dispute_id == self.dispute().id, TeamMember.leads, TeamMember.until.is_(None))) <= 1

    @invariant()
    def what_is_closed_has_an_ending(self):
        if not hasattr(self, "reference"):
            return
        with scope.seen_by(KEEPER):
            dispute = self.dispute()
            assert (dispute.ending is not None) == (dispute.stage is Stage.CLOSED)

    def teardown(self):
        """When the life is over, the ledger and every row still agree."""
        if hasattr(self, "reference"):
            db.session.rollback()
            with db.engine.connect() as connection:
                assert verify(connection).verdict == 0


def _facts(act, subject):
    """The facts of the scene; who signs is whoever there is now."""
    facts = ATTEMPTED[act.name][1]
    if act.name == "agreement.sign":
        lines = lines_of(people_of(subject.dispute), subject.guarantors)
        return SignFacts(tuple(LineFacts(line.signer, line.number, Mark.SIGNED) for line in lines), YESTERDAY)
    return facts


@pytest.fixture
def life(register, house):
    """The cast of the scene, and the way back to it before any dispute."""
    _, place = register
    house.person("sira", Role.SECRETARY, "MSG")
    db.session.remove()
    db.engine.dispose()
    place.keep("cast")
    Life.house, Life.place = house, place
    return Life


def test_whatever_is_tried_the_register_holds_its_promises(life):
    run_state_machine_as_test(life, settings=settings(
        max_examples=RUNS, stateful_step_count=STEPS, deadline=None, database=None, print_blob=True,
        phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck)))
