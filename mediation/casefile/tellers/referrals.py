"""How a dispute that pauses, leaves and comes back is told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.told import Told
from mediation.casefile.words import day, label, listed, sentence
from mediation.kernel.language import _


def pause_said(pause) -> str:
    """Why the dispute waits, and until when as far as somebody knows."""
    until = _("fin prévue\u00a0: %(when)s", when=day(pause.until)) if pause.until else ""
    return listed(label(pause.reason), pause.words, until)


def _paused(file: File, pause) -> list[str]:
    return [sentence(pause_said(pause))]


def _resumed(file: File, pause) -> list[str]:
    return [listed(_("après une pause\u00a0: %(why)s", why=label(pause.reason)), pause.resumed_words)]


def oriented_said(file: File, one) -> str:
    """Who was sent to which help, and for what; never what happened."""
    party = file.rows.get(f"party:{one.party_id}")
    who = party.name if party else one.name
    return listed(who, label(one.helper), one.helper_name, label(one.reason), one.words)


def _oriented(file: File, one) -> list[str]:
    return [oriented_said(file, one)]


def _referred(file: File, sent) -> Told:
    lines = (sent.receiver_name, _("Envoyé\u00a0: %(what)s", what=sent.sent) if sent.sent else "")
    return Told(tuple(line for line in lines if line), sent.cover or "")


def answer_said(sent) -> str:
    """What became of a dossier that left."""
    number = _("leur numéro\u00a0: %(number)s", number=sent.their_number) if sent.their_number else ""
    return listed(sent.receiver_name, label(sent.stage), number, sent.answer)


def _answered(file: File, sent) -> list[str]:
    return [answer_said(sent)]


def _taken_over(file: File, dispute) -> list[str]:
    return [listed(dispute.came_from, dispute.their_number)]


def _linked(file: File, link) -> list[str]:
    return [sentence(label(link.kind))] if hasattr(link, "other_id") else []


TELLERS: dict[str, Callable] = {
    "dispute.suspend": _paused,
    "dispute.resume": _resumed,
    "dispute.orient": _oriented,
    "dispute.refer": _referred,
    "dispute.answer_referral": _answered,
    "dispute.recall": _answered,
    "dispute.take_over": _taken_over,
    "dispute.link": _linked,
}
