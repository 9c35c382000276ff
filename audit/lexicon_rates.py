"""Keeps a lexicon honest: its examples must hold, and its hits in human-written English are counted, never guessed."""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.lexicon import index_words, inflection
from audit.lexicon.entry import COLUMNS, Entry
from audit.lexicon.matcher import Lexicon, Span
from audit.lexicon.rule import SOURCE_BOUND

Splitter = Callable[[str], Sequence[Span]]
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])")
_LEMMA = re.compile(r"(?<!\w)~([^\s|~()\[\]?;]+)")
_PER_MILLION = 1_000_000
_MEASURED = COLUMNS.index("human_pmw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An entry that does not keep its word."""

    entry_id: str
    message: str


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


def problems(lexicon: Lexicon) -> Iterator[Problem]:
    """Ids and patterns used twice, bad examples without exactly the marked span, good examples with any."""
    seen: set[object] = set()
    for entry in lexicon.entries:
        same_fault = (entry.pattern, entry.context, entry.sources if SOURCE_BOUND in entry.context else None)
        for key, message in ((entry.id, "id used twice"), (same_fault, "pattern and context used twice")):
            if key in seen:
                yield Problem(entry_id=entry.id, message=message)
            seen.add(key)
        yield from _example_problems(entry)


def count(lexicon: Lexicon, paragraphs: Iterable[str], split: Splitter | None = None) -> Rates:
    """Count the hits of every entry over paragraphs, without a source; `split` gives a paragraph's sentence spans."""
    split = split or sentence_spans
    words, hits = 0, Counter[str]()
    for paragraph in paragraphs:
        words += len(_WORD.findall(paragraph))
        hits.update(match.entry.id for match in lexicon.matches(paragraph, split(paragraph)))
    return Rates(words=words, hits=hits)


def paragraphs(corpora: Iterable[Path]) -> Iterator[str]:
    """The lines of .txt and .xz files that are not blank, each one paragraph."""
    for path in corpora:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            yield from (line.rstrip("\n") for line in lines if line.strip())


def sentence_spans(text: str) -> list[Span]:
    """Sentences by their final punctuation alone: fast, and only an approximation (it splits after "Mr.")."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def with_rates(table: str, rates: Rates) -> str:
    """The text of a table, its `human_pmw` column filled (two decimals) and its lines sorted by id."""
    header, *lines = table.splitlines()
    rows = sorted(line.split("\t") for line in lines if line.strip())
    for row in rows:
        row[_MEASURED:] = [f"{rates.per_million(row[0]):.2f}"]
    return "\n".join([header, *("\t".join(row) for row in rows)]) + "\n"


def derived_tables(tables: Iterable[str]) -> dict[str, str]:
    """The texts of the files under `audit/data/` that follow from the lexicon tables given as texts, by file name.

    They are the forms of every lemma in the patterns and contexts, and the words every pattern is filed under. Raises
    ModuleNotFoundError without LemmInflect.
    """
    pattern, context = COLUMNS.index("pattern"), COLUMNS.index("context")
    rows = [line.split("\t") for table in tables for line in table.splitlines()[1:] if line.strip()]
    lemmas = {lemma.lower() for row in rows for lemma in _LEMMA.findall(f"{row[pattern]} {row[context]}")}
    return {
        f"{inflection.TABLE}.tsv": inflection.table_text(lemmas),
        f"{index_words.TABLE}.tsv": index_words.table_text(row[pattern] for row in rows),
    }


def _example_problems(entry: Entry) -> Iterator[Problem]:
    alone = Lexicon([entry])
    source = " ".join(entry.sources)
    bad = entry.bad_example
    found = alone.matches(bad.text, [(0, len(bad.text))], source)
    spans = tuple((match.start, match.end) for match in found)
    if not bad.spans or spans != bad.spans:
        marked = [bad.text[start:end] for start, end in spans]
        yield Problem(entry_id=entry.id, message=f"the bad example gives {marked}, not what it marks")
    for match in alone.matches(entry.good, [(0, len(entry.good))], source):
        yield Problem(entry_id=entry.id, message=f"the good example gives {entry.good[match.start : match.end]!r}")
