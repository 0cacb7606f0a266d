"""Questions about remarks: which ones there are in the disputes that somebody sees."""

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased

from mediation.accounts.models import Account
from mediation.acts.vocabulary import RemarkStage
from mediation.disputes.models import Dispute
from mediation.kernel.db import db
from mediation.kernel.paging import Order, Page, page
from mediation.supervision.models import Remark

# Those that wait for an answer come first, then the last written.
WAITS = case((Remark.stage == RemarkStage.OPEN, 1), else_=0)
OPEN_FIRST = Order("remarks", (WAITS, Remark.id))
REMARKS_A_PAGE = 30


def remarks(cursor: str | None) -> Page:
    """A page of the remarks in the disputes that the reader sees, with who wrote and who answered."""
    writer, answerer = aliased(Account), aliased(Account)
    return page(
        select(Remark.number, Remark.stage, Remark.part, Remark.to_whom, Remark.said, Remark.written_on, Remark.answer,
               Remark.answered_on, writer.name.label("writer"), answerer.name.label("answerer"),
               Dispute.reference, Dispute.title, Dispute.lead_id, Dispute.id.label("dispute_id"))
        .select_from(Remark).join(Dispute, Dispute.id == Remark.dispute_id)
        .outerjoin(writer, writer.id == Remark.written_by).outerjoin(answerer, answerer.id == Remark.answered_by),
        OPEN_FIRST, cursor, REMARKS_A_PAGE)


def count_waiting() -> int:
    """How many remarks wait for an answer in the disputes that the reader sees."""
    return db.session.scalar(select(func.count(Remark.id)).where(Remark.stage == RemarkStage.OPEN))
