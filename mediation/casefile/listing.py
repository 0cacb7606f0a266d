"""The page of the list: its tabs, the filters in force, its neighbours, and where each dispute stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import url_for

from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Stage
from mediation.casefile import lists
from mediation.casefile.days import lateness, short_day
from mediation.casefile.forms import FilterForm
from mediation.casefile.lists import Listed, Sorting, View
from mediation.commissions.delays import Delays
from mediation.commissions.kinds import SettingName
from mediation.commissions.queries import delays_set
from mediation.kernel import clock, dates
from mediation.kernel.language import _, _l, colon, ngettext
from mediation.kernel.paging import Page, said_count

# The stages as a column says them, without what the last column adds.
STAGES = {Stage.REGISTERED: _l("Enregistré"), Stage.ACCEPTED: _l("Accepté"),
          Stage.IN_MEDIATION: _l("En médiation"), Stage.IN_FOLLOW_UP: _l("Suivi"),
          Stage.NOT_SETTLED: _l("Sans accord"), Stage.SUSPENDED: _l("En pause"), Stage.REFERRED: _l("Renvoyé"),
          Stage.CLOSED: _l("Clos")}


@dataclass(frozen=True)
class Tab:
    """A view as a tab: its word, its address, its true count."""

    label: str
    url: str
    count: str | None
    current: bool


@dataclass(frozen=True)
class Standing:
    """Where a dispute is: a sign, a word, and the one thing that is awaited."""

    sign: str
    word: str
    note: str = ""


class ListPage:
    """The list as one person asked for it."""

    def __init__(self, actor: Actor, form: FilterForm, view: View, cursor: str | None):
        self.actor, self.form, self.view, self.today = actor, form, view, clock.today()
        self.chosen = form.chosen()
        order = form.order.data or Sorting.RECENT
        self.asked = Listed(view, tuple(self.chosen.items()), order, cursor)

    @cached_property
    def stages(self) -> dict[Stage, str]:
        """The words of the stages, in the reader's language."""
        return {stage: str(word) for stage, word in STAGES.items()}

    @cached_property
    def awaited(self) -> tuple[str, ...]:
        """The words for what may be awaited."""
        return _("séance"), _("visite de suivi"), _("engagement"), _("fin de la pause")

    @cached_property
    def delays(self) -> Delays:
        """The delays of the institutions, which say when what waits is late."""
        return delays_set()

    @cached_property
    def page(self) -> Page:
        """The rows, and the keys of the neighbouring pages."""
        return lists.listed(self.actor, self.asked, self.delays)

    @cached_property
    def _counts(self) -> dict[View, int]:
        return lists.counts(self.actor, self.delays)

    @cached_property
    def count(self) -> int:
        """How many disputes the view and its filters hold, at most one more than is shown."""
        if self.chosen or self.view not in self._counts:
            return lists.count(self.actor, self.asked, self.delays)
        return self._counts[self.view]

    @property
    def tabs(self) -> list[Tab]:
        """The views, each with its count, with the filters kept."""
        return [Tab(str(view.label), self._url(view=view.value),
                    said_count(self._counts[view]) if view in self._counts else None, view is self.view)
                for view in lists.views_of(self.actor)]

    @property
    def tags(self) -> list[str]:
        """The filters in force, in words."""
        fields = {field.name: field for field in self.form}
        return [f"{fields[name].label.text}{colon()}{_told(value)}" for name, value in self.chosen.items()]

    @property
    def said(self) -> str:
        """How many there are, in which order."""
        return ngettext("%(count)s dossier, %(order)s", "%(count)s dossiers, %(order)s", self.count,
                        count=said_count(self.count), order=self.asked.order.label)

    @property
    def clear_url(self) -> str:
        """The same view without its filters."""
        return url_for("casefile.list_disputes", view=self.view.value)

    @property
    def before(self) -> str | None:
        """The address of the page before."""
        return self.page.before and self._url(page=self.page.before)

    @property
    def after(self) -> str | None:
        """The address of the page after."""
        return self.page.after and self._url(page=self.page.after)

    def _url(self, **more: str) -> str:
        given = {name: str(value) for name, value in self.chosen.items()}
        order = {} if self.asked.order is Sorting.RECENT else {"order": self.asked.order.value}
        return url_for("casefile.list_disputes", **{**given, **order, "view": self.view.value, **more})

    def row_of(self, row) -> tuple:
        """The columns of a row that are more than its own values."""
        acted = short_day(row.acted.date()) if row.acted else ""
        return self.stages[row.stage], acted, self.standing(row)

    def standing(self, row) -> Standing:
        """Where a row stands: late, awaiting something by a day, or simply at its stage."""
        if row.stage is Stage.CLOSED:
            return Standing("done", str(row.ending.label))
        awaited = sorted(self._awaited(row))
        if awaited and awaited[0][0] < self.today:
            day, what = awaited[0]
            return Standing("late", lateness((self.today - day).days), what)
        if awaited:
            day, what = awaited[0]
            sign = ("off", str(row.stage.label)) if row.stage is Stage.SUSPENDED else ("ongoing", _("en cours"))
            return Standing(*sign, _("%(what)s d’ici au %(day)s", what=what, day=short_day(day)))
        if row.stage is Stage.REGISTERED:
            return Standing("todo", _("à examiner"))
        if row.stage is Stage.NOT_SETTLED:
            return Standing("off", _("à clore"))
        if row.stage is Stage.SUSPENDED:
            return Standing("off", str(row.stage.label))
        if row.stage is Stage.REFERRED:
            return Standing("ongoing", _("réponse attendue"))
        return Standing("ongoing", _("en cours"), _("rien de prévu"))

    def _awaited(self, row) -> list[tuple[date, str]]:
        found = list(zip((row.session, row.visit, row.due, row.pause), self.awaited, strict=True))
        return [(day, what) for day, what in [*found, *self._delayed(row)] if day is not None]

    def _delayed(self, row) -> Iterable[tuple[date | None, str]]:
        """What has no day but a delay counts once the delay is over; before, the stage says it."""
        if row.stage is Stage.REGISTERED:
            last, what = self.delays.last_day(SettingName.EXAMINE_DAYS, row.lead_id, row.registered_on), _("examen")
        elif row.stage is Stage.REFERRED:
            last, what = self.delays.last_day(SettingName.ANSWER_DAYS, row.lead_id, row.sent), _("réponse")
        else:
            return
        if last is not None and last < self.today:
            yield last, what


def _told(value) -> str:
    if isinstance(value, date):
        return dates.said_day(value)
    return str(value.label) if hasattr(value, "label") else value
