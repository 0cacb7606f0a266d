"""Questions that every paper of a dispute asks alike: each is put once while its papers are listed.

Outside `listing` each is put afresh: an act never decides on what was read before its lock.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from mediation.agreements import queries as agreements
from mediation.disputes import queries as disputes
from mediation.parties import queries as parties
from mediation.sessions import queries as sessions
from mediation.teams import queries as teams

_known: ContextVar[dict | None] = ContextVar("known", default=None)


@contextmanager
def listing() -> Iterator[None]:
    """Put each of these questions once inside."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def once(question: Callable) -> Callable:
    """The same question about a dispute, put once while papers are listed."""

    @wraps(question)
    def asked(dispute):
        known = _known.get()
        if known is None:
            return question(dispute)
        if (question, dispute.id) not in known:
            known[question, dispute.id] = question(dispute)
        return known[question, dispute.id]

    return asked


agreements_of = once(agreements.agreements_of)
people_of = once(agreements.people_of)
count_sides = once(disputes.count_sides)
count_objects = once(disputes.count_objects)
team_of = once(disputes.team_of)
parties_of = once(parties.parties_of)
held_of = once(sessions.held_of)
sessions_of = once(sessions.sessions_of)
outcomes_of = once(sessions.outcomes_of)
declared_in = once(teams.declared_in)
seats_of = once(teams.seats_of)
standing_in = once(teams.standing_in)
