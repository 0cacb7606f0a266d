"""The closed lists of the follow-up: why something is late, who is asked first, how a difficulty is settled."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class Lateness(Coded):
    """Why something is late, without blame."""

    INSECURITY = "insecurity", _l("insécurité")
    RAINS = "rains", _l("pluies")
    ABSENCE = "absence", _l("absence")
    NO_MEANS = "no_means", _l("pas de moyens")
    FEAST = "feast", _l("jeûne ou fête")
    HARVEST = "harvest", _l("récolte")
    AUTHORITY = "authority", _l("attente d’une autorité")
    OTHER = "other", _l("autre")


class AskedFirst(Coded):
    """Who was asked first to settle a difficulty, before any judge."""

    SIDES = "sides", _l("les parties entre elles")
    MEDIATOR = "mediator", _l("médiateur ou médiatrice")
    COMMISSION = "commission", _l("commission")
    CUSTOM = "custom", _l("autorité coutumière")
    ADMINISTRATION = "administration", _l("autorité administrative")
    NOBODY = "nobody", _l("personne")


class SettledHow(Coded):
    """How a difficulty ended."""

    EXPLAINED = "explained", _l("expliquée, rien n’était rompu")
    DONE = "done", _l("la chose a été faite")
    ARRANGED = "arranged", _l("les parties se sont arrangées")
    NEW_AGREEMENT = "new_agreement", _l("un autre accord")
    DECIDED = "decided", _l("décidée par une autorité")
    JUDGED = "judged", _l("décidée par le juge")
    OTHER = "other", _l("autrement")
