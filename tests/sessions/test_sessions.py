"""Sessions are planned, held, put off and completed; what was heard moves the dispute, nothing else does."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import event, select

from mediation.acts import scope
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import SessionStage, Stage
from mediation.disputes import service as examination
from mediation.disputes.kinds import Relation
from mediation.disputes.rules import AcceptFacts
from mediation.kernel.dates import in_month, unknown
from mediation.kernel.db import db
from mediation.parties.kinds import Language
from mediation.parties.queries import parties_of
from mediation.places.models import SaidPlace
from mediation.sessions import queries, rules, service
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.models import MediationSession, ReservedNote
from tests.acts.attacker import Attacker
from tests.builders.land import one_field
from tests.builders.parties import two_sides, witness
from tests.builders.refusals import refused
from tests.builders.sessions import days, held, planned, reading, team

A, B = 1, 2
HELD = rules.SessionFacts(happened_on=days(-1), result=Result.GOES_ON)


def entries(dispute, act: str) -> list[LedgerEntry]:
    return list(
        db.session.scalars(
            select(LedgerEntry)
            .where(LedgerEntry.stream == dispute.stream, LedgerEntry.act == act)
            .order_by(LedgerEntry.seq)
        )
    )


def test_a_stranger_may_not_plan_nor_record_a_session(house):
    dispute = house.accepted()
    for login in ("kadia", "drissa", "salimata", "bakary", "admin", "awa"):
        with pytest.raises(NotPermitted):
            held(house, dispute, by=login)
        with pytest.raises(NotPermitted):
            planned(house, dispute, by=login)
    assert held(house, team(house, dispute), by="awa").number == 1


def test_a_session_at_which_somebody_came_puts_an_accepted_dispute_in_mediation(house):
    dispute = house.accepted()
    held(house, dispute, came=(A,), absent=(B,))
    assert dispute.stage is Stage.IN_MEDIATION
    assert json.loads(entries(dispute, "session.record")[0].canon)["stages"] == ["accepted", "in_mediation"]


def test_a_session_to_which_nobody_came_leaves_the_dispute_accepted(house):
    dispute = house.accepted()
    held(house, dispute, absent=(A, B), result=Result.ABSENCE)
    assert dispute.stage is Stage.ACCEPTED


def test_people_may_be_heard_before_the_dispute_is_accepted(house):
    dispute = house.registered()
    two_sides(house, dispute)
    one_field(house, dispute)
    held(house, dispute, came=(A, B))
    assert dispute.stage is Stage.REGISTERED
    examination.accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
    assert dispute.stage is Stage.IN_MEDIATION


@pytest.mark.parametrize(
    ("facts", "somebody"),
    [
        (replace(HELD, result=Result.GOES_ON), True),
        (replace(HELD, result=Result.ABSENCE), False),
        (replace(HELD, result=Result.POSTPONED), False),
        (replace(HELD, result=Result.ABSENCE, women=1), True),
        (replace(HELD, result=Result.ABSENCE, participants=12), True),
        (replace(HELD, women=0, men=0, result=None), False),
        (replace(HELD, attendance=(rules.PresenceFacts(Presence.REFUSED, party=1),)), False),
        (replace(HELD, attendance=(rules.PresenceFacts(Presence.CAME, name="Le griot"),)), True),
        (replace(HELD, somebody_came=False), False),
        (replace(HELD, result=Result.ABSENCE, somebody_came=True), True),
    ],
)
def test_whether_somebody_came_is_said_or_follows_from_who_was_there(facts, somebody):
    assert rules.came(facts) is somebody


def test_a_session_is_told_whole_and_read_back(house):
    dispute = team(house, house.accepted())
    seen = witness(house, dispute, alias="Témoin du marigot")
    facts = rules.SessionFacts(
        happened_on=in_month(2025, 3, "vers le mois de mars"),
        result=Result.AGREEMENT,
        said="A ferme les jardins.",
        kind=SessionKind.SITE_VISIT,
        place=SaidPlace(None, "70 km au nord-ouest", "Mauritanie"),
        duration="deux jours",
        attendance=(
            rules.PresenceFacts(Presence.CAME, party=A),
            rules.PresenceFacts(Presence.REFUSED, party=B),
            rules.PresenceFacts(Presence.ABSENT, representative=1),
            rules.PresenceFacts(Presence.CAME, witness=seen.number),
            rules.PresenceFacts(Presence.CAME, name="Un griot", quality="griot des deux côtés"),
        ),
        bench=(rules.SeatFacts("Awa", chaired=True), rules.SeatFacts("Le vieux Diarra", "ancien")),
        women=0,
        men=6,
        participants=9,
        languages=(Language.FULFULDE, Language.BAMANANKAN),
        decided="Visite des bornes",
        next_words="Chercher le papier de 1956",
    )
    number = service.record_session(house.actor("awa"), dispute, facts).number
    with reading(house, dispute, "awa") as file:
        found = queries.session_in(file, number)
        assert (found.held_on.words, found.place.country, found.women, found.participants) == (
            "vers le mois de mars",
            "Mauritanie",
            0,
            9,
        )
        assert set(found.languages) == {Language.FULFULDE, Language.BAMANANKAN}
        assert [(p.letter, p.shown, p.presence.value) for p in found.attendance] == [
            ("A", "Adama Coulibaly", "came"),
            ("B", "Famille Traoré", "refused"),
            ("B", "Siaka Traoré", "absent"),
            ("", "Témoin du marigot", "came"),
            ("", "Un griot", "came"),
        ]
        assert found.chaired_by.name == "Awa" and found.chaired_by.account_id == house.ids["awa"]
        assert [m.name for m in found.bench] == ["Awa", "Le vieux Diarra"]


def test_unknown_counts_stay_unknown(house):
    dispute = house.accepted()
    held(house, dispute)
    with scope.seen_by(KEEPER):
        found = db.session.scalar(select(MediationSession))
        assert (found.women, found.men, found.participants) == (None, None, None)


def test_a_session_cannot_certainly_be_still_to_come(house):
    dispute = house.accepted()
    assert refused(lambda: held(house, dispute, happened_on=days(1))).field == "happened_on"
    held(house, dispute, happened_on=days(0))
    held(house, dispute, happened_on=unknown("on ne sait plus"))


def test_a_session_long_ago_may_be_written_down_late(house):
    dispute = house.accepted()
    held(house, dispute, happened_on=days(-9000))
    entry = entries(dispute, "session.record")[0]
    assert json.loads(entry.canon)["on"][1] == "day" and entry.recorded_at.date() > days(-9000).latest


def test_a_session_that_was_held_says_how_it_ended(house):
    dispute = house.accepted()
    assert refused(lambda: held(house, dispute, result=None)).field == "result"
    held(house, dispute, result=Result.NO_AGREEMENT)


def test_women_and_men_are_not_more_than_everybody(house):
    dispute = house.accepted()
    assert refused(lambda: held(house, dispute, women=3, men=4, participants=6)).field == "participants"
    held(house, dispute, women=3, men=4, participants=7)
    held(house, dispute, women=3, men=4)


def test_nobody_came_and_somebody_was_there_are_not_both_true(house):
    dispute = house.accepted()
    assert refused(lambda: held(house, dispute, came=(A,), somebody_came=False)).field == "somebody_came"
    held(house, dispute, absent=(A,), somebody_came=False)


def test_whoever_was_there_or_sat_is_named_once(house):
    dispute = house.accepted()
    nameless = rules.PresenceFacts(Presence.CAME, quality="griot")
    twice = (rules.PresenceFacts(Presence.CAME, name="Sira"),) * 2
    for people, field in (((nameless,), "attendance-0-name"), (twice, "attendance-1-presence")):
        assert refused(held, house, dispute, attendance=people).field == field
    for bench, field in (
        ((rules.SeatFacts(None, "ancien"),), "bench-0-name"),
        ((rules.SeatFacts("Awa"), rules.SeatFacts("Awa", "chef")), "bench-1-seat"),
    ):
        assert refused(held, house, dispute, bench=bench).field == field
    held(house, dispute, attendance=(twice[0],), bench=(rules.SeatFacts("Awa"),))


def test_a_group_that_sat_is_counted_or_not_but_never_nought(house):
    dispute = house.accepted()
    for people in (0, -1):
        broken = refused(held, house, dispute, bench=(rules.SeatFacts("Les chefs", people=people),))
        assert broken.field == "bench-0-people" and "au moins 1" in str(broken.text)
    held(house, dispute, bench=(rules.SeatFacts("Les chefs", people=30), rules.SeatFacts("Awa")))
    with reading(house, dispute) as file:
        assert [one.people for one in queries.session_in(file, 1).bench] == [30, None]
    assert "ck_bench_member_people_some" in Attacker(db.engine).try_to("UPDATE bench_member SET people = 0")


def test_one_person_chairs_or_nobody_known(house):
    dispute = house.accepted()
    two = (rules.SeatFacts("Awa", chaired=True), rules.SeatFacts("Bakary", chaired=True))
    assert refused(lambda: held(house, dispute, bench=two)).field == "bench-1-seat"
    held(house, dispute, bench=two[:1])
    held(house, dispute, bench=(rules.SeatFacts("Awa"),))


def test_somebody_of_another_dispute_cannot_come_to_this_one(house):
    dispute, other = house.accepted(), house.accepted()
    two_sides(house, other)
    with pytest.raises(NotFound):
        held(house, dispute, came=(4,))
    with scope.seen_by(KEEPER):
        assert db.session.scalar(select(MediationSession)) is None


def test_one_form_brings_the_session_the_next_one_and_the_note(house):
    dispute = team(house, house.accepted())
    facts = rules.ReportFacts(HELD, rules.PlanFacts(days(12), "9 h"), "Le fils doute.")
    key = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"
    first = service.report_session(house.actor("awa"), dispute, facts, key=key).number
    with reading(house, dispute, "awa") as dispute:
        assert service.report_session(house.actor("awa"), dispute, facts, key=key).number == first == 1
    keys = db.session.scalars(
        select(LedgerEntry.key).where(LedgerEntry.key.startswith(key)).order_by(LedgerEntry.id)
    )
    assert list(keys) == [f"{key}/1", f"{key}/2", f"{key}/3"]
    with reading(house, dispute, "awa") as found:
        assert [one.stage for one in queries.sessions_of(found)] == [SessionStage.HELD, SessionStage.PLANNED]
        assert [note.session_number for note in queries.notes_of(found)] == [1]


@pytest.mark.parametrize(
    ("by", "facts", "refusal"),
    [
        ("awa", rules.ReportFacts(HELD, rules.PlanFacts(days(-5)), "Note"), BrokenRule),
        ("moussa", rules.ReportFacts(HELD, rules.PlanFacts(days(5)), "Une note de secrétaire"), NotPermitted),
    ],
)
def test_what_one_form_brings_is_kept_whole_or_not_at_all(house, by, facts, refusal):
    dispute = team(house, house.accepted())
    with pytest.raises(refusal):
        service.report_session(house.actor(by), dispute, facts)
    assert dispute.stage is Stage.ACCEPTED and entries(dispute, "session.record") == []
    with scope.seen_by(KEEPER):
        assert db.session.scalar(select(MediationSession)) is None
        assert db.session.scalar(select(ReservedNote.id)) is None


def test_how_a_party_answered_is_counted_over_the_sessions_held(house):
    dispute = house.accepted()
    held(house, dispute, came=(A,), absent=(B,))
    held(house, dispute, attendance=(rules.PresenceFacts(Presence.CAME, representative=1),))
    held(house, dispute, refused=(B,))
    planned(house, dispute)
    with reading(house, dispute) as found:
        first, second = parties_of(found)
        counts = queries.turnout(queries.sessions_of(found))
        assert counts[first.id] == queries.Turnout(held=1, came=1)
        assert counts[second.id] == queries.Turnout(held=3, came=1, refused=1, absent=1)


def test_hearing_one_side_only_is_a_warning_between_farmers_and_herders(house):
    dispute = house.accepted(relation=Relation.FARMER_HERDER)
    held(house, dispute, came=(A,))
    with reading(house, dispute) as found:
        assert len(queries.warnings_of(found, queries.session_in(found, 1))) == 1
        held(house, found, came=(B,))
    with reading(house, found) as found:
        assert queries.warnings_of(found, queries.session_in(found, 1)) == []


def test_a_separate_meeting_of_several_sides_is_a_warning():
    assert rules.warnings_for(SessionKind.SEPARATE, {1, 2}, {1, 2}, {1, 2}, None)
    assert not rules.warnings_for(SessionKind.SEPARATE, {1}, {1}, {1, 2}, Relation.FARMERS)
    assert not rules.warnings_for(SessionKind.JOINT, {1, 2}, {1, 2}, {1, 2}, Relation.FARMER_HERDER)


def test_sessions_are_read_in_few_statements_however_many(house):
    dispute = house.accepted()
    for _number in range(4):
        held(house, dispute, came=(A, B), bench=(rules.SeatFacts("Awa"),))
    counted = []
    with reading(house, dispute) as found:
        event.listen(db.engine, "before_cursor_execute", counter := lambda *given: counted.append(given[2]))
        for one in queries.sessions_of(found):
            assert [p.shown for p in one.attendance] and one.bench[0].name
        event.remove(db.engine, "before_cursor_execute", counter)
    assert len(counted) <= 3, counted
