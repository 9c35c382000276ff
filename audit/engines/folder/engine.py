"""An engine whose model is a folder: CTranslate2 weights, sentencepiece files and an `engine.json`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from audit.engine import ForcedPiece
from audit.engines.folder.manifest import Manifest, read
from audit.engines.folder.model import MOST_PIECES, Model, load
from audit.engines.sentencewise import sentencewise
from audit.errors import EngineError


class FolderEngine:
    """Serves the pairs that the folder's `engine.json` names, on the CPU; the model is loaded on first use.

    `timeout` is the seconds one batch of sentences may take. May be shared by threads.
    """

    def __init__(self, folder: Path, *, name: str, timeout: float = 60.0) -> None:
        """Read nothing; `name` is what `--engine` takes."""
        self.name = name
        self._folder, self._timeout = folder, timeout
        self._held: tuple[int, Model] | None = None

    @property
    def revision(self) -> str:
        """What `engine.json` says, else a digest of the weights; `not installed` where there is no model."""
        try:
            return self._manifest.revision
        except (ValueError, OSError):
            return "not installed"

    @property
    def pairs(self) -> tuple[str, ...]:
        """The pairs that can be served, such as `es-en`."""
        try:
            return self._manifest.pairs
        except (ValueError, OSError):
            return ()

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """What the folder lacks, or which pairs it has where this one is not among them."""
        try:
            manifest = self._manifest
        except (ValueError, OSError) as cause:
            return str(cause)
        if manifest.serves(source_lang, target_lang):
            return None
        return f"the model has no pair {source_lang}-{target_lang} (it has {', '.join(manifest.pairs)})"

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate each text sentence by sentence, all of them in shared batches; line breaks stay.

        Raises EngineError when the pair is not served, the model cannot be loaded, or a batch exceeds the time limit.
        """
        with self._guarded(source_lang, target_lang) as model:
            before, after, beam = self._manifest.tag(target_lang), self._manifest.end, self._manifest.beam
            return sentencewise(
                texts,
                source_lang,
                lambda units: model.translate(units, before, after, beam=beam, seconds=self._timeout),
                length=model.length,
                most=MOST_PIECES,
            )

    def forced(
        self, pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str
    ) -> list[tuple[ForcedPiece, ...]]:
        """What the model makes of each pair's second sentence as a translation of the first; errors as above."""
        with self._guarded(source_lang, target_lang) as model:
            return model.forced((self._manifest.tag(target_lang), self._manifest.end), self._timeout).scored(pairs)

    def continued(
        self, prefixes: Sequence[tuple[str, str]], source_lang: str, target_lang: str, *, most: int
    ) -> list[list[str]]:
        """How the model would go on after each beginning of a translation; errors as above."""
        with self._guarded(source_lang, target_lang) as model:
            around = (self._manifest.tag(target_lang), self._manifest.end)
            return model.forced(around, self._timeout).continued(prefixes, most)

    @contextmanager
    def _guarded(self, source_lang: str, target_lang: str) -> Iterator[Model]:
        """The model, whose failures are told as this engine's."""
        if why := self.unavailable(source_lang, target_lang):
            raise EngineError(self.name, why)
        try:
            yield self._model()
        except TimeoutError as late:
            told = f"a batch took longer than {self._timeout:g} s"
            raise EngineError(self.name, told, install="raise engine-timeout, or choose another --engine") from late
        except (ValueError, OSError, RuntimeError) as cause:
            raise EngineError(self.name, f"the model failed: {' '.join(str(cause).split())}") from cause

    def close(self) -> None:
        """Let go of the model, which is freed when nobody else in the process holds it."""
        self._held = None

    @cached_property
    def _manifest(self) -> Manifest:
        return read(self._folder)

    def _model(self) -> Model:
        if self._held is None or self._held[0] != os.getpid():
            self._held = (os.getpid(), load(self._folder, self._manifest.revision))
        return self._held[1]
