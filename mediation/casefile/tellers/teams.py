"""How the team, interests and replacements are told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.standing import interest_said, stands_said
from mediation.casefile.words import label, listed, sentence
from mediation.kernel.language import _


def _put_in(file: File, member) -> list[str]:
    gone = file.rows.get(f"team_member:{member.replaces_id}")
    whose = _("remplace %(name)s", name=gone.name) if gone else ""
    return [listed(member.name, member.quality, whose), _left(gone) if gone else ""]


def _released(file: File, member) -> list[str]:
    return [listed(member.name, _left(member))]


def _left(member) -> str:
    return listed(sentence(label(member.ended_for)), member.ended_words)


def _lead(file: File, member) -> list[str]:
    return [member.name]


def _interest(file: File, interest) -> list[str]:
    return [listed(interest.name, interest_said(file, interest))]


def _replaced(file: File, replacement) -> list[str]:
    why = listed(label(replacement.cause), replacement.reason)
    return [sentence(stands_said(replacement)), listed(replacement.quality, sentence(why))]


def _restored(file: File, replacement) -> list[str]:
    return [stands_said(replacement), replacement.ended_words or ""]


TELLERS: dict[str, Callable] = {
    "dispute.replace_mediator": _put_in,
    "dispute.release_mediator": _released,
    "dispute.set_lead": _lead,
    "interest": _interest,
    "bench.replace": _replaced,
    "bench.restore": _restored,
    "standin.name": _replaced,
    "standin.end": _restored,
}
