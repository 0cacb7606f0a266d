"""What is said of a dispute that pauses, leaves, comes back or is linked, and its musts."""

from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import ReferralStage, Stage
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.rules import in_order, not_before_the_saisine, not_still_to_come
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.kernel.text import fold_words
from mediation.places.models import SaidPlace
from mediation.referrals.kinds import ANSWERS, RETURNS, SAID_BY_PEOPLE, Helper, HelpReason, LinkKind, PauseReason


@dataclass(frozen=True)
class PauseFacts:
    """Why the dispute waits, since when, and until when if somebody knows."""

    reason: PauseReason
    words: str | None = None
    until: ApproximateDate | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class ResumeFacts:
    """When the work began again."""

    happened_on: ApproximateDate | None = None
    words: str | None = None


@dataclass(frozen=True)
class OrientFacts:
    """Who is helped elsewhere (a party by its number, or a person in words), by whom, and for what."""

    helper: Helper
    reason: HelpReason
    party: int | None = None
    name: str | None = None
    helper_name: str | None = None
    words: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class ReferFacts:
    """To whom the dossier goes (an institution by its code, or a name), and what they will read."""

    title: str
    kind: DisputeKind
    cover: str | None
    receiver: str | None = None
    receiver_name: str | None = None
    place: SaidPlace | None = None
    sent: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class AnswerFacts:
    """What the receiver answered: taken with their number, refused, or decided."""

    answer: ReferralStage
    their_number: str | None = None
    words: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class RecallFacts:
    """Why the dossier comes back, or that nobody answered; then it can also be closed."""

    outcome: ReferralStage
    words: str | None = None
    closes: bool = False
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class LinkFacts:
    """What this dispute is to the one of that number."""

    kind: LinkKind
    reference: str

    @property
    def locks(self) -> tuple[str, ...]:
        """Links are made one after the other, so that no two of them close a circle together."""
        return ("links",)


def told_why_else(reason: PauseReason, words: str | None) -> None:
    """« Another reason » is said in words."""
    if reason is PauseReason.OTHER and not words:
        raise BrokenRule("words", _l("Écrivez pourquoi le dossier attend."))


def pause_in_order(facts: PauseFacts, today: date) -> None:
    """A pause has begun, and does not end before it begins."""
    not_still_to_come("happened_on", facts.happened_on, today)
    in_order("until", facts.happened_on, facts.until, _l("La pause finit avant de commencer. Changez une date."))


def resumed_in_order(since: ApproximateDate | None, facts: ResumeFacts, today: date) -> None:
    """The work begins again after it stopped."""
    not_still_to_come("happened_on", facts.happened_on, today)
    in_order("happened_on", since, facts.happened_on, _l("C’est avant le début de la pause. Changez la date."))


def back_to(stage: Stage, heard: bool) -> Stage:
    """The stage a dispute comes back to; who was heard meanwhile has put it in mediation."""
    return Stage.IN_MEDIATION if stage is Stage.ACCEPTED and heard else stage


def somebody_oriented(facts: OrientFacts) -> None:
    """One person is sent to help: a party of the dispute, or somebody in words."""
    if facts.party is None and not facts.name:
        raise BrokenRule("name", _l("Choisissez une partie, ou écrivez qui est orienté."))
    if facts.party is not None and facts.name:
        raise BrokenRule("name", _l("Choisissez une partie, ou écrivez un nom : pas les deux."))


def named_helper(facts: OrientFacts) -> None:
    """« Other » names whom."""
    if facts.helper is Helper.OTHER and not facts.helper_name:
        raise BrokenRule("helper_name", _l("Écrivez vers qui la personne est orientée."))


def without_narrative(facts: OrientFacts) -> None:
    """A crime is oriented, never told (regulation, part 5)."""
    if facts.reason is HelpReason.CRIME and facts.words:
        raise BrokenRule("words", _l("Ne racontez pas un fait grave ici. Videz cette case."))


def sent_to_one(facts: ReferFacts) -> None:
    """The dossier goes to one: an institution of the register, or one outside it in words."""
    if not facts.receiver and not facts.receiver_name:
        raise BrokenRule("receiver_name", _l("Choisissez l’institution, ou écrivez son nom."))
    if facts.receiver and facts.receiver_name:
        raise BrokenRule("receiver_name", _l("Choisissez une institution, ou écrivez un nom : pas les deux."))


def known_receiver(facts: ReferFacts, found: bool) -> None:
    """An institution chosen in the list is in the list."""
    if facts.receiver and not found:
        raise BrokenRule("receiver", _l("Cette institution n’est pas dans la liste. Choisissez-en une."))


def not_to_ourselves(facts: ReferFacts, code: str, name: str) -> None:
    """Nobody refers a dispute to themselves."""
    if facts.receiver == code or facts.receiver_name and fold_words(facts.receiver_name) == fold_words(name):
        raise BrokenRule("receiver" if facts.receiver else "receiver_name",
                         _l("Ce dossier est déjà chez vous. Choisissez une autre institution."))


def has_a_cover(facts: ReferFacts) -> None:
    """The receiver reads the cover, and nothing else of the dispute."""
    if not facts.cover:
        raise BrokenRule("cover", _l("Écrivez ce que vous demandez à cette institution."))


def sent_in_order(asked_on: ApproximateDate | None, facts: ReferFacts, today: date) -> None:
    """A dossier leaves after it came."""
    not_still_to_come("happened_on", facts.happened_on, today)
    not_before_the_saisine(asked_on, facts.happened_on)


def answered_in_order(sent_on: ApproximateDate | None, facts, today: date) -> None:
    """An answer, or a recall, comes after the dossier was sent."""
    not_still_to_come("happened_on", facts.happened_on, today)
    in_order("happened_on", sent_on, facts.happened_on, _l("C’est avant l’envoi du dossier. Changez la date."))


def a_plain_answer(facts: AnswerFacts) -> None:
    """The dossier was taken, refused or decided; the last two are explained."""
    if facts.answer not in ANSWERS:
        raise BrokenRule("answer", _l("Choisissez la réponse."))
    if facts.answer is not ReferralStage.ACCEPTED and not facts.words:
        raise BrokenRule("words", _l("Écrivez la réponse en une phrase."))


def answered_by_whom_it_was_sent(theirs: bool, mine: bool, name: str) -> None:
    """An institution whose secretary works here answers itself; an outside answer is written down."""
    if theirs and not mine:
        raise BrokenRule("", _l("%(name)s répond ici même. Attendez, ou rappelez le dossier.") % {"name": name})


def a_plain_return(facts: RecallFacts) -> None:
    """The dossier is called back, and says why; only one that nobody answered can be closed at once."""
    if facts.outcome not in RETURNS:
        raise BrokenRule("outcome", _l("Choisissez pourquoi le dossier revient."))
    if facts.outcome is ReferralStage.RECALLED and not facts.words:
        raise BrokenRule("words", _l("Écrivez pourquoi vous rappelez le dossier."))
    if facts.outcome is ReferralStage.RECALLED and facts.closes:
        raise BrokenRule("closes", _l("Un dossier rappelé revient chez vous. Répondez non."))


def not_taken_over(taken: bool) -> None:
    """One dossier that was referred becomes one dispute of the receiver."""
    if taken:
        raise BrokenRule("", _l("Votre dossier est déjà ouvert pour ce renvoi."))


def said_by_people(kind: LinkKind) -> None:
    """A link of a referral is made by taking the dossier over."""
    if kind not in SAID_BY_PEOPLE:
        raise BrokenRule("kind", _l("Choisissez ce que ce dossier est pour l’autre."))


def to_a_dispute_one_sees(found: bool) -> None:
    """A link goes to a dispute that one may read; a number that never was gets the same answer."""
    if not found:
        raise BrokenRule("reference", _l("Aucun dossier de ce numéro n’est ouvert à vous. Vérifiez le numéro."))


def not_to_itself(dispute_id: int, other_id: int) -> None:
    """A dispute is nothing to itself."""
    if dispute_id == other_id:
        raise BrokenRule("reference", _l("C’est le numéro de ce dossier. Écrivez celui d’un autre."))


def not_linked_twice(kind: LinkKind, known: list[LinkKind]) -> None:
    """The same thing is said once of two disputes; `known` is what this one already is to the other."""
    if kind in known:
        raise BrokenRule("reference", _l("Ces deux dossiers sont déjà liés ainsi."))


def not_in_a_circle(comes_back: bool) -> None:
    """What is part of another, above another or after another never comes back to itself."""
    if comes_back:
        raise BrokenRule("reference", _l("Ce lien ferait le tour et reviendrait au même dossier. Changez-le."))


def link_may_go(kind: LinkKind) -> None:
    """That a dossier was taken over from another is a fact of the referral, and stays."""
    if kind in (LinkKind.REFERRED, LinkKind.REFERRED_TO):
        raise BrokenRule("", _l("Ce lien vient d’un renvoi. Il reste."))
