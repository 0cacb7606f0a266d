"""Questions about the people in a dispute: parties by side, who speaks for them, witnesses, namesakes."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from mediation.accounts.models import Account
from mediation.commissions.models import Institution, Membership, RoleHeld
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import Base, db
from mediation.kernel.text import fold_words
from mediation.parties.models import Party, Representative, Witness

NAMESAKES_SHOWN = 3


@dataclass(frozen=True)
class Side:
    """One side of a dispute: its number, its letter, and the parties that stand on it."""

    number: int
    letter: str
    parties: tuple[Party, ...]

    @property
    def name(self) -> str:
        """The names of its parties, in order of entry."""
        return ", ".join(party.name for party in self.parties)


def parties_of(dispute: Dispute) -> list[Party]:
    """The parties by side and in order of entry, those struck out last; with who speaks for them."""
    return list(db.session.scalars(
        select(Party).where(Party.dispute_id == dispute.id).options(selectinload(Party.representatives))
        .order_by(Party.struck_at.is_not(None), Party.side, Party.number)))


def sides_of(dispute: Dispute) -> list[Side]:
    """The sides on which somebody stands, in order of their letters."""
    return by_side(parties_of(dispute))


def by_side(parties: list[Party]) -> list[Side]:
    """The same parties as sides, without those struck out."""
    standing = [party for party in parties if party.struck_at is None]
    standing.sort(key=lambda party: (party.side, party.number))
    grouped = ((number, tuple(group)) for number, group in groupby(standing, key=lambda party: party.side))
    return [Side(number, group[0].letter, group) for number, group in grouped]


def witnesses_of(dispute: Dispute) -> list[Witness]:
    """The witnesses in order of entry, struck ones included; pages show their alias only."""
    return list(db.session.scalars(
        select(Witness).where(Witness.dispute_id == dispute.id).order_by(Witness.number)))


def count_speakers(party: Party) -> int:
    """How many people speak for this party now."""
    return db.session.scalar(select(func.count(Representative.id)).where(
        Representative.dispute_id == party.dispute_id, Representative.party_id == party.id,
        Representative.struck_at.is_(None)))


def namesakes_of(party: Party) -> list[str]:
    """Other disputes, among those the reader sees, with a party of the same name: a hint, never a proof."""
    names = {party.folded, fold_words(party.name)}
    return list(db.session.scalars(
        select(Dispute.reference).join(Party, Party.dispute_id == Dispute.id)
        .where(Party.folded.in_(names), Party.dispute_id != party.dispute_id, Party.struck_at.is_(None))
        .order_by(Dispute.reference.desc()).limit(NAMESAKES_SHOWN).distinct()))


def people_near(institution: Institution, also: int | None = None) -> list[tuple[int, str]]:
    """Who has an account and sits or serves in this institution or above it: (account id, name).

    `also` is somebody to list in any case.
    """
    today = clock.today()

    def now(held):
        return (held.since <= today) & (held.until.is_(None) | (held.until >= today))

    above = (RoleHeld.territory <= institution.path) & (RoleHeld.territory + "~" > institution.path)
    serves = select(RoleHeld.account_id).where(
        now(RoleHeld), or_(RoleHeld.institution_id == institution.id, above))
    sits = select(Membership.account_id).where(
        now(Membership), Membership.institution_id == institution.id, Membership.account_id.is_not(None))
    rows = db.session.execute(
        select(Account.id, Account.name)
        .where(or_(Account.active & (Account.id.in_(serves) | Account.id.in_(sits)), Account.id == also))
        .order_by(Account.name, Account.id))
    return [tuple(row) for row in rows]


def has_signed(row: Party | Representative) -> bool:
    """Whether a signature line is this person's; asked of a later slice by table name."""
    signature = Base.metadata.tables["signature"]
    return db.session.scalar(select(func.count(signature.c.id)).where(
        signature.c.dispute_id == row.dispute_id, signature.c[f"{row.__tablename__}_id"] == row.id)) > 0
