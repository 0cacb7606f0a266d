"""Remarks of the supervision and their answers: both stay, the open ones come first."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.vocabulary import RemarkStage, Role, Stage
from mediation.commissions import service as commissions
from mediation.commissions.rules import RoleFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import DeclineReason
from mediation.disputes.models import Dispute
from mediation.disputes.rules import DeclineFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.supervision import rules, service
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.models import Remark
from tests.builders.sessions import reading, team

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b13"
FACTS = rules.RemarkFacts(Part.HEARING, Addressee.TEAM, "Une seule partie a été entendue. Pourquoi ?")


def remarked(house, dispute: Dispute, by: str = "salimata", facts: rules.RemarkFacts = FACTS) -> Remark:
    return service.add_remark(house.actor(by), dispute, facts)


def answered(house, remark: Remark, by: str = "moussa", words: str | None = "L’autre était en transhumance."):
    with scope.looking_as(house.actor(by)):
        return service.answer_remark(house.actor(by), remark, rules.AnswerFacts(words))


def refused(field: str, act, *given) -> None:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field


def test_a_reviewer_remarks_and_the_secretary_answers_and_both_stay(house):
    remark = remarked(house, house.registered())
    assert (remark.stage, remark.part, remark.to_whom, remark.written_on) == (
        RemarkStage.OPEN, Part.HEARING, Addressee.TEAM, clock.today())
    answered(house, remark)
    assert (remark.stage, remark.answer, remark.answered_by) == (
        RemarkStage.ANSWERED, "L’autre était en transhumance.", house.ids["moussa"])
    assert remark.said == FACTS.said


def test_only_the_reviewer_of_its_territory_remarks(house):
    dispute = house.registered()
    house.person("oumar", Role.REVIEWER, "R1C1B")
    for login in ("moussa", "awa", "bakary", "kadia", "admin", "oumar"):
        with pytest.raises(NotPermitted):
            remarked(house, dispute, login)
    assert remarked(house, dispute).number == 1


def test_the_team_and_the_secretary_answer_and_nobody_else(house):
    dispute = house.registered()
    for login in ("awa", "bakary", "kadia", "drissa", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            answered(house, remarked(house, dispute), login)
    team(house, dispute)
    remark = remarked(house, dispute)
    assert answered(house, remark, "awa").stage is RemarkStage.ANSWERED


def test_a_remark_is_answered_once(house):
    remark = remarked(house, house.registered())
    answered(house, remark)
    with pytest.raises(WrongStage):
        answered(house, remark, words="encore")
    assert remark.answer == "L’autre était en transhumance."


def test_a_remark_says_about_what_for_whom_and_what(house):
    dispute = house.registered()
    for field, facts in (("part", rules.RemarkFacts(None, Addressee.TEAM, "x")),
                         ("to_whom", rules.RemarkFacts(Part.WHOLE, None, "x")),
                         ("said", rules.RemarkFacts(Part.WHOLE, Addressee.BOTH, None))):
        refused(field, remarked, house, dispute, "salimata", facts)
    refused("answer", answered, house, remarked(house, dispute), "moussa", None)


def test_nobody_answers_their_own_remark(house):
    commissions.grant_role(scope.KEEPER, None, RoleFacts(house.ids["salimata"], Role.SECRETARY, clock.today(), "MSG"))
    remark = remarked(house, house.registered())
    refused("", answered, house, remark, "salimata")
    assert answered(house, remark).stage is RemarkStage.ANSWERED


def test_a_closed_dispute_is_remarked_and_answered_and_stays_closed(house):
    dispute = disputes.decline_dispute(house.actor("moussa"), house.registered(), DeclineFacts(DeclineReason.CRIME))
    answered(house, remarked(house, dispute))
    assert dispute.stage is Stage.CLOSED


@pytest.fixture
def at(house) -> str:
    """The address of a dispute with a remark that waits, and one answered."""
    dispute = team(house, house.registered())
    first = remarked(house, dispute, facts=rules.RemarkFacts(Part.SAISINE, Addressee.BOTH, "Quel village ?"))
    answered(house, first, words="Farako.")
    remarked(house, dispute)
    with scope.looking_as(house.actor("moussa")):
        reference = dispute.reference
    db.session.rollback()
    return f"/disputes/{reference}/"


def test_the_pages_write_answer_and_refuse(visit, at):
    for login in ("moussa", "awa", "bakary"):
        assert visit(login).get(at + "remarks/new/").status_code == 403
    assert visit("kadia").get(at + "remarks/new/").status_code == 404
    assert visit("salimata").get(at + "remarks/new/").status_code == 200
    half = visit("salimata").post(at + "remarks/new/", {"key": KEY, "said": "Trop lent."})
    assert half.status_code == 200 and "Trop lent." in half.text and "sur quoi porte" in half.text
    told = {"key": KEY, "said": "Trop lent.", "part": "delay", "to_whom": "secretary"}
    assert visit("salimata").post(at + "remarks/new/", told).status_code == 302
    assert visit("moussa").get(at + "remarks/3/answer/").status_code == 200
    assert "Écrivez la réponse." in visit("moussa").post(at + "remarks/3/answer/", {}).text
    assert visit("moussa").post(at + "remarks/3/answer/", {"answer": "Les pluies."}).status_code == 302
    assert visit("moussa").get(at + "remarks/3/answer/").status_code == 409
    assert visit("salimata").get(at + "remarks/2/answer/").status_code == 403
    assert visit("moussa").get(at + "remarks/9/answer/").status_code == 404


def test_the_case_file_shows_remarks_folded_and_the_button_to_who_answers(visit, at):
    page = visit("moussa").get(at).text
    assert "Remarques de la supervision" in page and "Une seule partie" in page and "Farako." in page
    assert at + "remarks/2/answer/" in page and at + "remarks/1/answer/" not in page
    assert "<details open><summary>2 remarques" in page
    for login in ("salimata", "bakary"):
        page = visit(login).get(at).text
        assert "Une seule partie" in page and "/answer/" not in page and "<details><summary>2 remarques" in page
    assert at + "remarks/new/" in visit("salimata").get(at).text


def test_the_list_shows_what_waits_first_and_only_what_one_sees(visit, at, house):
    page = visit("salimata").get("/remarks/").text
    assert page.index("Une seule partie") < page.index("Quel village ?")
    assert "1 remarque attend une réponse" in page and "/answer/" not in page
    assert at + "remarks/2/answer/" in visit("awa").get("/remarks/").text
    for login in ("kadia", "drissa"):
        answer = visit(login).get("/remarks/")
        assert answer.status_code == 200 and "Une seule partie" not in answer.text
        assert "0 remarque attend une réponse" in answer.text
    assert visit("admin").get("/remarks/").status_code == 403


def test_the_list_goes_from_page_to_page(visit, house):
    dispute = house.registered()
    for number in range(34):
        remarked(house, dispute, facts=rules.RemarkFacts(Part.WHOLE, Addressee.BOTH, f"Question {number}."))
    db.session.rollback()
    first = visit("salimata").get("/remarks/").text
    assert first.count("Question") == 30 and 'rel="next"' in first
    for cursor in ("@@@", "WzEsMl0", "x" * 900):
        assert visit("salimata").get(f"/remarks/?page={cursor}").status_code == 200


def test_remarks_and_answers_are_told_in_the_thread(visit, at):
    page = visit("moussa").get(at).text
    assert "Salimata a écrit une remarque" in page and "Moussa a répondu à une remarque" in page


def test_the_remark_is_read_under_the_scope_of_the_reader(house):
    dispute = house.registered()
    remarked(house, dispute)
    with reading(house, dispute, "moussa"):
        assert db.session.query(Remark).count() == 1
    with scope.seen_by(house.actor("kadia")):
        assert db.session.query(Remark).count() == 0
