"""A dossier leaves for another institution, which reads the cover and nothing else; it is answered or comes back."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Ending, ReferralStage, Stage
from mediation.referrals import rules, service
from mediation.referrals.models import Referral
from tests.builders.casefile import heard, signed
from tests.builders.referrals import COVER, afresh, answered, done, mine, paused, received, referred, sent, stands
from tests.builders.register import rows
from tests.builders.sessions import days, held

ACCEPTED, REFUSED, DECIDED = ReferralStage.ACCEPTED, ReferralStage.REFUSED, ReferralStage.DECIDED


@pytest.fixture
def number(house) -> str:
    """A dispute of Massigui, heard."""
    return heard(house).reference


@pytest.mark.parametrize("wrong, field", [
    ({"receiver": None}, "receiver_name"), ({"receiver_name": "Le tribunal"}, "receiver_name"),
    ({"receiver": "XXX"}, "receiver"), ({"receiver": "MSG"}, "receiver"), ({"cover": None}, "cover"),
    ({"receiver": None, "receiver_name": "Commission  foncière de r1c1a"}, "receiver_name"),
    ({"happened_on": days(1)}, "happened_on")])
def test_a_dossier_goes_to_one_other_institution_with_a_cover(house, number, wrong, field):
    facts = {**vars(COVER), "receiver": "KOB", "happened_on": days(-1), **wrong}
    with pytest.raises(BrokenRule) as broken:
        service.refer_dispute(house.actor("moussa"), afresh(house, number), rules.ReferFacts(**facts))
    assert broken.value.field == field
    assert rows(Referral) == [] and stands(number) == (Stage.IN_MEDIATION, None)


def test_a_dossier_does_not_leave_before_it_came(house):
    dispute = house.accepted(happened_on=days(-5))
    with pytest.raises(BrokenRule):
        referred(house, dispute, happened_on=days(-6))
    referred(house, dispute, happened_on=days(-5))


def test_what_waits_or_left_already_is_not_referred(house):
    waiting = house.accepted()
    paused(house, waiting)
    away = house.registered()
    referred(house, away)
    for dispute in (waiting, away):
        with pytest.raises(WrongStage):
            referred(house, dispute)


def test_only_the_desk_refers(house, number):
    referred(house, house.registered(), by="bakary")
    for login in ("awa", "salimata", "kadia", "drissa"):
        with pytest.raises(NotPermitted):
            referred(house, house.accepted(), by=login)


@pytest.mark.parametrize("answer, stage, ending", [
    (ACCEPTED, Stage.CLOSED, Ending.REFERRED), (DECIDED, Stage.CLOSED, Ending.REFERRED),
    (REFUSED, Stage.IN_MEDIATION, None)])
def test_an_answer_from_outside_is_written_down_by_the_sender(house, number, answer, stage, ending):
    answered(house, sent(house, number, outside="Le tribunal de Dioïla"), answer, their_number="12/RG")
    assert stands(number) == (stage, ending)
    (referral,) = rows(Referral)
    assert (referral.stage, referral.their_number, referral.answered_on) == (answer, "12/RG", days(0))


@pytest.mark.parametrize("wrong, field", [
    ({"answer": ReferralStage.RECALLED}, "answer"), ({"answer": REFUSED, "words": None}, "words"),
    ({"answer": DECIDED, "words": None}, "words"), ({"happened_on": days(-3)}, "happened_on"),
    ({"happened_on": days(1)}, "happened_on")])
def test_an_answer_is_one_of_three_explained_and_after_the_sending(house, number, wrong, field):
    referral = sent(house, number, outside="Le tribunal")
    with pytest.raises(BrokenRule) as broken:
        answered(house, referral, **{"answer": ACCEPTED, **wrong})
    assert broken.value.field == field and stands(number)[0] is Stage.REFERRED


def test_an_institution_of_the_register_answers_itself(house, number):
    referral = sent(house, number)
    with pytest.raises(BrokenRule):
        answered(house, referral, ACCEPTED)
    for login in ("bakary", "awa", "salimata", "drissa", "admin"):
        with pytest.raises(NotPermitted):
            answered(house, referral, ACCEPTED, by=login)
    with scope.seen_by(house.actor("kadia")):
        answered(house, received(house, number), REFUSED, by="kadia")
    assert stands(number) == (Stage.IN_MEDIATION, None)


def test_the_sender_writes_for_an_institution_that_has_no_secretary(house, number):
    from mediation.commissions import service as commissions
    from mediation.commissions.kinds import InstitutionKind
    from mediation.commissions.rules import InstitutionFacts

    commissions.create_commission(KEEPER, None, InstitutionFacts("TRB", "Tribunal", InstitutionKind.COURT, "R1C1"))
    answered(house, sent(house, number, to="TRB"), DECIDED)
    assert stands(number) == (Stage.CLOSED, Ending.REFERRED)


@pytest.mark.parametrize("outcome, closes, stage", [
    (ReferralStage.RECALLED, False, Stage.IN_MEDIATION), (ReferralStage.UNANSWERED, False, Stage.IN_MEDIATION),
    (ReferralStage.UNANSWERED, True, Stage.CLOSED)])
def test_a_dossier_is_called_back_or_nobody_answered(house, number, outcome, closes, stage):
    referral = sent(house, number)
    done(house, service.recall_dispute, referral, rules.RecallFacts(outcome, "trop long", closes, days(0)))
    assert stands(number)[0] is stage
    assert rows(Referral)[0].stage is outcome


@pytest.mark.parametrize("wrong, field", [
    ({"outcome": ACCEPTED}, "outcome"), ({"words": None}, "words"), ({"closes": True}, "closes"),
    ({"happened_on": days(-3)}, "happened_on")])
def test_a_recall_says_why_and_does_not_close(house, number, wrong, field):
    facts = {"outcome": ReferralStage.RECALLED, "words": "les parties le demandent", "happened_on": days(0), **wrong}
    with pytest.raises(BrokenRule) as broken:
        done(house, service.recall_dispute, sent(house, number), rules.RecallFacts(**facts))
    assert broken.value.field == field and stands(number)[0] is Stage.REFERRED


def test_only_the_senders_secretary_recalls(house, number):
    referral = sent(house, number)
    facts = rules.RecallFacts(ReferralStage.RECALLED, "non")
    for login in ("awa", "bakary", "kadia", "salimata"):
        with pytest.raises(NotPermitted):
            done(house, service.recall_dispute, referral, facts, login)


def test_who_was_heard_meanwhile_is_in_mediation_when_it_comes_back(house):
    dispute = house.accepted()
    number = dispute.reference
    referred(house, dispute, outside="Le tribunal")
    held(house, dispute, came=(1,))
    assert stands(number)[0] is Stage.REFERRED
    answered(house, mine(house, number), REFUSED)
    assert stands(number)[0] is Stage.IN_MEDIATION


def test_a_settled_dispute_comes_back_to_its_follow_up(house):
    number = signed(house).reference
    answered(house, sent(house, number, outside="Le tribunal"), REFUSED)
    assert stands(number)[0] is Stage.IN_FOLLOW_UP


# What the receiver sees.

# The pages.

def test_the_page_of_a_referral_saves_and_keeps_the_text(house, visit, number):
    at, visitor = f"/disputes/{number}/", visit("moussa")
    form = visitor.get(at + "refer/").text
    assert "Commission foncière de R1C1B" in form and "Limite des champs au marigot" in form
    assert 'value="MSG"' not in form
    wrong = visitor.post(at + "refer/", {"title": "Limite", "kind": "field_limit", "cover": "Notre courrier à garder"})
    assert wrong.status_code == 200 and "Notre courrier à garder" in wrong.text and "ou écrivez son nom" in wrong.text
    us = visitor.post(at + "refer/", {"title": "x", "kind": "field_limit", "cover": "y",
                                      "receiver_name": "commission foncière de R1C1A"})
    assert "déjà chez vous" in us.text
    sent = {"title": "Limite", "kind": "field_limit", "cover": "Notre courrier", "receiver": "KOB", "sent": "Le PV"}
    assert visitor.post(at + "refer/", sent).status_code == 302
    page = visitor.get(at).text
    assert "Renvoyé à Commission foncière de R1C1B, réponse attendue" in page and "il manque" not in page
    assert f'href="{at}referral/recall/"' in page.split('class="do"')[1].split("</div>")[0]
    answer = visitor.get(at + "referral/answer/").text
    assert "répond ici même" in answer and "<form" not in answer.split("<main")[1]
    assert visitor.post(at + "referral/answer/", {"answer": "taken"}).status_code == 200
    assert stands(number)[0] is Stage.REFERRED


def test_an_outside_answer_and_a_recall_have_their_pages(house, visit, number):
    sent(house, number, outside="Le tribunal")
    at, visitor = f"/disputes/{number}/", visit("moussa")
    assert f'href="{at}referral/answer/"' in visitor.get(at).text.split('class="do"')[1].split("</div>")[0]
    wrong = visitor.post(at + "referral/answer/", {"answer": "refused", "their_number": "12 bis"})
    assert wrong.status_code == 200 and "12 bis" in wrong.text and "en une phrase" in wrong.text
    wrong = visitor.post(at + "referral/recall/", {"outcome": "recalled", "closes": "yes", "words": "gardez ceci"})
    assert wrong.status_code == 200 and "gardez ceci" in wrong.text
    assert visitor.post(at + "referral/recall/", {"outcome": "unanswered", "closes": "yes"}).status_code == 302
    assert stands(number) == (Stage.CLOSED, Ending.REFERRED)
    assert "sans réponse" in visitor.get(at).text
    assert visitor.get(at + "referral/recall/").status_code == 409


def test_a_dossier_sent_a_second_time_is_not_answered_nor_recalled_as_the_first(house, number):
    """Who had the first one open when it was recalled and sent again does not move the old row."""
    sent(house, number)
    recall = rules.RecallFacts(ReferralStage.RECALLED, "Par erreur", False, days(-1))
    with scope.seen_by(house.actor("kadia")):
        first = received(house, number)
    done(house, service.recall_dispute, first, recall)
    with scope.looking_as(house.actor("moussa")):
        referred(house, first.dispute, happened_on=days(-1))
    with pytest.raises(WrongStage):
        done(house, service.recall_dispute, first, recall)
    with pytest.raises(WrongStage):
        done(house, service.answer_referral_dispute, first, rules.AnswerFacts(ACCEPTED, "KOB 1"), "kadia")
    assert [one.stage for one in rows(Referral)] == [ReferralStage.RECALLED, ReferralStage.SENT]
    assert stands(number) == (Stage.REFERRED, None)
