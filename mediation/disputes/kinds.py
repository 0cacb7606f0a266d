"""The closed lists of a saisine: types, resources, relations, channels, harms, reasons."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class DisputeKind(Coded):
    """The one primary type of a dispute."""

    FIELD_LIMIT = "field_limit", _l("limite de champ")
    VILLAGE_LIMIT = "village_limit", _l("limite de village")
    LENT_LAND = "lent_land", _l("terre prêtée")
    INHERITANCE = "inheritance", _l("héritage")
    SALE = "sale", _l("vente ou double attribution")
    CROP_DAMAGE = "crop_damage", _l("dégâts sur les cultures")
    LIVESTOCK = "livestock", _l("bétail (vol, animaux tués, divagation)")
    PASTURE = "pasture", _l("pâturage ou bourgoutière")
    CORRIDOR = "corridor", _l("couloir de passage")
    WATER_POINT = "water_point", _l("point d’eau")
    FISHING_GROUND = "fishing_ground", _l("pêcherie")
    FOREST = "forest", _l("forêt et cueillette (karité, néré)")
    GOLD_SITE = "gold_site", _l("site d’orpaillage")
    RETURN = "return", _l("retour de déplacés ou de migrants")
    CHIEFTAINCY = "chieftaincy", _l("chefferie ou titre coutumier")
    BOUNDARY = "boundary", _l("limite entre communes ou États")
    COMPANY = "company", _l("entreprise ou État et communauté")
    VIOLENCE = "violence", _l("violences entre communautés")
    OTHER = "other", _l("autre")


class Resource(Coded):
    """What the dispute is about, several at once."""

    FIELD = "field", _l("champ")
    GARDEN = "garden", _l("jardin")
    PLOT = "plot", _l("lot")
    FALLOW = "fallow", _l("jachère")
    PASTURE = "pasture", _l("pâturage")
    BOURGOUTIERE = "bourgoutiere", _l("bourgoutière")
    CORRIDOR = "corridor", _l("couloir")
    WELL = "well", _l("puits")
    POND = "pond", _l("mare")
    RIVER = "river", _l("bras de fleuve")
    FISHERY = "fishery", _l("pêcherie")
    FOREST = "forest", _l("forêt")
    TREES = "trees", _l("arbres")
    MINE = "mine", _l("site d’orpaillage")
    HERD = "herd", _l("troupeau")
    HARVEST = "harvest", _l("récolte")
    HOUSE = "house", _l("maison")
    MARKET = "market", _l("marché")
    ROAD = "road", _l("route")


class Relation(Coded):
    """Who faces whom; never presumed, most disputes oppose people of the same trade."""

    FARMERS = "farmers", _l("entre cultivateurs")
    HERDERS = "herders", _l("entre éleveurs")
    FARMER_HERDER = "farmer_herder", _l("cultivateurs et éleveurs")
    HERDER_FISHER = "herder_fisher", _l("éleveurs et pêcheurs")
    FISHERS = "fishers", _l("entre pêcheurs")
    LENDER_BORROWER = "lender_borrower", _l("prêteur et emprunteur")
    HEIRS = "heirs", _l("héritiers")
    NEIGHBOURS = "neighbours", _l("voisins")
    HOSTS_SETTLERS = "hosts_settlers", _l("autochtones et nouveaux venus")
    VILLAGE_COMPANY = "village_company", _l("village et entreprise")
    CITIZEN_STATE = "citizen_state", _l("citoyens et État")
    OTHER = "other", _l("autre")


class Scale(Coded):
    """How far the dispute reaches."""

    FAMILY = "family", _l("dans une famille")
    VILLAGE = "village", _l("dans un village")
    VILLAGES = "villages", _l("entre villages")
    COMMUNES = "communes", _l("entre communes")
    COMMUNITIES = "communities", _l("entre communautés")
    CROSS_BORDER = "cross_border", _l("par-dessus une frontière d’État")


class Trigger(Coded):
    """What set it off."""

    SEASON = "season", _l("saison")
    HARVEST = "harvest", _l("récolte")
    WORKS = "works", _l("travaux")
    SALE = "sale", _l("vente")
    DEATH = "death", _l("décès")
    RETURN = "return", _l("retour")
    ELECTION = "election", _l("élection")
    EARLY_HERDS = "early_herds", _l("arrivée précoce des troupeaux")
    DECISION = "decision", _l("décision d’une autorité")
    RUMOUR = "rumour", _l("rumeur")
    OTHER = "other", _l("autre")


class Channel(Coded):
    """How the saisine came."""

    ORAL = "oral", _l("saisine orale")
    WRITTEN = "written", _l("saisine écrite")
    EX_OFFICIO = "ex_officio", _l("saisine d’office")
    REFERRED = "referred", _l("venue d’une autorité")
    ALERT = "alert", _l("alerte précoce")


class AttemptChannel(Coded):
    """Through whom something was tried before the saisine."""

    DIRECT = "direct", _l("directe, entre les parties")
    FAMILY = "family", _l("par la famille")
    CUSTOMARY = "customary", _l("coutumière")
    RELIGIOUS = "religious", _l("religieuse")
    ADMINISTRATIVE = "administrative", _l("administrative")
    COMMISSION = "commission", _l("par une commission")
    COURT = "court", _l("par un tribunal")
    OTHER_MEDIATOR = "other_mediator", _l("par une autre médiation")


class CourtLevel(Coded):
    """Before which degree of a court."""

    PEACE = "peace", _l("justice de paix")
    TRIBUNAL = "tribunal", _l("tribunal")
    ASSIZE = "assize", _l("cour d’assises")
    APPEAL = "appeal", _l("cour d’appel")
    SUPREME = "supreme", _l("cour suprême")
    INTERNATIONAL = "international", _l("cour internationale")
    OTHER = "other", _l("autre juridiction")


class AttemptResult(Coded):
    """What came of it, as whoever tells it says."""

    AGREED = "agreed", _l("un accord")
    TRUCE = "truce", _l("une trêve")
    RECOMMENDED = "recommended", _l("une recommandation")
    DECIDED = "decided", _l("une décision")
    WON = "won", _l("un côté a gagné")
    CLAIMED = "claimed", _l("chaque côté dit avoir gagné")
    FAILED = "failed", _l("sans accord")
    PENDING = "pending", _l("encore en cours")
    NOT_KEPT = "not_kept", _l("un accord pas tenu")
    NOT_KNOWN = "not_known", _l("on ne sait pas")


class Applied(Coded):
    """Whether what was decided, agreed or recommended was carried out."""

    APPLIED = "applied", _l("appliqué")
    PARTLY = "partly", _l("appliqué en partie")
    STOPPED = "stopped", _l("arrêté en route")
    NOT_APPLIED = "not_applied", _l("pas appliqué")


class HarmKind(Coded):
    """What was suffered, counted and never told: crimes are for the courts."""

    DEAD = "dead", _l("morts")
    INJURED = "injured", _l("blessés")
    MISSING = "missing", _l("disparus")
    DISPLACED = "displaced", _l("déplacés")
    HELD = "held", _l("personnes retenues")
    HOUSES = "houses", _l("maisons détruites")
    CATTLE = "cattle", _l("bœufs")
    SMALL_STOCK = "small_stock", _l("moutons et chèvres")
    FIELDS = "fields", _l("champs abîmés")
    GRANARIES = "granaries", _l("greniers brûlés")
    OTHER = "other", _l("autre")


# What is counted in people: women, men and children among them.
PEOPLE = frozenset({HarmKind.DEAD, HarmKind.INJURED, HarmKind.MISSING, HarmKind.DISPLACED, HarmKind.HELD,
                    HarmKind.OTHER})


class DeclineReason(Coded):
    """Why a saisine is not taken; a case before a court is not a reason by itself."""

    COMPETENCE = "competence", _l("hors compétence")
    TERRITORY = "territory", _l("hors du territoire")
    CRIME = "crime", _l("crime : à orienter vers la justice")
    DECIDED = "decided", _l("déjà jugé ou réglé")
    NO_OTHER_SIDE = "no_other_side", _l("pas d’autre partie identifiée")
    PARTY_REFUSES = "party_refuses", _l("une partie refuse la médiation")
    UNSAFE = "unsafe", _l("pas assez sûr maintenant")
    OTHER = "other", _l("autre")


class TeamReason(Coded):
    """Why somebody of the team is replaced or released."""

    ABSENT = "absent", _l("absence ou départ")
    ILL = "ill", _l("maladie ou décès")
    INTEREST = "interest", _l("lien avec une partie")
    ASKED = "asked", _l("une partie le demande")
    OWN_WISH = "own_wish", _l("à sa demande")
    BUSY = "busy", _l("autre charge")
    OTHER = "other", _l("autre")
