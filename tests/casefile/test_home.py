"""What to do: one next thing, what is certainly late, this week, later; per role, with true counts."""

import re
from datetime import timedelta

import pytest

from mediation.acts import scope
from mediation.acts.vocabulary import OWED, CommitmentStage, Ending, ReferralStage
from mediation.agreements.queries import find_agreement
from mediation.commissions.kinds import SettingName
from mediation.disputes.queries import find, team_now
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.followup.rules import CloseFacts
from mediation.followup.service import close_dispute
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.referrals.queries import referral_of
from mediation.referrals.rules import RecallFacts, ResumeFacts
from mediation.referrals.service import recall_dispute, resume_dispute
from tests.builders import followup, referrals
from tests.builders.casefile import complete, fresh, number_of, read, signed_ago, statements
from tests.builders.sessions import days, planned, team
from tests.builders.settings import settled
from tests.builders.teams import released

ROW = re.compile(r'<section class="row[^"]*" id="(\w+)">(.*?)</section>', re.S)


def groups(page: str) -> dict[str, str]:
    """The rows of the page by their name."""
    return dict(ROW.findall(page))


def home(visitor) -> str:
    """The text of the home page."""
    answer = visitor.get("/")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def listed(visitor, view: str) -> str:
    """The rows of the list of disputes, in one of its views."""
    page = visitor.get(f"/disputes/?view={view}").get_data(as_text=True)
    return page.split("<tbody>")[1].split("</tbody>")[0] if "<tbody>" in page else ""


def accepted_plainly(house):
    """An accepted dispute for which nothing is planned."""
    dispute = complete(house)
    accept_dispute(house.actor("moussa"), dispute, AcceptFacts())
    return dispute


def release_all(house, dispute) -> None:
    """Nobody is on the team any more."""
    with scope.looking_as(house.actor("moussa")):
        for member in team_now(find(dispute.reference)):
            released(house, member)


@pytest.fixture
def late(house) -> str:
    """A session that was to be held twelve days ago."""
    with clock.moved_by(timedelta(days=-30)):
        dispute = team(house, house.registered())
        number = dispute.reference
        planned(house, dispute, on=dates.on(clock.today() + timedelta(days=18)))
    return number


def test_what_is_late_is_told_in_exact_days_and_is_the_next_thing(house, visit, late):
    for login in ("awa", "moussa"):
        page = home(visit(login))
        assert "en retard de 12 jours" in groups(page)["late"] and late in groups(page)["late"]
        assert page.count("button filled") == 1
        address = re.search(r'<a class="button filled" href="([^"]+)">[^<]*Noter cette séance', page).group(1)
        assert visit(login).get(address).status_code == 200


def test_a_reviewer_sees_what_is_late_but_does_no_act(house, visit, late):
    page = home(visit("salimata"))
    assert "en retard de 12 jours" in page and "Noter cette séance" not in page and "Ouvrir le dossier" in page
    assert "Les étapes" in page


def test_nobody_else_sees_it(house, visit, late):
    for login in ("kadia", "drissa", "admin"):
        assert late not in home(visit(login))


@pytest.mark.parametrize(("when", "group"), [
    (dates.on(clock.today()), "week"), (dates.on(clock.today() + timedelta(days=6)), "week"),
    (dates.on(clock.today() + timedelta(days=7)), "later"), (dates.in_year(clock.today().year + 1), "later"),
    (dates.unknown("après les pluies"), "later"),
])
def test_nothing_is_late_before_its_last_possible_day(house, visit, when, group):
    planned(house, team(house, house.registered()), on=when)
    shown = groups(home(visit("awa")))
    assert group in shown and "late" not in shown


def test_the_secretary_examines_and_the_mediator_does_not(house, visit):
    number = number_of(house, complete)
    page = home(visit("moussa"))
    assert "Saisine à examiner" in groups(page)["waiting"] and "Examiner la saisine" in page
    assert number not in home(visit("awa"))
    assert "Saisine à examiner" in home(visit("bakary"))


def test_a_draft_waits_for_its_signatures(house, visit):
    number = number_of(house, read)
    for login in ("moussa", "awa"):
        page = home(visit(login))
        assert number in groups(page)["waiting"] and "Noter les signatures" in page


def test_a_commitment_is_late_once_its_day_is_past_and_no_more_once_it_was_kept(house, visit):
    number = signed_ago(house, 20, dates.on(clock.today() - timedelta(days=3)), "rend les deux charrues")
    shown = groups(home(visit("awa")))
    assert "rend les deux charrues" in shown["late"] and "en retard de 3 jours" in shown["late"]
    with scope.seen_by(house.actor("moussa")):
        followup.visited(house, find_agreement(find(number), 1), CommitmentStage.KEPT)
    assert "charrues" not in home(visit("awa"))


@pytest.mark.parametrize("found", sorted(OWED - {CommitmentStage.DUE}), ids=str)
def test_what_a_visit_did_not_see_kept_is_still_owed_until_the_dispute_is_closed(house, visit, found):
    number = signed_ago(house, 20, dates.on(clock.today() - timedelta(days=3)), "rend les deux charrues")
    with scope.seen_by(house.actor("moussa")):
        followup.visited(house, find_agreement(find(number), 1), found)
    assert "rend les deux charrues" in groups(home(visit("awa")))["late"]
    assert number in listed(visit("awa"), "late")
    with scope.seen_by(house.actor("moussa")):
        close_dispute(house.actor("moussa"), find(number), CloseFacts(Ending.OVERTAKEN, reason="plus personne ici"))
    assert "charrues" not in home(visit("awa"))


def test_a_commitment_is_not_late_on_its_very_day(house, visit):
    signed_ago(house, 20, dates.on(clock.today()), "rend les deux charrues")
    shown = groups(home(visit("awa")))
    assert "rend les deux charrues" in shown["week"] and "rend les deux charrues" not in shown["late"]


def test_counts_are_of_everything_and_rows_of_the_first(house, visit):
    for _one in range(15):
        planned(house, team(house, house.registered()), on=days(2))
    shown = groups(home(visit("awa")))["week"]
    assert "15 choses" in shown and shown.count('class="entry"') == 12 and "et 3 autres" in shown


def test_an_accepted_dispute_waits_until_somebody_is_in_charge_and_then_until_something_is_planned(house, visit):
    dispute = accepted_plainly(house)
    release_all(house, dispute)
    number = dispute.reference
    page = home(visit("moussa"))
    assert "Personne encore en charge" in groups(page)["waiting"] and number in groups(page)["waiting"]
    address = re.search(r'<a class="button filled" href="([^"]+)">[^<]*Désigner les médiateurs', page).group(1)
    assert visit("moussa").get(address).status_code == 200
    team(house, dispute)
    for login in ("awa", "moussa"):
        shown = groups(home(visit(login)))
        assert "Rien n’est encore prévu" in shown["waiting"] and number in shown["waiting"]
        assert "1 chose" in shown["waiting"] and "Personne encore en charge" not in shown["waiting"]
    address = re.search(r'<a class="button filled" href="([^"]+)">[^<]*Prévoir une séance', home(visit("awa"))).group(1)
    assert visit("awa").get(address).status_code == 200
    planned(house, dispute, on=days(2))
    for login in ("awa", "moussa"):
        assert "waiting" not in groups(home(visit(login)))


def test_what_nobody_has_begun_waits_for_who_can_begin_it(house, visit):
    number = accepted_plainly(house).reference
    for login in ("kadia", "drissa", "bakary", "salimata"):
        assert number not in groups(home(visit(login))).get("waiting", "")


def test_who_works_on_it_no_more_leaves_the_dispute_without_anybody_in_charge(house, visit):
    dispute = team(house, house.accepted())
    assert "Personne encore en charge" not in home(visit("moussa"))
    release_all(house, dispute)
    assert "Personne encore en charge" in groups(home(visit("bakary")))["waiting"]


def test_an_empty_day_says_so(house, visit):
    page = home(visit("awa"))
    assert "Rien à faire" in page and page.count("button filled") == 1


def test_the_administration_sees_the_house_and_no_dispute(house, visit):
    number = number_of(house, fresh)
    page = home(visit("admin"))
    assert number not in page and 'href="/places/"' in page and "/disputes/" not in page


def test_a_saisine_over_the_delay_of_its_institution_stands_among_what_is_late(house, visit):
    with clock.moved_by(timedelta(days=-20)), scope.seen_by(house.actor("moussa")):
        number = house.registered().reference
    db.session.rollback()
    assert number in groups(home(visit("moussa")))["waiting"]
    settled(house, SettingName.EXAMINE_DAYS, "15")
    for login in ("moussa", "bakary"):
        shown = groups(home(visit(login)))
        assert number in shown["late"] and "en retard de 5 jours" in shown["late"] and "waiting" not in shown
    assert number in listed(visit("moussa"), "late") and "examen" in listed(visit("moussa"), "late")
    settled(house, SettingName.EXAMINE_DAYS, "20")
    assert number in groups(home(visit("moussa")))["waiting"] and number not in listed(visit("moussa"), "late")


@pytest.mark.parametrize(("until", "group"), [
    (days(-1), "late"), (days(0), "week"), (days(9), "later"), (None, "later"),
])
def test_a_pause_is_late_once_its_own_end_is_past(house, visit, until, group):
    dispute = accepted_plainly(house)
    referrals.paused(house, dispute, until=until)
    for login in ("awa", "moussa", "salimata"):
        shown = groups(home(visit(login)))
        assert dispute.reference in shown[group] and "Fin de la pause" in shown[group]
        assert (group == "late") == ("en retard de 1 jour" in home(visit(login)))
    assert (group in ("late", "week")) == ("Reprendre le travail" in home(visit("moussa")))
    assert (group == "late") == (dispute.reference in listed(visit("moussa"), "late"))


def test_a_pause_that_ended_waits_for_nobody(house, visit):
    dispute = accepted_plainly(house)
    referrals.paused(house, dispute, until=days(-1))
    referrals.done(house, resume_dispute, dispute, ResumeFacts(days(0)))
    assert "Fin de la pause" not in home(visit("moussa"))
    referrals.paused(house, referrals.afresh(house, dispute.reference), happened_on=days(0), until=days(3))
    shown = groups(home(visit("moussa")))
    assert "late" not in shown and shown["week"].count("Fin de la pause") == 1


def test_a_letter_without_answer_is_awaited_and_late_only_where_a_delay_was_settled(house, visit):
    dispute = accepted_plainly(house)
    number = dispute.reference
    referrals.referred(house, dispute, happened_on=days(-30))
    shown = groups(home(visit("moussa")))
    assert number in shown["waiting"] and "Commission foncière de R1C1B" in shown["waiting"]
    assert "late" not in shown and number not in listed(visit("moussa"), "late")
    settled(house, SettingName.ANSWER_DAYS, "21")
    shown = groups(home(visit("moussa")))
    assert "en retard de 9 jours" in shown["late"] and "waiting" not in shown
    assert "réponse" in listed(visit("moussa"), "late")
    with scope.seen_by(house.actor("moussa")):
        sent = referral_of(find(number))
        recall_dispute(house.actor("moussa"), sent, RecallFacts(ReferralStage.UNANSWERED, happened_on=days(0)))
    assert "Réponse attendue à un renvoi" not in home(visit("moussa"))


@pytest.mark.parametrize("login", ["awa", "moussa", "bakary", "salimata", "admin"])
def test_the_home_asks_as_much_for_forty_disputes_as_for_one(app, house, visit, login):
    visitor, asked = visit(login), []
    for disputes in (1, 39):
        for _one in range(disputes):
            planned(house, team(house, house.registered()), on=days(3))
        home(visitor)
        with statements(app) as made:
            home(visitor)
        asked.append(len(made))
    assert asked[0] == asked[1] <= 12


@pytest.mark.parametrize(("login", "entries"), [
    ("awa", ["/", "/disputes/", "/disputes/new/"]), ("moussa", ["/", "/disputes/", "/disputes/new/"]),
    ("admin", ["/", "/people/", "/institutions/", "/places/"]),
])
def test_the_menu_holds_what_is_open_and_at_most_five_in_the_bar(house, visit, login, entries):
    page = home(visit(login))
    bar = page.split('<nav class="menu"')[1].split("</nav>")[0]
    found = re.findall(r'<li class="[^"]*"><a href="([^"]+)"', bar)
    assert set(entries) <= set(found)
    assert bar.count('class="kept') <= 5
    for address in found:
        assert visit(login).get(address).status_code == 200


def test_the_count_in_the_menu_is_the_count_of_the_list(house, visit):
    for _one in range(3):
        house.registered()
    assert '<b class="count">3</b>' in home(visit("moussa"))
    assert '<b class="count">0</b>' in home(visit("kadia"))
