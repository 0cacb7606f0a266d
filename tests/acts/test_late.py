"""What happened can always be written down: with its own date and a reason, marked late, and nothing moves."""

import pytest

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.refusals import BrokenRule, NotPermitted, OutsideAct, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Stage
from mediation.disputes.kinds import AttemptChannel, HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.disputes.service import add_attempt, amend_dispute, record_harm
from mediation.kernel.dates import about_year
from mediation.kernel.db import db
from mediation.sessions import service as sessions
from mediation.sessions.kinds import Result
from mediation.sessions.rules import PlanFacts, SessionFacts, SummonsFacts
from mediation.sessions.service import issue_summons, record_session, schedule_session
from tests.builders import SAISINE
from tests.builders.casefile import complete, fresh, withdrawn
from tests.builders.sessions import days

OLD = about_year(2019)
BOOK = LateFacts("Le cahier était au village", "Cahier vert", "12", "7", "Moussa Diarra", about_year(2020))
FORGOTTEN = LateFacts("On l’avait oublié")
HARM = HarmFacts(HarmKind.CATTLE, 2, happened_on=OLD)


def stage_of(reference: str) -> Stage:
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return find(reference).stage


def entries() -> list[LateEntry]:
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(db.select(LateEntry).order_by(LateEntry.number)))


def late(facts, told: LateFacts | None = FORGOTTEN):
    return type(facts)(**{**vars(facts), "late": told})


def test_what_happened_is_written_down_on_a_closed_dispute_and_moves_nothing(house):
    dispute = withdrawn(house)
    number = dispute.reference
    held = SessionFacts(days(-400), Result.GOES_ON, "On a parlé", somebody_came=True, late=BOOK)
    record_session(house.actor("moussa"), dispute, held)
    record_harm(house.actor("moussa"), dispute, late(HARM))
    add_attempt(house.actor("awa"), dispute, AttemptFacts(AttemptChannel.FAMILY, happened_on=OLD, late=FORGOTTEN))
    assert [(one.late, one.reason, one.book) for one in entries()] == [
        (True, BOOK.reason, "Cahier vert"), (True, FORGOTTEN.reason, None), (True, FORGOTTEN.reason, None)]
    assert stage_of(number) is Stage.CLOSED


@pytest.mark.parametrize(("told", "happened_on", "field"), [
    (None, OLD, "late_reason"), (LateFacts(book="Cahier vert"), OLD, "late_reason"), (FORGOTTEN, None, "happened_on")])
def test_a_late_entry_says_why_and_when(house, told, happened_on, field):
    dispute = withdrawn(house)
    with pytest.raises(BrokenRule) as broken:
        record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.CATTLE, 2, happened_on=happened_on, late=told))
    assert broken.value.field == field and entries() == []


def test_what_did_not_happen_is_not_written_down_late(house):
    dispute = withdrawn(house)
    with pytest.raises(WrongStage):
        amend_dispute(house.actor("moussa"), dispute, SAISINE)
    with pytest.raises(WrongStage):
        schedule_session(house.actor("moussa"), dispute, PlanFacts(days(7)))


def test_what_is_not_yet_possible_is_not_late(house):
    with pytest.raises(WrongStage):
        issue_summons(house.actor("moussa"), complete(house), SummonsFacts(1, happened_on=OLD, late=FORGOTTEN))


def test_a_stranger_writes_nothing_late_either(house):
    dispute = withdrawn(house)
    with pytest.raises(NotPermitted):
        record_harm(house.actor("kadia"), dispute, late(HARM))
    assert entries() == []


def test_what_is_copied_in_time_keeps_its_page_and_is_not_late(house, visit):
    dispute = fresh(house)
    at = f"/disputes/{dispute.reference}/"
    record_harm(house.actor("moussa"), dispute, late(HARM, BOOK))
    assert [(one.late, one.page) for one in entries()] == [(False, "12")]
    page = visit("moussa").get(at).text
    assert "registre papier\u202f: Cahier vert, page 12, n° 7, écrit par Moussa Diarra" in page
    assert "saisie tardive" not in page


def test_a_verb_that_would_move_the_dispute_late_is_stopped(house, monkeypatch):
    dispute = withdrawn(house)
    number = dispute.reference
    monkeypatch.setattr(sessions, "next_number", lambda model, dispute: _moved(dispute))
    with pytest.raises(OutsideAct):
        record_session(house.actor("moussa"), dispute, SessionFacts(OLD, Result.GOES_ON, "On a parlé", late=FORGOTTEN))
    assert stage_of(number) is Stage.CLOSED


def _moved(dispute: Dispute) -> int:
    dispute.stage, dispute.ending = Stage.IN_MEDIATION, None
    return 1


def test_the_page_offers_what_can_be_written_late_and_asks_why(house, visit):
    at, visitor = f"/disputes/{withdrawn(house).reference}/", visit("moussa")
    file = visitor.get(at).text
    assert "Saisie tardive" in file and f'href="{at}harms/new/"' in file and f'href="{at}amend/"' not in file
    form = visitor.get(at + "harms/new/").text
    assert "Pourquoi l’écrire seulement maintenant" in form
    sent = {"kind": "cattle", "count": "2", "happened_on-precision": "year", "happened_on-year": "2019",
            "source": "le chef"}
    refused = visitor.post(at + "harms/new/", sent)
    assert refused.status_code == 200 and "Écrivez pourquoi vous notez ce fait maintenant." in refused.text
    assert "le chef" in refused.text and entries() == []
    sent |= {"late_reason": "Le cahier était au village", "late_book": "Cahier vert"}
    assert visitor.post(at + "harms/new/", sent).status_code == 302
    told = visitor.get(at).text
    assert "saisie tardive\u202f: Le cahier était au village" in told and "Cahier vert" in told


def test_who_may_not_act_is_offered_nothing_late(house, visit):
    at = f"/disputes/{withdrawn(house).reference}/"
    assert "Saisie tardive" not in visit("salimata").get(at).text
    assert visit("salimata").get(at + "harms/new/").status_code == 403
