"""Who is in a dispute, on which side, who speaks for whom, and who may not keep the file any more."""

import json
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.ledger import LedgerDetail, LedgerEntry, told_in
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, StaleForm, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.disputes import queries as disputes
from mediation.kernel.dates import in_year
from mediation.kernel.db import db
from mediation.parties import queries, service
from mediation.parties.kinds import Mandate, PartyKind, Sex
from mediation.parties.models import Party, Witness
from mediation.parties.rules import PartyFacts, RepresentativeFacts, WitnessFacts
from tests.builders.agreements import in_mediation, signed
from tests.builders.parties import A, B, C, party, representative, two_sides, witness

MISTAKE = StrikeFacts("saisi par erreur")


@pytest.fixture
def dispute(house):
    return house.registered()


@contextmanager
def looking(house, login: str, dispute):
    """The dispute as this person finds it, if they do."""
    reference = dispute.reference
    with scope.seen_by(house.actor(login)):
        yield disputes.find(reference)


def entries(stream: str) -> list[LedgerEntry]:
    return list(db.session.scalars(select(LedgerEntry).where(LedgerEntry.stream == stream).order_by(LedgerEntry.seq)))


def test_a_stranger_may_not_add_a_party_and_a_secretary_may(house, dispute):
    for login in ("kadia", "drissa", "salimata", "bakary", "admin", "awa"):
        with pytest.raises(NotPermitted):
            party(house, dispute, by=login)
    assert party(house, dispute).number == 1


def test_parties_stand_equal_on_their_sides_in_order_of_entry(house, dispute):
    for side, name in ((B, "Famille Traoré"), (A, "Adama"), (C, "Village de Kabala"), (A, "Binta")):
        party(house, dispute, side, name)
    with looking(house, "moussa", dispute) as found:
        sides = queries.sides_of(found)
        assert [(side.letter, side.name) for side in sides] == [
            ("A", "Adama, Binta"), ("B", "Famille Traoré"), ("C", "Village de Kabala")]


@pytest.mark.parametrize("side", [None, 0, 27, -1])
def test_a_party_without_a_side_is_refused(house, dispute, side):
    with pytest.raises(BrokenRule) as broken:
        party(house, dispute, side)
    assert broken.value.field == "side" and "Choisissez le côté" in str(broken.value.text)


def test_a_party_without_a_name_or_a_kind_is_refused(house, dispute):
    for facts, field in ((PartyFacts(A, PartyKind.PERSON, ""), "name"), (PartyFacts(A, None, "Adama"), "kind")):
        with pytest.raises(BrokenRule) as broken:
            service.add_party(house.actor("moussa"), dispute, facts)
        assert broken.value.field == field


def test_a_struck_party_stays_last_and_counts_for_nothing(house, dispute):
    one, _other = two_sides(house, dispute)
    service.strike_party(house.actor("moussa"), one, MISTAKE)
    with looking(house, "moussa", dispute) as found:
        assert [person.struck_at is not None for person in queries.parties_of(found)] == [False, True]
        assert [side.letter for side in queries.sides_of(found)] == ["B"]
        assert disputes.count_sides(found) == 1


def test_a_struck_party_is_neither_amended_nor_struck_again_nor_spoken_for(house, dispute):
    one = party(house, dispute)
    service.strike_party(house.actor("moussa"), one, MISTAKE)
    for verb, facts in ((service.strike_party, MISTAKE),
                        (service.amend_party, PartyFacts(A, PartyKind.PERSON, "Adama")),
                        (service.appoint_representative, RepresentativeFacts("Siaka", Mandate.ORAL))):
        with pytest.raises(WrongStage):
            verb(house.actor("moussa"), one, facts)


def test_who_has_signed_an_agreement_is_neither_struck_nor_moved_to_another_side(house):
    dispute = in_mediation(house)
    signed(house, dispute)
    with looking(house, "moussa", dispute) as found:
        one, other = queries.parties_of(found)
        late = party(house, found, C, "Un village voisin")
        facts = PartyFacts(C, one.kind, one.name)
        for refused in (lambda: service.strike_party(house.actor("moussa"), one, MISTAKE),
                        lambda: service.strike_representative(house.actor("moussa"), other.representatives[0], MISTAKE),
                        lambda: service.amend_party(house.actor("moussa"), one, facts)):
            with pytest.raises(BrokenRule):
                refused()
        assert service.strike_party(house.actor("moussa"), late, MISTAKE)


def test_striking_says_why(house, dispute):
    with pytest.raises(BrokenRule):
        service.strike_party(house.actor("moussa"), party(house, dispute), StrikeFacts(""))


def test_nobody_writes_themselves_down_as_a_party_or_its_representative(house, dispute):
    me = house.ids["moussa"]
    other = party(house, dispute)
    for do in (lambda: party(house, dispute, account_id=me),
               lambda: service.amend_party(house.actor("moussa"), other,
                                           PartyFacts(A, PartyKind.PERSON, "Moussa", account_id=me)),
               lambda: representative(house, other, account_id=me)):
        with pytest.raises(BrokenRule) as broken:
            do()
        assert broken.value.field == "account_id"
        assert "Demandez à un autre secrétaire" in str(broken.value.text)


def test_a_party_with_an_account_loses_sight_of_the_dispute_at_once(house, dispute):
    reference = dispute.reference
    party(house, dispute, account_id=house.ids["bakary"])
    with scope.seen_by(house.actor("bakary")), pytest.raises(NotFound):
        disputes.find(reference)
    with scope.seen_by(house.actor("moussa")):
        assert disputes.find(reference)


def test_a_representative_with_an_account_is_barred_like_a_party_and_stays_on_the_team(house):
    dispute = house.registered(by="awa")
    group = party(house, dispute, B, "Famille Traoré", kind=PartyKind.LINEAGE)
    reference = dispute.reference
    representative(house, group, account_id=house.ids["awa"])
    with scope.seen_by(house.actor("awa")), pytest.raises(NotFound):
        disputes.find(reference)
    with scope.seen_by(house.actor("moussa")):
        (member,) = disputes.team_of(disputes.find(reference))
        assert member.account_id == house.ids["awa"] and member.until is None


def test_a_reviewer_who_is_a_party_is_barred_too(house, dispute):
    party(house, dispute, account_id=house.ids["salimata"])
    with pytest.raises(NotFound), looking(house, "salimata", dispute):
        pass


def test_an_armed_group_is_a_party_without_any_named_person(house, dispute):
    group = party(house, dispute, B, "Groupe armé de la forêt", kind=PartyKind.ARMED_GROUP, members=40)
    with pytest.raises(BrokenRule):
        representative(house, group)
    for tied in ({"child_of": "Untel"}, {"reached_by": "par Untel"}, {"account_id": house.ids["awa"]},
                 {"sex": Sex.MAN}, {"born_on": in_year(1990)}):
        with pytest.raises(BrokenRule) as broken:
            party(house, dispute, B, "Un groupe", kind=PartyKind.ARMED_GROUP, **tied)
        assert broken.value.field in tied


def test_a_group_that_has_a_representative_does_not_become_an_armed_group(house, dispute):
    group = party(house, dispute, B, "Famille Traoré", kind=PartyKind.LINEAGE)
    speaker = representative(house, group)
    armed = PartyFacts(B, PartyKind.ARMED_GROUP, "Famille Traoré")
    with pytest.raises(BrokenRule):
        service.amend_party(house.actor("moussa"), group, armed)
    service.strike_representative(house.actor("moussa"), speaker, MISTAKE)
    assert service.amend_party(house.actor("moussa"), group, armed)


def test_the_size_of_a_group_may_be_unknown_but_is_never_nought(house, dispute):
    assert party(house, dispute, A, "Village", kind=PartyKind.VILLAGE).members is None
    assert party(house, dispute, A, "Village", kind=PartyKind.VILLAGE, members=300).members == 300
    for kind, members in ((PartyKind.VILLAGE, 0), (PartyKind.PERSON, 3)):
        with pytest.raises(BrokenRule) as broken:
            party(house, dispute, A, "Village", kind=kind, members=members)
        assert broken.value.field == "members"


def test_a_party_is_born_and_a_mandate_given_before_today(house, dispute):
    with pytest.raises(BrokenRule) as broken:
        party(house, dispute, born_on=in_year(2900))
    assert broken.value.field == "born_on"
    with pytest.raises(BrokenRule) as broken:
        representative(house, party(house, dispute), happened_on=in_year(2900))
    assert broken.value.field == "happened_on"


def test_a_representative_carries_the_basis_of_the_mandate_and_its_date(house, dispute):
    speaker = representative(house, party(house, dispute), mandate=Mandate.ORAL, happened_on=in_year(2020))
    assert (speaker.mandate, speaker.given_on) == (Mandate.ORAL, in_year(2020))
    last = entries(dispute.stream)[-1]
    assert last.act == "representative.appoint" and json.loads(last.canon)["on"][2] == "2020-01-01"
    with pytest.raises(BrokenRule) as broken:
        representative(house, party(house, dispute), mandate=None)
    assert broken.value.field == "mandate"


def test_the_folded_name_finds_every_way_of_writing(house, dispute):
    one = party(house, dispute, A, "N’Faly  KONÉ", other_names="Nfaly Kone", child_of="Bréhima")
    assert one.folded == "n faly kone nfaly kone brehima" and one.name == "N’Faly  KONÉ"


def test_namesakes_are_a_hint_among_the_disputes_one_sees(house, dispute):
    elsewhere, hidden = house.registered(), house.registered("kadia", "KOB")
    party(house, elsewhere, A, "Adama Coulibaly")
    party(house, hidden, A, "Adama Coulibaly", by="kadia")
    here = party(house, dispute, A, "ADAMA COULIBALY")
    number = here.id
    there = elsewhere.reference
    with scope.seen_by(house.actor("moussa")):
        assert queries.namesakes_of(db.session.get(Party, number)) == [there]


def test_witnesses_get_an_alias_and_their_name_stays_out_of_the_journal(house, dispute):
    first = witness(house, dispute, name="Oumou Sangaré", quality="voisine", account_id=house.ids["drissa"])
    second = witness(house, dispute, alias="Le berger")
    assert (first.alias, second.alias) == ("Témoin 1", "Le berger")
    service.amend_witness(house.actor("moussa"), first, WitnessFacts("L’ancienne", name="Oumou Sangaré Diallo"))
    db.session.expire_all()
    told = [db.session.scalar(select(LedgerDetail.changes).where(LedgerDetail.entry_id == entry.id))
            for entry in entries(dispute.stream)]
    canons = [entry.canon for entry in entries(dispute.stream)]
    assert "voisine" in told[1] and "L’ancienne" in told[-1]
    assert not any("Oumou" in text for text in (*told, *canons))
    _, after, reserved = told_in(told[1])[f"witness:{first.id}"]
    assert "alias" in after and reserved.keys() == {"name", "account_id"}


def test_an_alias_does_not_show_the_real_name(house, dispute):
    with pytest.raises(BrokenRule) as broken:
        witness(house, dispute, alias="La vieille Oumou Sangare", name="oumou sangaré")
    assert broken.value.field == "alias"


def test_a_witness_with_an_account_is_kept_and_not_barred(house, dispute):
    witness(house, dispute, account_id=house.ids["bakary"])
    with looking(house, "bakary", dispute) as found:
        assert queries.witnesses_of(found)[0].account_id == house.ids["bakary"]


def test_the_second_of_two_edits_of_a_party_is_refused_and_an_addition_is_not(house, dispute):
    one = party(house, dispute)
    party(house, dispute, B, "Un autre")
    facts = PartyFacts(A, PartyKind.PERSON, "Adama Coulibaly dit Ada")
    assert service.amend_party(house.actor("moussa"), one, facts, seen=2)
    with pytest.raises(StaleForm):
        service.amend_party(house.actor("moussa"), one, facts, seen=2)


def test_the_same_key_adds_one_party_only(house, dispute):
    key = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b12"
    facts = PartyFacts(A, PartyKind.PERSON, "Adama")
    service.add_party(house.actor("moussa"), dispute, facts, key=key)
    with looking(house, "moussa", dispute) as found:
        assert service.add_party(house.actor("moussa"), found, facts, key=key).name == "Adama"
    with scope.seen_by(KEEPER):
        assert len(list(db.session.scalars(select(Party)))) == 1


def test_people_near_are_those_of_the_institution_and_above_it(house, dispute):
    names = {name for _id, name in queries.people_near(house.institution())}
    assert names == {"Awa", "Moussa", "Bakary", "Salimata"}
    kept = queries.people_near(house.institution(), also=house.ids["kadia"])
    assert (house.ids["kadia"], "Kadia") in kept


def test_parties_of_another_dispute_are_not_read(house, dispute):
    two_sides(house, dispute)
    witness(house, dispute)
    with scope.seen_by(house.actor("kadia")):
        for model in (Party, Witness):
            assert list(db.session.scalars(select(model))) == []


def test_who_has_signed_an_agreement_keeps_the_name_that_it_tells(house):
    with scope.looking_as(house.actor("moussa")):
        dispute = signed(house).dispute
        one = queries.parties_of(dispute)[0]
        with pytest.raises(BrokenRule) as broken:
            service.amend_party(house.actor("moussa"), one, PartyFacts(A, PartyKind.PERSON, "Quelqu’un d’autre"))
        assert broken.value.field == "name"
        same = PartyFacts(A, PartyKind.PERSON, one.name, other_names="Ada Koulibali")
        assert service.amend_party(house.actor("moussa"), one, same).other_names == "Ada Koulibali"


def test_a_barred_person_is_not_let_in_by_a_correction(house, dispute):
    other = party(house, dispute, account_id=house.ids["bakary"])
    with pytest.raises(BrokenRule) as broken:
        service.amend_party(house.actor("moussa"), other, PartyFacts(A, PartyKind.PERSON, "Bakary"))
    assert broken.value.field == "account_id"
