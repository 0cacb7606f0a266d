"""What becomes an entry of a calendar: a meeting with a day, the same entry however often it is put off.

An entry needs a day, or at most a month: planned for a month it is an entry of the whole month, whose day is
still to be found; a season or « bientôt » is none, it would lie across half a year of every page. What is
struck out, called off, or put off to no day, stays as cancelled for as long as its day is near.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mediation.acts.vocabulary import Coded, SessionStage, VisitStage
from mediation.calendars.ics import Event
from mediation.kernel.dates import Precision
from mediation.kernel.language import _l

# Held between these days, a meeting has a day in a calendar.
PLACED = (Precision.DAY, Precision.MONTH)
HOUR = re.compile(r"(?:(?:à|vers|at)\s*)?([0-9]{1,2})\s*(h|heures?|:|\.)?\s*([0-5][0-9])?\s*(?:mn|min)?\s*([ap]m)?",
                  re.IGNORECASE)


class Kind(Coded):
    """What a meeting is, as its entry is called; the code begins the name by which telephones know the entry."""

    SESSION = "session", _l("Séance")
    VISIT = "visit", _l("Visite de suivi")


KINDS = {"mediation_session": Kind.SESSION, "visit": Kind.VISIT}
CALLED_OFF = {Kind.SESSION: _l("Séance annulée"), Kind.VISIT: _l("Visite de suivi annulée")}
NO_DAY = {Kind.SESSION: _l("Séance, jour à fixer"), Kind.VISIT: _l("Visite de suivi, jour à fixer")}
PUT_OFF = _l("Séance reportée")
HAPPENED = (SessionStage.HELD, VisitStage.MADE)


@dataclass(frozen=True)
class Days:
    """The days of a meeting, both included: one, or those of a month in which it lies somewhere."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


def days_of(precision: str | None, earliest: date | None, latest: date | None) -> Days | None:
    """The days that a calendar can show; None for a date too wide for it, or never said."""
    return Days(earliest, latest) if precision in PLACED else None


@dataclass(frozen=True)
class Meeting:
    """A session or a visit as far as calendars know it; put off, `next_id` is the session it became."""

    kind: Kind
    id: int
    number: int
    dispute_id: int
    reference: str
    stage: SessionStage | VisitStage
    struck: bool
    closed: bool
    planned: Days | None
    held: Days | None
    hour: str | None
    next_id: int | None
    place_id: int | None

    @property
    def happened(self) -> bool:
        """Whether it was held."""
        return self.stage in HAPPENED

    @property
    def days(self) -> Days | None:
        """When it was held if that is known, else when it was planned."""
        return self.held if self.happened and self.held else self.planned

    @property
    def start(self) -> date | datetime:
        """The day or the moment it begins; an hour told in other words than a clock's is none."""
        days = self.days
        at = clock_time(self.hour) if days.exact and days == self.planned else None
        return datetime.combine(days.first, at, UTC) if at else days.first


@dataclass(frozen=True)
class Revision:
    """How often the meetings of a dispute changed, and when last."""

    number: int
    at: datetime


@dataclass(frozen=True)
class Frame:
    """What all entries share: the days they lie between, the place names, how a dispute is addressed, the register."""

    first: date
    last: date
    revisions: dict[int, Revision]
    communes: dict[int, str]
    address: Callable[[str], str]
    register: str


def clock_time(words: str | None) -> time | None:
    """The time of « 9 h 30 », « 15:00 » or « 2 pm », which is that of Bamako and of UTC; None for other words."""
    told = HOUR.fullmatch((words or "").strip())
    if told is None or not (told[2] or told[4]) or told[2] in (":", ".") and not told[3]:
        return None
    hour, half = int(told[1]), (told[4] or "").lower()
    if hour > (12 if half else 23) or half and hour == 0:
        return None
    return time(hour % 12 + 12 * (half == "pm") if half else hour, int(told[3] or 0))


def events(meetings: Iterable[Meeting], frame: Frame) -> list[Event]:
    """The entries of a calendar, in the order of their days."""
    told = [one for one in (_event(chain, frame) for chain in _chains(meetings)) if one is not None]
    return sorted(told, key=lambda event: (event.day, event.uid))


def _chains(meetings: Iterable[Meeting]) -> Iterator[list[Meeting]]:
    """Each meeting from when it was first planned to what it was last put off to."""
    known = {(one.kind, one.id): one for one in meetings}
    later = {(one.kind, one.next_id) for one in known.values() if one.next_id is not None}
    for key, one in known.items():
        if key in later:
            continue
        chain = [one]
        while (following := known.get((one.kind, chain[-1].next_id))) is not None:
            chain.append(following)
        yield chain


def _event(chain: list[Meeting], frame: Frame) -> Event | None:
    """The entry of one meeting, known for good by what it was first planned as; None when it has no near day."""
    last = chain[-1]
    shown = next((one for one in reversed(chain) if one.days is not None), None)
    if shown is None or shown.days.last < frame.first or shown.days.first > frame.last:
        return None
    words, off = _said(last, shown)
    revision = frame.revisions[last.dispute_id]
    return Event(
        uid=f"{last.kind.value}-{chain[0].number}-{last.reference}@{frame.register}", sequence=revision.number - 1,
        revised=revision.at, summary=f"{words} – {last.reference}", location=frame.communes.get(shown.place_id),
        url=frame.address(last.reference), start=shown.start, end=shown.days.last + timedelta(days=1), cancelled=off,
        tentative=not shown.days.exact)


def _said(last: Meeting, shown: Meeting) -> tuple[str, bool]:
    """What the entry is called, and whether it is called off."""
    if last.struck or last.stage is SessionStage.CANCELLED or last.closed and last.stage is SessionStage.PLANNED:
        return str(CALLED_OFF[last.kind]), True
    if last.stage is SessionStage.POSTPONED or shown is not last:
        return str(PUT_OFF), True
    if not last.happened and not last.days.exact:
        return str(NO_DAY[last.kind]), False
    return str(last.kind.label), False
