"""Questions about visits, releases and difficulties, about what is still to be done, and about closing."""

from collections.abc import Iterable
from json import loads

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotFound
from mediation.acts.vocabulary import (
    BINDING,
    OWED,
    SIGNED_ONCE,
    CommitmentStage,
    DifficultyStage,
    Ending,
    SessionStage,
    Stage,
)
from mediation.agreements.kinds import EarlierLink
from mediation.agreements.models import Agreement, Commitment
from mediation.agreements.queries import people_ever
from mediation.disputes.models import Dispute
from mediation.disputes.queries import LARGEST_NUMBER
from mediation.followup import rules
from mediation.followup.models import CommitmentRelease, Difficulty, Visit, VisitFinding
from mediation.intake.queries import was_copied
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import db
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import DisputeLink
from mediation.sessions.kinds import OutcomeKind
from mediation.sessions.models import MediationOutcome, MediationSession

ENDINGS = {OutcomeKind.FAIL: Ending.NOT_SETTLED, OutcomeKind.DEFAULT: Ending.DEFAULT}
CLOSING = tuple(name for name, act in CATALOGUE.items() if act.in_dispute and Stage.CLOSED in act.leads_to)


def _whole() -> tuple:
    return joinedload(Visit.agreement), selectinload(Visit.findings).joinedload(VisitFinding.commitment)


def visits_of(dispute: Dispute) -> list[Visit]:
    """The visits of a dispute with what each found, in order, struck ones included (two statements)."""
    return list(db.session.scalars(
        select(Visit).where(Visit.dispute_id == dispute.id).order_by(Visit.number).options(*_whole())))


def find_visit(dispute: Dispute, number: int) -> Visit:
    """One visit with what it found (`NotFound` if there is none)."""
    found = db.session.scalar(select(Visit).where(
        Visit.dispute_id == dispute.id, Visit.number == min(number, LARGEST_NUMBER)).options(*_whole()))
    if found is None:
        raise NotFound(f"visit {number}")
    return found


def commitments_signed(dispute: Dispute) -> list[Commitment]:
    """The commitments that bind now: those of every signed settlement that has not ended, but no reserved clause."""
    return list(db.session.scalars(
        select(Commitment).join(Agreement, Agreement.id == Commitment.agreement_id)
        .where(Commitment.dispute_id == dispute.id, Commitment.dropped.is_(False), Agreement.stage.in_(BINDING),
               Commitment.reserved_clause.is_(None))
        .order_by(Agreement.number, Commitment.position)))


def find_commitment(dispute: Dispute, number: int) -> Commitment:
    """One commitment with its settlement (`NotFound` if there is none)."""
    found = db.session.scalar(select(Commitment).where(
        Commitment.dispute_id == dispute.id, Commitment.number == min(number, LARGEST_NUMBER),
        Commitment.dropped.is_(False)).options(joinedload(Commitment.agreement)))
    if found is None:
        raise NotFound(f"commitment {number}")
    return found


def letters(dispute: Dispute) -> list[str]:
    """The letters of the sides on which somebody stands."""
    return sorted({person.letter for person in people_ever(dispute)})


def releases_of(dispute: Dispute) -> list[CommitmentRelease]:
    """The releases of a dispute, in order of entry, struck ones included."""
    return list(db.session.scalars(
        select(CommitmentRelease).where(CommitmentRelease.dispute_id == dispute.id)
        .order_by(CommitmentRelease.number).options(joinedload(CommitmentRelease.commitment))))


def difficulties_of(dispute: Dispute) -> list[Difficulty]:
    """The difficulties of a dispute with what each side says, in order of entry, struck ones included."""
    return list(db.session.scalars(
        select(Difficulty).where(Difficulty.dispute_id == dispute.id).order_by(Difficulty.number)
        .options(selectinload(Difficulty.voices))))


def difficulties_open(dispute: Dispute) -> list[Difficulty]:
    """Those that are not settled."""
    return [one for one in difficulties_of(dispute) if one.stage is DifficultyStage.OPEN and one.struck_at is None]


def released(agreement: Agreement) -> set[int]:
    """The commitments (ids) of a settlement of which a release stands."""
    return set(db.session.scalars(
        select(CommitmentRelease.commitment_id).join(Commitment, Commitment.id == CommitmentRelease.commitment_id)
        .where(Commitment.agreement_id == agreement.id, CommitmentRelease.struck_at.is_(None))))


def doubtful(commitments: Iterable[Commitment], visits: Iterable[Visit],
             releases: Iterable[CommitmentRelease]) -> set[int]:
    """The commitments (ids) to be seen again: what they rest on was struck out, or was for a year that is over."""
    found, released = {}, {}
    pairs = [(finding, visit) for visit in visits for finding in visit.findings]
    for finding, visit in sorted(pairs, key=lambda pair: pair[0].number):
        found.setdefault(finding.commitment_id, []).append(
            (finding.found, visit.happened_on, finding.for_year, visit.struck_at is None))
    for one in releases:
        released.setdefault(one.commitment_id, []).append(one.struck_at is None)
    year = clock.today().year
    return {one.id for one in commitments if rules.to_be_seen_again(
        one.stage, found.get(one.id, []), released.get(one.id, []), min(year, one.last_year or year))}


def doubtful_in(dispute: Dispute) -> set[int]:
    """The commitments (ids) of a dispute that are to be seen again."""
    commitments = list(db.session.scalars(select(Commitment).where(Commitment.dispute_id == dispute.id)))
    return doubtful(commitments, visits_of(dispute), releases_of(dispute))


def to_look_at(agreement: Agreement) -> tuple[list[Commitment], set[int]]:
    """The commitments that a visit asks about, and those (ids) to be seen again; what was set free is left alone."""
    again = doubtful_in(agreement.dispute)
    return [one for one in agreement.commitments
            if one.stage is not CommitmentStage.RELEASED or one.id in again], again


def in_force(dispute: Dispute) -> tuple[list[Commitment], set[int]]:
    """The commitments that bind now, and those (ids) of the dispute that are to be seen again."""
    return commitments_signed(dispute), doubtful_in(dispute)


def signed_in(dispute: Dispute) -> list[ApproximateDate | None]:
    """When each settlement was signed, also one that binds no more; what rectifies another may come after closing."""
    return list(db.session.scalars(select(Agreement.signed_on).where(
        Agreement.dispute_id == dispute.id, Agreement.stage.in_(SIGNED_ONCE),
        Agreement.earlier_link.is_distinct_from(EarlierLink.RECTIFIES))))


def heard_in(dispute: Dispute) -> list[ApproximateDate | None]:
    """When each session was held that stands."""
    return list(db.session.scalars(select(MediationSession.held_on).where(
        MediationSession.dispute_id == dispute.id, MediationSession.stage == SessionStage.HELD,
        MediationSession.struck_at.is_(None))))


def still_due(dispute: Dispute) -> list[Commitment]:
    """What nobody has seen done yet: the same that closing shows and asks a reason for."""
    return rules.still_due(*in_force(dispute))


def seen_unkept(dispute: Dispute) -> list[Commitment]:
    """What was promised and seen, and is not whole: it is still owed, though closing asks no reason for it."""
    known, doubtful = in_force(dispute)
    due = rules.still_due(known, doubtful)
    return [one for one in known if one.stage in OWED and one not in due]


def ending_that_follows(dispute: Dispute, standing: tuple[list[Commitment], set[int]]) -> Ending | None:
    """The ending that the commitments in force speak for; without a settlement in force, none does, nor does
    one of which nobody has seen the whole text."""
    unseen = db.session.scalars(select(Agreement.unseen).where(
        Agreement.dispute_id == dispute.id, Agreement.stage.in_(BINDING))).all()
    if not unseen or any(unseen):
        return None
    return rules.ending_that_follows(*standing)


def outcome_of(dispute: Dispute) -> Ending | None:
    """The ending that the last mediation without a settlement leads to; none if that was crossed out."""
    last = db.session.scalar(
        select(MediationOutcome).where(MediationOutcome.dispute_id == dispute.id)
        .order_by(MediationOutcome.number.desc()).limit(1))
    return ENDINGS[last.kind] if last is not None and last.struck_at is None else None


def endings_open(dispute: Dispute) -> tuple[Ending, ...]:
    """The endings that may be chosen now."""
    return rules.endings_open(dispute.stage, outcome_of(dispute), was_copied(dispute))


def why_not_reopened(dispute: Dispute) -> str:
    """Why this closed dispute can never be reopened, in one sentence; nothing when it can."""
    try:
        rules.may_come_back(dispute.ending, was_copied(dispute))
    except BrokenRule as broken:
        return str(broken.text)
    return ""


def stage_before_closing(dispute: Dispute) -> Stage | None:
    """Where a closed dispute stood when it was closed, as the ledger tells it; None if no act closed it."""
    told = db.session.scalars(
        select(LedgerEntry.canon).where(LedgerEntry.dispute_id == dispute.id, LedgerEntry.act.in_(CLOSING))
        .order_by(LedgerEntry.id.desc()))
    for canon in told:
        before, after = loads(canon)["stages"]
        if after == Stage.CLOSED and before != Stage.CLOSED:
            return Stage(before)
    return None


def said_double(dispute: Dispute) -> list[DisputeLink]:
    """The links by which this dispute is said to be a double of another."""
    return list(db.session.scalars(select(DisputeLink).where(
        DisputeLink.dispute_id == dispute.id, DisputeLink.kind == LinkKind.DUPLICATE,
        DisputeLink.struck_at.is_(None))))


def last_seen(agreement: Agreement) -> dict[int, ApproximateDate]:
    """When each commitment (id) of a settlement was last seen by a visit that tells its day, struck ones left out."""
    found: dict[int, ApproximateDate] = {}
    for commitment, seen in db.session.execute(
            select(VisitFinding.commitment_id, Visit).join(Visit, Visit.id == VisitFinding.visit_id)
            .where(Visit.agreement_id == agreement.id, Visit.struck_at.is_(None))):
        known = [when for when in (found.get(commitment), seen.happened_on) if when is not None]
        if known:
            found[commitment] = max(known, key=lambda when: when.sort_key)
    return found
