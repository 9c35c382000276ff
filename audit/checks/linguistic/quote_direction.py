"""Quotation marks that point the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_WORD_AFTER = re.compile(r".\s?[^\s”“\"»«]*", re.DOTALL)
_WORD_BEFORE = re.compile(r"\S*\Z")
_RIGHT = {"”": "“", "»": "“"}


@paragraph_check(
    id="LIN111",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.95,
    fix="safe",
)
def quote_direction(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A quotation that opens with a closing mark, or closes with an opening one.

    Translation services hand quotation marks through as they find them and put the space on the other side.

    Bad (es-en):
        He raised his glass: <v>”A</v> toast to the future of our countries.”
        “It was a good <v>year.“</v> He left at noon.
    Good (es-en):
        He raised his glass: “A toast to the future of our countries.”
        He wrote "a toast" on the card.
    """
    text = paragraph.text
    for quotation in paragraph.quotations:
        if quotation.opening in _RIGHT:
            word = _WORD_AFTER.match(text, quotation.start)
            end = word.end() if word else quotation.start + 1
            right = "“" + text[quotation.start + 1 : end]
            yield Mark(
                start=quotation.start, end=end, message="the quotation opens with a closing mark", suggestion=right
            )
        if quotation.closing in ("“", "«") and quotation.opening in '“”"':
            lead = _WORD_BEFORE.search(text, max(0, quotation.end - 40), quotation.end)
            start = max(lead.start() if lead else quotation.end - 1, quotation.start + 1)
            right = text[start : quotation.end - 1] + "”"
            yield Mark(
                start=start, end=quotation.end, message="the quotation closes with an opening mark", suggestion=right
            )
