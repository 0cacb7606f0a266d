"""What a paper in force tells is not struck out: the paper is annulled first, then it is."""

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.acts.strike import StrikeFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import AttemptChannel
from mediation.disputes.queries import attempts_of
from mediation.disputes.rules import AttemptFacts
from mediation.land import service as land
from mediation.land.queries import objects_of
from mediation.papers import service as papers
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import AnnulFacts
from mediation.parties import service as parties
from mediation.parties.queries import parties_of, witnesses_of
from mediation.sessions import service as sessions
from mediation.sessions.kinds import Presence, SessionKind
from mediation.sessions.queries import held_of, outcomes_of, summons_of
from mediation.sessions.rules import PresenceFacts
from mediation.teams import service as teams
from mediation.teams.kinds import InterestDecision
from mediation.teams.queries import decided_in
from tests.builders.agreements import read
from tests.builders.papers import came, defaulted, failed, issued, reading, whole, with_sides
from tests.builders.parties import party, witness
from tests.builders.sessions import planned
from tests.builders.teams import tied

PARTY = parties.strike_party, lambda dispute: parties_of(dispute)[0]
SPEAKER = parties.strike_representative, lambda dispute: parties_of(dispute)[1].representatives[0]
OBJECT = land.strike_object, lambda dispute: objects_of(dispute)[0]
SESSION = sessions.strike_session, lambda dispute: held_of(dispute)[0]
SUMMONS = sessions.strike_summons, lambda dispute: summons_of(dispute)[0]
OUTCOME = sessions.strike_mediation, lambda dispute: outcomes_of(dispute)[0]
ATTEMPT = disputes.strike_attempt, lambda dispute: attempts_of(dispute)[0]
WITNESS = parties.strike_witness, lambda dispute: witnesses_of(dispute)[0]
LINK = teams.strike_interest, lambda dispute: decided_in(dispute)[0]


@pytest.fixture
def dispute(house):
    made = with_sides(house)
    tied(house, made, decision=InterestDecision.STANDS_BACK)
    disputes.add_attempt(house.actor("moussa"), made, AttemptFacts(AttemptChannel.CUSTOMARY, body="les chefs"))
    return made


def visit_told(house, dispute):
    return PaperKind.SITE_VISIT, whole(house, dispute, SessionKind.SITE_VISIT, attendance=(
        *came(1), PresenceFacts(Presence.CAME, representative=1)))


def heard(house, dispute):
    witness(house, dispute)
    return PaperKind.HEARING, whole(house, dispute, SessionKind.WITNESS_HEARING,
                                    attendance=(PresenceFacts(Presence.CAME, witness=1),))


def faced(house, dispute):
    return PaperKind.CONFRONTATION, whole(house, dispute, SessionKind.CONFRONTATION)


def attended(house, dispute):
    return PaperKind.ATTENDANCE, whole(house, dispute)


def not_agreed(house, dispute):
    return PaperKind.NON_CONCILIATION, failed(house, dispute)


def never_came(house, dispute):
    return PaperKind.DEFAULT, defaulted(house, dispute)


def agreed(house, dispute):
    return PaperKind.CONCILIATION, read(house, dispute, found_at=whole(house, dispute).number)


def asked(house, dispute):
    return PaperKind.RECEIPT, dispute


@pytest.mark.parametrize(("made", "held"), [(made, held) for made, told in (
    (visit_told, (PARTY, SPEAKER, OBJECT, SESSION)), (heard, (WITNESS, OBJECT, LINK)), (faced, (PARTY, SESSION)),
    (attended, (PARTY, SESSION)), (not_agreed, (OUTCOME, ATTEMPT, SESSION, SPEAKER)),
    (never_came, (SUMMONS, OUTCOME, PARTY, LINK)), (agreed, (PARTY, SPEAKER, SESSION, OBJECT, LINK)),
    (asked, (PARTY, OBJECT))) for held in told])
def test_what_a_paper_tells_is_struck_only_once_the_paper_is_annulled(house, dispute, made, held):
    kind, row = made(house, dispute)
    paper, (strike, found) = issued(house, kind, row), held
    number = paper.reference
    with reading(house, dispute):
        with pytest.raises(BrokenRule) as refused:
            strike(house.actor("moussa"), found(dispute), StrikeFacts("saisi par erreur"))
        assert number in str(refused.value.text)
    with reading(house, dispute):
        papers.annul_paper(house.actor("moussa"), paper, AnnulFacts("à refaire"))
    with reading(house, dispute):
        assert strike(house.actor("moussa"), found(dispute), StrikeFacts("saisi par erreur")).struck_at


def test_what_a_paper_does_not_tell_is_struck_as_ever(house, dispute):
    issued(house, *attended(house, dispute))
    other = party(house, dispute, 3, "Un voisin")
    coming = planned(house, dispute)
    for strike, row in ((parties.strike_party, other), (sessions.strike_session, coming)):
        with reading(house, dispute):
            assert strike(house.actor("moussa"), row, StrikeFacts("saisi par erreur")).struck_at


def test_whoever_came_is_not_taken_off_the_list_of_a_session_that_a_paper_tells(house, dispute):
    kind, session = visit_told(house, dispute)
    issued(house, kind, session)
    with reading(house, session):
        facts = sessions.rules.SessionFacts(
            session.held_on, session.result, session.said, session.kind, session.place,
            bench=tuple(sessions.rules.SeatFacts(one.name, one.quality, one.chaired) for one in session.bench),
            attendance=came(1))
        with pytest.raises(BrokenRule):
            sessions.amend_session(house.actor("moussa"), session, facts)
