"""The secret address of a calendar: made, changed, closed, guessed at; what it shows as its person's sight changes."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256

import pytest
from icalendar import Calendar
from sqlalchemy import func, select

from mediation.accounts import service as accounts
from mediation.accounts.models import Account, SignInTry
from mediation.acts import scope
from mediation.acts.ledger import LedgerDetail, LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.calendars import tokens
from mediation.calendars.ics import Event, folded, written
from mediation.calendars.models import CalendarFetch, CalendarLink
from mediation.commissions import queries as commissions
from mediation.commissions import service as roles
from mediation.commissions.rules import EndFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.places.models import SaidPlace
from tests.builders.accounts import later
from tests.builders.calendars import address_in, phone_of
from tests.builders.parties import party
from tests.builders.sessions import held, planned, team
from tests.builders.teams import assigned, released
from tests.visitor import Visitor

HOSTILE = "Canari;\r\nEND:VEVENT\nSUMMARY:Canari\\,\u202e<b>Canari</b>\t\x1f"


@pytest.fixture
def phone(house, visit):
    """The telephone of the mediator, and one session in a dispute entrusted to them."""
    planned(house, team(house, house.accepted()))
    return phone_of(visit, "awa")


def token_in(phone) -> str:
    return phone.path.removeprefix("/calendar/").removesuffix(".ics")


def test_the_address_is_shown_once_and_only_its_hash_is_kept(house, visit, phone):
    token = token_in(phone)
    assert re.fullmatch("[a-z2-7]{32}", token)
    link = db.session.scalars(select(CalendarLink)).one()
    assert link.token_hash == sha256(f"calendar:{token}".encode()).hexdigest()
    kept = "".join((*db.session.scalars(select(LedgerDetail.changes)), *db.session.scalars(select(LedgerEntry.canon))))
    assert token not in kept and link.token_hash not in kept
    page = visit("awa").get("/account/calendar/").text
    assert token not in page and "Lue par un téléphone" in page and "pas encore" in page


def test_the_acts_lie_in_the_stream_of_the_account(house, visit, phone):
    visitor = visit("awa")
    visitor.post("/account/calendar/renew/")
    visitor.post("/account/calendar/close/")
    told = db.session.scalars(select(LedgerEntry.act).where(
        LedgerEntry.stream == f"account:{house.ids['awa']}", LedgerEntry.act.startswith("calendar."))
        .order_by(LedgerEntry.seq)).all()
    assert told == ["calendar.make", "calendar.renew", "calendar.close"]


def test_a_form_sent_twice_makes_one_address_and_shows_it_twice(visit):
    visitor, form = visit("awa"), {"key": str(uuid.uuid4())}
    first, again = (visitor.post("/account/calendar/new/", form) for _ in range(2))
    assert address_in(first) == address_in(again)
    assert visit().get(address_in(first)).status_code == 200
    visitor.post("/account/calendar/close/")
    assert visitor.post("/account/calendar/new/", form).location == "/account/calendar/"


def test_a_second_address_is_refused_and_a_changed_one_ends_the_first(house, visit, phone):
    visitor = visit("awa")
    refused = visitor.post("/account/calendar/new/")
    assert address_in(refused) is None and "Vous avez déjà une adresse" in refused.text
    newer = address_in(visitor.post("/account/calendar/renew/"))
    assert phone.fetch().status_code == 404 and visit().get(newer).status_code == 200


def test_two_addresses_asked_for_at_once_leave_one_open(app, house):
    def ask(_):
        visitor = Visitor(app)
        visitor.signed_in(house.ids["awa"])
        return address_in(visitor.post("/account/calendar/new/"))

    db.session.rollback()
    with ThreadPoolExecutor(4) as crowd:
        made = [address for address in crowd.map(ask, range(4)) if address]
    assert len(made) == 1
    assert db.session.scalar(select(func.count(CalendarLink.id)).where(CalendarLink.closed_at.is_(None))) == 1


def test_a_closed_address_gives_nothing_and_nothing_is_left_to_close(visit, phone):
    visitor = visit("awa")
    assert visitor.post("/account/calendar/close/").location == "/account/calendar/"
    assert phone.fetch().status_code == 404
    for verb in ("close", "renew"):
        assert "Il n’y a rien à fermer" in visitor.post(f"/account/calendar/{verb}/").text
    assert "Aucune adresse" in visitor.get("/account/calendar/").text


def test_unknown_closed_and_malformed_addresses_get_the_same_answer(visit, phone):
    closed = phone.path
    visit("awa").post("/account/calendar/close/")
    paths = [closed, f"/calendar/{'a' * 32}.ics", "/calendar/x.ics", f"/calendar/{'A' * 32}.ics", "/calendar/é.ics",
             f"/calendar/{'a' * 3000}.ics", "/calendar/%00.ics", "/calendar/nothing-like-it"]
    answers = [visit().get(path) for path in paths]
    told = {(answer.status_code, answer.text.replace(path, ""), answer.headers["Cache-Control"])
            for answer, path in zip(answers, paths, strict=True)}
    assert len(told) == 1 and answers[0].status_code == 404


def test_guessing_is_counted_for_each_network_address_and_forgotten_after_a_while(visit, phone, monkeypatch):
    monkeypatch.setattr("mediation.accounts.throttle.GUESSES", 5)
    guesser, wrong = visit(), f"/calendar/{'b' * 32}.ics"
    assert [guesser.get(wrong).status_code for _ in range(6)] == [404] * 5 + [429]
    assert phone.fetch().status_code == 429
    elsewhere = {"environ_base": {"REMOTE_ADDR": "10.0.0.9"}}
    assert phone.fetch(**elsewhere).status_code == 200
    assert later(timedelta(minutes=5, seconds=1), phone.visitor.client.get, phone.path).status_code == 200


def test_what_is_no_secret_at_all_is_no_guess_and_asks_nothing_of_the_database(visit):
    visit().get("/calendar/x.ics")
    assert db.session.scalar(select(func.count(SignInTry.id))) == 0


def test_a_calendar_says_what_it_is_and_an_unchanged_one_costs_a_few_bytes(visit, phone):
    answer = phone.fetch()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "Set-Cookie" not in answer.headers
    same = phone.fetch(headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304 and same.data == b""


def test_nobody_signs_in_with_the_address_and_every_other_page_is_kept_nowhere(visit, phone):
    phone.fetch()
    assert phone.visitor.get("/account/").status_code == 302
    assert visit("awa").get("/account/calendar/").headers["Cache-Control"] == "private, no-store"


def test_the_day_it_was_last_fetched_is_told_and_written_once_a_day(app, house, visit, phone):
    for _ in range(3):
        phone.fetch()
    assert db.session.scalars(select(CalendarFetch.fetched_on)).all() == [clock.today()]
    assert "aujourd’hui" in visit("awa").get("/account/calendar/").text
    later(timedelta(days=1), phone.visitor.client.get, phone.path)
    db.session.rollback()
    assert db.session.scalars(select(CalendarFetch.fetched_on)).all() == [clock.today() + timedelta(days=1)]


def test_it_speaks_the_language_of_whoever_made_it(house, visit):
    dispute = house.accepted()
    planned(house, dispute)
    english = visit("moussa")
    english.get("/language/en/")
    path = address_in(english.post("/account/calendar/new/"))
    told = Calendar.from_ical(visit().get(path).data)
    assert str(told["x-wr-calname"]) == "Sessions and visits"
    assert str(told.walk("VEVENT")[0]["summary"]) == f"Session – {dispute.reference}"


@pytest.mark.parametrize("login", ["awa", "moussa", "bakary", "salimata", "admin"])
def test_no_name_village_title_or_word_ever_leaves(house, visit, login):
    """Everything that can be written is a canary: none of them is in any calendar."""
    place = SaidPlace(None, "Canari")
    dispute = team(house, house.accepted(title=HOSTILE, place=place, asked_by="Canari", story="Canari"))
    party(house, dispute, 1, "Canari Coulibaly")
    planned(house, dispute, place=place, planned_hour="Canari")
    held(house, dispute, said=HOSTILE, decided="Canari", place=place)
    phone = phone_of(visit, login)
    body = phone.fetch().text
    assert len(phone.events()) == (0 if login == "admin" else 2)
    for word in ("canari", "coulibaly", "traor", "farako", login):
        assert word not in body.lower()


def test_whoever_becomes_a_party_sees_that_dispute_no_more_in_the_calendar(house, visit):
    dispute, other = house.accepted(), house.accepted()
    reference = other.reference
    planned(house, dispute)
    planned(house, other)
    phone = phone_of(visit, "bakary")
    assert len(phone.events()) == 2
    party(house, dispute, name="Bakary", account_id=house.ids["bakary"])
    assert phone.said() == [f"Séance – {reference}"]


def test_whoever_leaves_the_team_sees_nothing_of_it_in_the_calendar(house, visit):
    dispute = house.accepted()
    planned(house, dispute)
    member = assigned(house, dispute, "awa")
    phone = phone_of(visit, "awa")
    assert len(phone.events()) == 1
    with scope.looking_as(house.actor("moussa")):
        released(house, member)
    assert phone.events() == []


def test_whoever_loses_a_role_or_the_access_has_an_empty_calendar(house, visit):
    planned(house, house.accepted())
    secretary, chair = phone_of(visit, "moussa"), phone_of(visit, "bakary")
    assert len(secretary.events()) == len(chair.events()) == 1
    held_by_moussa = next(one for one in commissions.roles_of(house.institution())
                          if one.account_id == house.ids["moussa"])
    roles.end_role(KEEPER, held_by_moussa, EndFacts(clock.today() - timedelta(days=1)))
    accounts.deactivate_account(house.actor("admin"), db.session.get_one(Account, house.ids["bakary"]), None)
    assert secretary.events() == [] and chair.events() == []


def test_somebody_of_another_institution_sees_nothing_of_it(house, visit):
    planned(house, house.accepted())
    assert phone_of(visit, "kadia").events() == [] and phone_of(visit, "drissa").events() == []


def test_a_secret_is_drawn_at_random_or_from_its_own_seed():
    assert len({tokens.drawn() for _ in range(50)}) == 50
    assert tokens.drawn(b"one") == tokens.drawn(b"one") != tokens.drawn(b"two")


@pytest.mark.parametrize("words", [HOSTILE, "é" * 200, "a" * 74, "😀" * 60, "ɛɔɲŋ ߞߊ߬ ⵣ " * 20, "\\n;,\\", ""])
def test_whatever_is_written_is_read_back_as_it_was_in_lines_that_are_not_too_long(words):
    now = clock.now()
    body = written(words, [Event("uid;1,2", 3, now, words, words, "http://localhost/\r\nX:1", now.date(), now.date())])
    assert all(len(line) <= 75 and line.decode() is not None for line in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")
    event = Calendar.from_ical(body).walk("VEVENT")[0]
    said = re.sub(r"[\x00-\x08\x0b-\x1f]", "", words.replace("\r\n", "\n"))
    assert str(event["summary"]) == str(event.get("location", "")) == said
    assert str(event["uid"]) == "uid;1,2" and "X" not in event


def test_a_long_line_is_folded_between_characters():
    line = "SUMMARY:" + "é" * 100
    pieces = [piece.decode() for piece in folded(line).removesuffix(b"\r\n").split(b"\r\n")]
    assert [len(piece.encode()) for piece in pieces] == [74, 75, 61]
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line
