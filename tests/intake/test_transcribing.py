"""Copying a dispute from an old paper register: as it stands there, nothing completed, one act."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.acts.late import LateEntry, LateFacts
from mediation.acts.ledger import LedgerEntry
from mediation.acts.refusals import BrokenRule, NotPermitted
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Ending, Role, Stage
from mediation.commissions import service as commissions
from mediation.commissions.rules import RoleFacts
from mediation.disputes.models import Dispute, TeamMember
from mediation.disputes.queries import find
from mediation.disputes.rules import DisputeFacts
from mediation.followup import queries as followup
from mediation.followup import rules as closing
from mediation.followup.service import close_dispute, reopen_dispute
from mediation.intake import rules
from mediation.intake.models import Transcription
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.intake.service import transcribe_dispute
from mediation.kernel import clock, dates
from mediation.kernel.db import db
from mediation.land.models import ContestedObject
from mediation.parties.kinds import PartyKind
from mediation.parties.models import Party
from mediation.parties.rules import PartyFacts
from mediation.sessions.kinds import Result
from mediation.sessions.rules import SessionFacts
from mediation.sessions.service import record_session
from tests.builders import SAISINE
from tests.builders.land import FIELD
from tests.builders.sessions import days
from tests.journeys.forms import Page

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b13"
BOOK = LateFacts(book="Registre des litiges 1961–1970", page="17", line="42", clerk="Le commis Diarra",
                 written_on=dates.in_year(1964))
SAID = DisputeFacts("Limite des champs de Farako", SAISINE.kind, None, None, dates.in_year(1964))
TOLD = TranscribeFacts(
    IntakeFacts(SAID, (PartyFacts(1, PartyKind.PERSON, "Adama Coulibaly"),), (FIELD,)), Stage.CLOSED,
    Ending.NOT_KNOWN, decided="Le ruisseau fait limite.", decided_by="Le chef de canton", late=BOOK)


def copy(house, by="moussa", code="MSG", **more) -> Dispute:
    return transcribe_dispute(house.actor(by), house.institution(code), replace(TOLD, **more), key=None)


def refused(field: str, act, *given, **more) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given, **more)
    assert broken.value.field == field
    return str(broken.value.text)


def held(model) -> list:
    """The rows of a table, as the keeper of the register finds them now."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return list(db.session.scalars(select(model).order_by(model.id)))


def test_a_closed_dispute_is_copied_in_one_act_with_its_parties_and_what_was_contested(house):
    dispute = copy(house)
    assert (dispute.stage, dispute.ending, dispute.channel, dispute.place) == (
        Stage.CLOSED, Ending.NOT_KNOWN, None, None)
    assert dispute.asked_on.earliest.year == 1964 and dispute.registered_on == clock.today()
    assert dispute.act_count == 1
    (entry,) = db.session.execute(select(LedgerEntry.act, LedgerEntry.canon).where(
        LedgerEntry.dispute_id == dispute.id)).all()
    assert entry.act == "dispute.transcribe" and '"party"' in entry.canon and '"contested_object"' in entry.canon
    assert [one.name for one in held(Party)] == ["Adama Coulibaly"] and len(held(ContestedObject)) == 1


def test_book_page_line_clerk_and_day_are_kept_beside_it(house):
    number = copy(house).id
    (late,) = held(LateEntry)
    assert (late.about, late.late) == (f"dispute:{number}", False)
    assert (late.book, late.page, late.line, late.clerk, late.written_on) == (
        BOOK.book, "17", "42", "Le commis Diarra", dates.in_year(1964))
    (told,) = held(Transcription)
    assert (told.decided, told.decided_by, told.decided_on) == ("Le ruisseau fait limite.", "Le chef de canton", None)


@pytest.mark.parametrize("stage", [one for one in rules.COPIED_AT if one is not Stage.CLOSED])
def test_an_open_one_is_copied_at_the_stage_at_which_the_register_leaves_it(house, stage):
    assert copy(house, stage=stage, ending=None).stage is stage


def test_a_pause_or_a_referral_is_not_copied_but_written_down_afterwards():
    for stage in (Stage.SUSPENDED, Stage.REFERRED):
        refused("stage", rules.stands_on_its_own, stage)
    refused("stage", rules.stands_on_its_own, None)
    rules.stands_on_its_own(Stage.CLOSED)


def test_a_closed_one_has_an_ending_and_an_open_one_none(house):
    refused("ending", copy, house, ending=None)
    refused("ending", copy, house, stage=Stage.IN_MEDIATION)
    refused("ended_on", copy, house, stage=Stage.IN_MEDIATION, ending=None, ended_on=dates.in_year(1965))
    assert copy(house, ending=Ending.KEPT, ended_on=dates.in_year(1965)).ended_on == dates.in_year(1965)


def test_it_says_from_which_book_and_where(house):
    refused("late_book", copy, house, late=None)
    refused("late_book", copy, house, late=replace(BOOK, book=None))
    refused("late_page", copy, house, late=replace(BOOK, page=None, line=None))
    assert copy(house, late=LateFacts(book="Cahier 2", page="3"))


def test_dates_certainly_out_of_order_or_to_come_are_refused(house):
    refused("decided_on", copy, house, decided_on=dates.in_year(1963))
    refused("ended_on", copy, house, ended_on=dates.in_year(1963))
    refused("ended_on", copy, house, decided_on=dates.in_year(1966), ended_on=dates.in_year(1965))
    refused("late_written_on", copy, house, late=replace(BOOK, written_on=dates.in_year(1960)))
    refused("ended_on", copy, house, ended_on=days(1))
    assert copy(house, decided_on=dates.in_year(1964), ended_on=dates.in_year(1964))


def test_who_decided_comes_with_what_was_decided(house):
    refused("decided", copy, house, decided=None)
    assert copy(house, decided=None, decided_by=None)


def test_the_same_line_is_copied_once_and_another_one_as_well(house):
    first = copy(house)
    other_hand = replace(BOOK, book="registre  des LITIGES 1961-1970")
    assert first.reference in refused("late_line", copy, house, late=other_hand)
    assert copy(house, late=replace(BOOK, line="43")).reference != first.reference
    assert len(held(Dispute)) == 2
    house.person("fanta", Role.SECRETARY, "KOB")
    assert copy(house, by="fanta", code="KOB")


def test_only_the_secretary_of_the_institution_copies_and_is_on_no_team(house):
    for login in ("awa", "bakary", "kadia", "salimata", "admin"):
        with pytest.raises(NotPermitted):
            copy(house, by=login)
    commissions.grant_role(KEEPER, None, RoleFacts(house.ids["moussa"], Role.MEDIATOR, clock.today(), "MSG"))
    assert copy(house).stage is Stage.CLOSED and held(TeamMember) == []


def test_the_parties_are_held_to_the_musts_of_their_own_act(house):
    mine = IntakeFacts(SAID, (PartyFacts(1, PartyKind.PERSON, "Moussa", account_id=house.ids["moussa"]),))
    refused("account_id", copy, house, intake=mine)
    refused("side", copy, house, intake=IntakeFacts(SAID, (PartyFacts(None, PartyKind.PERSON, "Sans côté"),)))
    assert held(Dispute) == []


def test_a_copied_dispute_is_never_reopened(house):
    dispute = copy(house)
    with scope.looking_as(house.actor("bakary")):
        assert "registre papier" in refused(
            "", reopen_dispute, house.actor("bakary"), dispute, closing.ReopenFacts("erreur", False))
        assert followup.why_not_reopened(dispute)


def test_a_session_is_added_late_to_a_copied_dispute_and_its_stage_stays(house):
    dispute = copy(house)
    with scope.looking_as(house.actor("moussa")):
        record_session(house.actor("moussa"), dispute, SessionFacts(
            dates.in_year(1964), Result.GOES_ON, late=LateFacts("retrouvée page 18")))
    assert dispute.stage is Stage.CLOSED and dispute.ending is Ending.NOT_KNOWN


@pytest.mark.parametrize(("stage", "ending"), [
    (Stage.IN_FOLLOW_UP, Ending.NOT_KNOWN), (Stage.IN_FOLLOW_UP, Ending.KEPT), (Stage.NOT_SETTLED, Ending.DEFAULT)])
def test_an_open_copy_is_closed_without_agreement_or_outcome_for_a_reason(house, stage, ending):
    dispute = copy(house, stage=stage, ending=None)
    facts = closing.CloseFacts(ending, None, days(0))
    with scope.looking_as(house.actor("moussa")):
        if ending is not Ending.DEFAULT:
            refused("reason", close_dispute, house.actor("moussa"), dispute, facts)
        assert close_dispute(house.actor("moussa"), dispute, replace(facts, reason="dit le vieux")).ending is ending


FORM = {"at": "MSG", "late_book": "Registre 1961–1970", "late_page": "17", "late_line": "42",
        "late_written_on-precision": "year", "late_written_on-year": "1964",
        "title": "Limite des champs de Farako", "kind": "field_limit", "story": "Adama dit que Bakary a labouré.",
        "happened_on-precision": "year", "happened_on-year": "1964", "stage": "closed", "ending": "not_known",
        "decided": "Le ruisseau fait limite.", "decided_by": "Le chef de canton",
        "parties-0-name": "Adama Coulibaly", "parties-0-side": "1", "parties-0-kind": "person"}


def test_the_page_is_for_secretaries_and_is_found_from_the_new_dispute(visit):
    for login in ("awa", "bakary", "salimata", "admin"):
        assert visit(login).get("/disputes/transcribe/").status_code == 403
    assert "/disputes/transcribe/" in visit("moussa").get("/disputes/new/").text
    assert "/disputes/transcribe/" not in visit("awa").get("/disputes/new/").text
    page = visit("moussa").get("/disputes/transcribe/")
    assert page.status_code == 200 and "Le registre papier" in page.text
    for code in ("KOB", "NOWHERE", "a%00b"):
        assert visit("moussa").get(f"/disputes/transcribe/?at={code}").status_code == 404


def test_a_copied_dispute_shows_its_book_on_the_head_and_what_was_decided(visit, house):
    answer = visit("moussa").post("/disputes/transcribe/", {**FORM, "key": KEY})
    assert answer.status_code == 302
    assert visit("moussa").post("/disputes/transcribe/", {**FORM, "key": KEY}).location == answer.location
    assert len(held(Dispute)) == 1
    page = visit("moussa").get(answer.location).text
    for words in ("Recopié d’un registre papier", "cahier Registre 1961–1970", "page 17", "n° 42",
                  "Le ruisseau fait limite.", "Le chef de canton", "recopié le", "non indiqué", "1964"):
        assert words in page, words
    assert "Ce dossier ne se rouvre pas." in visit("bakary").get(answer.location + "reopen/").text


def test_the_book_stands_beside_the_act_of_copying_and_no_later_act_of_the_dispute(visit, house):
    dispute = copy(house, stage=Stage.IN_FOLLOW_UP, ending=None)
    beside = "registre papier\u202f: Registre des litiges"
    address = f"/disputes/{dispute.reference}/"
    assert visit("moussa").get(address).text.count(beside) == 1
    with scope.seen_by(house.actor("moussa")):
        close_dispute(house.actor("moussa"), find(dispute.reference),
                      closing.CloseFacts(Ending.NOT_KNOWN, "dit le vieux"))
    page = visit("moussa").get(address).text
    assert "dit le vieux" in page and page.count(beside) == 1


def test_who_has_an_account_stays_chosen_while_another_party_is_asked_for(visit, house):
    told = {**FORM, "more": "1", "parties-0-account_id": str(house.ids["awa"])}
    page = Page(visit("moussa").post("/disputes/transcribe/", told).text)
    assert page.task.boxes["parties-0-account_id"].values == [str(house.ids["awa"])]


def test_another_party_is_asked_for_and_nothing_is_kept_yet(visit):
    visitor = visit("moussa")
    assert "parties-2-name" not in visitor.get("/disputes/transcribe/").text
    page = visitor.post("/disputes/transcribe/", {**FORM, "more": "1"})
    assert page.status_code == 200 and "parties-2-name" in page.text and "Adama dit que Bakary" in page.text
    assert held(Dispute) == []
    third = {f"parties-{row}-{name}": value for row in (1, 2) for name, value in (
        ("name", f"Bina {row}"), ("side", "2"), ("kind", "person"))}
    assert visitor.post("/disputes/transcribe/", {**FORM, **third}).status_code == 302
    assert len(held(Party)) == 3


@pytest.mark.parametrize(("changed", "sentence"), [
    ({"late_book": ""}, "de quel cahier"), ({"late_page": "", "late_line": ""}, "la page"),
    ({"stage": ""}, "où en était"), ({"ending": ""}, "comment il a fini"), ({"stage": "referred"}, "de la liste"),
    ({"title": ""}, "en quelques mots"), ({"stage": "accepted"}, "n’est pas clos")])
def test_what_is_refused_keeps_what_was_typed(visit, changed, sentence):
    page = visit("moussa").post("/disputes/transcribe/", {**FORM, **changed})
    assert page.status_code == 200 and sentence in page.text and "Adama dit que Bakary" in page.text
    assert held(Dispute) == []


@pytest.mark.parametrize("sent", [
    {"late_line": "x" * 5000}, {"late_book": "a\x00"}, {"stage": ["closed", "open"]}, {"ending": "\x00"},
    {"decided_on-precision": "day", "decided_on-day": "31", "decided_on-month": "2", "decided_on-year": "1964"},
    {"parties-²-name": "a"}, {"late_written_on-year": "9" * 50}])
def test_hostile_input_never_breaks_the_page(visit, sent):
    assert visit("moussa").post("/disputes/transcribe/", {**FORM, **sent}).status_code in (200, 302)
