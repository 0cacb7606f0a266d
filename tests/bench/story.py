"""The life of one dispute as rows and sealed entries, written without the door so that 100,000 fit in minutes.

The entries are what the door would have written: the same text, digests, seals and chain, so that
`ledger verify` passes. Values are already in the form in which SQLite keeps them.
"""

import secrets
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from json import JSONEncoder
from random import Random

from mediation.acts import ledger
from mediation.acts.guard import UNTOLD
from mediation.kernel.db import Base
from mediation.kernel.text import fold_words
from tests.bench.house import Desk

tell_all = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
folded = cache(fold_words)

YEARS = 4
# How many in a hundred stand where, and whether they were heard and settled.
STANDING = (("registered", 10), ("accepted", 5), ("in_mediation", 17), ("in_follow_up", 20), ("not_settled", 6),
            ("closed", 42))
KINDS = ("field_limit", "lent_land", "inheritance", "crop_damage", "corridor", "water_point", "pasture", "sale")
TITLES = ("Limite des champs", "Terre prêtée", "Champ de famille", "Dégâts dans le mil", "Passage des bœufs",
          "Puits du hameau", "Bourgoutière", "Parcelle vendue deux fois")
FIRST = ("Adama", "Binta", "Cheick", "Djénéba", "Fanta", "Ibrahim", "Kadiatou", "Lassana", "Mariam", "Oumar",
         "Rokia", "Seydou", "Tidiane", "Wassa", "Yacouba", "Zan")
LAST = ("Bagayo", "Cisma", "Demba", "Fofa", "Guinda", "Kanta", "Kouro", "Maïra", "Niangal", "Sangar", "Tamba", "Yatt")
SAID = ("Les deux parties ont parlé l’une après l’autre. La première dit que la limite suit le marigot, la seconde "
        "que son père cultivait jusqu’au grand karité. Les anciens ont demandé de marcher ensemble sur le champ.")


class Book:
    """Rows waiting to be written, by table; every row already has its id."""

    def __init__(self, last: dict[str, int]):
        self.last = Counter(last)
        self.rows: dict[str, list[dict]] = defaultdict(list)

    def add(self, table: str, **values) -> dict:
        """One more row of a table."""
        self.last[table] += 1
        row = {"id": self.last[table], **values}
        self.rows[table].append(row)
        return row


class Pen:
    """Writes the acts of one dispute one after the other, each sealed to the one before."""

    def __init__(self, book: Book, reference: str):
        self.book, self.stream = book, f"dispute:{reference}"
        self.numbers, self.changes, self.rows = Counter(), {}, {}
        self.seq, self.prev, self.dispute, self.before = 0, ledger.FIRST, None, None

    def begin(self, **values) -> dict:
        """The row of the dispute itself."""
        self.dispute = self.book.add("dispute", act_count=0, **values)
        self._note("dispute", self.dispute, {}, self.dispute)
        return self.dispute

    def add(self, table: str, **values) -> dict:
        """A row that hangs on the dispute, with its number."""
        self.numbers[table] += 1
        row = self.book.add(table, dispute_id=self.dispute["id"], number=self.numbers[table], **values)
        self._note(table, row, {}, row)
        return row

    def change(self, table: str, row: dict, **values) -> None:
        """Other values in a row that is already there."""
        self._note(table, row, {name: row.get(name) for name in values}, values)
        row.update(values)

    def _note(self, table: str, row: dict, before: dict, after: dict) -> None:
        was, now = self.changes.setdefault((table, row["id"]), ({}, {}))
        self.rows[table, row["id"]] = row
        for name, value in after.items():
            old, new = ledger.text_of(before.get(name)), ledger.text_of(value)
            if name in UNTOLD or old == new:
                continue
            now[name] = new
            if old is not None:
                was.setdefault(name, old)

    def act(self, name: str, actor: tuple[int, str], on: date, result: tuple[str, dict], happened=None,
            about: tuple[str, dict] | None = None) -> None:
        """Seal what was noted since the last act: one entry, one detail; it is about the dispute or a row of it."""
        self.seq += 1
        salt, key = secrets.token_hex(16), secrets.token_hex(16)
        stage, self.dispute["act_count"] = self.dispute["stage"], self.seq
        named, body = _named(result), sha256(salt.encode()).hexdigest()
        subject = about or ("dispute", self.dispute)
        told = "\n".join((tell_all({f"{table}:{row}": both for (table, row), both in self.changes.items()}),
                          *(_seal_left(salt, table, self.rows[table, row]) for table, row in self.changes)))
        canon = tell_all({
            "stream": self.stream, "seq": self.seq, "act": name, "key": key, "actor": actor[0], "roles": [actor[1]],
            "subject": _named(subject) if self.seq > 1 else None, "result": named,
            "at": f"{on}T12:00:00+00:00", "on": happened and list(happened.values()),
            "stages": [self.before or "", stage], "refused": None, "detail": ledger.detail_digest(salt, body, told),
            "changes": [[table, row, list(now)] for (table, row), (_, now) in self.changes.items()]})
        sealed = ledger.seal(self.prev, self.stream, self.seq, canon)
        entry = self.book.add(
            "ledger_entry", stream=self.stream, seq=self.seq, act=name, actor_id=actor[0],
            dispute_id=self.dispute["id"], recorded_at=f"{on} 12:00:00.000000", key=key, prev=self.prev,
            hash=sealed, canon=canon)
        self.book.add("ledger_detail", entry_id=entry["id"], salt=salt, body=body, changes=told)
        self.prev, self.before, self.changes = sealed, stage, {}


def _seal_left(salt: str, table: str, row: dict) -> str:
    name = f"{table}:{row['id']}"
    told = tell_all([ledger.text_of(row.get(column)) for column in _columns(table)])
    return f"{name} {ledger.row_seal(salt, name, told)}"


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in Base.metadata.tables[table].c if column.name not in UNTOLD)


def _named(row: tuple[str, dict]) -> str:
    return f"{row[0]}:{row[1]['id']}"


def on_day(name: str, day: date) -> dict[str, str]:
    """The four columns of a date that is known to the day."""
    return {f"{name}_words": "", f"{name}_precision": "day", f"{name}_earliest": day.isoformat(),
            f"{name}_latest": day.isoformat()}


def at(village: tuple[int, str]) -> dict[str, object]:
    """The columns of a listed place."""
    return {"at_place_id": village[0], "at_words": village[1]}


def tell(book: Book, luck: Random, desk: Desk, reference: str, registered: date, today: date) -> None:
    """One dispute, from its saisine to wherever it stands today."""
    pen, village = Pen(book, reference), luck.choice(desk.villages)
    secretary, mediator = (desk.secretary, "secretary"), luck.choice(desk.mediators)
    standing = luck.choices([name for name, _ in STANDING], [weight for _, weight in STANDING])[0]
    _saisine(pen, luck, desk, reference, registered, village, secretary)
    if standing == "registered":
        return
    day = registered + timedelta(days=luck.randint(1, 10))
    pen.change("dispute", pen.dispute, stage="accepted")
    pen.act("dispute.accept", secretary, day, ("dispute", pen.dispute))
    member = pen.add("team_member", account_id=mediator[0], name=mediator[1], leads=True, since=day.isoformat())
    pen.act("dispute.assign", secretary, day, ("team_member", member))
    if standing == "accepted":
        return
    mediates = (mediator[0], "mediator")
    for number in range(luck.randint(3, 7)):
        day = min(day + timedelta(days=luck.randint(4, 20)), today)
        _session(pen, luck, mediates, day, village, number)
    if standing == "in_mediation":
        _next_session(pen, mediates, day, day + timedelta(days=luck.randint(5, 60)))
    elif standing == "not_settled":
        outcome = pen.add("outcome", kind="fail", attempts=3, reason="Chacun reste sur sa limite.",
                          **on_day("happened_on", day))
        pen.change("dispute", pen.dispute, stage="not_settled")
        pen.act("mediation.fail", secretary, day, ("outcome", outcome), on_day("", day))
    else:
        _settled(pen, luck, mediates, secretary, day, today, standing == "closed")


def _saisine(pen: Pen, luck: Random, desk: Desk, reference: str, registered: date, village, secretary) -> None:
    picked = luck.randrange(len(KINDS))
    title, day = f"{TITLES[picked]} à {village[1]}", on_day("asked_on", registered)
    pen.begin(
        lead_id=desk.id, reference=reference, stage="registered", registered_on=registered.isoformat(),
        registered_by=secretary[0], title=title, folded=folded(f"{title} {village[1]}"), channel="oral",
        asked_by=_name(luck), kind=KINDS[picked], relation="neighbours", scale="village", story=SAID,
        **at(village), **day)
    pen.act("dispute.register", secretary, registered, ("dispute", pen.dispute), day)
    for side in (1, 2):
        name = _name(luck)
        party = pen.add("party", side=side, kind="person", name=name, folded=folded(name), sex="man", asked=True,
                        language="bamanankan", said="La limite est celle de mon père.", **at(village))
        pen.act("party.add", secretary, registered, ("party", party))
    thing = pen.add("contested_object", kind="field", name="Le champ du bas-fond", limits="Du marigot au karité",
                    description="Un champ de mil d’environ deux hectares, cultivé chaque année.", **at(village))
    pen.act("object.add", secretary, registered, ("contested_object", thing))


def _session(pen: Pen, luck: Random, mediator, day: date, village, number: int) -> None:
    held = pen.add(
        "mediation_session", stage="held", kind="site_visit" if number == 1 else "joint", somebody_came=True,
        result="goes_on", women=luck.randint(0, 9), men=luck.randint(2, 20), said=SAID, completions=0,
        decided="Se revoir au champ avec les anciens.", **at(village), **on_day("held_on", day))
    pen.add("bench_member", session_id=held["id"], name="L’ancien du quartier", category="chief", chaired=True)
    first = pen.book.last["party"] - 1
    for party in (first, first + 1):
        pen.add("attendance", session_id=held["id"], party_id=party, presence="came")
    if number == 0:
        pen.change("dispute", pen.dispute, stage="in_mediation")
    pen.act("session.record", mediator, day, ("mediation_session", held), on_day("", day))


def _next_session(pen: Pen, mediator, day: date, planned: date) -> None:
    coming = pen.add("mediation_session", stage="planned", kind="joint", somebody_came=False, completions=0,
                     **on_day("planned_on", planned))
    pen.act("session.schedule", mediator, day, ("mediation_session", coming))


def _settled(pen: Pen, luck: Random, mediator, secretary, day: date, today: date, closed: bool) -> None:
    agreement = pen.add(
        "agreement", stage="drafted", draft=1, basis="parties", form="written", total=True, no_commitment=False,
        points="La limite suit le marigot ; le karité reste à tous.", **on_day("happened_on", day))
    due = day + timedelta(days=luck.randint(10, 200))
    promised = [pen.add(
        "commitment", agreement_id=agreement["id"], position=position, stage="due", dropped=False, kind=kind,
        debtors="AB"[position % 2], creditors="BA"[position % 2], what=what, checked_by="visit",
        **on_day("due_on", due))
        for position, (kind, what) in enumerate((("marking", "planter des piquets sur la limite"),
                                                 ("money", "payer la moitié du mil abîmé"),
                                                 ("conduct", "garder les bœufs hors des champs semés")))]
    pen.act("agreement.record", mediator, day, ("agreement", agreement), on_day("", day))
    text = ("agreement", agreement)
    reading = pen.add("reading", agreement_id=agreement["id"], draft=1, reader="Le médiateur", understood="AB",
                      **on_day("happened_on", day))
    pen.change("agreement", agreement, stage="read")
    pen.act("agreement.read_aloud", mediator, day, ("reading", reading), on_day("", day), text)
    first = pen.book.last["party"] - 1
    for side, party in ((1, first), (2, first + 1)):
        pen.add("signature", agreement_id=agreement["id"], party_id=party, name=_name(luck), side=side,
                mark="thumbprint", certified_by="Le secrétaire", read_in="bamanankan")
    pen.change("agreement", agreement, stage="signed", **on_day("signed_on", day))
    pen.change("dispute", pen.dispute, stage="in_follow_up")
    pen.act("agreement.sign", mediator, day, text, on_day("", day), text)
    if closed:
        _followed(pen, mediator, secretary, min(due, today), agreement, promised)


def _followed(pen: Pen, mediator, secretary, day: date, agreement: dict, promised: list[dict]) -> None:
    visit = pen.add("visit", agreement_id=agreement["id"], stage="made", made_by="Le médiateur", women=2, men=6,
                    **on_day("happened_on", day))
    for commitment in promised:
        pen.add("visit_finding", visit_id=visit["id"], commitment_id=commitment["id"], found="kept")
        pen.change("commitment", commitment, stage="kept")
    pen.act("visit.record", mediator, day, ("visit", visit), on_day("", day), ("agreement", agreement))
    pen.change("dispute", pen.dispute, stage="closed", ending="kept", **on_day("ended_on", day))
    pen.act("dispute.close", secretary, day, ("dispute", pen.dispute), on_day("", day))


def _name(luck: Random) -> str:
    return f"{luck.choice(FIRST)} {luck.choice(LAST)}"
