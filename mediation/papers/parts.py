"""The parts that papers are made of: plain data, frozen with the paper, drawn alike on every one.

A part without content is drawn empty, with room to write: a blank paper is the same paper, composed of
nothing. What a person typed is data here and in the drawing, never markup.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from json import dumps

# A box to tick, in a cell of a table; the drawing has its own for `boxes`.
BOX, TICKED = "☐", "☑"


@dataclass(frozen=True)
class Content:
    """What a paper says: its title, its parts in order, who signs. `rests_on` are rows, by name.

    `seats` are the lines of signature, `visas` whose visa there is room for, `closing` the last words.
    """

    title: str
    parts: tuple[dict, ...]
    subtitle: str = ""
    head: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    seats: tuple[dict, ...] = ()
    blank_seats: int = 0
    visas: tuple[str, ...] = ()
    closing: str = ""
    rests_on: tuple[str, ...] = field(default=(), compare=False)

    def as_json(self) -> str:
        """The content as it is frozen: the same content is always the same text."""
        kept = asdict(self)
        del kept["rests_on"]
        return dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def told(label: str, *paragraphs: str | None, lines: int = 2, hint: str = "") -> dict:
    """Words under a heading; when there are none, `lines` to write on, and a `hint` of what goes there."""
    return {"is": "text", "label": label, "paragraphs": _said(paragraphs), "lines": lines, "hint": hint}


def people(label: str, rows: Iterable[dict], blanks: int = 2, hint: str = "") -> dict:
    """Parties, each with the mark of its side; `blanks` rows to fill, as `hint` says, when there are none."""
    return {"is": "people", "label": label, "rows": list(rows), "blanks": blanks, "hint": hint}


def person(letter: str | None, name: str, more: str = "") -> dict:
    """Somebody in `people`: the letter of the side, the name, and what follows it."""
    return {"letter": letter or "", "name": name, "more": more}


def items(label: str, rows: Iterable[dict], blanks: int = 4, otherwise: str = "") -> dict:
    """Numbered sentences, each with its first words in bold; `otherwise` is said when there is none."""
    rows = list(rows)
    return {"is": "items", "label": label, "rows": rows, "blanks": blanks, "otherwise": "" if rows else otherwise}


def item(lead: str, words: str = "", by: str = "", more: str = "") -> dict:
    """One of `items`: who, what, by when (bold), and what follows."""
    return {"lead": lead, "words": words, "by": by, "more": more}


def table(label: str, columns: Iterable[str], rows: Iterable[Iterable[str | dict]], blanks: int = 6,
          widths: Iterable[float] = (), *, height: int = 0, spare: int = 0) -> dict:
    """Rows under columns over the whole width; `widths` are shares of it; a cell is words, or a `person`.

    A row is at least `height` points high. `spare` rows to fill follow those that are known; `blanks` if none is.
    """
    columns = list(columns)
    return {"is": "table", "label": label, "columns": columns, "rows": [list(row) for row in rows],
            "blanks": blanks, "spare": spare, "height": height, "widths": list(widths) or [1.0] * len(columns)}


def boxes(label: str, words: Iterable[str], ticked: Iterable[str] = ()) -> dict:
    """Answers to tick, those that are known ticked already."""
    ticked = set(ticked)
    return {"is": "boxes", "label": label, "choices": [[word, word in ticked] for word in words]}


def below(part: dict) -> dict:
    """A part that is drawn under the line where the paper is cut."""
    return {**part, "below": True}


def seat(letter: str | None, name: str, quality: str = "", read: str = "", mark: str = "", witness: str = "") -> dict:
    """A line of signature: who, how it was read to them, the mark they made if they did, who saw it."""
    return {"letter": letter or "", "name": name, "quality": quality, "read": read, "mark": mark,
            "witness": witness}


def _said(paragraphs: Iterable[str | None]) -> list[str]:
    """The paragraphs that say something; what was typed on several lines stays on several."""
    return [line for said in paragraphs if said for line in said.splitlines() if line.strip()]
