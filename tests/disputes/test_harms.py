"""What was suffered is counted, and what it is worth said in a unit; who says so stands beside it."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import KEEPER
from mediation.disputes.kinds import HarmKind
from mediation.disputes.models import Harm
from mediation.disputes.rules import HarmFacts
from mediation.disputes.service import record_harm
from mediation.kernel.db import db
from tests.acts.attacker import Attacker


def harms() -> list[Harm]:
    """What the register holds now, read afresh."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(Harm).order_by(Harm.number)))


def test_what_a_damage_is_worth_has_a_unit(house):
    dispute = house.registered()
    with pytest.raises(BrokenRule) as broken:
        record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.FIELDS, 1, quantity=Decimal("20000")))
    assert broken.value.field == "unit" and "Écrivez l’unité" in str(broken.value.text)
    for facts in (HarmFacts(HarmKind.FIELDS, 1, quantity=Decimal("20000"), unit="F CFA"),
                  HarmFacts(HarmKind.FIELDS, 1, unit="un sac de sorgho"), HarmFacts(HarmKind.FIELDS, 1)):
        record_harm(house.actor("moussa"), dispute, facts)
    assert [(one.quantity, one.unit) for one in harms()] == [
        (Decimal("20000"), "F CFA"), (None, "un sac de sorgho"), (None, None)]


@pytest.mark.parametrize("wrong", ["unit = NULL", "quantity = -1"])
def test_the_database_keeps_the_rule_too(house, wrong):
    facts = HarmFacts(HarmKind.FIELDS, 1, quantity=Decimal("1.5"), unit="sacs")
    record_harm(house.actor("moussa"), house.registered(), facts)
    assert "ck_harm_quantity" in Attacker(db.engine).try_to(f"UPDATE harm SET {wrong}")
    assert harms()[0].quantity == Decimal("1.5")


def test_the_form_asks_for_the_unit_and_the_case_file_says_what_it_is_worth(house, visit):
    at, visitor = f"/disputes/{house.registered().reference}/", visit("moussa")
    sent = {"kind": "fields", "count": "1", "quantity": "20 000", "source": "le comité"}
    assert visit("kadia").post(at + "harms/new/", sent).status_code == 404
    page = visitor.post(at + "harms/new/", sent)
    assert page.status_code == 200 and "Écrivez l’unité" in page.text and "le comité" in page.text
    assert harms() == []
    assert visitor.post(at + "harms/new/", {**sent, "unit": "F CFA"}).status_code == 302
    assert "vaut 20\u202f000 F CFA" in visitor.get(at).text


@pytest.mark.parametrize("sent", [{"quantity": "beaucoup"}, {"quantity": "9" * 5000}, {"quantity": "-1"},
                                  {"quantity": "1.234"}, {"unit": "a\x00"}, {"unit": "x" * 61}])
def test_a_worth_that_cannot_be_read_comes_back(house, visit, sent):
    at = f"/disputes/{house.registered().reference}/harms/new/"
    answer = visit("moussa").post(at, {"kind": "fields", "quantity": "1", "unit": "sac", **sent})
    assert answer.status_code == 200 and harms() == []
