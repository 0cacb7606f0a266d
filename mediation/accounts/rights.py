"""What the roles of people mean for their access: who still administers, and who may confirm a new code.

Roles are a later slice's: they are asked for by the names of their tables.
"""

from sqlalchemy import and_, func, or_, select

from mediation.accounts.models import Account
from mediation.acts.vocabulary import Role
from mediation.kernel import clock
from mediation.kernel.db import Base, db

CONFIRMED_FROM_ABOVE = (Role.CHAIR, Role.REVIEWER)


def _role():
    return Base.metadata.tables["role"]


def _held_today(role):
    today = clock.today()
    return and_(role.c.since <= today, or_(role.c.until.is_(None), role.c.until >= today))


def administers(account_id: int) -> bool:
    """Whether this person is an administrator today."""
    role = _role()
    return db.session.scalar(select(func.count(role.c.id)).where(
        role.c.account_id == account_id, role.c.role == Role.ADMINISTRATOR, _held_today(role))) > 0


def is_last_administrator(account_id: int) -> bool:
    """Whether nobody else with an open access would administer for good once this person does no more."""
    role = _role()
    others = select(func.count(role.c.id)).join(Account, Account.id == role.c.account_id).where(
        role.c.role == Role.ADMINISTRATOR, _held_today(role), role.c.until.is_(None), Account.active,
        role.c.account_id != account_id)
    return administers(account_id) and not db.session.scalar(others)


def ever_served(account_id: int) -> bool:
    """Whether this person holds or held any role: their access was worth something."""
    role = _role()
    return db.session.scalar(select(func.count(role.c.id)).where(role.c.account_id == account_id)) > 0


def serves_in(account_id: int) -> int | None:
    """The institution in which this person serves, or served last."""
    role = _role()
    return db.session.scalar(
        select(role.c.institution_id).where(role.c.account_id == account_id, role.c.institution_id.is_not(None))
        .order_by(role.c.until.is_not(None), role.c.until.desc(), role.c.id.desc()).limit(1))


def who_confirms(account_id: int, asker_id: int | None) -> list[str]:
    """The names of those who may confirm a new code of this person: another administrator, the chair or a
    reviewer of where they serve; only people who have already come in."""
    role, institution = _role(), Base.metadata.tables["institution"]
    where = serves_in(account_id)
    path = select(institution.c.path).where(institution.c.id == where).scalar_subquery()
    near = or_(role.c.institution_id == where,
               and_(role.c.role == Role.REVIEWER, path >= role.c.territory, path < role.c.territory + "~"))
    reach = or_(role.c.role == Role.ADMINISTRATOR, and_(role.c.role.in_(CONFIRMED_FROM_ABOVE), near))
    return list(db.session.scalars(
        select(Account.name).join(role, role.c.account_id == Account.id).where(
            reach, _held_today(role), Account.active, Account.password_hash.is_not(None),
            Account.id.not_in([one for one in (account_id, asker_id) if one is not None]))
        .distinct().order_by(Account.name)))
