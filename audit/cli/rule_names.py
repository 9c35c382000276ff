"""Names and ids of the rules, read out of their files: loading every check takes longer than a shell may wait."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

_ID = re.compile(r'^    id="([A-Z]+\d+)",$', re.MULTILINE)
"""The first argument of a check's decorator, as a formatter leaves it."""


def ids_by_name() -> dict[str, str]:
    """The rules installed, in order of name; the id is empty where the rule's file does not show it."""
    return {point.name: _id(point) for point in sorted(entry_points(group="audit.checks"))}


def _id(point: EntryPoint) -> str:
    try:
        spec = find_spec(point.module)
        if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
            return ""
        found = _ID.findall(Path(spec.origin).read_text("utf-8", errors="replace"))
    except (ImportError, OSError, ValueError):  # a plugin that is half installed: an audit says so, not the shell
        return ""
    return found[0] if len(found) == 1 else ""
