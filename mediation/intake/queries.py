"""Questions about copying an old register: where one may, and whether a line was copied before."""

from sqlalchemy import select

from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.refusals import NotFound
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.commissions.models import Institution
from mediation.commissions.queries import desks_of
from mediation.disputes.models import Dispute
from mediation.intake.models import Transcription
from mediation.kernel.db import db
from mediation.kernel.text import fold


def registers_of(actor: Actor) -> list[Institution]:
    """The institutions whose old registers this person copies, by name."""
    desks = set(actor.at_desk(Role.SECRETARY))
    return [institution for institution in desks_of(actor) if institution.id in desks]


def register_of(actor: Actor, code: str | None = None) -> Institution:
    """The institution whose register is copied: the one named, or the first (`NotFound` if none)."""
    for institution in registers_of(actor):
        if code is None or institution.code == code:
            return institution
    raise NotFound(code)


def copied_from(institution: Institution, late: LateFacts) -> str | None:
    """The number of the dispute copied before from the same line of the same book, when the line is told."""
    if not late.line:
        return None
    rows = db.session.execute(
        select(Dispute.reference, LateEntry.book, LateEntry.page, LateEntry.line)
        .join(Transcription, Transcription.dispute_id == Dispute.id)
        .join(LateEntry, LateEntry.dispute_id == Dispute.id)
        .where(Dispute.lead_id == institution.id, LateEntry.about.startswith("dispute:"),
               LateEntry.line == late.line).order_by(Dispute.id))
    here = fold(late.book or ""), fold(late.page or "")
    return next((row.reference for row in rows if (fold(row.book or ""), fold(row.page or "")) == here), None)


def was_copied(dispute: Dispute) -> bool:
    """Whether the dispute was copied from an old paper register."""
    return db.session.scalar(select(Transcription.id).where(Transcription.dispute_id == dispute.id)) is not None
