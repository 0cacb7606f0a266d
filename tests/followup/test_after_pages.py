"""The pages of what follows a settlement: releases, difficulties, the next step, closing and reopening."""

import html
import re
from dataclasses import replace

import pytest

from mediation.acts import scope
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage
from mediation.disputes.queries import find
from mediation.followup import service
from mediation.kernel import clock
from mediation.kernel.db import db
from tests.builders.agreements import PASSAGE, STONES, drafted, in_mediation, signed
from tests.builders.followup import released, reported, visited

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b1"


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.fixture
def dispute(house):
    return in_mediation(house)


@pytest.fixture
def at(dispute):
    return f"/disputes/{dispute.reference}/"


def test_a_commitment_is_released_and_the_release_struck_through_the_pages(at, visit, house, dispute):
    signed(house, dispute)
    page = visit("moussa").get(at)
    assert at + "commitments/2/release/" in page.text
    form = visit("moussa").get(at + "commitments/2/release/")
    assert form.status_code == 200 and "laisse un passage de 4 m" in words(form)
    told = {"key": KEY + "1", "sides": ["B"], "reason": "le puits est tari", "happened_on": str(clock.today())}
    wrong = visit("moussa").post(at + "commitments/2/release/", told)
    assert "Ce côté doit cet engagement." in words(wrong) and "le puits est tari" in wrong.text
    assert "Écrivez pourquoi l’autre côté libère." in words(
        visit("moussa").post(at + "commitments/2/release/", told | {"sides": ["A"], "reason": ""}))
    done = visit("moussa").post(at + "commitments/2/release/", told | {"sides": ["A"]})
    assert done.status_code == 302 and done.location.endswith("agreements/1/")
    shown = words(visit("moussa").get(done.location))
    assert "libéré par l’autre côté" in shown and "Engagement 2 libéré par A" in shown and "le puits est tari" in shown
    assert visit("moussa").get(at + "commitments/2/release/").status_code == 409
    file = visit("moussa").get(at)
    assert at + "commitments/2/release/" not in file.text and "a noté qu’un engagement est libéré" in words(file)
    assert visit("moussa").get(at + "releases/1/strike/").status_code == 200
    struck = visit("moussa").post(at + "releases/1/strike/", {"key": KEY + "2", "reason": "mal compris"})
    assert struck.status_code == 302 and "à revoir" in words(visit("moussa").get(at))
    assert "à revoir" in words(visit("moussa").get(at + "agreements/1/"))
    assert visit("moussa").get(at + "releases/1/strike/").status_code == 409


def test_pages_of_what_follows_are_shut_to_strangers_and_before_signing(at, visit, house, dispute):
    drafted(house, dispute)
    assert at + "commitments/1/release/" not in visit("moussa").get(at).text
    assert visit("moussa").get(at + "agreements/1/difficulties/new/").status_code == 409
    for page in ("commitments/9/release/", "releases/9/strike/", "difficulties/9/settle/", "difficulties/9/strike/",
                 "agreements/9/difficulties/new/"):
        assert visit("moussa").get(at + page).status_code == 404
    for page in ("commitments/1/release/", "agreements/1/difficulties/new/", "reopen/"):
        assert visit("kadia").get(at + page).status_code == 404
        assert visit("salimata").get(at + page).status_code == 403


def test_a_commitment_has_one_number_everywhere_its_place_in_its_agreement(at, visit, house, dispute):
    number = dispute.reference
    signed(house, dispute, commitments=(STONES,), total=False, mediation_goes_on=True)
    alone = words(visit("moussa").get(at))
    assert "Engagement 1" in alone and "accord 1" not in alone
    with scope.seen_by(house.actor("moussa")):
        second = signed(house, find(number), commitments=(STONES, PASSAGE))
        numbers = [one.number for one in second.commitments]
        visited(house, second, CommitmentStage.NOT_KEPT)
        reported(house, second, commitments=(numbers[1],))
        released(house, second.commitments[1], "A")
    page = visit("moussa").get(at)
    shown = words(page)
    for told in ("Engagement 1 (accord 2) : pas tenu", "Engagement 2 (accord 2) libéré par A",
                 "engagement 2 (accord 2)", "l’engagement 1 (accord 1), encore à vérifier"):
        assert told in shown, told
    assert "Accord 2" in shown and "Accord partiel 1" in shown and "Engagement 3" not in shown
    assert len(set(re.findall(r'id="commitment-(\d+)"', page.text))) == page.text.count('id="commitment-') == 3
    for there in ("agreements/2/", "agreements/2/visits/new/", "agreements/2/difficulties/new/"):
        assert "Engagement 3" not in words(visit("moussa").get(at + there))
    assert "Engagement 2 libéré par A" in words(visit("moussa").get(at + "agreements/2/"))
    assert "Accord 2 · Engagement 2" in words(visit("moussa").get(at + "releases/1/strike/"))


def test_a_difficulty_is_reported_settled_and_struck_through_the_pages(at, visit, house, dispute):
    signed(house, dispute)
    new = at + "agreements/1/difficulties/new/"
    assert new in visit("moussa").get(at).text and new in visit("moussa").get(at + "agreements/1/").text
    page = visit("moussa").get(new)
    assert page.status_code == 200 and 'name="voices-1-said"' in page.text and "ligne de pierres" in words(page)
    told = {"key": KEY + "1", "what": "La ligne a bougé.", "letter": "A", "commitments": ["1"],
            "voices-0-letter": "A", "voices-0-said": "Ils ont déplacé les pierres.",
            "voices-1-letter": "B", "voices-1-said": "La pluie les a emportées.", "happened_on": str(clock.today())}
    blank = visit("moussa").post(new, told | {"what": ""})
    assert "Écrivez quelle est la difficulté" in words(blank) and "La pluie les a emportées." in blank.text
    assert "Dites qui la signale" in words(visit("moussa").post(new, told | {"letter": ""}))
    for odd in ({"commitments": ["99"]}, {"commitments": ["²"]}, {"voices-1-letter": "\x00"}, {"letter": "Z"},
                {"voices-0-letter": "Q"}, {"what": "x" * 100_000}):
        assert visit("moussa").post(new, told | {"key": ""} | odd).status_code == 200
    done = visit("moussa").post(new, told)
    assert done.status_code == 302
    for page in (at, done.location):
        shown = words(visit("bakary").get(page))
        assert "La ligne a bougé." in shown and "La pluie les a emportées." in shown and "à régler" in shown
    settle = at + "difficulties/1/settle/"
    assert settle in visit("moussa").get(at).text and settle not in visit("bakary").get(at).text
    assert visit("moussa").get(settle).status_code == 200
    judged = {"key": KEY + "2", "how": "judged", "by": "le tribunal", "happened_on": str(clock.today())}
    assert "Dites à qui on a demandé d’abord." in words(visit("moussa").post(settle, judged))
    assert visit("moussa").post(settle, judged | {"asked": "nobody"}).status_code == 302
    assert "décidée par le juge" in words(visit("moussa").get(at)).lower()
    assert visit("moussa").get(settle).status_code == 409
    assert visit("moussa").post(at + "difficulties/1/strike/", {"reason": "saisi deux fois"}).status_code == 302
    assert "saisi deux fois" in words(visit("moussa").get(at))


def test_after_a_visit_the_next_step_is_offered(at, visit, house, dispute):
    agreement = signed(house, dispute)
    made = visited(house, agreement, CommitmentStage.KEPT)
    page = visit("moussa").get(at + "visits/1/")
    assert "1 engagement reste à vérifier." in words(page)
    for there in ("agreements/1/visits/plan/", "agreements/1/difficulties/new/", "close/"):
        assert at + there in page.text
    assert f'class="button filled" href="{at}agreements/1/visits/plan/"' in page.text
    chair = visit("bakary").get(at + "visits/1/").text
    assert at + "close/" in chair and "visits/plan/" not in chair
    assert "Et maintenant" not in visit("salimata").get(at + "visits/1/").text
    visited(house, agreement, CommitmentStage.PARTLY_KEPT)
    page = words(visit("moussa").get(at + "visits/2/"))
    assert "1 engagement reste à vérifier. 1 engagement n’est pas tenu, ou pas en entier." in page
    visited(house, agreement)
    ended = visit("moussa").get(at + "visits/3/")
    assert "Plus rien n’est à faire." in words(ended)
    assert f'class="button filled" href="{at}close/"' in ended.text
    service.strike_visit(house.actor("moussa"), made, StrikeFacts("autre jour"))
    db.session.rollback()
    assert "Et maintenant" not in visit("moussa").get(at + "visits/1/").text


def test_a_yearly_commitment_is_asked_for_its_year(at, visit, house, dispute):
    signed(house, dispute, commitments=(STONES, replace(PASSAGE, yearly=True, window="en décembre")))
    new, year = at + "agreements/1/visits/new/", clock.today().year
    page = visit("moussa").get(new).text
    assert "findings-1-for_year" in page and "findings-0-for_year" not in page
    told = {"key": KEY + "1", "happened_on": str(clock.today()), "findings-0-commitment": "1",
            "findings-1-commitment": "2", "findings-1-found": "kept"}
    wrong = visit("moussa").post(new, told | {"findings-1-for_year": str(year + 1)})
    assert "pas encore arrivée" in words(wrong) and str(year + 1) in wrong.text
    done = visit("moussa").post(new, told | {"findings-1-for_year": str(year)})
    assert done.status_code == 302 and f"Pour {year}" in words(visit("moussa").get(done.location))
    assert f"tenu pour {year}" in words(visit("moussa").get(at))


def test_a_visit_struck_out_shows_the_commitment_to_be_seen_again_everywhere(at, visit, house, dispute):
    agreement = signed(house, dispute)
    made = visited(house, agreement)
    pages = (at, at + "agreements/1/", at + "close/", at + "agreements/1/visits/new/")
    assert not any("à revoir" in words(visit("moussa").get(page)) for page in pages)
    service.strike_visit(house.actor("moussa"), made, StrikeFacts("autre village"))
    db.session.rollback()
    for page in pages:
        assert "à revoir" in words(visit("moussa").get(page)), page
    visited(house, agreement)
    db.session.rollback()
    assert not any("à revoir" in words(visit("moussa").get(page)) for page in pages)


def test_closing_as_a_double_asks_for_the_number_and_shows_the_link(at, visit, house, dispute):
    other = house.registered().reference
    told = {"key": KEY + "1", "ending": "duplicate", "happened_on": str(clock.today())}
    blank = visit("moussa").post(at + "close/", told)
    assert "Écrivez le numéro de l’autre dossier." in words(blank)
    wrong = visit("moussa").post(at + "close/", told | {"duplicate_of": "KOB-2026-0001"})
    assert "KOB-2026-0001" in wrong.text and "Vous ne voyez aucun dossier" in words(wrong)
    assert visit("moussa").post(at + "close/", told | {"duplicate_of": other}).status_code == 302
    assert other in visit("moussa").get(at).text


def test_closing_shows_the_difficulties_that_are_open(at, visit, house, dispute):
    agreement = signed(house, dispute)
    visited(house, agreement)
    reported(house, agreement)
    db.session.rollback()
    assert "La ligne de pierres a été déplacée." in words(visit("moussa").get(at + "close/"))
    told = {"key": KEY + "1", "ending": "kept", "happened_on": str(clock.today())}
    assert "Une difficulté n’est pas réglée." in words(visit("moussa").post(at + "close/", told))
    assert visit("moussa").post(at + "close/", told | {"reason": "le juge l’a"}).status_code == 302


def test_what_was_closed_in_error_is_reopened_by_the_chair(at, visit, house, dispute):
    agreement = signed(house, dispute)
    visited(house, agreement)
    told = {"key": KEY + "1", "ending": "kept", "happened_on": str(clock.today())}
    assert visit("moussa").post(at + "close/", told).status_code == 302
    assert at + "reopen/" in visit("bakary").get(at).text and at + "reopen/" not in visit("moussa").get(at).text
    assert visit("moussa").get(at + "reopen/").status_code == 403
    page = visit("bakary").get(at + "reopen/")
    assert page.status_code == 200 and "en suivi" in words(page)
    error = {"key": KEY + "2", "came_back": "no", "reason": "un engagement oublié"}
    assert "Dites si le problème est revenu." in words(visit("bakary").post(at + "reopen/", error | {"came_back": ""}))
    back = visit("bakary").post(at + "reopen/", error | {"came_back": "yes"})
    assert "nouveau dossier" in words(back) and "un engagement oublié" in back.text
    assert visit("bakary").post(at + "reopen/", error).status_code == 302
    file = words(visit("moussa").get(at))
    assert "un engagement oublié" in file and "Il avait été clos : engagements tenus" in file
    assert visit("bakary").get(at + "reopen/").status_code == 409
    journal = words(visit("salimata").get(at + "journal/"))
    assert "a rouvert le dossier, clos par erreur" in journal and "un engagement oublié" in journal


def test_the_file_is_read_in_as_many_statements_with_all_that_followed(at, visit, house, dispute, app):
    from tests.builders.casefile import statements

    agreement = signed(house, dispute)
    visited(house, agreement, CommitmentStage.KEPT)
    reported(house, agreement)
    db.session.rollback()
    visitor = visit("moussa")
    with statements(app) as few:
        assert visitor.get(at).status_code == 200
    with scope.looking_as(house.actor("moussa")):
        reported(house, agreement)
        released(house, agreement.commitments[1], "A")
        visited(house, agreement, CommitmentStage.KEPT)
    db.session.rollback()
    with statements(app) as more:
        assert visitor.get(at).status_code == 200
    assert len(more) == len(few) <= 32, (len(few), len(more))
