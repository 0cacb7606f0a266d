"""Questions about who works on a dispute: the team, who sits, who replaces whom, what was declared."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from mediation.accounts.models import Account
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.commissions.kinds import Category
from mediation.commissions.models import Membership, RoleHeld
from mediation.disputes.models import Dispute
from mediation.disputes.queries import team_now
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.parties.models import Party
from mediation.parties.queries import parties_of
from mediation.teams import rules
from mediation.teams.kinds import BenchRole, ReplacementKind
from mediation.teams.models import Interest, Replacement
from mediation.teams.rules import Caution, Declared, Involved, Somebody, Worker

AT_A_DESK = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR)
BY_ROLE = {Role.CHAIR: BenchRole.CHAIR, Role.SECRETARY: BenchRole.SECRETARY}
BY_CATEGORY = {Category.CHAIR: BenchRole.CHAIR, Category.SECRETARY: BenchRole.SECRETARY}


@dataclass(frozen=True)
class Seat(Somebody):
    """Somebody who sits or serves in the institution: the number of a member, and the places that are theirs."""

    member: int | None = None
    places: frozenset[BenchRole] = frozenset({BenchRole.MEMBER})

    @property
    def key(self) -> str:
        """How a form names them."""
        return f"account-{self.account_id}" if self.member is None else f"member-{self.member}"

    @property
    def said(self) -> str:
        """The name, with the places beyond a plain member’s."""
        told = [str(place.label) for place in BenchRole if place in self.places - {BenchRole.MEMBER}]
        return " · ".join((self.name, *told))


def seats_of(dispute: Dispute) -> list[Seat]:
    """Who sits in the institution today, or chairs it or keeps its desk; one person once."""
    today, found = clock.today(), []
    for one in db.session.scalars(
            select(Membership).where(Membership.institution_id == dispute.lead_id, *_on(Membership, today))
            .order_by(Membership.number)):
        place = BY_CATEGORY.get(one.category)
        found.append(Seat(one.account_id, one.name, one.number,
                          frozenset({BenchRole.MEMBER, place} if place else {BenchRole.MEMBER})))
    for account_id, name, role in db.session.execute(
            select(Account.id, Account.name, RoleHeld.role).join(RoleHeld, RoleHeld.account_id == Account.id)
            .where(RoleHeld.institution_id == dispute.lead_id, RoleHeld.role.in_(BY_ROLE), *_on(RoleHeld, today))
            .order_by(Account.name, Account.id)):
        _seat(found, Somebody(account_id, name), BY_ROLE[role])
    return found


def _seat(seats: list[Seat], who: Somebody, place: BenchRole) -> None:
    """Give a place to whoever has it, beside the seat they may already have."""
    for index, seat in enumerate(seats):
        if seat.is_same_as(who):
            seats[index] = replace(seat, account_id=who.account_id, places=seat.places | {place})
            return
    seats.append(Seat(who.account_id, who.name, places=frozenset({BenchRole.MEMBER, place})))


def _on(model, today) -> tuple:
    return model.since <= today, model.until.is_(None) | (model.until >= today)


def seat_in(dispute: Dispute, member: int | None, account_id: int | None) -> Seat | None:
    """The seat that goes by the number of a member, or else by an account."""
    for seat in seats_of(dispute):
        if seat.member == member if member is not None else account_id is not None and seat.account_id == account_id:
            return seat
    return None


def named(account_id: int | None, name: str | None) -> Somebody:
    """Somebody by their account, under the name that it bears, or by name alone."""
    account = db.session.get(Account, account_id) if account_id is not None else None
    return Somebody(account.id if account else None, account.name if account else name or "")


def serving(dispute: Dispute) -> list[tuple[int, str]]:
    """Who keeps, mediates or chairs in the institution of the dispute today: (account id, name)."""
    return _serving(RoleHeld.institution_id == dispute.lead_id)


def serving_under(actor: Actor) -> list[tuple[int, str]]:
    """Who serves in an institution that this reviewer looks over: (account id, name)."""
    return _serving(RoleHeld.institution_id.in_(sorted(actor.sight.supervised)))


def _serving(where) -> list[tuple[int, str]]:
    rows = db.session.execute(
        select(Account.id, Account.name).join(RoleHeld, RoleHeld.account_id == Account.id)
        .where(where, RoleHeld.role.in_(AT_A_DESK), *_on(RoleHeld, clock.today()), Account.active)
        .order_by(Account.name, Account.id).distinct())
    return [tuple(row) for row in rows]


def keeps_the_desk(dispute: Dispute, account_id: int | None) -> bool:
    """Whether this person is a secretary of the institution today."""
    return db.session.scalar(select(RoleHeld.id).where(
        RoleHeld.institution_id == dispute.lead_id, RoleHeld.account_id == account_id,
        RoleHeld.role == Role.SECRETARY, *_on(RoleHeld, clock.today())).limit(1)) is not None


def standing_in(dispute: Dispute) -> list[Replacement]:
    """The replacements and stand-ins that hold today, in order of entry."""
    rows = db.session.scalars(
        select(Replacement).where(Replacement.dispute_id == dispute.id).order_by(Replacement.number))
    return [one for one in rows if one.stands_on(clock.today())]


def replaced_in(standing: list[Replacement]) -> list[Somebody]:
    """Whom others replace."""
    return [Somebody(one.replaced_account_id, one.replaced_name) for one in standing if one.replaced_name]


def replacing_in(standing: list[Replacement]) -> list[Somebody]:
    """Who stands in the place of another."""
    return [Somebody(one.account_id, one.name) for one in standing if one.kind is ReplacementKind.BENCH]


def declared_in(dispute: Dispute) -> list[Declared]:
    """The links that were declared and not struck out, in order of entry."""
    rows = db.session.execute(
        select(Interest, Party).outerjoin(Party, Party.id == Interest.party_id)
        .where(Interest.dispute_id == dispute.id, Interest.struck_at.is_(None)).order_by(Interest.number))
    return [declared(interest, party) for interest, party in rows]


def decided_in(dispute: Dispute) -> list[Interest]:
    """The rows of the declared links of which something was decided, without those struck out."""
    return list(db.session.scalars(select(Interest).where(
        Interest.dispute_id == dispute.id, Interest.struck_at.is_(None), Interest.decision.is_not(None))
        .order_by(Interest.number)))


def declared(interest: Interest, party: Party | None) -> Declared:
    """A link as the rules look at it."""
    return Declared(interest.account_id, interest.name, interest.kind, party.letter if party else None,
                    interest.words, interest.decision)


def involved_in(parties: list[Party]) -> list[Involved]:
    """The parties that are not struck out, and who speaks for them."""
    found = []
    for party in parties:
        if party.struck_at is None:
            found.append(Involved(party.account_id, party.name, party.letter))
            found += [Involved(one.account_id, one.name, party.letter, speaks=True)
                      for one in party.representatives if one.struck_at is None]
    return found


def cautions_of(dispute: Dispute, others: list[tuple[int, str]] = ()) -> list[Caution]:
    """What to look at about who works on a dispute, who sits in its institution, and who might be chosen."""
    workers = [*(Somebody(one.account_id, one.name) for one in team_now(dispute)),
               *replacing_in(standing_in(dispute)), *seats_of(dispute),
               *(Somebody(account_id, name) for account_id, name in others)]
    return rules.cautions_about((Worker(one.account_id, one.name) for one in workers),
                                involved_in(parties_of(dispute)), declared_in(dispute))
