"""Files stay small enough to be read in one go."""

import ast

from tests.house.source import PACKAGE, modules, said, tree

LIMIT = 400


def test_no_file_is_past_four_hundred_lines():
    long = {said(path): len(path.read_text().splitlines()) for path in modules()}
    assert {name: lines for name, lines in long.items() if lines > LIMIT} == {}


def test_views_are_short():
    for path in PACKAGE.rglob("views.py"):
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < 24, f"{said(path)}: {node.name}"


def test_every_module_says_its_one_responsibility():
    for path in modules():
        assert ast.get_docstring(tree(path)), said(path)
