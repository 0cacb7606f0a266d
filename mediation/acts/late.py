"""What is written down long after it happened: why only now, and in which paper register it stood.

A dispute that has moved on takes such a fact with its own event date, as "saisie tardive", and stays at its
stage (regulation, part 3). A fact copied from an old paper register keeps where it stood there.
"""

from dataclasses import dataclass

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import OfDispute, next_number
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, db
from mediation.kernel.language import _l
from mediation.kernel.saying import said_date


@dataclass(frozen=True)
class LateFacts:
    """Why it is written only now; the book, page and line of a paper register, its clerk, and when they wrote."""

    reason: str | None = None
    book: str | None = None
    page: str | None = None
    line: str | None = None
    clerk: str | None = None
    written_on: ApproximateDate | None = None


class LateEntry(OfDispute, Base):
    """Beside a fact: that it was entered late, and where it was written before.

    `about` names the fact by its table and row, `late` whether its stage had passed when it was entered.
    """

    __tablename__ = "late_entry"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    about: Mapped[str] = mapped_column(String(80))
    late: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(500))
    book: Mapped[str | None] = mapped_column(String(120))
    page: Mapped[str | None] = mapped_column(String(40))
    line: Mapped[str | None] = mapped_column(String(40))
    clerk: Mapped[str | None] = mapped_column(String(200))
    written_on: Mapped[ApproximateDate | None] = said_date("written_on")


def told_by(facts) -> dict:
    """The facts of a row by name, without why and whence it was entered late."""
    return {name: value for name, value in vars(facts).items() if name != "late"}


def require_reason(facts) -> None:
    """A fact whose stage has passed says why it is written only now, and when it happened (`BrokenRule`)."""
    told = getattr(facts, "late", None)
    if told is None or not told.reason:
        raise BrokenRule("late_reason", _l("Le dossier a déjà dépassé cette étape. Écrivez pourquoi vous notez "
                                           "ce fait maintenant."))
    if getattr(facts, "happened_on", None) is None:
        raise BrokenRule("happened_on", _l("Dites quand c’était. L’année suffit, ou « inconnu »."))


def note(dispute, about: str, facts: LateFacts, *, late: bool) -> None:
    """Keep beside a fact that it was entered late, or copied from a paper register."""
    db.session.add(LateEntry(dispute=dispute, number=next_number(LateEntry, dispute), about=about, late=late,
                             **vars(facts)))
    db.session.flush()
