"""Rules that do not depend on each other are asked together: whoever is refused learns everything at once."""

import pytest

from mediation.acts.refusals import BrokenRule, NotPermitted, together


def broken(field: str) -> None:
    raise BrokenRule(field, field)


def several(*fields: str) -> None:
    with together() as must:
        for field in fields:
            must(broken, field)


def test_all_that_is_broken_is_told_in_the_order_of_the_asking():
    with pytest.raises(BrokenRule) as refused:
        several("place", "result", "said")
    assert [one.field for one in (refused.value, *refused.value.others)] == ["place", "result", "said"]


def test_rules_asked_together_may_be_asked_together_with_others():
    with pytest.raises(BrokenRule) as refused, together() as must:
        must(several, "place", "result")
        must(broken, "said")
    assert [one.field for one in refused.value.others] == ["result", "said"]


def test_what_a_kept_rule_gives_is_given_back_and_nothing_is_refused():
    with together() as must:
        assert must(max, 1, 2) == 2


def test_another_refusal_than_a_rule_is_told_alone_and_at_once():
    def stranger() -> None:
        raise NotPermitted

    with pytest.raises(NotPermitted), together() as must:
        must(broken, "place")
        must(stranger)
