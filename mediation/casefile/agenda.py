"""What waits for a person: sessions and visits planned, commitments due, saisines to examine, drafts to sign.

Nothing is late before its last possible day has passed. Each question joins the dispute itself, so that it
is answered from the reader's own disputes; rows are few, counts are true.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import FromClause, Select, String, case, func, literal, select, type_coerce, union_all

from mediation.acts.scope import Actor
from mediation.acts.vocabulary import AgreementStage, Coded, Role, Stage
from mediation.agreements.models import Agreement, Commitment
from mediation.casefile.awaited import looks_far, planned_session, planned_visit, promised
from mediation.disputes.models import Dispute
from mediation.followup.models import Visit
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate, approximate
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.kernel.paging import COUNTED_UP_TO, capped
from mediation.sessions.models import MediationSession

SHOWN, WEEK = 12, timedelta(days=7)
EXAMINERS, DRAFTERS = (Role.SECRETARY, Role.CHAIR), (Role.SECRETARY, Role.MEDIATOR)


class Group(Coded):
    """When something is for; what has no day of its own waits."""

    LATE = "late", _l("En retard")
    WEEK = "week", _l("Cette semaine")
    WAITING = "waiting", _l("En attente")
    LATER = "later", _l("Plus tard")


class Kind(Coded):
    """What there is to do, as the line of a list says it."""

    SESSION = "session", _l("Séance")
    VISIT = "visit", _l("Visite de suivi")
    COMMITMENT = "commitment", _l("Engagement à vérifier")
    EXAMINE = "examine", _l("Saisine à examiner")
    DRAFT = "draft", _l("Accord à lire et à signer")


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

    @property
    def days_late(self) -> int:
        """Days since the last day it could be done in time; 0 when it may still be."""
        return self.when.days_late(clock.today()) if self.when else 0


@dataclass(frozen=True)
class Agenda:
    """What waits, by group; the counts are of everything, the tasks are the most pressing ones."""

    tasks: list[Task]
    counts: dict[Group, int]

    def of(self, group: Group) -> list[Task]:
        """The tasks of a group, the most pressing first."""
        return [task for task in self.tasks if task.group is group]


def agenda(actor: Actor) -> Agenda:
    """What waits in the disputes this person sees and works on, in one statement."""
    walks = (_by_day if looks_far(actor) else _by_dispute)(actor, clock.today())
    rows = db.session.execute(_ranked(union_all(*walks).subquery())).all()
    counts = dict.fromkeys(Group, 0)
    for (_kind, group), number in {(row.kind, row.in_group): row.counted for row in rows}.items():
        counts[Group(group)] += number
    return Agenda(sorted(map(_task, rows), key=_pressing), counts)


def by_stage() -> dict[Stage, int]:
    """How many disputes this person sees at each stage, as far as anybody counts."""
    found = db.session.execute(select(*(capped(select(Dispute.id).where(Dispute.stage == one)) for one in Stage)))
    return dict(zip(Stage, found.one(), strict=True))


def _ranked(walked: FromClause) -> Select:
    """The first rows of each kind in each group, each with how many there are."""
    one = (walked.c.kind, walked.c.in_group)
    ranked = select(
        walked, func.count().over(partition_by=one).label("counted"),
        func.row_number().over(partition_by=one, order_by=(walked.c.latest, walked.c.dispute_id)).label("rank"),
    ).subquery()
    return select(ranked).where(ranked.c.rank <= SHOWN)


def _by_dispute(actor: Actor, today: date) -> Iterable[Select]:
    """For a desk: its own disputes, walked once a kind."""
    for asked, latest in _kinds(actor):
        yield asked.add_columns(_group(latest, today).label("in_group"))


def _by_day(actor: Actor, today: date) -> Iterable[Select]:
    """For who sees a good part of the country: each group in its order, as far as anybody counts."""
    for asked, latest in _kinds(actor):
        for group, condition in _groups(latest, today):
            first = asked.where(*condition).order_by("latest", "dispute_id").limit(COUNTED_UP_TO + 1).subquery()
            yield select(first, literal(group.value).label("in_group"))


def _group(latest, today: date):
    """The group of a row by its last possible day; what has no day of its own waits."""
    if latest is None:
        return literal(Group.WAITING.value)
    return case((latest < today, Group.LATE.value), (latest < today + WEEK, Group.WEEK.value), else_=Group.LATER.value)


def _groups(latest, today: date) -> Iterable[tuple[Group, tuple]]:
    """The same as conditions; what is promised for no day is asked apart, so that the rest is read by day."""
    if latest is None:
        yield Group.WAITING, ()
        return
    yield Group.LATE, (latest < today,)
    yield Group.WEEK, (latest >= today, latest < today + WEEK)
    yield Group.LATER, (latest >= today + WEEK,)
    yield Group.LATER, (latest.is_(None),)


def _kinds(actor: Actor) -> Iterable[tuple[Select, object]]:
    """The question of each kind, and the column of its last possible day if it has one."""
    for kind, number, words, hour, owner, said, conditions in _dated():
        yield _asked(kind, number, words, hour, said).select_from(owner).join(
            Dispute, Dispute.id == owner.dispute_id).where(*conditions), said[-1]
    if actor.holds(*EXAMINERS):
        yield _asked(Kind.EXAMINE, literal(0)).where(Dispute.stage == Stage.REGISTERED), None
    if actor.holds(*DRAFTERS):
        asked = _asked(Kind.DRAFT, Agreement.number, type_coerce(Agreement.stage, String))
        yield asked.select_from(Agreement).join(
            Dispute, Dispute.id == Agreement.dispute_id).where(
            Agreement.stage.in_((AgreementStage.DRAFTED, AgreementStage.READ)), Dispute.stage != Stage.CLOSED), None


def _dated() -> Iterable[tuple]:
    """What has a day: its number and words, the hour, its own table, the day as said, and when it counts."""
    opened = (Dispute.stage != Stage.CLOSED,)
    yield (Kind.SESSION, MediationSession.number, type_coerce(MediationSession.kind, String),
           MediationSession.planned_hour, MediationSession, _said(MediationSession, "planned_on"),
           planned_session() + opened)
    yield (Kind.VISIT, Visit.number, Visit.planned_words, NOTHING, Visit, _said(Visit, "planned_on"),
           planned_visit())
    yield (Kind.COMMITMENT, Commitment.number, Commitment.what, NOTHING, Commitment,
           _said(Commitment, "due_on"), promised() + opened)


NOTHING = literal(None, String)


def _said(owner, name: str) -> tuple:
    """The four columns of an approximate date, the last possible day last."""
    return tuple(getattr(owner, f"{name}_{part}") for part in ("words", "precision", "earliest", "latest"))


def _asked(kind: Kind, number, words=NOTHING, hour=NOTHING, said=None) -> Select:
    """The columns every task has; what has no day of its own is shown by the day of the saisine."""
    words_said, precision, earliest, latest = said or (
        literal(""), literal("day"), Dispute.registered_on, Dispute.registered_on)
    return select(
        literal(kind.value).label("kind"), Dispute.id.label("dispute_id"), Dispute.reference, Dispute.title,
        Dispute.at_words.label("place"), number.label("number"), words.label("words"), hour.label("hour"),
        words_said.label("said"), type_coerce(precision, String).label("precision"),
        earliest.label("earliest"), latest.label("latest"))


def _task(row) -> Task:
    when = approximate(row.said, row.precision, row.earliest, row.latest)
    return Task(Kind(row.kind), Group(row.in_group), row.dispute_id, row.reference, row.title, row.place,
                row.number, row.words, row.hour, when)


def _pressing(task: Task) -> tuple:
    return (task.when.latest or date.max) if task.when else date.max, task.dispute_id, task.number
