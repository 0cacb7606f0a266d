"""A dossier leaves for another institution, which reads the cover and nothing else; it is answered or comes back."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted, WrongStage
from mediation.acts.scope import KEEPER
from mediation.acts.verification import verify
from mediation.acts.vocabulary import Ending, ReferralStage, Role, Stage
from mediation.disputes.kinds import Channel
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.disputes.rules import DisputeFacts
from mediation.kernel.db import db
from mediation.parties.models import Party
from mediation.referrals import queries, rules, service
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import DisputeLink, Referral
from tests.builders import parties
from tests.builders.casefile import heard, signed
from tests.builders.referrals import COVER, afresh, answered, done, paused, received, referred
from tests.builders.sessions import days, held
from tests.visitor import same_for

ACCEPTED, REFUSED, DECIDED = ReferralStage.ACCEPTED, ReferralStage.REFUSED, ReferralStage.DECIDED


def rows(model) -> list:
    """What the register holds now, read afresh."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(model).order_by(model.id)))


def stands(number: str) -> tuple:
    """Stage and ending of a dispute now."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        one = find(number)
        return one.stage, one.ending


@pytest.fixture
def number(house) -> str:
    """A dispute of Massigui, heard."""
    return heard(house).reference


def sent(house, number: str, **facts) -> Referral:
    """It is sent to Koba, or to somebody else."""
    return referred(house, afresh(house, number), **facts)


def mine(house, number: str) -> Referral:
    """The referral as the sender reads it."""
    with scope.seen_by(house.actor("moussa")):
        return queries.referral_of(find(number))


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

def test_the_receiver_reads_the_referral_and_nothing_else_of_the_dispute(house, number):
    for login in ("kadia", "drissa", "salimata"):
        with scope.seen_by(house.actor(login)):
            assert (login == "salimata") == bool(db.session.scalars(select(Referral)).all() or
                                                 db.session.scalars(select(Dispute)).all())
    answered(house, sent(house, number, outside="Le tribunal"), REFUSED)
    sent(house, number)
    with scope.seen_by(house.actor("kadia")):
        (referral,) = db.session.scalars(select(Referral)).all()
        assert (referral.our_number, referral.number, referral.dispute) == (number, 2, None)
        assert db.session.scalars(select(Dispute)).all() == []
        assert db.session.scalars(select(Party)).all() == []
    with scope.seen_by(house.actor("drissa")):
        assert db.session.scalars(select(Referral)).all() == []


@pytest.mark.parametrize("end", ["refused", "recalled", "unanswered", "decided"])
def test_after_the_end_the_receiver_sees_nothing_more(house, visit, number, end):
    referral = sent(house, number)
    if end in ("refused", "decided"):
        with scope.seen_by(house.actor("kadia")):
            answered(house, received(house, number), ReferralStage(end), by="kadia")
    else:
        done(house, service.recall_dispute, referral, rules.RecallFacts(ReferralStage(end), "fini"))
    with scope.seen_by(house.actor("kadia")):
        assert db.session.scalars(select(Referral)).all() == []
        with pytest.raises(NotFound):
            received(house, number)
    visitor = visit("kadia")
    assert "Dossiers reçus" not in visitor.get("/").text
    for address in ("answer", "take-over"):
        assert visitor.get(f"/referrals/{number}/{address}/").status_code == 404


def test_a_secretary_who_is_a_party_is_shown_no_cover(house, number):
    sent(house, number)
    parties.party(house, afresh(house, number), 3, "Kadia", account_id=house.ids["kadia"])
    with scope.seen_by(house.actor("kadia")):
        assert db.session.scalars(select(Referral)).all() == []
    assert house.actor("kadia").sight.received == frozenset()


def test_a_guest_who_opened_the_page_before_the_recall_answers_no_more(house, number):
    sent(house, number)
    guest = house.actor("kadia")
    with scope.seen_by(guest):
        opened = received(house, number)
    done(house, service.recall_dispute, opened, rules.RecallFacts(ReferralStage.RECALLED, "repris"))
    with scope.looking_as(guest), pytest.raises(NotPermitted):
        service.answer_referral_dispute(guest, opened, rules.AnswerFacts(ACCEPTED))
    assert stands(number)[0] is Stage.IN_MEDIATION


SAISINE = DisputeFacts("Limite au marigot", COVER.kind, Channel.REFERRED, COVER.place, came_from="MSG")


def taken_over(house, number: str, by: str = "kadia", facts: DisputeFacts = SAISINE) -> str:
    """The receiver opens its own dispute; its number."""
    with scope.seen_by(house.actor(by)):
        return service.take_over_referred(house.actor(by), received(house, number, by), facts).reference


def test_whoever_sent_a_dossier_does_not_take_it_over_for_its_receiver(house, number):
    sent(house, number)
    with scope.seen_by(house.actor("moussa")), pytest.raises(NotPermitted):
        service.take_over_referred(house.actor("moussa"), queries.referral_of(find(number)), SAISINE)
    assert [one.reference for one in rows(Dispute)] == [number] and stands(number)[0] is Stage.REFERRED


def test_the_receiver_opens_its_own_dispute_linked_both_ways(house, number):
    sent(house, number)
    theirs = taken_over(house, number)
    assert theirs.startswith("KOB-")
    assert stands(number) == (Stage.CLOSED, Ending.REFERRED) and stands(theirs) == (Stage.REGISTERED, None)
    (referral,) = rows(Referral)
    assert (referral.stage, referral.their_number) == (ACCEPTED, theirs)
    assert [link.kind for link in rows(DisputeLink)] == [LinkKind.REFERRED]
    for login, mine, kind in (("moussa", number, LinkKind.REFERRED_TO), ("kadia", theirs, LinkKind.REFERRED)):
        with scope.seen_by(house.actor(login)):
            (one,) = queries.links_of(find(mine))
            assert (one.kind, one.other) == (kind, None)
            assert len(db.session.scalars(select(Dispute)).all()) == 1
    with scope.seen_by(house.actor("salimata")):
        assert queries.links_of(find(number))[0].other.reference == theirs
    with scope.seen_by(KEEPER):
        assert verify(db.session.connection()).faults == []


def test_what_was_accepted_first_can_be_taken_over_later_and_once(house, number):
    sent(house, number)
    with scope.seen_by(house.actor("kadia")):
        answered(house, received(house, number), ACCEPTED, by="kadia", their_number="7")
    assert house.actor("kadia").sight.received
    taken_over(house, number)
    assert rows(Referral)[0].their_number == "7"
    assert not house.actor("kadia").sight.received
    with pytest.raises(NotFound):
        taken_over(house, number)
    assert len(rows(DisputeLink)) == 1


def test_nobody_else_takes_over(house, number):
    sent(house, number)
    for login in ("moussa", "awa", "drissa", "salimata"):
        with pytest.raises(NotFound):
            taken_over(house, number, login)
    house.person("sory", Role.CHAIR, "KOB")
    with pytest.raises(NotFound):
        taken_over(house, number, "sory")


def test_a_link_of_a_referral_is_not_undone(house, number):
    from mediation.acts.strike import StrikeFacts

    sent(house, number)
    theirs = taken_over(house, number)
    with scope.seen_by(house.actor("kadia")):
        (one,) = queries.links_of(find(theirs))
    with pytest.raises(BrokenRule):
        done(house, service.unlink_dispute, one.link, StrikeFacts("non"), "kadia")


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


def test_the_receivers_page_shows_the_cover_and_nothing_else(house, visit, number):
    visitor = visit("kadia")
    assert "Dossiers reçus" not in visitor.get("/").text and "Rien à répondre" in visitor.get("/referrals/").text
    sent(house, number)
    home = visitor.get("/").text
    assert "1 dossier reçu attend une réponse" in home and 'href="/referrals/"' in home
    page = visitor.get("/referrals/").text
    for words in ("Les deux villages sont de chez vous.", "Le PV du 3 mars", number, "Limite au marigot", "R1C1A"):
        assert words in page
    for hidden in ("Adama", "Traoré", "Champ du marigot", f"/disputes/{number}/"):
        assert hidden not in page
    assert visitor.get(f"/disputes/{number}/").status_code == 404
    assert visitor.get(f"/disputes/{number}/thread/").status_code == 404
    assert number not in visitor.get("/disputes/").text and number not in visitor.get("/find/?q=marigot").text
    assert visit("drissa").get("/referrals/").status_code == 403
    assert number not in visit("moussa").get("/referrals/").text


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


def test_a_number_that_was_not_sent_to_me_is_one_that_never_was(house, visit, number):
    sent(house, number, outside="Le tribunal")
    never = number[:-4] + "9999"
    for login in ("kadia", "moussa"):
        for address in ("answer", "take-over"):
            one, other = (visit(login).get(f"/referrals/{n}/{address}/") for n in (number, never))
            assert one.status_code == other.status_code == 404
            assert same_for(one, number) == same_for(other, never)
    for odd in ("x", "%00", "MSG-2026-0001'"):
        assert visit("kadia").get(f"/referrals/{odd}/answer/").status_code == 404


def test_the_receiver_answers_and_takes_over_by_the_pages(house, visit, number):
    sent(house, number)
    visitor = visit("kadia")
    wrong = visitor.post(f"/referrals/{number}/answer/", {"answer": "refused", "their_number": "garder ceci"})
    assert wrong.status_code == 200 and "garder ceci" in wrong.text
    assert visitor.post(f"/referrals/{number}/answer/", {"answer": "taken"}).status_code == 302
    assert stands(number) == (Stage.CLOSED, Ending.REFERRED)
    assert visitor.get(f"/referrals/{number}/answer/").status_code == 404
    form = visitor.get(f"/referrals/{number}/take-over/").text
    assert 'value="Limite au marigot"' in form and f'value="{number}"' in form and "Adama" not in form
    sent_form = {"title": "Limite au marigot", "kind": "field_limit", "channel": "referred", "place": "Farako"}
    bad = visitor.post(f"/referrals/{number}/take-over/", {**sent_form, "title": "", "asked_by": "gardez"})
    assert bad.status_code == 200 and "gardez" in bad.text
    key = "22222222-2222-4222-8222-222222222222"
    made = visitor.post(f"/referrals/{number}/take-over/", {**sent_form, "key": key})
    assert made.status_code == 302 and "/disputes/KOB-" in made.location
    assert visitor.post(f"/referrals/{number}/take-over/", {**sent_form, "key": key}).status_code == 404
    page = visitor.get(made.location).text
    assert "Repris après le renvoi de\u00a0: un autre dossier" in page and "a repris un dossier renvoyé" in page
    theirs = visit("moussa").get(f"/disputes/{number}/").text
    assert "Renvoyé et repris dans\u00a0: un autre dossier" in theirs
    assert len(rows(DisputeLink)) == 1
