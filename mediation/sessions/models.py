"""Sessions planned and held, who sat and who came, summons, reserved notes, mediations that failed."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.acts.vocabulary import SessionStage, Stage, SummonsStage
from mediation.commissions.kinds import Category
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Amount, Base, Codes, coded, still
from mediation.kernel.saying import said_date
from mediation.parties.kinds import Language
from mediation.places.models import SaidPlace, said_place
from mediation.sessions.kinds import OfferAnswer, OutcomeKind, Presence, Result, Seat, SessionKind, SummonsChannel


class MediationSession(OfDispute, Strikable, Base):
    """A meeting of the mediation, planned or held; counts left None are unknown, which is not nought."""

    __tablename__ = "mediation_session"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("stage = 'held' OR NOT somebody_came", "came_to_held"),
        CheckConstraint("women IS NULL OR women >= 0", "women_not_negative"),
        CheckConstraint("men IS NULL OR men >= 0", "men_not_negative"),
        CheckConstraint("participants IS NULL OR participants >= 0", "participants_not_negative"),
        still("ix_mediation_session_agenda", SessionStage.PLANNED, "planned_on_latest", "dispute_id"),
        still("ix_mediation_session_in_dispute", SessionStage.PLANNED, "dispute_id", "planned_on_latest"),
    )

    stage: Mapped[SessionStage] = mapped_column(coded(SessionStage))
    kind: Mapped[SessionKind | None] = mapped_column(coded(SessionKind))
    place: Mapped[SaidPlace | None] = said_place("at")

    planned_on: Mapped[ApproximateDate | None] = said_date("planned_on")
    planned_hour: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str | None] = mapped_column(String(500))
    postponed_to_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)

    held_on: Mapped[ApproximateDate | None] = said_date("held_on")
    duration: Mapped[str | None] = mapped_column(String(80))
    result: Mapped[Result | None] = mapped_column(coded(Result))
    somebody_came: Mapped[bool] = mapped_column(default=False)
    women: Mapped[int | None]
    men: Mapped[int | None]
    participants: Mapped[int | None]
    languages: Mapped[tuple] = mapped_column(Codes(Language), nullable=True)
    said: Mapped[str | None] = mapped_column(Text)
    decided: Mapped[str | None] = mapped_column(Text)
    next_words: Mapped[str | None] = mapped_column(String(300))
    # Raised by every completion, so that a change of who came is seen as a change of the session.
    completions: Mapped[int] = mapped_column(default=0)

    postponed_to: Mapped["MediationSession | None"] = relationship(remote_side="MediationSession.id")
    every_attendance: Mapped[list["Attendance"]] = relationship(viewonly=True, order_by="Attendance.number")
    every_seat: Mapped[list["BenchMember"]] = relationship(viewonly=True, order_by="BenchMember.number")

    @property
    def happened_on(self) -> ApproximateDate | None:
        """When it was held, under the name that every form gives to an event date."""
        return self.held_on

    @property
    def bench(self) -> list["BenchMember"]:
        """Who sat, without those struck out."""
        return [member for member in self.every_seat if member.struck_at is None]

    @property
    def attendance(self) -> list["Attendance"]:
        """Who came, did not come or refused, without those struck out."""
        return [person for person in self.every_attendance if person.struck_at is None]

    @property
    def chaired_by(self) -> "BenchMember | None":
        """Who chaired, if somebody wrote it down."""
        return next((member for member in self.bench if member.chaired), None)


class Summons(OfDispute, Strikable, Base):
    """A summons or an invitation, to a party or to a person; answered follows from the attendance."""

    __tablename__ = "summons"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("party_id IS NOT NULL OR person IS NOT NULL", "to_somebody"),
    )

    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    person: Mapped[str | None] = mapped_column(String(200))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    stage: Mapped[SummonsStage] = mapped_column(coded(SummonsStage))
    channel: Mapped[SummonsChannel | None] = mapped_column(coded(SummonsChannel))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    text: Mapped[str | None] = mapped_column(Text)
    served_on: Mapped[ApproximateDate | None] = said_date("served_on")
    served_by: Mapped[str | None] = mapped_column(String(200))
    received_by: Mapped[str | None] = mapped_column(String(200))
    not_served_reason: Mapped[str | None] = mapped_column(String(500))

    party = relationship("Party", viewonly=True)
    session: Mapped[MediationSession | None] = relationship(viewonly=True)

    @property
    def addressee(self) -> str:
        """To whom it goes, as shown."""
        return self.party.name if self.party is not None else self.person


class BenchMember(OfDispute, Strikable, Base):
    """Somebody who sat at a session, with or without an account; or `people` who sat as one group."""

    __tablename__ = "bench_member"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("people IS NULL OR people >= 1", "people_some"),
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    category: Mapped[Category | None] = mapped_column(coded(Category))
    quality: Mapped[str | None] = mapped_column(String(120))
    chaired: Mapped[bool] = mapped_column(default=False)
    people: Mapped[int | None]

    @property
    def seat(self) -> Seat:
        """What the person did there, as a form asks it."""
        return Seat.CHAIRED if self.chaired else Seat.SAT


class Attendance(OfDispute, Strikable, Base):
    """Somebody expected at a session: a party, who speaks for one, a witness, or another person by name."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("party_id IS NOT NULL OR representative_id IS NOT NULL OR witness_id IS NOT NULL"
                        " OR name IS NOT NULL", "of_somebody"),
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    representative_id: Mapped[int | None] = mapped_column(ForeignKey("representative.id"))
    witness_id: Mapped[int | None] = mapped_column(ForeignKey("witness.id"))
    name: Mapped[str | None] = mapped_column(String(200))
    quality: Mapped[str | None] = mapped_column(String(120))
    presence: Mapped[Presence | None] = mapped_column(coded(Presence))

    party = relationship("Party", viewonly=True)
    representative = relationship("Representative", viewonly=True)
    witness = relationship("Witness", viewonly=True)

    @property
    def side(self) -> int | None:
        """The side this person is on or speaks for, if any."""
        party = self.party or (self.representative.party if self.representative else None)
        return party.side if party is not None else None

    @property
    def letter(self) -> str:
        """The letter of that side, or nothing."""
        return chr(ord("A") + self.side - 1) if self.side else ""

    @property
    def who(self) -> str:
        """Which person of the dispute this is, as a form names it; nothing for somebody else."""
        for name in ("party", "representative", "witness"):
            if (person := getattr(self, name)) is not None:
                return f"{name}-{person.number}"
        return ""

    @property
    def shown(self) -> str:
        """The name as shown: a witness by the alias."""
        if self.representative is not None:
            return self.representative.name
        if self.party is not None:
            return self.party.name
        return self.witness.alias if self.witness is not None else self.name


class ReservedNote(OfDispute, Strikable, Base):
    """What a mediator writes for themselves; the text is loaded by nothing but its opening."""

    __tablename__ = "reserved_note"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    written_on: Mapped[date]
    text: Mapped[str] = mapped_column(Text, deferred=True, deferred_raiseload=True, info={"reserved": True})


class MediationOutcome(OfDispute, Strikable, Base):
    """That a mediation ended without a settlement: nobody agreed, or a party never came.

    One that is struck out counts no more; the stage it led to stays until somebody looks.
    """

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("attempts >= 0", "attempts_not_negative"),
    )

    kind: Mapped[OutcomeKind] = mapped_column(coded(OutcomeKind))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    attempts: Mapped[int]
    points: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)

    ignored: Mapped[list["IgnoredSummons"]] = relationship(viewonly=True, order_by="IgnoredSummons.number")


class IgnoredSummons(OfDispute, Base):
    """A served summons to which a party did not come, named by the default that it led to."""

    __tablename__ = "ignored_summons"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcome.id"), index=True)
    summons_id: Mapped[int] = mapped_column(ForeignKey("summons.id"), index=True)

    summons: Mapped[Summons] = relationship(viewonly=True)


class Resumption(OfDispute, Base):
    """That the mediation was taken up again, after it had failed or after an agreement."""

    __tablename__ = "resumption"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    from_stage: Mapped[Stage] = mapped_column(coded(Stage))
    reason: Mapped[str] = mapped_column(String(500))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")


class Offer(OfDispute, Strikable, Base):
    """What was offered, by a side or by somebody else, to which sides (letters, "AB"), and what became of it."""

    __tablename__ = "offer"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("side IS NOT NULL OR made_by IS NOT NULL", "made_by_somebody"),
        CheckConstraint("quantity IS NULL OR quantity >= 0", "quantity_not_negative"),
        CheckConstraint("quantity IS NULL OR unit IS NOT NULL", "quantity_has_unit"),
        CheckConstraint("answer IS NOT NULL OR (answer_side IS NULL AND answered_by IS NULL)", "answered_if_answer"),
    )

    side: Mapped[int | None]
    made_by: Mapped[str | None] = mapped_column(String(200))
    to_sides: Mapped[str | None] = mapped_column(String(26))
    what: Mapped[str] = mapped_column(String(1000))
    quantity: Mapped[Decimal | None] = mapped_column(Amount)
    unit: Mapped[str | None] = mapped_column(String(60))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    answer: Mapped[OfferAnswer | None] = mapped_column(coded(OfferAnswer))
    answer_side: Mapped[int | None]
    answered_by: Mapped[str | None] = mapped_column(String(200))
    answered_on: Mapped[ApproximateDate | None] = said_date("answered_on")
    answer_reason: Mapped[str | None] = mapped_column(String(500))

    @property
    def letter(self) -> str:
        """The letter of the side that makes it, or nothing."""
        return chr(ord("A") + self.side - 1) if self.side else ""
