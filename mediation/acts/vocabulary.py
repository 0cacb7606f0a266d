"""The words of the regulation: roles, stages and endings, each a code with its label."""

from enum import StrEnum

from mediation.kernel.language import LazyText, _l


class Coded(StrEnum):
    """A closed list: the code is kept, the label is shown."""

    label: LazyText

    def __new__(cls, code: str, label: LazyText | None = None):
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Role(Coded):
    """What a person is for the register, in an institution or a territory, from a date to a date."""

    MEDIATOR = "mediator", _l("médiation")
    SECRETARY = "secretary", _l("secrétaire")
    CHAIR = "chair", _l("présidence")
    REVIEWER = "reviewer", _l("supervision")
    ADMINISTRATOR = "administrator", _l("administration")


class Stage(Coded):
    """Where a dispute stands."""

    REGISTERED = "registered", _l("enregistré, à examiner")
    ACCEPTED = "accepted", _l("accepté")
    IN_MEDIATION = "in_mediation", _l("en médiation")
    IN_FOLLOW_UP = "in_follow_up", _l("en suivi")
    NOT_SETTLED = "not_settled", _l("sans accord")
    CLOSED = "closed", _l("clos")


class AgreementStage(Coded):
    """Where an agreement stands; a signed one never changes."""

    DRAFTED = "drafted", _l("rédigé")
    READ = "read", _l("lu aux parties")
    SIGNED = "signed", _l("signé")
    ABANDONED = "abandoned", _l("abandonné")


class CommitmentStage(Coded):
    """What has become of a commitment, seen on a visit."""

    DUE = "due", _l("à faire")
    KEPT = "kept", _l("tenu")
    PARTLY_KEPT = "partly_kept", _l("tenu en partie")
    NOT_KEPT = "not_kept", _l("pas tenu")
    COULD_NOT_CHECK = "could_not_check", _l("pas pu vérifier")


class SummonsStage(Coded):
    """Whether a summons reached the person."""

    ISSUED = "issued", _l("envoyée")
    SERVED = "served", _l("remise")
    NOT_SERVED = "not_served", _l("pas remise")


class SessionStage(Coded):
    """Whether a session is still to come, was held, or will not be."""

    PLANNED = "planned", _l("prévue")
    HELD = "held", _l("tenue")
    POSTPONED = "postponed", _l("reportée")
    CANCELLED = "cancelled", _l("annulée")


class VisitStage(Coded):
    """Whether a follow-up visit is still to come or was made."""

    PLANNED = "planned", _l("prévue")
    MADE = "made", _l("faite")


class Ending(Coded):
    """How a closed dispute ended."""

    KEPT = "kept", _l("engagements tenus")
    PARTLY_KEPT = "partly_kept", _l("engagements tenus en partie")
    BROKEN = "broken", _l("engagements pas tenus")
    NOT_SETTLED = "not_settled", _l("sans accord")
    DEFAULT = "default", _l("carence")
    WITHDRAWN = "withdrawn", _l("demande retirée")
    DECLINED = "declined", _l("non retenu")
    OVERTAKEN = "overtaken", _l("sans objet")
    DUPLICATE = "duplicate", _l("double d’un autre dossier")


OPEN = frozenset(stage for stage in Stage if stage is not Stage.CLOSED)
ANY = frozenset(Stage)
