"""Suggestions as the reader sees them: slots filled with what they matched, the sentence's capital kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.lexicon.slots import INFLECTED_WITH_SENTENCE_START

_SLOT = re.compile(r"\{(\w+)\}")


def filled(suggestion: str, slots: Iterable[str], values: Iterable[str | None], *, capital: bool) -> str:
    """The suggestion with each `{slot}` replaced by the matched value of that name, the last one used again."""
    matched: dict[str, list[str]] = {}
    for slot, value in zip(slots, values, strict=True):
        if value is not None:
            matched.setdefault(slot, []).append(_written(slot, value))
    text = _SLOT.sub(lambda slot: _next(matched.get(slot[1], [""])), suggestion)
    return text[:1].upper() + text[1:] if capital else text


def _written(slot: str, value: str) -> str:
    return value.lower() if slot in INFLECTED_WITH_SENTENCE_START and value != "I" else value


def _next(values: list[str]) -> str:
    return values.pop(0) if len(values) > 1 else values[0]
