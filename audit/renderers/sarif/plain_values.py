"""Evidence as values that JSON has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping


def plain_value(value: object) -> object:
    """A value of a check's evidence as JSON can hold it: what is no number, text, list or mapping is told as text."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case Mapping():
            return {str(key): plain_value(held) for key, held in value.items()}
        case set() | frozenset():
            return sorted(str(held) for held in value)
        case Iterable():
            return [plain_value(held) for held in value]
    return str(value)
