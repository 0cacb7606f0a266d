"""Many people writing at once: what one of them does, in a thread or in a process of its own."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Barrier

from flask import Flask

from mediation import create_app
from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, WrongStage
from mediation.acts.vocabulary import Stage
from mediation.agreements.models import Agreement
from mediation.agreements.service import sign_agreement
from mediation.disputes import service
from mediation.disputes.kinds import DeclineReason, HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.disputes.rules import DeclineFacts, HarmFacts, WithdrawFacts
from mediation.kernel.db import db
from tests.acts.scenes import SIGNED

ROOT = Path(__file__).parents[2]
READY = "ready\n"


def write(app: Flask, account: int, place: int, disputes: list[int], contested: list[int], times: int,
          together: Callable[[], object]) -> Counter:
    """One writer: adds facts to these disputes in turn, then tries to end each contested one in its own way.

    A contested dispute is read first; it is written when all the others stand `together` before it.
    """
    done = Counter()
    with app.app_context():
        actor = scope.resolve(account, "Moussa")
        with scope.seen_by(actor):
            for turn in range(times):
                dispute = db.session.get(Dispute, disputes[(place + turn) % len(disputes)])
                service.record_harm(actor, dispute, HarmFacts(HarmKind.INJURED, turn))
                done["written"] += 1
            for number in contested:
                end = _end(actor, db.session.get(Dispute, number), place)
                together()
                done[f"ended {number}" if _is_done(end) else "too late"] += 1
        db.session.remove()
    return done


def _end(actor, dispute: Dispute, place: int) -> Callable[[], object]:
    """How this writer ends a dispute: withdrawn; or declined, and signed where an agreement was read."""
    if place % 2 == 0:
        return partial(service.withdraw_dispute, actor, dispute, WithdrawFacts("la famille", "arrangés entre eux"))
    if dispute.stage is Stage.REGISTERED:
        return partial(service.decline_dispute, actor, dispute, DeclineFacts(DeclineReason.COMPETENCE))
    return partial(sign_agreement, actor, find_in(Agreement, dispute, 1), SIGNED)


def _is_done(end: Callable[[], object]) -> bool:
    """Whether it was taken; another came first otherwise."""
    try:
        end()
    except (WrongStage, BrokenRule):
        return False
    return True


def in_threads(app: Flask, writers: int, **asked) -> list[Counter]:
    """So many writers in threads of this process."""
    together = Barrier(writers, timeout=60).wait
    with ThreadPoolExecutor(writers) as pool:
        return list(pool.map(lambda place: write(app, place=place, together=together, **asked), range(writers)))


def in_processes(app: Flask, writers: int, **asked) -> list[Counter]:
    """So many writers, each in a process with an application of its own on the same register."""
    told = {"url": app.config["SQLALCHEMY_DATABASE_URI"], "instance": app.instance_path, **asked}
    running = [Popen([sys.executable, "-m", "tests.acts.writers", json.dumps({**told, "place": place})], cwd=ROOT,
                     stdin=PIPE, stdout=PIPE, text=True) for place in range(writers)]
    for _ in asked["contested"]:
        _let_go(running)
    answers = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0] * writers, answers
    return [Counter(json.loads(answer)) for answer in answers]


def _let_go(running: list[Popen]) -> None:
    """Wait until every process stands before its next contested dispute, then let them all go."""
    for process in running:
        assert process.stdout.readline() == READY
    for process in running:
        process.stdin.write("\n")
        process.stdin.flush()


def _stand_with_the_others() -> None:
    """Say that this process is ready, and wait to be let go."""
    sys.stdout.write(READY)
    sys.stdout.flush()
    sys.stdin.readline()


def main(url: str, instance: str, **asked) -> None:
    """A writer that is a process: prints what it has done."""
    app = create_app(INSTANCE=Path(instance), TESTING=True, SECRET_KEY="only for these tests, never elsewhere",
                     DATABASE_URL=url, OVER_HTTP=True)
    print(json.dumps(write(app, together=_stand_with_the_others, **asked)))


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
