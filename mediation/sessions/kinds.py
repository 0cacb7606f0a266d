"""Kinds of sessions, of results and of summons, and who came."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class SessionKind(Coded):
    """What kind of meeting it is; nothing is presumed about who comes to it."""

    JOINT = "joint", _l("toutes les parties ensemble")
    SEPARATE = "separate", _l("une partie à part")
    SITE_VISIT = "site_visit", _l("visite sur le lieu du litige")
    WITNESS_HEARING = "witness_hearing", _l("écoute de témoins")
    CONFRONTATION = "confrontation", _l("confrontation")
    DELEGATION = "delegation", _l("délégation envoyée")
    READING = "reading", _l("lecture et signature")
    FOLLOW_UP = "follow_up", _l("suivi")
    PREPARATORY = "preparatory", _l("réunion préparatoire")


class Result(Coded):
    """How a session ended."""

    GOES_ON = "goes_on", _l("On continue")
    AGREEMENT = "agreement", _l("Accord")
    NO_AGREEMENT = "no_agreement", _l("Pas d’accord")
    POSTPONED = "postponed", _l("Reportée")
    ABSENCE = "absence", _l("Absence")


class Presence(Coded):
    """Whether somebody who was expected came; no answer means that nobody wrote it down."""

    CAME = "came", _l("là")
    ABSENT = "absent", _l("pas là")
    REFUSED = "refused", _l("a refusé")


class Seat(Coded):
    """Whether somebody heard the parties, and whether that person chaired."""

    SAT = "sat", _l("siégeait")
    CHAIRED = "chaired", _l("présidait")


class SummonsChannel(Coded):
    """How a summons travels."""

    BY_HAND = "by_hand", _l("en main propre")
    VILLAGE_CHIEF = "village_chief", _l("par le chef de village")
    CRIER = "crier", _l("par le crieur public")
    TELEPHONE = "telephone", _l("par téléphone")
    LETTER = "letter", _l("par lettre")
    BAILIFF = "bailiff", _l("par huissier")
    OTHER = "other", _l("autrement")


class OfferAnswer(Coded):
    """What became of an offer."""

    ACCEPTED = "accepted", _l("acceptée")
    REFUSED = "refused", _l("refusée")
    NO_ANSWER = "no_answer", _l("sans réponse")
    WITHDRAWN = "withdrawn", _l("retirée")


class OutcomeKind(Coded):
    """The two ways a mediation ends without a settlement."""

    FAIL = "fail", _l("non-conciliation")
    DEFAULT = "default", _l("carence")
