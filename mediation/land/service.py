"""The acts on what is contested: describe, correct, cross out."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.disputes.models import Dispute
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.land import queries, rules
from mediation.land.models import ContestedObject


@performs(acts.ADD_OBJECT)
def add_object(actor: Actor, dispute: Dispute, facts: rules.ObjectFacts) -> ContestedObject:
    """Describe something that is contested."""
    _check(facts)
    contested = ContestedObject(dispute=dispute, number=next_number(ContestedObject, dispute), **vars(facts))
    db.session.add(contested)
    return contested


@performs(acts.AMEND_OBJECT)
def amend_object(actor: Actor, contested: ContestedObject, facts: rules.ObjectFacts) -> ContestedObject:
    """Correct or complete the description."""
    _check(facts)
    for name, value in vars(facts).items():
        setattr(contested, name, value)
    return contested


def _check(facts: rules.ObjectFacts) -> None:
    rules.is_described(facts)
    rules.has_extent(facts)
    rules.counts_something(facts)
    not_still_to_come("since", facts.since, clock.today())


@performs(acts.STRIKE_OBJECT)
def strike_object(actor: Actor, contested: ContestedObject, facts: StrikeFacts) -> ContestedObject:
    """Cross out a description written by mistake, unless a signed agreement rests on it."""
    rules.nothing_rests_on(queries.is_rested_on(contested))
    return strike(actor, contested, facts)
