"""Who is recognised at the door of the house: by a password, or the first time by a one-time code.

Whether a login exists, is closed or mistyped, the answer is the same sentence after the same work.
"""

from werkzeug.exceptions import TooManyRequests

from mediation.accounts import passwords, queries, rules, throttle
from mediation.accounts.models import Account
from mediation.kernel import clock


def count_try(login: str, password: str) -> None:
    """Count a try; when there were too many, refuse it after as much work as any other (429)."""
    if not throttle.may_try(login):
        passwords.fits(password, None)
        raise TooManyRequests


def by_password(login: str, password: str) -> Account | None:
    """The person of this login and password, if they may enter."""
    count_try(login, password)
    account = queries.with_login(login)
    known = passwords.fits(password, account.password_hash if account and account.active else None)
    return account if known else None


def by_code(login: str, code: str) -> Account | None:
    """The person of this login and one-time code, if the code still counts."""
    count_try(login, code)
    account = queries.with_login(login)
    now = clock.now()
    counts = account and account.active and rules.code_counts(account.code_hash, account.code_until, now)
    known = passwords.fits(passwords.bare_code(code), account.code_hash if counts else None)
    return account if known else None


def chosen_already(login: str, password: str) -> Account | None:
    """The person whose password this already is, for a first entry that was sent twice."""
    account = queries.with_login(login)
    known = passwords.fits(password, account.password_hash if account and account.active else None)
    return account if known else None
