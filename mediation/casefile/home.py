"""The page of what to do: the one next thing, chosen from what waits, and the words of each line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from mediation.acts import gate
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import AgreementStage, Role, Stage
from mediation.casefile.agenda import Agenda, Task, agenda, by_stage
from mediation.casefile.buttons import address, page_at
from mediation.casefile.days import lateness, short, short_day
from mediation.casefile.waiting import Group, Kind
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.dates import Precision
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _, _l, ngettext
from mediation.kernel.paging import said_count
from mediation.referrals.kinds import PauseReason
from mediation.sessions.kinds import SessionKind

READERS = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER)
CONSIDERED = 5


@dataclass(frozen=True)
class NextThing:
    """What to do now, and the button that leads there."""

    task: Task
    label: LazyText
    url: str


class Day:
    """What waits for one person today."""

    groups = tuple(Group)

    def __init__(self, actor: Actor):
        self.actor, self.today = actor, clock.today()
        self.reads = actor.holds(*READERS)

    @cached_property
    def agenda(self) -> Agenda:
        """What is planned, promised or waiting."""
        return agenda(self.actor)

    @cached_property
    def stages(self) -> dict[Stage, int]:
        """For who looks from above: how many disputes stand at each stage."""
        return by_stage() if self.actor.holds(Role.REVIEWER) else {}

    @cached_property
    def next_thing(self) -> NextThing | None:
        """The most pressing task that this person may do now; else the most pressing one, to be looked at."""
        tasks = _by_weight(self.agenda.tasks)[:CONSIDERED]
        if not tasks:
            return None
        ids = {task.dispute_id for task in tasks}
        known = {one.id: one for one in db.session.scalars(select(Dispute).where(Dispute.id.in_(ids)))}
        for task in tasks:
            for name, table, label in _acts(task):
                number = task.number or None
                url = address(name, task.reference, number, table)
                if url and gate.open_to(name, known[task.dispute_id]):
                    return NextThing(task, label, url)
        return NextThing(tasks[0], _l("Ouvrir le dossier"), self.here(tasks[0]))

    def number(self, group: Group) -> str:
        """How many things a group holds, in words."""
        number = self.agenda.counts[group]
        return ngettext("%(count)s chose", "%(count)s choses", number, count=said_count(number))

    def more(self, group: Group) -> str:
        """That not everything is shown, if so."""
        left = self.agenda.counts[group] - len(self.agenda.of(group))
        if left <= 0:
            return ""
        return ngettext("et %(count)s autre", "et %(count)s autres", left, count=said_count(left))

    def here(self, task: Task) -> str:
        """The file a task is about."""
        return page_at("casefile.show", task.reference)

    def when(self, task: Task) -> str:
        """For when it is, with the hour when one was said."""
        if task.kind in (Kind.EXAMINE, Kind.ASSIGN, Kind.BEGIN):
            return _("reçue le %(day)s", day=short(task.when))
        if task.kind is Kind.ANSWER:
            return _("parti\u00a0: %(day)s", day=short(task.when)) if task.when else ""
        exact = task.when is not None and task.when.precision is Precision.DAY
        said = short_day(task.when.earliest, weekday=True) if exact else short(task.when)
        hour = task.hour.replace(" ", "\u00a0") if task.hour and task.hour[0].isdigit() else task.hour
        return ", ".join(filter(None, (said, hour)))

    def lateness(self, task: Task) -> str:
        """The exact days by which it is certainly late, over the delay where an institution settled one."""
        return lateness(task.days_late) if task.group is Group.LATE else ""

    def words(self, task: Task) -> str:
        """What the line says beside the dispute: the kind of session, the promise, where a draft stands."""
        if task.kind is Kind.SESSION:
            return str(SessionKind(task.words).label) if task.words else ""
        if task.kind is Kind.DRAFT:
            return str(AgreementStage(task.words).label)
        if task.kind is Kind.PAUSE:
            return str(PauseReason(task.words).label)
        if task.kind is Kind.BEGIN:
            return _("appeler les parties, prévoir une séance")
        return task.words or ""


def _by_weight(tasks: list[Task]) -> list[Task]:
    """What is late or for today, then what simply waits, then what is to come; last the answers of others."""
    today = clock.today()

    def weight(task: Task) -> int:
        if task.group is Group.WAITING:
            return 3 if task.kind is Kind.ANSWER else 1
        return 0 if task.group is Group.LATE or task.when and task.when.earliest == today else 2

    return sorted(tasks, key=weight)


def _acts(task: Task) -> Iterable[tuple[str, str, LazyText]]:
    """The acts that do a task: the name, the table of what it is done to, the words of the button."""
    begun = task.when is not None and not task.when.certainly_future(clock.today())
    if task.kind is Kind.SESSION and begun:
        yield "session.record", "mediation_session", _l("Noter cette séance")
    if task.kind is Kind.VISIT and begun:
        yield "visit.record", "visit", _l("Noter cette visite")
    if task.kind is Kind.PAUSE and begun:
        yield "dispute.resume", "dispute", _l("Reprendre le travail")
    if task.kind is Kind.EXAMINE:
        yield "dispute.accept", "dispute", _l("Examiner la saisine")
    if task.kind is Kind.ASSIGN:
        yield "dispute.assign", "dispute", _l("Désigner les médiateurs")
    if task.kind is Kind.BEGIN:
        yield "session.schedule", "dispute", _l("Prévoir une séance")
    if task.kind is Kind.DRAFT and task.words == AgreementStage.DRAFTED:
        yield "agreement.read_aloud", "agreement", _l("Noter la lecture aux parties")
    if task.kind is Kind.DRAFT and task.words == AgreementStage.READ:
        yield "agreement.sign", "agreement", _l("Noter les signatures")
