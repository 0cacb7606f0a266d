"""Questions about addresses of calendars, and about the sessions and visits that the reader at work sees.

Of what hangs on disputes only columns are read, and never words: no name, no story, no village is ever
loaded for a calendar. Whoever sees a whole region is given what is nearest to today.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, func, literal, or_, select

from mediation.accounts.models import Account
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.ledger import LedgerEntry
from mediation.acts.vocabulary import Stage
from mediation.calendars import tokens
from mediation.calendars.events import KINDS, PLACED, Meeting, Revision, days_of
from mediation.calendars.models import CalendarFetch, CalendarLink
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.followup.models import Visit
from mediation.kernel.db import db
from mediation.places.kinds import PlaceKind
from mediation.places.models import Place
from mediation.places.queries import above
from mediation.sessions.models import MediationSession

# Of each kind: more than any desk has in the days shown.
MOST = 250
# What changes the entries of a calendar: the acts on the meetings themselves, and what closes their dispute or
# moves it elsewhere.
REVISING = tuple(name for name, act in CATALOGUE.items() if act.noun in ("session", "visit")
                 or name in ("dispute.amend", "dispute.reopen") or Stage.CLOSED in act.leads_to)
NOTHING = literal(None)
PARTS = ("precision", "earliest", "latest")


@dataclass(frozen=True)
class Opened:
    """An open address that was asked for: whose it is, in which language, and when it was last fetched."""

    id: int
    account_id: int
    name: str
    language: str
    fetched_on: date | None


def link_of(account_id: int) -> CalendarLink | None:
    """The open address of this person, if they have one."""
    return db.session.scalar(
        select(CalendarLink).where(CalendarLink.account_id == account_id, CalendarLink.closed_at.is_(None)))


def fetched_on(link: CalendarLink) -> date | None:
    """The last day on which it was fetched."""
    return db.session.scalar(select(CalendarFetch.fetched_on).where(CalendarFetch.link_id == link.id))


def opened_with(token: str) -> Opened | None:
    """The open address of this secret, with its person; None for whatever opens nothing."""
    row = db.session.execute(
        select(CalendarLink.id, CalendarLink.account_id, Account.name, CalendarLink.language, CalendarFetch.fetched_on)
        .join(Account, Account.id == CalendarLink.account_id)
        .outerjoin(CalendarFetch, CalendarFetch.link_id == CalendarLink.id)
        .where(CalendarLink.token_hash == tokens.hash_of(token), CalendarLink.closed_at.is_(None))).first()
    return Opened(*row) if row else None


def meetings(first: date, last: date, today: date) -> list[Meeting]:
    """Every session and visit of the disputes in which one lies between these days (two statements)."""
    sessions = _asked(MediationSession, first, last, today, MediationSession.held_on_precision,
                      MediationSession.held_on_earliest, MediationSession.held_on_latest,
                      MediationSession.planned_hour, MediationSession.postponed_to_id)
    visits = _asked(Visit, first, last, today, Visit.happened_on_precision, Visit.happened_on_earliest,
                    Visit.happened_on_latest, NOTHING, NOTHING)
    return [_meeting(model, row) for model, asked in ((MediationSession, sessions), (Visit, visits))
            for row in db.session.execute(asked)]


def _asked(model, first: date, last: date, today: date, precision, earliest, latest, hour, next_id):
    """The columns of the meetings of one kind; the days when they were really held are given."""
    planned = (model.planned_on_precision, model.planned_on_earliest, model.planned_on_latest)
    held = (precision, earliest, latest)
    there = or_(*(and_(told.in_(PLACED), begins <= last, ends >= first) for told, begins, ends in (planned, held)))
    day = func.coalesce(earliest, model.planned_on_earliest)
    nearest = (case((day >= today, 0), else_=1), case((day >= today, day)), day.desc(), model.id)
    near = (select(model.dispute_id).join(Dispute, Dispute.id == model.dispute_id).where(there)
            .order_by(*nearest).limit(MOST).subquery())
    return (select(
        model.id, model.number, model.dispute_id, model.stage, model.struck_at.is_not(None).label("struck"),
        *(column.label(f"planned_{name}") for column, name in zip(planned, PARTS, strict=True)),
        *(column.label(f"held_{name}") for column, name in zip(held, PARTS, strict=True)),
        hour.label("hour"), next_id.label("next_id"), Dispute.reference,
        (Dispute.stage == Stage.CLOSED).label("closed"), _listed_place(model).label("place_id"))
        .join(Dispute, Dispute.id == model.dispute_id).join(Institution, Institution.id == Dispute.lead_id)
        .where(model.dispute_id.in_(select(near.c.dispute_id))).order_by(model.dispute_id, model.number))


def _listed_place(model):
    """Its place if that is in the list, else that of its dispute, else the seat of the institution that leads it.

    What is said in words only is taken to lie with the dispute when the words are the same; other words may mean
    any place, the judge's town as well as a village: there is none then.
    """
    elsewhere = model.at_words != func.coalesce(Dispute.at_words, "")
    return case((model.at_place_id.is_not(None), model.at_place_id), (elsewhere, None),
                (Dispute.at_place_id.is_not(None), Dispute.at_place_id), else_=Institution.place_id)


def _meeting(model, row) -> Meeting:
    planned = days_of(row.planned_precision, row.planned_earliest, row.planned_latest)
    held = days_of(row.held_precision, row.held_earliest, row.held_latest)
    return Meeting(KINDS[model.__tablename__], row.id, row.number, row.dispute_id, row.reference, row.stage,
                   row.struck, row.closed, planned, held, row.hour, row.next_id, row.place_id)


def revisions(disputes: Iterable[int]) -> dict[int, Revision]:
    """How often, and when last, the calendar of each dispute changed: it only grows, as the ledger does."""
    rows = db.session.execute(
        select(LedgerEntry.dispute_id, func.count(LedgerEntry.id), func.max(LedgerEntry.recorded_at))
        .where(LedgerEntry.dispute_id.in_(set(disputes)), LedgerEntry.act.in_(REVISING))
        .group_by(LedgerEntry.dispute_id))
    return {dispute: Revision(number, last) for dispute, number, last in rows}


def communes(place_ids: Iterable[int | None]) -> dict[int, str]:
    """The name of the commune in which each of these places lies, and nothing finer (two statements)."""
    places = list(db.session.scalars(select(Place).where(Place.id.in_(set(place_ids) - {None}))))
    higher = above(places)
    found = {}
    for place in places:
        for one in (place, *(higher[code] for code in place.codes_above if code in higher)):
            if one.kind is PlaceKind.COMMUNE:
                found[place.id] = one.name
    return found
