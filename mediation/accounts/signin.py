"""Sessions: a random token in the signed cookie, its row on the server, dead as soon as the row says so."""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256

from flask import current_app, g, request, session
from flask_login import LoginManager, UserMixin
from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.exc import OperationalError

from mediation.accounts.models import Account, OpenSession
from mediation.kernel import clock
from mediation.kernel.db import ask, db, writing

IDLE, LONGEST, REMEMBERED = timedelta(minutes=30), timedelta(hours=12), timedelta(days=30)
TOUCHED_EVERY = timedelta(minutes=1)
TOKEN = "token"

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")

login_manager = LoginManager()
login_manager.session_protection = None


@dataclass(frozen=True, eq=False)
class SignedIn(UserMixin):
    """Whoever asks, as far as the gate needs to know; what they may do is looked up apart, each time."""

    id: int
    name: str


@dataclass(frozen=True)
class Held:
    """What the cookie of this browser stands for: a session, alive or not, and its person."""

    session_id: int
    account_id: int
    login: str
    name: str
    active: bool
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    locked: bool

    @property
    def taken_back(self) -> bool:
        """Whether somebody ended it: its person, or whoever closed their access."""
        return self.ended_at is not None or not self.active

    @property
    def open(self) -> bool:
        """Whether its person is signed in now."""
        return still_open(self) and not self.locked and not self.taken_back


def still_open(one: Held | OpenSession) -> bool:
    """Whether a session has not died of time: seen lately, and begun not too long ago."""
    return clock.now() - one.seen_at <= IDLE and clock.now() - one.began_at <= LONGEST


@login_manager.request_loader
def whoever_holds_the_token(asked) -> SignedIn | None:
    """The person of an open session; None otherwise."""
    found = held()
    return SignedIn(found.account_id, found.name) if found is not None and found.open else None


def held() -> Held | None:
    """What this browser's cookie stands for, read once a request, never remembered longer."""
    if "held" not in g:
        g.held = _read(session.get(TOKEN))
    return g.held


def locked_here() -> Held | None:
    """The session that waits, locked, in this browser, until the day's end."""
    found = held()
    waits = found is not None and found.locked and not found.taken_back
    return found if waits and clock.now() - found.began_at <= LONGEST else None


def owner_here() -> int | None:
    """Whose form a late one is: the account of a session that died of time or is locked, in this browser.

    A session that was taken back has no owner: its cookie may be in a stranger's hands, who must not be able
    to put words before the person.
    """
    found = held()
    return None if found is None or found.taken_back else found.account_id


def _read(token) -> Held | None:
    if not isinstance(token, str):
        return None
    row = ask(_by_token(), token=_hash(token)).first()
    return Held(*row) if row else None


@cache
def _by_token() -> Select:
    """A session and its person by the hash of its token: every request asks this first, so it is put together once."""
    return (select(OpenSession.id, OpenSession.account_id, Account.login, Account.name, Account.active,
                   OpenSession.began_at, OpenSession.seen_at, OpenSession.ended_at, OpenSession.locked)
            .join(Account, Account.id == OpenSession.account_id)
            .where(OpenSession.token_hash == bindparam("token")))


def begin(account_id: int) -> None:
    """Open a session for this person in this browser, under a new token; the one it held before is over."""
    before, token, now = session.get(TOKEN), secrets.token_urlsafe(32), clock.now()
    session.clear()
    session[TOKEN] = token
    g.pop("held", None)
    db.session.rollback()
    with writing():
        _end(OpenSession.token_hash == _hash(str(before)))
        db.session.execute(delete(OpenSession).where(OpenSession.seen_at < now - REMEMBERED))
        db.session.add(OpenSession(token_hash=_hash(token), account_id=account_id, began_at=now, seen_at=now,
                                   device=said_device(request.user_agent.string or "")))
        db.session.commit()


def end() -> None:
    """Close the session of this browser for good."""
    before = session.get(TOKEN)
    session.clear()
    g.pop("held", None)
    db.session.rollback()
    with writing():
        _end(OpenSession.token_hash == _hash(str(before)))
        db.session.commit()


def end_others(here: Held) -> None:
    """Close the sessions this person has open in every other browser."""
    db.session.rollback()
    with writing():
        _end(OpenSession.account_id == here.account_id, OpenSession.id != here.session_id)
        db.session.commit()


def lock(here: Held) -> None:
    """Keep the session, but behind its person's password."""
    db.session.rollback()
    with writing():
        db.session.execute(update(OpenSession).where(OpenSession.id == here.session_id).values(locked=True))
        db.session.commit()
    g.pop("held", None)


def touch(here: Held) -> None:
    """Note that the session is in use, once a minute at most, never bringing an ended one back."""
    if here.seen_at > clock.now() - TOUCHED_EVERY:
        return
    db.session.rollback()
    try:
        with writing():
            db.session.execute(
                update(OpenSession).where(OpenSession.id == here.session_id, OpenSession.ended_at.is_(None))
                .values(seen_at=clock.now()))
            db.session.commit()
    except OperationalError:
        # A register that can be read but not written to (a full disk) must still be readable.
        db.session.rollback()


def drawn(purpose: str, key: str | None) -> bytes | None:
    """A secret that is the same when the same form is sent twice from this browser, and only then.

    So a double click makes one code and one hash, and counts once. Without the cookie nobody draws it again.
    """
    if key is None:
        return None
    told = f"{purpose}|{session.get(TOKEN) or session.get('csrf_token')}|{key}"
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), told.encode(), "sha256")


def drawn_for(what: str, number: int, moment: datetime) -> bytes:
    """A secret of the register's own for one thing of one moment: the same whoever asks, kept nowhere."""
    told = f"{what}|{number}|{moment.timestamp()}"
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), told.encode(), "sha256")


def said_device(agent: str) -> str:
    """A browser in the words of its maker: « Firefox · Windows »."""
    browser = next((name for sign, name in BROWSERS if re.search(rf"{sign}\w*/", agent)), "")
    system = next((name for name in SYSTEMS if name in agent), "")
    return " · ".join(word for word in (browser, system) if word)


def _end(*which) -> None:
    db.session.execute(
        update(OpenSession).where(OpenSession.ended_at.is_(None), *which).values(ended_at=clock.now()))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
