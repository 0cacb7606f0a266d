"""Forms that arrived too late: kept for their person, given back on the same page after signing in again.

Only a form whose author is certain is kept: the browser that sent it carries, in its signed cookie, the
token of a session that died of time or was locked, and the form passed the forgery check. It is kept for
the account of that session alone, so nobody else who signs in on the same machine ever sees it. Passwords
and codes are never kept; the form's key and count are, so that a form that comes twice still counts once
and a stale one is still noticed.
"""

from datetime import timedelta
from json import dumps, loads

from flask import session
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict

from mediation.accounts.models import KeptForm
from mediation.kernel import clock
from mediation.kernel.db import db, writing

KEPT, MOST, LONGEST_PATH = timedelta(days=30), 20, 300
FLAG = "kept"


def worth_keeping(fields: MultiDict) -> list[tuple[str, str]]:
    """What was typed, with the form's key and count; nothing when only a button was pressed."""
    kept = [(name, text) for name, text in fields.items(multi=True)
            if name != "csrf_token" and not name.startswith("password")]
    return kept if any(text.strip() for name, text in kept if name not in ("key", "seen")) else []


def keep(account_id: int, path: str, fields: list[tuple[str, str]]) -> None:
    """Keep a form for its person, in place of an older one of the same page; the oldest of too many go."""
    if len(path) > LONGEST_PATH:
        return
    now = clock.now()
    db.session.rollback()
    with writing():
        mine = KeptForm.account_id == account_id
        db.session.execute(delete(KeptForm).where(mine, KeptForm.path == path))
        db.session.execute(delete(KeptForm).where(KeptForm.kept_at < now - KEPT))
        newest = select(KeptForm.id).where(mine).order_by(KeptForm.id.desc()).limit(MOST - 1)
        db.session.execute(delete(KeptForm).where(mine, KeptForm.id.not_in(list(db.session.scalars(newest)))))
        db.session.add(KeptForm(account_id=account_id, path=path, fields=dumps(fields), kept_at=now))
        db.session.commit()


def remember(account_id: int) -> None:
    """Note in the cookie whether forms wait for this person, so that nobody else's pages ask for any."""
    waiting = select(KeptForm.id).where(KeptForm.account_id == account_id, _fresh()).limit(1)
    if db.session.scalar(waiting):
        session[FLAG] = True


def found(account_id: int, path: str) -> MultiDict | None:
    """The form this person left on this page, if one waits."""
    if FLAG not in session:
        return None
    fields = db.session.scalar(
        select(KeptForm.fields).where(KeptForm.account_id == account_id, KeptForm.path == path, _fresh()))
    return MultiDict([tuple(pair) for pair in loads(fields)]) if fields else None


def forget(account_id: int, path: str) -> None:
    """The form was sent, or is not wanted: it is gone."""
    db.session.rollback()
    try:
        with writing():
            this_one = KeptForm.account_id == account_id, KeptForm.path == path
            db.session.execute(delete(KeptForm).where(*this_one))
            db.session.commit()
    except OperationalError:
        # The act is done and said so; what was kept goes another time.
        db.session.rollback()


def _fresh():
    return KeptForm.kept_at >= clock.now() - KEPT
