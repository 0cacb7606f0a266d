"""The settlement: its text and commitments, who answers for it and follows it, how it was read and signed.

What an amended draft no longer says is marked `dropped` and stays. `draft` counts the texts of one agreement:
a reading is of the text it was made from.
"""

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.vocabulary import BINDING, OWED, SIGNED_ONCE, AgreementStage, CommitmentStage
from mediation.agreements.kinds import AgreementForm, Basis, Check, CommitmentKind, EarlierLink, Mark
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Amount, Base, Codes, coded, still
from mediation.kernel.saying import said_date
from mediation.parties.kinds import Language
from mediation.places.models import SaidPlace, said_place


def letter_of(side: int | None) -> str | None:
    """The letter of a side; None for no side in particular."""
    return chr(ord("A") + side - 1) if side else None


class Agreement(OfDispute, Base):
    """A settlement, total or partial; once signed it never changes."""

    __tablename__ = "agreement"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        Index("ix_agreement_stage", "stage", "dispute_id"),
        CheckConstraint("stage <> 'abandoned' OR abandoned_reason IS NOT NULL", "abandoned_has_reason"),
        CheckConstraint("total = true OR mediation_goes_on IS NOT NULL", "partial_says_what_follows"),
        CheckConstraint("women IS NULL OR women >= 0", "women_not_negative"),
        CheckConstraint("men IS NULL OR men >= 0", "men_not_negative"),
        CheckConstraint("earlier_id IS NULL OR earlier_id <> id", "replaces_another"),
        CheckConstraint("unlimited = false OR lasts_until_precision IS NULL", "unlimited_has_no_end"),
    )

    stage: Mapped[AgreementStage] = mapped_column(coded(AgreementStage))
    draft: Mapped[int] = mapped_column(default=1)
    basis: Mapped[Basis] = mapped_column(coded(Basis))
    form: Mapped[AgreementForm] = mapped_column(coded(AgreementForm))
    total: Mapped[bool]
    mediation_goes_on: Mapped[bool | None]
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    place: Mapped[SaidPlace | None] = said_place("at")
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    points: Mapped[str | None] = mapped_column(Text)
    remaining: Mapped[str | None] = mapped_column(Text)
    called: Mapped[str | None] = mapped_column(String(200))
    recommended_by: Mapped[str | None] = mapped_column(String(200))
    covers: Mapped[str | None] = mapped_column(String(1000))
    not_covered: Mapped[str | None] = mapped_column(String(1000))
    lasts_from: Mapped[ApproximateDate | None] = said_date("lasts_from")
    lasts_until: Mapped[ApproximateDate | None] = said_date("lasts_until")
    lasts_words: Mapped[str | None] = mapped_column(String(200))
    unlimited: Mapped[bool | None]
    condition_who: Mapped[str | None] = mapped_column(String(200))
    condition_what: Mapped[str | None] = mapped_column(String(500))
    condition_by: Mapped[ApproximateDate | None] = said_date("condition_by")
    condition_else: Mapped[str | None] = mapped_column(String(300))
    condition_met: Mapped[bool | None]
    sanctions: Mapped[str | None] = mapped_column(Text)
    # The earlier settlement that this one replaces once it is signed; one outside this dispute is only named.
    earlier_link: Mapped[EarlierLink | None] = mapped_column(coded(EarlierLink))
    earlier_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    earlier_words: Mapped[str | None] = mapped_column(String(300))
    no_commitment: Mapped[bool] = mapped_column(default=False)
    unseen: Mapped[str | None] = mapped_column(String(300))
    women: Mapped[int | None]
    men: Mapped[int | None]
    signed_on: Mapped[ApproximateDate | None] = said_date("signed_on")
    # What it was about when it was signed, and the numbers of what it rests on (",1,2,"): neither changes any more.
    about: Mapped[str | None] = mapped_column(Text)
    rests_on: Mapped[str | None] = mapped_column(String(400))
    abandoned_on: Mapped[ApproximateDate | None] = said_date("abandoned_on")
    abandoned_reason: Mapped[str | None] = mapped_column(String(500))

    session = relationship("MediationSession")
    replaced: Mapped["Agreement | None"] = relationship(remote_side="Agreement.id")
    every_commitment: Mapped[list["Commitment"]] = relationship(
        back_populates="agreement", order_by="(Commitment.position, Commitment.number)")
    every_guarantor: Mapped[list["Guarantor"]] = relationship(
        back_populates="agreement", order_by="Guarantor.number")
    every_witness: Mapped[list["AgreementWitness"]] = relationship(
        back_populates="agreement", order_by="AgreementWitness.number")
    every_member: Mapped[list["CommitteeMember"]] = relationship(
        back_populates="agreement", order_by="CommitteeMember.number")
    readings: Mapped[list["Reading"]] = relationship(back_populates="agreement", order_by="Reading.number")
    signatures: Mapped[list["Signature"]] = relationship(
        back_populates="agreement", order_by="Signature.number"
    )

    @property
    def binds(self) -> bool:
        """Whether it is signed and has not ended, wherever it is on its route."""
        return self.stage in BINDING

    @property
    def was_signed(self) -> bool:
        """Whether it was once signed, whether or not it still binds; then its text never changes."""
        return self.stage in SIGNED_ONCE

    @property
    def ended(self) -> bool:
        """Whether it bound once and binds no more."""
        return self.was_signed and not self.binds

    @property
    def rectifies(self) -> bool:
        """Whether it corrects an earlier settlement of this dispute, which is possible on a closed one too."""
        return self.earlier_link is EarlierLink.RECTIFIES and self.earlier_id is not None

    @property
    def commitments(self) -> list["Commitment"]:
        """The commitments of the text as it stands, in its order."""
        return [one for one in self.every_commitment if not one.dropped]

    @property
    def guarantors(self) -> list["Guarantor"]:
        """The guarantors named by the text as it stands."""
        return [one for one in self.every_guarantor if not one.dropped]

    @property
    def witnesses(self) -> list["AgreementWitness"]:
        """The witnesses named by the text as it stands."""
        return [one for one in self.every_witness if not one.dropped]

    @property
    def committee(self) -> list["CommitteeMember"]:
        """Who follows it for both sides, as named by the text as it stands."""
        return [one for one in self.every_member if not one.dropped]

    @property
    def earlier(self) -> int | None:
        """The number of the settlement that it replaces."""
        return self.replaced.number if self.replaced is not None else None

    @property
    def found_at(self) -> int | None:
        """The number of the session at which it was found."""
        return self.session.number if self.session is not None else None

    @property
    def reading(self) -> "Reading | None":
        """The reading of the text as it stands; one of an older text counts no more."""
        return next((one for one in self.readings if one.draft == self.draft), None)


class Commitment(OfDispute, Base):
    """Who does what, for whom, by when; `debtors` and `creditors` are letters ("AB") or "*" for all."""

    __tablename__ = "commitment"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("debtors <> ''", "has_debtor"),
        CheckConstraint("quantity IS NULL OR quantity >= 0", "not_negative"),
        CheckConstraint("exchange IS NULL OR exchange <> position", "not_in_exchange_for_itself"),
        still("ix_commitment_due", OWED, "due_on_latest", "dispute_id"),
        still("ix_commitment_in_dispute", OWED, "dispute_id", "due_on_latest"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    stage: Mapped[CommitmentStage] = mapped_column(coded(CommitmentStage))
    dropped: Mapped[bool] = mapped_column(default=False)
    kind: Mapped[CommitmentKind | None] = mapped_column(coded(CommitmentKind))
    debtors: Mapped[str] = mapped_column(String(26))
    what: Mapped[str] = mapped_column(String(1000))
    creditors: Mapped[str | None] = mapped_column(String(26))
    quantity: Mapped[Decimal | None] = mapped_column(Amount)
    unit: Mapped[str | None] = mapped_column(String(60))
    said_amount: Mapped[str | None] = mapped_column(String(200))
    through: Mapped[str | None] = mapped_column(String(200))
    yearly: Mapped[bool | None]
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    window: Mapped[str | None] = mapped_column(String(200))
    # The place in the text of the commitment that is made in return; the other one names this one.
    exchange: Mapped[int | None]
    reserved_clause: Mapped[str | None] = mapped_column(String(300))
    due_on: Mapped[ApproximateDate | None] = said_date("due_on")
    checked_by: Mapped[Check | None] = mapped_column(coded(Check))
    checked_words: Mapped[str | None] = mapped_column(String(200))
    # Who is bound and for whom, by name, as it was signed: who comes to a side later changes neither.
    signed_who: Mapped[str | None] = mapped_column(Text)
    signed_whom: Mapped[str | None] = mapped_column(Text)

    agreement: Mapped[Agreement] = relationship(back_populates="every_commitment")

    @property
    def who(self) -> list[str]:
        """The sides bound, as a form offers them."""
        return list(self.debtors)

    @property
    def whom(self) -> list[str]:
        """The sides that gain by it, as a form offers them."""
        return list(self.creditors or "")


class Guarantor(OfDispute, Base):
    """Somebody who answers for the agreement, perhaps for one side only."""

    __tablename__ = "guarantor"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    dropped: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    side: Mapped[int | None]

    agreement: Mapped[Agreement] = relationship(back_populates="every_guarantor")

    @property
    def letter(self) -> str | None:
        """The letter of the side for which this person answers; None for the whole agreement."""
        return letter_of(self.side)


class AgreementWitness(OfDispute, Base):
    """Somebody before whom the agreement was made."""

    __tablename__ = "agreement_witness"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    dropped: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))

    agreement: Mapped[Agreement] = relationship(back_populates="every_witness")


class CommitteeMember(OfDispute, Base):
    """Somebody of the committee that follows the agreement, perhaps for one side."""

    __tablename__ = "committee_member"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    dropped: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    side: Mapped[int | None]

    agreement: Mapped[Agreement] = relationship(back_populates="every_member")

    @property
    def letter(self) -> str | None:
        """The letter of the side for which this person follows it; None for nobody in particular."""
        return letter_of(self.side)


class Reading(OfDispute, Base):
    """The agreement read aloud: which text, in which languages, by whom, understood by which sides."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    draft: Mapped[int]
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    languages: Mapped[tuple] = mapped_column(Codes(Language), nullable=True)
    reader: Mapped[str | None] = mapped_column(String(200))
    understood: Mapped[str] = mapped_column(String(26))

    agreement: Mapped[Agreement] = relationship(back_populates="readings")


class Signature(OfDispute, Base):
    """One line of signature, never empty: a person, the mark they made, who saw it."""

    __tablename__ = "signature"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("party_id IS NOT NULL OR guarantor_id IS NOT NULL", "is_somebodys"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    representative_id: Mapped[int | None] = mapped_column(ForeignKey("representative.id"))
    guarantor_id: Mapped[int | None] = mapped_column(ForeignKey("guarantor.id"))
    name: Mapped[str] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(200))
    side: Mapped[int | None]
    mark: Mapped[Mark] = mapped_column(coded(Mark))
    certified_by: Mapped[str | None] = mapped_column(String(200))
    read_in: Mapped[Language | None] = mapped_column(coded(Language))
    read_by: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str | None] = mapped_column(String(300))

    agreement: Mapped[Agreement] = relationship(back_populates="signatures")

    @property
    def letter(self) -> str | None:
        """The letter of the side for which it stands; None for a guarantor of the whole."""
        return letter_of(self.side)
