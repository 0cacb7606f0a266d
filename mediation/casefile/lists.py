"""The list of disputes: views, filters, orders, pages; columns only, in as few statements as can be."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from sqlalchemy import FromClause, Select, and_, bindparam, exists, false, func, or_, select

from mediation.accounts.models import Account
from mediation.acts.ledger import LedgerEntry
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Coded, Role, Stage
from mediation.casefile.awaited import first_days, late, sent_on
from mediation.commissions.delays import Delays
from mediation.commissions.models import RoleHeld
from mediation.disputes.models import Dispute, TeamMember
from mediation.kernel import clock
from mediation.kernel.db import at_stage, checked_last, db
from mediation.kernel.language import _l
from mediation.kernel.paging import Order, Page, Question, capped, counted, question
from mediation.kernel.text import fold, fold_words

WORDS = 8
OPEN_NOW = Dispute.stage != Stage.CLOSED
DESKS = (Role.SECRETARY, Role.CHAIR, Role.REVIEWER)

class View(Coded):
    """A part of the disputes that one asks for by name."""

    OPEN = "open", _l("Ouverts")
    MINE = "mine", _l("Les miens")
    LATE = "late", _l("En retard")
    CLOSED = "closed", _l("Clos cette année")
    ALL = "all", _l("Tous")


class Sorting(Coded):
    """In which order they are listed."""

    RECENT = "recent", _l("récents d’abord")
    NUMBER = "number", _l("par numéro")
    ACTED = "acted", _l("d’après le dernier acte")


@dataclass(frozen=True)
class Listed:
    """What is listed: the view, the filters by name, the order, the page."""

    view: View = View.OPEN
    filters: tuple[tuple[str, object], ...] = ()
    order: Sorting = Sorting.RECENT
    cursor: str | None = None


def views_of(actor: Actor) -> list[View]:
    """The views that mean something to this person: whoever sees only their own needs no « mine »."""
    mine = bool(actor.sight.team) and actor.holds(*DESKS)
    return [view for view in View if view is not View.MINE or mine]


def open_disputes() -> Select:
    """The open disputes this person sees."""
    return select(Dispute.id).where(OPEN_NOW)


def listed(actor: Actor, what: Listed, delays: Delays) -> Page:
    """One page of the disputes asked for, each row with what the table shows."""
    return _asked(what, _known_as(what), clock.today(), delays).answered(own=sorted(actor.sight.team))


@lru_cache(maxsize=64)
def _asked(what: Listed, known: tuple[int, ...], today: date, delays: Delays) -> Question:
    """The question of a page, put together once a day: most people open the same one."""
    return question(_filtered(what, known, today, delays), _orders()[what.order], what.cursor,
                    dress=partial(_rows, today))


def counts(actor: Actor, delays: Delays) -> dict[View, int]:
    """How many disputes each view holds, in one statement; the view of all is not counted."""
    views = tuple(view for view in views_of(actor) if view is not View.ALL)
    asked = _counting(views, clock.today(), delays)
    numbers = db.session.execute(asked, {"own": sorted(actor.sight.team)}).one()
    return dict(zip(views, numbers, strict=True))


@lru_cache(maxsize=16)
def _counting(views: tuple[View, ...], today: date, delays: Delays) -> Select:
    """The question of the counts, put together once a day for each kind of reader."""
    return counted(*(capped(select(Dispute.id).where(*_in_view(view, today, delays))) for view in views))


def count(actor: Actor, what: Listed, delays: Delays) -> int:
    """How many disputes the view and its filters hold."""
    asked = counted(capped(_filtered(what, _known_as(what), clock.today(), delays)))
    return db.session.scalar(asked, {"own": sorted(actor.sight.team)})


def _rows(today: date, chosen: FromClause) -> Select:
    """The columns of the table, for the disputes of the page."""
    lead = select(TeamMember.name).where(
        TeamMember.dispute_id == Dispute.id, TeamMember.leads, TeamMember.struck_at.is_(None),
        TeamMember.until.is_(None) | (TeamMember.until > today)).limit(1)
    acted = select(LedgerEntry.recorded_at).where(
        LedgerEntry.dispute_id == Dispute.id).order_by(LedgerEntry.id.desc()).limit(1)
    session, visit, due, pause = first_days()
    return select(
        Dispute.reference, Dispute.title, Dispute.at_words.label("place"), Dispute.stage, Dispute.ending,
        Dispute.lead_id, Dispute.registered_on,
        lead.scalar_subquery().label("lead"), acted.scalar_subquery().label("acted"),
        session.label("session"), visit.label("visit"), due.label("due"), pause.label("pause"),
        sent_on().label("sent"),
    ).join(chosen, chosen.c.id == Dispute.id)


def _filtered(what: Listed, known: tuple[int, ...], today: date, delays: Delays) -> Select:
    """The disputes of a view and its filters; `own` is given when the statement runs."""
    conditions = {
        "stage": lambda stage: Dispute.stage == stage,
        "kind": lambda kind: Dispute.kind == kind,
        "since": lambda day: Dispute.registered_on >= day,
        "village": lambda words: has_words(Dispute.folded, words),
        "mediator": lambda words: _on_team(words, known, today),
    }
    return select(Dispute.id).where(
        *_in_view(what.view, today, delays), *(conditions[name](value) for name, value in what.filters))


def _in_view(view: View, today: date, delays: Delays) -> tuple:
    """The conditions of being in a view."""
    if view is View.ALL:
        return ()
    if view is View.CLOSED:
        ended = func.coalesce(Dispute.ended_on_latest, Dispute.registered_on)
        return checked_last(at_stage(Dispute.stage, Stage.CLOSED)), ended >= date(today.year, 1, 1)
    if view is View.MINE:
        return OPEN_NOW, Dispute.id.in_(bindparam("own", expanding=True))
    return (OPEN_NOW, late(today, delays)) if view is View.LATE else (OPEN_NOW,)


def _known_as(what: Listed) -> tuple[int, ...]:
    """The mediators with an account whose name is asked for, in any spelling."""
    asked = fold(dict(what.filters).get("mediator", ""))
    if not asked:
        return ()
    people = db.session.execute(
        select(Account.id, Account.name).join(RoleHeld, RoleHeld.account_id == Account.id)
        .where(RoleHeld.role == Role.MEDIATOR).distinct())
    return tuple(sorted(row.id for row in people if asked in fold(row.name)))


def _on_team(words: str, known: tuple[int, ...], today: date):
    """Somebody on the team now bears this name: by account in any spelling, others as it is written."""
    written = func.lower(TeamMember.name).contains(words.lower(), autoescape=True)
    named = or_(TeamMember.account_id.in_(known), written)
    return exists(select(TeamMember.id).where(
        TeamMember.dispute_id == Dispute.id, TeamMember.struck_at.is_(None), named,
        TeamMember.until.is_(None) | (TeamMember.until > today)))


def has_words(column, words: str):
    """The condition that a folded text holds each of these words, however its own words were cut."""
    folded = fold_words(words).split()[:WORDS]
    squeezed = func.replace(column, " ", "")
    return and_(*(squeezed.contains(word, autoescape=True) for word in folded)) if folded else false()


def _orders() -> dict[Sorting, Order]:
    """The orders of the list."""
    last = select(func.coalesce(func.max(LedgerEntry.id), 0)).where(LedgerEntry.dispute_id == Dispute.id)
    return {Sorting.RECENT: Order("recent", (Dispute.registered_on, Dispute.id)),
            Sorting.NUMBER: Order("number", (Dispute.reference,), descending=False),
            Sorting.ACTED: Order("acted", (last.scalar_subquery(), Dispute.id))}
