"""Reads parallel text: two line-aligned files, or one of two columns; plain, .gz or .xz."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audit import text_files
from audit.errors import IngestError
from audit.text_files import OPENERS
from audit.training.translator.direction import Direction

Pair = tuple[str, str]
"""One text in the source and in the target language of the pair."""


def read(path: str, direction: Direction) -> tuple[list[Pair], list[str] | None]:
    """The pairs of a corpus and, where it has them, their tags.

    `path` is a file `….tsv` (also .gz, .xz), or the stem of `STEM.es`, `STEM.en` and perhaps `STEM.tag`.
    Raises IngestError when a file is not there, is not text, or does not fit the other.
    """
    if path.removesuffix(".gz").removesuffix(".xz").endswith(".tsv"):
        return list(_columns(path)), None
    one, other = (_found(path, code) for code in (direction.source, direction.target))
    pairs = list(zip(*_aligned(one, other), strict=True))
    tags = _existing(path, "tag")
    return pairs, None if tags is None else _aligned(one, tags)[1]


def lines(path: Path) -> Iterator[str]:
    """The lines of a file, without their ends."""
    return (line.rstrip("\r\n") for line in text_files.lines(path))


def _aligned(one: Path, other: Path) -> tuple[list[str], list[str]]:
    left, right = list(lines(one)), list(lines(other))
    if len(left) != len(right):
        raise IngestError(f"{len(right)} lines, but {len(left)} in {one}: not aligned", path=str(other))
    return left, right


def _columns(path: str) -> Iterator[Pair]:
    for number, line in enumerate(lines(Path(path)), 1):
        cells = line.split("\t")
        if len(cells) != 2:  # noqa: PLR2004 - one column per language
            raise IngestError(f"{len(cells)} columns, not 2", path=path, line=number)
        yield cells[0], cells[1]


def _existing(stem: str, end: str) -> Path | None:
    return next((path for suffix in OPENERS if (path := Path(f"{stem}.{end}{suffix}")).exists()), None)


def _found(stem: str, code: str) -> Path:
    path = _existing(stem, code)
    if path is None:
        names = " or ".join(f"{stem}.{code}{suffix}" for suffix in OPENERS)
        raise IngestError(f"not there: {names}")
    return path
