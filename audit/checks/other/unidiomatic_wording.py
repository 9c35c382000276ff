"""Wording that the model of English errors suspects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from audit import thresholds
from audit.check import Needs, paragraph_check
from audit.document import PROSE, Document, Paragraph, Role, Suspicion
from audit.finding import Mark, Severity
from audit.wording import judged

_GAP = re.compile(r"[\s,]*")
_READ = PROSE | {Role.HEADLINE, Role.HEADING}
_LEAST_PIECE = thresholds.MOST_WORDS // 2
"""Words of a piece of a long run, so that no piece is one word left over."""


@paragraph_check(
    id="OTH101",
    category="other",
    its_type="uncategorized",
    severity=Severity.MINOR,
    confidence=0.5,
    roles=_READ,
    needs=frozenset({Needs.SUSPICION}),
)
def unidiomatic_wording(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """Wording that reads as translated, found by a model and not by a rule.

    A rule knows its phrase; a machine errs in more ways than can be listed. The model has read human English and machine translation side by side and gives each word the probability that it is part of an error. Words over the bar that stand together are one span, and the confidence is the calibrated share of such spans that were errors; what the model merely doubts stays under the default confidence and is shown with `--min-confidence 0.2`. The model names no fault: read the span again, aloud.

    Bad (es-en):
        The police detained <v>to</v> the two suspects in the airport.
        The government has decided <v>of</v> increase the taxes.
    Good (es-en):
        The police detained the two suspects at the airport.
        The government has decided to raise taxes.
    """
    if document.target_lang != "en":
        return
    words = judged(paragraph, document)
    for bar in (thresholds.SUSPECT, thresholds.DOUBTED):
        runs = list(_runs(words, paragraph, bar))
        for first, last in runs:
            for piece in _pieces(words[first : last + 1], bar):
                yield _mark(piece, paragraph)
        told = {i for first, last in runs for i in range(first - 1, last + 2)}
        words = [replace(word, probability=0.0) if i in told else word for i, word in enumerate(words)]


def _runs(words: Sequence[Suspicion], paragraph: Paragraph, least: float) -> Iterator[tuple[int, int]]:
    """First and last word of each run of suspects, those one word apart joined where that word is suspect enough."""
    run: tuple[int, int] | None = None
    for i, word in enumerate(words):
        if word.probability < least:
            continue
        if run and _joins(words[run[1] : i + 1], paragraph):
            run = (run[0], i)
            continue
        if run:
            yield run
        run = (i, i)
    if run:
        yield run


def _joins(words: Sequence[Suspicion], paragraph: Paragraph) -> bool:
    """Whether the first and last of the words, at most one apart, are one span; no sentence end or mark parts them."""
    one, *between, other = words
    if len(between) > 1 or paragraph.sentence_at(one.start) != paragraph.sentence_at(other.start):
        return False
    bar = thresholds.BRIDGE * min(one.probability, other.probability)
    return all(word.probability >= bar for word in between) and all(
        _GAP.fullmatch(paragraph.text, left.end, right.start) for left, right in pairwise(words)
    )


def _pieces(run: Sequence[Suspicion], least: float) -> Iterator[Sequence[Suspicion]]:
    """A run cut into readable pieces, each before the least suspicious word in reach."""
    while len(run) > thresholds.MOST_WORDS:
        reach = range(_LEAST_PIECE, thresholds.MOST_WORDS + 1)
        cut = min(reach, key=lambda i: (run[i].probability, -i))
        yield _trimmed(run[:cut], least)
        run = run[cut:]
    yield _trimmed(run, least)


def _trimmed(piece: Sequence[Suspicion], least: float) -> Sequence[Suspicion]:
    suspects = [i for i, word in enumerate(piece) if word.probability >= least]
    return piece[suspects[0] : suspects[-1] + 1]


def _mark(piece: Sequence[Suspicion], paragraph: Paragraph) -> Mark:
    start, end = piece[0].start, piece[-1].end
    worst = max(word.probability for word in piece)
    return Mark(
        start=start,
        end=end,
        message=f"“{paragraph.text[start:end]}” reads as translated",
        confidence=thresholds.confidence(worst),
        severity=Severity.MAJOR if worst >= thresholds.GRAVE else Severity.MINOR,
        evidence={"suspicion": round(worst, 2)},
    )
