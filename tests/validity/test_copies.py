"""Copies of a signed agreement: to whom, when, how many."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.parties.kinds import Language
from mediation.validity import queries, rules, service
from mediation.validity.rules import CopyFacts
from tests.builders.agreements import read, signed
from tests.builders.sessions import days
from tests.builders.validity import denounced

GIVEN = CopyFacts(("A", "B"), "Le sous-préfet", days(0), 3, Language.BAMANANKAN, "Moussa")


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def give(house, agreement, by="moussa", **more):
    return service.give_copy(house.actor(by), agreement, replace(GIVEN, **more))


def test_a_copy_goes_to_somebody_and_there_is_one_at_least():
    for facts in (CopyFacts(("A",)), CopyFacts(given_to="Le tribunal"), CopyFacts(("A",), count=1)):
        rules.given_to_somebody(facts)
    refused("sides", rules.given_to_somebody, CopyFacts())
    refused("count", rules.given_to_somebody, CopyFacts(("A",), count=0))


def test_a_copy_is_told_with_all_that_is_known(house):
    copy = give(house, signed(house))
    assert queries.said_copy(copy).startswith("à\u00a0: A, B, Le sous-préfet · 3 copies · bamanankan · ")
    assert queries.said_copy(copy).endswith("remis par Moussa")


def test_a_copy_is_not_given_before_the_signatures_nor_tomorrow_nor_to_a_side_that_is_not_there(house):
    agreement = signed(house)
    give(house, agreement, happened_on=days(-1))
    refused("happened_on", lambda: give(house, agreement, happened_on=days(-2)))
    refused("happened_on", lambda: give(house, agreement, happened_on=days(1)))
    refused("sides", lambda: give(house, agreement, sides=("D",)))


def test_copies_are_of_what_was_signed_also_when_it_has_ended(house):
    with pytest.raises(WrongStage):
        give(house, read(house))
    assert give(house, denounced(house, signed(house))).number == 1


def test_only_the_secretary_notes_copies(house):
    agreement = signed(house)
    for login in ("awa", "bakary"):
        with pytest.raises(NotPermitted):
            give(house, agreement, by=login)


def test_a_copy_written_by_mistake_is_crossed_out_once_with_a_reason(house):
    copy = give(house, signed(house))
    refused("reason", service.strike_copy, house.actor("moussa"), copy, StrikeFacts(""))
    service.strike_copy(house.actor("moussa"), copy, StrikeFacts("autre dossier"))
    assert copy.struck_reason == "autre dossier"
    with pytest.raises(WrongStage):
        service.strike_copy(house.actor("moussa"), copy, StrikeFacts("encore"))
