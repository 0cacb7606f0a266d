"""A paper: its number, what it says, frozen, and the fingerprint of the file that was issued."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.vocabulary import PaperStage
from mediation.kernel.db import Base, Moment, coded
from mediation.papers.kinds import PaperKind


class Paper(OfDispute, Base):
    """A paper of a dispute. `about` is the row it is about ("agreement:12"); `content` is what it says, as JSON.

    `reference` is its number in the institution and year; `code` is what anybody who holds the paper checks
    it by; `fingerprint` is the SHA-256 of the file, under which it is stored; `rests_on` are the rows that it
    tells (",party:3,session:5,"), which are not struck out while it is in force.
    """

    __tablename__ = "paper"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint("stage NOT IN ('current', 'superseded') OR fingerprint IS NOT NULL", "issued_has_file"),
        CheckConstraint("stage <> 'annulled' OR reason IS NOT NULL", "annulled_has_reason"),
        CheckConstraint("stage <> 'superseded' OR replaced_by_id IS NOT NULL", "superseded_by_another"),
        Index("ix_paper_fingerprint", "fingerprint"),
    )

    stage: Mapped[PaperStage] = mapped_column(coded(PaperStage))
    kind: Mapped[PaperKind] = mapped_column(coded(PaperKind))
    about: Mapped[str] = mapped_column(String(60))
    reference: Mapped[str] = mapped_column(String(32), unique=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    content: Mapped[str] = mapped_column(Text, deferred=True)
    rests_on: Mapped[str] = mapped_column(Text)
    # The last signed note of the journal before it: the paper itself is a witness of it.
    journal_line: Mapped[int | None]
    journal_root: Mapped[str | None] = mapped_column(String(64))
    reserved_at: Mapped[datetime] = mapped_column(Moment)
    reserved_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    issued_at: Mapped[datetime | None] = mapped_column(Moment)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None]
    sealed: Mapped[bool] = mapped_column(default=False)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"), index=True)
    reason: Mapped[str | None] = mapped_column(String(500))

    replaced_by: Mapped["Paper | None"] = relationship(remote_side="Paper.id")
    issuer = relationship("Account", foreign_keys=[reserved_by])
