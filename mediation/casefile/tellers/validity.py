"""How what happened to a signed agreement is told."""

from collections.abc import Callable

from mediation.casefile.became import ending_said
from mediation.casefile.queries import File
from mediation.casefile.words import listed
from mediation.kernel.language import _
from mediation.validity.queries import said_copy, said_note, said_step


def _step(file: File, step) -> list[str]:
    return [listed(_about(file, step), said_step(step))]


def _ended(file: File, end) -> list[str]:
    return [listed(_about(file, end), ending_said(end))]


def _noted(file: File, noted) -> list[str]:
    return [listed(_about(file, noted), said_note(noted))]


def _copy(file: File, copy) -> list[str]:
    return [listed(_about(file, copy), said_copy(copy))]


def _about(file: File, row) -> str:
    """Which settlement a row is about, by its number."""
    agreement = file.rows.get(f"agreement:{row.agreement_id}")
    return _("Accord %(number)d", number=agreement.number) if agreement else ""


TELLERS: dict[str, Callable] = {
    "agreement.endorse": _step,
    "agreement.transmit": _step,
    "agreement.homologate": _step,
    "agreement.return": _step,
    "agreement.denounce": _ended,
    "agreement.reject": _ended,
    "agreement.replace": _ended,
    "agreement.lapse": _ended,
    "condition.note": _noted,
    "copy.give": _copy,
}
