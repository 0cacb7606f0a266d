"""Questions about what is contested."""

from sqlalchemy import func, select

from mediation.disputes.models import Dispute
from mediation.kernel.db import Base, db
from mediation.land.models import ContestedObject


def objects_of(dispute: Dispute) -> list[ContestedObject]:
    """What is contested, in order of entry, what was struck out last."""
    return list(db.session.scalars(
        select(ContestedObject).where(ContestedObject.dispute_id == dispute.id)
        .order_by(ContestedObject.struck_at.is_not(None), ContestedObject.number)))


def is_rested_on(contested: ContestedObject) -> bool:
    """Whether a signed agreement is about this; asked of a later slice by table name."""
    agreement = Base.metadata.tables["agreement"]
    return db.session.scalar(select(func.count(agreement.c.id)).where(
        agreement.c.dispute_id == contested.dispute_id,
        agreement.c.rests_on.contains(f",{contested.number},"))) > 0
