"""The secret addresses under which people's calendars are fetched, and the day each was last fetched."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, column
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.guard import Guarded
from mediation.kernel.db import Base, Moment

STILL_OPEN = column("closed_at").is_(None)


class CalendarLink(Guarded, Base):
    """A secret address, known by its hash alone, in the language of whoever made it; one at most is open for each."""

    __tablename__ = "calendar_link"
    __table_args__ = (
        Index("ix_calendar_link_open", "account_id", unique=True, postgresql_where=STILL_OPEN,
              sqlite_where=STILL_OPEN),
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True, info={"reserved": True})
    language: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class CalendarFetch(Base):
    """The last day on which an address was fetched: no part of the register, written once a day at most."""

    __tablename__ = "calendar_fetch"

    link_id: Mapped[int] = mapped_column(ForeignKey("calendar_link.id"), unique=True)
    fetched_on: Mapped[date]
