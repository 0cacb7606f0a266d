"""What waits for a person: sessions and visits planned, commitments due, saisines to examine, drafts to sign.

Nothing is late before its last possible day has passed. Each question joins the dispute itself, so that it
is answered from the reader's own disputes; rows are few, counts are true.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, String, func, literal, or_, select, type_coerce, union_all

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
from mediation.kernel.paging import capped
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
    """What waits in the disputes this person sees and works on, in two statements."""
    questions = list(_questions(actor, clock.today()))
    rows = db.session.execute(union_all(*(_first(group, asked) for group, asked in questions))).all()
    counted = db.session.execute(select(*(capped(asked) for _, asked in questions))).one()
    counts = dict.fromkeys(Group, 0)
    for (group, _asked), number in zip(questions, counted, strict=True):
        counts[group] += number
    return Agenda(sorted(map(_task, rows), key=_pressing), counts)


def by_stage() -> dict[Stage, int]:
    """How many disputes this person sees at each stage."""
    found = dict(db.session.execute(select(Dispute.stage, func.count()).group_by(Dispute.stage)).all())
    return {stage: found.get(stage, 0) for stage in Stage}


def _questions(actor: Actor, today: date) -> Iterable[tuple[Group, Select]]:
    """Each question once per group: what is planned or due by day, and what simply waits."""
    for kind, number, words, hour, owner, said, conditions in _dated(near=not looks_far(actor)):
        latest = said[-1]
        asked = _asked(kind, number, words, hour, said).select_from(owner).join(
            Dispute, Dispute.id == owner.dispute_id).where(*conditions)
        yield Group.LATE, asked.where(latest < today)
        yield Group.WEEK, asked.where(latest >= today, latest < today + WEEK)
        yield Group.LATER, asked.where(or_(latest >= today + WEEK, latest.is_(None)))
    if actor.holds(*EXAMINERS):
        yield Group.WAITING, _asked(Kind.EXAMINE, literal(0)).where(Dispute.stage == Stage.REGISTERED)
    if actor.holds(*DRAFTERS):
        asked = _asked(Kind.DRAFT, Agreement.number, type_coerce(Agreement.stage, String))
        yield Group.WAITING, asked.select_from(Agreement).join(
            Dispute, Dispute.id == Agreement.dispute_id).where(
            Agreement.stage.in_((AgreementStage.DRAFTED, AgreementStage.READ)), Dispute.stage != Stage.CLOSED)


def _dated(near: bool) -> Iterable[tuple]:
    """What has a day: its number and words, the hour, its own table, the day as said, and when it counts."""
    opened = (Dispute.stage != Stage.CLOSED,)
    yield (Kind.SESSION, MediationSession.number, type_coerce(MediationSession.kind, String),
           MediationSession.planned_hour, MediationSession, _said(MediationSession, "planned_on"),
           planned_session(near) + opened)
    yield (Kind.VISIT, Visit.number, Visit.planned_words, NOTHING, Visit, _said(Visit, "planned_on"),
           planned_visit(near))
    yield (Kind.COMMITMENT, Commitment.number, Commitment.what, NOTHING, Commitment,
           _said(Commitment, "due_on"), promised(near) + opened)


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


def _first(group: Group, asked: Select) -> Select:
    """The most pressing rows of a question, marked with their group."""
    rows = asked.order_by("latest", "dispute_id").limit(SHOWN).subquery()
    return select(literal(group.value).label("in_group"), rows)


def _task(row) -> Task:
    when = approximate(row.said, row.precision, row.earliest, row.latest)
    return Task(Kind(row.kind), Group(row.in_group), row.dispute_id, row.reference, row.title, row.place,
                row.number, row.words, row.hour, when)


def _pressing(task: Task) -> tuple:
    return (task.when.latest or date.max) if task.when else date.max, task.dispute_id, task.number
