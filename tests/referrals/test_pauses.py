"""A dispute waits and goes on where it stopped; a session held meanwhile ends the waiting."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Stage
from mediation.agreements.rules import SignFacts
from mediation.agreements.service import sign_agreement
from mediation.disputes.queries import find
from mediation.kernel import dates
from mediation.kernel.db import db
from mediation.referrals.kinds import Helper, HelpReason, PauseReason
from mediation.referrals.models import Orientation, Pause
from mediation.referrals.rules import OrientFacts, PauseFacts, ResumeFacts
from mediation.referrals.service import orient_dispute, resume_dispute, strike_orientation, suspend_dispute
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.rules import PresenceFacts, ReportFacts, SessionFacts
from mediation.sessions.service import report_session
from tests.builders import agreements
from tests.builders.casefile import heard, signed, unsettled
from tests.builders.referrals import afresh, paused, referred
from tests.builders.register import rows
from tests.builders.sessions import days, held


def stage_of(number: str) -> Stage:
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return find(number).stage


@pytest.mark.parametrize("build, stage", [
    (lambda house: house.accepted(), Stage.ACCEPTED), (heard, Stage.IN_MEDIATION), (signed, Stage.IN_FOLLOW_UP),
    (unsettled, Stage.NOT_SETTLED)])
def test_a_pause_comes_back_to_the_stage_it_came_from(house, build, stage):
    dispute = build(house)
    number = dispute.reference
    paused(house, dispute)
    assert stage_of(number) is Stage.SUSPENDED
    resume_dispute(house.actor("moussa"), afresh(house, number), ResumeFacts(days(0), "les pluies sont finies"))
    assert stage_of(number) is stage
    (pause,) = rows(Pause)
    assert (pause.from_stage, pause.resumed_on, pause.resumed_words) == (stage, days(0), "les pluies sont finies")


def test_nothing_suspends_what_waits_already_or_was_not_examined(house):
    waiting, away = house.accepted(), house.accepted()
    paused(house, waiting)
    referred(house, away)
    for dispute in (house.registered(), waiting, away):
        with pytest.raises(WrongStage):
            paused(house, dispute)
    with pytest.raises(WrongStage):
        resume_dispute(house.actor("moussa"), house.accepted(), ResumeFacts())


@pytest.mark.parametrize("facts, field", [
    (PauseFacts(PauseReason.OTHER), "words"), (PauseFacts(PauseReason.RAINS, happened_on=days(1)), "happened_on"),
    (PauseFacts(PauseReason.RAINS, happened_on=days(-1), until=days(-2)), "until")])
def test_a_pause_says_why_and_its_dates_are_in_order(house, facts, field):
    dispute = house.accepted()
    with pytest.raises(BrokenRule) as broken:
        suspend_dispute(house.actor("moussa"), dispute, facts)
    assert broken.value.field == field and stage_of(dispute.reference) is Stage.ACCEPTED


def test_a_pause_may_be_vague_and_end_the_day_it_begins(house):
    suspend_dispute(house.actor("moussa"), house.accepted(), PauseFacts(
        PauseReason.OTHER, "un deuil au village", until=days(-1), happened_on=days(-1)))
    suspend_dispute(house.actor("moussa"), house.accepted(), PauseFacts(PauseReason.RAINS, until=dates.unknown("?")))
    assert len(rows(Pause)) == 2


def test_the_work_begins_again_after_it_stopped(house):
    dispute = house.accepted()
    number = dispute.reference
    paused(house, dispute)
    with pytest.raises(BrokenRule) as broken:
        resume_dispute(house.actor("moussa"), dispute, ResumeFacts(days(-4)))
    assert broken.value.field == "happened_on" and stage_of(number) is Stage.SUSPENDED
    resume_dispute(house.actor("moussa"), afresh(house, number), ResumeFacts(days(-3)))
    assert stage_of(number) is Stage.ACCEPTED


def session(on=None, came: bool = True) -> ReportFacts:
    return ReportFacts(SessionFacts(happened_on=on or days(-1), result=Result.GOES_ON, attendance=(
        PresenceFacts(Presence.CAME if came else Presence.ABSENT, party=1),)))


def test_a_session_held_during_a_pause_resumes_the_dispute(house):
    dispute = house.accepted()
    paused(house, dispute)
    report_session(house.actor("moussa"), dispute, session())
    assert stage_of(dispute.reference) is Stage.IN_MEDIATION
    assert rows(Pause)[0].resumed_on == days(-1)


def test_a_session_held_before_the_pause_does_not(house):
    dispute = house.accepted()
    number = dispute.reference
    paused(house, dispute)
    report_session(house.actor("moussa"), dispute, session(days(-5)))
    assert stage_of(number) is Stage.SUSPENDED
    resume_dispute(house.actor("moussa"), afresh(house, number), ResumeFacts(days(0)))
    assert stage_of(number) is Stage.IN_MEDIATION


def test_a_session_on_a_day_nobody_knows_ends_the_pause(house):
    dispute = heard(house)
    paused(house, dispute)
    report_session(house.actor("moussa"), dispute, session(dates.unknown("on ne sait plus"), came=False))
    assert stage_of(dispute.reference) is Stage.IN_MEDIATION


def test_a_refused_session_leaves_the_pause_as_it_was(house):
    dispute = heard(house)
    paused(house, dispute)
    with pytest.raises(BrokenRule):
        report_session(house.actor("moussa"), dispute, session(days(2)))
    assert stage_of(dispute.reference) is Stage.SUSPENDED


def test_nothing_is_signed_while_the_dispute_waits(house):
    dispute = heard(house)
    agreement = agreements.read(house, dispute)
    paused(house, dispute)
    with pytest.raises(WrongStage):
        sign_agreement(house.actor("moussa"), agreement, SignFacts(agreements.lines(house, agreement), days(-1)))


def test_only_those_of_the_dispute_suspend_and_resume(house):
    dispute = house.accepted()
    for login in ("bakary", "salimata", "kadia", "admin"):
        with pytest.raises(NotPermitted):
            paused(house, dispute, by=login)
    paused(house, dispute)
    for login in ("bakary", "salimata", "kadia", "admin"):
        with pytest.raises(NotPermitted):
            resume_dispute(house.actor(login), dispute, ResumeFacts())


def test_the_same_key_pauses_once(house):
    dispute, key = house.accepted(), "11111111-1111-4111-8111-111111111111"
    with scope.looking_as(house.actor("moussa")):
        for _turn in range(2):
            suspend_dispute(house.actor("moussa"), dispute, PauseFacts(PauseReason.RAINS), key=key)
    assert len(rows(Pause)) == 1


HEALTH = OrientFacts(Helper.HEALTH, HelpReason.CARE, party=1, helper_name="Centre de santé", happened_on=days(-1))


def test_somebody_is_oriented_and_the_dossier_stays(house):
    dispute = house.accepted()
    one = orient_dispute(house.actor("moussa"), dispute, HEALTH)
    other = orient_dispute(house.actor("moussa"), dispute, OrientFacts(
        Helper.JUSTICE, HelpReason.CRIME, name="une voisine"))
    assert (one.number, other.number, other.name) == (1, 2, "une voisine")
    assert stage_of(dispute.reference) is Stage.ACCEPTED


@pytest.mark.parametrize("wrong, field", [
    ({"party": None}, "name"), ({"name": "Fanta"}, "name"), ({"happened_on": days(1)}, "happened_on"),
    ({"helper": Helper.OTHER, "helper_name": None}, "helper_name"),
    ({"reason": HelpReason.CRIME, "words": "ce qui s’est passé la nuit"}, "words")])
def test_an_orientation_names_one_person_and_one_help_and_tells_no_crime(house, wrong, field):
    with pytest.raises(BrokenRule) as broken:
        orient_dispute(house.actor("moussa"), house.accepted(), OrientFacts(**{**vars(HEALTH), **wrong}))
    assert broken.value.field == field and rows(Orientation) == []


def test_an_orientation_is_struck_also_on_a_closed_dispute(house):
    from mediation.disputes.rules import WithdrawFacts
    from mediation.disputes.service import withdraw_dispute

    dispute = house.accepted()
    one = orient_dispute(house.actor("moussa"), dispute, HEALTH)
    withdraw_dispute(house.actor("moussa"), dispute, WithdrawFacts("La famille", "Entente"))
    strike_orientation(house.actor("moussa"), one, StrikeFacts("une autre personne"))
    assert rows(Orientation)[0].struck_reason == "une autre personne"


def test_the_pages_of_a_pause_open_save_and_keep_the_text(house, visit):
    number, visitor = house.accepted().reference, visit("moussa")
    at = f"/disputes/{number}/"
    assert visit("kadia").get(at + "suspend/").status_code == 404
    assert visit("salimata").get(at + "suspend/").status_code == 403
    assert visitor.get(at + "resume/").status_code == 409
    page = visitor.get(at)
    assert f'href="{at}suspend/"' in page.text and f'href="{at}resume/"' not in page.text
    assert visitor.get(at + "suspend/").status_code == 200
    wrong = visitor.post(at + "suspend/", {"reason": "", "words": "le pont est coupé"})
    assert wrong.status_code == 200 and "le pont est coupé" in wrong.text and "Choisissez pourquoi" in wrong.text
    sent = {"reason": "rains", "until-precision": "month", "until-month": "10", "until-year": "2040"}
    assert visitor.post(at + "suspend/", sent).status_code == 302
    page = visitor.get(at).text
    assert "En pause\u00a0: pluies · fin prévue\u00a0: octobre 2040" in page and "il manque" not in page
    assert f'href="{at}resume/"' in page.split('class="do"')[1].split("</div>")[0]
    assert visitor.get(at + "suspend/").status_code == 409
    assert visitor.post(at + "resume/", {"words": "il fait sec"}).status_code == 302
    page = visitor.get(at).text
    assert "il fait sec" in page and "Pauses et renvois" in page


def test_the_pages_of_an_orientation(house, visit):
    at, visitor = f"/disputes/{house.accepted().reference}/", visit("moussa")
    assert "Adama Coulibaly" in visitor.get(at + "orient/").text
    wrong = visitor.post(at + "orient/", {"helper": "justice", "reason": "crime", "party": "1", "words": "un récit"})
    assert wrong.status_code == 200 and "un récit" in wrong.text and "Videz cette case" in wrong.text
    assert visitor.post(at + "orient/", {"helper": "justice", "reason": "crime", "party": "1"}).status_code == 302
    page = visitor.get(at).text
    assert "Adama Coulibaly · justice · fait grave, pour la justice" in page
    assert f"{at}orientations/1/strike/" in page
    assert visitor.post(at + "orientations/1/strike/", {"reason": "erreur"}).status_code == 302
    assert "erreur" in visitor.get(at).text and rows(Orientation)[0].struck_at
    assert visitor.get(at + "orientations/1/strike/").status_code == 409
    assert visitor.get(at + "orientations/2/strike/").status_code == 404


def test_a_session_of_the_field_resumes_by_its_page(house, visit):
    dispute = heard(house)
    number = dispute.reference
    paused(house, dispute)
    held(house, dispute, happened_on=days(-40), result=Result.GOES_ON)
    assert stage_of(number) is Stage.SUSPENDED
    answer = visit("moussa").post(f"/disputes/{number}/sessions/new/", {
        "result": "goes_on", "happened_on": str(days(0).earliest), "said": "On s’est revus"})
    assert answer.status_code == 302
    assert stage_of(number) is Stage.IN_MEDIATION
