"""Where the training text lies under the data folder, and how it is read."""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path

NEWS_HELD_BACK = 1_200
"""Documents at the start of the news text that false alarms are measured on."""
LENGTH = range(6, 46)
"""Words of a sentence worth learning from."""
PARALLEL = {"nc11": 4, "globalvoices": 4, "europarl_ted": 4}
"""Parallel texts with the step at which their lines are rendered literally; the other lines are counted."""
COUNTED_WHOLE = ("tatoeba", "docs_po")
"""Parallel texts that are only counted: near-duplicates, and phrases too short to learn from."""
NEWS_STEP = 4
"""One news document in so many is trained on, the others are counted: a sequence that is odd must not be counted
because it stands in the very sentence that is read."""


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
    """Whole sentences of the news articles that are trained on, shuffled."""
    from sentencex import segment

    held: list[str] = []
    for document, line in _news(data):
        if document % NEWS_STEP:
            continue
        sentences = map(str.strip, segment("en", line.strip()))
        held += [one for one in sentences if len(one.split()) in LENGTH and one[-1] in '.?!”"']
    random.Random(seed).shuffle(held)  # noqa: S311 - reproducible, not secret
    return held[:wanted]


def parallel(data: Data, wanted: int) -> list[tuple[str, str]]:
    """(Spanish, English) lines of all parallel texts; the TED part, whose licence forbids it, is left out."""
    held: list[tuple[str, str]] = []
    for name, step in PARALLEL.items():
        rows = zip(lines(data.text(f"{name}.es")), lines(data.text(f"{name}.en")), _tags(data, name), strict=False)
        fit = (
            (es, en) for es, en, tag in islice(rows, 0, None, step) if "ted" not in tag and len(en.split()) in LENGTH
        )
        held += [(es.replace("\t", " "), en) for es, en in fit]
    random.Random(0).shuffle(held)  # noqa: S311 - reproducible, not secret
    return held[:wanted]


def counted(data: Data) -> Iterator[str]:
    """The English that word sequences are counted in: none of it is trained on."""
    yield from (line.strip() for document, line in _news(data) if document % NEWS_STEP)
    for name in (*PARALLEL, *COUNTED_WHOLE):
        step = PARALLEL.get(name)
        for at, (line, tag) in enumerate(zip(lines(data.text(f"{name}.en")), _tags(data, name), strict=False)):
            if "ted" not in tag and (step is None or at % step):
                yield line


def _news(data: Data) -> Iterator[tuple[int, str]]:
    """Number of the document and line, past the documents held back."""
    document = 0
    for line in lines(data.text("allsides.en")):
        document += not line.strip()
        if document >= NEWS_HELD_BACK and line.strip():
            yield document, line


def _tags(data: Data, name: str) -> Iterator[str]:
    path = data.text(f"{name}.tag")
    return lines(path) if path.exists() else repeat("")
