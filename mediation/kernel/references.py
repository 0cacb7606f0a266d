"""Numbers said aloud, one by one and without gaps: `<code>-<year>-<number>`."""

import re

from sqlalchemy import String, insert, update
from sqlalchemy.orm import Mapped, mapped_column

from mediation.kernel.db import Base, db

PATTERN = re.compile(r"[A-Z][A-Z0-9]{1,9}-[0-9]{4}-[0-9]{4,6}")


class Counter(Base):
    """The last number given in a series; a taken number is protected by the unique reference itself."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(String(40), unique=True)
    last: Mapped[int]


def next_reference(code: str, year: int) -> str:
    """The next number of this series, to be used in the transaction that asks for it."""
    series = f"{code}-{year}"
    counters = Counter.__table__
    last = db.session.execute(
        update(counters)
        .where(counters.c.series == series)
        .values(last=counters.c.last + 1)
        .returning(counters.c.last)
    ).scalar()
    if last is None:
        last = 1
        db.session.execute(insert(counters).values(series=series, last=last))
    return f"{series}-{last:04d}"



def is_reference(text: str) -> bool:
    """Whether this looks like the number of a dispute."""
    return PATTERN.fullmatch(text) is not None
