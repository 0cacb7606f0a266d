"""What an old paper register says of a dispute that was copied from it."""

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.scope import OfDispute
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base
from mediation.kernel.saying import said_date


class Transcription(OfDispute, Base):
    """That a dispute was copied from a paper register, and what was decided in the words of that register.

    Book, page, line, clerk and the day of writing stand beside the dispute as its late entry.
    """

    __tablename__ = "transcription"
    __table_args__ = (UniqueConstraint("dispute_id", "number"), UniqueConstraint("dispute_id"))

    decided: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(String(200))
    decided_on: Mapped[ApproximateDate | None] = said_date("decided_on")
