"""What is written down long after it happened: why only now, and in which paper register it stood.

A dispute that has moved on takes such a fact with its own event date, as "saisie tardive", and stays at its
stage (regulation, part 3). A fact copied from an old paper register keeps where it stood there.
"""

from dataclasses import dataclass

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts import ledger
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import OfDispute, next_number
from mediation.acts.vocabulary import Stage
from mediation.kernel.dates import ApproximateDate, on, said, unknown
from mediation.kernel.db import Base, db
from mediation.kernel.language import _l
from mediation.kernel.saying import said_date

SHUT = {
    Stage.CLOSED: _l("Le dossier était déjà clos (%(day)s). Corrigez la date ; ce qui est arrivé depuis appartient "
                     "à un nouveau dossier, lié à celui-ci."),
    Stage.REFERRED: _l("Le dossier était alors chez une autre institution (%(day)s). Corrigez la date."),
}


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


def require_possible(act, dispute, facts) -> None:
    """Refuse what certainly happened while its act was not possible (`BrokenRule`).

    An entry is late when its act would be refused at the present stage but was possible at its event date
    (regulation, part 6, no 3). Only an end is judged: that the dispute was over, or with another institution.
    How early is not: people are called and heard before a dispute is accepted, or even written down, and in
    time the register takes that too. What ends a thing already in the file may come after the dispute's own end.
    """
    for stage, since, until in () if act.outlives else _shut(act, dispute):
        if facts.happened_on.certainly_after(since) and (until is None or facts.happened_on.certainly_before(until)):
            raise BrokenRule("happened_on", SHUT[stage] % {"day": said(since, since.latest)})


def _shut(act, dispute) -> list[tuple[Stage, ApproximateDate, ApproximateDate | None]]:
    """The times in which the act was not possible: the stage that shut it out, since when, and until when.

    A stage began at the latest when it was written down, and earlier when that is told. A dispute that was closed in
    error never was: only the last closing counts, with the day that an old register tells for it.
    """
    found, stages = [], ledger.stages_of(dispute.stream)
    for place, (code, told, entered) in enumerate(stages):
        last, stage = place == len(stages) - 1, Stage(code)
        if stage in act.at or stage is Stage.REGISTERED or stage is Stage.CLOSED and not last:
            if found and found[-1][2] is None:
                found[-1] = (*found[-1][:2], told or unknown())
        elif not found or found[-1][2] is not None:
            began = dispute.ended_on if stage is Stage.CLOSED else told
            found.append((stage, began if began and began.latest else on(entered), None))
    return found
