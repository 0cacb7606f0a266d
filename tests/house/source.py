"""Reading the house's own source: its files, their imports, their calls."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mediation"

FLOORS = {
    "demo": 11, "kernel": 0, "acts": 1, "places": 2, "accounts": 2, "commissions": 3, "disputes": 4, "referrals": 5,
    "parties": 5, "land": 5, "context": 5, "drafts": 3, "intake": 6, "teams": 6, "sessions": 6, "agreements": 7,
    "followup": 8, "validity": 8, "supervision": 8, "documents": 8, "papers": 9, "calendars": 9,
    "casefile": 10, "reports": 10, "audit": 10,
}


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the product."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(), str(path))


def said(path: Path) -> str:
    """A file as it is named in a message."""
    return str(path.relative_to(ROOT))


def slice_of(path: Path) -> str:
    """The folder of a file below `mediation`, or "shell" for what sits on top."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else "shell"


def imports(path: Path) -> Iterator[str]:
    """The modules a file imports, wherever it does, names imported from packages included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """The last name of everything a file calls, with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node.lineno
