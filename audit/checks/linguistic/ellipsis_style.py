"""Ellipses in the source language's fashion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_CUT = re.compile(r"\((?:…|\.\.\.|\. \. \.)\)")
_DOTS = re.compile(r"(?<=[a-z])\.\.(?=\s|\Z)")


@paragraph_check(
    id="LIN118",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.8,
    fix="safe",
)
def ellipsis_style(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An omission in round brackets, or a run of stops that is no ellipsis.

    Spanish and Italian mark words left out of a quotation with (…); English uses […].

    Bad (es-en):
        “Heirs of the tradition of victory <v>(…)</v> on all fronts,” he said.
        He waited for an answer<v>..</v> and left.
    Good (es-en):
        “Heirs of the tradition of victory […] on all fronts,” he said.
        He waited … and left...
    """
    for match in _CUT.finditer(paragraph.text):
        yield Mark(start=match.start(), end=match.end(), message="English marks an omission with […]", suggestion="[…]")
    for match in _DOTS.finditer(paragraph.text):
        # A sentence that goes on was meant to pause; one that ends has a stop too many.
        right = "…" if paragraph.text[match.end() :].lstrip()[:1].islower() else "."
        yield Mark(start=match.start(), end=match.end(), message="a run of stops that is no ellipsis", suggestion=right)
