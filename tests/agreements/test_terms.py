"""What a text says beside its commitments: whom it covers, how long, on what condition, in exchange for what."""

from dataclasses import replace
from datetime import date

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.agreements import queries, rules, text_rules
from mediation.agreements.kinds import EarlierLink
from mediation.agreements.service import amend_agreement
from mediation.kernel import dates
from tests.builders.agreements import PASSAGE, STONES, TEXT, drafted, in_mediation

AGREED, TODAY = dates.on(date(2026, 2, 12)), date(2026, 3, 1)
KNOWN = {"A", "B"}


def day(number: int) -> dates.ApproximateDate:
    return dates.on(date(2026, 2, number))


def written(**text) -> None:
    text_rules.may_be_written(replace(TEXT, happened_on=AGREED, **text), KNOWN, TODAY)


def refused(field: str, **text) -> str:
    with pytest.raises(BrokenRule) as broken:
        written(**text)
    assert broken.value.field == field
    return str(broken.value.text)


def test_a_village_is_covered_or_left_out_but_not_both():
    written(covers="Koro, Bondo ; Dioungani", not_covered="Bamba, Yoro")
    assert refused("not_covered", covers="Koro, Bondo", not_covered="Yoro; KORO").startswith("KORO est dans les deux")


def test_a_term_ends_after_it_begins_and_after_the_agreement():
    written(lasts_from=day(13), lasts_until=day(20), lasts_words="une semaine")
    written(lasts_until=dates.in_month(2026, 2))
    refused("lasts_until", lasts_from=day(21), lasts_until=day(20))
    refused("lasts_until", lasts_until=day(11))


def test_what_has_no_limit_has_no_last_day():
    written(unlimited=True, lasts_from=day(13))
    written(unlimited=False, lasts_until=day(20))
    refused("lasts_until", unlimited=True, lasts_until=day(20))


def test_a_condition_names_on_whom_it_depends_and_what_they_do():
    written(condition_who="l’armée", condition_what="quitte le village", condition_by=day(28), condition_else="nul")
    refused("condition_who", condition_what="quitte le village")
    refused("condition_what", condition_who="l’armée")
    refused("condition_who", condition_met=False)
    refused("condition_by", condition_who="l’armée", condition_what="part", condition_by=day(11))


def test_years_are_of_what_is_done_every_year_and_in_order():
    paid = replace(STONES, yearly=True, first_year=2012, last_year=2020)
    written(commitments=(paid,))
    written(commitments=(replace(paid, yearly=None),))
    refused("commitments-0-first_year", commitments=(replace(paid, yearly=False),))
    refused("commitments-0-last_year", commitments=(replace(paid, last_year=2011),))
    refused("commitments-0-first_year", commitments=(replace(paid, first_year=12),))


def test_two_commitments_name_each_other():
    pair = (replace(STONES, exchange=2), replace(PASSAGE, exchange=1))
    written(commitments=pair)
    written(commitments=(pair[0], PASSAGE))
    assert text_rules.exchanges((STONES, replace(PASSAGE, exchange=1), PASSAGE)) == [2, 1, None]


@pytest.mark.parametrize(("first", "second", "third", "row"), [
    (1, None, None, 0), (9, None, None, 0), (0, None, None, 0), (2, 3, None, 0), (2, None, 2, 0), (None, 3, 1, 1)])
def test_a_commitment_is_in_exchange_for_one_other_of_this_text(first, second, third, row):
    three = (replace(STONES, exchange=first), replace(PASSAGE, exchange=second), replace(STONES, exchange=third))
    refused(f"commitments-{row}-exchange", commitments=three)


def test_a_member_of_the_committee_has_a_name_and_a_known_side():
    written(committee=(rules.MemberFacts("Sidi", "berger", "B"), rules.MemberFacts("Issa")))
    refused("committee-0-name", committee=(rules.MemberFacts("", "berger"),))
    refused("committee-0-letter", committee=(rules.MemberFacts("Sidi", letter="D"),))


def test_what_follows_an_earlier_one_says_which_and_how():
    written(earlier_link=EarlierLink.RENEWS, earlier_words="L’accord de 2018")
    written(earlier_link=EarlierLink.RECTIFIES, earlier=1)
    refused("earlier", earlier_link=EarlierLink.RENEWS)
    refused("earlier_link", earlier=1)
    refused("earlier_link", earlier_words="L’accord de 2018")
    refused("earlier_words", earlier_link=EarlierLink.RENEWS, earlier=1, earlier_words="L’accord de 2018")


def test_the_sentence_tells_years_exchange_and_reserve():
    people = [rules.Person(1, "A", "Fimana", None), rules.Person(2, "B", "les allogènes", None)]
    paid = rules.CommitmentFacts(("B",), "versent", ("A",), quantity=150000, unit="FCFA", yearly=True, first_year=2012,
                                 window="entre le 25 et le 31 décembre", exchange=2)
    assert str(queries.said_commitment(paid, people)) == (
        "Les allogènes versent (150\u202f000 FCFA) pour Fimana, chaque année à partir de 2012, "
        "entre le 25 et le 31 décembre, en échange de l’engagement 2.")
    both = replace(paid, window=None, last_year=2020, exchange=None, reserved_clause="le montant")
    told = str(queries.said_commitment(both, people))
    assert "chaque année de 2012 à 2020, clause réservée\u00a0: le montant." in told
    assert "chaque année jusqu’en 2020" in str(queries.said_commitment(replace(both, first_year=None), people))
    assert "chaque année" not in str(queries.said_commitment(replace(paid, yearly=False, first_year=None), people))


def test_everything_the_text_says_is_kept_in_a_field_of_its_own(house):
    said = {"called": "Accord de paix", "recommended_by": "La mission", "covers": "Koro", "not_covered": "Yoro",
            "lasts_words": "un mois", "lasts_from": dates.in_month(2026, 3), "lasts_until": dates.in_year(2099),
            "unlimited": False, "condition_who": "l’armée", "condition_what": "part", "condition_else": "nul",
            "condition_by": dates.in_year(2099), "condition_met": False, "sanctions": "Une chèvre"}
    pair = (replace(STONES, exchange=2), replace(PASSAGE, reserved_clause="la largeur"))
    agreement = drafted(house, commitments=pair, committee=(rules.MemberFacts("Sidi", "berger", "B"),), **said)
    assert {name: getattr(agreement, name) for name in said} == said
    assert [one.exchange for one in agreement.commitments] == [2, 1]
    assert agreement.commitments[1].reserved_clause == "la largeur"
    assert [(one.name, one.quality, one.letter) for one in agreement.committee] == [("Sidi", "berger", "B")]
    assert queries.said_condition(agreement) == (
        "l’armée\u00a0: part, avant fin 2099, sinon\u00a0: nul, pas encore remplie")
    assert queries.said_term(agreement) == "un mois, à partir de\u00a0: mars 2026, jusqu’à\u00a0: 2099"


def test_moving_a_commitment_in_the_text_makes_it_no_other(house):
    agreement = drafted(house, in_mediation(house), commitments=(replace(STONES, exchange=2), PASSAGE))
    before = {one.what: one.number for one in agreement.commitments}
    amend_agreement(house.actor("moussa"), agreement, replace(TEXT, commitments=(PASSAGE, replace(STONES, exchange=1))))
    assert {one.what: one.number for one in agreement.commitments} == before
    assert [(one.position, one.exchange) for one in agreement.commitments] == [(1, 2), (2, 1)]


def test_a_reserved_clause_is_never_late(house):
    past = dates.on(date(2020, 1, 1))
    agreement = drafted(house, happened_on=past, commitments=(
        replace(STONES, due_on=past), replace(PASSAGE, due_on=past, reserved_clause="pas accepté")))
    late, reserved = agreement.commitments
    assert queries.days_late(late) > 0 and queries.standing_of(late)[0] == "late"
    assert queries.days_late(reserved) == 0 and queries.standing_of(reserved) == ("later", "clause réservée")
