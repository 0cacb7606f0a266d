"""The regulation and the code are one: every act has its verb, its words, its page."""

import ast

import pytest

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.door import VERBS
from mediation.acts.vocabulary import Role, Stage
from tests.house.source import PACKAGE, tree

ELSEWHERE = {"place.load"}  # by command only


@pytest.mark.parametrize("act", CATALOGUE.values(), ids=lambda act: act.name)
def test_an_act_has_exactly_one_verb_of_its_name(app, act):
    assert act.name in VERBS, f"act {act.name} has no verb"
    assert VERBS[act.name].__name__ == act.verb


@pytest.mark.parametrize("act", CATALOGUE.values(), ids=lambda act: act.name)
def test_an_act_has_a_button_a_sentence_and_somebody_who_may(act):
    assert str(act.button) and "%(who)s" in str(act.told)
    assert act.everyone or act.who or act.guests
    assert act.who <= set(Role)


def test_every_stage_is_reached_by_an_act():
    reached = {stage for act in CATALOGUE.values() for stage in act.leads_to if isinstance(stage, Stage)}
    assert reached == set(Stage)


def test_every_verb_says_what_it_does():
    for path in PACKAGE.rglob("service.py"):
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.parent.name}.{node.name}"
