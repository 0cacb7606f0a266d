"""The route of a signed agreement to the judge: visa, transmission, homologation or return."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.kernel import dates
from mediation.validity import rules, service
from mediation.validity.kinds import VisaBy
from tests.builders.agreements import read, signed
from tests.builders.followup import visited
from tests.builders.sessions import days
from tests.builders.validity import BACK, FORCE, SENT, VISA, closed, endorsed, returned, transmitted

SIGNED_ON = days(-10)


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


class Step:
    def __init__(self, when):
        self.happened_on = when


def test_a_visa_is_not_certainly_before_the_signatures():
    order = rules.in_route_order
    order(AgreementStage.ENDORSED, SIGNED_ON, [], days(-10))
    order(AgreementStage.ENDORSED, SIGNED_ON, [], dates.in_year(SIGNED_ON.earliest.year))
    order(AgreementStage.ENDORSED, None, [], days(-10))
    order(AgreementStage.ENDORSED, SIGNED_ON, [], None)
    assert "Le visa" in refused("happened_on", order, AgreementStage.ENDORSED, SIGNED_ON, [], days(-11))


@pytest.mark.parametrize(("kind", "words"), [
    (AgreementStage.TRANSMITTED, "La transmission"), (AgreementStage.HOMOLOGATED, "L’homologation"),
    (AgreementStage.RETURNED, "Le renvoi")])
def test_each_step_is_not_certainly_before_those_noted_already(kind, words):
    before = [Step(days(-8)), Step(None), Step(days(-5))]
    rules.in_route_order(kind, SIGNED_ON, before, days(-5))
    assert words in refused("happened_on", rules.in_route_order, kind, SIGNED_ON, before, days(-6))


def test_two_visas_come_in_any_order():
    rules.in_route_order(AgreementStage.ENDORSED, SIGNED_ON, [Step(days(-2))], days(-4))


def test_who_writes_down_the_visa_of_another_names_its_paper():
    bare = replace(VISA, paper=None)
    rules.visa_names_its_paper(bare, by_chair=True)
    rules.visa_names_its_paper(VISA, by_chair=False)
    refused("paper", rules.visa_names_its_paper, bare, False)


def test_an_authority_gives_its_visa_once():
    given = [replace(VISA), replace(VISA, visa_by=VisaBy.OTHER, by_whom="Le préfet")]
    rules.not_endorsed_twice(replace(VISA, visa_by=VisaBy.SOUS_PREFET), given)
    rules.not_endorsed_twice(replace(VISA, visa_by=VisaBy.OTHER, by_whom="Le gouverneur"), given)
    refused("visa_by", rules.not_endorsed_twice, VISA, given)
    refused("visa_by", rules.not_endorsed_twice, given[1], given)


def test_a_visa_says_its_day_or_that_nobody_knows_it(house, visit):
    refused("happened_on", rules.visa_is_dated, VISA)
    rules.visa_is_dated(replace(VISA, happened_on=dates.unknown()))
    agreement = signed(house)
    number = agreement.dispute.reference
    refused("happened_on", lambda: service.endorse_agreement(house.actor("bakary"), agreement, VISA))
    at, chair = f"/disputes/{number}/agreements/1/endorse/", visit("bakary")
    empty = chair.post(at, {"visa_by": "chair"})
    assert empty.status_code == 200 and "Donnez la date du visa." in empty.text
    assert chair.post(at, {"visa_by": "chair", "happened_on": "unknown"}).status_code == 302


def test_a_transmission_goes_to_a_court_and_a_return_has_a_reason():
    rules.sent_to_a_court(SENT)
    rules.returned_for_a_reason(BACK)
    refused("court", rules.sent_to_a_court, replace(SENT, court=""))
    refused("reason", rules.returned_for_a_reason, replace(BACK, reason=""))


def test_the_whole_route_with_two_visas(house):
    agreement = signed(house)
    endorsed(house, agreement, paper=None)
    assert agreement.stage is AgreementStage.ENDORSED
    second = rules.EndorseFacts(VisaBy.SOUS_PREFET, None, days(0), "14/SP")
    service.endorse_agreement(house.actor("moussa"), agreement, second)
    transmitted(house, agreement)
    service.homologate_agreement(house.actor("moussa"), agreement, FORCE)
    assert agreement.stage is AgreementStage.HOMOLOGATED
    with pytest.raises(WrongStage):
        service.return_agreement(house.actor("moussa"), agreement, BACK)


def test_what_was_returned_is_transmitted_again(house):
    agreement = signed(house)
    returned(house, agreement)
    assert agreement.stage is AgreementStage.RETURNED
    refused("happened_on", lambda: transmitted(house, agreement, happened_on=days(-1)))
    transmitted(house, agreement, court="TGI de Koulikoro")
    assert agreement.stage is AgreementStage.TRANSMITTED


def test_the_secretary_names_the_paper_of_the_visa_and_the_chair_need_not(house):
    agreement = signed(house)
    refused("paper", lambda: endorsed(house, agreement, by="moussa", paper=None))
    assert agreement.stage is AgreementStage.SIGNED
    assert endorsed(house, agreement, by="bakary", paper=None).paper is None


def test_a_mediator_writes_no_visa_and_a_chair_transmits_nothing(house):
    agreement = signed(house)
    with pytest.raises(NotPermitted):
        endorsed(house, agreement, by="awa")
    endorsed(house, agreement)
    with pytest.raises(NotPermitted):
        service.transmit_agreement(house.actor("bakary"), agreement, SENT)


def test_nothing_is_sent_before_it_is_endorsed_nor_endorsed_before_it_is_signed(house):
    unsigned = read(house)
    with pytest.raises(WrongStage):
        endorsed(house, unsigned)
    agreement = signed(house)
    with pytest.raises(WrongStage):
        service.transmit_agreement(house.actor("moussa"), agreement, SENT)
    endorsed(house, agreement)
    with pytest.raises(WrongStage):
        service.homologate_agreement(house.actor("moussa"), agreement, FORCE)


def test_a_step_is_not_still_to_come(house):
    agreement = signed(house)
    assert refused("happened_on", lambda: endorsed(house, agreement, happened_on=days(1)))


def test_the_route_never_blocks_the_follow_up_nor_the_closing(house):
    agreement = signed(house)
    returned(house, agreement)
    visited(house, agreement)
    assert closed(house, agreement.dispute).stage is Stage.CLOSED
    transmitted(house, agreement)
    assert agreement.stage is AgreementStage.TRANSMITTED


def test_the_last_step_is_struck_out_first_and_the_agreement_stands_where_it_stood(house):
    rules.nothing_after(3, [1, 2, 3])
    refused("", rules.nothing_after, 2, [1, 2, 3])
    agreement = signed(house)
    visa = endorsed(house, agreement)
    sent = transmitted(house, agreement)
    strike, moussa = service.strike_step, house.actor("moussa")
    refused("", strike, moussa, visa, StrikeFacts("autre dossier"))
    refused("reason", strike, moussa, sent, StrikeFacts(""))
    strike(moussa, sent, StrikeFacts("autre dossier"))
    assert agreement.stage is AgreementStage.ENDORSED and sent.struck_reason == "autre dossier"
    strike(house.actor("bakary"), visa, StrikeFacts("autre dossier"))
    assert agreement.stage is AgreementStage.SIGNED
    endorsed(house, agreement)
    with pytest.raises(WrongStage):
        strike(moussa, visa, StrikeFacts("encore"))


def test_a_mediator_strikes_no_step_of_the_route(house):
    step = endorsed(house, signed(house))
    with pytest.raises(NotPermitted):
        service.strike_step(house.actor("awa"), step, StrikeFacts("x"))
