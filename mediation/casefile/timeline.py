"""The thread of a dispute: its acts by the day on which things happened, with the day they were written."""

from dataclasses import dataclass, replace
from datetime import date

from mediation.acts.catalogue import CATALOGUE, TRANSCRIBE_DISPUTE
from mediation.acts.late import LateEntry
from mediation.acts.vocabulary import Coded
from mediation.casefile.days import month, short, short_day, weekday
from mediation.casefile.queries import Entry, File
from mediation.casefile.telling import tell
from mediation.casefile.told import Told
from mediation.kernel.dates import ApproximateDate, Precision
from mediation.kernel.language import _, _l

SHOWN = 25


class Show(Coded):
    """What part of the thread is shown."""

    ALL = "all", _l("Tout")
    SESSIONS = "sessions", _l("Séances")
    PAPERS = "papers", _l("Papiers")
    FOLLOWUP = "followup", _l("Suivi")


# The nouns of the acts that a part of the thread keeps.
NOUNS = {Show.SESSIONS: {"session", "note", "offer", "mediation"},
         Show.PAPERS: {"summons", "agreement", "condition", "copy", "step", "ending", "mediation", "document",
                       "paper"},
         Show.FOLLOWUP: {"visit", "commitment", "release", "difficulty"}}

# What is written several times in a row, as one fact of several lines.
GATHERED = {"party.add", "representative.appoint", "witness.add", "intermediary.add", "consent.record",
            "object.add", "attempt.add", "harm.record", "source.record", "document.add"}

DATED = (Precision.DAY, Precision.RANGE, Precision.MONTH)


@dataclass(frozen=True)
class Item:
    """One act in the thread; several of a kind done together are one."""

    entry: Entry
    when: date
    said: str
    weekday: str
    title: str
    icon: str
    told: Told
    note: str
    struck: bool
    row: object
    number: int = 1


@dataclass(frozen=True)
class Month:
    """The acts of one month, or of one year when the month is not known."""

    label: str
    items: list[Item]


@dataclass(frozen=True)
class Thread:
    """The months, how many facts there are in all, and whether all are here."""

    months: list[Month]
    total: int
    whole: bool


def thread(file: File, show: Show = Show.ALL, oldest_first: bool = False, shown: int = SHOWN) -> Thread:
    """The thread as asked: of one kind or whole, latest or oldest first, at most so many facts."""
    nouns = NOUNS.get(show)
    items = [_item(file, entry) for entry in file.entries if _is_told(entry, nouns)]
    items.sort(key=lambda item: (item.when, item.entry.id))
    items = _gathered(items)
    if not oldest_first:
        items.reverse()
    return Thread(_by_month(items[:shown]), len(items), len(items) <= shown)


def _is_told(entry: Entry, nouns: set[str] | None) -> bool:
    act = CATALOGUE.get(entry.act)
    return act is not None and act.in_timeline and (nouns is None or act.noun in nouns)


def _item(file: File, entry: Entry) -> Item:
    act, row = CATALOGUE[entry.act], file.rows.get(entry.result)
    entered = entry.recorded_at.date()
    happened = entry.happened_on if entry.happened_on and entry.happened_on.earliest else None
    struck = getattr(row, "struck_at", None) is not None and not entry.act.endswith(".strike")
    exact = happened is None or happened.precision is Precision.DAY
    when = happened.earliest if happened else entered
    return Item(
        entry, when, short(happened) if happened else short_day(entered), weekday(when) if exact else "",
        act.told % {"who": entry.who}, act.icon, tell(file, entry.act, row),
        _entered(entered, happened, row if struck else None, _brought_late(file, entry)), struck, row)


def _brought_late(file: File, entry: Entry) -> LateEntry | None:
    """Why and whence a fact came late, beside the act that brought it; nothing beside what was done to it later."""
    brings = CATALOGUE[entry.act].late or entry.act == TRANSCRIBE_DISPUTE.name
    return file.late.get(entry.result) if brings else None


def _entered(entered: date, happened: ApproximateDate | None, struck, late: LateEntry | None) -> str:
    """The grey line: when it was written down, how late or whence, and when and why it was struck out."""
    words = []
    if happened is not None:
        same = happened.earliest == happened.latest == entered
        words.append(_("Saisi le même jour") if same else _("Saisi le %(day)s", day=short_day(entered)))
    if late is not None:
        words += _late(late)
    if struck is not None:
        words.append(_("rayé le %(day)s\u00a0: %(reason)s", day=short_day(struck.struck_at.date()),
                       reason=struck.struck_reason))
    return " · ".join(words)


def _late(late: LateEntry) -> list[str]:
    """Why it was written only then, and the paper register it was copied from."""
    told = _("saisie tardive : %(reason)s", reason=late.reason) if late.late else late.reason
    book = ", ".join(filter(None, (
        late.book, late.page and _("page %(page)s", page=late.page), late.line and _("n° %(line)s", line=late.line),
        late.clerk and _("écrit par %(name)s", name=late.clerk), short(late.written_on))))
    return [words for words in (told, book and _("registre papier : %(book)s", book=book)) if words]


def _gathered(items: list[Item]) -> list[Item]:
    """What one person wrote of one kind on one day becomes one fact with all its lines."""
    found: dict[object, Item] = {}
    for item in items:
        alike = item.entry.act in GATHERED and not item.struck
        key = (item.entry.act, item.entry.who, item.when, item.note) if alike else item.entry.id
        first = found.get(key)
        found[key] = item if first is None else replace(
            first, number=first.number + 1, told=Told(first.told.lines + item.told.lines))
    return list(found.values())


def _by_month(items: list[Item]) -> list[Month]:
    """Neighbours of one month together, in the order they come."""
    months: list[Month] = []
    for item in items:
        label = _heading(item)
        if not months or months[-1].label != label:
            months.append(Month(label, []))
        months[-1].items.append(item)
    return months


def _heading(item: Item) -> str:
    happened = item.entry.happened_on
    if happened and happened.earliest and happened.precision not in DATED:
        return str(item.when.year)
    return month(item.when)
