"""What ordinary readers find in a paper: pdftotext follows the standard, as Evince does; pypdf goes sign by sign."""

import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from unicodedata import combining

import pytest
from pypdf import PdfReader

from config import NOTO
from mediation.kernel.text import clean
from mediation.papers import printing
from mediation.papers.parts import Content, told
from tests.papers.made import drawn, saying
from tests.papers.reading import in_reading_order
from tests.papers.test_text import SCRIPTS

AROUND = dict.fromkeys(map(ord, "\u202a\u202b\u202c\f"))  # what pdftotext writes around words from the right, and pages
FROM_LEFT_TO_RIGHT = {"french", "bambara", "bambara with tones", "songhay and tamasheq", "tifinagh"}
# pdftotext knows of no script from the right but Arabic and Hebrew: it gives the others as they stand on the paper.
AS_IT_STANDS = {"n'ko", "n'ko with tones", "adlam", "adlam with long vowels"}
LIFTED = {"bambara with tones", "arabic with vowels", "n'ko with tones", "adlam with long vowels"}

pytestmark = pytest.mark.skipif(not Path(NOTO).is_dir(), reason="no Noto fonts here: install fonts-noto-core")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext here: install poppler-utils")


def paper(text: str) -> bytes:
    return drawn(Content("Papier", (told("Objet", clean(text)),)))


def with_poppler(file: bytes, *command: str) -> bytes:
    return subprocess.run(command, input=file, capture_output=True, check=True, timeout=60).stdout


def with_pdftotext(file: bytes) -> str:
    return with_poppler(file, "pdftotext", "-", "-").decode().translate(AROUND)


def without_blanks(text: str) -> str:
    return "".join(text.split())


def letters(text: str) -> list[str]:
    """Each with its marks."""
    found = []
    for one in text:
        if found and combining(one):
            found[-1] += one
        else:
            found.append(one)
    return found


@needs_poppler
@pytest.mark.parametrize("script", sorted(SCRIPTS.keys() - AS_IT_STANDS - {"arabic with vowels"}))
def test_pdftotext_finds_a_name_as_it_was_typed(app, script):
    with app.app_context():
        assert without_blanks(clean(SCRIPTS[script])) in without_blanks(with_pdftotext(paper(SCRIPTS[script])))


@needs_poppler
@pytest.mark.parametrize("script", sorted(AS_IT_STANDS))
def test_pdftotext_finds_a_name_from_the_right_letter_by_letter_as_it_stands(app, script):
    with app.app_context():
        found = with_pdftotext(paper(SCRIPTS[script])).splitlines()
    assert without_blanks(SCRIPTS[script]) in [without_blanks(in_reading_order(letters(line))) for line in found]


@needs_poppler
def test_pdftotext_finds_each_vowel_of_an_arabic_name_once_but_before_its_letter(app):
    text = SCRIPTS["arabic with vowels"]
    with app.app_context():
        found = Counter(with_pdftotext(paper(text)))
    assert {one: found[one] for one in text} == Counter(text)


@needs_poppler
@pytest.mark.parametrize("script", sorted(LIFTED))
def test_nothing_moves_on_the_paper_where_marks_spell_nothing_by_themselves(app, script, monkeypatch):
    with app.app_context():
        spelled_once = drawn(saying(clean(SCRIPTS[script])))
        monkeypatch.setattr(printing, "has_marks", lambda _content: False)
        as_typeset = drawn(saying(clean(SCRIPTS[script])))
    assert with_poppler(spelled_once, "pdftoppm", "-r", "100") == with_poppler(as_typeset, "pdftoppm", "-r", "100")


def with_pypdf(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file), strict=True).pages)


@pytest.mark.parametrize("script", sorted(FROM_LEFT_TO_RIGHT - LIFTED))
def test_pypdf_finds_a_name_as_it_was_typed(app, script):
    with app.app_context():
        assert without_blanks(clean(SCRIPTS[script])) in without_blanks(with_pypdf(paper(SCRIPTS[script])))


@pytest.mark.parametrize("script", [
    *sorted(SCRIPTS.keys() - FROM_LEFT_TO_RIGHT - LIFTED),
    *(pytest.param(one, marks=pytest.mark.xfail(strict=True, reason="pypdf does not know ActualText"))
      for one in sorted(LIFTED))])
def test_pypdf_finds_each_letter_of_a_name_once_in_whatever_order(app, script):
    text = without_blanks(SCRIPTS[script])
    with app.app_context():
        found = Counter(with_pypdf(paper(SCRIPTS[script])))
    assert {one: found[one] for one in text} == Counter(text)
