"""What no page of the house sends: odd bodies made of the fields of a form, as its page asks them.

`told` of a body is what an ordinary person wrote or chose in it beside what is odd: that must not be lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from json import dumps
from urllib.parse import quote_plus, urljoin

from tests.journeys.forms import Box, Page

ORDINARY = 'Adama dit "oui" <b>et</b> signe'
SCRIPT = "<script>alert(1)</script>"
UNREADABLE = ("Fara\0ko", ORDINARY, "\x08\x1b", "Farako \ufffd", b"\xed\xa0\x80")
INVISIBLE = ("\u202e" + SCRIPT, ORDINARY, "\u200b\u2060\ufeff", f'">{SCRIPT}', "{{ 7 * 7 }} %s %(who)s",
             "\U0001f9d1\u200d\U0001f33e" * 9)
NUMBERS = ("9" * 400, "-5", ORDINARY, "NaN", "1e9", "١٢٣", str(2**31), str(10**15), "²", "Infinity", "0", "1,5")
LAWFUL = ("١٢", "7", "10 000 000", "0")
BY_HAND = (b"\0\xed\xa0\x80", "9" * 400, "-1", "٣", SCRIPT)
BODIES = ("no form", "unreadable", "more", "numbers", "invisible", "unknown", "machine")
UNKNOWN, LONG = "no-such-code", "a" * 100_000
NO_ROWS = (99999999, 9999, "٣", "-1", 10**400)
# What views read where no form is shown, and behind an address.
READ_ANYWHERE = ("key", "seen", "page", "back", "title")
BEHIND = "?" + "&".join(f"{name}=%00%ED%A0%80{SCRIPT}" for name in ("next", "page", "about", "kind", "then", "at"))
URLENCODED, JSON, PARTS = "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=limit"
POSTED = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.DOTALL)

Pairs = list[tuple[str, str | bytes]]


class Asking(Page):
    """The forms of a page, and which of their boxes are hidden, secret, numbers or files; what their buttons send."""

    def __init__(self, text: str):
        self.hidden, self.secret, self.counted, self.files, self.pressed = set(), set(), set(), set(), set()
        super().__init__("".join(POSTED.findall(text)))

    def handle_starttag(self, tag, attributes):
        super().handle_starttag(tag, attributes)
        told = dict(attributes)
        if tag == "button" and told.get("name"):
            self.pressed.add((told["name"], told.get("value", "")))

    def _input(self, told: dict) -> None:
        super()._input(told)
        kinds = {"hidden": self.hidden, "password": self.secret, "file": self.files}
        kinds.get(told.get("type"), set()).add(told["name"])
        if told.get("inputmode"):
            self.counted.add(told["name"])


@dataclass(frozen=True)
class Body:
    """One body, the kind it says it is, what is behind its address, and what in it must not be lost."""

    data: bytes
    kind: str = URLENCODED
    behind: str = ""
    told: Pairs = field(default_factory=list)


class Asked:
    """What the page of an address asks; where it shows no form, what views read is sent as if it was hidden in one.

    `turn` is where it begins among odd values: elsewhere than others, and a new form changes nothing for them.
    """

    def __init__(self, address: str, page: str, turn: int = 0):
        asking = Asking(page)
        forms = [form for form in asking.forms if urljoin(address, form.action).partition("?")[0] == address]
        boxes = {name: box for form in forms for name, box in form.boxes.items()}
        self.boxes = boxes or {name: Box(None, [""]) for name in READ_ANYWHERE}
        self.hidden = asking.hidden if boxes else set(READ_ANYWHERE)
        self.secret, self.counted = asking.secret, asking.counted
        self.files, self.pressed, self.turn = sorted(asking.files), sorted(asking.pressed), turn

    def whole(self, texts: Callable[[str], str | bytes], chosen: str | None = None) -> Pairs:
        """The form with a text in each box that is written into, and an answer to each choice."""
        filled = []
        for name, box in self.boxes.items():
            if name in self.hidden:
                filled.append((name, box.values[0]))
            elif box.answers is None:
                filled.append((name, texts(name)))
            elif answer := chosen or _answer(box):
                filled.append((name, answer))
        return filled

    def dealt(self, values: tuple) -> Callable[[str], str | bytes]:
        """The next of these values for each box."""
        told = islice(cycle(values), self.turn % len(values), None)
        return lambda name: next(told)

    def is_date(self, name: str) -> bool:
        """Whether a box is one of those that tell a date."""
        return f"{name.rpartition('-')[0]}-precision" in self.boxes

    def body(self, pairs: Pairs, before: Pairs = (), behind: str = "") -> Body:
        """These fields as a browser sends them; what is secret or hidden is nothing that people wrote."""
        sent = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in [*before, *pairs])
        told = [(name, value) for name, value in pairs if name not in self.hidden | self.secret
                and (value == ORDINARY or value in (self.boxes[name].answers or ()))]
        return Body(sent.encode(), behind=behind, told=told)


def _answer(box: Box) -> str | None:
    """What stands there, or else an answer that says something; of the ways to tell a date, the one with most boxes."""
    if "day" in box.answers:
        return "day"
    return next(filter(None, [*box.values, *sorted(box.answers)]), None)


def bodies(asked: Asked) -> Iterator[tuple[str, Body]]:
    """The odd bodies of a form by their names (`BODIES`)."""
    # What is no form at all is read, and left, by one program for all: each address is sent one of the four.
    yield "no form", (_nothing, _json, _files, _broken)[asked.turn % 4](asked)
    if asked.boxes.keys() - asked.hidden:
        yield from _answered(asked)
    yield "unknown", asked.body(_long(asked), _never_asked(asked))
    yield "machine", asked.body(_by_hand(asked), behind=BEHIND)


def _answered(asked: Asked) -> Iterator[tuple[str, Body]]:
    """The bodies of a form that asks something."""
    unreadable = asked.whole(asked.dealt(UNREADABLE))
    yield "unreadable", asked.body(unreadable)
    if asked.pressed:
        yield "more", asked.body(unreadable, asked.pressed)
    # Every field comes twice: the last one counts.
    yield "numbers", asked.body(asked.whole(asked.dealt(NUMBERS)), before=asked.whole(asked.dealt(INVISIBLE)))
    yield "invisible", asked.body(_lawful(asked))


def _lawful(asked: Asked) -> Pairs:
    """Odd texts where any text may stand, odd numbers where one is asked, no date known: much of it may be kept."""
    texts, numbers = asked.dealt(INVISIBLE), asked.dealt(LAWFUL)
    pairs = asked.whole(lambda name: numbers(name) if name in asked.counted else texts(name))
    return [(name, "unknown" if asked.is_date(name) else value) for name, value in pairs
            if not asked.is_date(name) or name.endswith("-precision")]


def _long(asked: Asked) -> Pairs:
    """One text far too long, the others as they are, and no answer of any list."""
    written = (name for name, box in asked.boxes.items() if box.answers is None and name not in asked.hidden)
    first = next(written, None)
    return asked.whole(lambda name: LONG if name == first else ORDINARY, UNKNOWN)


def _never_asked(asked: Asked) -> Pairs:
    """Fields that no page asks, and rows that no list has."""
    rows = {re.sub(r"-\d+(?=-|$)", f"-{number}", name, count=1)
            for name in asked.boxes if re.search(r"-\d", name) for number in NO_ROWS}
    return [(name, ORDINARY) for name in (*sorted(rows), "rows-99999999-x", "__class__", "facts", "dispute_id", "")]


def _by_hand(asked: Asked) -> Pairs:
    """What only the page writes, written by hand."""
    odd, plain = asked.dealt(BY_HAND), asked.whole(lambda name: ORDINARY)
    return [(name, odd(name) if name in asked.hidden else value) for name, value in plain]


def _nothing(asked: Asked) -> Body:
    """Not one field."""
    return Body(b"")


def _json(asked: Asked) -> Body:
    """The same boxes in another notation."""
    return Body(dumps({name: [1, {"x": None}] for name in asked.boxes}).encode(), JSON)


def _files(asked: Asked) -> Body:
    """A file in the place of every text, a text in the place of every file."""
    file = f'; filename="x\u202e.txt"\r\nContent-Type: text/plain\r\n\r\n{SCRIPT}'
    return _in_parts([*((name, file) for name in asked.boxes), *((name, f"\r\n\r\n{SCRIPT}") for name in asked.files)])


def _broken(asked: Asked) -> Body:
    """Parts that end in the middle of one."""
    whole = _in_parts([(name, f"\r\n\r\n{ORDINARY}") for name in asked.boxes])
    return Body(whole.data[:-len(ORDINARY)], PARTS)


def _in_parts(parts: list[tuple[str, str]]) -> Body:
    """The parts of a form, each by its name, with what follows it."""
    said = (f'--limit\r\nContent-Disposition: form-data; name="{name}"{rest}\r\n' for name, rest in parts)
    return Body("".join(said).encode() + b"--limit--\r\n", PARTS)
