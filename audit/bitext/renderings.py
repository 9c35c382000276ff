"""Which words of a text may stand for a word of another language, found without trying them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from audit.bitext.glossary import COGNATE_LETTERS, COGNATE_LIKENESS, COGNATE_PREFIX, STEM, folded, renderings, renders


class English:
    """The words of an English text, sorted, so that those that render a word are found by how they begin."""

    def __init__(self, words: Iterable[str], lang: str) -> None:
        """Take the words, in lower case, and the language that they are to render."""
        held = set(words)
        self._lang = lang
        self._written = sorted((word, word) for word in held)
        self._folded = sorted((folded(word), word) for word in held)
        self._long = {word: plain for plain, word in self._folded if len(plain) >= COGNATE_LETTERS}
        self._known: dict[str, frozenset[str]] = {}

    def rendering(self, word: str) -> frozenset[str]:
        """The words that may stand for a word in lower case: all those for which `renders` holds."""
        found = self._known.get(word)
        if found is None:
            found = frozenset(one for one in self._candidates(word) if renders(word, one, self._lang))
            self._known[word] = found
        return found

    def _candidates(self, word: str) -> set[str]:
        """All words that a rule of `renders` might hold for: the others share neither a beginning nor most letters."""
        plain = folded(word)
        held = set(_beginning(self._folded, plain[:COGNATE_PREFIX]))
        if len(plain) >= COGNATE_LETTERS:
            alike = process.extract(plain, self._long, scorer=fuzz.ratio, score_cutoff=COGNATE_LIKENESS, limit=None)
            held.update(english for _, _, english in alike)
        for rendering in renderings(word, self._lang):
            beginning = rendering[:-1] if rendering.endswith("*") else rendering[:STEM]
            held.update(_beginning(self._written, beginning))
        return held


def _beginning(held: Sequence[tuple[str, str]], beginning: str) -> Iterator[str]:
    """The words whose key begins so."""
    at = bisect_left(held, (beginning, ""))
    while at < len(held) and held[at][0].startswith(beginning):
        yield held[at][1]
        at += 1
