"""Links with a party: declared, decided, struck out, warned about; they bar nobody by themselves."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.commissions import service as commissions
from mediation.commissions.kinds import Category
from mediation.commissions.rules import MemberFacts
from mediation.disputes.queries import team_now
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.sessions.rules import SeatFacts
from mediation.teams import service
from mediation.teams.kinds import InterestDecision, InterestKind
from mediation.teams.models import Interest
from tests.builders.parties import party, two_sides
from tests.builders.sessions import held
from tests.builders.teams import assigned, released, tied


@pytest.fixture
def dispute(house):
    """A dispute of Massigui with two sides and awa on its team; Bina sits in the commission."""
    commissions.add_member(scope.KEEPER, house.institution(), MemberFacts("Bina", Category.CHIEF, clock.today()))
    made = house.registered()
    two_sides(house, made)
    assigned(house, made, "awa", leads=True)
    return made


def rows(house) -> list[Interest]:
    db.session.rollback()
    with scope.looking_as(house.actor("moussa")):
        return list(db.session.scalars(select(Interest).order_by(Interest.number)))


def page(visit, who: str, dispute, rest: str = "") -> str:
    answer = visit(who).get(f"/disputes/{dispute.reference}/{rest}")
    assert answer.status_code == 200, answer.status_code
    return answer.text


def test_a_link_is_declared_by_whoever_works_on_it_and_by_nobody_else(house, dispute):
    for login in ("awa", "moussa", "bakary"):
        assert tied(house, dispute, by=login, name=f"Un ami de {login}").number
    for login in ("salimata", "admin", "kadia"):
        with pytest.raises(NotPermitted):
            tied(house, dispute, by=login, name="Autre")


def test_the_person_is_of_the_team_of_the_institution_or_a_name(house, dispute):
    of_team = tied(house, dispute, name=None, team_member=1)
    of_house = tied(house, dispute, name=None, member=1)
    chair = tied(house, dispute, name=None, account_id=house.ids["bakary"])
    assert [(one.name, one.account_id) for one in (of_team, of_house, chair)] == [
        ("Awa", house.ids["awa"]), ("Bina", None), ("Bakary", house.ids["bakary"])]
    with pytest.raises(BrokenRule) as refused:
        tied(house, dispute, name=None, account_id=house.ids["kadia"])
    assert refused.value.field == "who"


def test_a_link_is_declared_on_the_page_with_what_was_decided(house, visit, dispute):
    answer = visit("moussa").post(f"/disputes/{dispute.reference}/interests/new/", {
        "who": "team-1", "kind": "same_village", "party": "1", "words": "nées à Farako", "decision": "goes_on",
        "decided_by": "le comité", "happened_on": "2026-01-01"})
    assert answer.status_code == 302, answer.text
    (found,) = rows(house)
    assert (found.name, found.kind, found.decision) == (
        "Awa", InterestKind.SAME_VILLAGE, InterestDecision.GOES_ON)
    words = page(visit, "moussa", dispute)
    for said in ("même village", "partie A", "nées à Farako", "continue, avec l’accord de tous", "le comité",
                 "a déclaré un lien ou un intérêt"):
        assert said in words, said


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"kind": ""}, "Choisissez le lien."), ({"who": ""}, "Choisissez une personne, ou écrivez son nom."),
    ({"party": "", "words": ""}, "Choisissez la partie, ou écrivez le lien"),
    ({"decision": "", "decided_by": "le comité"}, "Choisissez ce qui a été décidé."),
    ({"kind": "party", "decision": "goes_on"}, "n’y travaille pas"), ({"who": "team-9"}, "de la liste")])
def test_a_link_told_in_part_comes_back_with_its_sentence_and_its_text(house, visit, dispute, wrong, sentence):
    told = {"who": "team-1", "kind": "relative", "party": "1", "decision_words": "il l’a dit lui-même",
            "decision": "replaced"}
    answer = visit("moussa").post(f"/disputes/{dispute.reference}/interests/new/", {**told, **wrong})
    assert answer.status_code == 200 and sentence in answer.text and "il l’a dit lui-même" in answer.text
    assert rows(house) == []


def test_the_same_link_is_not_declared_twice_but_its_decision_is_added(house, dispute):
    tied(house, dispute)
    with pytest.raises(BrokenRule):
        tied(house, dispute, name="bina")
    assert tied(house, dispute, decision=InterestDecision.STANDS_BACK).number == 2


def test_a_link_struck_out_stays_visible_and_counts_no_more(house, visit, dispute):
    wrong = tied(house, dispute, name=None, team_member=1, words="cousine")
    assert "cousine" in page(visit, "moussa", dispute, "assign/")
    address = f"/disputes/{dispute.reference}/interests/1/strike/"
    assert visit("bakary").get(address).status_code == 200
    assert visit("moussa").post(address, {"reason": ""}).status_code == 200
    assert visit("moussa").post(address, {"reason": "une autre Awa"}).status_code == 302
    assert "cousine" not in page(visit, "moussa", dispute, "assign/")
    assert "une autre Awa" in page(visit, "moussa", dispute)
    assert visit("moussa").get(address).status_code == 409
    with pytest.raises(WrongStage), scope.looking_as(house.actor("moussa")):
        service.strike_interest(house.actor("moussa"), db.session.get(Interest, wrong.id), StrikeFacts("encore"))
    assert tied(house, dispute, name=None, team_member=1).number == 2


def test_a_link_bars_nobody(house, visit, dispute):
    tied(house, dispute, name=None, team_member=1, kind=InterestKind.PARTY)
    assert visit("awa").get(f"/disputes/{dispute.reference}/").status_code == 200


def test_a_namesake_of_a_party_on_the_team_or_on_the_bench_is_looked_at(house, visit, dispute):
    assert "même nom" not in page(visit, "moussa", dispute)
    party(house, dispute, 2, "Awa")
    assert "porte le même nom qu’une partie" in page(visit, "moussa", dispute)
    with scope.looking_as(house.actor("moussa")):
        (awa,) = team_now(dispute)
    released(house, awa)
    assert "même nom" not in page(visit, "moussa", dispute)
    held(house, dispute, bench=(SeatFacts("Siaka Traoré"),))
    assert "porte le même nom que la personne qui parle pour une partie" in page(visit, "moussa", dispute)


def test_a_stranger_finds_no_page_of_links(house, visit, dispute):
    tied(house, dispute)
    for rest in ("interests/new/", "interests/1/strike/"):
        address = f"/disputes/{dispute.reference}/{rest}"
        assert visit("kadia").get(address).status_code == 404
        assert visit("salimata").get(address).status_code == 403
        assert visit().get(address).status_code == 302
    assert visit("moussa").get(f"/disputes/{dispute.reference}/interests/7/strike/").status_code == 404
