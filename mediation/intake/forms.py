"""The saisine form with the rows that may come with it; its first two groups suffice."""

from wtforms import BooleanField, FormField, HiddenField

from mediation.disputes.forms import DisputeForm
from mediation.disputes.kinds import AttemptChannel, AttemptResult, HarmKind, Resource
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.intake.rules import IntakeFacts
from mediation.kernel.fields import ApproximateDateField, Chips, Choice, Count, Line, Words
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList, Row, told
from mediation.land.rules import ObjectFacts
from mediation.parties.forms import LETTERS, NO_ACCOUNT
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts

SIDES_OFFERED = 4
MOST_ROWS = 12


class PartyRow(Row):
    """A party that is known from the first day."""

    facts_type = PartyFacts
    needed = {"name": _l("Écrivez le nom, comme on l’appelle."), "side": _l("Choisissez le côté : A, B, C…"),
              "kind": _l("Choisissez si c’est une personne ou un groupe.")}

    name = Line(_l("Nom"))
    kind = Choice(_l("Personne ou groupe"), PartyKind)
    side = Chips(_l("Côté"), LETTERS[:SIDES_OFFERED])
    asked = BooleanField(_l("C’est cette partie qui demande"))
    account_id = Choice(_l("A un compte ici, ou siège dans l’institution"), (), blank=NO_ACCOUNT)


class ObjectRow(Row):
    """What is contested, in words."""

    facts_type = ObjectFacts
    needed = {"kind": _l("Choisissez ce qui est contesté : champ, puits, couloir…"),
              "description": _l("Décrivez en une phrase ce qui est contesté.")}

    kind = Choice(_l("De quelle sorte"), Resource)
    description = Words(_l("Décrivez-le avec les mots des gens"), description=_l("Une phrase suffit."))


class AttemptRow(Row):
    """What was tried before."""

    facts_type = AttemptFacts
    needed = {"channel": _l("Choisissez la voie.")}

    channel = Choice(_l("Par quelle voie"), AttemptChannel)
    body = Line(_l("Devant qui"))
    happened_on = ApproximateDateField(_l("Quand"))
    result = Choice(_l("Résultat"), AttemptResult, blank=_l("pas dit"))


class HarmRow(Row):
    """What was suffered, counted, without telling."""

    facts_type = HarmFacts
    needed = {"kind": _l("Choisissez quels dommages.")}

    kind = Choice(_l("Quels dommages"), HarmKind)
    count = Count(_l("Combien"), description=_l("Laissez vide si personne ne le sait."))
    source = Line(_l("Qui le dit"))


class IntakeForm(DisputeForm):
    """A saisine and what came with it; `at` is the code of the institution that registers it."""

    at = HiddenField()
    parties = FieldList(FormField(PartyRow), _l("Les parties déjà connues"),
                        min_entries=3, max_entries=MOST_ROWS)
    objects = FieldList(FormField(ObjectRow), _l("Ce qui est contesté"), min_entries=1, max_entries=MOST_ROWS)
    attempts = FieldList(FormField(AttemptRow), _l("Démarches d’avant"), min_entries=2, max_entries=MOST_ROWS)
    harms = FieldList(FormField(HarmRow), _l("Dommages"), min_entries=2, max_entries=MOST_ROWS)

    def facts(self) -> IntakeFacts:
        """The saisine and the rows that were begun."""
        return IntakeFacts(super().facts(), told(self.parties), told(self.objects), told(self.attempts),
                           told(self.harms))

    def offer(self, people: list[tuple[int, str]]) -> None:
        """Let each party be one of these people with an account."""
        for row in self.parties:
            row.form.account_id.members = people
