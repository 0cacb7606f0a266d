"""What an act costs: a session recorded through the door, beside three bare rows through the ORM, one commit each.

The bare write does what a program without a door would do: read the dispute, raise its counter, add the
session and a line of journal of the same size. Both run in one process, turn about, over the same database.
"""

import json
import sys
import time
from itertools import count
from pathlib import Path
from random import Random
from statistics import median

from sqlalchemy import Column, MetaData, Table, select
from sqlalchemy.orm import Session, registry

from mediation.acts import scope
from mediation.acts.vocabulary import Role, Stage
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.dates import on
from mediation.kernel.db import Base, db, writing
from tests.bench.seed import Place
from tests.bench.story import SAID

TURNS, WARM_UP, AT_HAND = 9, 30, 20
COPIED = ("dispute", "mediation_session", "ledger_entry")


def facts():
    """A session as it is written down on an ordinary day."""
    from mediation.sessions.kinds import Result, SessionKind
    from mediation.sessions.rules import SessionFacts

    return SessionFacts(happened_on=on(clock.today()), result=Result.GOES_ON, kind=SessionKind.JOINT, said=SAID,
                        decided="Se revoir au champ avec les anciens.", women=4, men=11, somebody_came=True)


class Acting:
    """Sessions recorded by a secretary, in one dispute after the other."""

    def __init__(self, luck: Random):
        from mediation.sessions.service import record_session

        self.verb, self.facts, self.luck = record_session, facts(), luck
        roles = Base.metadata.tables["role"]
        account = db.session.scalar(select(roles.c.account_id).where(roles.c.role == Role.SECRETARY).limit(1))
        self.actor = scope.resolve(account, "Le secrétaire")
        with scope.seen_by(self.actor):
            heard = select(Dispute).where(Dispute.stage == Stage.IN_MEDIATION).limit(AT_HAND)
            self.disputes = db.session.scalars(heard).all()

    def once(self) -> float:
        """One act, in seconds, on a dispute that the view has just found; the door reads it again."""
        dispute = self.luck.choice(self.disputes)
        db.session.refresh(dispute)
        start = time.perf_counter()
        self.verb(self.actor, dispute, self.facts)
        return time.perf_counter() - start


class Writing:
    """The same, without a door: three rows of the same columns in tables with no guard."""

    def __init__(self, luck: Random):
        self.luck, self.numbers = luck, count(luck.randrange(10**9))
        metadata, mapping = MetaData(), registry()
        self.models = {}
        for name in COPIED:
            columns = [Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable or c.name == "canon")
                       for c in Base.metadata.tables[name].columns]
            self.models[name] = type(f"Bare_{name}", (), {})
            mapping.map_imperatively(self.models[name], Table(f"bare_{name}", metadata, *columns))
        self.metadata, self.session = metadata, None

    def once(self) -> float:
        """One write, in seconds."""
        start = time.perf_counter()
        dispute_model, session_model, entry_model = (self.models[name] for name in COPIED)
        today, number = clock.today(), next(self.numbers)
        if self.session is None:
            self.session = Session(db.engine)
            self.disputes = self.session.scalars(select(dispute_model).limit(AT_HAND)).all()
            self.session.commit()
        with writing():
            dispute = self.luck.choice(self.disputes)
            dispute.act_count += 1
            held = session_model()
            for name, value in (
                ("dispute_id", dispute.id), ("number", number), ("stage", "held"), ("kind", "joint"),
                ("held_on_words", ""), ("held_on_precision", "day"), ("held_on_earliest", today),
                ("held_on_latest", today), ("result", "goes_on"), ("said", SAID), ("women", 4), ("men", 11),
                ("decided", "Se revoir au champ avec les anciens."), ("somebody_came", True), ("completions", 0),
            ):
                setattr(held, name, value)
            entry = entry_model()
            for name, value in (
                ("stream", dispute.reference), ("seq", number), ("act", "session.record"), ("actor_id", 1),
                ("dispute_id", dispute.id), ("recorded_at", clock.now()), ("key", str(number)), ("prev", b""),
                ("hash", number.to_bytes(32)), ("canon", SAID * 4),
            ):
                setattr(entry, name, value)
            self.session.add_all((held, entry))
            self.session.commit()
        return time.perf_counter() - start


def make_bare() -> None:
    """The bare tables, with a copy of a thousand disputes."""
    tables, source = Writing(Random(0)).metadata, Base.metadata.tables["dispute"]
    with writing(), db.engine.begin() as connection:
        tables.drop_all(connection)
        tables.create_all(connection)
        newest = select(source).order_by(source.c.id.desc()).limit(1000)
        connection.execute(tables.tables["bare_dispute"].insert().from_select([c.name for c in source.columns], newest))


def rate(once, seconds: float) -> float:
    """How many a second, measured for this long."""
    done, spent = 0, 0.0
    while spent < seconds:
        spent += once()
        done += 1
    return done / spent


def side_by_side(place: Place, seconds: float) -> dict[str, float]:
    """Acts and bare writes a second in one process, turn about; the ratio is the median of the turns'."""
    with place.app().app_context():
        make_bare()
        acting, bare = Acting(Random(1)), Writing(Random(2))
        for once in (acting.once, bare.once):
            for _ in range(WARM_UP):
                once()
        turns = [(rate(acting.once, seconds), rate(bare.once, seconds)) for _ in range(TURNS)]
    return {"acts": median(a for a, _ in turns), "bare": median(b for _, b in turns),
            "ratio": median(a / b for a, b in turns)}


def main(kind: str, url: str, folder: str, seconds: str, start: str) -> None:
    """One of several processes that act, or write, at the same time (after `side_by_side` made the tables)."""
    with Place(url, Path(folder)).app().app_context():
        luck = Random()
        work = Acting(luck) if kind == "acts" else Writing(luck)
        for _ in range(5):
            work.once()
        time.sleep(max(0.0, float(start) - time.time()))
        print(json.dumps(rate(work.once, float(seconds))))


if __name__ == "__main__":
    main(*sys.argv[1:])
