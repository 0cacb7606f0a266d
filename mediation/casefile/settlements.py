"""The settlements, as the page of a dispute tells them: each with its commitments, and what can be done to it."""

from dataclasses import dataclass

from mediation.acts.vocabulary import Stage
from mediation.agreements import queries as agreements
from mediation.agreements.models import Agreement
from mediation.casefile import became, buttons
from mediation.casefile.buttons import Button
from mediation.casefile.days import short
from mediation.casefile.queries import File
from mediation.casefile.words import label, listed
from mediation.intake.models import Transcription
from mediation.kernel.language import _

# What can be done to a settlement.
TO_AGREEMENTS = ("agreement.read_aloud", "agreement.sign", "agreement.amend", "agreement.abandon", "visit.record",
                 "visit.plan", "difficulty.report")


@dataclass(frozen=True)
class SaidCommitment:
    """A commitment as it is drawn: its letters, its sentence in parts, where it stands."""

    row: object
    letters: list[str]
    said: agreements.SaidCommitment
    sign: str
    word: str


class Settlements:
    """The settlements of one dispute."""

    def __init__(self, file: File):
        self.file = file

    @property
    def still_agreed(self) -> bool:
        """Whether anything may be agreed: in a closed dispute only what was copied, and what rectifies another."""
        return self.file.dispute.stage is not Stage.CLOSED or bool(self.file.of(Transcription))

    def title(self, agreement: Agreement) -> str:
        """What a settlement is called: by its number where there are several."""
        name = _("Accord") if agreement.total else _("Accord partiel")
        return f"{name} {agreement.number}" if self.file.several_agreements else name

    def note(self, agreement: Agreement) -> str:
        """When it was made and where it stands."""
        return listed(short(agreement.happened_on), label(agreement.form), label(agreement.stage))

    def url(self, agreement: Agreement) -> str:
        """The page of a settlement."""
        return buttons.page_at("agreements.show_agreement", self.file.dispute.reference, agreement.number)

    def commitments(self, agreement: Agreement) -> list[SaidCommitment]:
        """The commitments of a settlement as sentences; nothing is late before the settlement binds."""
        once = agreement.was_signed
        parties = self.file.standing_parties if once else self.file.principals
        return [SaidCommitment(one, agreements.letters_of(one.debtors, parties),
                               agreements.said_commitment(one, parties),
                               *(agreements.standing_of(one, agreement) if once else ("later", label(agreement.stage))))
                for one in agreement.commitments]

    def on(self, agreement: Agreement) -> list[Button]:
        """What can be done to a settlement; in a closed dispute an old draft is only read."""
        names = TO_AGREEMENTS if self.still_agreed or agreement.rectifies else ()
        return buttons.of_row(agreement, self.file.dispute, *names)

    def became(self, agreement: Agreement) -> list[became.Line]:
        """What became of a signed settlement, line by line."""
        return became.lines_of(self.file, agreement)

    def summary(self, agreement: Agreement) -> str:
        """How far a settlement goes, on what it depends, who answers for it."""
        guarantors, witnesses = map(agreements.said_people, (agreement.guarantors, agreement.witnesses))
        condition = agreements.said_condition(agreement)
        return " ".join(filter(None, (
            _("Accord sur tous les points.") if agreement.total else _("Accord sur une partie des points."),
            _("Pas vu du texte\u00a0: %(words)s.", words=agreement.unseen) if agreement.unseen else "",
            _("Sous condition (%(words)s).", words=condition) if condition else "",
            _("Garants\u00a0: %(names)s.", names=guarantors) if guarantors else "",
            _("Devant\u00a0: %(names)s.", names=witnesses) if witnesses else "")))
