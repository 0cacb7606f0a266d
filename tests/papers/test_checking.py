"""Anybody who holds a paper may ask whether it is true, and learns nothing else; by its code, by its file, by both."""

from io import BytesIO

import pytest

from mediation.accounts.throttle import GUESSES
from mediation.acts import scope
from mediation.disputes.kinds import Resource
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.papers import checking
from mediation.papers.kinds import PaperKind
from mediation.papers.rules import ReserveFacts
from mediation.papers.service import SIGNS, reserve_paper
from mediation.papers.views import LARGEST
from tests.journeys.account import seen_on
from tests.papers.reading import read

# What stands on the minutes, and never on the page that checks them.
CANARIES = ("MSG-", "Adama", "Coulibaly", "Siaka", "Traoré", "Modibo", "Konaté", "Markala", "Kadia", "sentier",
            "pierres", "Moussa", "moussa")


@pytest.fixture
def paper(papers):
    return papers.issued()


def asked(visit, code: str, **more):
    return visit().get(f"/check/{code}/", **more)


def sent(visit, address: str, file: bytes):
    return visit().post(address, {"file": (BytesIO(file), "pv.pdf")}, content_type="multipart/form-data")


def test_a_code_tells_the_kind_who_issued_it_when_and_its_fingerprint(papers, paper, visit):
    page = seen_on(asked(visit, paper.code).text)
    assert "Ce papier est en vigueur." in page and "Procès-verbal de conciliation" in page
    assert "Établi par Commission foncière" in page and paper.fingerprint in page


def test_the_page_tells_no_name_no_number_and_no_village(papers, paper, visit):
    on_paper = read(papers.file().data)
    pages = [asked(visit, paper.code).text, sent(visit, f"/check/{paper.code}/", papers.file().data).text,
             sent(visit, "/check/", papers.file().data).text]
    assert all(one in on_paper for one in ("MSG-", "Markala", "Siaka"))
    for page in pages:
        assert not [one for one in CANARIES if one in page]


@pytest.mark.parametrize("typed", [
    lambda code: code.lower(), lambda code: f"{code[:5]} {code[5:]}", lambda code: f" {code[:5]}-{code[5:]} ",
    lambda code: code.replace("Q", "O").replace("L", "1"), lambda code: code.replace("Q", "0").replace("V", "u")])
def test_a_code_is_read_however_it_was_typed(papers, paper, visit, typed):
    answer = visit().post("/check/", {"code": typed(paper.code)})
    assert answer.location == f"/check/{paper.code}/"


def test_signs_that_no_code_has_are_read_as_what_they_look_like():
    assert checking.plain("o0Ii1u") == "QQLLLV"
    assert not set("OI01U") & (set(SIGNS) - {"U"})


def test_an_unknown_code_is_found_nowhere(papers, paper, visit):
    for code in ("AAAAAAAAAA", "0", "x" * 300, "%00", "é", "-", "../../etc"):
        answer = asked(visit, code)
        assert answer.status_code == 404
    assert "Aucun papier ne porte ce code." in asked(visit, "AAAAAAAAAA").text


def test_a_number_without_a_paper_is_not_known(papers, paper, house, visit):
    with scope.seen_by(house.actor("moussa")):
        reserved = reserve_paper(house.actor("moussa"), find(papers.reference), ReserveFacts(PaperKind.RECEIPT))
        code = reserved.code
    db.session.remove()
    assert asked(visit, code).status_code == 404


def test_a_paper_that_was_replaced_says_so(papers, paper, house, visit):
    with scope.seen_by(house.actor("moussa")):
        add_object(house.actor("moussa"), find(papers.reference), ObjectFacts(Resource.WELL, "Un puits oublié."))
    db.session.remove()
    first, second = paper.code, papers.issued().code
    assert "remplacé par une nouvelle version" in asked(visit, first).text
    assert "en vigueur" in asked(visit, second).text


def test_a_paper_that_was_annulled_says_so(papers, paper, visit):
    code = paper.code
    visit("moussa").post(f"{papers.at}1/annul/", {
        "reason": "mauvais nom", "key": "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b01"})
    page = asked(visit, code).text
    assert "Ce papier est annulé." in page and "mauvais nom" not in page


def test_the_same_page_in_english(papers, paper, visit):
    visitor = visit()
    visitor.client.set_cookie("language", "en")
    page = seen_on(visitor.get(f"/check/{paper.code}/").text)
    assert "Ce papier" not in page and "Fichier" not in page and paper.fingerprint in page


def test_a_file_is_compared_with_the_paper_of_a_code(papers, paper, visit):
    file = papers.file().data
    assert "Identique." in sent(visit, f"/check/{paper.code}/", file).text
    assert "Différent." in sent(visit, f"/check/{paper.code}/", file + b" ").text


def test_a_file_is_checked_without_a_code(papers, paper, visit):
    file = papers.file().data
    answer = sent(visit, "/check/", file)
    assert answer.status_code == 200 and "Identique." in answer.text and "en vigueur" in answer.text
    answer = sent(visit, "/check/", file[:-1])
    assert answer.status_code == 404 and "Différent, ou inconnu." in answer.text


def test_a_file_larger_than_any_paper_is_refused_with_a_sentence(papers, paper, visit):
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="pv.pdf"\r\n\r\n' + b"0" * LARGEST
    for address in ("/check/", f"/check/{paper.code}/"):
        answer = visit().post(address, body + b"\r\n--x--\r\n", content_type="multipart/form-data; boundary=x")
        assert answer.status_code == 413 and "trop" in answer.text


def test_no_other_page_takes_a_form_of_that_size(visit):
    assert visit().post("/sign-in/", {"login": "x" * (LARGEST // 2)}).status_code == 413


def test_guessing_is_stopped_and_a_right_code_never_counts_as_a_guess(papers, paper, visit):
    for _ in range(3):
        assert asked(visit, paper.code).status_code == 200
    for place in range(GUESSES):
        assert asked(visit, f"AAAAAAA{place:03d}".replace("0", "A").replace("1", "B")).status_code == 404
    assert asked(visit, "AAAAAAAAAA").status_code == 429
    assert asked(visit, paper.code).status_code == 429
    assert asked(visit, paper.code, environ_base={"REMOTE_ADDR": "198.51.100.7"}).status_code == 200


def test_an_address_that_was_only_claimed_is_not_counted(papers, paper, visit):
    for place in range(GUESSES):
        asked(visit, "AAAAAAAAAA", headers={"X-Forwarded-For": f"198.51.100.{place}"})
    assert asked(visit, paper.code, headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 429


def test_the_page_is_light_and_needs_no_script(papers, paper, visit):
    answer = asked(visit, paper.code, headers={"Accept-Encoding": "gzip"})
    assert len(answer.data) < 3_000
