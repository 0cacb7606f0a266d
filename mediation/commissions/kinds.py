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


class SettingName(Coded):
    """What an institution settles for itself; nothing of it is in the program, because no law says it for all."""

    EXAMINE_DAYS = "examine_days", _l("Délai pour examiner une saisine")
    FIRST_SESSION_DAYS = "first_session_days", _l("Délai avant la première séance")
    SUMMONS_DAYS = "summons_days", _l("Délai entre deux convocations")
    ANSWER_DAYS = "answer_days", _l("Délai de réponse à un renvoi")
    MOST_SUMMONS = "most_summons", _l("Nombre de convocations, au plus")
    USUAL_SESSIONS = "usual_sessions", _l("Nombre de séances, d’habitude")
    VISIT_MONTHS = "visit_months", _l("Calendrier des visites de suivi")
    RAINY_MONTHS = "rainy_months", _l("Mois de l’hivernage")
    COLD_MONTHS = "cold_months", _l("Mois de la saison froide")
    HOT_MONTHS = "hot_months", _l("Mois de la saison chaude")
    HARVEST_MONTHS = "harvest_months", _l("Mois de la récolte")
    EVENTS = "events", _l("Années connues de tous, pour les âges")
    HIDDEN_KINDS = "hidden_kinds", _l("Types de litige cachés")
    HIDDEN_RESOURCES = "hidden_resources", _l("Biens contestés cachés")
    HIDDEN_LANGUAGES = "hidden_languages", _l("Langues cachées")
    HIDDEN_COMMITMENTS = "hidden_commitments", _l("Sortes d’engagement cachées")
    HIDDEN_QUALITIES = "hidden_qualities", _l("Qualités de qui aide, cachées")
    OWN_KINDS = "own_kinds", _l("Types de litige ajoutés")
    OWN_QUALITIES = "own_qualities", _l("Qualités de qui aide, ajoutées")
    OWN_LANGUAGES = "own_languages", _l("Langues ajoutées")

    @property
    def number(self) -> int:
        """Its number in the list of settings, from 1."""
        return list(SettingName).index(self) + 1


class Standing(Coded):
    """What is known of a setting: that no rule is known is an answer, not a blank."""

    VALUE = "value", _l("une valeur")
    NONE_KNOWN = "none_known", _l("aucune règle connue")
    NOT_SET = "not_set", _l("pas encore réglé")


class Source(Coded):
    """Where a setting comes from."""

    LAW = "law", _l("la loi")
    INTERNAL_RULES = "internal_rules", _l("le règlement intérieur")
    PROGRAMME = "programme", _l("un programme")
    CUSTOM = "custom", _l("la coutume ou l’usage")
