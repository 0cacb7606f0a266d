"""Everything of one dispute in one reading: its entries in the ledger, then only the tables they touched.

Rows that belong together are put together here, so that nothing is looked up one by one while a page is
drawn, and so that what the other slices ask of their own rows is answered without a further statement.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from json import loads

from sqlalchemy import Select, and_, bindparam, literal, select, union_all
from sqlalchemy.orm.attributes import set_committed_value

from mediation.accounts.models import Account
from mediation.acts.late import LateEntry
from mediation.acts.ledger import LedgerEntry, event_date
from mediation.acts.vocabulary import AgreementStage, SessionStage, VisitStage
from mediation.agreements.models import (
    Agreement,
    AgreementWitness,
    Commitment,
    CommitteeMember,
    Guarantor,
    Reading,
    Signature,
)
from mediation.agreements.queries import place_of
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.disputes.models import Attempt, Dispute, DisputePlace, Harm, TeamMember
from mediation.documents.models import Document
from mediation.followup.models import CommitmentRelease, Difficulty, DifficultyVoice, Reopening, Visit, VisitFinding
from mediation.intake.models import Transcription
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import db
from mediation.land.models import ContestedObject
from mediation.papers.models import Paper
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness
from mediation.referrals.models import DisputeLink, Orientation, Pause, Referral
from mediation.sessions.models import (
    Attendance,
    BenchMember,
    IgnoredSummons,
    MediationOutcome,
    MediationSession,
    Offer,
    ReservedNote,
    Resumption,
    Summons,
)
from mediation.supervision.models import Remark
from mediation.teams.models import Interest, Replacement
from mediation.validity.models import Accusation, AgreementEnding, ConditionNote, CopyGiven, RouteStep

ENTRIES_READ = 400

# What is rare in a dispute: the rows of all these kinds are read in one statement.
ASIDES = (
    Accusation, AgreementEnding, CommitteeMember, ConditionNote, CopyGiven, RouteStep,
    Alert, CommitmentRelease, Consent, Departure, Difficulty, DifficultyVoice, DisputeLink, Document, Interest,
    Intermediary, LateEntry, Measure, Offer, Orientation, Paper, Pause, Proceeding, Referral, Remark, Reopening,
    Replacement, Resumption, Source, Transcription,
)


@dataclass(frozen=True)
class Entry:
    """One act as the ledger tells it: what, by whom, when it happened and was written, what it touched."""

    id: int
    act: str
    who: str
    recorded_at: datetime
    happened_on: ApproximateDate | None
    result: str | None
    touched: tuple[str, ...]


@dataclass
class File:
    """A dispute with all that hangs on it, by kind, in order of entry, struck rows included."""

    dispute: Dispute
    entries: list[Entry]
    team: list[TeamMember]
    attempts: list[Attempt]
    harms: list[Harm]
    parties: list[Party]
    witnesses: list[Witness]
    objects: list[ContestedObject]
    sessions: list[MediationSession]
    summons: list[Summons]
    notes: list[ReservedNote]
    outcomes: list[MediationOutcome]
    agreements: list[Agreement]
    visits: list[Visit]
    asides: dict[type, list]
    rows: dict[str, object] = field(default_factory=dict)

    def first(self, act: str) -> Entry | None:
        """The first time an act was done here."""
        return next((entry for entry in self.entries if entry.act == act), None)

    def of(self, model: type) -> list:
        """What there is of a rare kind, in order of entry, struck rows included."""
        return self.asides.get(model, [])

    @cached_property
    def late(self) -> dict[str, LateEntry]:
        """What was entered late or copied from a paper register, by the fact it is beside."""
        return {one.about: one for one in self.of(LateEntry)}

    @property
    def standing_parties(self) -> list[Party]:
        """The parties that are not struck out, by side; also those that left the dispute."""
        return sorted((p for p in self.parties if p.struck_at is None), key=lambda p: (p.side, p.number))

    @property
    def present_parties(self) -> list[Party]:
        """The parties that are in the dispute now, by side."""
        return [party for party in self.standing_parties if party.was_here()]

    @property
    def principals(self) -> list[Party]:
        """The parties in the dispute now that are no mere allies of a side: a settlement is theirs."""
        return [party for party in self.present_parties if not party.ally]

    @property
    def held(self) -> list[MediationSession]:
        """The sessions held that are not struck out."""
        return [s for s in self.sessions if s.stage is SessionStage.HELD and s.struck_at is None]

    @property
    def planned(self) -> list[MediationSession]:
        """The sessions still to come."""
        return [s for s in self.sessions if s.stage is SessionStage.PLANNED and s.struck_at is None]

    @property
    def heard(self) -> list[MediationSession]:
        """The sessions held at which somebody came."""
        return [s for s in self.held if s.somebody_came]

    @property
    def agreement(self) -> Agreement | None:
        """The last settlement that was not given up; one that bound and binds no more, only where there is no other."""
        live = [one for one in self.agreements if one.stage is not AgreementStage.ABANDONED]
        standing = [one for one in live if not one.ended]
        return (standing or live or [None])[-1]

    @property
    def signed(self) -> list[Agreement]:
        """The settlements that bind."""
        return [one for one in self.agreements if one.binds]

    @property
    def several_agreements(self) -> bool:
        """Whether a commitment is told with the settlement that it is of."""
        return sum(one.stage is not AgreementStage.ABANDONED for one in self.agreements) > 1

    def numbered(self, commitment: Commitment) -> str:
        """A commitment by its place in its settlement, and which one where there are several."""
        return place_of(commitment, self.several_agreements)

    def concerned(self, difficulty: Difficulty) -> list[Commitment]:
        """The commitments that a difficulty is about; none for the whole settlement."""
        return [one for agreement in self.agreements if agreement.id == difficulty.agreement_id
                for one in agreement.every_commitment if one.number in difficulty.commitments]

    @property
    def to_visit(self) -> list[Visit]:
        """The visits still to come."""
        return [v for v in self.visits if v.stage is VisitStage.PLANNED and v.struck_at is None]

    @property
    def made(self) -> list[Visit]:
        """The follow-up visits made that are not struck out."""
        return [visit for visit in self.visits if visit.stage is VisitStage.MADE and visit.struck_at is None]


def file_of(dispute: Dispute) -> File:
    """The whole file, in at most twenty statements however long it is."""
    entries = entries_of(dispute)
    touched = {name.split(":")[0] for entry in entries for name in entry.touched}
    reader = _Reader(dispute, None if len(entries) >= ENTRIES_READ else touched)
    _hang(dispute, "villages", reader.all(DisputePlace))
    file = File(
        dispute, entries, reader.all(TeamMember), reader.all(Attempt), reader.all(Harm),
        reader.with_children(Party, Representative, "party", "representatives"), reader.all(Witness),
        reader.all(ContestedObject), reader.all(MediationSession), reader.all(Summons),
        reader.all(ReservedNote),
        reader.with_children(MediationOutcome, IgnoredSummons, "outcome", "ignored"),
        reader.with_children(Agreement, Reading, "agreement", "readings"),
        reader.with_children(Visit, VisitFinding, "visit", "findings"), reader.together(*ASIDES), reader.rows)
    reader.hang(file.parties, "departures", file.of(Departure), "party_id")
    reader.hang(file.sessions, "every_attendance", reader.all(Attendance), "session_id")
    reader.hang(file.sessions, "every_seat", reader.all(BenchMember), "session_id")
    for name, model in (("every_commitment", Commitment), ("every_guarantor", Guarantor),
                        ("every_witness", AgreementWitness), ("signatures", Signature)):
        reader.hang(file.agreements, name, reader.all(model), "agreement_id")
    for agreement in file.agreements:
        agreement.every_commitment.sort(key=lambda one: (one.position, one.number))
        _hang(agreement, "replaced", reader.rows.get(f"agreement:{agreement.earlier_id}"))
    reader.hang(file.agreements, "every_member", file.of(CommitteeMember), "agreement_id")
    reader.hang(file.of(AgreementEnding), "accusations", file.of(Accusation), "ending_id")
    for end in file.of(AgreementEnding):
        _hang(end, "successor", reader.rows.get(f"agreement:{end.successor_id}"))
    return file


def entries_of(dispute: Dispute) -> list[Entry]:
    """What was done in a dispute, in order; of a very long one, the last acts."""
    rows = db.session.execute(_last_entries(), {"dispute": dispute.id}).all()
    return [_entry(row) for row in reversed(rows)]


@cache
def _last_entries() -> Select:
    """The last acts of one dispute, each with who did it: put together once."""
    return (select(LedgerEntry.id, LedgerEntry.act, Account.name, LedgerEntry.recorded_at, LedgerEntry.canon)
            .outerjoin(Account, Account.id == LedgerEntry.actor_id)
            .where(LedgerEntry.dispute_id == bindparam("dispute"))
            .order_by(LedgerEntry.id.desc()).limit(ENTRIES_READ))


def _entry(row) -> Entry:
    told = loads(row.canon)
    return Entry(row.id, row.act, row.name or "", row.recorded_at, event_date(told["on"]), told["result"],
                 tuple(f"{table}:{number}" for table, number, _fields in told["changes"]))


def _hang(owner, name: str, rows: list) -> None:
    """Give a row what hangs on it, as if it had been loaded with it."""
    set_committed_value(owner, name, rows)


@cache
def _of_one(model, child=None, link: str = "") -> Select:
    """The rows of a kind in one dispute, with their children if asked: put together once."""
    rows = select(model).where(model.dispute_id == bindparam("dispute")).order_by(model.number)
    if child is None:
        return rows
    return rows.add_columns(child).outerjoin(child, getattr(child, link) == model.id).order_by(child.number)


@cache
def _of_several(models: tuple[type, ...]) -> Select:
    """The rows of several kinds in one dispute, one kind after the other, each in order of entry."""
    keys = union_all(*(
        select(literal(place).label("kind"), model.id.label("row"), model.number.label("number"))
        .where(model.dispute_id == bindparam("dispute")) for place, model in enumerate(models))).subquery()
    rows = select(*models).select_from(keys).order_by(keys.c.kind, keys.c.number)
    for place, model in enumerate(models):
        rows = rows.outerjoin(model, and_(keys.c.kind == place, model.id == keys.c.row))
    return rows


class _Reader:
    """Reads the rows of one dispute; a table that no entry touched is not asked."""

    def __init__(self, dispute: Dispute, touched: set[str] | None):
        self.dispute, self.touched, self.rows = dispute, touched, {f"dispute:{dispute.id}": dispute}

    def all(self, model) -> list:
        """All rows of a kind, in order of entry."""
        if not self._asks(model):
            return []
        return self._keep(db.session.scalars(_of_one(model), {"dispute": self.dispute.id}))

    def with_children(self, model, child, one: str, many: str) -> list:
        """All rows of a kind, each with its few children, in one statement."""
        if not self._asks(model):
            return []
        pairs = db.session.execute(_of_one(model, child, f"{one}_id"), {"dispute": self.dispute.id}).all()
        found = self._keep(dict.fromkeys(pair[0] for pair in pairs))
        children = self._keep(pair[1] for pair in pairs if pair[1] is not None)
        self.hang(found, many, children, f"{one}_id")
        return found

    def together(self, *models) -> dict[type, list]:
        """All rows of several rare kinds, by kind, in one statement."""
        asked = tuple(model for model in models if self._asks(model))
        found = {model: [] for model in models}
        if asked:
            pairs = db.session.execute(_of_several(asked), {"dispute": self.dispute.id}).all()
            for row in self._keep(next(one for one in pair if one is not None) for pair in pairs):
                found[type(row)].append(row)
        return found

    def hang(self, owners: list, name: str, rows: list, link: str) -> None:
        """Give each owner its rows."""
        by_owner = defaultdict(list)
        for row in rows:
            by_owner[getattr(row, link)].append(row)
        for owner in owners:
            _hang(owner, name, by_owner[owner.id])

    def _asks(self, model) -> bool:
        return self.touched is None or model.__tablename__ in self.touched

    def _keep(self, rows) -> list:
        kept = list(rows)
        self.rows.update((f"{row.__tablename__}:{row.id}", row) for row in kept)
        return kept
