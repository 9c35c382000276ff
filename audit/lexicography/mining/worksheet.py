"""A worksheet of candidates that a person turns into entries: the columns of a lexicon, begun, and the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.errors import ConfigError
from audit.lexicography.mining.candidates import Candidate
from audit.lexicon.entry import COLUMNS

EVIDENCE = ("z", "machine_count", "human_count", "likeness", "translation", "source_sentence")
"""Columns beside those of a lexicon: what speaks for the candidate. Log-odds in standard deviations, occurrences, how
surely `source` is what it was translated from (0–1), and the shortest sentence that holds it."""
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Lines of a worksheet a person has been through: those with a suggestion are entries."""

    entries: tuple[list[str], ...]
    passed_over: int


def text(candidates: Iterable[Candidate]) -> str:
    """The worksheet, tab-separated, header first; a person fills in suggestion, note and examples of the good ones."""
    lines = ["\t".join((*COLUMNS, *EVIDENCE))]
    lines += ["\t".join(map(_cell, _cells(candidate))) for candidate in candidates]
    return "\n".join(lines) + "\n"


def read(lines: Sequence[str], path: str) -> Sheet:
    """The entries of a worksheet; raises ConfigError when it has other columns."""
    if not lines or tuple(lines[0].split("\t")[: len(COLUMNS)]) != COLUMNS:
        raise ConfigError(f"{path}:1: no worksheet of `audit lexicon mine`: its first columns must be {COLUMNS}")
    rows = [line.split("\t") for line in lines[1:] if line.strip()]
    accepted = tuple(_accepted(rows))
    return Sheet(entries=accepted, passed_over=len(rows) - len(accepted))


def _accepted(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    suggestion = COLUMNS.index("suggestion")
    for row in rows:
        if len(row) > suggestion and row[suggestion].strip():
            yield (row + [""] * len(COLUMNS))[: len(COLUMNS)]


def _cells(candidate: Candidate) -> Iterator[str]:
    source, translation = candidate.examples[0] if candidate.examples else ("", "")
    drafted = {
        "id": "mined-" + _NO_ID.sub("-", candidate.pattern.lower()).strip("-"),
        "kind": "calque",
        "severity": "minor",
        "source": candidate.source,
        "pattern": candidate.pattern,
        "provenance": "mined",
        "human_pmw": f"{candidate.human_pmw:.2f}",
        "machine_pmw": f"{candidate.machine_pmw:.2f}",
    }
    yield from (drafted.get(column, "") for column in COLUMNS)
    yield f"{candidate.z:.2f}"
    yield str(candidate.machine_count)
    yield str(candidate.human_count)
    yield f"{candidate.likeness:.2f}"
    yield translation
    yield source


def _cell(value: str) -> str:
    return " ".join(value.split())
