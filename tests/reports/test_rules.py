"""No small count can be known from figures that were published: tried against whoever adds everything up."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation.reports.rules import FEWEST, Veil, published

MOST = 40  # more than the largest count these tests make: what a reader can think of for one that is held back

counts = st.one_of(st.integers(0, 5), st.integers(0, 9))
rows = st.lists(counts, min_size=1, max_size=4)


def possible(said) -> set[int]:
    """What a reader can think of one count by itself."""
    if said is Veil.SMALL:
        return set(range(FEWEST))
    return set(range(FEWEST, MOST)) if said is Veil.HELD else {said}


def sums_of(some: list[set[int]]) -> set[int]:
    """Every sum of one possible count each."""
    return list(accumulate(some, lambda one, other: {a + b for a in one for b in other}, initial={0}))[-1]


def thinkable(said: dict, sums: list) -> dict[str, set[int]]:
    """What a reader can still think of each count: every choice is tried against every sum, until nothing falls."""
    if set(said.values()) == {Veil.HELD}:
        return {name: set(range(MOST)) for name in said}
    left, before = {name: possible(one) for name, one in said.items()}, None
    while before != left:
        before = {name: set(some) for name, some in left.items()}
        for total, parts in sums:
            left[total] &= sums_of([left[part] for part in parts])
            for part in parts:
                others = sums_of([left[other] for other in parts if other != part])
                left[part] = {one for one in left[part] if any(one + rest in left[total] for rest in others)}
    return left


def split(total: int, cuts: list[int]) -> list[int]:
    """Some parts that make up a total."""
    edges = sorted({0, total, *(cut % (total + 1) for cut in cuts)})
    return [high - low for low, high in zip(edges, edges[1:], strict=False)] or [total]


@st.composite
def books(draw) -> tuple[dict, list]:
    """A total in three ways, one part of which is a total itself; as the figures are."""
    first = draw(rows)
    total = sum(first)
    cells, sums = {"all": total}, []
    cuts = st.lists(st.integers(0, 60), max_size=3)
    for table, parts in (("a", first), ("b", split(total, draw(cuts))), ("c", split(total, draw(cuts)))):
        names = [f"{table}{place}" for place in range(len(parts))]
        cells |= dict(zip(names, parts, strict=True))
        sums.append(("all", tuple(names)))
    inside = split(first[0], draw(cuts))
    names = [f"d{place}" for place in range(len(inside))]
    cells |= dict(zip(names, inside, strict=True))
    return cells, [*sums, ("a0", tuple(names))]


@settings(max_examples=300, deadline=None)
@given(books())
def test_no_small_count_is_read_or_computed(book):
    cells, sums = book
    said = published(cells, sums)
    left = thinkable(said, sums)
    for name, number in cells.items():
        if number < FEWEST:
            assert said[name] in (Veil.SMALL, Veil.HELD)
            assert number in left[name] and len(left[name]) > 1, (name, said)


@settings(max_examples=300, deadline=None)
@given(books())
def test_what_is_said_is_true(book):
    cells, sums = book
    for name, said in published(cells, sums).items():
        assert isinstance(said, Veil) or said == cells[name] >= FEWEST
        assert said is not Veil.SMALL or cells[name] < FEWEST


@given(st.lists(st.integers(FEWEST, 99), min_size=1, max_size=6))
def test_where_nothing_is_small_everything_is_said(parts):
    cells = {f"p{place}": number for place, number in enumerate(parts)}
    sums = [("all", tuple(cells))]
    cells["all"] = sum(parts)
    assert published(cells, sums) == cells


def test_a_count_that_adds_up_to_nothing_is_only_small_or_said():
    assert published({"sessions": 3, "agreements": 12}, []) == {"sessions": Veil.SMALL, "agreements": 12}


@pytest.mark.parametrize(("parts", "said"), [
    # One small count: the smallest other one is held back with it, or the total would give it away.
    ((20, 9, 2), [20, Veil.HELD, Veil.SMALL]),
    # Two small counts that could be several pairs need nothing else.
    ((20, 9, 2, 3), [20, 9, Veil.SMALL, Veil.SMALL]),
    # Two noughts are known from the total: another is held back.
    ((20, 9, 0, 0), [20, Veil.HELD, Veil.SMALL, Veil.SMALL]),
    # The smallest held back alone could only be five, were another five said: both are.
    ((20, 5, 5, 1), [20, Veil.HELD, Veil.HELD, Veil.SMALL]),
])
def test_others_are_held_back_with_a_small_count(parts, said):
    cells = {f"p{place}": number for place, number in enumerate(parts)}
    names = tuple(cells)
    told = published(cells | {"all": sum(parts)}, [("all", names)])
    assert [told[name] for name in names] == said and told["all"] == sum(parts)


def test_a_total_is_held_back_when_no_part_is_left_to_hold():
    told = published({"a": 4, "b": 4, "c": 4, "all": 12}, [("all", ("a", "b", "c"))])
    assert told == {"a": Veil.SMALL, "b": Veil.SMALL, "c": Veil.SMALL, "all": Veil.HELD}


def test_a_total_told_in_another_way_gives_nothing_away_either():
    cells = {"a": 4, "b": 4, "c": 4, "all": 12, "x": 6, "y": 6}
    told = published(cells, [("all", ("a", "b", "c")), ("all", ("x", "y"))])
    assert told["all"] is Veil.HELD and Veil.HELD in (told["x"], told["y"])


def test_where_holding_back_does_not_help_nothing_is_said():
    cells = {f"a{n}": 4 for n in range(5)} | {"x": 0} | {f"b{n}": 5 for n in range(4)} | {"all": 20}
    told = published(cells, [("all", tuple(f"a{n}" for n in range(5))), ("all", ("x", *(f"b{n}" for n in range(4))))])
    assert set(told.values()) == {Veil.HELD}
