"""What is asked about the follow-up: visits, releases, difficulties, the end of the dispute and its undoing."""

from wtforms import FormField, HiddenField

from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.forms import GrowingForm
from mediation.followup import rules
from mediation.followup.kinds import AskedFirst, Lateness, SettledHow
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _, _l
from mediation.kernel.rows import FieldList, Row
from mediation.places.forms import PlaceField

FOUND = (
    CommitmentStage.KEPT,
    CommitmentStage.PARTLY_KEPT,
    CommitmentStage.NOT_KEPT,
    CommitmentStage.COULD_NOT_CHECK,
)


class PlanForm(BaseForm):
    """When the visit is to be made."""

    facts_type = rules.PlanFacts

    planned_on = ApproximateDateField(_l("Date prévue"), future=True)
    planned_words = Line(_l("Ce qu’il faudra regarder"), longest=300)
    place = PlaceField(_l("Où"))


class FindingRow(Row):
    """What was found about one commitment; left blank, nobody looked at it."""

    facts_type = rules.FindingFacts
    preset = frozenset({"commitment"})
    needed = {"found": _l("Choisissez ce que la visite a trouvé.")}

    commitment = HiddenField()
    found = Chips(_l("Ce que la visite a trouvé"), FOUND)
    lateness = Choice(_l("Raison du retard"), Lateness, blank=_l("pas de retard, ou pas dit"))
    note = Line(_l("Ce qui a été vu"), longest=1000)
    for_year = Count(_l("Pour quelle année"), description=_l("Seulement si c’est à refaire chaque année."))

    def facts(self) -> rules.FindingFacts:
        """The finding; a commitment that is no number is none of this agreement’s."""
        number = self.commitment.data or ""
        known = number.isascii() and number.isdigit() and len(number) < 10
        return rules.FindingFacts(int(number) if known else 0, self.found.data, self.lateness.data,
                                  self.note.data or None, self.for_year.data)


class VisitForm(GrowingForm):
    """A visit, commitment by commitment."""

    facts_type = rules.VisitFacts

    happened_on = ApproximateDateField(_l("Date de la visite"), default_today=True)
    made_by = Line(_l("Qui a fait la visite"), longest=300)
    findings = FieldList(FormField(FindingRow), label=_l("Engagement par engagement"))
    place = PlaceField(_l("Où"))
    met = Line(_l("Qui a été rencontré"), longest=500)
    women = Count(_l("Femmes rencontrées"), description=_l("Laissez vide si personne n’a compté."))
    men = Count(_l("Hommes rencontrés"))
    said = Words(_l("Ce qui a été dit"))

    def ask_about(self, commitments) -> "VisitForm":
        """Give every commitment a row, none filled beforehand."""
        del self.findings.entries[len(commitments):]
        for commitment in commitments[len(self.findings):]:
            self.findings.append_entry({"commitment": str(commitment.number)})
        for row, commitment in zip(self.findings, commitments, strict=True):
            row.form.called = f"{_('Engagement')} {commitment.position}"
        return self


class ReleaseForm(BaseForm):
    """Who sets free, when and why."""

    facts_type = rules.ReleaseFacts

    sides = Choices(_l("Quel côté libère"), description=_l("Le côté à qui c’était promis."),
                    required=_l("Choisissez qui libère : le côté à qui c’était promis."))
    said_by = Line(_l("Qui l’a dit pour ce côté"))
    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi l’autre côté libère."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)

    def offer(self, letters: list[str]) -> "ReleaseForm":
        """Let it be one of these sides, or several."""
        self.sides.members = [(letter, letter) for letter in letters]
        return self


class VoiceRow(Row):
    """What one side says."""

    facts_type = rules.VoiceFacts
    preset = frozenset({"letter"})

    letter = HiddenField()
    said = Words(_l("Ce qu’il dit"), longest=4000)


class ReportForm(GrowingForm):
    """A difficulty as it is told, and what each side says of it."""

    facts_type = rules.ReportFacts

    what = Words(_l("Quelle difficulté"), description=_l("Comme on l’a dite, sans juger."),
                 required=_l("Écrivez quelle est la difficulté, comme on l’a dite."))
    letter = Chips(_l("Qui la signale"), (), blank=_l("quelqu’un d’autre"))
    said_by = Line(_l("Le nom de qui la signale"))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    commitments = Choices(_l("Sur quels engagements"), description=_l("Rien de coché : sur tout l’accord."))
    voices = FieldList(FormField(VoiceRow), label=_l("Ce que dit chaque côté"))
    asked = Choice(_l("À qui on a demandé d’abord"), AskedFirst, blank=_l("pas encore dit"))
    asked_words = Line(_l("Son nom, sa qualité"))

    def offer(self, letters: list[str], commitments: list[tuple[int, str]]) -> "ReportForm":
        """Let it be about these commitments, told by one of these sides; each side has its box."""
        self.letter.members = [(letter, letter) for letter in letters]
        self.commitments.members = commitments
        del self.voices.entries[len(letters):]
        for letter in letters[len(self.voices):]:
            self.voices.append_entry({"letter": letter})
        for row, letter in zip(self.voices, letters, strict=True):
            row.form.called = letter
        return self


class SettleForm(BaseForm):
    """How a difficulty is settled."""

    facts_type = rules.SettleFacts

    how = Chips(_l("Comment"), SettledHow, required=_l("Choisissez comment la difficulté est réglée."))
    words = Words(_l("Ce qui a été dit ou fait"), longest=4000)
    by = Line(_l("Par qui"))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    asked = Choice(_l("À qui on a demandé d’abord"), AskedFirst, blank=_l("pas encore dit"))
    asked_words = Line(_l("Son nom, sa qualité"))


class CloseForm(BaseForm):
    """How the dispute ends."""

    facts_type = rules.CloseFacts

    ending = Chips(_l("Comment le dossier finit"), (), required=_l("Choisissez comment le dossier finit."))
    reason = Line(_l("Pourquoi"), longest=500)
    duplicate_of = Line(_l("Numéro de l’autre dossier"), longest=24, description=_l("Si c’est un double."))
    happened_on = ApproximateDateField(_l("Date de clôture"), default_today=True)

    def offer(self, endings: tuple[Ending, ...]) -> "CloseForm":
        """Let it end only in the ways that are open now."""
        self.ending.members = endings
        return self


class ReopenForm(BaseForm):
    """Why the closing was an error."""

    facts_type = rules.ReopenFacts

    came_back = YesNo(_l("Le problème est-il revenu depuis la clôture ?"),
                      required=_l("Dites si le problème est revenu."))
    reason = Line(_l("En quoi la clôture était une erreur"), longest=500,
                  required=_l("Écrivez en quoi la clôture était une erreur."))
