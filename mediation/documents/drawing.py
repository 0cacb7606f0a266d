"""Draws an image that nobody trusts, in a process of its own that may take little memory and little time.

It is run as a program, alone: it imports nothing of the register. It is given the image, its format, how
wide the view may be, and where to write; it writes `view` and `thumbnail`, two JPEG without a word of what
else was in the file (place, device, comments, profiles), and says on its output what it did, or why not.
"""

import json
import sys
import warnings
from contextlib import suppress
from pathlib import Path

MEMORY, SECONDS, LONGEST_FILE = 400 << 20, 5, 8 << 20
# A JPEG is made smaller while it is read; of the others every point must be in memory at once.
MOST_PIXELS = {"JPEG": 220_000_000, "PNG": 40_000_000, "HEIF": 40_000_000, "WEBP": 20_000_000}
THUMBNAIL, LIGHT = 192, 6000
PIXELS, DAMAGED, HEAVY, FULL = "pixels", "damaged", "heavy", "full"


def bound() -> None:
    """Take no more than that, whatever the image asks for; where the machine has no such limits, go without."""
    with suppress(ImportError):
        import resource

        for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS),
                           (resource.RLIMIT_FSIZE, LONGEST_FILE), (resource.RLIMIT_CORE, 0)):
            resource.setrlimit(what, (most, most))


def draw(source: Path, kind: str, side: int, folder: Path) -> dict:
    """The two copies of an image, written; what they measure, or why it could not be drawn."""
    from PIL import Image, PngImagePlugin

    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS[kind]
    PngImagePlugin.MAX_TEXT_MEMORY = 4 << 20
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    try:
        image = Image.open(source, formats=[kind])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return {"refused": PIXELS}
    with image:
        if kind == "JPEG":
            image.draft(None, (side, side))
        view = _clean(image, side)
    view.save(folder / "view", "JPEG", quality=72, progressive=True, optimize=True)
    _thumbnail(view, folder / "thumbnail")
    return {"width": view.width, "height": view.height}


def _clean(image, side: int):
    """The image small enough, upright, on white, with nothing but its points."""
    from PIL import Image, ImageOps

    image.load()
    if image.mode in ("1", "I;16", "I", "F"):
        image = image.convert("L")
    elif image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    turned = image.getexif().get(0x0112, 1)
    image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if turned in range(2, 9):
        image.getexif()[0x0112] = turned
        image = ImageOps.exif_transpose(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    mode = "L" if image.mode in ("L", "LA") else "RGB"
    clean = Image.new(mode, image.size)
    clean.paste(image.convert(mode))
    return clean


def _thumbnail(view, path: Path) -> None:
    """The small copy, made poorer until it is light enough for a slow line."""
    small = view.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL), reducing_gap=2.0)
    for quality in (60, 45, 30, 15, 5):
        small.save(path, "JPEG", quality=quality, optimize=True)
        if path.stat().st_size <= LIGHT:
            return


def main(source: str, kind: str, side: str, folder: str) -> None:
    """Draw one image and tell how it went."""
    bound()
    try:
        told = draw(Path(source), kind, int(side), Path(folder))
    except MemoryError:
        told = {"refused": HEAVY}
    except OSError as error:
        told = {"refused": FULL if error.errno else DAMAGED}
    except Exception:  # a library that reads hostile bytes may raise anything
        told = {"refused": DAMAGED}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
