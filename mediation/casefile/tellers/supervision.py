"""How a reviewer’s remarks and their answers are told."""

from collections.abc import Callable

from mediation.casefile.queries import File
from mediation.casefile.told import Told
from mediation.casefile.words import label, listed, sentence
from mediation.kernel.language import _


def _remark(file: File, remark) -> Told:
    about = listed(sentence(label(remark.part)), _("pour %(who)s", who=label(remark.to_whom)))
    return Told((about,), remark.said)


def _answer(file: File, remark) -> Told:
    return Told((sentence(label(remark.part)),), remark.answer or "")


TELLERS: dict[str, Callable] = {"remark.add": _remark, "remark.answer": _answer}
