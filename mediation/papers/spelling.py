"""What a paper spells to whoever searches it or copies from it: each letter once.

A mark that is lifted onto its letter (« ɛ̀ », a long vowel in Adlam) is drawn as a text of its own, a little higher, and
both texts are said to spell the letter with its mark: a reader would find it twice. Here the mark by itself is said to
spell nothing (`ActualText`); the letter says it all. Nothing moves on the paper.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from unicodedata import bidirectional, combining

from mediation.papers.pdf import Pdf

TEXT = re.compile(rb"q 1 0 0 -1 \S+ (?P<height>\S+) cm[^\n]*\nBT(?P<signs>.*?)\nET\nQ", re.DOTALL)
RUN = re.compile(rb"(?:/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC)?(?:/ReversedChars BMC)?"
                 rb" 0 Tr(/\w+) \S+ Tf [^\n(\[]*Tm(.*?)T[jJ]", re.DOTALL)
# A sign is two bytes; the first is small, and so never a bracket.
SHOWN = re.compile(rb"\(((?:(?:\\(?:\d{3}|.)|[^\\()])(?:\\(?:\d{3}|.)|[^\\]))*)\)|<([0-9A-F]+)>", re.DOTALL)
ESCAPED = re.compile(rb"\\(\d{3}|.)", re.DOTALL)
CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
TOLD = re.compile(rb"(?<=ActualText<FEFF)[0-9A-F]*")
LIFT = 12  # points: how far a mark may stand from its letter; the next line of the same size is further away


class Text:
    """A text as it is drawn: where its signs are in the stream, how high it stands, its letters from left to right."""

    def __init__(self, found: re.Match, fonts: dict[bytes, dict[int, str]]):
        self.start, self.end = found.span("signs")
        self.height, self.signs, self.fonts = float(found["height"]), found["signs"], fonts

    @cached_property
    def letters(self) -> list[str]:
        """What its signs are said to spell, one by one or together; nothing for signs that spell nothing."""
        return [letter for told, font, shown in RUN.findall(self.signs)
                for letter in ([_told(told)] if told else _spelt(shown, self.fonts.get(font, {}))) if letter]


def has_marks(text: str) -> bool:
    """Whether something in it stands above or below a letter, and is no part of it."""
    return any(map(combining, set(text)))


def spelled_once(file: bytes) -> bytes:
    """The file, where a mark that is lifted onto its letter spells nothing by itself."""
    pdf = Pdf(file)
    for number, fonts in pdf.pages():
        stream = pdf.stream(number)
        pdf.put(number, _silenced(stream, _marks([Text(found, fonts) for found in TEXT.finditer(stream)])))
    return pdf.written()


def _told(whole: bytes) -> str:
    return bytes.fromhex(whole.decode()).decode("utf-16-be")


def _spelt(shown: bytes, font: dict[int, str]) -> list[str]:
    codes = b"".join(map(_codes, SHOWN.finditer(shown)))
    return [font.get(high << 8 | low, "") for high, low in zip(codes[::2], codes[1::2], strict=False)]


def _codes(found: re.Match) -> bytes:
    return bytes.fromhex(found[2].decode()) if found[2] else ESCAPED.sub(_unescaped, found[1])


def _unescaped(found: re.Match) -> bytes:
    return bytes([int(found[1], 8)]) if len(found[1]) == 3 else CONTROLS.get(found[1], found[1])


def _marks(texts: list[Text]) -> list[Text]:
    """The texts that are only a mark: one stands after its letter, or before it where letters go from right to left."""
    after = [mark for mark in _lifted(texts, -1) if not _goes_left(mark)]
    before = [mark for mark in _lifted(reversed(texts), 0) if _goes_left(mark)]
    return sorted(after + before, key=lambda mark: mark.start)


def _lifted(texts: Iterable[Text], end: int) -> Iterator[Text]:
    """The texts that spell nothing but the letter at this end of the one before them, a little higher or lower."""
    letter = None
    for text in (one for one in texts if one.letters):
        if letter and 0 < abs(text.height - letter.height) < LIFT and _is_only(text, letter.letters[end]):
            yield text
        else:
            letter = text


def _is_only(text: Text, letter: str) -> bool:
    return has_marks(letter) and set(text.letters) == {letter}


def _goes_left(text: Text) -> bool:
    return bidirectional(text.letters[0][0]) in ("R", "AL")


def _silenced(stream: bytes, marks: list[Text]) -> bytes:
    parts, done = [], 0
    for mark in marks:
        parts += [stream[done:mark.start], _silent(stream[mark.start:mark.end])]
        done = mark.end
    return b"".join([*parts, stream[done:]])


def _silent(signs: bytes) -> bytes:
    return TOLD.sub(b"", signs) if b"ActualText" in signs else b"/Span<</ActualText<FEFF>>>BDC%s\nEMC" % signs
