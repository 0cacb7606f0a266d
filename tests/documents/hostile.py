"""Files that mean harm, made by code: what each is, its bytes, the kind it is sent as, and what becomes of it.

`REFUSED` files are answered with a sentence; `INERT` ones are kept, and served as nothing but an attachment.
"""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from mediation.documents import contents, drawing, uploads
from mediation.documents.kinds import MIB
from tests.builders.documents import amr, box, boxed, chunk, mp3, ogg, pdf, photo, picture, png, wav, webm

EMPTY, VIDEO, IMAGE, OFFICE = contents.EMPTY, contents.VIDEO, contents.OTHER_IMAGE, contents.OFFICE
UNKNOWN, CUT, LOCKED = contents.UNKNOWN, contents.CUT, contents.LOCKED_PDF
PIXELS, HEAVY = uploads.WHY_NOT_DRAWN[drawing.PIXELS], uploads.WHY_NOT_DRAWN[drawing.HEAVY]
SCRIPT = b"<script>alert(1)</script>"
HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


@dataclass(frozen=True)
class Hostile:
    """One file, its name, the kind of piece it is sent as, and the sentence that refuses it (None: kept, inert)."""

    what: str
    data: bytes
    sentence: object = None
    name: str = "photo.jpg"
    kind: str = "other"


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def frames(kind: str, **more) -> bytes:
    """A moving picture."""
    out = BytesIO()
    images = [Image.new("RGB", (64, 64), colour) for colour in ("red", "green", "blue")]
    images[0].save(out, kind, save_all=True, append_images=images[1:], **more)
    return out.getvalue()


def flat(data: bytes) -> bytes:
    return chunk(b"IDAT", zlib.compress(data, 9))


def text_bomb(name: bytes, size: int) -> bytes:
    """A compressed text, or colour profile, that opens to so many bytes."""
    return chunk(name, b"bomb\0\0" + zlib.compress(b"\0" * size, 9))


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG that says it is huge."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0")
    data[at + 5:at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def bmp_bomb() -> bytes:
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 60000, 60000, 1, 24, 0, 0, 0, 0, 0, 0)


def webp_of(width: int, height: int) -> bytes:
    """A WebP that says it is huge."""
    told = struct.pack("<4sIB3s", b"VP8X", 10, 0, b"\0\0\0") + struct.pack("<I", width - 1)[:3] + struct.pack(
        "<I", height - 1)[:3]
    return b"RIFF" + struct.pack("<I", 4 + len(told)) + b"WEBP" + told


def deep_boxes(depth: int) -> bytes:
    data = b""
    for _ in range(depth):
        data = box(b"moov", data)
    return box(b"ftyp", b"M4A \0\0\2\0isom") + data


@cache
def refused() -> tuple[Hostile, ...]:
    """What is answered with a sentence."""
    jpeg = photo(640, 480)
    return (
        Hostile("nothing at all", b"", EMPTY),
        Hostile("one byte", b"\xff", UNKNOWN),
        Hostile("a page named .jpg", HTML, UNKNOWN),
        Hostile("a page named .pdf", HTML, UNKNOWN, "minutes.pdf"),
        Hostile("a page with a byte order mark", b"\xef\xbb\xbf" + HTML, UNKNOWN),
        Hostile("a script", b"#!/bin/sh\nrm -rf /\n", UNKNOWN, "photo.jpg.sh"),
        Hostile("a drawing in SVG", SVG, IMAGE, "carte.svg"),
        Hostile("a drawing in SVG named .png", SVG, IMAGE, "carte.png"),
        Hostile("a packed SVG", zlib.compress(SVG), UNKNOWN, "carte.svgz"),
        Hostile("a Windows program named .jpg", b"MZ\x90\0" + b"\0" * 400, UNKNOWN),
        Hostile("a program with two endings", b"MZ\x90\0" + b"\0" * 400, UNKNOWN, "facture.pdf.exe"),
        Hostile("a Linux program", b"\x7fELF\2\1\1" + b"\0" * 400, OFFICE),
        Hostile("an archive", zipped(("a.txt", b"a")), OFFICE, "papiers.zip"),
        Hostile("an archive named .jpg", zipped(("a.txt", b"a")), OFFICE),
        Hostile("an archive that opens to 64 MiB", zipped(("a", b"\0" * (64 * MIB))), OFFICE, "bombe.zip"),
        Hostile("a document of a word processor", zipped(("[Content_Types].xml", b"<x/>"), ("word/d.xml", b"")), OFFICE,
                "lettre.docx"),
        Hostile("an Android program", zipped(("AndroidManifest.xml", b"\0"), ("classes.dex", b"dex")), OFFICE, "a.apk"),
        Hostile("an old document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, OFFICE, "lettre.doc"),
        Hostile("a packed file", b"\x1f\x8b\x08" + b"\0" * 60, OFFICE, "a.gz"),
        Hostile("a GIF", picture("GIF"), IMAGE, "a.gif"),
        Hostile("a GIF named .jpg", picture("GIF"), IMAGE),
        Hostile("a GIF that is a script too", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", IMAGE),
        Hostile("a TIFF", picture("TIFF"), IMAGE, "a.tif"),
        Hostile("a BMP", picture("BMP"), IMAGE, "a.bmp"),
        Hostile("a BMP of 3,600 million points", bmp_bomb(), IMAGE, "a.bmp"),
        Hostile("an icon", picture("ICO", (32, 32)), IMAGE, "a.ico"),
        Hostile("a page of Photoshop", b"8BPS\0\1" + b"\0" * 60, IMAGE, "a.psd"),
        Hostile("a JPEG cut in two", jpeg[:len(jpeg) // 2], CUT),
        Hostile("a JPEG of its first bytes", jpeg[:20], CUT),
        Hostile("a JPEG of noise", jpeg[:200] + bytes(range(256)) * 40, CUT),
        Hostile("a JPEG that says it is 65,000 wide", jpeg_of(65000, 65000), PIXELS),
        Hostile("a PNG cut in two", picture("PNG")[:300], CUT),
        Hostile("a PNG of its signature", b"\x89PNG\r\n\x1a\n", CUT),
        Hostile("a PNG that says it is 60,000 wide", png(60000, 60000, flat(b"\0" * 1000)), PIXELS),
        Hostile("a PNG of 2,000 million points in one line", png(2_000_000_000, 1, flat(b"\0")), PIXELS),
        Hostile("a PNG of 41 million points", png(6410, 6410, flat(b"\0" * 6411 * 100)), PIXELS),
        Hostile("a PNG of 4 KiB that takes 300 MiB to draw",
                picture("PNG", (6200, 6300), "P", 0, transparency=0), HEAVY),
        Hostile("a PNG without size", png(0, 0, flat(b"\0")), CUT),
        Hostile("a PNG whose seal is wrong", picture("PNG").replace(b"IDAT", b"IDAU", 1), CUT),
        Hostile("a PNG with a text of 64 MiB", png(9, 9, text_bomb(b"zTXt", 64 * MIB), flat(b"\0" * 252)), CUT),
        Hostile("a WebP that says it is 16,000 wide", webp_of(16383, 16383), PIXELS),
        Hostile("a WebP cut in two", frames("WEBP")[:120], CUT),
        Hostile("a photo in AVIF", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + b"\0" * 60, IMAGE, "a.avif"),
        Hostile("a photo in HEIC that holds nothing", b"\0\0\0\x1cftypheic\0\0\0\0mif1heic" + b"\0" * 60,
                None if contents.draws_heic() else contents.NO_HEIC, "a.heic"),
        Hostile("a video", boxed(b"isom", b"vide", b"soun"), VIDEO, "a.mp4"),
        Hostile("a video named .m4a", boxed(b"M4A ", b"vide"), VIDEO, "a.m4a"),
        Hostile("a video of a telephone", boxed(b"3gp4", b"vide", b"soun"), VIDEO, "a.3gp"),
        Hostile("a video in WebM", webm(b"V_VP9"), VIDEO, "a.webm"),
        Hostile("a video in OGG", ogg(b"\x80theora\3\2"), VIDEO, "a.ogg"),
        Hostile("a video in AVI", b"RIFF\0\0\0\0AVI LIST" + b"\0" * 60, VIDEO, "a.avi"),
        Hostile("an MP4 without tracks", boxed(b"M4A "), CUT, "a.m4a"),
        Hostile("an MP4 whose boxes are longer than it",
                box(b"ftyp", b"M4A \0\0\2\0isom") + b"\x7f\xff\xff\xffmoov", CUT),
        Hostile("boxes in boxes in boxes", deep_boxes(900), CUT, "a.m4a"),
        Hostile("an MP3 of a tag alone", b"ID3\4\0\0\0\0\0\x0a" + b"\0" * 10, CUT, "a.mp3"),
        Hostile("an MP3 that is a page", b"ID3\4\0\0\0\0\0\0" + HTML, CUT, "a.mp3"),
        Hostile("an MP3 whose tag says 256 MiB", b"ID3\4\0\0\x7f\x7f\x7f\x7f" + mp3(), CUT, "a.mp3"),
        Hostile("an OGG without sound", b"OggS" + b"\0" * 100, CUT, "a.ogg"),
        Hostile("a WAV without sound", wav()[:40], CUT, "a.wav"),
        Hostile("a WAV of an unknown sort", wav(0x674F), CUT, "a.wav"),
        Hostile("an AMR of its first bytes", b"#!AMR\n", UNKNOWN, "a.amr"),
        Hostile("a WebM of its first bytes", webm()[:20], CUT, "a.webm"),
        Hostile("a PDF cut in two", pdf()[:100], CUT, "a.pdf"),
        Hostile("a PDF of its first bytes", b"%PDF-", UNKNOWN, "a.pdf"),
        Hostile("a PDF with a password", pdf(end=b"trailer<</Encrypt 9 0 R>>\nstartxref\n9\n%%EOF\n"), LOCKED, "a.pdf"),
        Hostile("a PDF with a password, said otherwise", pdf(b"trailer<< /Encrypt<</V 4>> >>\n"), LOCKED, "a.pdf"),
        Hostile("a PDF behind a page", HTML + pdf(), UNKNOWN, "a.pdf"),
        Hostile("a text", "Ceci n’est pas une photo".encode(), UNKNOWN, "a.txt"),
        Hostile("a table", b"a;b\n=1+1;2\n", UNKNOWN, "a.csv"),
        Hostile("a message", b"From: a@b\nSubject: c\n\n" + HTML, UNKNOWN, "a.eml"),
        Hostile("a program in Python", b"import os\nos.system('id')\n", UNKNOWN, "a.py"),
        Hostile("a font", b"\0\1\0\0\0\x0c\0\x80\0\3\0\x40" + b"\0" * 60, OFFICE, "a.ttf"),
        Hostile("a database", b"SQLite format 3\0" + b"\0" * 100, OFFICE, "a.sqlite"),
        Hostile("an image for a voice note", picture(), None, "a.jpg", "voice_note"),
        Hostile("a sound for a photo", amr(), None, "a.amr", "photo"),
        Hostile("a PDF for a photo", pdf(), None, "a.pdf", "photo"),
        Hostile("17 MiB of a PDF", pdf(b"%" + b"\0" * (17 * MIB)), None, "a.pdf"),
    )


@cache
def inert() -> tuple[Hostile, ...]:
    """What is kept, and does nothing to anybody."""
    jpeg, script = photo(640, 480), b"<</S/JavaScript/JS(app.alert(1))>>"
    return (
        Hostile("a JPEG with an archive behind it", jpeg + zipped(("a.txt", b"a"))),
        Hostile("a JPEG with a page behind it", jpeg + HTML),
        Hostile("a JPEG with a page in its comment", picture(comment=HTML)),
        Hostile("a JPEG with place and device", jpeg),
        Hostile("a JPEG named as a page", picture(), None, "photo.html"),
        Hostile("a JPEG named as a program", picture(), None, "photo.jpg.exe"),
        Hostile("a JPEG in four inks", picture(mode="CMYK", colour=(9, 90, 9, 9))),
        Hostile("a JPEG with a profile of noise", picture(icc_profile=bytes(range(256)) * 200)),
        Hostile("a JPEG of several pictures", frames("MPO")),
        Hostile("a JPEG of one point", picture(size=(1, 1))),
        Hostile("a JPEG one point high", picture(size=(4000, 1))),
        Hostile("a PNG that moves", frames("PNG")),
        Hostile("a WebP that moves", frames("WEBP")),
        Hostile("a PNG with a page in its text", png(9, 9, chunk(b"tEXt", b"Comment\0" + HTML), flat(b"\0" * 252))),
        Hostile("a PNG with a page behind it", picture("PNG") + HTML),
        Hostile("a PNG in sixteen bits", picture("PNG", mode="I;16", colour=40000)),
        Hostile("a PNG one can look through", picture("PNG", mode="RGBA", colour=(9, 9, 9, 90))),
        Hostile("a PDF with a program in it", pdf(b"4 0 obj" + script + b"endobj\n"), None, "a.pdf"),
        Hostile("a PDF that opens another address", pdf(b"4 0 obj<</S/URI/URI(http://a.example)>>endobj\n"), None,
                "a.pdf"),
        Hostile("a PDF with an archive behind it", pdf() + zipped(("a", b"a"))[:200] + b"startxref\n%%EOF", None,
                "a.pdf"),
        Hostile("an MP3 with a page in its tag", mp3(before=b"ID3\4\0\0\0\0\0\x7f" + HTML.ljust(127, b" ")), None,
                "a.mp3"),
        Hostile("a sound named as a page", amr(), None, "a.html"),
        Hostile("an OGG with a page behind it", ogg() + HTML, None, "a.ogg"),
    )


# Names that mean harm, and how each is shown.
NAMES = {
    "../../etc/passwd.jpg": "passwd.jpg",
    "..\\..\\windows\\system.jpg": "system.jpg",
    "/etc/shadow": "shadow",
    "photo\u202egpj.exe": "photogpj.exe",
    "photo\u200b\u2066.jpg": "photo.jpg",
    "nul\0octet.jpg": "nuloctet.jpg",
    "ligne\r\nSet-Cookie: a=b.jpg": "ligneSet-Cookie: a=b.jpg",
    "é" * 255 + ".jpg": "é" * 115 + "….jpg",
    "<script>alert(1)</script>.jpg": "script>.jpg",
    '"><img src=x onerror=alert(1)>.jpg': '"><img src=x onerror=alert(1)>.jpg',
    "CON": "CON",
    "....": "....",
    "   ": None,
}
