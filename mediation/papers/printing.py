"""From frozen facts to a file: PDF/A, fonts embedded, the same bytes for the same facts; no network, no database.

A character that no font draws is an error with a message, never an empty box. Beyond the embedded fonts,
those of other scripts are read from a folder of the machine (`PAPER_FONTS`).
"""

import re
import unicodedata
from datetime import datetime
from functools import cache
from json import dumps, loads
from pathlib import Path

import segno
import typst
from flask import current_app

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import _
from mediation.papers.kinds import PaperKind

DRAWINGS = "templates/papers/print"
# PDF/A-2b: made to be kept; every glyph embedded, nothing fetched from elsewhere.
STANDARD = ["a-2b"]
NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')


def draw(kind: PaperKind, content: str, stamp: dict, at: datetime) -> bytes:
    """The file of a paper: its frozen content (JSON) and what is stamped on it (number, code, address, journal).

    Refuses (`BrokenRule`) what no font can write, naming the script and what to install.
    """
    folder = Path(current_app.root_path) / DRAWINGS
    told = {**loads(content), "stamp": stamp, "qr": _qr(stamp["address"]) if stamp.get("address") else ""}
    compiler = typst.Compiler(
        input=str(folder / f"{kind.slug}.typ"), root=str(folder), ignore_system_fonts=True,
        font_paths=_fonts(current_app.config["PAPER_FONTS"]), sys_inputs={"facts": dumps(told)})
    try:
        return compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=at.replace(microsecond=0))
    except typst.TypstError as error:
        raise _refusal(error) from error


def _refusal(error: typst.TypstError) -> Exception:
    unseen = NO_GLYPH.search(str(error))
    if unseen is None:
        return error
    character = unseen["text"].encode("ascii", "backslashreplace").decode() if len(unseen["text"]) > 4 else (
        unseen["text"])
    script = unicodedata.name(character[0], "").split(" ")[0].capitalize() or _("inconnue")
    return BrokenRule("", _(
        "Le signe « %(sign)s » (écriture %(script)s) ne peut pas être imprimé : aucune police ne l’a. "
        "Faites installer les polices Noto (sous Debian : fonts-noto-core), puis recommencez. "
        "Aucun numéro n’a été pris.", sign=character, script=script))


@cache
def _fonts(folder: str) -> typst.Fonts:
    """The embedded fonts and those of the folder, looked through once."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if Path(folder).is_dir() else [])


def _qr(address: str) -> str:
    return segno.make(address, error="m").svg_inline(border=0)
