"""Closing as a double, and reopening what was closed in error."""

from datetime import timedelta

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.vocabulary import Ending, Stage
from mediation.disputes import service as disputes
from mediation.disputes.kinds import DeclineReason
from mediation.disputes.rules import DeclineFacts, WithdrawFacts
from mediation.followup import queries, rules, service
from mediation.followup.models import Reopening
from mediation.kernel import clock
from mediation.referrals import queries as links
from mediation.referrals.kinds import LinkKind, PauseReason
from mediation.referrals.rules import LinkFacts, PauseFacts
from mediation.referrals.service import link_dispute, suspend_dispute
from tests.builders.agreements import in_mediation, signed
from tests.builders.followup import visited
from tests.builders.sessions import days


def close(house, dispute, ending=Ending.DUPLICATE, by="moussa", **more):
    return service.close_dispute(house.actor(by), dispute, rules.CloseFacts(ending, happened_on=days(0), **more))


def reopen(house, dispute, by="bakary", reason="clos sur le mauvais dossier", came_back=False):
    return service.reopen_dispute(house.actor(by), dispute, rules.ReopenFacts(reason, came_back))


def refused(field: str, act, *given, **more) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given, **more)
    assert broken.value.field == field
    return str(broken.value.text)


def test_a_double_names_the_other_dispute_and_is_linked_to_it(house):
    other, mine = house.registered(), house.registered()
    refused("duplicate_of", close, house, mine)
    refused("duplicate_of", close, house, mine, reason="c’est le même")
    closed = close(house, mine, duplicate_of=f" {other.reference.lower()} ")
    assert closed.ending is Ending.DUPLICATE and links.kinds_between(mine, other) == [LinkKind.DUPLICATE]
    assert other.stage is Stage.REGISTERED


def test_a_double_is_of_another_dispute_that_one_sees(house):
    hidden = house.registered(by="kadia", code="KOB")
    mine = house.registered()
    for number in ("MSG-2026-9999", "n’importe quoi", hidden.reference):
        assert "ne voyez aucun" in refused("duplicate_of", close, house, mine, duplicate_of=number)
    assert "ce dossier" in refused("duplicate_of", close, house, mine, duplicate_of=mine.reference)
    assert mine.stage is Stage.REGISTERED


def test_doubles_never_go_round_in_a_circle(house):
    one, two, three = house.registered(), house.registered(), house.registered()
    close(house, one, duplicate_of=two.reference)
    assert "déjà" in refused("duplicate_of", close, house, two, duplicate_of=one.reference)
    close(house, two, duplicate_of=three.reference)
    refused("duplicate_of", close, house, three, duplicate_of=one.reference)


def test_a_link_that_already_says_so_is_not_made_twice(house):
    other, mine = house.registered(), house.registered()
    link_dispute(house.actor("moussa"), mine, LinkFacts(LinkKind.DUPLICATE, other.reference))
    close(house, mine, duplicate_of=other.reference)
    assert len(queries.said_double(mine)) == 1


def test_reopening_a_double_undoes_its_link(house):
    other, mine = house.registered(), house.registered()
    close(house, mine, duplicate_of=other.reference)
    reopen(house, mine)
    assert mine.stage is Stage.REGISTERED and links.kinds_between(mine, other) == []


def test_only_the_chair_of_its_institution_reopens(house):
    dispute = house.registered()
    close(house, dispute, Ending.OVERTAKEN, reason="réglé")
    for login in ("moussa", "awa", "kadia", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            reopen(house, dispute, by=login)
    reopen(house, dispute)
    with pytest.raises(WrongStage):
        reopen(house, dispute)


@pytest.mark.parametrize("built", ["follow-up", "mediation", "accepted", "declined", "withdrawn", "paused"])
def test_a_reopened_dispute_is_back_where_it_stood(house, built):
    moussa = house.actor("moussa")
    if built == "follow-up":
        agreement = signed(house)
        visited(house, agreement)
        dispute, before = close(house, agreement.dispute, Ending.KEPT), Stage.IN_FOLLOW_UP
    elif built == "mediation":
        dispute, before = close(house, in_mediation(house), Ending.OVERTAKEN, reason="réglé"), Stage.IN_MEDIATION
    elif built == "accepted":
        dispute, before = close(house, house.accepted(), Ending.OVERTAKEN, reason="réglé"), Stage.ACCEPTED
    elif built == "declined":
        dispute = disputes.decline_dispute(moussa, house.registered(), DeclineFacts(DeclineReason.TERRITORY))
        before = Stage.REGISTERED
    elif built == "withdrawn":
        dispute = disputes.withdraw_dispute(moussa, house.accepted(), WithdrawFacts("Adama", "entente"))
        before = Stage.ACCEPTED
    else:
        dispute = house.accepted()
        suspend_dispute(moussa, dispute, PauseFacts(PauseReason.RAINS))
        close(house, dispute, Ending.OVERTAKEN, reason="réglé")
        before = Stage.SUSPENDED
    ending = dispute.ending
    made = reopen(house, dispute)
    assert dispute.stage is before and (made.ending, made.reason) == (ending, "clos sur le mauvais dossier")
    assert dispute.ending is dispute.ended_on is dispute.ending_reason is None
    assert dispute.decline_reason is dispute.withdrawn_by is None


def test_a_dispute_closed_twice_comes_back_to_where_it_stood_last(house):
    dispute = house.accepted()
    close(house, dispute, Ending.OVERTAKEN, reason="réglé")
    reopen(house, dispute)
    suspend_dispute(house.actor("moussa"), dispute, PauseFacts(PauseReason.RAINS))
    close(house, dispute, Ending.OVERTAKEN, reason="réglé")
    reopen(house, dispute)
    assert dispute.stage is Stage.SUSPENDED


def test_a_problem_that_came_back_is_another_dispute(house):
    dispute = house.registered()
    close(house, dispute, Ending.OVERTAKEN, reason="réglé")
    assert "nouveau dossier" in refused("came_back", reopen, house, dispute, came_back=True)
    refused("came_back", reopen, house, dispute, came_back=None)
    refused("reason", reopen, house, dispute, reason="")
    assert isinstance(reopen(house, dispute), Reopening)


def test_a_dispute_that_left_or_was_copied_is_not_reopened():
    for ending, copied in ((Ending.REFERRED, False), (Ending.KEPT, True)):
        with pytest.raises(BrokenRule):
            rules.may_come_back(ending, copied)
    rules.may_come_back(Ending.KEPT, False)


def test_a_paused_dispute_is_closed_without_object_only(house):
    dispute = house.accepted()
    suspend_dispute(house.actor("moussa"), dispute, PauseFacts(PauseReason.RAINS))
    assert queries.endings_open(dispute) == (Ending.OVERTAKEN, Ending.DUPLICATE)
    assert close(house, dispute, Ending.OVERTAKEN, reason="réglé").stage is Stage.CLOSED


def test_a_copied_dispute_may_end_without_anybody_knowing_how():
    assert rules.endings_open(Stage.NOT_SETTLED, None, copied=True) == (
        Ending.NOT_SETTLED, Ending.DEFAULT, Ending.OVERTAKEN, Ending.DUPLICATE, Ending.NOT_KNOWN)
    assert Ending.NOT_KNOWN not in rules.endings_open(Stage.NOT_SETTLED, None)
    assert Ending.REFERRED not in {e for stage in Stage for e in rules.endings_open(stage, None, copied=True)}


def test_closing_while_the_dossier_is_elsewhere_waits_for_its_answer(house):
    from mediation.acts.catalogue import CATALOGUE

    assert Stage.REFERRED not in CATALOGUE["dispute.close"].at and Stage.SUSPENDED in CATALOGUE["dispute.close"].at


def test_what_was_found_for_one_year_is_to_be_seen_again_the_next(house):
    from dataclasses import replace

    from mediation.acts.vocabulary import CommitmentStage
    from tests.builders.agreements import PASSAGE
    from tests.builders.followup import commitments_of

    agreement = signed(house, commitments=(replace(PASSAGE, window="chaque année, du 25 au 31 décembre"),))
    (number,) = commitments_of(house, agreement)
    year = clock.today().year

    def visit(for_year):
        return service.record_visit(house.actor("moussa"), agreement, rules.VisitFacts(
            (rules.FindingFacts(number, CommitmentStage.KEPT, for_year=for_year),), days(0)))

    for wrong in (year + 1, year - 30):
        assert refused("findings-0-for_year", visit, wrong)
    assert visit(year).findings[0].for_year == year
    assert queries.doubtful_in(agreement.dispute) == set()
    with clock.moved_by(timedelta(days=366)):
        assert queries.doubtful_in(agreement.dispute) == {agreement.commitments[0].id}
        assert [one.number for one in queries.still_due(agreement.dispute)] == [number]
