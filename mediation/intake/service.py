"""One form, several acts: the saisine and all that came with it, or nothing."""

from mediation.acts import catalogue as acts
from mediation.acts.door import composed
from mediation.acts.scope import Actor
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.disputes.service import add_attempt, record_harm, register_dispute
from mediation.intake.rules import IntakeFacts
from mediation.land.service import add_object
from mediation.parties.service import add_party


@composed(acts.REGISTER_DISPUTE)
def register_whole_dispute(actor: Actor, institution: Institution, facts: IntakeFacts) -> Dispute:
    """Register a dispute with its parties, objects, attempts and harms, each by its own act."""
    dispute = register_dispute(actor, institution, facts.saisine)
    for act, brought in ((add_party, facts.parties), (add_object, facts.objects),
                         (add_attempt, facts.attempts), (record_harm, facts.harms)):
        for one in brought:
            act(actor, dispute, one)
    return dispute
