"""`make test` runs on SQLite, then on PostgreSQL where one is named, and each run says on which."""

import os
import subprocess
import sys

import pytest

from tests.house.source import ROOT

POSTGRESQL = "postgresql://nobody@127.0.0.1:1/none"


def said_by(*command: str, **environment: str) -> list[str]:
    """The lines of a command that no test run around it speaks to."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PYTEST", "TEST_DATABASE_URL", "MAKE"))}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
                          env={**kept, **environment})
    return done.stdout.splitlines()


def runs(**environment: str) -> list[str]:
    """What `make test` would run, in its order."""
    return [line for line in said_by("make", "--dry-run", "test", **environment) if "-m pytest" in line]


def test_without_an_address_the_tests_run_on_sqlite_only():
    for named in ({}, {"TEST_DATABASE_URL": ""}):
        (only,) = runs(**named)
        assert only.startswith("env -u TEST_DATABASE_URL ")


def test_with_an_address_they_run_on_sqlite_then_on_postgresql():
    first, second = runs(TEST_DATABASE_URL=POSTGRESQL)
    assert first == f"env -u TEST_DATABASE_URL {second}" and " -n auto " in second


@pytest.mark.parametrize("workers", ["0", "1"])
@pytest.mark.parametrize(("named", "engine"), [({}, "SQLite"), ({"TEST_DATABASE_URL": POSTGRESQL}, "PostgreSQL")])
def test_a_run_says_at_its_end_on_which_engine_it_ran(named, engine, workers):
    lines = said_by(sys.executable, "-m", "pytest", "-q", "-n", workers, "tests/kernel/test_text.py", **named)
    assert lines[-2] == f"These tests ran on {engine}." and " passed" in lines[-1]
