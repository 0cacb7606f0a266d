"""A reviewer’s remark on a dispute, and the answer to it; both stay."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.acts.vocabulary import RemarkStage
from mediation.kernel.db import Base, coded
from mediation.supervision.kinds import Addressee, Part


class Remark(OfDispute, Base):
    """What a reviewer asks or says of a part of a dispute, for whom, and what was answered."""

    __tablename__ = "remark"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("stage <> 'answered' OR answer IS NOT NULL", "answered_has_answer"),
        Index("ix_remark_stage", "stage", "id"),
    )

    stage: Mapped[RemarkStage] = mapped_column(coded(RemarkStage))
    part: Mapped[Part] = mapped_column(coded(Part))
    to_whom: Mapped[Addressee] = mapped_column(coded(Addressee))
    said: Mapped[str] = mapped_column(Text)
    written_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    written_on: Mapped[date]
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answered_on: Mapped[date | None]
