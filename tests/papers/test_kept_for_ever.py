"""Every kind of paper, as it is issued, is a file made to be kept (PDF/A-2b), on A4, with its pages counted."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mediation.agreements.rules import SignFacts
from mediation.agreements.service import sign_agreement
from mediation.kernel import files
from mediation.papers.kinds import PaperKind
from mediation.places.models import SaidPlace
from tests.builders.agreements import lines
from tests.builders.followup import visited
from tests.builders.papers import issued, packed, reading, with_sides
from tests.builders.sessions import days, planned, summoned
from tests.builders.validity import rectifying, sign, transmitted
from tests.papers.test_resting import agreed, asked, attended, faced, heard, never_came, not_agreed, visit_told

A4 = (595, 842)
EMBEDDED = {"/FontFile", "/FontFile2", "/FontFile3"}


@pytest.fixture
def dispute(house):
    return with_sides(house)


def called(house, dispute):
    meeting = planned(house, dispute, place=SaidPlace(None, "La mairie"), planned_hour="9 h")
    return PaperKind.SUMMONS, summoned(house, dispute, 2, served=None, session=meeting.number)


def signed(house, dispute):
    _kind, agreement = agreed(house, dispute)
    return sign_agreement(house.actor("moussa"), agreement, SignFacts(lines(house, agreement), days(-1)))


def corrected(house, dispute):
    return PaperKind.RECTIFYING, sign(house, rectifying(house, signed(house, dispute), found_at=1))


def followed(house, dispute):
    return PaperKind.FOLLOW_UP, visited(house, signed(house, dispute))


def to_the_judge(house, dispute):
    agreement = signed(house, dispute)
    issued(house, PaperKind.RECEIPT, dispute)
    with reading(house, dispute):
        return PaperKind.TRANSMISSION, transmitted(house, agreement, papers=(1,))


def told_in_order(house, dispute):
    return PaperKind.CHRONOLOGY, dispute


def measured(house, dispute):
    return PaperKind.QUALITY, dispute


MADE = (asked, called, attended, visit_told, heard, faced, agreed, not_agreed, never_came, corrected, followed,
        to_the_judge, told_in_order, measured)


def test_every_kind_of_paper_is_issued_here():
    assert len(MADE) == len(PaperKind)


@pytest.mark.parametrize("made", MADE)
def test_a_paper_is_made_to_be_kept(house, dispute, made):
    paper = issued(house, *made(house, dispute))
    file = PdfReader(BytesIO(files.read(paper.fingerprint)))
    metadata = file.xmp_metadata
    assert (metadata.pdfaid_part, metadata.pdfaid_conformance) == ("2", "B")
    for number, page in enumerate(file.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert packed(f"page {number} / {len(file.pages)}") in packed(page.extract_text())
        fonts = page["/Resources"]["/Font"].values()
        assert fonts and all(is_embedded(font.get_object()) for font in fonts)


def is_embedded(font) -> bool:
    """Whether a font brings the file of its signs."""
    drawn = [one.get_object() for one in font.get("/DescendantFonts", [font])]
    return all(EMBEDDED & one["/FontDescriptor"].get_object().keys() for one in drawn)
