"""Words of human English that a scorer suspects, by dialect."""

from __future__ import annotations

from collections.abc import Sequence

from audit.bench.judgements import HumanText
from audit.bench.markdown import Section, number
from audit.bench.reader import Reader
from audit.bench.rows import grouped

SUSPECT = 0.5
"""The probability from which a word is more likely part of an error than not."""


def suspected(texts: Sequence[HumanText], reader: Reader) -> dict[str, tuple[int, float]]:
    """By dialect: words read, and how many per 1,000 are suspected."""
    read = zip(texts, reader.passages(held.text for held in texts), strict=True)
    words = [(held.dialect, word.probability >= SUSPECT) for held, fluency in read for word in fluency.words]
    groups = grouped(words, lambda one: one[0])
    return {dialect: (len(held), 1000 * sum(bad for _, bad in held) / len(held)) for dialect, held in groups.items()}


def section(texts: Sequence[HumanText], reader: Reader) -> Section:
    """The table by dialect."""
    rows = [(name, f"{count:,}", number(rate, 1)) for name, (count, rate) in suspected(texts, reader).items()]
    text = f"Words of English by people that have a probability of {SUSPECT} or more."
    header = ("dialect", "words", "suspected per 1,000")
    return Section(title="Suspicion of human English, by dialect", text=text, rows=(header, *rows))
