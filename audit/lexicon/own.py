"""A desk's own lexicon: any of the columns of docs/lexicon.md, the rest filled in, and shipped entries switched off."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from audit import own_tables
from audit.document import TableFile
from audit.errors import ConfigError
from audit.lexicon import conjugation
from audit.lexicon.entry import COLUMNS as SHIPPED_COLUMNS
from audit.lexicon.entry import Entry, entry
from audit.lexicon.matcher import Lexicon, available
from audit.lexicon.setting import SOURCE_BOUND
from audit.own_tables import Row, Sheet

COLUMNS = (*SHIPPED_COLUMNS, "source_lang")
NEEDED = ("pattern", "suggestion")
"""A table without the second would delete whatever it matches."""
OFF = "off"
"""Kind of a line that switches off the shipped entry with its id. A kind, because the line then stands in the table
that replaces the entry, with a note of why, and not in a list of ids in another file."""
DEFAULTS = {"kind": "calque", "severity": "minor", "note": "the desk has another wording", "provenance": "written"}
ANY = ""
"""Stands for every source language."""
_TABLES = resources.files("audit") / "data" / "lexicons"
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A table ready to match: its `lexicons`, one a source language, and the ids `off` by source language.

    `target_lang` is the language of the articles it is for, None for any.
    """

    name: str
    lexicons: tuple[Lexicon, ...]
    off: Mapping[str, frozenset[str]]
    target_lang: str | None = None

    def switched_off(self, source_lang: str) -> frozenset[str]:
        """The ids of the entries of a language's shipped lexicon that are switched off."""
        return self.off.get(source_lang, frozenset()) | self.off.get(ANY, frozenset())


@lru_cache(maxsize=64)
def load(file: TableFile) -> Own:
    """A table, every line checked; raises ConfigError with path, line and what is wrong."""
    read = own_tables.sheet(file, COLUMNS)
    entries: dict[str, list[Entry]] = defaultdict(list)
    off: dict[str, set[str]] = defaultdict(set)
    for row in read.rows:
        where = f"{file.path}:{row.line}"
        try:
            lang = _lang(row, read, where)
            if row.cells.get("kind") == OFF:
                off[lang].add(_known(row.cells.get("id", ""), lang))
            else:
                entries[lang].append(_entry(row, read, file))
        except ValueError as cause:
            raise ConfigError(f"{where}: {cause}") from cause
    return Own(
        name=file.name,
        lexicons=tuple(Lexicon(held, lang) for lang, held in entries.items()),
        off={lang: frozenset(ids) for lang, ids in off.items()},
        target_lang=read.target_lang,
    )


def _lang(row: Row, read: Sheet, where: str) -> str:
    cell = row.cells.get("source_lang")
    return own_tables.language(cell, where) if cell else read.source_lang or ANY


def _entry(row: Row, read: Sheet, file: TableFile) -> Entry:
    """The entry of a line; raises ValueError saying what is wrong with it."""
    if missing := [column for column in NEEDED if column not in read.columns]:
        raise ValueError(f"an entry needs a {missing[0]}, and the header has no such column")
    name = _NO_LETTER.sub("-", Path(file.name).stem.lower()).strip("-") or "own"
    cells = {**DEFAULTS, "id": f"{name}-{row.line}", **row.cells}
    if "pattern" not in cells:
        raise ValueError("no pattern")
    if SOURCE_BOUND in cells.get("context", "") and "source" not in cells:
        raise ValueError(f"{SOURCE_BOUND} needs a source phrase")
    if "bad" in cells and "<v>" not in cells["bad"]:
        raise ValueError("the bad example has no <v>…</v> around the span")
    try:
        for lemma in conjugation.lemmas(cells.get("suggestion", "")):
            conjugation.form_of(lemma, conjugation.Form.PLAIN)
        return entry([cells.get(column, "") for column in SHIPPED_COLUMNS])
    except ConfigError as cause:
        hint = "write the forms out, as in say|says|said, or pip install 'mt-audit[lexicon]'"
        raise ValueError(f"a ~word whose forms nothing here knows: {hint} ({cause})") from cause


def _known(wanted: str, lang: str) -> str:
    """An id that a shipped lexicon of the language has; raises ValueError naming the nearest."""
    held = [name for pair in available() if lang in {ANY, pair.partition("-")[0]} for name in _ids(pair)]
    if wanted in held:
        return wanted
    close = difflib.get_close_matches(wanted, held, n=1)
    hint = f" – did you mean {close[0]!r}?" if close else ""
    raise ValueError(f"no shipped entry has the id {wanted!r}{hint}")


@cache
def _ids(pair: str) -> tuple[str, ...]:
    lines = (_TABLES / f"{pair}.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(line.partition("\t")[0] for line in lines)
