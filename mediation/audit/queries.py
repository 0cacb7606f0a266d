"""The journal as its reader may see it: disputes' entries beside visible disputes, the house's for its keepers."""

import re
from datetime import UTC, datetime, time

from sqlalchemy import Select, func, null, or_, select

from mediation.accounts.models import Account
from mediation.acts.ledger import LedgerCheckpoint, LedgerDetail, LedgerEntry, LedgerLeaf
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.commissions.models import Institution, RoleHeld
from mediation.disputes.models import Dispute
from mediation.kernel.db import db
from mediation.kernel.paging import Order, Page, page
from mediation.kernel.text import fold_words
from mediation.places.models import Place

READERS = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER)

# A line of the journal says much: so many keep a page light on a slow line.
ACTS_A_PAGE = 33
ROLE_TOUCHED = re.compile(r'"role:(\d{1,9})"')

EVERY_ACT = Order("journal", (LedgerEntry.id,))
ACTS_OF_ONE = Order("acts", (LedgerEntry.seq,))


def reads_disputes(actor: Actor) -> bool:
    """Whether somebody reads what was done in the disputes they see."""
    return actor.holds(*READERS)


def reads_house(actor: Actor) -> bool:
    """Whether somebody reads what was done to people, institutions and places."""
    return actor.holds(Role.ADMINISTRATOR)


def journal(actor: Actor, chosen: dict, cursor: str | None) -> Page:
    """A page of the acts that this person may read, the last written first."""
    return page(_seen(actor).where(*_conditions(chosen)), EVERY_ACT, cursor, ACTS_A_PAGE)


def journal_of(dispute: Dispute, cursor: str | None) -> Page:
    """A page of the acts of one dispute."""
    statement = _columns(Dispute.reference).join(Dispute, Dispute.id == LedgerEntry.dispute_id)
    return page(statement.where(LedgerEntry.dispute_id == dispute.id), ACTS_OF_ONE, cursor, ACTS_A_PAGE)


def _seen(actor: Actor) -> Select:
    """What this person may read, one row for each act."""
    of_house = LedgerEntry.dispute_id.is_(None)
    if not reads_disputes(actor):
        return _columns(null().label("reference")).where(of_house)
    beside = Dispute.id == LedgerEntry.dispute_id
    if not reads_house(actor):
        return _columns(Dispute.reference).join(Dispute, beside)
    return _columns(Dispute.reference).outerjoin(Dispute, beside).where(or_(of_house, Dispute.id.is_not(None)))


def _columns(reference) -> Select:
    return (
        select(LedgerEntry.stream, LedgerEntry.act, LedgerEntry.key, LedgerEntry.prev, LedgerEntry.hash,
               LedgerEntry.canon, LedgerEntry.recorded_at, LedgerLeaf.id.label("line"), LedgerDetail.changes,
               Account.name.label("who"), reference, LedgerEntry.seq)
        .select_from(LedgerEntry)
        .outerjoin(Account, Account.id == LedgerEntry.actor_id)
        .outerjoin(LedgerLeaf, LedgerLeaf.entry_id == LedgerEntry.id)
        .outerjoin(LedgerDetail, LedgerDetail.entry_id == LedgerEntry.id)
    )


def _conditions(chosen: dict) -> list:
    """The filters in force as conditions."""
    found = []
    if person := chosen.get("person"):
        named = select(Account.id).where(Account.folded.contains(fold_words(person), autoescape=True))
        found.append(LedgerEntry.actor_id.in_(named))
    if reference := chosen.get("dispute"):
        found.append(Dispute.reference == reference.upper())
    if act := chosen.get("act"):
        found.append(LedgerEntry.act == act)
    if since := chosen.get("since"):
        found.append(LedgerEntry.recorded_at >= datetime.combine(since, time(), UTC))
    return found


def roles_told(rows: list) -> dict[int, tuple[str, str]]:
    """The person and the institution or territory of every role that these acts gave or ended, in one statement."""
    touched = {int(number) for row in rows if row.act.startswith("role.")
               for number in ROLE_TOUCHED.findall(row.changes or "")}
    if not touched:
        return {}
    held = db.session.execute(
        select(RoleHeld.id, Account.name, func.coalesce(Institution.name, Place.name, ""))
        .join(Account, Account.id == RoleHeld.account_id)
        .outerjoin(Institution, Institution.id == RoleHeld.institution_id)
        .outerjoin(Place, Place.path == RoleHeld.territory).where(RoleHeld.id.in_(touched)))
    return {number: (person, where) for number, person, where in held}


def last_checkpoint():
    """When the journal was last anchored, over how many lines, with which root; None if never."""
    return db.session.execute(
        select(LedgerCheckpoint.size, LedgerCheckpoint.made_at, LedgerCheckpoint.root)
        .order_by(LedgerCheckpoint.size.desc()).limit(1)).first()


def count_entries() -> int:
    """How many acts there are in all, to know whether all can be verified while somebody waits."""
    return db.session.scalar(select(func.count()).select_from(LedgerEntry))


def line_of(stream: str, seq: int):
    """The line number of an act and when it was written; None when it is gone or not yet listed."""
    return db.session.execute(
        select(LedgerLeaf.id.label("number"), LedgerEntry.recorded_at)
        .join(LedgerEntry, LedgerEntry.id == LedgerLeaf.entry_id)
        .where(LedgerEntry.stream == stream, LedgerEntry.seq == seq)).first()


def streams_seen(actor: Actor, streams: set[str]) -> set[str]:
    """Those of these streams that this person may be told about."""
    seen = set()
    if reads_house(actor):
        seen = {stream for stream in streams if not stream.startswith("dispute:")}
    if reads_disputes(actor):
        references = [stream.partition(":")[2] for stream in streams if stream.startswith("dispute:")]
        found = db.session.scalars(select(Dispute.reference).where(Dispute.reference.in_(references)))
        seen |= {f"dispute:{reference}" for reference in found}
    return seen
