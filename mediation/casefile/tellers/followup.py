"""How what becomes of a settlement is told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.tellers.sessions import counted
from mediation.casefile.told import Told
from mediation.casefile.words import SEMICOLON, day, label, listed, sentence
from mediation.kernel.language import _


def _visit_planned(file: File, visit) -> list[str]:
    return [listed(sentence(day(visit.planned_on)), visit.planned_words, visit.place)]


def _visited(file: File, visit) -> Told:
    found = SEMICOLON.join(listed(
        _("engagement %(number)d : %(found)s", number=file.rows[f"commitment:{one.commitment_id}"].number,
          found=label(one.found)), label(one.lateness), one.note) for one in visit.findings)
    lines = (sentence(found), listed(visit.made_by, visit.met, visit.place), counted(visit))
    return Told(tuple(line for line in lines if line), visit.said or "")


TELLERS: dict[str, Callable] = {
    "visit.plan": _visit_planned,
    "visit.record": _visited,
}
