"""`make bench`: seed the register at two sizes on each engine, measure, print the table; 1 if a figure falls short.

On PostgreSQL `BENCH_DATABASE_URL` (or `TEST_DATABASE_URL`) names a server on which databases may be made by a
superuser: seeding looks away from triggers and keys. Without it only SQLite is measured.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import measures, seed

MEASURES = ("statements", "pages", "act", "verify", "papers")


def main() -> int:
    """Measure every engine in a process of its own, or the one that is named in this one."""
    given = _arguments()
    if len(given.engines) > 1:
        return max(subprocess.call([sys.executable, "-m", "tests.bench", *_without_engines(), "--engines", engine])
                   for engine in given.engines)
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        return _one_engine(given.engines[0], given, given.keep)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return _one_engine(given.engines[0], given, Path(folder))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--engines", nargs="+", default=["sqlite", "postgresql"] if seed.SERVER else ["sqlite"])
    parser.add_argument("--disputes", nargs=2, type=int, default=[10_000, 100_000], metavar=("FEWER", "MORE"))
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES)
    parser.add_argument("--seconds", type=float, default=1.0, help="of load at a time")
    parser.add_argument("--turns", type=int, default=5, help="how often each is measured")
    parser.add_argument("--keep", type=Path, help="a folder in which registers are kept for the next run")
    return parser.parse_args()


def _without_engines() -> list[str]:
    words, rest = iter(sys.argv[1:]), []
    skipping = False
    for word in words:
        skipping = word == "--engines" or skipping and not word.startswith("--")
        if not skipping:
            rest.append(word)
    return rest


def _one_engine(engine: str, given: argparse.Namespace, folder: Path) -> int:
    places = [seed.place_for(engine, number, folder) for number in given.disputes]
    try:
        for place, number in zip(places, given.disputes, strict=True):
            if not seed.exists(place):
                start = time.perf_counter()
                seed.seed(place, number)
                print(f"{engine}: {number:,} disputes seeded in {time.perf_counter() - start:.0f} s", flush=True)
        short = [line for line in _lines(engine, given, *places) if _print(engine, line)]
    finally:
        if not given.keep:
            for place in places:
                seed.drop(place)
    print(f"{engine}: " + (f"{len(short)} figures fall short" if short else "every figure is good enough"))
    return 1 if short else 0


def _lines(engine: str, given: argparse.Namespace, small: seed.Place, large: seed.Place) -> Iterator[measures.Line]:
    if "statements" in given.only:
        yield from measures.statements(large)
    if "pages" in given.only:
        yield from measures.pages(small, large, given.seconds, given.turns)
    if "act" in given.only:
        yield from measures.one_act(engine, small, large, given.seconds / 2)
    if "verify" in given.only:
        yield from measures.verification(small, large)
    if "papers" in given.only:
        yield from measures.papers(small)


def _print(engine: str, line: measures.Line) -> bool:
    """Print one line; true if it falls short."""
    verdict = {True: "good", False: "SHORT", None: ""}[line.good]
    print(f"{engine:<10} {line.what:<44} {verdict:<6} {line.asked:<18} {line.measured}", flush=True)
    return line.good is False


if __name__ == "__main__":
    sys.exit(main())
