"""One box to find a dispute: by its number or the end of it, a village, its title, the name of a party; or
by the number of a paper of it."""

import re
from dataclasses import dataclass

from sqlalchemy import Select, select

from mediation.casefile.lists import has_words
from mediation.disputes.models import Dispute
from mediation.kernel.dates import ApproximateDate, approximate
from mediation.kernel.db import db
from mediation.kernel.references import is_reference
from mediation.kernel.text import UNREADABLE, fold_words
from mediation.papers.models import Paper
from mediation.parties.models import Party

SHOWN = 50
LONGEST = 200
PARTING = re.compile(r"[\s–/-]+")
END_OF_NUMBER = re.compile(r"(?:[A-Z0-9]+-)?\d{4,6}")
NUMBER_OF_PAPER = re.compile(r"[A-Z0-9]+-P-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Match:
    """A party whose name was looked for, with what tells namesakes apart."""

    letter: str
    name: str
    child_of: str | None
    born_on: ApproximateDate | None


@dataclass
class Found:
    """A dispute that was found, and through whom."""

    reference: str
    title: str
    place: str | None
    matches: list[Match]


@dataclass(frozen=True)
class Findings:
    """What was found; `more` when there was more than is shown."""

    rows: list[Found]
    more: bool = False


def asked_for(typed: str) -> str:
    """What was typed, fit to be looked for: one line, readable, not endless."""
    return " ".join(UNREADABLE.sub(" ", typed).split())[:LONGEST]


def number_of(asked: str) -> str | None:
    """The number of the one dispute that is asked for by its whole number, if this person sees it."""
    number = _as_number(asked)
    if not is_reference(number):
        return None
    return db.session.scalar(select(Dispute.reference).where(Dispute.reference == number))


def paper_of(asked: str) -> tuple[str, int] | None:
    """The dispute and the place of the one paper whose whole number is asked for, if this person sees it."""
    number = _as_number(asked)
    if not NUMBER_OF_PAPER.fullmatch(number):
        return None
    paper = db.session.execute(select(Dispute.reference, Paper.number).select_from(Paper).join(
        Dispute, Dispute.id == Paper.dispute_id).where(Paper.reference == number)).first()
    return tuple(paper) if paper else None


def _as_number(asked: str) -> str:
    """A number as it is kept, however it was typed: capitals, parts joined by hyphens, four figures at the end."""
    *before, last = PARTING.split(asked.upper().strip(" -–/"))
    return "-".join((*before, last.zfill(4)))


def find(asked: str) -> Findings:
    """The disputes that answer to what is asked, the latest first; each once, however it was found."""
    if not fold_words(asked):
        return Findings([])
    found: dict[int, Found] = {}
    for row in _run(_disputes(Dispute.folded, asked)):
        found[row.id] = _found(row)
    named = _disputes(Party.folded, asked).join(Party, Party.dispute_id == Dispute.id).add_columns(
        Party.side, Party.name, Party.child_of, *BORN).where(Party.struck_at.is_(None))
    for row in _run(named):
        found.setdefault(row.id, _found(row)).matches.append(_match(row))
    for row in _numbered(asked):
        found.setdefault(row.id, _found(row))
    latest_first = [found[id] for id in sorted(found, reverse=True)]
    return Findings(latest_first[:SHOWN], len(latest_first) > SHOWN)


COLUMNS = (Dispute.id, Dispute.reference, Dispute.title, Dispute.at_words.label("place"))
BORN = (Party.born_on_words, Party.born_on_precision, Party.born_on_earliest, Party.born_on_latest)


def _disputes(column, asked: str) -> Select:
    """The disputes in whose folded text each of the words stands."""
    return select(*COLUMNS).where(has_words(column, asked))


def _numbered(asked: str) -> list:
    """The disputes whose number ends so; « 12 » is the number 0012 of any year."""
    end = _as_number(asked)
    if not END_OF_NUMBER.fullmatch(end):
        return []
    return _run(select(*COLUMNS).where(Dispute.reference.endswith(f"-{end}", autoescape=True)))


def _run(statement: Select) -> list:
    latest_first = statement.order_by(Dispute.registered_on.desc(), Dispute.id.desc())
    return db.session.execute(latest_first.limit(SHOWN + 1)).all()


def _found(row) -> Found:
    return Found(row.reference, row.title, row.place, [])


def _match(row) -> Match:
    born = approximate(row.born_on_words, row.born_on_precision, row.born_on_earliest, row.born_on_latest)
    return Match(chr(ord("A") + row.side - 1), row.name, row.child_of, born)
