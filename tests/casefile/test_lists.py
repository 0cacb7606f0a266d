"""The list of disputes: views, filters, orders, pages, and what it asks of the database."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import create_engine, insert, select

from mediation.acts import scope
from mediation.acts.scope import Actor, Sight
from mediation.casefile import lists
from mediation.casefile.lists import Listed, Sorting, View
from mediation.commissions.delays import Delays
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.models import Dispute
from mediation.disputes.rules import WithdrawFacts
from mediation.disputes.service import withdraw_dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.places.models import SaidPlace
from tests.builders.casefile import fresh, number_of, signed, statements
from tests.builders.sessions import days, planned, team

NUMBER = re.compile(r'/disputes/([A-Z]+-\d{4}-\d{4,})/"><b>')
AFTER = re.compile(r'rel="next" href="([^"]+)"')
BEFORE = re.compile(r'rel="prev" href="([^"]+)"')


def numbers(answer) -> list[str]:
    """The numbers in the table, in its order."""
    return NUMBER.findall(answer.get_data(as_text=True))


def neighbour(answer, pattern) -> str | None:
    """The address of the next or previous page."""
    found = pattern.search(answer.get_data(as_text=True))
    return found.group(1).replace("&amp;", "&") if found else None


@pytest.mark.parametrize("login", ["moussa", "salimata", "awa"])
def test_the_list_asks_as_much_for_forty_disputes_as_for_one(app, house, visit, login):
    visitor, asked = visit(login), []
    for disputes in (1, 39):
        for _one in range(disputes):
            planned(house, team(house, house.registered()), on=days(3))
        visitor.get("/disputes/")
        with statements(app) as made:
            answer = visitor.get("/disputes/")
        asked.append(len(made))
        assert answer.status_code == 200
    assert len(numbers(answer)) == 40
    assert asked[0] == asked[1] <= 10


def test_another_commune_and_a_party_see_none_of_it(house, visit):
    number = number_of(house, fresh)
    assert numbers(visit("kadia").get("/disputes/")) == []
    assert numbers(visit("moussa").get("/disputes/")) == [number]
    assert visit("admin").get("/disputes/").status_code == 403
    assert visit().get("/disputes/").status_code == 302


def test_pages_go_there_and_back_without_loss_or_double_while_others_write(house, visit):
    written = [house.registered().reference for _one in range(104)]
    visitor = visit("moussa")
    first = visitor.get("/disputes/")
    later = [house.registered().reference for _one in range(3)]
    second = visitor.get(neighbour(first, AFTER))
    third = visitor.get(neighbour(second, AFTER))
    seen = numbers(first) + numbers(second) + numbers(third)
    assert seen == written[::-1]
    assert neighbour(third, AFTER) is None
    assert numbers(visitor.get(neighbour(third, BEFORE))) == numbers(second)
    back = visitor.get(neighbour(second, BEFORE))
    assert numbers(back) == numbers(first)
    assert numbers(visitor.get(neighbour(back, BEFORE))) == later[::-1]


@pytest.mark.parametrize("order", [one.value for one in Sorting])
def test_each_order_keeps_its_pages_apart(house, visit, order):
    for _one in range(53):
        house.registered()
    visitor = visit("moussa")
    first = visitor.get(f"/disputes/?order={order}")
    second = visitor.get(neighbour(first, AFTER))
    assert parse_qs(urlsplit(neighbour(first, AFTER)).query).get("order", ["recent"]) == [order]
    assert len(set(numbers(first) + numbers(second))) == 53
    assert numbers(first) == sorted(numbers(first), reverse=order != "number")


def test_the_last_act_brings_a_dispute_to_the_top(house, visit):
    old = house.registered()
    number, _recent = old.reference, house.registered()
    team(house, old)
    assert numbers(visit("moussa").get("/disputes/?order=acted"))[0] == number


@pytest.mark.parametrize(("filters", "expected"), [
    ("village=ndjenne", 1), ("village=N%27Djenn%C3%A9", 1), ("village=koba", 0), ("village=%25", 0),
    ("stage=registered", 3), ("stage=accepted", 0), ("kind=corridor", 1), ("mediator=AWA", 1), ("mediator=drissa", 0),
    ("since=2000-01-01", 3), ("since=2999-01-01", 0), ("view=all", 4), ("view=closed", 1), ("view=late", 1),
    ("kind=corridor&village=farako", 1), ("kind=corridor&village=djenne", 0),
])
def test_filters_and_views_live_in_the_address(house, visit, filters, expected):
    house.registered(place=SaidPlace(None, "N’Djénné"))
    house.registered(kind=DisputeKind.CORRIDOR)
    with clock.moved_by(timedelta(days=-30)):
        planned(house, team(house, house.registered()), on=days(5))
    ended = house.registered()
    withdraw_dispute(house.actor("moussa"), ended, WithdrawFacts("La famille", "Entente", days(0)))
    answer = visit("moussa").get(f"/disputes/?{filters}")
    assert len(numbers(answer)) == expected, filters
    if filters.count("=") == 1 and expected:
        said = re.search(r"<p>(\d+) dossiers?, ", answer.get_data(as_text=True))
        assert int(said.group(1)) == expected


@pytest.mark.parametrize("query", [
    "page=AAAA", "page=%00", "page=WyJyZWNlbnQiLDAsIjIwMjYtMDEtMDEiLDk5OTk5OTk5OTk5OTk5OTk5OTk5XQ",
    "page=" + "x" * 5000, "page=W1tbW1tbW1tb", "page=WyJyZWNlbnQiLDAsIlx1MDAwMCIsMV0", "page=é", "view=nothing",
    "order=' OR 1=1 --",
    "since=31/02/2026", "since=%00", "village=%00", "village=" + "é" * 400, "stage=closed&stage=accepted&kind=%F0%9F",
    "mediator=%25_%5C%27", "village=%25%25%25", "since=9999-99-99", "q=1&page[]=2", "village[]=x", "kind=" + "a" * 4000,
])
def test_no_address_however_odd_breaks_the_list(house, visit, query):
    number = number_of(house, fresh)
    answer = visit("moussa").get(f"/disputes/?{query}")
    assert answer.status_code == 200
    assert "/sign-in/" not in answer.get_data(as_text=True)
    if query.startswith(("page", "order", "view")):
        assert numbers(answer) == [number]


def test_what_cannot_be_read_says_so_beside_its_box_and_stays(house, visit):
    page = visit("moussa").get("/disputes/?since=31/02/2026&village=Koba").get_data(as_text=True)
    assert "31/02/2026" in page and 'value="Koba"' in page
    assert 'id="since-error"' in page


def test_where_a_dispute_stands_is_told_in_exact_days(house, visit):
    with clock.moved_by(timedelta(days=-17)):
        planned(house, team(house, house.registered()), on=days(5))
    page = visit("moussa").get("/disputes/").get_data(as_text=True)
    assert "en retard de 12 jours" in page


def test_the_wide_and_the_narrow_reader_are_answered_alike(house):
    with clock.moved_by(timedelta(days=-30)):
        planned(house, team(house, house.registered()), on=days(5))
    number_of(house, signed)
    house.registered(by="drissa", code="KOB")
    narrow, wide = (Actor(1, "x", sight=Sight(supervised=frozenset(range(1, last)))) for last in (4, 60))
    for view in View:
        told = []
        for reader in (narrow, wide):
            with scope.seen_by(reader):
                rows = lists.listed(reader, Listed(view), Delays()).rows
                assert lists.count(reader, Listed(view), Delays()) == len(rows)
                told.append([tuple(row) for row in rows])
        assert told[0] == told[1], view
        assert told[0] or view in (View.MINE, View.CLOSED), view


def copied(app, reference: str, numbers: range) -> None:
    """Write a dispute again under other numbers, past the door: a thousand acts would take minutes."""
    table, engine = Dispute.__table__, create_engine(app.config["SQLALCHEMY_DATABASE_URI"])
    with engine.begin() as connection:
        row = connection.execute(select(table).where(table.c.reference == reference)).mappings().one()
        connection.execute(insert(table), [
            {**row, "id": row["id"] + number, "reference": f"MSG-2001-{number:04d}"} for number in numbers])
    engine.dispose()


def test_the_counts_of_a_list_are_true_up_to_999_and_stop_there(app, house, visit):
    reference, visitor = house.registered().reference, visit("moussa")
    for numbers, counted, said in ((range(1, 999), 999, "999"), (range(999, 1000), 1000, "999+"),
                                   (range(1000, 1010), 1000, "999+")):
        copied(app, reference, numbers)
        page, reader = visitor.get("/disputes/?view=open").text, house.actor("moussa")
        assert re.search(rf"\b{re.escape(said)} dossiers, ", page)
        db.session.rollback()
        with scope.seen_by(reader):
            assert lists.count(reader, Listed(View.OPEN), Delays()) == counted
            assert lists.counts(reader, Delays())[View.OPEN] == counted


def test_a_list_is_discreet_it_names_no_party(house, visit):
    number_of(house, signed)
    page = visit("moussa").get("/disputes/").get_data(as_text=True)
    assert "Limite des champs au marigot" in page
    assert "Coulibaly" not in page and "Traoré" not in page


def test_the_filters_wait_folded_on_a_phone_until_one_is_in_force(house, visit):
    house.registered()
    visitor = visit("moussa")
    assert '<details class="fold"><summary>' in visitor.get("/disputes/?order=oldest").text
    assert '<details class="fold" open><summary>' in visitor.get("/disputes/?stage=registered").text
    assert '<details class="fold" open><summary>' in visit("salimata").get("/journal/?person=moussa").text
