"""What became of a signed agreement, on the case file: its rail, its lines, what is still due, its statements."""

import html
import re
from dataclasses import replace

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.queries import find_agreement
from mediation.casefile.agenda import agenda
from mediation.casefile.waiting import Kind
from mediation.disputes.queries import find
from mediation.followup.queries import still_due
from mediation.followup.rules import CloseFacts
from mediation.followup.service import close_dispute
from mediation.kernel import dates
from mediation.sessions.kinds import Presence
from mediation.sessions.rules import PresenceFacts, ResumeFacts
from mediation.sessions.service import resume_mediation, strike_session
from mediation.validity.kinds import VisaBy
from mediation.validity.rules import AccusationFacts, CopyFacts
from mediation.validity.service import give_copy, homologate_agreement
from tests.builders.agreements import STONES, in_mediation, signed
from tests.builders.casefile import statements
from tests.builders.followup import visited
from tests.builders.sessions import days, held
from tests.builders.validity import FORCE, denounced, endorsed, rectifying, returned, sign, today, transmitted

PAST = dates.on(dates.date(2024, 1, 5))


def states(page) -> dict[str, str]:
    """What the rail of a page says of each step."""
    rail = page.text.split('class="rail"')[1].split("</ol>")[0]
    return {label: state for state, label in re.findall(r'<li class="(\w+)".*?<span>([^<]+)</span>', rail, re.S)}


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize(("prepare", "visa", "judge"), [
    (lambda house, one: None, "optional", "optional"), (endorsed, "done", "optional"), (transmitted, "done", "done"),
    (returned, "done", "done")])
def test_the_rail_shows_the_visa_and_the_judge_once_they_are_noted(house, visit, prepare, visa, judge):
    agreement = signed(house)
    number = agreement.dispute.reference
    prepare(house, agreement)
    found = states(visit("moussa").get(f"/disputes/{number}/"))
    assert (found["Visé"], found["Chez le juge"], found["PV signé"]) == (visa, judge, "done")


def test_an_agreement_that_binds_no_more_is_no_step_reached_but_a_plain_word_beside(house, visit):
    agreement = signed(house)
    dispute = agreement.dispute
    number = dispute.reference
    visited(house, agreement, CommitmentStage.KEPT)
    denounced(house, agreement)
    resume_mediation(house.actor("moussa"), dispute, ResumeFacts("les deux villages le demandent", days(0)))
    page = visit("moussa").get(f"/disputes/{number}/")
    found = states(page)
    assert (found["En médiation"], found["Accord"], found["PV signé"], found["Suivi"]) == (
        "done", "current", "todo", "todo")
    assert re.search(r"Accord du [^:]+: dénoncé", words(page)) and 'class="chip paused"' in page.text


def test_once_closed_the_rail_tells_the_road_that_was_walked(house, visit):
    agreement = signed(house)
    number = agreement.dispute.reference
    denounced(house, agreement)
    close_dispute(house.actor("moussa"), agreement.dispute, CloseFacts(Ending.BROKEN, "Dénoncé par A", days(0)))
    found = states(visit("moussa").get(f"/disputes/{number}/"))
    assert (found["PV signé"], found["Clos"]) == ("done", "done")


@pytest.mark.parametrize("prepare", [endorsed, transmitted, returned])
def test_on_its_way_to_the_judge_it_still_binds(house, visit, prepare):
    agreement = signed(house, happened_on=PAST, commitments=(replace(STONES, due_on=PAST),))
    number = agreement.dispute.reference
    prepare(house, agreement)
    assert late(house) == [number]
    page = visit("moussa").get(f"/disputes/{number}/")
    assert "en retard de" in words(page) and "agreements/1/visits/plan/" in page.text


def late(house) -> list[str]:
    """The disputes with a commitment to check, in the agenda of the secretary."""
    moussa = house.actor("moussa")
    with scope.seen_by(moussa):
        return [task.reference for task in agenda(moussa).tasks if task.kind is Kind.COMMITMENT]


def test_of_an_ended_agreement_nothing_is_late_any_more(house, visit):
    agreement = signed(house, happened_on=PAST, commitments=(replace(STONES, due_on=PAST),))
    number = agreement.dispute.reference
    assert late(house) == [number]
    with scope.seen_by(house.actor("moussa")):
        denounced(house, find_agreement(find(number), 1))
    assert late(house) == []
    page = visit("moussa").get(f"/disputes/{number}/")
    assert "n’est plus à faire" in words(page) and "en retard de" not in words(page)
    assert "visits/plan/" not in page.text and states(page)["Clos"] == "current"


def test_closing_when_nothing_binds_asks_why(house, visit):
    agreement = signed(house)
    number = agreement.dispute.reference
    visited(house, agreement)
    denounced(house, agreement)
    told = {"key": "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b77", "ending": "kept", "happened_on": "2026-11-01"}
    page = visit("moussa").post(f"/disputes/{number}/close/", told)
    assert page.status_code == 200 and "Écrivez pourquoi" in words(page)


def test_a_reserved_clause_is_in_nobodys_agenda(house):
    signed(house, happened_on=PAST, commitments=(replace(STONES, due_on=PAST, reserved_clause="pas accepté"),))
    assert late(house) == []


def test_the_file_tells_everything_in_as_few_statements(house, visit, app):
    dispute = in_mediation(house)
    number = dispute.reference
    first = signed(house, dispute, commitments=(replace(STONES, exchange=2), replace(STONES, what="laisse passer")))
    second = sign(house, rectifying(house, first))
    transmitted(house, second)
    homologate_agreement(house.actor("moussa"), second, today(FORCE))
    give_copy(house.actor("moussa"), second, CopyFacts(("A",), "Le chef", days(0)))
    denounced(house, second, accusations=(AccusationFacts("A", None, "coupe le bois"),))
    moussa = visit("moussa")
    with statements(app) as asked:
        page = moussa.get(f"/disputes/{number}/")
    assert len(asked) <= 25, asked
    told = words(page)
    for piece in ("Accord d’avant accord 1 · il le rectifie", "Visé", "papier V-7", "Transmis au juge",
                  "bordereau B-12", "Homologué", "décision 2026-31", "Copie remise à : A, Le chef", "Dénoncé",
                  "A dit : coupe le bois",
                  "a noté l’homologation de l’accord", "en échange de l’engagement 2"):
        assert piece in told, piece


def test_the_page_of_the_agreement_tells_its_visas(house, visit):
    agreement = signed(house)
    number = agreement.dispute.reference
    endorsed(house, agreement)
    endorsed(house, agreement, by="moussa", visa_by=VisaBy.MAYOR, by_whom="Madame la maire", paper="M-3")
    told = words(visit("moussa").get(f"/disputes/{number}/agreements/1/"))
    assert "présidence de la commission · Bakary Koné · papier V-7" in told
    assert "maire · Madame la maire · papier M-3" in told


def test_a_reserved_clause_is_not_among_what_closing_shows(house):
    reserved = replace(STONES, what="laisse passer", reserved_clause="pas accepté")
    agreement = signed(house, commitments=(STONES, reserved))
    assert [one.what for one in still_due(agreement.dispute)] == [STONES.what]


@pytest.mark.parametrize(("who", "told"), [
    ("representative", "A refusé : Siaka Traoré pour B"), ("party", "A refusé : B")])
def test_a_session_says_who_refused_to_come(house, visit, who, told):
    dispute = in_mediation(house)
    number = dispute.reference
    absent = PresenceFacts(Presence.REFUSED, **({"representative": 1} if who == "representative" else {"party": 2}))
    held(house, dispute, attendance=(PresenceFacts(Presence.CAME, party=1), absent))
    assert f"Présent : A · {told[0].lower()}{told[1:]}" in words(visit("moussa").get(f"/disputes/{number}/"))


@pytest.mark.parametrize("prepare", [endorsed, denounced])
def test_what_was_signed_once_still_rests_on_its_session(house, prepare):
    dispute = in_mediation(house)
    session = held(house, dispute)
    agreement = signed(house, dispute, found_at=session.number)
    prepare(house, agreement)
    with pytest.raises(BrokenRule):
        strike_session(house.actor("moussa"), session, StrikeFacts("erreur"))
