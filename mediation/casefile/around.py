"""What goes on around a dispute, as its page tells it: the alert, measures, proceedings, sources, offers."""

from dataclasses import dataclass
from functools import cached_property

from mediation.acts.vocabulary import MeasureStage, Stage
from mediation.casefile.buttons import button
from mediation.casefile.days import short
from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed, sentence
from mediation.context import rules
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.context.queries import level_since
from mediation.disputes.queries import letter_of
from mediation.kernel import clock
from mediation.kernel.language import LazyText, _
from mediation.kernel.numbers import said_number
from mediation.kernel.text import fold_words
from mediation.sessions.models import Offer

# As many lines as are shown without folding them.
SHOWN = 6


@dataclass(frozen=True)
class Versions:
    """A fact on which sources disagree, with what each of them says."""

    label: str
    rows: list[Source]


@dataclass(frozen=True)
class Look:
    """One thing to look at again, and where this reader puts it right, if they may."""

    text: str
    url: str | None = None
    action: LazyText | None = None


class Around:
    """What goes on around a dispute, beside its own road."""

    def __init__(self, file: File):
        self.file, self.dispute, self.today = file, file.dispute, clock.today()

    @property
    def alerts(self) -> list[Alert]:
        """Every level of alert there was, the last one first."""
        return self.file.of(Alert)[::-1]

    @cached_property
    def alert(self) -> str:
        """The level that holds and since when; nothing where none was ever set, whatever the channel of the saisine."""
        since = level_since(self.file.of(Alert))
        if since is None:
            return ""
        when = short(since.happened_on) if since.happened_on else ""
        level = label(since.level)
        return _("Alerte\u00a0: %(level)s, depuis\u00a0: %(day)s", level=level, day=when) if when else _(
            "Alerte\u00a0: %(level)s", level=level)

    def level(self, one: Alert) -> str:
        """One level of alert: since when, why, who says so."""
        source = _("selon %(source)s", source=one.source) if one.source else ""
        return listed(sentence(label(one.level)), day(one.happened_on), one.why, source)

    @property
    def measures(self) -> list[Measure]:
        """The interim measures, in order of entry, struck ones included."""
        return self.file.of(Measure)

    def measure(self, one: Measure) -> str:
        """A measure: what, by whom, over what, from when to when."""
        until = _("jusqu’à\u00a0: %(day)s", day=day(one.until)) if not rules.without_end(one.until) else ""
        return listed(sentence(label(one.kind)), one.authority,
                      _("n° %(number)s", number=one.decision) if one.decision else "", one.extent, one.place,
                      _("à partir de\u00a0: %(day)s", day=day(one.happened_on)) if one.happened_on else "", until)

    def measure_now(self, one: Measure) -> str:
        """Where a measure stands: lifted by whom and why, past its end, without one, or simply in force."""
        if one.stage is MeasureStage.LIFTED:
            return listed(_("levée par %(name)s", name=one.lifted_by), day(one.lifted_on), one.lifted_reason)
        look = self.to_look_at(one)
        return listed(label(one.stage), look)

    def to_look_at(self, one: Measure) -> str:
        """Why somebody should look at a measure in force, if they should."""
        if one.struck_at is not None or one.stage is MeasureStage.LIFTED:
            return ""
        return str(rules.to_look_at(one.until, self.today) or "")

    @property
    def proceedings(self) -> list[Proceeding]:
        """What runs elsewhere, in order of entry, struck ones included."""
        return self.file.of(Proceeding)

    def proceeding(self, one: Proceeding) -> str:
        """What runs elsewhere: before whom, since when, by whom; a crime is named as such and not told."""
        who = _("demandée par %(name)s", name=one.brought_by or _("le côté %(letter)s", letter=letter_of(one.side)))
        return listed(sentence(label(one.kind)), label(one.level), one.body,
                      _("n° %(number)s", number=one.their_number) if one.their_number else "",
                      _("ouverte\u00a0: %(day)s", day=day(one.opened_on)) if one.opened_on else "",
                      who if one.brought_by or one.side else "", one.asks,
                      _("crime\u00a0: orienté vers la justice, sans récit") if one.crime else "")

    def proceeding_now(self, one: Proceeding) -> str:
        """How far it has come, when it is heard, and what came of it."""
        side = _("côté %(letter)s", letter=letter_of(one.won_side)) if one.won_side else ""
        hearing = _("audience\u00a0: %(day)s", day=day(one.hearing_on)) if one.hearing_on else ""
        return listed(sentence(label(one.step)), hearing, ", ".join(filter(None, (label(one.result), side))),
                      _("n° %(number)s", number=one.decision) if one.decision else "", day(one.result_on))

    @cached_property
    def sources(self) -> list[Versions]:
        """What sources say differently, fact by fact, in the order in which the facts were first told."""
        facts: dict[tuple, list[Source]] = {}
        for one in self.file.of(Source):
            facts.setdefault((one.topic, fold_words(one.fact)), []).append(one)
        return [Versions(listed(sentence(label(rows[0].topic)), rows[0].fact), rows) for rows in facts.values()]

    def source(self, one: Source) -> str:
        """What one source says, and when it said so."""
        when = f" ({day(one.happened_on)})" if one.happened_on else ""
        return _("Selon %(source)s%(when)s\u00a0: %(says)s", source=one.source, when=when, says=one.says)

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        history = len(self.alerts) if len(self.alerts) > 1 else 0
        return bool(self.alert) + history + len(self.measures) + len(self.proceedings) + len(self.sources)

    @property
    def is_long(self) -> bool:
        """Whether there is more than fits beside the rest of the page."""
        return self.lines > SHOWN

    @property
    def offers(self) -> list[Offer]:
        """What was offered, in order of entry, struck ones included."""
        return self.file.of(Offer)

    def offer(self, one: Offer) -> str:
        """Who offered what to whom."""
        return offer_said(one, self.file.rows.get(f"mediation_session:{one.session_id}"))

    def answer(self, one: Offer) -> str:
        """What became of an offer."""
        return answer_said(one)

    @cached_property
    def review(self) -> list[Look]:
        """What somebody should look at again: measures past their end or without one, an outcome crossed out."""
        measures = [
            self._look(_("%(kind)s\u00a0: %(why)s", kind=sentence(label(one.kind)), why=why), "measure.lift", one)
            for one in self.measures if (why := self.to_look_at(one))]
        last = self.file.outcomes[-1] if self.file.outcomes else None
        if last is None or last.struck_at is None or self.dispute.stage is not Stage.NOT_SETTLED:
            return measures
        words = _("La %(kind)s est rayée\u00a0: l’étape est à revoir.", kind=label(last.kind))
        return [*measures, self._look(words, "mediation.resume", self.dispute)]

    def _look(self, words: str, name: str, subject) -> Look:
        there = button(name, subject, self.dispute)
        return Look(words, there.url if there else None, there.label if there else None)


def offer_said(one: Offer, session=None) -> str:
    """Who offered what to whom, how much, when, at which session."""
    maker = one.made_by or _("Côté %(letter)s", letter=letter_of(one.side))
    amount = _amount(one)
    to = _("à %(letters)s", letters=", ".join(one.to_sides)) if one.to_sides else ""
    at = _("séance %(number)d", number=session.number) if session is not None else ""
    return listed(_("%(who)s\u00a0: %(what)s", who=maker, what=one.what), amount, to, day(one.happened_on), at)


def _amount(one: Offer) -> str:
    """How much was offered, in its unit."""
    return " ".join(filter(None, (said_number(one.quantity) if one.quantity is not None else "", one.unit)))


def answer_said(one: Offer) -> str:
    """What became of an offer, by whom, when and why."""
    if one.answer is None:
        return _("réponse pas encore dite")
    side = _("côté %(letter)s", letter=letter_of(one.answer_side)) if one.answer_side else ""
    by = _("par %(name)s", name=" · ".join(filter(None, (side, one.answered_by)))) if side or one.answered_by else ""
    return listed(" ".join(filter(None, (label(one.answer), by))), day(one.answered_on), one.answer_reason)
