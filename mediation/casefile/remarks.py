"""The remarks of the supervision, and what an old register says, as the page of a dispute tells them."""

from dataclasses import dataclass

from mediation.acts.late import LateEntry
from mediation.acts.vocabulary import RemarkStage
from mediation.casefile import buttons
from mediation.casefile.buttons import Button
from mediation.casefile.days import short_day
from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed, sentence
from mediation.intake.models import Transcription
from mediation.kernel.language import _, ngettext
from mediation.supervision.models import Remark


@dataclass(frozen=True)
class Said:
    """A remark as it is drawn: about what, by whom and for whom, who answered, what can be done."""

    row: Remark
    about: str
    by: str
    answered: str
    acts: list[Button]


def remarks_of(file: File) -> list[Said]:
    """The remarks on a dispute, those that wait first."""
    who = {(entry.act, entry.result): entry.who for entry in file.entries}
    rows = sorted(file.of(Remark), key=lambda one: (one.stage is not RemarkStage.OPEN, one.number))
    return [_said(file, one, who) for one in rows]


def _said(file: File, one: Remark, who: dict) -> Said:
    name = f"remark:{one.id}"
    by = listed(who.get(("remark.add", name)), short_day(one.written_on), _("pour %(who)s", who=label(one.to_whom)))
    answered = listed(who.get(("remark.answer", name)), short_day(one.answered_on) if one.answered_on else "")
    return Said(one, sentence(label(one.part)), by, answered, buttons.of_row(one, file.dispute, "remark.answer"))


def note_of(remarks: list[Said]) -> str:
    """How many remarks there are, and how many wait."""
    waiting = sum(one.row.stage is RemarkStage.OPEN for one in remarks)
    number = ngettext("%(num)d remarque", "%(num)d remarques", len(remarks))
    return listed(number, ngettext("%(num)d attend une réponse", "%(num)d attendent une réponse", waiting)
                  if waiting else _("toutes ont leur réponse"))


def copied_from(file: File) -> str:
    """From which paper register the dispute was copied; nothing when it was registered here."""
    if not file.of(Transcription):
        return ""
    late = file.late.get(f"dispute:{file.dispute.id}") or LateEntry()
    told = (late.book and _("cahier %(book)s", book=late.book), late.page and _("page %(page)s", page=late.page),
            late.line and _("n° %(line)s", line=late.line), late.clerk and _("écrit par %(name)s", name=late.clerk),
            day(late.written_on))
    return _("Recopié d’un registre papier : %(book)s", book=", ".join(filter(None, told)))


def decided_in(file: File) -> str:
    """What was decided, in the words of that register."""
    return next((one.decided or "" for one in file.of(Transcription)), "")


def deciders_in(file: File) -> str:
    """By whom and when it was decided, as that register says."""
    return next((listed(one.decided_by, day(one.decided_on)) for one in file.of(Transcription)), "")
