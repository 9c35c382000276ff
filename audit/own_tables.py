"""Reads the tables a desk keeps for itself: UTF-8 with a header line, tab-separated, or with commas as `.csv`."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit import languages
from audit.document import TableFile
from audit.errors import ConfigError

DIGEST = 16
"""Hex digits of SHA-256 that tell a table from another: enough for a signature, short enough to read."""
CSV = ".csv"
_SEPARATORS = ",;\t"
"""What parts the cells of a `.csv`: spreadsheets of half of Europe write semicolons."""
_SAID = re.compile(r"#\s+(source|target):\s*(\S+)\s*")
_PAIR = re.compile(r"([a-z]{2,3})[-_]([a-z]{2,3})")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table, counted from 1, with those of its cells that are not empty by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table as it was read.

    `columns` are those of its header. `source_lang` and `target_lang` are the languages of the articles it is for, from
    a `# source: es` line or a name such as `es-en.tsv`; None for any.
    """

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    source_lang: str | None = None
    target_lang: str | None = None


def opened(path: str) -> TableFile:
    """The table at a path with its digest; raises ConfigError when it cannot be read."""
    return TableFile(path=path, digest=_digest(_bytes(path)))


def inline(text: str, name: str) -> TableFile:
    """A table that stands in no file, under a name whose ending tells how its cells are parted."""
    return TableFile(path=name, digest=_digest(text.encode("utf-8", "surrogatepass")), text=text)


def sheet(file: TableFile, columns: Sequence[str]) -> Sheet:
    """The lines of a table with any of these columns; comments begin with `# `.

    Raises ConfigError with path, line and what is wrong.
    """
    header: list[str] | None = None
    said: dict[str, str | None] = dict(zip(("source", "target"), _languages_in(file.path), strict=True))
    rows: list[Row] = []
    for line, cells in _cells(file):
        if not any(cells):
            continue
        if cells[0] == "#" or cells[0].startswith("# "):
            if header is None and (found := _SAID.fullmatch(cells[0])):
                said[found[1]] = language(found[2], f"{file.path}:{line}")
        elif header is None:
            header = _header(cells, columns, f"{file.path}:{line}")
        else:
            rows.append(Row(line=line, cells=_named(cells, header, f"{file.path}:{line}")))
    if header is None:
        raise ConfigError(f"{file.path}: no header line – the columns are {', '.join(columns)}")
    return Sheet(rows=tuple(rows), columns=tuple(header), source_lang=said["source"], target_lang=said["target"])


def language(code: str, where: str) -> str:
    """A language code without its region, small; raises ConfigError where there is no such language."""
    if not languages.known(code):
        raise ConfigError(f"{where}: no language has the code {code!r} – give an ISO 639 code such as es")
    return code.replace("_", "-").partition("-")[0].lower()


def _languages_in(path: str) -> tuple[str | None, str | None]:
    """The pair in a name such as `es-en.tsv` or `es-en.sport.tsv`."""
    found = _PAIR.fullmatch(Path(path).name.partition(".")[0].lower())
    if found is None or not (languages.known(found[1]) and languages.known(found[2])):
        return None, None
    return found[1], found[2]


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as cause:
        raise ConfigError(f"{path}: cannot read the table: {getattr(cause, 'strerror', None) or cause}") from cause


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:DIGEST]


def text_of(file: TableFile) -> str:
    """The table as text; raises ConfigError when it is no text, or not what it was when it was opened."""
    if file.text is not None:
        return file.text
    data = _bytes(file.path)
    if _digest(data) != file.digest:
        raise ConfigError(f"{file.path}: the table was changed while the audit ran – run it again")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data[: cause.start].count(b"\n") + 1
        raise ConfigError(f"{file.path}:{line}: not UTF-8 – save the table as UTF-8 text") from cause


def _cells(file: TableFile) -> Iterator[tuple[int, list[str]]]:
    """The lines as (number, cells), cells stripped and trailing empty ones dropped."""
    lines = io.StringIO(text_of(file), newline=None).getvalue().split("\n")
    held = _commas(lines, file.path) if file.path.lower().endswith(CSV) else _tabs(lines)
    for number, cells in held:
        stripped = [cell.strip() for cell in cells]
        while stripped and not stripped[-1]:
            stripped.pop()
        yield number, stripped


def _tabs(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, start=1):
        yield number, [_unquoted(cell) for cell in line.split("\t")]


def _unquoted(cell: str) -> str:
    """A cell without the quotes that some spreadsheets put around one with commas in it."""
    found = _QUOTED.fullmatch(cell)
    return found[1].replace('""', '"') if found else cell


def _commas(lines: Sequence[str], path: str) -> Iterator[tuple[int, list[str]]]:
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    number = 1
    try:
        for cells in reader:
            yield number, cells
            number = reader.line_num + 1
    except csv.Error as cause:
        raise ConfigError(f"{path}:{number}: {cause}") from cause


def _header(cells: Sequence[str], columns: Sequence[str], where: str) -> list[str]:
    names = [cell.lower().replace(" ", "_") for cell in cells]
    if unknown := [name for name in names if name not in columns]:
        hint = "cells are parted by tabs, those of a .csv by commas"
        raise ConfigError(f"{where}: no column {unknown[0]!r} – there are {', '.join(columns)}; {hint}")
    if len(set(names)) < len(names):
        raise ConfigError(f"{where}: a column stands twice in the header")
    return names


def _named(cells: Sequence[str], header: Sequence[str], where: str) -> dict[str, str]:
    if len(cells) > len(header):
        raise ConfigError(f"{where}: {len(cells)} cells, but the header has {len(header)}")
    return {name: cell for name, cell in zip(header, cells, strict=False) if cell}
