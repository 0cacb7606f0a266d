"""A mediation taken up again, an outcome crossed out, and a completion that shows that somebody came."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Ending, Stage
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.followup.queries import outcome_of
from mediation.kernel.db import db
from mediation.sessions import queries, rules, service
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.models import MediationOutcome, MediationSession, Resumption
from tests.builders import casefile
from tests.builders.register import rows
from tests.builders.sessions import days, held, planned, reading, summoned, team

A, B = 1, 2
WHY = rules.ResumeFacts("Les familles reviennent", days(0))
MISTAKE = StrikeFacts("Saisi par erreur")


def stage() -> Stage:
    return rows(Dispute)[0].stage


def act(house, verb, facts, model=None, number: int = 1, by: str = "moussa"):
    """Do an act on the dispute, or on a numbered thing in it, read afresh."""
    with scope.seen_by(house.actor(by)):
        dispute = db.session.scalar(select(Dispute))
        return verb(house.actor(by), find_in(model, dispute, number) if model else dispute, facts)


def test_a_mediation_that_failed_is_taken_up_again_and_may_fail_again(house):
    casefile.unsettled(house)
    with pytest.raises(BrokenRule) as broken:
        act(house, service.resume_mediation, rules.ResumeFacts(None))
    assert broken.value.field == "reason" and stage() is Stage.NOT_SETTLED
    act(house, service.resume_mediation, WHY, by="awa")
    assert stage() is Stage.IN_MEDIATION
    (one,) = rows(Resumption)
    assert (one.from_stage, one.reason, one.happened_on) == (
        Stage.NOT_SETTLED, "Les familles reviennent", WHY.happened_on)
    act(house, service.fail_mediation, rules.FailFacts(days(0)))
    assert stage() is Stage.NOT_SETTLED and len(rows(MediationOutcome)) == 2


def test_a_mediation_is_taken_up_again_beside_a_signed_agreement(house):
    casefile.signed(house)
    act(house, service.resume_mediation, rules.ResumeFacts("Un point reste"), by="bakary")
    assert rows(Resumption)[0].from_stage is Stage.IN_FOLLOW_UP and stage() is Stage.IN_MEDIATION


@pytest.mark.parametrize("build", [casefile.complete, casefile.accepted, casefile.heard, casefile.withdrawn],
                         ids=lambda build: build.__name__)
def test_a_mediation_that_did_not_end_is_not_taken_up_again(house, build):
    before = build(house).stage
    with pytest.raises(WrongStage):
        act(house, service.resume_mediation, WHY)
    assert stage() is before


def test_a_mediation_is_not_taken_up_again_before_it_ended_nor_tomorrow(house):
    dispute = casefile.heard(house)
    service.fail_mediation(house.actor("moussa"), dispute, rules.FailFacts(days(-2)))
    for when in (days(-3), days(1)):
        with pytest.raises(BrokenRule) as broken:
            act(house, service.resume_mediation, rules.ResumeFacts("Entente", when))
        assert broken.value.field == "happened_on"
    act(house, service.resume_mediation, rules.ResumeFacts("Entente", days(-2)))


def test_strangers_reviewers_and_administrators_do_not_take_it_up_again(house):
    dispute = casefile.unsettled(house)
    for login in ("kadia", "drissa", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            service.resume_mediation(house.actor(login), dispute, WHY)


def test_an_outcome_written_by_mistake_is_crossed_out_the_stage_stays_and_is_to_be_looked_at(house, visit):
    at = f"/disputes/{casefile.number_of(house, casefile.unsettled)}/"
    visitor = visit("moussa")
    assert "À revoir" not in visitor.get(at).text
    assert f'<a href="{at}outcomes/1/strike/">' in visitor.get(at).text
    assert visit("awa").get(at + "outcomes/1/strike/").status_code == 403
    assert visitor.post(at + "outcomes/1/strike/", {"reason": ""}).status_code == 200
    assert visitor.post(at + "outcomes/1/strike/", {"reason": "Autre dossier"}).status_code == 302
    assert visitor.get(at + "outcomes/1/strike/").status_code == 409
    assert (stage(), rows(MediationOutcome)[0].struck_reason) == (Stage.NOT_SETTLED, "Autre dossier")
    box = visitor.get(at).text.split("À revoir")[1].split("</section>")[0]
    assert "La non-conciliation est rayée" in box and f'<a href="{at}mediation/resume/">' in box
    with reading(house, rows(Dispute)[0]) as found:
        assert outcome_of(found) is None
    assert visitor.post(at + "mediation/resume/", {"reason": "", "happened_on-precision": "unknown"}).status_code == 200
    sent = {"reason": "La médiation continue", "happened_on-precision": "unknown"}
    assert visitor.post(at + "mediation/resume/", sent).status_code == 302
    text = visitor.get(at).text
    assert stage() is Stage.IN_MEDIATION and "À revoir" not in text and "La médiation continue" in text


def test_an_earlier_outcome_does_not_stand_for_the_one_that_was_crossed_out(house):
    casefile.unsettled(house)
    act(house, service.resume_mediation, WHY)
    act(house, service.fail_mediation, rules.FailFacts(days(0)))
    with reading(house, rows(Dispute)[0]) as found:
        assert outcome_of(found) is Ending.NOT_SETTLED
    act(house, service.strike_mediation, MISTAKE, MediationOutcome, 2, by="bakary")
    with reading(house, rows(Dispute)[0]) as found:
        assert outcome_of(found) is None


def test_a_completion_that_shows_that_somebody_came_puts_an_accepted_dispute_in_mediation(house):
    dispute = team(house, house.accepted())
    held(house, dispute, absent=(A, B), result=Result.ABSENCE)
    assert dispute.stage is Stage.ACCEPTED
    missed = rules.SessionFacts(days(-1), Result.ABSENCE, "Personne encore")
    act(house, service.amend_session, missed, MediationSession)
    assert stage() is Stage.ACCEPTED
    came = rules.SessionFacts(days(-1), Result.GOES_ON, attendance=(rules.PresenceFacts(Presence.CAME, party=B),))
    act(house, service.amend_session, came, MediationSession)
    assert stage() is Stage.IN_MEDIATION
    act(house, service.amend_session, missed, MediationSession)
    assert stage() is Stage.IN_MEDIATION


def test_a_completion_moves_no_dispute_that_is_further_or_not_there_yet(house):
    early = casefile.complete(house)
    held(house, early, absent=(A,), result=Result.ABSENCE)
    came = rules.SessionFacts(days(-1), Result.GOES_ON, somebody_came=True)
    act(house, service.amend_session, came, MediationSession)
    assert stage() is Stage.REGISTERED


def test_a_session_without_a_woman_is_warned_about_only_where_somebody_counted(house):
    def warned(women):
        return [str(one) for one in rules.warnings_for(SessionKind.JOINT, {A, B}, {A, B}, {A, B}, None, women)]

    assert warned(0) == ["Aucune femme n’était là."]
    assert warned(None) == warned(1) == []


def test_the_page_of_a_session_warns_of_no_woman_and_refuses_nothing(house, visit):
    dispute = team(house, house.accepted())
    held(house, dispute, came=(A, B), women=0, men=4)
    held(house, dispute, came=(A, B), men=4)
    at = f"/disputes/{dispute.reference}/sessions/"
    assert "Aucune femme n’était là." in visit("awa").get(at + "1/").text
    assert "Aucune femme n’était là." not in visit("awa").get(at + "2/").text


def test_the_page_of_a_non_conciliation_lists_the_attempts_and_a_default_names_the_summons(house, visit):
    dispute = team(house, house.accepted())
    summoned(house, dispute, B)
    held(house, dispute, came=(A,), absent=(B,))
    planned(house, dispute)
    at = f"/disputes/{dispute.reference}/"
    with reading(house, dispute) as found:
        assert len(queries.ignored_summons(found)) == 1
    assert "Ce qui a été tenté" in visit("moussa").get(at + "fail/").text
    default = visit("moussa").get(at + "default/").text
    assert "Convocations remises sans réponse" in default and "B · Famille Traoré" in default
