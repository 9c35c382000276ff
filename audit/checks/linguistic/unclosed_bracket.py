"""Brackets that never close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_BRACKET = re.compile(r"(?<![:;=8])(?<![:;=]-)[(\[)\]]")
_PAIRS = {"(": ")", "[": "]"}


@paragraph_check(
    id="LIN113",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.7,
    roles=PROSE,
)
def unclosed_bracket(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A bracket that is opened and never closed.

    Machine translation loses one of a pair when the two fall into different pieces.

    Bad (es-en):
        The agency <v>(Aemet</v> keeps six provinces on alert. The wind will fall at night.
    Good (es-en):
        The agency (Aemet) keeps six provinces on alert. The wind will fall at night.
    """
    if len(document.paragraphs) == 1 and len(paragraph.sentences) < 2:
        return
    stack: list[int] = []
    for match in _BRACKET.finditer(paragraph.text):
        if match[0] in _PAIRS:
            stack.append(match.start())
        elif stack:
            stack.pop()
    if len(stack) == 1 and paragraph.text[stack[0] + 1 : stack[0] + 2].isalpha():
        word = re.compile(r"\S+").match(paragraph.text, stack[0])
        end = word.end() if word else stack[0] + 1
        yield Mark(start=stack[0], end=end, message=f"the bracket “{paragraph.text[stack[0]]}” is never closed")
