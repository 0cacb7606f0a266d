"""Figures: whole for who reads the disputes, with nothing small for who only counts, and nobody else's."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from mediation.acts import scope
from mediation.acts.refusals import NoViewer
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.queries import roles_of
from mediation.commissions.rules import EndFacts, InstitutionFacts, RoleFacts
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.parties.models import Party
from mediation.places import service as places
from mediation.places.kinds import PlaceKind
from mediation.places.rules import PlaceFacts
from mediation.reports import queries
from mediation.reports.rules import Veil
from tests.builders import agreements, casefile
from tests.builders.followup import visited
from tests.builders.sessions import held


def text(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.get_data(as_text=True)


def figures(groups) -> dict[str, object]:
    """Each figure by its label, a veil where it is not said; the first of two with one label counts."""
    found = {}
    for group in groups:
        for one in group.figures:
            found.setdefault(f"{group.title}/{one.label}", one.veil or one.number)
    return found


@pytest.fixture
def analyst(house) -> str:
    """Somebody who counts the whole region."""
    house.person("oumar", Role.ANALYST, "R1")
    db.session.rollback()
    return "oumar"


@pytest.fixture
def six_and_one(house) -> list[str]:
    """Six field limits and one gold site in one commission, one sale in the other."""
    with scope.seen_by(house.actor("moussa")):
        numbers = [house.registered(title=f"Champ secret {n}").reference for n in range(6)]
        numbers.append(house.registered(kind=DisputeKind.GOLD_SITE).reference)
    with scope.seen_by(house.actor("kadia")):
        numbers.append(house.registered("kadia", "KOB", kind=DisputeKind.SALE).reference)
    db.session.rollback()
    return numbers


def own(house, login: str) -> dict:
    actor = house.actor(login)
    with scope.seen_by(actor):
        return figures(queries.own_figures(actor))


def counted(house, login: str) -> dict:
    actor = house.actor(login)
    with scope.seen_by(actor):
        return figures(queries.territory_figures(actor))


def test_who_reads_the_disputes_has_every_figure_of_their_own(house, six_and_one):
    told = own(house, "moussa")
    assert told["En tout/dossiers"] == told["Par étape/enregistré, à examiner"] == 7
    assert told["Par type de litige/limite de champ"] == 6
    assert told["Par type de litige/site d’orpaillage"] == 1 and told["Par type de litige/héritage"] == 0
    assert own(house, "kadia")["En tout/dossiers"] == 1
    assert own(house, "salimata")["En tout/dossiers"] == 8
    assert own(house, "awa")["En tout/dossiers"] == 0


def test_who_only_counts_is_told_no_small_figure(house, analyst, six_and_one):
    told = counted(house, analyst)
    assert told["En tout/dossiers"] == 8 and told["Par étape/enregistré, à examiner"] is Veil.HELD
    assert told["Par type de litige/limite de champ"] == 6
    assert told["Par type de litige/site d’orpaillage"] is told["Par type de litige/vente ou double attribution"]
    assert told["Par type de litige/site d’orpaillage"] is Veil.SMALL is told["Par étape/clos"]
    assert own(house, analyst) == {}


def test_who_counts_another_territory_is_told_nothing_of_this_one(house, six_and_one):
    admin = house.actor("admin")
    places.add_place(admin, None, PlaceFacts("R2", "Autre", PlaceKind.REGION))
    house.person("binta", Role.ANALYST, "R2")
    assert set(counted(house, "binta").values()) == {Veil.SMALL}


def test_two_territories_are_counted_together_so_that_their_difference_is_never_told(house, six_and_one):
    house.person("oumar", Role.ANALYST, "R1C1A")
    commissions.grant_role(house.actor("admin"), None, RoleFacts(
        house.ids["oumar"], Role.ANALYST, clock.today(), None, "R1C1"))
    assert counted(house, "oumar")["En tout/dossiers"] == 8
    house.person("binta", Role.ANALYST, "R1C1A")
    assert counted(house, "binta")["En tout/dossiers"] == 7


def test_a_role_that_is_over_counts_nothing(house, visit, analyst, six_and_one):
    role = next(role for role in roles_of(None) if role.account.login == analyst)
    commissions.end_role(house.actor("admin"), role, EndFacts(clock.today() - timedelta(days=1)))
    assert counted(house, analyst) == {}
    assert visit(analyst).get("/figures/").status_code == 403


def test_sessions_people_agreements_and_commitments_are_counted(house):
    with scope.seen_by(house.actor("moussa")):
        dispute = agreements.in_mediation(house)
        held(house, dispute, women=3, men=4)
        visited(house, agreements.signed(house, dispute))
        casefile.withdrawn(house)
    db.session.rollback()
    told = own(house, "moussa")
    assert told["En tout/séances tenues"] == 2
    assert (told["En tout/femmes comptées en séance"], told["En tout/hommes comptés en séance"]) == (3, 4)
    assert told["En tout/accords signés"] == 1 and told["En tout/engagements pris"] == 2
    assert told["Engagements/tenu"] == 2 and told["Engagements/à faire"] == 0
    assert told["Dossiers clos, par issue/demande retirée"] == 1 == told["Par étape/clos"]


def test_months_are_counted_and_what_is_older_is_counted_together(house):
    for ago in (0, 40, 390):
        with clock.moved_by(timedelta(days=-ago)), scope.seen_by(house.actor("moussa")):
            house.registered()
    db.session.rollback()
    told = own(house, "moussa")
    months = {label: number for label, number in told.items() if label.startswith("Par mois")}
    assert sum(months.values()) == 3 and months["Par mois d’enregistrement/avant"] == 1 and len(months) == 13


# What never reaches the page


@pytest.mark.parametrize("address", [
    "/disputes/", "/journal/", "/institutions/", "/people/", "/received/", "/grants/", "/disputes/new/"])
def test_who_only_counts_opens_no_other_page(visit, analyst, address):
    assert visit(analyst).get(address).status_code in (403, 404)


def test_who_only_counts_opens_no_page_of_a_dispute(app, visit, house, analyst):
    number = casefile.number_of(house, casefile.visited)
    db.session.rollback()
    oumar = visit(analyst)
    for address in pages_of_a_dispute(app, number):
        assert oumar.get(address).status_code in (404, 405), address
    assert "Limite des champs" not in text(oumar.get("/find/?q=limite"))
    assert "Limite des champs" in text(visit("moussa").get("/find/?q=limite"))


def pages_of_a_dispute(app, number: str) -> list[str]:
    """Every address in a dispute that is asked for with GET."""
    return [re.sub(r"<[^>]*>", "1", rule.rule.replace("<reference>", number)) for rule in app.url_map.iter_rules()
            if "reference" in rule.arguments and "GET" in rule.methods]


def test_the_page_of_figures_tells_no_name_no_village_and_no_number(visit, house, analyst, six_and_one):
    page = text(visit(analyst).get("/figures/"))
    main = page.split("<main")[1]
    assert "&lt; 5" in main and "dossiers" in main
    for secret in (*six_and_one, "Champ secret", "Farako", "Massigui", "Moussa", "MSG", "KOB", "Région"):
        assert secret not in main, secret


def test_a_page_says_own_and_counted_figures_apart(visit, house, six_and_one):
    commissions.grant_role(house.actor("admin"), None, RoleFacts(
        house.ids["moussa"], Role.ANALYST, clock.today(), None, "R1"))
    db.session.rollback()
    page = text(visit("moussa").get("/figures/"))
    assert "Les dossiers que vous voyez" in page and "Votre territoire de suivi" in page
    assert "Votre territoire de suivi" not in text(visit("kadia").get("/figures/"))


@pytest.mark.parametrize(("login", "answer"), [
    ("awa", 200), ("moussa", 200), ("bakary", 200), ("salimata", 200), ("admin", 403)])
def test_each_role_has_the_figures_of_its_own_scope(visit, login, answer):
    assert visit(login).get("/figures/").status_code == answer


def test_who_counts_finds_figures_in_the_menu_and_no_box_to_search(visit, analyst):
    page = text(visit(analyst).get("/"))
    assert "/figures/" in page and 'role="search"' not in page and "Ce rôle n’ouvre aucun dossier." in page
    assert 'role="search"' in text(visit("moussa").get("/"))


@pytest.mark.parametrize("asked", [
    lambda: select(Dispute), lambda: select(Dispute, Dispute.id), lambda: select(aliased(Dispute)),
    lambda: select(Party).join(Dispute, Dispute.id == Party.dispute_id)])
def test_no_row_can_be_loaded_while_counting(house, six_and_one, asked):
    with scope.counting([house.institution().id]), pytest.raises(NoViewer):
        db.session.execute(asked()).all()
    with scope.receiving(house.actor("moussa")), pytest.raises(NoViewer):
        db.session.execute(asked()).all()


def test_counting_is_limited_to_the_institutions_that_are_named(house, six_and_one):
    kob = house.institution("KOB").id
    with scope.counting([kob]):
        assert db.session.scalar(select(func.count(Dispute.id))) == 1
    with scope.counting([]):
        assert db.session.scalar(select(func.count(Dispute.id))) == 0


def test_an_institution_without_a_place_is_in_no_territory(house, analyst):
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts(
        "NET", "Réseau", InstitutionKind.MEDIATOR_NETWORK))
    house.person("sira", Role.SECRETARY, "NET")
    with scope.seen_by(house.actor("sira")):
        for _n in range(6):
            house.registered("sira", "NET")
    db.session.rollback()
    assert counted(house, analyst)["En tout/dossiers"] is Veil.SMALL
    assert own(house, "sira")["En tout/dossiers"] == 6
