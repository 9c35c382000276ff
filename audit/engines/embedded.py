"""Translation by the small models that come with the package."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path

from audit.engine import ForcedPiece
from audit.engines.folder.engine import FolderEngine
from audit.engines.folder.manifest import FILE_NAME
from audit.errors import EngineError

NAME = "embedded"


class Embedded:
    """Serves the pairs of every model folder under `audit/data/translators`; each is loaded on first use.

    Neither torch nor a download is needed. May be shared by threads.
    """

    name = NAME

    def __init__(self, timeout: float = 60.0, folder: Path | None = None) -> None:
        """Read nothing; `timeout` is the seconds one batch of sentences may take, `folder` another with models."""
        self._timeout, self._folder = timeout, folder or shipped()

    @property
    def revision(self) -> str:
        """The revisions of all models, joined by `+`, or `not installed`."""
        return "+".join(engine.revision for _, engine in self._engines) or "not installed"

    @property
    def pairs(self) -> tuple[str, ...]:
        """The pairs of all models, such as `es-en`."""
        return tuple(pair for _, engine in self._engines for pair in engine.pairs)

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """Which pairs there are where this one is not among them, or why there are none."""
        if self._serving(source_lang, target_lang):
            return None
        if pairs := ", ".join(self.pairs):
            return f"no model has the pair {source_lang}-{target_lang} (there are {pairs})"
        broken = (f"{folder.name}: {engine.unavailable(source_lang, target_lang)}" for folder, engine in self._engines)
        return "; ".join(broken) or f"no model came with this installation: {self._folder} holds none"

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate each text sentence by sentence with the first model that has the pair.

        Raises EngineError when none has it, the model cannot be loaded, or a batch exceeds the time limit.
        """
        return self._held(source_lang, target_lang).translate(texts, source_lang, target_lang)

    def forced(
        self, pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str
    ) -> list[tuple[ForcedPiece, ...]]:
        """What the model makes of each pair's second sentence as a translation of the first; errors as above."""
        return self._held(source_lang, target_lang).forced(pairs, source_lang, target_lang)

    def continued(
        self, prefixes: Sequence[tuple[str, str]], source_lang: str, target_lang: str, *, most: int
    ) -> list[list[str]]:
        """How the model would go on after each beginning of a translation; errors as above."""
        return self._held(source_lang, target_lang).continued(prefixes, source_lang, target_lang, most=most)

    def close(self) -> None:
        """Let go of the models."""
        for _, engine in self._engines:
            engine.close()

    @cached_property
    def _engines(self) -> tuple[tuple[Path, FolderEngine], ...]:
        folders = sorted(path.parent for path in self._folder.glob(f"*/{FILE_NAME}"))
        return tuple((folder, FolderEngine(folder, name=NAME, timeout=self._timeout)) for folder in folders)

    def _held(self, source_lang: str, target_lang: str) -> FolderEngine:
        engine = self._serving(source_lang, target_lang)
        if engine is None:
            raise EngineError(self.name, str(self.unavailable(source_lang, target_lang)))
        return engine

    def _serving(self, source_lang: str, target_lang: str) -> FolderEngine | None:
        able = (engine for _, engine in self._engines if engine.unavailable(source_lang, target_lang) is None)
        return next(able, None)


def shipped() -> Path:
    """The folder of the models that come with the package."""
    return Path(str(resources.files("audit") / "data" / "translators"))
