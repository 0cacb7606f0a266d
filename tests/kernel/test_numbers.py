"""Numbers are read as they are typed in Mali, and asked about when they can be read two ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.kernel.numbers import (
    AmbiguousNumber,
    BadNumber,
    parse_count,
    parse_number,
    parse_quantity,
    said_number,
    typed_number,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        (" 1234,5 ", "1234.5"),
        ("1234", "1234"),
        ("1.5", "1.5"),
        ("12 , 5", "12.5"),
        ("0,234", "0.234"),
        ("1234,567", "1234.567"),
        ("1 234,567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("١٢", "12"),
        ("߁߂", "12"),
    ],
)
def test_a_number_is_read_as_it_is_typed(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.234", "1,234", " 1 , 234 "])
def test_a_number_with_two_readings_is_asked_about(typed):
    with pytest.raises(AmbiguousNumber) as asked:
        parse_number(typed)
    assert str(asked.value) == "Avez-vous voulu dire 1\u202f234 ou 1,234\u202f? Choisissez."
    assert asked.value.readings == (Decimal(1234), Decimal("1.234"))


@pytest.mark.parametrize(
    "typed",
    ["", "douze", "-5", "+5", "1e5", "NaN", "Infinity", "²", "½", "12 34", "1,234,5", "1..2", ",5", "5,",
     "1_000", "9" * 26, "0x1F", "1 234 ha"],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_an_example(typed):
    with pytest.raises(BadNumber, match="Écrivez un nombre en chiffres"):
        parse_number(typed)


def test_a_count_is_whole():
    assert parse_count("1 234") == 1234
    assert parse_count("0") == 0
    for typed in ("1,5", "1.234", "douze", "-1"):
        with pytest.raises(BadNumber, match="nombre entier"):
            parse_count(typed)


def test_a_count_stops_at_ten_million():
    assert parse_count("10 000 000") == 10_000_000
    with pytest.raises(BadNumber, match="trop grand"):
        parse_count("10 000 001")


def test_a_quantity_has_nine_digits_and_three_decimals():
    assert parse_quantity("999 999 999,999") == Decimal("999999999.999")
    assert parse_quantity("1,50000") == Decimal("1.5")
    with pytest.raises(BadNumber, match="trop grand"):
        parse_quantity("1 000 000 000")
    with pytest.raises(BadNumber, match="trop précis"):
        parse_quantity("0,0001")


def test_a_number_prints_with_thin_spaces_in_both_languages():
    assert said_number(1234567) == "1\u202f234\u202f567"
    assert said_number(Decimal("1234.50")) == "1\u202f234,5"
    assert said_number(Decimal("1234.5"), language="en") == "1\u202f234.5"
    assert said_number(Decimal("1E+3")) == "1\u202f000"
    assert said_number(0) == "0"


quantities = st.decimals(min_value=0, max_value=Decimal("999999999.999"), places=3)


@given(quantities, st.sampled_from(["fr", "en"]))
def test_a_number_in_a_box_is_read_again_as_itself(number, language):
    assert parse_quantity(typed_number(number, language)) == number


@given(st.text(st.sampled_from("0123456789 .,\u202f-eN٣"), max_size=30) | st.text(max_size=30))
def test_reading_a_number_raises_nothing_but_its_own_refusal(text):
    for read in (parse_number, parse_count, parse_quantity):
        try:
            assert read(text) >= 0
        except BadNumber as refusal:
            assert str(refusal)
