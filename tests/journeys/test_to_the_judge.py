"""From the signed agreement to the judge, page by page: homologated, sent back and corrected, written down late."""

from datetime import timedelta

import pytest

from mediation.acts import scope
from mediation.kernel import clock
from tests.builders.agreements import signed
from tests.journeys.forms import Person

COURT = "Tribunal de Dioïla"
VISA, SEND = "Noter le visa", "Noter la transmission au juge"
CONFIRM, SEND_BACK = "Noter l’homologation", "Noter le renvoi par le juge"
STEPS = (VISA, SEND, CONFIRM, SEND_BACK)


@pytest.fixture
def moussa(app, visit, house, monkeypatch):
    """The secretary, at the page of an agreement signed yesterday."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    with scope.seen_by(house.actor("moussa")):
        reference = signed(house).dispute.reference
    person = Person(visit("moussa"))
    person.open(f"/disputes/{reference}/agreements/1/")
    return person


def day(days: int) -> dict[str, str]:
    when = clock.today() + timedelta(days=days)
    return {"happened_on-precision": "day", "happened_on-day": str(when.day), "happened_on-month": str(when.month),
            "happened_on-year": str(when.year)}


def offered(person: Person) -> set[str]:
    """Which steps of the route the page offers now."""
    return {step for step in STEPS if step in person.page.links}


def endorses(person: Person, **more) -> None:
    person.follow(VISA)
    person.send({"visa_by": "sous_prefet", "paper": "14/SP", "by_whom": "Le sous-préfet", **day(0), **more})


def sends(person: Person, slip: str = "B-1", **more) -> None:
    person.follow(SEND)
    person.send({"court": COURT, "paper": slip, **day(0), **more})


def test_an_agreement_is_endorsed_sent_and_homologated_in_this_order_only(moussa):
    assert offered(moussa) == {VISA}
    endorses(moussa)
    assert offered(moussa) == {VISA, SEND}
    sends(moussa)
    assert offered(moussa) == {CONFIRM, SEND_BACK}
    moussa.follow(CONFIRM)
    seen = moussa.send({"paper": "2026-31", "court": COURT, **day(0)})
    assert "homologué" in seen.words and "2026-31" in seen.words
    assert offered(moussa) == set()


def test_what_the_judge_sends_back_is_sent_again(moussa):
    endorses(moussa)
    sends(moussa)
    moussa.follow(SEND_BACK)
    seen = moussa.send({"reason": "Il manque le lieu de la séance", "court": COURT, **day(0)})
    assert "Il manque le lieu de la séance" in seen.words and offered(moussa) == {SEND}
    sends(moussa, "B-2")
    assert offered(moussa) == {CONFIRM, SEND_BACK} and "B-2" in moussa.page.words


def test_a_step_before_the_one_it_follows_is_refused_with_what_was_typed(moussa):
    endorses(moussa)
    moussa.follow(SEND)
    answer = moussa.refused({"court": COURT, "paper": "B-1", **day(-20)})
    assert "La transmission est avant" in answer.words and answer.task.boxes["paper"].values == ["B-1"]
    moussa.send({"court": COURT, "paper": "B-1", **day(0)})
    assert offered(moussa) == {CONFIRM, SEND_BACK}


def test_a_step_whose_turn_has_not_come_has_no_page(moussa):
    here = moussa.address
    for page in ("transmit", "homologate", "return"):
        assert moussa.visitor.get(f"{here}{page}/").status_code == 409, page


def test_steps_of_long_ago_are_written_down_late_in_their_order(moussa):
    """Whoever writes today what happened before keeps the day it happened; the day of writing is in the journal."""
    endorses(moussa, **day(-1))
    sends(moussa, **day(-1))
    moussa.follow(CONFIRM)
    assert "avant la transmission" in moussa.refused({"paper": "2026-31", **day(-9)}).words
    seen = moussa.send({"paper": "2026-31", **day(-1)})
    assert "homologué" in seen.words
