"""A chair, a secretary or a member replaced for one dispute: who sees and who acts there, and nowhere else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation.accounts import service as accounts
from mediation.accounts.models import Account
from mediation.acts import scope
from mediation.acts.catalogue import ACCEPT_DISPUTE
from mediation.acts.policy import may
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.kinds import Category
from mediation.commissions.rules import MemberFacts
from mediation.disputes import service as disputes
from mediation.disputes.rules import AcceptFacts, WithdrawFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.teams import rules, service
from mediation.teams.kinds import BenchRole
from mediation.teams.models import Replacement
from tests.builders.land import one_field
from tests.builders.parties import party, two_sides
from tests.builders.teams import assigned, on_the_bench, stood_in


@pytest.fixture
def dispute(house):
    """A dispute ready to be accepted; fanta mediates in Massigui too, Bina only sits there."""
    house.person("fanta", Role.MEDIATOR, "MSG")
    commissions.add_member(scope.KEEPER, house.institution(), MemberFacts("Bina", Category.CHIEF, clock.today()))
    made = house.registered()
    two_sides(house, made)
    one_field(house, made)
    return made


def status(visit, login: str, dispute, rest: str = "") -> int:
    return visit(login).get(f"/disputes/{dispute.reference}/{rest}").status_code


def kept(house) -> list[Replacement]:
    db.session.rollback()
    with scope.looking_as(house.actor("moussa")):
        return list(db.session.scalars(select(Replacement).order_by(Replacement.number)))


def may_accept(house, login: str, dispute) -> bool:
    """Whether this person may accept the dispute now; nothing is kept."""
    with scope.looking_as(house.actor("moussa")):
        return may(house.actor(login), ACCEPT_DISPUTE, dispute)


def test_who_is_replaced_still_sees_and_does_not_act(house, visit, dispute):
    assert may_accept(house, "bakary", dispute) and status(visit, "bakary", dispute, "accept/") == 200
    on_the_bench(house, dispute)
    assert status(visit, "bakary", dispute) == 200
    assert status(visit, "bakary", dispute, "accept/") == 403
    assert visit("bakary").post(f"/disputes/{dispute.reference}/accept/").status_code == 403
    with pytest.raises(NotPermitted):
        disputes.accept_dispute(house.actor("bakary"), dispute, AcceptFacts())
    other = house.registered()
    assert may_accept(house, "bakary", other)


def test_who_replaces_the_chair_acts_here_and_nowhere_else(house, visit, dispute):
    other = house.registered()
    assert status(visit, "fanta", dispute) == 404
    on_the_bench(house, dispute, come="fanta")
    assert status(visit, "fanta", dispute, "accept/") == 200 and status(visit, "fanta", other) == 404
    assert not may_accept(house, "fanta", other)
    with scope.looking_as(house.actor("moussa")):
        disputes.accept_dispute(house.actor("fanta"), dispute, AcceptFacts())
    assert dispute.stage.value == "accepted"
    with pytest.raises(NotPermitted):
        disputes.amend_dispute(house.actor("fanta"), dispute, None)


def test_a_plain_member_is_replaced_and_nobody_is_given_anything(house, visit, dispute):
    service.replace_bench(house.actor("moussa"), dispute, rules.BenchFacts(
        BenchRole.MEMBER, clock.today(), member=1, account_id=house.ids["fanta"]))
    assert kept(house)[0].role is None
    assert status(visit, "fanta", dispute) == 404 and not may_accept(house, "fanta", dispute)
    assert "Fanta remplace Bina : membre" in visit("moussa").get(f"/disputes/{dispute.reference}/").text


def test_a_place_is_given_only_if_it_was_the_place_of_who_is_replaced(house, dispute):
    for facts in (rules.BenchFacts(BenchRole.CHAIR, clock.today(), member=1, account_id=house.ids["fanta"]),
                  rules.BenchFacts(BenchRole.CHAIR, clock.today(), replaced_account_id=house.ids["moussa"],
                                   name="Ali")):
        with pytest.raises(BrokenRule) as refused:
            service.replace_bench(house.actor("bakary"), dispute, facts)
        assert refused.value.field == "role"


def test_a_mediator_replaces_a_member_and_never_the_chair_or_the_secretary(house, dispute):
    assigned(house, dispute, "awa")
    for role, gone in ((BenchRole.CHAIR, "bakary"), (BenchRole.SECRETARY, "moussa")):
        with pytest.raises(BrokenRule) as refused:
            service.replace_bench(house.actor("awa"), dispute, rules.BenchFacts(
                role, clock.today(), replaced_account_id=house.ids[gone], account_id=house.ids["fanta"]))
        assert refused.value.field == "role" and kept(house) == []
    service.replace_bench(house.actor("awa"), dispute, rules.BenchFacts(
        BenchRole.MEMBER, clock.today(), member=1, name="Ali"))
    assert [one.name for one in kept(house)] == ["Ali"]


def test_a_reviewer_puts_an_end_to_a_replacement(house, visit, dispute):
    on_the_bench(house, dispute, come="fanta")
    at = f"/disputes/{dispute.reference}/"
    assert "Mettre fin au remplacement" in visit("salimata").get(at).text
    service.restore_bench(house.actor("salimata"), kept(house)[0], rules.RestoreFacts(clock.today()))
    assert kept(house)[0].until == clock.today()


def test_the_member_and_the_account_of_one_person_are_one_seat(house, dispute):
    commissions.add_member(scope.KEEPER, house.institution(), MemberFacts("bakary", Category.CHAIR, clock.today()))
    made = service.replace_bench(house.actor("moussa"), dispute, rules.BenchFacts(
        BenchRole.CHAIR, clock.today(), member=2, account_id=house.ids["fanta"]))
    assert made.replaced_account_id == house.ids["bakary"]
    assert not may_accept(house, "bakary", dispute)


def test_a_party_is_not_put_in_the_place_of_another(house, visit, dispute):
    party(house, dispute, account_id=house.ids["fanta"])
    party(house, dispute, account_id=house.ids["bakary"])
    with pytest.raises(BrokenRule) as refused:
        on_the_bench(house, dispute, come="fanta")
    assert refused.value.field == "account_id"
    assert on_the_bench(house, dispute, come="awa").number == 1
    assert status(visit, "bakary", dispute) == 404 and status(visit, "fanta", dispute) == 404


def test_who_stands_in_and_becomes_a_party_neither_sees_nor_acts(house, visit, dispute):
    on_the_bench(house, dispute, come="fanta")
    actor = house.actor("fanta")
    party(house, dispute, account_id=house.ids["fanta"])
    assert status(visit, "fanta", dispute) == 404 and status(visit, "fanta", dispute, "accept/") == 404
    with pytest.raises(NotPermitted):
        disputes.accept_dispute(actor, dispute, AcceptFacts())


def test_nobody_names_themselves_nor_somebody_whose_access_is_closed(house, dispute):
    with pytest.raises(BrokenRule):
        on_the_bench(house, dispute, come="moussa", by="moussa")
    accounts.deactivate_account(scope.KEEPER, db.session.get(Account, house.ids["fanta"]), None)
    with pytest.raises(BrokenRule) as refused:
        on_the_bench(house, dispute, come="fanta")
    assert refused.value.field == "account_id"


def test_nobody_is_replaced_by_themselves_twice_or_in_a_circle(house, dispute):
    with pytest.raises(BrokenRule):
        on_the_bench(house, dispute, gone="bakary", come="bakary")
    on_the_bench(house, dispute, gone="bakary", come="fanta")
    with pytest.raises(BrokenRule) as twice:
        on_the_bench(house, dispute, gone="bakary", come="awa")
    with pytest.raises(BrokenRule) as circle:
        on_the_bench(house, dispute, gone="moussa", come="bakary", role=BenchRole.SECRETARY)
    assert (twice.value.field, circle.value.field) == ("replaced", "account_id")


@pytest.mark.parametrize("shift", [1, 400])
def test_a_replacement_begins_on_a_day_that_has_come(house, dispute, shift):
    with pytest.raises(BrokenRule) as refused:
        on_the_bench(house, dispute, since=clock.today() + timedelta(days=shift))
    assert refused.value.field == "since"


def test_when_it_ends_each_is_in_their_own_place_at_once(house, visit, dispute):
    one, browser = on_the_bench(house, dispute, come="fanta"), visit("fanta")
    assert browser.get(f"/disputes/{dispute.reference}/").status_code == 200
    with scope.looking_as(house.actor("moussa")):
        service.restore_bench(house.actor("moussa"), one, rules.RestoreFacts(clock.today(), "revenu"))
    assert browser.get(f"/disputes/{dispute.reference}/").status_code == 404
    assert may_accept(house, "bakary", dispute)
    with pytest.raises(BrokenRule), scope.looking_as(house.actor("moussa")):
        service.restore_bench(house.actor("moussa"), one, rules.RestoreFacts(clock.today()))
    assert status(visit, "moussa", dispute, "bench/1/restore/") == 409
    assert "revenu" in visit("moussa").get(f"/disputes/{dispute.reference}/").text


@pytest.mark.parametrize("shift", [-1, 1])
def test_it_ends_neither_before_it_began_nor_on_a_day_to_come(house, dispute, shift):
    one = on_the_bench(house, dispute)
    with pytest.raises(BrokenRule), scope.looking_as(house.actor("moussa")):
        service.restore_bench(house.actor("moussa"), one, rules.RestoreFacts(clock.today() + timedelta(days=shift)))


def test_whoever_ends_their_own_replacement_is_not_shown_a_lost_page(house, visit, dispute):
    on_the_bench(house, dispute, come="fanta")
    answer = visit("fanta").post(f"/disputes/{dispute.reference}/bench/1/restore/",
                                 {"until": f"{clock.today():%d/%m/%Y}"})
    assert answer.status_code == 302 and answer.location == "/"


def test_a_chair_in_another_s_place_keeps_the_acts_on_a_closed_dispute(house, visit, dispute):
    on_the_bench(house, dispute, come="fanta")
    disputes.withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("Adama", "arrangé"))
    assert status(visit, "fanta", dispute) == 200


def test_a_member_is_replaced_on_the_page(house, visit, dispute):
    address, moussa = f"/disputes/{dispute.reference}/bench/replace/", visit("moussa")
    opened = moussa.get(address).text
    assert "Bakary · présidence" in opened and "Bina" in opened
    told = {"replaced": f"account-{house.ids['bakary']}", "role": "chair", "account_id": str(house.ids["fanta"]),
            "quality": "vice-présidente", "since": f"{clock.today():%d/%m/%Y}", "reason": "son frère est partie"}
    for wrong, sentence in (({"replaced": ""}, "Choisissez qui est remplacé"), ({"role": ""}, "à quelle place"),
                            ({"role": "secretary"}, "n’a pas cette place"), ({"account_id": ""}, "écrivez son nom"),
                            ({"since": "01/01/2999"}, "pas encore arrivée")):
        answer = moussa.post(address, {**told, **wrong})
        assert answer.status_code == 200 and sentence in answer.text, sentence
        assert "son frère est partie" in answer.text
    assert moussa.post(address, told).status_code == 302
    words = moussa.get(f"/disputes/{dispute.reference}/").text
    for said in ("Fanta remplace Bakary : présidence", "Bakary lit encore, mais n’agit plus ici",
                 "Son frère est partie", "vice-présidente"):
        assert said in words, said
    assert "bench/1/restore/" in words
    assert "Fanta remplace Bakary" in moussa.get(f"/disputes/{dispute.reference}/bench/1/restore/").text


def test_who_may_note_a_replacement(house, visit, dispute):
    assigned(house, dispute, "awa")
    for login, code in (("awa", 200), ("moussa", 200), ("bakary", 200), ("salimata", 403), ("kadia", 404)):
        assert status(visit, login, dispute, "bench/replace/") == code, login
    stood_in(house, dispute)
    assert status(visit, "moussa", dispute, "bench/1/restore/") == 404
    with pytest.raises(BrokenRule), scope.looking_as(house.actor("moussa")):
        service.restore_bench(house.actor("moussa"), kept(house)[0], rules.RestoreFacts(clock.today()))


def test_the_list_of_who_replaces_finds_the_dispute(house, visit, dispute):
    assert dispute.reference not in visit("fanta").get("/disputes/").text
    on_the_bench(house, dispute, come="fanta")
    assert dispute.reference in visit("fanta").get("/disputes/").text
