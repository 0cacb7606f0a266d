"""The dispute, its team, its villages, what was tried before, and what was suffered."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import DisputeRoot, OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import Ending, Stage
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DeclineReason,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
    TeamReason,
    Trigger,
)
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Amount, Base, Codes, coded, still
from mediation.kernel.language import LazyText
from mediation.kernel.saying import said_date
from mediation.places.models import SaidPlace, said_place


class Dispute(DisputeRoot, Base):
    """A dispute from its saisine on; everything else hangs on it."""

    __tablename__ = "dispute"
    __table_args__ = (
        CheckConstraint("stage <> 'closed' OR ending IS NOT NULL", "closed_has_ending"),
        CheckConstraint("ending IS NULL OR stage = 'closed'", "ending_is_closed"),
        Index("ix_dispute_lead_id", "lead_id", "registered_on", "id", "stage"),
        Index("ix_dispute_stage", "stage", "registered_on", "id", "lead_id"),
        still("ix_dispute_closed", Stage.CLOSED, "lead_id", "ended_on_latest", "registered_on", "id"),
        Index("ix_dispute_registered_on", "registered_on", "id"),
    )

    reference: Mapped[str] = mapped_column(String(24), unique=True)
    stage: Mapped[Stage] = mapped_column(coded(Stage))
    ending: Mapped[Ending | None] = mapped_column(coded(Ending))
    ended_on: Mapped[ApproximateDate | None] = said_date("ended_on")
    ending_reason: Mapped[str | None] = mapped_column(String(500))
    decline_reason: Mapped[DeclineReason | None] = mapped_column(coded(DeclineReason))
    withdrawn_by: Mapped[str | None] = mapped_column(String(200))
    registered_on: Mapped[date]
    registered_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    act_count: Mapped[int] = mapped_column(default=0)

    title: Mapped[str] = mapped_column(String(160))
    folded: Mapped[str] = mapped_column(String(400))
    channel: Mapped[Channel | None] = mapped_column(coded(Channel))
    asked_on: Mapped[ApproximateDate | None] = said_date("asked_on")
    asked_by: Mapped[str | None] = mapped_column(String(200))
    came_from: Mapped[str | None] = mapped_column(String(200))
    their_number: Mapped[str | None] = mapped_column(String(60))
    kind: Mapped[DisputeKind] = mapped_column(coded(DisputeKind))
    kind_words: Mapped[str | None] = mapped_column(String(120))
    resources: Mapped[tuple] = mapped_column(Codes(Resource), nullable=True)
    relation: Mapped[Relation | None] = mapped_column(coded(Relation))
    scale: Mapped[Scale | None] = mapped_column(coded(Scale))
    triggers: Mapped[tuple] = mapped_column(Codes(Trigger), nullable=True)
    place: Mapped[SaidPlace | None] = said_place("at")
    began_on: Mapped[ApproximateDate | None] = said_date("began_on")
    story: Mapped[str | None] = mapped_column(Text)

    lead = relationship("Institution", lazy="joined", innerjoin=True)
    villages: Mapped[list["DisputePlace"]] = relationship(order_by="DisputePlace.number", viewonly=True)

    __mapper_args__ = {"version_id_col": act_count, "version_id_generator": False}

    @property
    def stream(self) -> str:
        """The ledger stream of this dispute."""
        return f"dispute:{self.reference}"

    @property
    def kind_said(self) -> str | LazyText:
        """The kind of the dispute, in its own words when it is none of the list."""
        return self.kind_words or self.kind.label

    @property
    def happened_on(self) -> ApproximateDate | None:
        """When the demand was made, under the name that every form and act gives to its event date."""
        return self.asked_on


class DisputePlace(OfDispute, Base):
    """Another village of the dispute, beside the one it is filed under."""

    __tablename__ = "dispute_place"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    place: Mapped[SaidPlace] = said_place("at")


class TeamMember(OfDispute, Strikable, Base):
    """Somebody the dispute is entrusted to, with or without an account; the team is history, never blanked.

    From the day `until` on they work on it no more, and see it no more. `replaces` is whose place they took.
    """

    __tablename__ = "team_member"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("until IS NULL OR until >= since", "in_order"),
        Index("ix_team_member_account_id", "account_id", "dispute_id"),
    )

    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(120))
    quality: Mapped[str | None] = mapped_column(String(120))
    leads: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]
    ended_for: Mapped[TeamReason | None] = mapped_column(coded(TeamReason))
    ended_words: Mapped[str | None] = mapped_column(String(500))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("team_member.id"))


class Attempt(OfDispute, Strikable, Base):
    """Something that was tried before the saisine, by custom, administration or court.

    `side` is the side that won, as `source` says; an appeal is an attempt against another one's decision.
    """

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    channel: Mapped[AttemptChannel] = mapped_column(coded(AttemptChannel))
    body: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    result: Mapped[AttemptResult | None] = mapped_column(coded(AttemptResult))
    decision: Mapped[str | None] = mapped_column(String(200))
    told: Mapped[str | None] = mapped_column(Text)
    level: Mapped[CourtLevel | None] = mapped_column(coded(CourtLevel))
    their_number: Mapped[str | None] = mapped_column(String(60))
    place: Mapped[SaidPlace | None] = said_place("at")
    side: Mapped[int | None]
    decided_on: Mapped[ApproximateDate | None] = said_date("decided_on")
    against_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"), index=True)
    applied: Mapped[Applied | None] = mapped_column(coded(Applied))
    source: Mapped[str | None] = mapped_column(String(200))

    attacked: Mapped["Attempt | None"] = relationship(remote_side="Attempt.id")

    @property
    def against(self) -> int | None:
        """The number of the attempt whose decision it contests, as a form asks it."""
        return self.attacked.number if self.attacked is not None else None

    @property
    def when(self) -> ApproximateDate | None:
        """The day of its decision, or of the attempt itself."""
        return self.decided_on or self.happened_on


class Harm(OfDispute, Strikable, Base):
    """A count of what was suffered, with who says so and when; sources may disagree, all are kept, none is summed.

    `quantity`, in its `unit`, is what the damage is worth; `count_said` is a number as it was told.
    """

    __tablename__ = "harm"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("count IS NULL OR count >= 0", "not_negative"),
        CheckConstraint("children IS NULL OR children >= 0", "children_not_negative"),
        CheckConstraint("quantity IS NULL OR quantity >= 0", "quantity_not_negative"),
        CheckConstraint("quantity IS NULL OR unit IS NOT NULL", "quantity_has_unit"),
    )

    kind: Mapped[HarmKind] = mapped_column(coded(HarmKind))
    count: Mapped[int | None]
    women: Mapped[int | None]
    men: Mapped[int | None]
    children: Mapped[int | None]
    count_said: Mapped[str | None] = mapped_column(String(120))
    what: Mapped[str | None] = mapped_column(String(200))
    quantity: Mapped[Decimal | None] = mapped_column(Amount)
    unit: Mapped[str | None] = mapped_column(String(60))
    source: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    said_on: Mapped[ApproximateDate | None] = said_date("said_on")
