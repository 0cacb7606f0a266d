"""Difficulties: asked about first, told by each side, settled, on closed disputes too."""

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import DifficultyStage, Ending, Stage
from mediation.followup import queries, rules, service
from mediation.followup.kinds import AskedFirst, SettledHow
from tests.builders.agreements import drafted, signed
from tests.builders.followup import commitments_of, reported, visited
from tests.builders.sessions import days

BOTH = (rules.VoiceFacts("A", "Ils ont déplacé les pierres."), rules.VoiceFacts("B", "Ils ont labouré chez nous."))


def refused(field: str, act, *given, **more) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given, **more)
    assert broken.value.field == field
    return str(broken.value.text)


def settle(house, difficulty, how=SettledHow.ARRANGED, by="moussa", **more):
    facts = {"how": how, "happened_on": days(0), **more}
    return service.settle_difficulty(house.actor(by), difficulty, rules.SettleFacts(**facts))


def test_each_side_accuses_the_other_and_both_are_kept(house):
    agreement = signed(house)
    numbers = tuple(commitments_of(house, agreement))
    one = reported(house, agreement, commitments=numbers, voices=BOTH, asked=AskedFirst.COMMISSION,
                   asked_words="la commission de Farako")
    assert one.stage is DifficultyStage.OPEN and one.commitments == numbers and one.letter == "A"
    assert [(voice.letter, voice.said) for voice in one.voices] == [(v.letter, v.said) for v in BOTH]
    assert agreement.dispute.stage is Stage.IN_FOLLOW_UP


def test_a_difficulty_is_about_the_whole_agreement_unless_commitments_are_named(house):
    agreement = signed(house)
    assert reported(house, agreement).commitments == ()
    refused("commitments", reported, house, agreement, commitments=(99,))


def test_a_difficulty_says_what_and_who_reports_it(house):
    agreement = signed(house)
    refused("what", reported, house, agreement, what="")
    refused("letter", reported, house, agreement, letter=None)
    assert reported(house, agreement, letter=None, said_by="Le chef de village").side is None


def test_a_side_that_is_not_in_the_dispute_reports_and_says_nothing(house):
    agreement = signed(house)
    refused("letter", reported, house, agreement, letter="F")
    refused("letter", reported, house, agreement, voices=(rules.VoiceFacts("F", "Nous aussi."),))
    refused("letter", reported, house, agreement, voices=BOTH[:1] * 2)


def test_a_difficulty_is_not_before_the_signatures_nor_still_to_come(house):
    agreement = signed(house)
    refused("happened_on", reported, house, agreement, happened_on=days(-2))
    refused("happened_on", reported, house, agreement, happened_on=days(1))


def test_no_difficulty_of_a_draft_and_none_by_strangers(house):
    with pytest.raises(WrongStage):
        reported(house, drafted(house))
    agreement = signed(house)
    for login in ("kadia", "bakary", "salimata", "awa"):
        with pytest.raises(NotPermitted):
            reported(house, agreement, by=login)


def test_a_difficulty_is_reported_and_settled_on_a_closed_dispute(house):
    agreement = signed(house)
    visited(house, agreement)
    service.close_dispute(house.actor("moussa"), agreement.dispute, rules.CloseFacts(Ending.KEPT))
    one = settle(house, reported(house, agreement), by="moussa")
    assert one.stage is DifficultyStage.SETTLED and agreement.dispute.stage is Stage.CLOSED


def test_a_difficulty_is_settled_once_by_somebody_somehow(house):
    one = settle(house, reported(house, signed(house)), words="chacun a reculé", by="moussa")
    assert (one.settled_how, one.settled_words, one.settled_on) == (SettledHow.ARRANGED, "chacun a reculé", days(0))
    with pytest.raises(WrongStage):
        settle(house, one)


def test_what_the_judge_decides_says_who_was_asked_first(house):
    agreement = signed(house)
    refused("asked", settle, house, reported(house, agreement), SettledHow.JUDGED)
    nobody = settle(house, reported(house, agreement), SettledHow.JUDGED, asked=AskedFirst.NOBODY)
    assert nobody.asked is AskedFirst.NOBODY
    told = reported(house, agreement, asked=AskedFirst.MEDIATOR)
    assert settle(house, told, SettledHow.JUDGED, asked=AskedFirst.NOBODY).asked is AskedFirst.MEDIATOR


def test_a_settlement_is_after_the_report_and_otherwise_is_told(house):
    agreement = signed(house)
    one = reported(house, agreement)
    refused("happened_on", settle, house, one, happened_on=days(-1))
    refused("happened_on", settle, house, one, happened_on=days(1))
    refused("words", settle, house, one, SettledHow.OTHER)
    assert settle(house, one, SettledHow.OTHER, words="la pluie a effacé la trace")


def test_closing_with_an_open_difficulty_needs_a_reason(house):
    agreement = signed(house)
    visited(house, agreement)
    one = reported(house, agreement)
    closing = (house.actor("moussa"), agreement.dispute)
    assert "difficulté" in refused("reason", service.close_dispute, *closing, rules.CloseFacts(Ending.KEPT))
    service.strike_difficulty(house.actor("moussa"), one, StrikeFacts("autre dossier"))
    assert queries.difficulties_open(agreement.dispute) == []
    assert service.close_dispute(*closing, rules.CloseFacts(Ending.KEPT)).ending is Ending.KEPT


def test_a_struck_difficulty_is_not_settled_and_striking_asks_why(house):
    one = reported(house, signed(house))
    refused("reason", service.strike_difficulty, house.actor("moussa"), one, StrikeFacts(""))
    service.strike_difficulty(house.actor("moussa"), one, StrikeFacts("saisi deux fois"))
    with pytest.raises(WrongStage):
        settle(house, one)
