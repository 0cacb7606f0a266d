"""How what becomes of a settlement is told."""

from collections.abc import Callable

from mediation.casefile.after import asked_said, release_said, reported, settled_said
from mediation.casefile.queries import File
from mediation.casefile.remarks import decided_in, deciders_in
from mediation.casefile.tellers.sessions import counted
from mediation.casefile.told import Told
from mediation.casefile.words import day, label, listed, sentence
from mediation.kernel.language import _, clauses


def _visit_planned(file: File, visit) -> list[str]:
    return [listed(sentence(day(visit.planned_on)), visit.planned_words, visit.place)]


def _visited(file: File, visit) -> Told:
    found = clauses(listed(
        _("engagement %(number)s : %(found)s", number=file.numbered(file.rows[f"commitment:{one.commitment_id}"]),
          found=found_said(one)), label(one.lateness), one.note) for one in visit.findings)
    lines = (sentence(found), listed(visit.made_by, visit.met, visit.place), counted(visit))
    return Told(tuple(line for line in lines if line), visit.said or "")


def found_said(finding) -> str:
    """What was found of a commitment, for which year if it was for one only."""
    if finding.for_year is None:
        return label(finding.found)
    return _("%(found)s pour %(year)d", found=label(finding.found), year=finding.for_year)


def _released(file: File, release) -> list[str]:
    return [release_said(file, release)]


def _difficulty(file: File, difficulty) -> Told:
    return Told(tuple(line for line in (reported(file, difficulty), asked_said(difficulty)) if line), difficulty.what)


def _settled(file: File, difficulty) -> list[str]:
    return [difficulty.what, settled_said(difficulty)]


def _reopened(file: File, reopening) -> list[str]:
    closed = _("Il avait été clos : %(ending)s", ending=label(reopening.ending))
    return [listed(closed, day(reopening.ended_on)), reopening.reason]


def _copied(file: File, dispute) -> list[str]:
    """How the demand came, where the dispute stood in the old register, what was decided there."""
    asked = listed(sentence(label(dispute.channel)), dispute.asked_by)
    return [line for line in (asked, decided_in(file), deciders_in(file)) if line]


TELLERS: dict[str, Callable] = {
    "visit.plan": _visit_planned,
    "visit.record": _visited,
    "commitment.release": _released,
    "release": _released,
    "difficulty.report": _difficulty,
    "difficulty.settle": _settled,
    "difficulty": _difficulty,
    "dispute.reopen": _reopened,
    "dispute.transcribe": _copied,
}
