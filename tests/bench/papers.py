"""What a paper costs: minutes of four pages drawn again and again in one process, and the memory after them."""

import json
import sys
import time
from io import BytesIO
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from mediation.kernel import clock
from mediation.papers import parts, printing
from mediation.papers.kinds import PaperKind
from tests.bench.seed import Place
from tests.bench.story import FIRST, LAST, SAID

PAPERS, WARM_UP, PROMISES, SEATS = 200, 5, 34, 12
STAMP = {"number": "A1C0-P-2026-0001", "code": "ABCDE FGHJK", "address": "https://registre.example/check/ABCDEFGHJK/",
         "made": "Établi le 3 mai 2026 à 10 h 12", "journal": "Journal, ligne 130 000", "root": "0" * 64}


def minutes(number: int) -> str:
    """What the minutes of a large settlement say, frozen; no two are alike."""
    people = [f"{first} {LAST[place % len(LAST)]}" for place, first in enumerate(FIRST)]
    return parts.Content(
        title="Procès-verbal de conciliation", subtitle=f"Limite des champs à Farako, {number}",
        head=("République du Mali", "Commission foncière de A1C0"), facts=("Dossier A1C0-2026-0001",),
        parts=(
            parts.told("Séance", SAID),
            parts.people("Parties", (parts.person("AB"[place % 2], name, "Farako")
                                     for place, name in enumerate(people[:6]))),
            parts.told("Points d’accord", *[SAID] * 4),
            parts.items("Les parties s’engagent", (
                parts.item(people[place % len(people)], "plante des piquets sur la limite, du marigot au grand karité",
                           "avant le 30 juin 2026", "vérifié par : visite") for place in range(PROMISES))),
        ),
        seats=tuple(parts.seat("AB"[place % 2], people[place], "", "en bamanankan", "Empreinte", "Le secrétaire")
                    for place in range(SEATS)),
        visas=("Visa du président ou de la présidente",), closing="Une copie est remise à chaque partie.").as_json()


def drawn(number: int) -> tuple[bytes, float, float]:
    """One paper, in how many milliseconds of the clock, and of processor."""
    content, at = minutes(number), clock.now()
    start, work = time.perf_counter(), time.process_time()
    made = printing.draw(PaperKind.CONCILIATION, content, STAMP, at)
    return made, (time.perf_counter() - start) * 1000, (time.process_time() - work) * 1000


def resident() -> float:
    """The memory that this process holds, in MiB."""
    words = Path("/proc/self/status").read_text().split()
    return int(words[words.index("VmRSS:") + 1]) / 1024


def main(url: str, folder: str) -> None:
    """Draw them all in this process; print pages, median milliseconds once warm, and memory before and after."""
    with Place(url, Path(folder)).app().test_request_context():
        before = resident()
        first = [drawn(number)[0] for number in range(WARM_UP)]
        _, spent, worked = zip(*(drawn(number) for number in range(WARM_UP, PAPERS)), strict=True)
        after = resident()
        print(json.dumps({"pages": len(PdfReader(BytesIO(first[0])).pages), "ms": median(spent),
                          "work": median(worked), "before": before, "after": after}))


if __name__ == "__main__":
    main(*sys.argv[1:])
