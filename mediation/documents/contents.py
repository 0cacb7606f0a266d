"""What a file really is: its content decides, never its name nor what the browser says of it.

`filetype` recognises the beginning; then each kind is looked at here for what it must hold. Images are
decided by drawing them (`drawing.py`). Whatever is not known for certain is refused, with what to do.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from struct import unpack
from typing import BinaryIO

import filetype

from mediation.acts.refusals import BrokenRule
from mediation.documents.kinds import FileType
from mediation.kernel.language import LazyText, _l

HEAD, TAIL, BLOCK = 1 << 16, 1 << 12, 1 << 20
MOST_BOXES = 2000

EMPTY = _l("Ce fichier est vide. Choisissez-le de nouveau.")
VIDEO = _l("C’est une vidéo. Envoyez une photo, ou le son seul.")
OTHER_IMAGE = _l("Cette sorte d’image n’est pas prise. Enregistrez-la en JPEG ou en PNG.")
OFFICE = _l("C’est un document ou une archive. Enregistrez-le en PDF, ou photographiez le papier.")
UNKNOWN = _l("Ce n’est ni une photo, ni un PDF, ni un son. Photographiez le papier, ou enregistrez-le en PDF.")
NO_HEIC = _l("Les photos HEIC ne sont pas prises ici. Envoyez-la en JPEG.")
CUT = _l("Ce fichier est coupé ou abîmé. Choisissez-le de nouveau.")
LOCKED_PDF = _l("Ce PDF est protégé. Enregistrez-le sans mot de passe, ou photographiez les pages.")

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = re.compile(rb"/Encrypt[\s\x00]*(?:\d+[\s\x00]+\d+[\s\x00]+R|<<)")
VIDEO_TRACK = re.compile(rb"V_(?:VP[89]|AV1|MPEG|THEORA|MS|REAL|QUICKTIME|UNCOMPRESSED|PRORES|FFV1)")
SOUND_TRACK = re.compile(rb"A_(?:OPUS|VORBIS)")
WAVES = {1, 2, 3, 6, 7, 0x11, 0x31, 0x55, 0xFFFE}
# Bits a second (in thousands) of MPEG-1 and of MPEG-2 layer III, and samples a second of each version.
RATES = {3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
         2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)}
SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def refused(sentence: LazyText) -> BrokenRule:
    """The refusal of a file, beside the question that asks for it."""
    return BrokenRule("file", sentence)


def type_of(file: BinaryIO, size: int) -> FileType:
    """What this file is (`BrokenRule` when it is nothing that is taken)."""
    if not size:
        raise refused(EMPTY)
    file.seek(0)
    head = file.read(HEAD)
    guess = filetype.guess_mime(head) or ""
    look = LOOKS.get(guess)
    if look is None:
        raise refused(_why_not(guess, head))
    return look(file, head, size)


def draws_heic() -> bool:
    """Whether the library that reads HEIC is installed."""
    return find_spec("pillow_heif") is not None


def _why_not(guess: str, head: bytes) -> LazyText:
    if guess.startswith("video/"):
        return VIDEO
    if guess.startswith("image/") or head[:4] in (b"II*\0", b"MM\0*") or b"<svg" in head[:1024].lower():
        return OTHER_IMAGE
    if head.startswith(OLD_OFFICE):
        return OFFICE
    return OFFICE if guess.startswith("application/") and head[:2] != b"MZ" else UNKNOWN


def _image(kind: FileType):
    """An image is taken as such here, and refused when it cannot be drawn."""
    return lambda file, head, size: kind


def _heic(file: BinaryIO, head: bytes, size: int) -> FileType:
    if not draws_heic():
        raise refused(NO_HEIC)
    return FileType.HEIC


def _pdf(file: BinaryIO, head: bytes, size: int) -> FileType:
    """It begins and ends as one, and nobody needs a password to read it."""
    file.seek(max(0, size - TAIL))
    tail = file.read()
    if not re.match(rb"%PDF-\d\.\d", head):
        raise refused(UNKNOWN)
    if b"%%EOF" not in tail or b"startxref" not in tail:
        raise refused(CUT)
    if any(ENCRYPTED.search(block) for block in _overlapping(file)):
        raise refused(LOCKED_PDF)
    return FileType.PDF


def _overlapping(file: BinaryIO, overlap: int = 64) -> Iterator[bytes]:
    """The whole file in blocks, each with the end of the one before."""
    file.seek(0)
    last = b""
    while block := file.read(BLOCK):
        yield last + block
        last = block[-overlap:]


def _ogg(file: BinaryIO, head: bytes, size: int) -> FileType:
    first = head[28:28 + 80]
    if b"theora" in head or b"BBCD" in first:
        raise refused(VIDEO)
    if head[4:5] != b"\0" or not re.search(rb"OpusHead|\x01vorbis|Speex   |\x7fFLAC", first):
        raise refused(CUT)
    return FileType.OGG


def _mp3(file: BinaryIO, head: bytes, size: int) -> FileType:
    """Two frames follow each other, after a tag if there is one."""
    start = 0
    if head[:3] == b"ID3" and len(head) > 10:
        start = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
    file.seek(start)
    frames = file.read(HEAD).lstrip(b"\0")
    length = _frame(frames)
    if not length or not _frame(frames[length:]):
        raise refused(CUT)
    return FileType.MP3


def _frame(data: bytes) -> int:
    """The length of the MPEG layer III frame that begins here; 0 when none does."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE0 != 0xE0 or (data[1] >> 1) & 3 != 1:
        return 0
    version, rate, samples = (data[1] >> 3) & 3, data[2] >> 4, (data[2] >> 2) & 3
    if version == 1 or rate in (0, 15) or samples == 3:
        return 0
    bits = RATES[3 if version == 3 else 2][rate - 1] * 1000
    return (144 if version == 3 else 72) * bits // SAMPLES[version][samples] + (data[2] >> 1 & 1)


def _amr(file: BinaryIO, head: bytes, size: int) -> FileType:
    start = 9 if head.startswith(b"#!AMR-WB\n") else 6
    if not head.startswith((b"#!AMR\n", b"#!AMR-WB\n")) or size <= start or head[start] & 0x83:
        raise refused(CUT)
    return FileType.AMR


def _wav(file: BinaryIO, head: bytes, size: int) -> FileType:
    """Its format is one of sounds, and there is sound in it."""
    at, form = 12, None
    for _chunk in range(64):
        name, length = head[at:at + 4], int.from_bytes(head[at + 4:at + 8], "little")
        if name == b"fmt ":
            form = int.from_bytes(head[at + 8:at + 10], "little")
        if name == b"data" and form in WAVES and at + 8 < size:
            return FileType.WAV
        at += 8 + length + length % 2
    raise refused(CUT)


def _webm(file: BinaryIO, head: bytes, size: int) -> FileType:
    if VIDEO_TRACK.search(head):
        raise refused(VIDEO)
    if b"webm" not in head[:64] or not SOUND_TRACK.search(head):
        raise refused(CUT)
    return FileType.WEBM


def _boxed(file: BinaryIO, head: bytes, size: int) -> FileType:
    """MP4 and 3GP hold boxes in boxes: one that tells of its tracks, which must all be sounds."""
    tracks = set(_handlers(file, 0, size, [MOST_BOXES]))
    if b"vide" in tracks:
        raise refused(VIDEO)
    if b"soun" not in tracks:
        raise refused(CUT)
    return FileType.THREE_GP if head[8:11] == b"3gp" else FileType.M4A


def _handlers(file: BinaryIO, start: int, end: int, left: list[int]) -> Iterator[bytes]:
    """The kind of every track between two places; `left` counts down how many boxes are still looked at."""
    while start + 8 <= end and left[0]:
        left[0] -= 1
        file.seek(start)
        length, name = unpack(">I4s", file.read(8))
        inside = start + 8
        if length == 1:
            length, inside = int.from_bytes(file.read(8), "big"), start + 16
        stop = end if length == 0 else start + length
        if stop <= start or stop > end:
            raise refused(CUT)
        if name in (b"moov", b"trak", b"mdia"):
            yield from _handlers(file, inside, stop, left)
        elif name == b"hdlr":
            file.seek(inside + 8)
            yield file.read(4)
        start = stop


LOOKS = {
    "image/jpeg": _image(FileType.JPEG), "image/png": _image(FileType.PNG), "image/apng": _image(FileType.PNG),
    "image/webp": _image(FileType.WEBP), "image/heic": _heic, "image/heif": _heic,
    "application/pdf": _pdf, "audio/ogg": _ogg, "video/ogg": _ogg, "audio/mpeg": _mp3, "audio/amr": _amr,
    "audio/x-wav": _wav, "video/webm": _webm, "video/x-matroska": _webm,
    **dict.fromkeys(("audio/mp4", "video/mp4", "video/quicktime", "video/x-m4v", "video/3gpp"), _boxed),
}
