"""The golden file: what becomes of every act, as it was agreed; a block for each kind of person, one for the house."""

import re
from pathlib import Path

from mediation.acts.vocabulary import Stage

GOLDEN = Path(__file__).with_name("matrix.txt")
HOUSE = "everybody, in what belongs to no dispute"

# What is found in a block: column, line, cell.
Block = dict[str, dict[str, str]]


def agreed(stages=tuple(Stage)) -> dict[str, Block]:
    """For each kind of person, the acts of a dispute at these stages."""
    return {kind: {stage: columns[stage] for stage in stages} for kind, columns in _read().items() if kind != HOUSE}


def agreed_in_the_house() -> Block:
    """For each kind of person, the acts that belong to no dispute."""
    return _read()[HOUSE]


def accept(blocks: dict[str, Block]) -> None:
    """Write these blocks anew, and leave the others."""
    GOLDEN.write_text("\n".join(line for title, block in (_read() | blocks).items() for line in _lines(title, block)))


def _read() -> dict[str, Block]:
    blocks, title, columns = {}, "", []
    for line in GOLDEN.read_text().splitlines():
        told = re.split(" {2,}", line.strip())
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith(" "):
            columns = [blocks.setdefault(title, {}).setdefault(name, {}) for name in told]
        elif line:
            for column, cell in zip(columns, told[1:], strict=True):
                column[told[0]] = cell
    return blocks


def _lines(title: str, block: Block):
    """A block as it is read: a line for each act, each column as wide as it must be."""
    rows = list(next(iter(block.values())))
    first = max(28, *(len(row) + 2 for row in rows))
    wide = {name: max(18, len(name) + 2) for name in block}
    yield f"# {title}"
    yield (" " * first + "".join(f"{name:<{wide[name]}}" for name in block)).rstrip()
    for row in rows:
        yield (f"{row:<{first}}" + "".join(f"{block[name][row]:<{wide[name]}}" for name in block)).rstrip()
    yield ""
