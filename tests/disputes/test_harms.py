"""What was suffered is counted, and what it is worth said in a unit; who says so stands beside it."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Stage
from mediation.disputes.kinds import HarmKind
from mediation.disputes.models import Harm
from mediation.disputes.rules import HarmFacts
from mediation.disputes.service import record_harm
from mediation.kernel.db import db
from tests.acts.attacker import Attacker
from tests.builders import casefile
from tests.builders.sessions import days


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


@pytest.mark.parametrize(("field", "wrong", "right"), [
    ("women", {"kind": HarmKind.CATTLE, "women": 2}, {"kind": HarmKind.DISPLACED, "women": 2}),
    ("children", {"kind": HarmKind.HOUSES, "children": 0}, {"kind": HarmKind.HELD, "children": 0}),
    ("children", {"count": 3, "children": 4}, {"count": 4, "children": 4}),
    ("count", {"count": 3, "women": 2, "men": 2}, {"count": 4, "women": 2, "men": 2}),
    ("said_on", {"happened_on": days(-3), "said_on": days(-4)}, {"happened_on": days(-3), "said_on": days(-3)}),
    ("said_on", {"said_on": days(1)}, {"said_on": days(0)}),
])
def test_a_count_that_cannot_be_is_refused_and_its_neighbour_taken(house, field, wrong, right):
    dispute = house.registered()
    with pytest.raises(BrokenRule) as broken:
        record_harm(house.actor("moussa"), dispute, HarmFacts(**{"kind": HarmKind.DEAD, **wrong}))
    assert broken.value.field == field
    record_harm(house.actor("moussa"), dispute, HarmFacts(**{"kind": HarmKind.DEAD, **right}))
    assert {name: getattr(harms()[0], name) for name in right} == right


def test_counts_of_one_kind_stand_together_with_who_says_so_and_are_never_summed(house, visit):
    dispute = house.registered()
    at, moussa = f"/disputes/{dispute.reference}/", house.actor("moussa")
    for facts in (HarmFacts(HarmKind.DEAD, 20, women=3, children=2, source="la mairie", said_on=days(-9)),
                  HarmFacts(HarmKind.CATTLE, count_said="des dizaines", source="un éleveur"),
                  HarmFacts(HarmKind.DEAD, 35, source="la mairie", said_on=days(-2)),
                  HarmFacts(HarmKind.DEAD, count_said="plusieurs dizaines", source="la radio")):
        record_harm(moussa, dispute, facts)
    block = visit("moussa").get(at).text.split('id="before"')[1].split("</section>")[0]
    assert [part.split("<")[0] for part in block.split("<b>")[1:]] == ["Morts", "Bœufs"]
    dead = block.split("<b>Morts")[1].split("<b>Bœufs")[0]
    for words in ("20 · 3 femmes, 2 enfants", "35 ·", "plusieurs dizaines", "selon la radio"):
        assert words in dead, words
    assert "55" not in block and "des dizaines" not in dead
    assert dead.count("selon la mairie, dit") == 2


def test_harms_are_written_late_for_a_reason_and_move_nothing(house):
    dispute = casefile.withdrawn(house)
    late = {"happened_on": days(-60), "late": LateFacts("Appris après")}
    with pytest.raises(BrokenRule) as broken:
        record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.DEAD, 1, happened_on=days(-60)))
    assert broken.value.field == "late_reason"
    record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.DEAD, 1, **late))
    assert dispute.stage is Stage.CLOSED and harms()[0].count == 1


def test_the_page_asks_all_of_it_and_keeps_what_was_typed(house, visit):
    at, visitor = f"/disputes/{house.registered().reference}/", visit("moussa")
    sent = {"kind": "displaced", "count": "140", "count_said": "plus de cent", "women": "60", "children": "80",
            "source": "la mairie", "said_on": days(-1).earliest.isoformat()}
    assert visitor.get(at + "harms/new/").status_code == 200
    back = visitor.post(at + "harms/new/", {**sent, "children": "141"})
    assert back.status_code == 200 and "plus d’enfants que de personnes" in back.text and "plus de cent" in back.text
    assert visitor.post(at + "harms/new/", sent).status_code == 302
    (one,) = harms()
    assert (one.count, one.count_said, one.women, one.men, one.children, one.said_on) == (
        140, "plus de cent", 60, None, 80, days(-1))
    assert visitor.post(at + "harms/1/strike/", {"reason": "Erreur"}).status_code == 302
    assert visitor.get(at + "harms/1/strike/").status_code == 409
