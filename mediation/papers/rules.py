"""What is asked of a paper and what may refuse it."""

from dataclasses import dataclass
from typing import ClassVar

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import PaperStage
from mediation.kernel.language import _l
from mediation.papers.kinds import PaperKind


@dataclass(frozen=True)
class ReserveFacts:
    """Which paper, about which row (its number in the dispute; 0 for the dispute itself)."""

    kind: PaperKind
    about: int = 0
    # One after the other takes a number, also the first two of a year.
    locks: ClassVar[tuple[str, ...]] = ("papers",)


@dataclass(frozen=True)
class IssueFacts:
    """The file that was made: its SHA-256, its size in bytes, whether it carries a digital seal."""

    fingerprint: str
    size: int
    sealed: bool = False


@dataclass(frozen=True)
class AnnulFacts:
    """Why a paper, or a number, is annulled; `unfinished`: only as long as its paper is not made."""

    reason: str
    unfinished: bool = False


def complete(musts) -> None:
    """A paper that lacks something is not issued; what is missing is said in the words of the list."""
    missing = [str(must.words) for must in musts if not must.done]
    if missing:
        raise BrokenRule("", _l("Il manque : ") + ", ".join(missing) + ".")


def nothing_moved(frozen: str, now: str) -> None:
    """The file is made outside any lock: what it says must still be what the record says."""
    if frozen != now:
        raise BrokenRule("", _l("Le dossier a changé pendant que le papier se faisait. Relisez, puis recommencez : "
                                "ce numéro est annulé."))


def said_more_than_before(content: str, earlier: str | None) -> None:
    """The same paper is not issued twice: whoever needs it again prints the one there is."""
    if content == earlier:
        raise BrokenRule("", _l("Ce papier existe déjà, et rien n’a changé depuis. Imprimez celui qui existe."))


def annulled_for_a_reason(facts: AnnulFacts, stage: PaperStage) -> None:
    """A paper is annulled for a reason; one that was made meanwhile is not given up."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi ce papier est annulé."))
    if facts.unfinished and stage is not PaperStage.RESERVED:
        raise BrokenRule("", _l("Ce papier est fait."))
