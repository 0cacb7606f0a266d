"""What an institution changes in the questions: months of its seasons, its known years, what it hides."""

from datetime import date

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from mediation.acts.vocabulary import Coded
from mediation.kernel import dates
from mediation.kernel.births import said_birth
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.date_parts import DateParts, date_of, parts_of
from mediation.kernel.dates import Season, said
from mediation.kernel.fields import Choice, Choices
from mediation.kernel.local import Local, LocalEvent, work_for
from mediation.kernel.periods import ImpossibleDate, months_later

TODAY = date(2026, 3, 10)
DROUGHT, FAMINE = LocalEvent("la grande sécheresse", 1973, 1973), LocalEvent("la famine", 1984, 1985)
SHORT_RAINS = Local({Season.RAINY: (7, 9), Season.COLD: (12, 1)}, (DROUGHT, FAMINE))


class Fruit(Coded):
    """A list with an entry for everything else."""

    MANGO = "mango", "mangue"
    SHEA = "shea", "karité"
    OTHER = "other", "autre"


class Tool(Coded):
    """Another list, with the same codes."""

    MANGO = "mango", "panier"
    OTHER = "other", "autre"


class Basket(Form):
    """What is asked."""

    fruit = Choice("Fruit", Fruit)
    fruits = Choices("Fruits", Fruit)
    tool = Choice("Outil", Tool)
    born = ApproximateDateField("Naissance", born=True)
    began = ApproximateDateField("Début")


@pytest.fixture
def at_home():
    """A request in which forms are asked as an institution does."""
    with Flask("none").app_context():
        yield work_for


def ends(when) -> tuple:
    return when.earliest, when.latest


def test_a_season_takes_the_months_of_the_institution_and_keeps_its_name():
    parts = DateParts("season", season="rainy", year="2023")
    when = date_of(parts, TODAY, SHORT_RAINS)
    assert ends(when) == (date(2023, 7, 1), date(2023, 9, 30))
    assert said(when, TODAY) == "hivernage 2023" and when.season is Season.RAINY
    assert ends(date_of(parts, TODAY)) == (date(2023, 6, 1), date(2023, 10, 31))


def test_a_season_over_the_new_year_ends_in_the_next_year_with_local_months_too():
    when = date_of(DateParts("season", season="cold", year="2023"), TODAY, SHORT_RAINS)
    assert ends(when) == (date(2023, 12, 1), date(2024, 1, 31))
    assert said(when, TODAY) == "saison froide 2023–2024"


def test_the_words_said_of_a_season_are_kept_with_local_months():
    when = date_of(DateParts("season", season="rainy", year="2023", words="aux pluies"), TODAY, SHORT_RAINS)
    assert when.words == "aux pluies" and said(when, TODAY) == "aux pluies 2023"
    assert parts_of(when, SHORT_RAINS).season == "rainy"
    assert parts_of(when).season == ""


def test_a_season_that_was_kept_stays_when_the_months_are_settled_otherwise_later():
    kept = dates.in_season(Season.RAINY, 2023)
    assert said(kept, TODAY) == "hivernage 2023"
    assert parts_of(kept, SHORT_RAINS).season == "rainy"


@pytest.mark.parametrize(("event", "first", "last", "printed"), [
    (DROUGHT, 1973, 1973, "1973 (estimé)"), (FAMINE, 1984, 1985, "vers 1984 (estimé)")])
def test_a_year_known_to_all_dates_a_birth(event, first, last, printed):
    when = date_of(DateParts("year", local=event.name), TODAY, SHORT_RAINS)
    assert ends(when) == (date(first, 1, 1), date(last, 12, 31)) and when.words == event.name
    assert said_birth(when, TODAY) == printed
    assert parts_of(when, SHORT_RAINS) == DateParts("year", local=event.name)


def test_a_known_year_and_another_year_do_not_go_together():
    told = DateParts("year", local="la famine", year="1985")
    assert ends(date_of(told, TODAY, SHORT_RAINS)) == (date(1985, 1, 1), date(1985, 12, 31))
    with pytest.raises(ImpossibleDate, match="ne vont pas ensemble"):
        date_of(DateParts("year", local="la famine", year="1990"), TODAY, SHORT_RAINS)


def test_a_year_that_nobody_here_knows_is_refused():
    for local in (SHORT_RAINS, Local()):
        with pytest.raises(ImpossibleDate, match="de la liste"):
            date_of(DateParts("year", local="la lune rouge"), TODAY, local)


def test_a_known_year_is_enough_without_choosing_how_precise_it_is():
    assert date_of(DateParts("day", local="la famine"), TODAY, SHORT_RAINS).words == "la famine"


def test_known_years_are_offered_for_births_only(at_home):
    at_home(SHORT_RAINS)
    form = Basket()
    assert [one.label for one in form.born.events] == ["la grande sécheresse (1973)", "la famine (1984–1985)"]
    assert form.began.events == []
    posted = Basket(MultiDict({"born-precision": "year", "born-local": "la famine"}))
    assert posted.validate() and posted.born.data.words == "la famine"
    assert [one.value for one in posted.born.events if one.selected] == ["la famine"]


def test_nothing_is_offered_where_nothing_is_settled(at_home):
    assert Basket().born.events == []
    assert len(list(Basket().fruit.answers())) == 3


def test_what_is_hidden_is_not_offered_and_not_taken(at_home):
    at_home(Local(hidden={Fruit: frozenset({Fruit.MANGO})}))
    form = Basket(MultiDict({"fruit": "mango", "fruits": ["mango", "shea"]}))
    assert list(form.fruit.answers()) == ["shea", "other"]
    assert not form.validate()
    assert form.fruit.errors and form.fruits.errors
    assert Basket(MultiDict({"fruit": "shea", "fruits": ["shea"]})).validate()


def test_an_entry_of_another_list_with_the_same_code_is_not_hidden(at_home):
    at_home(Local(hidden={Fruit: frozenset({Fruit.MANGO})}))
    assert list(Basket().tool.answers()) == ["mango", "other"]


def test_what_was_written_before_it_was_hidden_stays(at_home):
    at_home(Local(hidden={Fruit: frozenset({Fruit.MANGO})}))
    form = Basket(MultiDict({"fruit": "mango", "fruits": ["mango"]}),
                  data={"fruit": Fruit.MANGO, "fruits": (Fruit.MANGO,)})
    assert form.validate() and form.fruit.data is Fruit.MANGO and form.fruits.data == [Fruit.MANGO]


def test_days_that_are_offered_are_chosen_with_one_touch():
    class Planned(Form):
        """A visit to come."""

        on = ApproximateDateField("Quand", future=True)

    fresh = Planned()
    fresh.on.offered = [(date(2030, 4, 12), "après 1 mois")]
    assert [(day.label, day.selected) for day in fresh.on.days] == [("après 1 mois", False)]
    assert [chip.value for chip in fresh.on.chips if chip.selected] == ["day"]
    chosen = Planned(MultiDict({"on-precision": fresh.on.days[0].value}))
    chosen.on.offered = fresh.on.offered
    assert chosen.validate() and chosen.on.data == dates.on(date(2030, 4, 12))
    assert chosen.on.days[0].selected


@pytest.mark.parametrize(("day", "number", "later"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 11, 5), 3, date(2027, 2, 5)),
    (date(2026, 12, 31), 12, date(2027, 12, 31))])
def test_so_many_months_later_is_a_day_that_exists(day, number, later):
    assert months_later(day, number) == later
