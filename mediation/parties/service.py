"""The acts on the people in a dispute: parties, representatives, witnesses, helpers, consents."""

from dataclasses import replace

from mediation.acts import catalogue as acts
from mediation.acts import scope
from mediation.acts.door import composed, performs
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _
from mediation.kernel.text import fold_words
from mediation.parties import beside, queries, rules
from mediation.parties.kinds import LeaveReason, MandateAfter, MandateEnd, PartyPresence
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative, Witness

FOLDED_LENGTH = 700
OF_A_MANDATE = ("name", "quality", "sex", "born_on", "mandate", "mandate_words", "given_on", "account_id",
                "organisation")


@performs(acts.ADD_PARTY)
def add_party(actor: Actor, dispute: Dispute, facts: rules.PartyFacts) -> Party:
    """Write a person or a group down on its side; one with an account sees the dispute no more."""
    _check_party(actor, facts)
    rules.stands_by_somebody(facts, queries.count_principals(dispute, facts.side) if facts.ally else 0)
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
    rules.may_change(party.side, party.name, facts, queries.has_signed(party), queries.is_in_succession(party))
    rules.joined_before_leaving(facts.joined_on, party.left_on)
    rules.stands_by_somebody(
        facts, queries.count_principals(party.dispute, facts.side, but=party) if facts.ally else 0)
    _write_party(party, facts)
    return party


def _check_party(actor: Actor, facts: rules.PartyFacts) -> None:
    rules.is_on_a_side(facts)
    rules.is_named(facts.name)
    rules.has_a_kind(facts)
    rules.words_of_another_language(facts)
    rules.is_somebody_else(actor.id, facts.account_id)
    rules.names_nobody_in_an_armed_group(facts)
    rules.counts_members_of_a_group(facts)
    rules.only_a_person_dies("presence", facts.presence is PartyPresence.DECEASED, facts.kind)
    not_still_to_come("born_on", facts.born_on, clock.today())
    not_still_to_come("joined_on", facts.joined_on, clock.today())


def _write_party(party: Party, facts: rules.PartyFacts) -> None:
    for name, value in vars(facts).items():
        setattr(party, name, value)
    party.asked = bool(facts.asked)
    names = (facts.name, facts.other_names, facts.child_of)
    party.folded = fold_words(" ".join(name for name in names if name))[:FOLDED_LENGTH]


@performs(acts.STRIKE_PARTY)
def strike_party(actor: Actor, party: Party, facts: StrikeFacts) -> Party:
    """Cross out a party written by mistake."""
    rules.may_be_struck(queries.has_signed(party), queries.is_in_succession(party))
    return strike(actor, party, facts)


@performs(acts.LEAVE_PARTY)
def leave_party(actor: Actor, party: Party, facts: rules.LeaveFacts) -> Departure:
    """Write down that a party is in the dispute no more; it stays in the file and is asked for nothing."""
    rules.says_why_it_left(facts, party.kind)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.left_after_joining(party.joined_on, facts.happened_on)
    return _depart(party, reason=facts.reason, happened_on=facts.happened_on, words=facts.words)


@performs(acts.SUCCEED_PARTY)
def succeed_party(actor: Actor, party: Party, facts: rules.SuccessionFacts) -> Departure:
    """Write down which party of the same side succeeds this one, and hand the mandates over or end them."""
    rules.has_a_succession_basis(facts)
    rules.one_successor(facts.successor, None)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.left_after_joining(party.joined_on, facts.happened_on)
    rules.succeeded_after_leaving(party.left_on, facts.happened_on)
    successor = find_in(Party, party.dispute, facts.successor)
    rules.may_succeed(party.id, successor.id, (party.side, successor.side), queries.successors_in(party.dispute))
    rules.is_still_here(successor.was_here())
    speakers = [one for one in party.representatives if one.spoke()]
    rules.says_what_becomes_of_mandates(len(speakers), facts.mandates)
    departure = _depart(party, reason=LeaveReason.SUCCEEDED, happened_on=facts.happened_on, words=facts.words,
                        successor=successor, basis=facts.basis)
    _hand_over(speakers, successor, facts)
    return departure


def _depart(party: Party, **told) -> Departure:
    departure = Departure(dispute=party.dispute, party=party, number=next_number(Departure, party.dispute), **told)
    db.session.add(departure)
    return departure


def _hand_over(speakers: list[Representative], successor: Party, facts: rules.SuccessionFacts) -> None:
    """The mandates of who was succeeded end; those that go on are given anew for who succeeds."""
    goes_on = facts.mandates is MandateAfter.GOES_ON
    rules.may_be_spoken_for(successor.kind, len(speakers) if goes_on else 0)
    for one in speakers:
        one.ended_on, one.ended_reason = facts.happened_on, MandateEnd.SUCCEEDED
        one.mandate_after = facts.mandates
        if goes_on:
            db.session.add(Representative(
                dispute=successor.dispute, party=successor, number=next_number(Representative, successor.dispute),
                **{name: getattr(one, name) for name in OF_A_MANDATE}))
        db.session.flush()


@composed(acts.SUCCEED_PARTY)
def record_succession(actor: Actor, party: Party, facts: rules.HandoverFacts) -> Departure:
    """One form: who succeeds, written down first when the file does not know it yet."""
    rules.one_successor(facts.succession.successor, facts.heir.name if facts.heir else None)
    told = facts.succession
    if facts.heir is not None:
        with scope.looking_as(actor):
            dispute, side = party.dispute, party.side
        since = facts.heir.joined_on or told.happened_on
        heir = add_party(actor, dispute, replace(facts.heir, side=side, joined_on=since))
        told = replace(told, successor=heir.number)
    return succeed_party(actor, party, told)


@performs(acts.STRIKE_DEPARTURE)
def strike_departure(actor: Actor, departure: Departure, facts: StrikeFacts) -> Departure:
    """Cross out a departure or a succession written by mistake: the party is in the dispute again."""
    return strike(actor, departure, facts)


@performs(acts.APPOINT_REPRESENTATIVE)
def appoint_representative(actor: Actor, party: Party, facts: rules.RepresentativeFacts) -> Representative:
    """Write down who speaks for a party, and on what basis."""
    rules.is_named(facts.name)
    rules.has_a_basis(facts)
    rules.may_be_spoken_for(party.kind)
    rules.is_no_person(facts)
    rules.is_somebody_else(actor.id, facts.account_id)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    not_still_to_come("born_on", facts.born_on, clock.today())
    told = {name: value for name, value in vars(facts).items() if name != "happened_on"}
    representative = Representative(
        dispute=party.dispute, party=party, number=next_number(Representative, party.dispute),
        given_on=facts.happened_on, **told)
    db.session.add(representative)
    return representative


@performs(acts.END_REPRESENTATIVE)
def end_representative(actor: Actor, representative: Representative, facts: rules.EndFacts) -> Representative:
    """Write down that somebody speaks for a party no more; what they did before stays theirs."""
    rules.says_why_it_ended(facts, representative.organisation)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.ended_after_given(representative.given_on, facts.happened_on)
    representative.ended_on, representative.ended_reason = facts.happened_on, facts.reason
    representative.ended_words, representative.mandate_after = facts.words, facts.after
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


@performs(acts.ADD_INTERMEDIARY)
def add_intermediary(actor: Actor, dispute: Dispute, facts: beside.IntermediaryFacts) -> Intermediary:
    """Write down somebody who helps, by quality; the name may be unknown."""
    helper = Intermediary(dispute=dispute, number=next_number(Intermediary, dispute))
    _write_intermediary(helper, facts)
    db.session.add(helper)
    return helper


@performs(acts.AMEND_INTERMEDIARY)
def amend_intermediary(actor: Actor, helper: Intermediary, facts: beside.IntermediaryFacts) -> Intermediary:
    """Correct or complete what is known of somebody who helps, and who took over."""
    _write_intermediary(helper, facts)
    return helper


def _write_intermediary(helper: Intermediary, facts: beside.IntermediaryFacts) -> None:
    today = clock.today()
    for rule in (beside.helps_in_a_quality, beside.counts_helpers, beside.source_gives_a_name, beside.helped_in_order):
        rule(facts)
    not_still_to_come("since", facts.since, today)
    not_still_to_come("until", facts.until, today)
    other = None
    if facts.replaced_by is not None:
        other = find_in(Intermediary, helper.dispute, facts.replaced_by)
        following = {one.id: one.replaced_by_id for one in queries.intermediaries_of(helper.dispute)}
        beside.may_be_replaced(helper.id, other.id, following)
    for name, value in vars(facts).items():
        if name != "replaced_by":
            setattr(helper, name, value)
    helper.replacement = other


@performs(acts.STRIKE_INTERMEDIARY)
def strike_intermediary(actor: Actor, helper: Intermediary, facts: StrikeFacts) -> Intermediary:
    """Cross out somebody who helps, written by mistake."""
    return strike(actor, helper, facts)


@performs(acts.RECORD_CONSENT)
def record_consent(actor: Actor, dispute: Dispute, facts: beside.ConsentFacts) -> Consent:
    """Write down to what somebody consents, how it was given and before whom."""
    beside.consents_to_something(facts)
    beside.comes_from_one(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    party = find_in(Party, dispute, facts.party) if facts.party is not None else None
    witness = find_in(Witness, dispute, facts.witness) if facts.witness is not None else None
    beside.not_given_already(queries.count_consents(dispute, facts.scope, party, witness, facts.person))
    told = {name: value for name, value in vars(facts).items() if name not in ("party", "witness")}
    consent = Consent(
        dispute=dispute, number=next_number(Consent, dispute), party_id=party.id if party else None,
        witness_id=witness.id if witness else None, **told)
    db.session.add(consent)
    return consent


@composed(acts.RECORD_CONSENT)
def record_consents(actor: Actor, dispute: Dispute, facts: beside.ConsentsFacts) -> Consent:
    """One form: everything that one person consents to on that day; each can be withdrawn by itself."""
    beside.consents_to_something(replace(facts.given, scope=next(iter(facts.scopes), None)))
    return [record_consent(actor, dispute, replace(facts.given, scope=one)) for one in facts.scopes][0]


@performs(acts.WITHDRAW_CONSENT)
def withdraw_consent(actor: Actor, consent: Consent, facts: beside.WithdrawFacts) -> Consent:
    """Write down that a consent is withdrawn; it stays in the file, as withdrawn."""
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    beside.withdrawn_after_given(consent.happened_on, facts.happened_on)
    consent.withdrawn, consent.withdrawn_on, consent.withdrawn_words = True, facts.happened_on, facts.words
    return consent


@performs(acts.STRIKE_CONSENT)
def strike_consent(actor: Actor, consent: Consent, facts: StrikeFacts) -> Consent:
    """Cross out a consent written by mistake."""
    return strike(actor, consent, facts)
