"""Institutions, what they settle, their dated members, and the dated roles of people who have an account."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.guard import Guarded
from mediation.acts.vocabulary import Role
from mediation.commissions.kinds import Category, InstitutionKind, SettingName, Source, Standing, SummonsWord
from mediation.kernel.db import Base, coded
from mediation.places.models import FOLLOWING, PATH


class Institution(Guarded, Base):
    """A commission, network, committee or authority; its code begins the numbers of its disputes."""

    __tablename__ = "institution"

    code: Mapped[str] = mapped_column(String(10), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[InstitutionKind] = mapped_column(coded(InstitutionKind))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    path: Mapped[str] = mapped_column(PATH, index=True, default="")
    decision: Mapped[str | None] = mapped_column(String(300))
    summons_word: Mapped[SummonsWord] = mapped_column(coded(SummonsWord), default=SummonsWord.SUMMONS)
    act_count: Mapped[int] = mapped_column(default=0)

    place = relationship("Place")
    settings: Mapped[list["Setting"]] = relationship(back_populates="institution", viewonly=True)

    # What an open form asks beside the institution's own row: the one setting it is about.
    parts = ()

    @property
    def stream(self) -> str:
        """The ledger stream of what the institution went through."""
        return f"commission:{self.code}"


class Setting(Guarded, Base):
    """What an institution settled, with its source; no row, or one that says so, means that nothing is settled.

    The value is a text that says by itself what it is: see `settings.py`.
    """

    __tablename__ = "setting"
    __table_args__ = (
        UniqueConstraint("institution_id", "name"),
        CheckConstraint("(standing = 'value') = (value IS NOT NULL)", "value_when_known"),
    )

    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"))
    name: Mapped[SettingName] = mapped_column(coded(SettingName))
    standing: Mapped[Standing] = mapped_column(coded(Standing))
    value: Mapped[str | None] = mapped_column(Text)
    source: Mapped[Source | None] = mapped_column(coded(Source))
    source_words: Mapped[str | None] = mapped_column(String(300))
    set_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    set_on: Mapped[date]

    institution: Mapped[Institution] = relationship(back_populates="settings")
    setter = relationship("Account", foreign_keys=[set_by])


class Membership(Guarded, Base):
    """Somebody who sits in an institution, with or without an account, from a day to a day."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("institution_id", "number"),
        CheckConstraint("until IS NULL OR until >= since", "in_order"),
    )

    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), index=True)
    number: Mapped[int]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    category: Mapped[Category] = mapped_column(coded(Category))
    since: Mapped[date]
    until: Mapped[date | None]

    institution: Mapped[Institution] = relationship()

    @property
    def stream(self) -> str:
        """The ledger stream of its institution."""
        return self.institution.stream


class RoleHeld(Guarded, Base):
    """A role somebody holds, in an institution or over a territory; the last day counts.

    Numbered in its institution, or in the house for roles that belong to none.
    """

    __tablename__ = "role"
    __table_args__ = (
        UniqueConstraint("institution_id", "number"),
        CheckConstraint("until IS NULL OR until >= since", "in_order"),
        CheckConstraint("institution_id IS NULL OR territory IS NULL", "one_reach"),
        Index("ix_role_account_id", "account_id", "since"),
    )

    number: Mapped[int]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    role: Mapped[Role] = mapped_column(coded(Role))
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    territory: Mapped[str | None] = mapped_column(PATH)
    since: Mapped[date]
    until: Mapped[date | None]
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    granted_on: Mapped[date]

    account = relationship("Account", foreign_keys=[account_id])
    granter = relationship("Account", foreign_keys=[granted_by])
    institution: Mapped[Institution | None] = relationship()

    @property
    def stream(self) -> str:
        """The ledger stream of its institution, or of the house."""
        return self.institution.stream if self.institution else "admin"


FOLLOWING.extend((Institution.path, RoleHeld.territory))
