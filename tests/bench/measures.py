"""What is measured on one engine, and how good it must be; every verdict is on a ratio or a count."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from sqlalchemy import event

from mediation.kernel.db import db
from tests.bench import acts
from tests.bench.load import Asked, ratio, serving, turn_about
from tests.bench.seed import SECRET, Place
from tests.visitor import Visitor

PEOPLE = {"secretary": "secretary.a1c0", "reviewer": "reviewer.a"}
PAGES = {"list": "/disputes/", "home": "/", "case file": "/disputes/{}/"}
OF_THE_FLOOR = {"list": 1 / 3, "case file": 1 / 4}
STATEMENTS = {"list": 10, "home": 12, "case file": 25}
OF_BARE_ORM = {"sqlite": 0.40, "postgresql": 0.25}
GROWTH, ENTRIES_A_SECOND, MEMORY_GROWTH = 1.5, 40_000, 1.2
PAPER_MS, PAPERS_MIB = 60, 120
AT_THE_SAME_TIME = {"sqlite": 4, "postgresql": 8}


# The command, which tells at its end its own peak of memory (KB) and its processor time (a process that was
# started by another one inherits the other's peak in every other account of it).
VERIFY = """
import atexit, sys, time
from flask.cli import main
def tell():
    peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(peak, time.process_time(), sep="\\n", end="")
atexit.register(tell)
sys.argv = ["flask", "--app", "wsgi", "ledger", "verify"]
main()
"""


@dataclass(frozen=True)
class Line:
    """One line of the report; without a verdict it is only told."""

    what: str
    measured: str
    asked: str = ""
    good: bool | None = None


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in to both registers, and what the floor must know about them."""

    name: str
    leads: str
    references: tuple[str, ...]
    cookie: str


def people_of(place: Place) -> Iterator[Person]:
    """The secretary of one commission and the reviewer of a whole region, signed in."""
    app, driver = place.app(), place.raw()
    for name, login in PEOPLE.items():
        account, = driver.execute(f"SELECT id FROM account WHERE login = '{login}'").fetchone()
        codes = "= 'A1C0'" if name == "secretary" else "LIKE 'A%'"
        leads = ",".join(str(row[0]) for row in driver.execute(f"SELECT id FROM institution WHERE code {codes}"))
        shown = driver.execute(f"SELECT reference FROM dispute WHERE lead_id IN ({leads}) AND stage IN "
                               f"('in_follow_up', 'closed') ORDER BY id DESC LIMIT 300").fetchall()
        visitor = Visitor(app)
        visitor.signed_in(account)
        yield Person(name, leads, tuple(row[0] for row in shown),
                     f"session={visitor.client.get_cookie('session').value}")
    driver.close()
    with app.app_context():
        db.engine.dispose()


def statements(place: Place) -> Iterator[Line]:
    """SQL statements a page, counted in this process."""
    app, counted = place.app(), []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *given: counted.append(given[2]))
    for person in people_of(place):
        visitor = Visitor(app)
        visitor.client.set_cookie("session", person.cookie.removeprefix("session="))
        for page, address in PAGES.items():
            visitor.get(address.format(person.references[0]))
            counted.clear()
            answer = visitor.get(address.format(person.references[0]))
            number = len([said for said in counted if not said.startswith("BEGIN")])
            good = answer.status_code == 200 and number <= STATEMENTS[page]
            yield Line(f"{page}, {person.name}: SQL statements", str(number), f"at most {STATEMENTS[page]}", good)
    with app.app_context():
        db.engine.dispose()


def pages(small: Place, large: Place, seconds: float, turns: int) -> Iterator[Line]:
    """The list, home and case file at two sizes, beside the floor at the larger."""
    with ExitStack() as running:
        floor, real, less = (running.enter_context(serving(kind, place))
                             for kind, place in (("floor", large), ("real", large), ("real", small)))
        for at_large, at_small in zip(people_of(large), people_of(small), strict=True):
            for page, address in PAGES.items():
                asked = {"real": Asked(real, _paths(address, at_large), at_large.cookie),
                         "less": Asked(less, _paths(address, at_small), at_small.cookie)}
                if page in OF_THE_FLOOR:
                    asked["floor"] = Asked(floor, _paths(address, at_large, f"?leads={at_large.leads}"))
                yield from _page_lines(f"{page}, {at_large.name}", page, turn_about(asked, seconds, turns))


def _paths(address: str, person: Person, more: str = "") -> tuple[str, ...]:
    return tuple(address.format(reference) + more for reference in person.references)


def _page_lines(what: str, page: str, found: dict) -> Iterator[Line]:
    real = found["real"]
    told = f"{real.rate:.0f}/s, {real.milliseconds:.1f} ms of CPU, {real.size} bytes"
    if "floor" in found:
        floor, wanted = found["floor"], OF_THE_FLOOR[page]
        part = ratio(real, floor)
        yield Line(f"{what}: part of the floor", f"{part:.2f}  ({told}; floor {floor.rate:.0f}/s, "
                   f"{floor.milliseconds:.1f} ms, {floor.size} bytes)", f"at least {wanted:.2f}", part >= wanted)
    else:
        yield Line(f"{what}", told)
    growth = ratio(found["less"], real)
    if page in OF_THE_FLOOR:
        yield Line(f"{what}: growth of time", f"{growth:.2f}", f"at most {GROWTH}", growth <= GROWTH)
    else:
        # A desk has ten times as many disputes in the larger register, and its home counts all that waits in them.
        yield Line(f"{what}: growth of time", f"{growth:.2f}")


def one_act(engine: str, small: Place, large: Place, seconds: float) -> Iterator[Line]:
    """A session recorded: beside a bare write, at both sizes, and by several processes at once."""
    less, found = acts.side_by_side(small, seconds), acts.side_by_side(large, seconds)
    wanted = OF_BARE_ORM[engine]
    yield Line("act: part of a bare three-row write", f"{found['ratio']:.2f}  ({found['acts']:.0f}/s; bare "
               f"{found['bare']:.0f}/s)", f"at least {wanted:.2f}", found["ratio"] >= wanted)
    growth = less["acts"] / found["acts"]
    yield Line("act: growth of time", f"{growth:.2f}", f"at most {GROWTH}", growth <= GROWTH)
    number = AT_THE_SAME_TIME[engine]
    together = {kind: _together(kind, large, number, seconds * 3) for kind in ("acts", "bare")}
    yield Line(f"act: {number} processes at once, part of bare", f"{together['acts'] / together['bare']:.2f}  "
               f"({together['acts']:.0f}/s; bare {together['bare']:.0f}/s)")


def _together(kind: str, place: Place, number: int, seconds: float) -> float:
    """What several processes do a second, all together."""
    start = str(time.time() + 3 + number)
    command = [sys.executable, "-m", "tests.bench.acts", kind, place.url, str(place.folder), str(seconds), start]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(number)]
    return sum(float(process.communicate()[0]) for process in running)


def verification(small: Place, large: Place) -> Iterator[Line]:
    """`ledger verify` at both sizes: that it is content, how fast, and how much memory it takes."""
    (entries, seconds, memory, said), less = _verified(large), _verified(small)
    speed = (entries - less[0]) / (seconds - less[1])
    yield Line("ledger verify", said, "intact", "intact" in said and "intact" in less[3])
    yield Line("ledger verify: entries a second of CPU", f"{speed:,.0f}  ({entries:,} entries)",
               f"at least {ENTRIES_A_SECOND:,}", speed >= ENTRIES_A_SECOND)
    yield Line("ledger verify: growth of memory", f"{memory / less[2]:.2f}  ({less[2]:.0f} to {memory:.0f} MB)",
               f"at most {MEMORY_GROWTH}", memory / less[2] <= MEMORY_GROWTH)


def _verified(place: Place) -> tuple[int, float, float, str]:
    """Entries, seconds of CPU, the peak of memory in MB, and the verdict, of one run of the command."""
    driver = place.raw()
    entries, = driver.execute("SELECT count(*) FROM ledger_entry").fetchone()
    driver.close()
    settings = {"DATABASE_URL": place.url, "SECRET_KEY": SECRET, "REGISTER_OVER_HTTP": "1"}
    run = subprocess.run([sys.executable, "-c", VERIFY], env=os.environ | settings, capture_output=True, text=True)
    *said, peak, seconds = run.stdout.split("\n") if run.stdout.count("\n") else ("", "0", "0")
    verdict = "intact" if run.returncode == 0 else f"exit {run.returncode}: {(run.stdout + run.stderr)[:300]}"
    return entries, float(seconds), int(peak) / 1024, verdict


def papers(place: Place) -> Iterator[Line]:
    """Minutes of four pages, drawn two hundred times in one process; what it held before is told, not counted."""
    command = [sys.executable, "-m", "tests.bench.papers", place.url, str(place.folder)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    yield Line(f"PV of {found['pages']} pages: median warm", f"{found['ms']:.0f} ms  ({found['work']:.0f} ms of CPU)",
               f"at most {PAPER_MS} ms", found["pages"] == 4 and found["ms"] <= PAPER_MS)
    more = found["after"] - found["before"]
    yield Line("PV: memory of 200", f"{more:.0f} MiB  (process {found['before']:.0f} to {found['after']:.0f})",
               f"at most {PAPERS_MIB} MiB", more <= PAPERS_MIB)
