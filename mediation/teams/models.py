"""Somebody in another's place for one dispute, and what ties those who work on it to a party."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import Role
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.teams.kinds import InterestDecision, InterestKind, ReplacementKind, StandInCause


class Replacement(OfDispute, Base):
    """A chair or member replaced for this dispute, or a stand-in: who, in whose place, in which role, from when.

    Whoever has an account has that role in this dispute only; whoever is replaced sees it and does not act.
    Without a role it is a plain member's place, which opens nothing. The first day counts; on the day `until`
    it is over, at once. What a stand-in was named for ends with the dispute too.
    """

    __tablename__ = "replacement"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("until IS NULL OR until >= since", "in_order"),
        Index("ix_replacement_account_id", "account_id"),
        Index("ix_replacement_replaced_account_id", "replaced_account_id"),
    )

    kind: Mapped[ReplacementKind] = mapped_column(coded(ReplacementKind))
    role: Mapped[Role | None] = mapped_column(coded(Role))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    replaced_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    replaced_name: Mapped[str | None] = mapped_column(String(200))
    cause: Mapped[StandInCause | None] = mapped_column(coded(StandInCause))
    reason: Mapped[str | None] = mapped_column(String(500))
    since: Mapped[date]
    until: Mapped[date | None]
    ended_words: Mapped[str | None] = mapped_column(String(500))

    def stands_on(self, day: date) -> bool:
        """Whether it holds on this day, the dispute being open."""
        return self.since <= day and (self.until is None or self.until > day)


class Interest(OfDispute, Strikable, Base):
    """What ties somebody who works on the dispute to a party, as it was declared, and what was decided of it."""

    __tablename__ = "interest"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[InterestKind] = mapped_column(coded(InterestKind))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    words: Mapped[str | None] = mapped_column(String(500))
    decision: Mapped[InterestDecision | None] = mapped_column(coded(InterestDecision))
    decision_words: Mapped[str | None] = mapped_column(String(500))
    decided_by: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
