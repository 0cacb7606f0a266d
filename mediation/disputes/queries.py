"""Questions about disputes; every read is scoped to who asks."""

from sqlalchemy import func, select

from mediation.acts.refusals import NotFound
from mediation.disputes.models import Dispute, TeamMember
from mediation.kernel.db import Base, db
from mediation.kernel.references import is_reference

LARGEST_NUMBER = 2**31 - 1


def find(reference: str) -> Dispute:
    """The dispute of this number, if it is for this person to know (`NotFound` otherwise)."""
    found = None
    if is_reference(reference):
        found = db.session.scalar(select(Dispute).where(Dispute.reference == reference))
    if found is None:
        raise NotFound(reference)
    return found


def find_in(model, dispute: Dispute, number: int):
    """The numbered thing of a dispute (`NotFound` if there is none, also for a number no column can hold)."""
    number = min(number, LARGEST_NUMBER)
    found = db.session.scalar(select(model).where(model.dispute_id == dispute.id, model.number == number))
    if found is None:
        raise NotFound(f"{model.__tablename__} {number}")
    return found


def team_of(dispute: Dispute) -> list[TeamMember]:
    """The team, past members included, in the order they came."""
    return list(db.session.scalars(
        select(TeamMember).where(TeamMember.dispute_id == dispute.id).order_by(TeamMember.number)))


def count_sides(dispute: Dispute) -> int:
    """How many sides have a party that is not struck out; asked of later slices by table name."""
    party = Base.metadata.tables["party"]
    return db.session.scalar(select(func.count(party.c.side.distinct())).where(
        party.c.dispute_id == dispute.id, party.c.struck_at.is_(None)))


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
    """The accounts of those who are a party here or speak for one: they neither see nor act."""
    found = set()
    for name in ("party", "representative"):
        person = Base.metadata.tables[name]
        found.update(db.session.scalars(select(person.c.account_id).where(
            person.c.dispute_id == dispute.id, person.c.account_id.is_not(None))))
    return found
