"""Disputes as papers need them: whole sessions, mediations that failed, papers issued; and what a paper says."""

import re
from contextlib import contextmanager
from io import BytesIO
from uuid import uuid4

from pypdf import PdfReader

from mediation.acts import scope
from mediation.disputes.models import Dispute
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.papers import issuing, printing, queries
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.parts import Content
from mediation.papers.rules import ReserveFacts
from mediation.places.models import SaidPlace
from mediation.sessions import rules as sessions
from mediation.sessions import service
from mediation.sessions.kinds import Presence, SessionKind
from mediation.sessions.models import MediationOutcome, MediationSession
from tests.builders.land import one_field
from tests.builders.parties import two_sides
from tests.builders.sessions import days, held, summoned

BENCH = (sessions.SeatFacts("Bakary Samaké", chaired=True), sessions.SeatFacts("Kadia Mallé", "conseillère"))
STAMP = {"number": "MSG-P-2026-0001", "code": "7F3K2 92QDA", "address": "https://localhost/check/7F3K292QDA/",
         "made": "Établi le 26 février 2026 à 8 h 40", "journal": "Journal, ligne 17702", "root": "a" * 64}
FURNITURE = re.compile(r"(Journal:[0-9a-f]{64})?(MSG-P-[\d-]+)?·page\d+/\d+"
                       r"|Établile.{,120}donnezlenuméroàlacommission\.")


def came(*parties: int) -> tuple[sessions.PresenceFacts, ...]:
    """Parties, by number, that came."""
    return tuple(sessions.PresenceFacts(Presence.CAME, party=one) for one in parties)


def whole(house, dispute: Dispute, kind: SessionKind = SessionKind.JOINT, **more) -> MediationSession:
    """A session of which everything is written that minutes need."""
    return held(house, dispute, **{"kind": kind, "place": SaidPlace(None, "Farako"), "bench": BENCH,
                                   "said": "Chacun a dit où passait la limite.", "attendance": came(1, 2), **more})


def with_sides(house) -> Dispute:
    """An accepted dispute of two sides with its field, of which no session has been held."""
    dispute = house.registered()
    two_sides(house, dispute)
    one_field(house, dispute)
    return accept_dispute(house.actor("moussa"), dispute, AcceptFacts())


def failed(house, dispute: Dispute | None = None, **more) -> MediationOutcome:
    """A mediation that ended without an agreement, after one whole session."""
    dispute = dispute or with_sides(house)
    whole(house, dispute)
    facts = {"points": "La limite à l’ouest.", "reason": "Chacun garde son avis.", "happened_on": days(0), **more}
    return service.fail_mediation(house.actor("moussa"), dispute, sessions.FailFacts(**facts))


def defaulted(house, dispute: Dispute | None = None, **more) -> MediationOutcome:
    """A mediation that the second side never came to, summoned once for a session held without it."""
    dispute = dispute or with_sides(house)
    meeting = whole(house, dispute, attendance=(
        *came(1), sessions.PresenceFacts(Presence.ABSENT, party=2)))
    summoned(house, dispute, 2, session=meeting.number)
    return service.default_mediation(house.actor("moussa"), dispute, sessions.DefaultFacts(
        **{"happened_on": days(0), **more}))


def numbered(place: int) -> str:
    """The number of the first, second… paper of the house this year."""
    return f"MSG-P-{clock.today().year}-{place:04d}"


def missing(house, kind: PaperKind, row) -> list[str]:
    """What this paper lacks, as somebody of the desk is told."""
    with reading(house, row) as (_, again):
        return [str(must.words) for must in queries.composer_of(kind).musts(again) if not must.done]


def composed(house, kind: PaperKind, row) -> Content:
    """What this paper says now."""
    with reading(house, row) as (dispute, again):
        return queries.composed(kind, dispute, again)


def printed(kind: PaperKind, content: Content) -> bytes:
    """The file of a paper."""
    return printing.draw(kind, content.as_json(), STAMP, clock.now())


def issued(house, kind: PaperKind, row) -> Paper:
    """A paper issued about a row, by the secretary."""
    with reading(house, row) as (dispute, _):
        facts = ReserveFacts(kind, 0 if row is dispute else row.number)
        return issuing.issue(house.actor("moussa"), dispute, facts, key=str(uuid4()))


@contextmanager
def reading(house, row):
    """The dispute and the row as the secretary reads them afresh."""
    db.session.rollback()
    with scope.looking_as(house.actor("moussa")):
        yield (row if isinstance(row, Dispute) else row.dispute), row


def pages(file: bytes) -> list[str]:
    """The text of each page of a file."""
    return [page.extract_text() for page in PdfReader(BytesIO(file)).pages]


def packed(text: str) -> str:
    """A text without its blanks: lines are broken by the page."""
    return re.sub(r"\s+", "", text)


def words_of(file: bytes, content: Content) -> str:
    """All that a file says, packed, as if on one page: without the head and the foot of each page."""
    first, *others = (FURNITURE.sub("", packed(page)) for page in pages(file))
    again = packed(content.title + content.facts[0])
    return first + "".join(one.replace(again, "", 1) for one in others)


def strings(value) -> list[str]:
    """Every text in what a paper says, but for the names of the parts themselves."""
    match value:
        case str():
            return [value]
        case dict():
            return [one for name, inner in value.items() if name not in ("is", "hint") for one in strings(inner)]
        case list() | tuple():
            return [one for inner in value for one in strings(inner)]
    return []
