"""What is installed is written down, and carries no address but the public index's."""

import re

import pytest

from tests.house.source import ROOT


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_names_no_registry_and_hashes_everything(name):
    text = (ROOT / name).read_text()
    assert not re.search(r"://|--index-url|--find-links|file:", text)
    pinned = re.findall(r"^[a-zA-Z0-9][\w.-]*==", text, re.MULTILINE)
    assert len(pinned) > 20
    assert text.count("--hash=sha256:") >= len(pinned)
