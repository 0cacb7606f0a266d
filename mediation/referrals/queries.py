"""Questions about pauses, referrals and links: what left, what was received, what one dispute is to another."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload, lazyload

from mediation.acts.refusals import NotFound
from mediation.acts.scope import AWAITED, Actor
from mediation.acts.vocabulary import ReferralStage, Role
from mediation.commissions.models import Institution, RoleHeld
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import Base, db
from mediation.kernel.references import is_reference
from mediation.referrals.kinds import REVERSED, WAYS, LinkKind
from mediation.referrals.models import DisputeLink, Pause, Referral

THREAD_SHOWN = 100


@dataclass(frozen=True)
class Linked:
    """What a dispute is to another, read from one of the two; `other` is None when the reader may not see it."""

    link: DisputeLink
    kind: LinkKind
    mine: bool
    other: Dispute | None

    @property
    def struck(self) -> bool:
        """Whether the link was undone."""
        return self.link.struck_at is not None


def pause_of(dispute: Dispute) -> Pause:
    """The pause that goes on, or the last one (`NotFound` if the dispute never waited)."""
    found = db.session.scalar(
        select(Pause).where(Pause.dispute_id == dispute.id).order_by(Pause.number.desc()).limit(1))
    if found is None:
        raise NotFound("pause")
    return found


def parties_named(dispute: Dispute) -> list[tuple[int, str]]:
    """The parties that stand, by number and name; asked by table name, for they are a neighbour's."""
    party = Base.metadata.tables["party"]
    rows = db.session.execute(select(party.c.number, party.c.name).where(
        party.c.dispute_id == dispute.id, party.c.struck_at.is_(None)).order_by(party.c.side, party.c.number))
    return [tuple(row) for row in rows]


def party_numbered(dispute: Dispute, number: int) -> int:
    """The row of a party of this dispute (`NotFound` if there is none)."""
    party = Base.metadata.tables["party"]
    found = db.session.scalar(select(party.c.id).where(
        party.c.dispute_id == dispute.id, party.c.number == number, party.c.struck_at.is_(None)))
    if found is None:
        raise NotFound(f"party {number}")
    return found


def receivers(dispute: Dispute) -> list[tuple[str, str]]:
    """The other institutions of the register, by name: (code, name)."""
    rows = db.session.execute(select(Institution.code, Institution.name).where(
        Institution.id != dispute.lead_id).order_by(Institution.name, Institution.code))
    return [tuple(row) for row in rows]


def answers_here(institution_id: int | None) -> bool:
    """Whether this institution has a secretary in the register today."""
    today = clock.today()
    return institution_id is not None and db.session.scalar(select(exists().where(
        RoleHeld.institution_id == institution_id, RoleHeld.role == Role.SECRETARY, RoleHeld.since <= today,
        or_(RoleHeld.until.is_(None), RoleHeld.until >= today))))


def referral_of(dispute: Dispute) -> Referral:
    """The last time the dossier left (`NotFound` if it never did)."""
    found = db.session.scalar(
        select(Referral).where(Referral.dispute_id == dispute.id).order_by(Referral.number.desc()).limit(1))
    if found is None:
        raise NotFound("referral")
    return found


def received_by(actor: Actor) -> list[Referral]:
    """What was sent to the institutions of this person and waits for them, the oldest first."""
    return list(db.session.scalars(_received(actor).order_by(Referral.id)))


def find_received(actor: Actor, number: str, to_answer: bool = False) -> Referral:
    """What was sent to this person's institution from the dispute of that number (`NotFound` if nothing waits)."""
    found = None
    if is_reference(number):
        found = db.session.scalar(_received(actor).where(Referral.our_number == number))
    if found is None or to_answer and found.stage is not ReferralStage.SENT:
        raise NotFound(number)
    return found


def _received(actor: Actor):
    """Read with what the page shows of it, so that nothing of the dispute itself is asked for."""
    return select(Referral).where(
        Referral.dispute_id.in_(actor.sight.received), Referral.stage.in_(AWAITED),
        Referral.receiver_id.in_(actor.at_desk(Role.SECRETARY)),
    ).options(joinedload(Referral.sender), joinedload(Referral.receiver))


def is_taken_over(referral: Referral) -> bool:
    """Whether the receiver has opened its own dispute for this one."""
    return referral.stage not in (ReferralStage.SENT, ReferralStage.ACCEPTED) or db.session.scalar(select(
        exists().where(DisputeLink.other_id == referral.dispute_id, DisputeLink.kind == LinkKind.REFERRED)))


def numbered(reference: str) -> Dispute | None:
    """The dispute of this number, if it is for the reader to know."""
    number = reference.upper().replace(" ", "")
    return db.session.scalar(select(Dispute).where(Dispute.reference == number)) if is_reference(number) else None


def links_of(dispute: Dispute) -> list[Linked]:
    """What this dispute is to others and they to it, in one statement; undone links included."""
    return [_linked(dispute, link, found)
            for link, found in db.session.execute(_links(), {"dispute": dispute.id})]


@cache
def _links() -> Select:
    """The links from and to one dispute, each with the dispute at its other end: put together once."""
    other, one = aliased(Dispute), bindparam("dispute")
    far = case((DisputeLink.dispute_id == one, DisputeLink.other_id), else_=DisputeLink.dispute_id)
    return (select(DisputeLink, other).outerjoin(other, other.id == far).options(lazyload(other.lead))
            .where(or_(DisputeLink.dispute_id == one, DisputeLink.other_id == one)).order_by(DisputeLink.id))


def _linked(dispute: Dispute, link: DisputeLink, other: Dispute | None) -> Linked:
    mine = link.dispute_id == dispute.id
    return Linked(link, link.kind if mine else link.kind.reverse, mine, other)


def kinds_between(dispute: Dispute, other: Dispute) -> list[LinkKind]:
    """What this dispute already is to that one, by the links that stand."""
    links = db.session.scalars(select(DisputeLink).where(DisputeLink.struck_at.is_(None), or_(
        and_(DisputeLink.dispute_id == dispute.id, DisputeLink.other_id == other.id),
        and_(DisputeLink.dispute_id == other.id, DisputeLink.other_id == dispute.id))))
    return [link.kind if link.dispute_id == dispute.id else link.kind.reverse for link in links]


def comes_back(kind: LinkKind, dispute: Dispute, other: Dispute) -> bool:
    """Whether a link of this kind would close a circle, also through disputes the reader may not see."""
    way = kind if kind in WAYS else REVERSED.get(kind)
    if way is None:
        return False
    first, last = (dispute, other) if kind is way else (other, dispute)
    link = Base.metadata.tables["dispute_link"]

    def standing_from(near):
        return and_(link.c.struck_at.is_(None), or_(
            and_(link.c.dispute_id == near, link.c.kind == way),
            and_(link.c.other_id == near, link.c.kind == way.reverse)))

    far = select(case((link.c.kind == way, link.c.other_id), else_=link.c.dispute_id).label("far"))
    chain = far.where(standing_from(last.id)).cte(recursive=True)
    chain = chain.union(far.where(standing_from(chain.c.far)))
    return db.session.scalar(select(func.count()).select_from(chain).where(chain.c.far == first.id)) > 0


def thread_of(dispute: Dispute) -> tuple[list[Dispute], list[DisputeLink]]:
    """All disputes linked to this one, and to those, as far as the reader sees, oldest first; with their links."""
    near = select(Dispute.id).where(Dispute.id == dispute.id).cte(recursive=True)
    link, far = aliased(DisputeLink), aliased(Dispute)
    further = select(far.id).select_from(near).join(
        link, or_(link.dispute_id == near.c.id, link.other_id == near.c.id)).join(
        far, far.id == case((link.dispute_id == near.c.id, link.other_id), else_=link.dispute_id)).where(
        link.struck_at.is_(None))
    ids = select(near.union(further).c.id)
    disputes = list(db.session.scalars(
        select(Dispute).where(Dispute.id.in_(ids)).order_by(Dispute.registered_on, Dispute.id).limit(THREAD_SHOWN)))
    known = [one.id for one in disputes]
    links = db.session.scalars(select(DisputeLink).where(DisputeLink.struck_at.is_(None), or_(
        DisputeLink.dispute_id.in_(known), DisputeLink.other_id.in_(known))).order_by(DisputeLink.id))
    return disputes, list(links)
