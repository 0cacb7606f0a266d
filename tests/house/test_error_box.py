"""The box of errors above a refused form: everything at once, by the names on the page, each link leading to it."""

import re

import pytest

from mediation.acts import scope
from mediation.agreements.rules import GuarantorFacts
from tests.builders.agreements import drafted, in_mediation, read, signed
from tests.builders.casefile import complete
from tests.builders.sessions import days

SEEN = re.compile(r'name="seen"[^>]*value="(\d+)"')
LINK = re.compile(r'<a href="#([^"]+)">(.*?)</a>')


def day(name: str, when) -> dict[str, str]:
    """A day as it is told in the boxes of a date."""
    told = when.earliest
    return {f"{name}-precision": "day", f"{name}-day": str(told.day), f"{name}-month": str(told.month),
            f"{name}-year": str(told.year)}


def box(answer) -> list[tuple[str, str]]:
    """The links of the box of errors: where each leads, and what it says."""
    assert answer.status_code == 200 and 'class="notice summary"' in answer.text
    return LINK.findall(answer.text.split('class="notice summary"')[1].split("</ul>")[0])


def beside(page: str, place: str) -> str:
    """What is written beside the question at this place, told by the answer's own place where it has several."""
    for name in (place, place.removesuffix("-0")):
        if f'id="{name}-error"' in page:
            return page.split(f'id="{name}-error"')[1].split("</div>")[0]
    return page.split(f'id="{place}"')[1]


SESSION = {"happened_on-precision": "unknown", "result": "goes_on", "said": "A demande un passage."}
TWO_CHAIRS = {"bench-0-name": "Awa", "bench-0-seat": "chaired", "bench-1-name": "Moussa", "bench-1-seat": "chaired"}
TEXT = {"total": "yes", "basis": "parties", "form": "written", **day("happened_on", days(0))}
PROMISE = {"commitments-0-who": "A", "commitments-0-what": "pose des pierres"}

# Where each form is, in a dispute made by that builder, and what it is sent.
REFUSED = {
    "a session": (in_mediation, "sessions/new/", SESSION | TWO_CHAIRS | {
        "women": "3", "men": "2", "participants": "4", "attendance-0-name": "Sira", "attendance-1-name": "Sira",
        "bench-2-quality": "ancien", "bench-3-name": "Les chefs", "bench-3-people": "0",
        **day("planned_on", days(-1))}),
    "a session of unreadable numbers": (in_mediation, "sessions/new/", SESSION | {
        "women": "x", "bench-0-name": "Les chefs", "bench-0-people": "x"}),
    "a text without commitments": (in_mediation, "agreements/new/", TEXT),
    "a text of unfinished rows": (in_mediation, "agreements/new/", TEXT | {
        **PROMISE, "commitments-0-quantity": "3", "commitments-1-who": "A", "guarantors-0-quality": "ancien",
        "witnesses-0-quality": "chef", "committee-0-quality": "chef", "lasts_words": "", "earlier_words": "Koro"}),
    "an oral settlement without witnesses": (in_mediation, "agreements/oral/", PROMISE | {
        "lines-0-signer": "party-1", "lines-0-mark": "word", "lines-1-signer": "representative-1",
        "lines-1-mark": "word"}),
    "an oral settlement that says nothing": (in_mediation, "agreements/oral/", {"witnesses-0-name": "Le chef"}),
    "a reading": (lambda house: drafted(house).dispute, "agreements/1/read-aloud/", {}),
    "signatures": (lambda house: read(house).dispute, "agreements/1/sign/", {}),
    "a visit that found nothing": (lambda house: signed(house).dispute, "agreements/1/visits/new/", {}),
    "a visit before the signatures": (lambda house: signed(house).dispute, "agreements/1/visits/new/", {
        "findings-0-commitment": "1", "findings-0-note": "vu", **day("happened_on", days(-9))}),
    "a release": (lambda house: signed(house).dispute, "commitments/1/release/", {}),
    "a difficulty": (lambda house: signed(house).dispute, "agreements/1/difficulties/new/", {}),
    "a closing": (lambda house: signed(house).dispute, "close/", {"ending": "kept", **day("happened_on", days(-9))}),
    "a party": (complete, "parties/new/", {}),
    "a denunciation": (lambda house: signed(house).dispute, "agreements/1/denounce/", {"accusations-0-name": "Adama"}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_every_link_of_the_box_leads_to_what_it_says(house, visit, what):
    made, where, sent = REFUSED[what]
    with scope.looking_as(house.actor("moussa")):
        reference = made(house).reference
    answer = visit("moussa").post(f"/disputes/{reference}/{where}", sent)
    links = box(answer)
    assert links and "{&#39;" not in answer.text
    for place, words in links:
        assert f'id="{place}"' in answer.text, words
        assert words.rpartition("\u00a0: ")[2] in beside(answer.text, place), words


def test_what_is_wrong_with_a_session_is_told_at_once(house, visit):
    reference = in_mediation(house).reference
    links = dict(box(visit("moussa").post(f"/disputes/{reference}/sessions/new/", REFUSED["a session"][2])))
    told = " ".join(links.values())
    for words in ("Le total est plus petit", "Une personne est écrite deux fois", "Écrivez au moins 1",
                  "Une seule personne préside", "Cette date est passée"):
        assert words in told
    assert "Moussa" in links["bench-1-seat-0"] and "préside" in links["bench-1-seat-0"]
    assert "bench-0-seat-0" not in links, "it is said beside the second one"


def test_a_line_to_sign_is_told_by_its_name(house, visit):
    with scope.looking_as(house.actor("moussa")):
        agreement = read(house, guarantors=(GuarantorFacts("Sidiki Doumbia"),))
        address = f"/disputes/{agreement.dispute.reference}/agreements/1/sign/"
    told = [words for _place, words in box(visit("moussa").post(address))]
    assert "Sidiki Doumbia\u00a0: Remplissez" in told[-1] and not any("Ligne" in words for words in told)


def test_nobody_certifies_their_own_mark(house, visit):
    with scope.looking_as(house.actor("moussa")):
        agreement = read(house)
        address = f"/disputes/{agreement.dispute.reference}/agreements/1/sign/"
    seen = SEEN.search(visit("moussa").get(address).text)[1]
    sent = {"seen": seen, "lines-0-signer": "party-1", "lines-0-mark": "thumbprint",
            "lines-0-certified_by": "adama  COULIBALY", "lines-1-signer": "representative-1", "lines-1-mark": "signed"}
    assert [place for place, words in box(visit("moussa").post(address, sent)) if "soi-même" in words] == [
        "lines-0-certified_by"]
    assert visit("moussa").post(address, {**sent, "lines-0-certified_by": "Kadia Samaké"}).status_code == 302


def test_a_word_given_is_not_witnessed_by_its_own_giver_alone(house, visit):
    reference = in_mediation(house).reference
    sent = REFUSED["an oral settlement without witnesses"][2] | {"witnesses-0-name": "Adama Coulibaly"}
    address = f"/disputes/{reference}/agreements/oral/"
    assert [place for place, words in box(visit("moussa").post(address, sent)) if "soi-même" in words] == ["witnesses"]
    assert visit("moussa").post(address, sent | {"witnesses-1-name": "Le chef"}).status_code == 302


def test_what_is_wrong_with_a_closing_is_told_at_once(house, visit):
    made, where, sent = REFUSED["a closing"]
    with scope.looking_as(house.actor("moussa")):
        reference = made(house).reference
    links = dict(box(visit("moussa").post(f"/disputes/{reference}/{where}", sent)))
    assert "Écrivez pourquoi" in links["reason"] and "avant les signatures" in links["happened_on"]


def test_what_is_wrong_with_two_commitments_is_told_at_once(house, visit):
    reference = in_mediation(house).reference
    sent = TEXT | PROMISE | {"commitments-0-quantity": "3", "commitments-1-who": "B", "commitments-1-what": "paie",
                             **day("commitments-1-due_on", days(-9))}
    links = dict(box(visit("moussa").post(f"/disputes/{reference}/agreements/new/", sent)))
    assert links["commitments-0-unit"].startswith("Engagement 1\u00a0: ")
    assert links["commitments-1-due_on"].startswith("Engagement 2\u00a0: ")
