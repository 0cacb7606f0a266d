"""What is asked about alerts, proceedings, interim measures and sources."""

from mediation.context import rules
from mediation.context.kinds import (
    AlertLevel,
    MeasureKind,
    ProceedingKind,
    ProceedingResult,
    ProceedingStep,
    SourceTopic,
)
from mediation.disputes.forms import LateForm
from mediation.disputes.kinds import CourtLevel
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Line, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.places.forms import PlaceField

NOT_SAID = _l("pas dit")


class AlertForm(BaseForm):
    """How near to violence it is."""

    facts_type = rules.AlertFacts

    level = Chips(_l("Niveau d’alerte"), AlertLevel, required=_l("Choisissez le niveau d’alerte."))
    why = Line(_l("Pourquoi"), longest=500, description=_l("Une phrase, sans récit."),
               required=_l("Dites pourquoi en une phrase, sans récit."))
    happened_on = ApproximateDateField(_l("Depuis quand"), default_today=True)
    source = Line(_l("Qui le dit"))


class ProceedingForm(BaseForm):
    """What runs elsewhere beside the mediation: coded, without a story."""

    facts_type = rules.ProceedingFacts

    kind = Choice(_l("Quelle justice"), ProceedingKind, required=_l("Choisissez quelle justice."))
    body = Line(_l("Devant qui"), required=_l("Écrivez devant qui : le tribunal, la gendarmerie, le cadi."))
    crime = YesNo(_l("Est-ce pour un crime ?"), description=_l("Il s’oriente vers la justice, sans récit ici."))
    side = Choice(_l("Quel côté l’a demandée"), (), blank=NOT_SAID)
    brought_by = Line(_l("Ou qui d’autre"), description=_l("Le procureur, un parent, un commerçant."))
    happened_on = ApproximateDateField(_l("Ouverte le"))
    their_number = Line(_l("Leur numéro"), longest=60)
    level = Choice(_l("Quel tribunal"), CourtLevel, blank=NOT_SAID)
    asks = Line(_l("Ce qui est demandé"), longest=200, description=_l("Arrêter les travaux. Rien si c’est un crime."))
    step = Chips(_l("Où elle en est"), ProceedingStep, blank=NOT_SAID)
    hearing_on = ApproximateDateField(_l("Audience"), future=True,
                                      description=_l("La prochaine, ou la dernière que l’on connaît."))
    result = Choice(_l("Résultat"), ProceedingResult, blank=NOT_SAID)
    won_side = Choice(_l("Si un côté a gagné, lequel"), (), blank=NOT_SAID)
    result_on = ApproximateDateField(_l("Date du résultat"))
    decision = Line(_l("Numéro de la décision"), longest=60)

    def offer(self, brought: list, won: list) -> "ProceedingForm":
        """Offer the sides that may have brought it, and those that may have won; returns the form."""
        self.side.members, self.won_side.members = brought, won
        return self


class MeasureForm(LateForm):
    """What an authority decided for the time being."""

    facts_type = rules.MeasureFacts

    kind = Choice(_l("Quelle mesure"), MeasureKind, required=_l("Choisissez quelle mesure."))
    authority = Line(_l("Quelle autorité l’a décidée"), required=_l("Écrivez quelle autorité a décidé."))
    happened_on = ApproximateDateField(_l("À partir de quand"), default_today=True)
    until = ApproximateDateField(_l("Jusqu’à quand"), future=True,
                                 description=_l("Un mois ou une saison suffit. Rien si aucune fin n’est dite."))
    extent = Line(_l("Ce qu’elle couvre, en mots"), longest=500,
                  description=_l("Quels champs, quels gens, quel usage."))
    place = PlaceField(_l("Village ou lieu"))
    decision = Line(_l("Numéro de la décision"), longest=60)


class LiftForm(LateForm):
    """That a measure holds no more."""

    facts_type = rules.LiftFacts

    by = Line(_l("Qui l’a levée"), required=_l("Écrivez qui a levé la mesure."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    reason = Line(_l("Pourquoi"), longest=500)


class SourceForm(BaseForm):
    """What one source says of a fact on which others say something else."""

    facts_type = rules.SourceFacts

    topic = Chips(_l("Sur quoi"), SourceTopic, required=_l("Choisissez sur quoi."))
    fact = Line(_l("De quel fait il s’agit"), description=_l("Écrivez-le pareil pour chaque source."),
                required=_l("Écrivez de quel fait il s’agit : le début du blocus."))
    says = Line(_l("Ce que dit cette source"), longest=500, required=_l("Écrivez ce que dit cette source."))
    source = Line(_l("Qui le dit"), required=_l("Écrivez qui le dit."))
    happened_on = ApproximateDateField(_l("Quand il l’a dit"))
