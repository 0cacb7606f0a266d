"""Forms that were not sent: drafts, and those that arrived too late, given back to their person on the same page.

There is one draft a person and page; a page is a task in a dispute. What is thrown away lies in the bin for
thirty days. Of forms that came after their session ended, only one whose author is certain is kept: the
browser that sent it carries, in its signed cookie, the token of a session that died of time or was locked,
and the form passed the forgery check. It is kept for the account of that session alone, so nobody else who
signs in on the same machine ever sees it. Passwords and codes are never kept; the form's key and count are,
so that a form that comes twice still counts once and a stale one is still noticed.
"""

from datetime import timedelta
from json import dumps, loads

from flask import session
from sqlalchemy import delete, func, not_, select, update
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict

from mediation.accounts.models import KeptForm
from mediation.kernel import clock
from mediation.kernel.db import db, writing
from mediation.kernel.paging import LARGEST_NUMBER

KEPT, MOST, LONGEST_PATH = timedelta(days=30), 60, 300
FLAG = "kept"


def worth_keeping(fields: MultiDict) -> list[tuple[str, str]]:
    """What was typed, with the form's key and count; nothing when only a button was pressed."""
    kept = [(name, text) for name, text in fields.items(multi=True)
            if name != "csrf_token" and not name.startswith("password")]
    return kept if any(text.strip() for name, text in kept if name not in ("key", "seen")) else []


def keep(account_id: int, path: str, fields: list[tuple[str, str]]) -> bool:
    """Keep a form for its person, in place of an older one of the same page; the oldest of too many go.

    Whether it is kept: not at an address that is too long.
    """
    if len(path) > LONGEST_PATH:
        return False
    now = clock.now()
    db.session.rollback()
    with writing():
        mine = KeptForm.account_id == account_id
        db.session.execute(delete(KeptForm).where(*_draft(account_id, path)))
        db.session.execute(delete(KeptForm).where(not_(_fresh())))
        newest = select(KeptForm.id).where(mine).order_by(KeptForm.id.desc()).limit(MOST - 1)
        db.session.execute(delete(KeptForm).where(mine, KeptForm.id.not_in(list(db.session.scalars(newest)))))
        db.session.add(KeptForm(account_id=account_id, path=path, fields=dumps(fields), kept_at=now))
        db.session.commit()
    return True


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
        select(KeptForm.fields).where(*_draft(account_id, path), _fresh()).order_by(KeptForm.id.desc()).limit(1))
    return MultiDict([tuple(pair) for pair in loads(fields)]) if fields else None


def forget(account_id: int, path: str) -> None:
    """The form was sent: its draft is gone."""
    db.session.rollback()
    try:
        with writing():
            db.session.execute(delete(KeptForm).where(*_draft(account_id, path)))
            db.session.commit()
    except OperationalError:
        # The act is done and said so; what was kept goes another time.
        db.session.rollback()


def throw(account_id: int, path: str) -> None:
    """The draft of a page is not wanted: into the bin, for thirty days."""
    _mark(_draft(account_id, path), clock.now())


def take_back(account_id: int, number: int) -> str | None:
    """Take a form of one's own out of the bin, in place of a newer draft; its page, or None if it is not there."""
    mine = (KeptForm.account_id == account_id, KeptForm.id == min(number, LARGEST_NUMBER),
            KeptForm.thrown_at.is_not(None), _fresh())
    path = db.session.scalar(select(KeptForm.path).where(*mine))
    if path is not None:
        throw(account_id, path)
        _mark(mine, None)
    return path


def kept_of(account_id: int) -> list[KeptForm]:
    """The drafts of a person and what lies in their bin, the newest first."""
    return list(db.session.scalars(
        select(KeptForm).where(KeptForm.account_id == account_id, _fresh()).order_by(KeptForm.id.desc())))


def _mark(which: tuple, thrown_at) -> None:
    db.session.rollback()
    with writing():
        db.session.execute(update(KeptForm).where(*which).values(thrown_at=thrown_at))
        db.session.commit()


def _draft(account_id: int, path: str) -> tuple:
    """The draft of a person on a page, not what lies in the bin."""
    return KeptForm.account_id == account_id, KeptForm.path == path, KeptForm.thrown_at.is_(None)


def _fresh():
    return func.coalesce(KeptForm.thrown_at, KeptForm.kept_at) >= clock.now() - KEPT
