"""What a paper cannot do without, each from both sides; the page tells it, with the act that mends it."""

import pytest

from mediation.acts.refusals import BrokenRule
from mediation.acts.strike import StrikeFacts
from mediation.papers import queries
from mediation.papers.kinds import PaperKind
from mediation.parties.kinds import Mandate, PartyKind
from mediation.sessions import service as sessions
from mediation.sessions.kinds import SessionKind
from mediation.sessions.queries import held_of, summons_of
from mediation.sessions.rules import SeatFacts
from mediation.teams.kinds import InterestDecision, InterestKind
from tests.builders.agreements import drafted, read
from tests.builders.casefile import statements
from tests.builders.land import one_field
from tests.builders.papers import came, defaulted, failed, issued, missing, numbered, reading, whole, with_sides
from tests.builders.parties import party, representative, two_sides
from tests.builders.sessions import held
from tests.builders.teams import assigned, on_the_bench, replaced, tied

VISIT, FACES = PaperKind.SITE_VISIT, PaperKind.CONFRONTATION


@pytest.fixture
def dispute(house):
    return with_sides(house)


def visit_to(house, dispute, **more):
    return whole(house, dispute, SessionKind.SITE_VISIT, **more)


def test_a_whole_session_lacks_nothing_and_its_paper_is_issued(house, dispute):
    session = visit_to(house, dispute)
    assert missing(house, VISIT, session) == []
    assert issued(house, VISIT, session).reference == numbered(1)


def test_what_is_missing_refuses_in_the_words_of_the_list(house, dispute):
    with pytest.raises(BrokenRule) as refused:
        issued(house, VISIT, visit_to(house, dispute, place=None))
    assert "Il manque : le lieu de la séance." in str(refused.value.text).replace("\u202f", " ").replace("\xa0", " ")


def test_both_sides_are_identified(house):
    dispute = house.registered()
    one_field(house, dispute)
    party(house, dispute, 1)
    session = visit_to(house, dispute, attendance=came(1))
    assert missing(house, VISIT, session) == ["deux côtés, chacun avec une partie nommée"]
    party(house, dispute, 2, "Bina Traoré")
    assert missing(house, VISIT, session) == []


def test_what_is_contested_is_described(house):
    dispute = house.registered()
    two_sides(house, dispute)
    session = visit_to(house, dispute)
    assert missing(house, VISIT, session) == ["ce qui est contesté, décrit"]
    one_field(house, dispute)
    assert missing(house, VISIT, session) == []


@pytest.mark.parametrize(("without", "words"), [
    ({"happened_on": None}, "la date de la séance"), ({"place": None}, "le lieu de la séance"),
    ({"bench": ()}, "qui siégeait à la séance"), ({"said": None}, "ce qui a été vu")])
def test_a_session_has_a_day_a_place_members_and_words(house, dispute, without, words):
    assert missing(house, VISIT, visit_to(house, dispute, **without)) == [words]
    assert missing(house, VISIT, visit_to(house, dispute)) == []


def test_a_hearing_says_what_was_said(house, dispute):
    assert missing(house, PaperKind.HEARING, whole(house, dispute, SessionKind.SEPARATE, said=None)) == [
        "ce qui a été dit"]
    assert missing(house, PaperKind.HEARING, whole(house, dispute, SessionKind.SEPARATE)) == []


def test_at_a_confrontation_two_sides_were_there(house, dispute):
    alone = whole(house, dispute, SessionKind.CONFRONTATION, attendance=came(1))
    assert missing(house, FACES, alone) == ["au moins deux côtés présents à la séance"]
    assert missing(house, FACES, whole(house, dispute, SessionKind.CONFRONTATION)) == []


def test_a_group_that_came_has_somebody_with_a_mandate(house):
    dispute = house.registered()
    one_field(house, dispute)
    party(house, dispute, 1)
    family = party(house, dispute, 2, "Famille Traoré", kind=PartyKind.LINEAGE)
    session = visit_to(house, dispute)
    assert missing(house, VISIT, session) == ["qui parle pour Famille Traoré, avec son mandat"]
    representative(house, family, mandate=Mandate.NOT_KNOWN)
    assert missing(house, VISIT, session) == ["qui parle pour Famille Traoré, avec son mandat"]
    representative(house, family, name="Bina Traoré")
    assert missing(house, VISIT, session) == []


def test_a_group_that_did_not_come_needs_nobody_to_speak_for_it(house):
    dispute = house.registered()
    one_field(house, dispute)
    party(house, dispute, 1)
    party(house, dispute, 2, "Famille Traoré", kind=PartyKind.LINEAGE)
    assert missing(house, VISIT, visit_to(house, dispute, attendance=came(1))) == []


def test_a_declared_link_is_decided(house, dispute):
    session = visit_to(house, dispute)
    tied(house, dispute, name="Kadia Mallé")
    [words] = missing(house, VISIT, session)
    assert words == "la décision sur le lien entre Kadia Mallé et une partie : continuer, ou se faire remplacer"
    tied(house, dispute, name="Kadia Mallé", decision=InterestDecision.GOES_ON, decided_by="les deux parties")
    assert missing(house, VISIT, session) == []


def test_who_bears_the_name_of_a_party_and_sits_needs_a_decision(house, dispute):
    session = visit_to(house, dispute, bench=(SeatFacts("Adama Coulibaly", chaired=True),))
    assert [one[:40] for one in missing(house, VISIT, session)] == ["la décision sur le lien entre Adama Coul"]
    tied(house, dispute, name="Adama Coulibaly", kind=InterestKind.OTHER, words="un homonyme",
         decision=InterestDecision.GOES_ON)
    assert missing(house, VISIT, session) == []


def test_a_chair_who_is_to_be_replaced_is_replaced(house, dispute):
    session = visit_to(house, dispute)
    tied(house, dispute, name=None, account_id=house.ids["bakary"], decision=InterestDecision.REPLACED)
    assert missing(house, VISIT, session) == ["qui remplace Bakary, comme c’est décidé"]
    on_the_bench(house, dispute)
    assert missing(house, VISIT, session) == []


def test_a_mediator_who_is_to_be_replaced_is_replaced(house, dispute):
    session, member = visit_to(house, dispute), assigned(house, dispute, "awa")
    tied(house, dispute, name=None, team_member=1, decision=InterestDecision.REPLACED)
    assert missing(house, VISIT, session) == ["qui remplace Awa, comme c’est décidé"]
    replaced(house, member, "drissa")
    assert missing(house, VISIT, session) == []


def test_who_stands_back_needs_no_replacement(house, dispute):
    session = visit_to(house, dispute)
    tied(house, dispute, name=None, account_id=house.ids["bakary"], decision=InterestDecision.STANDS_BACK)
    assert missing(house, VISIT, session) == []


def test_an_agreement_names_its_session_and_was_read(house, dispute):
    session = whole(house, dispute)
    agreement = drafted(house, dispute)
    assert missing(house, PaperKind.CONCILIATION, agreement) == [
        "la séance où l’accord a été trouvé", "la lecture de l’accord aux parties"]
    whole_one = read(house, dispute, found_at=session.number)
    assert missing(house, PaperKind.CONCILIATION, whole_one) == []


def test_an_agreement_found_at_a_session_without_members_or_place_lacks_them(house, dispute):
    session = held(house, dispute, attendance=came(1, 2))
    agreement = read(house, dispute, found_at=session.number)
    assert missing(house, PaperKind.CONCILIATION, agreement) == ["le lieu de la séance", "qui siégeait à la séance"]


def test_a_non_conciliation_lists_at_least_one_attempt(house, dispute):
    outcome = failed(house, dispute)
    assert missing(house, PaperKind.NON_CONCILIATION, outcome) == []
    with reading(house, dispute):
        [session] = held_of(dispute)
        sessions.strike_session(house.actor("moussa"), session, StrikeFacts("saisie par erreur"))
    assert missing(house, PaperKind.NON_CONCILIATION, outcome) == ["au moins une séance tenue, ou un refus de venir"]


def test_a_default_names_a_summons_that_was_served(house, dispute):
    outcome = defaulted(house, dispute)
    assert missing(house, PaperKind.DEFAULT, outcome) == []
    with reading(house, dispute):
        [summons] = summons_of(dispute)
        sessions.strike_summons(house.actor("moussa"), summons, StrikeFacts("saisie par erreur"))
    assert missing(house, PaperKind.DEFAULT, outcome) == [
        "une convocation remise, à laquelle une partie n’est pas venue"]


def test_the_page_shows_what_is_there_and_links_to_what_mends_the_rest(house, dispute, visit):
    session = visit_to(house, dispute, place=None)
    tied(house, dispute, name="Kadia Mallé")
    page = visit("moussa").get(f"/disputes/{dispute.reference}/papers/new/site-visit/{session.number}/").text
    missing_part, _, there = page.partition("Déjà là")
    assert "Pas encore possible" in missing_part and missing_part.count("#ring") == 2 and there.count("#check") >= 6
    assert f'/disputes/{dispute.reference}/sessions/{session.number}/amend/"' in page
    assert f'/disputes/{dispute.reference}/interests/new/"' in page


def test_a_paper_of_another_kind_of_session_is_not_to_be_had(house, dispute, visit):
    session = whole(house, dispute, SessionKind.SEPARATE)
    assert visit("moussa").get(
        f"/disputes/{dispute.reference}/papers/new/site-visit/{session.number}/").status_code == 404


def test_the_page_of_a_whole_session_says_that_everything_is_there(house, dispute, visit):
    session = visit_to(house, dispute)
    page = visit("moussa").get(f"/disputes/{dispute.reference}/papers/new/site-visit/{session.number}/").text
    assert "Tout y est" in page and "Pas encore possible" not in page


def test_what_a_paper_lacks_is_said_in_english_too(house, dispute, visit):
    session, reader = visit_to(house, dispute, place=None), visit("moussa")
    reader.get("/language/en/")
    page = reader.get(f"/disputes/{dispute.reference}/papers/new/site-visit/{session.number}/").text
    assert "Not possible yet. Missing" in page and "the place of the session" in page


def test_the_list_tells_the_papers_of_several_sessions_apart(house, dispute, visit):
    for _ in range(2):
        visit_to(house, dispute)
    page = visit("moussa").get(f"/disputes/{dispute.reference}/papers/").text
    assert page.count(">1 · ") == 2 and page.count(">2 · ") == 2


def test_more_sessions_hardly_ask_the_database_more(app, house, dispute):
    def asked() -> int:
        with reading(house, dispute), statements(app) as told:
            queries.possible_in(dispute, house.actor("moussa"))
        return len(told)

    visit_to(house, dispute)
    few = asked()
    for _ in range(4):
        visit_to(house, dispute)
    assert asked() <= few + 4
