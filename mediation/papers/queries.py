"""Questions about papers: those of a dispute, the one in force about a row, what may be issued now."""

from collections.abc import Iterable
from dataclasses import dataclass
from json import loads

from sqlalchemy import select
from sqlalchemy.orm import undefer

from mediation.acts.ledger import LedgerCheckpoint, named
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import PaperStage, Role
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.kernel.language import SOURCE, speaking
from mediation.papers.composing import (
    COMPOSERS,
    Composer,
    Frame,
    Must,
    asking,
    attendance,
    following,
    outcomes,
    saisine,
    sessions,
    settlement,
    summons,
    transmission,
)
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.parts import Content

KINDS = {kind.slug: kind for kind in PaperKind}

# Each enters the kinds that it composes.
LOADED = (saisine, summons, attendance, sessions, settlement, outcomes, following, transmission)


@dataclass(frozen=True)
class Possible:
    """A paper that may be issued: of which kind, about which row, what it lacks, and the one in force.

    `offered` says whether it is for this reader to issue it.
    """

    kind: PaperKind
    row: object
    musts: list[Must]
    current: Paper | None
    offered: bool = True

    @property
    def number(self) -> int:
        """The number of the row in its dispute; 0 for the dispute itself."""
        return getattr(self.row, "number", 0)

    @property
    def called(self) -> str:
        """What tells it from others of its kind: the number of the row in the dispute, to whom it goes, its day."""
        when = getattr(self.row, "happened_on", None) or getattr(self.row, "planned_on", None)
        return " · ".join(filter(None, (
            str(self.number), getattr(self.row, "addressee", None), when and dates.said(when, clock.today())))) if (
            self.number) else ""

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return all(must.done for must in self.musts)


def composer_of(kind: PaperKind) -> Composer:
    """How papers of this kind are made."""
    return COMPOSERS[kind]


def composed(kind: PaperKind, dispute: Dispute, row) -> Content:
    """What such a paper says now, in French, the language of official papers (domain 6)."""
    with speaking(SOURCE):
        return COMPOSERS[kind].compose(Frame(dispute.lead, dispute), row)


def blank(kind: PaperKind, institution) -> Content:
    """The same paper with nothing on it, for days without power."""
    with speaking(SOURCE):
        return COMPOSERS[kind].compose(Frame(institution), None)


def blank_kinds() -> list[PaperKind]:
    """The kinds that are printed blank too: not those that only tell what the record holds."""
    return [kind for kind in PaperKind if kind in COMPOSERS and COMPOSERS[kind].blanks]


def papers_of(dispute: Dispute) -> list[Paper]:
    """Every paper of a dispute, annulled and replaced ones included, in the order of their numbers."""
    return list(db.session.scalars(
        select(Paper).where(Paper.dispute_id == dispute.id).order_by(Paper.number).options(undefer(Paper.content))))


def find_paper(dispute: Dispute, number: int) -> Paper:
    """One paper of a dispute (`NotFound`)."""
    return find_in(Paper, dispute, number)


def current(dispute: Dispute, kind: PaperKind, row) -> Paper | None:
    """The paper of this kind about this row that is in force."""
    return db.session.scalar(select(Paper).where(
        Paper.dispute_id == dispute.id, Paper.kind == kind, Paper.about == named(row),
        Paper.stage == PaperStage.CURRENT))


def row_of(paper: Paper):
    """The row that a paper is about (`NotFound` when it is no more to be seen)."""
    number = int(paper.about.partition(":")[2])
    return db.session.get(COMPOSERS[paper.kind].model, number)


def number_of(paper: Paper) -> int:
    """The number of the row that a paper is about; 0 for the dispute itself."""
    row = row_of(paper)
    return 0 if row is paper.dispute else row.number


def has_moved(paper: Paper) -> bool:
    """Whether the record says something else now than the paper in force: a new version may be issued."""
    return (paper.stage is PaperStage.CURRENT
            and composed(paper.kind, paper.dispute, row_of(paper)).as_json() != paper.content)


def possible_in(dispute: Dispute, actor: Actor, kinds: Iterable[PaperKind] = PaperKind) -> list[Possible]:
    """The papers that this person may issue in a dispute, with what each still lacks."""
    roles = roles_in(actor, dispute)
    in_force = {(one.kind, one.about): one for one in papers_of(dispute) if one.stage is PaperStage.CURRENT}
    with asking.listing():
        return [Possible(kind, row, COMPOSERS[kind].musts(row), in_force.get((kind, named(row))))
                for kind in kinds if kind in COMPOSERS and COMPOSERS[kind].who & roles
                for row in COMPOSERS[kind].rows(dispute)]


def about(row, actor: Actor) -> list[Possible]:
    """The papers about one thing of a dispute: those in force, and those that this person may issue."""
    dispute, roles = row.dispute, roles_in(actor, row.dispute)
    in_force = {one.kind: one for one in papers_of(dispute)
                if one.stage is PaperStage.CURRENT and one.about == named(row)}
    return [Possible(kind, row, one.musts(row), in_force.get(kind), bool(one.who & roles))
            for kind, one in COMPOSERS.items() if isinstance(row, one.model) and row in one.rows(dispute)
            and (kind in in_force or one.who & roles)]


@dataclass(frozen=True)
class InForce:
    """The papers of a dispute in force, by kind and row, for pages that list many rows of one kind."""

    papers: dict[tuple[PaperKind, str], Paper]
    kinds: frozenset[PaperKind]

    def of(self, slug: str, row) -> Paper | None:
        """The paper of this kind about this row."""
        return self.papers.get((KINDS[slug], named(row)))

    def may(self, slug: str) -> bool:
        """Whether this reader may issue papers of this kind."""
        return KINDS[slug] in self.kinds


def in_force(dispute: Dispute, actor: Actor) -> InForce:
    """The papers in force, and the kinds that this person may issue."""
    roles = roles_in(actor, dispute)
    return InForce({(one.kind, one.about): one for one in papers_of(dispute) if one.stage is PaperStage.CURRENT},
                   frozenset(kind for kind, one in COMPOSERS.items() if one.who & roles))


def may_issue(actor: Actor, kind: PaperKind, dispute: Dispute) -> bool:
    """Whether papers of this kind are for this person to issue, and to annul, in this dispute."""
    return bool(COMPOSERS[kind].who & roles_in(actor, dispute))


def roles_in(actor: Actor, dispute: Dispute) -> set[Role]:
    """The roles that this person has in this dispute."""
    sight = actor.sight
    found = {role for number, role in sight.stands if number == dispute.id}
    for holding in actor.holdings:
        within = {Role.MEDIATOR: dispute.id in sight.team, Role.REVIEWER: dispute.lead_id in sight.supervised}
        if within.get(holding.role, holding.institution_id == dispute.lead_id):
            found.add(holding.role)
    return found


def last_note() -> LedgerCheckpoint | None:
    """The last signed note of the journal."""
    return db.session.scalar(select(LedgerCheckpoint).order_by(LedgerCheckpoint.size.desc()).limit(1))


def called(paper: Paper) -> str:
    """What a paper is called where only its row is read: a summons by the word of its institution."""
    if paper.kind is not PaperKind.SUMMONS:
        return str(paper.kind.label)
    word = str(paper.dispute.lead.summons_word.label)
    return word[:1].upper() + word[1:]


def title_of(paper: Paper) -> str:
    """The title printed on it."""
    return loads(paper.content)["title"]
