"""What is asked about who works on a dispute: the team, declared links, members replaced, stand-ins."""

from dataclasses import replace

from mediation.disputes.kinds import TeamReason
from mediation.disputes.rules import AssignFacts
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.days import Day
from mediation.kernel.fields import Chips, Choice, Line, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.teams import rules
from mediation.teams.kinds import BenchRole, InterestDecision, InterestKind, StandInCause

ENDS = _l("Dès ce jour, cette personne ne voit plus le dossier.")


class PersonForm(BaseForm):
    """A form that asks for somebody: of the register, or by name."""

    account_id = Choice(_l("Une personne du registre"), (), blank=_l("quelqu’un d’autre"))
    name = Line(_l("Ou le nom d’une autre personne"), longest=120,
                description=_l("Un ancien, une cheffe, quelqu’un sans compte."))
    quality = Line(_l("Qualité"), longest=120)

    def facts(self):
        """What is told; somebody of the register goes by the name in the list."""
        told = super().facts()
        return replace(told, name=dict(self.account_id.members).get(told.account_id) or told.name)


class AssignForm(PersonForm):
    """To whom it is entrusted."""

    facts_type = AssignFacts

    leads = YesNo(_l("Est-ce la personne chargée du dossier"), default=False)

    def facts(self) -> AssignFacts:
        """To whom; who says nothing does not lead."""
        told = super().facts()
        return replace(told, leads=bool(told.leads))


class ReplaceForm(PersonForm):
    """Who takes the place of somebody on the team, and why."""

    facts_type = rules.ReplaceFacts

    reason = Choice(_l("Pourquoi"), TeamReason, required=_l("Choisissez pourquoi."))
    words = Line(_l("Expliquez en une phrase"), longest=500)
    until = Day(_l("À partir du"), description=ENDS, required=True)


class ReleaseForm(BaseForm):
    """Why somebody leaves the team, and when."""

    facts_type = rules.ReleaseFacts

    reason = Choice(_l("Pourquoi"), TeamReason, required=_l("Choisissez pourquoi."))
    words = Line(_l("Expliquez en une phrase"), longest=500)
    until = Day(_l("À partir du"), description=ENDS, required=True)


class LeadForm(BaseForm):
    """Nothing is asked but to go on."""

    def facts(self) -> None:
        """Nothing is said."""


def key_and_number(chosen: str | None) -> tuple[str, int | None]:
    """What a choice of a person stands for: « member-3 » is the member of that number."""
    kind, _dash, number = (chosen or "").partition("-")
    return kind, int(number) if number else None


class InterestForm(BaseForm):
    """Whose link, which one, to whom, and what was decided."""

    facts_type = rules.InterestFacts

    who = Choice(_l("Qui a ce lien"), (), blank=_l("quelqu’un d’autre"))
    name = Line(_l("Ou le nom d’une autre personne"))
    kind = Choice(_l("Le lien"), InterestKind, required=_l("Choisissez le lien."))
    party = Choice(_l("Avec quelle partie"), (), blank=_l("aucune en particulier"))
    words = Line(_l("Le lien, en quelques mots"), longest=500,
                 description=_l("« neveu de la mère », « lui loue un champ »…"))
    decision = Chips(_l("Ce qui a été décidé"), InterestDecision, blank=_l("pas encore décidé"))
    decision_words = Line(_l("La décision, en quelques mots"), longest=500)
    decided_by = Line(_l("Qui a décidé"))
    happened_on = ApproximateDateField(_l("Quand"))

    def facts(self) -> rules.InterestFacts:
        """The link, its person by the number that the choice stands for."""
        kind, number = key_and_number(self.who.data)
        column = {"team": "team_member", "member": "member", "account": "account_id"}.get(kind)
        return replace(super().facts(), **({column: number} if column else {}))


class BenchForm(PersonForm):
    """Who is replaced for this dispute, in which place, and by whom."""

    facts_type = rules.BenchFacts

    replaced = Choice(_l("Qui est remplacé"), (), required=_l("Choisissez qui est remplacé, dans la liste."))
    role = Chips(_l("À quelle place"), BenchRole, required=_l("Choisissez à quelle place."))
    since = Day(_l("À partir du"), required=True)
    reason = Line(_l("Pourquoi"), longest=500)
    shown_first = ("replaced", "role")

    @property
    def questions(self) -> list:
        """Who is replaced comes before who takes the place."""
        return sorted(super().questions, key=lambda field: field.short_name not in self.shown_first)

    def facts(self) -> rules.BenchFacts:
        """The replacement, whoever is replaced by the number that the choice stands for."""
        kind, number = key_and_number(self.replaced.data)
        return replace(super().facts(), **{"member" if kind == "member" else "replaced_account_id": number})


class RestoreForm(BaseForm):
    """From when on a replacement is over."""

    facts_type = rules.RestoreFacts

    until = Day(_l("À partir du"), description=_l("Dès ce jour, chacun reprend sa place."), required=True)
    words = Line(_l("Pourquoi"), longest=500)


class StandInForm(BaseForm):
    """Who keeps the dispute for its secretary, and why."""

    facts_type = rules.StandInFacts

    account_id = Choice(_l("Qui tiendra ce dossier"), (), required=_l("Choisissez la personne."))
    cause = Choice(_l("Pourquoi"), StandInCause, required=_l("Choisissez pourquoi."))
    reason = Line(_l("Expliquez en une phrase"), longest=500)


class EndStandInForm(BaseForm):
    """Why a stand-in is needed no more."""

    facts_type = rules.EndStandInFacts

    words = Line(_l("Pourquoi"), longest=500)
