"""A forced decoder for tests: it knows some pairs of words, and expects no others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from audit.engine import ForcedPiece
from tests.back_translation.glossary import Glossary

EXPECTED, UNEXPECTED = -0.5, -6.0
"""Log-probabilities of a word after one it is known to follow, and of any other."""
LONG = 40
"""Words of a sentence from which it is not read."""


class Reader(Glossary):
    """Translates as the glossary does; pieces are words with the space before them.

    `known` are pairs of words as they meet in good text; `ways` tells how to go on after a beginning.
    """

    name = "reader"

    def __init__(self, known: str, ways: Mapping[str, Sequence[str]] | None = None) -> None:
        """Know the pairs of words of a text."""
        super().__init__()
        words = known.split()
        self._known = {*pairwise(words), *(("", word) for word in words[:1])}
        self._ways = ways or {}
        self.sources: list[str] = []
        self.begun: list[str] = []

    def forced(
        self, pairs: Sequence[tuple[str, str]], _source_lang: str, _target_lang: str
    ) -> list[tuple[ForcedPiece, ...]]:
        """Each word by the one before it."""
        self.sources += [source for source, _ in pairs]
        return [self._read(target) for _, target in pairs]

    def continued(
        self, prefixes: Sequence[tuple[str, str]], _source_lang: str, _target_lang: str, *, most: int
    ) -> list[list[str]]:
        """What it was told."""
        self.begun += [prefix for _, prefix in prefixes]
        return [list(self._ways.get(prefix, ()))[:most] for _, prefix in prefixes]

    def _read(self, target: str) -> tuple[ForcedPiece, ...]:
        spans = [match.span() for match in re.finditer(r"\s*\S+", target)]
        words = ["", *(target[start:end].strip().rstrip(".") for start, end in spans)]
        if len(spans) > LONG:
            return ()
        return tuple(
            ForcedPiece(start=start, end=end, logprob=EXPECTED if pair in self._known else UNEXPECTED)
            for (start, end), pair in zip(spans, pairwise(words), strict=False)
        )
