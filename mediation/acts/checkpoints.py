"""The one list of all entries, the tree over it, and the signed notes that are kept outside the database.

A chain alone does not show that its end was cut, nor that a whole stream is gone. Here every entry gets
a line number once, in an insert-only table, and the tree of RFC 6962 grows over these lines from its
stored peaks. Entries not yet listed are found by looking for them, never by "id greater than the last":
a slow transaction commits below a mark that others have passed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from json import dumps, loads
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, func, insert, select, text

from mediation.acts import faults
from mediation.acts.door import lock_number
from mediation.acts.faults import Fault, Report
from mediation.acts.guard import opened
from mediation.acts.ledger import ENTRY, LedgerCheckpoint, LedgerLeaf
from mediation.acts.rows import read
from mediation.kernel import clock, merkle
from mediation.kernel.db import writing
from mediation.kernel.sealing import Checkpoint, PublicKey, SigningKey

LEAF, CHECKPOINT = LedgerLeaf.__table__, LedgerCheckpoint.__table__
AT_ONCE = 5000


class NotSigned(Exception):
    """The tree is not what was signed before: nothing is signed over it."""


class Last(NamedTuple):
    """Where the tree stands: how many lines, its peaks, and the note signed last."""

    size: int
    peaks: merkle.Peaks
    note: str | None


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the database, while acts go on."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


def make(engine: Engine, key: SigningKey, kept: str | None) -> Last:
    """List what is not listed yet, extend the tree, sign it; `kept` is the note kept outside, if there is one.

    Refuses (`NotSigned`) when the stored peaks, the last note and the note kept outside do not agree.
    """
    with writing(), opened(None), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({lock_number('checkpoint')})"))
        last = _last(connection, key.public)
        if kept is not None:
            _same_as_kept(connection, last, key.public.read(kept))
        size = _extend(connection, last)
        if last.note is not None and size == last.size:
            return last
        note = key.sign(size, merkle.root(last.peaks))
        connection.execute(insert(CHECKPOINT).values(
            size=size, made_at=clock.now(), root=merkle.root(last.peaks), peaks=_written(last.peaks), note=note))
        return Last(size, last.peaks, note)


def _last(connection: Connection, key: PublicKey) -> Last:
    """The tree as it was signed last, once its peaks, its root, its note and its lines agree."""
    row = connection.execute(select(CHECKPOINT).order_by(CHECKPOINT.c.size.desc()).limit(1)).first()
    lines = connection.scalar(select(func.count()).select_from(LEAF))
    if row is None:
        if lines:
            raise NotSigned("lines are listed that no checkpoint covers")
        return Last(0, [], None)
    peaks = [(height, bytes.fromhex(peak)) for height, peak in loads(row.peaks)]
    signed = key.read(row.note)
    if (signed.size, signed.root) != (row.size, merkle.root(peaks)) or signed.root != row.root:
        raise NotSigned("the stored peaks are not those of the last signed note")
    if lines != row.size or sum(1 << height for height, _ in peaks) != row.size:
        raise NotSigned("the list of lines is not as long as the last signed note says")
    return Last(row.size, peaks, row.note)


def _same_as_kept(connection: Connection, last: Last, kept: Checkpoint) -> None:
    root = connection.scalar(select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == kept.size))
    if kept.size > last.size or root != kept.root:
        raise NotSigned("the note kept outside does not belong to this tree: it has shrunk or was rewritten")


def _extend(connection: Connection, last: Last) -> int:
    """Give every entry that has none a line number, and push it on the peaks; the new size."""
    size, after = last.size, 0
    unlisted = (select(ENTRY.c.id, ENTRY.c.hash).outerjoin(LEAF, LEAF.c.entry_id == ENTRY.c.id)
                .where(LEAF.c.id.is_(None)).order_by(ENTRY.c.id).limit(AT_ONCE))
    while some := connection.execute(unlisted.where(ENTRY.c.id > after)).all():
        for row in some:
            merkle.push(last.peaks, merkle.leaf(row.hash))
        connection.execute(insert(LEAF), [{"id": size + place, "entry_id": row.id}
                                          for place, row in enumerate(some, start=1)])
        size, after = size + len(some), some[-1].id
    return size


def _written(peaks: merkle.Peaks) -> str:
    return dumps([[height, peak.hex()] for height, peak in peaks])


def write(path: Path, note: str) -> None:
    """Put a note in its file, whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(note)
    beside.replace(path)


def verify_tree(connection: Connection, report: Report, kept: Checkpoint | None = None) -> None:
    """Recompute the tree from lines and entries; hold it against every note stored, and the one kept outside."""
    signed = [(row.size, row.root) for row in connection.execute(select(CHECKPOINT.c.size, CHECKPOINT.c.root))]
    if kept is not None:
        signed.append((kept.size, kept.root))
    if not signed:
        return
    wanted, peaks, line = {size for size, _ in signed}, [], 0
    roots = {0: merkle.root([])}
    lines = select(LEAF.c.id, ENTRY.c.hash).outerjoin(ENTRY, ENTRY.c.id == LEAF.c.entry_id).order_by(LEAF.c.id)
    for line, (number, sealed) in enumerate(read(connection, lines), start=1):
        if number != line or sealed is None:
            gap = faults.LEAF_MISSING if number != line else faults.LEAF_EMPTY
            report.note(Fault(None, None, gap % {"line": line}), of_chain=True)
            return
        merkle.push(peaks, merkle.leaf(sealed))
        if line in wanted:
            roots[line] = merkle.root(peaks)
    report.covered = min(line, max(wanted))
    for size, root in sorted(signed):
        if size not in roots:
            report.note(Fault(None, None, faults.TOO_SHORT % {"size": size, "found": line}), of_chain=True)
        elif roots[size] != root:
            report.note(Fault(None, None, faults.ROOT_DIFFERS % {"size": size}), of_chain=True)
            return
