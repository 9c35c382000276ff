"""Rows of like length, computed together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.neural.batching import batches


@given(st.lists(st.integers(0, 30)), st.integers(1, 60))
def test_batches_hold_every_row_once_within_the_bound(lengths: list[int], most: int) -> None:
    """Longest first; only a row of its own may exceed the bound."""
    held = list(batches(lengths, most))
    assert sorted(at for batch in held for at in batch) == list(range(len(lengths)))
    assert [lengths[at] for batch in held for at in batch] == sorted(lengths, reverse=True)
    assert all(len(batch) == 1 or len(batch) * lengths[batch[0]] <= most for batch in held)
