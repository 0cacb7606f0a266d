"""Whether the register's rows are what the ledger last said of them, whoever changed them and however.

Every guarded column is read back as the one text that the ledger writes for it (`ledger.plain`): the
database makes that text, so that a row is compared in one go. A text that is empty and one that is not
there are the same to the ledger, hence `nullif`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from json import dumps
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
from sqlalchemy.dialects.postgresql import ARRAY

from mediation.acts import faults
from mediation.acts.faults import Fault
from mediation.acts.guard import UNTOLD, Guarded
from mediation.acts.ledger import digest
from mediation.acts.scope import DisputeRoot
from mediation.kernel.db import Amount, Base, Codes, Moment

# What is known of each row, by its name: its fields, its dispute, the act that last told of it (stream and number).
Known = dict[str, tuple[dict, int | None, tuple[str, int]]]
NOWHERE = None, None
NOTHING = {}, None, None


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
        """The columns that are compared as they are."""
        return tuple(c.name for c in self.table.c if c.name not in UNTOLD and not c.info.get("reserved"))

    @cached_property
    def reserved(self) -> tuple[str, ...]:
        """The columns of which the ledger keeps digests only."""
        return tuple(c.name for c in self.table.c if c.info.get("reserved"))

    @cached_property
    def owner(self):
        """The column that names the dispute; None for what belongs to the house."""
        if issubclass(self.model, DisputeRoot):
            return self.table.c.id
        return self.table.c.get("dispute_id")

    @cached_property
    def query(self):
        """Number, dispute, count of acts, the compared texts, the reserved texts."""
        owner = self.owner if self.owner is not None else null()
        count = self.table.c.act_count if self.counts else null()
        told = [as_told(self.table.c[name], self.dialect) for name in (*self.names, *self.reserved)]
        return select(self.table.c.id, owner.label("of"), count.label("acts"),
                      *(text.label(f"t{place}") for place, text in enumerate(told)))

    @cached_property
    def of_disputes(self):
        """The rows of the disputes given as `ids`, in the way `listed` writes them."""
        if self.dialect == "sqlite":
            listed = func.json_each(bindparam("ids", type_=Text)).table_valued("value")
            return self.query.where(self.owner.in_(select(listed.c.value)))
        # Unrolled, each number is looked up in the index; as one array every row would be held against all of them.
        return self.query.where(self.owner.in_(
            select(func.unnest(cast(bindparam("ids", type_=Text), ARRAY(Integer))))))

    def listed(self, ids: list[int]) -> str:
        """Numbers of disputes as one value, whatever their number, as this engine writes a list."""
        told = dumps(ids)
        return told if self.dialect == "sqlite" else f"{{{told[1:-1]}}}"

    def stream_of(self, row) -> str:
        """The stream that a row of `query` counts, from its columns."""
        return self.model.stream.fget(SimpleNamespace(id=row[0], **dict(zip(self.names, row[3:], strict=False))))


def as_told(column, dialect: str):
    """The SQL that gives a column's value as the ledger writes it."""
    kind = column.type
    sqlite = dialect == "sqlite"
    if isinstance(kind, Moment):
        seconds = (func.replace(cast(column, Text), " ", "T", type_=Text) if sqlite
                   else func.to_char(func.timezone("UTC", column), 'YYYY-MM-DD"T"HH24:MI:SS.US', type_=Text))
        return func.replace(seconds.concat("+00:00"), ".000000", "")
    if isinstance(kind, Codes):
        return func.nullif(func.trim(cast(column, Text), ","), "")
    if isinstance(kind, Boolean):
        return cast(column if sqlite else cast(column, Integer), Text)
    if isinstance(kind, Amount):
        whole = type_coerce(column, BigInteger)
        fixed = func.printf("%.3f", whole / 1000.0) if sqlite else cast(cast(whole, Numeric) / 1000, Text)
        return case((column.is_not(None), func.rtrim(func.rtrim(fixed, "0"), ".")))
    if isinstance(kind, (Enum, String, Date, Integer)):
        return func.nullif(cast(column, Text), "")
    raise TypeError(f"the ledger cannot check {column}: tell it how to read {kind!r}")


def told_tables(dialect: str) -> list[Told]:
    """Every guarded table."""
    models = sorted((m.class_ for m in Base.registry.mappers), key=lambda model: model.__tablename__)
    return [Told(model, dialect) for model in models if issubclass(model, Guarded)]


def read(connection: Connection, statement, **values) -> Iterator:
    """The rows of a statement, some hundreds at a time."""
    options = {"stream_results": True, "yield_per": 1000}
    with connection.execute(statement, values, execution_options=options) as found:
        for some in found.partitions():
            yield from some


def compare(told: Told, rows: Iterable, known: Known, trusted: Callable, note: Callable[[Fault], None]) -> int:
    """Note the faults of these rows against what is known of them; takes from `known` what it has seen.

    `trusted(dispute)` tells whether what is known of a dispute can be relied on. Returns how many rows.
    """
    table, names, plain, number = told.table.name, told.names, not told.reserved, 0
    last = 3 + len(names)
    for row in rows:
        number += 1
        values, of, place = known.pop(f"{table}:{row[0]}", NOTHING)
        if of == row[1] and plain and place and row[3:last] == tuple(map(values.get, names)) or not trusted(row[1]):
            continue
        if place is None or of != row[1]:
            note(Fault(*(place or NOWHERE), faults.ROW_UNKNOWN % {"row": f"{table}:{row[0]}"}))
            continue
        for field in _differences(told, row, values):
            note(Fault(*place, faults.ROW_CHANGED % {"field": field, "row": f"{table}:{row[0]}"}))
    return number


def _differences(told: Told, row, values: dict) -> list[str]:
    table, last = told.table.name, 3 + len(told.names)
    wrong = [field for field, text in zip(told.names, row[3:last], strict=True) if text != values.get(field)]
    return wrong + [field for field, text in zip(told.reserved, row[last:], strict=True)
                    if not _same_reserved(table, row[0], field, text, values.get(field))]


def _same_reserved(table: str, row: int, field: str, text: str | None, kept: tuple[str, str] | None) -> bool:
    """Whether a reserved field still has the salted digest that the ledger keeps of it."""
    return text is None if kept is None else digest(kept[0], table, row, field, text or "") == kept[1]
