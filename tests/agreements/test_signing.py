"""The settlement read aloud and signed: no empty line, somebody who says yes for each side that is bound."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted, StaleForm, WrongStage
from mediation.acts.vocabulary import AgreementStage, Ending, Stage
from mediation.agreements import rules, service
from mediation.agreements.kinds import AgreementForm, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.disputes.queries import find
from mediation.disputes.rules import WithdrawFacts
from mediation.disputes.service import withdraw_dispute
from mediation.kernel import dates
from mediation.kernel.db import db
from mediation.parties.kinds import Language, Mandate, PartyKind
from tests.builders.agreements import PASSAGE, READ, STONES, TEXT, drafted, in_mediation, lines, read, signed
from tests.builders.parties import B, C, party, representative
from tests.builders.sessions import days, held

FAMILY = rules.Person(2, "B", "Famille Traoré", PartyKind.LINEAGE,
                      (rules.Speaker(1, "Siaka Traoré", "aîné", Mandate.ORAL),))
ADAMA = rules.Person(1, "A", "Adama Coulibaly", PartyKind.PERSON)
PROPOSED = rules.lines_of([ADAMA, FAMILY], ())
YES = rules.SignFacts((rules.LineFacts(Signer.PARTY, 1, Mark.SIGNED),
                       rules.LineFacts(Signer.REPRESENTATIVE, 1, Mark.SIGNED)))


def marked(row: int, mark: Mark | None, **more) -> rules.SignFacts:
    told = list(YES.lines)
    told[row] = replace(told[row], mark=mark, **more)
    return rules.SignFacts(tuple(told))


def refused(field: str, rule, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        rule(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def test_the_lines_are_those_of_people_of_representatives_and_of_guarantors():
    lines_ = rules.lines_of([ADAMA, FAMILY], [rules.Line(Signer.GUARANTOR, 4, "Sidiki", "ancien", None)])
    assert [(line.signer, line.number, line.letter) for line in lines_] == [
        (Signer.PARTY, 1, "A"), (Signer.REPRESENTATIVE, 1, "B"), (Signer.GUARANTOR, 4, None)]


def test_no_line_stays_empty():
    rules.every_line_filled(PROPOSED, YES)
    refused("lines-1-mark", rules.every_line_filled, PROPOSED, marked(1, None))
    refused("lines-1-mark", rules.every_line_filled, PROPOSED, rules.SignFacts(YES.lines[:1]))


def test_a_line_of_nobody_is_refused():
    stranger = rules.LineFacts(Signer.PARTY, 99, Mark.SIGNED)
    refused("", rules.every_line_filled, PROPOSED, rules.SignFacts((*YES.lines, stranger)))


@pytest.mark.parametrize("mark", [Mark.THUMBPRINT, Mark.CROSS, Mark.WORD, Mark.UNABLE])
def test_a_mark_that_is_no_name_is_certified_by_somebody(mark):
    refused("lines-0-certified_by", rules.every_line_filled, PROPOSED, marked(0, mark))
    rules.every_line_filled(PROPOSED, marked(0, mark, certified_by="Moussa Sangaré"))


@pytest.mark.parametrize("mark", [Mark.SIGNED, Mark.REFUSED])
def test_a_name_or_a_refusal_needs_nobody_to_certify_it(mark):
    rules.every_line_filled(PROPOSED, marked(0, mark))


@pytest.mark.parametrize("mark", [Mark.SIGNED, Mark.THUMBPRINT, Mark.CROSS, Mark.WORD])
def test_one_assent_for_each_side_bound_is_enough(mark):
    rules.each_side_assents({"A", "B"}, PROPOSED, marked(1, mark))


@pytest.mark.parametrize("mark", [Mark.REFUSED, Mark.UNABLE])
def test_a_side_bound_for_which_nobody_says_yes_stops_the_signing(mark):
    assert "B" in refused("", rules.each_side_assents, {"A", "B"}, PROPOSED, marked(1, mark))
    rules.each_side_assents({"A"}, PROPOSED, marked(1, mark))


def test_a_guarantor_does_not_say_yes_for_a_side():
    proposed = [*PROPOSED, rules.Line(Signer.GUARANTOR, 4, "Sidiki", None, None)]
    facts = marked(1, Mark.REFUSED)
    facts = rules.SignFacts((*facts.lines, rules.LineFacts(Signer.GUARANTOR, 4, Mark.SIGNED)))
    refused("", rules.each_side_assents, {"B"}, proposed, facts)


def test_a_group_has_a_representative_with_a_mandate_before_it_signs():
    alone = replace(FAMILY, speakers=())
    vague, untold = (replace(FAMILY, speakers=(replace(FAMILY.speakers[0], mandate=mandate),))
                     for mandate in (Mandate.NOT_KNOWN, Mandate.NOT_SAID))
    rules.may_be_signed([ADAMA, FAMILY], True)
    for group in (alone, vague, untold):
        words = refused("", rules.may_be_signed, [ADAMA, group], True)
        (missing,) = rules.missing_to_sign([ADAMA, group], True)
        assert str(missing[1]) in words and "Famille Traoré" in words


def test_who_initials_says_yes_and_needs_nobody_who_saw_it():
    assert Mark.INITIALLED.assents
    assert rules.missing_on_line(rules.LineFacts(Signer.PARTY, 1, Mark.INITIALLED)) == []
    assert rules.missing_on_line(rules.LineFacts(Signer.PARTY, 1, Mark.CROSS)) != []


def test_a_group_that_the_text_does_not_bind_need_not_say_who_speaks_for_it():
    alone = replace(FAMILY, speakers=())
    rules.may_be_signed([ADAMA, alone], True, {ADAMA.letter})
    assert rules.missing_to_sign([ADAMA, alone], True, {ADAMA.letter}) == []
    assert "Famille Traoré" in refused("", rules.may_be_signed, [ADAMA, alone], True, {ADAMA.letter, alone.letter})


def test_an_armed_group_has_no_named_representative():
    group = rules.Person(3, "C", "le groupe", PartyKind.ARMED_GROUP)
    rules.may_be_signed([group], True)
    assert rules.lines_of([group], ()) == [rules.Line(Signer.PARTY, 3, "le groupe", None, "C")]


def test_what_is_missing_names_the_reading_with_the_words_of_the_refusal():
    assert str(rules.missing_to_sign([ADAMA], False)[0][1]) in refused(
        "", rules.may_be_signed, [ADAMA], False
    )


def test_the_language_and_the_reader_are_written_down_but_not_for_words_spoken_in_it():
    refused("languages", rules.language_said, AgreementForm.WRITTEN, replace(READ, languages=()))
    refused("reader", rules.language_said, AgreementForm.WRITTEN, replace(READ, reader=None))
    rules.language_said(AgreementForm.WRITTEN, READ)
    rules.language_said(AgreementForm.ORAL, rules.ReadAloudFacts())


def test_every_side_bound_has_understood():
    assert "B" in refused("understood", rules.understood_by_all, {"A", "B"}, {"A"})
    rules.understood_by_all({"A"}, {"A", "B"})


def test_who_is_bound_follows_from_the_commitments():
    assert rules.bound_letters(["B", "BC"], "ABC") == {"B", "C"}
    assert rules.bound_letters(["*"], "ABC") == set("ABC")
    assert rules.bound_letters([], "AB") == set("AB")


def test_only_what_is_certainly_out_of_order_is_refused():
    march, later = dates.in_month(2026, 3), dates.on(dates.date(2026, 3, 20))
    rules.read_after_agreement(later, march)
    rules.signed_after_reading(later, march)
    refused("happened_on", rules.read_after_agreement, later, dates.on(dates.date(2026, 3, 19)))
    refused("happened_on", rules.signed_after_reading, later, dates.in_month(2026, 2))


def test_nothing_is_signed_before_it_is_read(house):
    agreement = drafted(house)
    with pytest.raises(WrongStage):
        service.sign_agreement(
            house.actor("moussa"), agreement, rules.SignFacts(lines(house, agreement), days(-1))
        )


def test_the_acts_refuse_what_is_certainly_out_of_order_or_still_to_come(house):
    agreement, moussa = drafted(house, guarantors=(rules.GuarantorFacts("Sidiki"),)), house.actor("moussa")
    reads, who = service.read_aloud_agreement, (moussa, agreement)
    for wrong in (days(-2), days(1)):
        refused("happened_on", reads, *who, replace(READ, happened_on=wrong))
    refused("languages", reads, *who, replace(READ, languages=()))
    refused("understood", reads, *who, replace(READ, understood=("A",)))
    refused("understood", reads, *who, replace(READ, understood=("A", "B", "Q")))
    refused("happened_on", service.abandon_agreement, moussa, agreement, rules.AbandonFacts("non", days(1)))
    service.read_aloud_agreement(moussa, agreement, replace(READ, understood=("*",)))
    assert agreement.reading.understood == "AB"
    told = lines(house, agreement)
    for wrong in (days(-2), days(1)):
        refused("happened_on", service.sign_agreement, moussa, agreement, rules.SignFacts(told, wrong))
    refuses = lines(house, agreement, Mark.REFUSED)
    refused("", service.sign_agreement, moussa, agreement, rules.SignFacts(refuses, days(-1)))
    assert agreement.stage is AgreementStage.READ


def test_a_stranger_may_not_sign_and_the_mediator_of_the_team_may(house):
    agreement = read(house)
    facts = rules.SignFacts(lines(house, agreement), days(-1))
    for login in ("kadia", "bakary", "salimata", "awa"):
        with pytest.raises(NotPermitted):
            service.sign_agreement(house.actor(login), agreement, facts)
    service.sign_agreement(house.actor("moussa"), agreement, facts)
    assert agreement.stage is AgreementStage.SIGNED and agreement.signed_on == days(-1)


def test_signing_a_whole_settlement_puts_the_dispute_in_follow_up(house):
    assert signed(house).dispute.stage is Stage.IN_FOLLOW_UP


def test_signing_a_partial_settlement_leaves_the_mediation_going_on_if_it_does(house):
    goes_on = signed(house, total=False, mediation_goes_on=True)
    assert goes_on.dispute.stage is Stage.IN_MEDIATION
    stops = signed(house, total=False, mediation_goes_on=False)
    assert stops.dispute.stage is Stage.IN_FOLLOW_UP


def test_every_line_is_kept_with_its_mark_its_reading_and_who_saw_it(house):
    agreement = read(house, guarantors=(rules.GuarantorFacts("Sidiki Doumbia", "ancien", "B"),))
    facts = rules.SignFacts(lines(house, agreement, Mark.THUMBPRINT, certified_by="Kadia Samaké",
                                  read_in=Language.FULFULDE, read_by="Issa"), days(-1))
    service.sign_agreement(house.actor("moussa"), agreement, facts)
    assert [
        (one.name, one.letter, one.mark, one.certified_by, one.read_in) for one in agreement.signatures
    ] == [
        (name, letter, Mark.THUMBPRINT, "Kadia Samaké", Language.FULFULDE)
        for name, letter in (("Adama Coulibaly", "A"), ("Siaka Traoré", "B"), ("Sidiki Doumbia", None))
    ]
    assert agreement.signatures[1].representative_id and agreement.signatures[2].guarantor_id


def test_a_third_side_that_is_not_bound_still_has_its_line(house):
    dispute = in_mediation(house)
    party(house, dispute, C, "Mariam Dembélé")
    agreement = read(house, dispute)
    all_but_c = tuple(line for line in lines(house, agreement) if line.number != 3)
    refused("lines-2-mark", service.sign_agreement, house.actor("moussa"), agreement,
            rules.SignFacts(all_but_c, days(-1)))
    told = [*all_but_c, rules.LineFacts(Signer.PARTY, 3, Mark.REFUSED, reason="veut réfléchir")]
    service.sign_agreement(house.actor("moussa"), agreement, rules.SignFacts(tuple(told), days(-1)))


def test_a_group_that_came_without_a_mandate_stops_the_signing_until_it_has_one(house):
    dispute = in_mediation(house)
    group = party(house, dispute, B, "Groupement des maraîchères", kind=PartyKind.ASSOCIATION)
    agreement = read(house, dispute)
    refused(
        "", service.sign_agreement, house.actor("moussa"), agreement, rules.SignFacts(lines(house, agreement))
    )
    representative(house, group, "Mariam Dembélé")
    service.sign_agreement(house.actor("moussa"), agreement, rules.SignFacts(lines(house, agreement)))


def test_reading_a_text_that_was_amended_meanwhile_is_refused(house):
    agreement = drafted(house)
    seen = agreement.dispute.act_count
    service.amend_agreement(house.actor("moussa"), agreement, replace(TEXT, commitments=(STONES,)))
    with pytest.raises(StaleForm):
        service.read_aloud_agreement(house.actor("moussa"), agreement, READ, seen=seen)


def test_a_session_added_meanwhile_makes_no_signing_stale(house):
    agreement = read(house)
    seen = agreement.dispute.act_count
    held(house, agreement.dispute)
    service.sign_agreement(
        house.actor("moussa"), agreement, rules.SignFacts(lines(house, agreement)), seen=seen
    )


def test_of_signing_and_withdrawing_only_one_happens(house):
    agreement = read(house)
    dispute, facts = agreement.dispute, rules.SignFacts(lines(house, agreement))
    withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("Adama", "réglé en famille"))
    with pytest.raises(WrongStage):
        service.sign_agreement(house.actor("moussa"), agreement, facts)
    assert (dispute.stage, dispute.ending) == (Stage.CLOSED, Ending.WITHDRAWN)
    other = signed(house)
    with pytest.raises(WrongStage):
        withdraw_dispute(house.actor("moussa"), other.dispute, WithdrawFacts("Adama", "regret"))
    assert other.dispute.stage is Stage.IN_FOLLOW_UP


def oral(**more) -> rules.OralFacts:
    text = rules.AgreementFacts(
        TEXT.basis, AgreementForm.ORAL, total=True, happened_on=days(-1), commitments=(PASSAGE,),
        witnesses=(rules.WitnessFacts("Le chef de village"),))
    word = {"mark": Mark.WORD, "certified_by": "Le chef de village"}
    facts = rules.OralFacts(text, (rules.LineFacts(Signer.PARTY, 1, **word),
                                   rules.LineFacts(Signer.REPRESENTATIVE, 1, **word)), days(-1))
    return replace(facts, **more)


def acts_of(dispute) -> list[str]:
    return list(db.session.scalars(select(LedgerEntry.act).where(
        LedgerEntry.stream == dispute.stream).order_by(LedgerEntry.seq)))


def test_heard_read_back_and_word_given_are_three_entries_of_one_request(house):
    dispute = in_mediation(house)
    before, key = len(acts_of(dispute)), "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"
    agreement = service.record_oral_agreement(house.actor("moussa"), dispute, oral(), key=key)
    assert agreement.stage is AgreementStage.SIGNED and dispute.stage is Stage.IN_FOLLOW_UP
    assert acts_of(dispute)[before:] == ["agreement.record", "agreement.read_aloud", "agreement.sign"]
    keys = db.session.scalars(select(LedgerEntry.key).where(LedgerEntry.key.startswith(key)))
    assert sorted(keys) == [f"{key}/{number}" for number in (1, 2, 3)]
    again = service.record_oral_agreement(house.actor("moussa"), find(dispute.reference), oral(), key=key)
    assert again.number == 1 and db.session.scalar(select(func.count(Agreement.id))) == 1


def test_an_oral_settlement_refused_at_its_last_act_leaves_nothing(house):
    dispute = in_mediation(house)
    before = acts_of(dispute)
    with pytest.raises(BrokenRule):
        service.record_oral_agreement(house.actor("moussa"), dispute, oral(lines=oral().lines[:1]))
    assert acts_of(dispute) == before and dispute.stage is Stage.IN_MEDIATION
    assert db.session.scalar(select(func.count(Agreement.id))) == 0


def test_a_second_settlement_may_follow_the_first(house):
    dispute = signed(house).dispute
    assert read(house, dispute).number == 2
