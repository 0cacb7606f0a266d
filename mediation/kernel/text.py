"""What a person typed: one clean form to keep, one folded form to search."""

import re
import unicodedata

from mediation.kernel.language import LazyText, _l


class BadInput(ValueError):
    """Something typed that cannot be kept; its text says what to do, in the language of who typed it."""

    def __init__(self, sentence: LazyText, **parts: object):
        super().__init__(sentence % parts)


class BadText(BadInput):
    """A text with characters that cannot be written down."""


# Line ends as Windows, old Macs and word processors write them.
LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")

# Controls, halves of a pair, and the mark a decoder leaves where it could not read. PostgreSQL refuses
# NUL and halves, SQLite keeps them: refused here, the verdict is the same on both.
UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")

# Invisible marks that turn the letters after them round, as telephones put around names: a text is read as
# it is spelt, on pages and on papers.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

# Signs that nobody sees, alone: a text of nothing else says nothing. Between letters they have their uses.
UNSEEN = re.compile("[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f"
                    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]*")


def clean(text: str) -> str:
    """The text to keep: composed (NFC), lines ended by a newline, nothing blank around it, nothing that turns
    letters round; nothing at all when there is nothing to be seen. Raises BadText."""
    text = TURNING.sub("", LINE_ENDS.sub("\n", text))
    if UNREADABLE.search(text):
        raise BadText(_l("Ce texte contient un caractère illisible. Effacez-le, puis écrivez-le de nouveau."))
    return "" if UNSEEN.fullmatch(text) else unicodedata.normalize("NFC", text).strip()


def shown(text: str) -> str:
    """What was typed, safe to give back on a page: each unreadable character is a « � »."""
    return UNREADABLE.sub("\ufffd", LINE_ENDS.sub("\n", text))


# Letters of Mali's languages and their neighbours that Unicode does not take apart into letter and mark.
PLAIN_LETTERS = str.maketrans(
    {
        "ɛ": "e", "ɔ": "o", "ɲ": "n", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƴ": "y", "ɣ": "g", "ɠ": "g",
        "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ə": "e", "ǝ": "e",
    }
)  # fmt: skip

# Apostrophes, hyphens, points and spaces of every kind: what some write and others leave out.
JOINERS = re.compile("[\\s'`´ʼʻʹʾʿ‘’‛′＇\\-‐‑‒–—―−_·.\u00ad\u200b-\u200f\u2060\ufeff\u0640]+")

# Marks set on a letter: accents, tones, vowel signs of Arabic, N'Ko and Adlam.
MARKS = ("Mn", "Me")


def fold_words(text: str) -> str:
    """Folded like `fold`, with one space between words: « N’Djénné-Bà » is « n djenne ba »."""
    return JOINERS.sub(" ", _plain(text)).strip()


def fold(text: str) -> str:
    """What search compares: letters and digits of any script, without case, marks, hyphens or spaces."""
    return fold_words(text).replace(" ", "")


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in apart if unicodedata.category(letter) not in MARKS)
    return unicodedata.normalize("NFC", bare.translate(PLAIN_LETTERS))
