"""Kinds of institutions and what their members are."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class InstitutionKind(Coded):
    """Who leads a dispute, refers it, or receives it."""

    VILLAGE_COMMISSION = "village_commission", _l("commission foncière villageoise")
    FRACTION_COMMISSION = "fraction_commission", _l("commission foncière de fraction")
    COMMUNE_COMMISSION = "commune_commission", _l("commission foncière communale")
    CERCLE_COMMISSION = "cercle_commission", _l("commission foncière de cercle")
    MEDIATOR_NETWORK = "mediator_network", _l("réseau de médiation")
    RECONCILIATION_COMMITTEE = "reconciliation_committee", _l("comité de réconciliation")
    RECONCILIATION_TEAM = "reconciliation_team", _l("équipe régionale de réconciliation")
    SECURITY_COMMITTEE = "security_committee", _l("comité de sécurité")
    COURT = "court", _l("tribunal")
    TOWN_HALL = "town_hall", _l("mairie")
    PREFECTURE = "prefecture", _l("préfecture")
    SUB_PREFECTURE = "sub_prefecture", _l("sous-préfecture")
    CUSTOMARY_AUTHORITY = "customary_authority", _l("autorité coutumière")
    NGO = "ngo", _l("ONG")


class Category(Coded):
    """What somebody sits in an institution as."""

    CHAIR = "chair", _l("président ou présidente")
    VICE_CHAIR = "vice_chair", _l("vice-président ou vice-présidente")
    SECRETARY = "secretary", _l("secrétaire")
    COUNCILLOR = "councillor", _l("conseiller ou conseillère")
    CHIEF = "chief", _l("chef")
    WOMEN = "women", _l("femmes")
    YOUTH = "youth", _l("jeunes")
    FARMER = "farmer", _l("agriculture")
    HERDER = "herder", _l("élevage")
    FISHER = "fisher", _l("pêche")
    RELIGIOUS = "religious", _l("culte")
    TECHNICAL_SERVICE = "technical_service", _l("service technique")
    OTHER = "other", _l("autre")


class SummonsWord(Coded):
    """A commission summons; a mediator, who cannot order, invites."""

    SUMMONS = "summons", _l("convocation")
    INVITATION = "invitation", _l("invitation")
