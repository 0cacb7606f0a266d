"""A dispute with its team, and its address, for the pages of sessions."""

import pytest

from tests.builders.sessions import team


@pytest.fixture
def dispute(house):
    return team(house, house.accepted())


@pytest.fixture
def at(dispute):
    return f"/disputes/{dispute.reference}"
