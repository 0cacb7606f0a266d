"""A later moment may know an earlier one; never the reverse."""

import pytest

from tests.house.source import FLOORS, PACKAGE, imports, modules, said, slice_of

ALLOWED = {
    "models": {"flask": False, "service": False},
    "rules": {"flask": False, "sqlalchemy": False, "service": False, "models": True},
    "service": {"flask": False, "forms": False},
    "queries": {"flask": False, "service": False, "forms": False},
    "forms": {"service": False, "sqlalchemy": False},
    "views": {"sqlalchemy": False},
    "commands": {},
    "kinds": {"flask": False, "sqlalchemy": False, "service": False},
}


def test_every_folder_stands_on_a_floor():
    folders = {slice_of(path) for path in modules()} - {"shell"}
    assert folders - {"translations"} == set(FLOORS)


@pytest.mark.parametrize("path", modules(), ids=said)
def test_a_file_imports_only_from_lower_floors(path):
    mine = slice_of(path)
    if mine == "shell":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "mediation" or len(parts) < 2 or parts[1] == mine:
            continue
        assert parts[1] in FLOORS, f"{said(path)} imports the shell: {name}"
        assert FLOORS[parts[1]] < FLOORS[mine], f"{said(path)} (floor {FLOORS[mine]}) imports {name}"


@pytest.mark.parametrize("path", [p for p in modules() if p.stem in ALLOWED], ids=said)
def test_a_file_of_a_slice_knows_only_what_its_name_allows(path):
    if slice_of(path) in ("shell", "kernel", "acts"):
        return
    for name in imports(path):
        for forbidden, allowed in ALLOWED[path.stem].items():
            if not allowed:
                head = name.split(".")
                wrong = head[0].startswith(forbidden) if forbidden in ("flask", "sqlalchemy") else (
                    head[0] == "mediation" and forbidden in head[2:3])
                assert not wrong or name.startswith("flask_login.UserMixin"), f"{said(path)} imports {name}"


def test_readers_on_the_top_floor_never_import_a_service():
    for path in modules():
        if FLOORS.get(slice_of(path)) == 10:
            assert not [name for name in imports(path) if ".service" in name], said(path)


def test_models_do_not_import_the_door():
    for path in PACKAGE.rglob("models.py"):
        assert not [name for name in imports(path) if name.startswith("mediation.acts.door")], said(path)
