"""Kinds of replacements."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class ReplacementKind(Coded):
    """Why somebody stands in another's place in one dispute."""

    BENCH = "bench", _l("membre remplacé pour ce dossier")
    STAND_IN = "stand_in", _l("suppléance nommée par la supervision")
