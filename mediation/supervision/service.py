"""The acts of supervision: a remark on a dispute, and the answer to it."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor, next_number
from mediation.acts.vocabulary import RemarkStage
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.supervision import rules
from mediation.supervision.models import Remark


@performs(acts.ADD_REMARK)
def add_remark(actor: Actor, dispute: Dispute, facts: rules.RemarkFacts) -> Remark:
    """Write a remark on a dispute; it changes nothing in it, and stays."""
    rules.says_something(facts)
    remark = Remark(dispute=dispute, number=next_number(Remark, dispute), stage=RemarkStage.OPEN,
                    written_by=actor.id, written_on=clock.today(), **vars(facts))
    db.session.add(remark)
    return remark


@performs(acts.ANSWER_REMARK)
def answer_remark(actor: Actor, remark: Remark, facts: rules.AnswerFacts) -> Remark:
    """Answer a remark, once; what is still to be said is another remark."""
    rules.answers_something(facts)
    rules.is_somebody_elses(remark.written_by, actor.id)
    remark.stage, remark.answer = RemarkStage.ANSWERED, facts.answer
    remark.answered_by, remark.answered_on = actor.id, clock.today()
    return remark
