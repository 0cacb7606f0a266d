"""Kinds of parties and what makes somebody speak for a group."""

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
    NOT_KNOWN = "not_known", _l("pas encore dit")


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
