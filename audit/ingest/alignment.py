"""Finds again, among the paragraphs of a page, the paragraphs an extractor took from it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

SHORT = 20
"""Characters below which a text proves nothing by standing inside another: three or four words."""

WINDOW = 200_000
"""Characters searched for the next paragraph, so that the work stays linear: more than any news page holds."""

SAMPLES, SAMPLE = 8, 20
"""Places where two long texts are compared, and characters at each."""

COMPARED_TOO = 10_000
"""Pairs of texts compared loosely in one gap at most: bounds the work on a page where nothing fits."""

LIKENESS = 80
"""Similarity (0–100, Indel) from which two short texts are one: two characters of twenty may differ."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which page paragraphs were taken, by index, and which extracted texts are nowhere on the page.

    `missing` holds (index of the page paragraph it would stand before, index of the extracted text).
    """

    taken: set[int] = field(default_factory=set)
    missing: list[tuple[int, int]] = field(default_factory=list)


def squeezed(text: str) -> str:
    """Text without white space and unprintable characters, in NFC: what an extractor can be relied on to keep."""
    joined = "".join(text.split())
    kept = joined if joined.isprintable() else "".join(filter(str.isprintable, joined))
    return unicodedata.normalize("NFC", kept)


def align(extracted: Sequence[str], page: Sequence[str]) -> Alignment:
    """Align squeezed texts with the squeezed paragraphs of their page, both in order.

    Texts that occur once in both are anchors (patience diff); between two anchors a paragraph is taken when the
    extracted text holds it, or it holds an extracted text, or the two are alike.
    """
    return _Aligner(extracted, page).run()


class _Aligner:
    __slots__ = ("_alignment", "_extracted", "_page", "_whole")

    def __init__(self, extracted: Sequence[str], page: Sequence[str]) -> None:
        self._extracted, self._page = extracted, page
        self._whole = {text: index for index, text in reversed(list(enumerate(page)))}
        self._alignment = Alignment()

    def run(self) -> Alignment:
        here = there = 0
        for anchor in _anchors(self._extracted, self._page):
            self._gap(range(here, anchor[0]), range(there, anchor[1]))
            self._alignment.taken.add(anchor[1])
            here, there = anchor[0] + 1, anchor[1] + 1
        self._gap(range(here, len(self._extracted)), range(there, len(self._page)))
        return self._alignment

    def _gap(self, here: range, there: range) -> None:
        if not here:
            return
        spans = dict(_held([self._extracted[i] for i in here], self._page, there))
        self._alignment.taken.update(spans)
        loose = [place for place in there if place not in spans and self._page[place]][: COMPARED_TOO // len(here)]
        for index in self._uncovered(here, list(spans.values())):
            text = self._extracted[index]
            found = next((place for place in loose if _alike(text, self._page[place])), self._whole.get(text))
            if found is not None:
                self._alignment.taken.add(found)
            elif len(text) >= SHORT:
                self._alignment.missing.append((there.stop, index))

    def _uncovered(self, here: range, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
        """The extracted texts less than half of which is held by paragraphs; spans are in order and apart."""
        start, next_span = 0, 0
        for index in here:
            end = start + len(self._extracted[index])
            covered = 0
            while next_span < len(spans) and spans[next_span][0] < end:
                covered += min(end, spans[next_span][1]) - max(start, spans[next_span][0])
                if spans[next_span][1] > end:
                    break
                next_span += 1
            if covered * 2 < end - start:
                yield index
            start = end


def _held(texts: Sequence[str], page: Sequence[str], there: range) -> Iterator[tuple[int, tuple[int, int]]]:
    """The page paragraphs that stand in the joined texts, in order, each with its (start, end) there."""
    joined = "".join(texts)
    wholes: defaultdict[str, list[int]] = defaultdict(list)
    position = 0
    for text in texts:
        wholes[text].append(position)
        position += len(text)
    cursor = 0
    for place in there:
        sought = page[place]
        found = cursor if joined.startswith(sought, cursor) else -1
        if found < 0 and sought in wholes:
            index = bisect_left(wholes[sought], cursor)
            found = wholes[sought][index] if index < len(wholes[sought]) else -1
        if found < 0 and len(sought) >= SHORT:
            found = joined.find(sought, cursor, cursor + WINDOW + len(sought))
        if sought and found >= 0:
            cursor = found + len(sought)
            yield place, (found, cursor)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORT * 3:
        return ratio(one, other) >= LIKENESS
    step = (len(shorter) - SAMPLE) // (SAMPLES - 1)
    hits = sum(shorter[i * step : i * step + SAMPLE] in longer for i in range(SAMPLES))
    return hits * 2 >= SAMPLES


def _anchors(extracted: Sequence[str], page: Sequence[str]) -> list[tuple[int, int]]:
    there = _unique(page)
    return _increasing([(here, there[text]) for text, here in _unique(extracted).items() if text in there])


def _unique(texts: Sequence[str]) -> dict[str, int]:
    counts = Counter(texts)
    return {text: index for index, text in enumerate(texts) if text and counts[text] == 1}


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in order of the first, whose second grows (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [index]
        below.append(piles[pile - 1] if pile else None)
    chain: list[tuple[int, int]] = []
    card = piles[-1] if piles else None
    while card is not None:
        chain.append(pairs[card])
        card = below[card]
    return chain[::-1]
