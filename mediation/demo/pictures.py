"""Pieces for the demo, drawn by code: nobody's photo, nobody's hand."""

import struct
from io import BytesIO
from math import sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

SKY, EARTH, GRASS, PAPER, INK, SEAL = "#c9d8e6", "#b08a5a", "#8f9a52", "#f6f1e4", "#2b3550", "#7a4a86"


def landmark(seed: int, stones: int = 0) -> bytes:
    """A field with a leaning tree, perhaps with a line of stones."""
    chance, image = Random(seed), Image.new("RGB", (960, 720), SKY)
    pen = ImageDraw.Draw(image)
    pen.polygon([(0, 330), (960, 300 + chance.randrange(60)), (960, 720), (0, 720)], EARTH)
    for _ in range(60):
        x, y = chance.randrange(960), chance.randrange(360, 720)
        pen.line([(x, y), (x + 4, y - 18)], GRASS, 4)
    lean = 40 + chance.randrange(60)
    pen.line([(300, 560), (300 + lean, 240)], "#5a4632", 26)
    pen.ellipse([200 + lean, 120, 440 + lean, 300], "#5d7340")
    for one in range(stones):
        x = 430 + one * 46
        pen.ellipse([x, 560 - one * 12, x + 34, 586 - one * 12], "#8b8378")
    return _jpeg(image.filter(ImageFilter.GaussianBlur(1.2)))


def page(seed: int, signatures: int = 2) -> bytes:
    """A written page: lines that say nothing, marks at the foot, a stamp."""
    chance, image = Random(seed), Image.new("RGB", (900, 1270), PAPER)
    pen = ImageDraw.Draw(image)
    for row in range(22):
        y = 120 + row * 36
        pen.line([(90, y), (820 - chance.randrange(240), y)], "#8d8f99", 5)
    for one in range(signatures):
        x, y = 140 + one * 340, 1040
        if one % 2:
            pen.ellipse([x, y - 40, x + 90, y + 76], INK)
        else:
            pen.line([(x + step * 6, y + 30 * sin(step / 3)) for step in range(40)], INK, 5)
    pen.ellipse([640, 1090, 800, 1240], outline=SEAL, width=8)
    return _jpeg(image)


def sketch(seed: int) -> bytes:
    """A sketch: two fields, a path, a well."""
    chance, image = Random(seed), Image.new("RGB", (900, 700), PAPER)
    pen = ImageDraw.Draw(image)
    pen.polygon([(80, 90), (430, 60), (470, 560), (120, 610)], outline=INK, width=5)
    pen.polygon([(520, 70), (830, 110), (800, 600), (540, 560)], outline=INK, width=5)
    pen.line([(495, 40), (490, 200), (510, 400), (500, 660)], "#9b5a3c", 9)
    pen.ellipse([470, 300 + chance.randrange(60), 530, 390], outline="#31708f", width=7)
    return _jpeg(image)


def letter() -> bytes:
    """A PDF of one page without a word."""
    parts = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)


def voice() -> bytes:
    """Two seconds of a low sound."""
    sound = b"".join(struct.pack("<h", int(2500 * sin(step / 9))) for step in range(16000))
    told = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 16000, 2, 16) + struct.pack("<4sI", b"data", len(sound))
    return struct.pack("<4sI4s", b"RIFF", 4 + len(told) + len(sound), b"WAVE") + told + sound


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=70)
    return out.getvalue()
