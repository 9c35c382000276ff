"""How much of one text is rendered in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from audit.bitext.glossary import renders
from audit.bitext.words import Word, content, words
from audit.quantities.matching import equal
from audit.quantities.quantity import Quantity
from audit.quantities.reading import quantities


@dataclass(frozen=True)
class Side:
    """A text as it is likened: its content words and its numbers in figures."""

    text: str
    lang: str
    lenient: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its content words."""
        return content(self.text, self.lang)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Its numbers in figures."""
        return tuple(one for one in quantities(self.text, self.lang, lenient=self.lenient) if one.figures)

    @property
    def size(self) -> int:
        """How many words and figures there are to be met."""
        return len(self.words) + len(self.figures)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The words and figures of either side, by index, that the other has; figures follow the words."""

    source: frozenset[int]
    target: frozenset[int]


@dataclass(slots=True)
class Likenesses:
    """The likeness of any texts of two lists taken together, from that of each pair."""

    source: Sequence[Side]
    target: Sequence[Side]
    _met: dict[tuple[int, int], Meeting] = field(default_factory=dict)

    def of(self, ones: Iterable[int], others: Iterable[int]) -> float:
        """The share of words and figures with their like on the other side, 0–1; 0 where there are none."""
        ones, others = tuple(ones), tuple(others)
        met = sum(len(self._union(i, others)) for i in ones) + sum(len(self._back(j, ones)) for j in others)
        size = sum(self.source[i].size for i in ones) + sum(self.target[j].size for j in others)
        return met / size if size else 0.0

    def share(self, target: int, ones: Iterable[int]) -> float:
        """The share of a target's words and figures that some texts of the source have, 0–1."""
        size = self.target[target].size
        return len(self._back(target, tuple(ones))) / size if size else 0.0

    def source_share(self, source: int, others: Iterable[int]) -> float:
        """The share of a source text's words and figures that some texts of the target have, 0–1."""
        size = self.source[source].size
        return len(self._union(source, tuple(others))) / size if size else 0.0

    def _union(self, i: int, others: Iterable[int]) -> frozenset[int]:
        return frozenset().union(*(self._pair(i, j).source for j in others))

    def _back(self, j: int, ones: Iterable[int]) -> frozenset[int]:
        return frozenset().union(*(self._pair(i, j).target for i in ones))

    def _pair(self, i: int, j: int) -> Meeting:
        if (i, j) not in self._met:
            self._met[i, j] = meeting(self.source[i], self.target[j])
        return self._met[i, j]


def meeting(source: Side, target: Side) -> Meeting:
    """What of two texts has its like in the other."""
    met: set[int] = set()
    back: set[int] = set()
    ones, others = source.words, target.words
    for at, one in enumerate(ones):
        found = rendered_by(one.low, tuple(dict.fromkeys(other.low for other in others)), source.lang)
        places = [place for place, other in enumerate(others) if other.low in found] if found else []
        back.update(places)
        met.update([at] if places else [])
    for at, first in enumerate(source.figures, start=len(ones)):
        for place, second in enumerate(target.figures, start=len(others)):
            if equal(first, second):
                met.add(at)
                back.add(place)
    return Meeting(frozenset(met), frozenset(back))


@lru_cache(maxsize=20_000)
def rendered_by(word: str, others: tuple[str, ...], lang: str) -> frozenset[str]:
    """Which of some English words may stand for a word."""
    return frozenset(other for other in others if renders(word, other, lang))


def copied(source: str, target: str) -> float:
    """The share of the words of the target that the source has too, letter by letter, 0–1."""
    there = {word.low for word in words(source)}
    held = [word.low for word in words(target)]
    return sum(word in there for word in held) / len(held) if held else 0.0
