"""Templates: named like the view that shows them, safe by construction, no macro that nobody uses."""

import re

import pytest

from tests.house.source import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMES = [str(path.relative_to(ROOT / "templates")) for path in TEMPLATES]
SHARED = ("components", "errors")


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_has_no_inline_script_style_or_unsafe_text(path):
    source = path.read_text()
    assert "|safe" not in source.replace(" ", "")
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)
    assert "autoescape false" not in source


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_every_form_that_posts_carries_its_token(path):
    source = path.read_text()
    posts = len(re.findall(r'<form[^>]*method="post"', source))
    tokens = len(re.findall(r"csrf_token|hidden_fields\(", source))
    assert tokens >= posts, path


def test_a_page_is_named_like_the_view_that_shows_it(app):
    shown = {f"{endpoint.replace('.', '/')}.html" for endpoint in app.view_functions}
    for name in NAMES:
        folder, _, file = name.rpartition("/")
        if folder and folder.split("/")[0] not in SHARED and not file.startswith("_"):
            assert name in shown, f"{name} belongs to no view"


def test_no_macro_is_unused():
    everything = "\n".join(path.read_text() for path in TEMPLATES)
    for name in re.findall(r"{%-?\s*macro\s+(\w+)", everything):
        uses = len(re.findall(rf"\b{name}\b\s*\(", everything))
        assert uses > 1, f"macro {name} is used nowhere"
