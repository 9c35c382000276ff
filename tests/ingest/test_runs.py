"""Ranges kept as runs are those that a list of them would be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.runs import EACH, NOWHERE, Run, Runs

Ranges = list[tuple[int, int] | None]
SIZE = 40

_EACH = st.tuples(st.integers(0, 6), st.integers(0, SIZE - 6), st.just(EACH))
_WHOLE = st.tuples(st.integers(0, 6), st.integers(0, SIZE - 6), st.integers(SIZE - 5, SIZE))
_NOWHERE = st.tuples(st.integers(0, 6), st.just(NOWHERE), st.just(NOWHERE))
RUNS = st.lists(_EACH | _WHOLE | _NOWHERE, max_size=8)


def runs(held: list[Run]) -> Runs:
    """The runs put one behind the other."""
    made = Runs()
    for run in held:
        made.add(*run)
    return made


def listed(held: list[Run]) -> Ranges:
    """The range of each code point."""
    ranges: Ranges = []
    for length, start, end in held:
        for at in range(length):
            whole = None if start == NOWHERE else (start, end)
            ranges.append((start + at, start + at + 1) if end == EACH else whole)
    return ranges


@given(RUNS, st.integers(-5, SIZE), st.integers(-5, SIZE), st.sampled_from([1, 2, -1]))
def test_every_way_of_reading_agrees(held: list[Run], low: int, high: int, step: int) -> None:
    """Length, iteration, single places counted from either end, and slices."""
    made, expected = runs(held), listed(held)
    assert len(made) == len(expected)
    assert list(made) == expected
    assert [made[at - len(expected)] for at in range(len(expected))] == expected
    assert list(made[low:high:step]) == expected[low:high:step]


@given(RUNS, RUNS)
def test_runs_put_together_read_on(first: list[Run], second: list[Run]) -> None:
    """Whatever the seam is between."""
    made = runs(first)
    made.extend(runs(second))
    assert list(made) == listed(first) + listed(second)


@given(RUNS, RUNS)
def test_ranges_into_ranges_reach_the_outer_page(inner: list[Run], outer: list[Run]) -> None:
    """A code point that covers several has the beginning of the first and the end of the last of them."""
    around = listed([*outer, (SIZE, 0, EACH)])
    expected: Ranges = []
    for place in listed(inner):
        first, last = (around[place[0]], around[place[1] - 1]) if place else (None, None)
        expected.append((first[0], last[1]) if first and last else None)
    assert list(runs(inner).within(runs([*outer, (SIZE, 0, EACH)]))) == expected


def test_neighbours_become_one_run() -> None:
    """Text copied word by word costs no more than text copied at once."""
    made = runs([(2, 5, EACH), (3, 7, EACH), (0, 1, EACH), (1, 20, EACH)])
    assert list(made.cut(0, len(made))) == [(5, 5, EACH), (1, 20, EACH)]
