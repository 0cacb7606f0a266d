"""What a follow-up says, and its musts: what a visit found, who releases whom, difficulties, how a dispute may end."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule, together
from mediation.acts.vocabulary import CommitmentStage, Ending, Stage
from mediation.agreements.kinds import EVERYBODY
from mediation.disputes.rules import in_order, not_before_the_saisine, not_still_to_come
from mediation.followup.kinds import AskedFirst, Lateness, SettledHow
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import LazyText, _l
from mediation.places.models import SaidPlace

WITH_REASON = (Ending.OVERTAKEN, Ending.DUPLICATE)
AFTER_FOLLOW_UP = (Ending.KEPT, Ending.PARTLY_KEPT, Ending.BROKEN)
WITHOUT_SETTLEMENT = (Ending.NOT_SETTLED, Ending.DEFAULT)
NOT_YET_KNOWN = (CommitmentStage.DUE, CommitmentStage.COULD_NOT_CHECK)


@dataclass(frozen=True)
class PlanFacts:
    """When the next visit is planned, and what for."""

    planned_on: ApproximateDate | None = None
    planned_words: str | None = None
    place: SaidPlace | None = None


@dataclass(frozen=True)
class FindingFacts:
    """What was found about one commitment, named by its number in the dispute; `for_year` if for one year only."""

    commitment: int
    found: CommitmentStage
    lateness: Lateness | None = None
    note: str | None = None
    for_year: int | None = None


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
class ReleaseFacts:
    """The sides (letters) that set the others free of a commitment, who said it for them, when and why."""

    sides: tuple[str, ...]
    reason: str | None
    said_by: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class VoiceFacts:
    """What one side (its letter) says of a difficulty."""

    letter: str
    said: str


@dataclass(frozen=True)
class ReportFacts:
    """A difficulty: what, about which commitments (none: the whole agreement), who reports it, what each side says."""

    what: str | None
    commitments: tuple[int, ...] = ()
    letter: str | None = None
    said_by: str | None = None
    happened_on: ApproximateDate | None = None
    asked: AskedFirst | None = None
    asked_words: str | None = None
    voices: tuple[VoiceFacts, ...] = ()


@dataclass(frozen=True)
class SettleFacts:
    """How a difficulty was settled, by whom, when; and who had been asked first, if that was not said before."""

    how: SettledHow
    words: str | None = None
    by: str | None = None
    happened_on: ApproximateDate | None = None
    asked: AskedFirst | None = None
    asked_words: str | None = None


@dataclass(frozen=True)
class CloseFacts:
    """How the dispute ends, why if that does not follow from the facts, and of which dispute it is a double."""

    ending: Ending
    reason: str | None = None
    happened_on: ApproximateDate | None = None
    duplicate_of: str | None = None

    @property
    def locks(self) -> tuple[str, ...]:
        """What linking it to the other dispute locks."""
        return ("links",) if self.duplicate_of else ()


@dataclass(frozen=True)
class ReopenFacts:
    """Why it was closed in error, and whether the problem came back since, which is another dispute."""

    reason: str | None
    came_back: bool | None = None


def planned_ahead(facts: PlanFacts, today: date) -> None:
    """A visit is planned for a day that may still come."""
    if facts.planned_on is None:
        raise BrokenRule("planned_on", _l("Donnez la date prévue. Un mois ou une saison suffit."))
    if facts.planned_on.certainly_past(today):
        raise BrokenRule("planned_on", _l("Cette date est passée. Changez-la, ou notez la visite faite."))


def not_before_signing(signed: ApproximateDate | None, when: ApproximateDate | None) -> None:
    """What follows a settlement is not certainly before its signatures."""
    in_order("happened_on", signed, when, _l("C’est avant les signatures. Changez cette date."))


def something_found(findings: tuple[FindingFacts, ...], commitments: Iterable[int]) -> None:
    """A visit says what it found about one commitment at least, each of this agreement, each once."""
    known, told = set(commitments), [finding.commitment for finding in findings]
    if known and not told:
        raise BrokenRule("findings", _l("Dites ce que la visite a trouvé, pour un engagement au moins."))
    if set(told) - known or len(told) != len(set(told)):
        raise BrokenRule("findings", _l("Un engagement n’est pas de cet accord. Ouvrez la page de nouveau."))
    if any(finding.found in (CommitmentStage.DUE, CommitmentStage.RELEASED) for finding in findings):
        raise BrokenRule("findings", _l("Choisissez ce que la visite a trouvé."))


def found_for_a_year(findings: tuple[FindingFacts, ...], signed: ApproximateDate | None, today: date) -> None:
    """A year for which something was found is neither still to come nor certainly before the signatures."""
    first = signed.earliest.year if signed is not None and signed.earliest else 1000
    for place, finding in enumerate(findings):
        if finding.for_year is not None and not first <= finding.for_year <= today.year:
            raise BrokenRule(f"findings-{place}-for_year", _l(
                "Cette année est avant l’accord, ou pas encore arrivée. Changez-la."))


def may_be_noted(
    facts: VisitFacts, signed: ApproximateDate | None, commitments: Iterable[int], today: date
) -> None:
    """Every must of a visit that was made."""
    with together() as must:
        must(not_still_to_come, "happened_on", facts.happened_on, today)
        must(not_before_signing, signed, facts.happened_on)
        must(something_found, facts.findings, commitments)
        must(found_for_a_year, facts.findings, signed, today)


def moved_to(now: CommitmentStage, found: CommitmentStage, visited: ApproximateDate | None,
             last: ApproximateDate | None) -> CommitmentStage:
    """Where a commitment stands after a visit: what could not be checked hides nothing that was seen before,
    and a visit certainly before the last one changes nothing."""
    if found is CommitmentStage.COULD_NOT_CHECK and now is not CommitmentStage.DUE:
        return now
    if visited is not None and last is not None and visited.certainly_before(last):
        return now
    return found


def follows_from(findings: Iterable[tuple], released: bool) -> CommitmentStage:
    """Where a commitment would stand by these facts alone: (what was found, when), in order of entry."""
    if released:
        return CommitmentStage.RELEASED
    stage, last = CommitmentStage.DUE, None
    for found, visited in findings:
        stage = moved_to(stage, found, visited, last)
        last = max((when for when in (last, visited) if when), key=lambda when: when.sort_key, default=None)
    return stage


def to_be_seen_again(now: CommitmentStage, findings: list[tuple], released: list[bool], this_year: int) -> bool:
    """Whether a commitment stands where only struck facts had put it, or was last found for a year that is over.

    `findings` are (what was found, when, for which year, whether it still stands), in order of entry;
    `released` says of each release whether it still stands (regulation, part 6, case 6).
    """
    standing = [(found, visited) for found, visited, _year, stands in findings if stands]
    struck = len(standing) < len(findings) or not all(released)
    if struck and follows_from(standing, any(released)) is not now:
        return True
    years = [year for found, _visited, year, stands in findings
             if stands and found is not CommitmentStage.COULD_NOT_CHECK]
    return now not in (CommitmentStage.DUE, CommitmentStage.RELEASED) and bool(
        years and years[-1] is not None and years[-1] < this_year)


def may_be_released(facts: ReleaseFacts, debtors: str, creditors: str | None, letters: Collection[str]) -> None:
    """Only those to whom a commitment is owed set free: every side it was promised to; if nobody is named, another
    side than the one that owes it; what all owe each other, all of them together."""
    owing, sides = _spelt(debtors, letters), set(facts.sides)
    others, owed_to = set(letters) - owing, _spelt(creditors or "", letters) - owing
    if not sides or sides - set(letters):
        raise BrokenRule("sides", _l("Choisissez qui libère : le côté à qui c’était promis."))
    if others and not sides - owing:
        raise BrokenRule("sides", _l("Ce côté doit cet engagement. C’est l’autre côté qui libère."))
    if not (owed_to or (set() if others else owing)) <= sides:
        raise BrokenRule("sides", _l("Il manque un côté à qui c’était promis. Tous doivent libérer."))


def _spelt(sides: str, letters: Collection[str]) -> set[str]:
    """The letters of « AB », or all of them for everybody."""
    return set(letters) if EVERYBODY in sides else set(sides)


def released_for_a_reason(facts: ReleaseFacts) -> None:
    """A release says why."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi l’autre côté libère."))


def is_in_force(binds: bool, dropped: bool) -> None:
    """Only what a signed agreement still asks can be set free."""
    if dropped or not binds:
        raise BrokenRule("", _l("Cet engagement n’est pas d’un accord en vigueur. Il n’y a rien à libérer."))


def says_what(facts: ReportFacts) -> None:
    """A difficulty says what it is, in the words of somebody."""
    if not facts.what:
        raise BrokenRule("what", _l("Écrivez quelle est la difficulté, comme on l’a dite."))
    if not (facts.letter or facts.said_by):
        raise BrokenRule("letter", _l("Dites qui la signale : un côté, ou quelqu’un d’autre."))


def is_about(facts: ReportFacts, commitments: Collection[int], letters: Collection[str]) -> None:
    """A difficulty is about commitments of this agreement, and about sides of this dispute, each heard once."""
    if set(facts.commitments) - set(commitments):
        raise BrokenRule("commitments", _l("Un engagement n’est pas de cet accord. Ouvrez la page de nouveau."))
    heard = [voice.letter for voice in facts.voices]
    if {*heard, *filter(None, [facts.letter])} - set(letters) or len(heard) != len(set(heard)):
        raise BrokenRule("letter", _l("Ce côté n’est pas dans le dossier. Choisissez-en un autre."))


def asked_before_the_judge(how: SettledHow, asked: AskedFirst | None) -> None:
    """Before a judge is told to have decided, it is said who was asked first; « nobody » is an answer too."""
    if how is SettledHow.JUDGED and asked is None:
        raise BrokenRule("asked", _l("Dites à qui on a demandé d’abord. « Personne » est aussi une réponse."))


def settled_after(reported: ApproximateDate | None, settled: ApproximateDate | None) -> None:
    """A difficulty is not certainly settled before it was reported."""
    in_order("happened_on", reported, settled, _l("C’est avant le signalement. Changez cette date."))


def says_how_settled(facts: SettleFacts) -> None:
    """What was done otherwise than in the list is told in words."""
    if facts.how is SettledHow.OTHER and not facts.words:
        raise BrokenRule("words", _l("Écrivez comment la difficulté est réglée."))


def still_due(commitments: Iterable, doubtful: Collection[int] = ()) -> list:
    """The commitments of which nobody has seen yet whether they are kept, or that are to be seen again."""
    return [one for one in commitments if one.stage in NOT_YET_KNOWN or doubtful and one.id in doubtful]


def ending_that_follows(commitments: Iterable, doubtful: Collection[int] = ()) -> Ending | None:
    """The ending that the commitments speak for; None while one of them is not known.

    What the other side released counts neither as kept nor as broken: the others decide. If all were released,
    nothing is left to keep and nothing was broken, so that the dispute has no object any more; saying « kept »
    would count as kept what nobody did.
    """
    commitments = list(commitments)
    if still_due(commitments, doubtful):
        return None
    stages = {commitment.stage for commitment in commitments}
    if stages == {CommitmentStage.RELEASED}:
        return Ending.OVERTAKEN
    stages.discard(CommitmentStage.RELEASED)
    if stages <= {CommitmentStage.KEPT}:
        return Ending.KEPT
    return Ending.BROKEN if stages == {CommitmentStage.NOT_KEPT} else Ending.PARTLY_KEPT


def endings_open(stage: Stage, outcome: Ending | None, copied: bool = False) -> tuple[Ending, ...]:
    """The endings one may choose now; declined, withdrawn, referred and without settlement belong to their own acts.

    Of a dispute `copied` from an old register nobody may know how it ended, or that it ended in an act.
    """
    more = (Ending.NOT_KNOWN,) if copied else ()
    if stage is Stage.IN_FOLLOW_UP:
        return AFTER_FOLLOW_UP + WITH_REASON + more
    if stage is Stage.NOT_SETTLED and outcome is not None:
        return (outcome, *WITH_REASON)
    if stage is Stage.NOT_SETTLED and copied:
        return WITHOUT_SETTLEMENT + WITH_REASON + more
    return WITH_REASON + more


def missing_to_close(facts: CloseFacts, follows: Ending | None, due: list,
                     difficulties: int = 0) -> list[tuple[str, LazyText]]:
    """What closing still needs: the number of the other dispute; a reason when the ending does not follow, or
    something is still open."""
    if facts.ending is Ending.DUPLICATE:
        return [] if facts.duplicate_of else [("duplicate_of", _l("Écrivez le numéro de l’autre dossier."))]
    if facts.reason:
        return []
    if facts.ending in (*WITH_REASON, Ending.NOT_KNOWN) and facts.ending is not follows:
        return [("reason", _l("Écrivez pourquoi le dossier est clos ainsi."))]
    if due:
        return [("reason", _l("Des engagements restent à vérifier. Écrivez pourquoi vous clôturez."))]
    if difficulties:
        return [("reason", _l("Une difficulté n’est pas réglée. Écrivez pourquoi vous clôturez."))]
    if facts.ending in AFTER_FOLLOW_UP and facts.ending is not follows:
        return [("reason", _l("Les engagements disent autre chose. Écrivez pourquoi vous clôturez ainsi."))]
    return []


def may_be_closed(facts: CloseFacts, open_endings: tuple[Ending, ...], follows: Ending | None, due: list,
                  difficulties: int = 0) -> None:
    """An ending is not chosen against the facts without a reason (regulation, part 6, case 5)."""
    if facts.ending not in open_endings:
        raise BrokenRule("ending", _l("Cette fin n’est pas possible maintenant. Choisissez-en une autre."))
    for field, words in missing_to_close(facts, follows, due, difficulties):
        raise BrokenRule(field, words)


def closed_after_it_all(closed: ApproximateDate | None, asked: ApproximateDate | None,
                        signed: Iterable[ApproximateDate | None], heard: Iterable[ApproximateDate | None]) -> None:
    """A dispute is not certainly closed before it was brought, nor before what was signed and heard in it."""
    not_before_the_saisine(asked, closed)
    for day in signed:
        not_before_signing(day, closed)
    for day in heard:
        in_order("happened_on", day, closed, _l("Une séance a été tenue plus tard. Changez cette date."))


def double_of_another(mine: int, other: int | None, comes_back: bool = False) -> None:
    """A double names another dispute of the register, one that is not its double itself, however far."""
    if other is None:
        raise BrokenRule("duplicate_of", _l("Vous ne voyez aucun dossier de ce numéro. Vérifiez-le."))
    if other == mine:
        raise BrokenRule("duplicate_of", _l("C’est le numéro de ce dossier. Écrivez celui de l’autre."))
    if comes_back:
        raise BrokenRule("duplicate_of", _l("L’autre dossier est déjà noté comme double de celui-ci."))


def may_come_back(ending: Ending | None, copied: bool) -> None:
    """A dispute that left to another institution, or that a paper register closed, is not reopened."""
    if copied:
        raise BrokenRule("", _l("Ce dossier est recopié d’un registre papier, qui l’a clos. Ouvrez un dossier lié."))
    if ending is Ending.REFERRED:
        raise BrokenRule("", _l("Une autre institution a ce dossier. S’il revient, ouvrez un dossier lié."))


def closed_in_error(facts: ReopenFacts) -> None:
    """Only a closing that was an error is taken back, never for a problem that came back."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez en quoi la clôture était une erreur."))
    if facts.came_back is None:
        raise BrokenRule("came_back", _l("Dites si le problème est revenu."))
    if facts.came_back:
        raise BrokenRule("came_back", _l("Un problème qui revient est un nouveau dossier, lié à celui-ci."))
