"""What a translation engine is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class Engine(Protocol):
    """A plugin that translates batches of text.

    `name` and `revision` may be plain attributes. Nothing is loaded or started before `translate`.
    """

    @property
    def name(self) -> str:
        """What `--engine` takes."""

    @property
    def revision(self) -> str:
        """Changes when the translations may: part of the cache key and of the report's signature."""

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """Why the engine cannot translate this pair here, with how to mend it; None when it can."""

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate each text, in order; deterministic. Raises EngineError when the engine fails."""

    def close(self) -> None:
        """Free processes and memory; the engine may be used again afterwards."""
