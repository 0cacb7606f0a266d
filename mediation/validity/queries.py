"""Questions about what became of a signed agreement, and the words in which every page tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from mediation.acts.scope import Actor
from mediation.acts.vocabulary import AgreementStage, Role
from mediation.agreements.models import Agreement
from mediation.agreements.queries import people_of
from mediation.disputes.models import Dispute
from mediation.kernel import clock, dates
from mediation.kernel.db import Base, db
from mediation.kernel.language import _, ngettext
from mediation.validity.kinds import PAPERS, ConditionResult
from mediation.validity.models import AgreementEnding, ConditionNote, CopyGiven, RouteStep


@dataclass(frozen=True)
class Became:
    """What became of one agreement: its route, how it ended, what replaced it, its condition, its copies."""

    steps: list[RouteStep]
    ends: list[AgreementEnding]
    successor: Agreement | None
    copies: list[CopyGiven]
    conditions: list[ConditionNote]

    @property
    def end(self) -> AgreementEnding | None:
        """How it ended, unless that was struck out."""
        return next((one for one in self.ends if one.struck_at is None), None)

    @property
    def last(self) -> RouteStep | None:
        """The last step of its route, the one that may be struck out."""
        return last_of(self.steps)

    @property
    def sent(self) -> RouteStep | None:
        """The last time it was sent to a court."""
        return last_of(one for one in self.steps if one.kind is AgreementStage.TRANSMITTED)

    @property
    def court(self) -> str | None:
        """The court it was last sent to."""
        return self.sent.court if self.sent else None

    def __bool__(self) -> bool:
        return bool(self.steps or self.ends or self.successor or self.copies or self.conditions)


def became_of(agreement: Agreement) -> Became:
    """What became of an agreement (five statements, one more if it has a condition; none before it is signed)."""
    if not agreement.was_signed:
        return Became([], [], None, [], [])
    ends = list(db.session.scalars(
        select(AgreementEnding).where(AgreementEnding.agreement_id == agreement.id).order_by(AgreementEnding.number)
        .options(joinedload(AgreementEnding.successor), selectinload(AgreementEnding.accusations))))
    copies = db.session.scalars(
        select(CopyGiven).where(CopyGiven.agreement_id == agreement.id).order_by(CopyGiven.number))
    return Became(steps_of(agreement), ends, _successor(agreement, standing(ends)), list(copies),
                  notes_of(agreement))


def notes_of(agreement: Agreement) -> list[ConditionNote]:
    """What was noted of its condition, struck ones included; no question is asked when it has none."""
    if not agreement.condition_who:
        return []
    return list(db.session.scalars(
        select(ConditionNote).where(ConditionNote.agreement_id == agreement.id).order_by(ConditionNote.number)))


def condition_now(agreement: Agreement) -> ConditionResult | None:
    """What is known of its condition: what was noted last, else what the text says; None while it is open."""
    noted = standing(notes_of(agreement))
    return noted[-1].result if noted else ConditionResult.MET if agreement.condition_met else None


def standing(rows: Iterable) -> list:
    """What was not struck out."""
    return [one for one in rows if one.struck_at is None]


def last_of(steps: Iterable[RouteStep]) -> RouteStep | None:
    """The last step that was not struck out."""
    return next(reversed(standing(steps)), None)


def steps_of(agreement: Agreement) -> list[RouteStep]:
    """The steps of its route, in the order they were noted, struck ones included."""
    return list(db.session.scalars(
        select(RouteStep).where(RouteStep.agreement_id == agreement.id).order_by(RouteStep.number)))


def sent_last(agreement: Agreement) -> dict[str, str | None]:
    """The court it was last sent to, as the form of the next sending asks for it: an institution, or a name."""
    sent = became_of(agreement).sent
    if sent is None:
        return {}
    return {"receiver": sent.receiver.code} if sent.receiver else {"court": sent.court}


def _successor(agreement: Agreement, ends: list[AgreementEnding]) -> Agreement | None:
    """What replaced it: named by its ending, or the one whose signing replaced it."""
    if agreement.stage is not AgreementStage.REPLACED or ends:
        return ends[-1].successor if ends else None
    return next((one for one in db.session.scalars(
        select(Agreement).where(Agreement.earlier_id == agreement.id).order_by(Agreement.number.desc()))
        if one.was_signed), None)


def sides_of(dispute: Dispute) -> list[tuple[str, str]]:
    """The sides of a dispute as a form offers them."""
    names: dict[str, list[str]] = {}
    for person in people_of(dispute):
        names.setdefault(person.letter, []).append(person.name)
    return [(letter, f"{letter} · {', '.join(of)}") for letter, of in names.items()]


@dataclass(frozen=True)
class Offered:
    """A paper in force that may go with a step or a copy; `about` is the row it is about."""

    number: int
    reference: str
    kind: object
    about: str


def papers_offered(dispute: Dispute) -> list[Offered]:
    """The papers of a dispute that are in force; asked of a later slice by table name."""
    paper = Base.metadata.tables["paper"]
    return [Offered(*row) for row in db.session.execute(select(
        paper.c.number, paper.c.reference, paper.c.kind, paper.c.about).where(
        paper.c.dispute_id == dispute.id, paper.c.stage == "current").order_by(paper.c.number))]


def chairs(actor: Actor, dispute: Dispute) -> bool:
    """Whether this person is the chair here, or named in place of the chair."""
    return dispute.lead_id in actor.at_desk(Role.CHAIR) or (dispute.id, Role.CHAIR) in actor.sight.stands


def said_step(step: RouteStep) -> str:
    """What a step of the route says beside its name and its day."""
    paper = PAPERS[step.kind] % {"paper": step.paper} if step.paper else ""
    giver = step.visa_by.label if step.visa_by else ""
    return _listed(giver, step.authority, step.by_whom, step.court, paper, step.reason)


def said_ending(end: AgreementEnding) -> str:
    """Who ended it, how, before whom and why."""
    who = ", ".join(filter(None, (*(end.sides or ""), end.by_whom)))
    before = _("devant : %(name)s", name=end.before_whom) if end.before_whom else ""
    return _listed(_("par : %(who)s", who=who) if who else "", _("jamais appelé") if end.never_called else "",
                   end.how.label if end.how else "", before, end.successor_words,
                   end.lapse_reason.label if end.lapse_reason else "", end.reason)


def said_note(noted: ConditionNote) -> str:
    """What became of a condition, when, and who says so."""
    when = dates.said(noted.happened_on, clock.today()) if noted.happened_on else ""
    return _listed(noted.result.label, when, _("dit par %(name)s", name=noted.said_by), noted.words)


def said_copy(copy: CopyGiven) -> str:
    """To whom a copy was given, how many, in which language, when and by whom."""
    to = ", ".join(filter(None, (*(copy.sides or ""), copy.given_to)))
    number = ngettext("%(num)d copie", "%(num)d copies", copy.count) if copy.count else ""
    when = dates.said(copy.happened_on, clock.today()) if copy.happened_on else ""
    by = _("remis par %(name)s", name=copy.by_whom) if copy.by_whom else ""
    return _listed(_("à : %(who)s", who=to), number, copy.language.label if copy.language else "", when, by)


def _listed(*parts) -> str:
    return " · ".join(str(part) for part in parts if part)
