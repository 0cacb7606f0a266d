"""Nothing commits, writes or reads around the door and the scope."""

import re

import pytest

from tests.house.source import PACKAGE, calls, imports, modules, said, slice_of

# Who may commit, and why: the door; sign-in's own rows and the day a calendar was fetched, which are no part of
# the register; the ledger's checkpoints; and the commands that make or move whole databases.
COMMITS = {"acts/door.py", "acts/checkpoints.py", "accounts/signin.py", "accounts/throttle.py",
           "accounts/kept.py", "kernel/marks.py", "calendars/fetched.py"}
HOMES = ("kernel", "acts")
CORE = {"ask", "connection", "text", "from_statement", "execute_many", "bulk_save_objects", "bulk_insert_mappings",
        "bulk_update_mappings"}


def inside(path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", modules(), ids=said)
def test_only_the_door_commits(path):
    lines = [line for name, line in calls(path) if name == "commit"]
    assert not lines or inside(path) in COMMITS, f"{said(path)}:{lines} commits"


@pytest.mark.parametrize("path", [p for p in modules() if slice_of(p) not in (*HOMES, "shell")], ids=said)
def test_no_slice_writes_raw_statements(path):
    wrong = [(name, line) for name, line in calls(path) if name in CORE]
    wrong += [(name, 0) for name in imports(path)
              if name in ("sqlalchemy.text", "sqlalchemy.insert", "sqlalchemy.update", "sqlalchemy.delete")]
    assert not wrong or inside(path) in COMMITS, f"{said(path)}: {wrong}"


@pytest.mark.parametrize("path", [p for p in modules() if slice_of(p) not in (*HOMES, "shell")], ids=said)
def test_no_slice_reads_a_table_around_the_scope(path):
    assert "__table__" not in path.read_text(), f"{said(path)} reads a Core table: scope does not see it"


def test_the_signed_in_person_is_asked_for_in_one_place_only():
    askers = {inside(path) for path in modules() if "current_user" in path.read_text()}
    assert askers <= {"acts/gate.py"}, askers


def test_a_slice_that_counts_another_slices_rows_does_it_inside_a_dispute():
    """A later slice's table reached by name is always narrowed to one dispute (the scope does not see it)."""
    for path in PACKAGE.rglob("queries.py"):
        source = path.read_text()
        for call in re.finditer(r"metadata\.tables\[[^\]]+\]", source):
            assert "dispute_id ==" in source[call.start():call.start() + 600], f"{said(path)}: {call[0]}"
