"""Papers around a session, a visit and the way to the judge: filled from the record, blank without it."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotFound
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage
from mediation.agreements.queries import find_agreement
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind, SummonsWord
from mediation.commissions.rules import InstitutionFacts
from mediation.disputes.queries import find, find_in
from mediation.followup.kinds import Lateness
from mediation.followup.rules import FindingFacts
from mediation.kernel import clock
from mediation.papers import printing, queries
from mediation.papers.issuing import NO_STAMP, stamp_of
from mediation.papers.kinds import PaperKind
from mediation.places.models import SaidPlace
from mediation.sessions import rules as session_rules
from mediation.sessions import service as sessions
from mediation.sessions.models import Summons
from mediation.sessions.rules import ServiceFacts
from tests.builders.agreements import in_mediation, signed
from tests.builders.followup import planned as visit_planned
from tests.builders.followup import visited
from tests.builders.sessions import days, planned, summoned
from tests.builders.validity import endorsed, transmitted
from tests.papers.around.conftest import KEY, read, words_of

SUMMONS, SHEET, SLIP = PaperKind.SUMMONS, PaperKind.FOLLOW_UP, PaperKind.TRANSMISSION


@pytest.fixture
def called(house) -> str:
    """A dispute whose side B is summoned to a session; its number."""
    dispute = in_mediation(house)
    planned(house, dispute, place=SaidPlace(None, "La mairie de Massigui"), planned_hour="9 h")
    summoned(house, dispute, 2, served=None, session=2, text="Venez avec vos papiers.")
    return dispute.reference


def test_a_summons_says_who_when_and_where(composed, called):
    said = composed(called, SUMMONS, 1)
    for piece in ("Convocation", "Famille Traoré", "9 h", "La mairie de Massigui", "Venez avec vos papiers.",
                  "Vous êtes convoqué"):
        assert piece in said, piece
    assert "remise en main propre" in said


def test_a_network_of_mediators_invites(house, composed, called):
    with scope.seen_by(KEEPER):
        commissions.amend_commission(KEEPER, house.institution(), InstitutionFacts(
            "MSG", "Réseau", InstitutionKind.MEDIATOR_NETWORK, "R1C1A", summons_word=SummonsWord.INVITATION))
    said = composed(called, SUMMONS, 1)
    assert "Invitation" in said and "Vous êtes invité" in said and "onvo" not in said


def test_the_slip_is_filled_once_service_is_written_down(house, composed, called):
    moussa = house.actor("moussa")
    with scope.seen_by(moussa):
        summons = find_in(Summons, find(called), 1)
        sessions.record_service_summons(moussa, summons, ServiceFacts(True, days(0), "Le conseiller", "Son frère"))
    said = composed(called, SUMMONS, 1)
    assert "Le conseiller" in said and "Son frère" in said and "Remise" in said
    assert "remise en main propre" not in said


def test_a_summons_of_an_older_register_that_says_no_day_is_not_put_on_paper(house, issued, monkeypatch):
    dispute = in_mediation(house)
    monkeypatch.setattr(session_rules, "says_when", lambda facts: None)
    summoned(house, dispute, 2, served=None, text=None)
    with pytest.raises(BrokenRule, match="le jour et le lieu"):
        issued(dispute.reference, SUMMONS, 1)


def test_a_summons_that_was_struck_out_has_no_paper(house, issued, called):
    moussa = house.actor("moussa")
    with scope.seen_by(moussa):
        sessions.strike_summons(moussa, find_in(Summons, find(called), 1), StrikeFacts("Pas lui."))
    with pytest.raises(NotFound):
        issued(called, SUMMONS, 1)


def test_a_summons_on_paper_is_not_struck_out_before_its_paper_is_annulled(house, issued, called):
    issued(called, SUMMONS, 1)
    moussa = house.actor("moussa")
    with scope.seen_by(moussa), pytest.raises(BrokenRule, match="repose sur ce fait"):
        sessions.strike_summons(moussa, find_in(Summons, find(called), 1), StrikeFacts("Pas lui."))


def test_a_planned_visit_has_boxes_to_tick_and_a_made_one_has_them_ticked(house, composed):
    agreement = signed(house)
    reference = agreement.dispute.reference
    visit_planned(house, agreement)
    blank = composed(reference, SHEET, 1)
    assert blank.count("☐ tenu en partie") == 2 and "☑" not in blank and "Insécurité, pluies" in blank
    late = FindingFacts(2, CommitmentStage.NOT_KEPT, Lateness.RAINS, "piste coupée")
    visited(house, find_agreement(find(reference), 1), findings=(FindingFacts(1, CommitmentStage.KEPT), late))
    made = composed(reference, SHEET, 2)
    assert "☑ tenu\n" in made and "☑ pas tenu" in made and "pluies, piste coupée" in made
    assert "laisse un passage de 4 m" in made


def test_the_slip_names_the_papers_with_their_numbers_and_the_start_of_their_fingerprints(house, composed, issued):
    reference, paper = sent(house, issued)
    number, signs = paper.reference, paper.fingerprint[:16]
    said = composed(reference, SLIP, 2)
    assert number in said and "Tribunal d’instance de Dioïla" in said and "Récépissé" in said
    assert f"{signs[:4]} {signs[4:8]} {signs[8:12]} {signs[12:]}" in said
    assert "Bakary Koné" in said


def sent(house, issued) -> tuple:
    """A dispute whose agreement was sent to the judge with its receipt: its number, and that paper."""
    reference = signed(house).dispute.reference
    issued(reference, PaperKind.RECEIPT)
    with scope.seen_by(house.actor("moussa")):
        agreement = find_agreement(find(reference), 1)
        endorsed(house, agreement)
        transmitted(house, agreement, papers=(1,))
    return reference, queries.find_paper(find(reference), 1)


def test_nothing_is_sent_without_a_paper(house, issued):
    agreement = signed(house)
    reference = agreement.dispute.reference
    transmitted(house, find_agreement(find(reference), 1))
    with pytest.raises(BrokenRule, match="un papier établi, à transmettre"):
        issued(reference, SLIP, 2)


def test_a_step_takes_only_papers_in_force_of_its_own_dispute(house, issued):
    other = in_mediation(house).reference
    issued(other, PaperKind.RECEIPT)
    agreement = signed(house)
    reference = agreement.dispute.reference
    with scope.seen_by(house.actor("moussa")), pytest.raises(BrokenRule, match="plus en vigueur"):
        endorsed(house, find_agreement(find(reference), 1), papers=(1,))


def test_the_forms_of_the_route_and_of_copies_offer_the_papers(house, visit, issued):
    reference = signed(house).dispute.reference
    at = f"/disputes/{reference}/agreements/1/"
    assert "Quels papiers" not in visit("moussa").get(f"{at}endorse/").text
    paper = issued(reference, PaperKind.RECEIPT)
    number = paper.reference
    for page in ("endorse/", "copies/new/"):
        assert number in visit("moussa").get(at + page).text, page
    done = visit("moussa").post(f"{at}copies/new/", {
        "key": KEY.format(7), "sides": ["A"], "happened_on": days(0).earliest.isoformat(), "papers": ["1"]})
    assert done.status_code == 302
    assert number in visit("moussa").get(at).text
    refused = visit("moussa").post(f"{at}copies/new/", {
        "key": KEY.format(8), "sides": ["A"], "happened_on": days(0).earliest.isoformat(), "papers": ["9"]})
    assert refused.status_code == 200 and "Choisissez des réponses de la liste." in refused.text


@pytest.mark.parametrize("kind", list(queries.blank_kinds()), ids=lambda kind: kind.slug)
def test_every_paper_is_printed_blank_too(house, app, kind):
    with scope.seen_by(house.actor("moussa")):
        content = queries.blank(kind, house.institution())
    file = printing.draw(kind, content.as_json(), NO_STAMP, clock.now())
    assert content.title in read(file) and words_of(content)


def test_blank_papers_are_in_the_menu_of_whoever_works_at_the_desk(house, visit):
    for login in ("moussa", "awa"):
        assert "/papers/blank/" in visit(login).get("/").text
        page = visit(login).get("/papers/blank/").text
        assert "Convocation" in page and "Chronologie" not in page
    for login in ("salimata", "bakary"):
        assert visit(login).get("/papers/blank/").status_code == 403
    file = visit("moussa").get("/papers/blank/summons/")
    assert file.mimetype == "application/pdf" and "Preuve de remise" in read(file.data)
    assert visit("moussa").get("/papers/blank/quality/").status_code == 404


def test_the_file_of_a_dispute_lists_its_papers_and_tells_them(house, visit, issued):
    reference = in_mediation(house).reference
    paper = issued(reference, PaperKind.RECEIPT)
    page = visit("moussa").get(f"/disputes/{reference}/").text
    assert f"Récépissé de saisine, {paper.reference}" in page and f"/disputes/{reference}/papers/1/" in page


def test_a_paper_made_from_a_command_carries_the_address_that_was_settled(house, app, issued, monkeypatch):
    paper = issued(in_mediation(house).reference, PaperKind.RECEIPT)
    monkeypatch.setitem(app.config, "ADDRESS", "https://registre.example.org")
    assert stamp_of(paper)["address"] == f"https://registre.example.org/check/{paper.code}/"
    monkeypatch.setitem(app.config, "ADDRESS", "")
    assert stamp_of(paper)["address"] == ""
