"""The case file: who sees it, what it says, what it asks, what it weighs."""

import gzip
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from mediation.acts import scope
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Role
from mediation.agreements.models import Commitment
from mediation.casefile.queries import entries_of, file_of
from mediation.disputes import queries
from mediation.disputes.kinds import HarmKind
from mediation.disputes.rules import HarmFacts
from mediation.disputes.service import record_harm, strike_harm
from mediation.kernel import clock, dates
from mediation.kernel.db import Base
from mediation.parties.kinds import PartyKind
from mediation.parties.rules import PartyFacts
from mediation.parties.service import add_party
from mediation.sessions.service import strike_session
from tests.builders import agreements, followup, parties
from tests.builders.casefile import (
    STAGES,
    complete,
    fresh,
    heard,
    number_of,
    signed,
    signed_ago,
    statements,
    unsettled,
    visited,
)
from tests.builders.sessions import days, held, team
from tests.builders.validity import closed
from tests.visitor import same_for

LINK = re.compile(r'(?:href|action)="(/disputes/[^"?#]+/[^"?#]+/)"')
READERS = ("moussa", "awa", "bakary", "salimata")


def page_of(visitor, number: str, more: str = "") -> str:
    """The text of a case file."""
    answer = visitor.get(f"/disputes/{number}/{more}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_another_communes_number_is_the_same_page_as_a_number_that_never_was(house, visit):
    number = number_of(house, signed)
    never = number[:-4] + "9999"
    for more in ("", "chronology/"):
        stranger = visit("kadia")
        there, nowhere = (stranger.get(f"/disputes/{one}/{more}") for one in (number, never))
        assert there.status_code == nowhere.status_code == 404
        assert same_for(there, number) == same_for(nowhere, never)
    assert visit().get(f"/disputes/{number}/").status_code == 302


def test_who_becomes_a_party_sees_it_no_more(house, visit):
    dispute = fresh(house)
    number = dispute.reference
    assert number in page_of(visit("awa"), number)
    add_party(house.actor("moussa"), dispute, PartyFacts(1, PartyKind.PERSON, "Awa", account_id=house.ids["awa"]))
    assert visit("awa").get(f"/disputes/{number}/").status_code == 404
    assert number not in visit("awa").get("/disputes/").get_data(as_text=True)
    assert number not in visit("awa").get("/find/?q=marigot").get_data(as_text=True)
    assert number not in visit("awa").get("/").get_data(as_text=True)


@pytest.mark.parametrize("build", STAGES, ids=lambda build: build.__name__)
def test_a_button_is_there_exactly_when_the_act_is_open(house, visit, build):
    """Every address a reader is offered opens; every page of an act that opens without a row is offered."""
    number = number_of(house, build)
    for login in READERS if build in (complete, heard, signed) else READERS[:2]:
        visitor = visit(login)
        page = page_of(visitor, number)
        offered = set(LINK.findall(page))
        for address in offered:
            opened = visitor.get(address)
            assert opened.status_code == 200 or address.endswith("/open/") and opened.status_code == 405, address
        assert page.count("button filled") <= 1
        for address in acts_on_the_dispute(visitor, number):
            assert (visitor.get(address).status_code == 200) == (address in offered), f"{login} {address}"


def acts_on_the_dispute(visitor, number: str) -> set[str]:
    """The address of every act that is done to the dispute itself."""
    found = set()
    for rule in visitor.app.url_map.iter_rules():
        need = visitor.app.view_functions[rule.endpoint].needs
        if rule.arguments == {"reference"} and isinstance(need, tuple) and rule.endpoint.endswith(
                tuple(act.verb for act in CATALOGUE.values() if act in need)):
            found.add(rule.rule.replace("<reference>", number))
    return found


def test_a_closed_dispute_has_no_usual_next_act(house, visit):
    """What can still be done to it is rare, and waits among the other acts."""
    def ended(house):
        return closed(house, visited(house))

    for build, beside in ((signed, True), (ended, False)):
        head, _others, _rest = page_of(visit("moussa"), number_of(house, build)).partition("Autres actes")
        assert bool(LINK.search(head)) is beside


def test_a_reviewer_is_offered_a_remark_and_a_stand_in_and_nothing_else(house, visit):
    number = number_of(house, heard)
    offered = set(LINK.findall(page_of(visit("salimata"), number)))
    read = ("/chronology/", "/papers/", "/sessions/2/", "/sessions/1/")
    assert all(address.endswith((*read, "/remarks/new/", "/stand-in/")) for address in offered), offered
    assert any(address.endswith("/remarks/new/") for address in offered)


def test_what_is_missing_to_accept_leads_to_its_repair(house, visit):
    number = number_of(house, fresh)
    page = page_of(visit("moussa"), number)
    assert "Pour être accepté, il manque" in page
    assert "les deux parties" in page and "ce qui est contesté" in page
    assert page.count(f'href="/disputes/{number}/parties/new/">Ajouter') == 1
    assert f'<a class="button filled" href="/disputes/{number}/parties/new/">' in page
    assert f'<a href="/disputes/{number}/objects/new/">' in page
    assert "button filled" not in page_of(visit("bakary"), number)
    done = page_of(visit("moussa"), number_of(house, complete))
    assert "Pour être accepté, il ne manque rien" in done
    assert '/accept/">' in done.split('class="do"')[1].split("</div>")[0]


def test_what_is_missing_to_sign_is_said_by_the_rule(house, visit):
    dispute = heard(house)
    number = dispute.reference
    parties.party(house, dispute, 3, "Famille Diarra", kind=PartyKind.LINEAGE)
    agreements.drafted(house, dispute, commitments=(replace(agreements.PASSAGE, debtors=("*",)),))
    page = page_of(visit("moussa"), number)
    assert "la lecture aux parties" in page and "qui représente Famille Diarra" in page
    assert f'href="/disputes/{number}/parties/3/representative/"' in page


def rail(page: str) -> list[tuple[str, str]]:
    """The steps of the rail with their state."""
    inside = page.split('<div class="rail">')[1].split("</ol>")[0]
    return [(label, state) for state, label in re.findall(r'<li class="(\w+)".*?<span>([^<]+)</span>', inside, re.S)]


def test_the_rail_has_ten_steps_and_the_optional_ones_are_never_asked_for(house, visit):
    page = page_of(visit("moussa"), number_of(house, signed))
    steps = dict(rail(page))
    assert len(steps) == 10
    assert steps["Visé"] == steps["Chez le juge"] == "optional"
    assert steps["PV signé"] == "done" and steps["Suivi"] == "current" and steps["Clos"] == "todo"


def test_an_ending_aside_is_a_plain_word(house, visit):
    page = page_of(visit("moussa"), number_of(house, unsettled))
    assert dict(rail(page))["Clos"] == "current"
    assert "sans accord" in page.split('<div class="rail">')[1].split('<section class="missing"')[0]


def test_parties_are_equal(house, visit):
    dispute = heard(house)
    parties.party(house, dispute, 3, "Groupement des jardins", kind=PartyKind.ASSOCIATION)
    page = page_of(visit("moussa"), dispute.reference)
    inside = page.split('<div class="parties">')[1].split("</section>")[0]
    assert re.findall(r'aria-label="Partie (\w)"', inside) == ["A", "B", "C"]
    assert len(re.findall(r'<article class="party">', inside)) == 3
    assert "1 sur 1" in inside


def test_commitments_are_sentences_and_late_in_exact_days(house, visit):
    number = signed_ago(house, 20, dates.on(clock.today() - timedelta(days=12)), "rend les deux charrues")
    page = page_of(visit("moussa"), number)
    assert "rend les deux charrues <u>pour Famille Traoré</u>" in page
    assert "en retard de 12 jours" in page


def test_a_struck_row_stays_crossed_out_with_its_reason(house, visit):
    dispute = heard(house)
    number = dispute.reference
    wrong = held(house, dispute, said="Jamais dit", came=(1,))
    strike_session(house.actor("moussa"), wrong, StrikeFacts("jour faux"))
    harm = record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.CATTLE, 40))
    strike_harm(house.actor("moussa"), harm, StrikeFacts("saisi par erreur"))
    page = page_of(visit("moussa"), number)
    assert '<del class="struck">Jamais dit</del>' in page
    assert "jour faux" in page and "rayé\u00a0: saisi par erreur" in page
    assert "1 sur 1" in page


def test_what_was_suffered_is_told_with_parted_thousands(house, visit):
    dispute = heard(house)
    record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.DISPLACED, 14700))
    page = page_of(visit("moussa"), dispute.reference)
    assert "14\u202f700" in page and "14700" not in page


def test_a_reserved_note_is_a_lock_and_opens_for_its_author_only(house, visit):
    house.person("fanta", Role.MEDIATOR, "MSG")
    dispute = heard(house)
    number = dispute.reference
    team(house, dispute, "fanta")
    for login in (*READERS, "fanta"):
        page = page_of(visit(login), number)
        assert "ne pas dire" not in page and "1 note réservée" in page
        assert ("/notes/1/open/" in page) == (login == "awa")


def test_a_witness_is_shown_by_alias(house, visit):
    dispute = fresh(house)
    parties.witness(house, dispute, name="Fanta Keïta", alias="Témoin du puits")
    for login in READERS:
        page = page_of(visit(login), dispute.reference)
        assert "Témoin du puits" in page and "Keïta" not in page


def test_the_thread_shows_both_dates_and_filters_in_the_address(house, visit):
    dispute = heard(house)
    number = dispute.reference
    held(house, dispute, happened_on=days(-200), said="Le marigot était la limite")
    page = page_of(visit("moussa"), number)
    thread = page.split('id="thread"')[1]
    assert "Le marigot était la limite" in thread and "Saisi le " in thread
    only = page_of(visit("moussa"), number, "?show=papers").split('id="thread"')[1]
    assert "Le marigot était la limite" not in only and "a envoyé une convocation" in only
    oldest = page_of(visit("moussa"), number, "?order=asc").split('id="thread"')[1]
    assert oldest.index("Le marigot était la limite") < oldest.index("a enregistré la saisine")
    assert thread.index("Le marigot était la limite") > thread.index("a enregistré la saisine")


@pytest.mark.parametrize("query", ["?show=x", "?order=%00", "?show=all&show=papers", "?show[]=1",
                                   "?order=" + "a" * 9000])
def test_no_address_however_odd_breaks_the_file(house, visit, query):
    page_of(visit("moussa"), number_of(house, heard), query)


@pytest.mark.parametrize("login", READERS)
def test_the_file_asks_as_much_for_many_rows_as_for_few(app, house, visit, login):
    dispute = heard(house)
    number, visitor, asked = dispute.reference, visit(login), []
    record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.CATTLE, 1))
    followup.visited(house, agreements.signed(house, dispute))
    for rows in (0, 15):
        for _one in range(rows):
            parties.party(house, dispute, 2, "Un de plus")
            held(house, dispute, came=(1, 2), said="Encore une fois")
            record_harm(house.actor("moussa"), dispute, HarmFacts(HarmKind.CATTLE, 1))
        page_of(visitor, number)
        with statements(app) as made:
            page_of(visitor, number)
        asked.append(len(made))
    assert asked[0] == asked[1] <= 25, asked


def test_a_long_file_stays_light(house, visit):
    dispute = heard(house)
    number = dispute.reference
    for turn in range(30):
        held(house, dispute, came=(1, 2), said=f"La séance {turn} : chacun a parlé de la limite du marigot. " * 3)
    agreements.signed(house, dispute)
    answer = visit("moussa").get(f"/disputes/{number}/")
    assert len(gzip.compress(answer.data, 6)) <= 12_000
    assert b"/chronology/" in answer.data
    chronology = visit("moussa").get(f"/disputes/{number}/chronology/").get_data(as_text=True)
    assert chronology.count("La séance 29 : ") == 3 and chronology.count("La séance 0 : ") == 3


def test_every_table_that_hangs_on_a_dispute_is_read(house):
    """The file reads what the ledger says was touched: nothing of a full dispute is left out."""
    number = number_of(house, signed)
    with scope.seen_by(house.actor("moussa")):
        dispute = queries.find(number)
        file = file_of(dispute)
        touched = {name.split(":")[0] for entry in entries_of(dispute) for name in entry.touched}
        known = {name.split(":")[0] for name in file.rows}
        assert touched - known == set() and len(known) > 12
        assert all(table in Base.metadata.tables for table in known)
        assert any(isinstance(row, Commitment) for row in file.rows.values())
