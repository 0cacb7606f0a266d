"""The field that asks for a date, as precisely as it is known."""

from datetime import date, timedelta

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from mediation.kernel import births, dates
from mediation.kernel.clock import today
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.dates import Season, Unit


class Story(Form):
    began = ApproximateDateField("Depuis quand")


def filled(**values) -> Story:
    form = Story(MultiDict(values))
    form.validate()
    return form


def told(**parts) -> ApproximateDateField:
    return filled(**{f"began-{part}": value for part, value in parts.items()}).began


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"precision": "day", "day": "5", "month": "3", "year": "2020"}, dates.on(date(2020, 3, 5))),
        ({"day": "05", "month": "03", "year": "2020"}, dates.on(date(2020, 3, 5))),
        ({"precision": "range", "day": "25", "last": "30", "month": "3", "year": "2020"},
         dates.between(date(2020, 3, 25), date(2020, 3, 30))),
        ({"precision": "day", "day": "25", "last": "30", "month": "3", "year": "2020"},
         dates.between(date(2020, 3, 25), date(2020, 3, 30))),
        ({"precision": "range", "day": "28", "last": "3", "month": "12", "year": "2020"},
         dates.between(date(2020, 12, 28), date(2021, 1, 3))),
        ({"precision": "range", "day": "25", "last": "25", "month": "3", "year": "2020"}, dates.on(date(2020, 3, 25))),
        ({"month": "3", "year": "2020"}, dates.in_month(2020, 3)),
        ({"precision": "day", "month": "3", "year": "2020"}, dates.in_month(2020, 3)),
        ({"precision": "month", "day": "40", "month": "3", "year": "2020"}, dates.in_month(2020, 3)),
        ({"year": "2020"}, dates.in_year(2020)),
        ({"precision": "season", "season": "cold", "year": "2020"}, dates.in_season(Season.COLD, 2020)),
        ({"precision": "day", "season": "cold", "year": "2020"}, dates.in_season(Season.COLD, 2020)),
        ({"precision": "before", "event": "X"}, dates.before("X")),
        (
            {"precision": "before", "event": "X", "year": "2015"},
            dates.before("X", date(2015, 12, 31)),
        ),
        (
            {"precision": "after", "event": "X", "year": "2015"},
            dates.after("X", date(2015, 1, 1)),
        ),
        ({"precision": "other", "number": "1960", "unit": "decade"}, dates.in_decade(1960)),
        ({"precision": "other", "number": "19", "unit": "century"}, dates.in_century(19)),
        ({"precision": "other", "number": "1987", "unit": "about"}, dates.about_year(1987)),
        ({"precision": "other", "weekday": "4", "words": "vendredi passé"}, dates.weekday("vendredi passé")),
        ({"precision": "other", "weekday": "4"}, dates.weekday("vendredi")),
        ({"precision": "unknown"}, dates.unknown()),
        ({"words": "au temps des ancêtres"}, dates.unknown("au temps des ancêtres")),
        ({"precision": "day"}, None),
        ({}, None),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_told(parts, expected):
    field = told(**parts)
    assert field.errors == []
    assert field.data == expected


def test_a_duration_is_told_today():
    data = told(precision="other", number="30", unit="years").data
    assert data == dates.lasting(30, Unit.YEARS, today())
    assert data.words == "depuis 30 ans"


def test_a_plain_iso_day_is_a_day():
    assert filled(began="2020-03-05").began.data == dates.on(date(2020, 3, 5))
    assert filled(began="2020-02-31").began.errors[0].startswith("Le 31 février n’existe pas.")
    assert filled(began="hier").began.errors


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"day": "31", "month": "2", "year": "2024"}, "Le 31 février n’existe pas. Changez le jour"),
        ({"day": "0", "month": "0", "year": "0000"}, "Cette année n’est pas possible."),
        ({"day": "5", "month": "3", "year": str(2**31)}, "Écrivez l’année avec quatre chiffres"),
        ({"day": "5", "month": "3"}, "Ajoutez l’année."),
        ({"day": "5", "year": "2020"}, "Choisissez le mois"),
        ({"day": "cinq", "month": "3", "year": "2020"}, "Écrivez le jour en chiffres"),
        ({"precision": "range", "day": "25", "month": "3", "year": "2020"}, "Écrivez aussi le dernier jour"),
        ({"precision": "range", "last": "30", "month": "3", "year": "2020"}, "Écrivez le jour en chiffres"),
        ({"precision": "range", "day": "25", "last": "31", "month": "4", "year": "2020"}, "Le 31 avril n’existe pas."),
        ({"precision": "range", "day": "25", "last": "30", "month": "3"}, "Ajoutez l’année."),
        ({"precision": "month", "year": "2020"}, "Choisissez le mois"),
        ({"precision": "season", "year": "2020"}, "Choisissez la saison"),
        ({"precision": "season", "season": "cold"}, "Ajoutez l’année."),
        ({"event": "X"}, "Choisissez «\u202fAvant\u202f» ou «\u202fAprès\u202f»"),
        ({"precision": "before"}, "Écrivez l’événement"),
        ({"precision": "other"}, "Écrivez un nombre"),
        ({"precision": "other", "number": "30"}, "Choisissez ce que compte ce nombre"),
        ({"precision": "other", "number": "30", "unit": "moons"}, "Choisissez ce que compte ce nombre"),
        ({"precision": "other", "weekday": "9"}, "Choisissez un jour de la semaine."),
        ({"precision": "other", "number": "99999", "unit": "years"}, "Cette durée est trop longue."),
        ({"precision": "dawn"}, "Choisissez «\u202fJour\u202f»"),
        ({"words": "x" * 201}, "C’est trop long"),
        ({"day": "\x00", "month": "3", "year": "2020"}, "Ce texte contient un caractère illisible."),
    ],
)
def test_a_date_that_cannot_be_is_refused_in_one_sentence_and_given_back(parts, sentence):
    field = told(**parts)
    (error,) = field.errors
    assert error.startswith(sentence)
    assert all(getattr(field.parts, part) == typed.replace("\x00", "\ufffd") for part, typed in parts.items())


def test_a_date_that_is_asked_for_says_how_to_leave_it_unknown():
    class Asking(Form):
        began = ApproximateDateField("Depuis quand", required=True)

    form = Asking(MultiDict({"began-precision": "day"}))
    assert not form.validate()
    assert form.began.errors == [
        "Donnez une date. Si vous ne la savez pas, choisissez «\u202fOn ne sait pas\u202f»."
    ]


def test_a_day_that_is_still_to_come_is_refused_unless_it_is_planned():
    class Planned(Form):
        next = ApproximateDateField("Prochaine séance", future=True)

    tomorrow = str(today() + timedelta(days=1))
    assert filled(began=tomorrow).began.errors[0].startswith("Cette date n’est pas encore arrivée.")
    assert told(year=str(today().year)).errors == []
    assert Planned(MultiDict({"next": tomorrow})).validate()


def test_a_quick_form_offers_today_and_yesterday_and_today_is_chosen():
    class Quick(Form):
        held = ApproximateDateField("Quand", default_today=True)

    fresh = Quick().held
    assert [(day.label, day.selected) for day in fresh.days] == [("Aujourd’hui", True), ("Hier", False)]
    assert not any(chip.selected for chip in fresh.chips)
    yesterday = Quick(MultiDict({"held-precision": fresh.days[1].value})).held
    assert yesterday.data == dates.on(today() - timedelta(days=1))
    assert [day.selected for day in yesterday.days] == [False, True]
    other = Quick(
        MultiDict({"held-precision": "day", "held-day": "5", "held-month": "3", "held-year": "2020"})
    ).held
    assert other.data == dates.on(date(2020, 3, 5))
    assert [chip.value for chip in other.chips if chip.selected] == ["day"]


def test_a_quick_form_does_not_put_today_where_no_date_is_kept():
    class Quick(Form):
        held = ApproximateDateField("Quand", default_today=True)

    assert Quick(data={"held": None}).held.data is None
    assert Quick(MultiDict({"other": "1"})).held.data is None


def test_one_precision_is_always_chosen_on_the_page():
    for field in (Story().began, told(precision="dawn"), told(precision="day", month="3", year="2020")):
        assert [chip.value for chip in field.chips if chip.selected] == ["day"]
    assert [chip.value for chip in told(precision="season").chips if chip.selected] == ["season"]


KEPT = [
    dates.on(date(2020, 3, 5)),
    dates.in_month(2020, 3, "vers mars"),
    dates.in_season(Season.COLD, 2020),
    dates.in_year(1987),
    dates.about_year(1987),
    dates.in_decade(1960),
    dates.in_century(19),
    dates.lasting(30, Unit.YEARS, date(2017, 5, 1), "depuis trente ans"),
    dates.before("X", date(2015, 6, 1)),
    dates.after("la récolte"),
    dates.weekday("vendredi passé"),
    dates.unknown("jadis"),
    births.aged(40, date(2020, 1, 1)),
    births.in_age_band(births.AgeBand.YOUTH, date(2020, 1, 1)),
]


@pytest.mark.parametrize("kept", KEPT, ids=lambda d: d.precision.value)
def test_a_kept_date_that_is_not_touched_stays_as_it_was(kept):
    shown = Story(data={"began": kept}).began.parts
    posted = {f"began-{part}": typed for part, typed in vars(shown).items()}
    form = Story(MultiDict(posted), data={"began": kept})
    assert form.validate()
    assert form.began.data == kept


def test_a_duration_that_is_corrected_was_still_said_when_it_was_said():
    kept = dates.lasting(30, Unit.YEARS, date(2017, 5, 1))
    corrected = {"began-precision": "other", "began-number": "40", "began-unit": "years"}
    form = Story(MultiDict(corrected), data={"began": kept})
    assert form.began.data == dates.lasting(40, Unit.YEARS, date(2017, 5, 1))


def test_a_range_of_days_that_is_kept_stands_in_its_boxes():
    kept = dates.between(date(2020, 12, 28), date(2021, 1, 3))
    field = Story(data={"began": kept}).began
    assert (field.parts.day, field.parts.last, field.parts.month, field.parts.year) == ("28", "3", "12", "2020")
    assert [chip.value for chip in field.chips if chip.selected] == ["range"]
