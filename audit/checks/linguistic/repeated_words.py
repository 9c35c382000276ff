"""Words and phrases said twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]+|, ")
_FINE = frozenset(
    "had that so very no yes bye ha la many again more much over long far do is who blah really hip knock never on in what".split()
)
_NEVER_TWICE = frozenset("the a an and of".split())
"""Words that no English sentence holds twice in a row."""
LONGEST_PHRASE = 12
"""Words of the longest phrase looked for twice in a row; decoder loops repeat shorter ones."""


@paragraph_check(
    id="LIN124",
    category="accuracy/addition",
    its_type="duplication",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
)
def repeated_words(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A word or phrase twice in a row: the loop of a neural decoder.

    A decoder that has lost its place in the source repeats what it wrote last, a word or a clause.

    Bad (es-en):
        A structural engineer will examine <v>the the</v> building on Thursday.
        <v>With the support of the army, with the support of the army</v>, tires were removed.
    Good (es-en):
        He said that that was it, again and again, and she had had enough.
        “We will win. We will win,” they sang.
    """
    text = paragraph.text
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    latest: dict[str, int] = {}
    done = -1
    for i, (word, _, _) in enumerate(tokens):
        before = latest.get(word)
        latest[word] = i
        if before is None or before <= done or i - before > LONGEST_PHRASE:
            continue
        size = i - before
        if i + size <= len(tokens) and _again(tokens, before, i) and _adjacent(text, tokens, before, i + size):
            if size > 1 and {tokens[before][0], tokens[i - 1][0]} & {"and", "or"}:
                continue
            if size == 2 or (size == 1 and not _fault(text, tokens, before, i)):
                continue
            done = i + size - 1
            kept = text[tokens[before][1] : tokens[i - 1][2]]
            yield Mark(
                start=tokens[before][1],
                end=tokens[done][2],
                message=f"“{kept}” is said twice",
                suggestion=kept,
                fix="safe" if kept in _NEVER_TWICE else "unsafe",
            )


def _again(tokens: list[tuple[str, int, int]], before: int, now: int) -> bool:
    size = now - before
    return all(tokens[before + k][0] == tokens[now + k][0] for k in range(size))


def _adjacent(text: str, tokens: list[tuple[str, int, int]], first: int, end: int) -> bool:
    return all(_GAP.fullmatch(text, tokens[k][2], tokens[k + 1][1]) for k in range(first, end - 1))


def _fault(text: str, tokens: list[tuple[str, int, int]], before: int, now: int) -> bool:
    word = tokens[now][0]
    small = text[tokens[now][1]].islower()
    return (
        small
        and word not in _FINE
        and len(word) > 1
        and text[tokens[before][2]] != ","
        and text[tokens[before][1]].islower()
    )
