"""French first, every other language complete: each text of the interface is in each catalogue."""

import re

import pytest
from babel.messages.pofile import read_po

from mediation.kernel import language
from mediation.kernel.language import CATALOGUES, SOURCE, _, languages, ngettext, speak
from tests.catalogues import texts

PLACES = re.compile(r"%\((\w+)\)[sd]")
BREAKS = re.compile(" [:;?!»](?= |$|[.,])|« ")
# Where a line is read on a telephone: what comes here keeps its signs beside their words.
NARROW = ("templates/", "mediation/casefile/")
OTHERS = sorted(CATALOGUES.glob("*.po"))


def first(text) -> str:
    return text if isinstance(text, str) else text[0]


def forms(text) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.fixture
def spoken():
    """Speak another language, and French again afterwards."""
    yield speak
    speak(SOURCE)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_every_text_of_the_interface_is_translated(path):
    with path.open("rb") as file:
        catalogue = read_po(file)
    wanted = {(message.context, first(message.id)) for message in texts() if message.id}
    there = {(message.context, first(message.id)) for message in catalogue
             if message.id and all(forms(message.string)) and not message.fuzzy}
    assert len(wanted) > 1000
    assert wanted - there == set(), "run make catalogues, then translate what is empty"
    assert there - wanted == set(), "run make catalogues: some texts are no longer said"


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_translation_fills_the_same_places(path):
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.id:
            wanted = set(PLACES.findall(" ".join(forms(message.id))))
            for said in forms(message.string):
                assert set(PLACES.findall(said)) <= wanted, said
            assert set(PLACES.findall(" ".join(forms(message.string)))) == wanted, message.id


def test_no_line_of_a_page_begins_with_a_colon():
    loose = [message.id for message in texts() if message.id and any(
        place.startswith(NARROW) for place, _line in message.locations) and any(
            BREAKS.search(form) for form in forms(message.id))]
    assert not loose, loose


def test_french_is_what_the_code_says_and_counts_nought_in_the_singular(spoken):
    spoken("fr")
    assert _("Se connecter") == "Se connecter"
    assert ngettext("%(n)s chose", "%(n)s choses", 0) == "0 chose"


def test_english_speaks_english(spoken):
    spoken("en")
    assert _("Se connecter") == "Sign in"


def test_an_unknown_language_is_answered_in_french(spoken):
    spoken("xx")
    assert language.spoken() == "fr"


def test_a_language_is_added_as_a_file(tmp_path, monkeypatch, spoken):
    (tmp_path / "taq.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
                                     'msgid "Se connecter"\nmsgstr "Aggaz"\n', encoding="utf-8")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    languages.cache_clear()
    try:
        assert languages() == ("fr", "taq")
        spoken("taq")
        assert _("Se connecter") == "Aggaz"
        assert _("Mot de passe") == "Mot de passe"
    finally:
        monkeypatch.undo()
        languages.cache_clear()
