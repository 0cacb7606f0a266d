"""Who comes later, who leaves, who succeeds whom, and what is asked of them from then on."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import PartyStage
from mediation.agreements import queries as agreements
from mediation.disputes import queries as disputes
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel.dates import in_year, unknown
from mediation.kernel.db import db
from mediation.parties import queries, service
from mediation.parties.kinds import LeaveReason, MandateAfter, MandateEnd, PartyKind, PartyPresence, SuccessionBasis
from mediation.parties.models import Party
from mediation.parties.rules import PartyFacts, SuccessionFacts
from mediation.sessions import queries as sessions
from mediation.sessions.rules import SummonsFacts
from mediation.sessions.service import issue_summons
from tests.builders.agreements import drafted, in_mediation, signed
from tests.builders.land import one_field
from tests.builders.parties import A, B, C, ended, heir, left, party, representative, succeeded, two_sides
from tests.builders.sessions import COME, days, held, summoned

MISTAKE = StrikeFacts("saisi par erreur")


@pytest.fixture
def dispute(house):
    with scope.looking_as(house.actor("moussa")):
        yield house.registered()


@contextmanager
def reading(house, dispute):
    """The dispute as its secretary reads it now; what was loaded before stays at hand."""
    with scope.looking_as(house.actor("moussa")):
        yield dispute


def broken(field: str, do) -> str:
    """What a rule says when it refuses, beside its field."""
    with pytest.raises(BrokenRule) as refused:
        do()
    assert refused.value.field == field
    return str(refused.value.text)


def test_a_party_that_joins_later_says_since_when(house, dispute):
    assert party(house, dispute, C, "Village de Touara", joined_on=in_year(2021)).joined_on == in_year(2021)
    broken("joined_on", lambda: party(house, dispute, C, "Village", joined_on=in_year(2900)))


def test_an_ally_stands_by_a_side_on_which_somebody_else_is_a_principal(house, dispute):
    says = broken("ally", lambda: party(house, dispute, A, "Village allié", ally=True))
    assert "Écrivez d’abord la partie alliée" in says
    one = party(house, dispute, A)
    assert party(house, dispute, A, "Village allié", kind=PartyKind.VILLAGE, ally=True).ally
    broken("ally", lambda: service.amend_party(
        house.actor("moussa"), one, PartyFacts(A, PartyKind.PERSON, one.name, ally=True)))


def test_an_ally_makes_no_side_and_signs_nothing(house, dispute):
    one, _other = two_sides(house, dispute)
    one_field(house, dispute)
    ally = party(house, dispute, B, "Village allié", kind=PartyKind.VILLAGE, ally=True)
    service.strike_party(house.actor("moussa"), _other, MISTAKE)
    with reading(house, dispute) as found:
        assert disputes.count_sides(found) == 1
        assert [person.number for person in agreements.people_of(found)] == [one.number]
        assert f"party-{ally.number}" in [known.who for known in sessions.people_of(found)]
        with pytest.raises(BrokenRule):
            accept_dispute(house.actor("moussa"), found, AcceptFacts())


def test_who_signed_as_a_principal_does_not_become_an_ally(house):
    with scope.looking_as(house.actor("moussa")):
        found = signed(house).dispute
        party(house, found, A, "Une autre partie")
        one = queries.parties_of(found)[0]
        told = PartyFacts(A, one.kind, one.name, ally=True)
        assert "a signé un accord" in broken("ally", lambda: service.amend_party(house.actor("moussa"), one, told))


@pytest.mark.parametrize("kind", [PartyKind.VILLAGE, PartyKind.LINEAGE])
def test_only_a_person_is_deceased(house, dispute, kind):
    broken("presence", lambda: party(house, dispute, A, "Groupe", kind=kind, presence=PartyPresence.DECEASED))
    group = party(house, dispute, A, "Groupe", kind=kind, presence=PartyPresence.EXILED)
    broken("reason", lambda: left(house, group, reason=LeaveReason.DIES))
    dead = party(house, dispute, presence=PartyPresence.DECEASED)
    assert left(house, dead, reason=LeaveReason.DIES).reason is LeaveReason.DIES


def test_a_party_that_left_stays_in_the_file_and_is_asked_for_nothing_more(house):
    dispute = in_mediation(house)
    third = party(house, dispute, C, "Village de Kabala")
    speaker = representative(house, third)
    with reading(house, dispute) as found:
        third = queries.parties_of(found)[2]
        left(house, third, happened_on=in_year(2020))
        assert third.stage is PartyStage.FORMER and third.left_on == in_year(2020)
        known = [one.who for one in sessions.people_of(found)]
        assert f"party-{third.number}" not in known and f"representative-{speaker.number}" not in known
        assert third.letter not in {person.letter for person in agreements.people_of(found)}
        assert third in queries.parties_of(found) and third.name in {p.name for p in agreements.people_ever(found)}
        assert disputes.count_sides(found) == 2
        assert queries.here(queries.parties_of(found)) == queries.parties_of(found)[:2]


def test_who_left_is_offered_for_a_day_on_which_they_may_have_been_there(house, dispute):
    one, _other = two_sides(house, dispute)
    left(house, one, happened_on=days(-5))
    with reading(house, dispute) as found:
        for when, there in ((None, False), (days(-2), False), (days(-9), True), (unknown(), True)):
            assert (f"party-{one.number}" in [known.who for known in sessions.people_of(found, when)]) is there
        known = [each.who for each in sessions.people_of(found, days(-2))]
        assert "party-2" in known


def test_a_dispute_of_one_side_left_is_not_accepted(house, dispute):
    _one, other = two_sides(house, dispute)
    one_field(house, dispute)
    departure = left(house, other)
    with pytest.raises(BrokenRule) as refused:
        accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
    assert "les deux parties" in str(refused.value.text)
    service.strike_departure(house.actor("moussa"), departure, MISTAKE)
    assert accept_dispute(house.actor("moussa"), dispute, AcceptFacts())


def test_a_party_is_summoned_only_while_it_is_there(house):
    dispute = in_mediation(house)
    with reading(house, dispute) as found:
        third = party(house, found, C, "Village de Kabala")
        left(house, third, happened_on=days(-5))
        facts = SummonsFacts(party=third.number, happened_on=days(-2), text=COME)
        assert "n’était déjà plus" in broken("party", lambda: issue_summons(house.actor("moussa"), found, facts))
        assert issue_summons(house.actor("moussa"), found, replace(facts, happened_on=days(-9)))


def test_a_party_that_left_is_no_default_any_more(house):
    dispute = in_mediation(house)
    summoned(house, dispute, 1, on=days(-30))
    with reading(house, dispute) as found:
        assert len(sessions.ignored_summons(found)) == 1
        left(house, queries.parties_of(found)[0])
    with reading(house, dispute) as found:
        assert sessions.ignored_summons(found) == []


def test_who_left_after_signing_stays_where_they_signed(house):
    with scope.looking_as(house.actor("moussa")):
        agreement = signed(house)
        one = queries.parties_of(agreement.dispute)[0]
        left(house, one)
        assert one.letter in {person.letter for person in agreements.people_under(agreement)}
        assert one.letter not in {person.letter for person in agreements.people_of(agreement.dispute)}
        speaker = queries.parties_of(agreement.dispute)[1].representatives[0]
        ended(house, speaker)
        spoke = [each.number for person in agreements.people_under(agreement) for each in person.speakers]
        assert spoke == [speaker.number]


def test_a_draft_is_signed_without_who_left_before(house):
    with scope.looking_as(house.actor("moussa")):
        dispute = in_mediation(house)
        third = party(house, dispute, C, "Famille Diarra", kind=PartyKind.LINEAGE)
        agreement = drafted(house, dispute)
        assert {person.letter for person in agreements.people_under(agreement)} == {"A", "B", "C"}
        left(house, third)
        assert {person.letter for person in agreements.people_under(agreement)} == {"A", "B"}


def test_a_departure_has_a_reason_and_another_one_is_told_in_words(house, dispute):
    one = party(house, dispute)
    for reason, field in ((None, "reason"), (LeaveReason.SUCCEEDED, "reason"), (LeaveReason.OTHER, "words")):
        broken(field, lambda reason=reason: left(house, one, reason=reason))
    assert left(house, one, reason=LeaveReason.OTHER, words="ne veut plus en entendre parler").words


def test_nobody_leaves_before_they_came_or_tomorrow(house, dispute):
    one = party(house, dispute, joined_on=in_year(2015))
    broken("happened_on", lambda: left(house, one, happened_on=in_year(2010)))
    broken("happened_on", lambda: left(house, one, happened_on=in_year(2900)))
    assert left(house, one, happened_on=in_year(2015))
    told = PartyFacts(A, PartyKind.PERSON, one.name, joined_on=in_year(2016))
    broken("joined_on", lambda: service.amend_party(house.actor("moussa"), one, told))


def test_a_party_leaves_once_and_is_still_amended_but_not_spoken_for(house, dispute):
    one = party(house, dispute)
    departure = left(house, one)
    with pytest.raises(WrongStage):
        left(house, one)
    with pytest.raises(WrongStage):
        representative(house, one)
    assert service.amend_party(house.actor("moussa"), one, PartyFacts(A, PartyKind.PERSON, "Adama dit Ada"))
    service.strike_departure(house.actor("moussa"), departure, MISTAKE)
    assert one.stage is PartyStage.HERE and left(house, one).number == 2


def test_a_former_party_stays_barred(house, dispute):
    reference = dispute.reference
    one = party(house, dispute, account_id=house.ids["bakary"])
    left(house, one)
    with scope.seen_by(house.actor("bakary")), pytest.raises(NotFound):
        disputes.find(reference)


def test_a_stranger_notes_no_departure(house, dispute):
    one = party(house, dispute)
    for login in ("kadia", "salimata", "bakary", "admin"):
        with pytest.raises(NotPermitted):
            left(house, one, by=login)
        with pytest.raises(NotPermitted):
            service.succeed_party(house.actor(login), one, SuccessionFacts(SuccessionBasis.SALE, 2))


def test_heirs_written_in_the_same_form_succeed_a_dead_party(house, dispute):
    one, _other = two_sides(house, dispute)
    left(house, one, reason=LeaveReason.DIES, happened_on=in_year(2019))
    succeeded(house, one, heir=heir(), happened_on=in_year(2020), mandates=None)
    succeeded(house, one, heir=heir("Awa Coulibaly, sa fille", PartyKind.PERSON))
    with reading(house, dispute) as found:
        names = {p.name: p for p in queries.parties_of(found)}
        dead, first = names["Adama Coulibaly"], names["Héritiers Coulibaly"]
        assert [d.reason for d in dead.gone] == [LeaveReason.DIES, LeaveReason.SUCCEEDED, LeaveReason.SUCCEEDED]
        assert first.side == A and first.joined_on == in_year(2020) and first.was_here()
        assert queries.successors_in(found) == {dead.id: {first.id, names["Awa Coulibaly, sa fille"].id}}


def test_a_party_of_the_file_succeeds_another_of_its_side_only(house, dispute):
    one, other = two_sides(house, dispute)
    son = party(house, dispute, A, "Le fils")
    says = broken("successor", lambda: succeeded(house, one, successor=other.number))
    assert "d’un autre côté" in says
    assert "à elle-même" in broken("successor", lambda: succeeded(house, one, successor=one.number))
    assert succeeded(house, one, successor=son.number).successor.name == "Le fils"
    assert "déjà notée" in broken("successor", lambda: succeeded(house, one, successor=son.number))


def test_a_succession_never_goes_in_a_circle(house, dispute):
    one, son, grandson = (party(house, dispute, A, name) for name in ("Père", "Fils", "Petit-fils"))
    succeeded(house, one, successor=son.number)
    says = broken("successor", lambda: succeeded(house, son, successor=one.number))
    assert "déjà été remplacée" in says
    succeeded(house, son, successor=grandson.number)
    broken("successor", lambda: succeeded(house, grandson, successor=one.number))
    assert grandson.was_here() and not son.was_here()


def test_who_left_succeeds_nobody(house, dispute):
    one, gone = party(house, dispute), party(house, dispute, A, "Parti")
    left(house, gone)
    assert "n’est plus dans le litige" in broken("successor", lambda: succeeded(house, one, successor=gone.number))


def test_a_succession_names_one_successor_and_a_basis(house, dispute):
    one, son = party(house, dispute), party(house, dispute, A, "Le fils")
    broken("successor", lambda: succeeded(house, one))
    broken("name", lambda: succeeded(house, one, successor=son.number, heir=heir()))
    broken("basis", lambda: succeeded(house, one, successor=son.number, basis=None))
    broken("words", lambda: succeeded(house, one, successor=son.number, basis=SuccessionBasis.OTHER))
    broken("kind", lambda: succeeded(house, one, heir=heir(kind=None)))
    assert one.was_here()
    assert succeeded(house, one, successor=son.number, basis=SuccessionBasis.NOT_KNOWN)


def test_a_refused_succession_writes_no_heir_down(house, dispute):
    one = party(house, dispute, joined_on=in_year(2015))
    broken("happened_on", lambda: succeeded(house, one, heir=heir(), happened_on=in_year(2010)))
    with reading(house, dispute) as found:
        assert [p.name for p in queries.parties_of(found)] == ["Adama Coulibaly"]
    assert succeeded(house, one, heir=heir(), happened_on=in_year(2016))


def test_nobody_succeeds_before_the_departure(house, dispute):
    one = party(house, dispute)
    left(house, one, reason=LeaveReason.DIES, happened_on=in_year(2019))
    broken("happened_on", lambda: succeeded(house, one, heir=heir(), happened_on=in_year(2018)))
    assert succeeded(house, one, heir=heir(), happened_on=in_year(2019))


def test_the_mandates_go_on_for_who_succeeds_or_end_as_it_is_said(house, dispute):
    _one, other = two_sides(house, dispute)
    says = broken("mandates", lambda: succeeded(house, other, heir=heir()))
    assert "continue ou prend fin" in says
    succeeded(house, other, heir=heir("Nouveau chef"), mandates=MandateAfter.GOES_ON, happened_on=in_year(2020))
    with reading(house, dispute) as found:
        new = next(p for p in queries.parties_of(found) if p.name == "Nouveau chef")
        old = next(p for p in queries.parties_of(found) if p.name == "Famille Traoré")
        assert old.representatives[0].ended_reason is MandateEnd.SUCCEEDED
        assert old.representatives[0].mandate_after is MandateAfter.GOES_ON
        (speaker,) = new.representatives
        assert speaker.spoke() and speaker.name == old.representatives[0].name
        assert agreements.people_of(found)[1].spoken_for
        succeeded(house, new, heir=heir("Encore un autre"), mandates=MandateAfter.ENDS)
        last = next(p for p in queries.parties_of(found) if p.name == "Encore un autre")
        assert last.representatives == [] and not new.representatives[0].spoke()


def test_a_mandate_does_not_go_on_for_an_armed_group(house, dispute):
    _one, other = two_sides(house, dispute)
    group = heir("Groupe de la forêt", PartyKind.ARMED_GROUP)
    broken("kind", lambda: succeeded(house, other, heir=group, mandates=MandateAfter.GOES_ON))
    assert succeeded(house, other, heir=group, mandates=MandateAfter.ENDS)


def test_who_succeeds_with_an_account_is_barred_and_nobody_succeeds_themselves_in(house, dispute):
    one, reference = party(house, dispute), dispute.reference
    broken("account_id", lambda: succeeded(house, one, heir=heir(account_id=house.ids["moussa"])))
    succeeded(house, one, heir=heir(account_id=house.ids["bakary"]))
    with scope.seen_by(house.actor("bakary")), pytest.raises(NotFound):
        disputes.find(reference)


def test_what_a_succession_rests_on_is_neither_struck_nor_moved(house, dispute):
    one, son = party(house, dispute), party(house, dispute, A, "Le fils")
    departure = succeeded(house, one, successor=son.number)
    for each in (one, son):
        with pytest.raises(BrokenRule) as refused:
            service.strike_party(house.actor("moussa"), each, MISTAKE)
        assert "Rayez d’abord la succession" in str(refused.value.text)
        moved = PartyFacts(B, PartyKind.PERSON, each.name)
        broken("side", lambda each=each, moved=moved: service.amend_party(house.actor("moussa"), each, moved))
    service.strike_departure(house.actor("moussa"), departure, MISTAKE)
    assert one.was_here() and service.strike_party(house.actor("moussa"), son, MISTAKE)


def test_the_same_key_writes_one_succession_only(house, dispute):
    key, one = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b12", party(house, dispute)
    facts = service.rules.HandoverFacts(SuccessionFacts(SuccessionBasis.SALE), heir("L’acheteur"))
    service.record_succession(house.actor("moussa"), one, facts, key=key)
    with reading(house, dispute) as found:
        again = queries.parties_of(found)[0]
        service.record_succession(house.actor("moussa"), again, facts, key=key)
    with reading(house, dispute):
        assert len(list(db.session.scalars(select(Party)))) == 2


def test_who_came_before_leaving_is_kept_at_that_session(house):
    dispute = in_mediation(house)
    with reading(house, dispute) as found:
        session = held(house, found, came=(1, 2), happened_on=days(-20))
        left(house, queries.parties_of(found)[0], happened_on=days(-10))
        number = session.number
    with reading(house, dispute) as found:
        came = sessions.session_in(found, number).attendance
        assert [person.party.number for person in came] == [1, 2]
