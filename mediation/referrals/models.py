"""A dispute that pauses, leaves and comes back, who is helped elsewhere, and what one dispute is to another."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import ReferralStage, Stage
from mediation.disputes.kinds import DisputeKind
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.places.models import SaidPlace, said_place
from mediation.referrals.kinds import Helper, HelpReason, LinkKind, PauseReason


class Pause(OfDispute, Base):
    """A time in which the dispute waits: why, until when if that is known, and from which stage.

    It goes on while `from_stage` has not come back; `resumed_on` is when it did.
    """

    __tablename__ = "pause"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    reason: Mapped[PauseReason] = mapped_column(coded(PauseReason))
    words: Mapped[str | None] = mapped_column(String(300))
    from_stage: Mapped[Stage] = mapped_column(coded(Stage))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    until: Mapped[ApproximateDate | None] = said_date("until")
    resumed_on: Mapped[ApproximateDate | None] = said_date("resumed_on")
    resumed_words: Mapped[str | None] = mapped_column(String(300))


class Orientation(OfDispute, Strikable, Base):
    """Somebody who was sent to another help, a party or a person in words; what happened to them is not told."""

    __tablename__ = "orientation"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("party_id IS NOT NULL OR name IS NOT NULL", "somebody"),
    )

    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    name: Mapped[str | None] = mapped_column(String(200))
    helper: Mapped[Helper] = mapped_column(coded(Helper))
    helper_name: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[HelpReason] = mapped_column(coded(HelpReason))
    words: Mapped[str | None] = mapped_column(String(160))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")


class Referral(OfDispute, Base):
    """The dossier that left: to whom, with which cover, what was sent, and what was answered.

    `receiver` is an institution of the register, whose secretary reads this row and nothing else of the
    dispute: hence the sender, the number, the title, the kind and the place are repeated here, as they were
    sent. `from_stage` is where the dispute stood when it left, and comes back to.
    """

    __tablename__ = "referral"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        Index("ix_referral_receiver_id", "receiver_id", "stage"),
    )

    for_guests = True

    stage: Mapped[ReferralStage] = mapped_column(coded(ReferralStage))
    sender_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"))
    receiver_name: Mapped[str] = mapped_column(String(200))
    from_stage: Mapped[Stage] = mapped_column(coded(Stage))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    our_number: Mapped[str] = mapped_column(String(24), index=True)
    title: Mapped[str] = mapped_column(String(160))
    kind: Mapped[DisputeKind] = mapped_column(coded(DisputeKind))
    place: Mapped[SaidPlace | None] = said_place("at")
    cover: Mapped[str | None] = mapped_column(Text)
    sent: Mapped[str | None] = mapped_column(Text)
    answered_on: Mapped[ApproximateDate | None] = said_date("answered_on")
    their_number: Mapped[str | None] = mapped_column(String(60))
    answer: Mapped[str | None] = mapped_column(Text)

    sender = relationship("Institution", foreign_keys=[sender_id])
    receiver = relationship("Institution", foreign_keys=[receiver_id])


class DisputeLink(OfDispute, Strikable, Base):
    """What a dispute is to another: it hangs on one of them and is seen from both."""

    __tablename__ = "dispute_link"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("dispute_id <> other_id", "two_disputes"),
        Index("ix_dispute_link_other_id", "other_id"),
    )

    joins_two = True

    other_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"))
    kind: Mapped[LinkKind] = mapped_column(coded(LinkKind))

    dispute = relationship("Dispute", foreign_keys="DisputeLink.dispute_id")
