"""The pages of pieces: adding without JavaScript, the lists, the light copies, what hangs on what."""

import re
from io import BytesIO

import pytest
from PIL import Image

from mediation.acts import scope, strike
from mediation.documents.kinds import DocumentKind
from tests.builders import documents as made
from tests.builders.agreements import signed
from tests.builders.casefile import heard, number_of, statements
from tests.builders.documents import added, sent
from tests.builders.followup import visited


@pytest.fixture
def number(house) -> str:
    return number_of(house, heard)


@pytest.fixture
def moussa(visit):
    return visit("moussa")


def at(number: str, *more) -> str:
    return "/".join(("/disputes", number, "documents", *map(str, more), ""))


def test_a_photo_is_added_with_its_file_and_its_kind_alone(moussa, number):
    answer = moussa.post(at(number, "new"), **sent(made.photo(), title=None, **{"happened_on-precision": None}))
    assert answer.status_code == 302 and answer.location.endswith(at(number, 1))
    page = moussa.get(at(number, 1)).text
    assert "<h1>Photo</h1>" in page and "IMG_2041.jpg" in page


def test_the_form_is_plain_and_its_draft_goes_without_the_file(moussa, number):
    page = moussa.get(at(number, "new")).text
    assert 'enctype="multipart/form-data"' in page and 'type="file"' in page
    assert 'formenctype="application/x-www-form-urlencoded"' in page


def test_one_piece_after_the_other(moussa, number):
    answer = moussa.post(at(number, "new"), **sent(again="1", about="session-2", kind="service_slip"))
    page = moussa.get(answer.location).text
    assert 'value="session-2" selected' in page or 'selected value="session-2"' in page
    assert 'value="service_slip" selected' in page or 'selected value="service_slip"' in page


def test_without_a_file_the_words_stay(moussa, number):
    answer = moussa.post(at(number, "new"), {"kind": "photo", "title": "Mots déjà écrits", "about": "session-2"})
    assert answer.status_code == 200 and "Mots déjà écrits" in answer.text and "Choisissez un fichier" in answer.text
    assert re.search(r'selected[^>]*value="session-2"|value="session-2"[^>]*selected', answer.text)


def test_a_file_of_the_wrong_sort_is_said_with_the_sorts_that_are_right(moussa, number):
    answer = moussa.post(at(number, "new"), **sent(made.amr(), "voix.amr"))
    assert "Pour « photo », envoyez : image." in answer.text


def test_the_same_form_twice_is_one_piece(moussa, number):
    key = "6a6d4b6e-8f4f-4d2c-9a71-0c8f7a3f1f11"
    first, second = (moussa.post(at(number, "new"), **sent(key=key)) for _ in range(2))
    assert first.location == second.location
    assert moussa.get(at(number, 2)).status_code == 404


def test_the_same_form_with_another_file_is_refused(moussa, number):
    key = "6a6d4b6e-8f4f-4d2c-9a71-0c8f7a3f1f11"
    moussa.post(at(number, "new"), **sent(key=key))
    assert moussa.post(at(number, "new"), **sent(made.picture(colour="red"), key=key)).status_code == 422


def test_what_is_shown_is_upright_light_and_knows_nothing_of_place_or_device(moussa, number):
    moussa.post(at(number, "new"), **sent(made.photo()))
    view, small = (moussa.get(at(number, 1, one)) for one in ("view", "thumbnail"))
    for shown in (view, small):
        image = Image.open(BytesIO(shown.data))
        assert image.format == "JPEG" and image.height > image.width, "the photo lay on its side"
        assert not dict(image.getexif()) and set(image.info) <= {
            "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert b"Canary" not in shown.data and b"Exif" not in shown.data
    assert len(small.data) <= 6000 < len(view.data) < len(made.photo())


def test_the_original_is_kept_as_it_came_and_given_to_the_desk_alone_with_an_entry(visit, moussa, number):
    moussa.post(at(number, "new"), **sent(made.photo()))
    assert moussa.get(at(number, 1, "file")).data != made.photo()
    taken = moussa.post(at(number, 1, "unseal"))
    assert taken.data == made.photo() and taken.headers["Content-Disposition"].startswith("attachment")
    for login, expected in (("awa", 403), ("bakary", 403), ("salimata", 403), ("kadia", 404)):
        assert visit(login).post(at(number, 1, "unseal")).status_code == expected, login
    assert "a pris l’original" in visit("salimata").get(f"/disputes/{number}/journal/").text


def test_a_piece_is_there_only_for_those_who_see_the_dispute(visit, moussa, number):
    moussa.post(at(number, "new"), **sent())
    for login, expected in (("kadia", 404), ("drissa", 404), ("admin", 404), (None, 302), ("salimata", 200)):
        for page in ("", "view", "thumbnail", "file"):
            answer = visit(login).get(at(number, 1, page) if page else at(number, 1))
            assert answer.status_code == expected, (login, page)


def test_who_only_reads_is_offered_no_button(visit, moussa, number):
    moussa.post(at(number, "new"), **sent())
    for page in (at(number), at(number, 1), f"/disputes/{number}/"):
        assert "/documents/new/" in moussa.get(page).text or page == at(number, 1)
        assert "/documents/new/" not in visit("salimata").get(page).text


def test_the_case_file_folds_its_pieces_and_fetches_no_image(moussa, number):
    for _ in range(3):
        moussa.post(at(number, "new"), **sent())
    moussa.get("/")
    page = moussa.get(f"/disputes/{number}/").text
    assert "3 pièces" in page and "<img" not in page
    assert page.count("a ajouté une pièce") == 1, "pieces of one day are one fact of the thread"
    assert "<img" not in moussa.get(at(number)).text
    assert moussa.get(at(number) + "?pictures=1").text.count('loading="lazy"') == 3


def test_a_list_of_many_pieces_is_read_in_few_statements(app, moussa, number):
    for place in range(4):
        moussa.post(at(number, "new"), **sent(about="session-2" if place % 2 else ""))
    moussa.get(at(number))
    with statements(app) as asked:
        assert moussa.get(at(number)).status_code == 200
    assert len(asked) <= 8, len(asked)


@pytest.mark.parametrize(("about", "said"), [
    ("session-2", "séance 2"), ("agreement-1", "accord 1"), ("commitment-2", "engagement 2"),
    ("signature-1", "ligne de signature 1"), ("visit-1", "visite 1")])
def test_a_piece_hangs_on_what_is_in_the_dispute(house, moussa, about, said):
    with scope.seen_by(house.actor("moussa")):
        dispute = heard(house)
        number = dispute.reference
        visited(house, signed(house, dispute))
    answer = moussa.post(at(number, "new"), **sent(about=about))
    assert answer.status_code == 302, answer.text
    assert said in moussa.get(answer.location).text
    page = {"session": "sessions/2", "visit": "visits/1"}.get(about.partition("-")[0], "agreements/1")
    beside = moussa.get(f"/disputes/{number}/{page}/").text
    assert "La borne de l’est" in beside and 'loading="lazy"' in beside


@pytest.mark.parametrize("about", ["session-99", "party-1", "session-", "-1", "session-1e3", "session-²", "x" * 500])
def test_what_is_not_in_the_dispute_is_nothing_to_hang_on(moussa, number, about):
    answer = moussa.post(at(number, "new"), **sent(about=about))
    assert answer.status_code == 200 and "Choisissez" in answer.text


def test_a_piece_of_another_dispute_is_not_found(house, moussa, number):
    other = number_of(house, heard)
    moussa.post(at(number, "new"), **sent())
    assert moussa.get(at(other, 1)).status_code == 404


def test_crossing_out_keeps_the_piece_and_its_file(moussa, number):
    moussa.post(at(number, "new"), **sent())
    moussa.post(at(number, 1, "strike"), {"reason": "Une autre borne"})
    assert "Une autre borne" in moussa.get(at(number, 1)).text
    assert '<del class="struck">' in moussa.get(at(number)).text
    assert moussa.get(at(number, 1, "view")).status_code == 200
    assert moussa.post(at(number, 1, "strike"), {"reason": "Encore"}).status_code == 409


def test_a_pdf_and_a_sound_are_only_given_as_files(moussa, number):
    for place, (data, kind, mimetype) in enumerate((
            (made.pdf(), "decision", "application/pdf"), (made.amr(), "voice_note", "audio/amr"),
            (made.mp3(), "voice_note", "audio/mpeg"), (made.wav(), "voice_note", "audio/wav"),
            (made.ogg(), "voice_note", "audio/ogg"), (made.webm(), "voice_note", "audio/webm"),
            (made.boxed(b"M4A ", b"soun"), "voice_note", "audio/mp4"),
            (made.boxed(b"3gp4", b"soun"), "voice_note", "audio/3gpp")), start=1):
        moussa.post(at(number, "new"), **sent(data, "x", kind=kind))
        answer = moussa.get(at(number, place, "file"))
        assert answer.data == data and answer.mimetype == mimetype
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert moussa.get(at(number, place, "view")).status_code == 404
        assert "<img" not in moussa.get(at(number, place)).text


def test_a_dispute_does_not_fill_the_disk_of_all(app, moussa, number):
    room, app.config["DISPUTE_MIB"] = app.config["DISPUTE_MIB"], 0
    try:
        answer = moussa.post(at(number, "new"), **sent())
    finally:
        app.config["DISPUTE_MIB"] = room
    assert answer.status_code == 200 and "Ce dossier tient déjà 0 Mo de pièces" in answer.text


def test_a_piece_may_be_added_to_a_closed_dispute(house, moussa):
    from tests.builders.casefile import declined

    number = number_of(house, declined)
    assert moussa.post(at(number, "new"), **sent()).status_code == 302


def test_every_kind_says_what_it_is_made_of():
    assert all(kind.accepts and str(kind.label) for kind in DocumentKind)


def test_what_a_paper_rests_on_is_never_crossed_out(moussa, number, monkeypatch):
    moussa.post(at(number, "new"), **sent())
    monkeypatch.setattr(strike, "_rested_on", lambda row: f"PV-3 ({row.__tablename__})")
    answer = moussa.post(at(number, 1, "strike"), {"reason": "Erreur"})
    assert answer.status_code == 200 and "Le papier PV-3 (document) repose sur ce fait." in answer.text


def test_the_builder_adds_a_piece_as_its_act_does(house, number):
    with scope.seen_by(house.actor("moussa")):
        from mediation.disputes.queries import find

        assert added(house, find(number)).number == 1
