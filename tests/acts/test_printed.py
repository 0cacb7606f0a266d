"""The regulation as it is printed: what `acts matrix` and `acts list` say is what was found by attempting it."""

import re

import pytest

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.vocabulary import Role, Stage
from mediation.papers.composing import COMPOSERS
from tests.acts import golden

# Whom a letter stands for among the people of the golden matrix.
KINDS = {"mediator": "mediator of the team", "secretary": "secretary", "chair": "chair", "reviewer": "reviewer",
         "authority": "authority", "analyst": "analyst", "administrator": "administrator", "g": "secretary elsewhere"}

# The scene has a draft that rectifies nothing, and a paper that is only for those who mediate.
RECTIFYING = ("agreement.amend", "agreement.abandon", "agreement.read_aloud", "agreement.sign")
PAPERS, FOR_READERS = ("paper.reserve", "paper.issue", "paper.annul"), (Role.CHAIR, Role.REVIEWER)
# How many stages are shut out, where the list says it in a word.
WORDS = {0: "any", 1: "open"}


@pytest.fixture
def printed(app):
    """What a command of `flask acts` prints: its lines, each cut where two spaces or more are."""

    def lines(command: str) -> list[list[str]]:
        answer = app.test_cli_runner().invoke(args=["acts", command])
        assert answer.exit_code == 0, answer.output
        return [re.split(" {2,}", line.strip()) for line in answer.output.splitlines()]

    return lines


@pytest.fixture
def matrix(printed) -> dict[str, dict[str, str]]:
    """The printed matrix without its last column: act, column, cell."""
    head, *lines = printed("matrix")
    return {line[0]: dict(zip(head[:-1], line[1:-1], strict=True)) for line in lines[:lines.index([""])]}


@pytest.fixture
def letters(printed) -> dict[str, str]:
    """The sign of each role, as the legend gives it; of the guest, the sign itself."""
    lines = printed("matrix")
    legend = [line for line in lines[lines.index([""]) + 1:] if len(line) == 2]
    assert len({sign for sign, _ in legend}) == len(legend), "one sign stands for two things"
    return {said: sign for sign, said in legend if said in set(Role)} | {"g": "g"}


def verdict(sign: str, row: dict[str, str], column: str) -> str:
    """What a line of the printed matrix says of a role in one column, in the words of the golden one."""
    cell = row[column]
    if cell == "self":
        return "done"
    if sign in cell:
        return "rule late_reason" if cell.startswith("(") else "done"
    return "not now" if any(sign in other for other in row.values()) else "no"


def found(cell: str) -> str:
    """What was found in a cell of the golden matrix; a rule of the act is asked only when the regulation allows it."""
    return cell if cell in ("no", "not now", "rule late_reason") else "done"


def narrower(act: str, who: str, stage: Stage, cell: str) -> bool:
    """Whether a rule of the act asks for more than its line: that the agreement rectifies, or a kind of paper."""
    return (stage is Stage.CLOSED and act in RECTIFYING and cell == "not now"
            or who in FOR_READERS and act in PAPERS and cell == "no")


def test_every_role_has_one_sign_and_every_act_one_line(matrix, letters):
    assert set(letters) == {*Role, "g"} == set(KINDS) and set(matrix) == set(CATALOGUE)


def test_the_printed_matrix_says_what_was_found_by_attempting(matrix, letters):
    agreed, wrong, looked = golden.agreed(), [], 0
    for who, kind in KINDS.items():
        for stage in Stage:
            for act, cell in agreed[kind][stage].items():
                looked += 1
                if verdict(letters[who], matrix[act], stage) != found(cell) and not narrower(act, who, stage, cell):
                    wrong.append((act, who, stage.value, cell, matrix[act]))
    assert wrong == [] and looked > 6000


def test_the_printed_matrix_says_so_too_of_what_belongs_to_no_dispute(matrix, letters):
    agreed = golden.agreed_in_the_house()
    wrong = [(act, who, cell) for who, kind in KINDS.items() for act, cell in agreed[kind].items()
             if act in matrix and who != "g" and verdict(letters[who], matrix[act], "no stage") != found(cell)]
    assert wrong == [] and matrix["dispute.take_over"]["no stage"] == "g"
    assert agreed[KINDS["g"]]["dispute.take_over"] == "done"


def test_each_role_that_may_issue_papers_has_a_kind_to_issue(app):
    of_some_kind = frozenset().union(*(composer.who for composer in COMPOSERS.values()))
    assert {CATALOGUE[act].who for act in PAPERS} == {of_some_kind}


def test_the_list_says_what_the_matrix_says(printed, matrix, letters):
    for name, who, at, leads, *_button in printed("list"):
        row = matrix[name]
        now = [stage for stage in Stage if row[stage] != "." and not row[stage].startswith("(")]
        signs = {sign for cell in row.values() if cell not in (".", "self") for sign in cell.strip("()")}
        assert set(who.split()) == ({"guest" if role == "g" else role for role, sign in letters.items()
                                     if sign in signs} or {"self"}), name
        assert at.removesuffix(" (late entry)") == (
            "-" if not now else WORDS.get(len(Stage) - len(now)) or " ".join(sorted(now))), name
        assert ("(late entry)" in at) == any(cell.startswith("(") for cell in row.values()), name
        assert leads == f"-> {' '.join(sorted(CATALOGUE[name].leads_to)) or '-'}", name
