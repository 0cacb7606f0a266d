"""The papers of a session and of a mediation that failed: what each tells, and that the file says all of it."""

from json import loads

import pytest

from mediation.agreements.rules import CommitmentFacts
from mediation.disputes.kinds import AttemptChannel
from mediation.disputes.rules import AttemptFacts
from mediation.disputes.service import add_attempt
from mediation.papers import queries
from mediation.papers.kinds import PaperKind
from mediation.parties.kinds import PartyKind
from mediation.sessions import service
from mediation.sessions.kinds import Presence, SessionKind
from mediation.sessions.rules import NoteFacts, PresenceFacts, ResumeFacts, SeatFacts
from tests.builders.agreements import in_mediation, read
from tests.builders.papers import (
    BENCH,
    came,
    composed,
    defaulted,
    failed,
    packed,
    pages,
    printed,
    reading,
    strings,
    whole,
    with_sides,
    words_of,
)
from tests.builders.parties import party, witness
from tests.builders.sessions import days, planned, summoned, team
from tests.builders.teams import on_the_bench

MINE = {PaperKind.ATTENDANCE, PaperKind.SITE_VISIT, PaperKind.HEARING, PaperKind.CONFRONTATION,
        PaperKind.NON_CONCILIATION, PaperKind.DEFAULT}


@pytest.fixture
def dispute(house):
    return with_sides(house)


def said(house, kind: PaperKind, row) -> str:
    """All that the file of a paper says, after looking for each of its words there."""
    content = composed(house, kind, row)
    found = words_of(printed(kind, content), content)
    lost = [one for one in strings(loads(content.as_json())) if packed(one) not in found]
    assert not lost, lost
    return found


def is_said(found: str, *words: str) -> None:
    lost = [one for one in words if packed(one) not in found]
    assert not lost, lost


def test_the_attendance_of_a_planned_session_lists_who_is_expected_with_rows_for_others(house, dispute):
    session = planned(house, dispute, planned_hour="9 h")
    found = said(house, PaperKind.ATTENDANCE, session)
    is_said(found, "Adama Coulibaly", "Siaka Traoré, aîné, pour Famille Traoré", "9 h", "☐ pas là", "Femmes : ....")
    table = composed(house, PaperKind.ATTENDANCE, session).parts[2]
    assert len(table["rows"]) == 2 and table["spare"] == 2


def test_the_attendance_of_a_held_session_tells_who_came_and_how_many(house, dispute):
    session = whole(house, dispute, women=3, men=5, attendance=(
        *came(1), PresenceFacts(Presence.REFUSED, party=2), PresenceFacts(None, name="Bina Keïta", quality="griot")))
    found = said(house, PaperKind.ATTENDANCE, session)
    is_said(found, "Adama Coulibaly", "a refusé", "Bina Keïta, griot", "Femmes : 3 · Hommes : 5", "Bakary Samaké",
            "présidait")


def test_a_party_heard_apart_is_expected_alone(house, dispute):
    session = planned(house, dispute, kind=SessionKind.SEPARATE)
    summoned(house, dispute, 1, session=session.number)
    found = said(house, PaperKind.ATTENDANCE, session)
    is_said(found, "Adama Coulibaly")
    assert packed("Siaka Traoré") not in found


def test_a_witness_is_expected_at_a_hearing_only_and_under_an_alias(house, dispute):
    witness(house, dispute, alias="Témoin du puits", name="Fanta Diarra")
    joint, hearing = planned(house, dispute), planned(house, dispute, kind=SessionKind.WITNESS_HEARING)
    assert packed("Témoin du puits") not in said(house, PaperKind.ATTENDANCE, joint)
    found = said(house, PaperKind.ATTENDANCE, hearing)
    is_said(found, "Témoin du puits, sous un nom d’emprunt", "ne signe que de son plein gré")
    assert "Fanta" not in found


def test_the_minutes_of_a_visit_tell_what_was_seen_the_limits_the_neighbours_and_who_was_there(house, dispute):
    visit = whole(house, dispute, SessionKind.SITE_VISIT, said="Une borne est tombée.", women=0, men=9,
                  attendance=(*came(1), PresenceFacts(Presence.ABSENT, party=2)))
    found = said(house, PaperKind.SITE_VISIT, visit)
    is_said(found, "Une borne est tombée.", "à l’est le marigot", "les champs de la famille Diarra", "Adama Coulibaly",
            "N’étaient pas là", "B Famille Traoré", "Femmes : 0 · Hommes : 9", "3,5 ha",
            "Devant Bakary Samaké, qui présidait")


def test_a_witness_heard_is_told_under_an_alias(house, dispute):
    witness(house, dispute, alias="Témoin du puits", name="Fanta Diarra")
    hearing = whole(house, dispute, SessionKind.WITNESS_HEARING,
                    attendance=(PresenceFacts(Presence.CAME, witness=1),))
    found = said(house, PaperKind.HEARING, hearing)
    is_said(found, "Témoin du puits", "sous un nom d’emprunt", "ne signe que de son plein gré", "Relu à chaque")
    assert "Fanta" not in found


def test_a_reserved_note_is_on_no_paper(house, dispute):
    visit = whole(house, dispute, SessionKind.SITE_VISIT)
    team(house, dispute)
    service.write_note(house.actor("awa"), dispute, NoteFacts("Il cèdera pour deux bœufs", visit.number))
    for kind in (PaperKind.SITE_VISIT, PaperKind.ATTENDANCE):
        assert "bœufs" not in said(house, kind, visit)


def test_a_group_that_came_signs_by_somebody(house, dispute):
    alone = whole(house, dispute)
    spoken = whole(house, dispute, attendance=(*came(1, 2), PresenceFacts(Presence.CAME, representative=1)))
    seats = {one["name"]: one["quality"] for one in composed(house, PaperKind.CONFRONTATION, alone).seats}
    assert seats["Famille Traoré"].startswith("par ....")
    names = [one["name"] for one in composed(house, PaperKind.CONFRONTATION, spoken).seats]
    assert names == ["Adama Coulibaly", "Siaka Traoré", "Bakary Samaké", "Kadia Mallé"]


def test_a_confrontation_tells_what_each_side_says(house):
    dispute = house.registered()
    for side, name in ((1, "Adama Coulibaly"), (2, "Bina Traoré")):
        party(house, dispute, side, name, said=f"Le champ est à {name}.")
    session = whole(house, dispute, SessionKind.CONFRONTATION)
    is_said(said(house, PaperKind.CONFRONTATION, session), "A · Adama Coulibaly : Le champ est à Adama Coulibaly.",
            "B · Bina Traoré : Le champ est à Bina Traoré.")


def test_a_joint_session_to_which_both_sides_came_may_have_minutes_of_a_confrontation(house, dispute):
    whole(house, dispute, attendance=came(1))
    both = whole(house, dispute)
    with reading(house, both) as (again, session):
        assert queries.composer_of(PaperKind.CONFRONTATION).rows(again) == [session]


def test_a_non_conciliation_lists_every_attempt(house, dispute):
    add_attempt(house.actor("moussa"), dispute, AttemptFacts(
        AttemptChannel.CUSTOMARY, body="le conseil du village", told="Deux fois, sans suite."))
    whole(house, dispute, SessionKind.SEPARATE, attendance=came(1), happened_on=days(-9))
    whole(house, dispute, SessionKind.SITE_VISIT, happened_on=days(-5), attendance=(
        *came(1), PresenceFacts(Presence.REFUSED, party=2)))
    outcome = failed(house, dispute)
    found = said(house, PaperKind.NON_CONCILIATION, outcome)
    is_said(found, "Coutumière, le conseil du village", "Deux fois, sans suite.", "Une partie à part, Farako",
            "Visite sur le lieu du litige", "B Famille Traoré, a refusé", "La limite à l’ouest.",
            "Chacun garde son avis.", "Visa du président")
    meetings = next(one for one in composed(house, PaperKind.NON_CONCILIATION, outcome).parts
                    if one["label"] == "Séances")
    assert [row[1].split("\n")[0] for row in meetings["rows"]] == [
        "Une partie à part, Farako", "Visite sur le lieu du litige, Farako", "Toutes les parties ensemble, Farako"]


def test_a_default_names_the_summons_that_was_ignored_and_how_it_was_served(house, dispute):
    outcome = defaulted(house, dispute, reason="Partie en transhumance.")
    found = said(house, PaperKind.DEFAULT, outcome)
    is_said(found, "Convocations restées sans réponse", "Famille Traoré", "Par le chef de village", "par Le conseiller",
            "Partie en transhumance.", "B Famille Traoré")
    signing = [one["name"] for one in composed(house, PaperKind.DEFAULT, outcome).seats]
    assert signing == ["Adama Coulibaly", "Bakary Samaké", "Kadia Mallé"]


def test_who_sits_in_anothers_place_is_told(house, dispute):
    on_the_bench(house, dispute)
    is_said(said(house, PaperKind.CONFRONTATION, whole(house, dispute)), "Awa remplace Bakary.")


def test_a_session_held_after_a_mediation_failed_is_not_one_of_its_attempts(house, dispute):
    outcome = failed(house, dispute, happened_on=days(-1))
    service.resume_mediation(house.actor("moussa"), dispute, ResumeFacts("Un aîné le demande.", days(-1)))
    whole(house, dispute, happened_on=days(0), said="Plus tard.")
    meetings = next(one for one in composed(house, PaperKind.NON_CONCILIATION, outcome).parts
                    if one["label"] == "Séances")
    assert len(meetings["rows"]) == 1


@pytest.mark.parametrize("kind", sorted(MINE), ids=str)
def test_a_blank_paper_has_its_boxes_and_no_names(house, kind):
    with reading(house, house.registered()):
        content = queries.blank(kind, house.institution())
    found = words_of(printed(kind, content), content)
    assert packed(str(kind.label)) in found and packed("Dossier : ....") in found
    assert not content.rests_on


# The boxes of a blank paper, and what the screen asks for them.
ASKED = {
    "sessions/new": {"Séance": "happened_on-precision", "Résultat": "result", "Ce qui a été vu": "said",
                     "A été dit": "said", "Étaient là": "attendance-0-presence", "Combien": "women",
                     "Qui siégeait": "bench-0-name", "Langues parlées": "languages", "Décidé": "decided",
                     "La suite": "next_words"},
    "agreements/new": {"Séance": "happened_on-precision", "Points d’accord": "points",
                       "Points qui restent": "remaining", "Les parties s’engagent": "commitments-0-what",
                       "Garants et témoins": "guarantors-0-name", "Villages et communes": "covers",
                       "Durée": "lasts_words", "Condition et sanctions": "condition_what"}}


@pytest.mark.parametrize(("page", "kinds"), [
    ("sessions/new", (PaperKind.SITE_VISIT, PaperKind.HEARING, PaperKind.CONFRONTATION)),
    ("agreements/new", (PaperKind.CONCILIATION, PaperKind.RECTIFYING))])
def test_a_blank_paper_asks_in_the_order_of_the_screen_into_which_it_is_copied(house, visit, page, kinds):
    dispute = in_mediation(house)
    asked, screen = ASKED[page], visit("moussa").get(f"/disputes/{dispute.reference}/{page}/").text
    for kind in kinds:
        boxes = [part["label"] for part in queries.blank(kind, dispute.lead).parts if part["label"] in asked]
        assert len({asked[label] for label in boxes}) == len(set(asked.values())), kind
        assert boxes == sorted(boxes, key=lambda label: screen.index(f'name="{asked[label]}"')), kind


def test_long_lists_go_over_several_pages_with_their_heads_and_whole_rows(house, dispute):
    chiefs = tuple(SeatFacts(f"Chef numéro {n} de Woro-{n}", "chef de village") for n in range(1, 35))
    session = whole(house, dispute, bench=(BENCH[0], *chiefs))
    content = composed(house, PaperKind.CONFRONTATION, session)
    file = printed(PaperKind.CONFRONTATION, content)
    said(house, PaperKind.CONFRONTATION, session)
    told = pages(file)
    signing = [page for page in told if "Chef numéro" in page.partition("Signatures")[2] or "Woro" in page]
    assert len(told) > 4 and all("A signé ou a mis son empreinte" in page for page in signing)
    assert all(sum(f"numéro {n} de" in page for page in told[1:]) <= 1 for n in range(1, 35))


def test_a_name_and_a_speech_of_any_length_are_printed_as_typed(house, dispute):
    name = "#strong[*Aïssata*] " + "d’ici et de là " * 11
    party(house, dispute, 1, name.strip(), kind=PartyKind.PERSON)
    speech = "Il a dit “non” <b>deux</b> fois, #image(\"x\") et $x$.\n" + "Le champ est à nous depuis mon aïeul. " * 300
    session = whole(house, dispute, said=speech, attendance=came(1, 2, 3))
    found = said(house, PaperKind.CONFRONTATION, session)
    is_said(found, name, speech)


def test_forty_promises_of_many_parties_are_printed_whole_and_in_order(house, dispute):
    promises = tuple(CommitmentFacts(("A", "B"), f"gardent ouvert le passage numéro {n} jusqu’au puits")
                     for n in range(1, 41))
    agreement = read(house, dispute, found_at=whole(house, dispute).number, commitments=promises,
                     points="On garde la paix. " * 150)
    found = said(house, PaperKind.CONCILIATION, agreement)
    places = [found.index(packed(f"numéro {n} jusqu’au puits")) for n in range(1, 41)]
    assert places == sorted(places)


def test_no_paper_tells_how_somebody_is_reached(house, dispute):
    for side, name in ((1, "Une voisine"), (2, "Un voisin")):
        party(house, dispute, side, name, reached_by="76 11 22 33")
    session = whole(house, dispute, attendance=came(1, 2, 3, 4))
    rows = {PaperKind.ATTENDANCE: session, PaperKind.CONFRONTATION: session, PaperKind.RECEIPT: dispute,
            PaperKind.CONCILIATION: read(house, dispute, found_at=session.number),
            PaperKind.NON_CONCILIATION: failed(house, dispute)}
    for kind, row in rows.items():
        found = said(house, kind, row)
        assert "Unevoisine" in found and "76112233" not in found, kind
