"""A late entry was possible at its event date: only what is certainly impossible is refused."""

import pytest

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Ending, ReferralStage, Stage
from mediation.context import service as context
from mediation.context.models import Measure
from mediation.context.rules import LiftFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find, find_in
from mediation.disputes.rules import HarmFacts, WithdrawFacts
from mediation.followup import service as followup
from mediation.followup.rules import CloseFacts, ReopenFacts
from mediation.kernel import clock, dates
from mediation.referrals.models import Referral
from mediation.sessions.rules import SummonsFacts
from mediation.sessions.service import issue_summons
from tests.builders.casefile import accepted, complete
from tests.builders.context import measure
from tests.builders.referrals import afresh, answered, done, referred
from tests.builders.sessions import COME, days
from tests.intake.test_transcribing import copy, held

FORGOTTEN = LateFacts("On l’avait oublié")


def harmed(house, dispute: Dispute, happened_on) -> None:
    done(house, disputes.record_harm, afresh(house, dispute.reference), HarmFacts(
        HarmKind.CATTLE, 2, happened_on=happened_on, late=FORGOTTEN))


def found(house, model, number: str):
    """The first row of its kind, as somebody reads it who sees the dispute."""
    with scope.seen_by(house.actor("moussa")):
        return find_in(model, find(number), 1)


def summoned(house, number: str, happened_on) -> None:
    done(house, issue_summons, afresh(house, number), SummonsFacts(
        1, happened_on=happened_on, text=COME, late=FORGOTTEN))


def refusal(act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == "happened_on" and held(LateEntry) == []
    return str(broken.value.text)


@pytest.fixture
def closed(house) -> Dispute:
    """Withdrawn twenty days ago, written down today."""
    return disputes.withdraw_dispute(house.actor("moussa"), complete(house),
                                     WithdrawFacts("La famille", "Entente", days(-20)))


def test_what_certainly_came_after_the_closing_belongs_to_another_dispute(house, closed):
    told = refusal(harmed, house, closed, days(-19))
    assert "déjà clos" in told and dates.said(days(-20), clock.today()) in told and "nouveau dossier" in told


@pytest.mark.parametrize("when", [
    days(-20), days(-400), dates.in_year(1965), dates.about_year(clock.today().year), dates.unknown(),
    dates.before("la fête"), dates.after("la fête", clock.today().replace(year=2020))])
def test_what_may_have_come_before_the_closing_is_taken(house, closed, when):
    harmed(house, closed, when)
    assert [one.late for one in held(LateEntry)] == [True]


def test_a_closing_whose_day_is_not_known_shuts_nothing_out(house):
    dispute = disputes.withdraw_dispute(house.actor("moussa"), complete(house),
                                        WithdrawFacts("La famille", "Entente", dates.unknown()))
    harmed(house, dispute, days(0))
    assert [one.late for one in held(LateEntry)] == [True]


def test_a_dispute_copied_from_an_old_register_was_closed_when_the_register_says(house):
    dispute = copy(house, ending=Ending.KEPT, ended_on=dates.in_year(1965))
    with pytest.raises(BrokenRule, match="déjà clos"):
        harmed(house, dispute, dates.in_year(1966))
    harmed(house, dispute, dates.about_year(1966))
    harmed(house, dispute, dates.in_year(1963))
    assert len(held(LateEntry)) == 3


def test_a_copied_dispute_without_a_closing_day_takes_what_came_until_it_was_copied(house):
    harmed(house, copy(house), dates.in_year(1990))
    assert len(held(LateEntry)) == 2


def test_a_closing_in_error_was_none(house):
    dispute = accepted(house)
    close = CloseFacts(Ending.OVERTAKEN, "Inondé", days(-20))
    done(house, followup.close_dispute, afresh(house, dispute.reference), close)
    done(house, followup.reopen_dispute, afresh(house, dispute.reference), ReopenFacts(
        "Erreur de dossier", came_back=False), "bakary")
    done(house, followup.close_dispute, afresh(house, dispute.reference), CloseFacts(
        Ending.OVERTAKEN, "Inondé", days(-2)))
    harmed(house, dispute, days(-10))
    assert [one.late for one in held(LateEntry)] == [True]


def test_nobody_was_summoned_while_the_dispute_was_elsewhere(house):
    number = accepted(house).reference
    referred(house, afresh(house, number), outside="La mairie", happened_on=days(-30))
    assert "chez une autre institution" in refusal(summoned, house, number, days(-10))
    summoned(house, number, days(-40))
    answered(house, found(house, Referral, number), ReferralStage.REFUSED, happened_on=days(-5))
    done(house, disputes.withdraw_dispute, afresh(house, number), WithdrawFacts("La famille", "Entente", days(-1)))
    with pytest.raises(BrokenRule, match="chez une autre institution"):
        summoned(house, number, days(-10))
    summoned(house, number, days(-3))
    assert len(held(LateEntry)) == 2


def test_a_measure_may_be_lifted_after_the_dispute_is_over(house):
    dispute = complete(house)
    number = dispute.reference
    measure(house, dispute, happened_on=days(-30))
    done(house, disputes.withdraw_dispute, afresh(house, number), WithdrawFacts("La famille", "Entente", days(-20)))
    lifting = LiftFacts("Le sous-préfet", days(-2), late=FORGOTTEN)
    done(house, context.lift_measure, found(house, Measure, number), lifting)
    assert [one.late for one in held(LateEntry)] == [True]
    assert afresh(house, number).stage is Stage.CLOSED
