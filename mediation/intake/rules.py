"""What one saisine form can bring at once, and what may be copied from an old paper register."""

from dataclasses import dataclass

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Ending, Stage
from mediation.disputes.rules import AttemptFacts, DisputeFacts, HarmFacts, in_order, not_still_to_come
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.land.rules import ObjectFacts
from mediation.parties.rules import PartyFacts
from mediation.referrals.kinds import LinkKind
from mediation.referrals.rules import LinkFacts


@dataclass(frozen=True)
class IntakeFacts:
    """A saisine with its parties, what is contested, what was tried before and what was suffered."""

    saisine: DisputeFacts
    parties: tuple[PartyFacts, ...] = ()
    objects: tuple[ObjectFacts, ...] = ()
    attempts: tuple[AttemptFacts, ...] = ()
    harms: tuple[HarmFacts, ...] = ()


@dataclass(frozen=True)
class FollowFacts:
    """A saisine that follows from an earlier dispute, and what it is to that one."""

    intake: IntakeFacts
    link: LinkFacts

    @property
    def locks(self) -> tuple[str, ...]:
        """What making the link locks."""
        return self.link.locks


def may_follow(kind: LinkKind, stage: Stage, same_institution: bool) -> None:
    """A dispute comes back once it was closed; the next level is another institution."""
    if kind is LinkKind.RECURRENCE and stage is not Stage.CLOSED:
        raise BrokenRule("link", _l("Ce dossier est encore ouvert. Continuez-le, ou choisissez une autre réponse."))
    if kind is LinkKind.NEXT_LEVEL and same_institution:
        raise BrokenRule("link", _l("Le niveau au-dessus est une autre institution. Renvoyez-lui le dossier."))


# What waits for somebody has a fact of its own, which no register tells: a pause, a dossier that left.
COPIED_AT = (Stage.REGISTERED, Stage.ACCEPTED, Stage.IN_MEDIATION, Stage.IN_FOLLOW_UP, Stage.NOT_SETTLED,
             Stage.CLOSED)


@dataclass(frozen=True)
class TranscribeFacts:
    """A dispute as an old register tells it: what it brought, where it stood last, what was decided, the book itself.

    What the register does not say stays unsaid; nothing is completed.
    """

    intake: IntakeFacts
    stage: Stage | None
    ending: Ending | None = None
    ended_on: ApproximateDate | None = None
    decided: str | None = None
    decided_by: str | None = None
    decided_on: ApproximateDate | None = None
    late: LateFacts | None = None

    @property
    def happened_on(self) -> ApproximateDate | None:
        """When the demand was made."""
        return self.intake.saisine.happened_on


def copied_from_a_book(late: LateFacts | None) -> None:
    """What is copied from a register says from which book, and on which page or under which number."""
    if late is None or not late.book:
        raise BrokenRule("late_book", _l("Écrivez de quel cahier vous recopiez."))
    if not (late.page or late.line):
        raise BrokenRule("late_page", _l("Écrivez la page, ou le numéro de la ligne."))


def not_copied_yet(reference: str | None) -> None:
    """The same line of a register is copied once."""
    if reference is not None:
        raise BrokenRule("late_line", _l("Cette ligne est déjà recopiée, au dossier %(number)s.") % {
            "number": reference})


def stands_on_its_own(stage: Stage | None) -> None:
    """A copied dispute stands where a register can leave it; a pause or a referral is written down afterwards."""
    if stage is None:
        raise BrokenRule("stage", _l("Choisissez où en était le dossier."))
    if stage not in COPIED_AT:
        raise BrokenRule("stage", _l("Recopiez-le à l’étape d’avant, puis notez la pause ou le renvoi."))


def ended_as_it_stands(facts: TranscribeFacts) -> None:
    """A closed dispute has an ending, « not told » among them; an open one has none."""
    if facts.stage is Stage.CLOSED and facts.ending is None:
        raise BrokenRule("ending", _l("Choisissez comment il a fini. « Non indiqué » est une réponse."))
    if facts.stage is not Stage.CLOSED and facts.ending is not None:
        raise BrokenRule("ending", _l("Le dossier n’est pas clos. Changez l’étape, ou enlevez cette fin."))
    if facts.stage is not Stage.CLOSED and facts.ended_on is not None:
        raise BrokenRule("ended_on", _l("Le dossier n’est pas clos. Enlevez cette date."))


def dates_follow(facts: TranscribeFacts, today) -> None:
    """Asked, decided, ended, written: none certainly still to come, none certainly out of order."""
    written = facts.late.written_on if facts.late is not None else None
    for field, when in (("decided_on", facts.decided_on), ("ended_on", facts.ended_on),
                        ("late_written_on", written)):
        not_still_to_come(field, when, today)
        in_order(field, facts.happened_on, when, _l("C’est avant la demande. Changez l’une des deux dates."))
    in_order("ended_on", facts.decided_on, facts.ended_on, _l("La fin est avant la décision. Changez l’une des dates."))


def somebody_decided(facts: TranscribeFacts) -> None:
    """Who decided, or when, comes with what was decided."""
    if not facts.decided and (facts.decided_by or facts.decided_on):
        raise BrokenRule("decided", _l("Écrivez ce qui a été décidé, avec les mots du registre."))
