"""The road of a dispute: the acts that lead from where it stands to the next step, and the one that is next."""

from collections.abc import Iterable
from datetime import date

from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.casefile.after import After
from mediation.casefile.buttons import Button, button
from mediation.casefile.queries import File
from mediation.disputes.rules import missing_to_accept
from mediation.followup.rules import still_due
from mediation.kernel import clock
from mediation.kernel.language import _l
from mediation.referrals.models import Referral
from mediation.sessions.kinds import Result
from mediation.sessions.models import MediationSession

# A dispute that waits asks for nothing but what ends the waiting.
WAITS = {Stage.SUSPENDED: _l("Quand le travail reprend"), Stage.REFERRED: _l("Quand la réponse arrive")}

# Where what a rule finds missing is put right.
REPAIRS = {"parties": "party.add", "object": "object.add", "place": "dispute.amend",
           "reading": "agreement.read_aloud", "representative": "representative.appoint"}

# How what a session came to is written down.
CONCLUDED = {Result.AGREEMENT: "agreement.record", Result.NO_AGREEMENT: "mediation.fail"}

# A session of which nobody knows the day comes before those of which it is known.
UNDATED = (date.min, date.min)


def next_act(file: File, current: str | None) -> Button | None:
    """The first act on the road that is open to this reader; what is missing comes before what it is for."""
    for name, subject in _road(file, current):
        found = button(name, subject, file.dispute)
        if found is not None:
            return found
    return None


def _road(file: File, current: str | None) -> Iterable[tuple[str, object]]:
    """The acts that lead to the next step, the most direct first."""
    dispute, today = file.dispute, clock.today()
    if dispute.stage in WAITS:
        yield from _out_of_waiting(file)
        return
    if nobody_in_charge(file, current):
        yield "dispute.assign", dispute
    if current == "agreed":
        yield from ((CONCLUDED[one.result], dispute) for one in concluding(file))
    begun = [one for one in file.planned if not one.planned_on.certainly_future(today)]
    if current in ("accepted", "summoned", "heard", "agreed"):
        yield from (("session.record", one) for one in begun)
    match current:
        case "accepted":
            missing = lacking(file)
            yield from ((REPAIRS[code], dispute) for code, _words in missing)
            if not missing:
                yield from (("dispute.accept", dispute), ("session.record", dispute))
        case "summoned":
            yield from ((name, dispute) for name in ("summons.issue", "session.schedule", "session.record"))
        case "heard":
            yield from (("session.schedule", dispute),) if not file.planned else ()
            yield "session.record", dispute
        case "agreed":
            yield from _to_agreement(file)
        case "signed":
            yield from (("agreement.read_aloud", file.agreement), ("agreement.sign", file.agreement))
        case "followed" | "closed":
            yield from _to_the_end(file, current)


def _out_of_waiting(file: File) -> Iterable[tuple[str, object]]:
    """A pause is ended; an answer from outside is written down; who answers here is waited for, or called back from."""
    if file.dispute.stage is Stage.SUSPENDED:
        yield "dispute.resume", file.dispute
        return
    outside = [one for one in file.of(Referral)[-1:] if one.receiver_id is None]
    yield ("dispute.answer_referral" if outside else "dispute.recall"), file.dispute


def lacking(file: File) -> list[tuple]:
    """What the rule of accepting finds missing."""
    sides = len({party.side for party in file.principals})
    objects = sum(one.struck_at is None for one in file.objects)
    return missing_to_accept(sides, objects, file.dispute.place is not None)


def nobody_in_charge(file: File, current: str | None) -> bool:
    """Whether the parties would be called for nobody: somebody is in charge before they are."""
    today = clock.today()
    return current in ("summoned", "heard") and not any(
        one.struck_at is None and (one.until is None or one.until > today) for one in file.team)


def concluding(file: File) -> list[MediationSession]:
    """The last session held, when it ended the search and what it found is not written down yet."""
    if not file.held:
        return []
    last = max(file.held, key=lambda one: (one.held_on.sort_key if one.held_on else UNDATED, one.number))
    if last.result is Result.AGREEMENT:
        written = [one for one in file.agreements if one.stage is not AgreementStage.ABANDONED]
    elif last.result is Result.NO_AGREEMENT and not file.planned:
        written = [one for one in file.outcomes if one.struck_at is None]
    else:
        return []
    return [] if any(_written_since(one, last) for one in written) else [last]


def _written_since(one, session: MediationSession) -> bool:
    """Whether a settlement or an outcome is the one of this session, or may be later."""
    if getattr(one, "session_id", None) == session.id or not (one.happened_on and session.held_on):
        return True
    return not one.happened_on.certainly_before(session.held_on)


def _to_agreement(file: File) -> Iterable[tuple[str, object]]:
    """The next session is planned, and held; an agreement that was found without one is written down."""
    dispute = file.dispute
    if not file.planned:
        yield "session.schedule", dispute
    yield from (("session.record", dispute), ("agreement.record", dispute))


def _to_the_end(file: File, current: str) -> Iterable[tuple[str, object]]:
    """What is still due is visited, then the dispute is closed."""
    due = due_in(file)
    if due or current == "followed":
        begun = [one for one in file.to_visit if not one.planned_on.certainly_future(clock.today())]
        yield from (("visit.record", one) for one in begun)
        yield from (("visit.plan", agreement) for agreement in file.signed[-1:] if not file.to_visit)
        yield from (("visit.record", agreement) for agreement in file.signed[-1:])
    yield "dispute.close", file.dispute


def due_in(file: File) -> list:
    """What nobody has seen done yet, or what is to be seen again."""
    promised = (one for agreement in file.signed for one in agreement.commitments if not one.reserved_clause)
    return still_due(promised, After(file).again)
