"""What is asked about a dispute: the saisine, its examination, the team, what was tried and suffered."""

from dataclasses import replace

from mediation.acts.late import LateFacts
from mediation.acts.strike import StrikeFacts
from mediation.disputes import rules
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DeclineReason,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Quantity, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList
from mediation.places.forms import PlaceField

LATE = "late_"


class LateForm(BaseForm):
    """What is asked beside a fact that is written down late, or copied from a paper register."""

    late_reason = Line(_l("Pourquoi l’écrire seulement maintenant"), longest=500)
    late_book = Line(_l("Registre papier"), longest=120, description=_l("S’il y était déjà écrit : quel cahier."))
    late_page = Line(_l("Page"), longest=40)
    late_line = Line(_l("Numéro ou ligne"), longest=40)
    late_clerk = Line(_l("Qui l’avait écrit"))
    late_written_on = ApproximateDateField(_l("Quand cela avait été écrit"))

    @property
    def questions(self) -> list:
        """The questions about the fact itself."""
        return [field for field in super().questions if not field.short_name.startswith(LATE)]

    @property
    def late_questions(self) -> list:
        """The questions about why, and whence, it is written down only now."""
        return [field for field in super().questions if field.short_name.startswith(LATE)]

    def facts(self):
        """The fact, with why it is late if somebody said so."""
        told = {field.short_name.removeprefix(LATE): field.data or None for field in self.late_questions}
        return replace(super().facts(), late=LateFacts(**told) if any(told.values()) else None)


class DisputeForm(BaseForm):
    """A saisine: the first two groups suffice."""

    facts_type = rules.DisputeFacts

    title = Line(_l("Le litige en quelques mots"), longest=160,
                 required=_l("Écrivez le litige en quelques mots : « Limite des champs au marigot »."))
    kind = Choice(_l("Type de litige"), DisputeKind, required=_l("Choisissez le type de litige."), words="kind_words")
    kind_words = Line(_l("Si c’est un autre type, lequel"), longest=120)
    channel = Chips(_l("Comment la demande est venue"), Channel, blank=_l("pas dit"))
    asked_by = Line(_l("Qui demande"), description=_l("Nom complet, comme on l’appelle."))
    happened_on = ApproximateDateField(_l("Quand la demande a été faite"), default_today=True)
    place = PlaceField(_l("Village du litige"), required=True)
    villages = FieldList(PlaceField(_l("Autre village")), label=_l("Autres villages du litige"),
                         min_entries=2, max_entries=12)
    came_from = Line(_l("Venu de quelle autorité"))
    their_number = Line(_l("Leur numéro"), longest=60)
    began_on = ApproximateDateField(_l("Depuis quand dure le litige"))
    story = Words(_l("Le problème, dit par la personne"), description=_l("Une phrase suffit."))
    resources = Choices(_l("De quoi s’agit-il ?"), Resource)
    relation = Choice(_l("Entre qui"), Relation, blank=_l("pas encore dit"))
    scale = Choice(_l("Jusqu’où va le litige"), Scale, blank=_l("pas encore dit"))
    triggers = Choices(_l("Ce qui l’a déclenché"), Trigger)

    def facts(self) -> rules.DisputeFacts:
        """The saisine; villages left blank are no villages."""
        told = super().facts()
        return rules.DisputeFacts(**{**vars(told), "villages": tuple(place for place in told.villages if place)})


class AcceptForm(BaseForm):
    """When it was accepted."""

    facts_type = rules.AcceptFacts

    happened_on = ApproximateDateField(_l("Date de la décision"), default_today=True, future=False)
    decision = Line(_l("Papier ou décision de la commission"), description=_l("S’il y en a un."))


class DeclineForm(BaseForm):
    """Why it is not taken."""

    facts_type = rules.DeclineFacts

    reason = Chips(_l("Pourquoi"), DeclineReason, required=_l("Choisissez pourquoi."))
    words = Line(_l("Expliquez en une phrase"), longest=500)
    happened_on = ApproximateDateField(_l("Date de la décision"), default_today=True, future=False)


class WithdrawForm(BaseForm):
    """Who withdraws the demand, and why."""

    facts_type = rules.WithdrawFacts

    by = Line(_l("Qui retire la demande"), required=_l("Écrivez qui retire la demande."))
    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi la demande est retirée."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True, future=False)


class AttemptForm(LateForm):
    """What was tried before."""

    facts_type = rules.AttemptFacts

    channel = Choice(_l("Par quelle voie"), AttemptChannel, required=_l("Choisissez la voie."))
    body = Line(_l("Devant qui"))
    level = Choice(_l("Si c’est un tribunal, lequel"), CourtLevel, blank=_l("pas dit"))
    their_number = Line(_l("Numéro de la plainte ou du pourvoi"), longest=60)
    place = PlaceField(_l("Village ou lieu"))
    happened_on = ApproximateDateField(_l("Quand"))
    result = Chips(_l("Résultat"), AttemptResult, blank=_l("pas dit"))
    side = Choice(_l("Si un côté a gagné, lequel"), (), blank=_l("pas dit"))
    applied = Choice(_l("A-t-on fait ce qui était dit ?"), Applied, blank=_l("pas dit"))
    decision = Line(_l("Numéro ou nom de la décision"))
    decided_on = ApproximateDateField(_l("Date de la décision"))
    against = Choice(_l("Contre quelle décision"), (), blank=_l("aucune"),
                     description=_l("Pour un appel ou un pourvoi : la démarche contestée."))
    source = Line(_l("Qui le dit"), description=_l("Si un autre dit le contraire, ajoutez une autre démarche."))
    told = Words(_l("Ce qui en a été dit"))

    def offer(self, sides: list, attempts: list) -> "AttemptForm":
        """Offer the sides, and the attempts whose decision may be contested; returns the form."""
        self.side.members, self.against.members = sides, attempts
        return self


class HarmForm(LateForm):
    """What was suffered, counted, without telling."""

    facts_type = rules.HarmFacts

    kind = Choice(_l("Quels dommages"), HarmKind, required=_l("Choisissez quels dommages."))
    count = Count(_l("Combien"), description=_l("Laissez vide si personne ne le sait."))
    count_said = Line(_l("Ou comme on l’a dit"), longest=120,
                      description=_l("Par exemple : des dizaines, trois à six."))
    women = Count(_l("Dont femmes"))
    men = Count(_l("Dont hommes"))
    children = Count(_l("Dont enfants"))
    what = Line(_l("Précision"), description=_l("Pas de nom, pas de récit."))
    quantity = Quantity(_l("Ce que vaut le dommage"), description=_l("Si quelqu’un l’a estimé."))
    unit = Line(_l("Unité"), longest=60, description=_l("FCFA, sacs de mil, têtes, mètres…"))
    happened_on = ApproximateDateField(_l("Quand c’est arrivé"))
    source = Line(_l("Qui le dit"), description=_l("Si un autre compte autrement, notez-le à part."))
    said_on = ApproximateDateField(_l("Quand il l’a dit"))


class StrikeForm(BaseForm):
    """Why something is crossed out."""

    facts_type = StrikeFacts

    reason = Line(_l("Pourquoi rayer"), longest=500, required=_l("Écrivez pourquoi vous rayez ce fait."))
