"""The settlement that an old register tells: written down on the copied dispute though that is closed."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, WrongStage
from mediation.acts.vocabulary import AgreementStage, Ending, Stage
from mediation.agreements import queries, service
from mediation.agreements.kinds import AgreementForm, Mark, Signer
from mediation.agreements.rules import CommitmentFacts, LineFacts, OralFacts, ReadAloudFacts, SignFacts, WitnessFacts
from mediation.disputes.models import Dispute
from mediation.disputes.rules import WithdrawFacts
from mediation.disputes.service import withdraw_dispute
from mediation.kernel import dates
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from tests.builders.agreements import TEXT, in_mediation
from tests.builders.casefile import statements
from tests.intake.test_transcribing import FIELD, SAID, TOLD, IntakeFacts, copy

AGREED, ENDED = dates.in_year(1965), dates.in_year(1966)
SIDES = (PartyFacts(1, PartyKind.VILLAGE, "Farako"), PartyFacts(2, PartyKind.PERSON, "Adama Coulibaly"))
TEXT_OF_1965 = replace(TEXT, happened_on=AGREED, commitments=(CommitmentFacts(("A",), "garde le ruisseau", ("B",)),))
SIGNED = SignFacts((LineFacts(Signer.PARTY, 1, Mark.SIGNED), LineFacts(Signer.PARTY, 2, Mark.SIGNED)), AGREED)


@pytest.fixture
def old(house) -> Dispute:
    """A dispute between a village and a man, closed in 1966, copied today."""
    return copy(house, intake=IntakeFacts(SAID, SIDES, (FIELD,)), ending=Ending.KEPT, ended_on=ENDED)


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def test_it_is_written_read_and_signed_as_the_register_tells_and_moves_nothing(house, old):
    moussa = house.actor("moussa")
    agreement = service.record_agreement(moussa, old, TEXT_OF_1965)
    service.read_aloud_agreement(moussa, agreement, ReadAloudFacts((), None, ("A", "B"), AGREED))
    service.sign_agreement(moussa, agreement, SIGNED)
    assert agreement.stage is AgreementStage.SIGNED and agreement.signed_on == AGREED
    assert (old.stage, old.ending, old.ended_on) == (Stage.CLOSED, Ending.KEPT, ENDED)


def test_a_village_agrees_there_though_nobody_can_tell_who_spoke_for_it(old, house):
    assert [person.spoken_for for person in queries.people_of(old)] == [True, True]
    open_one = in_mediation(house)
    assert not any(person.copied for person in queries.people_of(open_one))


def test_words_given_are_written_down_on_one_page(house, old):
    spoken = replace(TEXT_OF_1965, form=AgreementForm.ORAL, witnesses=(WitnessFacts("L’imam"),))
    oral = OralFacts(spoken, SIGNED.lines, AGREED)
    agreement = service.record_oral_agreement(house.actor("moussa"), old, oral)
    assert agreement.stage is AgreementStage.SIGNED and old.stage is Stage.CLOSED


def test_it_was_not_agreed_after_the_register_closed_the_dispute(house, old):
    moussa = house.actor("moussa")
    told = refused("happened_on", service.record_agreement, moussa, old, replace(
        TEXT_OF_1965, happened_on=dates.in_year(1967)))
    assert "Le registre dit" in told
    service.record_agreement(moussa, old, replace(TEXT_OF_1965, happened_on=dates.about_year(1966)))
    service.record_agreement(moussa, old, replace(TEXT_OF_1965, happened_on=dates.unknown()))


def test_what_was_closed_here_takes_no_settlement_late(house, visit):
    dispute = in_mediation(house)
    withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("La famille", "Entente"))
    refused("earlier_link", service.record_agreement, house.actor("moussa"), dispute, TEXT)
    for page in ("new", "oral"):
        assert visit("moussa").get(f"/disputes/{dispute.reference}/agreements/{page}/").status_code == 409


def test_what_is_not_closed_is_agreed_in_the_usual_way_though_it_was_copied(house):
    dispute = copy(house, stage=Stage.IN_MEDIATION, ending=None, intake=TOLD.intake)
    refused("languages", lambda: service.read_aloud_agreement(
        house.actor("moussa"), service.record_agreement(house.actor("moussa"), dispute, replace(
            TEXT_OF_1965, commitments=(), no_commitment=True)), ReadAloudFacts((), None, ("A",), AGREED)))


def test_an_agreement_that_only_a_register_tells_is_not_made_for_a_registered_one(house):
    dispute = copy(house, stage=Stage.REGISTERED, ending=None)
    with pytest.raises(WrongStage):
        service.record_agreement(house.actor("moussa"), dispute, TEXT_OF_1965)


def test_the_pages_offer_it_and_go_to_the_end(house, old, visit):
    number, moussa = old.reference, visit("moussa")
    at = f"/disputes/{number}/"
    file = moussa.get(at).text
    assert f'href="{at}agreements/new/"' in file
    for page in ("new", "oral"):
        assert moussa.get(f"{at}agreements/{page}/").status_code == 200
    service.record_agreement(house.actor("moussa"), old, TEXT_OF_1965)
    here = f"{at}agreements/1/"
    read = {"seen": "99", "understood": ["A", "B"], "happened_on-precision": "year", "happened_on-year": "1965"}
    assert moussa.post(here + "read-aloud/", read).status_code == 302
    assert "Farako" in moussa.get(here + "sign/").text
    assert "Noter les signatures" in moussa.get(here).text


def test_whether_a_closed_dispute_was_copied_is_asked_once_however_many_settlements_it_has(house, visit, app):
    dispute = in_mediation(house)
    for _ in range(3):
        service.record_agreement(house.actor("moussa"), dispute, TEXT)
    at = f"/disputes/{withdraw_dispute(house.actor('moussa'), dispute, WithdrawFacts('Adama', 'Entente')).reference}/"
    with statements(app) as asked:
        page = visit("moussa").get(at).text
    assert page.count(f"{at}agreements/") >= 3 and f"{at}agreements/1/amend/" not in page
    assert sum("transcription" in one for one in asked) <= 1
