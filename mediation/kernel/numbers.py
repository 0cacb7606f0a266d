"""Numbers as people type and read them: asked about, never guessed, when they can be read two ways.

Typed numbers are read alike in every language: a space or a point or a comma may part the thousands,
a point or a comma the decimals. Printed ones part thousands with a thin space, so that no number on a
page can be read two ways.
"""

import re
import unicodedata
from decimal import Decimal

from babel.numbers import get_decimal_symbol

from mediation.kernel.language import _l, spoken
from mediation.kernel.text import BadInput

MOST_COUNTED = 10_000_000
WHOLE_DIGITS, DECIMALS = 9, 3  # a quantity has twelve digits, three of them decimals
LONGEST_TYPED = 25  # below the 28 digits that Decimal computes exactly
THIN_SPACE = "\u202f"

THOUSANDS = r"\d{{1,3}}(?:{}\d{{3}})+"
WHOLE = "|".join([r"\d+", *(THOUSANDS.format(gap) for gap in (r"\s+", r"\.", ","))])
NUMBER = re.compile(rf"(?P<whole>{WHOLE})(?:\s*(?P<point>[.,])\s*(?P<decimals>\d+))?")
TWO_READINGS = re.compile(r"([1-9]\d{0,2})\s*[.,]\s*(\d{3})")


class BadNumber(BadInput):
    """Something typed that is not a number the register keeps."""


class AmbiguousNumber(BadNumber):
    """`1.234`: a thousand and more, or one and a bit? The two numbers are `readings`."""

    def __init__(self, thousands: Decimal, decimals: Decimal):
        self.readings = (thousands, decimals)
        super().__init__(
            _l("Avez-vous voulu dire %(a)s ou %(b)s ? Choisissez."),
            a=said_number(thousands),
            b=said_number(decimals, places=DECIMALS),
        )


def parse_number(text: str) -> Decimal:
    """The number typed, not negative. Raises AmbiguousNumber for two readings, BadNumber for none."""
    typed = _plain_digits(text.strip()) if len(text) <= LONGEST_TYPED else ""
    if two := TWO_READINGS.fullmatch(typed):
        raise AmbiguousNumber(Decimal(two[1] + two[2]), Decimal(f"{two[1]}.{two[2]}"))
    match = NUMBER.fullmatch(typed)
    if not match or (match["point"] and match["point"] in match["whole"]):
        raise BadNumber(_l("Écrivez un nombre en chiffres, par exemple 1 234,5."))
    return Decimal(f"{re.sub(r'[^0-9]', '', match['whole'])}.{match['decimals'] or 0}")


def parse_count(text: str) -> int:
    """A number of people, animals, houses: whole, up to ten million."""
    try:
        number = parse_number(text)
    except BadNumber:
        number = None
    if number is None or number % 1:
        raise BadNumber(_l("Écrivez un nombre entier, sans virgule ni point, par exemple 1 234."))
    if number > MOST_COUNTED:
        raise BadNumber(_l("Ce nombre est trop grand. Il peut aller jusqu’à 10 000 000."))
    return int(number)


def parse_quantity(text: str) -> Decimal:
    """A surface, a weight, a sum: up to nine digits and three decimals."""
    number = parse_number(text)
    if number >= 10**WHOLE_DIGITS:
        raise BadNumber(_l("Ce nombre est trop grand. Écrivez neuf chiffres au plus avant la virgule."))
    if number * 10**DECIMALS % 1:
        raise BadNumber(_l("Ce nombre est trop précis. Écrivez trois chiffres au plus après la virgule."))
    return number


def said_number(number: int | Decimal, language: str | None = None, places: int | None = None) -> str:
    """How a number prints: « 1 234,5 »; with `places`, that many decimals."""
    digits = f"{number:,.{places}f}" if places is not None else _without_last_zeros(f"{Decimal(number):,f}")
    return digits.replace(",", THIN_SPACE).replace(".", get_decimal_symbol(language or spoken()))


def typed_number(number: int | Decimal, language: str | None = None) -> str:
    """How a number stands in a box: read again, it is the same number (hence « 1,2340 »)."""
    typed = _without_last_zeros(f"{Decimal(number):f}").replace(".", get_decimal_symbol(language or spoken()))
    return typed + "0" if TWO_READINGS.fullmatch(typed) else typed


def _plain_digits(text: str) -> str:
    """Arabic, N'Ko and Adlam digits as 0 to 9."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def _without_last_zeros(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
