"""What waits for a person, by group: rows are few, counts are true, and all of it is one statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from sqlalchemy import FromClause, Select, and_, case, func, literal, select, true, union_all

from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Stage
from mediation.casefile.awaited import looks_far
from mediation.casefile.waiting import DRAFTERS, EXAMINERS, Group, Kind, Question, questions
from mediation.commissions.delays import Delays
from mediation.commissions.kinds import SettingName
from mediation.commissions.queries import delays_set
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate, approximate
from mediation.kernel.db import db
from mediation.kernel.paging import COUNTED_UP_TO, capped, counted

SHOWN = 12

# What has no day of its own, by the delay that says when it is late.
DELAYED = {Kind.EXAMINE: SettingName.EXAMINE_DAYS, Kind.ANSWER: SettingName.ANSWER_DAYS}


@dataclass(frozen=True)
class Task:
    """One thing that waits, in which dispute, and for when."""

    kind: Kind
    group: Group
    dispute_id: int
    reference: str
    title: str
    place: str | None
    number: int
    words: str | None
    hour: str | None
    when: ApproximateDate | None
    last_day: date | None

    @property
    def days_late(self) -> int:
        """Days since the last day it could be done in time; 0 when it may still be."""
        return max((clock.today() - self.last_day).days, 0) if self.last_day else 0


@dataclass(frozen=True)
class Agenda:
    """What waits, by group; the counts are of everything, the tasks are the most pressing ones."""

    tasks: list[Task]
    counts: dict[Group, int]

    def of(self, group: Group) -> list[Task]:
        """The tasks of a group, the most pressing first."""
        return [task for task in self.tasks if task.group is group]


def agenda(actor: Actor) -> Agenda:
    """What waits in the disputes this person sees and works on: one statement, and one for the delays."""
    delays = delays_set()
    asked = _asked(actor.holds(*EXAMINERS), actor.holds(*DRAFTERS), looks_far(actor), clock.today(), delays)
    rows = db.session.execute(asked).all()
    counts = dict.fromkeys(Group, 0)
    for (_kind, group), number in {(row.kind, row.in_group): row.counted for row in rows}.items():
        counts[Group(group)] += number
    return Agenda(sorted((_task(row, delays) for row in rows), key=_pressing), counts)


@lru_cache(maxsize=16)
def _asked(examines: bool, drafts: bool, far: bool, today: date, delays: Delays) -> Select:
    """All that waits, put together once a day for each kind of reader."""
    walks = (_by_day if far else _by_dispute)(questions(examines, drafts, far, today, delays))
    return _ranked(union_all(*walks).subquery())


def by_stage() -> dict[Stage, int]:
    """How many disputes this person sees at each stage, as far as anybody counts."""
    return dict(zip(Stage, db.session.execute(_at_each_stage()).one(), strict=True))


@cache
def _at_each_stage() -> Select:
    return counted(*(capped(select(Dispute.id).where(Dispute.stage == one)) for one in Stage))


def _ranked(walked: FromClause) -> Select:
    """The first rows of each kind in each group, each with how many there are."""
    one = (walked.c.kind, walked.c.in_group)
    ranked = select(
        walked, func.count().over(partition_by=one).label("counted"),
        func.row_number().over(partition_by=one, order_by=(walked.c.latest, walked.c.dispute_id)).label("rank"),
    ).subquery()
    return select(ranked).where(ranked.c.rank <= SHOWN)


def _by_dispute(asked: Iterable[Question]) -> Iterable[Select]:
    """For a desk: its own disputes, walked once a kind."""
    for one in asked:
        grouped = case(*((and_(true(), *conditions), group.value) for group, conditions in one.groups))
        yield one.asked.add_columns(grouped.label("in_group"))


def _by_day(asked: Iterable[Question]) -> Iterable[Select]:
    """For who sees a good part of the country: each group in its order, as far as anybody counts."""
    for one in asked:
        for group, conditions in one.groups:
            first = one.asked.where(*conditions).order_by("latest", "dispute_id").limit(COUNTED_UP_TO + 1).subquery()
            yield select(first, literal(group.value).label("in_group"))


def _task(row, delays: Delays) -> Task:
    when, kind = approximate(row.said, row.precision, row.earliest, row.latest), Kind(row.kind)
    last = when.latest if when else None
    if kind in DELAYED:
        last = delays.last_day(DELAYED[kind], row.lead_id, last)
    return Task(kind, Group(row.in_group), row.dispute_id, row.reference, row.title, row.place,
                row.number, row.words, row.hour, when, last)


def _pressing(task: Task) -> tuple:
    return (task.when.latest or date.max) if task.when else date.max, task.dispute_id, task.number
