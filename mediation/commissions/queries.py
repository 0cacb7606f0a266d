"""Questions about institutions, what they settle, their members, and who holds which role."""

from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from mediation.accounts.models import Account
from mediation.acts.refusals import NotFound
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.commissions.delays import Delays, delays_of
from mediation.commissions.kinds import SettingName, Standing
from mediation.commissions.models import Institution, Membership, RoleHeld, Setting
from mediation.commissions.rules import CODE
from mediation.commissions.settings import DAYS, Settings
from mediation.kernel import clock
from mediation.kernel.db import db

GRANTS_SHOWN = 200


def find(code: str) -> Institution:
    """The institution of this code (`NotFound` if there is none)."""
    found = coded(code)
    if found is None:
        raise NotFound(code)
    return found


def coded(code: str) -> Institution | None:
    """The institution of this code, if there is one."""
    if not CODE.fullmatch(code):
        return None
    return db.session.scalar(select(Institution).where(Institution.code == code))


def find_for(actor: Actor, code: str) -> Institution:
    """The institution of this code, if this person may read about it (`NotFound` otherwise)."""
    found = find(code)
    if not actor.holds(Role.ADMINISTRATOR) and found.id not in _read_by(actor):
        raise NotFound(code)
    return found


def readable_by(actor: Actor) -> list[Institution]:
    """The institutions this person may read about: all of them, their own at its desk, or those they review."""
    institutions = select(Institution).options(joinedload(Institution.place)).order_by(
        Institution.name, Institution.code)
    if not actor.holds(Role.ADMINISTRATOR):
        institutions = institutions.where(Institution.id.in_(_read_by(actor)))
    return list(db.session.scalars(institutions))


def _read_by(actor: Actor) -> set[int]:
    return {*actor.at_desk(Role.CHAIR, Role.SECRETARY), *actor.sight.supervised}


def settings_of(institution_id: int) -> Settings:
    """What an institution settled; asked once for each institution in a request."""
    institution = db.session.get(Institution, institution_id)
    return Settings(institution.settings if institution is not None else ())


def setting_of(institution: Institution, name: SettingName) -> Setting | None:
    """What an institution settled under this name, if it ever did."""
    return db.session.scalar(
        select(Setting).where(Setting.institution_id == institution.id, Setting.name == name))


def settled(institution: Institution) -> dict[SettingName, Setting]:
    """What an institution settled, each with who wrote it down."""
    rows = db.session.scalars(
        select(Setting).where(Setting.institution_id == institution.id).options(joinedload(Setting.setter)))
    return {row.name: row for row in rows}


def delays_set() -> Delays:
    """The delays of all institutions that settled one, in one statement."""
    rows = db.session.execute(select(Setting.name, Setting.value, Setting.institution_id).where(
        Setting.name.in_(DAYS), Setting.standing == Standing.VALUE))
    return delays_of(rows)


def desks_of(actor: Actor) -> list[Institution]:
    """The institutions in which this person may register a dispute, by name."""
    desks = actor.at_desk(Role.SECRETARY, Role.MEDIATOR)
    return list(db.session.scalars(
        select(Institution).where(Institution.id.in_(desks)).order_by(Institution.name)))


def desk_of(actor: Actor, code: str | None = None) -> Institution:
    """The institution in which this person registers: the one named, or the first (`NotFound` if none)."""
    for institution in desks_of(actor):
        if code is None or institution.code == code:
            return institution
    raise NotFound(code)


def people_of(institution_id: int) -> list[tuple[int, str]]:
    """Who mediates in this institution now, with an account: (account id, name)."""
    rows = db.session.execute(
        select(Account.id, Account.name).join(RoleHeld, RoleHeld.account_id == Account.id)
        .where(RoleHeld.institution_id == institution_id, RoleHeld.role == Role.MEDIATOR,
               _on(RoleHeld, clock.today()), Account.active)
        .order_by(Account.name).distinct())
    return [tuple(row) for row in rows]


def everybody() -> list[tuple[int, str]]:
    """Everybody whose access is open, by name: (account id, name and login)."""
    people = db.session.scalars(select(Account).where(Account.active).order_by(Account.name, Account.login))
    return [(person.id, f"{person.name} ({person.login})") for person in people]


def known_to(actor: Actor, institution: Institution) -> list[tuple[int, str]]:
    """Who may be named as the account of a member: for a chair only those who serve or sit in the commission."""
    if actor.holds(Role.ADMINISTRATOR):
        return everybody()
    serve = select(RoleHeld.account_id).where(RoleHeld.institution_id == institution.id, _on(RoleHeld, clock.today()))
    sit = select(Membership.account_id).where(
        Membership.institution_id == institution.id, Membership.account_id.is_not(None))
    rows = db.session.execute(
        select(Account.id, Account.name).where(Account.active, Account.id.in_(serve) | Account.id.in_(sit))
        .order_by(Account.name, Account.id))
    return [tuple(row) for row in rows]


def is_open(account_id: int) -> bool:
    """Whether this account exists and its access is open."""
    return db.session.scalar(select(Account.active).where(Account.id == account_id)) is True


def members_of(institution: Institution) -> list[Membership]:
    """Who sits or sat in an institution, in order of entry."""
    return list(db.session.scalars(
        select(Membership).where(Membership.institution_id == institution.id).order_by(Membership.number)))


def find_member(institution: Institution, number: int) -> Membership:
    """The numbered member of an institution (`NotFound` if there is none)."""
    found = db.session.scalar(select(Membership).where(
        Membership.institution_id == institution.id, Membership.number == _possible(number)))
    if found is None:
        raise NotFound(f"member {number}")
    return found


def roles_of(institution: Institution | None) -> list[RoleHeld]:
    """The roles held in an institution, or those of the house, past ones included, in order of entry."""
    return list(db.session.scalars(
        select(RoleHeld).where(_in(institution)).options(joinedload(RoleHeld.account))
        .order_by(RoleHeld.number)))


def find_role(institution: Institution | None, number: int) -> RoleHeld:
    """The numbered role of an institution, or of the house (`NotFound` if there is none)."""
    found = db.session.scalar(select(RoleHeld).where(_in(institution), RoleHeld.number == _possible(number)))
    if found is None:
        raise NotFound(f"role {number}")
    return found


def _possible(number: int) -> int:
    """A number of an address as the engines take it: nothing was ever numbered beyond."""
    return min(number, 2**31 - 1)


def next_number(model: type[Membership] | type[RoleHeld], institution: Institution | None) -> int:
    """The next number of a member or a role in an institution, or in the house."""
    within = model.institution_id == institution.id if institution else model.institution_id.is_(None)
    return (db.session.scalar(select(func.max(model.number)).where(within)) or 0) + 1


def days_held(account_id: int, role: Role, institution: Institution | None,
              territory: str | None) -> list[tuple[date, date | None]]:
    """When this person held this very role, in this very place: first and last days."""
    rows = db.session.execute(select(RoleHeld.since, RoleHeld.until).where(
        RoleHeld.account_id == account_id, RoleHeld.role == role, _in(institution),
        RoleHeld.territory.is_(None) if territory is None else RoleHeld.territory == territory))
    return [tuple(row) for row in rows]


def lasting_administrators(but: int | None = None) -> int:
    """How many open accounts hold the administration now and for good, one role left out."""
    today = clock.today()
    return db.session.scalar(
        select(func.count(RoleHeld.id)).join(Account, Account.id == RoleHeld.account_id)
        .where(RoleHeld.role == Role.ADMINISTRATOR, RoleHeld.since <= today, RoleHeld.until.is_(None),
               Account.active, RoleHeld.id != (but or 0)))


def has_administrator() -> bool:
    """Whether somebody was ever made administrator."""
    return db.session.scalar(select(RoleHeld.id).where(RoleHeld.role == Role.ADMINISTRATOR).limit(1)) is not None


def seats_now() -> dict[int, int]:
    """How many members each institution has today, by its id."""
    return _counted(Membership)


def roles_now() -> dict[int, int]:
    """How many roles are held in each institution today, by its id."""
    return _counted(RoleHeld)


def _counted(model) -> dict[int, int]:
    return dict(
        db.session.execute(
            select(model.institution_id, func.count(model.id))
            .where(model.institution_id.is_not(None), _on(model, clock.today()))
            .group_by(model.institution_id)
        ).all()
    )


def grants_under(actor: Actor) -> list[RoleHeld]:
    """The roles that open disputes of the territory this person reviews, the latest grants first."""
    territories = [h.territory for h in actor.holdings if h.role is Role.REVIEWER and h.territory]
    within = [(RoleHeld.territory >= path) & (RoleHeld.territory < f"{path}~") for path in territories]
    return list(db.session.scalars(
        select(RoleHeld).where(or_(RoleHeld.institution_id.in_(actor.sight.supervised), *within))
        .options(joinedload(RoleHeld.account), joinedload(RoleHeld.granter), joinedload(RoleHeld.institution))
        .order_by(RoleHeld.granted_on.desc(), RoleHeld.id.desc()).limit(GRANTS_SHOWN)))


def _in(institution: Institution | None):
    return RoleHeld.institution_id.is_(None) if institution is None else RoleHeld.institution_id == institution.id


def _on(model, day: date):
    return (model.since <= day) & (model.until.is_(None) | (model.until >= day))
