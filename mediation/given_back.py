"""What was typed, given back to its person when it cannot be taken: under its questions, as it was answered."""

import inspect
import sys
from contextlib import suppress
from functools import cache

from flask import g, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from wtforms import Form, FormField, HiddenField
from wtforms.fields.core import UnboundField

from mediation.kernel.files import StorageDown

SECRET, MACHINE = "password", ("csrf_token", "key", "seen")


def kept() -> list[tuple[str, str]]:
    """What was typed, under the words of its question, never a password nor a machine's word."""
    if request.method != "POST":
        return []
    # In a register that does not answer, a form cannot always tell its own answers.
    with suppress(SQLAlchemyError):
        if form := g.get("filled_form"):
            return _answered(form)
    boxes = typed_in()
    asked = _asked_of(boxes)
    told = [(_named(name, asked), value) for name, value in boxes.items(multi=True)
            if value.strip() and not name.startswith(SECRET) and name not in MACHINE]
    return [(question, value) for question, value in told if question]


def _answered(form) -> list[tuple[str, str]]:
    """What a form without a fault holds, as it is told to people."""
    return [(field.label.text, typed(field)) for field in form.questions
            if typed(field).strip() and not field.name.startswith(SECRET)]


def typed(field) -> str:
    """What a field holds, as text that can be read and copied."""
    said = getattr(field, "said", None)
    if callable(said):
        return said()
    return ", ".join(str(value) for value in field.raw_data) if field.raw_data else str(field.data or "")


def typed_in() -> MultiDict:
    """The boxes that were sent; none where there was not even room to read them."""
    try:
        return request.form
    except (OSError, StorageDown, HTTPException):
        return MultiDict()


def _named(name: str, asked: dict) -> str:
    """A box by the question it belongs to; in a list, with the number of its row; nothing for a hidden one."""
    question, _dash, rest = name.partition("-")
    row, _dash, part = rest.partition("-")
    whole = asked.get(question, question)
    words = asked.get(f"{question}-{part}", whole) if row.isdecimal() else whole
    return f"{words} {int(row) + 1}" if words and row.isdecimal() else str(words)


def _asked_of(boxes: MultiDict) -> dict:
    """The words of the questions that were answered: those of the form of this slice that knows most of the boxes."""
    sent = {name.partition("-")[0] for name in boxes}
    return max(_questions((request.endpoint or "").partition(".")[0]),
               key=lambda asked: len(sent & asked.keys()), default={})


@cache
def _questions(blueprint: str) -> list[dict]:
    """The words of every question of each form of a slice, by the name of its box."""
    forms = sys.modules.get(f"mediation.{blueprint}.forms")
    return [_asked_by(one) for one in vars(forms).values() if isinstance(one, type) and issubclass(one, Form)
            ] if forms else []


def _asked_by(form: type[Form]) -> dict:
    """The words of each question of a form; those of a row of a list, as `list-box`."""
    asked = {}
    for name, field in inspect.getmembers(form, lambda one: isinstance(one, UnboundField)):
        asked[name] = _words_of(name, field)
        for row in (one for one in field.args if isinstance(one, UnboundField) and one.field_class is FormField):
            asked |= {f"{name}-{box}": words for box, words in _asked_by(row.args[0]).items()}
    return asked


def _words_of(name: str, field: UnboundField) -> str:
    """The words of a question; a hidden box has none."""
    if field.field_class is HiddenField:
        return ""
    return next((one for one in field.args if not isinstance(one, UnboundField)), field.kwargs.get("label", name))
