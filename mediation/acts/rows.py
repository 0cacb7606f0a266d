"""Whether the register's rows are what the ledger last said of them, whoever changed them and however.

Every guarded column is read back as the one text that the ledger writes for it (`ledger.plain`), and all of a
row as one JSON list of these texts: the database makes it. Where its seal is the one that the last act left,
nothing has changed. Where it is not (or the act left none, or a table has other columns than it had then), the
row is compared field by field with all that was ever told of it, and the fields that differ are named.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from json import loads
from types import SimpleNamespace

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    Enum,
    Integer,
    Numeric,
    String,
    Text,
    bindparam,
    case,
    cast,
    func,
    null,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, array

from mediation.acts import faults
from mediation.acts.faults import Fault
from mediation.acts.guard import Guarded, told_fields
from mediation.acts.ledger import DETAIL, ENTRY, digest, row_seal, told_in
from mediation.acts.scope import DisputeRoot
from mediation.kernel.db import Amount, Base, Codes, Moment

# What is known of each row, by its name: the seal that was left on it, and by which act: its salt, its dispute, its
# stream and number.
Known = dict[str, tuple[str, tuple[str, int | None, str, int]]]
NOTHING = "", ("", None, None, None)
# Rows at a time: with more, each would have left the processor's own memory before it is looked at.
FEW = 100


@dataclass
class Told:
    """A guarded table with the text of each of its columns, for one engine."""

    model: type[Guarded]
    dialect: str

    @cached_property
    def table(self):
        """The table itself."""
        return self.model.__table__

    @cached_property
    def counts(self) -> bool:
        """Whether its rows carry the number of acts of a stream of their own."""
        return "act_count" in self.table.c and hasattr(self.model, "stream")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns of which entries tell."""
        return tuple(told_fields(self.model))

    @cached_property
    def owner(self):
        """The column that names the dispute; None for what belongs to the house."""
        if issubclass(self.model, DisputeRoot):
            return self.table.c.id
        return self.table.c.get("dispute_id")

    @cached_property
    def query(self):
        """Number, dispute, count of acts, and the texts of all columns as one JSON list."""
        owner = self.owner if self.owner is not None else null()
        count = self.table.c.act_count if self.counts else null()
        texts = [as_told(column, self.dialect) for column in map(self.table.c.get, self.names)]
        told = (func.json_array(*texts, type_=Text) if self.dialect == "sqlite"
                else cast(func.array_to_json(array(texts)), Text))
        return select(self.table.c.id, owner.label("of"), count.label("acts"), told.label("told"))

    @cached_property
    def of_disputes(self):
        """The rows of the disputes given as `ids`, see `listed`."""
        if self.dialect == "sqlite":
            listed = func.json_each(bindparam("ids", type_=Text)).table_valued("value")
            return self.query.where(self.owner.in_(select(listed.c.value)))
        # Unrolled, each number is looked up in the index; as one array every row would be held against all of them.
        return self.query.where(self.owner.in_(
            select(func.unnest(cast(bindparam("ids", type_=Text), ARRAY(Integer))))))

    def stream_of(self, row) -> str:
        """The stream that a row of `query` counts, from its columns."""
        return self.model.stream.fget(SimpleNamespace(id=row[0], **dict(zip(self.names, loads(row[3]), strict=True))))


def listed(ids: Iterable[int], dialect: str) -> str:
    """Numbers of disputes as one value, whatever their number, as this engine writes a list."""
    told = ",".join(map(str, ids))
    return f"[{told}]" if dialect == "sqlite" else f"{{{told}}}"


def as_told(column, dialect: str):
    """The SQL that gives a column's value as the ledger writes it, or nothing."""
    kind = column.type
    sqlite = dialect == "sqlite"
    if isinstance(kind, Moment):
        seconds = (func.replace(type_coerce(column, Text), " ", "T", type_=Text) if sqlite
                   else func.to_char(func.timezone("UTC", column), 'YYYY-MM-DD"T"HH24:MI:SS.US', type_=Text))
        return func.replace(seconds.concat("+00:00"), ".000000", "")
    if isinstance(kind, Codes):
        return func.trim(type_coerce(column, Text), ",", type_=Text)
    if isinstance(kind, Boolean) and not sqlite:
        return cast(cast(column, Integer), Text)
    if isinstance(kind, Amount):
        whole = type_coerce(column, BigInteger)
        fixed = func.printf("%.3f", whole / 1000.0) if sqlite else cast(cast(whole, Numeric) / 1000, Text)
        return case((column.is_not(None), func.rtrim(func.rtrim(fixed, "0"), ".")))
    if isinstance(kind, (Enum, String, Date, Integer, Boolean)):
        # Joined to an empty text, whatever SQLite holds becomes a text; to cast it takes longer.
        return type_coerce(column, Text).concat("") if sqlite else cast(column, Text)
    raise TypeError(f"the ledger cannot check {column}: tell it how to read {kind!r}")


def told_tables(dialect: str) -> list[Told]:
    """Every guarded table."""
    models = sorted((m.class_ for m in Base.registry.mappers), key=lambda model: model.__tablename__)
    return [Told(model, dialect) for model in models if issubclass(model, Guarded)]


def read(connection: Connection, statement, **values) -> Iterator:
    """The rows of a statement of any length, few at a time."""
    options = {"stream_results": True, "yield_per": FEW}
    with connection.execute(statement, values, execution_options=options) as found:
        yield from chain.from_iterable(found.partitions())


def in_hand(connection: Connection, statement, **values) -> Iterator:
    """The rows of a short statement: PostgreSQL sends them all at once, SQLite finds them one after the other."""
    return chain.from_iterable(connection.execute(statement, values).partitions(FEW))


@dataclass
class Said:
    """All that the acts of one dispute after the other (None: of the house) ever said of its rows, field by field."""

    connection: Connection
    of: int | None = None
    rows: dict[str, dict] = field(default_factory=dict)

    def of_row(self, dispute: int | None, row: str) -> dict:
        """The last text of each field of a row, of reserved ones salt and digest."""
        if not self.rows or dispute != self.of:
            self.of, self.rows = dispute, {}
            self._read()
        return self.rows.get(row, {})

    def _read(self) -> None:
        details = (select(DETAIL.c.salt, DETAIL.c.changes).join(ENTRY, ENTRY.c.id == DETAIL.c.entry_id)
                   .where(ENTRY.c.dispute_id == self.of).order_by(ENTRY.c.id))
        for salt, changes in read(self.connection, details):
            for row, (_, after, *kept) in _readable(changes).items():
                values = self.rows.setdefault(row, {})
                values.update(after)
                values.update((name, (salt, one)) for reserved in kept for name, one in reserved.items())


def _readable(changes: str) -> dict[str, list]:
    """What a detail tells; a forged one that cannot be read tells nothing, so that its rows differ from it."""
    try:
        return told_in(changes)
    except ValueError:
        return {}


def compare(told: Told, rows: Iterable, known: Known, trusted: Callable, said: Said,
            note: Callable[[Fault], None]) -> int:
    """Note the faults of these rows against what is known of them; takes from `known` what it has seen.

    `trusted(dispute)` tells whether what is known of a dispute can be relied on. Returns how many rows.
    """
    table, number = told.table.name, 0
    for row in rows:
        row_id, dispute, _, told_now = row
        number += 1
        name = f"{table}:{row_id}"
        kept, (salt, of, stream, seq) = known.pop(name, NOTHING)
        if of == dispute and kept == row_seal(salt, name, told_now) or not trusted(dispute):
            continue
        if stream is None or of != dispute:
            note(Fault(stream, seq, faults.ROW_UNKNOWN % {"row": name}))
            continue
        for wrong in _differences(told, row, said.of_row(of, name)):
            note(Fault(stream, seq, faults.ROW_CHANGED % {"field": wrong, "row": name}))
    return number


def _differences(told: Told, row, values: dict) -> list[str]:
    return [name for name, text in zip(told.names, loads(row[3]), strict=True)
            if not _same(f"{told.table.name}|{row[0]}|{name}", text, values.get(name))]


def _same(field: str, text: str | None, said: str | tuple[str, str] | None) -> bool:
    """Whether a field is what was said of it; of a reserved one only a salted digest is."""
    if isinstance(said, tuple):
        return digest(said[0], field, text or "") == said[1]
    # To the ledger a text that is empty and one that is not there are the same.
    return (text or "") == (said or "")
