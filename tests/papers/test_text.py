"""What a paper says is what the record says, in every script of Mali; what cannot be printed is said before."""

import unicodedata
from pathlib import Path

import pytest

from config import NOTO
from mediation.acts.refusals import BrokenRule
from mediation.kernel.text import BadText, clean
from mediation.papers.parts import Content, item, items, people, person, seat, told
from tests.papers.made import PLACES, drawn, edges_are_white, saying
from tests.papers.reading import packed, read

SCRIPTS = {
    "french": "L’affaire de l’Œuvre « difficile »\u202f: 1\u202f234,5 m² — fi ff fl ffi ffl",
    "bambara": "Ɲamina Kɔnɛ, ŋaniya Ɛlɔdi Ŋɔnɔ ; Ɔmɔ Sɔgɔba",
    "bambara with tones": "Sɛ̀gù Kɔ́nɛ́ bɔ̀lɔ̀",
    "songhay and tamasheq": "Ag Ăttaher Ǝlkasan ŋan ɣas ɗow ƴaaƴo",
    "arabic": "محمد بن عبد الله الأنصاري",
    "arabic with vowels": "مُحَمَّد",
    "n'ko": "ߡߊߡߊߘߎ ߞߎߟߓߊߟߌ",
    "n'ko with tones": "ߞߊ߲ߞߊ߲ ߣߌ߲߬",
    "tifinagh": "ⵜⵉⴼⵉⵏⴰⵖ ⵎⵓⵃⵎⵎⴷ",
    "adlam": "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪",
    "adlam with long vowels": "𞤃𞤢𞥄𞤤𞤭 𞤄𞤢𞥄",
}
NEEDS_NOTO = pytest.mark.skipif(not Path(NOTO).is_dir(), reason="no Noto fonts here: install fonts-noto-core")


@NEEDS_NOTO
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_paper_says_letter_by_letter_what_the_record_says(app, script):
    text = clean(SCRIPTS[script])
    with app.app_context():
        assert packed(read(drawn(saying(text)))).count(packed(text)) >= PLACES - 6


def test_letters_that_could_be_tied_together_come_back_as_letters(app):
    with app.app_context():
        file = drawn(saying("affaire officielle difficile"))
    assert "affaire officielle difficile" in read(file)
    assert "ﬁ" not in read(file)


def test_no_word_is_hyphenated(app):
    with app.app_context():
        file = drawn(saying("anticonstitutionnellement " * 20))
    assert "-\n" not in read(file)


@NEEDS_NOTO
def test_a_name_within_words_of_another_direction_is_read_in_its_place(app):
    text = "Ali, dit علي ولد محمد, chef de Tombouctou (n’ko : ߡߊߡߊߘߎ)"
    with app.app_context():
        assert packed(text) in packed(read(drawn(saying(text))))


WITHOUT = {"نڢس": "arabe", "ߒߞߏ": "n’ko", "ⵜⵉⴼ": "tifinagh", "𞤀𞤣𞤤": "adlam"}


@pytest.mark.parametrize("text", WITHOUT)
def test_where_a_script_has_no_font_the_message_names_it_and_what_to_install(app, monkeypatch, text):
    monkeypatch.setitem(app.config, "PAPER_FONTS", "/nowhere")
    with app.app_context(), pytest.raises(BrokenRule) as refused:
        drawn(saying(text))
    assert f"écriture {WITHOUT[text]}" in str(refused.value.text)
    assert "fonts-noto-core" in str(refused.value.text) and "Aucun numéro n’a été pris" in str(refused.value.text)


def test_common_arabic_is_printed_with_the_fonts_that_come_with_the_program(app, monkeypatch):
    monkeypatch.setitem(app.config, "PAPER_FONTS", "/nowhere")
    with app.app_context():
        assert packed("محمد بن عبد الله") in packed(read(drawn(saying("محمد بن عبد الله"))))


@pytest.mark.parametrize("sign", ["中", "\U0001f1f2\U0001f1f1", "\ue000", "\U000f0000", "\u0378", "\ufdd0"])
def test_a_sign_that_no_font_has_is_named_and_never_an_empty_box(app, sign):
    with app.app_context(), pytest.raises(BrokenRule) as refused:
        drawn(saying(f"Le champ {sign}"))
    assert f"U+{ord(sign[0]):04X}" in str(refused.value.text) and "Aucun numéro" in str(refused.value.text)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x7f", "\x9b", "\ud800", "\udfff", "\ufffd"])
def test_controls_and_halves_of_pairs_never_reach_the_record_nor_a_paper(app, sign):
    with pytest.raises(BadText):
        clean(f"a{sign}b")
    if sign != "\ufffd":
        with app.app_context(), pytest.raises(BrokenRule):
            drawn(Content("Papier", (told("Objet", f"a{sign}b"),)))


@pytest.mark.parametrize("turning", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_name_cannot_be_turned_round_by_an_invisible_sign(app, turning):
    assert clean(f"Awa {turning}arraiD") == "Awa arraiD"
    with app.app_context():
        assert "Awa arraiD" in read(drawn(saying(f"Awa {turning}arraiD")))


MARKUP = (
    '#import "x.typ"', "#sys.inputs", "$ x^2 $", "a \\ b", "*gras* _penché_", "<label>", "@ref", "// rien",
    "/* rien */ fin", "`mot` ```mot```", "= Titre", "- puce", "+ puce", "1. un", "~", "-- --- ...", "\\u{41}",
    "[c] {d}", "\"q\" 's' «g»", "#{panic()}", "\\#", "https://ml.test/?a=b&c=d", "<script>alert(1)</script>",
    "%s %(x)s {{ 7*7 }}",
)


def test_what_looks_like_markup_is_printed_as_it_was_typed(app):
    text = " ".join(MARKUP)
    with app.app_context():
        assert packed(read(drawn(saying(text)))).count(packed(text)) >= PLACES - 1


@pytest.mark.parametrize("text", [
    "W" * 200, "Moussa de la " * 150, "a-" * 100, "a\u00a0" * 100, "—" * 150, "." * 200, "é̀" * 100, "a/b/" * 50,
    "1\u202f234\u202f" * 25, "\u200d".join("ab" * 50), "M" + "\u0301" * 30])
def test_no_text_runs_off_the_page(app, text):
    with app.app_context():
        content = saying(clean(text))
        assert edges_are_white(content)
        assert len(read(drawn(content))) > len(text)


@pytest.mark.parametrize("text", ["W" * 2000, "Zoumana de la " * 142], ids=["without blanks", "with blanks"])
def test_a_name_of_two_thousand_signs_is_printed_whole_and_on_the_page(app, text):
    content = Content(
        "Procès-verbal", (people("Parties", [person("A", text)]), items("Engagements", [item(text, text)])),
        seats=(seat("A", text, text),))
    with app.app_context():
        assert read(drawn(content)).count(text[0]) == 5 * text.count(text[0])
        assert edges_are_white(content)


@NEEDS_NOTO
@pytest.mark.parametrize("text", ["محمد" * 40, "ߡߊߡߊߘߎ" * 25, "𞤀𞤣𞤤𞤢𞤥" * 25, "ⵜⵉⴼ" * 60])
def test_a_long_word_of_another_script_stays_on_the_page(app, text):
    with app.app_context():
        assert edges_are_white(saying(text))


def test_what_was_typed_on_several_lines_stays_on_several(app):
    content = Content("Papier", (told("Objet", "un\ndeux\n\ntrois"),))
    with app.app_context():
        assert "un\ndeux\ntrois\n" in read(drawn(content))


def test_the_same_facts_always_give_the_same_bytes(app):
    with app.app_context():
        assert drawn(saying("Awa")) == drawn(saying("Awa"))


def test_every_text_that_is_kept_is_composed(app):
    assert clean("e\u0301") == unicodedata.normalize("NFC", "e\u0301")
