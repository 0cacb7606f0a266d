"""Who was called and did not come, and how a mediation ends without a settlement."""

import pytest

from mediation.acts.refusals import NotFound, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage, SummonsStage
from mediation.disputes.queries import find_in
from mediation.parties import service as parties
from mediation.parties.models import Party
from mediation.sessions import queries, rules, service
from mediation.sessions.kinds import OutcomeKind, Presence, Result
from tests.builders.parties import two_sides
from tests.builders.refusals import refused
from tests.builders.sessions import days, held, planned, reading, summoned, team

A, B = 1, 2
MISTAKE = StrikeFacts("saisi par erreur")


@pytest.fixture
def dispute(house):
    return house.accepted()


def default(house, dispute, by="moussa"):
    return service.default_mediation(
        house.actor(by), dispute, rules.DefaultFacts(days(0), "Personne n’est venu.")
    )


def fail(house, dispute, by="moussa"):
    return service.fail_mediation(
        house.actor(by), dispute, rules.FailFacts(days(0), "La limite", "Chacun maintient.")
    )


def test_a_stranger_may_not_summon_and_a_registered_dispute_summons_nobody(house, dispute):
    for login in ("kadia", "drissa", "salimata", "bakary", "admin", "awa"):
        with pytest.raises(NotPermitted):
            summoned(house, dispute, A, by=login)
    early = house.registered()
    two_sides(house, early)
    with pytest.raises(WrongStage):
        summoned(house, early, 1)
    assert summoned(house, dispute, A).number == 1


def test_a_summons_goes_to_a_party_or_to_a_named_person_not_both(house, dispute):
    assert refused(lambda: summoned(house, dispute)).field == "party"
    assert refused(lambda: summoned(house, dispute, A, person="Le chef")).field == "person"
    with pytest.raises(NotFound):
        summoned(house, dispute, 9)
    summoned(house, dispute, A)
    summoned(house, dispute, person="Le chef de Kabala")
    with reading(house, dispute) as found:
        assert [one.addressee for one in queries.summons_of(found)] == [
            "Adama Coulibaly",
            "Le chef de Kabala",
        ]


def test_a_summons_says_for_when_by_its_session_or_in_words(house, dispute):
    """Else nobody could come, and it could not be put on paper; what is not known is said."""
    silent = refused(lambda: summoned(house, dispute, A, text=None))
    assert silent.field == "text" and "on ne sait pas" in str(silent.text)
    assert summoned(house, dispute, A, text="on ne sait pas").number == 1
    assert summoned(house, dispute, A, session=planned(house, dispute).number).text is None


def test_a_summons_calls_to_a_session_of_this_dispute(house, dispute):
    plan = planned(house, dispute)
    assert summoned(house, dispute, B, session=plan.number).session_id == plan.id
    with pytest.raises(NotFound):
        summoned(house, dispute, B, session=7)


def test_a_summons_is_not_sent_in_the_future_nor_served_before_it_was_sent(house, dispute):
    assert refused(lambda: summoned(house, dispute, A, on=days(1))).field == "happened_on"
    sent = summoned(house, dispute, A, served=None)
    early = rules.ServiceFacts(True, days(-20))
    assert refused(service.record_service_summons, house.actor("moussa"), sent, early).field == "happened_on"
    late = rules.ServiceFacts(True, days(2))
    assert refused(service.record_service_summons, house.actor("moussa"), sent, late).field == "happened_on"
    service.record_service_summons(house.actor("moussa"), sent, rules.ServiceFacts(True, days(-10)))
    assert sent.stage is SummonsStage.SERVED


def test_a_summons_that_did_not_arrive_says_why_and_is_told_once(house, dispute):
    sent = summoned(house, dispute, A, served=None)
    assert (
        refused(service.record_service_summons, house.actor("moussa"), sent, rules.ServiceFacts(False)).field
        == "reason"
    )
    service.record_service_summons(
        house.actor("moussa"), sent, rules.ServiceFacts(False, reason="Parti au Sahel")
    )
    assert (sent.stage, sent.not_served_reason) == (SummonsStage.NOT_SERVED, "Parti au Sahel")
    with pytest.raises(WrongStage):
        service.record_service_summons(house.actor("moussa"), sent, rules.ServiceFacts(True))


def test_a_served_summons_without_an_answer_stands_ignored(house, dispute):
    summoned(house, dispute, B)
    held(house, dispute, came=(A,), absent=(B,))
    with reading(house, dispute) as found:
        assert [one.party.letter for one in queries.ignored_summons(found)] == ["B"]


def test_whoever_came_on_or_after_the_service_answered(house, dispute):
    summoned(house, dispute, A)
    summoned(house, dispute, B)
    held(
        house,
        dispute,
        happened_on=days(-10),
        came=(A,),
        attendance=(rules.PresenceFacts(Presence.CAME, representative=1),),
    )
    with reading(house, dispute) as found:
        assert [one.party.letter for one in queries.ignored_summons(found)] == ["A"]
        held(house, found, came=(A,))
    with reading(house, found) as found:
        assert queries.ignored_summons(found) == []


def test_having_come_before_the_summons_is_no_answer_to_it(house, dispute):
    held(house, dispute, happened_on=days(-30), came=(A, B))
    summoned(house, dispute, B)
    with reading(house, dispute) as found:
        assert len(queries.ignored_summons(found)) == 1


@pytest.mark.parametrize(
    "why", ["not served", "only sent", "struck", "party struck", "awaited", "called off"]
)
def test_a_summons_that_binds_nobody_today_is_not_ignored(house, dispute, why):
    plan = planned(house, dispute) if why in ("awaited", "called off") else None
    sent = summoned(
        house,
        dispute,
        B,
        served={"not served": False, "only sent": None}.get(why, True),
        session=plan.number if plan else None,
    )
    if why == "struck":
        service.strike_summons(house.actor("moussa"), sent, MISTAKE)
    if why == "party struck":
        with reading(house, dispute) as dispute:
            parties.strike_party(house.actor("moussa"), find_in(Party, dispute, B), MISTAKE)
    if why == "called off":
        service.cancel_session(house.actor("moussa"), plan, rules.CancelFacts("Pluies"))
    with reading(house, dispute) as found:
        assert "convocation" in str(refused(lambda: default(house, found)).text)


def test_a_postponed_session_is_still_awaited_at_its_new_date(house, dispute):
    plan = planned(house, dispute)
    summoned(house, dispute, B, session=plan.number)
    service.postpone_session(house.actor("moussa"), plan, rules.PostponeFacts("Pluies", days(9)))
    with reading(house, dispute) as found:
        assert queries.ignored_summons(found) == []


def test_default_names_the_ignored_summons_and_counts_the_sessions(house, dispute):
    summoned(house, dispute, A)
    ignored = summoned(house, dispute, B).number
    held(house, dispute, came=(A,), absent=(B,))
    with pytest.raises(NotPermitted):
        default(house, dispute, by="kadia")
    default(house, dispute, by="bakary")
    assert dispute.stage is Stage.NOT_SETTLED
    with reading(house, dispute) as found:
        (outcome,) = queries.outcomes_of(found)
        assert (outcome.kind, outcome.attempts) == (OutcomeKind.DEFAULT, 1)
        assert [one.summons.number for one in outcome.ignored] == [ignored]


def test_the_page_and_the_refusal_say_the_same_thing_is_missing(house, dispute):
    ((_, words),) = rules.missing_to_default(0)
    assert str(words) in str(refused(lambda: default(house, dispute)).text)
    assert rules.missing_to_default(1) == rules.missing_to_fail(1, 0) == rules.missing_to_fail(0, 1) == []
    ((_, words),) = rules.missing_to_fail(0, 0)
    assert str(words) in str(refused(lambda: fail(house, dispute)).text)


def test_a_non_conciliation_follows_something_that_was_tried(house, dispute):
    struck = held(house, dispute, came=(A, B))
    service.strike_session(house.actor("moussa"), struck, MISTAKE)
    refused(lambda: fail(house, dispute))
    held(house, dispute, came=(A, B), result=Result.NO_AGREEMENT)
    held(house, dispute, came=(A,), refused=(B,), result=Result.NO_AGREEMENT)
    team(house, dispute)
    with pytest.raises(NotPermitted):
        fail(house, dispute, by="awa")
    fail(house, dispute, by="bakary")
    assert dispute.stage is Stage.NOT_SETTLED
    with reading(house, dispute) as found:
        (outcome,) = queries.outcomes_of(found)
        assert (outcome.kind, outcome.attempts, outcome.points) == (OutcomeKind.FAIL, 2, "La limite")
        assert len(queries.held_of(found)) == 2
        with pytest.raises(WrongStage):
            fail(house, found)
