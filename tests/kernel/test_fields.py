"""Every field says what to do when it is wrong, keeps what was typed, and raises nothing."""

from decimal import Decimal
from enum import StrEnum
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import Form

from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.dates import Precision
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Quantity, Words, YesNo


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
