"""Files made by code, and pieces added by the act that adds them."""

import struct
import zlib
from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from mediation.disputes.models import Dispute
from mediation.documents import rules, service
from mediation.documents.kinds import DocumentKind
from mediation.documents.models import Document
from mediation.documents.uploads import receive


def picture(kind: str = "JPEG", size: tuple[int, int] = (320, 240), mode: str = "RGB", colour="olive", **more) -> bytes:
    """A plain image in a format that Pillow writes."""
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **more)
    return out.getvalue()


@cache
def photo(width: int = 1600, height: int = 1200) -> bytes:
    """A photo as a telephone takes it: place, device and a comment in it, lying on its side."""
    image = Image.effect_noise((width // 8, height // 8), 60).convert("RGB").resize((width, height))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = 6, "CanaryPhone", "CanaryComment"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (12.0, 39.0, 3.1), "W", (8.0, 0.0, 2.2)
    out = BytesIO()
    image.save(out, "JPEG", quality=85, exif=exif, comment=b"CanaryComment")
    return out.getvalue()


def pdf(inside: bytes = b"", end: bytes = b"startxref\n9\n%%EOF\n") -> bytes:
    """A PDF of one empty page, with more in it if asked."""
    return (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n" + inside
            + b"trailer<</Root 1 0 R>>\n" + end)


def box(name: bytes, *inside: bytes) -> bytes:
    """A box of an MP4 or 3GP file."""
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), name) + body


def boxed(brand: bytes, *handlers: bytes) -> bytes:
    """An MP4 or 3GP file with tracks of these kinds (`soun`, `vide`)."""
    tracks = [box(b"trak", box(b"mdia", box(b"hdlr", b"\0" * 8, handler, b"\0" * 13))) for handler in handlers]
    return box(b"ftyp", brand, b"\0\0\2\0", brand, b"isom") + box(b"moov", *tracks) + box(b"mdat", b"\1" * 64)


def ogg(codec: bytes = b"OpusHead\1\1") -> bytes:
    """The first page of an OGG file."""
    return b"OggS\0\2" + b"\0" * 20 + b"\1" + bytes([len(codec) + 10]) + codec + b"\0" * 200


def mp3(frames: int = 4, before: bytes = b"") -> bytes:
    """Silent frames of 417 bytes."""
    return before + (b"\xff\xfb\x90\x00" + b"\0" * 413) * frames


def wav(form: int = 1, samples: int = 800) -> bytes:
    """Silence."""
    told = struct.pack("<4sIHHIIHH", b"fmt ", 16, form, 1, 8000, 16000, 2, 16)
    data = struct.pack("<4sI", b"data", samples * 2) + b"\0" * samples * 2
    return struct.pack("<4sI4s", b"RIFF", 4 + len(told) + len(data), b"WAVE") + told + data


def amr() -> bytes:
    """A few frames of a telephone's voice."""
    return b"#!AMR\n" + (b"\x3c" + b"\1" * 31) * 5


def webm(codec: bytes = b"A_OPUS") -> bytes:
    """The beginning of a WebM file with one track."""
    return (b"\x1a\x45\xdf\xa3\x93\x42\x82\x84webm\x42\x87\x81\x02\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff"
            b"\x16\x54\xae\x6b\x90\xae\x8e\x86" + bytes([0x80 | len(codec)]) + codec + b"\0" * 64)


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG, well sealed."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, bits: int = 8, colour: int = 2) -> bytes:
    """A PNG that says it is so wide and so high, with whatever chunks."""
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


FACTS = rules.DocumentFacts(DocumentKind.PHOTO, None, "La borne de l’est")


def added(house, dispute: Dispute, by: str = "moussa", data: bytes | None = None, name: str = "IMG_2041.jpg",
          **facts) -> Document:
    """A piece, a photo unless told otherwise."""
    told = replace(FACTS, **facts)
    kept = receive(BytesIO(data or picture()), name, told.kind)
    return service.add_document(house.actor(by), dispute, replace(told, file=kept))


def sent(data: bytes | None = None, name: str = "IMG_2041.jpg", **boxes) -> dict:
    """The form of a piece as a browser sends it (more keywords are boxes; None leaves one out)."""
    told = {"kind": "photo", "title": "La borne de l’est", "happened_on-precision": "unknown", **boxes}
    kept = {key: value for key, value in told.items() if value is not None}
    return encoded(kept, picture() if data is None else data, name)


def encoded(boxes: dict, data: bytes, name: str) -> dict:
    """Boxes and a file in one body of several parts."""
    boundary, parts = encode_multipart(boxes | {"file": FileStorage(BytesIO(data), name)})
    return {"data": parts, "content_type": f"multipart/form-data; boundary={boundary}"}
