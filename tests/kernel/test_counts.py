"""A count is true up to 999; past that it is said `999+`, whatever it is."""

import pytest

from mediation.kernel.paging import said_count


@pytest.mark.parametrize(("number", "said"), [
    (0, "0"), (998, "998"), (999, "999"), (1000, "999+"), (1001, "999+"), (10**6, "999+")])
def test_a_count_is_said_as_it_is_up_to_999(number, said):
    assert said_count(number) == said
