"""Every field says what to do when it is wrong, keeps what was typed, and raises nothing."""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import Form

from mediation.kernel import dates
from mediation.kernel.clock import today
from mediation.kernel.dates import Precision, Season, Unit
from mediation.kernel.fields import (
    ApproximateDateField,
    Chips,
    Choice,
    Choices,
    Count,
    Line,
    Quantity,
    Words,
    YesNo,
)


class Animal(StrEnum):
    COW = "cow"
    GOAT = "goat"
    CAMEL = "camel"

    @property
    def label(self):
        return {"cow": "vache", "goat": "chèvre", "camel": "chameau"}[self.value]


class Herd(Form):
    owner = Line("Propriétaire", required="Écrivez le propriétaire.", longest=20)
    story = Words("Récit")
    heads = Count("Têtes")
    surface = Quantity("Surface")
    animal = Choice("Animal", Animal)
    kind = Chips("Espèce", Animal, blank="On ne sait pas")
    animals = Choices("Animaux", Animal)
    grazing = YesNo("En pâture")
    began = ApproximateDateField("Depuis quand")


def filled(**values) -> Herd:
    pairs = [(name.replace("__", "-"), value) for name, value in {"owner": "Fanta", **values}.items()]
    form = Herd(MultiDict(pairs))
    form.validate()
    return form


def told(**parts) -> ApproximateDateField:
    return filled(**{f"began-{part}": value for part, value in parts.items()}).began


# Texts


def test_a_line_is_cleaned_and_stays_one_line():
    assert filled(owner="  Fanta\r\n  Coulibaly ").owner.data == "Fanta Coulibaly"


def test_a_text_keeps_its_lines():
    assert filled(story="un\r\ndeux ").story.data == "un\ndeux"


def test_a_missing_answer_is_asked_for_in_its_own_words():
    assert filled(owner=" ").owner.errors == ["Écrivez le propriétaire."]


def test_a_long_line_is_refused_with_its_length_and_given_back():
    owner = filled(owner="a" * 21).owner
    assert owner.errors == ["C’est trop long\u00a0: 21 caractères. Raccourcissez à 20 au plus."]
    assert owner._value() == "a" * 21


def test_an_unreadable_text_is_refused_and_can_be_shown_again():
    for bad in ("Fan\x00ta", "Fan\ud800ta", "Fan\ufffdta"):
        owner = filled(owner=bad).owner
        assert owner.errors == [
            "Ce texte contient un caractère illisible. Effacez-le, puis écrivez-le de nouveau."
        ]
        assert owner().encode("utf-8")
        assert owner._value() == "Fan\ufffdta"


def test_a_file_in_the_place_of_a_text_is_refused():
    form = filled(**dict.fromkeys(Herd()._fields, FileStorage(BytesIO(b"x"), "x.txt")))
    assert all(field.errors for field in form)


# Numbers


def test_a_blank_count_is_unknown_and_a_nought_is_nought():
    assert filled(heads="").heads.data is None
    assert filled(heads="0").heads.data == 0
    assert filled(heads="1 234").heads.data == 1234


def test_a_wrong_number_stays_in_its_box():
    heads = filled(heads="douze").heads
    assert heads.errors == ["Écrivez un nombre entier, sans virgule ni point, par exemple 1\u202f234."]
    assert heads._value() == "douze"


def test_a_number_with_two_readings_offers_both_and_takes_the_one_chosen():
    surface = filled(surface="1.234").surface
    assert surface.errors == ["Avez-vous voulu dire 1\u202f234 ou 1,234\u202f? Choisissez."]
    (thousands, first), (decimals, second) = surface.readings
    assert (first, second) == ("1\u202f234", "1,234")
    for posted, number in ((thousands, Decimal(1234)), (decimals, Decimal("1.234"))):
        chosen = Herd(MultiDict([("owner", "Fanta"), ("surface", "1.234"), ("surface", posted)]))
        assert chosen.validate()
        assert chosen.surface.data == number


def test_a_kept_quantity_can_be_saved_again_as_it_stands():
    shown = Herd(data={"surface": Decimal("1.234")}).surface._value()
    assert filled(surface=shown).surface.data == Decimal("1.234")


# Choices


def test_a_choice_gives_the_member_and_a_blank_gives_none():
    assert filled(animal="goat").animal.data is Animal.GOAT
    assert filled(animal="").animal.data is None
    assert filled(kind="").kind.data is None
    assert filled(grazing="no").grazing.data is False
    assert filled(grazing="yes").grazing.data is True
    assert filled().grazing.data is None


def test_several_choices_come_once_each_in_the_order_of_the_list():
    form = Herd(
        MultiDict([("owner", "Fanta"), ("animals", "camel"), ("animals", "cow"), ("animals", "camel")])
    )
    assert form.validate()
    assert form.animals.data == [Animal.COW, Animal.CAMEL]


def test_no_box_ticked_is_no_choice_even_where_some_were_kept():
    form = Herd(MultiDict({"owner": "Fanta"}), data={"animals": [Animal.COW]})
    assert form.animals.data == []


def test_what_is_not_in_the_list_is_refused():
    form = filled(animal="dragon", kind="dragon", animals="dragon", grazing="maybe")
    one, several = "Choisissez une réponse de la liste.", "Choisissez des réponses de la liste."
    assert [form.animal.errors, form.kind.errors, form.grazing.errors] == [[one]] * 3
    assert form.animals.errors == [several]


def test_a_kept_choice_that_has_left_the_list_can_be_kept():
    class Shorter(Form):
        animal = Choice("Animal", [Animal.COW])
        animals = Choices("Animaux", [Animal.COW])

    kept = {"animal": Animal.CAMEL, "animals": [Animal.CAMEL]}
    form = Shorter(MultiDict({"animal": "camel", "animals": "camel"}), data=kept)
    assert form.validate()
    assert form.data == kept
    assert 'selected value="camel"' in form.animal()


def test_a_list_of_pairs_can_be_given_once_the_form_is_made():
    class Assigning(Form):
        account_id = Choice("Personne", blank="quelqu’un d’autre", required=True)

    form = Assigning(MultiDict({"account_id": "7"}))
    form.account_id.members = [(7, "Fanta"), (8, "Moussa")]
    assert form.validate()
    assert form.account_id.data == 7
    assert '<option selected value="7">Fanta</option>' in form.account_id()
    form.account_id.members = [(8, "Moussa")]
    assert not form.validate()
    assert form.account_id.errors == ["Choisissez une réponse de la liste."]


def test_what_was_chosen_of_a_list_given_later_stays_chosen_in_a_form_that_nobody_judges():
    class Assigning(Form):
        account_id = Choice("Personne")
        others = Choices("Autres")

    form = Assigning(MultiDict([("account_id", "7"), ("others", "8")]))
    form.account_id.members = form.others.members = [(7, "Fanta"), (8, "Moussa")]
    assert (form.account_id.data, form.others.data) == (7, [8])
    assert '<option selected value="7">Fanta</option>' in form.account_id()


def test_the_choices_on_the_page_are_the_labels_and_the_kept_one_is_marked():
    form = Herd(data={"animal": Animal.GOAT, "animals": ["goat"], "grazing": False})
    assert '<option selected value="goat">chèvre</option>' in form.animal()
    assert [option.selected for option in form.animals.iter_choices()] == [False, True, False]
    assert [option.selected for option in form.grazing.iter_choices()] == [False, True]


# Dates


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
    for field in (Herd().began, told(precision="dawn"), told(precision="day", month="3", year="2020")):
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
    dates.aged(40, date(2020, 1, 1)),
    dates.in_age_band(dates.AgeBand.YOUTH, date(2020, 1, 1)),
]


@pytest.mark.parametrize("kept", KEPT, ids=lambda d: d.precision.value)
def test_a_kept_date_that_is_not_touched_stays_as_it_was(kept):
    shown = Herd(data={"began": kept}).began.parts
    posted = {"owner": "Fanta"} | {f"began-{part}": typed for part, typed in vars(shown).items()}
    form = Herd(MultiDict(posted), data={"began": kept})
    assert form.validate()
    assert form.began.data == kept


def test_a_duration_that_is_corrected_was_still_said_when_it_was_said():
    kept = dates.lasting(30, Unit.YEARS, date(2017, 5, 1))
    corrected = {"began-precision": "other", "began-number": "40", "began-unit": "years"}
    form = Herd(MultiDict(corrected), data={"began": kept})
    assert form.began.data == dates.lasting(40, Unit.YEARS, date(2017, 5, 1))


# Anything at all


def test_every_field_can_be_left_out_of_the_post():
    form = Herd(MultiDict({"owner": "Fanta"}))
    assert form.validate()
    assert form.began.data is None


hostile = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["day", "month", "season", "year", "before", "after", "other", "cold", "decade", "century", "years",
     "about", "31", "2", "2024", "0", "99999999999999999999", "1.234", "-1", "²", "٣", "0000-00-00",
     "cow", "yes"]
)  # fmt: skip
names = st.sampled_from([*Herd()._fields, *(f"began-{part}" for part in vars(Herd().began.parts))])


@given(st.lists(st.tuples(names, hostile | st.just(FileStorage(BytesIO(b"x"), "x"))), max_size=25))
def test_nothing_that_is_posted_raises_and_all_of_it_can_be_shown_again(posted):
    form = Herd(MultiDict(posted))
    form.validate()
    for field in form:
        assert all(isinstance(error, str) and error for error in field.errors)
        if field.widget:
            assert field().encode("utf-8")
    "".join(vars(form.began.parts).values()).encode("utf-8")  # half a pair would raise
    assert form.began.data is None or form.began.data.precision in Precision


def test_a_range_of_days_that_is_kept_stands_in_its_boxes():
    kept = dates.between(date(2020, 12, 28), date(2021, 1, 3))
    field = Herd(data={"began": kept}).began
    assert (field.parts.day, field.parts.last, field.parts.month, field.parts.year) == ("28", "3", "12", "2020")
    assert [chip.value for chip in field.chips if chip.selected] == ["range"]
