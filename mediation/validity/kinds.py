"""The closed lists of what happens to a signed agreement: who gives a visa, how it is denounced, why it is over."""

from mediation.acts.vocabulary import AgreementStage, Coded
from mediation.kernel.language import LazyText, _l

# What the number of a paper is called, step by step.
PAPERS: dict[AgreementStage, LazyText] = {
    AgreementStage.ENDORSED: _l("papier %(paper)s"), AgreementStage.TRANSMITTED: _l("bordereau %(paper)s"),
    AgreementStage.HOMOLOGATED: _l("décision %(paper)s"), AgreementStage.RETURNED: _l("courrier %(paper)s"),
}


class VisaBy(Coded):
    """Who gives a visa."""

    CHAIR = "chair", _l("présidence de la commission")
    SOUS_PREFET = "sous_prefet", _l("sous-préfet")
    MAYOR = "mayor", _l("maire")
    OTHER = "other", _l("autre autorité")


class DenouncedHow(Coded):
    """How somebody says that they are bound no more."""

    WRITING = "writing", _l("par écrit")
    ORAL = "oral", _l("de vive voix")
    BEFORE = "before", _l("devant une autorité")


class ConditionResult(Coded):
    """What became of the condition on which an agreement depends."""

    MET = "met", _l("remplie")
    FAILED = "failed", _l("pas remplie, et ne le sera plus")


class LapseReason(Coded):
    """Why an agreement is over though nobody breaks it off."""

    TERM = "term", _l("le terme est passé")
    CONDITION = "condition", _l("la condition n’est pas remplie")
    OBJECT = "object", _l("ce qui était contesté n’existe plus")
    OTHER = "other", _l("autre raison")
