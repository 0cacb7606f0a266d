"""The small words of which the lines of a case file are made."""

from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate


def listed(*parts) -> str:
    """The parts that were told, on one line."""
    return " · ".join(str(part) for part in parts if part)


def sentence(text: str) -> str:
    """The first letter of a line is a capital."""
    return text[:1].upper() + text[1:]


def day(when: ApproximateDate | None) -> str:
    """An approximate date as it is told inside a line."""
    return dates.said(when, clock.today()) if when else ""


def label(code) -> str:
    """The word of a code, if there is one."""
    return str(code.label) if code else ""
