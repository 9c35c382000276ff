"""What a translation engine is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedPiece:
    """A piece of a given translation with what the engine makes of it, after the source and all pieces before it.

    `start` and `end` are code points into the translation; `logprob` is in nats and at most 0.
    """

    start: int
    end: int
    logprob: float


@runtime_checkable
class ForcedDecoder(Protocol):
    """An engine that also tells how likely it would have given a translation, and what it would rather write.

    Sentences in, one line each; the same for the same list of them.
    """

    @property
    def name(self) -> str:
        """As an engine's."""

    @property
    def revision(self) -> str:
        """As an engine's."""

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """As an engine's."""

    def forced(
        self, pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str
    ) -> list[tuple[ForcedPiece, ...]]:
        """The pieces of the second sentence of each pair as a translation of the first.

        Nothing for a pair with a sentence too long for the model. Raises EngineError when the engine fails.
        """

    def continued(
        self, prefixes: Sequence[tuple[str, str]], source_lang: str, target_lang: str, *, most: int
    ) -> list[list[str]]:
        """Of each source and beginning of its translation up to `most` ways to go on, likeliest first.

        They differ in their first piece, and end with the sentence. Raises EngineError when the engine fails.
        """
