"""A desk's glossary: how terms of the source are rendered, and which renderings must not stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from audit import own_tables
from audit.document import TableFile
from audit.errors import ConfigError
from audit.finding import Severity
from audit.own_tables import Row, Sheet
from audit.terms.rendering import Rendering
from audit.terms.source import source_words

COLUMNS = ("source", "source_lang", "term", "forbidden", "case", "note", "severity")
CASES = ("any", "sensitive")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A line of a glossary.

    `sources` are terms of the source language, `required` the renderings they may have, the best first, and `forbidden`
    those they may not; any of the three may be empty. `place` is the file's name with the line, as `house.tsv:3`.
    `source_lang` None stands for any language, `severity` None for that of the rule.
    """

    place: str
    sources: tuple[str, ...]
    required: tuple[Rendering, ...]
    forbidden: tuple[Rendering, ...]
    source_lang: str | None = None
    sensitive: bool = False
    note: str = ""
    severity: Severity | None = None

    def applies(self, source_lang: str | None) -> bool:
        """Whether an article from a language may hold the term; one of unknown origin may."""
        return self.source_lang is None or source_lang is None or self.source_lang == source_lang


@lru_cache(maxsize=64)
def read(file: TableFile, lang: str) -> tuple[str | None, tuple[Term, ...]]:
    """The language of the articles that a glossary is for, None for any, and its terms as they are in `lang`.

    Raises ConfigError with path, line and what is wrong.
    """
    sheet = own_tables.sheet(file, COLUMNS)
    held = []
    for row in sheet.rows:
        where = f"{file.path}:{row.line}"
        try:
            held.append(_term(row, sheet, f"{file.name}:{row.line}", lang, where))
        except ValueError as cause:
            raise ConfigError(f"{where}: {cause}") from cause
    return sheet.target_lang, tuple(held)


def _term(row: Row, sheet: Sheet, place: str, lang: str, where: str) -> Term:
    """The term of a line; raises ValueError saying what is wrong with it."""
    cells = row.cells
    sources, required, forbidden = (_alternatives(cells.get(name, "")) for name in ("source", "term", "forbidden"))
    if odd := [phrase for phrase in sources if not source_words(phrase)]:
        raise ValueError(f"no word of its own in {odd[0]!r}")
    case = cells.get("case", CASES[0]).lower()
    if case not in CASES:
        raise ValueError(f"case {cells['case']!r} is none of {', '.join(CASES)}")
    if not forbidden and not (sources and required):
        raise ValueError("nothing to look for: give a source with its term, or what is forbidden")
    if both := [text for text in forbidden if text in required]:
        raise ValueError(f"{both[0]!r} is required and forbidden")
    sensitive = case != CASES[0]
    if not sensitive and (both := [text for text in forbidden if text.casefold() in map(str.casefold, required)]):
        raise ValueError(f"{both[0]!r} differs from the term in case only – set case to {CASES[1]}")
    given = cells.get("source_lang")
    return Term(
        place=place,
        sources=sources,
        required=tuple(Rendering(text=text, lang=lang, sensitive=sensitive) for text in required),
        forbidden=tuple(Rendering(text=text, lang=lang, sensitive=sensitive) for text in forbidden),
        source_lang=own_tables.language(given, where) if given else sheet.source_lang,
        sensitive=sensitive,
        note=cells.get("note", ""),
        severity=_severity(cells.get("severity")),
    )


def _alternatives(cell: str) -> tuple[str, ...]:
    """The parts of a cell at its bars, white space made one space; raises ValueError for one without a word."""
    held = tuple(" ".join(part.split()) for part in cell.split("|")) if cell else ()
    for part in held:
        if not _LETTER.search(part):
            raise ValueError(f"no word in {part!r}, one of {cell!r}")
    return held


def _severity(word: str | None) -> Severity | None:
    if word is None:
        return None
    try:
        return Severity(word.lower())
    except ValueError:
        raise ValueError(f"severity {word!r} is none of {', '.join(Severity)}") from None
