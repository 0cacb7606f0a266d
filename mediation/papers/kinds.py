"""The kinds of official papers, in the order in which a dispute needs them."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l


class PaperKind(Coded):
    """What a paper is; its label is the title printed on it."""

    RECEIPT = "receipt", _l("Récépissé de saisine")
    SUMMONS = "summons", _l("Convocation")
    ATTENDANCE = "attendance", _l("Feuille de présence")
    SITE_VISIT = "site_visit", _l("Procès-verbal de constat")
    HEARING = "hearing", _l("Procès-verbal d’audition")
    CONFRONTATION = "confrontation", _l("Procès-verbal de confrontation")
    CONCILIATION = "conciliation", _l("Procès-verbal de conciliation")
    NON_CONCILIATION = "non_conciliation", _l("Procès-verbal de non-conciliation")
    DEFAULT = "default", _l("Procès-verbal de carence")
    RECTIFYING = "rectifying", _l("Procès-verbal rectificatif")
    FOLLOW_UP = "follow_up", _l("Fiche de suivi")
    TRANSMISSION = "transmission", _l("Bordereau de transmission")
    CHRONOLOGY = "chronology", _l("Chronologie du dossier")
    QUALITY = "quality", _l("Rapport de qualité")

    @property
    def slug(self) -> str:
        """The kind as addresses write it."""
        return self.value.replace("_", "-")
