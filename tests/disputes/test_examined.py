"""Examining a saisine: nothing is decided of it certainly before it was made."""

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Stage
from mediation.disputes import service
from mediation.disputes.kinds import DeclineReason
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts, DeclineFacts, WithdrawFacts
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from tests.builders.land import one_field
from tests.builders.parties import two_sides
from tests.builders.sessions import days

DECISIONS = {
    service.accept_dispute: AcceptFacts,
    service.decline_dispute: lambda when: DeclineFacts(DeclineReason.TERRITORY, happened_on=when),
    service.withdraw_dispute: lambda when: WithdrawFacts("Adama", "réglé en famille", when),
}


def asked(house, when: ApproximateDate) -> Dispute:
    """A dispute brought on that day, which could be accepted."""
    dispute = house.registered(happened_on=when)
    two_sides(house, dispute)
    one_field(house, dispute)
    return dispute


@pytest.fixture(params=DECISIONS, ids=lambda verb: verb.__name__)
def decide(request, house):
    """Accept, decline or withdraw a dispute on a day."""
    return lambda dispute, when: request.param(house.actor("moussa"), dispute, DECISIONS[request.param](when))


def test_nothing_is_decided_certainly_before_the_saisine(house, decide):
    dispute = asked(house, days(-10))
    with pytest.raises(BrokenRule) as broken:
        decide(dispute, days(-11))
    assert broken.value.field == "happened_on" and "avant la demande" in str(broken.value.text)
    assert decide(dispute, days(-10)).stage is not Stage.REGISTERED


def test_what_may_be_after_the_saisine_is_taken(house, decide):
    dispute = asked(house, days(-10))
    assert decide(dispute, dates.in_year(days(-10).earliest.year)).stage is not Stage.REGISTERED


def test_a_decision_of_a_saisine_whose_day_nobody_knows_is_taken(house, decide):
    dispute = asked(house, dates.unknown())
    assert decide(dispute, dates.in_year(clock.today().year - 20)).stage is not Stage.REGISTERED


def test_a_date_before_the_saisine_is_refused_beside_its_question(house, visit):
    dispute = asked(house, days(-10))
    too_early = days(-11).earliest
    sent = {"happened_on-precision": "day", "happened_on-day": str(too_early.day),
            "happened_on-month": str(too_early.month), "happened_on-year": str(too_early.year)}
    page = visit("moussa").post(f"/disputes/{dispute.reference}/accept/", sent)
    assert page.status_code == 200 and "avant la demande" in page.text.split('id="happened_on-error"')[1]
