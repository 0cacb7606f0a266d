"""The minutes of a mediation that ends without a settlement: nobody agreed, or somebody never came."""

from collections.abc import Iterable
from datetime import date

from mediation.agreements.queries import about_of, people_of
from mediation.agreements.rules import lines_of
from mediation.disputes.models import Attempt, Dispute
from mediation.disputes.queries import attempts_of
from mediation.papers.composing import Composer, Frame, Must, asking, made_by, musts, resting
from mediation.papers.composing.meeting import (
    VISAS,
    bench_seats,
    in_words,
    not_there,
    positions,
    said_by_sides,
    those,
    told_links,
)
from mediation.papers.composing.words import capital, day, facts, head, listed, parties, sitting
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, people, person, seat, table, told
from mediation.sessions.kinds import OutcomeKind, Presence
from mediation.sessions.models import MediationOutcome, MediationSession, Summons
from mediation.sessions.queries import standing

BEFORE = ("Quand", "Par qui", "Ce qui en est sorti"), (0.8, 1.4, 1.8)
MEETINGS = ("Quand", "Quelle séance, où, devant qui", "Sont venus", "Ne sont pas venus"), (0.7, 1.5, 1.2, 1.2)
CALLS = ("N°", "Qui était appelé", "Pour quand", "Comment elle a été remise"), (0.3, 1.4, 0.9, 2)
UNDATED = date.max, date.max
ONE_COPY = "Une copie est remise à chaque partie."


def _failed(frame: Frame, outcome: MediationOutcome | None) -> Content:
    return _ended(frame, PaperKind.NON_CONCILIATION, outcome, (
        said_by_sides(frame.dispute),
        told("Points qui restent", outcome and (outcome.points or "Tous."), lines=4),
        told("Pourquoi pas d’accord", outcome and (outcome.reason or "—"), lines=3)),
        lines_of(people_of(frame.dispute), ()) if outcome else (),
        resting.rows(positions(frame.dispute)) if outcome else ())


def _defaulted(frame: Frame, outcome: MediationOutcome | None) -> Content:
    calls = _ignored(outcome) if outcome else []
    called = {one.party.number for one in calls if one.party}
    there = [one for one in people_of(frame.dispute) if one.number not in called] if outcome else []
    return _ended(frame, PaperKind.DEFAULT, outcome, (
        table("Convocations restées sans réponse", CALLS[0], map(_call, calls), 4, CALLS[1], height=28),
        told("Points qui restent", outcome and (outcome.points or "Tous."), lines=2),
        told("Ce qui a été constaté", outcome and (outcome.reason or "Personne n’est venu à ces convocations."),
             lines=3)),
        lines_of(there, ()), resting.rows(calls, (one.session for one in calls)))


def _ended(frame: Frame, kind: PaperKind, outcome: MediationOutcome | None, middle: tuple, signing: Iterable,
           also: tuple[str, ...]) -> Content:
    """What both have: the parties, what was tried before and since, then what is their own; who signs."""
    dispute = frame.dispute
    held, before = (_tried(outcome), _before(dispute)) if outcome else ([], [])
    bench = next((one.bench for one in reversed(held) if one.bench), [])
    return Content(
        title=str(kind.label), subtitle=dispute.title if outcome else "", head=head(frame), facts=facts(frame),
        parts=(
            told("Constaté le", outcome and (day(outcome.happened_on) or "date non indiquée"), lines=1),
            people("Parties", parties(people_of(dispute)) if outcome else ()),
            told("Objet", outcome and about_of(dispute), lines=3),
            *told_links(dispute),
            *_listed_table("Tenté avant la saisine", BEFORE, map(_attempt, before), outcome, 2),
            *_listed_table("Séances", MEETINGS, map(_meeting, held), outcome, 5),
            *middle,
        ),
        seats=(*(seat(one.letter, one.name, one.quality or "") for one in signing), *bench_seats(bench)),
        blank_seats=5, visas=VISAS, closing=ONE_COPY,
        rests_on=(*resting.rows(
            (outcome,), before, resting.people(dispute, people_of(dispute)), resting.objects(dispute),
            resting.links(dispute), *map(resting.meeting, held)), *also) if outcome else ())


def _listed_table(label: str, columns: tuple, rows: Iterable, outcome: MediationOutcome | None,
                  blanks: int) -> tuple[dict, ...]:
    """A table, or the word that there was nothing; on a blank paper, rows to fill."""
    rows = list(rows)
    if outcome is not None and not rows:
        return (told(label, "Rien n’est écrit."),)
    return (table(label, columns[0], rows, blanks, columns[1], height=28),)


def _before(dispute: Dispute) -> list[Attempt]:
    return standing(attempts_of(dispute))


def _attempt(one: Attempt) -> list[str]:
    return [day(one.when), listed(capital(one.channel.label), one.body, one.level and one.level.label, one.place),
            "\n".join(filter(None, (listed(one.result and capital(one.result.label), one.decision,
                                           one.applied and one.applied.label), one.told)))]


def _tried(outcome: MediationOutcome) -> list[MediationSession]:
    """The sessions held until then, by date: one of a mediation that was taken up again later is not told."""
    ended = outcome.happened_on
    found = [one for one in asking.held_of(outcome.dispute)
             if not (ended and one.held_on and one.held_on.certainly_after(ended))]
    return sorted(found, key=lambda one: one.held_on.sort_key if one.held_on else UNDATED)


def _meeting(held: MediationSession) -> list[str]:
    came = in_words(those(held, Presence.CAME)) or (
        f"{held.participants} personnes" if held.participants else "" if held.somebody_came else "Personne")
    return [day(held.held_on), "\n".join(filter(None, (
        listed(held.kind and capital(held.kind.label), held.place), held.bench and f"Devant {sitting(held.bench)}"))),
        came, not_there(held)]


def _ignored(outcome: MediationOutcome) -> list[Summons]:
    """The summons that a default names, without those struck out since."""
    return standing([one.summons for one in outcome.ignored])


def _call(one: Summons) -> list:
    meeting = one.session
    return [str(one.number), person(one.party.letter if one.party else "", one.addressee),
            meeting and day(meeting.planned_on or meeting.held_on) or "—", listed(
                one.channel and capital(one.channel.label), one.happened_on and f"envoyée : {day(one.happened_on)}",
                one.served_on and f"remise : {day(one.served_on)}", one.served_by and f"par {one.served_by}",
                one.received_by and f"reçue par {one.received_by}")]


def _musts_to_fail(outcome: MediationOutcome) -> list[Must]:
    held = _tried(outcome)
    return [*_common(outcome, held), musts.attempts_listed(held)]


def _musts_to_default(outcome: MediationOutcome) -> list[Must]:
    return [*_common(outcome, _tried(outcome)), musts.ignored_summons(_ignored(outcome))]


def _common(outcome: MediationOutcome, held: list[MediationSession]) -> list[Must]:
    dispute = outcome.dispute
    return [*musts.of_dispute(dispute), *(musts.of_session(held[-1]) if held else ()),
            *musts.of_mandates(dispute, musts.who_came(dispute, held)),
            *musts.of_links(dispute, held[-1].bench if held else ())]


def _of(kind: OutcomeKind):
    return lambda dispute: [one for one in standing(asking.outcomes_of(dispute)) if one.kind is kind]


made_by(Composer(PaperKind.NON_CONCILIATION, MediationOutcome, _of(OutcomeKind.FAIL), _failed, _musts_to_fail))
made_by(Composer(PaperKind.DEFAULT, MediationOutcome, _of(OutcomeKind.DEFAULT), _defaulted, _musts_to_default))
