"""What is told of alerts, proceedings, interim measures and sources, and its musts."""

from dataclasses import dataclass
from datetime import date

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.context.kinds import (
    WITHOUT_LEVEL,
    AlertLevel,
    MeasureKind,
    ProceedingKind,
    ProceedingResult,
    ProceedingStep,
    SourceTopic,
)
from mediation.disputes.kinds import CourtLevel
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate, Precision
from mediation.kernel.language import LazyText, _l
from mediation.places.models import SaidPlace


@dataclass(frozen=True)
class AlertFacts:
    """The level of alert, why, since when, and who says so."""

    level: AlertLevel
    why: str | None
    happened_on: ApproximateDate | None = None
    source: str | None = None


@dataclass(frozen=True)
class ProceedingFacts:
    """A proceeding beside the mediation; sides are numbers (1 is A), `happened_on` is when it was opened.

    `hearing_on` is the next hearing, or the last that is known.
    """

    kind: ProceedingKind
    body: str | None
    happened_on: ApproximateDate | None = None
    level: CourtLevel | None = None
    their_number: str | None = None
    side: int | None = None
    brought_by: str | None = None
    crime: bool | None = None
    step: ProceedingStep | None = None
    result: ProceedingResult | None = None
    won_side: int | None = None
    result_on: ApproximateDate | None = None
    decision: str | None = None
    asks: str | None = None
    hearing_on: ApproximateDate | None = None


@dataclass(frozen=True)
class MeasureFacts:
    """What an authority decided for the time being; `until` None means that no end was said."""

    kind: MeasureKind
    authority: str | None
    happened_on: ApproximateDate | None = None
    until: ApproximateDate | None = None
    decision: str | None = None
    extent: str | None = None
    place: SaidPlace | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class LiftFacts:
    """That a measure was lifted: by whom, when, why."""

    by: str | None
    happened_on: ApproximateDate | None = None
    reason: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class SourceFacts:
    """What one source says of a fact; `happened_on` is the day on which it said so."""

    topic: SourceTopic
    fact: str | None
    says: str | None
    source: str | None
    happened_on: ApproximateDate | None = None


def written(field: str, words: str | None, text: LazyText) -> None:
    """What an act cannot do without is written."""
    if not words:
        raise BrokenRule(field, text)


def alert_explained(facts: AlertFacts) -> None:
    """A level of alert says why."""
    written("why", facts.why, _l("Dites pourquoi en une phrase, sans récit."))


def alert_follows(last: ApproximateDate | None, facts: AlertFacts) -> None:
    """The level that holds is the last one: a new one is not certainly before it."""
    in_order("happened_on", last, facts.happened_on, _l("Un niveau plus récent est déjà noté. Changez cette date."))


def before_somebody(facts: ProceedingFacts) -> None:
    """A proceeding runs before somebody."""
    written("body", facts.body, _l("Écrivez devant qui : le tribunal, la gendarmerie, le cadi."))


def brought_by_one(facts: ProceedingFacts) -> None:
    """Who brought it is a side of the dispute or somebody else, not both."""
    if facts.side is not None and facts.brought_by:
        raise BrokenRule("brought_by", _l("Choisissez un côté ou écrivez un nom, pas les deux."))


def crime_before_its_justice(facts: ProceedingFacts) -> None:
    """A crime is followed before criminal justice, nowhere else."""
    if facts.crime and facts.kind is not ProceedingKind.CRIMINAL:
        raise BrokenRule("crime", _l("Un crime s’oriente vers la justice pénale. Choisissez cette justice."))


def crime_without_words(facts: ProceedingFacts) -> None:
    """What is asked is told in words, never of a crime."""
    if facts.crime and facts.asks:
        raise BrokenRule("asks", _l("Un crime ne se raconte pas ici. Videz cette case."))


def level_of_a_court(facts: ProceedingFacts) -> None:
    """Custom and religion have no degrees of courts."""
    if facts.level is not None and facts.kind in WITHOUT_LEVEL:
        raise BrokenRule("level", _l("La coutume et la religion n’ont pas ces tribunaux. Videz cette case."))


def result_once_decided(facts: ProceedingFacts) -> None:
    """As long as it is under way there is no result."""
    told = facts.result or facts.won_side or facts.result_on or facts.decision
    if told and facts.step is ProceedingStep.UNDER_WAY:
        raise BrokenRule("step", _l("Une procédure en cours n’a pas de résultat. Changez l’étape ou le résultat."))


def won_by_a_side(facts: ProceedingFacts) -> None:
    """A side is named where one side won, and nowhere else."""
    if facts.won_side is not None and facts.result is not ProceedingResult.WON:
        raise BrokenRule("won_side", _l("Choisissez « un côté a gagné », ou laissez ce côté vide."))


def result_after_opening(facts: ProceedingFacts) -> None:
    """A result is not certainly before the opening."""
    in_order("result_on", facts.happened_on, facts.result_on,
             _l("Le résultat est avant l’ouverture. Changez l’une des deux dates."))


def heard_after_opening(facts: ProceedingFacts) -> None:
    """A hearing is not certainly before the opening."""
    in_order("hearing_on", facts.happened_on, facts.hearing_on,
             _l("L’audience est avant l’ouverture. Changez l’une des deux dates."))


def decided_by_somebody(facts: MeasureFacts) -> None:
    """A measure is decided by an authority."""
    written("authority", facts.authority, _l("Écrivez quelle autorité a décidé."))


def ends_after_it_begins(facts: MeasureFacts) -> None:
    """A measure does not certainly end before it begins."""
    in_order("until", facts.happened_on, facts.until, _l("La fin est avant le début. Changez l’une des deux dates."))


def lifted_by_somebody(facts: LiftFacts) -> None:
    """A measure is lifted by somebody."""
    written("by", facts.by, _l("Écrivez qui a levé la mesure."))


def lifted_after_it_began(began: ApproximateDate | None, facts: LiftFacts) -> None:
    """A measure is not lifted certainly before it began."""
    in_order("happened_on", began, facts.happened_on, _l("La levée est avant le début. Changez cette date."))


def without_end(until: ApproximateDate | None) -> bool:
    """Whether nobody said until when a measure holds."""
    return until is None or until.precision is Precision.UNKNOWN


def past_its_end(until: ApproximateDate | None, today: date) -> bool:
    """Whether a measure is certainly past its end; an end that may still come has not come."""
    return until is not None and until.certainly_past(today)


def to_look_at(until: ApproximateDate | None, today: date) -> LazyText | None:
    """Why somebody should look at a measure that is in force, if they should."""
    if past_its_end(until, today):
        return _l("sa fin est passée")
    return _l("aucune fin n’est dite") if without_end(until) else None


def says_of_something(facts: SourceFacts) -> None:
    """A source that is kept says something of a fact, and has a name."""
    written("fact", facts.fact, _l("Écrivez de quel fait il s’agit : le début du blocus."))
    written("says", facts.says, _l("Écrivez ce que dit cette source."))
    written("source", facts.source, _l("Écrivez qui le dit."))
