"""One saisine form brings parties, object, attempts and harm, all or nothing."""

from html import unescape

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, KeyReused, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.rules import RoleFacts
from mediation.disputes.kinds import AttemptChannel, HarmKind
from mediation.disputes.models import Attempt, Dispute, Harm
from mediation.disputes.queries import find
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.intake.rules import IntakeFacts
from mediation.intake.service import register_whole_dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.land.models import ContestedObject
from mediation.parties.kinds import PartyKind
from mediation.parties.models import Party
from mediation.parties.rules import PartyFacts
from mediation.parties.service import add_party
from tests.builders import SAISINE
from tests.builders.casefile import heard, number_of
from tests.builders.land import FIELD
from tests.journeys.account import seen_on

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b13"
WHOLE = IntakeFacts(
    SAISINE, (PartyFacts(1, PartyKind.PERSON, "Adama Coulibaly"), PartyFacts(2, PartyKind.LINEAGE, "Famille Traoré")),
    (FIELD,), (AttemptFacts(AttemptChannel.CUSTOMARY),), (HarmFacts(HarmKind.CATTLE, 3),))
FORM = {"title": "Limite des champs", "kind": "field_limit", "channel": "oral", "place": "Farako"}
ROWS = {"parties-0-name": "Adama Coulibaly", "parties-0-side": "1", "parties-0-kind": "person", "parties-0-asked": "y",
        "parties-2-name": "Famille Traoré", "parties-2-side": "2", "parties-2-kind": "lineage",
        "objects-0-kind": "field", "objects-0-description": "Un champ de mil",
        "attempts-1-channel": "customary", "attempts-1-body": "le chef de village",
        "attempts-1-happened_on-precision": "year", "attempts-1-happened_on-year": "2020",
        "harms-0-kind": "cattle", "harms-0-count": "0"}


def held(model) -> list:
    """The rows of a table, as the keeper of the register finds them now."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(model).order_by(model.id)))


def keys() -> list[tuple[str, str]]:
    """The act and the key of every entry about a dispute, in order."""
    found = db.session.execute(select(LedgerEntry.act, LedgerEntry.key)
                               .where(LedgerEntry.dispute_id.is_not(None)).order_by(LedgerEntry.id))
    return [(act, key) for act, key in found]


@pytest.mark.parametrize("login", ["moussa", "awa"])
def test_each_act_has_its_entry_under_one_key(house, login):
    dispute = register_whole_dispute(house.actor(login), house.institution(), WHOLE, key=KEY)
    assert keys() == [(act, f"{KEY}/{n}") for n, act in enumerate(
        ("dispute.register", "party.add", "party.add", "object.add", "attempt.add", "harm.record"), start=1)]
    assert dispute.act_count == 6


def test_a_stranger_registers_nothing(house):
    for login in ("kadia", "bakary", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            register_whole_dispute(house.actor(login), house.institution(), WHOLE)
    assert held(Dispute) == []


def test_a_row_that_fails_in_the_middle_leaves_nothing(house):
    wrong = IntakeFacts(SAISINE, (WHOLE.parties[0], PartyFacts(None, PartyKind.PERSON, "Sans côté")), WHOLE.objects)
    with pytest.raises(BrokenRule):
        register_whole_dispute(house.actor("moussa"), house.institution(), wrong, key=KEY)
    assert held(Dispute) == held(Party) == held(ContestedObject) == [] and keys() == []
    assert register_whole_dispute(house.actor("moussa"), house.institution(), WHOLE, key=KEY).reference.endswith("0001")


def test_nobody_registers_a_dispute_in_which_they_are_a_party(house):
    mine = IntakeFacts(SAISINE, (PartyFacts(1, PartyKind.PERSON, "Moussa", account_id=house.ids["moussa"]),))
    with pytest.raises(BrokenRule):
        register_whole_dispute(house.actor("moussa"), house.institution(), mine)
    assert held(Dispute) == []


def test_a_repeated_key_counts_once_and_another_content_is_refused(house):
    first = register_whole_dispute(house.actor("moussa"), house.institution(), WHOLE, key=KEY).reference
    with scope.seen_by(house.actor("moussa")):
        again = register_whole_dispute(house.actor("moussa"), house.institution(), WHOLE, key=KEY)
        assert again.reference == first
        with pytest.raises(KeyReused):
            register_whole_dispute(house.actor("moussa"), house.institution(), IntakeFacts(SAISINE), key=KEY)
    assert len(held(Dispute)) == 1 and len(held(Party)) == 2


def test_the_page_opens_for_whoever_registers(visit):
    for login in ("bakary", "salimata", "admin"):
        assert visit(login).get("/disputes/new/").status_code == 403
    for login in ("moussa", "awa"):
        page = visit(login).get("/disputes/new/")
        assert page.status_code == 200 and "C’est assez pour enregistrer" in page.text


def test_the_first_two_groups_suffice(visit, house):
    answer = visit("moussa").post("/disputes/new/", FORM)
    assert answer.status_code == 302
    (dispute,) = held(Dispute)
    assert answer.location.endswith(f"/disputes/{dispute.reference}/") and dispute.place.place_id is not None
    assert held(Party) == held(ContestedObject) == held(Attempt) == held(Harm) == []


def test_the_rows_that_were_begun_come_with_the_saisine(visit, house):
    assert visit("moussa").post("/disputes/new/", {**FORM, **ROWS}).status_code == 302
    assert [(one.letter, one.name, one.asked) for one in held(Party)] == [
        ("A", "Adama Coulibaly", True), ("B", "Famille Traoré", False)]
    assert [one.description for one in held(ContestedObject)] == ["Un champ de mil"]
    assert [(one.body, one.happened_on.earliest.year) for one in held(Attempt)] == [("le chef de village", 2020)]
    assert [(one.kind, one.count) for one in held(Harm)] == [(HarmKind.CATTLE, 0)]


@pytest.mark.parametrize(("left_out", "sentence"), [
    ("parties-0-side", "Choisissez le côté"), ("parties-0-name", "Écrivez le nom"),
    ("parties-2-kind", "Choisissez si c’est"), ("objects-0-description", "Décrivez en une phrase"),
    ("objects-0-kind", "Choisissez ce qui est contesté"), ("attempts-1-channel", "Choisissez la voie"),
    ("harms-0-kind", "Choisissez quels dommages")])
def test_a_row_that_was_begun_is_completed_before_anything_is_saved(visit, left_out, sentence):
    sent = {name: value for name, value in {**FORM, **ROWS}.items() if name != left_out}
    page = visit("moussa").post("/disputes/new/", sent)
    assert page.status_code == 200
    assert sentence in page.text and "Famille Traoré" in page.text and "le chef de village" in page.text
    assert held(Dispute) == []


def test_a_wrong_number_in_a_row_stays_in_its_box(visit):
    page = visit("moussa").post("/disputes/new/", {**FORM, **ROWS, "harms-0-count": "beaucoup"})
    assert page.status_code == 200 and "beaucoup" in page.text and "Écrivez un nombre entier" in page.text
    assert held(Dispute) == []


def test_the_secretary_who_is_the_party_is_told_whom_to_ask(visit, house):
    page = visit("moussa").post("/disputes/new/", {**FORM, **ROWS, "parties-0-account_id": str(house.ids["moussa"])})
    assert page.status_code == 200 and "Demandez à un autre secrétaire" in page.text
    assert held(Dispute) == []


def test_a_double_click_registers_once(visit):
    visitor, sent = visit("moussa"), {**FORM, **ROWS, "key": KEY}
    first, again = visitor.post("/disputes/new/", sent), visitor.post("/disputes/new/", sent)
    assert first.location == again.location and len(held(Dispute)) == 1 and len(held(Party)) == 2


def test_somebody_of_several_institutions_chooses_one(visit, house):
    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["moussa"], Role.SECRETARY, clock.today(), "KOB"))
    visitor = visit("moussa")
    page = visitor.get("/disputes/new/?at=KOB")
    assert 'name="at" type="hidden" value="KOB"' in page.text and "?at=MSG" in page.text
    assert visitor.post("/disputes/new/", {**FORM, "at": "KOB"}).status_code == 302
    assert held(Dispute)[0].reference.startswith("KOB-")


def test_an_institution_of_others_is_not_found(visit):
    for code in ("KOB", "NOWHERE", "a%00b"):
        assert visit("moussa").get(f"/disputes/new/?at={code}").status_code == 404
    assert visit("moussa").post("/disputes/new/", {**FORM, "at": "KOB"}).status_code == 404
    assert held(Dispute) == []


@pytest.mark.parametrize("sent", [
    {"parties-²-name": "a"}, {f"parties-{'9' * 5000}-name": "a"}, {"parties--name": "a"}, {"parties-0": "a"},
    {f"parties-{n}-name": "x" for n in range(500)}, {"parties-0-name": "a\x00"}, {"parties-0-name": ["a", "b"]},
    {"parties-0-asked": "\x00"}, {"parties-0-account_id": "9" * 30}, {"harms-0-count": "9" * 5000},
    {"villages-²": "a"}, {"objects-0-description": "x" * 100_000}, {"title": "a\x00"}, {"kind": ["a", "b"]},
    {"attempts-0-happened_on-precision": "day", "attempts-0-happened_on-day": "31",
     "attempts-0-happened_on-month": "2", "attempts-0-happened_on-year": "2020"}],
    ids=lambda sent: str(list(sent)[0])[:30])
def test_hostile_input_never_breaks_the_page(visit, sent):
    assert visit("moussa").post("/disputes/new/", {**FORM, **sent}).status_code in (200, 302)


def test_a_form_sent_again_with_other_words_shows_what_it_saved_and_gives_the_words_back(visit):
    """« Back », then « Save » again: one dispute, its number, and what to do."""
    moussa = visit("moussa")
    there = moussa.post("/disputes/new/", {**FORM, "key": KEY}).location
    again = moussa.post("/disputes/new/", {**FORM, "title": "Limite du puits", "key": KEY})
    told = seen_on(unescape(again.text))
    assert again.status_code == 422 and len(held(Dispute)) == 1
    assert "Ce formulaire a déjà été enregistré" in told and "a changé entre-temps" not in told
    number = held(Dispute)[0].reference
    assert f'href="{there}"' in again.text and f"Ouvrir le dossier {number}" in told and "modifiez-le là" in told
    assert 'href="/disputes/new/"' in again.text and "Limite du puits" in told and "limite de champ" in told


def test_a_form_of_a_file_sent_again_with_other_words_leads_to_that_file(house, visit):
    moussa, number = visit("moussa"), number_of(house, heard)
    session = {"happened_on-precision": "unknown", "result": "goes_on", "key": KEY}
    assert moussa.post(f"/disputes/{number}/sessions/new/", {**session, "said": "Rien."}).status_code == 302
    again = moussa.post(f"/disputes/{number}/sessions/new/", {**session, "said": "La limite suit le karité."})
    assert again.status_code == 422 and f'href="/disputes/{number}/"' in again.text
    assert "La limite suit le karité." in again.text and f"Ouvrir le dossier {number}" in again.text


def test_what_a_form_saved_is_told_to_whoever_saved_it_and_still_sees_it_only(house, visit):
    awa, changed = visit("awa"), {**FORM, "title": "Autre", "key": KEY}
    awa.post("/disputes/new/", {**FORM, "key": KEY})
    (number,) = [one.reference for one in held(Dispute)]
    assert number in awa.post("/disputes/new/", changed).text
    other = visit("moussa").post("/disputes/new/", changed)
    with scope.seen_by(house.actor("moussa")):
        add_party(house.actor("moussa"), find(number), PartyFacts(
            1, PartyKind.PERSON, "Awa", account_id=house.ids["awa"]))
    barred = awa.post("/disputes/new/", changed)
    for answer in (other, barred):
        assert answer.status_code == 422 and "déjà été enregistré" in answer.text and number not in answer.text
