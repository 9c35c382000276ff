"""What is known of a text beside its words: some entries hold only there."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE_BOUND = "@source"
"""Condition: the source, or the back-translation, holds the entry's source phrase."""
TRANSLATED = "@translated"
"""Condition: the article is known to be translated from the entry's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a paragraph stands.

    `source_text` is what it was translated from, or its back-translation; `topics` what the article is about, None for
    whatever an entry asks; `translated` whether the article is known to come from the lexicon's language; `off` the ids
    of entries that are switched off.
    """

    source_text: str | None = None
    topics: frozenset[str] | None = frozenset()
    translated: bool = False
    off: frozenset[str] = frozenset()


NOTHING_KNOWN = Setting()
