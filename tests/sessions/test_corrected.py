"""Sessions struck out, completed and corrected once they were held."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from mediation.acts.refusals import StaleForm, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage
from mediation.disputes import service as examination
from mediation.disputes.rules import AcceptFacts
from mediation.kernel.db import db
from mediation.sessions import queries, rules, service
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.models import Attendance, BenchMember
from tests.builders.agreements import in_mediation, signed
from tests.builders.land import one_field
from tests.builders.parties import two_sides
from tests.builders.refusals import refused
from tests.builders.sessions import days, held, planned, reading, team

A, B = 1, 2


MISTAKE = StrikeFacts("saisi par erreur")


HELD = rules.SessionFacts(happened_on=days(-1), result=Result.GOES_ON)


def test_a_struck_session_counts_for_nothing_and_takes_no_further_act(house):
    dispute = house.registered()
    two_sides(house, dispute)
    one_field(house, dispute)
    done, plan = held(house, dispute, came=(A,)), planned(house, dispute)
    assert refused(service.strike_session, house.actor("moussa"), done, StrikeFacts("")).field == "reason"
    for one in (done, plan):
        service.strike_session(house.actor("moussa"), one, MISTAKE)
    with pytest.raises(WrongStage):
        service.amend_session(house.actor("moussa"), done, HELD)
    with pytest.raises(WrongStage):
        service.record_session(house.actor("moussa"), plan, HELD)
    examination.accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
    assert dispute.stage is Stage.ACCEPTED
    with reading(house, dispute) as found:
        assert len(queries.sessions_of(found)) == 2
        assert queries.held_of(found) == [] and queries.planned_of(found) == []
        assert queries.turnout(queries.sessions_of(found)) == {}


def test_a_session_on_which_a_signed_agreement_rests_is_not_struck_and_another_one_is(house):
    dispute = in_mediation(house)
    held(house, dispute)
    with reading(house, dispute) as found:
        signed(house, found, found_at=1)
        first, second = queries.sessions_of(found)
        broken = refused(service.strike_session, house.actor("moussa"), first, MISTAKE)
        assert "accord signé" in str(broken.text)
        service.strike_session(house.actor("moussa"), second, MISTAKE)
        assert second.struck_at


def test_completing_a_session_corrects_who_came_and_crosses_out_who_did_not(house):
    dispute = team(house, house.accepted())
    done = held(house, dispute, came=(A, B), bench=(rules.SeatFacts("Awa"), rules.SeatFacts("Un inconnu")))
    service.amend_session(
        house.actor("moussa"),
        done,
        replace(
            HELD,
            said="Mieux dit",
            attendance=(
                rules.PresenceFacts(Presence.REFUSED, party=A),
                rules.PresenceFacts(Presence.CAME, name="Sira"),
            ),
            bench=(rules.SeatFacts("Awa", chaired=True),),
        ),
    )
    with reading(house, dispute) as file:
        found = queries.session_in(file, 1)
        assert found.said == "Mieux dit"
        assert [(p.shown, p.presence.value) for p in found.attendance] == [
            ("Adama Coulibaly", "refused"),
            ("Sira", "came"),
        ]
        assert [p.shown for p in found.every_attendance if p.struck_at] == ["Famille Traoré"]
        assert [(m.name, m.chaired) for m in found.bench] == [("Awa", True)]
        assert [m.struck_reason for m in found.every_seat if m.struck_at] == [
            "Retiré en complétant la séance."
        ]
        assert len(list(db.session.scalars(select(Attendance)))) == 3
        assert len(list(db.session.scalars(select(BenchMember)))) == 2


def test_a_planned_session_is_not_completed_before_it_was_held(house):
    dispute = house.accepted()
    plan = planned(house, dispute)
    with pytest.raises(WrongStage):
        service.amend_session(house.actor("moussa"), plan, HELD)


def test_of_two_completions_from_the_same_copy_the_second_is_refused_even_about_attendance_only(house):
    dispute = house.accepted()
    done = held(house, dispute)
    seen = dispute.act_count
    came = replace(HELD, attendance=(rules.PresenceFacts(Presence.CAME, party=A),))
    service.amend_session(house.actor("moussa"), done, came, seen=seen)
    with pytest.raises(StaleForm):
        service.amend_session(house.actor("moussa"), done, HELD, seen=seen)


def test_an_added_session_makes_nobodys_form_stale(house):
    dispute = house.accepted()
    done = held(house, dispute)
    seen = dispute.act_count
    held(house, dispute, came=(A,))
    planned(house, dispute)
    service.amend_session(house.actor("moussa"), done, replace(HELD, said="Complété"), seen=seen)
    assert done.said == "Complété"
