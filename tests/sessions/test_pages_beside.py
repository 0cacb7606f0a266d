"""What stands beside a session, by its pages: the plan, the summons, the reserved note, a mediation that fails."""

from datetime import timedelta

from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import SessionStage, Stage, SummonsStage
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind, SummonsWord
from mediation.commissions.rules import InstitutionFacts
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.sessions.models import (
    MediationOutcome,
    MediationSession,
    Summons,
)
from tests.builders.register import rows
from tests.builders.sessions import days, held, planned, summoned

A, B = 1, 2


def text(answer) -> str:
    return answer.get_data(as_text=True)


def test_a_session_is_planned_postponed_cancelled_and_struck_by_its_forms(visit, at):
    browser = visit("moussa")
    assert "Donnez la date prévue" in text(browser.post(f"{at}/sessions/plan/", {"planned_hour": "9 h"}))
    assert browser.post(f"{at}/sessions/plan/", {"planned_on": str(days(3).earliest)}).status_code == 302
    assert "Écrivez pourquoi" in text(browser.post(f"{at}/sessions/1/postpone/", {}))
    sent = {"reason": "Pluies", "planned_on": str(days(9).earliest)}
    assert browser.post(f"{at}/sessions/1/postpone/", sent).status_code == 302
    assert browser.post(f"{at}/sessions/2/cancel/", {"reason": "Deuil"}).status_code == 302
    assert browser.post(f"{at}/sessions/2/strike/", {"reason": "Erreur"}).status_code == 302
    first, second = rows(MediationSession)
    assert (
        first.stage is SessionStage.POSTPONED and second.stage is SessionStage.CANCELLED and second.struck_at
    )
    page = text(browser.get(f"{at}/sessions/1/"))
    assert "reportée" in page and f"{at}/sessions/2/" in page
    assert "rayé" in text(browser.get(f"{at}/sessions/2/"))


def test_a_summons_is_sent_served_and_struck_by_its_forms(visit, at, house, dispute):
    planned(house, dispute)
    browser = visit("awa")
    assert "Nouvelle convocation" in text(browser.get(f"{at}/summons/new/"))
    assert "Choisissez la partie" in text(browser.post(f"{at}/summons/new/", {"person": ""}))
    assert "de la liste" in text(browser.post(f"{at}/summons/new/", {"party": "77"}))
    sent = {"party": "2", "session": "1", "channel": "crier", "happened_on": str(days(0).earliest)}
    assert browser.post(f"{at}/summons/new/", sent).status_code == 302
    assert "Famille Traoré" in text(browser.get(f"{at}/summons/1/service/"))
    assert "Écrivez pourquoi" in text(browser.post(f"{at}/summons/1/service/", {"served": "no"}))
    assert (
        browser.post(f"{at}/summons/1/service/", {"served": "yes", "received_by": "Son fils"}).status_code
        == 302
    )
    assert browser.get(f"{at}/summons/1/service/").status_code == 409
    (one,) = rows(Summons)
    assert (one.stage, one.received_by, one.session_id) == (SummonsStage.SERVED, "Son fils", 1)
    assert "Famille Traoré" in text(browser.get(f"{at}/sessions/1/"))
    assert browser.post(f"{at}/summons/1/strike/", {"reason": "Erreur"}).status_code == 302


def test_the_one_session_to_come_is_offered_to_a_summons_and_of_several_none(visit, at, house, dispute):
    chosen, browser = '<option selected value="{}">'.format, visit("moussa")
    page = f"{at}/summons/new/"
    with clock.moved_by(timedelta(days=-10)):
        planned(house, dispute)
    assert chosen(1) not in text(browser.get(page)), "nobody is called to what is over"
    planned(house, dispute)
    assert chosen(2) in text(browser.get(page)) and browser.post(page, {"party": "1", "session": ""}).status_code == 200
    planned(house, dispute, on=days(9))
    assert chosen(2) not in text(browser.get(page)) and chosen(3) not in text(browser.get(page))


def test_a_note_is_written_opened_once_by_its_author_and_struck(visit, at):
    browser = visit("awa")
    assert visit("moussa").get(f"{at}/notes/new/").status_code == 403
    assert "Écrivez la note" in text(browser.post(f"{at}/notes/new/", {"text": " "}))
    assert browser.post(f"{at}/notes/new/", {"text": "Le fils\ndoute."}).status_code == 302
    assert browser.get(f"{at}/notes/1/open/").status_code == 405
    assert visit("moussa").post(f"{at}/notes/1/open/").status_code == 403
    assert visit("kadia").post(f"{at}/notes/1/open/").status_code == 404
    opened = browser.post(f"{at}/notes/1/open/")
    assert opened.status_code == 200 and "Le fils\ndoute." in text(opened)
    assert "Le journal garde que vous avez ouvert cette note" in text(opened) and "enregistré" not in text(opened)
    assert "no-store" in opened.headers["Cache-Control"]
    assert browser.post(f"{at}/notes/1/strike/", {"reason": "Vieux"}).status_code == 302
    assert browser.post(f"{at}/notes/1/open/").status_code == 409


def test_a_mediation_that_fails_says_first_what_is_missing(visit, at, house, dispute):
    chair = visit("bakary")
    for page in ("fail", "default"):
        shown = chair.get(f"{at}/{page}/")
        assert shown.status_code == 200 and "Il manque encore" in text(shown)
        back = chair.post(f"{at}/{page}/", {"reason": "Mes mots"})
        assert "Il manque encore" in text(back) and "Mes mots" in text(back)
    assert visit("awa").get(f"{at}/fail/").status_code == 403
    summoned(house, dispute, B)
    held(house, dispute, came=(A,), absent=(B,))
    assert "Ce qui a été tenté" in text(chair.get(f"{at}/fail/"))
    assert "Famille Traoré" in text(chair.get(f"{at}/default/"))
    assert chair.post(f"{at}/default/", {"reason": "Deux fois"}).status_code == 302
    assert len(rows(MediationOutcome)) == 1 and rows(Dispute)[0].stage is Stage.NOT_SETTLED


def test_a_network_of_mediators_invites(visit, at, house, dispute):
    with scope.seen_by(KEEPER):
        institution = house.institution()
        commissions.amend_commission(
            KEEPER,
            institution,
            InstitutionFacts(
                "MSG",
                "Réseau",
                InstitutionKind.MEDIATOR_NETWORK,
                "R1C1A",
                summons_word=SummonsWord.INVITATION,
            ),
        )
    assert "Nouvelle invitation" in text(visit("awa").get(f"{at}/summons/new/"))
