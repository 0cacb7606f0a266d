"""What is contested, described in words first."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, StaleForm, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage
from mediation.disputes import queries as disputes
from mediation.kernel.dates import in_year
from mediation.kernel.db import db
from mediation.land import queries, service
from mediation.land.kinds import RightKind
from mediation.land.models import ContestedObject
from tests.builders.land import FIELD, one_field

MISTAKE = StrikeFacts("saisi par erreur")


@pytest.fixture
def dispute(house):
    return house.registered()


def test_a_stranger_may_not_describe_and_a_secretary_may(house, dispute):
    for login in ("kadia", "drissa", "salimata", "bakary", "admin", "awa"):
        with pytest.raises(NotPermitted):
            one_field(house, dispute, by=login)
    assert one_field(house, dispute).number == 1


def test_every_fact_of_a_field_has_its_place(house, dispute):
    facts = replace(FIELD, quantity=Decimal("40"), unit="bœufs", since=in_year(1990), villages="Kabala, Koba",
                    landmarks="le grand caïlcédrat", use="mil", season="hivernage", claims="A dit : mon père",
                    paper="un papier du chef de village", evidence="de vieux arbres plantés")
    row = one_field(house, dispute, facts=facts)
    db.session.expire_all()
    for name, value in vars(facts).items():
        kept = getattr(row, name)
        assert (set(kept) if name == "rights" else kept) == (set(value) if name == "rights" else value), name


@pytest.mark.parametrize(("wrong", "field"), [
    ({"description": None}, "description"), ({"kind": None}, "kind"), ({"area": Decimal(0)}, "area"),
    ({"quantity": Decimal(3)}, "unit"), ({"since": in_year(2900)}, "since")])
def test_what_is_missing_or_impossible_is_asked_for(house, dispute, wrong, field):
    with pytest.raises(BrokenRule) as broken:
        one_field(house, dispute, facts=replace(FIELD, **wrong))
    assert broken.value.field == field


def test_an_area_nobody_knows_stays_unknown(house, dispute):
    assert one_field(house, dispute, facts=replace(FIELD, area=None)).area is None


def test_a_quantity_is_kept_to_the_thousandth(house, dispute):
    row = one_field(house, dispute, facts=replace(FIELD, area=Decimal("999999999.999")))
    db.session.expire_all()
    assert row.area == Decimal("999999999.999")


def test_a_struck_object_stays_last_and_counts_for_nothing(house, dispute):
    first = one_field(house, dispute)
    one_field(house, dispute, facts=replace(FIELD, name="Le puits"))
    service.strike_object(house.actor("moussa"), first, MISTAKE)
    with pytest.raises(WrongStage):
        service.amend_object(house.actor("moussa"), first, FIELD)
    reference = dispute.reference
    with scope.seen_by(house.actor("moussa")):
        found = disputes.find(reference)
        assert [one.called for one in queries.objects_of(found)] == ["Le puits", "Champ du marigot"]
        assert disputes.count_objects(found) == 1
    with scope.seen_by(house.actor("kadia")):
        assert list(db.session.scalars(select(ContestedObject))) == []


def test_the_second_of_two_edits_of_an_object_is_refused(house, dispute):
    row = one_field(house, dispute)
    corrected = replace(FIELD, rights=(RightKind.LOAN,))
    assert service.amend_object(house.actor("moussa"), row, corrected, seen=2)
    with pytest.raises(StaleForm):
        service.amend_object(house.actor("moussa"), row, FIELD, seen=2)


def test_two_sides_and_an_object_are_what_accepting_waits_for(house):
    assert house.accepted().stage is Stage.ACCEPTED
