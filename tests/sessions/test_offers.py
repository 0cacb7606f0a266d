"""What was offered, in or between sessions, by whom to whom, and what became of it."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.kernel.dates import in_year
from mediation.kernel.db import db
from mediation.sessions import service
from mediation.sessions.kinds import OfferAnswer
from mediation.sessions.models import Offer
from mediation.sessions.offer_rules import AnswerFacts, OfferFacts
from tests.acts.attacker import Attacker
from tests.builders import casefile
from tests.builders.sessions import days, held, planned, team

A, B = 1, 2
LATE = LateFacts(reason="Le papier vient d’arriver")


@pytest.fixture
def dispute(house):
    return team(house, house.accepted())


def offers() -> list[Offer]:
    """What the register holds now, read afresh."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(Offer).order_by(Offer.number)))


def offered(house, by: str = "moussa", **facts) -> int:
    """An offer of A, three days ago; returns its number."""
    with scope.seen_by(house.actor(by)):
        told = {"what": "Rendre trois bœufs", "happened_on": days(-3), **facts}
        if "made_by" not in told:
            told.setdefault("side", A)
        return service.record_offer(house.actor(by), db.session.scalar(select(Dispute)), OfferFacts(**told)).number


def answered(house, number: int = 1, answer=OfferAnswer.ACCEPTED, **facts) -> Offer:
    """What became of an offer, read afresh."""
    with scope.seen_by(house.actor("moussa")):
        one = find_in(Offer, db.session.scalar(select(Dispute)), number)
        return service.answer_offer(house.actor("moussa"), one, AnswerFacts(answer, **facts))


def refused(verb, *given, **more) -> str:
    with pytest.raises(BrokenRule) as broken:
        verb(*given, **more)
    return broken.value.field


def test_an_offer_keeps_who_made_it_to_whom_how_much_and_what_became_of_it(house, dispute):
    held(house, dispute, came=(A, B), happened_on=days(-3))
    offered(house, to_sides=(B,), quantity=Decimal("3"), unit="bœufs", session=1, answer=OfferAnswer.REFUSED,
            answer_side=B, answered_by="l’aîné", answered_on=days(-2), answer_reason="Trop peu")
    offered(house, by="awa", made_by="Le sous-préfet", to_sides=(B, A))
    one, two = offers()
    assert (one.side, one.to_sides, one.quantity, one.unit, one.session_id is not None) == (
        A, "B", Decimal("3"), "bœufs", True)
    assert (one.answer, one.answer_side, one.answered_by, one.answered_on, one.answer_reason) == (
        OfferAnswer.REFUSED, B, "l’aîné", days(-2), "Trop peu")
    assert (two.side, two.made_by, two.to_sides, two.answer) == (None, "Le sous-préfet", "AB", None)


@pytest.mark.parametrize(("field", "wrong", "right"), [
    ("what", {"what": None}, {"what": "La paix"}),
    ("side", {"side": None}, {"side": B}),
    ("made_by", {"side": A, "made_by": "Le maire"}, {"made_by": "Le maire"}),
    ("side", {"side": 3}, {"side": B}),
    ("to_sides", {"to_sides": (A,)}, {"to_sides": (B,)}),
    ("to_sides", {"to_sides": (3,)}, {"to_sides": ()}),
    ("unit", {"quantity": Decimal(3)}, {"quantity": Decimal(3), "unit": "sacs"}),
    ("happened_on", {"happened_on": days(1)}, {"happened_on": days(0)}),
    ("answered_on", {"answer": OfferAnswer.REFUSED, "answered_on": days(-4)},
     {"answer": OfferAnswer.REFUSED, "answered_on": days(-3)}),
    ("answered_on", {"answer": OfferAnswer.REFUSED, "answered_on": days(1)}, {"answer": OfferAnswer.REFUSED}),
    ("answer", {"answered_by": "l’aîné"}, {"answer": OfferAnswer.NO_ANSWER, "answered_by": "l’aîné"}),
    ("answer_side", {"answer": OfferAnswer.ACCEPTED, "answer_side": A},
     {"answer": OfferAnswer.ACCEPTED, "answer_side": B}),
    ("answer_side", {"answer": OfferAnswer.WITHDRAWN, "answer_side": B},
     {"answer": OfferAnswer.WITHDRAWN, "answer_side": A}),
    ("answer_side", {"answer": OfferAnswer.ACCEPTED, "answer_side": 3}, {"answer": OfferAnswer.ACCEPTED}),
])
def test_an_offer_that_cannot_be_is_refused_and_its_neighbour_taken(house, dispute, field, wrong, right):
    assert refused(offered, house, **wrong) == field
    assert offers() == []
    assert offered(house, **right) == 1


def test_an_offer_made_at_a_session_was_made_on_its_day(house, dispute):
    held(house, dispute, came=(A, B), happened_on=days(-5))
    held(house, dispute, came=(A, B), happened_on=in_year(days(-3).earliest.year))
    planned(house, dispute)
    assert refused(offered, house, session=1) == "session"
    offered(house, session=1, happened_on=days(-5))
    offered(house, session=1, happened_on=None)
    offered(house, session=2)
    for number in (3, 9):
        with pytest.raises(NotFound):
            offered(house, session=number)


def test_an_answer_comes_later_and_only_once(house, dispute):
    offered(house, to_sides=(B,))
    assert refused(answered, house, answer=None) == "answer"
    assert refused(answered, house, answer_side=A) == "answer_side"
    assert refused(answered, house, happened_on=days(-4)) == "happened_on"
    assert refused(answered, house, happened_on=days(1)) == "happened_on"
    answered(house, answer=OfferAnswer.NO_ANSWER)
    answered(house, answer_side=B, answered_by="l’aîné", happened_on=days(-1), answer_reason="Assez")
    (one,) = offers()
    assert (one.answer, one.answer_side, one.answered_by, one.answered_on, one.answer_reason) == (
        OfferAnswer.ACCEPTED, B, "l’aîné", days(-1), "Assez")
    assert refused(answered, house, answer=OfferAnswer.REFUSED) == ""


def test_nobody_else_writes_it_and_what_is_struck_is_not_answered(house, dispute):
    for login in ("kadia", "drissa", "salimata", "admin", "bakary"):
        with pytest.raises(NotPermitted):
            service.record_offer(house.actor(login), dispute, OfferFacts("La paix", A))
    offered(house)
    with scope.seen_by(house.actor("awa")):
        one = find_in(Offer, db.session.scalar(select(Dispute)), 1)
        service.strike_offer(house.actor("awa"), one, StrikeFacts("Autre dossier"))
    with pytest.raises(WrongStage):
        answered(house)


def test_an_offer_and_its_answer_are_written_late_for_a_reason_and_move_nothing(house):
    casefile.withdrawn(house)
    assert refused(offered, house) == "late_reason"
    offered(house, late=LATE)
    assert refused(answered, house, happened_on=days(-2)) == "late_reason"
    answered(house, happened_on=days(-2), late=LATE)
    db.session.rollback()
    with scope.seen_by(KEEPER):
        assert [one.about for one in db.session.scalars(select(LateEntry))] == ["offer:1", "offer:1"]
        assert db.session.scalar(select(Dispute.stage)) is Stage.CLOSED


@pytest.mark.parametrize("wrong", ["side = NULL", "unit = NULL", "quantity = -1", "answer = NULL"])
def test_the_database_keeps_the_rules_too(house, dispute, wrong):
    offered(house, quantity=Decimal(3), unit="sacs", answer=OfferAnswer.REFUSED, answer_side=B)
    assert "ck_offer_" in Attacker(db.engine).try_to(f"UPDATE offer SET {wrong}")


def test_the_pages_ask_it_keep_what_was_typed_and_show_it(house, visit, dispute):
    at, visitor = f"/disputes/{dispute.reference}/", visit("awa")
    held(house, dispute, came=(A, B), happened_on=days(-3))
    sent = {"side": "1", "what": "Rendre trois bœufs", "to_sides": ["2"], "quantity": "3", "unit": "bœufs",
            "session": "1", "happened_on": days(-3).earliest.isoformat()}
    assert visit("kadia").post(at + "offers/new/", sent).status_code == 404
    assert visitor.get(at + "offers/new/").status_code == 200
    back = visitor.post(at + "offers/new/", {**sent, "to_sides": ["1"]})
    assert back.status_code == 200 and "Une offre va à un autre côté" in back.text and "Rendre trois" in back.text
    assert visitor.post(at + "offers/new/", sent).status_code == 302
    text = visitor.get(at).text
    block = text.split('id="offers"')[1].split("</section>")[0]
    for words in ("Côté A\u00a0: Rendre trois bœufs · 3 bœufs · à B", "séance 1", "réponse pas encore dite",
                  f'<a href="{at}offers/1/answer/">'):
        assert words in block, words
    assert "Rendre trois bœufs" in visitor.get(at + "sessions/1/").text
    reply = {"answer": "refused", "answer_side": "2", "answered_by": "l’aîné", "answer_reason": "Trop peu",
             "happened_on": days(-1).earliest.isoformat()}
    back = visitor.post(at + "offers/1/answer/", {**reply, "answer_side": "1"})
    assert back.status_code == 200 and "Trop peu" in back.text
    assert visitor.post(at + "offers/1/answer/", reply).status_code == 302
    assert "refusée par côté B · l’aîné" in visitor.get(at).text
    assert "a noté la réponse à une offre" in visitor.get(at + "chronology/").text
    assert visitor.post(at + "offers/1/strike/", {"reason": "Autre dossier"}).status_code == 302
    assert visitor.get(at + "offers/1/answer/").status_code == 409
    assert '<del class="struck">Côté A' in visitor.get(at).text


def test_many_offers_are_folded(house, visit, dispute):
    at = f"/disputes/{dispute.reference}/"
    assert 'id="offers"' not in visit("awa").get(at).text
    for _number in range(4):
        offered(house)
    assert "<summary>4 offres" not in visit("awa").get(at).text
    offered(house)
    assert "<summary>5 offres" in visit("awa").get(at).text
