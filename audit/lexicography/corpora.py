"""Text to measure and mine with: plain or packed lines, or the rows of a judged set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from audit.errors import IngestError
from audit.text_files import lines

LONGEST_ARTICLE = 40
"""Paragraphs of text without blank lines that are taken for an article."""
HUMAN = "human"
"""How the system's name begins in rows that a person translated."""


def paragraphs(corpora: Iterable[Path], most_words: int | None = None) -> Iterator[str]:
    """The lines of .txt, .xz and .gz files that are not blank, each a paragraph; of each file up to so many words.

    Raises IngestError naming a file that cannot be read.
    """
    for path in corpora:
        words = 0
        for line in lines(path):
            if line.strip():
                yield line.strip()
                words += len(line.split())
                if most_words is not None and words >= most_words:
                    break


def articles(corpora: Iterable[Path], most_words: int | None = None) -> Iterator[tuple[str, ...]]:
    """The same files as articles: the paragraphs up to a blank line, `LONGEST_ARTICLE` at most.

    Of each file up to so many words, the article at that point whole. Raises IngestError for an unreadable file.
    """
    for path in corpora:
        held: list[str] = []
        words = 0
        for line in lines(path):
            if line.strip():
                held.append(line.strip())
                words += len(line.split())
            if held and (not line.strip() or len(held) == LONGEST_ARTICLE):
                yield tuple(held)
                held = []
                if most_words is not None and words >= most_words:
                    break
        if held:
            yield tuple(held)


def judged(corpora: Iterable[Path], pair: str = "") -> Iterator[tuple[str, str]]:
    """Source and machine translation of the rows of .jsonl and .jsonl.gz files, each pair once.

    `pair` (`es-en`) leaves out the rows of others. Raises IngestError naming a file that is not of the format.
    """
    seen: set[tuple[str, str]] = set()
    for path in corpora:
        for row in _rows(path):
            if row["target"] and not str(row.get("system")).startswith(HUMAN) and row.get("pair") in {pair, None}:
                held = (str(row.get("source") or ""), str(row["target"]))
                if held not in seen:
                    seen.add(held)
                    yield held


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines(path), start=1):
        try:
            row = json.loads(line)
            row["target"]
        except (json.JSONDecodeError, KeyError, TypeError) as cause:
            raise IngestError(f"no row of a judged set: {cause!r}", path=str(path), line=number) from cause
        yield row
