"""Minutes, an agreement that rectifies theirs, rectifying minutes: what anybody who holds one of them is told."""

import pytest

from mediation.acts import scope
from mediation.agreements.queries import numbered
from mediation.agreements.rules import SignFacts
from mediation.agreements.service import sign_agreement
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.validity.rules import ReplaceFacts
from mediation.validity.service import replace_agreement
from tests.builders.agreements import lines
from tests.builders.sessions import days
from tests.builders.validity import rectifying, sign, today

IN_FORCE = "Ce papier est en vigueur."
RECTIFIED = "Ce papier est rectifié : un procès-verbal rectificatif le remplace."
REPLACED = "L’accord de ce papier a été remplacé."


@pytest.fixture
def minutes(papers, house) -> str:
    """The code of the minutes of a settlement that was signed afterwards."""
    code = papers.issued().code
    with scope.looking_as(house.actor("moussa")):
        first = numbered(find(papers.reference), 1)
        sign_agreement(house.actor("moussa"), first, SignFacts(lines(house, first), days(-1)))
    db.session.rollback()
    return code


def told(visit, code: str) -> str:
    """The sentence by which the public page says how a paper stands."""
    page = visit().get(f"/check/{code}/").text
    return next(one for one in (IN_FORCE, RECTIFIED, REPLACED) if one in page)


def rectify(papers) -> None:
    """Another agreement is signed that corrects the first."""
    house = papers.house
    with scope.looking_as(house.actor("moussa")):
        first = numbered(find(papers.reference), 1)
        sign(house, rectifying(house, first, found_at=2, points="La limite est le sentier du nord."))
    db.session.rollback()


def test_minutes_are_rectified_once_rectifying_minutes_are_issued_and_only_then(papers, minutes, visit):
    assert told(visit, minutes) == IN_FORCE
    rectify(papers)
    assert told(visit, minutes) == REPLACED
    rectified_by = papers.issued("rectifying", 2).code
    assert told(visit, minutes) == RECTIFIED
    assert told(visit, rectified_by) == IN_FORCE


def test_rectifying_minutes_that_are_annulled_rectify_nothing(papers, minutes, visit):
    rectify(papers)
    assert papers.issued("rectifying", 2).number == 2
    papers.visit("moussa").post(f"{papers.at}2/annul/", {
        "reason": "mauvais nom", "key": "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b01"})
    assert told(visit, minutes) == REPLACED


def test_an_agreement_replaced_by_one_made_elsewhere_leaves_no_other_minutes(papers, minutes, house, visit):
    with scope.looking_as(house.actor("moussa")):
        replace_agreement(house.actor("moussa"), numbered(find(papers.reference), 1),
                          today(ReplaceFacts(successor_words="L’accord du cercle")))
    db.session.rollback()
    assert told(visit, minutes) == REPLACED
