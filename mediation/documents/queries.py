"""Questions about the pieces of a dispute: what there is, what each hangs on, who may read a reserved one."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, undefer

from mediation.accounts.models import Account
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.agreements.models import Agreement
from mediation.agreements.queries import agreements_of
from mediation.disputes.models import Dispute
from mediation.documents.models import Document, ReservedWords
from mediation.kernel import clock, dates
from mediation.kernel.db import Base, db
from mediation.kernel.language import _
from mediation.kernel.numbers import said_number
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import sessions_of

# What a piece may hang on: the word of its address, and the table.
TIES = {"session": "mediation_session", "agreement": "agreement", "commitment": "commitment",
        "signature": "signature", "visit": "visit"}
SHORT = 60


@dataclass(frozen=True)
class Words:
    """What is said of a piece."""

    title: str | None
    description: str | None
    source: str | None
    file_name: str | None


def documents_of(dispute: Dispute) -> list[Document]:
    """Every piece with what it hangs on, in order of entry, struck ones included."""
    hung = (joinedload(getattr(Document, name)) for name in TIES)
    return list(db.session.scalars(
        select(Document).where(Document.dispute_id == dispute.id).order_by(Document.number).options(*hung)))


def documents_about(row) -> list[Document]:
    """The pieces that hang on a session, or on a settlement, its commitments and its lines of signature."""
    if isinstance(row, Agreement):
        inside = {"agreement": [row], "commitment": row.every_commitment, "signature": row.signatures}
    elif isinstance(row, MediationSession):
        inside = {"session": [row]}
    else:
        inside = {"visit": [row]}
    hung = [getattr(Document, f"{name}_id").in_([one.id for one in rows]) for name, rows in inside.items() if rows]
    return list(db.session.scalars(select(Document).where(
        Document.dispute_id == row.dispute_id, or_(*hung)).order_by(Document.number)))


def may_read(actor: Actor, document: Document) -> bool:
    """Whether this person may open a piece: a reserved one is for whoever added it and the mediators of the team."""
    if not document.reserved or document.added_by == actor.id:
        return True
    mediates = document.dispute_id in actor.sight.team or (document.dispute_id, Role.MEDIATOR) in actor.sight.stands
    return mediates and document.dispute_id not in actor.sight.replaced


def open_words(document: Document) -> Words:
    """What is said of a piece on every page: nothing of a reserved one."""
    return Words(document.title, document.description, document.source, document.file_name)


def words_of(document: Document) -> Words:
    """What is said of a piece, reserved or not; ask for it only after the act of opening."""
    if not document.reserved:
        return open_words(document)
    kept = db.session.scalar(select(ReservedWords).where(ReservedWords.document_id == document.id).options(
        *(undefer(getattr(ReservedWords, name)) for name in ("title", "description", "source", "file_name"))))
    return Words(kept.title, kept.description, kept.source, kept.file_name)


def title_of(document: Document) -> str:
    """The piece in a few words: its title, or what it is."""
    word = str(document.kind.label)
    return document.title or word[:1].upper() + word[1:]


def note_of(document: Document) -> str:
    """A piece in a few more words: what it is, its day, what it weighs, what it hangs on; nothing of a reserved one."""
    if document.reserved:
        return str(document.kind.label)
    return " · ".join(filter(None, (
        str(document.kind.label) if document.title else "", _day(document.happened_on),
        said_size(document.view_size or document.size), said_tie(document))))


def said_size(size: int) -> str:
    """What a file weighs, rounded."""
    if size >= 1 << 20:
        return _("%(size)s Mo", size=said_number(round(Decimal(size) / (1 << 20), 1)))
    return _("%(size)s Ko", size=said_number(max(1, round(size / 1024))))


def tie_of(document: Document) -> tuple[str, object] | None:
    """What a piece hangs on: the word of its address, and the row; nothing for the whole dispute."""
    return next(((name, getattr(document, name)) for name in TIES if getattr(document, f"{name}_id")), None)


def said_tie(document: Document) -> str:
    """What a piece hangs on, in words."""
    tie = tie_of(document)
    return said_of(tie[0], tie[1].number) if tie and tie[1] is not None else ""


def said_of(name: str, number: int) -> str:
    """A thing in the dispute by its number."""
    words = {"session": _("séance %(number)d"), "agreement": _("accord %(number)d"),
             "commitment": _("engagement %(number)d"), "signature": _("ligne de signature %(number)d"),
             "visit": _("visite %(number)d")}
    return words[name] % {"number": number}


def ties_in(dispute: Dispute) -> list[tuple[str, str]]:
    """All that a piece may hang on in this dispute, as a form offers it."""
    found = [_offered("session", one.number, _day(one.held_on or one.planned_on))
             for one in sessions_of(dispute) if one.struck_at is None]
    for agreement in agreements_of(dispute):
        found.append(_offered("agreement", agreement.number, _day(agreement.signed_on or agreement.happened_on)))
        found += [_offered("commitment", one.number, one.what) for one in agreement.commitments]
        found += [_offered("signature", one.number, one.name) for one in agreement.signatures]
    return found + [_offered("visit", number, "") for number in _visits(dispute)]


def _visits(dispute: Dispute) -> list[int]:
    visit = Base.metadata.tables["visit"]
    return list(db.session.scalars(select(visit.c.number).where(
        visit.c.dispute_id == dispute.id, visit.c.struck_at.is_(None)).order_by(visit.c.number)))


def _offered(name: str, number: int, more: str) -> tuple[str, str]:
    words = said_of(name, number)
    short = more if len(more) <= SHORT else f"{more[:SHORT]}…"
    return f"{name}-{number}", ", ".join(filter(None, (words[:1].upper() + words[1:], short)))


def _day(when) -> str:
    return dates.said(when, clock.today()) if when else ""


def hung_on(dispute: Dispute, about: str | None) -> tuple[str, int | None]:
    """The column and the row that `session-2` means in this dispute; no row when there is none."""
    name, _dash, number = (about or "").rpartition("-")
    if name not in TIES or not number.isascii() or not number.isdigit() or len(number) > 9:
        return "", None
    table = Base.metadata.tables[TIES[name]]
    standing = [table.c.struck_at.is_(None)] if "struck_at" in table.c else []
    return f"{name}_id", db.session.scalar(select(table.c.id).where(
        table.c.dispute_id == dispute.id, table.c.number == int(number), *standing))


def size_held(dispute: Dispute) -> int:
    """How many bytes of pieces a dispute holds, as they came and as they are shown."""
    whole = func.coalesce(func.sum(Document.size + func.coalesce(Document.view_size, 0)), 0)
    return int(db.session.scalar(select(whole).where(Document.dispute_id == dispute.id)))


def adder(document: Document) -> str:
    """The name of the person who added a piece."""
    return db.session.scalar(select(Account.name).where(Account.id == document.added_by)) or ""
