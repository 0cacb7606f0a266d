"""Every address that takes a form is sent what no page sends: a plain refusal, and the same on both engines.

The forms are found, not listed. Each answer is judged by what it says and by what was written meanwhile; the
verdicts are held against `hostile.txt`, on SQLite and on PostgreSQL. `HOSTILE=accept python -m pytest
tests/acts/test_hostile.py` writes the file anew: read the difference before keeping it.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from markupsafe import escape
from werkzeug.test import TestResponse

from mediation.kernel.db import is_sqlite
from tests.acts.odd_bodies import BODIES, ORDINARY, SCRIPT, Asked, Body, bodies
from tests.acts.posted_to import STAGES, Opened, Trial, Written, found, laid_out, page_of, posted_to, watched

GOLDEN = Path(__file__).with_name("hostile.txt")
GOES_ON, REFUSES, GIVES_BACK = (200, 302), (400, 401, 403, 404, 409, 413, 415, 422), (400, 409, 422)
LEDGER = {"ledger_entry", "ledger_detail"}
# A try at a password is counted, whatever becomes of it.
COUNTED = {"sign_in_try"}
PLACE = re.compile(r'href="#([^"]+)"')
ROW = re.compile(r"-\d+(?=-|$)")


@pytest.fixture
def trial(register, house, monkeypatch):
    """The scene, served as it is to people: what goes wrong becomes a page."""
    app, place = register
    monkeypatch.setattr(app, "testing", False)
    with watched(app) as written:
        yield laid_out(app, place, house, written)


def test_every_form_refuses_what_no_page_sends_and_both_engines_agree(trial):
    opened = found(trial)
    assert [rule.rule for rule in posted_to(trial.app) if rule.rule not in opened] == []
    verdicts, wrong = {}, []
    for rule, where in sorted(opened.items(), key=lambda one: STAGES.index(one[1].stage)):
        for name, verdict, faults in tried(trial, where, crc32(rule.encode())):
            verdicts.setdefault(rule, {})[name] = verdict
            wrong += [f"{rule} {name}: {fault}" for fault in faults]
    assert not wrong, "\n".join(wrong)
    said = list(_lines(verdicts))
    if os.environ.get("HOSTILE") == "accept":
        GOLDEN.write_text("\n".join(said) + "\n")
    moved = set(said) ^ set(GOLDEN.read_text().splitlines())
    assert not moved, "\n".join(sorted(moved))


def _lines(verdicts: dict[str, dict[str, str]]) -> Iterator[str]:
    """The verdicts as they are read: a line for each address, a column for each body (`-`: nothing is asked)."""
    yield f"{'':<67}" + "".join(f"{name:<12}" for name in BODIES).rstrip()
    for rule, told in sorted(verdicts.items()):
        yield f"{rule:<67}" + "".join(f"{told.get(name, '-'):<12}" for name in BODIES).rstrip()


def tried(trial: Trial, where: Opened, turn: int) -> Iterator[tuple[str, str, list[str]]]:
    """Every odd body sent to an address: its name, what became of it, and what is wrong with that."""
    if trial.stage is not where.stage:
        trial.come_back(where.stage)
    for name, body in bodies(Asked(where.address, where.page, turn)):
        answer = trial.sent(where.login, where.address, body)
        wrote = trial.written.tables - COUNTED
        verdict = _verdict(answer, wrote)
        faults = [*_misjudged(answer, wrote, trial.written), *_running(answer), *_unkept(answer, body)]
        if verdict == "again":
            faults += _ill_said(page_of(answer), name, body, where.address)
        elif answer.status_code == 302 and name == "invisible" and is_sqlite():
            # How a page is drawn does not depend on the engine.
            faults += _running(trial.person(where.login).get(answer.location))
        yield name, verdict, faults
        if wrote:
            trial.come_back(where.stage)


def _verdict(answer: TestResponse, wrote: set[str]) -> str:
    """`done` (an act, or the way to another page), `again` (the form comes back), or the number of the answer."""
    if answer.status_code == 302 or answer.status_code == 200 and "ledger_entry" in wrote:
        return "done"
    return "again" if answer.status_code == 200 and 'name="key"' in page_of(answer) else str(answer.status_code)


def _misjudged(answer: TestResponse, wrote: set[str], written: Written) -> Iterator[str]:
    """What is wrong with a number, and with what was written beside it."""
    yield from written.errors
    if answer.status_code not in GOES_ON + REFUSES:
        yield f"answers {answer.status}"
    if answer.status_code in REFUSES and wrote - (LEDGER if answer.status_code == 403 else set()):
        yield f"answers {answer.status} and writes to {sorted(wrote)}"
    if answer.status_code == 200 and wrote and "ledger_entry" not in wrote:
        yield f"writes to {sorted(wrote)} without an act"


def _running(answer: TestResponse) -> list[str]:
    """What a browser would run, or draw, of what was written."""
    return [f"holds {odd}" for odd in (SCRIPT, "<b>et</b>") if odd in page_of(answer)]


def _unkept(answer: TestResponse, body: Body) -> Iterator[str]:
    """Words that a refusal does not give back."""
    wrote = any(value == ORDINARY for _name, value in body.told)
    if answer.status_code in GIVES_BACK and wrote and escape(ORDINARY) not in page_of(answer):
        yield f"answers {answer.status} and gives nothing back"


def _ill_said(page: str, name: str, body: Body, address: str) -> Iterator[str]:
    """What is wrong with a form that came back: it does not say why, leads nowhere, or something ordinary is gone.

    Who asks for another row is told nothing yet; rows may come back under other numbers.
    """
    if name != "more" and 'class="error' not in page and 'role="alert"' not in page:
        yield "comes back without saying why"
    yield from (f"leads to #{place}, which is nowhere on the page" for place in PLACE.findall(page)
                if f'id="{place}"' not in page)
    if body.told:
        told = Counter((ROW.sub("-#", box), value) for box, value in body.told)
        boxes = Asked(address, page).boxes.items()
        there = Counter((ROW.sub("-#", box), value.strip()) for box, asked in boxes for value in asked.values)
        yield from (f"loses {value!r} of {box}" for box, value in sorted(told - there))
