"""A file that comes in: gathered without being held in memory, looked at, drawn if it is an image, then kept.

Nothing is in the register before the act names it: what is kept here and refused later is an orphan, and
goes with the next sweep.
"""

import os
import subprocess
import sys
import tempfile
import unicodedata
from json import JSONDecodeError, loads
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO

from mediation.acts.refusals import BrokenRule
from mediation.documents import drawing
from mediation.documents.contents import CUT, refused, type_of
from mediation.documents.kinds import LARGEST, LARGEST_FILE, MIB, DocumentKind, Family, FileType
from mediation.documents.rules import FileFacts, made_of_what_it_may
from mediation.kernel import files
from mediation.kernel.files import StorageDown
from mediation.kernel.language import _, _l

BLOCK, LONGEST_NAME = 1 << 16, 120
READ_SIDE, LOOKED_AT_SIDE = 1800, 1280
# Each drawing may take much of a small machine: no more than two at a time.
DRAWING = BoundedSemaphore(2)
# The five seconds of a processor are a limit of the drawing itself. This is the clock on the wall, which only stops
# one that waits: a large photo on a small machine that does much else at once may honestly need more than five.
PATIENCE = 30
FORMATS = {FileType.JPEG: "JPEG", FileType.PNG: "PNG", FileType.WEBP: "WEBP", FileType.HEIC: "HEIF"}
WHY_NOT_DRAWN = {
    drawing.PIXELS: _l("Cette image a trop de points. Envoyez-la plus petite."),
    drawing.HEAVY: _l("Cette image est trop lourde à ouvrir. Envoyez-la plus petite."),
    drawing.DAMAGED: CUT,
}


def receive(source: BinaryIO, name: str | None, kind: DocumentKind) -> FileFacts:
    """Keep an uploaded file and its copies (`BrokenRule` when it is not taken, `StorageDown`)."""
    try:
        with tempfile.TemporaryDirectory(prefix="piece-") as folder:
            original = Path(folder) / "original"
            size = _gather(source, original)
            with original.open("rb") as file:
                found = type_of(file, size)
            made_of_what_it_may(kind, found.family)
            if size > LARGEST[found.family]:
                raise _too_heavy(LARGEST[found.family])
            drawn = _drawn(original, found, READ_SIDE if kind.is_read else LOOKED_AT_SIDE)
            return _kept(Path(folder), original, FileFacts(found, size, "", clean_name(name), **drawn))
    except OSError as error:
        raise StorageDown(str(error)) from error


def _gather(source: BinaryIO, target: Path) -> int:
    """Write what comes to a file of its own, never more than the largest that is taken."""
    size = 0
    with target.open("wb") as file:
        while block := source.read(BLOCK):
            size += len(block)
            if size > LARGEST_FILE:
                raise _too_heavy(LARGEST_FILE)
            file.write(block)
    return size


def _too_heavy(most: int) -> BrokenRule:
    return BrokenRule("file", _("Ce fichier est trop lourd. Envoyez un fichier de %(most)d Mo au plus.",
                                most=most // MIB))


def _drawn(original: Path, found: FileType, side: int) -> dict:
    """Draw the copies of an image beside it, in a process that is held short; what they measure."""
    if found.family is not Family.IMAGE:
        return {}
    asked = [sys.executable, "-I", drawing.__file__, str(original), FORMATS[found], str(side), str(original.parent)]
    with DRAWING:
        try:
            ran = subprocess.run(asked, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, check=False)
            told = loads(ran.stdout)
        except (subprocess.TimeoutExpired, JSONDecodeError, UnicodeDecodeError):
            # It was stopped at its limit, or by an image that its library could not survive.
            told = {"refused": drawing.HEAVY}
    why = told.get("refused")
    if why == drawing.FULL:
        raise OSError("no room to draw an image")
    if why:
        raise refused(WHY_NOT_DRAWN[why])
    return told


def _kept(folder: Path, original: Path, told: FileFacts) -> FileFacts:
    """Put the file and its copies where files are kept."""
    found = {"sha256": _keep(original)}
    if told.width:
        found |= {"view_sha256": _keep(folder / "view"), "view_size": os.path.getsize(folder / "view"),
                  "thumbnail_sha256": _keep(folder / "thumbnail")}
    return FileFacts(**{**vars(told), **found})


def _keep(path: Path) -> str:
    with path.open("rb") as file:
        return files.keep(file).sha256


def clean_name(name: str | None) -> str | None:
    """A file's name as words to be read: no folder before it, nothing that hides or turns letters, not too long."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    plain = "".join(one for one in unicodedata.normalize("NFC", last)
                    if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    plain = " ".join(plain.split())
    if len(plain) <= LONGEST_NAME:
        return plain or None
    stem, dot, suffix = plain.rpartition(".")
    tail = f"…{dot}{suffix}" if dot and len(suffix) <= 8 else "…"
    return f"{(stem or plain)[:LONGEST_NAME - len(tail)]}{tail}"
