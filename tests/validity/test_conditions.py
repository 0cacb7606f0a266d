"""What becomes of the condition of a signed agreement: fulfilled or failed, when, and who says so."""

from dataclasses import replace

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.agreements.models import Agreement
from mediation.agreements.queries import find_agreement
from mediation.disputes.queries import find
from mediation.kernel import dates
from mediation.validity import queries, rules, service
from mediation.validity.kinds import ConditionResult, LapseReason
from mediation.validity.rules import ConditionFacts, LapseFacts
from tests.builders.agreements import read, signed
from tests.builders.sessions import days
from tests.builders.validity import denounced

DEPENDS = {"condition_who": "l’armée", "condition_what": "quitte le village"}
MET = ConditionFacts(ConditionResult.MET, "Le maire", days(0), "Elle est partie hier.")
FAILED = replace(MET, result=ConditionResult.FAILED)


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def depending(house, **text) -> Agreement:
    """A signed agreement that depends on somebody else."""
    return signed(house, **{**DEPENDS, **text})


def note(house, agreement, by="moussa", facts=MET, **more):
    return service.note_condition(house.actor(by), agreement, replace(facts, **more))


def test_it_is_told_by_somebody_with_its_day(house):
    noted = note(house, depending(house))
    assert queries.said_note(noted).startswith("remplie · ")
    assert queries.said_note(noted).endswith("dit par Le maire · Elle est partie hier.")


@pytest.mark.parametrize(("field", "more"), [
    ("said_by", {"said_by": None}), ("happened_on", {"happened_on": None}), ("happened_on", {"happened_on": days(1)})])
def test_what_is_missing_or_still_to_come_is_refused(house, field, more):
    agreement = depending(house)
    refused(field, lambda: note(house, agreement, **more))
    note(house, agreement, happened_on=dates.unknown())


def test_an_agreement_without_a_condition_has_none_to_note(house, visit):
    agreement = signed(house)
    refused("", lambda: note(house, agreement))
    at = f"/disputes/{agreement.dispute.reference}/agreements/1/"
    moussa = visit("moussa")
    assert moussa.get(at + "condition/").status_code == 409
    assert "Noter si la condition est remplie" not in moussa.get(at).text


def test_it_is_noted_of_what_was_signed_also_when_that_has_ended(house):
    with pytest.raises(WrongStage):
        note(house, read(house, **DEPENDS))
    assert note(house, denounced(house, depending(house))).number == 1


def test_neither_chair_nor_stranger_notes_it(house):
    agreement = depending(house)
    for login in ("bakary", "kadia"):
        with pytest.raises(NotPermitted):
            note(house, agreement, by=login)


def test_what_is_known_is_not_noted_again_but_may_turn(house):
    agreement = depending(house)
    assert queries.condition_now(agreement) is None
    note(house, agreement)
    refused("result", lambda: note(house, agreement))
    note(house, agreement, facts=FAILED)
    assert queries.condition_now(agreement) is ConditionResult.FAILED
    refused("result", rules.condition_is_told, MET, ConditionResult.MET)


def test_what_the_text_says_is_known_already(house):
    agreement = depending(house, condition_met=True)
    refused("result", lambda: note(house, agreement))
    note(house, agreement, facts=FAILED)


def test_an_agreement_does_not_lapse_by_a_condition_that_was_fulfilled_since(house):
    agreement, lapse = depending(house), LapseFacts(LapseReason.CONDITION, days(0))
    noted = note(house, agreement)
    refused("lapse_reason", lambda: service.lapse_agreement(house.actor("moussa"), agreement, lapse))
    service.strike_condition(house.actor("moussa"), noted, StrikeFacts("autre dossier"))
    assert queries.condition_now(agreement) is None
    service.lapse_agreement(house.actor("moussa"), agreement, lapse)
    with pytest.raises(WrongStage):
        service.strike_condition(house.actor("moussa"), noted, StrikeFacts("encore"))


def test_the_pages_offer_it_keep_what_was_typed_and_tell_it(house, visit):
    agreement = depending(house)
    number = agreement.dispute.reference
    at, moussa = f"/disputes/{number}/agreements/1/", visit("moussa")
    assert f'href="{at}condition/"' in moussa.get(at).text
    assert "l’armée\u00a0: quitte le village" in moussa.get(at + "condition/").text
    empty = moussa.post(at + "condition/", {"result": "met", "words": "Vu sur place"})
    assert empty.status_code == 200 and "Écrivez qui le dit." in empty.text and "Vu sur place" in empty.text
    sent = {"result": "met", "said_by": "Le maire", "happened_on": "unknown", "words": "Vu sur place"}
    assert moussa.post(at + "condition/", sent).status_code == 302
    for page in (at, f"/disputes/{number}/"):
        assert "remplie · date inconnue · dit par Le maire · Vu sur place" in moussa.get(page).text
    assert "a noté ce que devient la condition" in moussa.get(f"/disputes/{number}/").text
    strike = f"/disputes/{number}/conditions/1/strike/"
    assert f'href="{strike}"' in moussa.get(at).text
    assert moussa.post(strike, {"reason": "autre dossier"}).status_code == 302
    assert "autre dossier" in moussa.get(at).text and "<del" in moussa.get(at).text
    with scope.seen_by(house.actor("moussa")):
        assert queries.condition_now(find_agreement(find(number), 1)) is None
