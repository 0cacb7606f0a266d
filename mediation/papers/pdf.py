"""The parts of a PDF that was just drawn: numbered objects, one table of their places, streams that are all packed."""

import re
import zlib

PLACE = re.compile(rb"(\d{10}) 00000 n")
FONTS = re.compile(rb"/Font<<(.*?)>>")
SPELT = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Pdf:
    """A file, object by object."""

    def __init__(self, file: bytes):
        table = int(file.rsplit(b"startxref\n", 1)[1].split()[0])
        places = [int(place) for place in PLACE.findall(file, table)]
        self.head, self.tail = file[:places[0]], file[file.rindex(b"trailer"):]
        self.objects = [file[place:end] for place, end in zip(places, [*places[1:], table], strict=True)]

    def pages(self) -> list[tuple[int, dict[bytes, dict[int, str]]]]:
        """The stream of each page; what each sign spells, by the names that its fonts have there."""
        return [(self._pointed(page, b"/Contents"), self._fonts(page))
                for page in self.objects if b"<</Type/Page/" in page]

    def stream(self, number: int) -> bytes:
        """What a stream holds."""
        packed = self._object(number).partition(b"\nstream\n")[2]
        return zlib.decompress(packed[:packed.rindex(b"\nendstream")])

    def put(self, number: int, held: bytes) -> None:
        """A stream holds something else from now on."""
        told, _, old = self._object(number).partition(b"\nstream\n")
        packed = zlib.compress(held)
        told = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), told)
        self.objects[number - 1] = told + b"\nstream\n" + packed + old[old.rindex(b"\nendstream"):]

    def written(self) -> bytes:
        """The file as it is now."""
        places, place = [], len(self.head)
        for one in self.objects:
            places.append(b"%010d 00000 n\r\n" % place)
            place += len(one)
        return b"".join([self.head, *self.objects, b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(places) + 1), *places,
                         re.sub(rb"(?<=startxref\n)\d+", b"%d" % place, self.tail)])

    def _fonts(self, page: bytes) -> dict[bytes, dict[int, str]]:
        named = FONTS.search(self._object(self._pointed(page, b"/Resources")))
        return {name: self._spelling(int(number)) for name, number in re.findall(rb"(/\w+) (\d+) 0 R", named[1])}

    def _spelling(self, font: int) -> dict[int, str]:
        table = self.stream(self._pointed(self._object(font), b"/ToUnicode")).partition(b"beginbfchar")[2]
        return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in SPELT.findall(table)}

    def _object(self, number: int) -> bytes:
        return self.objects[number - 1]

    def _pointed(self, one: bytes, name: bytes) -> int:
        return int(re.search(name + rb" (\d+) 0 R", one)[1])
