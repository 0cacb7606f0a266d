"""Disputes at every stage of the road, and the statements a page asks the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import event

from mediation.acts import scope
from mediation.agreements.rules import CommitmentFacts, SignFacts
from mediation.agreements.service import read_aloud_agreement, sign_agreement
from mediation.disputes import service as disputes
from mediation.disputes.kinds import DeclineReason
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts, DeclineFacts, WithdrawFacts
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import db
from mediation.sessions import rules as session_rules
from mediation.sessions import service as sessions
from tests.builders import agreements, followup, land, parties
from tests.builders.sessions import held, planned, summoned, team


@contextmanager
def statements(app) -> Iterator[list[str]]:
    """What is asked of the database inside."""
    asked: list[str] = []

    def note(connection, cursor, statement, *rest):
        asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def fresh(house) -> Dispute:
    """Just registered, nothing else known."""
    return team(house, house.registered())


def complete(house) -> Dispute:
    """Registered, with both sides, an object and something of everything that may come before."""
    dispute = fresh(house)
    parties.two_sides(house, dispute)
    parties.witness(house, dispute)
    land.one_field(house, dispute)
    return dispute


def accepted(house) -> Dispute:
    """Accepted, summoned, with a session planned."""
    dispute = complete(house)
    disputes.accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
    summoned(house, dispute, 1, served=None)
    planned(house, dispute)
    return dispute


def heard(house) -> Dispute:
    """In mediation, with a session held, another planned and a reserved note."""
    dispute = accepted(house)
    held(house, dispute, by="awa", came=(1, 2))
    sessions.write_note(house.actor("awa"), dispute, session_rules.NoteFacts("réservé : ne pas dire"))
    return dispute


def drafted(house) -> Dispute:
    """With a settlement written down."""
    dispute = heard(house)
    agreements.drafted(house, dispute)
    return dispute


def read(house) -> Dispute:
    """With a settlement read to the parties."""
    dispute = heard(house)
    agreements.read(house, dispute)
    return dispute


def signed(house) -> Dispute:
    """In follow-up, with a visit planned."""
    dispute = heard(house)
    followup.planned(house, agreements.signed(house, dispute))
    return dispute


def visited(house) -> Dispute:
    """In follow-up, all commitments kept."""
    dispute = heard(house)
    followup.visited(house, agreements.signed(house, dispute))
    return dispute


def signed_ago(house, ago: int, due_on: ApproximateDate, what: str) -> str:
    """The number of a dispute settled that many days ago, with one commitment of A towards B."""
    actor = house.actor("moussa")
    with clock.moved_by(timedelta(days=-ago)), scope.seen_by(actor):
        dispute, today = heard(house), dates.on(clock.today())
        number = dispute.reference
        agreement = agreements.drafted(house, dispute, happened_on=today, commitments=(
            CommitmentFacts(("A",), what, ("B",), due_on=due_on),))
        read_aloud_agreement(actor, agreement, replace(agreements.READ, happened_on=today))
        sign_agreement(actor, agreement, SignFacts(agreements.lines(house, agreement), today))
    return number


def unsettled(house) -> Dispute:
    """Ended without a settlement."""
    dispute = heard(house)
    sessions.fail_mediation(house.actor("moussa"), dispute, session_rules.FailFacts())
    return dispute


def declined(house) -> Dispute:
    """Not taken."""
    dispute = fresh(house)
    return disputes.decline_dispute(house.actor("moussa"), dispute, DeclineFacts(DeclineReason.TERRITORY))


def withdrawn(house) -> Dispute:
    """Taken back."""
    dispute = complete(house)
    return disputes.withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("La famille", "Entente"))


STAGES: tuple[Callable, ...] = (fresh, complete, accepted, heard, drafted, read, signed, visited, unsettled,
                                declined, withdrawn)


def number_of(house, build: Callable, by: str = "moussa") -> str:
    """Build a dispute as its secretary sees it, and give its number."""
    with scope.seen_by(house.actor(by)):
        return build(house).reference
