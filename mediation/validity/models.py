"""What happens to a signed agreement: the steps of its route to the judge, how it ends, the copies given."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import AgreementStage
from mediation.agreements.models import letter_of
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.saying import said_date
from mediation.parties.kinds import Language
from mediation.validity.kinds import ConditionResult, DenouncedHow, LapseReason, VisaBy


class WithPapers:
    """Something that goes with papers of the register: `papers` are their numbers in the dispute (",4,5,")."""

    papers: Mapped[str | None] = mapped_column(String(400))

    @property
    def sent(self) -> tuple[int, ...]:
        """The numbers of the papers that go with it."""
        return tuple(int(number) for number in (self.papers or "").split(",") if number)


class RouteStep(OfDispute, Strikable, WithPapers, Base):
    """A visa, a transmission to a court, its homologation or its return; `kind` is the stage it leads to.

    `paper` is the number of what proves it: of the visa, of the slip, of the decision. `receiver` is the
    institution of the register that gave the visa or was sent the agreement, if it is one: its own people read
    that it was; `authority` and `court` keep its name as it was then.
    """

    __tablename__ = "route_step"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("kind <> 'endorsed' OR visa_by IS NOT NULL", "visa_has_giver"),
        CheckConstraint("kind <> 'transmitted' OR court IS NOT NULL", "sent_somewhere"),
        CheckConstraint("kind <> 'returned' OR reason IS NOT NULL", "return_has_reason"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[AgreementStage] = mapped_column(coded(AgreementStage))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    visa_by: Mapped[VisaBy | None] = mapped_column(coded(VisaBy))
    by_whom: Mapped[str | None] = mapped_column(String(200))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    authority: Mapped[str | None] = mapped_column(String(200))
    paper: Mapped[str | None] = mapped_column(String(120))
    court: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str | None] = mapped_column(Text)

    agreement = relationship("Agreement")
    receiver = relationship("Institution")


class AgreementEnding(OfDispute, Strikable, Base):
    """How a signed agreement came to bind no more: denounced, rejected, replaced or over; one at most stands."""

    __tablename__ = "agreement_ending"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("successor_id IS NULL OR successor_id <> agreement_id", "replaced_by_another"),
        CheckConstraint("kind <> 'replaced' OR successor_id IS NOT NULL OR successor_words IS NOT NULL",
                        "replaced_by_something"),
        CheckConstraint("kind <> 'lapsed' OR lapse_reason IS NOT NULL", "over_for_a_reason"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[AgreementStage] = mapped_column(coded(AgreementStage))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    sides: Mapped[str | None] = mapped_column(String(26))
    by_whom: Mapped[str | None] = mapped_column(String(300))
    how: Mapped[DenouncedHow | None] = mapped_column(coded(DenouncedHow))
    before_whom: Mapped[str | None] = mapped_column(String(200))
    never_called: Mapped[bool | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    successor_words: Mapped[str | None] = mapped_column(String(300))
    lapse_reason: Mapped[LapseReason | None] = mapped_column(coded(LapseReason))
    reason: Mapped[str | None] = mapped_column(Text)

    agreement = relationship("Agreement", foreign_keys=[agreement_id])
    successor = relationship("Agreement", foreign_keys=[successor_id])
    accusations: Mapped[list["Accusation"]] = relationship(back_populates="end", order_by="Accusation.number")


class Accusation(OfDispute, Base):
    """What one side says that the other did not keep, when an agreement is denounced."""

    __tablename__ = "accusation"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("side IS NOT NULL OR name IS NOT NULL", "is_somebodys"),
    )

    ending_id: Mapped[int] = mapped_column(ForeignKey("agreement_ending.id"), index=True)
    side: Mapped[int | None]
    name: Mapped[str | None] = mapped_column(String(200))
    words: Mapped[str] = mapped_column(String(1000))

    end: Mapped[AgreementEnding] = relationship(back_populates="accusations")

    @property
    def who(self) -> str:
        """Who says it: the side, the name, or both."""
        return ", ".join(filter(None, (letter_of(self.side), self.name)))


class ConditionNote(OfDispute, Strikable, Base):
    """That the condition of a signed agreement was fulfilled, or failed: when, and who says so."""

    __tablename__ = "condition_note"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    result: Mapped[ConditionResult] = mapped_column(coded(ConditionResult))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    said_by: Mapped[str] = mapped_column(String(200))
    words: Mapped[str | None] = mapped_column(String(1000))

    agreement = relationship("Agreement")


class CopyGiven(OfDispute, Strikable, WithPapers, Base):
    """A copy of a signed agreement given to sides or to somebody else; `receiver` as in the steps of its route."""

    __tablename__ = "copy_given"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("sides IS NOT NULL OR given_to IS NOT NULL", "is_given_to_somebody"),
        CheckConstraint("count IS NULL OR count > 0", "one_at_least"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    sides: Mapped[str | None] = mapped_column(String(26))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id"), index=True)
    given_to: Mapped[str | None] = mapped_column(String(200))
    count: Mapped[int | None]
    language: Mapped[Language | None] = mapped_column(coded(Language))
    by_whom: Mapped[str | None] = mapped_column(String(200))

    agreement = relationship("Agreement")
    receiver = relationship("Institution")
