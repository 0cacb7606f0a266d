"""The closed lists of who works on a dispute: replacements, links with a party, and what is decided of them."""

from mediation.acts.vocabulary import Coded, Role
from mediation.kernel.language import _l


class ReplacementKind(Coded):
    """Why somebody stands in another's place in one dispute."""

    BENCH = "bench", _l("membre remplacé pour ce dossier")
    STAND_IN = "stand_in", _l("suppléance nommée par la supervision")


class BenchRole(Coded):
    """In which place of the institution somebody is replaced; a plain member has no acts in the register."""

    CHAIR = "chair", _l("présidence")
    SECRETARY = "secretary", _l("secrétariat")
    MEMBER = "member", _l("membre, sans accès au registre")


ROLES: dict[BenchRole, Role | None] = {
    BenchRole.CHAIR: Role.CHAIR, BenchRole.SECRETARY: Role.SECRETARY, BenchRole.MEMBER: None}


class StandInCause(Coded):
    """Why nobody is left to keep the dispute."""

    PARTY = "party", _l("la seule personne au secrétariat est partie")
    INTEREST = "interest", _l("elle a un lien avec une partie")
    ABSENT = "absent", _l("elle est absente")
    OTHER = "other", _l("autre")


class InterestKind(Coded):
    """What ties somebody who works on a dispute to it."""

    PARTY = "party", _l("est partie au dossier")
    RELATIVE = "relative", _l("parenté")
    SAME_VILLAGE = "same_village", _l("même village")
    SAME_FAMILY = "same_family", _l("même famille ou lignage")
    BUSINESS = "business", _l("affaires ou argent")
    LAND_NEARBY = "land_nearby", _l("terre voisine")
    OTHER = "other", _l("autre lien")


class InterestDecision(Coded):
    """What was decided about a link."""

    GOES_ON = "goes_on", _l("continue, avec l’accord de tous")
    REPLACED = "replaced", _l("est remplacée")
    STANDS_BACK = "stands_back", _l("se retire")


class Concern(Coded):
    """Why the register itself warns about somebody, whatever was declared."""

    PARTY = "party", _l("est partie au dossier, ou parle pour une partie")
    NAMESAKE = "namesake", _l("porte le même nom qu’une partie")
    SPEAKER = "speaker", _l("porte le même nom que la personne qui parle pour une partie")
