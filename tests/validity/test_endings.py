"""How a signed agreement comes to bind no more: denounced, rejected, replaced, over."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import AgreementStage, CommitmentStage
from mediation.agreements.queries import days_late, standing_of
from mediation.followup.queries import commitments_signed
from mediation.kernel import dates
from mediation.validity import queries, rules, service
from mediation.validity.kinds import ConditionResult, DenouncedHow, LapseReason
from mediation.validity.rules import AccusationFacts, DenounceFacts, LapseFacts, RejectFacts, ReplaceFacts, Term
from tests.builders.agreements import STONES, drafted, in_mediation, read, signed
from tests.builders.followup import planned, visited
from tests.builders.sessions import days
from tests.builders.validity import TERM, denounced, endorsed, rectifying, sign, today, transmitted

MOUSSA = "moussa"


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def test_whoever_breaks_it_off_is_named():
    rules.somebody_breaks_it_off(DenounceFacts(("A",)))
    rules.somebody_breaks_it_off(RejectFacts(by_whom="Une aile de la famille"))
    refused("sides", rules.somebody_breaks_it_off, DenounceFacts())
    refused("sides", rules.somebody_breaks_it_off, RejectFacts())


def test_what_is_said_before_an_authority_is_said_before_somebody():
    rules.before_somebody(DenounceFacts(how=DenouncedHow.BEFORE, before_whom="Le sous-préfet"))
    rules.before_somebody(DenounceFacts(how=DenouncedHow.ORAL))
    refused("before_whom", rules.before_somebody, DenounceFacts(how=DenouncedHow.BEFORE))


def test_what_is_said_of_the_other_is_said_by_somebody_and_says_something():
    rules.somebody_accuses((
        AccusationFacts("A", None, "coupe du bois"), AccusationFacts(None, "Le chef", "a commencé")))
    refused("accusations-0-letter", rules.somebody_accuses, (AccusationFacts(words="coupe du bois"),))
    refused("accusations-1-words", rules.somebody_accuses, (AccusationFacts("A", words="x"), AccusationFacts("B")))


def test_whoever_was_never_called_is_named():
    rules.never_called_is_somebody(RejectFacts(by_whom="Un commerçant", never_called=True))
    rules.never_called_is_somebody(RejectFacts(("A",), never_called=False))
    refused("by_whom", rules.never_called_is_somebody, RejectFacts(("A",), never_called=True))


def test_what_replaces_it_is_said_once():
    rules.replaced_by_one(ReplaceFacts(2))
    rules.replaced_by_one(ReplaceFacts(successor_words="L’accord du cercle"))
    refused("successor", rules.replaced_by_one, ReplaceFacts())
    refused("successor_words", rules.replaced_by_one, ReplaceFacts(2, "L’accord du cercle"))


def test_only_another_that_binds_takes_its_place():
    rules.takes_its_place(2, 1, True)
    refused("successor", rules.takes_its_place, 1, 1, True)
    refused("successor", rules.takes_its_place, 2, 1, False)


def test_it_is_not_over_against_its_own_text():
    over, today = LapseFacts(LapseReason.TERM, days(0)), days(0)
    rules.really_over(over, Term(days(0)))
    rules.really_over(over, Term(dates.in_year(today.earliest.year)))
    rules.really_over(over, Term())
    refused("happened_on", rules.really_over, over, Term(days(1)))
    refused("lapse_reason", rules.really_over, over, Term(unlimited=True))
    rules.really_over(LapseFacts(LapseReason.CONDITION), Term(condition=ConditionResult.FAILED))
    refused("lapse_reason", rules.really_over, LapseFacts(LapseReason.CONDITION), Term(condition=ConditionResult.MET))
    rules.really_over(LapseFacts(LapseReason.OTHER, reason="Le mil a tout repris"), Term())
    refused("reason", rules.really_over, LapseFacts(LapseReason.OTHER), Term())


def test_nothing_ends_before_it_is_signed_nor_tomorrow(house):
    agreement = signed(house)
    refused("happened_on", lambda: denounced(house, agreement, happened_on=days(-2)))
    refused("happened_on", lambda: denounced(house, agreement, happened_on=days(1)))
    denounced(house, agreement, happened_on=days(-1))


def test_a_denunciation_keeps_who_how_and_what_each_says_of_the_other(house):
    agreement = signed(house)
    facts = replace(TERM, sides=("B", "A"), by_whom="Les deux chefs", how=DenouncedHow.BEFORE, before_whom="Le maire",
                    reason="La trêve est rompue", accusations=(
                        AccusationFacts("A", None, "coupe le bois réservé"),
                        AccusationFacts("B", "Sidi", "a commencé")))
    end = service.denounce_agreement(house.actor(MOUSSA), agreement, facts)
    assert (agreement.stage, end.sides) == (AgreementStage.DENOUNCED, "AB")
    assert [(one.who, one.words) for one in end.accusations] == [
        ("A", "coupe le bois réservé"), ("B, Sidi", "a commencé")]
    assert queries.said_ending(end) == (
        "par\u00a0: A, B, Les deux chefs · devant une autorité · devant\u00a0: Le maire · La trêve est rompue")


def test_a_side_that_ends_it_is_in_the_dispute(house):
    agreement = signed(house)
    refused("sides", lambda: denounced(house, agreement, sides=("D",)))
    refused("accusations-0-letter", lambda: denounced(house, agreement, accusations=(AccusationFacts("D", words="x"),)))
    assert agreement.stage is AgreementStage.SIGNED and queries.became_of(agreement).end is None


@pytest.mark.parametrize("prepare", [lambda house, one: None, endorsed, transmitted])
def test_an_agreement_ends_wherever_it_is_on_its_route_and_only_once(house, prepare):
    agreement = signed(house)
    prepare(house, agreement)
    rejected = RejectFacts(by_whom="Un commerçant de Bamako", never_called=True, before_whom="Le tribunal",
                           happened_on=days(0))
    service.reject_agreement(house.actor(MOUSSA), agreement, rejected)
    assert agreement.stage is AgreementStage.REJECTED
    with pytest.raises(WrongStage):
        denounced(house, agreement)
    with pytest.raises(WrongStage):
        endorsed(house, agreement)


def test_a_draft_has_no_ending(house):
    with pytest.raises(WrongStage):
        denounced(house, read(house))


def test_it_is_replaced_by_another_of_the_dispute_or_by_words(house):
    dispute = in_mediation(house)
    first, second = signed(house, dispute), signed(house, dispute)
    draft = drafted(house, dispute)
    refused("successor", service.replace_agreement, house.actor(MOUSSA), first, ReplaceFacts(first.number))
    refused("successor", service.replace_agreement, house.actor(MOUSSA), first, ReplaceFacts(draft.number))
    refused("successor", service.replace_agreement, house.actor(MOUSSA), first, ReplaceFacts(9))
    service.replace_agreement(house.actor(MOUSSA), first, ReplaceFacts(second.number, happened_on=days(0)))
    assert queries.became_of(first).successor is second and first.stage is AgreementStage.REPLACED
    refused("successor", service.replace_agreement, house.actor(MOUSSA), second, ReplaceFacts(first.number))
    service.replace_agreement(house.actor(MOUSSA), second, ReplaceFacts(successor_words="L’accord du cercle"))
    assert queries.became_of(second).end.successor_words == "L’accord du cercle"


def test_what_a_rectifying_one_replaced_tells_which(house):
    first = signed(house)
    second = sign(house, rectifying(house, first))
    assert queries.became_of(first).successor is second and queries.became_of(second).successor is None


def test_the_term_of_its_own_text_is_asked(house):
    agreement = signed(house, lasts_until=days(30))
    lapse = service.lapse_agreement
    refused("happened_on", lapse, house.actor(MOUSSA), agreement, LapseFacts(LapseReason.TERM, days(0)))
    lapse(house.actor(MOUSSA), agreement, LapseFacts(LapseReason.OBJECT, days(0)))
    assert agreement.stage is AgreementStage.LAPSED


def test_nothing_of_an_ended_agreement_is_due_or_late_or_planned_but_past_visits_are_noted(house):
    past = dates.on(days(-400).earliest)
    agreement = signed(house, happened_on=past, commitments=(replace(STONES, due_on=past),))
    (one,) = agreement.commitments
    assert days_late(one) and standing_of(one, agreement)[0] == "late"
    denounced(house, agreement)
    assert standing_of(one, agreement) == ("off", "n’est plus à faire")
    assert commitments_signed(agreement.dispute) == []
    with pytest.raises(WrongStage):
        planned(house, agreement)
    visited(house, agreement, CommitmentStage.KEPT)
    assert standing_of(one, agreement) == ("kept", "tenu")


def test_an_ending_written_by_mistake_is_struck_out_and_the_agreement_binds_again(house):
    agreement = signed(house)
    step = endorsed(house, agreement)
    end = service.denounce_agreement(house.actor(MOUSSA), agreement, today(TERM))
    refused("reason", service.strike_ending, house.actor(MOUSSA), end, StrikeFacts(""))
    service.strike_ending(house.actor(MOUSSA), end, StrikeFacts("autre accord"))
    assert agreement.stage is AgreementStage.ENDORSED and len(commitments_signed(agreement.dispute)) == 2
    assert queries.became_of(agreement).end is None and queries.became_of(agreement).ends == [end]
    denounced(house, agreement)
    service.strike_step(house.actor(MOUSSA), step, StrikeFacts("autre accord"))
    assert agreement.stage is AgreementStage.DENOUNCED
