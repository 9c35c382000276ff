"""Counts a lexicon's hits in English that people and machines wrote: rates are measured, never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from audit.lexicon.entry import COLUMNS
from audit.lexicon.matcher import Lexicon, Span
from audit.lexicon.setting import Setting
from audit.lexicon.topics import topics

Splitter = Callable[[str], Sequence[Span]]
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])")
_PER_MILLION = 1_000_000
_HUMAN, _MACHINE = COLUMNS.index("human_pmw"), COLUMNS.index("machine_pmw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Hits of each entry, by id, in a corpus of so many words."""

    words: int
    hits: Counter[str]

    def per_million(self, entry_id: str) -> float:
        """Hits of one entry per million words; 0 for an empty corpus."""
        return self.hits[entry_id] * _PER_MILLION / max(self.words, 1)

    @property
    def total_per_million(self) -> float:
        """Hits of all entries together per million words."""
        return self.hits.total() * _PER_MILLION / max(self.words, 1)


def count(lexicon: Lexicon, articles: Iterable[Sequence[str]], split: Splitter | None = None) -> Rates:
    """Count the hits of every entry over articles given as paragraphs, without their sources.

    They are taken for translations from the lexicon's language; `split` gives a paragraph's sentence spans.
    """
    split = split or sentence_spans
    words, hits = 0, Counter[str]()
    for article in articles:
        setting = Setting(topics=topics(article), translated=True)
        for paragraph in article:
            words += len(_WORD.findall(paragraph))
            hits.update(match.entry.id for match in lexicon.matches(paragraph, split(paragraph), setting))
    return Rates(words=words, hits=hits)


def sentence_spans(text: str) -> list[Span]:
    """Sentences by their final punctuation alone: fast, and only an approximation (it splits after "Mr.")."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def with_rates(table: str, human: Rates, machine: Rates | None = None) -> str:
    """The text of a table, its columns of rates filled (two decimals) and its lines sorted by id.

    Without `machine` text to measure in, that column keeps what it holds.
    """
    header, *lines = table.splitlines()
    rows = sorted(line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    for row in rows:
        row[_HUMAN] = f"{human.per_million(row[0]):.2f}"
        if machine is not None:
            row[_MACHINE] = f"{machine.per_million(row[0]):.2f}"
    return "\n".join([header, *("\t".join(row) for row in rows)]) + "\n"
