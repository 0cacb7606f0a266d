"""A paper is a witness of the journal: it carries the last checkpoint that was signed before its number was taken."""

import base64

import pytest

from mediation.kernel.db import db
from tests.builders.papers import packed, pages


@pytest.fixture
def checkpoint(app, tmp_path):
    """Sign a checkpoint; its line and its root, as the note says them."""

    def made() -> tuple[str, str]:
        db.session.rollback()
        file = tmp_path / "checkpoint"
        assert app.test_cli_runner().invoke(args=["ledger", "checkpoint", str(file)]).exit_code == 0
        _origin, size, root = file.read_text().splitlines()[:3]
        return size, base64.b64decode(root).hex()

    return made


def test_a_paper_carries_the_line_and_the_root_of_the_last_checkpoint_before_it(papers, house, checkpoint):
    checkpoint()
    house.registered(title="Puits de Kabala")
    line, root = checkpoint()
    papers.issued()
    house.registered(title="Puits de Fana")
    checkpoint()
    first, *others = map(packed, pages(papers.file().data))
    assert f"Journal,ligne{line}Contrôle" in first
    assert all(f"Journal:{root}" in page for page in (first, *others))


def test_a_paper_made_before_any_checkpoint_carries_none(papers):
    papers.issued()
    assert not [page for page in pages(papers.file().data) if "Journal" in page]
