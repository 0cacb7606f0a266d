"""A commitment set free by the other side: who may, what it changes, what striking it out leaves."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements import queries as agreements
from mediation.followup import queries, rules, service
from tests.builders.agreements import PASSAGE, STONES, drafted, signed
from tests.builders.followup import released, visited
from tests.builders.sessions import days

DUE, KEPT, NOT, RELEASED = (CommitmentStage.DUE, CommitmentStage.KEPT, CommitmentStage.NOT_KEPT,
                            CommitmentStage.RELEASED)


def may(sides: str, debtors: str, creditors: str | None = None, letters: str = "ABC") -> bool:
    """Whether these sides may release what those owe."""
    try:
        rules.may_be_released(rules.ReleaseFacts(tuple(sides), "pardon"), debtors, creditors, letters)
    except BrokenRule as broken:
        assert broken.field == "sides"
        return False
    return True


def refused(field: str, act, *given, **more) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given, **more)
    assert broken.value.field == field
    return str(broken.value.text)


def test_the_side_that_owes_never_releases_itself():
    assert not may("B", "B", "A") and not may("B", "B") and not may("AB", "AB", "C")
    assert may("A", "B", "A") and may("AB", "B", "A") and may("A", "B")


def test_every_side_to_whom_it_was_promised_releases():
    assert not may("A", "B", "AC") and may("AC", "B", "AC")
    assert not may("A", "B", "*") and may("AC", "B", "*")
    assert not may("C", "B", "A")


def test_what_all_owe_each_other_all_release_together():
    assert not may("A", "AB", letters="AB") and may("AB", "AB", letters="AB")
    assert not may("AB", "*") and may("ABC", "*")


def test_nobody_and_an_unknown_side_release_nothing():
    assert not may("", "B", "A") and not may("Z", "B", "A")


def test_a_released_commitment_is_neither_due_nor_late_and_says_so(house):
    agreement = signed(house, happened_on=days(-40), commitments=(replace(PASSAGE, due_on=days(-3)),))
    (one,) = agreement.commitments
    assert agreements.days_late(one) == 3
    release = released(house, one, "A", said_by="Adama")
    assert one.stage is RELEASED and (release.sides, release.said_by) == ("A", "Adama")
    assert agreements.days_late(one) == 0 and queries.still_due(agreement.dispute) == []
    assert agreements.standing_of(one)[1] == "libéré par l’autre côté"


def test_a_release_is_refused_to_the_side_that_owes_and_keeps_the_commitment_due(house):
    agreement = signed(house)
    assert "doit cet engagement" in refused("sides", released, house, agreement.commitments[1], "B")
    assert agreement.commitments[1].stage is DUE


def test_a_release_says_why_and_is_neither_before_the_signatures_nor_still_to_come(house):
    one = signed(house).commitments[1]
    refused("reason", released, house, one, "A", reason="")
    refused("happened_on", released, house, one, "A", happened_on=days(-2))
    refused("happened_on", released, house, one, "A", happened_on=days(1))
    assert released(house, one, "A").reason


def test_nothing_of_a_draft_is_released(house):
    refused("", released, house, drafted(house).commitments[1], "A")


def test_what_is_kept_or_released_is_not_released_again_and_not_by_strangers(house):
    agreement = signed(house)
    for login in ("kadia", "bakary", "salimata"):
        with pytest.raises(NotPermitted):
            released(house, agreement.commitments[1], "A", by=login)
    released(house, agreement.commitments[1], "A")
    with pytest.raises(WrongStage):
        released(house, agreement.commitments[1], "A")
    visited(house, agreement, KEPT)
    with pytest.raises(WrongStage):
        released(house, agreement.commitments[0], "A", "B")


def test_closing_counts_a_release_neither_as_kept_nor_as_broken(house):
    class Seen:
        def __init__(self, stage):
            self.id, self.stage = 1, stage

    def follows(*stages):
        return rules.ending_that_follows(map(Seen, stages))

    assert follows(RELEASED, KEPT) is Ending.KEPT and follows(RELEASED, NOT) is Ending.BROKEN
    assert follows(RELEASED, DUE) is None
    assert follows(RELEASED, RELEASED) is Ending.OVERTAKEN


def test_when_all_was_released_the_dispute_closes_without_object_and_without_a_word(house):
    agreement = signed(house)
    released(house, agreement.commitments[0], "A", "B")
    released(house, agreement.commitments[1], "A")
    with pytest.raises(BrokenRule) as broken:
        service.close_dispute(house.actor("moussa"), agreement.dispute, rules.CloseFacts(Ending.KEPT))
    assert broken.value.field == "reason"
    closed = service.close_dispute(house.actor("moussa"), agreement.dispute, rules.CloseFacts(Ending.OVERTAKEN))
    assert closed.ending is Ending.OVERTAKEN


def test_a_visit_leaves_what_was_released_alone(house):
    agreement = signed(house)
    released(house, agreement.commitments[1], "A")
    asked, again = queries.to_look_at(agreement)
    assert [one.position for one in asked] == [1] and again == set()
    visited(house, agreement, KEPT, NOT)
    assert [one.stage for one in agreement.commitments] == [KEPT, RELEASED]


def test_a_release_struck_out_is_to_be_seen_again_until_a_visit_looks(house):
    agreement = signed(house, commitments=(STONES, PASSAGE))
    release = released(house, agreement.commitments[1], "A")
    assert queries.doubtful_in(agreement.dispute) == set()
    service.strike_release(house.actor("moussa"), release, StrikeFacts("mal compris"))
    assert agreement.commitments[1].stage is RELEASED
    assert queries.doubtful_in(agreement.dispute) == {agreement.commitments[1].id}
    assert [one.position for one in queries.still_due(agreement.dispute)] == [1, 2]
    assert [one.position for one in queries.to_look_at(agreement)[0]] == [1, 2]
    visited(house, agreement, KEPT, NOT)
    assert agreement.commitments[1].stage is NOT and queries.doubtful_in(agreement.dispute) == set()


def test_striking_a_release_asks_why_and_is_not_for_strangers(house):
    release = released(house, signed(house).commitments[1], "A")
    refused("reason", service.strike_release, house.actor("moussa"), release, StrikeFacts(""))
    with pytest.raises(NotPermitted):
        service.strike_release(house.actor("kadia"), release, StrikeFacts("non"))
