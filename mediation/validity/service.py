"""The acts on a signed agreement: its visa and its way to the judge, its ending, the copies given."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.acts.vocabulary import AgreementStage
from mediation.agreements import queries as agreements
from mediation.agreements.models import Agreement
from mediation.agreements.rules import sides_known
from mediation.commissions.models import Institution
from mediation.commissions.queries import coded
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.validity import queries, rules
from mediation.validity.models import Accusation, AgreementEnding, ConditionNote, CopyGiven, RouteStep


@performs(acts.ENDORSE_AGREEMENT)
def endorse_agreement(actor: Actor, agreement: Agreement, facts: rules.EndorseFacts) -> RouteStep:
    """Write a visa down: the chair's own, or one that a paper shows."""
    rules.visa_is_dated(facts)
    rules.visa_names_its_paper(facts, queries.chairs(actor, agreement.dispute))
    visas = [one for one in _route(agreement) if one.kind is AgreementStage.ENDORSED]
    receiver = _receiver(facts)
    rules.not_endorsed_twice(facts, visas, receiver)
    return _step(agreement, AgreementStage.ENDORSED, facts, receiver=receiver,
                 authority=receiver.name if receiver else None)


@performs(acts.TRANSMIT_AGREEMENT)
def transmit_agreement(actor: Actor, agreement: Agreement, facts: rules.TransmitFacts) -> RouteStep:
    """Write down that it was sent to the judge; once returned it may be sent again."""
    rules.sent_to_a_court(facts)
    receiver = _receiver(facts)
    return _step(agreement, AgreementStage.TRANSMITTED, facts, receiver=receiver,
                 court=receiver.name if receiver else facts.court)


@performs(acts.HOMOLOGATE_AGREEMENT)
def homologate_agreement(actor: Actor, agreement: Agreement, facts: rules.HomologateFacts) -> RouteStep:
    """Write down the decision by which the judge gives it force."""
    return _step(agreement, AgreementStage.HOMOLOGATED, facts)


@performs(acts.RETURN_AGREEMENT)
def return_agreement(actor: Actor, agreement: Agreement, facts: rules.ReturnFacts) -> RouteStep:
    """Write down that the judge sends it back, and why."""
    rules.returned_for_a_reason(facts)
    return _step(agreement, AgreementStage.RETURNED, facts)


@performs(acts.DENOUNCE_AGREEMENT)
def denounce_agreement(actor: Actor, agreement: Agreement, facts: rules.DenounceFacts) -> AgreementEnding:
    """Write down who is bound no more, and what each side says of the other."""
    dispute = agreement.dispute
    rules.somebody_breaks_it_off(facts)
    rules.before_somebody(facts)
    rules.somebody_accuses(facts.accusations)
    for row, told in enumerate(facts.accusations):
        sides_known(f"accusations-{row}-letter", told.letter or "", _letters(dispute))
    end = _end(agreement, AgreementStage.DENOUNCED, facts)
    for told in facts.accusations:
        db.session.add(Accusation(
            dispute=dispute, number=next_number(Accusation, dispute), end=end, name=told.name, words=told.words,
            side=ord(told.letter) - ord("A") + 1 if told.letter else None))
        db.session.flush()
    return end


@performs(acts.REJECT_AGREEMENT)
def reject_agreement(actor: Actor, agreement: Agreement, facts: rules.RejectFacts) -> AgreementEnding:
    """Write down who rejects what was signed, or attacks it without ever having been called."""
    rules.somebody_breaks_it_off(facts)
    rules.never_called_is_somebody(facts)
    return _end(agreement, AgreementStage.REJECTED, facts)


@performs(acts.REPLACE_AGREEMENT)
def replace_agreement(actor: Actor, agreement: Agreement, facts: rules.ReplaceFacts) -> AgreementEnding:
    """Write down which other agreement took its place."""
    rules.replaced_by_one(facts)
    return _end(agreement, AgreementStage.REPLACED, facts, _successor(agreement, facts.successor))


@performs(acts.LAPSE_AGREEMENT)
def lapse_agreement(actor: Actor, agreement: Agreement, facts: rules.LapseFacts) -> AgreementEnding:
    """Write down that it is over: its term, its condition, what it was about."""
    rules.really_over(facts, rules.Term(
        agreement.lasts_until, agreement.unlimited, queries.condition_now(agreement)))
    return _end(agreement, AgreementStage.LAPSED, facts)


@performs(acts.NOTE_CONDITION)
def note_condition(actor: Actor, agreement: Agreement, facts: rules.ConditionFacts) -> ConditionNote:
    """Write down that the condition was fulfilled, or failed; the agreement itself stays as it was signed."""
    rules.depends_on_somebody(agreement.condition_who)
    rules.condition_is_told(facts, queries.condition_now(agreement))
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    noted = ConditionNote(dispute=agreement.dispute, number=next_number(ConditionNote, agreement.dispute),
                          agreement=agreement, **vars(facts))
    db.session.add(noted)
    return noted


@performs(acts.STRIKE_CONDITION)
def strike_condition(actor: Actor, noted: ConditionNote, facts: StrikeFacts) -> ConditionNote:
    """Cross out what was noted of a condition by mistake: what was known before holds again."""
    return strike(actor, noted, facts)


@performs(acts.GIVE_COPY)
def give_copy(actor: Actor, agreement: Agreement, facts: rules.CopyFacts) -> CopyGiven:
    """Write down a copy given, also of an agreement that has ended."""
    dispute = agreement.dispute
    rules.given_to_somebody(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.given_after_signing(agreement.signed_on, facts.happened_on)
    sides_known("sides", facts.sides, _letters(dispute))
    receiver = _receiver(facts)
    told = vars(facts) | {"sides": _joined(facts.sides), "receiver": receiver,
                          "given_to": receiver.name if receiver else facts.given_to,
                          "papers": _papers(dispute, facts.papers)}
    copy = CopyGiven(dispute=dispute, number=next_number(CopyGiven, dispute), agreement=agreement, **told)
    db.session.add(copy)
    return copy


@performs(acts.STRIKE_COPY)
def strike_copy(actor: Actor, copy: CopyGiven, facts: StrikeFacts) -> CopyGiven:
    """Cross out a copy written by mistake."""
    return strike(actor, copy, facts)


@performs(acts.STRIKE_STEP)
def strike_step(actor: Actor, step: RouteStep, facts: StrikeFacts) -> RouteStep:
    """Cross out the last step of a route, written by mistake: the agreement stands where it stood before."""
    agreement = step.agreement
    rules.nothing_after(step.number, [one.number for one in _route(agreement)])
    strike(actor, step, facts)
    if agreement.binds:
        agreement.stage = rules.stage_on_route(one.kind for one in _route(agreement))
    return step


@performs(acts.STRIKE_ENDING)
def strike_ending(actor: Actor, ending: AgreementEnding, facts: StrikeFacts) -> AgreementEnding:
    """Cross out an ending written by mistake: the agreement binds again, wherever it stood on its route."""
    strike(actor, ending, facts)
    ending.agreement.stage = rules.stage_on_route(one.kind for one in _route(ending.agreement))
    return ending


def _route(agreement: Agreement) -> list[RouteStep]:
    return queries.standing(queries.steps_of(agreement))


def _receiver(facts) -> Institution | None:
    """The institution of the register that was chosen, if one was."""
    if facts.receiver is None:
        return None
    found = coded(facts.receiver)
    rules.in_the_list(found is not None)
    return found


def _step(agreement: Agreement, kind: AgreementStage, facts, **more) -> RouteStep:
    """The next step of the route, not certainly before the last one; the agreement stands there now."""
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.in_route_order(kind, agreement.signed_on, _route(agreement), facts.happened_on)
    told = vars(facts) | {"papers": _papers(agreement.dispute, facts.papers)}
    step = RouteStep(dispute=agreement.dispute, number=next_number(RouteStep, agreement.dispute), agreement=agreement,
                     kind=kind, **(told | more))
    agreement.stage = kind
    db.session.add(step)
    return step


def _end(agreement: Agreement, kind: AgreementStage, facts, successor: Agreement | None = None) -> AgreementEnding:
    """The one ending of an agreement, not certainly before its signatures."""
    dispute = agreement.dispute
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    rules.ended_after_signing(agreement.signed_on, facts.happened_on)
    told = {name: value for name, value in vars(facts).items() if name not in ("accusations", "successor")}
    if "sides" in told:
        sides_known("sides", told["sides"], _letters(dispute))
        told["sides"] = _joined(told["sides"])
    end = AgreementEnding(dispute=dispute, number=next_number(AgreementEnding, dispute), agreement=agreement, kind=kind,
                          successor=successor, **told)
    agreement.stage = kind
    db.session.add(end)
    db.session.flush()
    return end


def _successor(agreement: Agreement, number: int | None) -> Agreement | None:
    """The agreement of this dispute that takes the place of another: it binds, and is not that one."""
    if number is None:
        return None
    found = agreements.numbered(agreement.dispute, number)
    if found is None:
        raise BrokenRule("successor", _l("Cet accord n’est pas dans le dossier. Choisissez-en un autre."))
    rules.takes_its_place(found.number, agreement.number, found.binds)
    return found


def _letters(dispute) -> set[str]:
    return {person.letter for person in agreements.people_of(dispute)}


def _papers(dispute, chosen: tuple[int, ...]) -> str | None:
    """The papers that go with it, as they are kept."""
    rules.papers_known(chosen, (one.number for one in queries.papers_offered(dispute)))
    return f",{','.join(str(number) for number in sorted(set(chosen)))}," if chosen else None


def _joined(sides: tuple[str, ...]) -> str | None:
    return "".join(sorted(set(sides))) or None
