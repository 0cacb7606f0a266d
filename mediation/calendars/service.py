"""The acts on the address of one's own calendar: make it, change it, close it."""

from mediation.accounts.models import Account
from mediation.acts import house as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor
from mediation.calendars import queries, rules
from mediation.calendars.models import CalendarLink
from mediation.kernel import clock
from mediation.kernel.db import db


@performs(acts.MAKE_CALENDAR)
def make_calendar(actor: Actor, account: Account, facts: rules.LinkFacts) -> CalendarLink:
    """Open a secret address under which one's own sessions and visits can be fetched."""
    rules.none_open(queries.link_of(account.id) is not None)
    return _opened(account, facts)


@performs(acts.RENEW_CALENDAR)
def renew_calendar(actor: Actor, account: Account, facts: rules.LinkFacts) -> CalendarLink:
    """Open another address in place of the one there was, which is worth nothing from now on."""
    _close(account)
    return _opened(account, facts)


@performs(acts.CLOSE_CALENDAR)
def close_calendar(actor: Actor, account: Account, facts: None) -> CalendarLink:
    """Close the address: whoever holds it fetches nothing any more."""
    return _close(account)


def _opened(account: Account, facts: rules.LinkFacts) -> CalendarLink:
    link = CalendarLink(account_id=account.id, made_at=clock.now(), **vars(facts))
    db.session.add(link)
    return link


def _close(account: Account) -> CalendarLink:
    link = queries.link_of(account.id)
    rules.one_open(link is not None)
    link.closed_at = clock.now()
    # Before the next one is added: two open at once are refused by the database.
    db.session.flush()
    return link
