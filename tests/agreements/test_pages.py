"""The pages of a settlement: they open, keep what was typed, refuse beside the field, and print."""

import html
import re
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.vocabulary import AgreementStage
from mediation.agreements import forms, rules
from mediation.agreements.kinds import EVERYBODY
from mediation.agreements.models import Agreement
from mediation.agreements.service import read_aloud_agreement
from mediation.kernel import dates
from mediation.kernel.db import db
from mediation.parties.kinds import PartyKind
from mediation.parties.models import Party
from mediation.sessions.kinds import Result
from tests.builders.agreements import READ, STONES, drafted, in_mediation, read, signed
from tests.builders.parties import A, C, party, representative
from tests.builders.sessions import held
from tests.journeys.forms import Page

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"


def form(**more) -> dict:
    return {
        "key": KEY, "total": "yes", "happened_on": "2026-01-05", "basis": "parties",
        "form": "written", "points": "La limite est l’ancien sentier.",
        "commitments-0-who": "A", "commitments-0-whom": "B", "commitments-0-what": "rend les deux charrues",
        "commitments-0-due_on-precision": "month", "commitments-0-due_on-month": "12",
        "commitments-0-due_on-year": "2031", "commitments-1-what": "", "guarantors-0-name": "Sidiki Doumbia",
        "guarantors-0-quality": "ancien du village", **more}


def words(answer) -> str:
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def seen(page) -> dict:
    """The count of acts that a form was made from."""
    return {"seen": re.search(r'name="seen"[^>]*value="(\d*)"', page.text)[1]}


@pytest.fixture
def dispute(house):
    return in_mediation(house)


@pytest.fixture
def kept(house):
    """The settlements in the register, read anew: a visitor forgets whose eyes the test reads with."""

    @contextmanager
    def opened():
        db.session.rollback()
        with scope.seen_by(house.actor("moussa")):
            yield list(db.session.scalars(select(Agreement)))

    return opened


@pytest.fixture
def at(dispute):
    return f"/disputes/{dispute.reference}/agreements/"


def test_a_stranger_does_not_find_the_pages_and_a_reviewer_may_only_read(at, visit, house, dispute):
    drafted(house, dispute)
    for page in ("new/", "oral/", "1/", "1/amend/", "1/read-aloud/"):
        assert visit("kadia").get(at + page).status_code == 404
    assert visit("salimata").get(at + "new/").status_code == 403
    assert visit("salimata").get(at + "1/").status_code == 200


def test_the_form_opens_with_a_blank_commitment_and_records_a_settlement(at, visit, dispute, kept):
    page = visit("moussa").get(at + "new/")
    assert page.status_code == 200 and page.text.count('<article class="commitment editing"') == 1
    assert "A · Adama Coulibaly" in page.text
    done = visit("moussa").post(at + "new/", form())
    assert done.status_code == 302 and done.location.endswith("/agreements/1/")
    with kept() as (agreement,):
        assert [one.what for one in agreement.commitments] == ["rend les deux charrues"]
        assert [one.name for one in agreement.guarantors] == ["Sidiki Doumbia"]
        assert agreement.total and agreement.commitments[0].due_on.latest.isoformat() == "2031-12-31"
    shown = words(visit("moussa").get(done.location))
    assert "Adama Coulibaly rend les deux charrues pour Famille Traoré, avant fin décembre 2031 ." in shown


def test_a_double_click_counts_once(at, visit, dispute, kept):
    first, second = visit("moussa").post(at + "new/", form()), visit("moussa").post(at + "new/", form())
    assert first.location == second.location
    with kept() as found:
        assert len(found) == 1


WRONG = [
    ({"commitments-0-who": ""}, "Choisissez qui s’engage."),
    ({"commitments-0-what": ""}, "Écrivez ce qui est promis."),
    ({"commitments-0-who": "Z"}, "Choisissez des réponses de la liste."),
    ({"commitments-0-quantity": "2"}, "Écrivez l’unité"),
    ({"commitments-0-quantity": "1.234"}, "Avez-vous voulu dire"),
    ({"commitments-0-due_on-month": "", "commitments-0-due_on-precision": "month"}, "mois"),
    (
        {
            "commitments-0-due_on-precision": "day",
            "commitments-0-due_on-day": "31",
            "commitments-0-due_on-month": "2",
            "commitments-0-due_on-year": "2031",
        },
        "31 février",
    ),
    (
        {"commitments-0-due_on-precision": "year", "commitments-0-due_on-year": "2020"},
        "Cette date est avant l’accord.",
    ),
    ({"total": ""}, "Dites si l’accord porte sur tous les points."),
    ({"total": "no"}, "Dites si la médiation continue sur le reste."),
    ({"no_commitment": "y"}, "Il y a des engagements."),
    ({"guarantors-0-name": ""}, "Écrivez le nom du garant."),
    ({"form": "oral"}, "Écrivez devant quels témoins"),
    ({"points": "a\x00b"}, "caractère illisible"),
    ({"commitments-0-what": "x" * 100_000}, "C’est trop long"),
    ({"women": "-3"}, "nombre entier"),
    ({"happened_on": "2999-01-01"}, "Cette date n’est pas encore arrivée."),
    ({"found_at": "77"}, "Choisissez une réponse de la liste."),
]


def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(at, visit, dispute, kept):
    for wrong, sentence in WRONG:
        answer = visit("moussa").post(at + "new/", form(**wrong))
        assert answer.status_code == 200, wrong
        assert sentence in words(answer), wrong
        assert 'class="notice summary"' in answer.text and "ancien du village" in answer.text, wrong
    with kept() as found:
        assert found == []


def test_a_refusal_stands_in_the_second_row_when_it_is_about_the_second_commitment(at, visit, dispute):
    answer = visit("moussa").post(at + "new/", form(**{
        "commitments-2-who": "B", "commitments-2-what": "laisse le passage", "commitments-2-quantity": "4"}))
    assert (
        'id="commitments-2-unit-error"' in answer.text and 'id="commitments-0-unit-error"' not in answer.text
    )


def test_another_commitment_is_added_without_losing_what_was_typed(at, visit, dispute, kept):
    answer = visit("moussa").post(at + "new/", form(more="1"))
    assert answer.status_code == 200 and answer.text.count('<article class="commitment editing"') == 3
    assert "rend les deux charrues" in answer.text and "notice summary" not in answer.text
    assert re.search(r'name="commitments-0-who"[^>]* value="A" checked', answer.text), "a tick is typed as well"
    assert re.search(r'name="commitments-0-whom"[^>]* value="B" checked', answer.text)
    with kept() as found:
        assert found == []


def test_another_commitment_may_be_asked_for_once_everybody_has_given_their_word(at, visit, dispute):
    moussa = visit("moussa")
    asked = Page(moussa.get(at + "oral/").text).task
    given = {name: max(box.answers) for name, box in asked.boxes.items() if name.startswith("lines-") and box.answers}
    again = moussa.post(at + "oral/", {**asked.sent(), **given, "more": "1"})
    assert given and again.status_code == 200
    boxes = Page(again.text).task.boxes
    assert "commitments-1-what" in boxes and all(boxes[name].values == [value] for name, value in given.items())
    assert f"lines-{len(given)}-signer" not in boxes


HOSTILE = [
    {"commitments-²-what": "x"}, {f"commitments-{'9' * 5000}-what": "x"}, {"commitments-": "x"},
    {"commitments-0-who": ["A", "A", "B"]}, {"total": ["yes", "no", "yes"]}, {"commitments": "x"},
    {"commitments-9999-what": "x", "commitments-9999-who": "A"}, {"key": "\x00"}, {"seen": "²"},
    {f"commitments-{n}-what": "x" for n in range(100)}, {"place": "\ud800".encode("utf-8", "surrogatepass")},
    {"place-country": "\x00"}, {"happened_on-day": "\x00"},
]


def test_nothing_posted_however_odd_is_an_error_of_the_program(at, visit, dispute):
    for hostile in HOSTILE:
        for page in ("new/", "oral/"):
            answer = visit("moussa").post(at + page, form() | {"key": "", "total": ""} | hostile)
            assert answer.status_code in (200, 302, 400, 422), hostile


def test_two_tabs_amend_one_settlement_and_the_second_gets_both_texts(at, visit, house, dispute):
    drafted(house, dispute)
    seen = re.search(r'name="seen"[^>]*value="(\d+)"', visit("moussa").get(at + "1/amend/").text)[1]
    first = form(
        key="0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b12", seen=seen, **{"commitments-0-what": "rend trois charrues"}
    )
    first["commitments-1-gone"] = "y"
    second = form(seen=seen, **{"commitments-1-gone": "y", "commitments-0-what": "rend quatre charrues"})
    done = visit("moussa").post(at + "1/amend/", first)
    assert done.status_code == 302, words(done)
    late = visit("moussa").post(at + "1/amend/", second)
    assert late.status_code == 409
    assert "rend quatre charrues" in late.text and "rend trois charrues" in late.text
    assert "31 décembre" in words(late) or "décembre 2031" in words(late)
    assert "ApproximateDate" not in late.text and "CommitmentRow" not in late.text


@pytest.mark.parametrize("page", ["new/", "oral/"])
def test_the_session_last_held_is_offered_when_the_sides_agreed_at_it(at, visit, house, dispute, page):
    """Else it is easily forgotten, and the minutes could not be printed."""
    def offered() -> str:
        choice = visit("moussa").get(at + page).text.split('name="found_at"')[1].split("</select>")[0]
        return re.search(r'selected value="(\d*)"', choice)[1]

    assert offered() == "", "they only talked"
    held(house, dispute, result=Result.AGREEMENT)
    assert offered() == "2"
    held(house, dispute, result=Result.NO_AGREEMENT)
    assert offered() == ""


def test_the_form_of_amending_holds_what_is_written(at, visit, house, dispute):
    drafted(house, dispute, found_at=1)
    page = visit("moussa").get(at + "1/amend/")
    for value in ("posent ensemble une ligne de pierres", "laisse un passage de 4 m"):
        assert value in page.text
    assert re.search(r'name="commitments-0-who"[^>]*value="B"[^>]* checked', page.text)
    assert re.search(r'<option selected value="1"', page.text)


def test_the_whole_way_from_the_draft_to_the_signatures_through_the_pages(at, visit, house, dispute):
    visit("moussa").post(at + "new/", form())
    page = visit("moussa").get(at + "1/")
    assert "il manque la lecture aux parties" in page.text
    reading = visit("moussa").get(at + "1/read-aloud/")
    assert 'class="aloud"' in reading.text and "rend les deux charrues" in reading.text
    bad = visit("moussa").post(at + "1/read-aloud/", {"key": KEY[:-1] + "3", "understood": "A", **seen(reading)})
    assert "Choisissez la langue de la lecture." in words(bad)
    today = {"happened_on": "2026-01-05", **seen(reading)}
    done = visit("moussa").post(
        at + "1/read-aloud/",
        {
            "key": KEY[:-1] + "4",
            "understood": ["A", "B"],
            "languages": "bamanankan",
            "reader": "Kadia",
            **today,
        },
    )
    assert done.status_code == 302
    page = visit("moussa").get(at + "1/sign/")
    assert page.text.count('value="thumbprint"') == 3 and " checked" not in page.text.split('id="lines"')[1]
    assert re.search(r'<option selected value="bamanankan"', page.text)
    today = {"happened_on": "2026-01-05", **seen(page)}
    lines = {"lines-0-signer": "party-1", "lines-0-mark": "signed", "lines-1-signer": "representative-1",
             "lines-1-mark": "thumbprint", "lines-2-signer": "guarantor-1", "lines-2-mark": "signed", **today}
    empty = visit("moussa").post(at + "1/sign/", {"key": KEY[:-1] + "5", **lines, "lines-2-mark": ""})
    assert 'id="lines-2-mark-error"' in empty.text and "Écrivez qui l’a vu et le certifie." in words(empty)
    done = visit("moussa").post(
        at + "1/sign/", {"key": KEY[:-1] + "6", **lines, "lines-1-certified_by": "Kadia"}
    )
    assert done.status_code == 302
    shown = words(visit("moussa").get(at + "1/"))
    assert "a mis son empreinte" in shown and "Siaka Traoré" in shown and "à faire" in shown
    assert visit("moussa").get(at + "1/amend/").status_code == 409
    late = visit("moussa").post(at + "1/amend/", form(key="", points="Un autre texte"))
    assert late.status_code == 409 and "Un autre texte" in late.text


def test_all_that_will_be_signed_is_there_to_be_read_aloud(at, visit, house, dispute):
    drafted(house, dispute, total=False, mediation_goes_on=False, remaining="Le puits", covers="Woro",
            not_covered="Kani", lasts_words="trois saisons", condition_who="le maire",
            condition_what="rouvre le couloir", condition_by=dates.before("l’hivernage"), condition_else="on se revoit",
            sanctions="Une chèvre", guarantors=(rules.GuarantorFacts("Siaka Diabaté", "chef de village"),))
    read = words(visit("moussa").get(at + "1/read-aloud/"))
    for said in ("Points qui restent Le puits La suite La médiation s’arrête là. Concerne Woro Ne concerne pas Kani",
                 "Durée trois saisons Condition le maire : rouvre le couloir, avant l’hivernage, sinon : on se revoit",
                 "Sanctions prévues Une chèvre Garants Siaka Diabaté, chef de village"):
        assert said in read
    condition = "Sous condition (le maire : rouvre le couloir, avant l’hivernage, sinon : on se revoit)."
    assert condition in words(visit("moussa").get(at.removesuffix("agreements/")))


def test_signing_without_any_line_says_which_lines_are_missing(at, visit, house, dispute):
    read(house, dispute)
    answer = visit("moussa").post(at + "1/sign/", {"key": KEY})
    assert answer.status_code == 200 and "Remplissez cette ligne" in words(answer)
    odd = visit("moussa").post(
        at + "1/sign/",
        {
            "key": KEY,
            "lines-0-signer": "party-²",
            "lines-0-mark": "signed",
            "lines-7-signer": "x",
            "lines-1-signer": "\x00",
        },
    )
    assert odd.status_code == 200


def test_a_refusal_about_a_line_that_the_page_did_not_have_stands_above_the_form(app):
    with app.test_request_context(method="POST"):
        form = forms.SignForm().propose([])
        form.refuse("lines-3-mark", "Remplissez cette ligne.")
        assert form.form_errors == ["Remplissez cette ligne."]


def test_a_group_without_mandate_is_shown_as_missing_before_signing(at, visit, house, dispute):
    party(house, dispute, C, "Groupement des maraîchères", kind=PartyKind.ASSOCIATION)
    read(house, dispute)
    everybody = drafted(house, dispute, commitments=(replace(STONES, debtors=("*",)),))
    read_aloud_agreement(house.actor("moussa"), everybody, replace(READ, understood=("A", "B", "C")))
    missing = "qui représente Groupement des maraîchères, et son mandat"
    assert missing not in words(visit("moussa").get(at + "1/sign/"))
    assert missing in words(visit("moussa").get(at + "2/sign/"))


def test_no_woman_at_the_agreement_is_a_warning(at, visit, house, dispute):
    drafted(house, dispute, women=0)
    assert "Aucune femme n’était présente" in words(visit("moussa").get(at + "1/"))
    drafted(house, dispute, women=3)
    assert "Aucune femme n’était présente" not in words(visit("moussa").get(at + "2/"))


def test_an_oral_settlement_on_one_page(at, visit, dispute, kept):
    page = visit("moussa").get(at + "oral/")
    assert page.status_code == 200 and "Adama Coulibaly" in page.text and "thumbprint" not in page.text
    told = {"key": KEY, "happened_on": "2026-01-05", "commitments-0-who": "B",
            "commitments-0-what": "paie le prix de deux sacs", "lines-0-signer": "party-1",
            "lines-0-mark": "word", "lines-1-signer": "representative-1", "lines-1-mark": "word"}
    no_witness = visit("moussa").post(at + "oral/", told)
    assert "Écrivez devant quels témoins" in words(no_witness)
    no_word = visit("moussa").post(
        at + "oral/", told | {"witnesses-0-name": "Le chef", "lines-1-mark": "refused"}
    )
    assert "Personne ne dit oui" in words(no_word) and "paie le prix de deux sacs" in no_word.text
    done = visit("moussa").post(at + "oral/", told | {"witnesses-0-name": "Le chef"})
    assert done.status_code == 302
    with kept() as (agreement,):
        assert agreement.stage is AgreementStage.SIGNED
        assert [line.certified_by for line in agreement.signatures] == ["Le chef", "Le chef"]


def test_giving_a_draft_up_asks_why(at, visit, house, dispute):
    drafted(house, dispute)
    assert "Écrivez pourquoi ce projet est abandonné." in words(
        visit("moussa").post(at + "1/abandon/", {"key": KEY})
    )
    done = visit("moussa").post(at + "1/abandon/", {"key": KEY, "reason": "Une partie est partie"})
    assert done.status_code == 302
    assert "Une partie est partie" in words(visit("moussa").get(at + "1/"))


def test_a_signed_agreement_binds_nobody_who_came_later(visit, house, dispute):
    signed(house, dispute)
    party(house, dispute, A, "Famille venue après")
    representative(house, db.session.scalar(select(Party).where(Party.number == 2)), "Porte-parole venu après")
    told = words(visit("moussa").get(f"/disputes/{dispute.reference}/agreements/1/"))
    assert "Adama Coulibaly et Famille Traoré posent ensemble" in told
    assert "venue après" not in told and "venu après" not in told


def test_both_versions_of_a_settlement_are_told_in_the_words_of_its_form(at, visit, house, dispute):
    """A line that is the same in both is in one shape, and stands on one side only."""
    bags = rules.CommitmentFacts((EVERYBODY,), "rend du mil", ("A",), quantity=Decimal("10"), unit="sacs")
    drafted(house, dispute, commitments=(bags,), found_at=1, women=10)
    moussa = visit("moussa")
    tabs = [Page(moussa.get(at + "1/amend/").text).task.sent() for _tab in range(2)]
    assert moussa.post(at + "1/amend/", {**tabs[0], "points": "Une limite.", "found_at": ""}).status_code == 302
    late = moussa.post(at + "1/amend/", {**tabs[1], "points": "Une autre.", "commitments-0-unit": "paniers",
                                         "commitments-0-quantity": "10,0"})
    assert late.status_code == 409
    mine, theirs = words(late).split("Ce que le registre dit maintenant")
    assert "toutes les parties, rend du mil, A · " in mine and "10, paniers" in mine and "10.0" not in mine
    assert "toutes les parties, rend du mil, A · " in theirs and "10, sacs" in theirs and "*" not in theirs
    assert "Femmes présentes 10" in mine and "Femmes présentes" not in theirs
    assert "Trouvé à quelle séance séance" in mine
