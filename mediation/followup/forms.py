"""What is asked about the follow-up: a visit to come, a visit made, the end of the dispute."""

from wtforms import FormField, HiddenField

from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.forms import FormOfRows
from mediation.followup import rules
from mediation.followup.kinds import Lateness
from mediation.kernel.fields import ApproximateDateField, Chips, Choice, Count, Line, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
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

    def facts(self) -> rules.FindingFacts:
        """The finding; a commitment that is no number is none of this agreement’s."""
        number = self.commitment.data or ""
        known = number.isascii() and number.isdigit() and len(number) < 10
        return rules.FindingFacts(int(number) if known else 0, self.found.data, self.lateness.data,
                                  self.note.data or None)


class VisitForm(FormOfRows):
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
        return self


class CloseForm(BaseForm):
    """How the dispute ends."""

    facts_type = rules.CloseFacts

    ending = Chips(_l("Comment le dossier finit"), (), required=_l("Choisissez comment le dossier finit."))
    reason = Line(_l("Pourquoi"), longest=500)
    happened_on = ApproximateDateField(_l("Date de clôture"), default_today=True)

    def offer(self, endings: tuple[Ending, ...]) -> "CloseForm":
        """Let it end only in the ways that are open now."""
        self.ending.members = endings
        return self
