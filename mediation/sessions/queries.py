"""Questions about sessions, summons and notes; every read is scoped to who asks."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from mediation.accounts.models import Account
from mediation.acts.refusals import NotFound
from mediation.acts.vocabulary import SIGNED_ONCE, SessionStage, Stage, SummonsStage
from mediation.commissions.kinds import Category
from mediation.commissions.models import Membership
from mediation.disputes.queries import LARGEST_NUMBER, find_in, letter_of, team_of
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, db
from mediation.parties.models import Party, Representative
from mediation.parties.queries import here, parties_of, witnesses_of
from mediation.sessions import rules
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.models import (
    Attendance,
    BenchMember,
    IgnoredSummons,
    MediationOutcome,
    MediationSession,
    Offer,
    ReservedNote,
    Summons,
)

MEMBERS_OFFERED = 60


@dataclass(frozen=True)
class Known:
    """Somebody of the dispute who may come; `who` names it in a form, which presumes no presence."""

    who: str
    shown: str
    quality: str | None = None
    letter: str = ""
    presence: None = None


@dataclass(frozen=True)
class Sitter:
    """Somebody of the team or of the institution who may sit; a form presumes no seat."""

    name: str
    quality: str | None = None
    account_id: int | None = None
    category: Category | None = None
    seat: None = None


@dataclass(frozen=True)
class NoteNotice:
    """That a reserved note exists: everything about it but its text."""

    number: int
    author_id: int
    author: str
    written_on: object
    session_number: int | None
    struck_at: object


@dataclass
class Turnout:
    """To how many of the sessions held a party came, refused, or did not come."""

    held: int = 0
    came: int = 0
    refused: int = 0
    absent: int = 0


def sessions_of(dispute) -> list[MediationSession]:
    """All sessions in order of entry, struck ones included, with who came and who sat already loaded."""
    return list(_sessions(dispute))


def _sessions(dispute, *narrowed):
    people = selectinload(MediationSession.every_attendance)
    return db.session.scalars(
        select(MediationSession).where(MediationSession.dispute_id == dispute.id, *narrowed)
        .order_by(MediationSession.number)
        .options(people.joinedload(Attendance.party),
                 people.joinedload(Attendance.representative).joinedload(Representative.party),
                 people.joinedload(Attendance.witness), selectinload(MediationSession.every_seat)))


def session_in(dispute, number: int) -> MediationSession:
    """The numbered session of a dispute (`NotFound` if there is none), with who came and who sat."""
    found = next(iter(_sessions(dispute, MediationSession.number == min(number, LARGEST_NUMBER))), None)
    if found is None:
        raise NotFound(f"mediation_session {number}")
    return found


def held_of(dispute) -> list[MediationSession]:
    """The sessions that were held and stand."""
    return [s for s in sessions_of(dispute) if s.stage is SessionStage.HELD and s.struck_at is None]


def last_session(dispute) -> MediationSession | None:
    """The session last held, to offer its place and its bench again."""
    return db.session.scalar(
        select(MediationSession).where(
            MediationSession.dispute_id == dispute.id, MediationSession.stage == SessionStage.HELD,
            MediationSession.struck_at.is_(None))
        .order_by(MediationSession.number.desc()).limit(1).options(selectinload(MediationSession.every_seat)))


def agreed_at(dispute) -> int | None:
    """The number of the session last held when the sides agreed at it, to name it in what they agreed."""
    last = db.session.execute(
        select(MediationSession.number, MediationSession.result).where(
            MediationSession.dispute_id == dispute.id, MediationSession.stage == SessionStage.HELD,
            MediationSession.struck_at.is_(None))
        .order_by(MediationSession.number.desc()).limit(1)).first()
    return last.number if last and last.result is Result.AGREEMENT else None


def planned_of(dispute) -> list[MediationSession]:
    """The sessions still to come."""
    return list(db.session.scalars(
        select(MediationSession).where(
            MediationSession.dispute_id == dispute.id, MediationSession.stage == SessionStage.PLANNED,
            MediationSession.struck_at.is_(None)).order_by(MediationSession.number)))


def summons_of(dispute) -> list[Summons]:
    """All summons in order of entry, struck ones included, with whom they call and to which session."""
    return list(db.session.scalars(
        select(Summons).where(Summons.dispute_id == dispute.id).order_by(Summons.number)
        .options(joinedload(Summons.party).selectinload(Party.departures), joinedload(Summons.session))))


def outcomes_of(dispute) -> list[MediationOutcome]:
    """How the mediation ended without a settlement, with the summons that were ignored."""
    named = selectinload(MediationOutcome.ignored).joinedload(IgnoredSummons.summons)
    return list(db.session.scalars(
        select(MediationOutcome).where(MediationOutcome.dispute_id == dispute.id)
        .order_by(MediationOutcome.number).options(named.joinedload(Summons.party))))


def ended_on(dispute) -> ApproximateDate | None:
    """When the mediation that may be taken up again ended, if it failed and nobody crossed that out."""
    last = next(iter(reversed(outcomes_of(dispute))), None)
    if dispute.stage is not Stage.NOT_SETTLED or last is None or last.struck_at is not None:
        return None
    return last.happened_on


def held_in(dispute, number: int) -> MediationSession:
    """The numbered session of a dispute, if it was held and stands (`NotFound` otherwise)."""
    found = find_in(MediationSession, dispute, number)
    if found.stage is not SessionStage.HELD or found.struck_at is not None:
        raise NotFound(f"mediation_session {number}")
    return found


def offers_at(mediation_session: MediationSession) -> list[Offer]:
    """What was offered at a session, in order of entry, struck ones included."""
    return list(db.session.scalars(
        select(Offer).where(Offer.dispute_id == mediation_session.dispute_id,
                            Offer.session_id == mediation_session.id).order_by(Offer.number)))


def letters(sides) -> str:
    """Sides as their letters, in order."""
    return "".join(letter_of(side) for side in sorted(sides))


def notes_of(dispute) -> list[NoteNotice]:
    """That notes exist, by whom and when; the text is not asked for."""
    rows = db.session.execute(
        select(ReservedNote.number, ReservedNote.author_id, Account.name, ReservedNote.written_on,
               MediationSession.number, ReservedNote.struck_at)
        .join(Account, Account.id == ReservedNote.author_id)
        .outerjoin(MediationSession, MediationSession.id == ReservedNote.session_id)
        .where(ReservedNote.dispute_id == dispute.id).order_by(ReservedNote.number))
    return [NoteNotice(*row) for row in rows]


def words_of(note: ReservedNote, actor) -> str | None:
    """The text of a note, for its author alone; ask for it only after the act of opening."""
    return db.session.scalar(
        select(ReservedNote.text).where(ReservedNote.id == note.id, ReservedNote.author_id == actor.id))


def people_of(dispute, when: ApproximateDate | None = None) -> list[Known]:
    """Everybody of the dispute who may come: parties by side, who speaks for them, witnesses by alias.

    Who left, or speaks no more, is not offered, unless they may have been there on the day told.
    """
    found = []
    for party in here(parties_of(dispute), when):
        found.append(Known(f"party-{party.number}", party.name, None, party.letter))
        found += [Known(f"representative-{speaker.number}", speaker.name, speaker.quality, party.letter)
                  for speaker in party.representatives if speaker.spoke(when)]
    return found + [Known(f"witness-{witness.number}", witness.alias, witness.quality)
                    for witness in standing(witnesses_of(dispute))]


def standing(rows: list) -> list:
    """The rows that are not struck out."""
    return [row for row in rows if row.struck_at is None]


def sitters_of(dispute, last: MediationSession | None = None) -> list[Sitter]:
    """Who usually sits: the team, and those who sat at the session given."""
    today = clock.today()
    found = {m.name: Sitter(m.name, m.quality, m.account_id) for m in standing(team_of(dispute))
             if m.until is None or m.until >= today}
    for member in last.bench if last else ():
        found.setdefault(member.name, Sitter(member.name, member.quality, member.account_id, member.category))
    return list(found.values())


def members_of(dispute) -> list[Sitter]:
    """The members of the institution today, as they may be asked to sit."""
    today = clock.today()
    members = db.session.scalars(
        select(Membership).where(Membership.institution_id == dispute.lead_id, Membership.since <= today,
                                 Membership.until.is_(None) | (Membership.until >= today))
        .order_by(Membership.number).limit(MEMBERS_OFFERED))
    return [Sitter(m.name, str(m.category.label), m.account_id, m.category) for m in members]


def turnout(sessions: list[MediationSession]) -> dict[int, Turnout]:
    """By party id, how it answered the sessions held; whoever speaks for it answers for it."""
    found: dict[int, Turnout] = {}
    held = [s for s in sessions if s.stage is SessionStage.HELD and s.struck_at is None]
    for mediation_session in held:
        for party_id, presences in _by_party(mediation_session).items():
            counts = found.setdefault(party_id, Turnout())
            counts.held += 1
            if Presence.CAME in presences:
                counts.came += 1
            elif Presence.REFUSED in presences:
                counts.refused += 1
            else:
                counts.absent += 1
    return found


def _by_party(mediation_session: MediationSession) -> dict[int, set[Presence]]:
    """What is known of each party at a session; nothing written is not an absence."""
    found: dict[int, set[Presence]] = {}
    for person in mediation_session.attendance:
        party_id = person.party_id or (person.representative.party_id if person.representative else None)
        if party_id is not None and person.presence is not None:
            found.setdefault(party_id, set()).add(person.presence)
    return found


def sides_came(mediation_session: MediationSession) -> set[int]:
    """The sides somebody came for."""
    there = (person for person in mediation_session.attendance if person.presence is Presence.CAME)
    return {person.side for person in there if person.side is not None}


def warnings_of(dispute, mediation_session: MediationSession) -> list:
    """What to look at in a session that was held."""
    heard = set().union(*(sides_came(held) for held in held_of(dispute)))
    sides = {party.side for party in here(parties_of(dispute)) if not party.ally}
    came = sides_came(mediation_session)
    return rules.warnings_for(mediation_session.kind, came, heard, sides, dispute.relation,
                              mediation_session.women)


def ignored_summons(dispute) -> list[Summons]:
    """The served summons to which the party summoned did not come; each is somebody's default."""
    held, today = held_of(dispute), clock.today()
    came_on: dict[int, list] = {}
    for mediation_session in held:
        for party_id, presences in _by_party(mediation_session).items():
            if Presence.CAME in presences:
                came_on.setdefault(party_id, []).append(mediation_session.held_on)
    return [one for one in summons_of(dispute)
            if one.struck_at is None and one.stage is SummonsStage.SERVED
            and one.party is not None and one.party.was_here()
            and rules.ignored(one.served_on, _awaited(one.session, today), came_on.get(one.party_id, []))]


def _awaited(mediation_session: MediationSession | None, today) -> bool:
    """Whether the party is not expected yet, or no more: its session is to come, or was called off."""
    while mediation_session is not None and mediation_session.stage is SessionStage.POSTPONED:
        if mediation_session.postponed_to is None:
            return True
        mediation_session = mediation_session.postponed_to
    if mediation_session is None:
        return False
    if mediation_session.struck_at is not None or mediation_session.stage is SessionStage.CANCELLED:
        return True
    if mediation_session.stage is not SessionStage.PLANNED:
        return False
    return not mediation_session.planned_on.certainly_past(today)


def count_refusals(dispute) -> int:
    """How many refusals to come stand in the sessions held."""
    return sum(presence is Presence.REFUSED for held in held_of(dispute)
               for presences in _by_party(held).values() for presence in presences)


def rests_on(mediation_session: MediationSession) -> bool:
    """Whether a signed agreement names this session; asked of a later slice by table name."""
    agreement = Base.metadata.tables["agreement"]
    return db.session.scalar(select(func.count(agreement.c.id)).where(
        agreement.c.dispute_id == mediation_session.dispute_id,
        agreement.c.session_id == mediation_session.id, agreement.c.stage.in_(SIGNED_ONCE))) > 0


def bench_of(mediation_session: MediationSession) -> list[BenchMember]:
    """Who sat, as it stands now."""
    return _standing(BenchMember, mediation_session)


def attendance_of(mediation_session: MediationSession) -> list[Attendance]:
    """Who came, did not come or refused, as it stands now."""
    return _standing(Attendance, mediation_session)


def _standing(model, mediation_session: MediationSession) -> list:
    return list(db.session.scalars(
        select(model).where(model.session_id == mediation_session.id, model.struck_at.is_(None))
        .order_by(model.number)))
