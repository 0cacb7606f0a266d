"""What a supervisor asks of a dispute (domain 7.3, 7.6), answered yes, no, or by counts: no name, no typed word."""

from collections.abc import Iterable

from mediation.acts.late import LateEntry
from mediation.acts.vocabulary import AgreementStage, MeasureStage, PaperStage, SummonsStage
from mediation.agreements.models import Agreement
from mediation.agreements.queries import days_late
from mediation.casefile.queries import File
from mediation.context.models import Measure
from mediation.kernel import clock
from mediation.papers.models import Paper
from mediation.papers.sent import MINUTES
from mediation.sessions.kinds import OutcomeKind
from mediation.sessions.queries import sides_came
from mediation.teams.models import Interest, Replacement
from mediation.validity.models import CopyGiven, RouteStep

USUAL_CALLS = 3
NOT_ASKED = "sans objet"


def answers(file: File) -> list[tuple[str, str]]:
    """Every question with its answer, in the order of a dispute's life."""
    return [*_before(file), *_sessions(file), *_calls(file), *_agreements(file), *_route(file), *_after(file),
            *_around(file)]


def yes(answer: bool | None) -> str:
    """« oui », « non », or that there is nothing to ask about."""
    return NOT_ASKED if answer is None else "oui" if answer else "non"


def of(rows: Iterable, fulfil) -> str:
    """How many of some rows fulfil something."""
    rows = list(rows)
    return f"{sum(bool(fulfil(one)) for one in rows)} sur {len(rows)}" if rows else NOT_ASKED


def _standing(rows: Iterable) -> list:
    return [one for one in rows if getattr(one, "struck_at", None) is None]


def _before(file: File) -> list[tuple[str, str]]:
    groups = [party for party in file.principals if party.kind.is_group]
    return [
        ("Les deux côtés sont identifiés", yes(len({party.side for party in file.principals}) >= 2)),
        ("Ce qui est contesté est décrit", yes(bool(_standing(file.objects)))),
        ("Groupes qui ont un représentant avec mandat",
         of(groups, lambda one: any(speaker.spoke() for speaker in one.representatives))),
        ("Tentatives d’avant, notées", str(len(_standing(file.attempts)))),
    ]


def _sessions(file: File) -> list[tuple[str, str]]:
    held = file.held
    sides = {party.side for party in file.principals}
    return [
        ("Séances tenues qui ont une date et un lieu", of(held, lambda one: one.held_on and one.place)),
        ("Séances où ceux qui siégeaient sont nommés", of(held, lambda one: one.bench)),
        ("Séances où des femmes sont comptées", of(held, lambda one: one.women)),
        ("Séances où tous les côtés sont venus", of(held, lambda one: sides <= sides_came(one))),
        ("Liens avec une partie déclarés", str(len(_standing(file.of(Interest))))),
        ("Personnes remplacées pour ce dossier", str(len(file.of(Replacement)))),
    ]


def _calls(file: File) -> list[tuple[str, str]]:
    calls = _standing(file.summons)
    defaults = [one for one in _standing(file.outcomes) if one.kind is OutcomeKind.DEFAULT]
    most = max((sum(one.party_id == party.id for one in calls) for party in file.parties), default=0)
    return [
        ("Convocations dont la remise est notée", of(calls, lambda one: one.stage is not SummonsStage.ISSUED)),
        ("Convocations remises", of(calls, lambda one: one.stage is SummonsStage.SERVED)),
        ("Convocations à une même partie, au plus", str(most)),
        ("Carence notée après trois convocations", yes(bool(defaults)) if most >= USUAL_CALLS else NOT_ASKED),
    ]


def _agreements(file: File) -> list[tuple[str, str]]:
    written = [one for one in file.agreements if one.stage is not AgreementStage.ABANDONED]
    signed = [one for one in written if one.was_signed]
    lines = [line for one in signed for line in one.signatures]
    return [
        ("Accords lus aux parties, langue notée", of(written, lambda one: one.reading and one.reading.languages)),
        ("Accords signés", of(written, lambda one: one.was_signed)),
        ("Accords où des femmes sont comptées", of(written, lambda one: one.women or (
            one.session and one.session.women))),
        ("Lignes de signature certifiées par un témoin", of(lines, lambda one: one.certified_by)),
        ("Accords signés dont le procès-verbal est établi", of(signed, lambda one: _minutes(file, one))),
        ("Accords signés dont une copie est remise à chaque côté", of(signed, lambda one: _copied(file, one))),
    ]


def _minutes(file: File, agreement: Agreement) -> bool:
    return any(one.kind in MINUTES and one.about == f"agreement:{agreement.id}" and one.stage is PaperStage.CURRENT
               for one in file.of(Paper))


def _copied(file: File, agreement: Agreement) -> bool:
    given = {letter for one in _standing(file.of(CopyGiven)) if one.agreement_id == agreement.id
             for letter in one.sides or ""}
    return {line.letter for line in agreement.signatures if line.letter} <= given


def _route(file: File) -> list[tuple[str, str]]:
    steps = _standing(file.of(RouteStep))
    signed = [one for one in file.agreements if one.was_signed]

    def has(kind: AgreementStage):
        return lambda one: any(step.kind is kind and step.agreement_id == one.id for step in steps)

    return [("Accords signés et visés", of(signed, has(AgreementStage.ENDORSED))),
            ("Accords transmis au juge", of(signed, has(AgreementStage.TRANSMITTED))),
            ("Accords homologués", of(signed, has(AgreementStage.HOMOLOGATED))),
            ("Renvois du juge", str(sum(step.kind is AgreementStage.RETURNED for step in steps)))]


def _after(file: File) -> list[tuple[str, str]]:
    promised = [one for agreement in file.signed for one in agreement.commitments]
    today = clock.today()
    return [
        ("Engagements en retard", of(promised, days_late)),
        ("Visites de suivi faites", str(len(file.made))),
        ("Visites prévues et en retard", of(file.to_visit, lambda one: one.planned_on.days_late(today))),
    ]


def _around(file: File) -> list[tuple[str, str]]:
    measures = [one for one in _standing(file.of(Measure)) if one.stage is not MeasureStage.LIFTED]
    return [
        ("Mesures d’attente qui ont une fin", of(measures, lambda one: one.until)),
        ("Saisies tardives", str(sum(bool(one.late) for one in file.of(LateEntry)))),
        ("Faits rayés", str(sum(entry.act.endswith(".strike") for entry in file.entries))),
    ]
