"""The encoder: rows of pieces to vectors, in batches whose company changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PIECES = 1024
"""Pieces of a batch, padding included: speed is within 5 % from 256 to 1,024 and a third less at 8,192 (600 sentences
of news, one server core), where a batch has outgrown the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is read at once: ids and token types of the pieces, with the marks of start and end."""

    ids: tuple[int, ...]
    types: tuple[int, ...]


class Encoder:
    """A BERT encoder of a CTranslate2 folder, on the CPU.

    Activations are quantised piece by piece, so a row's vectors do not depend on the rows it is read with.
    Raises PluginError when the files do not make an encoder.
    """

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        import ctranslate2

        self._folder = folder
        try:
            self._encoder: Any = ctranslate2.Encoder(str(folder), device="cpu", intra_threads=threads or cores())
        except (RuntimeError, ValueError) as cause:
            raise PluginError(f"artifact model {folder}: the encoder does not load: {cause}") from cause

    def read(self, rows: Sequence[Row]) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """The index of each row with its vectors [pieces, width], in no particular order.

        Raises PluginError when the encoder cannot read a row.
        """
        import numpy as np

        for batch in batches([len(row.ids) for row in rows]):
            try:
                answer = self._encoder.forward_batch(
                    [rows[at].ids for at in batch], token_type_ids=[rows[at].types for at in batch]
                )
            except (RuntimeError, ValueError) as cause:
                raise PluginError(f"artifact model {self._folder}: the encoder failed: {cause}") from cause
            for at, vectors in zip(batch, np.array(answer.last_hidden_state, dtype=np.float32), strict=True):
                yield at, vectors[: len(rows[at].ids)]


def batches(lengths: Sequence[int], most: int = PIECES) -> Iterator[list[int]]:
    """Indices of rows in batches of about one length and at most `most` pieces, padding included, shortest first."""
    batch: list[int] = []
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[at] > most:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def cores() -> int:
    """Threads to read with: `OMP_NUM_THREADS` where it is set, else the cores this process may use."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdecimal() and int(wanted) > 0:
        return int(wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
