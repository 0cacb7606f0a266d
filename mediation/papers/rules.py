"""What is asked of a paper and what may refuse it."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import _l
from mediation.papers.kinds import PaperKind


@dataclass(frozen=True)
class ReserveFacts:
    """Which paper, about which row (its number in the dispute; 0 for the dispute itself)."""

    kind: PaperKind
    about: int = 0


@dataclass(frozen=True)
class IssueFacts:
    """The file that was made: its SHA-256, its size in bytes, whether it carries a digital seal."""

    fingerprint: str
    size: int
    sealed: bool = False


@dataclass(frozen=True)
class AnnulFacts:
    """Why a paper, or a number, is annulled."""

    reason: str


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


def annulled_for_a_reason(facts: AnnulFacts) -> None:
    """A paper is annulled for a reason."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi ce papier est annulé."))
