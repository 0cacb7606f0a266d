"""Institutions, members and roles through the door."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mediation.accounts import service as accounts
from mediation.accounts.models import Account
from mediation.accounts.rules import AccountFacts
from mediation.acts import scope
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import queries, service
from mediation.commissions.kinds import Category, InstitutionKind
from mediation.commissions.models import Institution, RoleHeld
from mediation.commissions.rules import EndFacts, InstallFacts, InstitutionFacts, MemberFacts, RoleFacts
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.places import service as places
from mediation.places.queries import find as find_place
from mediation.places.rules import PlaceFacts

SINCE = date(2024, 3, 1)
MEMBER = MemberFacts("Fanta Traoré", Category.WOMEN, SINCE)


def told(code: str, **more) -> InstitutionFacts:
    return InstitutionFacts(code, "Commission", InstitutionKind.COMMUNE_COMMISSION, **more)


def broken(verb, actor, subject, facts) -> str:
    with pytest.raises(BrokenRule) as refusal:
        verb(actor, subject, facts)
    return refusal.value.field


def acts_in(stream: str) -> list[str]:
    return list(db.session.scalars(
        select(LedgerEntry.act).where(LedgerEntry.stream == stream).order_by(LedgerEntry.seq)))


@pytest.mark.parametrize("login", ["drissa", "awa", "moussa", "bakary", "salimata"])
def test_only_an_administrator_makes_institutions_and_gives_roles(house, login):
    actor, msg = house.actor(login), house.institution()
    with pytest.raises(NotPermitted):
        service.create_commission(actor, None, told("SIR"))
    with pytest.raises(NotPermitted):
        service.amend_commission(actor, msg, told("MSG"))
    facts = RoleFacts(house.ids["drissa"], Role.CHAIR, SINCE, "MSG")
    with pytest.raises(NotPermitted):
        service.grant_role(actor, msg, facts)
    with pytest.raises(NotPermitted):
        service.end_role(actor, queries.roles_of(msg)[0], EndFacts(clock.today()))
    assert service.grant_role(house.actor("admin"), msg, facts).granted_by == house.ids["admin"]


@pytest.mark.parametrize("login", ["kadia", "moussa", "awa", "salimata"])
def test_only_the_chair_and_the_administrator_write_the_members(house, login):
    with pytest.raises(NotPermitted):
        service.add_member(house.actor(login), house.institution(), MEMBER)
    member = service.add_member(house.actor("bakary"), house.institution(), MEMBER)
    with pytest.raises(NotPermitted):
        service.end_member(house.actor(login), member, EndFacts(clock.today()))
    with pytest.raises(NotPermitted):
        service.add_member(house.actor("bakary"), house.institution("KOB"), MEMBER)
    assert service.end_member(house.actor("admin"), member, EndFacts(clock.today())).until == clock.today()


def test_the_stream_of_an_institution_holds_what_happened_to_it_and_counts_it(house):
    admin = house.actor("admin")
    member = service.add_member(admin, house.institution(), MEMBER)
    service.end_member(admin, member, EndFacts(SINCE))
    role = service.grant_role(admin, house.institution(), RoleFacts(house.ids["drissa"], Role.CHAIR, SINCE, "MSG"))
    service.end_role(admin, role, EndFacts(clock.today()))
    assert acts_in("commission:MSG") == ["member.add", "member.end", "role.grant", "role.end"]
    assert house.institution().act_count == 4


def test_a_code_is_taken_once_and_never_changes(house):
    admin = house.actor("admin")
    assert broken(service.create_commission, admin, None, told("MSG")) == "code"
    assert broken(service.create_commission, admin, None, told("msg")) == "code"
    assert broken(service.amend_commission, admin, house.institution(), told("KOB")) == "code"
    assert service.create_commission(admin, None, told("SIR")).code == "SIR"


def test_an_institution_stands_in_a_listed_place_of_its_kind(house):
    admin = house.actor("admin")
    assert broken(service.create_commission, admin, None, told("SIR", place_code="NON")) == "place_code"
    assert broken(service.create_commission, admin, None, told("SIR", place_code="R1C1")) == "place_code"
    assert service.create_commission(admin, None, told("SIR", place_code="R1C1A")).path == "R1/R1C1/R1C1A/"


def test_an_institution_that_moves_takes_its_disputes_to_another_reviewer(house):
    dispute = house.registered()
    reference, admin = dispute.reference, house.actor("admin")
    places.add_place(admin, None, PlaceFacts("R2", "Autre", find_place("R1").kind))
    places.add_place(admin, None, PlaceFacts("R2C1", "Autre cercle", find_place("R1C1").kind, "R2"))
    places.add_place(admin, None, PlaceFacts("R2C1A", "Autre commune", find_place("R1C1A").kind, "R2C1"))

    def seen() -> bool:
        with scope.seen_by(house.actor("salimata")):
            return db.session.scalar(select(Dispute.id).where(Dispute.reference == reference)) is not None

    assert seen()
    service.amend_commission(admin, house.institution(), told("MSG", place_code="R2C1A"))
    assert not seen()


def test_a_place_that_is_moved_takes_institutions_and_territories_along(house):
    admin = house.actor("admin")
    region, cercle = find_place("R1").kind, find_place("R1C1")
    service.grant_role(admin, None, RoleFacts(house.ids["drissa"], Role.REVIEWER, SINCE, None, "R1C1"))
    places.add_place(admin, None, PlaceFacts("R2", "Autre", region))
    places.amend_place(admin, find_place("R1C1"), PlaceFacts("R1C1", cercle.name, cercle.kind, "R2"))
    assert house.institution().path == "R2/R1C1/R1C1A/"
    assert find_place("R1C1A1").path == "R2/R1C1/R1C1A/R1C1A1/"
    territories = set(db.session.scalars(select(RoleHeld.territory).where(RoleHeld.territory.is_not(None))))
    assert territories == {"R1/", "R2/R1C1/"}


def test_nobody_gives_a_role_to_themselves_nor_to_somebody_without_access(house):
    admin, msg = house.actor("admin"), house.institution()
    mine = RoleFacts(house.ids["admin"], Role.SECRETARY, SINCE, "MSG")
    assert broken(service.grant_role, admin, msg, mine) == "account_id"
    assert broken(service.grant_role, admin, msg, RoleFacts(9999, Role.SECRETARY, SINCE, "MSG")) == "account_id"


def test_a_security_committee_never_gives_access(house):
    admin = house.actor("admin")
    committee = InstitutionFacts("CSC", "Comité de sécurité", InstitutionKind.SECURITY_COMMITTEE)
    service.create_commission(admin, None, committee)
    facts = RoleFacts(house.ids["drissa"], Role.SECRETARY, SINCE, "CSC")
    assert broken(service.grant_role, admin, queries.find("CSC"), facts) == "role"
    changed = InstitutionFacts("MSG", "Comité", InstitutionKind.SECURITY_COMMITTEE)
    assert broken(service.amend_commission, admin, house.institution(), changed) == "kind"


def test_the_same_role_overlaps_nowhere_but_elsewhere_it_may(house):
    admin, drissa = house.actor("admin"), house.ids["drissa"]
    first = RoleFacts(drissa, Role.SECRETARY, SINCE, "MSG", until=date(2024, 6, 30))
    service.grant_role(admin, house.institution(), first)
    assert broken(service.grant_role, admin, house.institution(),
                  RoleFacts(drissa, Role.SECRETARY, date(2024, 6, 30), "MSG")) == "since"
    service.grant_role(admin, house.institution(), RoleFacts(drissa, Role.SECRETARY, date(2024, 7, 1), "MSG"))
    service.grant_role(admin, house.institution("KOB"), RoleFacts(drissa, Role.SECRETARY, SINCE, "KOB"))
    service.grant_role(admin, house.institution(), RoleFacts(drissa, Role.MEDIATOR, SINCE, "MSG"))


def test_rights_stop_the_day_after_the_last(house):
    msg = house.institution().id
    role = next(role for role in queries.roles_of(house.institution()) if role.account.login == "moussa")
    service.end_role(house.actor("admin"), role, EndFacts(clock.today()))
    assert house.actor("moussa").at_desk(Role.SECRETARY) == [msg]
    role = next(role for role in queries.roles_of(house.institution()) if role.account.login == "moussa")
    service.end_role(house.actor("admin"), role, EndFacts(clock.today() - timedelta(days=1)))
    assert house.actor("moussa").at_desk(Role.SECRETARY) == []


def test_the_last_administrator_stays(house):
    admin = house.actor("admin")
    own = next(role for role in queries.roles_of(None) if role.role is Role.ADMINISTRATOR)
    number = own.number
    assert broken(service.end_role, admin, own, EndFacts(clock.today())) == "until"
    service.grant_role(admin, None, RoleFacts(house.ids["kadia"], Role.ADMINISTRATOR, SINCE))
    assert service.end_role(admin, queries.find_role(None, number), EndFacts(clock.today()))


def test_members_are_numbered_and_past_ones_stay(house):
    bakary = house.actor("bakary")
    first = service.add_member(bakary, house.institution(), MEMBER).number
    second = service.add_member(bakary, house.institution(), MEMBER).number
    service.end_member(bakary, queries.find_member(house.institution(), first), EndFacts(SINCE))
    assert (first, second) == (1, 2)
    assert [member.until for member in queries.members_of(house.institution())] == [SINCE, None]
    assert broken(service.end_member, bakary, queries.find_member(house.institution(), second),
                  EndFacts(date(2024, 2, 1))) == "until"
    assert broken(service.end_member, bakary, queries.find_member(house.institution(), first),
                  EndFacts(clock.today())) == "until"


def test_the_house_is_installed_all_or_nothing(house):
    facts = InstallFacts(told("NEUF"), "chef", "Chef", "hash")
    service.install_house(KEEPER, None, facts)
    assert house.institution("NEUF").name == "Commission"
    with pytest.raises(BrokenRule):
        service.install_house(KEEPER, None, InstallFacts(told("AUTRE"), "x", "Mauvais nom d’utilisateur", "hash"))
    db.session.rollback()
    assert db.session.scalar(select(Institution.id).where(Institution.code == "AUTRE")) is None


def test_a_person_whose_access_is_closed_takes_no_role(house):
    left = accounts.invite_account(KEEPER, None, AccountFacts("partie", "Partie")).id
    accounts.deactivate_account(KEEPER, db.session.get(Account, left), None)
    facts = RoleFacts(left, Role.SECRETARY, SINCE, "MSG")
    assert broken(service.grant_role, house.actor("admin"), house.institution(), facts) == "account_id"
