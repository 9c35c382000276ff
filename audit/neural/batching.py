"""Groups rows of tokens so that those of like length are computed together within a bound on memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def batches(lengths: Sequence[int], most_tokens: int) -> Iterator[list[int]]:
    """Indices into `lengths`, longest first; a batch padded to its longest row holds at most `most_tokens`.

    A row longer than that is a batch of its own.
    """
    order = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    at = 0
    while at < len(order):
        rows = max(1, most_tokens // max(1, lengths[order[at]]))
        yield order[at : at + rows]
        at += rows
