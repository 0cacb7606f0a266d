"""The acts on the people in a dispute: parties, representatives, witnesses."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.disputes.models import Dispute
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _
from mediation.kernel.text import fold_words
from mediation.parties import queries, rules
from mediation.parties.models import Party, Representative, Witness

FOLDED_LENGTH = 700


@performs(acts.ADD_PARTY)
def add_party(actor: Actor, dispute: Dispute, facts: rules.PartyFacts) -> Party:
    """Write a person or a group down on its side; one with an account sees the dispute no more."""
    _check_party(actor, facts)
    party = Party(dispute=dispute, number=next_number(Party, dispute))
    _write_party(party, facts)
    db.session.add(party)
    return party


@performs(acts.AMEND_PARTY)
def amend_party(actor: Actor, party: Party, facts: rules.PartyFacts) -> Party:
    """Correct or complete what is known of a party."""
    _check_party(actor, facts)
    rules.may_be_spoken_for(facts.kind, queries.count_speakers(party))
    rules.stays_barred(party.account_id, facts.account_id)
    rules.may_change(party.side, party.name, facts, queries.has_signed(party))
    _write_party(party, facts)
    return party


def _check_party(actor: Actor, facts: rules.PartyFacts) -> None:
    rules.is_on_a_side(facts)
    rules.is_named(facts.name)
    rules.has_a_kind(facts)
    rules.is_somebody_else(actor.id, facts.account_id)
    rules.names_nobody_in_an_armed_group(facts)
    rules.counts_members_of_a_group(facts)
    not_still_to_come("born_on", facts.born_on, clock.today())


def _write_party(party: Party, facts: rules.PartyFacts) -> None:
    for name, value in vars(facts).items():
        setattr(party, name, value)
    party.asked = bool(facts.asked)
    names = (facts.name, facts.other_names, facts.child_of)
    party.folded = fold_words(" ".join(name for name in names if name))[:FOLDED_LENGTH]


@performs(acts.STRIKE_PARTY)
def strike_party(actor: Actor, party: Party, facts: StrikeFacts) -> Party:
    """Cross out a party written by mistake."""
    rules.may_be_struck(queries.has_signed(party))
    return strike(actor, party, facts)


@performs(acts.APPOINT_REPRESENTATIVE)
def appoint_representative(actor: Actor, party: Party, facts: rules.RepresentativeFacts) -> Representative:
    """Write down who speaks for a party, and on what basis."""
    rules.is_named(facts.name)
    rules.has_a_basis(facts)
    rules.may_be_spoken_for(party.kind)
    rules.is_somebody_else(actor.id, facts.account_id)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    not_still_to_come("born_on", facts.born_on, clock.today())
    told = {name: value for name, value in vars(facts).items() if name != "happened_on"}
    representative = Representative(
        dispute=party.dispute, party=party, number=next_number(Representative, party.dispute),
        given_on=facts.happened_on, **told)
    db.session.add(representative)
    return representative


@performs(acts.STRIKE_REPRESENTATIVE)
def strike_representative(actor: Actor, representative: Representative, facts: StrikeFacts) -> Representative:
    """Cross out a representative written by mistake."""
    rules.may_be_struck(queries.has_signed(representative))
    return strike(actor, representative, facts)


@performs(acts.ADD_WITNESS)
def add_witness(actor: Actor, dispute: Dispute, facts: rules.WitnessFacts) -> Witness:
    """Write a witness down under an alias; the real name stays in its reserved column."""
    rules.alias_hides_the_name(facts)
    number = next_number(Witness, dispute)
    witness = Witness(dispute=dispute, number=number)
    _write_witness(witness, facts)
    db.session.add(witness)
    return witness


@performs(acts.AMEND_WITNESS)
def amend_witness(actor: Actor, witness: Witness, facts: rules.WitnessFacts) -> Witness:
    """Correct or complete what is known of a witness."""
    rules.alias_hides_the_name(facts)
    _write_witness(witness, facts)
    return witness


def _write_witness(witness: Witness, facts: rules.WitnessFacts) -> None:
    for name, value in vars(facts).items():
        setattr(witness, name, value)
    witness.alias = facts.alias or _("Témoin %(number)d", number=witness.number)


@performs(acts.STRIKE_WITNESS)
def strike_witness(actor: Actor, witness: Witness, facts: StrikeFacts) -> Witness:
    """Cross out a witness written by mistake."""
    return strike(actor, witness, facts)
