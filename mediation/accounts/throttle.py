"""How often a password may be tried: ten times in five minutes for each login, whoever tries.

The count is per login and kept in the database, so that it holds for every worker. There is no limit per
network address: a whole commune reaches the register through one shared address, and one person's mistakes
must not keep the others out. Too many tries are refused for five minutes at most, as tries made meanwhile
are not counted; sessions already open go on.
"""

import hmac
from datetime import timedelta

from flask import current_app
from sqlalchemy import delete, func, select

from mediation.accounts.models import SignInTry
from mediation.acts.door import lock_number
from mediation.kernel import clock
from mediation.kernel.db import db, is_sqlite, writing

TRIES, WINDOW = 10, timedelta(minutes=5)


def may_try(login: str) -> bool:
    """Count one more try for this login, existing or not, before anything is verified; False if too many."""
    now, login_hash = clock.now(), _hash(login)
    db.session.rollback()
    with writing():
        if not is_sqlite():
            db.session.execute(select(func.pg_advisory_xact_lock(lock_number("sign-in"))))
        db.session.execute(delete(SignInTry).where(SignInTry.tried_at <= now - WINDOW))
        tried = db.session.scalar(
            select(func.count()).select_from(SignInTry).where(SignInTry.login_hash == login_hash))
        if tried < TRIES:
            db.session.add(SignInTry(login_hash=login_hash, tried_at=now))
        db.session.commit()
    if tried >= TRIES:
        current_app.logger.warning("sign-in: too many tries for one login")
    return tried < TRIES


def succeeded(login: str) -> None:
    """Forget the tries of a login: its person is in."""
    db.session.rollback()
    with writing():
        db.session.execute(delete(SignInTry).where(SignInTry.login_hash == _hash(login)))
        db.session.commit()


def _hash(login: str) -> str:
    """A login that cannot be read back: people sometimes type their password in its place."""
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), f"try:{login}".encode(), "sha256").hex()
