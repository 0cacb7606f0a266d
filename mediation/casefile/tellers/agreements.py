"""How a settlement is told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.words import label, listed, sentence
from mediation.kernel.language import _, clauses, ngettext


def _agreement(file: File, agreement) -> list[str]:
    number = len(agreement.commitments)
    none = _("engagements pas vus") if agreement.unseen else _("sans engagement")
    held = ngettext("%(num)d engagement", "%(num)d engagements", number) if number else none
    return [listed(_("Sur tous les points") if agreement.total else _("Sur une partie des points"), held,
                   label(agreement.form), label(agreement.earlier_link))]


def _given_up(file: File, agreement) -> list[str]:
    return [agreement.abandoned_reason or ""]


def _read(file: File, reading) -> list[str]:
    languages = ", ".join(label(one) for one in reading.languages or ())
    reader = _("lu par %(name)s", name=reading.reader) if reading.reader else ""
    understood = _("compris par %(letters)s", letters=", ".join(reading.understood))
    return [listed(sentence(languages), reader, understood)]


def _signed(file: File, agreement) -> list[str]:
    return [clauses(f"{line.name} {label(line.mark)}" for line in agreement.signatures)]


TELLERS: dict[str, Callable] = {
    "agreement.record": _agreement,
    "agreement.amend": _agreement,
    "agreement.abandon": _given_up,
    "agreement.read_aloud": _read,
    "agreement.sign": _signed,
}
