"""What papers cannot do without (regulation, part 5; domain 7.3): the same words show what is missing and refuse."""

from collections.abc import Iterable

from mediation.acts import catalogue as acts
from mediation.agreements.rules import Person
from mediation.disputes.models import Dispute
from mediation.disputes.queries import count_objects, count_sides
from mediation.kernel.language import _l
from mediation.papers.composing import Must
from mediation.sessions.models import MediationSession


def of_dispute(dispute: Dispute) -> list[Must]:
    """Both sides identified, and what is contested described."""
    return [Must(_l("les deux côtés sont identifiés"), count_sides(dispute) >= 2, acts.ADD_PARTY),
            Must(_l("ce qui est contesté est décrit"), count_objects(dispute) > 0, acts.ADD_OBJECT)]


def of_session(held: MediationSession | None) -> list[Must]:
    """A session with its day and place, and who sat at it."""
    return [Must(_l("la séance est nommée"), held is not None),
            Must(_l("la séance a une date"), held is not None and held.held_on is not None, acts.AMEND_SESSION),
            Must(_l("la séance a un lieu"), held is not None and held.place is not None, acts.AMEND_SESSION),
            Must(_l("ceux qui siégeaient sont nommés"), held is not None and bool(held.bench), acts.AMEND_SESSION)]


def of_mandates(people: Iterable[Person]) -> list[Must]:
    """Each group has somebody who speaks for it, with a mandate."""
    return [Must(_l("%(name)s a un représentant, avec son mandat") % {"name": one.name}, one.spoken_for,
                 acts.APPOINT_REPRESENTATIVE) for one in people if one.kind.is_group]
