"""How much of one text is rendered in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from audit.bitext.renderings import English
from audit.bitext.words import Word, content
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

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Its content words in lower case, each with a bit for every place where it stands among them."""
        held: dict[str, int] = {}
        for at, word in enumerate(self.words):
            held[word.low] = held.get(word.low, 0) | 1 << at
        return held

    @cached_property
    def numbers(self) -> Mapping[Quantity, int]:
        """Its numbers in figures without their places, each with a bit for every place, those after the words."""
        held: dict[Quantity, int] = {}
        for at, one in enumerate(self.figures, start=len(self.words)):
            bare = replace(one, start=0, end=0)
            held[bare] = held.get(bare, 0) | 1 << at
        return held

    @cached_property
    def size(self) -> int:
        """How many words and figures there are to be met."""
        return len(self.words) + len(self.figures)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The words and figures of either side that the other has, each a bit; figures follow the words."""

    source: int
    target: int


class Likenesses:
    """The likeness of any texts of two lists taken together, from that of each pair."""

    def __init__(self, source: Sequence[Side], target: Sequence[Side]) -> None:
        """Take the texts of both sides; those of one side are in one language."""
        self.source, self.target = source, target
        self._english = English((word.low for side in target for word in side.words), source[0].lang if source else "")
        self._met: dict[tuple[int, int], Meeting] = {}

    def of(self, ones: Iterable[int], others: Iterable[int]) -> float:
        """The share of words and figures with their like on the other side, 0–1; 0 where there are none."""
        ones, others = tuple(ones), tuple(others)
        met = sum(self._union(i, others) for i in ones) + sum(self._back(j, ones) for j in others)
        size = sum(self.source[i].size for i in ones) + sum(self.target[j].size for j in others)
        return met / size if size else 0.0

    def share(self, target: int, ones: Iterable[int]) -> float:
        """The share of a target's words and figures that some texts of the source have, 0–1."""
        size = self.target[target].size
        return self._back(target, ones) / size if size else 0.0

    def source_share(self, source: int, others: Iterable[int]) -> float:
        """The share of a source text's words and figures that some texts of the target have, 0–1."""
        size = self.source[source].size
        return self._union(source, others) / size if size else 0.0

    def _union(self, i: int, others: Iterable[int]) -> int:
        """How many words and figures of a source text some texts of the target have."""
        held = 0
        for j in others:
            held |= self._pair(i, j).source
        return held.bit_count()

    def _back(self, j: int, ones: Iterable[int]) -> int:
        """How many words and figures of a target some texts of the source have."""
        held = 0
        for i in ones:
            held |= self._pair(i, j).target
        return held.bit_count()

    def _pair(self, i: int, j: int) -> Meeting:
        found = self._met.get((i, j))
        if found is None:
            found = self._met[i, j] = meeting(self.source[i], self.target[j], self._english)
        return found


def meeting(source: Side, target: Side, english: English) -> Meeting:
    """What of two texts has its like in the other; `english` has the words of the target, and may have more."""
    met = back = 0
    for word, places in source.places.items():
        found = english.rendering(word)
        here = [bits for other in found if (bits := target.places.get(other))]
        if here:
            met |= places
            for bits in here:
                back |= bits
    for first, places in source.numbers.items():
        for second, bits in target.numbers.items():
            if equal(first, second):
                met |= places
                back |= bits
    return Meeting(met, back)
