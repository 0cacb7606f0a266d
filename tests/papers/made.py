"""Papers drawn from facts at hand, without a register."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from mediation.papers import printing
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, boxes, item, items, people, person, seat, table, told

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
STAMP = {"number": "MSG-P-2026-0001", "code": "ABCDE 23456", "address": "http://localhost/check/ABCDE23456/",
         "made": "Établi le 2 mars 2026 à 9 h 30", "journal": "Journal, ligne 12", "root": "ab" * 32}
EDGE = 8  # millimetres at each edge of a page where nothing is ever printed


def saying(text: str) -> Content:
    """A paper that says the same text in every place where a person's words may stand."""
    return Content(
        title="Procès-verbal", subtitle=text, head=("République du Mali", text), facts=("Dossier", text),
        parts=(told("Séance", text), people("Parties", [person("A", text, f", {text}"), person("B", text)]),
               items("Engagements", [item(text, text, text, text)]), boxes("Réponses", [text, "non"], [text]),
               table("Présents", ["Nom", "Qualité", "Voix"], [[text, text, text]], widths=(1, 0.5, 2)),
               items("Aucun", (), otherwise=text)),
        seats=(seat("A", text, text, text, text, text),), closing=text)


PLACES = 21


def drawn(content: Content, kind: PaperKind = PaperKind.CONCILIATION) -> bytes:
    """The file of a paper."""
    return printing.draw(kind, content.as_json(), STAMP, AT)


def edges_are_white(content: Content, kind: PaperKind = PaperKind.CONCILIATION) -> bool:
    """Whether nothing runs off any page: its edges are empty on the picture."""
    per_inch = 50
    edge = round(EDGE * per_inch / 25.4)
    for png in printing.pictures(kind, content.as_json(), STAMP, per_inch):
        page = Image.open(BytesIO(png)).convert("L")
        wide, high = page.size
        strips = (0, 0, edge, high), (wide - edge, 0, wide, high), (0, 0, wide, edge), (0, high - edge, wide, high)
        if any(page.crop(strip).getextrema()[0] < 250 for strip in strips):
            return False
    return True


def look(name: str, file: bytes) -> None:
    """A file or a picture for whoever wants to look at it (`PICTURES=folder`)."""
    if folder := os.environ.get("PICTURES"):
        (Path(folder) / name).write_bytes(file)
