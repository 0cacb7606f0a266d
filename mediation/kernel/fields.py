"""The fields of every form: each keeps what was typed, and says in one sentence what to do when it is wrong.

`required` is True, or the sentence that asks for what is missing. Left blank, a field that is not
required is unknown: None, "" for a text, [] for several choices; left out of the post, it keeps what it
held. When a name is posted twice the last value counts. Nothing posted, however odd, raises.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from wtforms import Field, RadioField, SelectField, widgets
from wtforms.fields.choices import Choice as Option
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from mediation.kernel import births, dates, numbers
from mediation.kernel.clock import today
from mediation.kernel.date_parts import BIRTH_MEASURES, CHIPS, MEASURES, DateParts, as_typed, date_of, opened, parts_of
from mediation.kernel.dates import ApproximateDate, Season
from mediation.kernel.language import LazyText, _l
from mediation.kernel.local import Own, here
from mediation.kernel.periods import ImpossibleDate, month_names, weekday_names
from mediation.kernel.text import BadInput, BadText, clean, shown

Sentence = str | LazyText

LONGEST_WORDS = 200  # of what is said of a date


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
            text = clean(_last(valuelist))
            self.data = self.read(text) if text else self.empty

    def _value(self) -> str:
        if self.raw_data:
            return shown(_last(self.raw_data))
        return "" if self.data is None else self.written()


class Line(Typed):
    """A name, a place, a few words: one line, of `longest` characters at most."""

    empty = ""

    def __init__(self, label: Sentence | None = None, *args, longest: int = 200, **kwargs):
        super().__init__(label, *args, **kwargs)
        self.longest = longest

    def read(self, text: str) -> str:
        return _not_longer(" ".join(text.split()), self.longest)


class Words(Line):
    """A text of several lines."""

    widget = widgets.TextArea()

    def __init__(self, label: Sentence | None = None, *args, longest: int = 10_000, **kwargs):
        super().__init__(label, *args, longest=longest, **kwargs)

    def read(self, text: str) -> str:
        return _not_longer(text, self.longest)


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


class ApproximateDateField(Asked, Field):
    """A date as precise as the person can tell it.

    Each box is posted as `<name>-<part>`, the parts being those of DateParts; a plain ISO day may come
    under the name itself, or as the precision. `future` allows days that are certainly still to come;
    `default_today` is for quick forms: it offers today, chosen, and yesterday; `offered` are other days to
    choose at once, each with its words. For a birth, `born` offers an age and the years known to all, and no
    duration. `parts` is what was typed.
    """

    missing = _l("Donnez une date. Si vous ne la savez pas, choisissez « On ne sait pas ».")

    offered: Iterable[tuple[date, Sentence]] = ()

    def __init__(self, label=None, *args, future: bool = False, default_today: bool = False, born: bool = False,
                 **kwargs):
        super().__init__(label, *args, **kwargs)
        self.future = future
        self.default_today = default_today
        self.born = born

    def process(self, formdata, data=unset_value, extra_filters=None):
        super().process(None, data, extra_filters)
        if self.default_today and data is unset_value and not formdata:
            self.data = dates.on(today())
        self.parts = self._boxes(self.data)
        typed = _typed_parts(formdata, self.name) if formdata else None
        if typed is None:
            return
        self.data, self.parts = None, DateParts(*map(shown, typed))
        try:
            self.parts = opened(DateParts(*map(_box, typed)))
            self.data = self.read(self.parts)
        except BadInput as error:
            self.process_errors.append(str(error))

    def read(self, parts: DateParts) -> ApproximateDate | None:
        """The date told by the boxes; one that was not touched stays as it was kept."""
        kept = self.object_data
        if kept and parts == self._boxes(kept):
            return kept
        if parts.unit not in self._counted():
            parts = replace(parts, unit="")
        read = date_of(parts, births.said_on(kept) or today(), here())
        _not_longer(read.words if read else "", LONGEST_WORDS)
        if read and not self.future and read.certainly_future(today()):
            raise ImpossibleDate(
                _l("Cette date n’est pas encore arrivée. Changez-la, ou choisissez « On ne sait pas ».")
            )
        return read

    def _boxes(self, kept: ApproximateDate | None) -> DateParts:
        """The boxes as they stand for what is kept."""
        return parts_of(births.age_of_duration(kept) if self.born and kept else kept, here())

    def _counted(self) -> dict[str, Sentence]:
        """What a number may count here; what it counts in what is kept stays possible."""
        counted = BIRTH_MEASURES if self.born else MEASURES
        unit = self._boxes(self.object_data).unit
        return {**counted, unit: MEASURES[unit]} if unit in MEASURES else counted

    def said(self) -> str:
        """The date as it is told, with the words said beside it; one that cannot be read, box by box."""
        if not self.data:
            return as_typed(self.parts)
        told = (births.said_birth if self.born else dates.said)(self.data, today())
        words = self.parts.words or self.parts.local
        return told if words in told else f"{told}, {words}"

    @property
    def days(self) -> list[Option]:
        """Today and yesterday, on a quick form; else the days that are offered."""
        offered = self.offered
        if self.default_today:
            offered = ((today(), _l("Aujourd’hui")), (today() - timedelta(days=1), _l("Hier")))
        told = replace(self.parts, words="")
        return [Option(str(day), str(name), told == parts_of(dates.on(day)), {}) for day, name in offered]

    @property
    def chips(self) -> list[Option]:
        """The precisions, one chosen unless one of `days` is."""
        chosen = self.parts.precision if self.parts.precision in CHIPS else "day"
        names = {**CHIPS, "other": _l("Âge, ou autrement")} if self.born else CHIPS
        return _options(names, "" if any(day.selected for day in self.days) else chosen)

    @property
    def months(self) -> list[Option]:
        return _options(month_names(), self.parts.month)

    @property
    def seasons(self) -> list[Option]:
        return _options({season.value: season.label for season in Season}, self.parts.season)

    @property
    def events(self) -> list[Option]:
        """The years known to all, where a birth is asked for."""
        known = here().events if self.born else ()
        return _options({event.name: event.said for event in known}, self.parts.local)

    @property
    def weekdays(self) -> list[Option]:
        """The days of the week, which tell no birth."""
        return _options({} if self.born and not self.parts.weekday else weekday_names(), self.parts.weekday)

    @property
    def measures(self) -> list[Option]:
        return _options(self._counted(), self.parts.unit)


def _options(names: dict[Any, Sentence], chosen: str) -> list[Option]:
    return [Option(str(value), str(name), str(value) == chosen, {}) for value, name in names.items()]


def _last(values: list) -> str:
    """The last value posted; a file in the place of a text is unreadable."""
    return values[-1] if isinstance(values[-1], str) else "\ufffd"


def _not_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise BadText(
            _l("C’est trop long : %(length)d caractères. Raccourcissez à %(longest)d au plus."),
            length=len(text),
            longest=longest,
        )
    return text


def _box(text: str) -> str:
    return _not_longer(" ".join(clean(text).split()), LONGEST_WORDS)


def _typed_parts(formdata, name: str) -> list[str] | None:
    """What was posted for each part, in the order of DateParts; None when nothing was."""
    posted = [formdata.getlist(f"{name}-{part.name}") for part in fields(DateParts)]
    posted[0] = posted[0] or formdata.getlist(name)
    return [_last(values) if values else "" for values in posted] if any(posted) else None
