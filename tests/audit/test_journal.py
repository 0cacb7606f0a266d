"""The journal: who reads which acts, in words, how they are narrowed, and what a verification says."""

import re

import pytest
from sqlalchemy import event

from mediation.acts import scope
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Role
from mediation.commissions import queries as commissions
from mediation.commissions.rules import EndFacts
from mediation.commissions.service import end_role
from mediation.disputes import service
from mediation.disputes.kinds import HarmKind
from mediation.disputes.models import Dispute
from mediation.disputes.rules import DisputeFacts, HarmFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.parties import service as parties
from mediation.parties.rules import WitnessFacts
from tests.acts.attacker import Attacker
from tests.builders import SAISINE


@pytest.fixture
def file(house) -> str:
    """The number of a dispute in which a few things were done; another commission has one too."""
    moussa, dispute = house.actor("moussa"), house.registered()
    reference = dispute.reference
    harm = service.record_harm(moussa, dispute, HarmFacts(HarmKind.INJURED, 3))
    service.strike_harm(moussa, harm, StrikeFacts("compté deux fois"))
    service.amend_dispute(moussa, dispute, DisputeFacts(**{**vars(SAISINE), "title": "Limite des deux champs"}))
    parties.add_witness(moussa, dispute, WitnessFacts("Le berger", name="Oumou Sangaré Diallo"))
    house.registered(by="kadia", code="KOB", title="Puits de Koba")
    db.session.rollback()
    db.session.expunge_all()
    return reference


def page(visit, who: str, address: str = "/journal/") -> str:
    answer = visit(who).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.text


def test_a_stranger_and_nobody_read_nothing(visit, file, house):
    house.person("oumar", Role.MEDIATOR, "KOB")
    assert visit("oumar").get(f"/disputes/{file}/journal/").status_code == 404
    assert file not in page(visit, "oumar")
    assert visit().get("/journal/").status_code == 302
    house.person("sans")
    assert visit("sans").get("/journal/").status_code == 403


def test_a_reviewer_reads_every_act_of_the_territory_in_words(visit, file):
    words = page(visit, "salimata")
    assert "Moussa a enregistré la saisine" in words and file in words and "KOB-" in words
    assert "Kadia a enregistré la saisine" in words
    assert "a invité une personne" not in words


def test_a_secretary_reads_the_journal_of_their_own_disputes_only(visit, file):
    words = page(visit, "moussa")
    assert file in words and "KOB-" not in words and "Puits de Koba" not in words


def test_an_administrator_reads_the_house_and_no_dispute(visit, file):
    words = page(visit, "admin")
    assert "a invité une personne" in words
    assert file not in words and "deux champs" not in words and "Koba" in words


def test_before_and_after_are_told_in_words_and_nothing_reserved(visit, file):
    words = page(visit, "salimata", f"/disputes/{file}/journal/")
    assert "<s>Limite des champs au marigot</s> → <b>Limite des deux champs</b>" in words
    assert "blessés" in words and "compté deux fois" in words
    assert "Le berger" in words and "Oumou" not in words and "valeur réservée" in words


def test_whoever_is_a_party_reads_no_journal_of_that_dispute(visit, file, house):
    with scope.seen_by(scope.KEEPER):
        dispute = db.session.query(Dispute).filter_by(reference=file).one()
        from mediation.parties.kinds import PartyKind
        from mediation.parties.rules import PartyFacts

        bakary = house.ids["bakary"]
        parties.add_party(house.actor("moussa"), dispute,
                          PartyFacts(1, PartyKind.PERSON, "Bakary", account_id=bakary))
    assert visit("bakary").get(f"/disputes/{file}/journal/").status_code == 404
    assert file not in page(visit, "bakary")


@pytest.mark.parametrize(("address", "there", "absent"), [
    ("/journal/?person=kadia", "Puits de Koba", "Moussa a"),
    ("/journal/?act=harm.record", "a noté des dommages", "a enregistré la saisine ·"),
    ("/journal/?since=01/01/2999", "Aucun acte ici", "Moussa a"),
    ("/journal/?dispute=kob-2020-0001", "Aucun acte ici", "Moussa a"),
])
def test_filters_live_in_the_address(address, there, absent, visit, file):
    words = page(visit, "salimata", address)
    body = words[words.index("</form>", words.index('class="filters"')):]
    assert there in body and absent not in body


def test_the_number_of_a_dispute_finds_its_acts(visit, file):
    words = page(visit, "salimata", f"/journal/?dispute={file.lower()}")
    assert "Moussa a noté des dommages" in words and "Kadia a" not in words


@pytest.mark.parametrize("query", ["person=%00", "act=nothing", "since=31/02/2026", "dispute=" + "x" * 5000,
                                   "page=@@@", "page=WzEsMl0", "person=a&person=b", "since=99999"])
def test_what_cannot_be_read_is_never_an_error(query, visit, file):
    for who in ("salimata", "admin"):
        assert visit(who).get(f"/journal/?{query}").status_code == 200


def test_pages_follow_each_other_without_losing_a_line(visit, house, file):
    for number in range(60):
        house.registered(title=f"Litige {number}")
    db.session.rollback()
    first = page(visit, "salimata")
    after = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    second = page(visit, "salimata", after)
    keys = [re.findall(r"dispute:[A-Z]{3}-\d{4}-\d{4} · \d+ · [0-9a-f]{16}", text) for text in (first, second)]
    assert len(keys[0]) == 33 and len(keys[1]) == 33 and not set(keys[0]) & set(keys[1])


def test_the_last_checkpoint_is_shown_and_its_lines_have_numbers(visit, file, app, tmp_path):
    assert "pas encore de point d’ancrage" in page(visit, "salimata")
    assert app.test_cli_runner().invoke(args=["ledger", "checkpoint", str(tmp_path / "note")]).exit_code == 0
    words = page(visit, "salimata")
    assert "Dernier point d’ancrage" in words and re.search(r"Empreinte.*<b class=\"code\">[0-9A-F ]{19}</b>", words)
    assert re.search(r'data-label="Ligne">\d+</td>', words)
    assert "Dernier point d’ancrage" in visit("salimata").post("/journal/verify/").text


def test_verifying_says_intact_in_green(visit, file):
    for who, address in (("salimata", "/journal/verify/"), ("moussa", f"/disputes/{file}/journal/verify/")):
        answer = visit(who).post(address)
        assert answer.status_code == 200 and "Journal intact" in answer.text and "notice ok" in answer.text


def test_verifying_names_the_break_and_shows_where_the_rule_is_cut(visit, file, app):
    Attacker(db.engine).run("UPDATE ledger_entry SET canon = replace(canon, 'harm.record', 'harm.recxrd')"
                            " WHERE act = 'harm.record'")
    words = page(visit, "salimata")
    assert words.count('class="broken"') == 1 and "a changé après avoir été écrite" in words
    words = visit("salimata").post("/journal/verify/").text
    assert "notice wrong" in words and f"Dossier {file}, acte 2" in words
    assert words.count('class="broken"') == 1 and "après la rupture" in words and "Ne changez rien" in words


def test_a_break_elsewhere_is_said_without_saying_where(visit, file, app):
    Attacker(db.engine).run(f"UPDATE dispute SET title = 'x' WHERE reference = '{file}'")
    words = visit("kadia").post("/journal/verify/").text
    assert "que vous ne voyez pas" in words and file not in words
    assert file not in visit("admin").post("/journal/verify/").text


def test_a_refused_attempt_is_read_by_the_house_only(visit, file, house):
    assert visit("kadia").get(f"/disputes/{file}/decline/").status_code == 404
    assert visit("awa").get("/accounts/new/").status_code in (403, 404)
    words = page(visit, "admin", "/journal/?act=act.refused")
    assert "acte refusé" in words and file not in words


def test_the_journal_costs_the_same_however_long_it_is(visit, file, house):
    def cost(who: str, address: str) -> int:
        visitor, told = visit(who), []
        event.listen(db.engine, "before_cursor_execute", counter := lambda *given: told.append(given[2]))
        assert visitor.get(address).status_code == 200
        event.remove(db.engine, "before_cursor_execute", counter)
        return len([one for one in told if not one.startswith(("BEGIN", "SAVEPOINT"))])

    few = {who: cost(who, "/journal/") for who in ("salimata", "moussa", "admin")}
    for number in range(12):
        house.registered(title=f"Litige {number}")
    db.session.rollback()
    assert {who: cost(who, "/journal/") for who in few} == few
    assert max(few.values()) <= 10, few


def test_a_role_is_told_with_whom_and_where(visit, house):
    house.person("fanta", Role.SECRETARY, "KOB")
    house.person("sidi", Role.REVIEWER, "R1C1")
    given = page(visit, "admin", "/journal/?act=role.grant")
    for person, where, role in (("Fanta", "Commission foncière de R1C1B", "secrétaire"),
                                ("Sidi", "Cercle", "supervision"), ("Moussa", "Commission foncière de R1C1A", "")):
        row = next(one for one in given.split("<tr") if f"<b>{person}</b>" in one)
        assert f"<b>{where}</b>" in row and role in row and "a un compte ici" not in row
    with scope.looking_as(scope.KEEPER):
        held = commissions.roles_of(house.institution("KOB"))
        role = next(one for one in held if one.account_id == house.ids["fanta"])
        end_role(scope.KEEPER, role, EndFacts(clock.today()))
    ended = page(visit, "admin", "/journal/?act=role.end")
    assert "<b>Fanta</b>" in ended and "Commission foncière de R1C1B" in ended


def test_the_counts_of_the_register_are_for_the_reviewer_and_the_administrator(visit, file):
    for who in ("salimata", "admin"):
        assert "actes vérifiés à l’instant" in visit(who).post("/journal/verify/").text
    for who in ("moussa", "awa", "bakary"):
        words = visit(who).post("/journal/verify/").text
        assert "Journal intact" in words and "Tout a été vérifié à l’instant." in words
        assert "actes vérifiés" not in words and "lignes du registre" not in words


def test_a_cut_tail_of_the_house_is_noticed_by_its_rows_or_by_a_checkpoint(visit, house, app, tmp_path):
    """The stream of the house counts nothing itself: what it brought stays behind, or a signed line is gone."""
    house.person("fanta", Role.ADMINISTRATOR)
    db.session.rollback()
    assert app.test_cli_runner().invoke(args=["ledger", "checkpoint", str(tmp_path / "note")]).exit_code == 0
    last = "SELECT max(id) FROM ledger_entry WHERE stream = 'admin'"
    attacker = Attacker(db.engine)
    for table in ("ledger_detail", "ledger_leaf"):
        attacker.run(f"DELETE FROM {table} WHERE entry_id = ({last})")
    attacker.run(f"DELETE FROM ledger_entry WHERE id = ({last})")
    assert "ajouté sans acte" in visit("admin").post("/journal/verify/").text
    attacker.run(f"DELETE FROM role WHERE account_id = {house.ids['fanta']}")
    told = app.test_cli_runner().invoke(args=["ledger", "verify", "--checkpoint", str(tmp_path / "note")])
    assert told.exit_code == 2, told.output
