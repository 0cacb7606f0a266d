"""On what ground somebody holds what is contested: said, never concluded."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class RightKind(Coded):
    """The right that is claimed, as the parties say it; several at once when they do not agree."""

    LOAN = "loan", _l("prêt")
    INHERITANCE = "inheritance", _l("héritage")
    PURCHASE = "purchase", _l("achat")
    GIFT = "gift", _l("don")
    CUSTOM = "custom", _l("coutume")
    TITLE = "title", _l("titre")
    LEASE = "lease", _l("location")
    PLEDGE = "pledge", _l("gage")
    OTHER = "other", _l("autre")
    NOT_SAID = "not_said", _l("pas dit")
