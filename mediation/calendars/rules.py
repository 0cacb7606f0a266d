"""What is said of the address of a calendar, and its musts."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import _l


@dataclass(frozen=True)
class LinkFacts:
    """The hash of the secret, and the language in which the calendar is written."""

    token_hash: str
    language: str


def none_open(is_open: bool) -> None:
    """Nobody has two addresses: who holds which would soon be forgotten."""
    if is_open:
        raise BrokenRule("", _l("Vous avez déjà une adresse d’agenda. Changez-la ou fermez-la."))


def one_open(is_open: bool) -> None:
    """Only an open address can be changed or closed."""
    if not is_open:
        raise BrokenRule("", _l("Vous n’avez pas d’adresse d’agenda ouverte. Il n’y a rien à fermer."))
