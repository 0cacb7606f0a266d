"""The people an administrator lets in: invited, amended, given a code, closed and opened again."""

import re

import pytest
from sqlalchemy import func, select

from mediation.accounts import queries, rules, service
from mediation.accounts.models import Account, OpenSession
from mediation.acts.ledger import LedgerDetail, LedgerEntry, told_in
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from tests.builders.accounts import PASSWORD, hidden, signs_in, with_code, with_password

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"
NEW = {"name": "Sékou Traoré", "login": "sekou.traore", "phone": "76 00 00 00", "key": KEY}


def account(login: str) -> Account:
    db.session.rollback()
    return queries.find(login)


def code_on(page: str) -> str:
    return re.search(r'class="code">([A-Z0-9-]+)<', page)[1]


def test_a_stranger_is_never_let_into_the_pages_of_people(house, visit):
    for address in ("/people/", "/people/new/", "/people/awa/", "/people/awa/amend/", "/people/awa/code/",
                    "/people/awa/deactivate/", "/people/awa/reactivate/"):
        assert visit().get(address).status_code == 302, address
        assert visit("moussa").get(address).status_code == 403, address
        assert visit("admin").get(address).status_code == 200, address


@pytest.mark.parametrize("act", ["amend", "code", "deactivate", "reactivate"])
def test_nobody_but_an_administrator_acts_on_anothers_account(house, visit, act):
    before = account("awa").act_count
    assert visit("moussa").post(f"/people/awa/{act}/", {"name": "X"}).status_code == 403
    assert account("awa").act_count == before and account("awa").active


def test_an_absent_person_is_not_found(house, visit):
    assert visit("admin").get("/people/nobody/").status_code == 404
    assert visit("admin").get("/people/nobody/amend/").status_code == 404


def test_who_is_invited_is_given_a_code_that_is_shown_once(house, visit):
    admin = visit("admin")
    answer = admin.post("/people/new/", NEW)
    assert answer.status_code == 200
    code = code_on(answer.text)
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}", code)
    assert account("sekou.traore").name == "Sékou Traoré"
    assert code not in admin.get("/people/sekou.traore/").text


def test_the_code_is_in_no_table_and_not_in_the_journal(house, visit):
    code = code_on(visit("admin").post("/people/new/", NEW).text).replace("-", "")
    kept = account("sekou.traore")
    assert code not in kept.code_hash
    texts = [*db.session.scalars(select(LedgerEntry.canon)),
             *db.session.scalars(select(LedgerDetail.changes))]
    assert not any(code in text or kept.code_hash in text for text in texts)


def test_an_invitation_sent_twice_counts_once_and_shows_the_same_code(house, visit):
    admin = visit("admin")
    first, second = admin.post("/people/new/", NEW), admin.post("/people/new/", NEW)
    assert code_on(first.text) == code_on(second.text)
    db.session.rollback()
    entries = db.session.scalar(select(func.count()).select_from(LedgerEntry).where(
        LedgerEntry.act == "account.invite", LedgerEntry.key == KEY))
    assert entries == 1


def test_the_same_form_in_another_browser_draws_another_code(house, visit):
    first = code_on(visit("admin").post("/people/new/", NEW).text)
    with_code(house, "awa")
    other = code_on(visit("admin").post("/people/awa/code/", {"key": KEY[:-1] + "2"}).text)
    assert first != other
    assert visit("admin").post("/people/new/", NEW).status_code == 422


@pytest.mark.parametrize("login", ["AWA", "awa", "new"])
def test_a_login_that_is_taken_is_refused_beside_its_field(house, visit, login):
    answer = visit("admin").post("/people/new/", {**NEW, "login": login})
    assert answer.status_code == 200 and "déjà pris" in answer.text and 'id="login-error"' in answer.text
    assert "Sékou Traoré" in answer.text
    assert db.session.scalar(select(func.count()).select_from(Account)) == len(house.ids)


@pytest.mark.parametrize("login", ["a", "sékou", "se kou", "-sekou", "se/kou", "<b>", "x" * 81, "", "\x00ab"])
def test_a_login_that_cannot_be_said_is_refused(house, visit, login):
    answer = visit("admin").post("/people/new/", {**NEW, "login": login})
    assert answer.status_code == 200 and "login-error" in answer.text


def test_a_name_is_corrected_and_found_without_accents(house, visit):
    admin = visit("admin")
    assert admin.post("/people/awa/amend/", {"name": "Awa Togola Ɲaré", "phone": ""}).status_code == 302
    assert account("awa").phone is None
    assert "Awa Togola Ɲaré" in admin.get("/people/?q=togola nare").text
    assert "Moussa" not in admin.get("/people/?q=togola").text


def test_the_loser_of_two_tabs_keeps_their_text(house, visit):
    admin = visit("admin")
    seen = hidden(admin.get("/people/awa/amend/").text, "seen")
    assert admin.post("/people/awa/amend/", {"name": "Awa Une", "seen": seen}).status_code == 302
    late = admin.post("/people/awa/amend/", {"name": "Awa Deux", "seen": seen})
    assert late.status_code == 409 and "Awa Deux" in late.text and "Awa Une" in late.text
    assert account("awa").name == "Awa Une"


def test_nobody_closes_their_own_access(house, visit):
    answer = visit("admin").post("/people/admin/deactivate/")
    assert answer.status_code == 200 and "Demandez à une autre personne" in answer.text
    assert account("admin").active
    assert "/people/admin/deactivate/" not in visit("admin").get("/people/admin/").text


def test_nobody_renews_their_own_code(house, visit):
    assert "Mon compte" in visit("admin").post("/people/admin/code/").text
    assert account("admin").code_hash is None


def test_a_closed_access_ends_on_the_very_next_request(house, visit):
    with_password(house, "moussa")
    moussa = visit("moussa")
    assert moussa.get("/account/").status_code == 200
    visit("admin").post("/people/moussa/deactivate/")
    assert moussa.get("/account/").status_code == 302
    assert signs_in(visit(), "moussa").status_code == 200


def test_an_access_opened_again_does_not_wake_old_sessions(house, visit):
    moussa, admin = visit("moussa"), visit("admin")
    admin.post("/people/moussa/deactivate/")
    admin.post("/people/moussa/reactivate/")
    assert account("moussa").active
    assert moussa.get("/account/").status_code == 302


@pytest.mark.parametrize(("act", "sentence"), [("deactivate", "déjà fermé"), ("code", "Rouvrez-le")])
def test_a_closed_access_is_neither_closed_again_nor_given_a_code(house, visit, act, sentence):
    admin = visit("admin")
    admin.post("/people/moussa/deactivate/")
    assert sentence in admin.post(f"/people/moussa/{act}/").text


def test_an_open_access_is_not_opened_again(house, visit):
    assert "déjà ouvert" in visit("admin").post("/people/moussa/reactivate/").text


def test_a_renewed_code_replaces_the_password_and_ends_every_session(house, visit):
    with_password(house, "moussa")
    moussa = visit("moussa")
    visit("admin").post("/people/moussa/code/")
    assert moussa.get("/account/").status_code == 302
    assert account("moussa").password_hash is None
    assert "inexact" in signs_in(visit(), "moussa", PASSWORD).text


def test_the_list_tells_roles_and_who_was_seen(house, visit):
    visit("moussa").get("/account/")
    page = visit("admin").get("/people/").text
    assert "Secrétaire · Commission foncière de R1C1A" in page and "Supervision · Région" in page
    assert "pas ce mois-ci" in page


def test_the_list_of_closed_accesses_is_apart(house, visit):
    admin = visit("admin")
    admin.post("/people/moussa/deactivate/")
    assert "/people/moussa/" not in admin.get("/people/").text
    assert "/people/moussa/" in admin.get("/people/?access=closed").text


def test_a_long_list_has_pages_that_meet(house, visit):
    for number in range(60):
        house.person(f"person{number:03}")
    admin, seen, address = visit("admin"), [], "/people/"
    while address:
        page = admin.get(address).text
        seen += re.findall(r'<a href="/people/([a-z0-9.]+)/"><b>', page)
        after = re.search(r'rel="next" href="([^"]+)"', page)
        address = after[1].replace("&amp;", "&") if after else None
    assert len(seen) == len(set(seen)) == 60 + 7


@pytest.mark.parametrize("address", [
    "/people/?q=%00", "/people/?q=%ff", "/people/?page=%00x", "/people/?q=" + "a" * 9999,
    "/people/?page=WyJuYW1lIiwwLDEsMl0", "/people/%00/", "/people/" + "a" * 3000 + "/"])
def test_odd_addresses_break_nothing(house, visit, address):
    assert visit("admin").get(address).status_code in (200, 404)


def test_statements_do_not_grow_with_the_list(house, visit, app):
    from sqlalchemy import event

    def counted() -> int:
        count = []
        listener = lambda *told: count.append(told[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listener)
        visit("admin").get("/people/")
        event.remove(db.engine, "before_cursor_execute", listener)
        return len(count)

    few = counted()
    for number in range(30):
        house.person(f"person{number:03}")
    assert counted() == few


def test_the_act_itself_refuses_a_stranger_and_a_broken_rule(house):
    awa = account("awa")
    with pytest.raises(NotPermitted):
        service.deactivate_account(house.actor("moussa"), awa, None)
    with pytest.raises(NotPermitted):
        service.change_password_account(house.actor("admin"), account("awa"), rules.PasswordFacts("x", None))
    with pytest.raises(BrokenRule):
        service.change_password_account(house.actor("awa"), account("awa"), rules.PasswordFacts("x", None))
    with pytest.raises(BrokenRule):
        service.invite_account(KEEPER, None, rules.AccountFacts("awa", "Autre"))


def test_secrets_never_reach_the_journal(house):
    with_password(house, "awa")
    kept = account("awa").password_hash
    changes = [told_in(text) for text in db.session.scalars(select(LedgerDetail.changes))]
    reserved = [parts[2] for change in changes for parts in change.values() if len(parts) == 3]
    assert any("password_hash" in kept for kept in reserved)
    shown = [part for change in changes for parts in change.values() for part in parts[:2]]
    assert not any("password_hash" in part for part in shown)
    assert not any(kept in text for text in db.session.scalars(select(LedgerEntry.canon)))


def test_sessions_are_rows_that_carry_no_token(house, visit):
    with_password(house, "moussa")
    visitor = visit()
    signs_in(visitor, "moussa")
    with visitor.client.session_transaction() as cookie:
        token = cookie["token"]
    assert all(token != row.token_hash for row in db.session.scalars(select(OpenSession)))
