"""Writes a table as TOML: `tomllib` only reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def toml(table: Mapping[str, Any], arrays: tuple[str, ...] = ()) -> str:
    """A table of texts, numbers, flags, lists and tables as TOML 1.0.

    The values of `arrays` are written as arrays of tables, `[[key]]`, all others in one line each.
    """
    lines = [f"{key(name)} = {inline(value)}" for name, value in table.items() if name not in arrays]
    for name in arrays:
        for item in table.get(name, ()):
            lines += ["", f"[[{key(name)}]]", *(f"{key(inner)} = {inline(value)}" for inner, value in item.items())]
    return "\n".join(lines) + "\n"


def key(name: str) -> str:
    """A key, in quotes where it needs them."""
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else inline(name)


def inline(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key(name)} = {inline(item)}" for name, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(inline, value))}]"
    return repr(value)
