"""One line of a lexicon table, parsed and checked; the columns are explained in docs/lexicon.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.errors import ConfigError
from audit.finding import Severity
from audit.lexicon.rule import read_rule
from audit.rule_text import Example, example

COLUMNS = (
    "id", "kind", "severity", "source", "pattern", "context", "suggestion", "note", "bad", "good", "provenance",
    "human_pmw", "machine_pmw",
)  # fmt: skip
KINDS = frozenset(
    {
        "calque",
        "false-friend",
        "literal-idiom",
        "reporting-verb",
        "calque-connective",
        "preposition",
        "name-translated",
    }
)
PROVENANCES = frozenset({"written", "mined"})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEVERITIES = frozenset({Severity.MINOR, Severity.MAJOR, Severity.CRITICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fault a machine makes with one source phrase, and what to write instead.

    `pattern` and `context` are as written: reading them is put off until a text may hold the fault. `suggestions` are
    the alternatives, empty to delete the match; `sources`, `bad` and `good` may be empty in a desk's own table.
    `human_pmw` and `machine_pmw` are hits per million words of English that people wrote and that machines translated
    from the language, None when not measured.
    """

    id: str
    kind: str
    severity: Severity
    sources: tuple[str, ...]
    pattern: str
    context: str
    suggestions: tuple[str, ...]
    note: str
    bad: str
    good: str
    provenance: str
    human_pmw: float | None = None
    machine_pmw: float | None = None

    @property
    def bad_example(self) -> Example:
        """The sentence with the fault, and the span that must be marked."""
        return example(self.bad)


def read(lines: Iterable[str], path: str | Path, *, checked: bool = True) -> Iterator[Entry]:
    """Parse the lines of a table, header first; raises ConfigError with path, line number and what is wrong.

    Unless `checked`, patterns and contexts are taken on trust and read when they are needed.
    """
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        try:
            if number == 1:
                _check_header(cells)
            elif line.strip() and not line.startswith("#"):
                yield entry(cells, checked=checked)
        except (ValueError, ConfigError) as cause:
            raise ConfigError(f"{path}:{number}: {cause}") from cause


def entry(cells: list[str], *, checked: bool = True) -> Entry:
    """Parse one line's cells; raises ValueError saying what is wrong."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {len(COLUMNS)}")
    name, kind, severity, source, pattern, context, suggestion, note, bad, good, provenance, *rates = cells
    _check_choices(name, kind, severity, provenance)
    if checked:
        read_rule(pattern, context, suggestion)
    return Entry(
        id=name,
        kind=kind,
        severity=Severity(severity),
        sources=tuple(phrase.strip() for phrase in source.split("|")) if source.strip() else (),
        pattern=pattern,
        context=context,
        suggestions=tuple(text.strip() for text in suggestion.split(" / ")) if suggestion.strip() else (),
        note=note,
        bad=bad,
        good=good,
        provenance=provenance,
        human_pmw=float(rates[0]) if rates[0] else None,
        machine_pmw=float(rates[1]) if rates[1] else None,
    )


def _check_header(cells: list[str]) -> None:
    if tuple(cells) != COLUMNS:
        raise ValueError(f"the header must be {', '.join(COLUMNS)}")


def _check_choices(name: str, kind: str, severity: str, provenance: str) -> None:
    if not _ID.fullmatch(name):
        raise ValueError(f"id {name!r}: lower-case letters, digits and hyphens")
    for column, value, choices in (
        ("kind", kind, KINDS),
        ("severity", severity, _SEVERITIES),
        ("provenance", provenance, PROVENANCES),
    ):
        if value not in choices:
            raise ValueError(f"{column} {value!r} is none of {', '.join(sorted(choices))}")
