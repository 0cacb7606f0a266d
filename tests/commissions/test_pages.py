"""The pages of institutions, members and roles: who may open them, what they say back, what they keep."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.ledger import LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import queries, service
from mediation.commissions.rules import RoleFacts
from mediation.kernel import clock
from mediation.kernel.db import db

INSTITUTION = {"code": "SIR", "name": "Commission de Siranikoro", "kind": "commune_commission",
               "place": "Koba", "summons_word": "summons"}
MEMBER = {"name": "Fanta Traoré", "category": "women", "since": "05/03/2024"}


def role(house, login: str, **more) -> dict:
    return {"account_id": str(house.ids[login]), "role": "secretary", "since": "01/03/2024", **more}


def text(answer) -> str:
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("address", [
    "/institutions/", "/institutions/MSG/", "/institutions/new/", "/institutions/MSG/amend/", "/roles/",
    "/roles/new/", "/institutions/MSG/members/new/", "/institutions/MSG/roles/new/", "/grants/"])
def test_a_mediator_reads_nothing_about_institutions(visit, address):
    assert visit("awa").get(address).status_code == 403


def test_a_chair_reads_about_their_own_commission_only(visit):
    bakary = visit("bakary")
    assert bakary.get("/institutions/KOB/").status_code == 404
    assert bakary.get("/institutions/KOB/members/new/").status_code == 404
    assert "Commission foncière de R1C1A" in text(bakary.get("/institutions/MSG/"))
    assert "KOB" not in text(bakary.get("/institutions/"))


def test_a_reviewer_reads_about_their_territory_and_writes_nothing(visit):
    salimata = visit("salimata")
    page = text(salimata.get("/institutions/"))
    assert "/grants/" in page
    assert "MSG" in page and "KOB" in page
    assert salimata.get("/institutions/MSG/").status_code == 200
    assert salimata.get("/institutions/MSG/members/new/").status_code == 403
    assert salimata.post("/institutions/MSG/members/new/", MEMBER).status_code == 403


def test_an_institution_that_is_not_there_is_not_found(visit):
    admin = visit("admin")
    for code in ("NON", "msg", "A" * 40, "%00"):
        assert admin.get(f"/institutions/{code}/").status_code == 404
    for address in ("members", "roles"):
        assert admin.get(f"/institutions/MSG/{address}/99/end/").status_code == 404
        assert admin.get(f"/institutions/MSG/{address}/{10**30}/end/").status_code == 404


def test_an_administrator_creates_an_institution(visit):
    admin = visit("admin")
    assert admin.get("/institutions/new/").status_code == 200
    answer = admin.post("/institutions/new/", INSTITUTION)
    assert answer.location.endswith("/institutions/SIR/")
    page = text(admin.get("/institutions/SIR/"))
    assert "Commission de Siranikoro" in page and "Koba" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"code": "sir"}, "Écrivez 2 à 10 capitales"),
        ({"code": "MSG"}, "Ce code est déjà pris"),
        ({"name": ""}, "Écrivez le nom"),
        ({"kind": "autre"}, "Choisissez une réponse"),
        ({"place": "Nulle part"}, "n’est pas dans la liste"),
        ({"place": "Farako"}, "Choisissez un lieu qui va avec"),
    ],
)
def test_a_wrong_institution_comes_back_with_its_sentence_and_what_was_typed(visit, wrong, sentence):
    answer = visit("admin").post("/institutions/new/", {**INSTITUTION, "decision": "Décision 12", **wrong})
    assert answer.status_code == 200
    assert sentence in text(answer) and "Décision 12" in text(answer)


def test_an_institution_is_corrected_and_a_stale_copy_is_kept_aside(visit):
    admin = visit("admin")
    assert "Massigui · R1C1A" in text(admin.get("/institutions/MSG/amend/"))
    told = {**INSTITUTION, "code": "MSG", "seen": "0", "place": "Koba · R1C1B", "name": "Commission de Koba"}
    assert admin.post("/institutions/MSG/amend/", told).status_code == 302
    answer = admin.post("/institutions/MSG/amend/", {**told, "name": "Ma version"})
    assert answer.status_code == 409
    assert "Ma version" in text(answer) and "Commission de Koba" in text(answer)


def test_a_chair_writes_the_members_of_their_own_commission(visit):
    bakary = visit("bakary")
    assert bakary.post("/institutions/MSG/members/new/", MEMBER).status_code == 302
    assert "Fanta Traoré" in text(bakary.get("/institutions/MSG/"))
    assert "Fanta Traoré" in text(bakary.get("/institutions/MSG/members/1/end/"))
    assert bakary.post("/institutions/MSG/members/1/end/", {"until": "01/01/2025"}).status_code == 302
    page = text(bakary.get("/institutions/MSG/"))
    assert "ancien membre" in page and "/members/1/end/" not in page


def test_a_chair_names_as_members_only_people_of_their_own_commission(visit, house):
    page = text(visit("bakary").get("/institutions/MSG/members/new/"))
    assert all(name in page for name in ("Awa", "Moussa"))
    assert not any(name in page for name in ("Drissa", "drissa", "Kadia", "Admin", "(moussa)"))
    told = {**MEMBER, "account_id": str(house.ids["drissa"])}
    assert "Choisissez une réponse de la liste." in text(visit("bakary").post("/institutions/MSG/members/new/", told))
    assert "Drissa (drissa)" in text(visit("admin").get("/institutions/MSG/members/new/"))


def test_whoever_reads_about_a_commission_and_may_not_write_there_is_noted(visit, house):
    service.grant_role(house.actor("admin"), house.institution("KOB"),
                       RoleFacts(house.ids["salimata"], Role.CHAIR, clock.today(), "KOB"))
    salimata = visit("salimata")
    assert salimata.get("/institutions/KOB/members/new/").status_code == 200
    assert salimata.post("/institutions/MSG/members/new/", MEMBER).status_code == 403
    refused = select(LedgerEntry.stream).where(LedgerEntry.act == "act.refused")
    assert list(db.session.scalars(refused)) == [f"account:{house.ids['salimata']}"]


def test_a_chair_gives_no_role(visit, house):
    bakary = visit("bakary")
    assert bakary.get("/institutions/MSG/roles/new/").status_code == 403
    assert bakary.post("/institutions/MSG/roles/new/", role(house, "drissa")).status_code == 403
    assert "/roles/new/" not in text(bakary.get("/institutions/MSG/"))


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"since": "31/02/2024"}, "n’existe pas"), ({"since": "hier"}, "par exemple 05/03/2026"),
    ({"until": "01/01/2020"}, "La fin est avant le début"), ({"role": "administrator"}, "de la liste"),
    ({"account_id": "9999"}, "de la liste"), ({"account_id": ""}, "Choisissez la personne"),
])
def test_a_wrong_role_comes_back_with_its_sentence(visit, house, wrong, sentence):
    answer = visit("admin").post("/institutions/MSG/roles/new/", {**role(house, "drissa"), **wrong})
    assert answer.status_code == 200 and sentence in text(answer)


def test_a_role_is_given_and_ended_in_an_institution(visit, house):
    admin = visit("admin")
    assert "Drissa (drissa)" in text(admin.get("/institutions/MSG/roles/new/"))
    assert admin.post("/institutions/MSG/roles/new/", role(house, "drissa")).status_code == 302
    assert visit("drissa").get("/institutions/KOB/").status_code == 404
    db.session.rollback()
    with scope.seen_by(KEEPER):
        given = queries.roles_of(queries.find("MSG"))[-1].number
    end = f"/institutions/MSG/roles/{given}/end/"
    assert "Drissa" in text(admin.get(end))
    assert admin.post(end, {"until": "02/03/2024"}).status_code == 302
    assert "C’est déjà terminé" in text(admin.post(end, {"until": "03/03/2024"}))


def test_a_count_sent_to_a_form_that_edits_nothing_says_nothing(visit):
    bakary = visit("bakary")
    assert bakary.post("/institutions/MSG/members/new/", MEMBER).status_code == 302
    told = {"until": "01/01/2025", "seen": "99"}
    assert bakary.post("/institutions/MSG/members/1/end/", told).status_code == 302


def test_a_territory_is_given_and_shown_to_its_reviewers(visit, house):
    admin = visit("admin")
    told = role(house, "drissa", role="reviewer", place="Cercle")
    assert admin.post("/roles/new/", {**told, "place": ""}).status_code == 200
    assert admin.post("/roles/new/", told).status_code == 302
    assert "Cercle" in text(admin.get("/roles/"))
    page = text(visit("salimata").get("/grants/"))
    assert "Drissa" in page and "Cercle" in page and "Admin" in page and "Commission foncière de R1C1A" in page


def test_a_reviewer_sees_no_grant_outside_their_territory(visit, house):
    with scope.seen_by(KEEPER):
        house.person("oumou")
    admin = visit("admin")
    admin.post("/places/new/", {"code": "R2", "name": "Ailleurs", "kind": "region"})
    admin.post("/roles/new/", role(house, "oumou", role="reviewer", place="Ailleurs"))
    assert "Oumou" not in text(visit("salimata").get("/grants/"))
    page = text(visit("oumou").get("/grants/"))
    assert "Oumou" in page and "Salimata" not in page


def test_the_last_day_of_a_role_counts_and_the_next_does_not(visit, house):
    admin = visit("admin")
    with scope.seen_by(KEEPER):
        number = next(r.number for r in queries.roles_of(queries.find("MSG")) if r.account.login == "bakary")
    today = f"{clock.today():%d/%m/%Y}"
    assert admin.post(f"/institutions/MSG/roles/{number}/end/", {"until": today}).status_code == 302
    assert visit("bakary").get("/institutions/MSG/").status_code == 200
    yesterday = f"{clock.today() - timedelta(days=1):%d/%m/%Y}"
    assert admin.post(f"/institutions/MSG/roles/{number}/end/", {"until": yesterday}).status_code == 302
    assert visit("bakary").get("/institutions/MSG/").status_code == 403


@pytest.mark.parametrize("hostile", ["\x00", "é" * 100_000, "\ud800", "<script>", "' OR 1=1 --"])
def test_hostile_input_is_never_an_error_of_the_program(visit, house, hostile):
    admin = visit("admin")
    for address, told in (("/institutions/new/", INSTITUTION), ("/institutions/MSG/members/new/", MEMBER),
                          ("/institutions/MSG/roles/new/", role(house, "drissa")),
                          ("/roles/new/", role(house, "drissa", place="R1"))):
        for name in told:
            sent = hostile.encode("utf-8", "surrogatepass") if hostile == "\ud800" else hostile
            answer = admin.post(address, {**told, name: [sent, sent]})
            assert answer.status_code in (200, 302, 413), (address, name)
    db.session.rollback()


def test_a_page_of_institutions_costs_the_same_however_many_there_are(visit, house, statements):
    admin = visit("admin")
    few = statements(lambda: admin.get("/institutions/"))
    for number in range(5):
        admin.post("/institutions/new/", {**INSTITUTION, "code": f"SI{number}"})
    assert statements(lambda: admin.get("/institutions/")) == few <= 10
