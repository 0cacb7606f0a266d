"""What a person sees: resolved once per request, applied to every read of disputes and of what hangs on them.

No `Sight`, no read. The criteria are two static rules, one on the dispute and one on the mixin of all
its dependents; their values are bound when a statement is executed. What grants or bars sight is
contributed by later slices by table name only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from json import dumps
from types import FunctionType
from weakref import WeakKeyDictionary

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    String,
    any_,
    bindparam,
    event,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import (
    Mapped,
    Session,
    UserDefinedOption,
    declared_attr,
    mapped_column,
    relationship,
    with_loader_criteria,
)
from sqlalchemy.sql import and_

from mediation.acts.guard import Guarded
from mediation.acts.refusals import NoViewer
from mediation.acts.sight import KEEPER, Actor, Holding, Sight, said_roles
from mediation.acts.vocabulary import ReferralStage, Role, Stage
from mediation.kernel import clock
from mediation.kernel.db import Base, ask, db, is_sqlite
from mediation.kernel.paging import UNSORTED

# Who looks is asked for here, beside what they see.
__all__ = ["KEEPER", "Actor", "Holding", "Sight", "said_roles"]

WIDE = 30
AT_A_DESK = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR)
AWAITED = (ReferralStage.SENT, ReferralStage.ACCEPTED)
# The link that a dispute opened from a referral has to the one that was referred.
TAKEN_OVER = "referred"

_sight: ContextVar[Sight | None] = ContextVar("sight", default=None)


@contextmanager
def looking_as(actor: Actor, as_guest: bool = False) -> Iterator[None]:
    """Read as this person inside an act, as the lock found them; in one for guests, also what was sent to them."""
    sight = actor.sight
    with _looking(replace(sight, team=sight.team | sight.received) if as_guest else sight):
        yield


@contextmanager
def seen_by(actor: Actor) -> Iterator[None]:
    """Read as this person inside; rows loaded under another viewer are forgotten first."""
    db.session.expunge_all()
    with looking_as(actor):
        yield


@contextmanager
def counting(institutions: Iterable[int]) -> Iterator[None]:
    """Count in the disputes these institutions lead, for somebody who reads none: no row can be loaded inside."""
    with _looking(Sight(supervised=frozenset(institutions), rows=False)):
        yield


@contextmanager
def receiving(actor: Actor) -> Iterator[None]:
    """List papers by their receiver, whoever sent them, never of a dispute this person is a party to: no row
    can be loaded inside, and each statement says for which receiver it asks."""
    with _looking(Sight(everything=True, barred=actor.sight.barred, rows=False)):
        yield


@contextmanager
def checking() -> Iterator[None]:
    """Answer anybody who holds a paper, from columns of papers alone: no row can be loaded inside."""
    with _looking(Sight(everything=True, rows=False)):
        yield


@contextmanager
def _looking(sight: Sight) -> Iterator[None]:
    token = _sight.set(sight)
    try:
        yield
    finally:
        _sight.reset(token)


def look_as(actor: Actor | None) -> None:
    """Read as this person for the rest of the request; None means that nothing can be read."""
    _sight.set(actor.sight if actor else None)


def resolve(account_id: int, name: str, only: int | None = None) -> Actor:
    """The person with the roles held and the disputes seen today; with `only`, as far as one dispute goes."""
    asked = {"somebody": account_id, "today": clock.today()} | ({"one": only} if only is not None else {})
    rows = ask(_standing(only is not None), **asked).all()
    picked = defaultdict(list)
    for row in rows:
        picked[row.kind].append(row)
    holdings = tuple(_holding(row) for row in picked["holding"])
    mediates = any(h.role is Role.MEDIATOR for h in holdings)
    # Whoever serves nowhere any more stands in nobody's place either.
    serves = any(h.role in AT_A_DESK for h in holdings)
    desks = {h.institution_id for h in holdings if h.role in (Role.SECRETARY, Role.CHAIR)}
    sight = Sight(
        institutions=frozenset(desks - {None}),
        supervised=frozenset(row.number for row in picked["above"]),
        team=frozenset(row.number for row in picked["team"]) if mediates else frozenset(),
        stands=frozenset((row.number, Role(row.role)) for row in picked["stands"] if serves),
        replaced=frozenset(row.number for row in picked["replaced"]),
        guest=frozenset(row.number for row in picked["guest"]),
        barred=frozenset(row.number for row in picked["party"]),
    )
    return Actor(account_id, name, holdings, sight)


def holdings_of(account_ids: list[int]) -> dict[int, list[Holding]]:
    """The roles that these people hold today, for the pages that list people."""
    role = db.metadata.tables["role"]
    found: dict[int, list[Holding]] = {account_id: [] for account_id in account_ids}
    for row in ask(_held(role.c.account_id).where(role.c.account_id.in_(found)), today=clock.today()):
        found[row.account_id].append(_holding(row))
    return found


def _holding(row) -> Holding:
    return Holding(Role(row.role), row.number, row.territory, row.place or "")


def _held(first):
    """The roles held `:today`, each with the name of its institution or territory, after one more column."""
    tables = db.metadata.tables
    role, institution, place = tables["role"], tables["institution"], tables["place"]
    named = (role.outerjoin(institution, institution.c.id == role.c.institution_id)
             .outerjoin(place, place.c.path == role.c.territory))
    return select(
        first, role.c.role.label("role"), role.c.institution_id.label("number"),
        role.c.territory.label("territory"), func.coalesce(institution.c.name, place.c.name).label("place"),
    ).select_from(named).where(_holds_today(role))


def _holds_today(role):
    return and_(role.c.since <= bindparam("today"), or_(role.c.until.is_(None), role.c.until >= bindparam("today")))


@cache
def _standing(within_one: bool):
    """One statement for all that decides what `:somebody` may see `:today`, perhaps within `:one` dispute only."""
    tables = db.metadata.tables
    account, role, institution = tables["account"], tables["role"], tables["institution"]
    team, parties = tables["team_member"], (tables["party"], tables["representative"])
    replacement, referral = tables["replacement"], tables["referral"]
    dispute, there = tables["dispute"], role.alias("there")
    none, somebody = literal(None, String), bindparam("somebody", type_=BigInteger)
    is_open = exists().where(account.c.id == somebody, account.c.active.is_(true()))
    mine = and_(role.c.account_id == somebody, is_open)
    above = and_(mine, _holds_today(role), role.c.role == Role.REVIEWER, or_(
        role.c.institution_id == institution.c.id,
        and_(institution.c.path >= role.c.territory, institution.c.path < role.c.territory + "~")))

    mediates_there = exists().where(
        dispute.c.id == team.c.dispute_id, there.c.institution_id == dispute.c.lead_id,
        there.c.account_id == somebody, there.c.role == Role.MEDIATOR, _holds_today(there))

    link = tables["dispute_link"]
    taken_over = exists().where(link.c.other_id == referral.c.dispute_id, link.c.struck_at.is_(None),
                                type_coerce(link.c.kind, String) == TAKEN_OVER)
    # Once taken over, a dossier is the receiver's own: of the sender's they read nothing more.
    awaited = and_(referral.c.stage.in_(AWAITED), or_(
        referral.c.stage == ReferralStage.SENT, not_(taken_over)), is_open, exists().where(
        there.c.institution_id == referral.c.receiver_id, there.c.account_id == somebody,
        there.c.role == Role.SECRETARY, _holds_today(there)))

    # What a stand-in was named for ends with the dispute.
    lasting = or_(type_coerce(replacement.c.kind, String) != "stand_in", exists().where(
        dispute.c.id == replacement.c.dispute_id, dispute.c.stage != Stage.CLOSED))

    def begun(table):
        return table.c.since <= bindparam("today")

    def not_over(table):
        """Work in one dispute is over on the day it ends, at once; only a role holds through its last day."""
        return or_(table.c.until.is_(None), table.c.until > bindparam("today"))

    def within(kind: str, table, *conditions, role=none):
        one = (table.c.dispute_id == bindparam("one"),) if within_one else ()
        return select(literal(kind), role, table.c.dispute_id, none, none).where(*conditions, *one)

    def theirs(kind: str, table, *conditions):
        return within(kind, table, table.c.account_id == somebody, table.c.struck_at.is_(None), *conditions)

    return union_all(
        _held(literal("holding").label("kind")).where(mine),
        select(literal("above"), none, institution.c.id, none, none).where(above),
        theirs("team", team, not_over(team), mediates_there),
        *(theirs("party", person) for person in parties),
        within("stands", replacement, replacement.c.account_id == somebody, replacement.c.role.is_not(None),
               begun(replacement), not_over(replacement), lasting, is_open,
               role=type_coerce(replacement.c.role, String)),
        within("replaced", replacement, replacement.c.replaced_account_id == somebody, begun(replacement),
               not_over(replacement)),
        within("guest", referral, awaited))


class DisputeRoot(Guarded):
    """Mixin of the one class that disputes are: what sight is decided on."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    lead_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), sort_order=-9)


class OfDispute(Guarded):
    """Mixin of everything that hangs on a dispute, however deep; numbered within it, from 1.

    Its models say that the number is unique in the dispute, which is also the index by dispute. A row that
    `joins_two` is seen from the dispute in `other_id` too; one `for_guests` is what its receiver reads.
    """

    joins_two = False
    for_guests = False

    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"))
    number: Mapped[int]

    @declared_attr
    def dispute(cls):
        return relationship("Dispute", lazy="select")


class _Marked(UserDefinedOption):
    """Marks a statement that already carries the criteria, so that it is not given them twice."""

    propagate_to_loaders = True


MARK = _Marked(None)


def _bound(name: str, read: Callable[[Sight], frozenset[int]]):
    """A set of ids as one value, read from the viewer when the statement runs."""

    def value():
        sight = _sight.get()
        if sight is None:
            raise NoViewer("read disputes only for somebody: see acts/scope.py")
        ids = sorted(read(sight))
        return dumps(ids) if is_sqlite() else ids

    if is_sqlite():
        listed = func.json_each(bindparam(f"sight_{name}", callable_=value, type_=String)).table_valued("value")
        return lambda column: column.in_(select(listed.c.value))
    ids = bindparam(f"sight_{name}", callable_=value, type_=ARRAY(BigInteger))
    return lambda column: column == any_(ids)


def _barred_for_unlimited(sight: Sight) -> frozenset[int]:
    """A row read by somebody unlimited never loads its neighbours for somebody who is not."""
    if not sight.everything:
        raise NoViewer("this row was read for another viewer: forget it first, see seen_by")
    return sight.barred


@cache
def _options(breadth: str) -> tuple:
    """The criteria for a viewer at a desk only, a narrow, a wide or an unlimited one; only the shape is fixed here."""
    led, own = _bound("led", lambda s: s.led), _bound("own", lambda s: s.own)
    guest = _bound("guest", lambda s: s.received)
    barred, unbarred = _bound("barred", lambda s: s.barred), _bound("unlimited", _barred_for_unlimited)

    def plain(column):
        # Adding nothing keeps SQLite from walking many institutions one by one and sorting after.
        return column + 0 if breadth.startswith("wide") and is_sqlite() else column

    def rule(dispute):
        if breadth == "everything":
            return not_(unbarred(dispute.id))
        # With one question instead of either of two, a list is read in its order from the desk's index.
        seen = led(plain(dispute.lead_id))
        if not breadth.endswith("desk"):
            seen = or_(seen, own(plain(dispute.id)))
        return and_(seen, not_(barred(dispute.id)))

    def of(dependent):
        # Asked whether such a dispute exists, PostgreSQL may gather all of them first; a value is looked up row by row.
        seen = db.metadata.tables["dispute"].alias("seen")
        shown = select(rule(seen.c)).where(seen.c.id == dependent.dispute_id).scalar_subquery()
        if dependent.joins_two:
            other = db.metadata.tables["dispute"].alias("other")
            return or_(shown, exists().where(other.c.id == dependent.other_id, rule(other.c)))
        if dependent.for_guests:
            return or_(shown, and_(guest(dependent.dispute_id), dependent.stage.in_(AWAITED)))
        return shown

    return (
        MARK,
        with_loader_criteria(DisputeRoot, _told_apart(lambda cls: rule(cls), breadth), include_aliases=True,
                             track_closure_variables=False),
        with_loader_criteria(OfDispute, _told_apart(lambda cls: of(cls), breadth), include_aliases=True,
                             track_closure_variables=False),
    )


def _told_apart(criterion: FunctionType, breadth: str) -> FunctionType:
    """SQLAlchemy remembers a criterion by its code alone: without a code of its own, each breadth would
    be answered with the criterion of whoever read first."""
    return FunctionType(criterion.__code__.replace(co_name=f"seen_{breadth}"), criterion.__globals__,
                        argdefs=criterion.__defaults__, closure=criterion.__closure__)


def _breadth(sight: Sight | None, sorts: bool) -> str:
    if sight is None:
        return "several"
    if sight.everything:
        return "everything"
    wide = sorts and len(sight.led) > WIDE
    return ("wide " if wide else "") + ("several" if sight.own or sight.guest else "desk")


@event.listens_for(Session, "do_orm_execute")
def _apply(state) -> None:
    if state.is_select and not state.is_column_load and MARK not in state.user_defined_options:
        sight = _sight.get()
        if sight is not None and not sight.rows:
            _refuse_rows(state.statement)
        sorts = not state.execution_options.get(UNSORTED)
        state.statement = _with_criteria(state.statement, _breadth(sight, sorts))


# A question that is put together once is given its criteria once, and its place among compiled ones is found once.
_given: WeakKeyDictionary = WeakKeyDictionary()


def _with_criteria(statement, breadth: str):
    given = _given.setdefault(statement, {})
    if breadth not in given:
        given[breadth] = statement.options(*_options(breadth))
    return given[breadth]


def _refuse_rows(statement) -> None:
    """Whoever only counts, or only knows that a paper was sent, is given no row of a dispute."""
    for told in getattr(statement, "column_descriptions", ()):
        if told["entity"] is not None and told["expr"] is told["entity"]:
            raise NoViewer("this viewer reads columns and counts only, never a row")


def next_number(model: type[OfDispute], dispute) -> int:
    """The next number of such a thing in this dispute; safe because the door holds the dispute's lock."""
    if dispute.id is None:
        return 1
    return (ask(_last_number(model.__tablename__), dispute=dispute.id).scalar() or 0) + 1


@cache
def _last_number(table: str):
    numbered = Base.metadata.tables[table]
    return select(func.max(numbered.c.number)).where(numbered.c.dispute_id == bindparam("dispute"))
