"""Figures without names: what the disputes that somebody may count come to; and the papers sent to an authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, String, and_, cast, extract, func, literal, or_, select

from mediation.acts import scope
from mediation.acts.refusals import NotFound
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import (
    SIGNED_ONCE,
    AgreementStage,
    CommitmentStage,
    Ending,
    PaperStage,
    ReferralStage,
    Role,
    SessionStage,
    Stage,
)
from mediation.agreements.models import Agreement, Commitment
from mediation.commissions.models import Institution
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _l
from mediation.kernel.periods import month_names
from mediation.papers.models import Paper
from mediation.referrals.models import Referral
from mediation.reports.rules import Veil, published
from mediation.sessions.models import MediationSession
from mediation.validity.models import CopyGiven, RouteStep

READERS = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER)
MONTHS = 12
EARLIER, ALL, PROMISED = "month.earlier", "disputes", "commitments"
# A dossier that came back, or was refused, is no longer with its receiver (regulation, part 6).
WITH_THE_RECEIVER = (ReferralStage.SENT, ReferralStage.ACCEPTED, ReferralStage.DECIDED)


@dataclass(frozen=True)
class Figure:
    """One count with its words; None where it is not said, and then why."""

    label: str
    number: int | None
    veil: Veil | None = None


@dataclass(frozen=True)
class Group:
    """Counts that belong together."""

    title: LazyText
    figures: list[Figure]


@dataclass(frozen=True)
class Sent:
    """The file of a paper that went with it: its number, what it is, where it is stored."""

    reference: str
    kind: LazyText
    stage: PaperStage
    fingerprint: str


@dataclass(frozen=True)
class Received:
    """Something an authority was sent: which dispute, what it is, when, by whom, with which papers. Nothing else."""

    reference: str
    kind: LazyText
    when: ApproximateDate | None
    sender: str
    files: tuple[Sent, ...] = ()


def own_figures(actor: Actor) -> list[Group]:
    """The full figures of the disputes this person sees."""
    return _told(_counted(clock.today()), veiled=False) if actor.holds(*READERS) else []


def territory_figures(actor: Actor) -> list[Group]:
    """The figures of all that this person counts, together: small ones, and what would give them away, not said."""
    territories = [h.territory for h in actor.holdings if h.role is Role.ANALYST and h.territory]
    if not territories:
        return []
    with scope.counting(_led_in(territories)):
        counts = _counted(clock.today())
    return _told(counts, veiled=True)


def _led_in(territories: Iterable[str]) -> list[int]:
    within = [(Institution.path >= path) & (Institution.path < f"{path}~") for path in territories]
    return list(db.session.scalars(select(Institution.id).where(or_(*within))))


def _counted(today: date) -> dict[str, int]:
    """Every count by its name, for whoever reads now."""
    counts = {f"stage.{stage.value}": 0 for stage in Stage} | {f"kind.{kind.value}": 0 for kind in DisputeKind}
    counts |= {f"ending.{ending.value}": 0 for ending in Ending}
    counts |= {f"promise.{stage.value}": 0 for stage in CommitmentStage}
    counts |= {_name(month): 0 for month in _months(today)} | {EARLIER: 0}
    for prefix, column in (("stage", Dispute.stage), ("kind", Dispute.kind), ("ending", Dispute.ending)):
        counts |= {f"{prefix}.{code.value}": number for code, number in _grouped(column) if code is not None}
    for year, month, number in _by_month():
        name = _name((int(year), int(month)))
        counts[name if name in counts else EARLIER] += number
    counts |= {f"promise.{stage.value}": number for stage, number in _promises()}
    counts[ALL] = sum(counts[f"stage.{stage.value}"] for stage in Stage)
    counts[PROMISED] = sum(counts[f"promise.{stage.value}"] for stage in CommitmentStage)
    held, women, men = _sessions()
    return counts | {"sessions": held, "women": women or 0, "men": men or 0, "agreements": _agreements()}


def _grouped(column) -> Iterable:
    return db.session.execute(select(column, func.count(Dispute.id)).group_by(column))


def _by_month() -> Iterable:
    year, month = extract("year", Dispute.registered_on), extract("month", Dispute.registered_on)
    return db.session.execute(select(year, month, func.count(Dispute.id)).group_by(year, month))


def _promises() -> Iterable:
    return db.session.execute(
        select(Commitment.stage, func.count(Commitment.id)).join(Agreement, Agreement.id == Commitment.agreement_id)
        .where(Agreement.stage.in_(SIGNED_ONCE), Commitment.dropped.is_(False)).group_by(Commitment.stage))


def _sessions() -> tuple[int, int | None, int | None]:
    """Sessions held, and the women and men who were counted at them."""
    return db.session.execute(
        select(func.count(MediationSession.id), func.sum(MediationSession.women), func.sum(MediationSession.men))
        .where(MediationSession.stage == SessionStage.HELD, MediationSession.struck_at.is_(None))).one()


def _agreements() -> int:
    return db.session.scalar(select(func.count(Agreement.id)).where(Agreement.stage.in_(SIGNED_ONCE)))


def _months(today: date) -> list[tuple[int, int]]:
    """This month and the eleven before it, the latest first."""
    last = today.year * 12 + today.month - 1
    return [((last - back) // 12, (last - back) % 12 + 1) for back in range(MONTHS)]


def _name(month: tuple[int, int]) -> str:
    return f"month.{month[0]}-{month[1]:02d}"


def _told(counts: dict[str, int], *, veiled: bool) -> list[Group]:
    """The counts in groups, with their words."""
    months = _months(clock.today())
    names = month_names()
    parts = {
        "stage": {f"stage.{one.value}": str(one.label) for one in Stage},
        "kind": {f"kind.{one.value}": str(one.label) for one in DisputeKind},
        "month": {_name(one): f"{names[one[1]]} {one[0]}" for one in months} | {EARLIER: str(_l("avant"))},
        "ending": {f"ending.{one.value}": str(one.label) for one in Ending},
        "promise": {f"promise.{one.value}": str(one.label) for one in CommitmentStage},
    }
    said = published(counts, _sums(parts)) if veiled else counts

    def group(title: LazyText, labels: dict[str, str]) -> Group:
        return Group(title, [_figure(label, said[name]) for name, label in labels.items()])

    return [
        group(_l("En tout"), {ALL: str(_l("dossiers")), "sessions": str(_l("séances tenues")),
                              "women": str(_l("femmes comptées en séance")),
                              "men": str(_l("hommes comptés en séance")),
                              "agreements": str(_l("accords signés")), PROMISED: str(_l("engagements pris"))}),
        group(_l("Par étape"), parts["stage"]), group(_l("Par type de litige"), parts["kind"]),
        group(_l("Dossiers clos, par issue"), parts["ending"]), group(_l("Engagements"), parts["promise"]),
        group(_l("Par mois d’enregistrement"), parts["month"])]


def _sums(parts: dict[str, dict[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
    """What adds up to what: stages, types and months to all disputes, endings to the closed ones."""
    return [(ALL, tuple(parts["stage"])), (ALL, tuple(parts["kind"])), (ALL, tuple(parts["month"])),
            (f"stage.{Stage.CLOSED.value}", tuple(parts["ending"])), (PROMISED, tuple(parts["promise"]))]


def _figure(label: str, said: int | Veil) -> Figure:
    return Figure(label, None, said) if isinstance(said, Veil) else Figure(label, said)


def papers_sent_to(actor: Actor) -> list[Received]:
    """What the authority this person serves in was sent, as far as the register knows it, the latest first."""
    receivers = actor.at_desk(Role.AUTHORITY)
    names = _own_names(receivers)
    with scope.receiving(actor):
        found = [Received(number, kind, when, sender, _files(*more)) for kind, asked in _sent_to(receivers, names)
                 for number, when, sender, *more in db.session.execute(asked)]
    return sorted(found, key=lambda paper: (_day(paper.when), paper.reference), reverse=True)


def file_sent_to(actor: Actor, reference: str) -> Sent:
    """The file of this number, if it went with something that this authority was sent (`NotFound` otherwise)."""
    for received in papers_sent_to(actor):
        for sent in received.files:
            if sent.reference == reference:
                return sent
    raise NotFound(reference)


def _files(dispute_id: int | None = None, about: str = "", numbers: str | None = None) -> tuple[Sent, ...]:
    """The papers that somebody chose to send with a step or a copy, and the slip issued about it."""
    if dispute_id is None:
        return ()
    chosen = [int(number) for number in (numbers or "").split(",") if number]
    return tuple(Sent(*row) for row in db.session.execute(
        select(Paper.reference, Paper.kind, Paper.stage, Paper.fingerprint).where(
            Paper.dispute_id == dispute_id, Paper.fingerprint.is_not(None),
            or_(Paper.number.in_(chosen), (Paper.about == about) & (Paper.stage == PaperStage.CURRENT)))
        .order_by(Paper.number)))


def _own_names(receivers: list[int]) -> list[str]:
    """The names under which papers written by hand are theirs: those that no other institution bears."""
    bearers = select(Institution.name).group_by(Institution.name).having(func.count(Institution.id) == 1)
    return list(db.session.scalars(
        select(Institution.name).where(Institution.id.in_(receivers), Institution.name.in_(bearers))))


def _sent_to(receivers: list[int], names: list[str]) -> Iterable[tuple[LazyText, Select]]:
    """Each kind of paper with the question that finds it: the number of the dispute, the day, the sender.

    Who received an agreement is an institution of the register; where it is written in words only, it is theirs
    when it is their name, to the letter.
    """
    def theirs(model, words):
        return or_(model.receiver_id.in_(receivers), and_(model.receiver_id.is_(None), words.in_(names)))

    yield _l("dossier renvoyé"), select(Referral.our_number, Referral.happened_on, Institution.name).join(
        Institution, Institution.id == Referral.sender_id).where(
        Referral.receiver_id.in_(receivers), Referral.stage.in_(WITH_THE_RECEIVER))
    yield _l("accord visé"), _about_agreement(RouteStep).where(
        RouteStep.kind == AgreementStage.ENDORSED, theirs(RouteStep, RouteStep.by_whom), RouteStep.struck_at.is_(None))
    yield _l("accord transmis"), _about_agreement(RouteStep).where(
        RouteStep.kind == AgreementStage.TRANSMITTED, theirs(RouteStep, RouteStep.court), RouteStep.struck_at.is_(None))
    yield _l("copie d’un accord"), _about_agreement(CopyGiven).where(
        theirs(CopyGiven, CopyGiven.given_to), CopyGiven.struck_at.is_(None))


def _about_agreement(model) -> Select:
    about = literal(f"{model.__tablename__}:") + cast(model.id, String)
    return select(Dispute.reference, model.happened_on, Institution.name, Dispute.id, about, model.papers).select_from(
        model).join(Dispute, Dispute.id == model.dispute_id).join(Institution, Institution.id == Dispute.lead_id)


def _day(when: ApproximateDate | None) -> date:
    return when.sort_key[0] if when is not None and when.sort_key[0] != date.max else date.min
