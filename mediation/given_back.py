"""What was typed, given back to its person when it cannot be taken: under its questions, as it was answered."""

import inspect
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from flask import g, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from wtforms import Field, FieldList, HiddenField
from wtforms.fields.core import UnboundField

from mediation.kernel.fields import Choice
from mediation.kernel.files import StorageDown
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.local import NOWHERE, work_for
from mediation.kernel.rows import begun, in_words, questions

SECRET = "password"
# What a form or its buttons carry, which nobody typed.
MACHINE = ("csrf_token", "key", "seen", "more", "then", "again")
# A side is chosen by its letter, which is its name; anything else that is chosen in a file has a name of its own.
LETTER = re.compile(r"[A-Z]")
NOT_NAMED = _l("une réponse choisie dans la liste")


def kept() -> list[tuple[str, str]]:
    """What was typed, under the words of its question, never a password nor a machine's word."""
    if request.method != "POST":
        return []
    with suppress(SQLAlchemyError):
        form = g.get("filled_form")
        return answered(form) if form else _told_of(typed_in())
    # The register does not answer: not even what the institution adds to its forms can be asked.
    work_for(NOWHERE)
    return _told_of(typed_in())


def answered(form) -> list[tuple[str, str]]:
    """What a form holds, as it is told to people."""
    return [(str(field.label.text), in_words(field)) for field in form.questions
            if in_words(field).strip() and not field.name.startswith(SECRET)]


def offered_as(form, other):
    """A form of the same questions, which offers the same lists as the other; returns it."""
    for field in form.questions:
        twin = other._fields.get(field.short_name)
        if isinstance(field, Choice) and twin is not None:
            field.members = twin.members
        elif isinstance(field, FieldList) and twin is not None and len(twin):
            for row in field:
                _offer_row(row, twin[0])
    return form


def _offer_row(row, other) -> None:
    """Rows of one list are offered the same."""
    for mine, twin in zip(questions(row), questions(other), strict=False):
        if isinstance(mine, Choice):
            mine.members = twin.members


def typed_in() -> MultiDict:
    """The boxes that were sent; none where there was not even room to read them."""
    try:
        return request.form
    except (OSError, StorageDown, HTTPException):
        return MultiDict()


def _told_of(boxes: MultiDict) -> list[tuple[str, str]]:
    """The boxes as the form they belong to tells them; under its own name, one that no form asks for."""
    form = _form_of(boxes)
    unasked = [(name, text) for name, text in boxes.items(multi=True) if text.strip() and name not in MACHINE
               and not name.startswith(SECRET) and (form is None or name.partition("-")[0] not in form)]
    return [*_answers_in(form), *unasked]


def _answers_in(form) -> list[tuple[str, str]]:
    """What was answered in a form that no page has offered anything to, question by question; a row that is blank
    and a choice that was made beforehand say nothing."""
    told = [(words, _answer(field)) for words, field in _asked_in(form) if not field.name.startswith(SECRET)]
    return [(words, answer) for words, answer in told if answer.strip()]


def _asked_in(form) -> Iterator[tuple[str, Field]]:
    """Each question with its words; in a list, with the number of its row."""
    for field in form.questions if form else ():
        if isinstance(field, FieldList):
            rows = [(number, row) for number, row in enumerate(field, start=1) if begun(row)]
            yield from ((f"{one.label.text} {number}", one) for number, row in rows for one in questions(row))
        elif not _made_beforehand(field):
            yield str(field.label.text), field


def _made_beforehand(field) -> bool:
    return isinstance(field, Choice) and field.default is not None and field.data == field.default


def _answer(field) -> str:
    """An answer in words. What only the pages of a file can name is not looked up: who asks may not be signed in."""
    unlisted = field.unlisted() if isinstance(field, Choice) else []
    named = [value if LETTER.fullmatch(value) else str(NOT_NAMED) for value in unlisted]
    return ", ".join(filter(None, (in_words(field), *dict.fromkeys(named))))


def _form_of(boxes: MultiDict) -> BaseForm | None:
    """The form that was sent, not judged: of those of this slice, the one that asks most of its boxes, least else."""
    sent, blueprint = {name.partition("-")[0] for name in boxes}, (request.endpoint or "").partition(".")[0]
    forms = [(len(sent & asked), -len(asked), form) for form, asked in _forms(blueprint)]
    known, _least, form = max(forms, key=lambda one: one[:2], default=(0, 0, None))
    return form(formdata=boxes, meta={"csrf": False}) if known else None


@cache
def _forms(blueprint: str) -> list[tuple[type[BaseForm], set[str]]]:
    """The forms of a slice, each with the names of its questions."""
    slice_forms = vars(sys.modules.get(f"mediation.{blueprint}.forms", object)).values()
    return [(one, _questions_of(one)) for one in slice_forms if isinstance(one, type) and issubclass(one, BaseForm)]


def _questions_of(form: type[BaseForm]) -> set[str]:
    return {name for name, field in inspect.getmembers(form, lambda one: isinstance(one, UnboundField))
            if field.field_class is not HiddenField}
