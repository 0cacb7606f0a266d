"""Visits that check a settlement and what each found; releases by the other side; difficulties and who says what."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import CommitmentStage, DifficultyStage, Ending, VisitStage
from mediation.followup.kinds import AskedFirst, Lateness, SettledHow
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded, still
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
        still("ix_visit_planned", VisitStage.PLANNED, "planned_on_latest", "dispute_id"),
        still("ix_visit_in_dispute", VisitStage.PLANNED, "dispute_id", "planned_on_latest"),
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
    """What a visit found about one commitment; `for_year` when it was found for that year only."""

    __tablename__ = "visit_finding"
    __table_args__ = (UniqueConstraint("dispute_id", "number"), UniqueConstraint("visit_id", "commitment_id"))

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"))
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), index=True)
    found: Mapped[CommitmentStage] = mapped_column(coded(CommitmentStage))
    lateness: Mapped[Lateness | None] = mapped_column(coded(Lateness))
    for_year: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(String(1000))

    visit: Mapped[Visit] = relationship(back_populates="findings")
    commitment = relationship("Commitment")


class CommitmentRelease(OfDispute, Strikable, Base):
    """The sides to whom a commitment was owed set those who owe it free; `sides` are their letters ("AC")."""

    __tablename__ = "commitment_release"
    __table_args__ = (UniqueConstraint("dispute_id", "number"), CheckConstraint("sides <> ''", "has_side"))

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), index=True)
    sides: Mapped[str] = mapped_column(String(26))
    said_by: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    reason: Mapped[str] = mapped_column(String(500))

    commitment = relationship("Commitment")


class Difficulty(OfDispute, Strikable, Base):
    """A difficulty in carrying an agreement out, as somebody reports it; first asked about, then judged.

    `concerns` are the numbers of the commitments (",1,2,"), empty for the whole agreement. `asked` is who was
    asked first to settle it.
    """

    __tablename__ = "difficulty"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    stage: Mapped[DifficultyStage] = mapped_column(coded(DifficultyStage))
    concerns: Mapped[str | None] = mapped_column(String(400))
    side: Mapped[int | None]
    said_by: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    what: Mapped[str] = mapped_column(Text)
    asked: Mapped[AskedFirst | None] = mapped_column("asked_first", coded(AskedFirst))
    asked_words: Mapped[str | None] = mapped_column(String(200))
    settled_how: Mapped[SettledHow | None] = mapped_column(coded(SettledHow))
    settled_words: Mapped[str | None] = mapped_column(Text)
    settled_by: Mapped[str | None] = mapped_column(String(200))
    settled_on: Mapped[ApproximateDate | None] = said_date("settled_on")

    agreement = relationship("Agreement")
    voices: Mapped[list["DifficultyVoice"]] = relationship(
        back_populates="difficulty", order_by="DifficultyVoice.side")

    @property
    def letter(self) -> str:
        """The letter of the side that reports it; nothing when no side does."""
        return chr(ord("A") + self.side - 1) if self.side else ""

    @property
    def commitments(self) -> tuple[int, ...]:
        """The numbers of the commitments it is about; none for the whole agreement."""
        return tuple(int(number) for number in (self.concerns or "").split(",") if number)


class DifficultyVoice(OfDispute, Base):
    """What one side says of a difficulty: each may accuse the other, both are kept."""

    __tablename__ = "difficulty_voice"
    __table_args__ = (UniqueConstraint("dispute_id", "number"), UniqueConstraint("difficulty_id", "side"))

    difficulty_id: Mapped[int] = mapped_column(ForeignKey("difficulty.id"))
    side: Mapped[int]
    said: Mapped[str] = mapped_column(Text)

    difficulty: Mapped[Difficulty] = relationship(back_populates="voices")

    @property
    def letter(self) -> str:
        """The letter of the side."""
        return chr(ord("A") + self.side - 1)


class Reopening(OfDispute, Base):
    """That a dispute was closed in error: how it had been closed, when, and why that was wrong."""

    __tablename__ = "reopening"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    ending: Mapped[Ending] = mapped_column(coded(Ending))
    ended_on: Mapped[ApproximateDate | None] = said_date("ended_on")
    reason: Mapped[str] = mapped_column(String(500))
