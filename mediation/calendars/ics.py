"""Calendars as telephones read them (RFC 5545): properties escaped, lines folded, nothing that differs by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

LONGEST_LINE = 75
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BREAKS = re.compile(r"\r\n|\r|\n")
# How often a telephone may ask again: every few hours, for the line is slow and dear.
ASK_AGAIN = "PT6H"


@dataclass(frozen=True)
class Event:
    """One entry. `start` is a day or a moment in UTC; `end` is the day after the last, for entries of whole days."""

    uid: str
    sequence: int
    revised: datetime
    summary: str
    location: str | None
    url: str
    start: date | datetime
    end: date
    cancelled: bool = False
    tentative: bool = False

    @property
    def day(self) -> date:
        """The day it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def written(name: str, events: Iterable[Event]) -> bytes:
    """A whole calendar of this name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossiers//Register//FR", "CALSCALE:GREGORIAN",
             f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}", f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}",
             f"X-PUBLISHED-TTL:{ASK_AGAIN}"]
    for event in events:
        lines += _event(event)
    return b"".join(folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_moment(event.revised)}"
    yield f"LAST-MODIFIED:{_moment(event.revised)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'TENTATIVE' if event.tentative else 'CONFIRMED'}"
    if isinstance(event.start, datetime):
        # How long it will last nobody knows: no end is invented.
        yield f"DTSTART:{_moment(event.start)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.end:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    yield f"DESCRIPTION:{escaped(event.url)}"
    yield f"URL:{UNSAYABLE.sub('', BREAKS.sub('', event.url))}"
    yield "END:VEVENT"


def _moment(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%SZ}"


def escaped(value: str) -> str:
    """A text value: what would end it or break its line is escaped, what cannot be said in it is left out."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return UNSAYABLE.sub("", BREAKS.sub(r"\\n", value))


def folded(line: str) -> bytes:
    """One line of content in pieces of at most 75 octets, no character cut in two."""
    if len(whole := line.encode()) <= LONGEST_LINE:
        return whole + b"\r\n"
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
