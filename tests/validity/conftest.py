"""Tests that build a house read as its secretary, unless they say otherwise."""

import pytest

from mediation.acts import scope


@pytest.fixture(autouse=True)
def reader(request):
    """Whose eyes the test reads with."""
    if "house" not in request.fixturenames:
        yield
        return
    with scope.looking_as(request.getfixturevalue("house").actor("moussa")):
        yield
