"""Somebody in another's place for one dispute."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.acts.vocabulary import Role
from mediation.kernel.db import Base, coded
from mediation.teams.kinds import ReplacementKind


class Replacement(OfDispute, Base):
    """A chair or member replaced for this dispute, or a stand-in: who, in whose place, in which role, from when.

    Whoever has an account has that role in this dispute only; whoever is replaced sees it and does not act.
    The first and the last day count.
    """

    __tablename__ = "replacement"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("until IS NULL OR until >= since", "in_order"),
        Index("ix_replacement_account_id", "account_id"),
        Index("ix_replacement_replaced_account_id", "replaced_account_id"),
    )

    kind: Mapped[ReplacementKind] = mapped_column(coded(ReplacementKind))
    role: Mapped[Role] = mapped_column(coded(Role))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    replaced_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    replaced_name: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str | None] = mapped_column(String(500))
    since: Mapped[date]
    until: Mapped[date | None]
