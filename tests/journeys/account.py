"""A published account told through the acts, and each of its facts read back from the case file.

Personal names and villages are invented; what happened, and what nobody said, is as published.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from html.parser import HTMLParser

from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.vocabulary import Coded
from mediation.demo.telling import Telling
from mediation.disputes.queries import find
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.db import Base, db
from mediation.kernel.numbers import said_number

SILENT = {"script", "style", "svg", "head"}


@dataclass(frozen=True)
class Fact:
    """A fact of the account: the `table.field` that keeps it, the value there, the words that the page says.

    `row` is the number of the row in its dispute, `page` the page of the file that tells it in full; a row
    that another one points to is known by its number, an institution by its name. A fact kept as words says
    why (`because`); one that has no field of its own names the field it `lacks`. In a story of several
    disputes, `of` is the one.
    """

    fact: str
    kept: str
    value: object
    words: str = ""
    row: int = 1
    page: str = ""
    because: str = ""
    lacks: str = ""
    of: int = 1

    @property
    def said(self) -> str:
        """The words that must be found on the page: given, or what the value itself says."""
        return self.words or _said(self.value)


@dataclass(frozen=True)
class Refused:
    """A fact that the register does not keep, on purpose."""

    fact: str
    reason: str


@dataclass(frozen=True)
class Account:
    """One account: how it is told in order, what is read back, what is refused."""

    number: str
    title: str
    tell: Callable[[Telling], None]
    facts: tuple[Fact, ...]
    refused: tuple[Refused, ...] = ()
    reader: str = "moussa"


def model_of(table: str) -> type[Base] | None:
    """The model of a table, if there is one by now: the models come with whatever imports them."""
    return next((one.class_ for one in Base.registry.mappers if one.class_.__tablename__ == table), None)


def told(account: Account, house) -> list[str]:
    """Tell the account through the acts of the people of the house; returns the numbers of its disputes."""
    telling = Telling({login: (number, login.capitalize()) for login, number in house.ids.items()})
    telling.channel = None
    account.tell(telling)
    return telling.references


def not_read_back(account: Account, house, visit) -> list[str]:
    """The facts that are not in their field, or whose words are not on their page."""
    references, pages, wrong = told(account, house), {}, []
    reader = visit(account.reader)
    for fact in account.facts:
        reference = references[fact.of - 1]
        kept = _kept(house, reference, fact, account.reader)
        if kept != fact.value:
            wrong.append(f"{fact.fact}: {fact.kept} holds {kept!r}, not {fact.value!r}")
        address = f"/disputes/{reference}/{fact.page}"
        if address not in pages:
            answer = reader.get(address)
            assert answer.status_code == 200, f"{address}: {answer.status}"
            pages[address] = seen_on(answer.text)
        if plain(fact.said) not in pages[address]:
            wrong.append(f"{fact.fact}: the page {address} does not say « {fact.said} »")
    return wrong


def _kept(house, reference: str, fact: Fact, reader: str):
    table, name = fact.kept.split(".")
    model = model_of(table)
    with scope.seen_by(house.actor(reader)):
        row = found = find(reference)
        if table != "dispute":
            row = db.session.scalar(
                select(model).where(model.dispute_id == found.id, model.number == fact.row))
        value = getattr(row, name, None)
        value = tuple(value) if isinstance(value, list) else value
        if isinstance(value, Base):
            return value.number if hasattr(value, "number") else value.name
        return value


def _said(value) -> str:
    match value:
        case Coded():
            return str(value.label)
        case ApproximateDate():
            return dates.said(value, clock.today())
        case tuple():
            return _said(value[0])
        case int() | Decimal():
            return said_number(value)
    return str(value)


def plain(text: str) -> str:
    """Words with plain spaces, however the page breaks and spaces them."""
    return re.sub(r"\s+", " ", text).strip()


def seen_on(page: str) -> str:
    """What a person reads on a page, without its head, drawings and scripts."""
    reading = _Reading()
    reading.feed(page)
    return plain(" ".join(reading.words))


class _Reading(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.silent = [], 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in SILENT
        if tag == "svg":
            self.words.append(dict(attributes).get("aria-label", ""))

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, text):
        if not self.silent:
            self.words.append(text.strip())
