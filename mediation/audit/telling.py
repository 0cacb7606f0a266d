"""A line of the journal as people read it: the sentence, what changed, and the technical line.

Values come from the details of the ledger, which hold nothing reserved; of that, only its place is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from json import loads

from sqlalchemy import Boolean, Date, Enum

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.ledger import seal, told_in
from mediation.acts.vocabulary import SessionStage
from mediation.agreements.kinds import EVERYBODY
from mediation.audit.which import Which
from mediation.audit.words import COLUMNS, LETTERS, SAYS_ALL, TABLES, UNSAID
from mediation.commissions.settings import in_words
from mediation.kernel import births, clock, dates
from mediation.kernel.dates import approximate
from mediation.kernel.db import Base, Codes, Moment
from mediation.kernel.language import _
from mediation.kernel.numbers import said_number

REFUSED = "act.refused"
ROLE = "role"
LONGEST = 240


@dataclass(frozen=True)
class Change:
    """One field that an act changed; `reserved` when neither value may be shown."""

    label: str
    before: str
    after: str
    reserved: bool = False


@dataclass(frozen=True)
class Touched:
    """One row that an act changed: its name, `apart` when that tells it from others, and its fields."""

    name: str
    apart: bool
    fields: list[Change]


@dataclass(frozen=True)
class Line:
    """One act in the journal."""

    row: object
    sentence: str
    hour: str
    changes: list[Touched]
    sealed: bool

    @property
    def number(self) -> str:
        """The line in the one list of all acts, once it has one."""
        return said_number(self.row.line) if self.row.line else ""

    @property
    def fields(self) -> int:
        """How many fields changed."""
        return sum(len(one.fields) for one in self.changes)


def line_of(row, roles: dict[int, tuple[str, str]] | None = None, which: dict[str, Which] | None = None) -> Line:
    """A row of the journal's query, told.

    Of each role it touches, `roles` has the person and the place; `which` names rows that look alike (`told_apart`).
    """
    sealed = seal(row.prev, row.stream, row.seq, row.canon) == row.hash
    return Line(row, sentence_of(row), _("%(hour)s h %(minute)s", hour=row.recorded_at.hour,
                minute=f"{row.recorded_at.minute:02d}"), _rows(row.changes, roles or {}, which or {}), sealed)


def sentence_of(row) -> str:
    """Who did what, as the catalogue tells it."""
    who = row.who or _("Le gardien du registre")
    if row.act == REFUSED:
        act = CATALOGUE.get(_refused(row.canon))
        return _("%(who)s a demandé un acte refusé : %(act)s", who=who, act=act.button if act else "…")
    act = CATALOGUE.get(row.act)
    return act.told % {"who": who} if act else _("%(who)s a fait un acte qui n’existe plus", who=who)


def _refused(canon: str) -> str | None:
    try:
        return loads(canon)["refused"]
    except (ValueError, KeyError, TypeError):
        return None


def _rows(changes: str | None, roles: dict[int, tuple[str, str]], which: dict[str, Which]) -> list[Touched]:
    """Each row that changed, by its name, with its fields; nothing when the detail cannot be read."""
    try:
        told = told_in(changes or "{}")
        return [row for named in _in_order(told, which)
                if (row := _touched(named, told[named], roles, which.get(named))).fields]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _in_order(told: dict[str, list], which: dict[str, Which]) -> list[str]:
    """Tables as the act met them; inside one, rows that are told apart stand by their number."""
    tables = list(dict.fromkeys(named.partition(":")[0] for named in told))

    def place(named: str) -> tuple:
        return tables.index(named.partition(":")[0]), which[named].place if named in which else ()

    return sorted(told, key=place)


def _touched(named: str, parts: list, roles: dict[int, tuple[str, str]], which: Which | None) -> Touched:
    name, number = named.split(":")
    table = Base.metadata.tables[name]
    held = _held(*roles.get(int(number), ("", ""))) if name == ROLE else []
    fields = held + list(_fields(table, *parts))
    if which is None:
        return Touched(str(TABLES.get(name, name)), False, fields)
    fields = [one for one in fields if one.before or one.after != which.said]
    if [one.label for one in fields] == [str(COLUMNS.get(SAYS_ALL.get(name)))]:
        return Touched("", False, [replace(fields[0], label=which.name)])
    return Touched(which.name, True, fields)


def _held(person: str, where: str) -> list[Change]:
    """Whose role it is, and where; a role of the house has no place."""
    told = ((_("personne"), person), (_("où"), where))
    return [Change(label, "", value) for label, value in told if value]


def _fields(table, before: dict, after: dict, reserved: dict | None = None) -> Iterator[Change]:
    told, new = set(), _is_new(table, before, after)
    for name in after:
        whole = _whole(table, name)
        label = COLUMNS.get(whole)
        if whole in told or whole in UNSAID or label is None or _points_elsewhere(table, whole, name) or (
                table.name == ROLE and whole == "account_id"):
            continue
        told.add(whole)
        earlier, later = "" if new else _said(table, whole, name, before), _said(table, whole, name, after)
        if earlier != later:
            yield Change(str(label), earlier, later)
    for name in reserved or ():
        yield Change(str(COLUMNS.get(name, "…")), "", "", reserved=True)


def _is_new(table, before: dict, after: dict) -> bool:
    """Whether an act made this row: something that is never empty was nothing before."""
    return any(not column.nullable and column.name in after and column.name not in before for column in table.c)


def _whole(table, name: str) -> str:
    """The date or the place that a column is a part of; the column itself when it stands alone."""
    stem = name.rpartition("_")[0]
    if f"{stem}_precision" in table.c:
        return stem
    if f"{stem}_id" in table.c and name.endswith(("_words", "_country")):
        return stem.removesuffix("_place")
    for part in ("_place_id", "_words", "_country"):
        if name.endswith(part) and f"{name.removesuffix(part)}_place_id" in table.c:
            return name.removesuffix(part)
    return name


def _points_elsewhere(table, whole: str, name: str) -> bool:
    """Whether a column only names another row; that somebody has an account here is told, not which."""
    return whole == name != "account_id" and bool(table.c[name].foreign_keys)


def _said(table, whole: str, name: str, values: dict) -> str:
    """The values of a field in words."""
    if table.name == "setting" and name == "value":
        return in_words(values.get(name))
    if whole == "account_id":
        return _("oui") if values.get(name) else _("non")
    if name == "somebody_came" and values.get("stage") == SessionStage.PLANNED:
        return ""
    if whole in LETTERS:
        return _letters(values.get(name))
    if whole == "concerns":
        return ", ".join(filter(None, (values.get(name) or "").split(",")))
    if whole == "side" or whole.endswith("_side"):
        return chr(ord("A") + int(values[name]) - 1) if values.get(name) else ""
    if whole == name:
        return _value(table.c[name].type, values.get(name))
    if f"{whole}_precision" not in table.c:
        return ", ".join(filter(None, (values.get(f"{whole}_words"), values.get(f"{whole}_country"))))
    words, precision = values.get(f"{whole}_words"), values.get(f"{whole}_precision")
    ends = [values.get(f"{whole}_{end}") for end in ("earliest", "latest")]
    try:
        when = approximate(words, precision, *(date.fromisoformat(end) if end else None for end in ends))
    except ValueError:
        when = None
    told = births.said_birth if whole == "born_on" else dates.said
    return told(when, clock.today()) if when else words or " – ".join(filter(None, ends))


def _letters(text: str | None) -> str:
    """Sides written as « AB », or all of them, in words."""
    if text == EVERYBODY:
        return _("toutes les parties")
    if not text or len(text) < 2:
        return text or ""
    return _("%(names)s et %(last)s", names=", ".join(text[:-1]), last=text[-1])


def _value(kind, text: str | None) -> str:
    """One text of the ledger in the words of the page."""
    if not text:
        return ""
    if isinstance(kind, Boolean):
        return _("oui") if text == "1" else _("non")
    if isinstance(kind, Moment):
        return _said_day(datetime.fromisoformat(text).date())
    if isinstance(kind, Date):
        return _said_day(date.fromisoformat(text))
    if isinstance(kind, Codes):
        return ", ".join(_labelled(kind.kind, code) for code in text.split(","))
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return _labelled(kind.enum_class, text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _labelled(kind, code: str) -> str:
    """The label of a code; the code itself when the list no longer has it."""
    known = {member.value: member for member in kind}
    return str(getattr(known.get(code), "label", code))


def _said_day(day: date) -> str:
    return dates.said(dates.on(day), clock.today())
