"""What a session, a summons and a failed mediation say, and their musts."""

from dataclasses import dataclass
from datetime import date

from mediation.acts.late import LateFacts
from mediation.acts.refusals import BrokenRule
from mediation.disputes.kinds import Relation
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.parties.kinds import Language
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind, SummonsChannel

TALKED = frozenset({Result.GOES_ON, Result.AGREEMENT, Result.NO_AGREEMENT})


@dataclass(frozen=True)
class PresenceFacts:
    """Whether somebody came; parties, representatives and witnesses by number, others by name."""

    presence: Presence | None
    party: int | None = None
    representative: int | None = None
    witness: int | None = None
    name: str | None = None
    quality: str | None = None


@dataclass(frozen=True)
class SeatFacts:
    """Who sat; somebody of the team or of the institution is known by the name.

    `people` is how many sat as one group; None means one person, or that nobody counted.
    """

    name: str | None
    quality: str | None = None
    chaired: bool = False
    people: int | None = None


@dataclass(frozen=True)
class SessionFacts:
    """A session that was held. Counts left None are unknown; `somebody_came` None means: see the rest."""

    happened_on: ApproximateDate | None = None
    result: Result | None = None
    said: str | None = None
    kind: SessionKind | None = None
    place: SaidPlace | None = None
    duration: str | None = None
    attendance: tuple[PresenceFacts, ...] = ()
    bench: tuple[SeatFacts, ...] = ()
    women: int | None = None
    men: int | None = None
    participants: int | None = None
    somebody_came: bool | None = None
    languages: tuple[Language, ...] = ()
    decided: str | None = None
    next_words: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class PlanFacts:
    """A session to come."""

    planned_on: ApproximateDate | None
    planned_hour: str | None = None
    place: SaidPlace | None = None
    kind: SessionKind | None = None


@dataclass(frozen=True)
class PostponeFacts:
    """Why a session is put off, and to when if that is known."""

    reason: str
    planned_on: ApproximateDate | None = None
    planned_hour: str | None = None
    place: SaidPlace | None = None


@dataclass(frozen=True)
class CancelFacts:
    """Why a session will not be held."""

    reason: str


@dataclass(frozen=True)
class NoteFacts:
    """A reserved note, about the dispute or about one of its sessions (by number)."""

    text: str
    session: int | None = None


@dataclass(frozen=True)
class ReportFacts:
    """What one form tells of a session: the session, the next one, and a reserved note."""

    session: SessionFacts
    next_session: PlanFacts | None = None
    note: str | None = None


@dataclass(frozen=True)
class SummonsFacts:
    """Whom it calls (a party by number, or a person in words), to which session, and how it travels."""

    party: int | None = None
    person: str | None = None
    session: int | None = None
    channel: SummonsChannel | None = None
    happened_on: ApproximateDate | None = None
    text: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class ServiceFacts:
    """Whether it reached the person, when, through whom; or why it did not."""

    served: bool
    happened_on: ApproximateDate | None = None
    served_by: str | None = None
    received_by: str | None = None
    reason: str | None = None
    late: LateFacts | None = None


@dataclass(frozen=True)
class FailFacts:
    """That nobody agreed: when, and what stays between the parties."""

    happened_on: ApproximateDate | None = None
    points: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class DefaultFacts:
    """That a party never came: when it was stated, and in which words."""

    happened_on: ApproximateDate | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ResumeFacts:
    """Why the mediation is taken up again, and when."""

    reason: str | None
    happened_on: ApproximateDate | None = None


def still_to_come(field: str, when: ApproximateDate | None, today: date) -> None:
    """What is planned has a date, which cannot certainly be past."""
    if when is None:
        raise BrokenRule(field, _l("Donnez la date prévue. Un mois ou une saison suffit."))
    if when.certainly_past(today):
        raise BrokenRule(field, _l("Cette date est passée. Donnez une date à venir."))


def told(facts: SessionFacts) -> None:
    """A session that was held says how it ended."""
    if facts.result is None:
        raise BrokenRule("result", _l("Choisissez le résultat de la séance."))


def came(facts: SessionFacts) -> bool:
    """Whether somebody came: said so, seen in the attendance or the counts, else told by the result."""
    if facts.somebody_came is not None:
        return facts.somebody_came
    if _seen(facts):
        return True
    if any(person.presence for person in facts.attendance):
        return False
    return facts.result in TALKED


def _seen(facts: SessionFacts) -> bool:
    there = any(person.presence is Presence.CAME for person in facts.attendance)
    return there or any(count for count in (facts.women, facts.men, facts.participants))


def one_story(facts: SessionFacts) -> None:
    """Nobody came, and somebody was there: only one can be true."""
    if facts.somebody_came is False and _seen(facts):
        raise BrokenRule("somebody_came", _l("Quelqu’un est noté présent. Corrigez l’un des deux."))


def consistent_counts(facts: SessionFacts) -> None:
    """Women and men together are not more than all who came; unknown is not nought."""
    if facts.participants is not None and (facts.women or 0) + (facts.men or 0) > facts.participants:
        raise BrokenRule("participants", _l("Le total est plus petit que femmes et hommes ensemble. "
                                            "Corrigez un nombre."))


def everybody_named(facts: SessionFacts) -> None:
    """Whoever came or sat is somebody: known in the dispute, or by name."""
    for row, person in enumerate(facts.attendance):
        if not (person.name or person.party or person.representative or person.witness):
            raise BrokenRule(f"attendance-{row}-name", _l("Écrivez le nom de chaque personne présente."))
    for row, member in enumerate(facts.bench):
        if not member.name:
            raise BrokenRule(f"bench-{row}-name", _l("Écrivez le nom de chaque personne qui siégeait."))


def nobody_twice(facts: SessionFacts) -> None:
    """The same person is told of once."""
    people = [(p.party, p.representative, p.witness, p.name) for p in facts.attendance]
    names = [(member.name,) for member in facts.bench]
    for rows, question, written in (("attendance", "presence", people), ("bench", "seat", names)):
        for row, one in enumerate(written):
            if any(one) and one in written[:row]:
                raise BrokenRule(f"{rows}-{row}-{question}",
                                 _l("Une personne est écrite deux fois. Gardez une seule ligne."))


def counted_groups(facts: SessionFacts) -> None:
    """A group that sat is at least one person; not knowing is a blank, never nought."""
    for row, member in enumerate(facts.bench):
        if member.people is not None and member.people < 1:
            raise BrokenRule(f"bench-{row}-people", _l("Écrivez au moins 1, ou laissez vide si personne ne le sait."))


def one_chair(facts: SessionFacts) -> None:
    """At most one person chairs: a second one is asked about."""
    for row in [row for row, member in enumerate(facts.bench) if member.chaired][1:2]:
        raise BrokenRule(f"bench-{row}-seat", _l("Une seule personne préside. Choisissez laquelle."))


def told_why(reason: str | None) -> None:
    """Putting a session off or cancelling it has a reason."""
    if not reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi."))


def to_somebody(facts: SummonsFacts) -> None:
    """A summons goes to somebody: a party, or a person by name, not both."""
    if facts.party is None and not facts.person:
        raise BrokenRule("party", _l("Choisissez la partie, ou écrivez le nom de la personne."))
    if facts.party is not None and facts.person:
        raise BrokenRule("person", _l("Choisissez une partie ou écrivez un nom, pas les deux."))


def says_when(facts: SummonsFacts) -> None:
    """Whoever is called knows for when: the session is named, or the summons says it in words."""
    if facts.session is None and not facts.text:
        raise BrokenRule("text", _l("Choisissez la séance, ou écrivez le jour et le lieu. "
                                    "Si vous ne les savez pas, écrivez « on ne sait pas »."))


def service_explained(facts: ServiceFacts) -> None:
    """A summons that did not reach the person says why."""
    if not facts.served and not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi elle n’a pas été remise."))


def served_after_issue(issued: ApproximateDate | None, served: ApproximateDate | None) -> None:
    """Nothing is handed over certainly before it was sent."""
    if issued is not None and served is not None and served.certainly_before(issued):
        raise BrokenRule("happened_on", _l("C’est avant l’envoi. Corrigez la date de remise."))


def written(facts: NoteFacts) -> None:
    """A note says something."""
    if not facts.text:
        raise BrokenRule("text", _l("Écrivez la note."))


def ignored(served_on: ApproximateDate | None, awaited: bool, came_on: list[ApproximateDate | None]) -> bool:
    """Whether a served summons stands ignored: its day has come, and the party has not, on or after service.

    `came_on` are the days of the sessions to which the party came. What may have been an answer is one.
    """
    answered = any(served_on is None or day is None or not day.certainly_before(served_on) for day in came_on)
    return not awaited and not answered


def missing_to_default(ignored_summons: int) -> list:
    """What a default still needs: a served summons to which the party did not come."""
    if ignored_summons:
        return []
    return [("summons", _l("une convocation remise, à laquelle une partie n’est pas venue"))]


def missing_to_fail(held: int, refused: int) -> list:
    """What a non-conciliation still needs: something that was tried, be it a refusal to come."""
    if held or refused:
        return []
    return [("sessions", _l("une séance tenue, ou une partie qui a refusé de venir"))]


def warnings_for(kind: SessionKind | None, came: set[int], heard: set[int], sides: set[int],
                 relation: Relation | None, women: int | None = None) -> list:
    """What to look at, never a refusal; sides that came to this session, heard in all, and known.

    `women` is how many were counted; None means that nobody counted, which warns of nothing.
    """
    found = [_l("Aucune femme n’était là.")] if women == 0 else []
    if kind is SessionKind.SEPARATE and len(came) > 1:
        found.append(_l("Plusieurs côtés étaient là : ce n’est pas une rencontre à part."))
    if relation is Relation.FARMER_HERDER and len(sides) > 1 and heard and sides - heard:
        found.append(_l("Un seul côté a été entendu, entre cultivateurs et éleveurs. "
                        "Entendez aussi l’autre."))
    return found


def resumed_after_it_ended(ended: ApproximateDate | None, facts: ResumeFacts) -> None:
    """A mediation is taken up again after it ended."""
    in_order("happened_on", ended, facts.happened_on, _l("C’est avant la fin de la médiation. Changez cette date."))


def nothing_missing(missing: list) -> None:
    """Refuse as long as something is missing, and say what."""
    if missing:
        raise BrokenRule("", _l("Il manque encore : ") + ", ".join(str(words) for _, words in missing) + ".")


def signed_day_and_place_stay(signed: bool, kept: tuple, told: tuple) -> None:
    """The day and the place that a signed agreement names do not change any more."""
    if signed and kept != told:
        raise BrokenRule("happened_on", _l("Un accord signé repose sur cette séance. Sa date et son lieu restent."))
