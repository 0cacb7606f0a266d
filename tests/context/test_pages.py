"""The pages of what goes on around a dispute, and the one block of the case file that shows it."""

import pytest

from mediation.acts.vocabulary import MeasureStage
from mediation.context.kinds import AlertLevel, ProceedingKind
from mediation.context.models import Alert, Measure, Proceeding, Source
from mediation.kernel.language import _
from tests.builders import casefile
from tests.builders.casefile import statements
from tests.builders.context import alert, measure, proceeding, source
from tests.builders.parties import two_sides
from tests.builders.register import rows
from tests.builders.sessions import days

REASON = {"reason": "Saisi par erreur"}
LATE = {"late_reason": "Le papier vient d’arriver"}


@pytest.fixture
def dispute(house):
    found = house.registered()
    two_sides(house, found)
    return found


@pytest.fixture
def at(dispute):
    return f"/disputes/{dispute.reference}/"


NEW = {
    "alert/": (Alert, {"level": "threats", "why": "Des fusils sont montrés", "happened_on": "unknown",
                       "source": "la mairie"}, {"why": ""}, "la mairie"),
    "proceedings/new/": (Proceeding, {"kind": "criminal", "body": "La gendarmerie de Koba", "crime": "yes",
                                      "brought_by": "Le procureur", "step": "decided", "result": "convicted",
                                      "decision": "229", "result_on": "unknown"},
                         {"brought_by": "Le procureur", "side": "1"}, "La gendarmerie de Koba"),
    "measures/new/": (Measure, {"kind": "guarded_harvest", "authority": "Le juge", "decision": "12",
                                "extent": "les trois champs", "until-precision": "after", "until-event": "la récolte"},
                      {"authority": ""}, "les trois champs"),
    "sources/new/": (Source, {"topic": "counts", "fact": "Les hectares à rendre", "says": "863", "source": "La CMAT"},
                     {"says": ""}, "La CMAT"),
}


@pytest.mark.parametrize("page", NEW)
def test_a_page_opens_refuses_with_the_text_kept_and_saves_once(visit, at, page):
    model, sent, wrong, typed = NEW[page]
    visitor = visit("moussa")
    assert visitor.get(at + page).status_code == 200
    assert visit("kadia").post(at + page, sent).status_code == 404
    back = visitor.post(at + page, {**sent, **wrong})
    assert back.status_code == 200 and typed in back.text and "chose à corriger" in back.text
    assert rows(model) == []
    key = {"key": "5b0b5a0e-5f0e-4c39-9d0c-0f6a7a4f0001"}
    assert [visitor.post(at + page, {**sent, **key}).status_code for _once in range(2)] == [302, 302]
    assert len(rows(model)) == 1
    assert typed in visitor.get(at).text


def test_a_proceeding_is_followed_from_its_page(house, visit, dispute, at):
    proceeding(house, dispute, side=2)
    visitor = visit("moussa")
    page = visitor.get(at + "proceedings/1/").text
    assert "Tribunal de Massigui" in page
    seen = page.split('name="seen"')[1].split('value="')[1].split('"')[0]
    sent = {"kind": "civil", "body": "Tribunal de Massigui", "seen": seen, "step": "decided", "result": "won",
            "won_side": "1", "side": "2", "decision": "36", "asks": "Arrêter les labours"}
    back = visitor.post(at + "proceedings/1/", {**sent, "step": "under_way"})
    assert back.status_code == 200 and "Une procédure en cours n’a pas de résultat" in back.text
    assert visitor.post(at + "proceedings/1/", sent).status_code == 302
    text = visitor.get(at).text
    assert "Décision rendue · un côté a gagné, côté A · n° 36" in text
    assert "demandée par le côté B · Arrêter les labours" in text
    assert visitor.post(at + "proceedings/1/strike/", REASON).status_code == 302
    assert visitor.get(at + "proceedings/1/").status_code == 409
    assert '<del class="struck">Tribunal civil' in visitor.get(at).text


def test_a_measure_past_its_end_or_without_one_is_in_the_box_under_the_rail(house, visit, dispute, at):
    measure(house, dispute, until=days(20))
    visitor = visit("moussa")
    assert "À revoir" not in visitor.get(at).text
    measure(house, dispute, until=None)
    measure(house, dispute, until=days(-2))
    text = visitor.get(at).text
    box = text.split("À revoir")[1].split("</section>")[0]
    assert "Zone fermée à tous\u00a0: aucune fin n’est dite" in box and "sa fin est passée" in box
    assert f'<a href="{at}measures/3/lift/">' in box and "measures/1/lift" not in box
    assert "measures/3/lift" not in visit("salimata").get(at).text
    for number in (2, 3):
        sent = {"by": "Le préfet", "happened_on-precision": "unknown", "reason": "C’est calme"}
        assert visitor.post(f"{at}measures/{number}/lift/", {**sent, "by": ""}).status_code == 200
        assert visitor.post(f"{at}measures/{number}/lift/", sent).status_code == 302
    text = visitor.get(at).text
    assert "À revoir" not in text and "levée par Le préfet" in text and "C’est calme" in text


def test_a_measure_of_a_closed_dispute_is_lifted_late_from_its_button(house, visit):
    found = casefile.accepted(house)
    at = f"/disputes/{found.reference}/"
    measure(house, found, until=None)
    visitor = visit("moussa")
    assert visitor.post(at + "withdraw/", {"by": "La famille", "reason": "Entente"}).status_code == 302
    assert f'<a href="{at}measures/1/lift/">' in visitor.get(at).text
    sent = {"by": "Le préfet", "happened_on-day": "1", "happened_on-month": "1", "happened_on-year": "2020"}
    page = visitor.post(at + "measures/1/lift/", sent)
    assert page.status_code == 200 and rows(Measure)[0].stage is MeasureStage.IN_FORCE
    sent = {"by": "Le préfet", "happened_on": days(-1).earliest.isoformat(), **LATE}
    assert visitor.post(at + "measures/1/lift/", sent).status_code == 302
    assert rows(Measure)[0].stage is MeasureStage.LIFTED


def test_the_level_that_holds_is_a_plain_word_under_the_rail_with_its_history(house, visit, dispute, at):
    visitor = visit("moussa")
    assert "Alerte\u00a0:" not in visitor.get(at).text
    alert(house, dispute, AlertLevel.THREATS, happened_on=days(-9), why="Des fusils sont montrés")
    alert(house, dispute, AlertLevel.CALM, happened_on=days(-2), why="Les chefs ont parlé")
    text = visitor.get(at).text
    rail, rest = text.split('id="parties"')
    assert "Alerte\u00a0: calme, depuis" in rail and "menaces" not in rail
    block = rest.split('id="around"')[1].split("</section>")[0]
    assert "Les chefs ont parlé" in block and "Les niveaux d’avant" in block and "Des fusils sont montrés" in block


def test_sources_stand_folded_side_by_side_under_their_fact(house, visit, dispute, at):
    source(house, dispute, "septembre 2020", "AMAP")
    source(house, dispute, "début octobre 2020", "RFI", fact="le DEBUT du blocus", happened_on=days(-3))
    source(house, dispute, "Yawa ou Dérou", "un chef", fact="Le nom du village")
    block = visit("moussa").get(at).text.split('id="around"')[1].split("</section>")[0]
    assert block.count("<details") == 2 and "2 versions" in block and "1 version<" in block
    assert "Selon AMAP\u00a0: septembre 2020" in block and "Selon RFI (" in block
    assert 'id="around"' not in visit("moussa").get(f"/disputes/{house.registered().reference}/").text


def test_a_long_block_is_folded_and_costs_one_statement_whatever_it_holds(house, visit, app, dispute, at):
    alert(house, dispute)
    for build in (measure, proceeding, measure, proceeding):
        build(house, dispute)
    visitor = visit("moussa")
    assert "choses à savoir" not in visitor.get(at).text
    with statements(app) as few:
        visitor.get(at)
    for number in range(4):
        source(house, dispute, "ici", "RFI", fact=f"fait {number}")
        measure(house, dispute)
    text = visitor.get(at).text
    assert "<summary>Alerte\u00a0: tension" in text and "13 choses à savoir" in text
    with statements(app) as many:
        visitor.get(at)
    assert len(many) == len(few) <= 25


def test_each_act_is_told_in_the_thread_and_named_in_the_journal(house, visit, dispute, at):
    alert(house, dispute, AlertLevel.THREATS)
    proceeding(house, dispute, ProceedingKind.CRIMINAL, crime=True)
    measure(house, dispute, decision="12/P")
    source(house, dispute, "septembre 2020", "AMAP")
    visitor = visit("moussa")
    thread = visitor.get(at + "chronology/").text
    for words in ("a changé le niveau d’alerte", "Menaces", "crime\u00a0: orienté vers la justice, sans récit",
                  "n° 12/P", "Selon AMAP\u00a0: septembre 2020"):
        assert words in thread, words
    journal = visitor.get(at + "journal/").text
    for words in ("alerte", "procédure en parallèle", "mesure d’attente", "ce que dit une source"):
        assert _(words) in journal, words


@pytest.mark.parametrize("page", ["proceedings/7/", "proceedings/7/strike/", "measures/7/lift/", "measures/7/strike/",
                                  "sources/7/strike/", f"sources/{'9' * 30}/strike/"])
def test_what_is_not_there_is_not_found(visit, at, page):
    assert visit("moussa").get(at + page).status_code == 404


@pytest.mark.parametrize("wrong", [{"until-precision": "day", "until-day": "31", "until-month": "2"},
                                   {"extent": "x" * 501}, {"kind": "nothing"}, {"authority": "a\x00"}])
def test_a_measure_that_cannot_be_read_comes_back(visit, at, wrong):
    sent = {"kind": "status_quo", "authority": "Le juge", "until-year": "2026", **wrong}
    assert visit("moussa").post(at + "measures/new/", sent).status_code == 200 and rows(Measure) == []
