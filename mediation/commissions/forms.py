"""What is asked about institutions, their members, and roles."""

from dataclasses import replace

from mediation.acts.vocabulary import Role
from mediation.commissions import rules
from mediation.commissions.kinds import Category, InstitutionKind, SummonsWord
from mediation.kernel.days import Day
from mediation.kernel.fields import Chips, Choice, Line
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.places.forms import ListedPlace

SINCE = _l("Par exemple 05/03/2026.")
IN_AN_INSTITUTION = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER)
IN_THE_HOUSE = (Role.REVIEWER, Role.ADMINISTRATOR)
UNTIL = _l("Le dernier jour compte. Rien si la fin n’est pas connue.")


class InstitutionForm(BaseForm):
    """An institution."""

    facts_type = rules.InstitutionFacts

    name = Line(_l("Nom"), longest=160, required=_l("Écrivez le nom de l’institution."))
    kind = Choice(_l("C’est"), InstitutionKind, required=_l("Choisissez ce que c’est."))
    code = Line(
        _l("Code"),
        longest=10,
        required=_l("Écrivez un code court : MSG."),
        description=_l("2 à 10 capitales ou chiffres. Les numéros des dossiers commencent par ce code."),
    )
    place = ListedPlace(_l("Où elle est compétente"), description=_l("Le nom ou le code d’un lieu de la liste."))
    decision = Line(_l("Décision qui l’a créée"), longest=300)
    summons_word = Chips(_l("Elle appelle les gens par"), SummonsWord, default=SummonsWord.SUMMONS,
                         required=_l("Choisissez convocation ou invitation."))

    def facts(self) -> rules.InstitutionFacts:
        """The institution told, its place by code."""
        return replace(super().facts(), place_code=self.place.data.code if self.place.data else None)

    def refuse(self, name: str, text) -> None:
        """A refused place is shown beside the box in which it is asked for."""
        super().refuse("place" if name == "place_code" else name, text)


class AmendInstitutionForm(InstitutionForm):
    """An institution that exists; its code is shown and stays."""

    code = Line(_l("Code"), longest=10, render_kw={"readonly": True}, description=_l("Il ne change pas."))


class MemberForm(BaseForm):
    """Somebody who sits in an institution."""

    facts_type = rules.MemberFacts

    name = Line(_l("Nom complet"), longest=120, required=_l("Écrivez le nom."))
    category = Choice(_l("Qualité"), Category, required=_l("Choisissez la qualité."))
    since = Day(_l("Membre depuis le"), description=SINCE, required=True)
    until = Day(_l("Jusqu’au"), description=UNTIL)
    account_id = Choice(_l("Son compte"), (), blank=_l("pas de compte"))


class RoleForm(BaseForm):
    """A role in an institution."""

    facts_type = rules.RoleFacts
    institution_code: str | None = None

    account_id = Choice(_l("Qui"), (), required=_l("Choisissez la personne."))
    role = Chips(_l("Rôle"), IN_AN_INSTITUTION, required=_l("Choisissez le rôle."))
    since = Day(_l("À partir du"), description=SINCE, required=True)
    until = Day(_l("Jusqu’au"), description=UNTIL)

    def facts(self) -> rules.RoleFacts:
        """The role told, in the institution of the page."""
        return replace(super().facts(), institution_code=self.institution_code)


class HouseRoleForm(RoleForm):
    """A role over a territory, or in the administration."""

    place = ListedPlace(_l("Territoire"), description=_l("Pour la supervision : une région, un cercle, une commune."))

    def facts(self) -> rules.RoleFacts:
        """The role told, its territory by the code of a place."""
        return replace(super().facts(), place_code=self.place.data.code if self.place.data else None)

    def refuse(self, name: str, text) -> None:
        """A refused territory is shown beside the box in which it is asked for."""
        super().refuse("place" if name == "place_code" else name, text)


class EndForm(BaseForm):
    """The last day of a membership or a role."""

    facts_type = rules.EndFacts

    until = Day(_l("Dernier jour"), description=_l("Ce jour compte encore."), required=True)
