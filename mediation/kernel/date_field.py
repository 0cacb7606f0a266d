"""The field of a date as precise as the person can tell it, also without JavaScript."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from wtforms import Field
from wtforms.fields.choices import Choice as Option
from wtforms.utils import unset_value

from mediation.kernel import births, dates
from mediation.kernel.clock import today
from mediation.kernel.date_parts import BIRTH_MEASURES, CHIPS, MEASURES, DateParts, as_typed, date_of, opened, parts_of
from mediation.kernel.dates import ApproximateDate, Season
from mediation.kernel.fields import Asked, Sentence, last_posted, not_longer
from mediation.kernel.language import _l
from mediation.kernel.local import here
from mediation.kernel.periods import ImpossibleDate, month_names, weekday_names
from mediation.kernel.text import BadInput, clean, shown

LONGEST_WORDS = 200  # of what is said of a date


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
        not_longer(read.words if read else "", LONGEST_WORDS)
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


def _box(text: str) -> str:
    return not_longer(" ".join(clean(text).split()), LONGEST_WORDS)


def _typed_parts(formdata, name: str) -> list[str] | None:
    """What was posted for each part, in the order of DateParts; None when nothing was."""
    posted = [formdata.getlist(f"{name}-{part.name}") for part in fields(DateParts)]
    posted[0] = posted[0] or formdata.getlist(name)
    return [last_posted(values) if values else "" for values in posted] if any(posted) else None
