"""Questions about people with an account and the sessions they have open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from mediation.accounts.models import Account, CodeRenewal, OpenSession
from mediation.acts.refusals import NotFound
from mediation.acts.scope import holdings_of, said_roles
from mediation.kernel.db import db
from mediation.kernel.paging import Order, Page, page
from mediation.kernel.text import fold_words, shown

RENEWALS_SHOWN = 20
BY_NAME = Order("name", (Account.folded, Account.login), descending=False)


@dataclass(frozen=True)
class Person:
    """Somebody in the list of people: who, with which roles, and when last seen (None: not this month)."""

    login: str
    name: str
    active: bool
    entered: bool
    roles_said: str
    seen_at: datetime | None


def find(login: str) -> Account:
    """The account of this login (`NotFound` if there is none)."""
    found = with_login(login)
    if found is None:
        raise NotFound(login)
    return found


def with_login(login: str) -> Account | None:
    """The account of this login, if there is one; what cannot be written down is nobody's."""
    if not login.isprintable():
        return None
    return db.session.scalar(select(Account).where(Account.login == login))


def own(account_id: int) -> Account:
    """The account of whoever asks."""
    return db.session.get_one(Account, account_id)


def people(active: bool, words: str = "", cursor: str | None = None) -> Page:
    """A page of the people whose access is open (or closed), by name, each found by any part of it."""
    asked = select(Account.id, Account.login, Account.name, Account.active, Account.password_hash.is_not(None)
                   .label("entered")).where(Account.active.is_(active))
    if folded := fold_words(shown(words)):
        asked = asked.where(Account.folded.contains(folded, autoescape=True))
    found = page(asked, BY_NAME, cursor)
    ids = [row.id for row in found.rows]
    roles, seen = holdings_of(ids), last_seen(ids)
    rows = [Person(row.login, row.name, row.active, row.entered, said_roles(roles[row.id]), seen.get(row.id))
            for row in found.rows]
    return Page(rows, found.before, found.after)


def last_seen(account_ids: list[int]) -> dict[int, datetime]:
    """When each of these people last asked for a page, this month."""
    return {row.account_id: row.seen_at for row in db.session.execute(
        select(OpenSession.account_id, func.max(OpenSession.seen_at).label("seen_at"))
        .where(OpenSession.account_id.in_(account_ids)).group_by(OpenSession.account_id))}


def sessions_not_ended(account_id: int) -> list[OpenSession]:
    """The sessions of this person that nobody ended, the latest seen first; some may have died of time."""
    return list(db.session.scalars(
        select(OpenSession).where(OpenSession.account_id == account_id, OpenSession.ended_at.is_(None))
        .order_by(OpenSession.seen_at.desc(), OpenSession.id.desc())))


def latest_renewal(account_id: int) -> CodeRenewal | None:
    """The last time a new code was asked for this person."""
    return db.session.scalar(
        select(CodeRenewal).where(CodeRenewal.account_id == account_id).order_by(CodeRenewal.id.desc()).limit(1))


def renewals_of(account_id: int) -> list[CodeRenewal]:
    """The last times a new code was asked for this person, the latest first, with who asked and confirmed."""
    return list(db.session.scalars(
        _told(select(CodeRenewal)).where(CodeRenewal.account_id == account_id)
        .order_by(CodeRenewal.id.desc()).limit(RENEWALS_SHOWN)))


def renewals_in(institution_ids) -> list[CodeRenewal]:
    """The codes renewed for those who serve in these institutions, the latest first."""
    return list(db.session.scalars(
        _told(select(CodeRenewal)).where(CodeRenewal.institution_id.in_(sorted(institution_ids)))
        .order_by(CodeRenewal.id.desc()).limit(RENEWALS_SHOWN)))


def _told(renewals):
    return renewals.options(joinedload(CodeRenewal.account), joinedload(CodeRenewal.asker),
                            joinedload(CodeRenewal.confirmer))


def renewals_since(account_id: int, moment: datetime | None) -> list[CodeRenewal]:
    """The codes asked for or confirmed since a person last came in, the earliest first."""
    found = [one for one in renewals_of(account_id) if one.asked_by is not None]
    return [one for one in reversed(found)
            if moment is None or one.asked_at > moment or one.confirmed_at and one.confirmed_at > moment]


def last_entry(account_id: int) -> datetime | None:
    """When this person last came in, this month."""
    return db.session.scalar(select(func.max(OpenSession.began_at)).where(OpenSession.account_id == account_id))
