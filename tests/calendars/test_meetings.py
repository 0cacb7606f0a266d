"""What a calendar holds: sessions and visits as they are planned, moved, called off, held and struck out."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from icalendar import Calendar

from mediation.acts import scope
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Ending
from mediation.calendars.events import clock_time
from mediation.disputes import service as disputes
from mediation.followup import service as followup
from mediation.followup.rules import CloseFacts, ReopenFacts
from mediation.kernel import clock, dates
from mediation.places.models import SaidPlace
from mediation.places.queries import find as place
from mediation.sessions import rules, service
from mediation.sessions.kinds import Result
from tests.builders import SAISINE
from tests.builders import followup as visits
from tests.builders.agreements import signed
from tests.builders.calendars import phone_of
from tests.builders.casefile import statements
from tests.builders.sessions import days, held, planned, team

THIS_YEAR = clock.today().year
STRIKE = StrikeFacts("Saisi par erreur")


@pytest.fixture
def phone(visit, house):
    """The telephone of the secretary."""
    return phone_of(visit, "moussa")


def does(house, verb, subject, facts, by="moussa"):
    """What somebody does to a row that was read before."""
    with scope.looking_as(house.actor(by)):
        return verb(house.actor(by), subject, facts)


def put_off(house, session, on=None, **more):
    """The session that another was put off to, if there is a day."""
    with scope.looking_as(house.actor("moussa")):
        return service.postpone_session(
            house.actor("moussa"), session, rules.PostponeFacts("Pluies", on, **more)).postponed_to


def known(event) -> tuple:
    """By what a telephone knows an entry, and whether it is called off."""
    return str(event["uid"]), str(event["status"])


def test_a_planned_session_is_an_entry_with_its_hour_and_the_number_of_its_dispute(house, phone):
    dispute = house.accepted()
    planned(house, dispute, planned_hour="9 h 30")
    event = phone.event()
    assert str(event["summary"]) == f"Séance – {dispute.reference}"
    assert event.start == datetime.combine(days(7).earliest, time(9, 30), UTC)
    assert str(event["status"]) == "CONFIRMED" and event["sequence"] == 0
    assert str(event["url"]) == str(event["description"]) == f"http://localhost/disputes/{dispute.reference}/"


@pytest.mark.parametrize(("settled", "ends"), [
    ("", "@dossiers"), ("https://registre.example.org", "@registre.example.org"),
    ("http://192.168.1.2:5000/mali", "@192.168.1.2"), ("registre.example.org", "@dossiers")])
def test_an_entry_is_the_same_under_whatever_name_the_register_is_asked(app, house, phone, monkeypatch, settled, ends):
    planned(house, house.accepted())
    monkeypatch.setitem(app.config, "SERVER_NAME", None)
    monkeypatch.setitem(app.config, "ADDRESS", settled)
    names = ("http://localhost", "https://localhost:8443", "http://192.168.1.7:5000", "https://other.example.net")
    asked = [phone.fetch(base_url=name).text for name in names]
    uids = {str(Calendar.from_ical(one).walk("VEVENT")[0]["uid"]) for one in asked}
    assert len(uids) == 1 and uids.pop().endswith(ends)


@pytest.mark.parametrize("words", [None, "après la prière", "9 h ou 10 h", "24 h", "le matin", "9"])
def test_an_hour_that_is_no_hour_of_a_clock_gives_a_whole_day(house, phone, words):
    planned(house, house.accepted(), planned_hour=words)
    event = phone.event()
    assert event.start == days(7).earliest and event.end == days(8).earliest
    assert "prière" not in phone.fetch().text


@pytest.mark.parametrize(("words", "hour", "minute"), [
    ("9 h 30", 9, 30), ("9h", 9, 0), ("09:05", 9, 5), ("à 15 heures", 15, 0), ("vers 8 h", 8, 0), ("16.45", 16, 45),
    ("9 h 30 mn", 9, 30), ("9\u202fh\u202f30", 9, 30), ("2 pm", 14, 0), ("12 am", 0, 0), ("12:30 PM", 12, 30)])
def test_an_hour_is_read_as_it_is_written(words, hour, minute):
    assert clock_time(words) == time(hour, minute)


@pytest.mark.parametrize("words", ["", "25 h", "13 pm", "0 am", "9:", "h", "9 h 60", "9 h 5", "-9 h", "٩ h"])
def test_what_is_not_an_hour_is_read_as_none(words):
    assert clock_time(words) is None


def test_a_session_put_off_is_the_same_entry_moved_with_a_higher_number(house, phone):
    session = planned(house, house.accepted(), planned_hour="9 h")
    before = phone.event()
    later = put_off(house, session, days(20), planned_hour="10 h")
    middle = phone.event()
    put_off(house, later, days(30))
    after = phone.event()
    assert known(before) == known(middle) == known(after)
    assert before["sequence"] < middle["sequence"] < after["sequence"]
    assert middle.start == datetime.combine(days(20).earliest, time(10), UTC)
    assert after.start == days(30).earliest


def test_a_session_put_off_to_no_day_or_to_a_season_is_called_off_where_it_was(house, phone):
    first, second = planned(house, house.accepted()), planned(house, house.accepted(), on=days(9))
    put_off(house, first)
    put_off(house, second, dates.in_season(dates.Season.RAINY, clock.today().year + 1))
    assert [(event.start, str(event["status"])) for event in phone.events()] == [
        (days(7).earliest, "CANCELLED"), (days(9).earliest, "CANCELLED")]
    assert all(said.startswith("Séance reportée – ") for said in phone.said())


def test_cancelling_and_striking_call_the_same_entry_off(house, phone):
    first, second = planned(house, house.accepted()), planned(house, house.accepted(), on=days(9))
    before = phone.events()
    does(house, service.cancel_session, first, rules.CancelFacts("Deuil"))
    does(house, service.strike_session, second, STRIKE)
    after = phone.events()
    assert [str(event["uid"]) for event in after] == [str(event["uid"]) for event in before]
    assert [str(event["status"]) for event in after] == ["CANCELLED"] * 2
    assert all(one["sequence"] < other["sequence"] for one, other in zip(before, after, strict=True))
    assert all(said.startswith("Séance annulée – ") for said in phone.said())


def test_a_session_that_was_held_is_the_entry_that_was_planned(house, phone):
    session = planned(house, house.accepted(), planned_hour="9 h")
    before = phone.event()
    does(house, service.record_session, session, rules.SessionFacts(
        days(-1), Result.GOES_ON, "On continue"))
    after = phone.event()
    assert known(after) == known(before) and after["sequence"] > before["sequence"]
    assert after.start == days(-1).earliest


def test_a_session_never_planned_is_an_entry_of_the_day_it_was_held(house, phone):
    dispute = house.accepted()
    held(house, dispute)
    assert phone.event().start == days(-1).earliest and phone.said() == [f"Séance – {dispute.reference}"]


def test_a_month_is_an_entry_of_the_whole_month_until_the_day_is_fixed(house, phone):
    ahead = clock.today().replace(day=1) + timedelta(days=62)
    session = planned(house, house.accepted(), on=dates.in_month(ahead.year, ahead.month))
    whole = phone.event()
    first = ahead.replace(day=1)
    assert whole.start == first and whole.end == (first + timedelta(days=31)).replace(day=1)
    assert phone.said()[0].startswith("Séance, jour à fixer – ") and str(whole["status"]) == "TENTATIVE"
    put_off(house, session, days(20))
    fixed = phone.event()
    assert str(fixed["uid"]) == str(whole["uid"]) and fixed.start == days(20).earliest


@pytest.mark.parametrize("when", [
    dates.in_season(dates.Season.COLD, THIS_YEAR + 1), dates.in_year(THIS_YEAR + 1),
    dates.after("la récolte"), dates.unknown("bientôt"), dates.weekday("vendredi prochain")])
def test_what_has_neither_a_day_nor_a_month_is_no_entry(house, phone, when):
    planned(house, house.accepted(), on=when)
    assert phone.events() == []


def test_only_what_is_near_is_told(house, phone):
    dispute = house.accepted()
    for far in (-89, -91, 399, 401):
        if far < 0:
            held(house, dispute, happened_on=days(far))
        else:
            planned(house, dispute, on=days(far))
    assert [event.start for event in phone.events()] == [days(-89).earliest, days(399).earliest]


def test_a_visit_is_an_entry_moved_to_the_day_it_was_made_or_called_off(house, phone):
    with scope.looking_as(house.actor("moussa")):
        agreement = signed(house)
        visit = visits.planned(house, agreement)
    before = next(event for event in phone.events() if "Visite" in event["summary"])
    assert before.start == days(7).earliest
    with scope.looking_as(house.actor("moussa")):
        visits.visited(house, visit)
    made = next(event for event in phone.events() if "Visite" in event["summary"])
    does(house, followup.strike_visit, visit, STRIKE)
    struck = next(event for event in phone.events() if "Visite" in event["summary"])
    assert str(before["uid"]) == str(made["uid"]) == str(struck["uid"])
    assert made.start == days(0).earliest and str(struck["status"]) == "CANCELLED"
    assert before["sequence"] < made["sequence"] < struck["sequence"]
    assert str(struck["summary"]).startswith("Visite de suivi annulée – ")


def test_closing_a_dispute_calls_its_planned_sessions_off_and_reopening_calls_them_back(house, phone):
    dispute = house.accepted()
    planned(house, dispute)
    told = [phone.event()]
    does(house, followup.close_dispute, dispute, CloseFacts(Ending.OVERTAKEN, "Le champ est inondé"))
    told.append(phone.event())
    does(house, followup.reopen_dispute, dispute, ReopenFacts("Clos par erreur", False), by="bakary")
    told.append(phone.event())
    assert [str(event["status"]) for event in told] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert told[0]["sequence"] < told[1]["sequence"] < told[2]["sequence"]


@pytest.mark.parametrize(("dispute_at", "session_at", "commune"), [
    ("R1C1A1", None, "Massigui"), ("R1C1A1", "R1C1B", "Koba"), ("Sous le fromager", "R1C1A2", "Massigui"),
    ("Sous le fromager", None, "Massigui"), ("Sous le fromager", "Sous le fromager", "Massigui"),
    ("R1C1A1", "chez le juge de Sikasso", None), ("R1C1A1", "R1C1", None)])
def test_the_place_is_a_commune_or_nothing(house, phone, dispute_at, session_at, commune):
    def said(told):
        if told is None:
            return None
        return SaidPlace(place(told).id, place(told).name) if told.startswith("R1") else SaidPlace(None, told)

    planned(house, house.accepted(place=said(dispute_at)), place=said(session_at))
    assert phone.event().get("location") == commune


def test_the_moments_told_are_those_of_the_acts_so_that_nothing_differs_by_itself(house, phone):
    planned(house, house.accepted())
    first, again = phone.fetch(), phone.fetch()
    assert first.data == again.data and first.headers["ETag"] == again.headers["ETag"]
    event = phone.event()
    assert event["dtstamp"].dt == event["last-modified"].dt


@pytest.mark.parametrize("login", ["awa", "moussa", "salimata"])
def test_a_calendar_asks_as_much_for_thirty_disputes_as_for_one(app, house, visit, login):
    phone, asked = phone_of(visit, login), []
    for number in (1, 29):
        for _one in range(number):
            later = put_off(house, planned(house, team(house, house.accepted())), days(9))
            put_off(house, later, days(11))
        phone.fetch()
        with statements(app) as made:
            assert len(phone.events()) == (1 if number == 1 else 30)
        asked.append(len(made))
    assert asked[0] == asked[1] <= 9


def test_a_dispute_that_moves_to_another_commune_takes_its_entries_along(house, phone):
    dispute = house.accepted()
    planned(house, dispute)
    before = phone.event()
    does(house, disputes.amend_dispute, dispute, replace(SAISINE, place=SaidPlace(place("R1C1B").id, "Koba")))
    after = phone.event()
    assert str(after["location"]) == "Koba" and after["sequence"] > before["sequence"]
