"""The pages of the follow-up: visits to come, visits made, closing."""

import html
import re
from datetime import timedelta

import pytest

from mediation.kernel import clock
from tests.builders import sessions
from tests.builders.agreements import drafted, in_mediation, signed
from tests.builders.followup import planned, visited

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b1"


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.fixture
def dispute(house):
    return in_mediation(house)


@pytest.fixture
def at(dispute):
    return f"/disputes/{dispute.reference}/"


def form(**more) -> dict:
    return {"key": KEY + "1", "happened_on": str(clock.today()), "findings-0-commitment": "1",
            "findings-0-found": "kept", "findings-1-commitment": "2", **more}


def test_a_visit_is_planned_recorded_and_read_through_the_pages(at, visit, house, dispute):
    signed(house, dispute)
    assert visit("kadia").get(at + "agreements/1/visits/plan/").status_code == 404
    assert visit("moussa").get(at + "agreements/1/visits/plan/").status_code == 200
    blank = visit("moussa").post(at + "agreements/1/visits/plan/", {"key": KEY + "2"})
    assert "Donnez la date prévue." in words(blank)
    later = str(clock.today() + timedelta(days=9))
    done = visit("moussa").post(at + "agreements/1/visits/plan/", {
        "key": KEY + "2", "planned_on": later, "planned_words": "la ligne de pierres"})
    assert done.status_code == 302 and done.location.endswith("/visits/1/")
    assert "la ligne de pierres" in words(visit("moussa").get(done.location))
    page = visit("moussa").get(at + "visits/1/record/")
    assert page.status_code == 200 and "posent ensemble une ligne de pierres" in words(page)
    assert 'name="findings-0-found"' in page.text and " checked" not in page.text.split('id="findings"')[1]
    made = visit("moussa").post(at + "visits/1/record/", form())
    assert made.status_code == 302
    shown = words(visit("moussa").get(at + "visits/1/"))
    assert "tenu" in shown and "faite" in shown
    assert visit("moussa").get(at + "visits/1/record/").status_code == 409


def test_a_visit_that_finds_nothing_is_asked_and_keeps_what_was_typed(at, visit, house, dispute):
    signed(house, dispute)
    new = at + "agreements/1/visits/new/"
    assert visit("moussa").get(new).status_code == 200
    blank = visit("moussa").post(new, form(**{"findings-0-found": "", "met": "le chef"}))
    assert "Dites ce que la visite a trouvé" in words(blank) and "le chef" in blank.text
    half = visit("moussa").post(new, form(**{"findings-1-note": "pas vu"}))
    assert 'id="findings-1-found-error"' in half.text
    wrong = visit("moussa").post(new, form(**{"findings-0-found": "due"}))
    assert "Choisissez une réponse de la liste." in words(wrong)
    for odd in ({"findings-0-commitment": "²"}, {"findings-0-commitment": "99"}, {"findings-7-found": "kept"},
                {"findings-0-note": "\x00"}, {"met": "x" * 100_000}, {"women": ["1", "2"]}):
        assert visit("moussa").post(new, form(key="") | odd).status_code in (200, 302)


def test_no_visit_of_a_draft(at, visit, house, dispute):
    drafted(house, dispute)
    assert visit("moussa").get(at + "agreements/1/visits/new/").status_code == 409
    assert visit("moussa").post(at + "agreements/1/visits/new/", form()).status_code == 409


def test_a_visit_struck_out_stays_visible_crossed_out(at, visit, house, dispute):
    visited(house, signed(house, dispute))
    assert visit("moussa").get(at + "visits/1/strike/").status_code == 200
    done = visit("moussa").post(at + "visits/1/strike/", {"key": KEY + "3", "reason": "autre village"})
    assert done.status_code == 302
    page = visit("moussa").get(at + "visits/1/")
    assert (
        "Cette visite est rayée." in words(page) and "autre village" in words(page) and "struck" in page.text
    )


def test_closing_shows_the_sessions_that_are_still_planned_to_whoever_may_cancel_them(at, visit, house, dispute):
    signed(house, dispute)
    assert "Des séances restent prévues." not in words(visit("moussa").get(at + "close/"))
    number = sessions.planned(house, dispute).number
    for login, may in (("moussa", True), ("bakary", False)):
        page = visit(login).get(at + "close/")
        assert "Des séances restent prévues." in words(page)
        assert (f'href="{at}sessions/{number}/cancel/"' in page.text) is may


def test_closing_shows_what_is_still_due_and_asks_why(at, visit, house, dispute):
    signed(house, dispute)
    assert visit("awa").get(at + "close/").status_code == 404
    page = visit("bakary").get(at + "close/")
    assert "Des engagements restent à vérifier." in words(page) and "ligne de pierres" in words(page)
    assert 'value="withdrawn"' not in page.text and 'value="kept"' in page.text
    told = {"key": KEY + "4", "ending": "kept", "happened_on": str(clock.today())}
    assert "Écrivez pourquoi vous clôturez." in words(visit("bakary").post(at + "close/", told))
    assert "Choisissez comment le dossier finit." in words(
        visit("bakary").post(at + "close/", told | {"ending": ""})
    )
    assert visit("bakary").post(at + "close/", told | {"ending": "declined"}).status_code == 200
    done = visit("bakary").post(at + "close/", told | {"reason": "tout est fait, dit le chef"})
    assert done.status_code == 302 and done.location.endswith(at)
    assert visit("bakary").get(at + "close/").status_code == 409


def test_what_does_not_exist_is_not_found(at, visit, house, dispute):
    for page in ("agreements/9/", "visits/9/", "visits/9/record/", "agreements/9/visits/new/"):
        assert visit("moussa").get(at + page).status_code == 404


def test_a_planned_visit_may_be_struck(at, visit, house, dispute):
    planned(house, signed(house, dispute))
    visit("moussa").post(at + "visits/1/strike/", {"key": KEY + "5", "reason": "annulée"})
    assert visit("moussa").get(at + "visits/1/record/").status_code == 409
