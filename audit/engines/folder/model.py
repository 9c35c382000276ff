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
from audit.engines.folder.forced import Forced
from audit.engines.folder.pieces import Pieces

MOST_PIECES = 128
"""Of a unit: far above a sentence of news (some 30 pieces), and within what models trained on sentences have seen."""

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
        import ctranslate2

        self._pieces = Pieces(folder)
        # Units side by side, each on one core: threads that share one wait for one another at every layer.
        self._threads = threads or cores()
        self._translator: Any = ctranslate2.Translator(
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
        """Translate units, each with pieces before and after it, one a core.

        No translation depends on the others or on the number of threads. A unit of which sentencepiece reads nothing
        comes back as it is. Raises TimeoutError where one is waited for longer than `seconds`.
        """
        sources = [self._pieces.encode(unit) for unit in units]
        held = list(units)
        known = [i for i, source in enumerate(sources) if source]
        answers = self._translated([[*before, *sources[i], *after] for i in known], beam, seconds)
        for at, pieces in zip(known, answers, strict=True):
            held[at] = self._pieces.decode(pieces)
        return held

    def _translated(self, sources: Sequence[list[str]], beam: int, seconds: float) -> Iterator[list[str]]:
        begun = [self._begun(source, beam) for source in sources]
        for source, answer in zip(sources, begun, strict=True):
            begin = time.monotonic()
            answered = answer.result()
            if time.monotonic() - begin > seconds:
                raise TimeoutError
            yield answered.hypotheses[0][: GROWTH * len(source) + SLACK]

    def _begun(self, source: list[str], beam: int) -> Any:  # noqa: ANN401 - a future of ctranslate2, which has no types
        """The answer to come for a source alone.

        On some processors int8 products change with the number of rows, and a sentence would be translated otherwise
        beside longer ones. It costs a sixth of the speed.
        """
        (answer,) = self._translator.translate_batch(
            [source],
            asynchronous=True,
            beam_size=beam,
            disable_unk=True,
            max_input_length=0,
            max_decoding_length=_MOST_DECODED,
        )
        return answer


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
