"""How often a password may be tried: ten times in five minutes for each login, whoever tries.

Secret addresses, which have no login, are counted for each network address, and far more of them are allowed:
nobody guesses 160 bits, and telephones behind one address go on asking for what was closed.

The count is per login and kept in the database, so that it holds for every worker. There is no limit per
network address: a whole commune reaches the register through one shared address, and one person's mistakes
must not keep the others out. Too many tries are refused for five minutes at most, as tries made meanwhile
are not counted; sessions already open go on.
"""

import hmac
from datetime import timedelta

from flask import current_app
from sqlalchemy import delete, func, select
from sqlalchemy.exc import OperationalError

from mediation.accounts.models import SignInTry
from mediation.acts.door import lock_number
from mediation.kernel import clock
from mediation.kernel.db import db, is_sqlite, writing

TRIES, GUESSES, WINDOW = 10, 100, timedelta(minutes=5)


def may_try(login: str) -> bool:
    """Count one more try for this login, existing or not, before anything is verified; False if too many."""
    return _counted(_hash(login), TRIES, "sign-in: too many tries for one login")


def count_guess(network: str) -> None:
    """Count a secret address that opened nothing, asked for from this network address."""
    try:
        _counted(_hash(network, "guess"), GUESSES, "too many wrong secret addresses from one network address")
    except OperationalError:
        # A register that can be read but not written to must still answer.
        db.session.rollback()


def guesses_too_often(network: str) -> bool:
    """Whether too many secret addresses that open nothing were asked for from this network address."""
    guessed = db.session.scalar(select(func.count()).select_from(SignInTry).where(
        SignInTry.login_hash == _hash(network, "guess"), SignInTry.tried_at > clock.now() - WINDOW))
    return guessed >= GUESSES


def _counted(login_hash: str, most: int, warning: str) -> bool:
    """Count one more try under this hash; False if there were too many, and then it is not counted."""
    now = clock.now()
    db.session.rollback()
    with writing():
        if not is_sqlite():
            db.session.execute(select(func.pg_advisory_xact_lock(lock_number("sign-in"))))
        db.session.execute(delete(SignInTry).where(SignInTry.tried_at <= now - WINDOW))
        tried = db.session.scalar(
            select(func.count()).select_from(SignInTry).where(SignInTry.login_hash == login_hash))
        if tried < most:
            db.session.add(SignInTry(login_hash=login_hash, tried_at=now))
        db.session.commit()
    if tried >= most:
        current_app.logger.warning(warning)
    return tried < most


def succeeded(login: str) -> None:
    """Forget the tries of a login: its person is in."""
    db.session.rollback()
    with writing():
        db.session.execute(delete(SignInTry).where(SignInTry.login_hash == _hash(login)))
        db.session.commit()


def _hash(login: str, what: str = "try") -> str:
    """A login that cannot be read back: people sometimes type their password in its place."""
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), f"{what}:{login}".encode(), "sha256").hex()
