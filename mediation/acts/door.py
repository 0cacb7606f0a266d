"""The one door: everything that changes the register goes through here, in this order.

Lock, key, permission, stage, freshness, rules, effect, new stage, ledger entry, one commit. Nothing read
before the lock decides anything. Verbs are registered with `@performs`; forms that bring several acts
are registered with `@composed` and share one transaction.
"""

import uuid
from collections.abc import Callable
from contextlib import nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from json import loads

from sqlalchemy import inspect, text

from mediation.acts import late, ledger, scope, workflow
from mediation.acts.act import Act
from mediation.acts.guard import opened
from mediation.acts.policy import dispute_of, may
from mediation.acts.refusals import KeyReused, NotPermitted, OutsideAct
from mediation.acts.scope import Actor, DisputeRoot
from mediation.kernel.db import Base, ask, db, is_sqlite, writing

REFUSALS_KEPT_AN_HOUR = 30

VERBS: dict[str, Callable] = {}


@dataclass
class Transaction:
    """One request to the register: who asks, under which key, with what content, and what is done so far."""

    actor: Actor
    key: str
    body: tuple
    several: bool
    done: int = 0
    # The last link of each stream, as found under the lock or left by an act of this request.
    links: dict[str, ledger.Link] = field(default_factory=dict)

    def next_key(self) -> str:
        """The key of the next entry: the key itself for one act, `key/1`, `key/2`… for several."""
        self.done += 1
        return f"{self.key}/{self.done}" if self.several else self.key


_current: ContextVar[Transaction | None] = ContextVar("transaction", default=None)


def performs(act: Act) -> Callable:
    """Make a verb the one way to do an act; called with actor, subject, facts, and the form's key and count."""

    def decorate(verb: Callable) -> Callable:
        if act.name in VERBS:
            raise OutsideAct(f"{act.name} has two verbs")

        @wraps(verb)
        def perform(actor: Actor, subject, facts, *, key: str | None = None, seen: int | None = None):
            def effect():
                return _do(act, verb, subject, facts, seen)

            if _current.get() is not None:
                return effect()
            return _in_transaction(actor, act, subject, facts, key, effect, several=False)

        perform.act, perform.several = act, False
        VERBS[act.name] = perform
        return perform

    return decorate


def composed(act: Act) -> Callable:
    """Make one request of several acts, the first of which is `act`: all or nothing, one entry each."""

    def decorate(verb: Callable) -> Callable:
        @wraps(verb)
        def perform(actor: Actor, subject, facts, *, key: str | None = None, seen: int | None = None):
            def effect():
                return verb(actor, subject, facts)

            if _current.get() is not None:
                return effect()
            return _in_transaction(actor, act, subject, facts, key, effect, several=True)

        perform.act, perform.several = act, True
        return perform

    return decorate


def _in_transaction(actor, act, subject, facts, key, effect, *, several: bool):
    """Lock, look up the key, do it, commit; on any refusal nothing has happened."""
    session = db.session
    if session.new or session.dirty or session.deleted:
        raise OutsideAct("the session already holds changes: acts begin with clean hands")
    key = key or str(uuid.uuid4())
    streams = _streams(actor, act, subject, facts)
    asked = (act.name, actor.id, ledger.named(subject), facts)
    transaction = Transaction(actor, key, asked, several)
    token = _current.set(transaction)
    try:
        with writing(), _reading(actor, act):
            _forget_what_was_read(session())
            _lock(key, streams)
            finished, transaction.links[streams[0]] = ledger.at_first(key, streams[0])
            if finished is not None:
                return _first_result(finished, asked)
            result = effect()
            session.commit()
            return result
    except NotPermitted:
        session.rollback()
        note_refusal(actor, act.name, subject)
        raise
    except BaseException:
        session.rollback()
        raise
    finally:
        _current.reset(token)


def _forget_what_was_read(session) -> None:
    """Read again under the lock what was read before it; a rollback forgets by itself, if there is one to make."""
    if session.in_transaction():
        session.rollback()
    else:
        session.expire_all()


def _do(act: Act, verb: Callable, subject, facts, seen):
    """One act inside the transaction: permission, stage, freshness, rules and effect, entry."""
    transaction = _current.get()
    dispute = _own_dispute(subject)
    actor = _standing(transaction, dispute)
    if not may(actor, act, subject):
        raise NotPermitted(act, subject)
    root = dispute if dispute is not None else subject
    with scope.looking_as(actor):
        is_late = workflow.require_stage(act, subject)
    workflow.require_fresh(root, subject, seen)
    if is_late:
        late.require_reason(facts)
        late.require_possible(act, dispute, facts)
    before = getattr(dispute, "stage", None)
    with opened(act) as work, scope.looking_as(actor, as_guest=act.guests):
        result = verb(actor, subject, facts)
        if isinstance(result, DisputeRoot):
            before = before if result is dispute else None
            dispute = root = result
        if hasattr(root, "act_count"):
            root.act_count += 1
        db.session.flush()
        if (told := getattr(facts, "late", None)) is not None:
            late.note(dispute, ledger.named(result), told, late=is_late)
        if is_late and dispute.stage is not before:
            raise OutsideAct(f"{act.name}, entered late, moves the dispute from {before!r}")
        stream = stream_of(root)
        last = transaction.links.get(stream) or ledger.last_link(stream)
        transaction.links[stream] = ledger.append(
            stream=stream, last=last, act=act.name, actor=actor, dispute=dispute, subject=subject, result=result,
            key=transaction.next_key(), facts=facts, body=transaction.body, work=work,
            stages=(before, getattr(dispute, "stage", None)))
    return result


def _own_dispute(subject):
    """The dispute of a subject that was read in this session: what was read before the lock is forgotten, and is
    read again as soon as it is asked for."""
    dispute = dispute_of(subject)
    for row in (subject, dispute):
        if row is not None and not inspect(row).persistent:
            raise OutsideAct(f"{type(row).__name__} was read in another session: what the act does would be lost")
    return dispute


def _standing(transaction: Transaction, dispute) -> Actor:
    """The actor's roles as they stand now, under the lock; the keeper's never change."""
    actor = transaction.actor
    if actor.id is None:
        return actor
    if transaction.done == 0:
        transaction.actor = scope.resolve(actor.id, actor.name, dispute.id if dispute is not None else None)
    elif dispute is not None and dispute.id not in transaction.actor.sight.own:
        transaction.actor = scope.resolve(actor.id, actor.name, dispute.id)
    return transaction.actor


def stream_of(root) -> str:
    """The stream an act belongs to: its dispute's, its institution's, its account's, or the house's."""
    return getattr(root, "stream", "admin")


def _streams(actor: Actor, act: Act, subject, facts) -> list[str]:
    """What one request locks: the stream of its subject, and what its facts ask for beside it."""
    with _reading(actor, act):
        dispute = dispute_of(subject)
    return [stream_of(dispute if dispute is not None else subject), *getattr(facts, "locks", ())]


def _reading(actor: Actor, act: Act):
    """A guest reads the dispute that was referred to them only while they answer, never from a page."""
    return scope.looking_as(actor, as_guest=True) if act.guests else nullcontext()


def _lock(key: str, streams: list[str]) -> None:
    """On PostgreSQL, one lock for the key and one per stream, in order; SQLite has its one write lock."""
    if is_sqlite():
        return
    numbers = {f"n{place}": lock_number(name) for place, name in enumerate((f"key:{key}", *sorted(streams)))}
    calls = ", ".join(f"pg_advisory_xact_lock(:{name})" for name in numbers)
    ask(text(f"SELECT {calls}"), **numbers)


def lock_number(name: str) -> int:
    """The number of a named lock, computed alike in the ledger's own trigger."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)


def _first_result(finished, asked: tuple):
    """What the first request of this key returned; the same key for anything else is refused."""
    entry, asked_by = loads(finished.canon), asked[1]
    if finished.body is not None and finished.body != ledger.body_digest(finished.salt, asked):
        raise KeyReused(entry["result"] if entry["actor"] == asked_by else None)
    return row_named(entry["result"])


def row_named(named: str | None):
    """The row that an entry names, None when it is not for whoever asks to see."""
    if named is None:
        return None
    table, row = named.split(":")
    return db.session.get(_model(table), int(row))


def _model(table: str):
    return next(m.class_ for m in Base.registry.mappers if m.local_table.name == table)


def note_refusal(actor: Actor, attempted: str, subject) -> None:
    """Write a refused attempt, at an act or at a page, into the person's own stream, at most so many an hour."""
    if actor.id is None:
        return
    db.session.rollback()
    if ledger.refusals_of(actor.id, timedelta(hours=1)) >= REFUSALS_KEPT_AN_HOUR:
        return
    try:
        with writing():
            db.session.rollback()
            _write_refusal(actor, attempted, subject)
            db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def _write_refusal(actor: Actor, attempted: str, subject) -> None:
    """The entry of a refusal, unless others came first while this one waited for the lock."""
    stream, key = f"account:{actor.id}", str(uuid.uuid4())
    _lock(key, [stream])
    if ledger.refusals_of(actor.id, timedelta(hours=1)) >= REFUSALS_KEPT_AN_HOUR:
        return
    account = db.session.get(_model("account"), actor.id)
    with opened(None) as work:
        account.act_count += 1
        db.session.flush()
        ledger.append(
            stream=stream, last=ledger.last_link(stream), act="act.refused", actor=actor, dispute=None,
            subject=subject, result=None, key=key, facts=None, body=None, work=work, refused=attempted)
