"""Where the training text lies under the data folder, and how it is read."""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

NEWS_HELD_BACK = 1_200
"""Documents at the start of the news text that false alarms are measured on."""
LENGTH = range(6, 46)
"""Words of a sentence worth learning from."""
PARALLEL = {"nc11": 4, "globalvoices": 1, "europarl_ted": 3, "tatoeba": 12}
"""Parallel texts with the step at which their lines are taken; near-duplicates and speeches count less than columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The data folder: `bench/` with judged rows, `text/` with clean and parallel text."""

    root: Path

    def judged(self, name: str) -> Path:
        """A file of judged rows."""
        return self.root / "bench" / f"{name}.jsonl.gz"

    def text(self, name: str) -> Path:
        """A file of text."""
        return self.root / "text" / f"{name}.xz"


def lines(path: Path) -> Iterator[str]:
    """The lines of an xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        yield from (line.rstrip("\n") for line in stream)


def news_sentences(data: Data, wanted: int, seed: int) -> list[str]:
    """Whole sentences of news articles, shuffled; every fourth document past those held back."""
    from sentencex import segment

    held: list[str] = []
    document = 0
    for line in lines(data.text("allsides.en")):
        document += not line.strip()
        if document < NEWS_HELD_BACK or document % 4 or not line.strip():
            continue
        sentences = map(str.strip, segment("en", line.strip()))
        held += [one for one in sentences if len(one.split()) in LENGTH and one[-1] in '.?!”"']
    random.Random(seed).shuffle(held)  # noqa: S311 - reproducible, not secret
    return held[:wanted]


def parallel(data: Data, wanted: int) -> list[tuple[str, str]]:
    """(Spanish, English) lines of all parallel texts; the TED part, whose licence forbids it, is left out."""
    held: list[tuple[str, str]] = []
    for name, step in PARALLEL.items():
        tags = data.text(f"{name}.tag")
        marks = lines(tags) if tags.exists() else iter(lambda: "", None)
        rows = zip(lines(data.text(f"{name}.es")), lines(data.text(f"{name}.en")), marks, strict=False)
        fit = (
            (es, en) for es, en, tag in islice(rows, 0, None, step) if "ted" not in tag and len(en.split()) in LENGTH
        )
        held += [(es.replace("\t", " "), en) for es, en in fit]
    random.Random(0).shuffle(held)  # noqa: S311 - reproducible, not secret
    return held[:wanted]
