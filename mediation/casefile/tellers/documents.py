"""How pieces are told; of a reserved one only that it is there, and what it is."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.words import label, listed
from mediation.documents.queries import said_tie, title_of
from mediation.kernel.language import _


def _added(file: File, document) -> list[str]:
    if document.reserved:
        return [listed(_("Pièce réservée"), label(document.kind), said_tie(document))]
    return [listed(title_of(document), label(document.kind) if document.title else "", said_tie(document))]


TELLERS: dict[str, Callable] = {"document.add": _added}
