"""The acts of a settlement: write it, amend it, give it up, read it aloud, sign it."""

from mediation.acts import catalogue as acts
from mediation.acts.act import Act
from mediation.acts.door import composed, performs
from mediation.acts.refusals import BrokenRule, WrongStage, together
from mediation.acts.scope import Actor, next_number
from mediation.acts.vocabulary import AgreementStage, CommitmentStage, Stage
from mediation.agreements import queries, rules, text_rules
from mediation.agreements.kinds import EarlierLink
from mediation.agreements.models import (
    Agreement,
    AgreementWitness,
    Commitment,
    CommitteeMember,
    Guarantor,
    Reading,
    Signature,
)
from mediation.disputes.models import Dispute
from mediation.disputes.rules import not_still_to_come
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.land.queries import objects_of

TEXT = (
    "basis",
    "form",
    "total",
    "happened_on",
    "place",
    "points",
    "remaining",
    "called",
    "recommended_by",
    "covers",
    "not_covered",
    "lasts_from",
    "lasts_until",
    "lasts_words",
    "unlimited",
    "condition_who",
    "condition_what",
    "condition_by",
    "condition_else",
    "condition_met",
    "sanctions",
    "earlier_link",
    "earlier_words",
    "no_commitment",
    "unseen",
    "women",
    "men",
)
PROMISE = ("kind", "what", "quantity", "unit", "said_amount", "through", "yearly", "first_year", "last_year", "window",
           "reserved_clause", "due_on", "checked_by", "checked_words")
# Where a commitment stands in the text, and beside which other: moving it makes it no other commitment.
PLACED = {"position", "exchange"}


@performs(acts.RECORD_AGREEMENT)
def record_agreement(actor: Actor, dispute: Dispute, facts: rules.AgreementFacts) -> Agreement:
    """Write a settlement down, with all its commitments."""
    agreement = Agreement(
        dispute=dispute, number=next_number(Agreement, dispute), stage=AgreementStage.DRAFTED, draft=1,
        # Nothing hangs on it yet: that need not be asked.
        every_commitment=[], every_guarantor=[], every_witness=[], every_member=[],
    )
    _write_text(agreement, facts)
    db.session.add(agreement)
    db.session.flush()
    _write_lists(agreement, facts)
    return agreement


@performs(acts.AMEND_AGREEMENT)
def amend_agreement(actor: Actor, agreement: Agreement, facts: rules.AgreementFacts) -> Agreement:
    """Write the text anew: what it no longer says is dropped and stays; it must be read again."""
    _in_time(acts.AMEND_AGREEMENT, agreement)
    _write_text(agreement, facts)
    agreement.draft += 1
    agreement.stage = AgreementStage.DRAFTED
    _write_lists(agreement, facts)
    return agreement


@performs(acts.ABANDON_AGREEMENT)
def abandon_agreement(actor: Actor, agreement: Agreement, facts: rules.AbandonFacts) -> Agreement:
    """Give a draft up; it stays in the file."""
    _in_time(acts.ABANDON_AGREEMENT, agreement)
    rules.given_up_for_a_reason(facts)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    agreement.stage = AgreementStage.ABANDONED
    agreement.abandoned_reason, agreement.abandoned_on = facts.reason, facts.happened_on
    return agreement


@performs(acts.READ_ALOUD_AGREEMENT)
def read_aloud_agreement(actor: Actor, agreement: Agreement, facts: rules.ReadAloudFacts) -> Reading:
    """Write down that the text was read to the parties and understood."""
    _in_time(acts.READ_ALOUD_AGREEMENT, agreement)
    known = _letters(agreement.dispute)
    understood = rules.named_sides(facts.understood, known)
    with together() as must:
        must(not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.language_said, agreement.form, facts, queries.told_by_a_register(agreement.dispute))
        must(rules.read_after_agreement, agreement.happened_on, facts.happened_on)
        must(rules.sides_known, "understood", facts.understood, known)
        must(rules.understood_by_all, _bound(agreement, known), understood)
    reading = Reading(
        dispute=agreement.dispute, number=next_number(Reading, agreement.dispute), agreement=agreement,
        draft=agreement.draft, languages=facts.languages, reader=facts.reader, happened_on=facts.happened_on,
        understood="".join(sorted(understood)))
    db.session.add(reading)
    agreement.stage = AgreementStage.READ
    return reading


@performs(acts.SIGN_AGREEMENT)
def sign_agreement(actor: Actor, agreement: Agreement, facts: rules.SignFacts) -> Agreement:
    """Write the signatures down, all at once; from then on the settlement never changes, and what it
    rectifies or renews binds no more."""
    dispute, people = agreement.dispute, queries.people_of(agreement.dispute)
    reading = agreement.reading
    _in_time(acts.SIGN_AGREEMENT, agreement)
    bound = queries.bound_by(agreement, people)
    rules.may_be_signed(people, reading is not None, bound)
    lines = rules.lines_of(people, agreement.guarantors)
    with together() as must:
        must(not_still_to_come, "happened_on", facts.happened_on, clock.today())
        must(rules.signed_after_reading, reading.happened_on, facts.happened_on)
        must(rules.every_line_filled, lines, facts)
    rules.each_side_assents(bound, lines, facts)
    _write_signatures(agreement, lines, facts)
    _keep_as_signed(agreement, people)
    agreement.stage, agreement.signed_on = AgreementStage.SIGNED, facts.happened_on
    if agreement.replaced is not None:
        _replace(agreement, agreement.replaced)
    if dispute.stage is not Stage.CLOSED and (agreement.total or not agreement.mediation_goes_on):
        dispute.stage = Stage.IN_FOLLOW_UP
    return agreement


@composed(acts.RECORD_AGREEMENT)
def record_oral_agreement(actor: Actor, dispute: Dispute, facts: rules.OralFacts) -> Agreement:
    """Heard, read back, word given: a small settlement written down on one page."""
    agreement = record_agreement(actor, dispute, facts.agreement)
    bound = _bound(agreement, _letters(dispute))
    read_aloud_agreement(actor, agreement, rules.ReadAloudFacts(
        understood=tuple(sorted(bound)), happened_on=facts.happened_on))
    sign_agreement(actor, agreement, rules.SignFacts(facts.lines, facts.happened_on))
    return agreement


def _in_time(act: Act, agreement: Agreement) -> None:
    """In a closed dispute only what rectifies another settlement, or is copied, goes on (`WrongStage`)."""
    if not queries.may_still_be_agreed(agreement.dispute, agreement):
        raise WrongStage(act, agreement)


def _write_text(agreement: Agreement, facts: rules.AgreementFacts) -> None:
    dispute, link = agreement.dispute, facts.earlier_link
    earlier = _earlier(agreement, facts.earlier)
    rectifies = earlier is not None and link is EarlierLink.RECTIFIES
    copied = queries.told_by_a_register(dispute)
    rules.agreed_once_closed(dispute.stage, rectifies, copied)
    if copied and not rectifies:
        rules.agreed_before_the_end(facts.happened_on, dispute.ended_on)
    promised = earlier.happened_on if earlier is not None and link is not None and link.carries_on else None
    text_rules.may_be_written(facts, _letters(dispute), clock.today(), promised)
    for name in TEXT:
        setattr(agreement, name, getattr(facts, name))
    agreement.replaced = earlier
    agreement.mediation_goes_on = None if facts.total else facts.mediation_goes_on
    agreement.session = _session(dispute, facts.found_at)


def _earlier(agreement: Agreement, number: int | None) -> Agreement | None:
    """The settlement that this one is to replace, if it still binds."""
    if number is None:
        return None
    found = queries.numbered(agreement.dispute, number)
    if found is None:
        raise BrokenRule("earlier", _l("Cet accord n’est pas dans le dossier. Choisissez-en un autre."))
    rules.may_replace(found.number, agreement.number, found.binds, queries.chain_of(found))
    return found


def _replace(agreement: Agreement, earlier: Agreement) -> None:
    """The earlier settlement binds no more; what was seen of a promise that is only carried on still holds."""
    rules.may_replace(earlier.number, agreement.number, earlier.binds, queries.chain_of(earlier))
    earlier.stage = AgreementStage.REPLACED
    if not agreement.earlier_link.carries_on:
        return
    seen = [one for one in earlier.commitments if one.stage is not CommitmentStage.DUE]
    for commitment in agreement.commitments:
        same = next((one for one in seen if _alike(one, commitment)), None)
        if same is not None:
            seen.remove(same)
            commitment.stage = same.stage


def _alike(one: Commitment, other: Commitment) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("debtors", "creditors", *PROMISE))


def _session(dispute: Dispute, number: int | None):
    if number is None:
        return None
    for held in queries.sessions_held(dispute):
        if held.number == number:
            return held
    raise BrokenRule("found_at", _l("Cette séance n’est pas dans le dossier. Choisissez-en une autre."))


def _write_lists(agreement: Agreement, facts: rules.AgreementFacts) -> None:
    pairs = zip(facts.commitments, text_rules.exchanges(facts.commitments), strict=True)
    promises = [_row_of(one, position, exchange) for position, (one, exchange) in enumerate(pairs, start=1)]
    _renew(Commitment, agreement, agreement.commitments, promises, stage=CommitmentStage.DUE)
    _renew(Guarantor, agreement, agreement.guarantors, [_seat(one) for one in facts.guarantors])
    _renew(CommitteeMember, agreement, agreement.committee, [_seat(one) for one in facts.committee])
    _renew(AgreementWitness, agreement, agreement.witnesses, [vars(one) for one in facts.witnesses])
    # What stays may have another place in the text now: the list is read again in its order.
    db.session.expire(agreement, ["every_commitment"])


def _seat(facts: rules.GuarantorFacts | rules.MemberFacts) -> dict:
    return {"name": facts.name, "quality": facts.quality, "side": _side(facts.letter)}


def _row_of(facts: rules.CommitmentFacts, position: int, exchange: int | None) -> dict:
    row = {name: getattr(facts, name) for name in PROMISE}
    return row | {"position": position, "exchange": exchange, "debtors": _sides(facts.debtors),
                  "creditors": _sides(facts.creditors) or None}


def _sides(letters: tuple[str, ...]) -> str:
    return rules.EVERYBODY if rules.EVERYBODY in letters else "".join(sorted(set(letters)))


def _side(letter: str | None) -> int | None:
    return ord(letter) - ord("A") + 1 if letter else None


def _renew(model, agreement: Agreement, kept: list, wanted: list[dict], **more) -> None:
    """Keep the rows that still say the same, drop those that are said no more, add those that are new."""
    left, new = list(kept), []
    for row in wanted:
        said = {name: value for name, value in row.items() if name not in PLACED}
        same = next((one for one in left if all(getattr(one, name) == said[name] for name in said)), None)
        if same is None:
            new.append(row)
            continue
        left.remove(same)
        for name in row.keys() - said.keys():
            setattr(same, name, row[name])
    for one in left:
        one.dropped = True
    for number, row in enumerate(new, start=next_number(model, agreement.dispute) if new else 0):
        db.session.add(model(dispute=agreement.dispute, number=number, agreement=agreement, dropped=False,
                             **row, **more))
    db.session.flush()


def _letters(dispute: Dispute) -> set[str]:
    return {person.letter for person in queries.people_of(dispute)}


def _bound(agreement: Agreement, known: set[str]) -> set[str]:
    return rules.bound_letters((one.debtors for one in agreement.commitments), known)


def _keep_as_signed(agreement: Agreement, people: list[rules.Person]) -> None:
    """Keep the names and the object that were signed: what happens to the file later does not change them."""
    for commitment in agreement.commitments:
        told = queries.said_commitment(commitment, people)
        commitment.signed_who, commitment.signed_whom = told.who, told.whom
    agreement.about = queries.about_of(agreement.dispute)
    standing = [str(one.number) for one in objects_of(agreement.dispute) if one.struck_at is None]
    agreement.rests_on = f",{','.join(standing)},"


def _write_signatures(agreement: Agreement, lines: list[rules.Line], facts: rules.SignFacts) -> None:
    rows = queries.signers_of(agreement)
    given = {(line.signer, line.number): line for line in facts.lines}
    for number, line in enumerate(lines, start=next_number(Signature, agreement.dispute)):
        told = given[line.signer, line.number]
        db.session.add(Signature(
            dispute=agreement.dispute, number=number, agreement=agreement, **rows[line.signer, line.number],
            name=line.name, quality=line.quality, side=_side(line.letter), mark=told.mark,
            certified_by=told.certified_by, read_in=told.read_in, read_by=told.read_by, reason=told.reason))
    db.session.flush()
