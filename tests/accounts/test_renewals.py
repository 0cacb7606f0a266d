"""A new code for somebody who serves takes two people, and is seen by the person and from above."""

import re
from datetime import timedelta

import pytest

from mediation.accounts import queries, rules, service
from mediation.accounts.models import Account, CodeRenewal
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.rules import EndFacts, RoleFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from tests.builders.accounts import PASSWORD, signs_in, with_password

NEW = "un mil bien sec au grenier"


def account(login: str) -> Account:
    db.session.rollback()
    return queries.find(login)


def latest(house, login: str) -> CodeRenewal:
    db.session.rollback()
    return queries.latest_renewal(house.ids[login])


def code_on(page: str) -> str:
    return re.search(r'class="code">([A-Z0-9-]+)<', page)[1]


@pytest.fixture
def entered(house):
    """moussa and bakary, his chair, have chosen their passwords."""
    for login in ("moussa", "bakary"):
        with_password(house, login)


def enters(visitor, login: str, code: str, password: str = NEW):
    return visitor.post("/first-entry/", {"login": login, "password_code": code, "password_new": password,
                                          "password_again": password})


def test_an_administrator_alone_gets_half_a_code_that_opens_nothing(house, visit, entered):
    asked = visit("admin").post("/people/moussa/code/")
    half = code_on(asked.text)
    assert len(half) == 5 and "Bakary" in asked.text
    assert account("moussa").code_hash is None and account("moussa").password_hash is not None
    assert "inexact" in enters(visit(), "moussa", half).text
    assert signs_in(visit(), "moussa", PASSWORD).status_code == 302


def test_two_halves_from_two_people_open_once(house, visit, entered):
    first = code_on(visit("admin").post("/people/moussa/code/").text)
    before = visit("moussa")
    confirmed = visit("bakary").post("/people/moussa/code/confirm/")
    second = code_on(confirmed.text)
    assert len(second) == 5 and "Admin" in confirmed.text and first not in confirmed.text
    assert before.get("/account/").status_code == 302
    assert signs_in(visit(), "moussa", PASSWORD).status_code == 200
    assert "inexact" in enters(visit(), "moussa", second).text
    person = visit()
    assert enters(person, "moussa", f"{first} {second}").status_code == 302
    words = person.get("/").text
    assert "Votre code a été renouvelé par Admin, Bakary" in words
    assert "Votre code a été renouvelé" not in person.get("/account/").text
    assert "confirmé par Bakary" in person.get("/account/").text
    assert "inexact" in enters(visit(), "moussa", first + second, NEW + " encore").text


def test_a_request_is_told_to_its_person_before_anybody_confirms(house, visit, entered):
    visit("admin").post("/people/moussa/code/")
    person = visit()
    signs_in(person, "moussa")
    assert "Admin a demandé un nouveau code pour vous" in person.get("/account/").text


def test_who_asked_does_not_confirm_nor_does_the_person(house, visit, entered):
    visit("admin").post("/people/moussa/code/")
    own = visit("admin").post("/people/moussa/code/confirm/")
    assert own.status_code == 200 and "Vous avez demandé ce code" in own.text
    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["moussa"], Role.CHAIR, clock.today(), "MSG"))
    mine = visit("moussa").post("/people/moussa/code/confirm/")
    assert mine.status_code == 200 and "Ce code est le vôtre" in mine.text
    assert account("moussa").code_hash is None


def test_another_administrator_the_chair_and_a_reviewer_may_confirm_and_nobody_else(house, visit, entered):
    house.person("nana", Role.ADMINISTRATOR)
    for login, status in (("nana", 200), ("bakary", 200), ("salimata", 200), ("awa", 403), ("kadia", 403)):
        visit("admin").post("/people/moussa/code/")
        assert visit(login).get("/people/moussa/code/confirm/").status_code == status, login
        answer = visit(login).post("/people/moussa/code/confirm/")
        assert answer.status_code == status, login
        assert ('class="code"' in answer.text) is (status == 200), login
    house.person("modibo", Role.CHAIR, "KOB")
    visit("admin").post("/people/moussa/code/")
    assert visit("modibo").get("/people/moussa/code/confirm/").status_code == 404
    with pytest.raises(NotPermitted):
        service.confirm_renewal(house.actor("modibo"), latest(house, "moussa"), rules.CodeFacts("x"))


def test_there_is_nothing_to_confirm_before_anybody_asked(house, visit, entered):
    assert visit("bakary").get("/people/awa/code/confirm/").status_code == 404
    assert visit("bakary").get("/people/nobody/code/confirm/").status_code == 404


def test_only_the_latest_request_is_confirmed_once_and_not_too_late(house, visit, entered):
    visit("admin").post("/people/moussa/code/")
    old = latest(house, "moussa")
    bakary = house.actor("bakary")
    visit("admin").post("/people/moussa/code/")
    with pytest.raises(BrokenRule, match="ne vaut plus"):
        service.confirm_renewal(bakary, db.session.get(CodeRenewal, old.id), rules.CodeFacts("x"))
    with pytest.raises(BrokenRule, match="ne vaut plus"), clock.moved_by(timedelta(days=15)):
        service.confirm_renewal(bakary, latest(house, "moussa"), rules.CodeFacts("x"))
    service.confirm_renewal(bakary, latest(house, "moussa"), rules.CodeFacts("x"))
    with pytest.raises(BrokenRule, match="déjà confirmé"):
        service.confirm_renewal(bakary, latest(house, "moussa"), rules.CodeFacts("y"))


def test_a_closed_access_is_not_confirmed(house, visit, entered):
    visit("admin").post("/people/moussa/code/")
    visit("admin").post("/people/moussa/deactivate/")
    answer = visit("bakary").post("/people/moussa/code/confirm/")
    assert "Rouvrez-le" in answer.text and account("moussa").code_hash is None


def test_where_nobody_else_can_confirm_the_code_is_given_and_seen_from_above(house, visit):
    """bakary, salimata and the others have never come in: nobody could confirm, and nobody is locked out."""
    with_password(house, "moussa")
    assert len(code_on(visit("admin").post("/people/moussa/code/").text)) == 11
    assert account("moussa").password_hash is None
    for login, address in (("salimata", "/grants/"), ("bakary", "/institutions/MSG/")):
        page = visit(login).get(address).text
        assert "Codes renouvelés" in page and "demandé par Admin" in page and "sans deuxième personne" in page
    house.person("sira", Role.REVIEWER, "R1C1B")
    assert "Codes renouvelés" not in visit("sira").get("/grants/").text


def test_a_renewal_that_waits_is_offered_to_who_may_confirm_it(house, visit, entered):
    visit("admin").post("/people/moussa/code/")
    link = 'href="/people/moussa/code/confirm/"'
    assert link in visit("salimata").get("/grants/").text and link in visit("bakary").get("/institutions/MSG/").text
    assert link not in visit("admin").get("/people/moussa/").text
    visit("bakary").post("/people/moussa/code/confirm/")
    assert link not in visit("salimata").get("/grants/").text


def test_somebody_who_never_served_is_given_a_code_by_one_person(house, visit, entered):
    house.person("sans")
    assert len(code_on(visit("admin").post("/people/sans/code/").text)) == 11


def test_taking_a_role_away_does_not_make_one_person_enough(house, visit, entered):
    role = next(one for one in commissions.queries.roles_of(house.institution()) if
                one.account_id == house.ids["moussa"])
    commissions.end_role(KEEPER, role, EndFacts(clock.today()))
    with clock.moved_by(timedelta(days=1)):
        made = service.renew_account(house.actor("admin"), account("moussa"), rules.CodeFacts("x"))
        assert made.confirmed_at is None


def test_the_page_of_renewing_says_that_somebody_confirms(house, visit, entered):
    assert "Une deuxième personne le confirme d’abord" in visit("admin").get("/people/moussa/code/").text
    house.person("sans")
    assert "deuxième personne" not in visit("admin").get("/people/sans/code/").text


def test_a_request_sent_twice_shows_the_same_half(house, visit, entered):
    key = {"key": "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b77"}
    admin = visit("admin")
    first, again = (code_on(admin.post("/people/moussa/code/", key).text) for _turn in range(2))
    assert first == again


# The last administrator

def test_the_last_administrator_for_good_is_not_shut_out(house, visit):
    house.person("nana")
    commissions.grant_role(KEEPER, None, RoleFacts(
        house.ids["nana"], Role.ADMINISTRATOR, clock.today(), until=clock.today() + timedelta(days=3)))
    answer = visit("nana").post("/people/admin/deactivate/")
    assert answer.status_code == 200 and "dernière personne à l’administration" in answer.text
    assert account("admin").active
    assert "/people/admin/deactivate/" not in visit("nana").get("/people/admin/").text
    with pytest.raises(BrokenRule):
        service.deactivate_account(KEEPER, account("admin"), None)


def test_another_lasting_administrator_lets_one_go(house, visit):
    house.person("nana", Role.ADMINISTRATOR)
    assert visit("nana").post("/people/admin/deactivate/").status_code == 302
    assert not account("admin").active
    with pytest.raises(BrokenRule):
        service.deactivate_account(KEEPER, account("nana"), None)


def test_who_does_not_administer_is_shut_out_as_before(house, visit):
    assert visit("admin").post("/people/moussa/deactivate/").status_code == 302
