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
from mediation.kernel.language import _, _l
from mediation.kernel.text import TURNING
from mediation.papers.kinds import PaperKind
from mediation.papers.spelling import has_marks, spelled_once

DRAWINGS = "templates/papers/print"
# PDF/A-2b: made to be kept; every glyph embedded, nothing fetched from elsewhere.
STANDARD = ["a-2b"]
NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Controls, halves of pairs, what has a meaning in one font only, what is not a character.
NOT_WRITING = frozenset({"Cc", "Cs", "Co", "Cn"})
SCRIPTS = {"ARABIC": _l("arabe"), "NKO": _l("n’ko"), "TIFINAGH": _l("tifinagh"), "ADLAM": _l("adlam")}


def draw(kind: PaperKind, content: str, stamp: dict, at: datetime) -> bytes:
    """The file of a paper: its frozen content (JSON) and what is stamped on it (number, code, address, journal).

    Refuses (`BrokenRule`) what no font can write, naming the script and what to install.
    """
    try:
        file = _compiler(kind, content, stamp).compile(
            format="pdf", pdf_standards=STANDARD, timestamp=at.replace(microsecond=0))
    except typst.TypstError as error:
        unseen = NO_GLYPH.search(str(error))
        if unseen is None:
            raise
        raise _refusal(ESCAPED.sub(lambda code: chr(int(code[1], 16)), unseen["text"])) from error
    return spelled_once(file) if has_marks(content) else file


def pictures(kind: PaperKind, content: str, stamp: dict, per_inch: int) -> list[bytes]:
    """The pages of the same paper as PNG pictures, to be looked at."""
    made = _compiler(kind, content, stamp).compile(format="png", ppi=per_inch)
    return made if isinstance(made, list) else [made]


def _compiler(kind: PaperKind, content: str, stamp: dict) -> typst.Compiler:
    folder = Path(current_app.root_path) / DRAWINGS
    told = {**_written(loads(content)), "stamp": stamp, "qr": _qr(stamp["address"]) if stamp.get("address") else ""}
    return typst.Compiler(
        input=str(folder / f"{kind.slug}.typ"), root=str(folder), ignore_system_fonts=True,
        font_paths=_fonts(current_app.config["PAPER_FONTS"]), sys_inputs={"facts": dumps(told)})


def _written(value):
    """What was typed, wherever it is, as it can be printed: without invisible marks that turn letters round."""
    match value:
        case dict():
            return {name: _written(one) for name, one in value.items()}
        case list():
            return [_written(one) for one in value]
        case str():
            text = TURNING.sub("", value.replace("\t", " "))
            odd = next((one for one in text if unicodedata.category(one) in NOT_WRITING and one != "\n"), None)
            if odd:
                raise _refusal(odd)
            return text
    return value


def _refusal(text: str) -> BrokenRule:
    sign = text[0]
    script = SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0])
    if script:
        return BrokenRule("", _(
            "Le signe « %(sign)s » (écriture %(script)s) ne peut pas être imprimé : ce serveur n’a pas la police "
            "qu’il faut. Faites installer les polices Noto (sous Debian : fonts-noto-core), puis recommencez. "
            "Aucun numéro n’a été pris.", sign=sign, script=script))
    return BrokenRule("", _(
        "Le signe « %(sign)s » (%(code)s) ne peut pas être imprimé : aucune police ne l’a. Remplacez-le dans le "
        "dossier, puis recommencez. Aucun numéro n’a été pris.",
        sign=sign if sign.isprintable() else "\ufffd", code=f"U+{ord(sign):04X}"))


@cache
def _fonts(folder: str) -> typst.Fonts:
    """The embedded fonts and those of the folder, looked through once."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if Path(folder).is_dir() else [])


def _qr(address: str) -> str:
    return segno.make(address, error="m").svg_inline(border=0)
