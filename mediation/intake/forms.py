"""The saisine form with the rows that may come with it; its first two groups suffice."""

from wtforms import BooleanField, FormField, HiddenField

from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import Ending
from mediation.disputes.forms import LATE, DisputeForm, LateForm
from mediation.disputes.kinds import AttemptChannel, AttemptResult, Channel, HarmKind, Resource
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.intake.rules import COPIED_AT, FollowFacts, IntakeFacts, TranscribeFacts
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Count, Line, Words
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList, Row, more_asked, told
from mediation.land.rules import ObjectFacts
from mediation.parties.forms import LETTERS, NO_ACCOUNT
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.places.forms import PlaceField
from mediation.referrals.kinds import OPENED_FROM
from mediation.referrals.rules import LinkFacts

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
    parties = FieldList(FormField(PartyRow), _l("Les parties déjà connues"), one=_l("Partie"),
                        min_entries=3, max_entries=MOST_ROWS)
    objects = FieldList(FormField(ObjectRow), _l("Ce qui est contesté"), one=_l("Objet"),
                        min_entries=1, max_entries=MOST_ROWS)
    attempts = FieldList(FormField(AttemptRow), _l("Démarches d’avant"), one=_l("Démarche"),
                         min_entries=2, max_entries=MOST_ROWS)
    harms = FieldList(FormField(HarmRow), _l("Dommages"), one=_l("Dommage"), min_entries=1, max_entries=MOST_ROWS)

    def facts(self) -> IntakeFacts:
        """The saisine and the rows that were begun."""
        return IntakeFacts(super().facts(), told(self.parties), told(self.objects), told(self.attempts),
                           told(self.harms))

    def offer(self, people: list[tuple[int, str]]) -> None:
        """Let each party be one of these people with an account."""
        for row in self.parties:
            row.form.account_id.members = people


class FollowForm(IntakeForm):
    """A saisine that follows from the dispute of number `of`, whose title, type, place and parties are offered."""

    link = Chips(_l("Ce nouveau dossier est, pour l’ancien"), OPENED_FROM,
                 required=_l("Choisissez ce que ce dossier est pour l’autre."))

    def __init__(self, *args, of: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.of = of

    def facts(self) -> FollowFacts:
        """The saisine, and what it is to the earlier dispute."""
        return FollowFacts(super().facts(), LinkFacts(self.link.data, self.of))


class TranscribeForm(LateForm, IntakeForm):
    """A dispute as an old register tells it; what the register does not say is left blank."""

    channel = Chips(_l("Comment la demande est venue"), Channel, blank=_l("pas dit"))
    happened_on = ApproximateDateField(_l("Quand la demande a été faite"),
                                       description=_l("La date du registre. L’année suffit."))
    place = PlaceField(_l("Village du litige"))
    stage = Chips(_l("Où en était le dossier à la fin"), COPIED_AT, required=_l("Choisissez où en était le dossier."))
    ending = Choice(_l("S’il est clos, comment il a fini"), (Ending.NOT_KNOWN, *(
        one for one in Ending if one is not Ending.NOT_KNOWN)), blank=_l("il n’est pas clos"))
    ended_on = ApproximateDateField(_l("S’il est clos, depuis quand"))
    decided = Words(_l("Ce qui a été décidé"), description=_l("Avec les mots du registre."))
    decided_by = Line(_l("Qui a décidé"))
    decided_on = ApproximateDateField(_l("Quand cela a été décidé"))

    parties = FieldList(FormField(PartyRow), _l("Les parties déjà connues"), one=_l("Partie"),
                        min_entries=2, max_entries=MOST_ROWS)
    attempts = FieldList(FormField(AttemptRow), _l("Démarches d’avant"), one=_l("Démarche"),
                         min_entries=1, max_entries=MOST_ROWS)

    def wants_more(self) -> bool:
        """Whether another party was asked for; then nothing is kept yet, and every full list grows."""
        return more_asked(self, self.parties)

    def facts(self) -> TranscribeFacts:
        """What the register says, and where it stands in it."""
        book = {field.short_name.removeprefix(LATE): field.data or None for field in self.late_questions}
        asked = ("stage", "ending", "ended_on", "decided", "decided_by", "decided_on")
        told = {name: self[name].data or None for name in asked}
        return TranscribeFacts(IntakeForm.facts(self), **told, late=LateFacts(**book) if any(book.values()) else None)


def offered(dispute, parties) -> dict:
    """What a new dispute takes over from an earlier one, to be looked at before it is saved."""
    rows = [{"name": one.name, "kind": one.kind, "side": one.side, "account_id": one.account_id}
            for one in parties if one.struck_at is None and one.side <= SIDES_OFFERED]
    return {"title": dispute.title, "kind": dispute.kind, "place": dispute.place, "resources": dispute.resources,
            "relation": dispute.relation, "scale": dispute.scale, "parties": rows[:MOST_ROWS]}
