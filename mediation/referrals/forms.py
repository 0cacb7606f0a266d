"""What is asked about pauses, orientations, referrals and links."""

from mediation.disputes.kinds import DisputeKind
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.places.forms import PlaceField
from mediation.referrals import rules
from mediation.referrals.kinds import ANSWERS, RETURNS, SAID_BY_PEOPLE, Helper, HelpReason, PauseReason


class PauseForm(BaseForm):
    """Why the dispute waits, and until when."""

    facts_type = rules.PauseFacts

    reason = Chips(_l("Pourquoi"), PauseReason, required=_l("Choisissez pourquoi le dossier attend."))
    words = Line(_l("Précision"), longest=300)
    happened_on = ApproximateDateField(_l("Depuis quand"), default_today=True)
    until = ApproximateDateField(_l("Jusqu’à quand"), future=True,
                                 description=_l("Laissez vide si personne ne le sait."))


class ResumeForm(BaseForm):
    """When the work begins again."""

    facts_type = rules.ResumeFacts

    happened_on = ApproximateDateField(_l("Depuis quand"), default_today=True)
    words = Line(_l("Ce qui a changé"), longest=300)


class OrientForm(BaseForm):
    """Who is sent to which help."""

    facts_type = rules.OrientFacts

    party = Choice(_l("Une partie"), (), blank=_l("quelqu’un d’autre"))
    name = Line(_l("Ou une autre personne"), description=_l("Son nom, ou « une voisine »."))
    helper = Chips(_l("Vers qui"), Helper, required=_l("Choisissez vers qui."))
    helper_name = Line(_l("Nom du service"), description=_l("Par exemple : le centre de santé de Koba."))
    reason = Chips(_l("Pour quoi"), HelpReason, required=_l("Choisissez pour quoi."))
    words = Line(_l("Précision"), longest=160, description=_l("Pas de récit. Rien du tout pour un fait grave."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)


class ReferForm(BaseForm):
    """To whom the dossier goes, and what they will read of it."""

    facts_type = rules.ReferFacts

    receiver = Choice(_l("Une institution du registre"), (), blank=_l("une autre"))
    receiver_name = Line(_l("Ou le nom d’une autre institution"))
    cover = Words(_l("Le courrier"), longest=3000, required=_l("Écrivez ce que vous demandez à cette institution."),
                  description=_l("Ce que vous demandez, et pourquoi."))
    sent = Words(_l("Ce qui est envoyé"), longest=1000, description=_l("Par exemple : le PV de la séance du 3 mars."))
    happened_on = ApproximateDateField(_l("Envoyé quand"), default_today=True)
    title = Line(_l("Le litige en quelques mots"), longest=160,
                 required=_l("Écrivez le litige en quelques mots : « Limite des champs au marigot »."))
    kind = Choice(_l("Type de litige"), DisputeKind, required=_l("Choisissez le type de litige."))
    place = PlaceField(_l("Village du litige"))


class AnswerForm(BaseForm):
    """What was answered."""

    facts_type = rules.AnswerFacts

    answer = Chips(_l("La réponse"), ANSWERS, required=_l("Choisissez la réponse."))
    their_number = Line(_l("Numéro du dossier dans l’institution qui répond"), longest=60)
    words = Words(_l("La réponse, en une phrase"), longest=1000)
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)


class RecallForm(BaseForm):
    """Why the dossier comes back."""

    facts_type = rules.RecallFacts

    outcome = Chips(_l("Le dossier"), RETURNS, required=_l("Choisissez pourquoi le dossier revient."))
    words = Line(_l("Pourquoi"), longest=500)
    closes = YesNo(_l("Sans réponse, faut-il clore le dossier ?"), default=False)
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)

    def facts(self) -> rules.RecallFacts:
        """What was said; who says nothing does not close."""
        told = vars(super().facts())
        return rules.RecallFacts(**{**told, "closes": bool(told["closes"])})


class LinkForm(BaseForm):
    """What this dispute is to another."""

    facts_type = rules.LinkFacts

    kind = Chips(_l("Ce dossier est, pour l’autre"), SAID_BY_PEOPLE,
                 required=_l("Choisissez ce que ce dossier est pour l’autre."))
    reference = Line(_l("Numéro de l’autre dossier"), longest=30, required=_l("Écrivez le numéro de l’autre dossier."),
                     description=_l("Par exemple : MSG-2026-0012."))
