"""What each viewer sees, whoever read before in the same program."""

from datetime import timedelta

import pytest
from sqlalchemy import exists, func, literal, select, union_all
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Bundle, aliased, joinedload, load_only, selectinload, subqueryload

from mediation.acts import scope
from mediation.acts.refusals import NoViewer
from mediation.acts.scope import KEEPER, Actor, Sight
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.models import Institution, RoleHeld
from mediation.commissions.rules import RoleFacts
from mediation.disputes import service
from mediation.disputes.kinds import HarmKind
from mediation.disputes.models import Dispute, Harm, TeamMember
from mediation.disputes.rules import HarmFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.paging import capped, counted
from tests.builders.sessions import team

ALL_KINDS = (
    select(Dispute.reference),
    select(TeamMember.number),
    union_all(select(Dispute.id), select(TeamMember.dispute_id)),
)


@pytest.fixture
def two(house) -> None:
    """A dispute in each of the two commissions, each with its mediator."""
    house.registered(by="awa")
    house.registered(by="drissa", code="KOB")


def seen(viewer: Actor) -> list[int]:
    """How many rows each kind of statement gives this viewer, and what is counted."""
    with scope.seen_by(viewer):
        number = db.session.scalar(counted(capped(select(Dispute.id))))
        return [*(len(db.session.execute(kind).all()) for kind in ALL_KINDS), number]


def test_a_narrow_viewer_is_not_shown_what_a_wider_one_saw_before(house, two):
    wide = Actor(1, "wide", sight=Sight(supervised=frozenset(range(1, 60))))
    nobody = Actor(2, "nobody")
    for _turn in range(2):
        assert seen(nobody) == [0, 0, 0, 0]
        assert seen(house.actor("kadia")) == [1, 1, 2, 1]
        assert seen(wide) == seen(KEEPER) == [2, 2, 4, 2]


def test_who_is_barred_sees_nothing_at_every_breadth(house, two):
    with scope.seen_by(KEEPER):
        barred = frozenset(db.session.scalars(select(Dispute.id)))
    for sight in (Sight(institutions=frozenset({1, 2}), barred=barred), Sight(everything=True, barred=barred),
                  Sight(supervised=frozenset(range(1, 60)), barred=barred)):
        assert seen(Actor(1, "party", sight=sight)) == [0, 0, 0, 0]


def rows(statement) -> int:
    return len(db.session.execute(statement).all())


def number(statement) -> int:
    return db.session.scalar(statement) or 0


# Every way of reading that somebody may think of; each gives at least 1 to who sees, 0 to who does not.
READS = {
    "rows": lambda: rows(select(Dispute)),
    "columns": lambda: rows(select(Dispute.id, Dispute.title)),
    "some columns": lambda: rows(select(Dispute).options(load_only(Dispute.id))),
    "bundle": lambda: rows(select(Bundle("some", Dispute.id))),
    "alias": lambda: rows(select(aliased(Dispute))),
    "alias of a subquery": lambda: rows(select(aliased(Dispute, select(Dispute).subquery()))),
    "count": lambda: number(select(func.count()).select_from(Dispute)),
    "count of ids": lambda: number(select(func.count(Dispute.id))),
    "greatest id": lambda: number(select(func.max(Dispute.id))),
    "query": lambda: db.session.query(Dispute).count(),
    "query rows": lambda: len(db.session.query(Dispute).all()),
    "query exists": lambda: int(db.session.query(db.session.query(Dispute).exists()).scalar()),
    "exists": lambda: int(number(select(exists().where(Dispute.id > 0)))),
    "exists of a select": lambda: int(number(select(exists(select(Dispute.id))))),
    "where exists": lambda: number(select(literal(1)).where(exists(select(Dispute.id)))),
    "scalar subquery": lambda: number(select(select(func.count(Dispute.id)).scalar_subquery())),
    "subquery": lambda: rows(select(select(Dispute.id).subquery().c.id)),
    "count of a subquery": lambda: number(select(func.count()).select_from(select(Dispute).subquery())),
    "common table": lambda: rows(select(select(Dispute.id).cte("some").c.id)),
    "union": lambda: rows(select(Dispute.id).union(select(Dispute.id))),
    "from a statement": lambda: rows(select(Dispute).from_statement(select(Dispute))),
    "from a union": lambda: rows(select(Dispute).from_statement(
        select(Dispute).union_all(select(Dispute).where(Dispute.id < 0)))),
    "one at a time": lambda: len(list(db.session.scalars(select(Dispute).execution_options(yield_per=5)))),
    "read anew": lambda: rows(select(Dispute).execution_options(populate_existing=True)),
    "get": lambda: int(db.session.get(Dispute, 1) is not None),
    "dependents": lambda: rows(select(Harm)),
    "count of dependents": lambda: number(select(func.count(Harm.id))),
    "alias of dependents": lambda: rows(select(aliased(Harm))),
    "get a dependent": lambda: int(db.session.get(Harm, 1) is not None),
    "both": lambda: rows(select(Dispute, Harm).join(Harm, Harm.dispute_id == Dispute.id)),
    "joined to an institution": lambda: rows(select(Institution.id).join(Dispute, Dispute.lead_id == Institution.id)),
    "outer join": lambda: sum(row[1] is not None for row in db.session.execute(
        select(Institution.id, Dispute.id).outerjoin(Dispute, Dispute.lead_id == Institution.id))),
    "dependents beside an institution": lambda: rows(select(Institution.id, Harm.id).join(Harm, Harm.id > 0)),
    "in a subquery": lambda: rows(select(Institution.id).where(Institution.id.in_(select(Dispute.lead_id)))),
    "joined load": lambda: rows(select(Harm).options(joinedload(Harm.dispute))),
    "select in load": lambda: sum(len(one.villages) + 1 for one in db.session.scalars(
        select(Dispute).options(selectinload(Dispute.villages)))),
    "subquery load": lambda: sum(len(one.villages) + 1 for one in db.session.scalars(
        select(Dispute).options(subqueryload(Dispute.villages)))),
}


@pytest.fixture
def harmed(house) -> None:
    """One dispute in Massigui, with what hangs on it."""
    service.record_harm(house.actor("moussa"), house.registered(), HarmFacts(HarmKind.INJURED, 3))
    db.session.rollback()


def test_every_way_of_reading_is_scoped(house, harmed):
    wide = Sight(supervised=frozenset(range(100, 200)))
    strangers = (house.actor("kadia"), house.actor("drissa"), house.actor("admin"), Actor(9, "wide", sight=wide))
    for name, read in READS.items():
        with scope.seen_by(house.actor("moussa")):
            assert read() > 0, name
        for stranger in strangers:
            with scope.seen_by(stranger):
                assert read() == 0, (name, stranger.name)


def test_without_a_viewer_nothing_is_read(house, harmed):
    db.session.expunge_all()
    for name, read in READS.items():
        with pytest.raises((NoViewer, StatementError)) as refused:
            read()
        assert isinstance(getattr(refused.value, "orig", refused.value), NoViewer), name
        db.session.rollback()


def test_a_row_read_by_one_viewer_is_forgotten_before_the_next(house, harmed):
    with scope.seen_by(KEEPER):
        dispute = db.session.get(Dispute, 1)
        assert dispute is not None
    with scope.seen_by(house.actor("kadia")):
        assert db.session.get(Dispute, 1) is None


def test_a_row_read_without_limits_loads_no_neighbours_for_another(house, harmed):
    with scope.seen_by(KEEPER):
        dispute = db.session.scalar(select(Dispute))
        with scope.looking_as(house.actor("kadia")), pytest.raises((NoViewer, StatementError)):
            assert dispute.villages
    db.session.rollback()


def sees(house, login: str) -> int:
    with scope.seen_by(house.actor(login)):
        return rows(select(Dispute))


def test_a_territory_ends_where_its_path_ends(house, harmed):
    """R1 holds neither R10 nor R, and a commune does not hold its neighbour."""
    from mediation.places import service as places
    from mediation.places.kinds import PlaceKind
    from mediation.places.rules import PlaceFacts

    places.add_place(KEEPER, None, PlaceFacts("R10", "Autre région", PlaceKind.REGION, None))
    house.person("fode", Role.REVIEWER, "R10")
    house.person("nana", Role.REVIEWER, "R1C1B")
    house.person("sira", Role.REVIEWER, "R1C1A")
    assert [sees(house, login) for login in ("salimata", "sira", "nana", "fode")] == [1, 1, 0, 0]


def test_a_role_holds_through_its_last_day_and_no_longer(house, harmed):
    today = clock.today()
    for login, since, until in (("hier", 9, 1), ("jour", 9, 0), ("demain", -1, None), ("ici", 0, None)):
        house.person(login)
        commissions.grant_role(KEEPER, None, RoleFacts(
            house.ids[login], Role.SECRETARY, today - timedelta(days=since), "MSG", None,
            None if until is None else today - timedelta(days=until)))
    assert [sees(house, login) for login in ("hier", "jour", "demain", "ici")] == [0, 1, 0, 1]
    with scope.seen_by(KEEPER):
        assert number(select(func.count(RoleHeld.id))) > 4


def test_a_closed_account_sees_nothing(house, harmed):
    from mediation.accounts import service as accounts
    from mediation.accounts.models import Account

    assert sees(house, "moussa") == 1
    accounts.deactivate_account(KEEPER, db.session.get(Account, house.ids["moussa"]), None)
    assert sees(house, "moussa") == 0


def test_a_mediator_who_left_the_commission_sees_its_disputes_no_more(house, harmed):
    """Whatever role is held elsewhere: the team is history, the right is the role's."""
    today = clock.today()
    house.person("sory")
    commissions.grant_role(KEEPER, None, RoleFacts(
        house.ids["sory"], Role.MEDIATOR, today - timedelta(days=9), "MSG", None, today))
    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["sory"], Role.MEDIATOR, today, "KOB"))
    with scope.seen_by(house.actor("moussa")):
        team(house, db.session.scalar(select(Dispute)), "sory")
    assert sees(house, "sory") == 1
    with clock.moved_by(timedelta(days=1)):
        assert sees(house, "sory") == 0
