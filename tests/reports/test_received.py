"""What an authority is told: the papers it was sent, in four words each, and nothing of any dispute."""

from uuid import UUID

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import AgreementStage, ReferralStage, Role
from mediation.agreements.queries import find_agreement
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.models import Institution
from mediation.commissions.rules import InstitutionFacts
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.papers.issuing import issue
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.parties.service import add_party
from mediation.referrals.models import Referral
from mediation.validity import rules, service
from mediation.validity.kinds import VisaBy
from mediation.validity.models import CopyGiven, RouteStep
from tests.builders import agreements, casefile
from tests.builders.referrals import answered, referred
from tests.builders.sessions import days
from tests.reports.test_figures import pages_of_a_dispute, text

COURT = "Tribunal de Dioïla"


@pytest.fixture
def clerk(house) -> str:
    """Somebody who serves in a court of the register."""
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts("TRI", COURT, InstitutionKind.COURT))
    house.person("nana", Role.AUTHORITY, "TRI")
    db.session.rollback()
    return "nana"


def sent(house, **more) -> str:
    """A dispute of Massigui referred to the court; its number."""
    with scope.seen_by(house.actor("moussa")):
        dispute = casefile.complete(house)
        number = dispute.reference
        referred(house, dispute, to="TRI", **more)
    db.session.rollback()
    return number


def received(visit, login: str) -> str:
    return text(visit(login).get("/received/")).split("<main")[1]


def test_an_authority_reads_what_was_sent_to_it_by_number_kind_date_and_sender(visit, house, clerk):
    number = sent(house)
    page = received(visit, clerk)
    assert number in page and "dossier renvoyé" in page and "Commission foncière de R1C1A" in page
    for secret in ("Limite", "Farako", "Adama Coulibaly", "Les deux villages", "Le PV du 3 mars", "/disputes/"):
        assert secret not in page, secret


def test_another_authority_reads_nothing_of_it(visit, house, clerk):
    number = sent(house)
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts("MAI", "Mairie", InstitutionKind.COURT))
    house.person("ali", Role.AUTHORITY, "MAI")
    db.session.rollback()
    page = received(visit, "ali")
    assert number not in page and "Rien n’a encore été transmis." in page


def test_a_dossier_that_was_refused_is_no_longer_with_its_receiver(visit, house, clerk):
    number = sent(house)
    with scope.seen_by(house.actor("moussa")):
        answered(house, db.session.scalar(select(Referral)), ReferralStage.REFUSED)
    db.session.rollback()
    assert number not in received(visit, clerk)


def with_route(house, court: str = COURT, given_to: str = COURT) -> str:
    """A signed agreement endorsed, sent to a court, and copied; the number of its dispute."""
    with scope.seen_by(house.actor("moussa")):
        agreement = agreements.signed(house)
        number = agreement.dispute.reference
        moussa = house.actor("moussa")
        service.endorse_agreement(moussa, agreement, rules.EndorseFacts(VisaBy.CHAIR, None, days(0), "visa 12"))
        service.transmit_agreement(moussa, agreement, rules.TransmitFacts(court, days(0), "bordereau 3"))
        service.give_copy(moussa, agreement, rules.CopyFacts((), given_to, days(0)))
    db.session.rollback()
    return number


def test_an_agreement_sent_or_copied_to_it_by_its_name_is_listed(visit, house, clerk):
    number = with_route(house)
    page = received(visit, clerk)
    assert page.count(number) == 2 and "accord transmis" in page and "copie d’un accord" in page
    assert "visa 12" not in page and "bordereau 3" not in page and "passage" not in page


def chosen(house, receiver: str = "TRI") -> str:
    """A signed agreement endorsed by, sent to and copied to an institution of the register; its dispute's number."""
    moussa = house.actor("moussa")
    with scope.seen_by(moussa):
        agreement = agreements.signed(house)
        number = agreement.dispute.reference
        service.endorse_agreement(moussa, agreement, rules.EndorseFacts(
            VisaBy.OTHER, "Le greffier", days(0), "visa 12", receiver))
        service.transmit_agreement(moussa, agreement, rules.TransmitFacts(None, days(0), receiver=receiver))
        service.give_copy(moussa, agreement, rules.CopyFacts((), None, days(0), receiver=receiver))
    db.session.rollback()
    return number


def test_what_was_sent_to_an_institution_of_the_register_is_theirs_whatever_its_name_becomes(visit, house, clerk):
    number = chosen(house)
    for name in (COURT, "Tribunal de grande instance de Dioïla"):
        court = db.session.scalar(select(Institution).where(Institution.code == "TRI"))
        commissions.amend_commission(house.actor("admin"), court, InstitutionFacts("TRI", name, InstitutionKind.COURT))
        db.session.rollback()
        page = received(visit, clerk)
        assert page.count(number) == 3 and "accord visé" in page and "copie d’un accord" in page


def test_of_two_institutions_of_one_name_only_the_chosen_one_reads_it(visit, house, clerk):
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts("TR2", COURT, InstitutionKind.COURT))
    house.person("ali", Role.AUTHORITY, "TR2")
    db.session.rollback()
    number = chosen(house, "TR2")
    assert number not in received(visit, clerk) and received(visit, "ali").count(number) == 3


def test_an_agreement_sent_to_another_name_is_not_listed(visit, house, clerk):
    assert with_route(house, "Tribunal de Kita", "Tribunal") not in received(visit, clerk)


def test_what_was_struck_out_was_never_sent_to_it(visit, house, clerk):
    number = with_route(house)
    moussa = house.actor("moussa")
    with scope.seen_by(moussa):
        service.strike_copy(moussa, db.session.scalar(select(CopyGiven)), StrikeFacts("Pas ce tribunal."))
        for kind in (AgreementStage.TRANSMITTED, AgreementStage.ENDORSED):
            step = db.session.scalar(select(RouteStep).where(RouteStep.kind == kind))
            service.strike_step(moussa, step, StrikeFacts("Pas ce tribunal."))
    db.session.rollback()
    assert number not in received(visit, clerk)


def test_a_name_that_two_institutions_bear_is_nobody_s(visit, house, clerk):
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts("TR2", COURT, InstitutionKind.COURT))
    db.session.rollback()
    assert with_route(house) not in received(visit, clerk)


def test_a_party_with_an_account_is_told_nothing_of_their_own_dispute(visit, house, clerk):
    number = sent(house)
    assert number in received(visit, clerk)
    with scope.seen_by(house.actor("moussa")):
        other = casefile.complete(house)
        reference = other.reference
        add_party(house.actor("moussa"), other, PartyFacts(3, PartyKind.PERSON, "Nana", account_id=house.ids[clerk]))
        referred(house, other, to="TRI")
    db.session.rollback()
    page = received(visit, clerk)
    assert reference not in page and number in page


def test_an_authority_opens_no_page_of_a_dispute_that_was_sent_to_it(app, visit, house, clerk):
    number = sent(house)
    nana = visit(clerk)
    for address in pages_of_a_dispute(app, number):
        assert nana.get(address).status_code in (404, 405), address


@pytest.mark.parametrize("address", [
    "/disputes/", "/journal/", "/institutions/", "/institutions/TRI/", "/people/", "/figures/", "/grants/",
    "/disputes/new/", "/institutions/TRI/settings/"])
def test_an_authority_opens_no_other_page(visit, clerk, address):
    assert visit(clerk).get(address).status_code in (403, 404)


@pytest.mark.parametrize("login", ["awa", "moussa", "bakary", "salimata", "admin"])
def test_nobody_else_opens_the_page_of_an_authority(visit, login):
    assert visit(login).get("/received/").status_code == 403


def test_an_authority_finds_its_papers_in_the_menu_and_no_box_to_search(visit, clerk):
    page = text(visit(clerk).get("/"))
    assert "/received/" in page and 'role="search"' not in page and "Ce rôle n’ouvre aucun dossier." in page


def with_papers(house) -> tuple[str, list[str]]:
    """An agreement sent to the court with one of its two papers; the number of the dispute, those of the papers."""
    moussa, keys = house.actor("moussa"), iter(range(9))
    with scope.seen_by(moussa):
        number = agreements.signed(house).dispute.reference

    def issues(kind: PaperKind, about: int = 0) -> str:
        with scope.seen_by(moussa):
            return issue(moussa, find(number), ReserveFacts(kind, about), key=str(UUID(int=next(keys)))).reference

    papers = [issues(PaperKind.RECEIPT), issues(PaperKind.CHRONOLOGY)]
    with scope.seen_by(moussa):
        agreement = find_agreement(find(number), 1)
        service.endorse_agreement(moussa, agreement, rules.EndorseFacts(VisaBy.CHAIR, None, days(0), "visa 12"))
        service.transmit_agreement(moussa, agreement, rules.TransmitFacts(COURT, days(0), papers=(1,)))
    papers.append(issues(PaperKind.TRANSMISSION, 2))
    db.session.rollback()
    return number, papers


def test_an_authority_downloads_the_papers_that_were_sent_to_it_and_the_slip_and_no_other(visit, house, clerk):
    _number, (receipt, chronology, slip) = with_papers(house)
    page = received(visit, clerk)
    assert receipt in page and slip in page and chronology not in page
    for reference in (receipt, slip):
        answer = visit(clerk).get(f"/received/{reference}/file/")
        assert answer.status_code == 200 and answer.data.startswith(b"%PDF-")
    for reference in (chronology, "MSG-P-2026-9999", "%00"):
        assert visit(clerk).get(f"/received/{reference}/file/").status_code == 404, reference
    commissions.create_commission(house.actor("admin"), None, InstitutionFacts("MAI", "Mairie", InstitutionKind.COURT))
    house.person("ali", Role.AUTHORITY, "MAI")
    db.session.rollback()
    assert visit("ali").get(f"/received/{receipt}/file/").status_code == 404
    assert visit("moussa").get(f"/received/{receipt}/file/").status_code == 403
