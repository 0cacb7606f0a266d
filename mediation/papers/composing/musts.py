"""What papers cannot do without (regulation, part 5; domain 7.3): the same words show what is missing and refuse.

Each is a noun, so that it reads alike with a tick and after « Il manque ».
"""

from collections.abc import Iterable

from mediation.acts import catalogue as acts
from mediation.acts.vocabulary import SummonsStage
from mediation.agreements.rules import Person
from mediation.disputes.models import Dispute, TeamMember
from mediation.kernel.language import _l
from mediation.papers.composing import Must, asking
from mediation.sessions.kinds import Presence
from mediation.sessions.models import BenchMember, MediationSession, Summons
from mediation.sessions.queries import sides_came
from mediation.teams import queries as teams
from mediation.teams.kinds import BenchRole, InterestDecision
from mediation.teams.rules import Declared, Somebody


def of_dispute(dispute: Dispute) -> list[Must]:
    """Both sides identified, and what is contested described."""
    return [Must(_l("deux côtés, chacun avec une partie nommée"), asking.count_sides(dispute) >= 2, acts.ADD_PARTY),
            Must(_l("ce qui est contesté, décrit"), asking.count_objects(dispute) > 0, acts.ADD_OBJECT)]


def of_session(held: MediationSession | None, named_by: Must | None = None) -> list[Must]:
    """A session with its day and place, and who sat at it; `named_by` is what brings a session that is not named."""
    if held is None:
        return [named_by]
    mended = acts.AMEND_SESSION, held
    return [Must(_l("la date de la séance"), held.held_on is not None, *mended),
            Must(_l("le lieu de la séance"), held.place is not None, *mended),
            Must(_l("qui siégeait à la séance"), bool(held.bench), *mended)]


def with_result(held: MediationSession) -> Must:
    """How the session ended."""
    return Must(_l("le résultat de la séance"), held.result is not None, acts.AMEND_SESSION, held)


def something_said(held: MediationSession) -> Must:
    """What was said is written down."""
    return Must(_l("ce qui a été dit"), bool(held.said), acts.AMEND_SESSION, held)


def something_seen(held: MediationSession) -> Must:
    """What was seen is written down."""
    return Must(_l("ce qui a été vu"), bool(held.said), acts.AMEND_SESSION, held)


def both_sides_there(held: MediationSession) -> Must:
    """At least two sides faced each other."""
    return Must(_l("au moins deux côtés présents à la séance"), len(sides_came(held)) > 1, acts.AMEND_SESSION, held)


def who_came(dispute: Dispute, sessions: Iterable[MediationSession]) -> list[Person]:
    """The parties that came to one of these sessions, themselves or by somebody who speaks for them."""
    came = {(one.party or one.representative.party).number for held in sessions for one in held.attendance
            if one.presence is Presence.CAME and (one.party or one.representative)}
    return [one for one in asking.people_of(dispute) if one.number in came]


def of_mandates(dispute: Dispute, people: Iterable[Person]) -> list[Must]:
    """Each group has somebody who speaks for it, with a mandate."""
    rows = {one.number: one for one in asking.parties_of(dispute)}
    return [Must(_l("qui parle pour %(name)s, avec son mandat") % {"name": one.name}, one.spoken_for,
                 acts.APPOINT_REPRESENTATIVE, rows[one.number]) for one in people if one.kind.is_group]


def attempts_listed(tried: Iterable) -> Must:
    """A non-conciliation lists what was tried: at least one session held, or somebody who refused to come."""
    return Must(_l("au moins une séance tenue, ou un refus de venir"), bool(tried), acts.RECORD_SESSION)


def ignored_summons(ignored: Iterable[Summons]) -> Must:
    """A default names at least one summons that was served and that somebody did not follow."""
    return Must(_l("une convocation remise, à laquelle une partie n’est pas venue"),
                any(one.stage is SummonsStage.SERVED for one in ignored), acts.ISSUE_SUMMONS)


def of_links(dispute: Dispute, sat: Iterable[BenchMember]) -> list[Must]:
    """Whoever sits and is tied to a party goes on by a decision, or is replaced, and that is written down.

    Looked at are those who sat, the team, whoever chairs the institution, and whoever declared a link.
    """
    declared, standing = asking.declared_in(dispute), asking.standing_in(dispute)
    seats, team = asking.seats_of(dispute), asking.team_of(dispute)
    there = [one for one in team if one.struck_at is None and one.until is None]
    gone = [*teams.replaced_in(standing), *(one for one in team if one.until is not None)]
    involved = teams.involved_in(asking.parties_of(dispute))
    chairs = [one for one in seats if BenchRole.CHAIR in one.places]
    found = []
    for one in _each_once((*sat, *there, *teams.replacing_in(standing), *chairs, *declared)):
        links = _links_of(one, declared)
        if _is_among(one, gone):
            continue
        if any(link.decision is None for link in links) or (not links and _is_among(one, involved)):
            found.append(_undecided(one.name))
        elif _to_be_replaced(links) and _is_among(one, (*there, *seats)):
            found.append(_not_replaced(one, there))
    return found or [Must(_l("les liens de qui siège avec une partie, décidés s’il y en a"), True)]


def _undecided(name: str) -> Must:
    words = _l("la décision sur le lien entre %(name)s et une partie : continuer, ou se faire remplacer")
    return Must(words % {"name": name}, False, acts.DECLARE_INTEREST)


def _not_replaced(one: Somebody, team: list[TeamMember]) -> Must:
    words = _l("qui remplace %(name)s, comme c’est décidé") % {"name": one.name}
    member = next((member for member in team if one.is_same_as(member)), None)
    return Must(words, False, *(acts.REPLACE_MEDIATOR_DISPUTE, member) if member else (acts.REPLACE_BENCH,))


def _each_once(people: Iterable) -> list[Somebody]:
    found: list[Somebody] = []
    for one in people:
        somebody = Somebody(one.account_id, one.name)
        if not _is_among(somebody, found):
            found.append(somebody)
    return found


def _is_among(one: Somebody, others: Iterable) -> bool:
    return any(one.is_same_as(other) for other in others)


def _links_of(one: Somebody, declared: list[Declared]) -> list[Declared]:
    """The links of somebody; of the same link, what was declared last stands."""
    return list({(link.kind, link.letter): link for link in declared if one.is_same_as(link)}.values())


def _to_be_replaced(links: list[Declared]) -> bool:
    return any(link.decision is InterestDecision.REPLACED for link in links)
