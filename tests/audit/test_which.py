"""The journal tells which row an act changed, in words, and nothing that the act did not know."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from mediation.acts import scope
from mediation.acts.vocabulary import CommitmentStage
from mediation.audit.which import told_apart
from mediation.disputes.models import Dispute
from mediation.papers.kinds import PaperKind
from mediation.parties.queries import parties_of
from mediation.sessions import rules
from mediation.sessions.kinds import Presence
from tests.builders.agreements import STONES, drafted, in_mediation, signed
from tests.builders.casefile import statements
from tests.builders.followup import visited
from tests.builders.papers import issued
from tests.builders.parties import representative, witness
from tests.builders.sessions import held, planned, team

CAME = Presence.CAME


@pytest.fixture(autouse=True)
def reader(house):
    """Whose eyes the test reads with."""
    with scope.looking_as(house.actor("moussa")):
        yield


@pytest.fixture
def told(visit):
    """What the journal of a dispute says that acts changed, as text, the last act first."""
    def read(dispute: Dispute) -> list[str]:
        page = visit("moussa").get(f"/disputes/{dispute.reference}/journal/").text
        cells = re.findall(r'</details></td>\s*<td>(.*?)</td>', page, re.S)
        spaced = (re.sub(r"</?(?:p|ul|li|summary)[^>]*>", " · ", cell) for cell in cells)
        return [" ".join(re.sub(r"<[^>]+>", "", cell).replace("\u00a0", " ").split()) for cell in spaced]
    return read


def test_a_visit_names_each_commitment_and_each_finding_by_number_and_in_order(house, told):
    agreement = signed(house)
    visited(house, agreement, CommitmentStage.PARTLY_KEPT, CommitmentStage.COULD_NOT_CHECK)
    line = told(agreement.dispute)[0]
    parts = ("constat, engagement 1 : tenu en partie", "constat, engagement 2 : pas pu vérifier",
             "engagement 1 : à faire → tenu en partie", "engagement 2 : à faire → pas pu vérifier")
    assert all(part in line for part in parts), line
    for one, two in (parts[:2], parts[2:]):
        assert line.index(one) < line.index(two)


def test_commitments_of_several_settlements_are_told_apart(house, told):
    first = signed(house, total=False, mediation_goes_on=True)
    second = signed(house, first.dispute, total=False, mediation_goes_on=True)
    visited(house, second)
    assert "engagement 1 (accord 2) : à faire → tenu" in told(first.dispute)[0]


def test_a_session_says_whose_presence_it_was(house, told):
    dispute = in_mediation(house)
    speaker = representative(house, parties_of(dispute)[1], "Modibo Traoré")
    seen = witness(house, dispute, alias="Le berger", name="Oumou Sangaré Diallo")
    held(house, dispute, attendance=(
        rules.PresenceFacts(CAME, party=1), rules.PresenceFacts(CAME, representative=speaker.number),
        rules.PresenceFacts(Presence.REFUSED, witness=seen.number), rules.PresenceFacts(CAME, name="Sékou Keïta")))
    line = told(dispute)[0]
    for part in ("présence de A, Adama Coulibaly : là", "présence de Modibo Traoré pour B : là",
                 "présence de Le berger : a refusé", "présence de Sékou Keïta : là"):
        assert part in line, (part, line)
    assert "Oumou" not in line and line.count("Sékou Keïta") == 1


def test_a_plan_says_nothing_of_who_came_and_a_session_nothing_of_what_was_before(house, told):
    dispute = in_mediation(house)
    planned(house, dispute)
    assert "venu" not in told(dispute)[0]
    held(house, dispute, came=(1,))
    assert "quelqu’un est venu : oui" in told(dispute)[0]


def test_a_new_row_has_nothing_before(house, told):
    dispute = team(house, in_mediation(house))
    held(house, dispute, came=(1,), bench=(rules.SeatFacts("Awa"),))
    line = told(dispute)[0]
    assert "a un compte ici : oui" in line and "non →" not in line


def test_who_is_bound_and_who_understood_are_told_in_words(house, told):
    lines = "\n".join(told(signed(house).dispute))
    assert "compris : A et B" in lines and "qui s’engage : A et B" in lines and "AB" not in lines


def test_everybody_is_said_and_not_starred(house, told):
    dispute = drafted(house, commitments=(replace(STONES, debtors=("*",)),)).dispute
    assert "qui s’engage : toutes les parties" in "\n".join(told(dispute))


def test_a_number_taken_for_a_paper_shows_no_machine_text(house, told):
    dispute = in_mediation(house)
    issued(house, PaperKind.RECEIPT, dispute)
    lines = "\n".join(told(dispute))
    assert "{" not in lines and "ce que dit le papier" not in lines and "numéro pris le" in lines


def test_naming_rows_asks_the_same_whatever_their_number(house, told, app):
    asked = []
    few, many = in_mediation(house), in_mediation(house, title="Puits")
    for dispute, times in ((few, 1), (many, 4)):
        for _ in range(times):
            held(house, dispute, came=(1, 2))
        visited(house, signed(house, dispute))
        with statements(app) as made:
            told(dispute)
        asked.append(len(made))
    assert asked[0] == asked[1], asked


def test_what_hangs_on_another_dispute_is_not_named(house, told):
    signed(house)
    rows = [SimpleNamespace(changes='{"commitment:1":[{},{}],"attendance:1":[{},{}]}')]
    assert told_apart(rows)["commitment:1"].name == "engagement 1"
    with scope.looking_as(house.actor("kadia")):
        assert told_apart(rows) == {}
