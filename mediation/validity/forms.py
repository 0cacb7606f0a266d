"""What is asked about a signed agreement: its visa and its way to the judge, how it ends, who got a copy."""

from wtforms import FormField

from mediation.agreements.forms import GrowingForm
from mediation.kernel.clock import today
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.dates import said
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList, Row
from mediation.parties.kinds import Language
from mediation.validity import rules
from mediation.validity.kinds import ConditionResult, DenouncedHow, LapseReason, VisaBy

ROWS = 12
PAPERS = _l("Quels papiers du registre")


class EndorseForm(BaseForm):
    """A visa."""

    facts_type = rules.EndorseFacts

    visa_by = Chips(_l("Qui donne le visa"), VisaBy, required=_l("Choisissez qui donne le visa."))
    receiver = Choice(_l("Son institution, si elle est dans le registre"), (), blank=_l("la nôtre, ou une autre"))
    happened_on = ApproximateDateField(_l("Date du visa"), default_today=True, required=_l(
        "Donnez la date du visa. Si vous ne la savez pas, choisissez « On ne sait pas »."))
    paper = Line(_l("Le papier visé"), longest=120, description=_l("Son numéro, ou ce qui est écrit dessus."))
    papers = Choices(PAPERS)
    by_whom = Line(_l("Son nom"))


class TransmitForm(BaseForm):
    """A transmission to the judge."""

    facts_type = rules.TransmitFacts

    receiver = Choice(_l("Un tribunal du registre"), (), blank=_l("un autre"))
    court = Line(_l("Ou le nom d’un autre tribunal"))
    happened_on = ApproximateDateField(_l("Date de la transmission"), default_today=True)
    papers = Choices(PAPERS)
    paper = Line(_l("Numéro du bordereau, autres pièces"), longest=120)
    by_whom = Line(_l("Par qui"))


class HomologateForm(BaseForm):
    """The decision of the judge."""

    facts_type = rules.HomologateFacts

    paper = Line(_l("Numéro de la décision"), longest=120)
    happened_on = ApproximateDateField(_l("Date de la décision"), default_today=True)
    court = Line(_l("Quel tribunal"))
    papers = Choices(PAPERS)


class ReturnForm(BaseForm):
    """Why the judge sends it back."""

    facts_type = rules.ReturnFacts

    reason = Words(_l("Pourquoi le juge le renvoie"), longest=4000,
                   required=_l("Écrivez pourquoi le juge renvoie l’accord."))
    happened_on = ApproximateDateField(_l("Date du renvoi"), default_today=True)
    paper = Line(_l("Numéro du courrier"), longest=120)
    court = Line(_l("Quel tribunal"))
    papers = Choices(PAPERS)


class AccusationRow(Row):
    """What somebody says that the other did not keep."""

    facts_type = rules.AccusationFacts

    letter = Choice(_l("Quel côté le dit"), blank=_l("pas un côté"))
    name = Line(_l("Qui le dit"))
    words = Line(_l("Ce qu’il reproche à l’autre"), longest=1000)


class DenounceForm(GrowingForm):
    """Who is bound no more."""

    facts_type = rules.DenounceFacts

    sides = Choices(_l("Quel côté dénonce l’accord"))
    by_whom = Line(_l("Qui exactement"), longest=300, description=_l("Si ce n’est pas tout ce côté."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    how = Chips(_l("Comment"), DenouncedHow, blank=_l("pas dit"))
    before_whom = Line(_l("Devant qui"))
    reason = Words(_l("Pourquoi"), longest=4000)
    accusations = FieldList(FormField(AccusationRow), label=_l("Ce que chacun reproche à l’autre"),
                            one=_l("Reproche"), min_entries=2, max_entries=ROWS)


class RejectForm(BaseForm):
    """Who rejects what was signed."""

    facts_type = rules.RejectFacts

    sides = Choices(_l("De quel côté"))
    by_whom = Line(_l("Qui exactement"), longest=300, description=_l("Un groupe, un parent, quelqu’un d’absent."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    never_called = YesNo(_l("Cette personne n’avait-elle jamais été appelée ?"),
                         description=_l("Oui si personne ne l’a appelée."))
    before_whom = Line(_l("Devant qui l’accord est attaqué"), description=_l("Tribunal, autorité, chef…"))
    reason = Words(_l("Pourquoi"), longest=4000)


class ReplaceForm(BaseForm):
    """What takes its place."""

    facts_type = rules.ReplaceFacts

    successor = Choice(_l("Quel accord le remplace"), blank=_l("aucun du dossier"))
    successor_words = Line(_l("Ou un accord hors de ce dossier"), longest=300)
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    reason = Words(_l("Pourquoi"), longest=4000)


class LapseForm(BaseForm):
    """Why it is over."""

    facts_type = rules.LapseFacts

    lapse_reason = Chips(_l("Pourquoi l’accord est éteint"), LapseReason, required=_l("Choisissez pourquoi."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    reason = Words(_l("Précisions"), longest=4000)


class ConditionForm(BaseForm):
    """What became of the condition."""

    facts_type = rules.ConditionFacts

    result = Chips(_l("La condition est"), ConditionResult, required=_l("Dites si la condition est remplie."))
    said_by = Line(_l("Qui le dit"), required=_l("Écrivez qui le dit."))
    happened_on = ApproximateDateField(_l("Depuis quand"), default_today=True, required=_l(
        "Dites quand c’était. L’année suffit, ou « inconnu »."))
    words = Words(_l("Précisions"), longest=1000)


class CopyForm(BaseForm):
    """Who got a copy."""

    facts_type = rules.CopyFacts

    sides = Choices(_l("À quel côté"))
    receiver = Choice(_l("Ou à une institution du registre"), (), blank=_l("aucune"))
    given_to = Line(_l("Ou à qui"), description=_l("Le sous-préfet, le tribunal, le chef de village…"))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    count = Count(_l("Combien de copies"))
    language = Choice(_l("En quelle langue"), Language, blank=_l("pas dit"))
    by_whom = Line(_l("Remis par"))
    papers = Choices(PAPERS)


def with_papers(form, papers):
    """Let a form choose among the papers in force; where there is none, nothing is asked. Returns the form."""
    if papers:
        form.papers.members = [(one.number, f"{one.reference} · {one.kind.label}") for one in papers]
    else:
        del form.papers
    return form


def offer(form, sides: list[tuple[str, str]] = (), successors=(), receivers: list[tuple[str, str]] = ()):
    """Let a form choose among the sides of the dispute, the agreements that bind, the institutions; returns it."""
    if "receiver" in form:
        form.receiver.members = receivers
    if "sides" in form:
        form.sides.members = sides
    for row in form.accusations if "accusations" in form else ():
        row.form.letter.members = sides
    if "successor" in form:
        form.successor.members = [(one.number, _named(one)) for one in successors]
    return form


def _named(agreement) -> str:
    """An agreement as it is chosen: its number, and when it was signed."""
    words = _l("Accord %(number)d") % {"number": agreement.number}
    return f"{words}, {said(agreement.signed_on, today())}" if agreement.signed_on else words
