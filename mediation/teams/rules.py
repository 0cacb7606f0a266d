"""Who works on a dispute, who must not, what to look at: the facts, and their musts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule
from mediation.disputes.kinds import TeamReason
from mediation.kernel.dates import ApproximateDate, on
from mediation.kernel.language import _l
from mediation.kernel.text import fold
from mediation.teams.kinds import BenchRole, Concern, InterestDecision, InterestKind, ReplacementKind, StandInCause


class Ending:
    """Mixin of what says from which day on somebody works on a dispute no more."""

    until: date

    @property
    def happened_on(self) -> ApproximateDate | None:
        """That day, as every act gives its event date."""
        return on(self.until) if self.until else None


@dataclass(frozen=True)
class ReplaceFacts(Ending):
    """Who takes the place of somebody on the team (an account, or a name), from which day on, and why."""

    account_id: int | None
    name: str | None
    reason: TeamReason | None
    until: date | None
    quality: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class ReleaseFacts(Ending):
    """From which day on somebody is on the team no more, and why."""

    reason: TeamReason | None
    until: date | None
    words: str | None = None


@dataclass(frozen=True)
class InterestFacts:
    """What ties whom to a party or to the dispute; and, once that is decided, what was decided by whom.

    The person is a member of the team or of the institution by number, an account, or a name; the party goes
    by its number.
    """

    kind: InterestKind | None
    team_member: int | None = None
    member: int | None = None
    account_id: int | None = None
    name: str | None = None
    party: int | None = None
    words: str | None = None
    decision: InterestDecision | None = None
    decision_words: str | None = None
    decided_by: str | None = None
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class BenchFacts:
    """Who is replaced for this dispute (a member by number, or an account), in which place, by whom, since when."""

    role: BenchRole | None
    since: date | None
    member: int | None = None
    replaced_account_id: int | None = None
    account_id: int | None = None
    name: str | None = None
    quality: str | None = None
    reason: str | None = None

    @property
    def happened_on(self) -> ApproximateDate | None:
        """The first day, as every act gives its event date."""
        return on(self.since) if self.since else None


@dataclass(frozen=True)
class RestoreFacts(Ending):
    """From which day on a replacement is over, and why."""

    until: date | None
    words: str | None = None


@dataclass(frozen=True)
class StandInFacts:
    """Who keeps this dispute in place of the secretary, and why nobody else is left."""

    account_id: int | None
    cause: StandInCause | None
    reason: str | None = None


@dataclass(frozen=True)
class EndStandInFacts:
    """Why a stand-in is needed no more."""

    words: str | None = None


@dataclass(frozen=True)
class Somebody:
    """A person as far as the register knows them: an account or none, and a name."""

    account_id: int | None
    name: str

    def is_same_as(self, other: "Somebody") -> bool:
        """Whether both are one person: by account where both have one, else by name."""
        if self.account_id is not None and other.account_id is not None:
            return self.account_id == other.account_id
        return fold(self.name) == fold(other.name)


@dataclass(frozen=True)
class Worker(Somebody):
    """Somebody who works on the dispute, or might."""


@dataclass(frozen=True)
class Involved(Somebody):
    """A party, or who speaks for one (`speaks`), with the letter of its side."""

    letter: str = ""
    speaks: bool = False


@dataclass(frozen=True)
class Declared(Somebody):
    """A link that was declared; the latest of the same link stands."""

    kind: InterestKind | None = None
    letter: str | None = None
    words: str | None = None
    decision: InterestDecision | None = None


@dataclass(frozen=True)
class Caution:
    """What to look at about somebody, never a refusal: why, towards which side, what was decided of it."""

    name: str
    why: Concern | InterestKind
    letter: str | None = None
    words: str | None = None
    decision: InterestDecision | None = None


def cautions_about(workers: Iterable[Worker], involved: Collection[Involved],
                   declared: Collection[Declared]) -> list[Caution]:
    """Each reason to look twice at each of these people, once; only from what the register knows."""
    found: dict[Caution, None] = {}
    for worker in workers:
        for other in involved:
            if worker.is_same_as(other):
                found[Caution(worker.name, _concern(worker, other), other.letter)] = None
        links = {(one.kind, one.letter): one for one in declared if worker.is_same_as(one)}
        for one in links.values():
            found[Caution(worker.name, one.kind, one.letter, one.words, one.decision)] = None
    return list(found)


def _concern(worker: Worker, other: Involved) -> Concern:
    if worker.account_id is not None and worker.account_id == other.account_id:
        return Concern.PARTY
    return Concern.SPEAKER if other.speaks else Concern.NAMESAKE


def on_the_team(until: date | None) -> None:
    """Who has left the team is neither replaced, released nor put in charge."""
    if until is not None:
        raise BrokenRule("", _l("Cette personne n’est plus dans l’équipe. Il n’y a rien à faire."))


def not_in_charge(leads: bool) -> None:
    """Who is in charge is not put in charge a second time."""
    if leads:
        raise BrokenRule("", _l("Cette personne est déjà en charge du dossier. Il n’y a rien à faire."))


def said_why(reason) -> None:
    """Leaving a team has a reason."""
    if reason is None:
        raise BrokenRule("reason", _l("Choisissez pourquoi."))


def said_cause(cause) -> None:
    """A stand-in is named for a cause."""
    if cause is None:
        raise BrokenRule("cause", _l("Choisissez pourquoi."))


def somebody_named(account_id: int | None, name: str | None) -> None:
    """Whoever takes a place is somebody: an account, or a name."""
    if account_id is None and not name:
        raise BrokenRule("name", _l("Choisissez une personne, ou écrivez son nom."))


def by_somebody_else(gone: Somebody, come: Somebody) -> None:
    """Nobody is replaced by themselves."""
    if gone.is_same_as(come):
        field = "account_id" if come.account_id is not None else "name"
        raise BrokenRule(field, _l("C’est la même personne. Choisissez quelqu’un d’autre."))


def day_that_has_come(field: str, day: date | None, since: date | None, today: date) -> None:
    """What ends or begins in a dispute does so on a day that has come, never before its beginning."""
    if day is None:
        raise BrokenRule(field, _l("Écrivez le jour, le mois et l’année, par exemple 05/03/2026."))
    if day > today:
        raise BrokenRule(field, _l("Cette date n’est pas encore arrivée. Changez-la."))
    if since is not None and day < since:
        raise BrokenRule(field, _l("La fin est avant le début. Changez la date."))


def somebody_tied(facts: InterestFacts) -> None:
    """A link is somebody's: one person, chosen or named."""
    told = [one for one in (facts.team_member, facts.member, facts.account_id, facts.name) if one]
    if not told:
        raise BrokenRule("name", _l("Choisissez une personne, ou écrivez son nom."))
    if len(told) > 1:
        raise BrokenRule("name", _l("Choisissez une personne ou écrivez un nom, pas les deux."))


def tied_to_something(facts: InterestFacts) -> None:
    """A link is of some kind, to a party, or to what the words say."""
    if facts.kind is None:
        raise BrokenRule("kind", _l("Choisissez le lien."))
    if facts.party is None and not facts.words:
        raise BrokenRule("party", _l("Choisissez la partie, ou écrivez le lien en quelques mots."))


def decided_wholly(facts: InterestFacts) -> None:
    """What is said of a decision belongs to one; and a party never goes on, whoever agrees."""
    if facts.decision is None and (facts.decision_words or facts.decided_by):
        raise BrokenRule("decision", _l("Choisissez ce qui a été décidé."))
    if facts.kind is InterestKind.PARTY and facts.decision is InterestDecision.GOES_ON:
        raise BrokenRule("decision", _l("Qui est partie au dossier n’y travaille pas. Remplacez cette personne."))


def not_declared_already(new: Declared, known: Iterable[Declared]) -> None:
    """The same link, with the same decision, is declared once."""
    for one in known:
        if new.is_same_as(one) and (new.kind, new.letter, new.decision) == (one.kind, one.letter, one.decision):
            raise BrokenRule("kind", _l("Ce lien est déjà déclaré. Rayez d’abord l’ancien s’il est faux."))


def somebody_replaced(found: bool) -> None:
    """Whoever is replaced sits or serves in the institution."""
    if not found:
        raise BrokenRule("replaced", _l("Choisissez qui est remplacé, dans la liste."))


def place_is_theirs(role: BenchRole | None, theirs: Collection[BenchRole]) -> None:
    """Nobody is given a place that whoever is replaced does not have: a member’s does not make a chair."""
    if role is None:
        raise BrokenRule("role", _l("Choisissez à quelle place."))
    if role not in theirs:
        raise BrokenRule("role", _l("La personne remplacée n’a pas cette place dans l’institution. "
                                    "Choisissez-en une autre."))


def desk_is_for_the_desk(role: BenchRole | None, at_the_desk: bool) -> None:
    """Who chairs or keeps the desk is replaced from the desk: a mediator replaces members only."""
    if role is not BenchRole.MEMBER and not at_the_desk:
        raise BrokenRule("role", _l("Demandez au secrétariat ou à la présidence : eux seuls remplacent cette place."))


def nobody_names_themselves(actor_id: int | None, account_id: int | None) -> None:
    """Nobody gives themselves a place in a dispute."""
    if account_id is not None and actor_id == account_id:
        raise BrokenRule("account_id", _l("Demandez à une autre personne : nul ne se nomme soi-même."))


def access_is_open(account_id: int | None, is_open: bool) -> None:
    """Whoever is given a place by their account has one, and it is open."""
    if account_id is not None and not is_open:
        raise BrokenRule("account_id", _l("Choisissez une personne dont l’accès est ouvert."))


def not_replaced_already(gone: Somebody, replaced: Iterable[Somebody]) -> None:
    """Nobody is replaced twice at once."""
    if any(gone.is_same_as(one) for one in replaced):
        raise BrokenRule("replaced", _l("Cette personne est déjà remplacée. Mettez d’abord fin au remplacement."))


def no_circle(gone: Somebody, come: Somebody, replaced: Iterable[Somebody], standing: Iterable[Somebody]) -> None:
    """Who is replaced here replaces nobody; who stands in another’s place is not replaced before that ends."""
    if any(come.is_same_as(one) for one in replaced):
        raise BrokenRule("account_id" if come.account_id is not None else "name",
                         _l("Cette personne est elle-même remplacée ici. Choisissez quelqu’un d’autre."))
    if any(gone.is_same_as(one) for one in standing):
        raise BrokenRule("replaced", _l("Cette personne remplace quelqu’un ici. Mettez d’abord fin à son "
                                        "remplacement."))


def is_a(kind: ReplacementKind, wanted: ReplacementKind) -> None:
    """A replacement is ended by those who note replacements, a stand-in by the reviewer who may name one."""
    if kind is not wanted:
        raise BrokenRule("", _l("Cette suppléance vient de la supervision : elle seule y met fin.")
                         if kind is ReplacementKind.STAND_IN else _l("C’est un remplacement, pas une suppléance."))


def still_holds(until: date | None) -> None:
    """What is over is not ended a second time."""
    if until is not None:
        raise BrokenRule("", _l("C’est déjà terminé. Il n’y a rien à faire."))


def one_stand_in(standing: bool, keeps_the_desk: bool) -> None:
    """One stand-in at a time, and somebody who does not keep the dispute anyway."""
    if standing:
        raise BrokenRule("", _l("Quelqu’un est déjà nommé. Mettez d’abord fin à cette suppléance."))
    if keeps_the_desk:
        raise BrokenRule("account_id", _l("Cette personne tient déjà le secrétariat. Choisissez quelqu’un d’autre."))
