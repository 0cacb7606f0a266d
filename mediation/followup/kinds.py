"""The closed lists of the follow-up: why a commitment is late."""

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
