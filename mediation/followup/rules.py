"""What a follow-up says, and its musts: what a visit found, and how a dispute may end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import CommitmentStage, Ending, Stage
from mediation.disputes.rules import in_order, not_still_to_come
from mediation.followup.kinds import Lateness
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import LazyText, _l
from mediation.places.models import SaidPlace

WITH_REASON = (Ending.OVERTAKEN, Ending.DUPLICATE)
AFTER_FOLLOW_UP = (Ending.KEPT, Ending.PARTLY_KEPT, Ending.BROKEN)
NOT_YET_KNOWN = (CommitmentStage.DUE, CommitmentStage.COULD_NOT_CHECK)


@dataclass(frozen=True)
class PlanFacts:
    """When the next visit is planned, and what for."""

    planned_on: ApproximateDate | None = None
    planned_words: str | None = None
    place: SaidPlace | None = None


@dataclass(frozen=True)
class FindingFacts:
    """What was found about one commitment, named by its number in the dispute."""

    commitment: int
    found: CommitmentStage
    lateness: Lateness | None = None
    note: str | None = None


@dataclass(frozen=True)
class VisitFacts:
    """A visit that was made: by whom, whom they met, what they found."""

    findings: tuple[FindingFacts, ...] = ()
    happened_on: ApproximateDate | None = None
    made_by: str | None = None
    place: SaidPlace | None = None
    met: str | None = None
    women: int | None = None
    men: int | None = None
    said: str | None = None


@dataclass(frozen=True)
class CloseFacts:
    """How the dispute ends, and why if that does not follow from the facts."""

    ending: Ending
    reason: str | None = None
    happened_on: ApproximateDate | None = None


def planned_ahead(facts: PlanFacts, today: date) -> None:
    """A visit is planned for a day that may still come."""
    if facts.planned_on is None:
        raise BrokenRule("planned_on", _l("Donnez la date prévue. Un mois ou une saison suffit."))
    if facts.planned_on.certainly_past(today):
        raise BrokenRule("planned_on", _l("Cette date est passée. Changez-la, ou notez la visite faite."))


def not_before_signing(signed: ApproximateDate | None, visited: ApproximateDate | None) -> None:
    """A follow-up visit is not certainly before the signatures."""
    in_order("happened_on", signed, visited, _l("La visite est avant les signatures. Changez cette date."))


def something_found(findings: tuple[FindingFacts, ...], commitments: Iterable[int]) -> None:
    """A visit says what it found about one commitment at least, each of this agreement, each once."""
    known, told = set(commitments), [finding.commitment for finding in findings]
    if known and not told:
        raise BrokenRule("findings", _l("Dites ce que la visite a trouvé, pour un engagement au moins."))
    if set(told) - known or len(told) != len(set(told)):
        raise BrokenRule("findings", _l("Un engagement n’est pas de cet accord. Ouvrez la page de nouveau."))
    if any(finding.found is CommitmentStage.DUE for finding in findings):
        raise BrokenRule("findings", _l("Choisissez ce que la visite a trouvé."))


def may_be_noted(
    facts: VisitFacts, signed: ApproximateDate | None, commitments: Iterable[int], today: date
) -> None:
    """Every must of a visit that was made."""
    not_still_to_come("happened_on", facts.happened_on, today)
    not_before_signing(signed, facts.happened_on)
    something_found(facts.findings, commitments)


def moved_to(now: CommitmentStage, found: CommitmentStage, visited: ApproximateDate | None,
             last: ApproximateDate | None) -> CommitmentStage:
    """Where a commitment stands after a visit: what could not be checked hides nothing that was seen before,
    and a visit certainly before the last one changes nothing."""
    if found is CommitmentStage.COULD_NOT_CHECK and now is not CommitmentStage.DUE:
        return now
    if visited is not None and last is not None and visited.certainly_before(last):
        return now
    return found


def still_due(commitments: Iterable) -> list:
    """The commitments of which nobody has seen yet whether they are kept."""
    return [commitment for commitment in commitments if commitment.stage in NOT_YET_KNOWN]


def ending_that_follows(commitments: Iterable) -> Ending | None:
    """The ending that the commitments speak for; None while one of them is not known."""
    commitments = list(commitments)
    if still_due(commitments):
        return None
    stages = {commitment.stage for commitment in commitments}
    if stages <= {CommitmentStage.KEPT}:
        return Ending.KEPT
    return Ending.BROKEN if stages == {CommitmentStage.NOT_KEPT} else Ending.PARTLY_KEPT


def endings_open(stage: Stage, outcome: Ending | None) -> tuple[Ending, ...]:
    """The endings one may choose now; declined, withdrawn and without settlement belong to their own acts."""
    if stage is Stage.IN_FOLLOW_UP:
        return AFTER_FOLLOW_UP + WITH_REASON
    if stage is Stage.NOT_SETTLED and outcome is not None:
        return (outcome, *WITH_REASON)
    return WITH_REASON


def missing_to_close(facts: CloseFacts, follows: Ending | None, due: list) -> list[tuple[str, LazyText]]:
    """What closing still needs: a reason, when the ending does not follow or something is due."""
    if facts.reason:
        return []
    if facts.ending in WITH_REASON:
        return [("reason", _l("Écrivez pourquoi le dossier est clos ainsi."))]
    if due:
        return [("reason", _l("Des engagements restent à faire. Écrivez pourquoi vous clôturez."))]
    if facts.ending in AFTER_FOLLOW_UP and facts.ending is not follows:
        return [("reason", _l("Les engagements disent autre chose. Écrivez pourquoi vous clôturez ainsi."))]
    return []


def may_be_closed(
    facts: CloseFacts, open_endings: tuple[Ending, ...], follows: Ending | None, due: list
) -> None:
    """An ending is not chosen against the facts without a reason (regulation, part 6, case 5)."""
    if facts.ending not in open_endings:
        raise BrokenRule("ending", _l("Cette fin n’est pas possible maintenant. Choisissez-en une autre."))
    for field, words in missing_to_close(facts, follows, due):
        raise BrokenRule(field, words)
