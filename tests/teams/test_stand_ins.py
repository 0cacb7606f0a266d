"""A stand-in secretary, named by a reviewer for one dispute: what it opens, and when it ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation.accounts import service as accounts
from mediation.accounts.models import Account
from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.models import RoleHeld
from mediation.commissions.rules import EndFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import HarmKind
from mediation.disputes.rules import HarmFacts, WithdrawFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.teams import rules, service
from mediation.teams.models import Replacement
from tests.builders.parties import party, two_sides
from tests.builders.teams import on_the_bench, stood_in

HARM = HarmFacts(HarmKind.INJURED, 1)


@pytest.fixture
def dispute(house):
    """A dispute of Massigui whose sole secretary, moussa, is found to be a party."""
    made = house.registered(by="awa")
    two_sides(house, made, by="awa")
    party(house, made, by="awa", account_id=house.ids["moussa"])
    return made


def status(visit, login: str, dispute, rest: str = "") -> int:
    return visit(login).get(f"/disputes/{dispute.reference}/{rest}").status_code


def kept(house) -> list[Replacement]:
    db.session.rollback()
    with scope.looking_as(house.actor("bakary")):
        return list(db.session.scalars(select(Replacement).order_by(Replacement.number)))


def test_a_reviewer_reaches_the_page_and_names_somebody(house, visit, dispute):
    reviewer = visit("salimata")
    assert f"/disputes/{dispute.reference}/stand-in/" in reviewer.get(f"/disputes/{dispute.reference}/").text
    address = f"/disputes/{dispute.reference}/stand-in/"
    assert "Kadia" in reviewer.get(address).text
    wrong = reviewer.post(address, {"account_id": str(house.ids["kadia"]), "reason": "le père de Moussa"})
    assert wrong.status_code == 200 and "Choisissez pourquoi." in wrong.text and "le père de Moussa" in wrong.text
    answer = reviewer.post(address, {"account_id": str(house.ids["kadia"]), "cause": "party"})
    assert answer.status_code == 302
    (one,) = kept(house)
    assert (one.role, one.name, one.replaced_account_id) == (Role.SECRETARY, "Kadia", None)
    assert "Kadia tient le secrétariat de ce dossier, en suppléance" in visit("awa").get(
        f"/disputes/{dispute.reference}/").text


def test_a_stand_in_keeps_this_dispute_and_no_other(house, visit, dispute):
    other = house.registered()
    assert status(visit, "kadia", dispute) == 404
    stood_in(house, dispute)
    assert status(visit, "kadia", dispute) == 200 and status(visit, "kadia", other) == 404
    assert status(visit, "kadia", dispute, "assign/") == 200
    with scope.looking_as(house.actor("kadia")):
        assert disputes.record_harm(house.actor("kadia"), dispute, HARM).number == 1
    with pytest.raises(NotPermitted), scope.looking_as(house.actor("moussa")):
        disputes.record_harm(house.actor("kadia"), other, HARM)


def test_only_a_reviewer_of_the_territory_names_and_ends_one(house, visit, dispute):
    for login, code in (("awa", 403), ("bakary", 403), ("moussa", 404), ("kadia", 404), ("admin", 404)):
        assert status(visit, login, dispute, "stand-in/") == code, login
        with pytest.raises(NotPermitted):
            stood_in(house, dispute, by=login)
    one = stood_in(house, dispute)
    assert status(visit, "bakary", dispute, "stand-in/1/end/") == 403
    with pytest.raises(NotPermitted), scope.looking_as(house.actor("bakary")):
        service.end_standin(house.actor("bakary"), one, rules.EndStandInFacts())


@pytest.mark.parametrize("who", ["moussa", "salimata"])
def test_neither_a_party_nor_the_reviewer_is_named(house, dispute, who):
    with pytest.raises(BrokenRule) as refused:
        stood_in(house, dispute, who)
    assert refused.value.field == "account_id" and kept(house) == []


def test_who_keeps_the_desk_anyway_or_is_replaced_here_is_not_named(house, dispute):
    house.person("oumou", Role.SECRETARY, "MSG")
    on_the_bench(house, dispute, come="awa", by="oumou")
    for who in ("oumou", "bakary"):
        with pytest.raises(BrokenRule) as refused:
            stood_in(house, dispute, who)
        assert refused.value.field == "account_id", who


def test_one_at_a_time(house, dispute):
    stood_in(house, dispute)
    with pytest.raises(BrokenRule):
        stood_in(house, dispute, "drissa")


def test_somebody_without_an_open_access_is_not_named(house, dispute):
    accounts.deactivate_account(scope.KEEPER, db.session.get(Account, house.ids["kadia"]), None)
    with pytest.raises(BrokenRule):
        stood_in(house, dispute)


def test_it_ends_at_once_when_the_reviewer_says_so(house, visit, dispute):
    stood_in(house, dispute)
    browser, reviewer = visit("kadia"), visit("salimata")
    assert browser.get(f"/disputes/{dispute.reference}/").status_code == 200
    address = f"/disputes/{dispute.reference}/stand-in/1/end/"
    assert address in reviewer.get(f"/disputes/{dispute.reference}/").text
    assert "Kadia ne tiendra plus ce dossier" in reviewer.get(address).text
    assert reviewer.post(address, {"words": "un secrétaire est arrivé"}).status_code == 302
    assert browser.get(f"/disputes/{dispute.reference}/").status_code == 404
    assert reviewer.get(address).status_code == 409
    assert "C’est déjà terminé" in reviewer.post(address).text
    assert stood_in(house, dispute, "drissa").number == 2


def test_a_closed_dispute_gives_a_stand_in_nothing(house, visit, dispute):
    stood_in(house, dispute)
    with scope.looking_as(house.actor("kadia")):
        disputes.withdraw_dispute(house.actor("kadia"), dispute, WithdrawFacts("Adama", "arrangé"))
    assert status(visit, "kadia", dispute) == 404
    assert dispute.reference not in visit("kadia").get("/disputes/?view=all").text
    with pytest.raises(NotPermitted), scope.looking_as(house.actor("bakary")):
        disputes.record_harm(house.actor("kadia"), dispute, HARM)
    words = visit("bakary").get(f"/disputes/{dispute.reference}/").text
    assert "Qui peut lire" in words and "en suppléance</li>" not in words.split("Qui peut lire")[1]


def test_a_stand_in_who_closes_the_dispute_is_not_shown_a_lost_page(house, visit, dispute):
    stood_in(house, dispute)
    answer = visit("kadia").post(f"/disputes/{dispute.reference}/withdraw/", {
        "by": "Adama", "reason": "arrangé", "happened_on-precision": "unknown"})
    assert answer.status_code == 302 and answer.location == "/"


def test_a_stand_in_who_becomes_a_party_neither_sees_nor_acts(house, visit, dispute):
    stood_in(house, dispute)
    actor = house.actor("kadia")
    party(house, dispute, by="awa", account_id=house.ids["kadia"])
    assert status(visit, "kadia", dispute) == 404 and status(visit, "kadia", dispute, "assign/") == 404
    with pytest.raises(NotPermitted):
        disputes.record_harm(actor, dispute, HARM)


def test_a_reviewer_who_is_a_party_names_nobody(house, visit, dispute):
    party(house, dispute, by="awa", account_id=house.ids["salimata"])
    assert status(visit, "salimata", dispute, "stand-in/") == 404
    with pytest.raises(NotPermitted):
        stood_in(house, dispute)


def test_a_reviewer_ends_no_replacement_noted_by_the_institution(house, visit, dispute):
    one = on_the_bench(house, dispute, come="drissa", by="bakary")
    assert status(visit, "salimata", dispute, "stand-in/1/end/") == 404
    with pytest.raises(BrokenRule), scope.looking_as(house.actor("salimata")):
        service.end_standin(house.actor("salimata"), one, rules.EndStandInFacts())


def test_a_closed_access_stands_in_for_nobody(house, dispute):
    stood_in(house, dispute)
    assert house.actor("kadia").sight.stands
    accounts.deactivate_account(scope.KEEPER, db.session.get(Account, house.ids["kadia"]), None)
    assert not house.actor("kadia").sight.stands


def test_whoever_serves_nowhere_any_more_stands_in_for_nobody(house, visit, dispute):
    house.person("fanta", Role.MEDIATOR, "MSG")
    stood_in(house, dispute)
    on_the_bench(house, dispute, by="bakary", come="fanta")
    assert status(visit, "kadia", dispute, "amend/") == status(visit, "fanta", dispute) == 200
    with scope.looking_as(scope.KEEPER):
        for role in db.session.scalars(select(RoleHeld).where(
                RoleHeld.account_id.in_([house.ids["kadia"], house.ids["fanta"]]))):
            commissions.end_role(house.actor("admin"), role, EndFacts(clock.today() - timedelta(days=1)))
    assert status(visit, "kadia", dispute) == status(visit, "fanta", dispute) == 404
    with pytest.raises(NotPermitted):
        disputes.record_harm(house.actor("kadia"), dispute, HARM)
