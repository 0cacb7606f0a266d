"""What becomes of the settlements, as the page of a dispute tells it: what to see again, releases, difficulties."""

from functools import cached_property

from mediation.acts.vocabulary import BINDING
from mediation.agreements.models import Agreement, Commitment
from mediation.casefile import buttons
from mediation.casefile.buttons import Button
from mediation.casefile.queries import File
from mediation.casefile.words import day, label, listed, sentence
from mediation.followup.models import CommitmentRelease, Difficulty, DifficultyVoice
from mediation.followup.queries import doubtful
from mediation.kernel.language import _, ngettext


class After:
    """What followed the settlements of one dispute."""

    def __init__(self, file: File):
        self.file = file

    @cached_property
    def again(self) -> set[int]:
        """The commitments (ids) that rest on what was struck out, or on a year that is over."""
        commitments = [one for agreement in self.file.agreements for one in agreement.every_commitment]
        return doubtful(commitments, self.file.visits, self.file.of(CommitmentRelease))

    def on(self, commitment: Commitment, agreement: Agreement) -> list[Button]:
        """What can be done to a commitment of a settlement in force."""
        if agreement.stage not in BINDING:
            return []
        return buttons.of_row(commitment, self.file.dispute, "commitment.release")

    def releases(self, agreement: Agreement) -> list[CommitmentRelease]:
        """Who set whom free of its commitments, struck ones included."""
        mine = {one.id for one in agreement.every_commitment}
        return [one for one in self.file.of(CommitmentRelease) if one.commitment_id in mine]

    def release(self, one: CommitmentRelease) -> str:
        """A release in one line."""
        return release_said(self.file, one)

    def difficulties(self, agreement: Agreement) -> list[Difficulty]:
        """The difficulties reported about a settlement, struck ones included."""
        return [one for one in self.file.of(Difficulty) if one.agreement_id == agreement.id]

    def reported(self, one: Difficulty) -> str:
        """Who reports a difficulty, when, about what."""
        return reported(self.file, one)

    def voices(self, one: Difficulty) -> list[DifficultyVoice]:
        """What each side says of it, by letter."""
        heard = [voice for voice in self.file.of(DifficultyVoice) if voice.difficulty_id == one.id]
        return sorted(heard, key=lambda voice: voice.side)

    def asked(self, one: Difficulty) -> str:
        """Who was asked first."""
        return asked_said(one)

    def settled(self, one: Difficulty) -> str:
        """How it was settled."""
        return settled_said(one)


def release_said(file: File, one: CommitmentRelease) -> str:
    """Which commitment, by which sides, when and why."""
    number = file.numbered(file.rows[f"commitment:{one.commitment_id}"])
    what = _("Engagement %(number)s libéré par %(sides)s", number=number, sides=", ".join(one.sides))
    return listed(what, one.said_by, day(one.happened_on), one.reason)


def reported(file: File, one: Difficulty) -> str:
    """Who reports a difficulty, when, about what."""
    concerned = file.concerned(one)
    about = _("sur tout l’accord") if not concerned else ngettext(
        "engagement %(numbers)s", "engagements %(numbers)s", len(concerned),
        numbers=", ".join(map(file.numbered, concerned)))
    side = _("côté %(letter)s", letter=one.letter) if one.letter else ""
    return listed(sentence(", ".join(filter(None, (side, one.said_by)))), day(one.happened_on), about)


def asked_said(one: Difficulty) -> str:
    """Who was asked first to settle it."""
    if one.asked is None:
        return ""
    return _("Demandé d’abord à : %(who)s", who=", ".join(filter(None, (label(one.asked), one.asked_words))))


def settled_said(one: Difficulty) -> str:
    """How a difficulty was settled, by whom, when."""
    if one.settled_how is None:
        return ""
    return listed(sentence(label(one.settled_how)), one.settled_by, day(one.settled_on), one.settled_words)
