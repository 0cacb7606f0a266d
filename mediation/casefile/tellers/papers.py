"""How the papers of a dispute are told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.words import listed
from mediation.papers.queries import called


def _paper(file: File, paper) -> list[str]:
    return [f"{called(paper)}, {paper.reference}"]


def _annulled(file: File, paper) -> list[str]:
    return [listed(f"{called(paper)}, {paper.reference}", paper.reason)]


TELLERS: dict[str, Callable] = {
    "paper.issue": _paper,
    "paper.annul": _annulled,
}
