"""The base of every form: its key, the count it was made from, and how it is refused."""

import uuid
from dataclasses import fields

from flask import g, request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField

from mediation.kernel.local import Own


class BaseForm(FlaskForm):
    """A form that performs acts: carries a key that counts once, and keeps what was typed.

    `seen` is the number of acts of the file the form was made from; only forms that edit carry it.
    A form whose session ended while it was open is filled again with what was sent (`g.kept_form`).
    """

    class Meta(FlaskForm.Meta):
        """Only what was typed into boxes is read: no file, no other kind of body stands for an answer."""

        def wrap_formdata(self, form, formdata):
            """What was given to the form, or what its page was sent."""
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata
            return (request.form or None) if form.is_submitted() else None

    key = HiddenField()
    seen = HiddenField()
    facts_type: type | None = None
    # Whether its page sends a file with it; a draft of it is sent without.
    takes_files = False

    def __init__(self, *args, seen: int | None = None, **kwargs):
        self.edits = seen is not None
        given_back = not args and "formdata" not in kwargs and request.method == "GET" and g.get("kept_form")
        if given_back:
            kwargs["formdata"] = given_back
        super().__init__(*args, **kwargs)
        if self.is_submitted():
            return
        if not (given_back and self.given_key()):
            self.key.data = str(uuid.uuid4())
        if not given_back:
            self.seen.data = "" if seen is None else str(seen)

    def validate(self, extra_validators=None) -> bool:
        """A form without a fault is remembered: should keeping it fail, it gives its words back (`g.filled_form`)."""
        whole = super().validate(extra_validators)
        if whole:
            g.filled_form = self
        return whole

    def facts(self):
        """What the form says, as the dataclass the verb takes; what was left blank is None."""
        asked = {field.name for field in fields(self.facts_type)} & self._fields.keys()
        told = {name: _plain(self[name].data) for name in asked}
        for name, own in [(name, one) for name, one in told.items() if isinstance(one, Own)]:
            told |= {name: own.other, self[name].words: own.label}
        return self.facts_type(**told)

    def given_key(self) -> str | None:
        """The key the form was made with, or None when it is not one."""
        try:
            return str(uuid.UUID(self.key.data))
        except (ValueError, TypeError):
            return None

    def given_count(self) -> int | None:
        """The count the form was made from, if it edits; a form that lost its count is as old as can be."""
        if not self.edits:
            return None
        given = self.seen.data or ""
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0

    def refuse(self, name: str, text) -> None:
        """Put a refusal beside its field, or above the form when it is about the whole."""
        field = self._fields.get(name)
        if field is None:
            self.form_errors = [*self.form_errors, str(text)]
        else:
            field.errors = [*field.errors, str(text)]

    @property
    def questions(self) -> list:
        """The fields a person answers."""
        return [field for field in self if field.type not in ("HiddenField", "CSRFTokenField")]


def _plain(data):
    """A blank is not known; several answers never change once given."""
    return tuple(data) if isinstance(data, list) else None if data == "" else data
