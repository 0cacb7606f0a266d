"""Visits that check a settlement, and what each found, commitment by commitment."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import CommitmentStage, VisitStage
from mediation.followup.kinds import Lateness
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.places.models import SaidPlace, said_place


class Visit(OfDispute, Strikable, Base):
    """A follow-up visit, planned or made; women and men met are counted when somebody counted."""

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("stage <> 'planned' OR planned_on_precision IS NOT NULL", "planned_has_date"),
        CheckConstraint("women IS NULL OR women >= 0", "women_not_negative"),
        CheckConstraint("men IS NULL OR men >= 0", "men_not_negative"),
        Index("ix_visit_planned", "stage", "planned_on_latest"),
        Index("ix_visit_in_dispute", "dispute_id", "stage", "planned_on_latest"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    stage: Mapped[VisitStage] = mapped_column(coded(VisitStage))
    planned_on: Mapped[ApproximateDate | None] = said_date("planned_on")
    planned_words: Mapped[str | None] = mapped_column(String(300))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    made_by: Mapped[str | None] = mapped_column(String(300))
    place: Mapped[SaidPlace | None] = said_place("at")
    met: Mapped[str | None] = mapped_column(String(500))
    women: Mapped[int | None]
    men: Mapped[int | None]
    said: Mapped[str | None] = mapped_column(Text)

    agreement = relationship("Agreement")
    findings: Mapped[list["VisitFinding"]] = relationship(
        back_populates="visit", order_by="VisitFinding.number"
    )


class VisitFinding(OfDispute, Base):
    """What a visit found about one commitment."""

    __tablename__ = "visit_finding"
    __table_args__ = (UniqueConstraint("dispute_id", "number"), UniqueConstraint("visit_id", "commitment_id"))

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"))
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), index=True)
    found: Mapped[CommitmentStage] = mapped_column(coded(CommitmentStage))
    lateness: Mapped[Lateness | None] = mapped_column(coded(Lateness))
    note: Mapped[str | None] = mapped_column(String(1000))

    visit: Mapped[Visit] = relationship(back_populates="findings")
    commitment = relationship("Commitment")
