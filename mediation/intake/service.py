"""One form: the saisine and all that came with it, or nothing; a dispute copied from an old register, in one act."""

from dataclasses import replace

from mediation.acts import catalogue as acts
from mediation.acts.door import composed, performs
from mediation.acts.scope import Actor, looking_as
from mediation.acts.vocabulary import Role
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.disputes.service import add_attempt, begun, record_harm, register_dispute
from mediation.intake import queries, rules
from mediation.intake.models import Transcription
from mediation.intake.rules import FollowFacts, IntakeFacts, may_follow
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.land.service import add_object
from mediation.parties.service import add_party
from mediation.referrals.service import link_dispute


@composed(acts.REGISTER_DISPUTE)
def register_whole_dispute(actor: Actor, institution: Institution, facts: IntakeFacts) -> Dispute:
    """Register a dispute with its parties, objects, attempts and harms, each by its own act."""
    dispute = register_dispute(actor, institution, facts.saisine)
    for act, brought in ((add_party, facts.parties), (add_object, facts.objects),
                         (add_attempt, facts.attempts), (record_harm, facts.harms)):
        for one in brought:
            act(actor, dispute, one)
    return dispute


@composed(acts.REGISTER_DISPUTE)
def follow_dispute(actor: Actor, institution: Institution, facts: FollowFacts) -> Dispute:
    """Register a dispute that comes back, goes up or is split off, linked to the one it follows from."""
    with looking_as(actor):
        earlier = find(facts.link.reference)
    may_follow(facts.link.kind, earlier.stage, earlier.lead_id == institution.id)
    dispute = register_whole_dispute(actor, institution, facts.intake)
    link_dispute(actor, dispute, facts.link)
    return dispute


@performs(acts.TRANSCRIBE_DISPUTE)
def transcribe_dispute(actor: Actor, institution: Institution, facts: rules.TranscribeFacts) -> Dispute:
    """Copy a dispute from an old register as it stands there: one act, also for one that was closed long ago.

    Whoever copies is not on its team. The parties and things it names are held to the musts of their own acts.
    """
    rules.copied_from_a_book(facts.late)
    rules.stands_on_its_own(facts.stage)
    rules.ended_as_it_stands(facts)
    rules.somebody_decided(facts)
    rules.dates_follow(facts, clock.today())
    rules.not_copied_yet(queries.copied_from(institution, facts.late))
    nobody = replace(actor, holdings=tuple(one for one in actor.holdings if one.role is not Role.MEDIATOR))
    dispute = begun(nobody, institution, facts.intake.saisine)
    for verb, brought in ((add_party, facts.intake.parties), (add_object, facts.intake.objects),
                          (add_attempt, facts.intake.attempts), (record_harm, facts.intake.harms)):
        for one in brought:
            verb.__wrapped__(actor, dispute, one)
            db.session.flush()
    dispute.stage, dispute.ending, dispute.ended_on = facts.stage, facts.ending, facts.ended_on
    db.session.add(Transcription(dispute=dispute, number=1, decided=facts.decided, decided_by=facts.decided_by,
                                 decided_on=facts.decided_on))
    return dispute
