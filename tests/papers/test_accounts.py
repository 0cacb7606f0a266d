"""Published accounts on paper: every paper that their disputes may have, each saying what the record says."""

import uuid
from json import loads

import pytest

from mediation.acts import scope
from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import Stage
from mediation.agreements.queries import agreements_of, said_due
from mediation.disputes.queries import find
from mediation.kernel import files
from mediation.kernel.db import db
from mediation.papers import issuing, queries
from mediation.papers.composing.words import day
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from mediation.parties.queries import parties_of
from mediation.sessions.queries import session_in
from tests.builders.papers import strings
from tests.builders.sessions import summoned
from tests.builders.validity import transmitted
from tests.journeys import (
    test_09_the_blockade,
    test_15_the_fishery,
    test_25_the_nibbled_field,
    test_50_the_shared_pasture,
    test_63_oxen_in_the_sorghum,
)
from tests.journeys.account import told
from tests.papers.made import look
from tests.papers.reading import packed, read

ACCOUNTS = {one.ACCOUNT.number: one.ACCOUNT for one in (
    test_09_the_blockade, test_15_the_fishery, test_25_the_nibbled_field, test_50_the_shared_pasture,
    test_63_oxen_in_the_sorghum)}

CHAIN = (PaperKind.RECEIPT, PaperKind.SUMMONS, PaperKind.ATTENDANCE, PaperKind.CONCILIATION, PaperKind.TRANSMISSION)


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
    assert len(numbers) >= 2
    assert lost(house, reference, number) == {}


def lost(house, reference: str, name: str) -> dict[str, list[str]]:
    """What the record says and a paper of it does not."""
    with scope.seen_by(house.actor("moussa")):
        kept = [(one, files.read(one.fingerprint)) for one in queries.papers_of(find(reference))]
        found = {}
        for paper, file in kept:
            look(f"{name}-{paper.number}-{paper.kind}.pdf", file)
            said = packed(read(file))
            if missing := [one for one in (*strings(loads(paper.content)), *facts_of(paper))
                           if packed(one) not in said]:
                found[paper.reference] = missing
    db.session.remove()
    return found


def facts_of(paper) -> list[str]:
    """What the record says that a paper of this kind must tell, read from its rows and not from what was composed."""
    row = queries.row_of(paper)
    match paper.kind:
        case PaperKind.CONCILIATION | PaperKind.RECTIFYING:
            promised = [words for one in row.commitments for words in (one.what, one.signed_who, said_due(one.due_on))]
            dates = [day(row.session.held_on if row.session else None), day(row.reading and row.reading.happened_on)]
            return [words for words in (*promised, *dates, *names_in(row), row.points) if words]
        case PaperKind.RECEIPT:
            return [day(row.asked_on), *(one.name for one in parties_of(row) if one.was_here() and not one.ally)]
        case PaperKind.NON_CONCILIATION | PaperKind.DEFAULT:
            return [one.name for one in parties_of(row.dispute) if one.was_here() and not one.ally]
        case PaperKind.SUMMONS:
            return [row.addressee, day(row.session and row.session.held_on)]
        case PaperKind.TRANSMISSION:
            return [row.court, day(row.happened_on)]
    return []


def names_in(agreement) -> list[str]:
    """Who signed a settlement, and who guarantees it or saw it made."""
    return [one.name for one in (*agreement.signatures, *agreement.guarantors, *agreement.witnesses)]


@pytest.mark.parametrize("number", ["15", "50", "63"])
def test_the_whole_chain_of_an_account_that_went_to_the_judge(number, house, app):
    """The account again, with what it leaves out: a summons, late if all is over; a visa, the way to the judge."""
    [reference, *_others] = told(ACCOUNTS[number], house)
    with scope.seen_by(house.actor("moussa")):
        _summon(house, find(reference))
    with app.test_request_context():
        before = issued(house, reference, CHAIN[:-1])
        with scope.seen_by(house.actor("moussa")):
            dispute = find(reference)
            transmitted(house, agreements_of(dispute)[0])
        after = issued(house, reference, CHAIN[-1:])
    with scope.seen_by(house.actor("moussa")):
        kinds = [one.kind for one in queries.papers_of(find(reference))]
    assert list(dict.fromkeys(kinds)) == list(CHAIN) and len(before) == len(kinds) - 1 and len(after) == 1
    assert lost(house, reference, f"chain-{number}") == {}


def _summon(house, dispute) -> None:
    """A party is called to the first session; if the dispute is closed, that is found out only now."""
    if dispute.stage is Stage.CLOSED:
        summoned(house, dispute, 1, session=1, served=None, on=session_in(dispute, 1).held_on,
                 late=LateFacts("Retrouvée dans le cahier"))
    else:
        summoned(house, dispute, 1, session=1)
