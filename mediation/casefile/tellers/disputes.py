"""How the acts of the dispute itself are told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed, sentence
from mediation.kernel.language import _, ngettext
from mediation.kernel.numbers import said_number


def _saisine(file: File, dispute) -> list[str]:
    began = _("Le litige dure depuis\u00a0: %(when)s.", when=day(dispute.began_on)) if dispute.began_on else ""
    return [listed(sentence(label(dispute.channel)), dispute.asked_by, dispute.came_from), began]


def _declined(file: File, dispute) -> list[str]:
    return [listed(sentence(label(dispute.decline_reason)), dispute.ending_reason)]


def _ended(file: File, dispute) -> list[str]:
    return [listed(sentence(label(dispute.ending)), dispute.withdrawn_by, dispute.ending_reason)]


def _member(file: File, member) -> list[str]:
    return [listed(member.name, member.quality, _("en charge du dossier") if member.leads else "")]


def _attempt(file: File, attempt) -> list[str]:
    return [listed(sentence(label(attempt.channel)), label(attempt.level), attempt.body, label(attempt.result),
                   attempt.decision, day(attempt.decided_on))]


def _harm(file: File, harm) -> list[str]:
    said = _("%(what)s\u00a0: %(count)s", what=sentence(label(harm.kind)), count=counted(harm))
    return [listed(harm_said(harm, said), harm.source)]


def counted(harm) -> str:
    """How many, as it was counted and as it was told; unknown is not nought."""
    said = (said_number(harm.count) if harm.count is not None else "", harm.count_said or "")
    return ", ".join(filter(None, said)) or _("on ne sait pas combien")


def harm_said(harm, said: str) -> str:
    """What was suffered after how many there were: who they were, what it is worth."""
    people = [ngettext("%(num)d femme", "%(num)d femmes", harm.women) if harm.women is not None else "",
              ngettext("%(num)d homme", "%(num)d hommes", harm.men) if harm.men is not None else "",
              ngettext("%(num)d enfant", "%(num)d enfants", harm.children) if harm.children is not None else ""]
    amount = said_number(harm.quantity) if harm.quantity is not None else ""
    worth = " ".join(filter(None, (amount, harm.unit)))
    return listed(said, ", ".join(filter(None, people)), _("vaut %(worth)s", worth=worth) if worth else "", harm.what)


TELLERS: dict[str, Callable] = {
    "dispute.register": _saisine,
    "dispute.decline": _declined,
    "dispute.withdraw": _ended,
    "dispute.close": _ended,
    "dispute.assign": _member,
    "attempt": _attempt,
    "harm": _harm,
}
