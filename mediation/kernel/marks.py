"""What a database is marked as: the demo's loader may move the clock in a database marked demo, and there only."""

from sqlalchemy import String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from mediation.kernel.db import Base, db, writing

DEMO, FILLED = "demo", "demo filled"


class Mark(Base):
    """A word written on the database itself."""

    __tablename__ = "mark"

    name: Mapped[str] = mapped_column(String(40), unique=True)


def is_marked(name: str) -> bool:
    """Whether the database bears this mark."""
    return db.session.scalar(select(Mark.id).where(Mark.name == name)) is not None


def mark(name: str) -> None:
    """Write a mark on the database, for good."""
    db.session.rollback()
    with writing():
        db.session.execute(insert(Mark.__table__).values(name=name))
        db.session.commit()
