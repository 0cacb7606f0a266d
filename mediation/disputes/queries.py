"""Questions about disputes; every read is scoped to who asks."""

from functools import cache

from sqlalchemy import Select, bindparam, func, select

from mediation.acts.refusals import NotFound
from mediation.acts.scope import Actor, resolve
from mediation.disputes.models import Attempt, Dispute, TeamMember
from mediation.kernel import clock
from mediation.kernel.db import Base, db
from mediation.kernel.references import is_reference

LARGEST_NUMBER = 2**31 - 1


def find(reference: str) -> Dispute:
    """The dispute of this number, if it is for this person to know (`NotFound` otherwise)."""
    found = None
    if is_reference(reference):
        found = db.session.scalar(_by_reference(), {"reference": reference})
    if found is None:
        raise NotFound(reference)
    return found


@cache
def _by_reference() -> Select:
    """The dispute of a number: every page of a dispute asks this first, so it is put together once."""
    return select(Dispute).where(Dispute.reference == bindparam("reference"))


def find_in(model, dispute: Dispute, number: int):
    """The numbered thing of a dispute (`NotFound` if there is none, also for a number no column can hold)."""
    number = min(number, LARGEST_NUMBER)
    found = db.session.scalar(select(model).where(model.dispute_id == dispute.id, model.number == number))
    if found is None:
        raise NotFound(f"{model.__tablename__} {number}")
    return found


def rows_in(model, dispute: Dispute, numbers: set[int]) -> dict[int, int]:
    """The row of each of these numbered things of a dispute (`NotFound` if one is not there)."""
    if not numbers:
        return {}
    asked = {min(number, LARGEST_NUMBER) for number in numbers}
    found = dict(db.session.execute(
        select(model.number, model.id).where(model.dispute_id == dispute.id, model.number.in_(asked))).all())
    for number in numbers - found.keys():
        raise NotFound(f"{model.__tablename__} {number}")
    return found


def still_seen(actor: Actor, dispute: Dispute) -> bool:
    """Whether this person sees the dispute as things stand after their act."""
    sight = resolve(actor.id, actor.name, dispute.id).sight
    return (dispute.lead_id in sight.led or dispute.id in sight.own) and dispute.id not in sight.barred


def team_of(dispute: Dispute) -> list[TeamMember]:
    """The team, past members included, in the order they came."""
    return list(db.session.scalars(
        select(TeamMember).where(TeamMember.dispute_id == dispute.id).order_by(TeamMember.number)))


def team_now(dispute: Dispute) -> list[TeamMember]:
    """Who is on the team today, in the order they came."""
    today = clock.today()
    return [one for one in team_of(dispute) if one.struck_at is None and (one.until is None or one.until > today)]


def count_sides(dispute: Dispute) -> int:
    """How many sides have a party in the dispute that is no mere ally; asked of later slices by table name."""
    party, departure = Base.metadata.tables["party"], Base.metadata.tables["departure"]
    left = select(departure.c.party_id).where(
        departure.c.dispute_id == dispute.id, departure.c.struck_at.is_(None))
    return db.session.scalar(select(func.count(party.c.side.distinct())).where(
        party.c.dispute_id == dispute.id, party.c.struck_at.is_(None), party.c.ally.is_not(True),
        party.c.id.not_in(left)))


def sides_of(dispute: Dispute, kept: int | None = None) -> list[tuple[int, str]]:
    """The sides on which somebody stands, with letter and names; asked of a later slice by table name.

    `kept` is a side to list in any case.
    """
    party = Base.metadata.tables["party"]
    rows = db.session.execute(
        select(party.c.side, party.c.name).where(party.c.dispute_id == dispute.id, party.c.struck_at.is_(None))
        .order_by(party.c.side, party.c.number))
    names: dict[int, list[str]] = {kept: []} if kept else {}
    for side, name in rows:
        names.setdefault(side, []).append(name)
    return [(side, " · ".join(filter(None, (letter_of(side), ", ".join(names[side]))))) for side in sorted(names)]


def letter_of(side: int | None) -> str:
    """The letter of a side: A, B, C…; nothing for no side."""
    return chr(ord("A") + side - 1) if side else ""


def attempts_of(dispute: Dispute) -> list[Attempt]:
    """What was tried before, in order of entry, struck ones included."""
    return list(db.session.scalars(
        select(Attempt).where(Attempt.dispute_id == dispute.id).order_by(Attempt.number)))


def contestable(dispute: Dispute, contesting: Attempt | None = None) -> list[tuple[int, str]]:
    """The attempts whose decision another one may contest: number, and how it is named."""
    kept = contesting.against_id if contesting else None
    return [(one.number, " · ".join(filter(None, (str(one.number), str(one.channel.label), one.body, one.decision))))
            for one in attempts_of(dispute)
            if one is not contesting and (one.struck_at is None or one.id == kept)]


def count_objects(dispute: Dispute) -> int:
    """How many things are described as contested."""
    contested = Base.metadata.tables["contested_object"]
    return db.session.scalar(select(func.count(contested.c.id)).where(
        contested.c.dispute_id == dispute.id, contested.c.struck_at.is_(None)))


def was_heard(dispute: Dispute) -> bool:
    """Whether a session at which somebody came has been held, also before accepting."""
    session = Base.metadata.tables["mediation_session"]
    return db.session.scalar(select(func.count(session.c.id)).where(
        session.c.dispute_id == dispute.id, session.c.stage == "held", session.c.somebody_came.is_(True),
        session.c.struck_at.is_(None))) > 0


def parties_with_account(dispute: Dispute) -> set[int]:
    """The accounts of those who are or were a party here, or speak for one: they neither see nor act."""
    found = set()
    for name in ("party", "representative"):
        person = Base.metadata.tables[name]
        found.update(db.session.scalars(select(person.c.account_id).where(
            person.c.dispute_id == dispute.id, person.c.struck_at.is_(None), person.c.account_id.is_not(None))))
    return found
