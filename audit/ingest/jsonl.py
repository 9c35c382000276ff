"""Reads JSON Lines: one article an object, with its source and languages where they are known."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from audit.document import Document, RawMap
from audit.errors import IngestError
from audit.ingest.json_places import Literal, places, traced_string

_KEYS = frozenset(("id", "text", "source", "source_lang", "target_lang"))
_EXAMPLE = '{"id": "1", "text": "…"}'
_TYPES: Mapping[type, str] = {
    bool: "a boolean",
    dict: "an object",
    float: "a number",
    int: "a number",
    list: "an array",
    str: "a string",
    type(None): "null",
}


def read_jsonl(text: str, base: Document) -> Iterator[Document]:
    """Yield the article of each line that is not blank; `base` gives the path, and languages where a line does not.

    Keys are `id` and `text`, and may be `source`, `source_lang`, `target_lang`; any other goes to `meta`. Raises
    IngestError with the line for what is not such an object or repeats an id.
    """
    lines: dict[str, int] = {}
    end = -1 if not text.startswith("\ufeff") else 0
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        start, end = end + 1, end + 1 + len(line)
        if not line.strip():
            continue
        try:
            document = replace(_document(_parsed(line), base), raw=_raw_map(text, start, end))
        except ValueError as cause:
            raise IngestError(str(cause), path=base.path, line=number) from cause
        if (first := lines.setdefault(document.id, number)) != number:
            raise IngestError(f"id {document.id!r} stands already on line {first}", path=base.path, line=number)
        yield document


def _parsed(line: str) -> dict[str, Any]:
    try:
        held = json.loads(line)
    except json.JSONDecodeError as cause:
        raise ValueError(f"is not valid JSON: {cause.msg}, column {cause.colno}") from cause
    except RecursionError as cause:
        raise ValueError("is nested too deep") from cause
    except ValueError as cause:
        raise ValueError("holds a number too long to read") from cause
    if not isinstance(held, dict):
        raise ValueError(f"is {_TYPES[type(held)]}, not an object such as {_EXAMPLE}")  # noqa: TRY004 - bad data, not a bad call
    return held


def _document(held: Mapping[str, Any], base: Document) -> Document:
    return replace(
        base,
        id=_required(held, "id"),
        text=_required(held, "text"),
        source=_string(held, "source"),
        source_lang=_string(held, "source_lang") or base.source_lang,
        target_lang=_string(held, "target_lang") or base.target_lang,
        meta={key: _as_text(value) for key, value in held.items() if key not in _KEYS},
    )


def _raw_map(raw: str, start: int, end: int) -> RawMap | None:
    """Where the text of the line from `start` to `end` stands in the file."""
    found = places(raw, start, end)
    literal = found.get("text") if isinstance(found, Mapping) else None
    return traced_string(raw, literal).raw_map(raw) if isinstance(literal, Literal) else None


def _required(held: Mapping[str, Any], key: str) -> str:
    value = _string(held, key)
    if value is None:
        raise ValueError(f'has no "{key}"; each line is an object such as {_EXAMPLE}')
    return value


def _string(held: Mapping[str, Any], key: str) -> str | None:
    value = held.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{key}" must be a string, not {_TYPES[type(value)]}')
    return value


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
