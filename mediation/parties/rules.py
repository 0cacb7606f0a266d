"""What is said of the people in a dispute, and its musts."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.kernel.text import fold
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
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


def may_be_struck(signed: bool) -> None:
    """What a signed agreement rests on is never crossed out."""
    if signed:
        raise BrokenRule("", _l("Un accord signé porte ce nom. Il ne peut plus être rayé."))


def stays_barred(kept: int | None, told: int | None) -> None:
    """Who is a party with an account does not become one without by a correction: they would see the file."""
    if kept is not None and told != kept:
        raise BrokenRule("account_id", _l("Rayez cette partie, puis ajoutez-la de nouveau."))


def may_change(side: int, name: str, facts: PartyFacts, signed: bool) -> None:
    """Who has signed an agreement stays on the side that it binds, under the name that it tells."""
    if signed and side != facts.side:
        raise BrokenRule("side", _l("Cette partie a signé un accord de ce côté. Gardez le même côté."))
    if signed and name != facts.name:
        raise BrokenRule("name", _l("Un accord signé porte ce nom. Gardez-le, et écrivez l’autre façon plus bas."))
