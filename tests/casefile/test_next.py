"""The case file says what comes next: whom to call, what to write down of the last session, each act once."""

import html
import re

import pytest

from mediation.acts import scope
from mediation.acts.strike import StrikeFacts
from mediation.disputes.models import Dispute
from mediation.sessions.kinds import Result
from mediation.sessions.rules import ResumeFacts
from mediation.sessions.service import resume_mediation, strike_session
from tests.builders.agreements import drafted, in_mediation
from tests.builders.papers import failed
from tests.builders.parties import B, party
from tests.builders.sessions import days, held, planned, team

FOUND = {"result": Result.AGREEMENT, "came": (1, 2)}


@pytest.fixture(autouse=True)
def reader(house):
    """Whose eyes the test reads with."""
    with scope.looking_as(house.actor("moussa")):
        yield


@pytest.fixture
def panel(visit):
    """The box under the rail: its words, and the one filled button."""
    def read(dispute: Dispute, who: str = "moussa") -> tuple[str, str]:
        page = html.unescape(visit(who).get(f"/disputes/{dispute.reference}/").text).replace("\u00a0", " ")
        box = re.search(r'<section class="missing">(.*?)</section>', page, re.S)[1]
        button = re.search(r'<a class="button filled"[^>]*>(.*?)</a>', box, re.S)
        words = " ".join(re.sub(r"<[^>]+>", " ", box).split())
        return words, " ".join(re.sub(r"<[^>]+>", " ", button[1]).split()) if button else ""
    return read


def test_an_agreement_that_a_session_found_is_written_down_first_whatever_is_planned(house, panel):
    dispute = in_mediation(house)
    planned(house, dispute, on=days(0))
    held(house, dispute, **FOUND)
    words, button = panel(dispute)
    assert button == "Enregistrer l’accord" and "l’écrit de l’accord trouvé" in words
    assert "non-conciliation" not in words


def test_the_last_session_is_the_last_by_its_day_and_not_by_its_entry(house, panel):
    dispute = in_mediation(house)
    held(house, dispute, happened_on=days(0), **FOUND)
    held(house, dispute, happened_on=days(-20), came=(1,))
    assert panel(dispute)[1] == "Enregistrer l’accord"


def test_once_the_agreement_is_written_or_the_session_struck_it_is_asked_no_more(house, panel):
    dispute = in_mediation(house)
    session = held(house, dispute, **FOUND)
    strike_session(house.actor("moussa"), session, StrikeFacts("autre dossier"))
    assert panel(dispute)[1] != "Enregistrer l’accord"
    held(house, dispute, **FOUND)
    drafted(house, dispute)
    assert panel(dispute)[1] == "Noter la lecture aux parties"


def test_a_session_without_agreement_leads_to_the_non_conciliation_unless_another_is_planned(house, panel):
    dispute = in_mediation(house)
    held(house, dispute, result=Result.NO_AGREEMENT, came=(1, 2))
    words, button = panel(dispute)
    assert button == "Noter la non-conciliation" and "l’écrit de la non-conciliation" in words
    planned(house, dispute)
    assert panel(dispute)[1] == "Noter une séance" and "un accord des parties" in panel(dispute)[0]


def test_a_mediation_taken_up_again_is_not_asked_to_fail_again(house, panel):
    dispute = in_mediation(house)
    held(house, dispute, result=Result.NO_AGREEMENT, came=(1, 2))
    failed(house, dispute)
    resume_mediation(house.actor("moussa"), dispute, ResumeFacts("les aînés ont parlé", happened_on=days(0)))
    assert panel(dispute)[1] == "Prévoir une séance"


def test_a_dispute_nobody_is_in_charge_of_is_entrusted_before_anybody_is_called(house, panel):
    dispute = house.accepted()
    words, button = panel(dispute)
    assert button == "Confier à un médiateur ou une médiatrice" and "quelqu’un en charge" in words
    team(house, dispute)
    words, button = panel(dispute)
    assert "en charge" not in words and button != "Confier à un médiateur ou une médiatrice"


def test_the_panel_offers_an_act_once(house, panel):
    agreement = drafted(house)
    words, button = panel(agreement.dispute)
    assert button == "Noter la lecture aux parties" and words.count(button) == 1


def test_a_party_that_shares_its_side_is_named_where_one_came_and_the_other_refused(house, visit):
    dispute = in_mediation(house)
    second = party(house, dispute, B, "Fanta Keïta")
    held(house, dispute, came=(1, 2), refused=(second.number,))
    page = visit("moussa").get(f"/disputes/{dispute.reference}/").text
    assert "Présents : A, B (Famille Traoré) · a refusé : B (Fanta Keïta)" in page.replace("\u00a0", " ")
