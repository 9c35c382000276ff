"""In which line of a TOML file each key stands: `tomllib` does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers (from 0) of tables in an array."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|'
    r"'''.*?'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|"
    r"[\[\]{}\n]",
    re.DOTALL,
)
_ONE_KEY = r"""(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEYS = rf"{_ONE_KEY}(?:[ \t]*\.[ \t]*{_ONE_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEYS})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*({_KEYS})[ \t]*=")


def lines_of(text: str) -> dict[Keys, int]:
    """The line, counted from 1, of every table and key of valid TOML; what stands in an inline table is not told."""
    held: dict[Keys, int] = {}
    arrays: Counter[Keys] = Counter()
    table: Keys = ()
    for line, statement in _statements(text):
        if header := _HEADER.match(statement):
            *parents, last = _keys(header[2])
            table = _table((*_tables(parents, arrays), last), arrays, array=header[1] == "[[")
            found = table
        elif pair := _PAIR.match(statement):
            found = (*table, *_keys(pair[1]))
        else:
            continue
        for length in range(1, len(found) + 1):
            held.setdefault(found[:length], line)
    return held


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Headers and pairs with the lines that they begin in, a value of several lines with its pair."""
    begin, line, next_line, depth = 0, 1, 1, 0
    for token in _TOKEN.finditer(text):
        next_line += token[0].count("\n")
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            yield line, text[begin : token.start()]
            begin, line = token.end(), next_line
    yield line, text[begin:]


def _keys(text: str) -> list[str]:
    """The keys of a dotted key, without quotes and escapes."""
    keys: list[str] = []
    inner: object = tomllib.loads(f"{text} = 0")
    while isinstance(inner, dict):
        (key, inner), *_ = inner.items()
        keys.append(key)
    return keys


def _tables(keys: list[str], arrays: Counter[Keys]) -> Keys:
    """The way to a table: below an array it is in the last of its tables."""
    held: Keys = ()
    for key in keys:
        held = (*held, key)
        if held in arrays:
            held = (*held, arrays[held] - 1)
    return held


def _table(keys: Keys, arrays: Counter[Keys], *, array: bool) -> Keys:
    if not array:
        return keys
    arrays[keys] += 1
    return (*keys, arrays[keys] - 1)
