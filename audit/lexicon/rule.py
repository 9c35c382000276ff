"""When an entry fires: its pattern, and what the rest of the sentence must and must not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.lexicon import topics
from audit.lexicon.pattern import Pattern, item, joined, parse
from audit.lexicon.setting import SOURCE_BOUND, TRANSLATED, Setting

_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An entry's pattern and context, ready to match.

    `needed`: a sentence it matches holds at least one word of every set. `present` must all, `absent` must none be
    found in the sentence outside the match; they are regular expressions, compiled when a pattern has matched. The
    article must be about one topic of each set in `about`, and about none in `not_about`.
    """

    pattern: Pattern
    needed: tuple[frozenset[str], ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    about: tuple[frozenset[str], ...] = ()
    not_about: frozenset[str] = frozenset()
    translated: bool = False
    source_bound: bool = False

    def holds_in(self, setting: Setting) -> bool:
        """Whether the article is one in which the entry may fire, its source apart."""
        if self.translated and not setting.translated:
            return False
        about = setting.topics
        return about is None or not (about & self.not_about or any(map(about.isdisjoint, self.about)))


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
        if condition[0] not in "+-#" and condition not in {SOURCE_BOUND, TRANSLATED}:
            raise ValueError(f"context {condition!r}: +words, -words, #topic, -#topic, {SOURCE_BOUND} or {TRANSLATED}")
    present = [item(f"({condition[1:].strip()})") for condition in conditions if condition[0] == "+"]
    absent = [
        item(f"({condition[1:].strip()})")
        for condition in conditions
        if condition[0] == "-" and not condition.startswith("-#")
    ]
    return Rule(
        pattern=parsed,
        needed=(*parsed.needed, *(words.keys for words in present if words.keys)),
        present=tuple(joined([words]) for words in present),
        absent=tuple(joined([words]) for words in absent),
        about=tuple(_topics(condition[1:]) for condition in conditions if condition[0] == "#"),
        not_about=frozenset[str]().union(*(_topics(one[2:]) for one in conditions if one.startswith("-#"))),
        translated=TRANSLATED in conditions,
        source_bound=SOURCE_BOUND in conditions,
    )


def _topics(text: str) -> frozenset[str]:
    wanted = frozenset(name.strip() for name in text.split("|"))
    if unknown := wanted - topics.names():
        raise ValueError(f"no topic {', '.join(sorted(unknown))}: the topics are {', '.join(sorted(topics.names()))}")
    return wanted
