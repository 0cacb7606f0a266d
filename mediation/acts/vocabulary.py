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
    AUTHORITY = "authority", _l("autorité")
    ANALYST = "analyst", _l("suivi-évaluation")
    ADMINISTRATOR = "administrator", _l("administration")


class Stage(Coded):
    """Where a dispute stands."""

    REGISTERED = "registered", _l("enregistré, à examiner")
    ACCEPTED = "accepted", _l("accepté")
    IN_MEDIATION = "in_mediation", _l("en médiation")
    IN_FOLLOW_UP = "in_follow_up", _l("en suivi")
    NOT_SETTLED = "not_settled", _l("sans accord")
    SUSPENDED = "suspended", _l("en pause")
    REFERRED = "referred", _l("renvoyé, réponse attendue")
    CLOSED = "closed", _l("clos")


class AgreementStage(Coded):
    """Where an agreement stands; a signed one never changes."""

    DRAFTED = "drafted", _l("rédigé")
    READ = "read", _l("lu aux parties")
    SIGNED = "signed", _l("signé")
    ENDORSED = "endorsed", _l("visé")
    TRANSMITTED = "transmitted", _l("transmis au juge")
    HOMOLOGATED = "homologated", _l("homologué")
    RETURNED = "returned", _l("renvoyé par le juge")
    DENOUNCED = "denounced", _l("dénoncé")
    REJECTED = "rejected", _l("rejeté après signature")
    REPLACED = "replaced", _l("remplacé")
    LAPSED = "lapsed", _l("éteint")
    ABANDONED = "abandoned", _l("abandonné")


class CommitmentStage(Coded):
    """What has become of a commitment, seen on a visit."""

    DUE = "due", _l("à faire")
    KEPT = "kept", _l("tenu")
    PARTLY_KEPT = "partly_kept", _l("tenu en partie")
    NOT_KEPT = "not_kept", _l("pas tenu")
    COULD_NOT_CHECK = "could_not_check", _l("pas pu vérifier")
    RELEASED = "released", _l("libéré par l’autre côté")


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


class MeasureStage(Coded):
    """Whether an interim measure still holds; that one is past its date follows from the date."""

    IN_FORCE = "in_force", _l("en vigueur")
    LIFTED = "lifted", _l("levée")


class ReferralStage(Coded):
    """What has become of a dossier sent to another institution.

    Its codes are none of those of a dispute: two codes that are spelt alike would be one in a row of the catalogue.
    """

    SENT = "sent", _l("envoyé, réponse attendue")
    ACCEPTED = "taken", _l("pris en charge")
    REFUSED = "refused", _l("refusé")
    DECIDED = "decided", _l("tranché")
    RECALLED = "recalled", _l("rappelé")
    UNANSWERED = "unanswered", _l("sans réponse")


class PaperStage(Coded):
    """What a paper is now; an issued one is never made again, a later version takes its place."""

    RESERVED = "reserved", _l("numéro pris, papier pas établi")
    CURRENT = "current", _l("en vigueur")
    SUPERSEDED = "superseded", _l("remplacé par une nouvelle version")
    ANNULLED = "annulled", _l("annulé")


class DifficultyStage(Coded):
    """Whether a difficulty in carrying an agreement out is settled."""

    OPEN = "open", _l("à régler")
    SETTLED = "settled", _l("réglée")


class RemarkStage(Coded):
    """Whether a reviewer’s remark was answered."""

    OPEN = "open", _l("attend une réponse")
    ANSWERED = "answered", _l("répondue")


class PartyStage(Coded):
    """Whether a party is still in the dispute; it follows from its departures that are not struck out."""

    HERE = "here", _l("partie au litige")
    FORMER = "former", _l("n’est plus partie")


class MandateStage(Coded):
    """Whether somebody still speaks for a party."""

    SPEAKS = "speaks", _l("parle pour la partie")
    ENDED = "ended", _l("mandat terminé")


class ConsentStage(Coded):
    """Whether a consent still holds."""

    GIVEN = "given", _l("donné")
    WITHDRAWN = "withdrawn", _l("retiré")


class Ending(Coded):
    """How a closed dispute ended."""

    KEPT = "kept", _l("engagements tenus")
    PARTLY_KEPT = "partly_kept", _l("engagements tenus en partie")
    BROKEN = "broken", _l("engagements pas tenus")
    NOT_SETTLED = "not_settled", _l("sans accord")
    DEFAULT = "default", _l("carence")
    WITHDRAWN = "withdrawn", _l("demande retirée")
    DECLINED = "declined", _l("non retenu")
    REFERRED = "referred", _l("renvoyé à une autre institution")
    OVERTAKEN = "overtaken", _l("sans objet")
    DUPLICATE = "duplicate", _l("double d’un autre dossier")
    NOT_KNOWN = "not_known", _l("non indiqué")


OPEN = frozenset(stage for stage in Stage if stage is not Stage.CLOSED)
ANY = frozenset(Stage)
# A signed agreement binds through its whole route, until it ends.
BINDING = frozenset({AgreementStage.SIGNED, AgreementStage.ENDORSED, AgreementStage.TRANSMITTED,
                     AgreementStage.HOMOLOGATED, AgreementStage.RETURNED})
# What was promised is owed until it was seen kept, or the other side released it.
OWED = frozenset(CommitmentStage) - {CommitmentStage.KEPT, CommitmentStage.RELEASED}
# What was signed once, whether or not it still binds.
SIGNED_ONCE = BINDING | {AgreementStage.DENOUNCED, AgreementStage.REJECTED, AgreementStage.REPLACED,
                         AgreementStage.LAPSED}
