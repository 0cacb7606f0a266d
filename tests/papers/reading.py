"""What a PDF says, read as the standard tells a reader to: the text of each glyph, unless the file gives another
(`ActualText`); runs written from right to left put back in reading order; page furniture left out."""

import re
import unicodedata
from io import BytesIO
from itertools import groupby

from pypdf import PdfReader
from pypdf.generic import ContentStream

MAPPED = re.compile(r"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")
RIGHT_TO_LEFT, LEFT_TO_RIGHT, DIGITS = {"R", "AL"}, {"L"}, {"EN", "AN"}
BREAKS = re.compile("[ \n]+")


def read(file: bytes) -> str:
    """All that a paper says, line by line."""
    return "\n".join(line for page in PdfReader(BytesIO(file)).pages for line in lines(page))


def packed(text: str) -> str:
    """A text without the blanks at which lines are broken; other spaces stay."""
    return BREAKS.sub("", text)


def lines(page) -> list[str]:
    """The lines of a page, in the order in which they were written."""
    return [in_reading_order([text for text, _ in group])
            for _line, group in groupby(_shown(page), key=lambda shown: round(shown[1]))]


def in_reading_order(clusters: list[str]) -> str:
    """A line from its signs as they stand on the paper, left to right."""
    if not any(_direction(one) in RIGHT_TO_LEFT for one in clusters):
        return "".join(clusters)
    found, run = [], []
    for one in [*clusters, None]:
        if one is None or _direction(one) in LEFT_TO_RIGHT:
            found += [*_turned(run), *([one] if one else [])]
            run = []
        else:
            run.append(one)
    return "".join(found)


def _turned(run: list[str]) -> list[str]:
    """A run between letters of ours: from its first to its last letter of theirs the other way round."""
    theirs = [place for place, one in enumerate(run) if _direction(one) in RIGHT_TO_LEFT]
    if not theirs:
        return run
    first, last = theirs[0], theirs[-1] + 1
    turned = []
    for is_number, group in groupby(reversed(run[first:last]), key=lambda one: _direction(one) in DIGITS):
        found = list(group)
        turned += reversed(found) if is_number else found
    return [*run[:first], *turned, *run[last:]]


def _direction(cluster: str) -> str:
    return unicodedata.bidirectional(cluster[0]) if cluster else ""


def _shown(page) -> list[tuple[str, float]]:
    """Each glyph, or the text that stands for several, and how high it stands."""
    maps = {name: _map(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    found, within, font, baseline = [], [], None, 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"cm":
                baseline = float(operands[5])
            case b"Tf":
                font = maps[operands[0]]
            case b"BDC" | b"BMC":
                told = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
                within.append((str(operands[0]), told.get("/ActualText")))
                if within[-1][1]:
                    found.append((_text(within[-1][1]), baseline))
            case b"EMC":
                within.pop()
            case b"Tj" | b"TJ":
                if any(kind == "/Artifact" or text is not None for kind, text in within):
                    continue
                found += [(font[code], baseline) for code in _codes(operands[0])]
    return found


def _text(given) -> str:
    return str(given) if isinstance(given, str) else bytes(given).decode("utf-16")


def _codes(shown) -> list[int]:
    parts = [one.original_bytes if isinstance(one, str) else bytes(one)
             for one in (shown if isinstance(shown, list) else [shown]) if isinstance(one, str | bytes)]
    whole = b"".join(parts)
    return [int.from_bytes(whole[place:place + 2], "big") for place in range(0, len(whole), 2)]


def _map(font) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("ascii").partition("beginbfchar")[2]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in MAPPED.findall(table)}
