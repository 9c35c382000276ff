"""A CTranslate2 model with its sentencepiece, loaded once in a process."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from audit.arithmetic import ctranslate2
from audit.artifact_model.encoder import cores
from audit.engines.folder.forced import Forced
from audit.engines.folder.pieces import Pieces
from audit.neural.batching import batches

MOST_PIECES = 128
"""Of a unit: far above a sentence of news (some 30 pieces), and within what models trained on sentences have seen."""

_LEAST_TOKENS, _MOST_TOKENS = 128, 512
"""Of a batch, padding included: 512 are some 17 sentences of news. Twice as many are not faster, half as many are 15 %
slower on one core, but then an article gives work to two."""
GROWTH, SLACK = 2, 16
"""A translation is cut at twice the pieces of its source and some: only a model that repeats itself needs that."""
_MOST_DECODED = GROWTH * MOST_PIECES + SLACK
"""Where a model that repeats itself is stopped: the same for all, so that no translation depends on its batch."""

_inherited: list[Model] = []
_loaded: WeakValueDictionary[tuple[int, Path, str], Model] = WeakValueDictionary()
_lock = threading.Lock()


class Model:
    """Translates units, each a sentence or clause in one line; may be shared by threads."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """Load what is in the folder, to use `threads` or all cores; raises ValueError, OSError or RuntimeError."""
        self._pieces = Pieces(folder)
        # Batches side by side, each on one core: threads that share a batch wait for one another at every layer.
        self._threads = threads or cores()
        self._translator: Any = ctranslate2().Translator(
            str(folder), device="cpu", inter_threads=self._threads, intra_threads=1
        )

    def forced(self, around: tuple[Sequence[str], Sequence[str]], seconds: float) -> Forced:
        """The same model, asked about translations that it is given; `around` stands before and after a source."""
        return Forced(self._translator, self._pieces, around, seconds)

    def length(self, text: str) -> int:
        """Pieces of a text."""
        return len(self._pieces.encode(text))

    def translate(
        self, units: Sequence[str], before: Sequence[str], after: Sequence[str], *, beam: int, seconds: float
    ) -> list[str]:
        """Translate units, each with pieces before and after it, in batches of like length.

        No translation depends on the others or on the number of threads. A unit of which sentencepiece reads nothing
        comes back as it is. Raises TimeoutError where a batch is waited for longer than `seconds`.
        """
        sources = [self._pieces.encode(unit) for unit in units]
        held = list(units)
        known = [i for i, source in enumerate(sources) if source]
        for at, pieces in self._batches([[*before, *sources[i], *after] for i in known], beam, seconds):
            held[known[at]] = self._pieces.decode(pieces)
        return held

    def _batches(self, sources: Sequence[list[str]], beam: int, seconds: float) -> Iterator[tuple[int, list[str]]]:
        lengths = [len(source) for source in sources]
        held = list(batches(lengths, _share(sum(lengths), self._threads)))
        begun = [self._begun([sources[at] for at in batch], beam) for batch in held]
        for batch, answers in zip(held, begun, strict=True):
            begin = time.monotonic()
            answered = [answer.result() for answer in answers]
            if time.monotonic() - begin > seconds:
                raise TimeoutError
            for at, answer in zip(batch, answered, strict=True):
                yield at, answer.hypotheses[0][: GROWTH * len(sources[at]) + SLACK]

    def _begun(self, sources: Sequence[list[str]], beam: int) -> Sequence[Any]:
        """Of each source its answer to come."""
        return self._translator.translate_batch(  # type: ignore[no-any-return]
            sources,
            asynchronous=True,
            beam_size=beam,
            disable_unk=True,
            max_input_length=0,
            max_decoding_length=_MOST_DECODED,
        )


def _share(tokens: int, threads: int) -> int:
    """Tokens of a batch such that every thread gets as many batches."""
    rounds = -(-tokens // (_MOST_TOKENS * threads)) or 1
    return max(_LEAST_TOKENS, -(-tokens // (rounds * threads)))


def load(folder: Path, revision: str) -> Model:
    """The model of a folder, shared by all in this process who hold one of the same revision."""
    key = (os.getpid(), folder.resolve(), revision)
    with _lock:
        held = _loaded.get(key)
        if held is None:
            held = _loaded[key] = Model(folder)
        return held


def _forked() -> None:
    """Keep the parent's models: their threads are not in a forked process, and freeing one would wait for them."""
    _inherited.extend(_loaded.values())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
