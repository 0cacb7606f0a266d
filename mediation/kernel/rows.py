"""Rows of a form: the same few questions several times; a row left blank says nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from flask import request
from wtforms import BooleanField, Form, FormField, HiddenField
from wtforms import FieldList as AnyFieldList
from wtforms.utils import unset_value

from mediation.kernel.fields import Sentence
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _

LONGEST_INDEX = 4


class FieldList(AnyFieldList):
    """Several answers to one question; a row is named by a plain small number, whatever else is posted.

    Rows are numbered anew once read, so that those added to make up the least number are blank: under
    its new number, an added row could read again what an earlier one was posted as. `one` is what a row is
    called where a message is about it.
    """

    def __init__(self, *args, one=None, **kwargs):
        self.one = one
        super().__init__(*args, **kwargs)
        # Pages draw a list by this word, whatever its class is called.
        self.type = "FieldList"

    def process(self, formdata, data=unset_value, extra_filters=None):
        least, self.min_entries = self.min_entries, 0
        super().process(formdata, data, extra_filters)
        self.min_entries = least
        while len(self.entries) < least:
            self._add_entry()

    def _extract_indices(self, prefix: str, formdata) -> Iterator[int]:
        for name in formdata:
            if name.startswith(f"{prefix}-"):
                index = name[len(prefix) + 1:].split("-", 1)[0]
                if index.isascii() and index.isdigit() and len(index) <= LONGEST_INDEX:
                    yield int(index)

    def said(self) -> str:
        """What the rows that are begun say, one a line, to be compared with what others wrote."""
        return "\n".join(", ".join(filter(None, map(in_words, questions(row)))) for row in self if begun(row))


def questions(row) -> Iterable:
    """What a row asks people: several questions, or one."""
    return [field for field in getattr(row, "form", (row,)) if not isinstance(field, HiddenField)]


def in_words(field) -> str:
    """What a field holds, as it is told to people."""
    said = getattr(field, "said", None)
    if callable(said):
        return said()
    if isinstance(field, BooleanField):
        return _("Oui") if field.data else ""
    return str(field.data or "")


class Row(Form):
    """One row: once it is begun, it answers what is `needed`; what is `preset` does not begin it."""

    facts_type: type | None = None
    # By what name a message tells of it; without one, by its number.
    called: str = ""
    needed: dict[str, Sentence] = {}
    preset: frozenset[str] = frozenset()

    @property
    def begun(self) -> bool:
        """Whether somebody wrote in this row, readable or not."""
        return any(field.errors or field.process_errors or not (is_blank(field.data) or field.data is False)
                   for name, field in self._fields.items() if name not in self.preset)

    def validate(self, extra_validators=None) -> bool:
        """Ask, in a row that is begun, for what is still missing."""
        valid = super().validate(extra_validators)
        for name, sentence in self.needed.items() if self.begun else ():
            field = self[name]
            if not field.errors and is_blank(field.data):
                field.errors = [str(sentence)]
                valid = False
        return valid

    def facts(self):
        """What the row says, as the dataclass the verb takes; what was left blank is left out."""
        asked = {field.name for field in fields(self.facts_type)} & self._fields.keys()
        return self.facts_type(**{name: self[name].data for name in asked if not is_blank(self[name].data)})


class FormOfRows(BaseForm):
    """A form with rows: a refusal finds its row."""

    def rows_told(self, rows: FieldList) -> list[FormField]:
        """The rows that became facts, in the order of the facts."""
        return [row for row in rows if row.form.begun]

    def refuse(self, name: str, text) -> None:
        """Put a refusal named « rows-1-question » beside that question of the second row told."""
        rows, _, inner = name.partition("-")
        index, _, question = inner.partition("-")
        told = self.rows_told(self[rows]) if question and rows in self else []
        entry = told[int(index)] if int(index or 0) < len(told) else None
        if entry is None or question not in entry.form:
            super().refuse(name, text)
            return
        entry[question].errors = [*entry[question].errors, str(text)]
        self[rows].errors = [row.errors for row in self[rows]]


def is_blank(answer) -> bool:
    """Whether nothing was answered; nought and « no » are answers."""
    return answer is None or answer in ("", [])


def told(rows: FieldList) -> tuple:
    """The facts of the rows of `FormField`s that are begun, in their order."""
    return tuple(row.form.facts() for row in rows if row.form.begun)


def begun(row) -> bool:
    """Whether somebody wrote in this row, of several questions or of one."""
    return row.form.begun if hasattr(row, "form") else bool(row.data or row.process_errors)


def more_asked(form, growing: FieldList) -> bool:
    """Whether another row was asked for; then nothing is kept yet, this list grows, and every other that is full.

    A list without a greatest number has one row for each of those its page names: it never grows.
    """
    if "more" not in request.form:
        return False
    for rows in (field for field in form if isinstance(field, FieldList) and field.max_entries):
        if len(rows) < rows.max_entries and (rows is growing or all(map(begun, rows))):
            rows.append_entry()
    return True
