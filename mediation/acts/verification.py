"""Is the register what its ledger says? Every stream is followed, every guarded row compared.

The house's streams (people, institutions, places) are followed side by side and their rows compared at
the end; they do not grow with the disputes. The disputes' streams come one after the other, their rows
some hundreds of disputes at a time, so that memory stays the same whatever their number. Nothing is
ever written again to be verified: the text of an entry is hashed as it stands.
"""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, func, literal, select
from sqlalchemy.exc import OperationalError

from mediation.acts import faults
from mediation.acts.faults import Fault, Report
from mediation.acts.ledger import DETAIL, ENTRY, FIRST, detail_digest, seal, told_in
from mediation.acts.rows import Known, Said, Told, as_told, compare, in_hand, listed, read, told_tables

HOUSE, DISPUTE = "admin", "dispute:"
AT_ONCE = 1000


class Unsound(Exception):
    """An entry is not as it was written."""


@dataclass
class Followed:
    """What the streams read so far say: of rows, and of how many acts each stream has."""

    known: Known = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    stream_of: dict[int | None, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def trusts(self, dispute: int | None) -> bool:
        """Whether what is known of this dispute (None: of the house) was read to its end."""
        return self.stream_of.get(dispute) not in self.broken if dispute else not self.broken


def verify(connection: Connection, streams: list[str] | None = None) -> Report:
    """Verify the ledger and the rows it tells of; with `streams`, only these streams, of disputes.

    The connection must look at one moment of the database, see `checkpoints.one_moment`.
    """
    try:
        with _nothing_collected():
            return _Verification(connection, streams).run()
    except OperationalError as error:
        if "decode" not in str(error):
            raise
    # Somebody has written bytes that are no text: read them as they are, so that they can be named.
    driver = connection.connection.driver_connection
    driver.text_factory = lambda raw: raw.decode(errors="replace")
    try:
        return _Verification(connection, streams).run()
    finally:
        driver.text_factory = str


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Millions of small values come and go, none in a circle: looking for circles takes a quarter of the time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


class _Verification:
    """One verification under way."""

    def __init__(self, connection: Connection, streams: list[str] | None):
        self.connection, self.only, self.report, self.said = connection, streams, Report(), Said(connection)
        tables = told_tables(connection.dialect.name)
        self.of_disputes = [told for told in tables if told.owner is not None]
        self.of_house = [told for told in tables if told.owner is None]
        self.compared = dict.fromkeys((told.table.name for told in tables), 0)

    def run(self) -> Report:
        if self.only is None:
            self._verify_house()
        self._verify_disputes()
        if self.only is None:
            for told in self.of_disputes:
                self._look_for_unknown(told)
        return self.report

    def _verify_house(self) -> None:
        followed, sealed, counted = Followed(), {}, Counter()
        for entry in self._entries(ENTRY.c.id, disputes=False):
            stream = entry[0]
            if stream in followed.broken:
                continue
            counted[stream] += 1
            try:
                sealed[stream] = follow(entry, counted[stream], sealed.get(stream, FIRST), None, followed.known)
            except Unsound as found:
                self._note(stream, counted[stream], found, followed)
        followed.counted = counted
        self.report.entries += counted.total()
        self.report.streams += len(counted)
        self._compare(followed, self.of_house)
        for stream in followed.counted.keys() - followed.stream_of.values() - {HOUSE} - followed.broken:
            self.report.note(Fault(stream, 1, str(faults.NO_SUBJECT)))

    def _verify_disputes(self) -> None:
        followed = Followed()
        entries = self._entries(ENTRY.c.dispute_id, ENTRY.c.id, disputes=True)
        for dispute, group in groupby(entries, key=itemgetter(5)):
            self._follow_dispute(dispute, group, followed)
            if len(followed.counted) == AT_ONCE:
                self._compare_disputes(followed)
                followed = Followed()
        self._compare_disputes(followed)

    def _compare_disputes(self, followed: Followed) -> None:
        # In SQLite, whoever tampers can write anything where a number belongs.
        known = (dispute for dispute in followed.stream_of if isinstance(dispute, int))
        self._compare(followed, self.of_disputes, listed(known, self.connection.dialect.name))

    def _entries(self, *order, disputes: bool) -> Iterator:
        """Entries as rows of plain texts, with their details."""
        engine = self.connection.dialect.name
        statement = select(
            ENTRY.c.stream, ENTRY.c.seq, ENTRY.c.prev, ENTRY.c.hash, ENTRY.c.canon, ENTRY.c.dispute_id,
            ENTRY.c.act, ENTRY.c.key, ENTRY.c.actor_id, as_told(ENTRY.c.recorded_at, engine),
            DETAIL.c.salt, DETAIL.c.body, DETAIL.c.changes,
        ).outerjoin(DETAIL, DETAIL.c.entry_id == ENTRY.c.id).order_by(*order)
        if self.only is not None:
            return read(self.connection, statement.where(ENTRY.c.stream.in_(self.only)))
        return read(self.connection, statement.where(
            (func.substr(ENTRY.c.stream, 1, len(DISPUTE)) == DISPUTE).is_(disputes)))

    def _follow_dispute(self, dispute: int | None, entries: Iterator, followed: Followed) -> None:
        sealed, seq, stream, known, strays = FIRST, 0, None, followed.known, []
        try:
            for entry in entries:
                if stream is None:
                    stream = followed.stream_of[dispute] = entry[0]
                elif entry[0] != stream:
                    strays.append(entry)
                    continue
                seq += 1
                sealed = follow(entry, seq, sealed, dispute, known)
        except Unsound as found:
            # A first one may stand anywhere in its stream: only it can say where.
            self._note(stream, seq if seq > 1 else entry[1], found, followed)
        for entry in strays:
            self._note(entry[0], entry[1], Unsound(faults.COLUMNS_DIFFER), followed)
        followed.counted[stream] = seq
        self.report.entries += seq
        self.report.streams += 1

    def _note(self, stream: str, seq: int, found: Unsound, followed: Followed) -> None:
        followed.broken.add(stream)
        certain = found.args[0] is not faults.DETAIL_MISSING
        self.report.note(Fault(stream, seq, str(found.args[0]), certain), of_chain=True)

    def _compare(self, followed: Followed, tables: list[Told], disputes: str | None = None) -> None:
        """Compare the rows of these tables with what is known, then name what is known and gone."""
        for told in tables:
            rows = (read(self.connection, told.query) if disputes is None
                    else in_hand(self.connection, told.of_disputes, ids=disputes))
            if told.counts:
                rows = self._counted(told, rows, followed)
            number = compare(told, rows, followed.known, followed.trusts, self.said, self.report.note)
            self.compared[told.table.name] += number
            self.report.rows += number
        for name, (_seal, (_salt, of, stream, seq)) in followed.known.items():
            if followed.trusts(of):
                self.report.note(Fault(stream, seq, faults.ROW_GONE % {"row": name}))

    def _counted(self, told: Told, rows: Iterator, followed: Followed) -> Iterator:
        """The same rows, once the number of acts that each carries was held against its stream."""
        for row in rows:
            # What a dispute's row says of its stream is sealed, as all of the row is; it need not be read out.
            stream = followed.stream_of.get(row[1]) or told.stream_of(row)
            if row[1] is None:
                followed.stream_of[f"{told.table.name}:{row[0]}"] = stream
            found = followed.counted.get(stream, 0)
            if row[2] != found and stream not in followed.broken and followed.trusts(row[1]):
                self.report.note(Fault(stream, found, faults.CUT % {"counted": row[2], "found": found}),
                                 of_chain=True)
            yield row

    def _look_for_unknown(self, told: Told) -> None:
        """Name the rows of disputes of which no stream tells, if the number of rows says that there are any."""
        table = told.table
        if self.connection.scalar(select(func.count()).select_from(table)) == self.compared[table.name]:
            return
        dispute = next(one.table for one in self.of_disputes if one.counts).alias()
        followed = select(dispute.c.id).join(ENTRY, ENTRY.c.stream == literal(DISPUTE) + dispute.c.reference)
        unknown = select(table.c.id).where(told.owner.not_in(followed.where(ENTRY.c.seq == 1)))
        for row in self.connection.scalars(unknown.limit(faults.MOST_FAULTS)):
            self.report.note(Fault(None, None, faults.ROW_UNKNOWN % {"row": f"{table.name}:{row}"}))


def follow(entry, seq: int, sealed: bytes, dispute: int | None, known: Known) -> bytes:
    """The seal of an entry that is the next link, untouched, and says what its columns say (or `Unsound`); the seals
    that it leaves on rows are known from then on."""
    stream, number, before, own, canon, of, act, key, actor, at, salt, body, changes = entry
    if number != seq or before != sealed:
        raise Unsound(faults.NOT_NEXT)
    if type(canon) is not str or seal(sealed, stream, seq, canon) != own:
        raise Unsound(faults.REWRITTEN)
    if salt is None:
        raise Unsound(faults.DETAIL_MISSING)
    if not _agrees(canon, act, key, actor, at) or of != dispute or seq == 1 and not _begins(stream, canon, of):
        raise Unsound(faults.COLUMNS_DIFFER)
    if f'"detail":"{detail_digest(salt, body, changes)}"' not in canon:
        raise Unsound(faults.DETAIL_REWRITTEN)
    told = salt, dispute, stream, seq
    _, _, seals = changes.partition("\n")
    for line in seals.split("\n") if seals else _unsealed(changes):
        name, _, left = line.partition(" ")
        known[name] = left, told
    return own


def _agrees(canon: str, act: str, key: str, actor: int | None, at: str) -> bool:
    """Whether the text of an entry says what its columns say; stream and number are sealed beside the text."""
    who = "null" if actor is None else actor
    return f'"act":"{act}","key":"{key}","actor":{who},' in canon and f'"at":"{at}"' in canon


def _unsealed(changes: str) -> Iterable[str]:
    """The rows that an entry names without a seal: those of before there were any, which a register still holds."""
    try:
        return told_in(changes)
    except ValueError as error:
        raise Unsound(faults.UNREADABLE) from error


def _begins(stream: str, canon: str, dispute: int | None) -> bool:
    """Whether the first act of a dispute's stream is the one that made the dispute."""
    return not stream.startswith(DISPUTE) or f'"result":"{DISPUTE}{dispute}"' in canon
