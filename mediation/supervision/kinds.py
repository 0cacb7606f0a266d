"""What a remark is about, and for whom it is."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class Part(Coded):
    """The part of a dispute that a remark is about."""

    WHOLE = "whole", _l("tout le dossier")
    SAISINE = "saisine", _l("la saisine")
    PEOPLE = "people", _l("les parties et les témoins")
    OBJECT = "object", _l("ce qui est contesté")
    HEARING = "hearing", _l("convocations et séances")
    AGREEMENT = "agreement", _l("l’accord")
    FOLLOW_UP = "follow_up", _l("le suivi")
    ENDING = "ending", _l("la clôture")
    DELAY = "delay", _l("les délais")


class Addressee(Coded):
    """For whom a remark is first of all; whoever works on the dispute may answer it."""

    TEAM = "team", _l("l’équipe de médiation")
    SECRETARY = "secretary", _l("le secrétariat")
    BOTH = "both", _l("les deux")
