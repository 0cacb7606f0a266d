"""The people and groups in a dispute: parties on their sides, who speaks for them, witnesses."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.places.models import SaidPlace, said_place


class Party(OfDispute, Strikable, Base):
    """A person or a group on a side; shown by its letter, in order of entry, never by colour."""

    __tablename__ = "party"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("side BETWEEN 1 AND 26", "has_side"),
        Index("ix_party_account_id", "account_id"),
        Index("ix_party_folded", "folded"),
    )

    side: Mapped[int]
    kind: Mapped[PartyKind] = mapped_column(coded(PartyKind))
    name: Mapped[str] = mapped_column(String(200))
    other_names: Mapped[str | None] = mapped_column(String(300))
    child_of: Mapped[str | None] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    folded: Mapped[str] = mapped_column(String(700))
    sex: Mapped[Sex | None] = mapped_column(coded(Sex))
    born_on: Mapped[ApproximateDate | None] = said_date("born_on")
    members: Mapped[int | None]
    place: Mapped[SaidPlace | None] = said_place("at")
    reached_by: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[Language | None] = mapped_column(coded(Language))
    asked: Mapped[bool] = mapped_column(default=False)
    said: Mapped[str | None] = mapped_column(String(1000))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    representatives: Mapped[list["Representative"]] = relationship(
        back_populates="party", order_by="Representative.number")

    @property
    def letter(self) -> str:
        """The letter of the party's side: A, B, C…"""
        return chr(ord("A") + self.side - 1)


class Representative(OfDispute, Strikable, Base):
    """Who speaks for a party, and on what basis."""

    __tablename__ = "representative"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        Index("ix_representative_account_id", "account_id"),
    )

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    sex: Mapped[Sex | None] = mapped_column(coded(Sex))
    born_on: Mapped[ApproximateDate | None] = said_date("born_on")
    mandate: Mapped[Mandate] = mapped_column(coded(Mandate))
    mandate_words: Mapped[str | None] = mapped_column(String(300))
    given_on: Mapped[ApproximateDate | None] = said_date("given_on")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    party: Mapped[Party] = relationship(back_populates="representatives")


class Witness(OfDispute, Strikable, Base):
    """Somebody who saw or knows, under an alias: no list, journal or paper reads who it really is."""

    __tablename__ = "witness"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    alias: Mapped[str] = mapped_column(String(120))
    quality: Mapped[str | None] = mapped_column(String(200))
    sex: Mapped[Sex | None] = mapped_column(coded(Sex))
    side: Mapped[int | None]
    told: Mapped[str | None] = mapped_column(String(2000))
    name: Mapped[str | None] = mapped_column(String(200), info={"reserved": True})
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), info={"reserved": True})
