"""The minutes of a settlement say what its page says, and from the agreement to the file there are four screens."""

from dataclasses import replace

import pytest

from mediation.agreements import rules
from mediation.agreements import service as agreements
from mediation.disputes.queries import find_in
from mediation.land import service as land
from mediation.land.models import ContestedObject
from mediation.papers.kinds import PaperKind
from mediation.parties.kinds import Language
from mediation.places.models import SaidPlace
from mediation.sessions.rules import SeatFacts
from tests.builders.agreements import TEXT, drafted, in_mediation, signed
from tests.builders.land import FIELD, one_field
from tests.builders.parties import A, C, party
from tests.builders.sessions import days, held
from tests.papers.around.conftest import KEY, read

MINUTES = PaperKind.CONCILIATION
BENCH = (SeatFacts("Awa", chaired=True), SeatFacts("Les chefs", "chefs de village", people=30))


@pytest.fixture
def dispute(house):
    return in_mediation(house)


def test_what_remains_is_told_in_whole_sentences(house, dispute, composed):
    reference = dispute.reference
    drafted(house, dispute, total=False, mediation_goes_on=False, remaining="le passage, et le puits")
    assert "le passage, et le puits. La médiation s’arrête là." in composed(reference, MINUTES, 1)


def test_the_minutes_hold_everything(house, dispute, composed):
    reference = dispute.reference
    drafted(house, dispute, found_at=1, guarantors=(rules.GuarantorFacts("Sidiki Doumbia", "ancien"),),
            witnesses=(rules.WitnessFacts("L’imam", None),), remaining=None)
    said = composed(reference, MINUTES, 1)
    for piece in ("République du Mali", reference, "Procès-verbal de conciliation", TEXT.points,
                  "Famille Traoré", "Siaka Traoré", "Un champ de mil entre le marigot et la route",
                  "posent ensemble une ligne de pierres", "laisse un passage de 4 m", "Sidiki Doumbia", "L’imam",
                  "Aucun."):
        assert piece in said, piece


def test_the_minutes_say_the_language_of_each_party_of_whom_it_is_known(house, dispute, composed):
    party(house, dispute, C, "Binta Sangaré", language=Language.OTHER, language_words="samo")
    drafted(house, dispute)
    said = composed(dispute.reference, MINUTES, 1)
    assert ", langue : bamanankan" in said and ", langue : samo" in said and said.count("langue : ") == 2


def test_the_minutes_say_the_quality_of_a_party_and_who_sat(house, dispute, composed):
    party(house, dispute, C, "Binta Sangaré", quality="éleveuse")
    held(house, dispute, bench=BENCH)
    drafted(house, dispute, found_at=2)
    said = composed(dispute.reference, MINUTES, 1)
    assert "éleveuse" in said
    assert "Devant Awa, qui présidait\u202f; Les chefs, 30 personnes, chefs de village." in said


def test_the_minutes_made_after_the_signatures_tell_the_marks_and_bind_nobody_who_came_later(
        house, dispute, composed):
    signed(house, dispute)
    party(house, dispute, A, "Famille venue après")
    said = composed(dispute.reference, MINUTES, 1)
    assert "a signé" in said and "venue après" not in said


def test_the_minutes_tell_who_read_in_whatever_words_it_was_told(house, dispute, composed):
    told = rules.ReadAloudFacts((Language.FRENCH,), "pas dit", ("A", "B"), days(-1))
    agreements.read_aloud_agreement(house.actor("moussa"), drafted(house, dispute), told)
    assert "français, lu par\u00a0: pas dit" in composed(dispute.reference, MINUTES, 1)


def test_the_minutes_tell_the_object_as_it_was_signed(house, dispute, composed):
    signed(house, dispute)
    land.amend_object(house.actor("moussa"), find_in(ContestedObject, dispute, 1),
                      replace(FIELD, description="Autre chose"))
    one_field(house, dispute, facts=replace(FIELD, description="Une chose de plus"))
    said = composed(dispute.reference, MINUTES, 1)
    assert "Autre chose" not in said and "Une chose de plus" not in said


def test_what_nobody_has_seen_of_a_text_is_said_in_its_minutes(house, composed):
    reference = drafted(house, commitments=(), unseen="tout le texte").dispute.reference
    said = composed(reference, MINUTES, 1)
    assert "tout le texte" in said and "Personne n’a vu ses engagements." in said


def test_from_the_agreement_to_the_file_there_are_four_screens(house, visit):
    dispute = in_mediation(house)
    held(house, dispute, place=SaidPlace(None, "Farako"), bench=BENCH)
    at = f"/disputes/{dispute.reference}/agreements/"
    secretary, screens = visit("moussa"), []

    def sees(address: str):
        screens.append(address)
        page = secretary.get(address)
        assert page.status_code == 200, address
        return page

    assert 'value="reading"' in sees(f"{at}new/").text
    written = secretary.post(screens[-1], {
        "key": KEY.format(1), "total": "yes", "happened_on": days(-1).earliest.isoformat(), "basis": "parties",
        "form": "written", "points": "La limite est l’ancien sentier.", "found_at": "2",
        "commitments-0-who": "A", "commitments-0-what": "rend la charrue", "then": "reading"})
    assert 'value="paper"' in sees(written.location).text
    heard = secretary.post(screens[-1], {
        "key": KEY.format(2), "seen": dispute.act_count + 9, "understood": ["A", "B"], "languages": ["bamanankan"],
        "reader": "Awa", "happened_on": days(-1).earliest.isoformat(), "then": "paper"})
    assert "Établir le papier" in sees(heard.location).text
    made = secretary.post(screens[-1], {"key": KEY.format(3)})
    assert "Télécharger pour imprimer" in sees(made.location).text
    assert len(screens) == 4
    assert "rend la charrue" in read(secretary.get(f"{made.location}file/").data)


def test_the_page_of_an_agreement_offers_its_minutes_then_holds_them(house, visit, issued):
    dispute = in_mediation(house)
    held(house, dispute, place=SaidPlace(None, "Farako"), bench=BENCH)
    agreement = signed(house, dispute, found_at=2)
    at, reference = f"/disputes/{dispute.reference}/agreements/{agreement.number}/", dispute.reference
    assert f"/disputes/{reference}/papers/new/conciliation/1/" in visit("moussa").get(at).text
    issued(reference, MINUTES, 1)
    page = visit("moussa").get(at).text
    assert "MSG-P-" in page and f"/disputes/{reference}/papers/1/file/" in page
