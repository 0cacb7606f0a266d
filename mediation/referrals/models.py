"""A dispute sent to another institution."""

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.vocabulary import ReferralStage, Stage
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date


class Referral(OfDispute, Base):
    """The dossier that left: to whom, with which cover, what was sent, and what was answered.

    `receiver` is an institution of the register, or `receiver_name` one outside it; `from_stage` is where the
    dispute stood when it left, and comes back to.
    """

    __tablename__ = "referral"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        Index("ix_referral_receiver_id", "receiver_id", "stage"),
    )

    stage: Mapped[ReferralStage] = mapped_column(coded(ReferralStage))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"))
    receiver_name: Mapped[str | None] = mapped_column(String(200))
    from_stage: Mapped[Stage] = mapped_column(coded(Stage))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    cover: Mapped[str | None] = mapped_column(Text)
    sent: Mapped[str | None] = mapped_column(Text)
    answered_on: Mapped[ApproximateDate | None] = said_date("answered_on")
    their_number: Mapped[str | None] = mapped_column(String(60))
    answer: Mapped[str | None] = mapped_column(Text)

    receiver = relationship("Institution")
