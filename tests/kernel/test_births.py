"""The age that somebody said is asked for, kept and told as an age, in the language of whoever reads."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from mediation.kernel import births, dates, own_words
from mediation.kernel.births import said_birth
from mediation.kernel.clock import today
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.dates import Unit, said
from mediation.kernel.language import speaking

TODAY = date(2026, 3, 10)
BEFORE = date(2019, 5, 2)


class Person(Form):
    born = ApproximateDateField("Âge ou naissance", born=True)
    began = ApproximateDateField("Début")


def told(kept=None, **parts) -> ApproximateDateField:
    form = Person(MultiDict({f"born-{part}": typed for part, typed in parts.items()}), data={"born": kept})
    form.validate()
    return form.born


def boxes(kept) -> ApproximateDateField:
    return Person(data={"born": kept}).born


def test_an_age_in_years_is_offered_first_for_a_birth_and_no_duration_is():
    field = Person().born
    assert [one.label for one in field.measures] == [
        "ans (âge)", "vers cette année", "décennie (1960\u00a0: années 1960)"]
    assert [one.label for one in field.chips if one.value == "other"] == ["Âge, ou autrement"]
    assert field.weekdays == []
    elsewhere = Person().began
    assert "age" not in [one.value for one in elsewhere.measures]
    assert {one.value for one in elsewhere.measures} >= set(Unit) and len(elsewhere.weekdays) == 7


@pytest.mark.parametrize("precision", [{"precision": "other"}, {"precision": "day"}])
def test_an_age_is_the_birth_that_it_leaves_open_even_where_the_right_chip_was_not_chosen(precision):
    field = told(**precision, number="45", unit="age")
    assert field.errors == [] and field.data == births.aged(45, today())


@pytest.mark.parametrize(("name", "unit"), [("born", "years"), ("born", "months"), ("began", "age")])
def test_what_a_number_counts_must_make_sense_for_what_is_asked(name, unit):
    form = Person(MultiDict({f"{name}-precision": "other", f"{name}-number": "45", f"{name}-unit": unit}))
    assert not form.validate()
    assert form[name].errors[0].startswith("Choisissez ce que compte ce nombre") and form[name].parts.unit == unit


def test_an_age_that_nobody_reaches_is_refused():
    assert told(precision="other", number="131", unit="age").errors[0].startswith("Cet âge n’est pas possible.")


def test_an_age_is_told_with_the_year_it_was_said_in_the_language_of_the_reader():
    assert said_birth(births.aged(45, BEFORE), TODAY) == "45 ans (dit en 2019)"
    assert said_birth(births.aged(45, BEFORE), TODAY, "en") == "45 years old (said in 2019)"
    assert said_birth(births.aged(1, BEFORE), TODAY) == "1 an (dit en 2019)"
    with speaking("en"):
        written = births.aged(45, BEFORE)
    assert written == births.aged(45, BEFORE), "who writes in English keeps the same words"


def test_what_was_said_beside_an_age_is_kept_and_told_with_it():
    field = told(precision="other", number="45", unit="age", words="selon son frère, au moins")
    assert said_birth(field.data, TODAY) == f"45 ans, selon son frère, au moins (dit en {today().year})"
    assert (boxes(field.data).parts.number, boxes(field.data).parts.words) == ("45", "selon son frère, au moins")
    assert told(precision="other", number="45", unit="age", words="x" * 195).errors[0].startswith("C’est trop long")


@example(42, date(2024, 2, 29))
@given(st.integers(0, 130), st.dates(date(1600, 1, 1), date(2900, 12, 31)))
def test_the_age_and_its_day_are_found_again_whatever_they_are(years, day):
    found, said_on, words = births.age_of(births.aged(years, day))
    assert (found, words) == (years, "") and births.aged(years, said_on) == births.aged(years, day)


@pytest.mark.parametrize("birth", [
    dates.in_year(1981, "45 ans"), dates.within_years(1000, 1003, "45 ans"), dates.in_year(1010, "45 ans"),
    dates.about_year(1981, "200000 ans"), dates.about_year(1960)])
def test_a_year_is_no_age_even_when_the_words_said_sound_like_one(birth):
    assert births.age_of(birth) is None and said_birth(birth, TODAY).endswith("(estimé)")


def test_an_age_that_is_amended_stands_in_its_boxes_and_was_still_said_when_it_was_said():
    kept = births.aged(45, BEFORE)
    field = boxes(kept)
    assert (field.parts.precision, field.parts.number, field.parts.unit, field.parts.words) == (
        "other", "45", "age", "")
    assert [one.value for one in field.measures if one.selected] == ["age"]
    assert told(kept, precision="other", number="46", unit="age").data == births.aged(46, BEFORE)


def test_an_age_that_was_kept_as_a_duration_is_told_and_asked_again_as_an_age():
    kept = dates.lasting(45, Unit.YEARS, BEFORE)
    assert said_birth(kept, TODAY) == "45 ans (dit en 2019)"
    assert (boxes(kept).parts.number, boxes(kept).parts.unit, boxes(kept).parts.words) == ("45", "age", "")
    assert told(kept, **vars(boxes(kept).parts)).data == kept, "nobody touched it"
    assert told(kept, precision="other", number="46", unit="age").data == births.aged(46, BEFORE)
    months = dates.lasting(6, Unit.MONTHS, BEFORE)
    assert [one.value for one in boxes(months).measures if one.selected] == ["months"]
    assert told(months, **vars(boxes(months).parts)).data == months


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("writer", ["fr", "en"])
def test_a_duration_that_was_chosen_is_told_in_the_language_of_the_reader(writer, unit, number):
    kept = dates.lasting(number, unit, BEFORE, own_words.spoken_in(writer, own_words.since, number, unit))
    for reader in ("fr", "en"):
        words = own_words.spoken_in(reader, own_words.since, number, unit)
        assert said(kept, TODAY, reader).startswith(f"{words} (")
    assert Person(data={"began": kept}).began.parts.words == "", "the words of the register are nobody's"


def test_a_duration_or_a_weekday_that_was_typed_stays_as_it_was_said():
    typed = dates.lasting(30, Unit.YEARS, BEFORE, "depuis trente ans")
    assert said(typed, TODAY, "en") == "depuis trente ans (said in 2019)"
    assert Person(data={"began": typed}).began.parts.words == "depuis trente ans"
    assert said(dates.weekday("vendredi passé"), TODAY, "en") == "vendredi passé"


def test_a_weekday_that_was_chosen_is_told_and_asked_again_in_the_language_of_the_reader():
    with speaking("en"):
        kept = Person(MultiDict({"began-precision": "other", "began-weekday": "4"})).began.data
        again = Person(data={"began": kept}).began.parts
    assert (said(kept, TODAY), said(kept, TODAY, "en")) == ("vendredi", "Friday")
    assert (again.weekday, again.words) == ("4", "")
    with speaking("en"):
        assert Person(data={"began": dates.weekday("vendredi passé")}).began.parts.weekday == "4"


def test_a_duration_that_is_corrected_does_not_keep_the_words_of_the_other_number():
    kept = dates.lasting(30, Unit.YEARS, BEFORE)
    shown = {**vars(Person(data={"began": kept}).began.parts), "number": "40"}
    form = Person(MultiDict({f"began-{part}": typed for part, typed in shown.items()}), data={"began": kept})
    assert said(form.began.data, TODAY) == "depuis 40 ans (dit en 2019)"
