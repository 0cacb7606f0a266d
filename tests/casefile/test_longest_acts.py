"""The acts that write many rows, with as many as a form takes: each asks its questions once, not once a row."""

from contextlib import contextmanager

import pytest

from mediation.acts import scope
from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements import service as agreements
from mediation.agreements.forms import ROWS
from mediation.agreements.kinds import AgreementForm, Basis, Mark
from mediation.agreements.rules import (
    AgreementFacts,
    CommitmentFacts,
    GuarantorFacts,
    MemberFacts,
    SignFacts,
    WitnessFacts,
)
from mediation.disputes.queries import find
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, record_visit
from mediation.intake.forms import MOST_ROWS
from mediation.intake.rules import IntakeFacts
from mediation.intake.service import register_whole_dispute
from mediation.kernel.db import is_sqlite
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.rules import PlanFacts, PresenceFacts, ReportFacts, SeatFacts, SessionFacts
from mediation.sessions.service import report_session
from tests.builders import SAISINE
from tests.builders.agreements import READ, in_mediation, lines
from tests.builders.casefile import statements
from tests.builders.land import FIELD
from tests.builders.parties import party
from tests.builders.sessions import days

MANY = range(1, ROWS + 1)
LONGEST = AgreementFacts(
    Basis.PARTIES, AgreementForm.WRITTEN, True, days(-1),
    commitments=tuple(CommitmentFacts(("A", "B"), f"rend la charrue {number}", ("A", "B")) for number in MANY),
    guarantors=tuple(GuarantorFacts(f"Garant {number}") for number in MANY),
    witnesses=tuple(WitnessFacts(f"Témoin {number}") for number in MANY),
    committee=tuple(MemberFacts(f"Membre {number}") for number in MANY))


@pytest.fixture
def asks(app):
    """Hold an act to so many statements; on SQLite beside the rows that it adds, which go in one by one there."""

    @contextmanager
    def at_most(most: int):
        with statements(app) as asked:
            yield
        counted = [one for one in asked if not (is_sqlite() and one.startswith("INSERT"))]
        assert len(counted) <= most, len(counted)

    return at_most


@pytest.fixture
def reference(house) -> str:
    """A dispute in mediation, with forty people on its two sides."""
    with scope.seen_by(house.actor("moussa")):
        dispute = in_mediation(house)
        for number in MANY[2:]:
            party(house, dispute, 1 + number % 2, f"Famille {number}")
        return dispute.reference


def test_an_act_of_forty_rows_asks_no_more_than_one_of_a_few(house, reference, asks):
    actor = house.actor("moussa")
    with scope.seen_by(actor):
        dispute = find(reference)
        with asks(30):
            report_session(actor, dispute, ReportFacts(SessionFacts(
                days(-1), Result.AGREEMENT, attendance=tuple(PresenceFacts(Presence.CAME, party=one) for one in MANY),
                bench=tuple(SeatFacts(f"Conseiller {number}") for number in MANY)), PlanFacts(days(9))))
        with asks(30):
            agreement = agreements.record_agreement(actor, dispute, LONGEST)
        with asks(30):
            agreements.read_aloud_agreement(actor, agreement, READ)
        signed = SignFacts(lines(house, agreement, Mark.SIGNED), days(-1))
        with asks(30):
            agreements.sign_agreement(actor, agreement, signed)
        with asks(30):
            record_visit(actor, agreement, VisitFacts(happened_on=days(0), findings=tuple(
                FindingFacts(one.number, CommitmentStage.KEPT) for one in agreement.commitments)))
        with asks(30):
            close_dispute(actor, dispute, CloseFacts(Ending.KEPT))


def test_registering_asks_as_much_for_each_act_however_many_there_are(house, asks):
    parties = tuple(PartyFacts(1 + number % 2, PartyKind.PERSON, f"Famille {number}") for number in range(MOST_ROWS))
    whole = IntakeFacts(SAISINE, parties, (FIELD,) * MOST_ROWS)
    with asks(8 * (1 + 2 * MOST_ROWS)):
        register_whole_dispute(house.actor("moussa"), house.institution(), whole)
