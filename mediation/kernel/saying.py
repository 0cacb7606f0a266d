"""Approximate dates as columns: the words as said, how precise, and the interval they stand for."""

from sqlalchemy import Date, String
from sqlalchemy.orm import composite, mapped_column

from mediation.kernel.dates import Precision, approximate
from mediation.kernel.db import coded


def said_date(name: str):
    """The four columns of an approximate date; the date is None when nothing was said."""
    return composite(
        approximate,
        mapped_column(f"{name}_words", String(200), nullable=True),
        mapped_column(f"{name}_precision", coded(Precision), nullable=True),
        mapped_column(f"{name}_earliest", Date, nullable=True),
        mapped_column(f"{name}_latest", Date, nullable=True),
    )
