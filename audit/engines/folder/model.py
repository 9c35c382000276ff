"""A CTranslate2 model with its sentencepiece, loaded once in a process."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from audit.artifact_model.encoder import cores
from audit.engines.folder.pieces import Pieces
from audit.neural.batching import batches

MOST_PIECES = 128
"""Of a unit: far above a sentence of news (some 30 pieces), and within what models trained on sentences have seen."""

_BEAM = 2
"""CTranslate2's default."""
_MOST_TOKENS = 512
"""Of a batch, padding included: some 17 sentences of news, so that an article makes batches for several cores."""
_GROWTH, _SLACK = 2, 16
"""A translation is ended at twice the pieces of its source and some: only a model that repeats itself needs that."""

_inherited: list[Model] = []
_loaded: WeakValueDictionary[tuple[int, Path, str], Model] = WeakValueDictionary()
_lock = threading.Lock()


class Model:
    """Translates units, each a sentence or clause in one line; may be shared by threads."""

    def __init__(self, folder: Path) -> None:
        """Load what is in the folder; raises ValueError, OSError or RuntimeError."""
        import ctranslate2

        self._pieces = Pieces(folder)
        # Batches side by side, each on one core: threads that share a batch wait for one another at every layer.
        self._translator: Any = ctranslate2.Translator(
            str(folder), device="cpu", inter_threads=cores(), intra_threads=1
        )

    def length(self, text: str) -> int:
        """Pieces of a text."""
        return len(self._pieces.encode(text))

    def translate(self, units: Sequence[str], before: Sequence[str], after: Sequence[str], seconds: float) -> list[str]:
        """Translate units, each with pieces before and after it, in batches of like length.

        A unit of which sentencepiece reads nothing comes back as it is. Raises TimeoutError where a batch is waited for
        longer than `seconds`.
        """
        sources = [self._pieces.encode(unit) for unit in units]
        held = list(units)
        known = [i for i, source in enumerate(sources) if source]
        for at, pieces in self._batches([[*before, *sources[i], *after] for i in known], seconds):
            held[known[at]] = self._pieces.decode(pieces)
        return held

    def _batches(self, sources: Sequence[list[str]], seconds: float) -> Iterator[tuple[int, list[str]]]:
        held = list(batches([len(source) for source in sources], _MOST_TOKENS))
        begun = [self._begun([sources[at] for at in batch]) for batch in held]
        for batch, answers in zip(held, begun, strict=True):
            begin = time.monotonic()
            answered = [answer.result() for answer in answers]
            if time.monotonic() - begin > seconds:
                raise TimeoutError
            yield from zip(batch, (answer.hypotheses[0] for answer in answered), strict=True)

    def _begun(self, sources: Sequence[list[str]]) -> Sequence[Any]:
        """Of each source its answer to come."""
        return self._translator.translate_batch(  # type: ignore[no-any-return]
            sources,
            asynchronous=True,
            beam_size=_BEAM,
            disable_unk=True,
            max_input_length=0,
            max_decoding_length=_GROWTH * max(map(len, sources)) + _SLACK,
        )


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
