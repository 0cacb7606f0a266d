"""The list of who is expected at a session, or of who came to it, with a box for each to sign."""

from mediation.acts.vocabulary import SessionStage
from mediation.disputes.models import Dispute
from mediation.papers.composing import Composer, Frame, asking, made_by, resting
from mediation.papers.composing.meeting import attending, counted
from mediation.papers.composing.words import capital, day, facts, head, listed
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content, person, table, told
from mediation.parties.models import Party, Representative, Witness
from mediation.parties.queries import here, parties_of, witnesses_of
from mediation.sessions.kinds import Presence, SessionKind
from mediation.sessions.models import MediationSession
from mediation.sessions.queries import sitters_of, standing, summons_of

SIT = ("Qui siège : nom et qualité", "Signature ou empreinte"), (2, 1.4)
COME = ("Nom et qualité", "Présence", "Signature ou empreinte"), (2, 0.9, 1.4)
TO_TICK = "☐ là  ☐ pas là\n☐ refuse"
ALIAS = "ne signe que de son plein gré"
# Room for a thumbprint, in points.
ROW = 44


def _attendance(frame: Frame, session: MediationSession | None) -> Content:
    held = session is not None and session.stage is SessionStage.HELD
    come = _who_came(session) if held else _expected(frame.dispute, session) if session else []
    return Content(
        title=str(PaperKind.ATTENDANCE.label), subtitle=frame.dispute.title if session else "",
        head=head(frame), facts=facts(frame),
        parts=(
            told("Séance", session and _when(session), lines=2),
            table("", SIT[0], _bench(frame.dispute, session if held else None) if session else (), 3, SIT[1],
                  height=ROW, spare=0 if held else 2),
            table("", COME[0], come, 6, COME[1], height=ROW, spare=2),
            told("Combien", counted(session)),
        ),
        rests_on=resting.rows(resting.meeting(session) if held else (session,)) if session else ())


def _when(session: MediationSession) -> str:
    held = session.stage is SessionStage.HELD
    return " ".join(f"{line}." for line in (
        listed(day(session.held_on if held else session.planned_on), not held and session.planned_hour,
               session.place), session.kind and capital(session.kind.label)) if line)


def _bench(dispute: Dispute, held: MediationSession | None) -> list[list]:
    """Who sat; before the session, who usually does."""
    if held is not None:
        return [[person("", one.name, "".join(f", {more}" for more in (one.quality, one.seat.label) if more)), ""]
                for one in held.bench]
    return [[person("", one.name, f", {one.quality}" if one.quality else ""), ""] for one in sitters_of(dispute)]


def _who_came(held: MediationSession) -> list[list]:
    return [[attending(one), _presence(one.presence), ALIAS if one.witness else ""] for one in held.attendance]


def _presence(presence: Presence | None) -> str:
    return str(presence.label) if presence else TO_TICK


def _expected(dispute: Dispute, session: MediationSession) -> list[list]:
    """The parties with who speaks for them, or whom of them was called apart; witnesses at their hearing only."""
    called = [one for one in standing(summons_of(dispute)) if one.session_id == session.id]
    apart = {one.party_id for one in called if one.party_id} if session.kind in (
        SessionKind.SEPARATE, SessionKind.WITNESS_HEARING) else set()
    heard = session.kind is SessionKind.WITNESS_HEARING
    parties = [] if heard and not apart else [
        one for one in here(parties_of(dispute), session.planned_on) if not apart or one.id in apart]
    witnesses = standing(witnesses_of(dispute)) if heard else []
    return [[who, TO_TICK, box] for who, box in (
        *((one, "") for party in parties for one in _of_party(party, session)),
        *((person("", one.person), "") for one in called if one.person),
        *((_witness(one), ALIAS) for one in witnesses))]


def _of_party(party: Party, session: MediationSession) -> list[dict]:
    """The party, and who speaks for it on that day; a group comes by those who speak for it."""
    speakers = [_speaker(one, party) for one in party.representatives if one.spoke(session.planned_on)]
    return speakers if speakers and party.kind.is_group else [
        person(party.letter, party.name, f", {party.quality}" if party.quality else ""), *speakers]


def _speaker(one: Representative, party: Party) -> dict:
    return person(party.letter, one.name, f", {listed(one.quality, f'pour {party.name}')}")


def _witness(one: Witness) -> dict:
    return person("", one.alias, ", sous un nom d’emprunt")


def _rows(dispute: Dispute) -> list[MediationSession]:
    return [one for one in standing(asking.sessions_of(dispute))
            if one.stage in (SessionStage.PLANNED, SessionStage.HELD)]


made_by(Composer(PaperKind.ATTENDANCE, MediationSession, _rows, _attendance))
