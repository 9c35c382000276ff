"""Counts the words and pairs of words of clean text, for the languages that phrases are translated back into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.artifact_model.ngrams import NgramCounts, save
from audit.back_translation.associations import TABLES
from audit.errors import IngestError
from audit.training.artifact_model.counting import count
from audit.training.translator.reading import lines


def make(paths: Sequence[Path], output: Path) -> NgramCounts:
    """Count the paragraphs of files, one a line, and write the counts; `.xz` and `.gz` are read as they are.

    Raises IngestError when a file cannot be read, or when no pair of words comes twice.
    """
    counts = count(_paragraphs(paths), TABLES)
    if not all(len(table.keys) for table in counts.tables.values()):
        raise IngestError("too little text to count", path=str(paths[0]))
    output.parent.mkdir(parents=True, exist_ok=True)
    save(counts, output)
    return counts


def _paragraphs(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        yield from (line.strip() for line in lines(path) if line.strip())
