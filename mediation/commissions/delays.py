"""The delays that institutions settled, all of them at once: in how many days one examines, or one answers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import ColumnElement, and_, false, or_

from mediation.commissions.kinds import SettingName


@dataclass(frozen=True)
class Delays:
    """Each delay with the institution that settled it; where nothing is settled, nothing is ever late."""

    settled: frozenset[tuple[SettingName, int, int]] = frozenset()

    def days(self, name: SettingName, institution_id: int) -> int | None:
        """The days of a delay in an institution; None where none is settled."""
        return self._known.get((name, institution_id))

    @cached_property
    def _known(self) -> dict[tuple[SettingName, int], int]:
        return {(name, institution): days for name, days, institution in self.settled}

    def last_day(self, name: SettingName, institution_id: int, since: date | None) -> date | None:
        """The last day of a delay counted from this day; None where none is settled."""
        days = self.days(name, institution_id)
        return since + timedelta(days=days) if since and days else None

    def over(self, name: SettingName, institution, since, today: date) -> ColumnElement[bool]:
        """The condition that a delay is over, of two columns: the institution, and the day it is counted from."""
        same = defaultdict(list)
        for one, days, institution_id in sorted(self.settled):
            if one is name:
                same[days].append(institution_id)
        return or_(false(), *(and_(since < today - timedelta(days=days), institution.in_(ids))
                              for days, ids in same.items()))


def delays_of(rows: Iterable[tuple[SettingName, str, int]]) -> Delays:
    """The delays as they are kept: name, value, institution."""
    return Delays(frozenset((name, int(value), institution) for name, value, institution in rows))
