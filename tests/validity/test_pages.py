"""The pages of what happens to a signed agreement: they open, save, refuse with the text kept, and tell it."""

import html
import re

import pytest

from mediation.acts import scope
from mediation.agreements.models import Agreement
from mediation.agreements.queries import find_agreement
from mediation.disputes.queries import find
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.validity.models import AgreementEnding, CopyGiven, RouteStep
from mediation.validity.rules import ReturnFacts
from mediation.validity.service import return_agreement
from tests.builders.agreements import in_mediation, read, signed
from tests.builders.sessions import days
from tests.builders.validity import closed, denounced, endorsed, rectifying, returned, sign, transmitted

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b{:02d}"
TODAY = {"happened_on": "2026-11-01"}


def words(answer) -> str:
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def ticks(answer, name: str) -> list[str]:
    """What is chosen among the answers to a question."""
    return re.findall(rf'name="{name}"[^>]*value="([^"]*)"[^>]* checked', answer.text)


@pytest.fixture
def agreement(house):
    return signed(house)


@pytest.fixture
def at(agreement):
    return f"/disputes/{agreement.dispute.reference}/agreements/1/"


def kept(house, model) -> list:
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return list(db.session.query(model))


def again(house, at: str, build) -> None:
    """Let something happen to the agreement, read anew: a visitor forgets whose eyes the test reads with."""
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        build(house, find_agreement(find(at.split("/")[2]), 1))


PAGES = {
    "endorse": ({"visa_by": "sous_prefet", "happened_on": "unknown", "paper": "14/SP", "by_whom": "Le sous-préfet"},
                {"paper": ""}, "Écrivez le numéro du papier visé", None),
    "transmit": ({"court": "Tribunal de Dioïla", "paper": "B-1", "by_whom": "Moussa"}, {"court": ""},
                 "Choisissez le tribunal, ou écrivez son nom.", endorsed),
    "homologate": ({"paper": "2026-31", "court": "Tribunal de Dioïla"}, {"happened_on": "2020-01-01"},
                   "L’homologation est avant la transmission.", transmitted),
    "return": ({"reason": "Il manque le lieu", "court": "Tribunal de Dioïla"}, {"reason": ""},
               "Écrivez pourquoi le juge renvoie l’accord.", transmitted),
    "denounce": ({"sides": "A", "how": "writing", "reason": "La trêve est rompue", "accusations-0-letter": "A",
                  "accusations-0-words": "coupe du bois"}, {"accusations-0-words": "", "accusations-0-name": "Sidi"},
                 "Écrivez ce qui est reproché.", None),
    "reject": ({"by_whom": "Un commerçant", "never_called": "yes", "before_whom": "Le tribunal"}, {"by_whom": ""},
               "Choisissez un côté", None),
    "replace": ({"successor_words": "L’accord du cercle"}, {"successor_words": ""}, "Choisissez l’accord", None),
    "lapse": ({"lapse_reason": "object", "reason": "La mare a séché"}, {"lapse_reason": ""}, "Choisissez pourquoi.",
              None),
    "copies/new": ({"sides": ["A", "B"], "count": "2", "language": "bamanankan", "given_to": "Le tribunal"},
                   {"count": "0"}, "Écrivez au moins 1", None),
}


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_refuses_with_the_text_kept_and_saves(page, at, agreement, house, visit):
    told, wrong, why, before = PAGES[page]
    here = at.removesuffix("agreements/1/")
    if before:
        before(house, agreement)
    moussa = visit("moussa")
    assert moussa.get(f"{at}{page}/").status_code == 200
    refused = moussa.post(f"{at}{page}/", {"key": KEY.format(1), **told, **wrong})
    assert refused.status_code == 200 and why in words(refused), words(refused)[-400:]
    for name, value in (told | wrong).items():
        if isinstance(value, str) and value and name not in ("sides", "how", "visa_by", "never_called", "lapse_reason",
                                                             "language", "happened_on", "accusations-0-letter"):
            assert html.escape(value, quote=False) in refused.text.replace("&#39;", "’"), name
    done = moussa.post(f"{at}{page}/", {"key": KEY.format(2), **told})
    assert done.status_code == 302 and done.location.endswith("#became"), words(done)[-400:]
    shown = words(moussa.get(at))
    assert "Ce qu’il est devenu" in shown
    for value in (value for name, value in told.items() if name in ("paper", "reason", "successor_words", "by_whom",
                                                                    "accusations-0-words", "given_to")):
        assert value in shown
    assert value_of(words(moussa.get(here)), told)


def value_of(page: str, told: dict) -> bool:
    """Whether the case file tells it too."""
    return any(value in page for value in told.values() if isinstance(value, str) and len(value) > 4)


def test_a_page_whose_time_has_not_come_or_has_passed_is_not_opened(at, house, agreement, visit):
    moussa = visit("moussa")
    assert [moussa.get(f"{at}{page}/").status_code for page in ("transmit", "homologate", "return")] == [409] * 3
    again(house, at, denounced)
    for page in ("endorse", "denounce", "reject", "replace", "lapse", "visits/plan"):
        assert moussa.get(f"{at}{page}/").status_code == 409, page
    assert moussa.get(f"{at}copies/new/").status_code == moussa.get(f"{at}visits/new/").status_code == 200


def test_who_may_not_is_told_so_and_a_stranger_finds_nothing(at, visit):
    assert visit("kadia").get(f"{at}endorse/").status_code == 404
    assert visit("salimata").get(f"{at}endorse/").status_code == 403
    assert visit("bakary").get(f"{at}transmit/").status_code == 403
    assert visit("bakary").get(f"{at}copies/new/").status_code == 403


def test_the_form_knows_who_looks_and_which_court_it_was_sent_to(at, house, agreement, visit):
    assert ticks(visit("bakary").get(f"{at}endorse/"), "visa_by") == ["chair"]
    assert ticks(visit("moussa").get(f"{at}endorse/"), "visa_by") == []
    again(house, at, returned)
    assert 'value="Tribunal d’instance de Dioïla"' in visit("moussa").get(f"{at}transmit/").text


@pytest.mark.parametrize(("page", "told", "words_of", "model"), [
    ("endorse", {"visa_by": "other", "paper": "14", "happened_on": str(clock.today())}, None, RouteStep),
    ("transmit", {"court": ""}, "court", RouteStep),
    ("copies/new", {}, "given_to", CopyGiven),
])
def test_an_institution_of_the_register_is_chosen_rather_than_spelt(page, told, words_of, model, at, house, agreement,
                                                                    visit):
    if page == "transmit":
        again(house, at, endorsed)
    moussa = visit("moussa")
    told = {"key": KEY.format(8), **told, "receiver": "KOB"}
    form = moussa.get(f"{at}{page}/").text
    assert '<option value="KOB">' in form and 'value="MSG"' not in form
    if words_of:
        refused = moussa.post(f"{at}{page}/", told | {words_of: "Le tribunal"})
        assert "pas les deux" in words(refused) and "Le tribunal" in refused.text
    assert "liste" in words(moussa.post(f"{at}{page}/", told | {"receiver": "RIEN"}))
    assert moussa.post(f"{at}{page}/", told).status_code == 302
    assert "Commission foncière de R1C1B" in words(moussa.get(at)).split("Ce qu’il est devenu")[1]
    row = kept(house, model)[-1]
    assert row.receiver.code == "KOB"
    if page == "transmit":
        again(house, at, lambda house, one: return_agreement(
            house.actor("moussa"), one, ReturnFacts("Il manque le lieu", days(0))))
        sent_again = moussa.get(f"{at}transmit/").text
        assert '<option value="KOB" selected' in sent_again or '<option selected value="KOB"' in sent_again


def test_a_double_click_counts_once(at, house, visit):
    told = {"key": KEY.format(3), "sides": "A"}
    first, second = visit("moussa").post(f"{at}copies/new/", told), visit("moussa").post(f"{at}copies/new/", told)
    assert first.location == second.location and len(kept(house, CopyGiven)) == 1


def test_a_copy_is_crossed_out_through_its_page(at, house, agreement, visit):
    moussa = visit("moussa")
    moussa.post(f"{at}copies/new/", {"key": KEY.format(4), "given_to": "Le préfet"})
    strike = at.replace("agreements/1/", "copies/1/strike/")
    assert f'href="{strike}"' in moussa.get(at).text and "Le préfet" in moussa.get(strike).text
    assert "Écrivez pourquoi" in words(moussa.post(strike, {"key": KEY.format(5)}))
    assert moussa.post(strike, {"key": KEY.format(6), "reason": "autre dossier"}).status_code == 302
    assert "rayé : autre dossier" in words(moussa.get(at)) and moussa.get(strike).status_code == 409


def test_the_page_offers_what_is_open_and_nothing_else(at, house, agreement, visit):
    def offered(login: str) -> set[str]:
        page = visit(login).get(at)
        assert page.text.count("button filled") <= 1
        return set(re.findall(r'href="[^"]*/agreements/1/([a-z/-]+)/"', page.text))

    ends = {"denounce", "reject", "replace", "lapse"}
    assert {"endorse", "copies/new"} | ends <= offered("moussa") and not {"transmit", "return"} & offered("moussa")
    assert "endorse" in offered("bakary") and not offered("bakary") & (ends | {"copies/new"})
    again(house, at, transmitted)
    assert {"homologate", "return"} <= offered("moussa") and "endorse" not in offered("moussa")
    again(house, at, denounced)
    assert offered("moussa") & {"homologate", "return", "visits/plan", *ends} == set()
    assert {"copies/new", "visits/new"} <= offered("moussa")


def test_rectifying_begins_with_the_text_that_it_corrects(at, house, agreement, visit):
    moussa = visit("moussa")
    new = at.removesuffix("1/") + "new/"
    assert f'href="{new}?earlier=1"' in moussa.get(at).text
    page = moussa.get(f"{new}?earlier=1")
    assert page.status_code == 200 and "posent ensemble une ligne de pierres" in page.text
    assert ticks(page, "earlier_link") == ["rectifies"] and re.search(r'<option selected value="1"', page.text)
    assert ticks(moussa.get(new), "earlier_link") in ([], [""])


def test_a_closed_dispute_opens_the_form_only_to_rectify(house, visit):
    empty = closed(house, in_mediation_ended(house)).reference
    here = f"/disputes/{closed(house, signed(house).dispute).reference}/"
    assert visit("moussa").get(f"/disputes/{empty}/agreements/new/").status_code == 409
    assert "agreements/new/" not in visit("moussa").get(f"/disputes/{empty}/").text
    assert f'href="{here}agreements/new/"' in visit("moussa").get(here).text
    assert visit("moussa").get(f"{here}agreements/new/?earlier=1").status_code == 200
    assert visit("moussa").get(f"{here}agreements/oral/").status_code == 409
    sent = {"key": KEY.format(7), "total": "yes", "no_commitment": "y", "basis": "parties", "form": "written", **TODAY}
    plain = visit("moussa").post(f"{here}agreements/new/", sent)
    assert "Choisissez l’accord signé que celui-ci rectifie." in words(plain)
    done = visit("moussa").post(f"{here}agreements/new/", {
        **sent, "key": KEY.format(8), "earlier": "1", "earlier_link": "rectifies"})
    assert done.status_code == 302, words(done)[-300:]
    assert [one.earlier for one in kept(house, Agreement) if one.rectifies] == [1]


def in_mediation_ended(house):
    """A dispute in follow-up in which nothing binds any more."""
    agreement = signed(house)
    denounced(house, agreement)
    return agreement.dispute


def test_an_old_draft_of_a_closed_dispute_is_only_read(house, visit):
    dispute = in_mediation(house)
    signed(house, dispute)
    read(house, dispute)
    closed(house, dispute)
    here = f"/disputes/{dispute.reference}/"
    assert visit("moussa").get(f"{here}agreements/2/sign/").status_code == 409
    for page in (visit("moussa").get(here), visit("moussa").get(f"{here}agreements/2/")):
        assert page.status_code == 200 and "agreements/2/sign/" not in page.text
        assert "agreements/2/amend/" not in page.text


def test_a_replaced_agreement_leads_to_the_one_that_took_its_place(at, house, agreement, visit):
    sign(house, rectifying(house, agreement))
    assert "Remplacé par" in words(visit("moussa").get(at))
    later = at.replace("/1/", "/2/")
    assert f'href="{later}"' in visit("moussa").get(at).text and f'href="{at}"' in visit("moussa").get(later).text


@pytest.mark.parametrize("model", [RouteStep, AgreementEnding])
def test_nothing_is_kept_of_what_is_refused(model, at, house, visit):
    visit("moussa").post(f"{at}endorse/", {"key": KEY.format(9), "visa_by": "mayor", **TODAY})
    visit("moussa").post(f"{at}denounce/", {"key": KEY.format(10), **TODAY})
    assert kept(house, model) == []


def test_a_step_and_an_ending_are_crossed_out_through_their_pages(at, house, visit):
    again(house, at, transmitted)
    again(house, at, denounced)
    moussa, here = visit("moussa"), at.removesuffix("agreements/1/")
    for page in (moussa.get(at), moussa.get(here)):
        assert f'href="{here}route-steps/2/strike/"' in page.text and f'href="{here}endings/1/strike/"' in page.text
        assert "route-steps/1/strike/" not in page.text
    assert moussa.get(f"{here}route-steps/1/strike/").status_code == 409
    for number, path in enumerate(("endings/1/strike/", "route-steps/2/strike/"), start=11):
        assert "Écrivez pourquoi" in words(moussa.post(here + path, {"key": KEY.format(number)}))
        sent = {"key": KEY.format(number + 10), "reason": "autre dossier"}
        assert moussa.post(here + path, sent).status_code == 302
        assert moussa.get(here + path).status_code == 409
    for page in (moussa.get(at), moussa.get(here)):
        assert words(page).count("rayé : autre dossier") >= 2
    assert f'href="{at}transmit/"' in moussa.get(at).text
