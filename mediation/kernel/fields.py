"""The fields of every form: each keeps what was typed, and says in one sentence what to do when it is wrong.

`required` is True, or the sentence that asks for what is missing. Left blank, a field that is not
required is unknown: None, "" for a text, [] for several choices; left out of the post, it keeps what it
held. When a name is posted twice the last value counts. Nothing posted, however odd, raises.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from wtforms import Field, RadioField, SelectField, widgets
from wtforms.fields.choices import Choice as Option
from wtforms.validators import StopValidation

from mediation.kernel import numbers
from mediation.kernel.language import LazyText, _l
from mediation.kernel.local import Own, here
from mediation.kernel.text import BadText, clean, shown

Sentence = str | LazyText


class Asked:
    """What every field shares: one sentence at a time, and asking for what is missing."""

    missing: Sentence = _l("Répondez à cette question.")

    def __init__(self, label: Sentence | None = None, *args, required: bool | Sentence = False, **kwargs):
        super().__init__(label, *args, **kwargs)
        self.required = self.missing if required is True else required
        self.flags.required = bool(required)

    def pre_validate(self, form):
        if self.process_errors:
            raise StopValidation()
        if self.required and self.data in (None, "", []):
            raise StopValidation(str(self.required))


class Typed(Asked, Field):
    """A box: what is typed is cleaned, then read; what cannot be read stays in the box."""

    widget = widgets.TextInput()
    missing = _l("Remplissez cette case.")
    empty: Any = None

    def read(self, text: str) -> Any:
        """The value of a text that is not blank; raises BadInput."""
        raise NotImplementedError

    def written(self) -> str:
        """The value as it stands in the box."""
        return str(self.data)

    def said(self) -> str:
        """What is kept of the box, in the one shape it is written in; what cannot be read, as it was typed."""
        return self._value() if self.data in (None, self.empty) else self.written()

    def process_data(self, value):
        self.data = self.empty if value is None else value

    def process_formdata(self, valuelist):
        if valuelist:
            self.data = self.empty
            text = clean(last_posted(valuelist))
            self.data = self.read(text) if text else self.empty

    def _value(self) -> str:
        if self.raw_data:
            return shown(last_posted(self.raw_data))
        return "" if self.data is None else self.written()


class Line(Typed):
    """A name, a place, a few words: one line, of `longest` characters at most."""

    empty = ""

    def __init__(self, label: Sentence | None = None, *args, longest: int = 200, **kwargs):
        super().__init__(label, *args, **kwargs)
        self.longest = longest

    def read(self, text: str) -> str:
        return not_longer(" ".join(text.split()), self.longest)


class Words(Line):
    """A text of several lines."""

    widget = widgets.TextArea()

    def __init__(self, label: Sentence | None = None, *args, longest: int = 10_000, **kwargs):
        super().__init__(label, *args, longest=longest, **kwargs)

    def read(self, text: str) -> str:
        return not_longer(text, self.longest)


class Count(Typed):
    """How many; blank is not known, which is not nought."""

    missing = _l("Écrivez un nombre.")

    def read(self, text: str) -> int:
        return numbers.parse_count(text)

    def written(self) -> str:
        return numbers.typed_number(self.data)


class Quantity(Typed):
    """A surface, a weight, a sum. A number with two readings is asked about: `readings` are the answers.

    Each reading is (what to post under the field's own name, what to show).
    """

    missing = _l("Écrivez un nombre.")
    readings: tuple[tuple[str, str], ...] = ()

    def read(self, text: str) -> Decimal:
        try:
            return numbers.parse_quantity(text)
        except numbers.AmbiguousNumber as error:
            self.readings = tuple((numbers.typed_number(n), numbers.said_number(n)) for n in error.readings)
            raise

    def written(self) -> str:
        return numbers.typed_number(self.data)


class Choice(Asked, SelectField):
    """One member of a list: a StrEnum whose members have a `.label`, or (value, label) pairs.

    The list is `members`; a view may set it, or shorten it, once the form is made; what the institution
    hides is not offered. `blank` is the text of the answer that stands for none. Where `words` names the box
    that says which other one, the institution's own entries are offered too: they are kept in that box.
    """

    missing = _l("Choisissez une réponse.")
    not_listed: Sentence = _l("Choisissez une réponse de la liste.")
    blank: Sentence | None = _l("Choisissez")

    def __init__(self, label: Sentence | None = None, members: Iterable = (), *args, blank=None,
                 words: str | None = None, **kwargs):
        super().__init__(label, *args, **kwargs)
        self.words, self.members = words, members
        self.blank = blank or self.blank

    @property
    def members(self) -> Iterable:
        """The list; given once the form is made, what was posted is read again, whether or not the form is judged."""
        return self._members

    @members.setter
    def members(self, members: Iterable) -> None:
        self._members = members
        if self.raw_data is not None:
            self.process_formdata(self.raw_data)

    def answers(self) -> dict[str, tuple[Sentence, Any]]:
        """Posted value: label and member. What is kept stays an answer, even if it has left the list."""
        local = here()
        offered = (entry for one in self.members if not local.hides(one)
                   for entry in (*(local.added(one) if self.words else ()), one))
        kept = (member for member in self.kept() if hasattr(member, "label"))
        pairs = (one if isinstance(one, tuple) else (one, one.label) for one in (*offered, *kept))
        return {str(member): (label, member) for member, label in pairs}

    def kept(self) -> Iterable:
        return (self.object_data,)

    def iter_choices(self):
        if self.blank:
            yield Option("", str(self.blank), self.data is None, {})
        for value, (label, member) in self.answers().items():
            yield Option(value, str(label), self.chosen(member), {})

    def chosen(self, member: Any) -> bool:
        return self.data == member

    def said(self) -> str:
        """The answer in words, to be compared with another."""
        names = {member: label for label, member in self.answers().values()}
        chosen = self.data if isinstance(self.data, list) else [self.data]
        return ", ".join(str(names.get(member, member)) for member in chosen if member is not None)

    def unlisted(self) -> list[str]:
        """What was posted and is no answer of the list."""
        return [value for value in self.raw_data or () if value and value not in self.answers()]

    def process_data(self, value):
        self.data = next((member for _label, member in self.answers().values() if member == value), value)

    def process_formdata(self, valuelist):
        if valuelist:
            self.data = self.answers().get(valuelist[-1], ("", None))[1]

    def pre_validate(self, form):
        if self.raw_data is not None:
            self.process_formdata(self.raw_data)
        if self.raw_data and not self.all_listed(self.raw_data):
            raise StopValidation(str(self.not_listed))
        if isinstance(self.data, Own):
            self._not_said_twice(form[self.words])
        super().pre_validate(form)

    def _not_said_twice(self, box: Field) -> None:
        """An entry that was added here goes into the box of its words: no other words are typed there."""
        if box.data not in ("", self.data.label, box.object_data):
            raise StopValidation(str(_l("Vous avez choisi « %(label)s ». Effacez les mots écrits pour « autre ».")
                                     % {"label": self.data.label}))

    def all_listed(self, posted: list) -> bool:
        return not posted[-1] or posted[-1] in self.answers()


class Chips(Choice, RadioField):
    """One member, all in sight. `blank` adds an answer for « not known »."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.RadioInput()
    blank = None


class Choices(Chips):
    """Several members, in the order of the list, each once."""

    option_widget = widgets.CheckboxInput()
    not_listed = _l("Choisissez des réponses de la liste.")

    def kept(self) -> Iterable:
        return self.object_data or ()

    def chosen(self, member: Any) -> bool:
        return member in self.data

    def process_data(self, value):
        self.data = list(value or ())

    def process_formdata(self, valuelist):
        self.data = [member for value, (_label, member) in self.answers().items() if value in valuelist]

    def all_listed(self, posted: list) -> bool:
        return set(posted) <= {"", *self.answers()}


class YesNo(Chips):
    """True, False, or None as long as nobody has answered."""

    def answers(self) -> dict[str, tuple[Sentence, bool]]:
        return {"yes": (_l("Oui"), True), "no": (_l("Non"), False)}


def last_posted(values: list) -> str:
    """The last value posted; a file in the place of a text is unreadable."""
    return values[-1] if isinstance(values[-1], str) else "\ufffd"


def not_longer(text: str, longest: int) -> str:
    """The text, unless it is too long to be kept (`BadText`)."""
    if len(text) > longest:
        raise BadText(
            _l("C’est trop long : %(length)d caractères. Raccourcissez à %(longest)d au plus."),
            length=len(text),
            longest=longest,
        )
    return text
