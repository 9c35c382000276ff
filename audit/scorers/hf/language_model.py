"""The surprisal of the words of texts, from a causal or a masked language model."""

from __future__ import annotations

from collections.abc import Sequence

from audit.scorers.hf import causal, masked
from audit.scorers.hf.architecture import Kind
from audit.scorers.hf.loading import Loaded
from audit.scorers.hf.surprisal import TokenSurprisal, by_word


class LanguageModel:
    """Texts to surprisal."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    def surprisals(self, texts: Sequence[str]) -> list[tuple[TokenSurprisal, ...]]:
        """Of each text, its words with their surprisal in bits, the whole text as their context."""
        encoded = self._loaded.encode(texts)
        token_bits = causal.token_bits if self._loaded.kind is Kind.CAUSAL else masked.token_bits
        bits = token_bits(self._loaded, [ids for ids, _ in encoded])
        return [by_word(t, pieces, held) for t, (_, pieces), held in zip(texts, encoded, bits, strict=True)]
