"""What one dispute is to another: said once, never in a circle, seen from both sides and from nowhere else."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Role, Stage
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.disputes.rules import WithdrawFacts
from mediation.disputes.service import withdraw_dispute
from mediation.kernel.db import db
from mediation.referrals import queries, service
from mediation.referrals.kinds import REVERSED, SAID_BY_PEOPLE, WAYS, LinkKind
from mediation.referrals.models import DisputeLink
from mediation.referrals.rules import LinkFacts
from tests.builders import House
from tests.builders.casefile import statements
from tests.builders.referrals import afresh, done, linked
from tests.builders.register import rows


@pytest.fixture
def numbers(house) -> list[str]:
    """Four disputes of Massigui, by number."""
    return [house.accepted().reference for _ in range(4)]


def link(house, one: str, other: str, kind: LinkKind = LinkKind.PART_OF, by: str = "moussa") -> DisputeLink:
    """From one number to another."""
    return done(house, service.link_dispute, afresh(house, one, by), LinkFacts(kind, other), by)


def refused(house, *told, **more) -> str:
    """The sentence with which a link is refused; nothing was written."""
    before = len(rows(DisputeLink))
    with pytest.raises(BrokenRule) as broken:
        link(house, *told, **more)
    assert len(rows(DisputeLink)) == before
    return str(broken.value.text)


def test_every_kind_has_its_reverse_and_that_one_leads_back():
    assert all(kind.reverse.reverse is kind for kind in LinkKind)
    assert {kind for kind in LinkKind if kind.reverse is kind} == {
        LinkKind.SAME_LAND, LinkKind.SAME_PARTIES, LinkKind.MISTAKEN}
    assert set(WAYS) < set(REVERSED) < set(LinkKind)


@pytest.mark.parametrize("kind", SAID_BY_PEOPLE)
def test_a_link_is_read_from_both_disputes(house, numbers, kind):
    one, other = numbers[:2]
    link(house, one, other, kind)
    with scope.seen_by(house.actor("moussa")):
        (mine,), (theirs,) = queries.links_of(find(one)), queries.links_of(find(other))
        assert (mine.kind, mine.other.reference, mine.mine) == (kind, other, True)
        assert (theirs.kind, theirs.other.reference, theirs.mine) == (kind.reverse, one, False)


def test_a_dispute_is_nothing_to_itself(house, numbers):
    assert "celui d’un autre" in refused(house, numbers[0], numbers[0])
    link(house, numbers[0], f" {numbers[1].lower()} ")


@pytest.mark.parametrize("kind", SAID_BY_PEOPLE)
def test_the_same_is_said_once_from_either_side(house, numbers, kind):
    one, other = numbers[:2]
    link(house, one, other, kind)
    assert "déjà liés ainsi" in refused(house, one, other, kind)
    assert "déjà liés ainsi" in refused(house, other, one, kind.reverse)
    link(house, one, other, LinkKind.SAME_LAND if kind is not LinkKind.SAME_LAND else LinkKind.SAME_PARTIES)


@pytest.mark.parametrize("kind", [kind for kind in SAID_BY_PEOPLE if kind.reverse is not kind])
def test_no_chain_comes_back_to_where_it_began(house, numbers, kind):
    one, two, three, four = numbers
    link(house, one, two, kind)
    assert "ferait le tour" in refused(house, two, one, kind)
    link(house, three, two, kind.reverse)
    link(house, three, four, kind)
    for end in (four, three):
        assert "ferait le tour" in refused(house, end, one, kind)
        assert "ferait le tour" in refused(house, one, end, kind.reverse)
    link(house, one, four, kind)
    link(house, four, one, LinkKind.SAME_PARTIES)


def test_a_link_undone_closes_no_circle(house, numbers):
    one, two = numbers[:2]
    made = link(house, one, two)
    done(house, service.unlink_dispute, made, StrikeFacts("erreur"))
    link(house, two, one)
    assert [row.struck_at is None for row in rows(DisputeLink)] == [False, True]


def test_a_circle_through_disputes_one_does_not_see_is_refused_too(house, numbers):
    one, two, three, four = numbers
    away = house.accepted(by="kadia", code="KOB").reference
    house.person("hawa", Role.SECRETARY, "MSG")
    from mediation.commissions import service as commissions
    from mediation.commissions.rules import RoleFacts
    from mediation.kernel import clock

    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["hawa"], Role.SECRETARY, clock.today(), "KOB"))
    hidden = house.accepted(by="kadia", code="KOB").reference
    link(house, one, away, by="hawa")
    link(house, away, hidden, by="hawa")
    link(house, hidden, two, by="hawa")
    assert "ferait le tour" in refused(house, two, one)


def test_links_made_at_the_same_moment_close_no_circle_together(app, house, numbers):
    """Each of four people links the next dispute; one of them would close the ring, and is refused."""
    ids = dict(house.ids)
    db.session.rollback()
    db.session.remove()

    def linked_to_the_next(place: int) -> bool:
        with app.app_context():
            try:
                link(House(ids), numbers[place], numbers[(place + 1) % len(numbers)])
                return True
            except BrokenRule:
                return False
            finally:
                db.session.remove()

    with ThreadPoolExecutor(len(numbers)) as people:
        done_by = list(people.map(linked_to_the_next, range(len(numbers))))
    assert sorted(done_by) == [False, True, True, True]


def test_a_number_one_may_not_see_is_answered_like_one_that_never_was(house, numbers):
    hidden = house.accepted(by="kadia", code="KOB").reference
    said = {refused(house, numbers[0], number) for number in (hidden, "MSG-2020-9999", "n’importe", "%00")}
    assert len(said) == 1 and "n’est ouvert à vous" in said.pop()


def test_the_register_says_itself_what_was_taken_over(house, numbers):
    for kind in (LinkKind.REFERRED, LinkKind.REFERRED_TO):
        assert "Choisissez" in refused(house, numbers[0], numbers[1], kind)


def test_the_database_keeps_a_dispute_from_being_linked_to_itself(house, numbers):
    from tests.acts.attacker import Attacker

    link(house, *numbers[:2])
    assert "ck_dispute_link_two_disputes" in Attacker(db.engine).try_to("UPDATE dispute_link SET other_id = dispute_id")


def test_only_those_of_the_dispute_link_and_undo(house, numbers):
    for login in ("bakary", "salimata"):
        with pytest.raises(NotPermitted):
            link(house, numbers[2], numbers[3], by=login)
    made = link(house, *numbers[:2])
    for login in ("bakary", "salimata", "kadia", "awa"):
        with pytest.raises(NotPermitted):
            done(house, service.unlink_dispute, made, StrikeFacts("non"), login)


def test_a_link_into_another_commission_shows_its_kind_only(house, visit, numbers):
    house.person("hawa", Role.SECRETARY, "MSG")
    from mediation.commissions import service as commissions
    from mediation.commissions.rules import RoleFacts
    from mediation.kernel import clock

    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["hawa"], Role.SECRETARY, clock.today(), "KOB"))
    theirs = house.accepted(by="kadia", code="KOB", title="Le puits secret").reference
    link(house, theirs, numbers[0], LinkKind.NEXT_LEVEL, by="hawa")
    for login, number, hidden, word in (
            ("moussa", numbers[0], theirs, "Niveau au-dessous de"),
            ("kadia", theirs, numbers[0], "Niveau au-dessus de")):
        with scope.seen_by(house.actor(login)):
            (one,) = queries.links_of(find(number))
            assert one.other is None
            disputes, links = queries.thread_of(find(number))
            assert [found.reference for found in disputes] == [number] and len(links) == 1
        for page in ("", "thread/", "chronology/"):
            text = visit(login).get(f"/disputes/{number}/{page}").text
            assert hidden not in text and ("Le puits secret" in text) == (login == "kadia")
        assert f"{word}\u00a0: un autre dossier" in visit(login).get(f"/disputes/{number}/thread/").text
    with scope.seen_by(house.actor("drissa")):
        assert db.session.scalars(select(DisputeLink)).all() == []
    assert theirs in visit("hawa").get(f"/disputes/{numbers[0]}/thread/").text


def test_the_pages_of_a_link(house, visit, numbers):
    one, other = numbers[:2]
    at, visitor = f"/disputes/{one}/", visit("moussa")
    form = visitor.get(at + "links/new/").text
    assert "le litige revient, après" in form and f"{at}follow/?link=part_of" in form
    assert "follow/?link=recurrence" not in form and 'value="referred"' not in form
    for wrong, sentence in (({"reference": one}, "celui d’un autre"), ({"kind": ""}, "Choisissez ce que"),
                            ({"reference": "pas un numéro"}, "n’est ouvert à vous")):
        page = visitor.post(at + "links/new/", {"kind": "part_of", "reference": other, **wrong})
        assert page.status_code == 200 and sentence in page.text
        assert wrong.get("reference", other) in page.text
    key = "33333333-3333-4333-8333-333333333333"
    for _turn in range(2):
        assert visitor.post(at + "links/new/", {"kind": "part_of", "reference": other, "key": key}).status_code == 302
    assert len(rows(DisputeLink)) == 1
    page, there = visitor.get(at).text, visitor.get(f"/disputes/{other}/").text
    assert "Partie de\u00a0:" in page and f'href="/disputes/{other}/"' in page and f"{at}links/1/unlink/" in page
    assert "Comprend\u00a0:" in there and "/unlink/" not in there
    assert "Écrivez pourquoi" in visitor.post(at + "links/1/unlink/", {"reason": ""}).text
    assert visitor.get(at + "links/2/unlink/").status_code == 404
    assert visitor.post(at + "links/1/unlink/", {"reason": "mauvais numéro"}).status_code == 302
    page = visitor.get(at).text
    assert '<del class="struck">Partie de' in page and "mauvais numéro" in page and "a défait un lien" in page
    assert visitor.get(at + "links/1/unlink/").status_code == 409
    assert visit("kadia").get(at + "links/new/").status_code == 404
    assert visit("salimata").get(at + "links/new/").status_code == 403


def test_all_that_is_linked_stands_on_one_page_in_order_of_time(app, house, visit, numbers):
    one, two, three, four = numbers
    withdraw_dispute(house.actor("moussa"), afresh(house, one), WithdrawFacts("La famille", "Entente"))
    link(house, two, one, LinkKind.RECURRENCE)
    link(house, three, two, LinkKind.NEXT_LEVEL)
    page = visit("moussa").get(f"/disputes/{two}/thread/").text
    assert re.findall(r'<b class="stamp">([^<]+)</b>', page) == [one, two, three]
    assert "Clos\u00a0: demande retirée" in page and "ce dossier" in page
    assert "Le litige revient, après\u00a0: <a" in page
    assert "Commission foncière communale · Commission foncière de R1C1A" in page
    asked = []
    for _turn in range(2):
        visitor = visit("moussa")
        visitor.get(f"/disputes/{two}/thread/")
        with statements(app) as made:
            visitor.get(f"/disputes/{two}/thread/")
        asked.append(len(made))
        for more in (four, house.accepted().reference, house.accepted().reference):
            link(house, more, three, LinkKind.PART_OF) if more != four or _turn == 0 else None
    assert asked[0] == asked[1] <= 10, asked


def follow(numbers, **more) -> dict:
    return {"title": "Limite des champs au marigot", "kind": "field_limit", "channel": "oral", "place": "Farako",
            "link": "part_of", **more}


def test_a_new_dispute_opens_from_an_old_one_with_what_is_known(house, visit, numbers):
    one = numbers[0]
    at, visitor = f"/disputes/{one}/follow/", visit("moussa")
    form = visitor.get(at + "?link=part_of").text
    assert 'value="Adama Coulibaly"' in form and 'value="Limite des champs au marigot"' in form
    refused = visitor.post(at, follow(numbers, link="recurrence", asked_by="gardez ceci"))
    assert refused.status_code == 200 and "encore ouvert" in refused.text and "gardez ceci" in refused.text
    refused = visitor.post(at, follow(numbers, link="next_level"))
    assert refused.status_code == 200 and "une autre institution" in refused.text
    assert "Choisissez ce que" in visitor.post(at, follow(numbers, link="")).text
    assert len(rows(Dispute)) == 4 and rows(DisputeLink) == []
    made = visitor.post(at, follow(numbers, **{"parties-0-name": "Awa Diarra", "parties-0-side": "1",
                                               "parties-0-kind": "person"}))
    assert made.status_code == 302
    page = visitor.get(made.location).text
    assert "Partie de\u00a0:" in page and one in page and "Awa Diarra" in page
    assert visit("kadia").get(at).status_code == 404 and visit("bakary").get(at).status_code == 403


def test_a_litigation_that_comes_back_is_a_new_linked_dispute(house, visit, numbers):
    one = numbers[0]
    withdraw_dispute(house.actor("moussa"), afresh(house, one), WithdrawFacts("La famille", "Entente"))
    visitor = visit("moussa")
    assert f"/disputes/{one}/follow/?link=recurrence" in visitor.get(f"/disputes/{one}/").text
    key = "44444444-4444-4444-8444-444444444444"
    for _turn in range(2):
        made = visitor.post(f"/disputes/{one}/follow/", follow(numbers, link="recurrence", key=key))
        assert made.status_code == 302
    assert len(rows(Dispute)) == 5 and rows(Dispute)[0].stage is Stage.CLOSED
    (made_link,) = rows(DisputeLink)
    assert made_link.kind is LinkKind.RECURRENCE
    assert "Le litige est revenu, dans" in visitor.get(f"/disputes/{one}/").text


def test_a_mediator_splits_a_dispute_and_is_on_the_team_of_the_new_one(house, visit):
    one = house.registered(by="awa").reference
    made = visit("awa").post(f"/disputes/{one}/follow/", follow([one]))
    assert made.status_code == 302 and visit("awa").get(made.location).status_code == 200


def test_a_mediator_links_two_disputes_of_theirs_and_no_other(house, numbers):
    mine = [house.registered(by="awa").reference for _ in range(2)]
    link(house, *mine, by="awa")
    assert "n’est ouvert à vous" in refused(house, mine[0], numbers[0], by="awa")


def test_a_link_made_through_the_builder_is_the_same(house, numbers):
    with scope.seen_by(house.actor("moussa")):
        one, other = map(find, numbers[:2])
    linked(house, one, other)
    assert rows(DisputeLink)[0].kind is LinkKind.SAME_LAND
