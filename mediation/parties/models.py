"""The people and groups in a dispute: parties, who speaks for them, witnesses, helpers, consents."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import ConsentStage, MandateStage, PartyStage
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.parties.kinds import (
    ConsentForm,
    ConsentScope,
    HelperQuality,
    Language,
    LeaveReason,
    Mandate,
    MandateAfter,
    MandateEnd,
    PartyKind,
    PartyPresence,
    Sex,
    SuccessionBasis,
)
from mediation.places.models import SaidPlace, said_place


class Party(OfDispute, Strikable, Base):
    """A person or a group on a side; shown by its letter, in order of entry, never by colour.

    An ally stands by a side and is no principal: it is bound by no settlement and makes no side by itself.
    """

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
    language_words: Mapped[str | None] = mapped_column(String(60))
    joined_on: Mapped[ApproximateDate | None] = said_date("joined_on")
    presence: Mapped[PartyPresence | None] = mapped_column(coded(PartyPresence))
    ally: Mapped[bool | None]
    initials: Mapped[bool | None]
    asked: Mapped[bool] = mapped_column(default=False)
    said: Mapped[str | None] = mapped_column(String(1000))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    representatives: Mapped[list["Representative"]] = relationship(
        back_populates="party", order_by="Representative.number")
    departures: Mapped[list["Departure"]] = relationship(
        back_populates="party", order_by="Departure.number", foreign_keys="Departure.party_id")

    @property
    def letter(self) -> str:
        """The letter of the party's side: A, B, C…"""
        return chr(ord("A") + self.side - 1)

    @property
    def gone(self) -> list["Departure"]:
        """That it left and who succeeds it, as far as it stands."""
        return [one for one in self.departures if one.struck_at is None]

    @property
    def stage(self) -> PartyStage:
        """Whether it is still in the dispute."""
        return PartyStage.FORMER if self.gone else PartyStage.HERE

    @property
    def left_on(self) -> ApproximateDate | None:
        """When it left, if it did and somebody knows."""
        return self.gone[0].happened_on if self.gone else None

    def was_here(self, when: ApproximateDate | None = None) -> bool:
        """Whether it was, or may have been, in the dispute on a day; now, if no day is told."""
        if self.struck_at is not None:
            return False
        return self.stage is PartyStage.HERE or _may_cover(self.left_on, when)


def _may_cover(left_on: ApproximateDate | None, when: ApproximateDate | None) -> bool:
    """Whether somebody who has left may still have been there on a day."""
    return when is not None and (left_on is None or not left_on.certainly_before(when))


class Departure(OfDispute, Strikable, Base):
    """That a party is in the dispute no more: when and why, or which party succeeds it and on what basis.

    A party that several heirs succeed has one for each; one that died before it was succeeded has both.
    """

    __tablename__ = "departure"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("successor_id IS NULL OR successor_id <> party_id", "not_itself"),
        CheckConstraint("reason <> 'succeeded' OR successor_id IS NOT NULL", "succeeded_by_somebody"),
    )

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    reason: Mapped[LeaveReason] = mapped_column(coded(LeaveReason))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    words: Mapped[str | None] = mapped_column(String(500))
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    basis: Mapped[SuccessionBasis | None] = mapped_column(coded(SuccessionBasis))

    party: Mapped[Party] = relationship(back_populates="departures", foreign_keys=[party_id])
    successor: Mapped[Party | None] = relationship(foreign_keys=[successor_id])


class Representative(OfDispute, Strikable, Base):
    """Who speaks for a party, a person or an organisation, on what basis, and until when."""

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
    organisation: Mapped[bool | None]
    ended_on: Mapped[ApproximateDate | None] = said_date("ended_on")
    ended_reason: Mapped[MandateEnd | None] = mapped_column(coded(MandateEnd))
    ended_words: Mapped[str | None] = mapped_column(String(500))
    mandate_after: Mapped[MandateAfter | None] = mapped_column(coded(MandateAfter))

    party: Mapped[Party] = relationship(back_populates="representatives")

    @property
    def stage(self) -> MandateStage:
        """Whether this person or organisation still speaks for the party."""
        return MandateStage.ENDED if self.ended_reason is not None else MandateStage.SPEAKS

    def spoke(self, when: ApproximateDate | None = None) -> bool:
        """Whether it spoke, or may have spoken, for the party on a day; now, if no day is told."""
        if self.struck_at is not None:
            return False
        return self.stage is MandateStage.SPEAKS or _may_cover(self.ended_on, when)


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


class Intermediary(OfDispute, Strikable, Base):
    """Somebody who helps the parties, by quality; the name may be unknown, and several may be one group."""

    __tablename__ = "intermediary"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("people IS NULL OR people >= 1", "people_some"),
        CheckConstraint("women IS NULL OR women >= 0", "women_not_negative"),
        CheckConstraint("men IS NULL OR men >= 0", "men_not_negative"),
        CheckConstraint("replaced_by_id IS NULL OR replaced_by_id <> id", "not_itself"),
    )

    quality: Mapped[HelperQuality] = mapped_column(coded(HelperQuality))
    quality_words: Mapped[str | None] = mapped_column(String(200))
    name: Mapped[str | None] = mapped_column(String(200))
    other_names: Mapped[str | None] = mapped_column(String(300))
    reported_as: Mapped[str | None] = mapped_column(String(200))
    source: Mapped[str | None] = mapped_column(String(200))
    side: Mapped[int | None]
    people: Mapped[int | None]
    women: Mapped[int | None]
    men: Mapped[int | None]
    did: Mapped[str | None] = mapped_column(String(1000))
    since: Mapped[ApproximateDate | None] = said_date("since")
    until: Mapped[ApproximateDate | None] = said_date("until")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("intermediary.id"), index=True)

    replacement: Mapped["Intermediary | None"] = relationship(remote_side="Intermediary.id")

    @property
    def replaced_by(self) -> int | None:
        """The number of whoever took over, as a form asks it."""
        return self.replacement.number if self.replacement is not None else None

    @property
    def called(self) -> str:
        """The name, or the quality when nobody knows the name."""
        return self.name or self.quality_words or str(self.quality.label)


class Consent(OfDispute, Strikable, Base):
    """To what a party, a witness or another person consents; once withdrawn it stays, as withdrawn."""

    __tablename__ = "consent"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("party_id IS NOT NULL OR witness_id IS NOT NULL OR person IS NOT NULL", "of_somebody"),
    )

    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    witness_id: Mapped[int | None] = mapped_column(ForeignKey("witness.id"))
    person: Mapped[str | None] = mapped_column(String(200))
    scope: Mapped[ConsentScope] = mapped_column(coded(ConsentScope))
    form: Mapped[ConsentForm | None] = mapped_column(coded(ConsentForm))
    language: Mapped[Language | None] = mapped_column(coded(Language))
    witnessed_by: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    words: Mapped[str | None] = mapped_column(String(500))
    withdrawn_on: Mapped[ApproximateDate | None] = said_date("withdrawn_on")
    withdrawn_words: Mapped[str | None] = mapped_column(String(500))
    withdrawn: Mapped[bool | None]

    @property
    def stage(self) -> ConsentStage:
        """Whether it still holds."""
        return ConsentStage.WITHDRAWN if self.withdrawn else ConsentStage.GIVEN
