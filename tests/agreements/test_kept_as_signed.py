"""What was signed is told as it was signed, whatever happens to the file later."""


import pytest

from mediation.acts.refusals import BrokenRule
from mediation.acts.strike import StrikeFacts
from mediation.disputes.queries import find_in
from mediation.land import service as land
from mediation.land.models import ContestedObject
from mediation.sessions import service as sessions
from mediation.sessions.kinds import Result
from mediation.sessions.rules import SessionFacts
from tests.builders.agreements import in_mediation, signed
from tests.builders.land import one_field
from tests.builders.parties import A, party
from tests.builders.sessions import days, held


def page(visit, dispute, part: str) -> str:
    return visit("moussa").get(f"/disputes/{dispute}/{part}").text


def the_object(house, dispute, number: int = 1) -> ContestedObject:
    return find_in(ContestedObject, dispute, number)


@pytest.fixture
def agreement(house):
    return signed(house)


def test_who_comes_to_a_side_later_is_bound_by_nothing_on_any_page(house, visit, agreement):
    dispute = agreement.dispute
    reference = dispute.reference
    party(house, dispute, A, "Un cousin venu après")
    for part in ("", "agreements/1/", "close/", "agreements/1/visits/new/"):
        told = page(visit, reference, part)
        assert "Un cousin venu après et" not in told and "et Un cousin venu après" not in told, part


def test_what_a_signed_agreement_rests_on_is_not_struck_and_what_came_later_is(house, agreement):
    dispute = agreement.dispute
    later = one_field(house, dispute)
    with pytest.raises(BrokenRule):
        land.strike_object(house.actor("moussa"), the_object(house, dispute), StrikeFacts("par erreur"))
    assert land.strike_object(house.actor("moussa"), later, StrikeFacts("par erreur")).struck_at


def test_the_day_of_a_session_that_was_signed_stays_and_the_rest_is_completed(house):
    dispute = in_mediation(house)
    session = held(house, dispute, happened_on=days(-3), came=(1,))
    signed(house, dispute, found_at=session.number, happened_on=days(-3))
    with pytest.raises(BrokenRule) as broken:
        sessions.amend_session(house.actor("moussa"), session, SessionFacts(days(-2), Result.GOES_ON, "Un mot de plus"))
    assert broken.value.field == "happened_on"
    same = SessionFacts(session.held_on, Result.GOES_ON, "Un mot de plus", place=session.place)
    assert sessions.amend_session(house.actor("moussa"), session, same).said == "Un mot de plus"
