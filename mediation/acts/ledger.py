"""What was done, by whom, in order, for good: streams of entries, each sealed to the one before.

`canon` is the exact text that was hashed, kept verbatim. Of what was changed it carries the rows, the
names of their fields, and one salted digest of the whole; the values before and after, and the salt, lie
in `ledger_detail`, which can be erased without breaking the chain. The stream, the number and the previous
hash are hashed beside the canon, so that two first entries never look alike.

The first line of a detail's `changes` is JSON: each row with the fields before and after. Each line below
names a row and seals the whole of it as the act left it, so that a row that nobody touched since is verified
without being read field by field.
"""

import secrets
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from json import dumps, loads

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    literal,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from mediation.acts.guard import Opened, reserved_fields, told_fields
from mediation.kernel import clock
from mediation.kernel.dates import ApproximateDate, approximate
from mediation.kernel.db import Base, Moment, ask, db

# The number of an entry in its stream, and its hash.
Link = tuple[int, bytes]
FIRST = b""
DIGEST = 32


class LedgerEntry(Base):
    """One act, sealed."""

    __tablename__ = "ledger_entry"
    __table_args__ = (
        UniqueConstraint("stream", "seq"),
        Index("ix_ledger_entry_dispute_id", "dispute_id", "id"),
        Index("ix_ledger_entry_actor_id", "actor_id", "id"),
        Index("ix_ledger_entry_act", "act", "id"),
    )

    stream: Mapped[str] = mapped_column(String(80))
    seq: Mapped[int]
    act: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[int | None]
    dispute_id: Mapped[int | None]
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    prev: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    canon: Mapped[str] = mapped_column(Text)


class LedgerDetail(Base):
    """What an entry changed, in clear, with the salt of its digests."""

    __tablename__ = "ledger_detail"

    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entry.id"), unique=True)
    salt: Mapped[str] = mapped_column(String(32))
    body: Mapped[str] = mapped_column(String(64))
    changes: Mapped[str] = mapped_column(Text)


ENTRY, DETAIL = LedgerEntry.__table__, LedgerDetail.__table__

# Every act runs these: they are built once, and what it asks first is one question.
UNDER_KEY = (select(ENTRY.c.canon, DETAIL.c.salt, DETAIL.c.body)
             .outerjoin(DETAIL, DETAIL.c.entry_id == ENTRY.c.id)
             .where((ENTRY.c.key == bindparam("alone")) | (ENTRY.c.key == bindparam("first"))))
LAST_LINK = (select(ENTRY.c.seq, ENTRY.c.hash).where(ENTRY.c.stream == bindparam("stream"))
             .order_by(ENTRY.c.seq.desc()).limit(1))
_FOUND, _LAST = UNDER_KEY.subquery(), LAST_LINK.subquery()
AT_FIRST = select(_FOUND, _LAST).select_from(
    select(literal(1)).subquery().outerjoin(_FOUND, true()).outerjoin(_LAST, true()))
REFUSALS = select(func.count()).select_from(ENTRY).where(
    ENTRY.c.stream == bindparam("stream"), ENTRY.c.act == "act.refused", ENTRY.c.recorded_at > bindparam("since"))
NEW_ENTRY, NEW_DETAIL = insert(ENTRY), insert(DETAIL)


def plain(value) -> str:
    """A value as the one text that is digested, the same on both engines."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, (tuple, list, set, frozenset)):
        return ",".join(sorted(plain(part) for part in value))
    return str(value)


def text_of(value) -> str | None:
    """A value as an entry tells it: its one text, or nothing; a list of codes without any is kept as nothing."""
    return None if value is None or value == () else plain(value)


def digest(salt: str, field: str, value: str) -> str:
    """The salted digest of one reserved field, named `table|id|column` (128 bits, in hexadecimal)."""
    return sha256(f"{salt}|{field}|{value}".encode()).hexdigest()[:DIGEST]


def seal(prev: bytes, stream: str, seq: int, canon: str) -> bytes:
    """The hash of an entry: of the one before, of its place, and of its text."""
    return sha256(f"{prev.hex()}\n{stream}\n{seq}\n{canon}".encode()).digest()


def detail_digest(salt: str, body: str, changes: str) -> str:
    """The salted digest of a whole detail: no value, before or after, is rewritten unnoticed."""
    return sha256(f"{salt}|{body}|{changes}".encode()).hexdigest()


def body_digest(salt: str, asked: tuple | None) -> str:
    """What was asked (act, by whom, of what, facts), to tell a repeated request from another under its key."""
    return sha256(f"{salt}|{dumps(asked or (), default=_asked, sort_keys=True)}".encode()).hexdigest()


def _asked(part):
    """The facts of an act by their names; anything else as its one text."""
    return {field.name: getattr(part, field.name) for field in fields_of(part)} if is_dataclass(part) else plain(part)


def found(key: str):
    """The entry that a finished act left under this key (alone, or first of several), with canon, salt and body."""
    return ask(UNDER_KEY, alone=key, first=f"{key}/1").first()


def at_first(key: str, stream: str) -> tuple:
    """What an act asks before anything else: what `found` finds, and the last link of this stream."""
    both = ask(AT_FIRST, alone=key, first=f"{key}/1", stream=stream).first()
    return None if both.canon is None else both, _link(both)


def last_link(stream: str) -> Link:
    """The number and the hash of the last entry of a stream."""
    return _link(ask(LAST_LINK, stream=stream).first())


def _link(found) -> Link:
    return (found.seq, found.hash) if found and found.seq else (0, FIRST)


def row_seal(salt: str, row: str, told: str) -> str:
    """The salted digest of a whole row, named `table:id` and told as one JSON list of texts (128 bits)."""
    return sha256(f"{salt}|{row}|{told}".encode()).hexdigest()[:DIGEST]


def row_told(row: Base) -> str:
    """A whole row as one JSON list of texts, in the order of its columns; the database tells it alike."""
    return dumps([text_of(getattr(row, name)) for name in told_fields(type(row)).values()],
                 ensure_ascii=False, separators=(",", ":"))


def append(*, stream, last: Link, act, actor, dispute, subject, result, key, facts, body, work: Opened,
           stages=(None, None), refused=None) -> Link:
    """Write the entry of an act that has just been done, in the act's own transaction; the link that it is."""
    connection = db.session.connection()
    seq, prev = last[0] + 1, last[1]
    salt, at = secrets.token_hex(16), clock.now()
    changes, asked = _told(salt, work), body_digest(salt, body)
    canon = dumps({
        "stream": stream, "seq": seq, "act": act, "key": key, "actor": actor.id,
        "roles": sorted({holding.role.value for holding in actor.holdings}),
        "subject": named(subject), "result": named(result), "at": at.isoformat(),
        "on": _happened(facts), "stages": [plain(stage) for stage in stages], "refused": refused,
        "detail": detail_digest(salt, asked, changes),
        "changes": [[table, row, list(fields)] for (table, row), fields in work.changes.items()],
    }, ensure_ascii=False, separators=(",", ":"))
    sealed = seal(prev, stream, seq, canon)
    entry = connection.execute(NEW_ENTRY, {
        "stream": stream, "seq": seq, "act": act, "actor_id": actor.id, "dispute_id": getattr(dispute, "id", None),
        "recorded_at": at, "key": key, "prev": prev, "hash": sealed, "canon": canon})
    connection.execute(NEW_DETAIL, {
        "entry_id": entry.inserted_primary_key[0], "salt": salt, "body": asked, "changes": changes})
    return seq, sealed


def named(row) -> str | None:
    """A row by its table and number, as entries name it."""
    return f"{row.__tablename__}:{row.id}" if hasattr(row, "__tablename__") else None


def _happened(facts) -> list | None:
    """When it happened, as said, if the act has an event date of its own."""
    when = getattr(facts, "happened_on", None)
    return [when.words, when.precision.value, plain(when.earliest), plain(when.latest)] if when else None


def event_date(said: list | None) -> ApproximateDate | None:
    """The event date of an entry, read back as it was said."""
    if not said:
        return None
    words, precision, earliest, latest = said
    return approximate(words, precision, _day(earliest), _day(latest))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _told(salt: str, work: Opened) -> str:
    """Every change, row by row: the fields before, the fields after; what is nothing is not there, or null. Then
    the seal of each row.

    What is reserved stays in its own row only: of it, a third part holds salted digests.
    """
    rows = {}
    for (table, row), fields in work.changes.items():
        hidden, before, after, kept = reserved_fields(type(work.rows[table, row])), {}, {}, {}
        for name, (old, new) in fields.items():
            if name in hidden:
                kept[name] = digest(salt, f"{table}|{row}|{name}", plain(new))
            else:
                was, now = text_of(old), text_of(new)
                if was != now:
                    after[name] = now
                if was not in (now, None):
                    before[name] = was
        rows[f"{table}:{row}"] = [before, after, kept] if kept else [before, after]
    seals = (_seal_left(salt, row) for row in work.rows.values())
    return "\n".join((dumps(rows, ensure_ascii=False, separators=(",", ":")), *seals))


def _seal_left(salt: str, row: Base) -> str:
    """The line that seals a row as the act left it; what is reserved is not read for that, and goes unsealed."""
    if reserved_fields(type(row)):
        return f"{named(row)} "
    return f"{named(row)} {row_seal(salt, named(row), row_told(row))}"


def told_in(changes: str) -> dict[str, list]:
    """The fields before and after, row by row, that a detail tells (ValueError when it cannot be read)."""
    return loads(changes.partition("\n")[0])


def changes_since(stream: str, seq: int) -> list[dict[str, list[str]]]:
    """For each later entry of a stream, the fields it changed by `table:id`."""
    canons = db.session.scalars(select(ENTRY.c.canon).where(ENTRY.c.stream == stream, ENTRY.c.seq > seq))
    return [{f"{table}:{row}": names for table, row, names in loads(canon)["changes"]} for canon in canons]


def stages_of(stream: str) -> list[tuple[str, ApproximateDate | None, date]]:
    """The stages of a dispute one after the other: its code, when that happened if it was told, when it was written."""
    found = ask(select(ENTRY.c.canon, ENTRY.c.recorded_at).where(ENTRY.c.stream == stream).order_by(ENTRY.c.seq))
    told = [(loads(canon), at.date()) for canon, at in found]
    return [(entry["stages"][1], event_date(entry["on"]), day)
            for entry, day in told if entry["stages"][0] != entry["stages"][1]]


def refusals_of(account_id: int, within: timedelta) -> int:
    """How many refused attempts a person's own stream already holds for this last while."""
    return ask(REFUSALS, stream=f"account:{account_id}", since=clock.now() - within).scalar()


class LedgerLeaf(Base):
    """The line number of an entry in the one list of all entries, given once, in listing order."""

    __tablename__ = "ledger_leaf"

    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entry.id"), unique=True)


class LedgerCheckpoint(Base):
    """A signed note about the first `size` lines, with the peaks from which the tree goes on growing."""

    __tablename__ = "ledger_checkpoint"

    size: Mapped[int] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(Moment)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    peaks: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
