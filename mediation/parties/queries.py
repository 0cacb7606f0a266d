"""Questions about the people in a dispute: parties by side, who speaks for them, witnesses, helpers, consents."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from mediation.accounts.models import Account
from mediation.commissions.models import Institution, Membership, RoleHeld
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, db
from mediation.kernel.text import fold_words
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness

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
    """The parties by side and in order of entry, those struck out last; with who speaks for them and who left."""
    return list(db.session.scalars(
        select(Party).where(Party.dispute_id == dispute.id)
        .options(selectinload(Party.representatives), selectinload(Party.departures))
        .order_by(Party.struck_at.is_not(None), Party.side, Party.number)))


def sides_of(dispute: Dispute) -> list[Side]:
    """The sides on which somebody stands, in order of their letters."""
    return by_side(parties_of(dispute))


def by_side(parties: list[Party]) -> list[Side]:
    """The same parties as sides, without those struck out; who left names a side only if nobody else does."""
    standing = [party for party in parties if party.struck_at is None]
    kept = {party.side for party in standing if party.was_here()}
    standing = [party for party in standing if party.was_here() or party.side not in kept]
    standing.sort(key=lambda party: (party.side, party.number))
    grouped = ((number, tuple(group)) for number, group in groupby(standing, key=lambda party: party.side))
    return [Side(number, group[0].letter, group) for number, group in grouped]


def here(parties: list[Party], when: ApproximateDate | None = None) -> list[Party]:
    """Those of these parties that were, or may have been, in the dispute on a day; now, if none is told."""
    return [party for party in parties if party.was_here(when)]


def count_principals(dispute: Dispute, side: int | None, but: Party | None = None) -> int:
    """How many parties, other than one, stand on a side and are no mere allies of it."""
    return db.session.scalar(select(func.count(Party.id)).where(
        Party.dispute_id == dispute.id, Party.side == side, Party.struck_at.is_(None), Party.ally.is_not(True),
        Party.id != (but.id if but else 0), ~Party.departures.any(Departure.struck_at.is_(None))))


def successors_in(dispute: Dispute) -> dict[int, set[int]]:
    """By row of party, the rows of those who succeed it."""
    found = defaultdict(set)
    for party_id, successor_id in db.session.execute(
            select(Departure.party_id, Departure.successor_id).where(
                Departure.dispute_id == dispute.id, Departure.struck_at.is_(None),
                Departure.successor_id.is_not(None))):
        found[party_id].add(successor_id)
    return found


def is_in_succession(party: Party) -> bool:
    """Whether this party succeeds another, or is succeeded."""
    followed = successors_in(party.dispute)
    return party.id in followed or any(party.id in successors for successors in followed.values())


def intermediaries_of(dispute: Dispute) -> list[Intermediary]:
    """Those who help, in order of entry, without those struck out."""
    return list(db.session.scalars(select(Intermediary).where(
        Intermediary.dispute_id == dispute.id, Intermediary.struck_at.is_(None)).order_by(Intermediary.number)))


def count_consents(dispute: Dispute, scope, party: Party | None, witness: Witness | None, person: str | None) -> int:
    """How many times somebody's consent to something is written down and holds."""
    return db.session.scalar(select(func.count(Consent.id)).where(
        Consent.dispute_id == dispute.id, Consent.scope == scope, Consent.struck_at.is_(None),
        Consent.withdrawn.is_not(True), Consent.party_id.is_not_distinct_from(party.id if party else None),
        Consent.witness_id.is_not_distinct_from(witness.id if witness else None),
        Consent.person.is_not_distinct_from(person)))


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
