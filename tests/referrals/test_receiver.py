"""The institution that receives a referral: what it reads, what it answers, and how it opens a dispute of its own."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotFound, NotPermitted
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
from tests.builders.casefile import heard
from tests.builders.referrals import COVER, afresh, answered, done, received, sent, stands
from tests.builders.register import rows
from tests.visitor import same_for

ACCEPTED, REFUSED, DECIDED = ReferralStage.ACCEPTED, ReferralStage.REFUSED, ReferralStage.DECIDED


@pytest.fixture
def number(house) -> str:
    """A dispute of Massigui, heard."""
    return heard(house).reference


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
