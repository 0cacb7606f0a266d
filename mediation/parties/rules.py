"""What is said of the people in a dispute, and its musts."""

from collections.abc import Callable
from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.kernel.text import fold
from mediation.parties.kinds import (
    Language,
    LeaveReason,
    Mandate,
    MandateAfter,
    MandateEnd,
    PartyKind,
    PartyPresence,
    Sex,
    SuccessionBasis,
)
from mediation.places.models import SaidPlace

SIDES = range(1, 27)
OF_ONE_PERSON = ("child_of", "sex", "born_on", "reached_by", "account_id")


@dataclass(frozen=True)
class PartyFacts:
    """A person or a group on a side (1 is A); `members` None means that nobody knows how many."""

    side: int | None
    kind: PartyKind | None
    name: str | None
    other_names: str | None = None
    child_of: str | None = None
    sex: Sex | None = None
    born_on: ApproximateDate | None = None
    members: int | None = None
    place: SaidPlace | None = None
    reached_by: str | None = None
    language: Language | None = None
    asked: bool = False
    said: str | None = None
    account_id: int | None = None
    quality: str | None = None
    joined_on: ApproximateDate | None = None
    presence: PartyPresence | None = None
    ally: bool | None = None
    initials: bool | None = None
    language_words: str | None = None


@dataclass(frozen=True)
class LeaveFacts:
    """When and why a party is in the dispute no more."""

    reason: LeaveReason | None
    happened_on: ApproximateDate | None = None
    words: str | None = None


@dataclass(frozen=True)
class SuccessionFacts:
    """Which party (a number) succeeds another, on what basis, since when, and what becomes of the mandates."""

    basis: SuccessionBasis | None
    successor: int | None = None
    happened_on: ApproximateDate | None = None
    words: str | None = None
    mandates: MandateAfter | None = None


@dataclass(frozen=True)
class HandoverFacts:
    """A succession, with the party that succeeds when it is not written down yet."""

    succession: SuccessionFacts
    heir: PartyFacts | None = None


@dataclass(frozen=True)
class RepresentativeFacts:
    """Who speaks for a party, on what basis, and when that was given."""

    name: str | None
    mandate: Mandate | None
    quality: str | None = None
    mandate_words: str | None = None
    happened_on: ApproximateDate | None = None
    sex: Sex | None = None
    born_on: ApproximateDate | None = None
    account_id: int | None = None
    organisation: bool | None = None


@dataclass(frozen=True)
class EndFacts:
    """When and why somebody speaks for a party no more, and what becomes of the mandate."""

    reason: MandateEnd | None
    happened_on: ApproximateDate | None = None
    words: str | None = None
    after: MandateAfter | None = None


@dataclass(frozen=True)
class WitnessFacts:
    """Somebody who saw or knows; without an alias the register gives one."""

    alias: str | None = None
    quality: str | None = None
    sex: Sex | None = None
    side: int | None = None
    told: str | None = None
    name: str | None = None
    account_id: int | None = None


def words_of_another_language(facts: PartyFacts) -> None:
    """A language in words is one that the list does not have."""
    if facts.language_words and facts.language is not Language.OTHER:
        raise BrokenRule("language_words", _l("Effacez ces mots, ou choisissez « autre » comme langue."))


def is_on_a_side(facts: PartyFacts) -> None:
    """Every party is on a side; several parties may share one."""
    if facts.side not in SIDES:
        raise BrokenRule("side", _l("Choisissez le côté : A, B, C…"))


def is_named(name: str | None) -> None:
    """A person or a group has the name it is called by."""
    if not name:
        raise BrokenRule("name", _l("Écrivez le nom, comme on l’appelle."))


def has_a_kind(facts: PartyFacts) -> None:
    """A party is a person or a group of some kind."""
    if facts.kind is None:
        raise BrokenRule("kind", _l("Choisissez si c’est une personne ou un groupe."))


def is_somebody_else(actor_id: int | None, account_id: int | None) -> None:
    """Nobody writes down a dispute in which they are a party (regulation, doubtful case 1)."""
    if account_id is not None and account_id == actor_id:
        raise BrokenRule("account_id", _l(
            "Vous ne pouvez pas tenir un dossier qui vous concerne. Demandez à un autre secrétaire."))


def names_nobody_in_an_armed_group(facts: PartyFacts) -> None:
    """An armed group is a party as such: no person is tied to it (regulation, doubtful case 12)."""
    if facts.kind is not PartyKind.ARMED_GROUP:
        return
    for name in OF_ONE_PERSON:
        if getattr(facts, name) is not None:
            raise BrokenRule(name, _l("N’écrivez rien sur une personne d’un groupe armé. Videz cette case."))


def may_be_spoken_for(kind: PartyKind, speakers: int = 1) -> None:
    """An armed group has no named representative."""
    if kind is PartyKind.ARMED_GROUP and speakers:
        raise BrokenRule("kind", _l(
            "Un groupe armé n’a pas de représentant nommé. Rayez d’abord le représentant."))


def counts_members_of_a_group(facts: PartyFacts) -> None:
    """Only a group has members, and at least one; not knowing is a blank, never nought."""
    if facts.members is None:
        return
    if facts.kind is PartyKind.PERSON:
        raise BrokenRule("members", _l("Une personne seule n’a pas de membres. Videz cette case."))
    if facts.members < 1:
        raise BrokenRule("members", _l("Écrivez au moins 1, ou laissez vide si personne ne le sait."))


def has_a_basis(facts: RepresentativeFacts) -> None:
    """Whoever speaks for a party says on what basis, even if it is « not said yet »."""
    if facts.mandate is None:
        raise BrokenRule("mandate", _l("Choisissez sur quelle base cette personne parle."))


def alias_hides_the_name(facts: WitnessFacts) -> None:
    """The alias is what everybody reads: it is not the real name."""
    if facts.alias and facts.name and fold(facts.name) in fold(facts.alias):
        raise BrokenRule("alias", _l("Ce surnom montre le vrai nom. Choisissez-en un autre."))


def may_be_struck(signed: bool, succession: bool = False) -> None:
    """What a signed agreement or a succession rests on is never crossed out."""
    if signed:
        raise BrokenRule("", _l("Un accord signé porte ce nom. Il ne peut plus être rayé."))
    if succession:
        raise BrokenRule("", _l("Une succession porte ce nom. Rayez d’abord la succession."))


def stays_barred(kept: int | None, told: int | None) -> None:
    """Who is a party with an account does not become one without by a correction: they would see the file."""
    if kept is not None and told != kept:
        raise BrokenRule("account_id", _l("Rayez cette partie, puis ajoutez-la de nouveau."))


def may_change(side: int, name: str, facts: PartyFacts, signed: bool, succession: bool = False) -> None:
    """Who has signed stays on the side that it binds, under the name that was signed; heirs stay with theirs."""
    if signed and facts.ally:
        raise BrokenRule("ally", _l("Cette partie a signé un accord. Elle n’est pas seulement une alliée."))
    if succession and side != facts.side:
        raise BrokenRule("side", _l("Une succession lie cette partie à ce côté. Gardez le même côté."))
    if signed and side != facts.side:
        raise BrokenRule("side", _l("Cette partie a signé un accord de ce côté. Gardez le même côté."))
    if signed and name != facts.name:
        raise BrokenRule("name", _l("Un accord signé porte ce nom. Gardez-le, et écrivez l’autre façon plus bas."))


def only_a_person_dies(field: str, dead: bool, kind: PartyKind | None) -> None:
    """A group does not die; its chief may, and then somebody else speaks for it."""
    if dead and kind is not None and kind.is_group:
        raise BrokenRule(field, _l("Seule une personne peut décéder. Choisissez autre chose."))


def stands_by_somebody(facts: PartyFacts, principals: int) -> None:
    """An ally stands by a side on which somebody else is a principal."""
    if facts.ally and not principals:
        raise BrokenRule("ally", _l("Personne d’autre n’est de ce côté. Écrivez d’abord la partie alliée."))


def joined_before_leaving(joined: ApproximateDate | None, left: ApproximateDate | None) -> None:
    """Nobody leaves certainly before they came."""
    in_order("joined_on", joined, left, _l("Cette partie est partie avant cette date. Changez-la."))


def says_why_it_left(facts: LeaveFacts, kind: PartyKind) -> None:
    """A departure has a reason; who succeeds is told by a succession, another reason in words."""
    if facts.reason is None or facts.reason is LeaveReason.SUCCEEDED:
        raise BrokenRule("reason", _l("Choisissez pourquoi cette partie n’y est plus."))
    if facts.reason is LeaveReason.OTHER and not facts.words:
        raise BrokenRule("words", _l("Écrivez la raison en quelques mots."))
    only_a_person_dies("reason", facts.reason is LeaveReason.DIES, kind)


def left_after_joining(joined: ApproximateDate | None, left: ApproximateDate | None) -> None:
    """Nobody leaves, or is succeeded, certainly before they came."""
    in_order("happened_on", joined, left, _l("Cette date est avant l’arrivée de la partie. Changez-la."))


def asked_while_here(field: str, here: bool) -> None:
    """Nothing is asked of a party after it left."""
    if not here:
        raise BrokenRule(field, _l("Cette partie n’était déjà plus dans le litige. Choisissez-en une autre."))


def one_successor(successor: int | None, heir: str | None) -> None:
    """One party succeeds: one that is there already, or a new one, never both."""
    if successor is None and not heir:
        raise BrokenRule("successor", _l("Choisissez qui succède, ou écrivez son nom plus bas."))
    if successor is not None and heir:
        raise BrokenRule("name", _l("Choisissez une partie, ou écrivez-en une nouvelle, pas les deux."))


def has_a_succession_basis(facts: SuccessionFacts) -> None:
    """A succession says on what basis, even if it is « not said yet »."""
    if facts.basis is None:
        raise BrokenRule("basis", _l("Choisissez sur quelle base elle succède."))
    if facts.basis is SuccessionBasis.OTHER and not facts.words:
        raise BrokenRule("words", _l("Écrivez la base en quelques mots."))


def may_succeed(party: int, successor: int, sides: tuple[int, int], followed: dict[int, set[int]]) -> None:
    """A party is succeeded by another of its side, once, and never in a circle.

    `followed` is, by row of party, the rows of those who succeed it.
    """
    if successor == party:
        raise BrokenRule("successor", _l("Une partie ne se succède pas à elle-même. Choisissez-en une autre."))
    if sides[0] != sides[1]:
        raise BrokenRule("successor", _l("Cette partie est d’un autre côté. Choisissez-en une du même côté."))
    if successor in followed.get(party, ()):
        raise BrokenRule("successor", _l("Cette succession est déjà notée."))
    if leads_to(successor, party, lambda one: followed.get(one, ())):
        raise BrokenRule("successor", _l("Cette partie a déjà été remplacée par l’autre. Choisissez-en une autre."))


def is_still_here(here: bool) -> None:
    """Who succeeds is in the dispute."""
    if not here:
        raise BrokenRule("successor", _l("Cette partie n’est plus dans le litige. Choisissez-en une autre."))


def leads_to(start: int, end: int, following: Callable) -> bool:
    """Whether one comes to another by going from each to those that follow it."""
    seen, todo = set(), [start]
    while todo:
        one = todo.pop()
        if one == end:
            return True
        if one not in seen:
            seen.add(one)
            todo += following(one)
    return False


def succeeded_after_leaving(left: ApproximateDate | None, succeeded: ApproximateDate | None) -> None:
    """Nobody succeeds a party certainly before it left."""
    in_order("happened_on", left, succeeded, _l("Cette date est avant le départ déjà noté. Changez-la."))


def says_what_becomes_of_mandates(speakers: int, mandates: MandateAfter | None) -> None:
    """When somebody spoke for the party, it is said whether the mandate goes on or ends."""
    if speakers and mandates not in (MandateAfter.GOES_ON, MandateAfter.ENDS):
        raise BrokenRule("mandates", _l("Dites si le mandat du représentant continue ou prend fin."))


def is_no_person(facts: RepresentativeFacts) -> None:
    """An organisation has neither sex nor age."""
    for name in ("sex", "born_on") if facts.organisation else ():
        if getattr(facts, name) is not None:
            raise BrokenRule(name, _l("C’est une organisation. Videz cette case."))


def says_why_it_ended(facts: EndFacts, organisation: bool | None) -> None:
    """A mandate ends for a reason; another one than those of the list is told in words."""
    if facts.reason is None or facts.reason is MandateEnd.SUCCEEDED:
        raise BrokenRule("reason", _l("Choisissez pourquoi cette personne ne parle plus pour la partie."))
    if facts.reason is MandateEnd.OTHER and not facts.words:
        raise BrokenRule("words", _l("Écrivez la raison en quelques mots."))
    if facts.reason is MandateEnd.DIED and organisation:
        raise BrokenRule("reason", _l("Seule une personne peut décéder. Choisissez autre chose."))


def ended_after_given(given: ApproximateDate | None, ended: ApproximateDate | None) -> None:
    """A mandate does not end certainly before it was given."""
    in_order("happened_on", given, ended, _l("Le mandat a été donné après cette date. Changez-la."))
