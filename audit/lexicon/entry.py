"""One line of a lexicon table, parsed and checked; the columns are explained in docs/lexicon.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.errors import ConfigError
from audit.finding import Severity
from audit.lexicon.pattern import Pattern, item, parse
from audit.rule_text import Example, example

COLUMNS = (
    "id", "kind", "severity", "source", "pattern", "context", "suggestion", "note", "bad", "good", "provenance",
    "human_pmw",
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
_SLOT = re.compile(r"\{(\w*)\}")
_SEVERITIES = frozenset({Severity.MINOR, Severity.MAJOR, Severity.CRITICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the rest of the sentence must hold (`present`), must not (`absent`): alternatives as regular expressions.

    `needed` are words of which one stands in any sentence that `present` matches.
    """

    present: tuple[Pattern, ...] = ()
    absent: tuple[Pattern, ...] = ()
    at_source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fault a machine makes with one source phrase, and what to write instead.

    `suggestions` are the alternatives, empty to delete the match; `human_pmw` is hits per million words of human
    English, None when not measured.
    """

    id: str
    kind: str
    severity: Severity
    sources: tuple[str, ...]
    pattern: Pattern
    context: Context
    suggestions: tuple[str, ...]
    note: str
    bad: str
    good: str
    provenance: str
    human_pmw: float | None = None

    @property
    def bad_example(self) -> Example:
        """The sentence with the fault, and the span that must be marked."""
        return example(self.bad)


def read(lines: Iterable[str], path: str | Path) -> Iterator[Entry]:
    """Parse the lines of a table, header first; raises ConfigError with path, line number and what is wrong."""
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        try:
            if number == 1:
                _check_header(cells)
            elif line.strip() and not line.startswith("#"):
                yield entry(cells)
        except (ValueError, ConfigError) as cause:
            raise ConfigError(f"{path}:{number}: {cause}") from cause


def entry(cells: list[str]) -> Entry:
    """Parse one line's cells; raises ValueError saying what is wrong."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {len(COLUMNS)}")
    name, kind, severity, source, pattern, context, suggestion, note, bad, good, provenance, human_pmw = cells
    _check_choices(name, kind, severity, provenance)
    parsed = parse(pattern)
    _check_slots(suggestion, parsed)
    return Entry(
        id=name,
        kind=kind,
        severity=Severity(severity),
        sources=tuple(phrase.strip() for phrase in source.split("|")),
        pattern=parsed,
        context=_context(context),
        suggestions=tuple(text.strip() for text in suggestion.split(" / ")) if suggestion.strip() else (),
        note=note,
        bad=bad,
        good=good,
        provenance=provenance,
        human_pmw=float(human_pmw) if human_pmw else None,
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


def _check_slots(suggestion: str, pattern: Pattern) -> None:
    for slot in _SLOT.findall(suggestion):
        if slot not in pattern.slots:
            raise ValueError(f"the suggestion has {{{slot}}}, the pattern has not")


def _context(text: str) -> Context:
    conditions = [condition.strip() for condition in text.split(";") if condition.strip()]
    for condition in conditions:
        if condition[0] not in "+-" and condition != "@source":
            raise ValueError(f"context {condition!r}: +words, -words or @source")
    return Context(
        present=tuple(_condition(condition) for condition in conditions if condition[0] == "+"),
        absent=tuple(_condition(condition) for condition in conditions if condition[0] == "-"),
        at_source="@source" in conditions,
    )


def _condition(text: str) -> Pattern:
    """A context's words as a pattern: `+court|human rights` allows phrases, as an alternative in parentheses does."""
    found = item(f"({text[1:].strip()})")
    return Pattern(
        regex=found.regex, needed=(found.keys,) if found.keys else (), slots=found.slots, at_start=False
    )
