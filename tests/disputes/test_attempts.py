"""What was tried before: any number, results that contradict each other, decisions and what contests them."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.refusals import NotFound
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage
from mediation.disputes.kinds import Applied, AttemptChannel, AttemptResult, CourtLevel
from mediation.disputes.models import Attempt, Dispute
from mediation.disputes.queries import find_in
from mediation.disputes.rules import AttemptFacts
from mediation.disputes.service import add_attempt, amend_attempt, strike_attempt
from mediation.kernel.dates import in_year
from mediation.kernel.db import db
from mediation.places.models import SaidPlace
from tests.builders import casefile
from tests.builders.parties import two_sides
from tests.builders.refusals import refused
from tests.builders.sessions import days

A, B = 1, 2
COURT = {"channel": AttemptChannel.COURT, "result": AttemptResult.DECIDED}


def attempts() -> list[Attempt]:
    """What the register holds now, read afresh."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(Attempt).order_by(Attempt.number)))


def tried(house, **facts) -> int:
    """One more attempt; returns its number."""
    with scope.seen_by(house.actor("moussa")):
        dispute = db.session.scalar(select(Dispute))
        return add_attempt(house.actor("moussa"), dispute, AttemptFacts(**{**COURT, **facts})).number


def amended(house, number: int, **facts) -> Attempt:
    """An attempt corrected, read afresh."""
    with scope.seen_by(house.actor("moussa")):
        one = find_in(Attempt, db.session.scalar(select(Dispute)), number)
        return amend_attempt(house.actor("moussa"), one, AttemptFacts(**{**COURT, **facts}))


@pytest.fixture
def dispute(house):
    found = house.registered()
    two_sides(house, found)
    return found


def test_contradictory_results_stand_side_by_side_with_who_says_so(house, dispute):
    tried(house, body="Tribunal de Diéma", result=AttemptResult.WON, side=A, source="la famille A")
    tried(house, body="Tribunal de Diéma", result=AttemptResult.WON, side=B, source="la famille B")
    tried(house, body="Tribunal de Diéma", result=AttemptResult.CLAIMED, source="la radio")
    assert [(one.result, one.side, one.source) for one in attempts()] == [
        (AttemptResult.WON, A, "la famille A"), (AttemptResult.WON, B, "la famille B"),
        (AttemptResult.CLAIMED, None, "la radio")]


def test_a_decision_keeps_its_number_its_day_its_court_and_what_it_contests(house, dispute):
    first = tried(house, body="Tribunal de Diéma", level=CourtLevel.TRIBUNAL, decided_on=in_year(2010), decision="7")
    second = tried(house, body="Cour d’appel de Kayes", level=CourtLevel.APPEAL, decision="36", against=first,
                   decided_on=in_year(2013), place=SaidPlace(None, "Kayes"), applied=Applied.STOPPED)
    tried(house, body="Cour suprême", level=CourtLevel.SUPREME, decision="229", against=second)
    one, two, three = attempts()
    assert (two.decision, two.level, two.applied, two.decided_on) == (
        "36", CourtLevel.APPEAL, Applied.STOPPED, in_year(2013))
    assert (one.against_id, two.against_id, three.against_id) == (None, one.id, two.id)


@pytest.mark.parametrize(("field", "wrong", "right"), [
    ("side", {"side": A}, {"result": AttemptResult.WON, "side": A}),
    ("side", {"result": AttemptResult.WON, "side": 3}, {"result": AttemptResult.WON}),
    ("level", {"channel": AttemptChannel.CUSTOMARY, "level": CourtLevel.APPEAL}, {"level": CourtLevel.APPEAL}),
    ("decided_on", {"happened_on": in_year(2013), "decided_on": in_year(2012)},
     {"happened_on": in_year(2013), "decided_on": in_year(2013)}),
    ("decided_on", {"decided_on": days(1)}, {"decided_on": days(0)}),
    ("happened_on", {"happened_on": days(1)}, {"happened_on": None}),
])
def test_an_attempt_that_cannot_be_is_refused_and_its_neighbour_taken(house, dispute, field, wrong, right):
    assert refused(tried, house, **wrong).field == field
    assert attempts() == []
    assert tried(house, **right) == 1
    assert {name: getattr(attempts()[0], name) for name in right} == right


def test_a_decision_contests_neither_itself_nor_one_that_contests_it(house, dispute):
    for against in (None, 1, 2):
        tried(house, against=against)
    for number, against in ((1, 1), (1, 2), (1, 3), (2, 3)):
        assert refused(amended, house, number, against=against).field == "against"
    with pytest.raises(NotFound):
        amended(house, 1, against=9)
    amended(house, 3, against=1)
    amended(house, 2, against=3)
    one, two, three = attempts()
    assert (one.against_id, two.against_id, three.against_id) == (None, three.id, one.id)


def test_a_decision_contests_one_that_came_before_it(house, dispute):
    first = tried(house, decided_on=in_year(2013))
    assert refused(tried, house, decided_on=in_year(2012), against=first).field == "against"
    second = tried(house, decided_on=in_year(2013), against=first)
    assert refused(amended, house, first, decided_on=in_year(2014)).field == "against"
    amended(house, second, decided_on=in_year(2015), against=first)
    amended(house, first, decided_on=in_year(2014))
    assert [one.decided_on for one in attempts()] == [in_year(2014), in_year(2015)]


def test_what_is_crossed_out_is_not_contested_anew_and_what_contested_it_is_to_be_looked_at(house, visit, dispute):
    at = f"/disputes/{dispute.reference}/"
    tried(house, decision="7", body="Tribunal de Diéma")
    tried(house, decision="36", against=1)
    with scope.seen_by(house.actor("moussa")):
        one = find_in(Attempt, db.session.scalar(select(Dispute)), 1)
        strike_attempt(house.actor("moussa"), one, StrikeFacts("Autre dossier"))
    assert refused(tried, house, against=1).field == "against"
    amended(house, 2, decision="37", against=1)
    assert "contre la décision 7, rayée\u00a0: à revoir" in visit("moussa").get(at).text


def test_an_attempt_is_written_late_for_a_reason_and_moves_nothing(house):
    casefile.withdrawn(house)
    assert refused(tried, house, happened_on=days(-60)).field == "late_reason"
    tried(house, happened_on=days(-60), late=LateFacts("Le papier vient d’arriver", "Cahier 2"))
    db.session.rollback()
    with scope.seen_by(KEEPER):
        (late,) = db.session.scalars(select(LateEntry))
        assert (late.about, late.late, late.book) == ("attempt:1", True, "Cahier 2")
        assert db.session.scalar(select(Dispute.stage)) is Stage.CLOSED


def test_the_page_asks_it_keeps_what_was_typed_and_shows_it(house, visit, dispute):
    at, visitor = f"/disputes/{dispute.reference}/", visit("moussa")
    tried(house, body="Tribunal de Diéma", decision="7", decided_on=in_year(2010))
    sent = {"channel": "court", "body": "Cour d’appel de Kayes", "level": "appeal", "result": "won", "side": "2",
            "decision": "36", "their_number": "01/2012", "decided_on-year": "2013",
            "decided_on-precision": "year", "against": "1", "applied": "not_applied",
            "source": "le greffe", "place": "Kayes"}
    assert visit("kadia").post(at + "attempts/new/", sent).status_code == 404
    back = visitor.post(at + "attempts/new/", {**sent, "result": "decided"})
    assert back.status_code == 200 and "Choisissez « un côté a gagné »" in back.text and "le greffe" in back.text
    assert visitor.post(at + "attempts/new/", sent).status_code == 302
    text = visitor.get(at).text
    for words in ("Par un tribunal · cour d’appel · Cour d’appel de Kayes · n° 01/2012",
                  "un côté a gagné, côté B, pas appliqué", "selon le greffe",
                  "Décision\u00a0: 36", "rendue\u00a0: 2013", "contre la décision 7"):
        assert words in text, words
    page = visitor.get(at + "attempts/2/").text
    assert "Tribunal de Diéma" in page and "le greffe" in page
    seen = page.split('name="seen"')[1].split('value="')[1].split('"')[0]
    assert visitor.post(at + "attempts/2/", {**sent, "seen": seen, "source": ""}).status_code == 302
    assert (attempts()[1].source, attempts()[1].side, attempts()[1].against_id) == (None, B, attempts()[0].id)
    assert visitor.post(at + "attempts/2/strike/", {"reason": "Autre dossier"}).status_code == 302
    assert visitor.get(at + "attempts/2/").status_code == 409


@pytest.mark.parametrize("wrong", [{"against": "9"}, {"against": "x"}, {"side": "C"}, {"level": "moon"},
                                   {"decided_on-precision": "day", "decided_on-day": "31", "decided_on-month": "2"}])
def test_an_answer_that_is_not_offered_comes_back(house, visit, dispute, wrong):
    at = f"/disputes/{dispute.reference}/attempts/new/"
    assert visit("moussa").post(at, {"channel": "court", "result": "won", **wrong}).status_code == 200
    assert attempts() == []
