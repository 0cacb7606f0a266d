"""The closed lists of what goes on around a dispute: alert levels, proceedings, interim measures, sources."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class AlertLevel(Coded):
    """How near to violence it is, before any."""

    CALM = "calm", _l("calme")
    TENSION = "tension", _l("tension")
    THREATS = "threats", _l("menaces")
    VIOLENCE = "violence", _l("violences")


class ProceedingKind(Coded):
    """Before which kind of justice something runs beside the mediation."""

    CIVIL = "civil", _l("tribunal civil")
    CRIMINAL = "criminal", _l("justice pénale ou gendarmerie")
    ADMINISTRATIVE = "administrative", _l("administration")
    CUSTOMARY = "customary", _l("justice coutumière")
    RELIGIOUS = "religious", _l("justice religieuse")


# The kinds that have no degrees of courts.
WITHOUT_LEVEL = frozenset({ProceedingKind.CUSTOMARY, ProceedingKind.RELIGIOUS})


class ProceedingStep(Coded):
    """How far a proceeding has come."""

    UNDER_WAY = "under_way", _l("en cours")
    ON_HOLD = "on_hold", _l("arrêtée en attendant")
    DECIDED = "decided", _l("décision rendue")
    CONTESTED = "contested", _l("décision contestée")
    DROPPED = "dropped", _l("abandonnée")


class ProceedingResult(Coded):
    """What came of it; coded, because a crime is never told here."""

    WON = "won", _l("un côté a gagné")
    SHARED = "shared", _l("chaque côté a gagné en partie")
    REJECTED = "rejected", _l("demande rejetée")
    SETTLED = "settled", _l("arrangement")
    CONVICTED = "convicted", _l("condamnation")
    RELEASED = "released", _l("relaxe ou acquittement")
    NOT_PURSUED = "not_pursued", _l("classée sans suite")
    SENT_TO_MEDIATION = "sent_to_mediation", _l("renvoi à la médiation ou à la coutume")
    OTHER = "other", _l("autre")


class MeasureKind(Coded):
    """What an authority decided for the time being."""

    STATUS_QUO = "status_quo", _l("statu quo")
    CLOSED_ZONE = "closed_zone", _l("zone fermée à tous")
    EXECUTION_SUSPENDED = "execution_suspended", _l("exécution d’une décision suspendue")
    GUARDED_HARVEST = "guarded_harvest", _l("récolte sous garde")
    LAND_UNUSED = "land_unused", _l("terre interdite aux deux côtés")
    WEAPONS_AWAY = "weapons_away", _l("armes tenues à l’écart")
    HERDS_AWAY = "herds_away", _l("troupeaux tenus à l’écart")
    OTHER = "other", _l("autre")


class SourceTopic(Coded):
    """About what sources say different things."""

    DATE = "date", _l("une date")
    PLACE = "place", _l("un lieu")
    PEOPLE = "people", _l("des personnes")
    COUNTS = "counts", _l("des nombres")
    AGREED = "agreed", _l("ce qui a été convenu")
    KEPT = "kept", _l("si c’est tenu")
    NAME = "name", _l("un nom")
    OTHER = "other", _l("autre chose")
