"""The pages of the list of places."""

import pytest

NEW = {
    "code": "R1C1A9",
    "name": "Siguida",
    "kind": "village",
    "parent": "Massigui",
    "other_names": "Sigida\nSigi",
}


def text(answer) -> str:
    return answer.get_data(as_text=True)


def test_nobody_reads_or_writes_the_list_without_signing_in(visit):
    stranger = visit()
    for address in ("/places/", "/places/R1/", "/places/new/", "/places/R1/amend/"):
        assert stranger.get(address).status_code in (302, 401)


@pytest.mark.parametrize("login", ["awa", "moussa", "bakary", "salimata"])
def test_everybody_reads_the_list_and_only_administrators_write_it(visit, login):
    person = visit(login)
    page = person.get("/places/")
    assert page.status_code == 200 and "/places/new/" not in text(page)
    for address in ("/places/new/", "/places/R1/amend/"):
        assert person.get(address).status_code == 403
        assert person.post(address, NEW).status_code == 403


def test_the_list_is_walked_from_the_region_down(visit):
    awa = visit("awa")
    assert "/places/R1/" in text(awa.get("/places/")) and "Farako" not in text(awa.get("/places/"))
    page = text(awa.get("/places/R1C1A/"))
    assert "Farako" in page and "Kabala" in page and "/places/R1C1/" in page and "/places/R1/" in page


@pytest.mark.parametrize("asked", ["farako", "FARAKÔ", "fara'ko", "arak", "R1C1A1"])
def test_a_place_is_found_whatever_its_accents(visit, asked):
    page = text(visit("awa").get("/places/", query_string={"q": asked}))
    assert "Farako" in page and "Massigui, Cercle, Région" in page and "Kabala" not in page


@pytest.mark.parametrize("asked", ["%", "_", "\\", "\x00", "é" * 5000, "  ", "’", "<b>"])
def test_odd_words_in_the_find_box_find_nothing_and_break_nothing(visit, asked):
    assert visit("awa").get("/places/", query_string={"q": asked}).status_code == 200


@pytest.mark.parametrize("code", ["NON", "r1", "%00", "A" * 300, "~"])
def test_a_place_that_is_not_there_is_not_found(visit, code):
    assert visit("admin").get(f"/places/{code}/").status_code == 404
    assert visit("admin").get(f"/places/{code}/amend/").status_code == 404


def test_an_administrator_adds_a_place_below_another(visit):
    admin = visit("admin")
    assert "Massigui · R1C1A" in text(admin.get("/places/new/?in=R1C1A"))
    assert admin.get("/places/new/?in=%00").status_code == 200
    assert admin.post("/places/new/", NEW).location.endswith("/places/R1C1A9/")
    page = text(admin.get("/places/R1C1A9/"))
    assert "Sigida, Sigi" in page and "ajouté ici" in page


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"code": "R1C1A1"}, "Ce code est déjà pris"), ({"code": "a b"}, "Écrivez le code en capitales"),
    ({"kind": "cercle"}, "ne peut pas s’y trouver"), ({"parent": "Nulle part"}, "n’est pas dans la liste"),
    ({"name": "?"}, "Écrivez le nom du lieu"), ({"since": "31/02/2020"}, "n’existe pas"),
    ({"since": "01/02/2020", "until": "01/01/2020"}, "La fin est avant le début")])
def test_a_wrong_place_comes_back_with_its_sentence_and_what_was_typed(visit, wrong, sentence):
    answer = visit("admin").post("/places/new/", {**NEW, **wrong})
    assert answer.status_code == 200 and sentence in text(answer) and "Sigida\nSigi" in text(answer)


def test_twins_are_offered_when_a_container_has_the_same_name(visit):
    admin = visit("admin")
    admin.post("/places/new/", {**NEW, "code": "R1C1C", "name": "Massigui", "kind": "commune", "parent": "R1C1"})
    page = text(admin.post("/places/new/", NEW))
    assert "Choisissez le bon" in page and 'value="R1C1C"' in page
    assert admin.post("/places/new/", {**NEW, "parent-code": "R1C1C"}).status_code == 302


def test_a_place_is_corrected_and_a_stale_copy_is_kept_aside(visit):
    admin = visit("admin")
    page = text(admin.get("/places/R1C1A1/amend/"))
    assert "Massigui · R1C1A" in page and "readonly" in page
    told = {**NEW, "code": "R1C1A1", "name": "Farakoro", "seen": "0"}
    assert admin.post("/places/R1C1A1/amend/", told).status_code == 302
    answer = admin.post("/places/R1C1A1/amend/", {**told, "name": "Ma version"})
    assert answer.status_code == 409 and "Ma version" in text(answer) and "Farakoro" in text(answer)


@pytest.mark.parametrize("hostile", ["\x00", "é" * 100_000, "<script>alert(1)</script>", "' OR 1=1 --"])
def test_hostile_input_is_never_an_error_of_the_program(visit, hostile):
    admin = visit("admin")
    for name in (*NEW, "since", "until", "parent-code", "seen"):
        for address in ("/places/new/", "/places/R1C1A1/amend/"):
            answer = admin.post(address, {**NEW, name: [hostile, hostile]})
            assert answer.status_code in (200, 302, 413) and "<script>alert" not in text(answer)
