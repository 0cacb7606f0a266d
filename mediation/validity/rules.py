"""What is told of the life of a signed agreement, and its musts; only what is certainly out of order is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import AgreementStage
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import LazyText, _l
from mediation.parties.kinds import Language
from mediation.validity.kinds import ConditionResult, DenouncedHow, LapseReason, VisaBy


@dataclass(frozen=True)
class AccusationFacts:
    """What somebody says that the other did not keep; `letter` is a side."""

    letter: str | None = None
    name: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class DenounceFacts:
    """Who is bound no more, by side or by name, how they said so, and what each says of the other."""

    sides: tuple[str, ...] = ()
    by_whom: str | None = None
    happened_on: ApproximateDate | None = None
    how: DenouncedHow | None = None
    before_whom: str | None = None
    reason: str | None = None
    accusations: tuple[AccusationFacts, ...] = ()


@dataclass(frozen=True)
class RejectFacts:
    """Who rejects what was signed: some of those it binds, or somebody who was never called."""

    sides: tuple[str, ...] = ()
    by_whom: str | None = None
    happened_on: ApproximateDate | None = None
    never_called: bool | None = None
    before_whom: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ReplaceFacts:
    """What replaces it: another agreement of this dispute by its number, or one outside it, in words."""

    successor: int | None = None
    successor_words: str | None = None
    happened_on: ApproximateDate | None = None
    reason: str | None = None


@dataclass(frozen=True)
class LapseFacts:
    """Why it is over though nobody breaks it off."""

    lapse_reason: LapseReason
    happened_on: ApproximateDate | None = None
    reason: str | None = None


@dataclass(frozen=True)
class EndorseFacts:
    """A visa: who gives it, when, and the paper that says so; `receiver` is the code of their institution."""

    visa_by: VisaBy
    by_whom: str | None = None
    happened_on: ApproximateDate | None = None
    paper: str | None = None
    receiver: str | None = None
    papers: tuple[int, ...] = ()


@dataclass(frozen=True)
class TransmitFacts:
    """A transmission: to which court, by the code of its institution or in words, under which slip, by whom."""

    court: str | None = None
    happened_on: ApproximateDate | None = None
    paper: str | None = None
    by_whom: str | None = None
    receiver: str | None = None
    papers: tuple[int, ...] = ()


@dataclass(frozen=True)
class HomologateFacts:
    """The decision by which a court gives force to the agreement."""

    paper: str | None = None
    happened_on: ApproximateDate | None = None
    court: str | None = None
    papers: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReturnFacts:
    """Why a court sends the agreement back."""

    reason: str
    happened_on: ApproximateDate | None = None
    paper: str | None = None
    court: str | None = None
    papers: tuple[int, ...] = ()


@dataclass(frozen=True)
class ConditionFacts:
    """What became of the condition of an agreement: fulfilled or failed, when, and who says so."""

    result: ConditionResult
    said_by: str | None = None
    happened_on: ApproximateDate | None = None
    words: str | None = None


@dataclass(frozen=True)
class CopyFacts:
    """A copy given: to sides, to an institution by its code, or to somebody else in words."""

    sides: tuple[str, ...] = ()
    given_to: str | None = None
    happened_on: ApproximateDate | None = None
    count: int | None = None
    language: Language | None = None
    by_whom: str | None = None
    receiver: str | None = None
    papers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Term:
    """What the text of an agreement says of how long it lasts."""

    lasts_until: ApproximateDate | None = None
    unlimited: bool | None = None
    condition: ConditionResult | None = None


def somebody_breaks_it_off(facts: DenounceFacts | RejectFacts) -> None:
    """Who is bound no more is said: a side, or a name."""
    if not facts.sides and not facts.by_whom:
        raise BrokenRule("sides", _l("Choisissez un côté, ou écrivez qui c’est."))


def before_somebody(facts: DenounceFacts) -> None:
    """What is said before an authority is said before somebody."""
    if facts.how is DenouncedHow.BEFORE and not facts.before_whom:
        raise BrokenRule("before_whom", _l("Écrivez devant quelle autorité."))


def somebody_accuses(accusations: Iterable[AccusationFacts]) -> None:
    """What is said of the other is said by somebody, and says something."""
    for row, told in enumerate(accusations):
        if not told.letter and not told.name:
            raise BrokenRule(f"accusations-{row}-letter", _l("Choisissez qui le dit, ou écrivez son nom."))
        if not told.words:
            raise BrokenRule(f"accusations-{row}-words", _l("Écrivez ce qui est reproché."))


def never_called_is_somebody(facts: RejectFacts) -> None:
    """Whoever was never called is named: no side speaks for them."""
    if facts.never_called and not facts.by_whom:
        raise BrokenRule("by_whom", _l("Écrivez qui n’avait pas été appelé."))


def replaced_by_one(facts: ReplaceFacts) -> None:
    """What replaces an agreement is said once: one of the dispute, or words."""
    if facts.successor is None and not facts.successor_words:
        raise BrokenRule("successor", _l("Choisissez l’accord qui le remplace, ou écrivez lequel."))
    if facts.successor is not None and facts.successor_words:
        raise BrokenRule("successor_words", _l("Vous avez choisi un accord du dossier. Effacez ces mots."))


def takes_its_place(number: int, own: int, binds: bool) -> None:
    """An agreement is replaced by another one that binds: never by itself, nor by one that has ended."""
    if number == own:
        raise BrokenRule("successor", _l("Un accord ne se remplace pas lui-même. Choisissez-en un autre."))
    if not binds:
        raise BrokenRule("successor", _l("Cet accord n’est pas en vigueur. Choisissez-en un autre."))


def really_over(facts: LapseFacts, term: Term) -> None:
    """An agreement is not over for a reason that its own text denies."""
    if facts.lapse_reason is LapseReason.TERM:
        if term.unlimited:
            raise BrokenRule("lapse_reason", _l("L’accord est sans limite de durée. Choisissez une autre raison."))
        in_order("happened_on", term.lasts_until, facts.happened_on,
                 _l("Le terme de l’accord n’est pas passé à cette date. Changez-la."))
    if facts.lapse_reason is LapseReason.CONDITION and term.condition is ConditionResult.MET:
        raise BrokenRule("lapse_reason", _l("L’accord dit que la condition est remplie. Choisissez une autre raison."))
    if facts.lapse_reason is LapseReason.OTHER and not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi l’accord est éteint."))


def depends_on_somebody(condition_who: str | None) -> None:
    """Only an agreement that depends on a condition has one that can be fulfilled or fail."""
    if not condition_who:
        raise BrokenRule("", _l("Cet accord ne dépend d’aucune condition. Il n’y a rien à noter."))


def condition_is_told(facts: ConditionFacts, known: ConditionResult | None) -> None:
    """What became of a condition is said by somebody, of some day, and is not what is known already."""
    if not facts.said_by:
        raise BrokenRule("said_by", _l("Écrivez qui le dit."))
    if facts.happened_on is None:
        raise BrokenRule("happened_on", _l("Dites quand c’était. L’année suffit, ou « inconnu »."))
    if facts.result is known:
        raise BrokenRule("result", _l("C’est déjà noté ainsi. Choisissez l’autre réponse, ou quittez cette page."))


def ended_after_signing(signed: ApproximateDate | None, ended: ApproximateDate | None) -> None:
    """Nothing ends certainly before it was signed."""
    in_order("happened_on", signed, ended, _l("C’est avant les signatures. Changez cette date."))


def visa_is_dated(facts: EndorseFacts) -> None:
    """A visa is an act of one day: without its date there is no telling whether the judge was asked in order."""
    if facts.happened_on is None:
        raise BrokenRule("happened_on", _l("Donnez la date du visa. Si vous ne la savez pas, choisissez "
                                           "« On ne sait pas »."))


def visa_names_its_paper(facts: EndorseFacts, by_chair: bool) -> None:
    """Who writes down a visa that is not their own names the paper on which it stands (regulation, part 3)."""
    if not by_chair and not facts.paper and not facts.papers:
        raise BrokenRule("paper", _l("Écrivez le numéro du papier visé, ou ce qui est écrit dessus."))


def papers_known(chosen: Iterable[int], known: Iterable[int]) -> None:
    """Only papers of this dispute that were issued go with a step or a copy."""
    if set(chosen) - set(known):
        raise BrokenRule("papers", _l("Ce papier n’est plus en vigueur dans ce dossier. Choisissez-en un autre."))


def not_endorsed_twice(facts: EndorseFacts, visas: Iterable, receiver=None) -> None:
    """An authority gives its visa once; the commission and the sous-préfet give one each."""
    given = receiver, facts.by_whom
    for one in visas:
        if one.visa_by is facts.visa_by and (facts.visa_by is not VisaBy.OTHER or (one.receiver, one.by_whom) == given):
            raise BrokenRule("visa_by", _l("Ce visa est déjà noté. Choisissez une autre autorité."))


AFTER: dict[AgreementStage, LazyText] = {
    AgreementStage.ENDORSED: _l("Le visa est avant les signatures. Changez cette date."),
    AgreementStage.TRANSMITTED: _l("La transmission est avant le visa ou le renvoi. Changez cette date."),
    AgreementStage.HOMOLOGATED: _l("L’homologation est avant la transmission. Changez cette date."),
    AgreementStage.RETURNED: _l("Le renvoi est avant la transmission. Changez cette date."),
}


def in_route_order(kind: AgreementStage, signed: ApproximateDate | None, steps: Iterable,
                   when: ApproximateDate | None) -> None:
    """Visa not before the signatures, transmission not before the visa, homologation not before transmission.

    Two visas come in any order; everything else comes after all that was noted of the route.
    """
    before = [] if kind is AgreementStage.ENDORSED else [one.happened_on for one in steps]
    for earlier in (signed, *before):
        in_order("happened_on", earlier, when, AFTER[kind])


def nothing_after(number: int, standing: Iterable[int]) -> None:
    """The last step of a route is struck out first: what comes after rests on it."""
    if any(other > number for other in standing):
        raise BrokenRule("", _l("Une étape est notée après. Rayez-la d’abord."))


def stage_on_route(kinds: Iterable[AgreementStage]) -> AgreementStage:
    """Where an agreement stands on its route by the steps that were not struck out."""
    return (AgreementStage.SIGNED, *kinds)[-1]


def sent_to_a_court(facts: TransmitFacts) -> None:
    """A transmission goes to a court: one of the register, or another in words."""
    if not facts.court and not facts.receiver:
        raise BrokenRule("court", _l("Choisissez le tribunal, ou écrivez son nom."))
    _one_of_them("court", facts.receiver, facts.court)


def _one_of_them(field: str, receiver: str | None, words: str | None) -> None:
    if receiver and words:
        raise BrokenRule(field, _l("Choisissez une institution, ou écrivez un nom : pas les deux."))


def in_the_list(found: bool) -> None:
    """An institution chosen in the list is in the list."""
    if not found:
        raise BrokenRule("receiver", _l("Cette institution n’est pas dans la liste. Choisissez-en une."))


def returned_for_a_reason(facts: ReturnFacts) -> None:
    """A court that sends an agreement back says why, so that it can be corrected."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi le juge renvoie l’accord."))


def given_to_somebody(facts: CopyFacts) -> None:
    """A copy goes to a side or to somebody, and there is one at least."""
    _one_of_them("given_to", facts.receiver, facts.given_to)
    if not facts.sides and not facts.given_to and not facts.receiver:
        raise BrokenRule("sides", _l("Choisissez un côté, ou écrivez à qui la copie est remise."))
    if facts.count is not None and facts.count < 1:
        raise BrokenRule("count", _l("Écrivez au moins 1, ou laissez vide."))


def given_after_signing(signed: ApproximateDate | None, given: ApproximateDate | None) -> None:
    """A copy of what is signed is not given certainly before it is signed."""
    in_order("happened_on", signed, given, _l("La copie est avant les signatures. Changez cette date."))
