"""What is asked about institutions, their members, and roles."""

from dataclasses import replace

from mediation.acts.vocabulary import Role
from mediation.commissions import rules, settings
from mediation.commissions.kinds import Category, InstitutionKind, SettingName, Source, Standing, SummonsWord
from mediation.kernel.days import Day
from mediation.kernel.fields import Chips, Choice, Choices, Line, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.local import OTHER
from mediation.kernel.periods import month_names
from mediation.places.forms import ListedPlace

SINCE = _l("Par exemple 05/03/2026.")
IN_AN_INSTITUTION = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER, Role.AUTHORITY)
IN_THE_HOUSE = (Role.REVIEWER, Role.ANALYST, Role.ADMINISTRATOR)
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

    place = ListedPlace(_l("Territoire"), description=_l("Pour la supervision et le suivi-évaluation : une région, "
                                                         "un cercle, une commune."))

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


class SettingForm(BaseForm):
    """One setting of an institution: what is known of it, the value, and where it comes from."""

    name: SettingName
    kept: str | None = None

    standing = Chips(_l("Ce qui vaut ici"), Standing, default=Standing.VALUE,
                     required=_l("Choisissez une réponse de la liste."))
    value = Line(_l("La valeur"), longest=60)
    source = Chips(_l("D’où vient cette règle"), Source, blank=_l("pas dit"))
    source_words = Line(_l("Précisez la source"), longest=300, description=_l("Article, décision, réunion, accord."))

    def facts(self) -> settings.SettingFacts:
        """The setting told; a value that was there, and that another answer now replaces, goes with it."""
        value = self.told() or None
        if self.standing.data is not Standing.VALUE and value == self.kept:
            value = None
        return settings.SettingFacts(self.name, self.standing.data, value, self.source.data,
                                     self.source_words.data or None)

    def told(self) -> str:
        """The value as a text."""
        return self["value"].data or ""

    @classmethod
    def shown(cls, value: str) -> dict:
        """A value that is kept, as the form asks it."""
        return {"value": value}

    def offer(self, name: SettingName, kept: str | None) -> None:
        """Be the form of this one setting, of which this value is kept."""
        self.name, self.kept, self.standing.members = name, kept, settings.standings_of(name)


class DaysForm(SettingForm):
    """A delay."""

    value = Line(_l("Combien de jours"), longest=12)


class ScheduleForm(SettingForm):
    """The months at which one looks again."""

    value = Line(_l("Combien de mois après la signature"), longest=80, description=_l("Par exemple : 1, 3, 6."))


class MonthsForm(SettingForm):
    """The months of a season."""

    value = Choice(_l("Premier mois"), ())
    last = Choice(_l("Dernier mois"), ())

    def told(self) -> str:
        """The two months, if both or either are told."""
        first, last = self["value"].data, self.last.data
        return f"{first or 0}-{last or 0}" if first or last else ""

    @classmethod
    def shown(cls, value: str) -> dict:
        """The two months, apart."""
        first, _dash, last = value.partition("-")
        return {"value": int(first), "last": int(last)}

    def offer(self, name: SettingName, kept: str | None) -> None:
        """Offer the months by their names."""
        super().offer(name, kept)
        self["value"].members = self.last.members = tuple(month_names().items())


class EventsForm(SettingForm):
    """The years known to all."""

    value = Words(_l("Un événement par ligne, l’année d’abord"), longest=8000,
                  description=_l("Par exemple : 1973 la grande sécheresse. Ou : 1984-1985 la famine."))


class HiddenForm(SettingForm):
    """The entries of a list that are not offered."""

    value = Choices(_l("À ne plus proposer"), (), description=_l("Ce qui est déjà écrit dans un dossier reste."))

    def told(self) -> str:
        """The entries chosen, each with its list."""
        return settings.hidden_text(settings.LISTS[self.name], self["value"].data)

    @classmethod
    def shown(cls, value: str) -> dict:
        """The entries of the list that are hidden now."""
        told = [one.partition("=") for one in value.split(", ")]
        return {"value": [member for where, _equals, code in told for member in settings.listed(where) or ()
                          if member.value == code]}

    def offer(self, name: SettingName, kept: str | None) -> None:
        """Offer the entries of the list that may be hidden."""
        super().offer(name, kept)
        self["value"].members = tuple(member for member in settings.listed(settings.LISTS[name])
                                      if member.value != OTHER)


class AddedForm(SettingForm):
    """The entries that an institution adds to a list."""

    value = Words(_l("Une entrée par ligne"), longest=2000,
                  description=_l("Comme on le dit ici. Dans les chiffres, cela compte avec « autre »."))


def form_of(name: SettingName) -> type[SettingForm]:
    """The form in which a setting is asked."""
    if name in settings.LISTS:
        return HiddenForm
    if name in settings.ADDED:
        return AddedForm
    if name in settings.SEASONS:
        return MonthsForm
    if name in settings.DAYS:
        return DaysForm
    return {SettingName.EVENTS: EventsForm, SettingName.VISIT_MONTHS: ScheduleForm}.get(name, SettingForm)


def setting_form(name: SettingName, setting, seen: int) -> SettingForm:
    """The form of a setting, as it stands."""
    given = {}
    if setting is not None:
        given = {"standing": setting.standing, "source": setting.source, "source_words": setting.source_words}
        given |= form_of(name).shown(setting.value) if setting.value else {}
    form = form_of(name)(data=given, seen=seen)
    form.offer(name, setting.value if setting is not None else None)
    return form
