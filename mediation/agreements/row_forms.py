"""The rows of a settlement's form: its commitments, and the people it names."""

from dataclasses import replace

from wtforms import BooleanField

from mediation.agreements import rules
from mediation.agreements.kinds import EVERYBODY, Check, CommitmentKind
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Choice, Choices, Count, Line, Quantity, YesNo
from mediation.kernel.language import _l
from mediation.kernel.rows import Row

# What stands in a row for a commitment that is not written, or was taken away.
NOT_THERE = 0
# The sides of the dispute are offered beside it.
ALL_PARTIES = (EVERYBODY, _l("toutes les parties"))


class CommitmentRow(Row):
    """One commitment: who does what, for whom, by when, how one will know."""

    facts_type = rules.CommitmentFacts
    needed = {"who": _l("Choisissez qui s’engage."), "what": _l("Écrivez ce qui est promis.")}

    who = Choices(_l("Qui s’engage"), [ALL_PARTIES])
    what = Line(
        _l("Fait quoi"),
        longest=1000,
        description=_l("Commencez par le verbe : « pose une ligne de pierres », ou « posent » s’ils sont plusieurs."),
    )
    whom = Choices(_l("Pour qui"), [ALL_PARTIES])
    due_on = ApproximateDateField(_l("À faire avant le"), future=True)
    checked_by = Choice(_l("Comment on saura que c’est fait"), Check, blank=_l("pas encore dit"))
    kind = Choice(_l("Genre d’engagement"), CommitmentKind, blank=_l("pas encore dit"))
    quantity = Quantity(_l("Combien"))
    unit = Line(_l("Unité"), longest=60, description=_l("FCFA, sacs de mil, têtes, mètres…"))
    said_amount = Line(_l("Comme on l’a dit"), description=_l("La valeur d’un sac de mil."))
    through = Line(_l("Par qui cela passe"), description=_l("Si une autre personne remet la chose."))
    yearly = YesNo(_l("Chaque année ?"))
    first_year = Count(_l("Première année"))
    last_year = Count(_l("Dernière année"))
    window = Line(_l("Entre quels moments"), description=_l("Entre le 25 et le 31 décembre, à partir de la récolte…"))
    exchange = Choice(_l("En échange de l’engagement n°"), blank=_l("aucun"))
    reserved_clause = Line(_l("Clause réservée"), longest=300,
                           description=_l("Si cette clause n’est pas encore acceptée : ce qui est réservé."))
    checked_words = Line(_l("Précision sur la vérification"))
    gone = BooleanField(_l("Retirer cet engagement"))

    @property
    def begun(self) -> bool:
        """Whether it says something, and is not taken away."""
        return not self.gone.data and super().begun

    def validate(self, extra_validators=None) -> bool:
        """What is taken away is asked nothing."""
        return bool(self.gone.data) or super().validate(extra_validators)

    def facts(self) -> rules.CommitmentFacts:
        """The commitment as told; sides become tuples."""
        asked = rules.CommitmentFacts.__dataclass_fields__.keys() & self._fields.keys()
        return rules.CommitmentFacts(
            debtors=tuple(self.who.data), creditors=tuple(self.whom.data),
            **{name: None if self[name].data == "" else self[name].data for name in asked})


class GuarantorRow(Row):
    """One guarantor, for the whole or for one side."""

    facts_type = rules.GuarantorFacts
    needed = {"name": _l("Écrivez le nom du garant.")}

    name = Line(_l("Nom"))
    quality = Line(_l("Qualité"))
    letter = Choice(_l("Pour qui"), blank=_l("pour tout l’accord"))


class MemberRow(Row):
    """One member of the follow-up committee."""

    facts_type = rules.MemberFacts
    needed = {"name": _l("Écrivez le nom du membre du comité.")}

    name = Line(_l("Nom"))
    quality = Line(_l("Qualité"))
    letter = Choice(_l("De quel côté"), blank=_l("d’aucun côté"))


class WitnessRow(Row):
    """One witness of the agreement."""

    facts_type = rules.WitnessFacts
    needed = {"name": _l("Écrivez le nom du témoin.")}

    name = Line(_l("Nom"))
    quality = Line(_l("Qualité"))


def commitments_told(rows) -> tuple[rules.CommitmentFacts, ...]:
    """The commitments of the rows that are begun; what one is in exchange for, by its place among these."""
    begun = [(number, row.form.facts()) for number, row in enumerate(rows, start=1) if row.form.begun]
    places = {number: place for place, (number, _facts) in enumerate(begun, start=1)}
    return tuple(facts if facts.exchange is None else replace(facts, exchange=places.get(facts.exchange, NOT_THERE))
                 for _number, facts in begun)
