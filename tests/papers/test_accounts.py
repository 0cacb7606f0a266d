"""Published accounts on paper: every paper that their disputes may have, each saying what the record says."""

import uuid
from json import loads

import pytest

from mediation.acts import scope
from mediation.disputes.queries import find
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.papers import issuing, queries
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from tests.builders.papers import strings
from tests.journeys import (
    test_09_the_blockade,
    test_15_the_fishery,
    test_25_the_nibbled_field,
)
from tests.journeys.account import told
from tests.papers.made import look
from tests.papers.reading import packed, read

ACCOUNTS = {one.ACCOUNT.number: one.ACCOUNT for one in (
    test_09_the_blockade, test_15_the_fishery, test_25_the_nibbled_field)}


def issued(house, reference: str, kinds=PaperKind) -> list:
    """Every paper that the secretary may issue in a dispute now, issued."""
    actor, made = house.actor("moussa"), []
    with scope.seen_by(actor):
        ready = [(one.kind, one.number) for one in queries.possible_in(find(reference), actor, kinds) if one.ready]
    for kind, number in ready:
        with scope.seen_by(actor):
            made.append(issuing.issue(actor, find(reference), ReserveFacts(kind, number), key=str(uuid.uuid4())).number)
    return made


@pytest.mark.parametrize("number", ACCOUNTS)
def test_every_paper_of_a_published_account_says_what_the_record_says(number, house, app):
    [reference, *_others] = told(ACCOUNTS[number], house)
    with app.test_request_context():
        numbers = issued(house, reference)
    with scope.seen_by(house.actor("moussa")):
        papers = queries.papers_of(find(reference))
        assert [one.number for one in papers] == numbers and len(papers) >= 2
        for paper in papers:
            file = files.read(paper.fingerprint)
            said = packed(read(file))
            look(f"{number}-{paper.number}-{paper.kind}.pdf", file)
            assert [one for one in strings(loads(paper.content)) if packed(one) not in said] == [], paper.reference
    db.session.remove()
