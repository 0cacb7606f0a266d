"""What is asked of a remark and of its answer."""

from mediation.kernel.fields import Chips, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.supervision import rules
from mediation.supervision.kinds import Addressee, Part

LONGEST = 4000


class RemarkForm(BaseForm):
    """About what, for whom, and what."""

    facts_type = rules.RemarkFacts

    part = Chips(_l("Sur quoi"), Part, required=_l("Choisissez sur quoi porte la remarque."))
    to_whom = Chips(_l("Pour qui"), Addressee, required=_l("Choisissez à qui elle s’adresse."))
    said = Words(_l("La remarque"), longest=LONGEST, required=_l("Écrivez la remarque."),
                 description=_l("Ceux qui travaillent sur le dossier la liront."))


class AnswerForm(BaseForm):
    """What is answered."""

    facts_type = rules.AnswerFacts

    answer = Words(_l("La réponse"), longest=LONGEST, required=_l("Écrivez la réponse."))
