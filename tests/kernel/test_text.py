"""What people type is kept clean and found however it is spelt."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.kernel.text import BadText, clean, fold, fold_words, shown

anything = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("N’Djénné-Bà", "ndjenneba"),
        ("N'DJENNE BA", "ndjenneba"),
        ("Ɲɛnɛ Kɔrɔ", "NENE KORO"),
        ("Ŋolo Ɓuuɗo", "nolo buudo"),
        ("Cœur d’Æon", "coeur d aeon"),
        ("Straße", "STRASSE"),
        ("Ségou\u202fville", "segouville"),
        ("kɔ́rɔ̀", "koro"),
        ("ﬁlet", "filet"),
        ("مُحَمَّد", "محمد"),
        ("ߒߞߏ߫", "ߒߞߏ"),
        ("𞤀𞤁𞤂𞤀𞤃", "𞤢𞤣𞤤𞤢𞤥"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(written, searched):
    assert fold(written) == fold(searched)


@pytest.mark.parametrize("name", ["محمد", "ߒߞߏ", "ⵜⴰⵎⴰⵛⵇ", "𞤢𞤣𞤤𞤢𞤥"])
def test_other_scripts_keep_their_letters(name):
    assert fold(name) == name


def test_different_villages_stay_different():
    assert fold("Koro") != fold("Kora")


def test_folded_words_keep_one_space_between_them():
    assert fold_words("  N’Djénné-Bà   du\tNord. ") == "n djenne ba du nord"


@given(anything)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert fold_words(fold_words(text)) == fold_words(text)
    assert fold(fold_words(text)) == fold(text)


@given(anything)
def test_case_and_composition_do_not_matter_to_search(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("bad", ["a\x00b", "a\x1bb", "a\x7fb", "a\x9fb", "a\ud800b", "a\udfffb", "a\ufffdb"])
def test_an_unreadable_character_is_refused_with_what_to_do(bad):
    with pytest.raises(BadText, match="illisible. Effacez-le"):
        clean(bad)


def test_line_ends_and_blanks_are_made_one():
    assert clean("  un\r\ndeux\rtrois\u2028quatre\tcinq \n") == "un\ndeux\ntrois\nquatre\tcinq"


def test_letters_are_composed():
    assert clean("e\u0301") == "é"


@given(st.text(max_size=60))
def test_clean_text_can_be_stored_by_both_engines_and_stays_clean(text):
    try:
        kept = clean(text)
    except BadText:
        return
    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert clean(kept) == kept


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_what_was_typed_can_always_be_shown_again(text):
    shown(text).encode("utf-8")  # half a pair would raise


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060 \ufeff", "\u200e\u00a0\u200f", "\u3164", "\u2800\n\u00ad"])
def test_a_text_of_signs_that_nobody_sees_is_blank(unseen):
    assert clean(unseen) == ""
    assert clean(f"Fanta{unseen}Diarra").startswith("Fanta")


def test_a_sign_that_joins_two_letters_stays_between_them():
    assert clean("می\u200cشود") == "می\u200cشود"
