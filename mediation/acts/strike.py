"""Striking out: what was written by mistake stays visible, crossed out, with who, when and why."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import Actor
from mediation.kernel import clock
from mediation.kernel.db import Base, Moment, ask
from mediation.kernel.language import _l


class Strikable:
    """Mixin of every added fact."""

    struck_at: Mapped[datetime | None] = mapped_column(Moment, sort_order=90)
    struck_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"), sort_order=91)
    struck_reason: Mapped[str | None] = mapped_column(String(500), sort_order=92)


@dataclass(frozen=True)
class StrikeFacts:
    """Why it is struck out."""

    reason: str


def strike(actor: Actor, row: Strikable, facts: StrikeFacts) -> Strikable:
    """Cross a fact out for good (`BrokenRule` without a reason)."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi vous rayez ce fait."))
    if paper := _rested_on(row):
        raise BrokenRule("", _l("Le papier %(number)s repose sur ce fait. Annulez-le d’abord.") % {"number": paper})
    row.struck_at, row.struck_by, row.struck_reason = clock.now(), actor.id, facts.reason
    return row


def _rested_on(row: Strikable) -> str | None:
    """The number of an issued paper that tells this fact; asked of a later slice by table name."""
    paper = Base.metadata.tables["paper"]
    return ask(select(paper.c.reference).where(
        paper.c.dispute_id == row.dispute_id, paper.c.stage.in_(("reserved", "current")),
        paper.c.rests_on.contains(f",{row.__tablename__}:{row.id},"))).scalar()
