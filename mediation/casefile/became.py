"""What became of a signed settlement, as the page of a dispute tells it: route, ending, condition, copies."""

from dataclasses import dataclass

from mediation.agreements.models import Agreement
from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed, sentence
from mediation.kernel.language import _
from mediation.validity.models import AgreementEnding, ConditionNote, CopyGiven, RouteStep
from mediation.validity.queries import last_of, said_copy, said_ending, said_note, said_step


@dataclass(frozen=True)
class Line:
    """One thing that happened to a settlement: its name, its words, its row, the act that strikes it out."""

    name: str
    words: str
    row: object
    strike: str = ""


def lines_of(file: File, agreement: Agreement) -> list[Line]:
    """What happened to a settlement, in the order of its life."""
    steps, ends, noted, copies = ([one for one in file.of(model) if one.agreement_id == agreement.id]
                                  for model in (RouteStep, AgreementEnding, ConditionNote, CopyGiven))
    found = [Line(_("Accord d’avant"), listed(earlier_said(agreement), label(agreement.earlier_link)), agreement)
             ] if agreement.earlier_link else []
    last = last_of(steps)
    found += [Line(sentence(label(one.kind)), listed(day(one.happened_on), said_step(one)), one,
                   "step.strike" if one is last else "") for one in steps]
    found += [Line(sentence(label(one.kind)), listed(day(one.happened_on), ending_said(one)), one, "ending.strike")
              for one in ends]
    found += [Line(_("Condition"), said_note(one), one, "condition.strike") for one in noted]
    return found + [Line(_("Copie remise"), said_copy(one), one, "copy.strike") for one in copies]


def earlier_said(agreement: Agreement) -> str:
    """Which earlier settlement this one is about."""
    if agreement.replaced is not None:
        return _("accord %(number)d", number=agreement.replaced.number)
    return agreement.earlier_words or ""


def ending_said(end: AgreementEnding) -> str:
    """How a settlement ended, by what it was replaced, and what each side says of the other."""
    by = _("par l’accord %(number)d", number=end.successor.number) if end.successor is not None else ""
    accused = [_("%(who)s dit : %(words)s", who=one.who, words=one.words) for one in end.accusations]
    return listed(said_ending(end), by, *accused)
