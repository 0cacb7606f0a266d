"""Which issued papers went with a step of the route or a copy."""

from sqlalchemy import select

from mediation.acts.ledger import named
from mediation.acts.vocabulary import PaperStage
from mediation.kernel.db import db
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.validity.models import CopyGiven, RouteStep

# The papers that are the agreement itself.
MINUTES = (PaperKind.CONCILIATION, PaperKind.RECTIFYING)


def papers_in(row: RouteStep | CopyGiven) -> list[Paper]:
    """The papers that somebody chose, or the minutes of the agreement where nobody chose any."""
    chosen = Paper.number.in_(row.sent) if row.sent else (
        Paper.about == named(row.agreement)) & Paper.kind.in_(MINUTES) & (Paper.stage == PaperStage.CURRENT)
    return list(db.session.scalars(select(Paper).where(
        Paper.dispute_id == row.dispute_id, Paper.fingerprint.is_not(None), chosen).order_by(Paper.number)))
