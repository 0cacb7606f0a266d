"""Entries that an institution adds to a list: offered there, kept as « other » with their words, counted so."""

import pytest

from mediation.acts import scope
from mediation.acts.refusals import BrokenRule
from mediation.commissions.kinds import SettingName as N
from mediation.commissions.kinds import Source, Standing
from mediation.commissions.settings import SettingFacts, checked
from mediation.disputes.kinds import DisputeKind
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.parties.kinds import HelperQuality, Language
from mediation.parties.models import Intermediary, Party
from tests.builders.settings import settled

OWN = "Filet de pêche coupé\nDot non versée"
SAISINE = {"title": "Une dot au marigot", "channel": "oral", "place-words": "Farako", "place": "Farako"}


def told(text: str, name: N = N.OWN_KINDS) -> str | None:
    return checked(SettingFacts(name, Standing.VALUE, text, Source.INTERNAL_RULES))


def first(house, model, number: str):
    """The first row of its kind of that dispute."""
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return db.session.scalar(db.select(model).where(model.dispute_id == find(number).id))


def dispute(house, number: str) -> Dispute:
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return find(number)


def test_entries_are_kept_one_a_line_without_what_says_nothing():
    assert told("  Filet   de pêche coupé \n\n Dot non versée\n") == OWN


@pytest.mark.parametrize("wrong", ["autre", "Vente ou double attribution", "dot\nDot", "6-10", "a=b", "x" * 61,
                                   "\n".join(f"entrée {'x' * n}" for n in range(21))])
def test_what_is_there_already_or_cannot_be_read_is_refused(wrong):
    with pytest.raises(BrokenRule) as broken:
        told(wrong)
    assert broken.value.field == "value"


def test_the_list_offers_them_before_other_and_keeps_them_as_other(house, visit):
    moussa = visit("moussa")
    assert "Dot non versée" not in moussa.get("/disputes/new/").text
    settled(house, N.OWN_KINDS, OWN)
    page = moussa.get("/disputes/new/").text
    assert page.index('value="own:Dot non versée"') < page.index('value="other"')
    assert "Dot non versée" not in visit("kadia").get("/disputes/new/").text
    sent = moussa.post("/disputes/new/", {**SAISINE, "kind": "own:Dot non versée"})
    assert sent.status_code == 302, sent.text
    kept = dispute(house, sent.location.rstrip("/").split("/")[-1])
    assert (kept.kind, kept.kind_words) == (DisputeKind.OTHER, "Dot non versée")
    assert "Dot non versée" in moussa.get(sent.location).text


def test_an_entry_and_other_words_beside_it_are_not_both_said(house, visit):
    settled(house, N.OWN_KINDS, OWN)
    moussa = visit("moussa")
    both = moussa.post("/disputes/new/", {**SAISINE, "kind": "own:Dot non versée", "kind_words": "Autre chose"})
    assert both.status_code == 200 and "Vous avez choisi" in both.text and "Autre chose" in both.text
    assert '<option selected value="own:Dot non versée">' in both.text
    same = moussa.post("/disputes/new/", {**SAISINE, "kind": "own:Dot non versée", "kind_words": "Dot non versée"})
    assert same.status_code == 302


def test_nobody_makes_an_entry_up(house, visit):
    settled(house, N.OWN_KINDS, OWN)
    made_up = visit("moussa").post("/disputes/new/", {**SAISINE, "kind": "own:Inventé"})
    assert made_up.status_code == 200 and "Choisissez une réponse de la liste." in made_up.text


def test_words_are_for_what_the_list_does_not_have(house, visit):
    moussa = visit("moussa")
    wrong = moussa.post("/disputes/new/", {**SAISINE, "kind": "sale", "kind_words": "Dot non versée"})
    assert wrong.status_code == 200 and "Effacez ces mots" in wrong.text and "Dot non versée" in wrong.text
    sent = moussa.post("/disputes/new/", {**SAISINE, "kind": "other", "kind_words": "Une querelle de puits"})
    assert sent.status_code == 302
    assert dispute(house, sent.location.rstrip("/").split("/")[-1]).kind_words == "Une querelle de puits"


def test_the_entry_stays_in_the_file_when_the_institution_takes_it_out(house, visit):
    settled(house, N.OWN_KINDS, OWN)
    moussa = visit("moussa")
    at = moussa.post("/disputes/new/", {**SAISINE, "kind": "own:Dot non versée"}).location
    settled(house, N.OWN_KINDS, "Filet de pêche coupé")
    form = moussa.get(at + "amend/").text
    assert '<option selected value="other">' in form and 'value="Dot non versée"' in form
    assert "own:Dot" not in form and "Dot non versée" in moussa.get(at).text


def test_languages_and_qualities_are_added_in_the_same_way(house, visit):
    settled(house, N.OWN_LANGUAGES, "Samogo")
    settled(house, N.OWN_QUALITIES, "Chef des chasseurs")
    number = house.registered().reference
    at, moussa = f"/disputes/{number}/", visit("moussa")
    assert moussa.post(at + "parties/new/", {"name": "Adama", "kind": "person", "side": "1",
                                             "language": "own:Samogo"}).status_code == 302
    party = first(house, Party, number)
    assert (party.language, party.language_words) == (Language.OTHER, "Samogo")
    assert moussa.post(at + "intermediaries/new/", {"quality": "own:Chef des chasseurs"}).status_code == 302
    helper = first(house, Intermediary, number)
    assert (helper.quality, helper.quality_words) == (HelperQuality.OTHER, "Chef des chasseurs")
    page = moussa.get(at).text
    assert "Samogo" in page and "Chef des chasseurs" in page


def test_the_administrator_writes_them_through_a_page_that_keeps_what_was_typed(visit):
    admin, here = visit("admin"), f"/institutions/MSG/settings/{N.OWN_KINDS.number}/"
    assert "Une entrée par ligne" in admin.get(here).text
    sent = {"standing": "value", "value": "autre\nDot", "source": "internal_rules", "seen": "999999"}
    refused = admin.post(here, sent)
    assert refused.status_code == 200 and "y est déjà" in refused.text and "Dot</textarea>" in refused.text
    assert admin.post(here, {**sent, "value": OWN}).status_code == 302
    assert "Filet de pêche coupé · Dot non versée" in admin.get("/institutions/MSG/settings/").text


def test_figures_count_them_with_the_others(house, visit):
    settled(house, N.OWN_KINDS, OWN)
    moussa = visit("moussa")
    for kind in ("own:Dot non versée", "other"):
        assert moussa.post("/disputes/new/", {**SAISINE, "kind": kind}).status_code == 302
    with scope.seen_by(house.actor("moussa")):
        assert {one.kind for one in db.session.scalars(db.select(Dispute))} == {DisputeKind.OTHER}
