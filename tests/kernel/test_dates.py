"""Dates are kept as they were said, and only what is certain refuses or is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mediation.kernel import births, dates
from mediation.kernel.births import AgeBand, said_birth
from mediation.kernel.dates import (
    ApproximateDate,
    ImpossibleDate,
    Precision,
    Season,
    Unit,
    said,
)
from mediation.kernel.saying import said_date

TODAY = date(2026, 3, 10)

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
ends = st.none() | days


@st.composite
def approximate_dates(draw):
    earliest, latest = draw(ends), draw(ends)
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    return ApproximateDate(draw(st.text(max_size=10)), Precision.UNKNOWN, earliest, latest)


# What a date can mean


def test_a_month_a_season_a_year_are_intervals_with_both_ends():
    assert _ends(dates.on(TODAY)) == (TODAY, TODAY)
    assert _ends(dates.in_month(2024, 2)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert _ends(dates.in_season(Season.RAINY, 2023)) == (date(2023, 6, 1), date(2023, 10, 31))
    assert _ends(dates.in_year(1987)) == (date(1987, 1, 1), date(1987, 12, 31))
    assert _ends(dates.in_decade(1967)) == (date(1960, 1, 1), date(1969, 12, 31))
    assert _ends(dates.in_century(19)) == (date(1801, 1, 1), date(1900, 12, 31))


def test_the_cold_season_ends_in_the_next_year():
    assert _ends(dates.in_season(Season.COLD, 2023)) == (date(2023, 11, 1), date(2024, 2, 29))


def test_a_spoken_duration_leaves_its_beginning_open():
    assert _ends(dates.lasting(30, Unit.YEARS, date(2017, 5, 1))) == (date(1982, 5, 1), date(2017, 5, 1))
    assert _ends(dates.lasting(3, Unit.MONTHS, date(2026, 3, 31))) == (date(2025, 11, 30), date(2026, 3, 31))
    assert _ends(dates.lasting(2, Unit.WEEKS, TODAY)) == (TODAY - timedelta(days=21), TODAY)


def test_a_duration_beyond_the_calendar_is_refused():
    for unit in Unit:
        with pytest.raises(ImpossibleDate, match="trop longue"):
            dates.lasting(999_999, unit, TODAY)


def test_the_number_of_a_duration_is_found_again():
    for number, unit in [(30, Unit.YEARS), (3, Unit.MONTHS), (2, Unit.WEEKS), (10, Unit.DAYS)]:
        assert dates.lasted(dates.lasting(number, unit, TODAY)) == (number, unit)


def test_before_and_after_an_event_are_open_on_one_side():
    assert _ends(dates.before("la mort du chef", date(2020, 3, 1))) == (None, date(2020, 3, 1))
    assert _ends(dates.after("la récolte", date(2020, 3, 1))) == (date(2020, 3, 1), None)
    assert _ends(dates.after("la récolte")) == (None, None)
    with pytest.raises(ImpossibleDate, match="Écrivez l’événement"):
        dates.before("  ")


# What cannot be


@pytest.mark.parametrize(
    ("year", "month", "day", "sentence"),
    [
        (2024, 2, 31, "Le 31 février n’existe pas. Changez le jour, ou donnez seulement le mois."),
        (2023, 2, 29, "Le 29 février n’existe pas. Changez le jour, ou donnez seulement le mois."),
        (2024, 1, 32, "Ce jour n’existe pas. Écrivez un jour entre 1 et 31."),
        (2024, 13, 1, "Ce mois n’existe pas. Écrivez un mois entre 1 et 12."),
        (0, 0, 0, "Cette année n’est pas possible. Écrivez une année à quatre chiffres, entre 1000 et 2999."),
        (
            2**31,
            1,
            1,
            "Cette année n’est pas possible. Écrivez une année à quatre chiffres, entre 1000 et 2999.",
        ),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_what_to_do(year, month, day, sentence):
    with pytest.raises(ImpossibleDate) as refused:
        dates.calendar_day(year, month, day)
    assert str(refused.value) == sentence


def test_an_interval_that_ends_before_it_starts_is_refused():
    with pytest.raises(ImpossibleDate, match="avant le début"):
        ApproximateDate("", Precision.UNKNOWN, date(2026, 1, 2), date(2026, 1, 1))


def test_a_day_without_its_day_is_refused():
    with pytest.raises(ImpossibleDate, match="Il manque"):
        ApproximateDate("", Precision.DAY, None, None)


@given(st.integers(), st.integers(), st.integers())
def test_the_constructors_raise_nothing_but_their_own_refusal(year, month, number):
    for build in (
        lambda: dates.in_month(year, month),
        lambda: dates.in_season(Season.COLD, year),
        lambda: dates.in_decade(year),
        lambda: dates.in_century(number),
        lambda: dates.about_year(year),
        lambda: births.aged(number, TODAY),
        lambda: dates.lasting(number, Unit.DAYS, TODAY),
        lambda: dates.lasting(number, Unit.YEARS, TODAY),
        lambda: dates.on(dates.calendar_day(year, month, number)),
    ):
        try:
            assert said(build(), TODAY)
        except ImpossibleDate as refusal:
            assert str(refusal)


# Order and lateness


def test_a_day_in_the_month_is_not_certainly_out_of_order():
    march = dates.in_month(2026, 3)
    assert not dates.on(date(2026, 3, 1)).certainly_before(march)
    assert not dates.on(date(2026, 3, 31)).certainly_after(march)
    assert dates.on(date(2026, 2, 28)).certainly_before(march)
    assert dates.on(date(2026, 4, 1)).certainly_after(march)


def test_an_open_end_is_never_certain():
    open_date = dates.unknown("jadis")
    day = dates.on(TODAY)
    assert not any(
        (open_date.certainly_before(day), open_date.certainly_after(day), open_date.certainly_past(TODAY))
    )
    assert open_date.days_late(TODAY) == 0


def test_a_range_is_both_its_days_and_those_between_and_a_range_of_one_day_is_that_day():
    days = dates.between(date(2026, 3, 25), date(2026, 3, 30))
    assert dates.on(date(2026, 3, 24)).certainly_before(days) and dates.on(date(2026, 3, 31)).certainly_after(days)
    for day in (date(2026, 3, 25), date(2026, 3, 30)):
        assert not dates.on(day).certainly_before(days) and not dates.on(day).certainly_after(days)
    assert dates.between(TODAY, TODAY) == dates.on(TODAY)
    with pytest.raises(ImpossibleDate, match="La fin est avant le début"):
        dates.between(date(2026, 3, 30), date(2026, 3, 25))


def test_a_month_is_late_only_when_it_is_over():
    february = dates.in_month(2026, 2)
    assert february.days_late(date(2026, 2, 28)) == 0
    assert february.days_late(date(2026, 3, 12)) == 12


@given(approximate_dates(), approximate_dates())
def test_what_is_certainly_before_sorts_before(one, other):
    if one.certainly_before(other):
        assert one.sort_key < other.sort_key
        assert other.certainly_after(one)
        assert not other.certainly_before(one)


@given(approximate_dates(), approximate_dates(), days, days)
def test_certainly_before_holds_for_every_day_that_the_dates_can_mean(one, other, first, second):
    if one.certainly_before(other) and _can_be(one, first) and _can_be(other, second):
        assert first < second


@given(approximate_dates(), days)
def test_a_date_is_late_exactly_when_it_is_certainly_past(d, today):
    assert (d.days_late(today) > 0) == d.certainly_past(today)
    assert not (d.certainly_past(today) and d.certainly_future(today))


# How it prints


@pytest.mark.parametrize(
    ("d", "french", "english"),
    [
        (dates.on(date(2026, 3, 1)), "1er mars 2026", "1 March 2026"),
        (dates.on(date(2026, 3, 11)), "11 mars 2026", "11 March 2026"),
        (dates.between(date(2019, 3, 25), date(2019, 3, 30)), "du 25 au 30 mars 2019", "from 25 to 30 March 2019"),
        (dates.between(date(2019, 3, 1), date(2019, 4, 1)), "du 1er mars au 1er avril 2019", None),
        (dates.between(date(2019, 12, 30), date(2020, 1, 2)), "du 30 décembre 2019 au 2 janvier 2020", None),
        (dates.in_month(2026, 3), "mars 2026", "March 2026"),
        (dates.in_season(Season.RAINY, 2023), "hivernage 2023", None),
        (dates.in_season(Season.COLD, 2023), "saison froide 2023–2024", None),
        (dates.in_year(1987), "1987", "1987"),
        (dates.in_year(1987, "l’année de la sécheresse"), "1987", "1987"),
        (dates.about_year(1987), "vers 1987", None),
        (dates.in_decade(1960), "années 1960", None),
        (dates.in_century(19), "19e siècle", None),
        (
            dates.lasting(30, Unit.YEARS, date(2017, 5, 1), "depuis trente ans"),
            "depuis trente ans (dit en 2017)",
            None,
        ),
        (dates.lasting(1, Unit.YEARS, date(2017, 5, 1)), "depuis 1 an (dit en 2017)", None),
        (dates.before("la mort du chef"), "avant la mort du chef", None),
        (dates.after("la paix", date(2015, 6, 1)), "après la paix (1er juin 2015)", None),
        (dates.weekday("vendredi passé"), "vendredi passé", "vendredi passé"),
        (dates.unknown("au temps des ancêtres"), "au temps des ancêtres", "au temps des ancêtres"),
        (dates.unknown(), "date inconnue", None),
    ],
)
def test_a_date_prints_as_it_was_said(d, french, english):
    assert said(d, TODAY) == french
    if english:
        assert said(d, TODAY, language="en") == english


def test_a_short_date_has_its_weekday_and_leaves_out_this_year():
    assert said(dates.on(date(2026, 3, 5)), TODAY, short=True) == "jeu. 5 mars"
    assert said(dates.on(date(2026, 3, 1)), TODAY, short=True) == "dim. 1er mars"
    assert said(dates.on(date(2025, 3, 5)), TODAY, short=True) == "5 mars 2025"
    assert said(dates.on(date(2026, 3, 5)), TODAY, language="en", short=True) == "Thu 5 March"


# Births


def test_a_birth_that_is_no_exact_day_prints_as_estimated():
    assert said_birth(dates.on(date(1965, 1, 1)), TODAY) == "1er janvier 1965"
    assert said_birth(dates.about_year(1965), TODAY) == "vers 1965 (estimé)"
    assert said_birth(births.aged(40, TODAY), TODAY) == "40 ans (dit en 2026)"
    assert said_birth(births.in_age_band(AgeBand.ELDER, TODAY), TODAY) == "ancien (estimé)"
    assert said_birth(dates.unknown(), TODAY) == "date inconnue"


@given(st.integers(0, 120), days.filter(lambda day: day.year > 1200), st.integers(0, 364))
def test_a_true_age_is_inside_the_interval_of_the_birth(age, on_date, since_birthday):
    birthday = date(on_date.year - age, on_date.month, min(on_date.day, 28))
    assert _can_be(births.aged(age, on_date), birthday - timedelta(days=since_birthday))


def test_a_round_age_is_wider_than_another():
    assert _ends(births.aged(40, TODAY)) == (date(1980, 3, 11), date(1991, 3, 10))
    assert _ends(births.aged(41, TODAY)) == (date(1983, 3, 11), date(1986, 3, 10))
    assert births.aged(0, TODAY).latest == TODAY


# Kept in four columns


def test_a_date_comes_back_from_its_columns_and_no_date_comes_back_as_none(app):
    """Making the first row makes all mappers ready, the house's too: the application has loaded every one."""

    class Base(DeclarativeBase):
        pass

    class Event(Base):
        __tablename__ = "event"
        id: Mapped[int] = mapped_column(primary_key=True)
        happened: Mapped[ApproximateDate | None] = said_date("happened")

    rains = dates.in_season(Season.RAINY, 2023, "aux pluies")
    columns = ("words", "precision", "earliest", "latest")
    written = Event(happened=rains)
    values = [getattr(written, f"happened_{column}") for column in columns]
    assert values == ["aux pluies", Precision.SEASON, date(2023, 6, 1), date(2023, 10, 31)]
    read = Event(**{f"happened_{column}": value for column, value in zip(columns, values, strict=True)})
    assert read.happened == rains
    assert Event().happened is None
    read.happened = None
    assert read.happened_precision is None


def _ends(d: ApproximateDate) -> tuple[date | None, date | None]:
    return d.earliest, d.latest


def _can_be(d: ApproximateDate, day: date) -> bool:
    return (d.earliest is None or d.earliest <= day) and (d.latest is None or day <= d.latest)
