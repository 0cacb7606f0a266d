"""Closing: the ending follows from the facts, or somebody says why not."""

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending, Stage
from mediation.agreements.rules import SignFacts
from mediation.agreements.service import read_aloud_agreement, sign_agreement
from mediation.followup import queries, rules, service
from mediation.kernel import dates
from mediation.sessions import rules as sessions
from mediation.sessions.service import fail_mediation, strike_session
from tests.builders.agreements import READ, in_mediation, lines, signed
from tests.builders.followup import visited
from tests.builders.sessions import days, held
from tests.builders.validity import denounced, rectifying

KEPT, PARTLY, NOT, DUE, UNSEEN = (
    CommitmentStage.KEPT, CommitmentStage.PARTLY_KEPT, CommitmentStage.NOT_KEPT, CommitmentStage.DUE,
    CommitmentStage.COULD_NOT_CHECK)


class Seen:
    """A commitment, as far as the rules need it."""

    def __init__(self, stage: CommitmentStage):
        self.stage = stage


def follows(*stages: CommitmentStage) -> Ending | None:
    return rules.ending_that_follows(Seen(stage) for stage in stages)


def close(house, dispute, ending: Ending, reason: str | None = None, by: str = "moussa"):
    return service.close_dispute(house.actor(by), dispute, rules.CloseFacts(ending, reason, days(0)))


def refused(field: str, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        close(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def test_the_ending_follows_from_the_commitments():
    assert follows(KEPT, KEPT) is Ending.KEPT and follows() is Ending.KEPT
    assert follows(KEPT, NOT) is Ending.PARTLY_KEPT and follows(PARTLY) is Ending.PARTLY_KEPT
    assert follows(NOT, NOT) is Ending.BROKEN
    assert follows(KEPT, DUE) is None and follows(UNSEEN) is None


def test_what_is_still_due_is_what_nobody_has_seen():
    assert [one.stage for one in rules.still_due(map(Seen, (DUE, KEPT, PARTLY, NOT, UNSEEN)))] == [
        DUE,
        UNSEEN,
    ]


def test_each_stage_has_its_endings():
    assert rules.endings_open(Stage.IN_FOLLOW_UP, None) == (
        Ending.KEPT, Ending.PARTLY_KEPT, Ending.BROKEN, Ending.OVERTAKEN, Ending.DUPLICATE)
    assert rules.endings_open(Stage.NOT_SETTLED, Ending.DEFAULT) == (
        Ending.DEFAULT, Ending.OVERTAKEN, Ending.DUPLICATE)
    for stage in (Stage.REGISTERED, Stage.ACCEPTED, Stage.IN_MEDIATION):
        assert rules.endings_open(stage, Ending.NOT_SETTLED) == (Ending.OVERTAKEN, Ending.DUPLICATE)


def test_a_dispute_whose_commitments_are_kept_closes_without_a_word(house):
    agreement = signed(house)
    visited(house, agreement)
    dispute = close(house, agreement.dispute, Ending.KEPT)
    assert (dispute.stage, dispute.ending, dispute.ended_on) == (Stage.CLOSED, Ending.KEPT, days(0))
    with pytest.raises(WrongStage):
        close(house, dispute, Ending.KEPT)


def test_another_ending_than_the_commitments_speak_for_needs_a_reason(house):
    agreement = signed(house)
    visited(house, agreement, KEPT, NOT)
    assert "autre chose" in refused("reason", house, agreement.dispute, Ending.KEPT)
    assert close(house, agreement.dispute, Ending.KEPT, "le reste est fait, dit le chef").ending_reason


def test_nothing_follows_from_a_text_that_nobody_has_seen(house):
    seen = signed(house, commitments=(), no_commitment=True)
    assert queries.ending_that_follows(seen.dispute, queries.in_force(seen.dispute)) is Ending.KEPT
    unseen = signed(house, commitments=(), unseen="tout le texte")
    assert "autre chose" in refused("reason", house, unseen.dispute, Ending.KEPT)
    assert close(house, unseen.dispute, Ending.KEPT, "les deux côtés le disent").ending is Ending.KEPT


def test_closing_while_something_is_due_shows_it_and_needs_a_reason(house):
    agreement = signed(house)
    visited(house, agreement, KEPT)
    assert [one.position for one in queries.still_due(agreement.dispute)] == [2]
    assert "restent à vérifier" in refused("reason", house, agreement.dispute, Ending.KEPT)
    assert close(house, agreement.dispute, Ending.PARTLY_KEPT, "une partie est partie").stage is Stage.CLOSED


def test_endings_that_belong_to_other_acts_are_not_chosen(house):
    agreement = signed(house)
    for ending in (Ending.WITHDRAWN, Ending.DECLINED, Ending.NOT_SETTLED, Ending.DEFAULT):
        refused("ending", house, agreement.dispute, ending, "parce que")


def test_without_settlement_the_ending_follows_from_the_outcome(house):
    dispute = in_mediation(house)
    refused("ending", house, dispute, Ending.NOT_SETTLED)
    fail_mediation(house.actor("moussa"), dispute, sessions.FailFacts(happened_on=days(-1)))
    assert queries.outcome_of(dispute) is Ending.NOT_SETTLED
    refused("ending", house, dispute, Ending.DEFAULT)
    refused("ending", house, dispute, Ending.KEPT, "non")
    assert close(house, dispute, Ending.NOT_SETTLED).ending is Ending.NOT_SETTLED


def test_overtaken_at_any_open_stage_with_a_reason(house):
    dispute = house.registered()
    refused("reason", house, dispute, Ending.OVERTAKEN)
    assert close(house, dispute, Ending.OVERTAKEN, "réglé entre voisins").ending is Ending.OVERTAKEN


def test_a_dispute_is_not_closed_in_the_future(house):
    with pytest.raises(BrokenRule) as broken:
        service.close_dispute(house.actor("moussa"), house.registered(),
                              rules.CloseFacts(Ending.OVERTAKEN, "réglé", days(1)))
    assert broken.value.field == "happened_on"


def closed_on(house, dispute, when, ending: Ending = Ending.KEPT):
    return service.close_dispute(house.actor("moussa"), dispute, rules.CloseFacts(ending, "c’est fini", when))


def too_early(house, dispute, when, ending: Ending = Ending.KEPT) -> str:
    with pytest.raises(BrokenRule) as broken:
        closed_on(house, dispute, when, ending)
    assert broken.value.field == "happened_on"
    return str(broken.value.text)


def test_a_dispute_is_not_closed_certainly_before_it_was_brought(house):
    dispute = house.registered(happened_on=days(-10))
    assert "avant la demande" in too_early(house, dispute, days(-11), Ending.OVERTAKEN)
    assert closed_on(house, dispute, days(-10), Ending.OVERTAKEN).stage is Stage.CLOSED


def test_a_dispute_is_not_closed_certainly_before_its_settlement_was_signed(house):
    agreement = signed(house)
    assert "avant les signatures" in too_early(house, agreement.dispute, days(-2))
    assert closed_on(house, agreement.dispute, dates.in_year(days(-1).earliest.year)).stage is Stage.CLOSED


def test_a_settlement_that_binds_no_more_was_signed_all_the_same(house):
    agreement = signed(house)
    denounced(house, agreement)
    assert "avant les signatures" in too_early(house, agreement.dispute, days(-2), Ending.OVERTAKEN)


def test_a_dispute_is_not_closed_certainly_before_a_session_that_stands(house):
    dispute = house.accepted()
    wrong = held(house, dispute)
    assert "séance" in too_early(house, dispute, days(-2), Ending.OVERTAKEN)
    strike_session(house.actor("moussa"), wrong, StrikeFacts("autre dossier"))
    assert closed_on(house, dispute, days(-2), Ending.OVERTAKEN).stage is Stage.CLOSED


def test_what_was_rectified_after_closing_does_not_move_the_day_it_was_closed(house):
    agreement = signed(house)
    closed_on(house, agreement.dispute, days(-1))
    later = rectifying(house, agreement)
    read_aloud_agreement(house.actor("moussa"), later, READ)
    sign_agreement(house.actor("moussa"), later, SignFacts(lines(house, later), days(0)))
    service.reopen_dispute(house.actor("bakary"), agreement.dispute, rules.ReopenFacts("mauvais dossier", False))
    assert closed_on(house, agreement.dispute, days(-1)).ended_on == days(-1)


def test_a_mediator_and_a_stranger_may_not_close_and_the_chair_may(house):
    dispute = house.registered()
    for login in ("awa", "kadia", "drissa", "salimata"):
        with pytest.raises(NotPermitted):
            close(house, dispute, Ending.OVERTAKEN, "non", by=login)
    assert close(house, dispute, Ending.OVERTAKEN, "réglé en famille", by="bakary").stage is Stage.CLOSED


def test_a_visit_after_closing_is_written_down_and_changes_no_ending(house):
    agreement = signed(house)
    visited(house, agreement)
    close(house, agreement.dispute, Ending.KEPT)
    visited(house, agreement, NOT, NOT)
    assert agreement.dispute.ending is Ending.KEPT
    assert [one.stage for one in agreement.commitments] == [NOT, NOT]
