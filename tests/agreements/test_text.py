"""The text of a settlement: written, amended, given up."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted, StaleForm, WrongStage
from mediation.acts.vocabulary import AgreementStage, CommitmentStage, Stage
from mediation.agreements import queries, rules, service, text_rules
from mediation.agreements.kinds import AgreementForm, Basis
from mediation.disputes.queries import find
from mediation.kernel import dates
from mediation.kernel.db import db
from tests.builders.agreements import PASSAGE, STONES, TEXT, drafted, in_mediation, read, signed
from tests.builders.sessions import days, held

TODAY = date(2026, 3, 1)
KNOWN = {"A", "B"}


def written(**text) -> None:
    text_rules.may_be_written(replace(TEXT, happened_on=dates.on(date(2026, 2, 12)), **text), KNOWN, TODAY)


def refused(field: str, **text) -> str:
    with pytest.raises(BrokenRule) as broken:
        written(**text)
    assert broken.value.field == field
    return str(broken.value.text)


def test_an_agreement_names_a_commitment_or_says_that_there_is_none():
    written(commitments=(STONES,))
    written(commitments=(), no_commitment=True)
    refused("commitments", commitments=())
    refused("no_commitment", no_commitment=True)


def test_nobody_says_that_a_text_holds_no_commitment_without_having_seen_it():
    written(commitments=(), unseen="tout le texte")
    written(commitments=(STONES,), unseen="quatre des cinq points")
    refused("no_commitment", commitments=(), no_commitment=True, unseen="tout le texte")


def test_what_nobody_has_seen_of_a_text_is_said_on_its_page(house, visit):
    dispute = drafted(house, commitments=(), unseen="tout le texte").dispute
    seen = visit("moussa").get(f"/disputes/{dispute.reference}/agreements/1/").text
    assert "tout le texte" in seen and "Personne n’a vu ses engagements." in seen
    assert "ne contient aucun engagement" not in seen and "Aucun, et c’est dit." not in seen
    assert "Pas vu du texte" in visit("moussa").get(f"/disputes/{dispute.reference}/").text


def test_a_commitment_has_a_debtor():
    assert refused("commitments-1-who", commitments=(STONES, replace(PASSAGE, debtors=()))) == \
        "Choisissez qui s’engage."
    written(commitments=(replace(PASSAGE, debtors=("*",)),))


def test_a_commitment_says_what_is_promised():
    refused("commitments-0-what", commitments=(replace(STONES, what=""),))


def test_a_quantity_has_a_unit():
    refused("commitments-0-unit", commitments=(replace(STONES, quantity=2),))
    written(commitments=(replace(STONES, quantity=2, unit="sacs"),))


def test_nothing_is_due_certainly_before_the_agreement():
    refused("commitments-0-due_on", commitments=(replace(STONES, due_on=dates.on(date(2026, 2, 11))),))
    written(commitments=(replace(STONES, due_on=dates.on(date(2026, 2, 12))),))
    written(commitments=(replace(STONES, due_on=dates.in_month(2026, 2)),))


def test_a_side_that_is_named_is_in_the_dispute():
    refused("commitments-0-who", commitments=(replace(STONES, debtors=("A", "C")),))
    refused("commitments-0-whom", commitments=(replace(STONES, creditors=("Z",)),))
    refused("guarantors-0-letter", guarantors=(rules.GuarantorFacts("Sidiki", letter="D"),))
    written(guarantors=(rules.GuarantorFacts("Sidiki", letter="B"), rules.GuarantorFacts("Issa")))


def test_whoever_answers_for_it_has_a_name():
    refused("guarantors-0-name", guarantors=(rules.GuarantorFacts("", "ancien"),))
    refused("witnesses-0-name", witnesses=(rules.WitnessFacts("", "imam"),))


def test_a_partial_agreement_says_whether_the_mediation_goes_on():
    refused("mediation_goes_on", total=False)
    written(total=False, mediation_goes_on=False)


def test_an_oral_agreement_has_witnesses():
    refused("witnesses", form=AgreementForm.ORAL)
    written(form=AgreementForm.ORAL, witnesses=(rules.WitnessFacts("Le chef de village"),))


def test_an_agreement_is_not_still_to_come():
    with pytest.raises(BrokenRule) as broken:
        text_rules.may_be_written(replace(TEXT, happened_on=dates.on(date(2026, 3, 2))), KNOWN, TODAY)
    assert broken.value.field == "happened_on"


def test_no_woman_present_is_a_warning_only_when_somebody_counted():
    assert rules.no_woman_was_there(0, None) and rules.no_woman_was_there(None, 0)
    assert not rules.no_woman_was_there(None, None)
    assert not rules.no_woman_was_there(2, 0)


def test_a_stranger_may_not_record_an_agreement_and_the_secretary_may(house):
    dispute = in_mediation(house)
    with pytest.raises(NotPermitted):
        service.record_agreement(house.actor("kadia"), dispute, TEXT)
    agreement = drafted(house, dispute)
    assert agreement.stage is AgreementStage.DRAFTED and agreement.number == 1
    assert [one.stage for one in agreement.commitments] == [CommitmentStage.DUE] * 2
    assert [one.debtors for one in agreement.commitments] == ["AB", "B"]
    assert agreement.commitments[1].creditors == "A"
    assert agreement.dispute.stage is Stage.IN_MEDIATION


def test_writing_and_amending_refuse_what_the_rules_refuse(house):
    dispute = in_mediation(house)
    with pytest.raises(BrokenRule):
        drafted(house, dispute, commitments=())
    agreement = drafted(house, dispute)
    with pytest.raises(BrokenRule):
        service.amend_agreement(house.actor("moussa"), agreement, replace(TEXT, happened_on=days(1)))
    assert agreement.draft == 1


def test_nothing_is_agreed_before_the_mediation(house):
    with pytest.raises(WrongStage):
        service.record_agreement(house.actor("moussa"), house.registered(), TEXT)


def test_an_agreement_may_come_from_a_session_of_this_dispute_only(house):
    dispute = in_mediation(house)
    assert drafted(house, dispute, found_at=1).session_id is not None
    other = house.registered()
    held(house, other)
    held(house, other)
    with pytest.raises(BrokenRule) as broken:
        drafted(house, dispute, found_at=2)
    assert broken.value.field == "found_at"


def test_commitments_amended_away_stay_and_what_is_said_again_is_the_same_row(house):
    agreement = drafted(house, guarantors=(rules.GuarantorFacts("Sidiki Doumbia", "ancien"),))
    kept = replace(PASSAGE, what="laisse un passage de 6 m jusqu’au puits")
    service.amend_agreement(house.actor("moussa"), agreement, replace(TEXT, commitments=(kept, STONES)))
    assert [
        (one.number, one.dropped) for one in sorted(agreement.every_commitment, key=lambda c: c.number)
    ] == [(1, False), (2, True), (3, False)]
    assert [one.number for one in queries.find_agreement(agreement.dispute, 1).commitments] == [3, 1]
    assert agreement.guarantors == [] and len(agreement.every_guarantor) == 1
    assert agreement.draft == 2


def test_amending_what_was_read_makes_it_drafted_again_and_the_reading_void(house):
    agreement = read(house)
    service.amend_agreement(house.actor("moussa"), agreement, replace(TEXT, points="Autrement"))
    assert agreement.stage is AgreementStage.DRAFTED
    assert agreement.reading is None and len(agreement.readings) == 1


def test_of_two_who_amend_the_same_text_the_second_is_refused_even_for_commitments_alone(house):
    agreement = drafted(house)
    seen = agreement.dispute.act_count
    service.amend_agreement(house.actor("moussa"), agreement, replace(TEXT, commitments=(STONES,)), seen=seen)
    with pytest.raises(StaleForm):
        service.amend_agreement(
            house.actor("moussa"), agreement, replace(TEXT, commitments=(PASSAGE,)), seen=seen
        )


def test_a_signed_agreement_never_changes(house):
    agreement = signed(house)
    for verb, facts in (
        (service.amend_agreement, TEXT),
        (service.abandon_agreement, rules.AbandonFacts("non")),
        (service.read_aloud_agreement, rules.ReadAloudFacts()),
        (service.sign_agreement, rules.SignFacts()),
    ):
        with pytest.raises(WrongStage):
            verb(house.actor("moussa"), agreement, facts)


def test_a_draft_is_given_up_for_a_reason_and_another_may_be_written(house):
    agreement = drafted(house)
    with pytest.raises(BrokenRule):
        service.abandon_agreement(house.actor("moussa"), agreement, rules.AbandonFacts(""))
    service.abandon_agreement(house.actor("moussa"), agreement, rules.AbandonFacts("Une partie est partie."))
    reference = agreement.dispute.reference
    assert agreement.stage is AgreementStage.ABANDONED
    dispute = find(reference)
    assert queries.current_agreement(dispute) is None
    assert drafted(house, dispute).number == 2
    assert queries.current_agreement(dispute).number == 2


def test_the_entry_of_a_settlement_holds_its_event_date_and_its_commitments(house):
    agreement = drafted(house)
    entry = db.session.scalars(select(LedgerEntry).where(LedgerEntry.act == "agreement.record")).one()
    canon = json.loads(entry.canon)
    assert canon["on"][2] == str(agreement.happened_on.earliest)
    assert {table for table, _, _ in canon["changes"]} == {"agreement", "commitment"}


def test_one_sentence_tells_a_commitment_with_names_amount_and_term():
    people = [rules.Person(1, "A", "la famille Fomba", None), rules.Person(2, "B", "Karim Bagayoko", None),
              rules.Person(3, "C", "le groupement", None)]
    told = replace(STONES, debtors=("A", "B"), creditors=("C",), due_on=dates.on(date(2026, 3, 15)))
    assert str(queries.said_commitment(told, people)) == (
        "La famille Fomba et Karim Bagayoko posent ensemble une ligne de pierres pour le groupement, "
        "avant le 15 mars 2026.")
    paid = rules.CommitmentFacts(("*",), "paient", ("*",), quantity=50000, unit="FCFA",
                                 said_amount="un sac de mil", through="le chef", window="chaque année")
    assert str(queries.said_commitment(paid, people)) == (
        "Toutes les parties paient (50\u202f000 FCFA, dit «\u00a0un sac de mil\u00a0») par le chef "
        "pour toutes les parties, chaque année.")


@pytest.mark.parametrize(("due", "words"), [
    (dates.on(date(2026, 4, 1)), "avant le 1er avril 2026"), (dates.in_month(2026, 3), "avant fin mars 2026"),
    (dates.in_year(2027), "avant fin 2027"),
    (dates.in_season(dates.Season.RAINY, 2026), "avant la fin de l’hivernage 2026"),
    (dates.in_season(dates.Season.COLD, 2026), "avant la fin de la saison froide 2026–2027"),
    (dates.before("la fête"), "avant la fête"), (dates.after("la récolte"), "après la récolte"),
    (dates.unknown("dès que possible"), "dès que possible"), (None, ""),
])
def test_a_term_is_told_as_precisely_as_it_is_known(due, words):
    assert queries.said_due(due) == words


def test_basis_and_form_are_kept_as_said(house):
    agreement = drafted(
        house,
        basis=Basis.DECISION,
        form=AgreementForm.IN_PRINCIPLE,
        covers="Farako et Kabala",
        women=4,
        men=9,
    )
    assert (agreement.basis, agreement.form, agreement.covers, agreement.women) == \
        (Basis.DECISION, AgreementForm.IN_PRINCIPLE, "Farako et Kabala", 4)


def test_late_is_only_what_is_certainly_past_and_not_kept(house):
    agreement = signed(house, commitments=(
        replace(STONES, due_on=days(0)), replace(PASSAGE, due_on=dates.in_year(days(0).earliest.year))))
    assert [queries.days_late(one) for one in agreement.commitments] == [0, 0]
    assert queries.standing_of(agreement.commitments[0]) == ("open", "à faire")
