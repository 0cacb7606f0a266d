"""What is asked about a paper: nothing to issue it, a reason to annul it, a code to check it."""

from mediation.kernel.fields import Line, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.papers import rules


class IssueForm(BaseForm):
    """The button: everything else is in the record."""


class AnnulForm(BaseForm):
    """Why a paper is annulled."""

    facts_type = rules.AnnulFacts

    reason = Words(_l("Pourquoi ce papier est annulé"), longest=500,
                   required=_l("Écrivez pourquoi ce papier est annulé."))


class CheckForm(BaseForm):
    """The code that a paper carries."""

    code = Line(_l("Code de contrôle"), longest=40, required=_l("Écrivez le code imprimé sur le papier."),
                description=_l("Dix lettres et chiffres, en bas de la première page."))
