"""Many people writing at once: what one of them does, in a thread or in a process of its own."""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, Popen

from flask import Flask

from mediation import create_app
from mediation.acts import scope
from mediation.acts.refusals import WrongStage
from mediation.disputes import service
from mediation.disputes.kinds import DeclineReason, HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.rules import DeclineFacts, HarmFacts, WithdrawFacts
from mediation.kernel.db import db

ROOT = Path(__file__).parents[2]


def write(app: Flask, account: int, place: int, disputes: list[int], contested: list[int], times: int) -> Counter:
    """One writer: adds facts to these disputes in turn, then tries to end each contested one in its own way."""
    done = Counter()
    with app.app_context():
        actor = scope.resolve(account, "Moussa")
        for turn in range(times):
            dispute = _read(actor, disputes[(place + turn) % len(disputes)])
            service.record_harm(actor, dispute, HarmFacts(HarmKind.INJURED, turn))
            done["written"] += 1
        for number in contested:
            try:
                _end(actor, _read(actor, number), place)
                done[f"ended {number}"] += 1
            except WrongStage:
                done["too late"] += 1
        db.session.remove()
    return done


def _read(actor, number: int) -> Dispute:
    with scope.seen_by(actor):
        return db.session.get(Dispute, number)


def _end(actor, dispute: Dispute, place: int) -> None:
    if place % 2:
        service.decline_dispute(actor, dispute, DeclineFacts(DeclineReason.COMPETENCE))
    else:
        service.withdraw_dispute(actor, dispute, WithdrawFacts("la famille", "arrangés entre eux"))


def in_threads(app: Flask, writers: int, **asked) -> list[Counter]:
    """So many writers in threads of this process."""
    with ThreadPoolExecutor(writers) as pool:
        return list(pool.map(lambda place: write(app, place=place, **asked), range(writers)))


def in_processes(app: Flask, writers: int, **asked) -> list[Counter]:
    """So many writers, each in a process with an application of its own on the same register."""
    told = {"url": app.config["SQLALCHEMY_DATABASE_URI"], "instance": app.instance_path, **asked}
    running = [Popen([sys.executable, "-m", "tests.acts.writers", json.dumps({**told, "place": place})], cwd=ROOT,
                     stdout=PIPE, text=True) for place in range(writers)]
    answers = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0] * writers, answers
    return [Counter(json.loads(answer)) for answer in answers]


def main(url: str, instance: str, **asked) -> None:
    """A writer that is a process: prints what it has done."""
    app = create_app(INSTANCE=Path(instance), TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                     DATABASE_URL=url, OVER_HTTP=True)
    print(json.dumps(write(app, **asked)))


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
