"""A plain day: for what the house itself decides (a role, a membership), where a date is always known."""

import re
from datetime import date

from mediation.kernel.fields import Typed
from mediation.kernel.language import _l
from mediation.kernel.periods import ImpossibleDate, calendar_day

ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
SPOKEN = re.compile(r"([0-9]{1,2})\s*[/. -]\s*([0-9]{1,2})\s*[/. -]\s*([0-9]{4})")


def parse_day(text: str) -> date:
    """The day typed as 5/3/2026 or 2026-03-05. Raises ImpossibleDate with what to do."""
    iso, spoken = ISO.fullmatch(text), SPOKEN.fullmatch(text)
    if iso:
        return calendar_day(*map(int, iso.groups()))
    if spoken:
        return calendar_day(*map(int, reversed(spoken.groups())))
    raise ImpossibleDate(_l("Écrivez le jour, le mois et l’année, par exemple 05/03/2026."))


class Day(Typed):
    """A day of the calendar; blank is none."""

    missing = _l("Écrivez le jour, le mois et l’année, par exemple 05/03/2026.")

    def read(self, text: str) -> date:
        return parse_day(text)

    def written(self) -> str:
        return f"{self.data:%d/%m/%Y}"
