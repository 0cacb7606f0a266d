"""Kinds of places, from the State's map and from village life."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class PlaceKind(Coded):
    """What a place is; village, fraction and quartier are the basic units (settled, nomadic, urban)."""

    COUNTRY = "country", _l("pays")
    REGION = "region", _l("région")
    CERCLE = "cercle", _l("cercle")
    COMMUNE = "commune", _l("commune")
    VILLAGE = "village", _l("village")
    FRACTION = "fraction", _l("fraction")
    QUARTIER = "quartier", _l("quartier")
    HAMLET = "hamlet", _l("hameau")
