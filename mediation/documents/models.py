"""Pieces of a dispute, and the words of those that are reserved, in a table of their own."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mediation.acts.scope import OfDispute
from mediation.acts.strike import Strikable
from mediation.documents.kinds import DocumentKind, Family, FileType
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, coded
from mediation.kernel.files import NAME
from mediation.kernel.saying import said_date

RESERVED = {"reserved": True}


class Document(OfDispute, Strikable, Base):
    """A piece: what it is, the file as it came (`sha256`), and for an image the two copies that are shown.

    It hangs on the dispute, or on one thing in it. Of a reserved one nothing here says what it holds: its
    words are in `reserved_words`.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("dispute_id", "number"),
        CheckConstraint(
            "(CASE WHEN session_id IS NULL THEN 0 ELSE 1 END + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN commitment_id IS NULL THEN 0 ELSE 1 END + CASE WHEN signature_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END) <= 1", "about_one_thing"),
        CheckConstraint("NOT reserved OR (title IS NULL AND description IS NULL AND source IS NULL"
                        " AND file_name IS NULL)", "reserved_says_nothing"),
        CheckConstraint("size > 0", "not_empty"),
    )

    kind: Mapped[DocumentKind] = mapped_column(coded(DocumentKind))
    reserved: Mapped[bool]
    title: Mapped[str | None] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(200))
    happened_on: Mapped[ApproximateDate | None] = said_date("happened_on")
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitment.id"), index=True)
    signature_id: Mapped[int | None] = mapped_column(ForeignKey("signature.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), index=True)
    added_by: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    added_on: Mapped[date]
    file_name: Mapped[str | None] = mapped_column(String(120))
    file_type: Mapped[FileType] = mapped_column(coded(FileType))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(NAME))
    view_sha256: Mapped[str | None] = mapped_column(String(NAME))
    view_size: Mapped[int | None]
    thumbnail_sha256: Mapped[str | None] = mapped_column(String(NAME))
    width: Mapped[int | None]
    height: Mapped[int | None]

    session = relationship("MediationSession", viewonly=True)
    agreement = relationship("Agreement", viewonly=True)
    commitment = relationship("Commitment", viewonly=True)
    signature = relationship("Signature", viewonly=True)
    visit = relationship("Visit", viewonly=True)

    @property
    def is_image(self) -> bool:
        """Whether it can be looked at on a page."""
        return self.file_type.family is Family.IMAGE


class ReservedWords(OfDispute, Base):
    """What is said of a reserved piece; loaded by nothing but the question of who may read it."""

    __tablename__ = "reserved_words"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), unique=True)
    title: Mapped[str | None] = mapped_column(String(200), deferred=True, deferred_raiseload=True, info=RESERVED)
    description: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_raiseload=True, info=RESERVED)
    source: Mapped[str | None] = mapped_column(String(200), deferred=True, deferred_raiseload=True, info=RESERVED)
    file_name: Mapped[str | None] = mapped_column(String(120), deferred=True, deferred_raiseload=True, info=RESERVED)
