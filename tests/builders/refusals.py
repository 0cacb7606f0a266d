"""What a rule answers, read where it is asked for."""

import pytest

from mediation.acts.refusals import BrokenRule


def refused(verb, *given, **more) -> BrokenRule:
    """The rule that refuses this act: which question it is about, and its sentence."""
    with pytest.raises(BrokenRule) as broken:
        verb(*given, **more)
    return broken.value
