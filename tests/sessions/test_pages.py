"""The pages of sessions, summons and notes: they open, keep what was typed, and save once."""

import uuid

import pytest

from mediation.acts.vocabulary import SessionStage, Stage
from mediation.disputes.models import Dispute
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.models import (
    Attendance,
    BenchMember,
    MediationSession,
    ReservedNote,
)
from tests.builders.register import rows
from tests.builders.sessions import days, held, planned

A, B = 1, 2
ENOUGH = {"happened_on-precision": "unknown", "result": "goes_on", "said": "A demande un passage."}


def text(answer) -> str:
    return answer.get_data(as_text=True)


def seen(page: str) -> str:
    """The count that a form was made from."""
    return page.split('name="seen"')[1].split('value="')[1].split('"')[0]


def test_a_crowd_is_told_with_parted_thousands_and_nought_women_as_nought(visit, at):
    answer = visit("awa").post(f"{at}/sessions/new/", {**ENOUGH, "participants": "1200", "women": "0"})
    assert answer.status_code == 302
    page = text(visit("awa").get(f"{at}/sessions/1/"))
    assert "<dt>En tout</dt><dd>1\u202f200</dd>" in page and "<dt>Femmes</dt><dd>0</dd>" in page
    assert "<dt>Hommes</dt>" not in page


def test_two_answers_are_enough_to_save_a_session(visit, at):
    page = visit("awa").get(f"{at}/sessions/new/")
    assert page.status_code == 200
    assert "Adama Coulibaly" in text(page) and "C’est assez pour enregistrer" in text(page)
    answer = visit("awa").post(f"{at}/sessions/new/", ENOUGH)
    assert answer.status_code == 302
    (one,) = rows(MediationSession)
    assert (one.stage, one.result, one.said) == (SessionStage.HELD, Result.GOES_ON, "A demande un passage.")
    assert rows(Dispute)[0].stage is Stage.IN_MEDIATION


def test_who_came_and_who_sat_come_from_the_form(visit, at, house):
    sent = {
        **ENOUGH,
        "attendance-0-who": "party-1",
        "attendance-0-presence": "came",
        "attendance-1-who": "party-2",
        "attendance-1-presence": "",
        "attendance-2-who": "representative-1",
        "attendance-2-presence": "refused",
        "attendance-3-name": "Un griot",
        "attendance-3-presence": "came",
        "attendance-4-name": "",
        "attendance-4-presence": "came",
        "women": "2",
        "men": "",
        "participants": "0009",
        "bench-0-name": "Awa",
        "bench-0-seat": "chaired",
        "bench-1-name": "Le vieux Diarra",
        "bench-1-quality": "ancien",
        "bench-2-name": "",
        "bench-2-seat": "sat",
        "bench-3-name": "Moussa",
        "bench-3-seat": "",
        "languages": ["fulfulde", "bamanankan"],
    }
    assert visit("awa").post(f"{at}/sessions/new/", sent).status_code == 302
    assert [(p.name, p.presence) for p in rows(Attendance)] == [
        (None, Presence.CAME),
        (None, Presence.REFUSED),
        ("Un griot", Presence.CAME),
    ]
    assert [(m.name, m.chaired, m.account_id) for m in rows(BenchMember)] == [
        ("Awa", True, house.ids["awa"]),
        ("Le vieux Diarra", False, None),
    ]
    (one,) = rows(MediationSession)
    assert (one.women, one.men, one.participants) == (2, None, 9)


def test_how_many_sat_as_one_group_is_asked_shown_and_corrected(visit, at):
    browser, group = visit("awa"), {"bench-0-name": "Les chefs de village", "bench-0-seat": "sat"}
    page = text(browser.post(f"{at}/sessions/new/", {**ENOUGH, **group, "bench-0-people": "une trentaine"}))
    assert "Écrivez un nombre entier" in page and "une trentaine" in page
    page = text(browser.post(f"{at}/sessions/new/", {**ENOUGH, **group, "bench-0-people": "0"}))
    assert "Écrivez au moins 1" in page and rows(BenchMember) == []
    assert browser.post(f"{at}/sessions/new/", {**ENOUGH, **group, "bench-0-people": "30"}).status_code == 302
    assert "<b>Les chefs de village</b> (30 personnes)" in text(browser.get(f"{at}/sessions/1/"))
    page = text(browser.get(f"{at}/sessions/1/amend/"))
    name, count = (page.split(f'value="{value}"')[0].rsplit('name="', 1)[1].split('"')[0]
                   for value in ("Les chefs de village", "30"))
    assert count == name.replace("-name", "-people")
    sent = {**ENOUGH, "seen": seen(page), name: "Les chefs de village", name.replace("-name", "-seat"): "sat",
            count: "31"}
    assert browser.post(f"{at}/sessions/1/amend/", sent).status_code == 302
    assert [one.people for one in rows(BenchMember)] == [31]


def test_who_has_an_account_is_not_asked_how_many_they_are(visit, at):
    browser = visit("awa")
    sent = {**ENOUGH, "bench-0-name": "Awa", "bench-0-seat": "sat", "bench-1-name": "Un ancien"}
    assert browser.post(f"{at}/sessions/new/", sent).status_code == 302
    page = text(browser.get(f"{at}/sessions/1/amend/"))
    asked = [page.split(f'value="{one}"')[0].rsplit('name="', 1)[1].split('"')[0].replace("-name", "-people") in page
             for one in ("Awa", "Un ancien")]
    assert asked == [False, True]


def test_who_was_offered_and_not_chosen_neither_came_nor_sat(visit, at):
    offered = {"attendance-0-who": "party-1", "bench-0-name": "Awa", "bench-0-quality": ""}
    for sent in (ENOUGH, {**ENOUGH, **offered}):
        assert visit("awa").post(f"{at}/sessions/new/", sent).status_code == 302
    assert rows(BenchMember) == rows(Attendance) == []


def test_one_form_saves_the_next_date_and_the_note(visit, at):
    day = days(5).earliest
    sent = {
        **ENOUGH,
        "planned_on-precision": "day",
        "planned_on-day": str(day.day),
        "planned_on-month": str(day.month),
        "planned_on-year": str(day.year),
        "planned_hour": "9 h",
        "note": "Le fils doute.",
    }
    assert visit("awa").post(f"{at}/sessions/new/", sent).status_code == 302
    assert [one.stage for one in rows(MediationSession)] == [SessionStage.HELD, SessionStage.PLANNED]
    assert rows(MediationSession)[1].place.words == "Farako"
    assert len(rows(ReservedNote)) == 1


def test_a_secretary_is_not_offered_a_note(visit, at):
    assert "Note réservée" not in text(visit("moussa").get(f"{at}/sessions/new/"))
    assert visit("moussa").post(f"{at}/sessions/new/", {**ENOUGH, "note": "x"}).status_code == 302
    assert rows(ReservedNote) == []


def test_what_is_wrong_comes_back_with_its_sentence_and_with_what_was_typed(visit, at):
    sent = {
        **ENOUGH,
        "result": "",
        "women": "beaucoup",
        "attendance-0-name": "",
        "attendance-0-quality": "griot",
        "planned_on": str(days(-2).earliest),
        "note": "Ma note longue",
    }
    page = visit("awa").post(f"{at}/sessions/new/", sent)
    assert page.status_code == 200
    for words in ("Choisissez le résultat", "A demande un passage.", "beaucoup", "griot", "Ma note longue"):
        assert words in text(page)
    page = visit("awa").post(
        f"{at}/sessions/new/", {**ENOUGH, "planned_on": str(days(-2).earliest), "said": "Gardé"}
    )
    assert "Cette date est passée" in text(page) and "Gardé" in text(page)
    page = visit("awa").post(f"{at}/sessions/new/", {**ENOUGH, "attendance-0-quality": "griot"})
    assert "Écrivez le nom de chaque personne présente" in text(page)
    assert rows(MediationSession) == []


def test_a_double_click_counts_once(visit, at):
    sent = {**ENOUGH, "key": str(uuid.uuid4()), "note": "Une fois"}
    browser = visit("awa")
    assert browser.post(f"{at}/sessions/new/", sent).status_code == 302
    assert browser.post(f"{at}/sessions/new/", sent).status_code == 302
    assert len(rows(MediationSession)) == len(rows(ReservedNote)) == 1


def test_a_planned_session_is_logged_on_its_own_page(visit, at, house, dispute):
    planned(house, dispute, planned_hour="9 h")
    page = visit("awa").get(f"{at}/sessions/1/record/")
    assert page.status_code == 200 and "9 h" in text(page)
    assert visit("awa").post(f"{at}/sessions/1/record/", ENOUGH).status_code == 302
    (one,) = rows(MediationSession)
    assert one.stage is SessionStage.HELD and one.planned_hour == "9 h"
    assert visit("awa").get(f"{at}/sessions/1/record/").status_code == 409
    late = visit("awa").post(f"{at}/sessions/1/record/", {**ENOUGH, "said": "Mon texte"})
    assert late.status_code == 409 and "Mon texte" in text(late)


def test_a_session_that_was_never_planned_is_not_held_a_second_time(visit, at, house, dispute):
    held(house, dispute)
    late = visit("awa").post(f"{at}/sessions/1/record/", {**ENOUGH, "said": "Mon texte"})
    assert late.status_code == 409 and "Mon texte" in text(late)
    assert len(rows(MediationSession)) == 1


def test_a_session_is_shown_with_everything_it_holds(visit, at, house, dispute):
    sent = {
        **ENOUGH,
        "attendance-0-who": "party-1",
        "attendance-0-presence": "came",
        "attendance-1-name": "Un griot",
        "bench-0-name": "Awa",
        "bench-0-seat": "chaired",
        "women": "0",
        "decided": "Visiter les bornes",
        "languages": "fulfulde",
        "note": "Secret de séance",
    }
    visit("awa").post(f"{at}/sessions/new/", sent)
    page = text(visit("awa").get(f"{at}/sessions/1/"))
    for words in (
        "Adama Coulibaly",
        "Un griot",
        "présidait",
        "Visiter les bornes",
        "fulfulde",
        "<dd>0</dd>",
        "Ouvrir la note",
        "A demande un passage.",
    ):
        assert words in page, words
    assert "Secret de séance" not in page
    reviewer = text(visit("salimata").get(f"{at}/sessions/1/"))
    assert "Note réservée" in reviewer and "Ouvrir la note" not in reviewer and "Compléter" not in reviewer
    assert visit("kadia").get(f"{at}/sessions/1/").status_code == 404
    assert visit("awa").get(f"{at}/sessions/99/").status_code == 404


def test_a_completion_keeps_what_was_there_and_changes_the_rest(visit, at):
    browser = visit("awa")
    browser.post(
        f"{at}/sessions/new/",
        {
            **ENOUGH,
            "attendance-0-who": "party-1",
            "attendance-0-presence": "came",
            "attendance-1-name": "Un griot",
            "bench-0-name": "Awa",
            "bench-0-seat": "sat",
        },
    )
    page = text(browser.get(f"{at}/sessions/1/amend/"))
    assert "A demande un passage." in page and 'value="Un griot"' in page
    sent = {
        **ENOUGH,
        "seen": seen(page),
        "said": "Mieux",
        "attendance-0-who": "party-1",
        "attendance-0-presence": "absent",
        "attendance-1-name": "",
        "bench-0-name": "Awa",
        "bench-0-seat": "chaired",
    }
    assert browser.post(f"{at}/sessions/1/amend/", sent).status_code == 302
    assert [(p.presence, p.struck_at is not None) for p in rows(Attendance)] == [
        (Presence.ABSENT, False),
        (Presence.CAME, True),
    ]
    assert [m.chaired for m in rows(BenchMember)] == [True]
    assert rows(MediationSession)[0].said == "Mieux"


def test_that_somebody_came_follows_again_from_a_completion(visit, at, house, dispute):
    held(house, dispute, came=(A,), result=Result.ABSENCE)
    held(house, dispute, somebody_came=True, result=Result.ABSENCE)
    chosen = 'value="yes" checked'
    page = text(visit("awa").get(f"{at}/sessions/1/amend/"))
    assert chosen not in page
    assert chosen in text(visit("awa").get(f"{at}/sessions/2/amend/"))
    sent = {**ENOUGH, "seen": seen(page), "result": "absence", "attendance-0-who": "party-1",
            "attendance-0-presence": "refused"}
    assert visit("awa").post(f"{at}/sessions/1/amend/", sent).status_code == 302
    assert [one.somebody_came for one in rows(MediationSession)] == [False, True]


def test_of_two_tabs_the_second_gets_both_texts(visit, at, house, dispute):
    held(house, dispute, came=(A,))
    count = str(dispute.act_count)
    one, other = visit("awa"), visit("moussa")
    first = {
        **ENOUGH,
        "seen": count,
        "said": "Le texte d’Awa",
        "attendance-0-who": "party-1",
        "attendance-0-presence": "came",
    }
    assert one.post(f"{at}/sessions/1/amend/", first).status_code == 302
    second = {**first, "said": "Le texte de Moussa", "attendance-0-presence": "refused"}
    answer = other.post(f"{at}/sessions/1/amend/", second)
    assert answer.status_code == 409
    assert "Le texte d’Awa" in text(answer) and "Le texte de Moussa" in text(answer)
    assert "Adama Coulibaly (a refusé)" in text(answer)
    assert rows(MediationSession)[0].said == "Le texte d’Awa"


HOSTILE = ["\x00", "x" * 2_500, "é\x00", "[]", "-1", "9" * 400, "²", "party-1", "<script>", "\xed\xa0\x80"]


@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_never_a_broken_page(visit, at, house, dispute, bad):
    planned(house, dispute)
    held(house, dispute, came=(A,))
    names = (
        "happened_on",
        "happened_on-precision",
        "happened_on-day",
        "place",
        "place-country",
        "duration",
        "kind",
        "result",
        "said",
        "attendance-0-who",
        "attendance-0-name",
        "attendance-0-presence",
        "attendance-0-quality",
        "attendance-²-name",
        f"attendance-{'9' * 5000}-name",
        "bench-0-name",
        "bench-0-seat",
        "women",
        "men",
        "participants",
        "somebody_came",
        "languages",
        "decided",
        "next_words",
        "planned_on",
        "planned_hour",
        "planned_place",
        "note",
        "party",
        "person",
        "session",
        "channel",
        "text",
        "served",
        "reason",
        "key",
        "seen",
    )
    browser = visit("awa")
    for page in (
        "sessions/new",
        "sessions/1/record",
        "sessions/1/postpone",
        "sessions/2/amend",
        "sessions/plan",
        "summons/new",
        "notes/new",
    ):
        answer = browser.post(f"{at}/{page}/", {name: [bad, bad] for name in names})
        assert answer.status_code in (200, 302, 404, 409), (page, answer.status_code)
    assert browser.get(f"{at}/sessions/{'9' * 30}/").status_code == 404


def test_an_unknown_person_in_the_form_is_not_found(visit, at):
    sent = {**ENOUGH, "attendance-0-who": "party-999", "attendance-0-presence": "came"}
    assert visit("awa").post(f"{at}/sessions/new/", sent).status_code == 404
    assert rows(MediationSession) == []
