"""What goes on around a dispute: alerts, proceedings in parallel, interim measures, sources that disagree."""

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import MeasureStage
from mediation.context.kinds import (
    AlertLevel,
    MeasureKind,
    ProceedingKind,
    ProceedingResult,
    ProceedingStep,
    SourceTopic,
)
from mediation.disputes.kinds import CourtLevel
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.places.models import SaidPlace, said_place


class Alert(OfDispute, Base):
    """The level of alert from a day on, and why; the last one holds, the others are its history."""

    __tablename__ = "alert"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    level: Mapped[AlertLevel] = mapped_column(coded(AlertLevel))
    why: Mapped[str] = mapped_column(String(500))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    source: Mapped[str | None] = mapped_column(String(200))


class Proceeding(OfDispute, Strikable, Base):
    """What runs before a court, the administration, custom or religion beside the mediation.

    `side` brought it, or somebody else in words; `won_side` is the side that won; `hearing_on` is the hearing
    that was last told. Nothing here has room for a story: a crime is flagged, without saying what is asked, and
    followed before its own justice.
    """

    __tablename__ = "proceeding"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("NOT crime OR kind = 'criminal'", "crime_is_criminal"),
        CheckConstraint("NOT crime OR asks IS NULL", "crime_is_not_told"),
    )

    kind: Mapped[ProceedingKind] = mapped_column(coded(ProceedingKind))
    body: Mapped[str] = mapped_column(String(200))
    level: Mapped[CourtLevel | None] = mapped_column(coded(CourtLevel))
    their_number: Mapped[str | None] = mapped_column(String(60))
    opened_on: Mapped[ApproximateDate | None] = said_date("opened_on")
    side: Mapped[int | None]
    brought_by: Mapped[str | None] = mapped_column(String(200))
    asks: Mapped[str | None] = mapped_column(String(200))
    crime: Mapped[bool] = mapped_column(default=False)
    step: Mapped[ProceedingStep | None] = mapped_column(coded(ProceedingStep))
    hearing_on: Mapped[ApproximateDate | None] = said_date("hearing_on")
    result: Mapped[ProceedingResult | None] = mapped_column(coded(ProceedingResult))
    won_side: Mapped[int | None]
    result_on: Mapped[ApproximateDate | None] = said_date("result_on")
    decision: Mapped[str | None] = mapped_column(String(60))

    @property
    def happened_on(self) -> ApproximateDate | None:
        """When it was opened, under the name that every form gives to an event date."""
        return self.opened_on


class Measure(OfDispute, Strikable, Base):
    """What an authority decided for the time being; that it is past its end follows from the date."""

    __tablename__ = "measure"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    stage: Mapped[MeasureStage] = mapped_column(coded(MeasureStage))
    kind: Mapped[MeasureKind] = mapped_column(coded(MeasureKind))
    authority: Mapped[str] = mapped_column(String(200))
    decision: Mapped[str | None] = mapped_column(String(60))
    extent: Mapped[str | None] = mapped_column(String(500))
    place: Mapped[SaidPlace | None] = said_place("at")
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    until: Mapped[ApproximateDate | None] = said_date("until")
    lifted_on: Mapped[ApproximateDate | None] = said_date("lifted_on")
    lifted_by: Mapped[str | None] = mapped_column(String(200))
    lifted_reason: Mapped[str | None] = mapped_column(String(500))


class Source(OfDispute, Strikable, Base):
    """What one source says of a fact on which sources disagree; all stand side by side, none is preferred."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    topic: Mapped[SourceTopic] = mapped_column(coded(SourceTopic))
    fact: Mapped[str] = mapped_column(String(200))
    says: Mapped[str] = mapped_column(String(500))
    source: Mapped[str] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
