"""When an entry fires: its pattern, and what the rest of the sentence must and must not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.lexicon.pattern import Pattern, item, joined, parse

SOURCE_BOUND = "@source"
_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An entry's pattern and context, ready to match.

    `needed`: a sentence it matches holds at least one word of every set. `present` must all, `absent` must none be
    found in the sentence outside the match; they are regular expressions, compiled when a pattern has matched.
    """

    pattern: Pattern
    needed: tuple[frozenset[str], ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]


def read_rule(pattern: str, context: str, suggestion: str = "") -> Rule:
    """Read an entry's pattern and context; raises ValueError saying what is wrong with them or the suggestion."""
    parsed = parse(pattern)
    for slot in _SLOT.findall(suggestion):
        if slot not in parsed.slots:
            raise ValueError(f"the suggestion has {{{slot}}}, the pattern has not")
    if "~" in suggestion and "~" not in pattern:
        raise ValueError("the suggestion has a ~word, the pattern has none whose form it could take")
    conditions = [condition.strip() for condition in context.split(";") if condition.strip()]
    for condition in conditions:
        if condition[0] not in "+-" and condition != SOURCE_BOUND:
            raise ValueError(f"context {condition!r}: +words, -words or {SOURCE_BOUND}")
    present = [item(f"({condition[1:].strip()})") for condition in conditions if condition[0] == "+"]
    absent = [item(f"({condition[1:].strip()})") for condition in conditions if condition[0] == "-"]
    return Rule(
        pattern=parsed,
        needed=(*parsed.needed, *(words.keys for words in present if words.keys)),
        present=tuple(joined([words]) for words in present),
        absent=tuple(joined([words]) for words in absent),
    )
