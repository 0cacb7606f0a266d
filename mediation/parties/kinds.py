"""Kinds of parties, what makes somebody speak for a group, who helps, and to what people consent."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class PartyKind(Coded):
    """A party is a person or a group; a group needs somebody who speaks for it."""

    PERSON = "person", _l("personne")
    HOUSEHOLD = "household", _l("ménage")
    LINEAGE = "lineage", _l("famille ou lignage")
    VILLAGE = "village", _l("village")
    FRACTION = "fraction", _l("fraction")
    COMMUNITY = "community", _l("communauté")
    ASSOCIATION = "association", _l("association ou coopérative")
    COMPANY = "company", _l("entreprise")
    STATE = "state", _l("service de l’État")
    ARMED_GROUP = "armed_group", _l("groupe armé")

    @property
    def is_group(self) -> bool:
        """Whether somebody must speak for it, with a mandate."""
        return self is not PartyKind.PERSON


class Sex(Coded):
    """As said by the person."""

    WOMAN = "woman", _l("femme")
    MAN = "man", _l("homme")


class Mandate(Coded):
    """On what basis somebody speaks for a group."""

    ORAL = "oral", _l("mandat oral")
    WRITTEN = "written", _l("mandat écrit")
    ASSEMBLY = "assembly", _l("mandat d’une assemblée")
    CUSTOM = "custom", _l("selon la coutume (chef, aîné)")
    LAW = "law", _l("selon la loi (maire, directeur)")
    NOT_KNOWN = "not_known", _l("pas encore dit, à demander")
    NOT_SAID = "not_said", _l("aucune source ne le dit")

    @property
    def known(self) -> bool:
        """Whether a basis is told: one that is still to be told, or that no source tells, is none to sign on."""
        return self not in (Mandate.NOT_KNOWN, Mandate.NOT_SAID)


class Language(Coded):
    """The language a person is spoken to and read to in."""

    FRENCH = "french", _l("français")
    BAMANANKAN = "bamanankan", _l("bamanankan")
    FULFULDE = "fulfulde", _l("fulfulde")
    SONGHAY = "songhay", _l("songhay")
    TAMASHEQ = "tamasheq", _l("tamasheq")
    HASSANIYA = "hassaniya", _l("hassaniya")
    SONINKE = "soninke", _l("soninké")
    DOGON = "dogon", _l("dogon")
    BOZO = "bozo", _l("bozo")
    BOMU = "bomu", _l("bomu")
    MAMARA = "mamara", _l("mamara")
    SYENARA = "syenara", _l("syénara")
    KHASSONKE = "khassonke", _l("khassonké")
    MANINKAKAN = "maninkakan", _l("maninkakan")
    ARABIC = "arabic", _l("arabe")
    OTHER = "other", _l("autre")


class PartyPresence(Coded):
    """How a party stands in the dispute."""

    HERE = "here", _l("présente")
    ABSENT = "absent", _l("absente")
    EXILED = "exiled", _l("absente (exil ou déplacement)")
    REFUSES = "refuses", _l("refuse de venir")
    DECEASED = "deceased", _l("décédée")


class LeaveReason(Coded):
    """Why a party is in the dispute no more."""

    WITHDRAWS = "withdraws", _l("se retire")
    DIES = "dies", _l("décès")
    SELLS = "sells", _l("a vendu ou cédé")
    MOVES = "moves", _l("vit maintenant ailleurs")
    SUCCEEDED = "succeeded", _l("une autre partie lui succède")
    OTHER = "other", _l("autre raison")


class SuccessionBasis(Coded):
    """On what basis one party succeeds another."""

    INHERITANCE = "inheritance", _l("héritage")
    OFFICE = "office", _l("même fonction (nouveau chef)")
    SALE = "sale", _l("achat")
    GIFT = "gift", _l("don ou prêt")
    DECISION = "decision", _l("décision d’une autorité")
    OTHER = "other", _l("autre base")
    NOT_KNOWN = "not_known", _l("pas encore dit")


class MandateEnd(Coded):
    """Why somebody speaks for a party no more."""

    REPLACED = "replaced", _l("remplacement")
    DIED = "died", _l("décès")
    REVOKED = "revoked", _l("mandat retiré")
    OVER = "over", _l("mandat arrivé à sa fin")
    SUCCEEDED = "succeeded", _l("une autre partie succède")
    OTHER = "other", _l("autre raison")


class MandateAfter(Coded):
    """What becomes of a mandate when whoever held it, or gave it, is there no more."""

    GOES_ON = "goes_on", _l("il continue")
    ENDS = "ends", _l("il prend fin")
    NOT_KNOWN = "not_known", _l("pas encore dit")


class HelperQuality(Coded):
    """In what quality somebody helps the parties."""

    VILLAGE_CHIEF = "village_chief", _l("chef de village")
    FRACTION_CHIEF = "fraction_chief", _l("chef de fraction")
    QUARTER_CHIEF = "quarter_chief", _l("chef de quartier")
    LAND_MASTER = "land_master", _l("maître de terre")
    DIORO = "dioro", _l("dioro")
    IMAM = "imam", _l("imam")
    CADI = "cadi", _l("cadi")
    PRIEST = "priest", _l("prêtre ou pasteur")
    GRIOT = "griot", _l("griot")
    JOKING_COUSIN = "joking_cousin", _l("cousin à plaisanterie")
    ELDER = "elder", _l("ancien, ancienne")
    WOMEN_LEADER = "women_leader", _l("responsable des femmes")
    YOUTH_LEADER = "youth_leader", _l("responsable des jeunes")
    MAYOR = "mayor", _l("maire")
    COUNCILLOR = "councillor", _l("conseiller, conseillère")
    SOUS_PREFET = "sous_prefet", _l("sous-préfet")
    PREFET = "prefet", _l("préfet")
    JUDGE = "judge", _l("juge")
    NGO_WORKER = "ngo_worker", _l("agent d’une ONG")
    TECHNICAL_SERVICE = "technical_service", _l("service technique")
    OTHER = "other", _l("autre")


class ConsentScope(Coded):
    """To what somebody consents."""

    MEDIATION = "mediation", _l("à la médiation")
    KEEPING = "keeping", _l("à garder ce qui est écrit")
    SHARING = "sharing", _l("à le montrer à une autre institution")
    NAMING = "naming", _l("à être nommé dans un papier")
    RECORDING = "recording", _l("aux photos et enregistrements")


class ConsentForm(Coded):
    """How a consent was given."""

    ORAL = "oral", _l("de vive voix")
    THUMBPRINT = "thumbprint", _l("avec une empreinte")
    SIGNED = "signed", _l("par une signature")
