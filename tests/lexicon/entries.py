"""Makes lexicon entries for tests: a whole table line from the columns a test is about."""

from __future__ import annotations

from audit.lexicon.entry import COLUMNS, Entry, entry
from audit.lexicon.matcher import Lexicon, Match
from audit.lexicon.setting import Setting

DEFAULTS = {
    "id": "par-counterpart",
    "kind": "calque",
    "severity": "major",
    "source": "su par de",
    "pattern": "{possessive} pair of|from {place}",
    "context": "",
    "suggestion": "{possessive} counterpart from {place}",
    "note": '"par" is a counterpart',
    "bad": "He met <v>his pair of Russia</v>.",
    "good": "He bought his pair of shoes.",
    "provenance": "written",
    "human_pmw": "0.00",
    "machine_pmw": "",
}


def cells(**columns: str) -> list[str]:
    """A table line's cells, with these columns instead of the example's."""
    return [(DEFAULTS | columns)[column] for column in COLUMNS]


def made(pattern: str, *, suggestion: str = "", **columns: str) -> Entry:
    """An entry with this pattern; it deletes its match unless told otherwise."""
    return entry(cells(pattern=pattern, suggestion=suggestion, **columns))


def found(entry: Entry, text: str, source_text: str | None = None) -> list[Match]:
    """The entry's matches in a text of one sentence."""
    return Lexicon([entry]).matches(text, [(0, len(text))], Setting(source_text=source_text))


def spans(pattern: str, text: str, context: str = "") -> list[str]:
    """What a pattern marks in a text of one sentence."""
    return [text[match.start : match.end] for match in found(made(pattern, context=context), text)]
