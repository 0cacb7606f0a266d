"""What waits, kind by kind, as questions: sessions and visits planned, commitments due, pauses that end, answers
awaited, saisines to examine, drafts to sign, what was accepted and not begun; and the conditions of each group.

Nothing is late before its last possible day has passed, or the delay that its institution settled is over.
Each question joins the dispute itself, so that it is answered from the reader's own disputes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, String, and_, literal, not_, select, type_coerce

from mediation.acts.vocabulary import AgreementStage, Coded, Role, Stage
from mediation.agreements.models import Agreement, Commitment
from mediation.casefile import awaited
from mediation.commissions.delays import Delays
from mediation.disputes.models import Dispute
from mediation.followup.models import Visit
from mediation.kernel.language import _l
from mediation.referrals.models import Pause, Referral
from mediation.sessions.models import MediationSession

WEEK = timedelta(days=7)
EXAMINERS, DRAFTERS = (Role.SECRETARY, Role.CHAIR), (Role.SECRETARY, Role.MEDIATOR)
NOTHING = literal(None, String)


class Group(Coded):
    """When something is for; what has no day of its own waits."""

    LATE = "late", _l("En retard")
    WEEK = "week", _l("Cette semaine")
    WAITING = "waiting", _l("En attente")
    LATER = "later", _l("Plus tard")


class Kind(Coded):
    """What there is to do, as the line of a list says it."""

    SESSION = "session", _l("Séance")
    VISIT = "visit", _l("Visite de suivi")
    COMMITMENT = "commitment", _l("Engagement à vérifier")
    PAUSE = "pause", _l("Fin de la pause")
    EXAMINE = "examine", _l("Saisine à examiner")
    DRAFT = "draft", _l("Accord à lire et à signer")
    ANSWER = "answer", _l("Réponse attendue à un renvoi")
    ASSIGN = "assign", _l("Personne encore en charge")
    BEGIN = "begin", _l("Rien n’est encore prévu")


@dataclass(frozen=True)
class Question:
    """The rows of one kind, and the condition of each group, in the order in which they are tried."""

    asked: Select
    groups: tuple[tuple[Group, tuple], ...]


def questions(examines: bool, drafts: bool, far: bool, today: date, delays: Delays) -> Iterable[Question]:
    """What to ask for somebody who examines saisines, or has drafts read and signed, or neither, near or `far`."""
    for kind, number, words, hour, owner, said, conditions in _dated():
        asked = _asked(kind, number, words, hour, said).select_from(owner)
        yield Question(_in_dispute(asked, owner, *conditions), _by_last_day(said[-1], today))
    yield _answers(today, delays)
    if examines:
        asked = _asked(Kind.EXAMINE, literal(0)).where(Dispute.stage == Stage.REGISTERED)
        yield Question(asked, _by_delay(awaited.not_examined(delays, today)))
        yield _waits(_asked(Kind.ASSIGN, literal(0)).where(*awaited.without_a_team(today, far)))
    if drafts:
        yield _waits(_asked(Kind.BEGIN, literal(0)).where(*awaited.not_begun(today, far)))
        asked = _asked(Kind.DRAFT, Agreement.number, type_coerce(Agreement.stage, String)).select_from(Agreement)
        yield _waits(_in_dispute(
            asked, Agreement, Agreement.stage.in_((AgreementStage.DRAFTED, AgreementStage.READ)),
            Dispute.stage != Stage.CLOSED))


def _waits(asked: Select) -> Question:
    """What is for no day and has no delay."""
    return Question(asked, ((Group.WAITING, ()),))


def _in_dispute(asked: Select, owner, *conditions) -> Select:
    return asked.join(Dispute, Dispute.id == owner.dispute_id).where(*conditions)


def _by_last_day(latest, today: date) -> tuple:
    """By the last possible day; what is for no day is asked apart, so that the rest is read by day."""
    return ((Group.LATE, (latest < today,)), (Group.WEEK, (latest >= today, latest < today + WEEK)),
            (Group.LATER, (latest >= today + WEEK,)), (Group.LATER, (latest.is_(None),)))


def _by_delay(over) -> tuple:
    """Without a day of its own: late once a delay is over, and simply waiting where none is."""
    return (Group.LATE, (over,)), (Group.WAITING, (not_(over),))


def _dated() -> Iterable[tuple]:
    """What has a day: its number and words, the hour, its own table, the day as said, and when it counts."""
    opened = (Dispute.stage != Stage.CLOSED,)
    yield (Kind.SESSION, MediationSession.number, type_coerce(MediationSession.kind, String),
           MediationSession.planned_hour, MediationSession, _said(MediationSession, "planned_on"),
           awaited.planned_session() + opened)
    yield (Kind.VISIT, Visit.number, Visit.planned_words, NOTHING, Visit, _said(Visit, "planned_on"),
           awaited.planned_visit())
    yield (Kind.COMMITMENT, Commitment.number, Commitment.what, NOTHING, Commitment,
           _said(Commitment, "due_on"), awaited.promised() + opened)
    yield (Kind.PAUSE, literal(0), type_coerce(Pause.reason, String), NOTHING, Pause, _said(Pause, "until"),
           awaited.waiting())


def _answers(today: date, delays: Delays) -> Question:
    """The letters without an answer, by the day they left; late only where an institution settled a delay."""
    said = _said(Referral, "happened_on")
    asked = _asked(Kind.ANSWER, literal(0), Referral.receiver_name, NOTHING, said).select_from(Referral)
    over = and_(said[-1].is_not(None), awaited.not_answered(delays, said[-1], today))
    return Question(_in_dispute(asked, Referral, *awaited.unanswered()), _by_delay(over))


def _said(owner, name: str) -> tuple:
    """The four columns of an approximate date, the last possible day last."""
    return tuple(getattr(owner, f"{name}_{part}") for part in ("words", "precision", "earliest", "latest"))


def _asked(kind: Kind, number, words=NOTHING, hour=NOTHING, said=None) -> Select:
    """The columns every task has; what has no day of its own is shown by the day of the saisine."""
    words_said, precision, earliest, latest = said or (
        literal(""), literal("day"), Dispute.registered_on, Dispute.registered_on)
    return select(
        literal(kind.value).label("kind"), Dispute.id.label("dispute_id"), Dispute.reference, Dispute.title,
        Dispute.lead_id,
        Dispute.at_words.label("place"), number.label("number"), words.label("words"), hour.label("hour"),
        words_said.label("said"), type_coerce(precision, String).label("precision"),
        earliest.label("earliest"), latest.label("latest"))
