"""Who spoke for a party and speaks no more, who helps, and to what people consent."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import ConsentStage, MandateStage
from mediation.agreements import queries as agreements
from mediation.kernel.dates import in_year
from mediation.parties import queries, service
from mediation.parties.beside import IntermediaryFacts, WithdrawFacts
from mediation.parties.kinds import (
    ConsentForm,
    ConsentScope,
    HelperQuality,
    Language,
    MandateAfter,
    MandateEnd,
    PartyKind,
    Sex,
)
from mediation.sessions import queries as sessions
from tests.builders.parties import A, B, consent, ended, helper, party, representative, two_sides, witness
from tests.builders.sessions import days

MISTAKE = StrikeFacts("saisi par erreur")
CHIEF, OTHER = HelperQuality.VILLAGE_CHIEF, HelperQuality.OTHER


@pytest.fixture
def dispute(house):
    with scope.looking_as(house.actor("moussa")):
        yield house.registered()


@pytest.fixture
def speaker(house, dispute):
    return representative(house, party(house, dispute, B, "Famille Traoré", kind=PartyKind.LINEAGE),
                          happened_on=in_year(2015))


def broken(field: str, do) -> str:
    """What a rule says when it refuses, beside its field."""
    with pytest.raises(BrokenRule) as refused:
        do()
    assert refused.value.field == field
    return str(refused.value.text)


def test_an_ended_mandate_stays_visible_and_speaks_no_more(house, dispute, speaker):
    ended(house, speaker, happened_on=days(-5), after=MandateAfter.ENDS)
    group = speaker.party
    assert speaker.stage is MandateStage.ENDED and speaker in group.representatives
    (person,) = agreements.people_of(dispute)
    assert person.speakers == () and not person.spoken_for
    for when, there in ((None, False), (days(-1), False), (days(-9), True)):
        assert (f"representative-{speaker.number}" in [one.who for one in sessions.people_of(dispute, when)]) is there


def test_another_is_appointed_after_a_mandate_ended(house, dispute, speaker):
    ended(house, speaker, reason=MandateEnd.REPLACED, after=MandateAfter.GOES_ON)
    new = representative(house, speaker.party, "Le nouvel aîné")
    (person,) = agreements.people_of(dispute)
    assert [one.number for one in person.speakers] == [new.number] and person.spoken_for


def test_a_mandate_ends_once_for_a_reason_and_not_before_it_was_given(house, dispute, speaker):
    for reason, field in ((None, "reason"), (MandateEnd.SUCCEEDED, "reason"), (MandateEnd.OTHER, "words")):
        broken(field, lambda reason=reason: ended(house, speaker, reason=reason))
    broken("happened_on", lambda: ended(house, speaker, happened_on=in_year(2010)))
    broken("happened_on", lambda: ended(house, speaker, happened_on=in_year(2900)))
    assert ended(house, speaker, happened_on=in_year(2015))
    with pytest.raises(WrongStage):
        ended(house, speaker)


def test_an_organisation_speaks_and_does_not_sign(house, dispute):
    group = party(house, dispute, A, "Communauté", kind=PartyKind.COMMUNITY)
    body = representative(house, group, "Association des éleveurs", organisation=True)
    (person,) = agreements.people_of(dispute)
    assert person.speakers == () and not person.spoken_for
    assert f"representative-{body.number}" in [one.who for one in sessions.people_of(dispute)]
    one = representative(house, group, "Siaka Traoré", quality="pour l’association")
    (person,) = agreements.people_of(dispute)
    assert [each.number for each in person.speakers] == [one.number]


def test_an_organisation_has_neither_sex_nor_age_and_does_not_die(house, dispute):
    group = party(house, dispute, A, "Communauté", kind=PartyKind.COMMUNITY)
    broken("sex", lambda: representative(house, group, organisation=True, sex=Sex.WOMAN))
    broken("born_on", lambda: representative(house, group, organisation=True, born_on=in_year(1980)))
    assert representative(house, group, organisation=False, sex=Sex.WOMAN)
    body = representative(house, group, "Association", organisation=True)
    broken("reason", lambda: ended(house, body, reason=MandateEnd.DIED))
    assert ended(house, body, reason=MandateEnd.OVER)


def test_a_stranger_ends_no_mandate_and_writes_nobody_down(house, dispute, speaker):
    for login in ("kadia", "salimata", "bakary"):
        for do in (ended, lambda house, _one, by: helper(house, dispute, by=by),
                   lambda house, _one, by: consent(house, dispute, by=by, person="Adama")):
            with pytest.raises(NotPermitted):
                do(house, speaker, by=login)


def test_who_helps_is_written_by_quality_with_or_without_a_name(house, dispute):
    one = helper(house, dispute)
    assert (one.name, one.called) == (None, "chef de village")
    assert helper(house, dispute, quality=HelperQuality.GRIOT, people=2, side=A).people == 2
    broken("quality", lambda: helper(house, dispute, quality=None))
    broken("quality_words", lambda: helper(house, dispute, quality=OTHER))
    assert helper(house, dispute, quality=OTHER, quality_words="forgeron").called == "forgeron"


@pytest.mark.parametrize("counts,right", [
    ({"people": 0}, False), ({"people": 1}, True), ({"people": 3, "women": 2, "men": 2}, False),
    ({"people": 3, "women": 2}, True), ({"women": 2, "men": 2}, True)])
def test_a_group_that_helps_is_counted_as_far_as_somebody_knows(house, dispute, counts, right):
    if right:
        assert helper(house, dispute, **counts)
    else:
        broken("people", lambda: helper(house, dispute, **counts))


def test_who_helps_begins_before_they_stop_and_before_tomorrow(house, dispute):
    broken("until", lambda: helper(house, dispute, since=in_year(2019), until=in_year(2018)))
    broken("since", lambda: helper(house, dispute, since=in_year(2900)))
    assert helper(house, dispute, since=in_year(2018), until=in_year(2018))


def test_a_source_that_names_somebody_otherwise_gives_the_name(house, dispute):
    broken("reported_as", lambda: helper(house, dispute, source="un journal"))
    assert helper(house, dispute, source="un journal", reported_as="El Hadj Bah").reported_as


def test_who_helps_is_replaced_by_another_and_never_in_a_circle(house, dispute):
    first, second, third = (helper(house, dispute, name=name) for name in ("Un", "Deux", "Trois"))

    def replaced(one, by):
        return service.amend_intermediary(
            house.actor("moussa"), one, IntermediaryFacts(CHIEF, name=one.name, replaced_by=by.number))

    broken("replaced_by", lambda: replaced(first, first))
    assert replaced(first, second).replaced_by == second.number
    assert replaced(second, third)
    broken("replaced_by", lambda: replaced(third, first))
    assert replaced(second, third).replacement is third and third.replaced_by is None
    assert service.amend_intermediary(house.actor("moussa"), first, IntermediaryFacts(CHIEF)).replaced_by is None


def test_a_struck_helper_is_offered_no_more(house, dispute):
    one = helper(house, dispute)
    service.strike_intermediary(house.actor("moussa"), one, MISTAKE)
    assert queries.intermediaries_of(dispute) == []
    with pytest.raises(WrongStage):
        service.amend_intermediary(house.actor("moussa"), one, IntermediaryFacts(CHIEF))


def test_a_consent_comes_from_one_person_and_is_to_something(house, dispute):
    one, seen = party(house, dispute), witness(house, dispute)
    broken("who", lambda: consent(house, dispute))
    broken("person", lambda: consent(house, dispute, party=one.number, person="Adama"))
    with pytest.raises(BrokenRule) as refused:
        facts = service.beside.ConsentsFacts((), service.beside.ConsentFacts(None, party=1))
        service.record_consents(house.actor("moussa"), dispute, facts)
    assert refused.value.field == "scopes"
    for who in ({"party": one.number}, {"witness": seen.number}, {"person": "La sœur"}):
        given = consent(house, dispute, form=ConsentForm.ORAL, language=Language.BAMANANKAN, **who)
        assert given.stage is ConsentStage.GIVEN and given.scope is ConsentScope.MEDIATION


def test_several_consents_given_together_are_withdrawn_one_by_one(house, dispute):
    one = party(house, dispute)
    first = consent(house, dispute, ConsentScope.KEEPING, ConsentScope.RECORDING, party=one.number)
    service.withdraw_consent(house.actor("moussa"), first, WithdrawFacts(words="Elle ne veut plus."))
    assert (first.stage, first.withdrawn_words) == (ConsentStage.WITHDRAWN, "Elle ne veut plus.")
    with pytest.raises(WrongStage):
        service.withdraw_consent(house.actor("moussa"), first, WithdrawFacts())
    assert queries.count_consents(dispute, ConsentScope.RECORDING, one, None, None) == 1
    assert queries.count_consents(dispute, ConsentScope.KEEPING, one, None, None) == 0


def test_the_same_consent_is_not_written_twice_until_it_was_withdrawn(house, dispute):
    one, other = two_sides(house, dispute)
    first = consent(house, dispute, party=one.number)
    assert "déjà noté" in broken("scopes", lambda: consent(house, dispute, party=one.number))
    assert consent(house, dispute, party=other.number)
    assert consent(house, dispute, ConsentScope.NAMING, party=one.number)
    service.withdraw_consent(house.actor("moussa"), first, WithdrawFacts())
    assert consent(house, dispute, party=one.number)


def test_a_consent_is_not_withdrawn_before_it_was_given(house, dispute):
    given = consent(house, dispute, person="La sœur", happened_on=in_year(2020))
    for when in (in_year(2019), in_year(2900)):
        broken("happened_on", lambda when=when: service.withdraw_consent(
            house.actor("moussa"), given, WithdrawFacts(when)))
    broken("happened_on", lambda: consent(house, dispute, person="Un autre", happened_on=in_year(2900)))
    assert service.withdraw_consent(house.actor("moussa"), given, WithdrawFacts(in_year(2020)))


def test_a_struck_consent_is_withdrawn_no_more(house, dispute):
    given = consent(house, dispute, person="La sœur")
    service.strike_consent(house.actor("moussa"), given, MISTAKE)
    with pytest.raises(WrongStage):
        service.withdraw_consent(house.actor("moussa"), given, WithdrawFacts())
    assert consent(house, dispute, person="La sœur")
