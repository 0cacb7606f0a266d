"""What was tried and suffered, as the page of a dispute tells it: every version stands, nothing is added up."""

from dataclasses import dataclass

from mediation.casefile.queries import File
from mediation.casefile.tellers.disputes import counted, harm_said
from mediation.casefile.words import day, label, listed, sentence
from mediation.disputes.models import Attempt, Harm
from mediation.disputes.queries import letter_of
from mediation.kernel.language import _


@dataclass(frozen=True)
class Suffered:
    """One kind of harm, with all that was said of it by whomever."""

    label: str
    rows: list[Harm]


class Before:
    """What was tried before the saisine, and what was suffered."""

    def __init__(self, file: File):
        self.file = file

    def attempt(self, one: Attempt) -> str:
        """What was tried before, in one line."""
        return listed(sentence(label(one.channel)), label(one.level), one.body,
                      _("n° %(number)s", number=one.their_number) if one.their_number else "", one.place,
                      day(one.happened_on), self.result(one),
                      _("selon %(source)s", source=one.source) if one.source else "")

    def result(self, one: Attempt) -> str:
        """What came of it, and for which side."""
        side = _("côté %(letter)s", letter=letter_of(one.side)) if one.side else ""
        return ", ".join(filter(None, (label(one.result), side, label(one.applied))))

    def decision(self, one: Attempt) -> str:
        """The decision: its number and day, and the one it contests."""
        told = listed(_("Décision\u00a0: %(number)s", number=one.decision) if one.decision else "",
                      _("rendue\u00a0: %(day)s", day=day(one.decided_on)) if one.decided_on else "")
        return listed(told, self._against(one))

    def _against(self, one: Attempt) -> str:
        contested = self.file.rows.get(f"attempt:{one.against_id}")
        if contested is None:
            return ""
        named = contested.decision or listed(label(contested.channel), contested.body, day(contested.when))
        words = _("contre la décision %(named)s", named=named)
        return words if contested.struck_at is None else _("%(words)s, rayée\u00a0: à revoir", words=words)

    @property
    def harms(self) -> list[Suffered]:
        """What was suffered, by kind in the order in which the kinds were first told."""
        kinds: dict[object, list[Harm]] = {}
        for harm in self.file.harms:
            kinds.setdefault(harm.kind, []).append(harm)
        return [Suffered(sentence(label(kind)), rows) for kind, rows in kinds.items()]

    def harm(self, one: Harm) -> str:
        """One count, with who says so and when."""
        source = _("selon %(source)s", source=one.source) if one.source else _("source pas dite")
        said_on = _("dit\u00a0: %(day)s", day=day(one.said_on)) if one.said_on else ""
        return listed(harm_said(one, counted(one)), day(one.happened_on), ", ".join(filter(None, (source, said_on))))
