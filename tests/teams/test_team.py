"""The team of a dispute: who is put on it, replaced, released, put in charge; and what each sees afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Role
from mediation.disputes import queries
from mediation.disputes import service as disputes
from mediation.disputes.kinds import HarmKind, TeamReason
from mediation.disputes.models import TeamMember
from mediation.disputes.rules import AssignFacts, HarmFacts, WithdrawFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.parties.service import strike_party
from mediation.teams import service
from tests.builders.parties import party, representative, two_sides
from tests.builders.teams import assigned, released, replaced, tied

HARM = HarmFacts(HarmKind.INJURED, 1)


@pytest.fixture
def dispute(house):
    """A dispute of Massigui with awa in charge; fanta mediates there too."""
    house.person("fanta", Role.MEDIATOR, "MSG")
    made = house.registered()
    assigned(house, made, "awa", leads=True)
    return made



def members(house, reference: str) -> list[tuple]:
    """The team as it is kept now: number, name, in charge, still there."""
    db.session.rollback()
    with scope.looking_as(house.actor("moussa")):
        return [(one.number, one.name, one.leads, one.until is None)
                for one in queries.team_of(queries.find(reference))]


def first(dispute) -> TeamMember:
    return db.session.scalar(select(TeamMember).where(TeamMember.dispute_id == dispute.id, TeamMember.number == 1))


@pytest.fixture
def awa(house, dispute):
    """awa's place on the team, read as the secretary sees it."""
    with scope.looking_as(house.actor("moussa")):
        yield first(dispute)


def page(visit, who: str, reference: str, rest: str = "") -> str:
    answer = visit(who).get(f"/disputes/{reference}/{rest}")
    assert answer.status_code == 200, answer.status_code
    return answer.text


# Put on the team

def test_nobody_is_put_on_the_team_twice(house, dispute):
    for account, name, field in ((house.ids["awa"], "Autre", "account_id"), (None, "AWA", "name")):
        with pytest.raises(BrokenRule) as refused:
            disputes.assign_dispute(house.actor("moussa"), dispute, AssignFacts(account, name))
        assert refused.value.field == field
    assert assigned(house, dispute, "fanta").number == 2


@pytest.mark.parametrize("how", ["party", "representative"])
def test_who_is_a_party_or_speaks_for_one_is_not_put_on_the_team(house, visit, dispute, how):
    one = party(house, dispute, **({"account_id": house.ids["fanta"]} if how == "party" else {}))
    if how == "representative":
        representative(house, one, account_id=house.ids["fanta"])
    reference = dispute.reference
    with pytest.raises(BrokenRule) as refused:
        assigned(house, dispute, "fanta")
    assert refused.value.field == "account_id"
    answer = visit("moussa").post(f"/disputes/{reference}/assign/", {
        "account_id": str(house.ids["fanta"]), "quality": "médiatrice de secteur"})
    assert answer.status_code == 200 and "partie au dossier, ou parle pour une partie" in answer.text
    assert 'id="account_id-error"' in answer.text and "médiatrice de secteur" in answer.text


def test_a_party_struck_out_bars_nobody(house, dispute):
    one = party(house, dispute, account_id=house.ids["fanta"])
    strike_party(house.actor("moussa"), one, StrikeFacts("erreur"))
    assert assigned(house, dispute, "fanta").name == "Fanta"


def test_the_page_of_assigning_says_what_to_look_at(house, visit, dispute):
    two_sides(house, dispute)
    tied(house, dispute, name="Fanta", words="nièce de la mère")
    party(house, dispute, 2, "Awa")
    words = page(visit, "moussa", dispute.reference, "assign/")
    assert "À regarder avant de choisir" in words and "nièce de la mère" in words
    assert "porte le même nom qu’une partie" in words and "rien de décidé encore" in words


def test_the_page_of_assigning_warns_of_nothing_when_there_is_nothing(house, visit, dispute):
    assert "À regarder" not in page(visit, "moussa", dispute.reference, "assign/")


# Replaced

def test_who_is_replaced_stays_in_history_and_sees_it_no_more_at_the_next_request(house, visit, dispute, awa):
    reference, browser = dispute.reference, visit("awa")
    assert browser.get(f"/disputes/{reference}/").status_code == 200
    new = replaced(house, awa, "fanta", words="part en pèlerinage")
    assert (new.name, new.leads, new.replaces_id) == ("Fanta", True, awa.id)
    assert members(house, reference) == [(1, "Awa", False, False), (2, "Fanta", True, True)]
    assert browser.get(f"/disputes/{reference}/").status_code == 404
    assert visit("fanta").get(f"/disputes/{reference}/").status_code == 200
    words = page(visit, "moussa", reference)
    assert "remplace Awa" in words and "part en pèlerinage" in words and "autre charge" in words
    assert "en charge\u00a0: Fanta" in words


def test_who_is_replaced_does_not_act_any_more(house, dispute, awa):
    actor = house.actor("awa")
    disputes.record_harm(actor, dispute, HARM)
    replaced(house, awa, "Le vieux Bina")
    with pytest.raises(NotPermitted):
        disputes.record_harm(actor, dispute, HARM)


@pytest.mark.parametrize(("who", "field"), [("awa", "account_id"), ("AWA", "name"), ("fanta", "account_id")])
def test_nobody_is_replaced_by_themselves_or_by_who_is_there(house, dispute, awa, who, field):
    assigned(house, dispute, "fanta")
    with pytest.raises(BrokenRule) as refused:
        replaced(house, awa, who)
    assert refused.value.field == field and awa.until is None


def test_nobody_is_replaced_by_a_party(house, visit, dispute, awa):
    party(house, dispute, account_id=house.ids["fanta"])
    reference = dispute.reference
    with pytest.raises(BrokenRule):
        replaced(house, awa, "fanta")
    answer = visit("moussa").post(f"/disputes/{reference}/team/1/replace/", {
        "account_id": str(house.ids["fanta"]), "reason": "busy", "until": "01/01/2026", "words": "autre tournée"})
    assert answer.status_code == 200 and "autre tournée" in answer.text
    assert members(house, reference) == [(1, "Awa", True, True)]


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_replacement_begins_on_a_day_that_has_come_and_not_before_the_other_began(house, dispute, awa, shift):
    with pytest.raises(BrokenRule) as refused:
        replaced(house, awa, "fanta", until=clock.today() + timedelta(days=shift))
    assert refused.value.field == "until"


def test_a_member_is_replaced_on_the_page(house, visit, dispute):
    reference, moussa = dispute.reference, visit("moussa")
    assert f"/disputes/{reference}/team/1/replace/" in page(visit, "moussa", reference)
    assert "Remplacer Awa" in page(visit, "moussa", reference, "team/1/replace/")
    wrong = moussa.post(f"/disputes/{reference}/team/1/replace/", {"name": "Bina", "quality": "ancien",
                                                                   "until": f"{clock.today():%d/%m/%Y}"})
    assert wrong.status_code == 200 and "Choisissez pourquoi." in wrong.text and "ancien" in wrong.text
    answer = moussa.post(f"/disputes/{reference}/team/1/replace/", {
        "name": "Bina", "quality": "ancien", "reason": "ill", "until": f"{clock.today():%d/%m/%Y}"})
    assert answer.status_code == 302 and answer.location.endswith(f"/disputes/{reference}/")
    assert members(house, reference) == [(1, "Awa", False, False), (2, "Bina", True, True)]
    assert moussa.get(f"/disputes/{reference}/team/1/replace/").status_code == 409
    assert moussa.get(f"/disputes/{reference}/team/9/replace/").status_code == 404


# Released

def test_who_is_released_stays_in_history_and_sees_it_no_more(house, visit, dispute, awa):
    released(house, awa, reason=TeamReason.INTEREST)
    assert members(house, dispute.reference) == [(1, "Awa", False, False)]
    assert visit("awa").get(f"/disputes/{dispute.reference}/").status_code == 404
    assert dispute.reference not in visit("awa").get("/disputes/").text
    assert "lien avec une partie" in page(visit, "moussa", dispute.reference)


def test_nobody_is_released_twice_nor_put_in_charge_afterwards(house, dispute, awa):
    released(house, awa)
    for again in (lambda: released(house, awa), lambda: replaced(house, awa, "fanta"),
                  lambda: service.set_lead_dispute(house.actor("moussa"), awa, None)):
        with pytest.raises(BrokenRule):
            again()
    assert assigned(house, dispute, "awa").number == 2


def test_a_member_is_released_on_the_page_and_a_bad_day_keeps_the_text(house, visit, dispute):
    address, moussa = f"/disputes/{dispute.reference}/team/1/release/", visit("moussa")
    assert "Décharger Awa" in moussa.get(address).text
    wrong = moussa.post(address, {"reason": "own_wish", "words": "il me l’a dit", "until": "01/01/2999"})
    assert wrong.status_code == 200 and "pas encore arrivée" in wrong.text and "il me l’a dit" in wrong.text
    assert moussa.post(address, {"reason": "own_wish", "until": f"{clock.today():%d/%m/%Y}"}).status_code == 302
    assert members(house, dispute.reference) == [(1, "Awa", False, False)]


# In charge

def test_one_person_at_most_is_in_charge_and_the_other_stays(house, visit, dispute):
    assigned(house, dispute, "fanta")
    address, moussa = f"/disputes/{dispute.reference}/team/2/lead/", visit("moussa")
    assert "Awa n’est plus en charge" in moussa.get(address).text
    assert moussa.post(address).status_code == 302
    assert members(house, dispute.reference) == [(1, "Awa", False, True), (2, "Fanta", True, True)]
    again = moussa.post(address)
    assert again.status_code == 200 and "déjà en charge" in again.text
    assert visit("awa").get(f"/disputes/{dispute.reference}/").status_code == 200


# Who may, and when

@pytest.mark.parametrize("rest", ["replace", "release", "lead"])
def test_a_mediator_and_a_stranger_do_not_change_the_team(house, visit, dispute, rest):
    assigned(house, dispute, "fanta")
    address = f"/disputes/{dispute.reference}/team/2/{rest}/"
    for login, status in (("awa", 403), ("salimata", 403), ("kadia", 404), ("admin", 404)):
        assert visit(login).get(address).status_code == status, login
        assert visit(login).post(address).status_code == status, login
    assert visit("bakary").get(address).status_code == 200
    with pytest.raises(NotPermitted), scope.looking_as(house.actor("awa")):
        service.set_lead_dispute(house.actor("awa"), first(dispute), None)


def test_the_team_of_a_closed_dispute_does_not_change(house, visit, dispute, awa):
    two_sides(house, dispute)
    disputes.withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("Adama", "arrangé"))
    with pytest.raises(WrongStage):
        released(house, awa)
    assert visit("moussa").get(f"/disputes/{dispute.reference}/team/1/release/").status_code == 409
    assert "/team/1/" not in page(visit, "moussa", dispute.reference)


def test_a_member_who_becomes_a_party_neither_sees_nor_acts(house, visit, dispute):
    actor = house.actor("awa")
    party(house, dispute, account_id=house.ids["awa"])
    assert visit("awa").get(f"/disputes/{dispute.reference}/").status_code == 404
    assert visit("awa").post(f"/disputes/{dispute.reference}/harms/new/").status_code == 404
    with pytest.raises(NotPermitted):
        disputes.record_harm(actor, dispute, HARM)
