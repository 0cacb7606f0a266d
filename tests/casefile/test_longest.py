"""The longest file: one of everything there is, twenty sessions, forty commitments, nine people on one side."""

import pytest

from mediation.acts import scope
from mediation.acts.vocabulary import Stage
from mediation.agreements.kinds import AgreementForm, Basis
from mediation.agreements.rules import AgreementFacts, CommitmentFacts
from mediation.agreements.service import record_agreement
from mediation.disputes.queries import find
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.parties.service import add_party
from mediation.referrals.rules import ResumeFacts
from mediation.referrals.service import resume_dispute
from mediation.sessions.service import record_session
from tests.acts.scenes import HELD, set_up
from tests.builders.casefile import statements
from tests.builders.sessions import days


@pytest.fixture
def number(house) -> str:
    """A dispute in which every table has a row, and the common ones many."""
    scene, actor = set_up(house), house.actor("moussa")
    with scope.seen_by(actor):
        dispute = find(scene.reference)
        if dispute.stage is Stage.SUSPENDED:
            resume_dispute(actor, dispute, ResumeFacts())
        for place in range(9):
            add_party(actor, dispute, PartyFacts(2, PartyKind.PERSON, f"Défendeur {place + 1}"))
        for _ in range(20):
            record_session(actor, dispute, HELD)
        for _ in range(3):
            record_agreement(actor, dispute, AgreementFacts(
                Basis.PARTIES, AgreementForm.WRITTEN, True, days(-1), commitments=tuple(
                    CommitmentFacts(("A",), f"rend la charrue {number}", ("B",)) for number in range(14))))
    return scene.reference


@pytest.mark.parametrize("login", ["moussa", "salimata"])
def test_the_longest_file_is_read_in_at_most_25_statements(app, visit, number, login):
    visitor = visit(login)
    visitor.get(f"/disputes/{number}/")
    for page in ("", "chronology/"):
        with statements(app) as asked:
            answer = visitor.get(f"/disputes/{number}/{page}")
        assert answer.status_code == 200 and len(asked) <= 25, len(asked)


def test_an_act_on_the_longest_file_takes_at_most_30_statements(app, visit, number):
    visitor, at = visit("moussa"), f"/disputes/{number}/sessions/new/"
    with statements(app) as asked:
        answer = visitor.post(at, {"happened_on-precision": "unknown", "result": "goes_on", "said": "On continue."})
    assert answer.status_code == 302 and len(asked) <= 30, len(asked)
