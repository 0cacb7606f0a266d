"""A settlement as large and as hostile as the forms let it be: printed as it was typed, and on the page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mediation.agreements.kinds import CommitmentKind
from mediation.agreements.rules import CommitmentFacts, GuarantorFacts, WitnessFacts
from mediation.papers.kinds import PaperKind
from mediation.parties.kinds import Mandate
from mediation.places.models import SaidPlace
from mediation.sessions.rules import SeatFacts
from tests.builders.agreements import drafted, in_mediation, read
from tests.builders.papers import composed, printed, strings
from tests.builders.parties import party, representative
from tests.builders.sessions import days, held
from tests.papers.made import edges_are_white, look
from tests.papers.reading import lines, packed
from tests.papers.reading import read as text_of

ODD = '#import "x" $x^2$ \\ *_<b>&amp @ref // /* `r` ~ -- "q" \'s\' [c] {{ 7 }} %s'
SIGNERS, COMMITMENTS, SIDES = 34, 40, "ABCDEF"


@pytest.fixture
def hostile(house):
    """Six sides, forty commitments, thirty-four who sign; every text that a person types looks like something else."""
    dispute = in_mediation(house, title=ODD[:60])
    for place, _letter in enumerate(SIDES[2:], 3):
        one = party(house, dispute, place, f"{ODD} {place}")
        representative(house, one, f"{ODD} {place}", mandate=Mandate.CUSTOM)
    held(house, dispute, place=SaidPlace(None, ODD), duration=ODD,
         bench=(SeatFacts(ODD, ODD, True), SeatFacts("W" * 120)))
    return drafted(
        house, dispute, found_at=2, total=False, mediation_goes_on=True, points=f"{ODD}\n{ODD}", remaining=ODD * 20,
        covers=ODD, not_covered=f"sauf {ODD}", condition_who=ODD[:60], condition_what=ODD,
        condition_else=ODD, sanctions=ODD,
        commitments=tuple(
            CommitmentFacts(("A", SIDES[one % 5 + 1]), f"{ODD} {one}", kind=CommitmentKind.OTHER, due_on=days(30))
            for one in range(COMMITMENTS)),
        guarantors=tuple(GuarantorFacts(f"{ODD} {one}", ODD) for one in range(SIGNERS - len(SIDES))),
        witnesses=(WitnessFacts("W" * 200, "i" * 200),))


def test_a_hostile_settlement_is_printed_as_it_was_typed_and_on_the_page(house, hostile):
    content = composed(house, PaperKind.CONCILIATION, hostile)
    file = printed(PaperKind.CONCILIATION, content)
    look("hostile.pdf", file)
    said = packed(text_of(file))
    cut = packed(ODD)
    lost = [one for one in strings([content.subtitle, *content.parts]) if packed(one) not in said]
    # What a page's end cuts in two is found in its halves.
    assert all(one.count(ODD) > 2 for one in lost), lost
    assert said.count(cut) >= COMMITMENTS + SIGNERS
    assert len(content.seats) >= SIGNERS
    assert edges_are_white(content)


def test_no_row_of_signature_is_cut_by_the_end_of_a_page(house, hostile):
    """A row begins with a name and ends with the last choice: each page has as many of both, and nothing between."""
    content = composed(house, PaperKind.CONCILIATION, hostile)
    file = BytesIO(printed(PaperKind.CONCILIATION, content))
    parts = signatures(PdfReader(file).pages)
    rows = [row for part in parts for row in part[:-1]]
    assert len(rows) == len(content.seats) >= SIGNERS
    assert all(packed(seat["name"]) in row for seat, row in zip(content.seats, rows, strict=True))
    assert len(parts) > 1 and not [after for *_rows, after in parts[:-1] if after]


def signatures(pages) -> list[list[str]]:
    """Of each page where somebody signs: the rows, each up to its last choice, and what comes after them."""
    said = [packed("\n".join(lines(page))) for page in pages]
    heading = packed("Témoin, nom et signature")
    first = next(place for place, page in enumerate(said) if heading in page)
    said[first] = said[first].partition(heading)[2]
    found = [page.split(packed("ne peut pas")) for page in said[first:]]
    return [page for page in found if len(page) > 1]


def test_a_settlement_with_everything_left_empty_is_printed(house):
    dispute = in_mediation(house)
    agreement = read(house, dispute, points=None, commitments=(), no_commitment=True)
    content = composed(house, PaperKind.CONCILIATION, agreement)
    assert "Cet accord ne contient aucun engagement." in text_of(printed(PaperKind.CONCILIATION, content))
    assert edges_are_white(content)
