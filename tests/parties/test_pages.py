"""The pages of the people in a dispute."""

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.kernel.clock import today
from mediation.kernel.db import db
from mediation.parties.models import Party, Representative, Witness
from tests.builders.parties import B, party, representative, two_sides, witness

PARTY = {"name": "Adama Coulibaly", "kind": "person", "side": "1"}
LONG = "x" * 100_000


@pytest.fixture
def reference(house):
    return house.registered().reference


def rows(house, model) -> list:
    """What the register holds now, read afresh after the visitors' own transactions."""
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return list(db.session.scalars(select(model).order_by(model.number)))


def address(reference: str, rest: str) -> str:
    return f"/disputes/{reference}/{rest}"


def given(page) -> dict:
    """The key and the count a form was made with."""
    text = page.text
    return {name: text.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in ("key", "seen")}


@pytest.mark.parametrize("rest", ["parties/new/", "witnesses/new/"])
def test_a_form_that_adds_opens_and_a_stranger_finds_nothing(visit, reference, rest):
    assert visit("kadia").get(address(reference, rest)).status_code == 404
    assert visit("salimata").get(address(reference, rest)).status_code == 403
    page = visit("moussa").get(address(reference, rest))
    assert page.status_code == 200 and "C’est assez pour enregistrer" in page.text


def test_a_party_is_added(visit, house, reference):
    answer = visit("moussa").post(address(reference, "parties/new/"), {**PARTY, "child_of": "Bréhima", "asked": "yes"})
    assert answer.status_code == 302 and answer.location.endswith(address(reference, ""))
    (found,) = rows(house, Party)
    assert (found.letter, found.name, found.child_of, found.asked) == ("A", "Adama Coulibaly", "Bréhima", True)


def test_the_members_of_a_group_are_told_with_parted_thousands_and_not_at_all_when_nobody_counted(
        visit, house, reference):
    visitor = visit("moussa")
    crowd = {"name": "Les éleveurs", "kind": "community", "side": "1"}
    assert visitor.post(address(reference, "parties/new/"), crowd).status_code == 302
    assert "<dt>Personnes</dt>" not in visitor.get(address(reference, "")).text
    where = address(reference, "parties/1/")
    assert visitor.post(where, {**crowd, **given(visitor.get(where)), "members": "5000"}).status_code == 302
    assert "<dt>Personnes</dt><dd>5\u202f000</dd>" in visitor.get(address(reference, "")).text


def test_the_quality_of_a_party_stands_under_its_name_as_it_is_said(visit, house, reference):
    visitor = visit("moussa")
    page = visitor.post(address(reference, "parties/new/"), {**PARTY, "quality": "x" * 201})
    assert page.status_code == 200 and rows(house, Party) == []
    assert visitor.post(address(reference, "parties/new/"), {**PARTY, "quality": "éleveur"}).status_code == 302
    assert rows(house, Party)[0].quality == "éleveur"
    assert '<h3>Adama Coulibaly</h3><p class="hint">éleveur · personne' in visitor.get(address(reference, "")).text
    where = address(reference, "parties/1/")
    assert visitor.post(where, {**PARTY, **given(visitor.get(where)), "quality": ""}).status_code == 302
    assert rows(house, Party)[0].quality is None


def test_a_party_without_a_side_is_asked_for_one_and_keeps_what_was_typed(visit, house, reference):
    page = visit("moussa").post(address(reference, "parties/new/"), {**PARTY, "side": "", "reached_by": "par l’imam"})
    assert page.status_code == 200
    assert "Choisissez le côté : A, B, C…" in page.text and "par l’imam" in page.text
    assert rows(house, Party) == []


def test_the_sides_are_offered_with_who_stands_on_them_and_one_more(visit, house):
    dispute = house.registered()
    for side in range(1, 5):
        party(house, dispute, side, f"Partie {side}")
    page = visit("moussa").get(address(dispute.reference, "parties/new/"))
    assert "D · Partie 4" in page.text and ">E<" in page.text and ">F<" not in page.text


def test_a_secretary_who_is_the_party_is_told_whom_to_ask(visit, house, reference):
    page = visit("moussa").post(address(reference, "parties/new/"), {**PARTY, "account_id": str(house.ids["moussa"])})
    assert page.status_code == 200 and "Demandez à un autre secrétaire" in page.text
    assert rows(house, Party) == []


def test_a_party_with_an_account_finds_the_dispute_no_more(visit, house, reference):
    chair = visit("bakary")
    assert chair.get(address(reference, "accept/")).status_code == 200
    visit("moussa").post(address(reference, "parties/new/"), {**PARTY, "account_id": str(house.ids["bakary"])})
    assert chair.get(address(reference, "accept/")).status_code == 404


def test_an_account_from_elsewhere_is_not_on_the_list(visit, house, reference):
    page = visit("moussa").post(address(reference, "parties/new/"), {**PARTY, "account_id": str(house.ids["kadia"])})
    assert page.status_code == 200 and rows(house, Party) == []


def test_a_namesake_elsewhere_is_told_after_saving(visit, house, reference):
    other = house.registered()
    elsewhere = other.reference
    party(house, other, name="ADAMA coulibaly")
    visitor = visit("moussa")
    visitor.post(address(reference, "parties/new/"), PARTY)
    assert len(rows(house, Party)) == 2
    page = visitor.get(address(reference, "parties/new/"))
    assert f"Le nom Adama Coulibaly est aussi dans le dossier {elsewhere}" in page.text


def test_a_party_is_amended_and_a_second_tab_keeps_both_texts(visit, house):
    dispute = house.registered()
    party(house, dispute)
    where, visitor = address(dispute.reference, "parties/1/"), visit("moussa")
    one, two = given(visitor.get(where)), given(visitor.get(where))
    assert visitor.post(where, {**PARTY, **one, "name": "Adama le premier"}).status_code == 302
    stale = visitor.post(where, {**PARTY, **two, "name": "Adama le second"})
    assert stale.status_code == 409
    assert "Adama le premier" in stale.text and "Adama le second" in stale.text
    assert rows(house, Party)[0].name == "Adama le premier"


def test_amending_keeps_an_account_that_has_left_the_list(visit, house):
    dispute = house.registered()
    party(house, dispute, account_id=house.ids["kadia"])
    visitor, where = visit("moussa"), address(dispute.reference, "parties/1/")
    page = visitor.get(where)
    assert f'<option selected value="{house.ids["kadia"]}">Kadia</option>' in page.text
    assert visitor.post(where, {**PARTY, **given(page), "account_id": str(house.ids["kadia"])}).status_code == 302
    assert rows(house, Party)[0].account_id == house.ids["kadia"]


def test_a_party_is_struck_with_a_reason(visit, house):
    dispute = house.registered()
    two_sides(house, dispute)
    where, visitor = address(dispute.reference, "parties/2/strike/"), visit("moussa")
    assert "Famille Traoré" in visitor.get(where).text
    assert "Écrivez pourquoi" in visitor.post(where, {"reason": ""}).text
    assert visitor.post(where, {"reason": "doublon"}).status_code == 302
    assert rows(house, Party)[1].struck_reason == "doublon"
    assert visitor.post(where, {"reason": "encore"}).status_code == 409


def test_a_representative_is_appointed_and_struck(visit, house):
    dispute = house.registered()
    party(house, dispute, B, "Famille Traoré")
    visitor, strike = visit("moussa"), address(dispute.reference, "representatives/1/strike/")
    where = address(dispute.reference, "parties/1/representative/")
    assert "Famille Traoré" in visitor.get(where).text
    assert "Choisissez sur quelle base" in visitor.post(where, {"name": "Siaka"}).text
    sent = {"name": "Siaka", "mandate": "assembly", "happened_on-precision": "year", "happened_on-year": "2020"}
    assert visitor.post(where, sent).status_code == 302
    (speaker,) = rows(house, Representative)
    assert (speaker.name, speaker.party_id, speaker.given_on.latest.year) == ("Siaka", rows(house, Party)[0].id, 2020)
    assert "Siaka" in visitor.get(strike).text
    assert visitor.post(strike, {"reason": "erreur"}).status_code == 302
    assert rows(house, Representative)[0].struck_at is not None


def test_a_witness_is_added_amended_and_struck(visit, house, reference):
    visitor = visit("moussa")
    sent = {"quality": "voisine", "name": "Oumou Sangaré", "account_id": str(house.ids["bakary"])}
    assert visitor.post(address(reference, "witnesses/new/"), sent).status_code == 302
    page = visitor.get(address(reference, "witnesses/1/"))
    assert "Témoin 1 a un compte ici" in page.text and "Oumou Sangaré" in page.text
    changed = {**sent, **given(page), "alias": "L’ancienne", "account_id": ""}
    assert visitor.post(address(reference, "witnesses/1/"), changed).status_code == 302
    assert rows(house, Witness)[0].alias == "L’ancienne"
    strike = visitor.get(address(reference, "witnesses/1/strike/"))
    assert "L’ancienne" in strike.text and "Oumou" not in strike.text
    assert visitor.post(address(reference, "witnesses/1/strike/"), {"reason": "erreur"}).status_code == 302


def test_the_real_name_of_a_witness_is_closed_to_a_reviewer(visit, house):
    dispute = house.registered()
    witness(house, dispute, name="Oumou Sangaré")
    page = visit("salimata").get(address(dispute.reference, "witnesses/1/"))
    assert page.status_code == 403 and "Oumou" not in page.text


@pytest.mark.parametrize("rest", ["parties/7/", "parties/7/strike/", "parties/7/representative/",
                                  "representatives/7/strike/", "witnesses/7/", "witnesses/7/strike/",
                                  "parties/99999999999999999999999/"])
def test_a_number_that_never_was_is_not_found(visit, reference, rest):
    assert visit("moussa").get(address(reference, rest)).status_code == 404


HOSTILE = [
    {"name": "a\x00b"}, {"name": LONG}, {"name": ["a", "b"]}, {"side": "99"}, {"side": "A"}, {"side": LONG},
    {"kind": "king"}, {"kind": ["person", "village"]}, {"members": "-3"}, {"members": "douze"}, {"members": LONG},
    {"account_id": "999999999999999999999"}, {"account_id": "x\x00"}, {"born_on-precision": "day", "born_on-day": "31",
     "born_on-month": "2", "born_on-year": "1990"}, {"place": LONG}, {"place": "a\x00", "place-country": "b\x00"},
    {"asked": "perhaps"}, {"seen": "x"}, {"key": "x"}, {"said": "y" * 1001}, {"other_names": "a\ufffd"},
]


@pytest.mark.parametrize("rest", ["parties/new/", "parties/1/", "parties/1/representative/", "witnesses/new/",
                                  "witnesses/1/", "parties/1/strike/"])
def test_hostile_input_never_breaks_a_page(visit, house, rest):
    dispute = house.registered()
    representative(house, party(house, dispute))
    witness(house, dispute)
    visitor = visit("moussa")
    for sent in HOSTILE:
        answer = visitor.post(address(dispute.reference, rest), {**PARTY, **sent})
        assert answer.status_code in (200, 302, 409), sent


def test_the_age_of_who_speaks_is_told_as_it_was_said_and_asked_again_so(visit, house, reference):
    visitor = visit("moussa")
    visitor.post(address(reference, "parties/new/"), PARTY)
    told = {"born_on-precision": "other", "born_on-number": "45", "born_on-unit": "age"}
    where = address(reference, "parties/1/")
    answer = visitor.post(where, {**PARTY, **given(visitor.get(where)), **told})
    speaks = visitor.post(address(reference, "parties/1/representative/"),
                          {"name": "Boubacar Diallo", "quality": "chef de fraction", "mandate": "custom", **told})
    assert (answer.status_code, speaks.status_code) == (302, 302)
    year = today().year
    file = visitor.get(address(reference, "")).text
    assert f"<dt>Âge</dt><dd>45 ans (dit en {year})</dd>" in file
    assert f"chef de fraction · 45 ans (dit en {year})" in file and "depuis 45" not in file
    assert f"45 ans (dit en {year})" in visitor.get(address(reference, "journal/")).text
    again = visitor.get(where).text
    assert '<option value="age" selected>ans (âge)</option>' in again and 'name="born_on-number" value="45"' in again
    visitor.get("/language/en/")
    english = visitor.get(address(reference, "")).text
    assert f"45 years old (said in {year})" in english and "45 ans" not in english
