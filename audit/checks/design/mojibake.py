"""Text read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_SUSPECT = re.compile(r"[ÃÂâÅÐÑÎÏ][\u0080-\u00bf\u2018-\u2026\u20ac\u2122\u0152-\u017e\u02c6\u02dc]|�|ï»¿|ðŸ")
_TOKEN = re.compile(r"\S*(?:[ÃÂâÅÐÑÎÏ][\u0080-\u00bf\u2018-\u2026\u20ac\u2122\u0152-\u017e\u02c6\u02dc]|�|ï»¿|ðŸ)\S*")


@paragraph_check(
    id="DES105",
    category="design and markup/character encoding",
    its_type="characters",
    severity=Severity.MAJOR,
    confidence=0.95,
    roles=EVERY_ROLE,
    fix="safe",
)
def mojibake(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """Text read in the wrong encoding: “CoruÃ±a” for “Coruña”.

    The page was UTF-8 and something on its way took it for Windows-1252.

    Bad (es-en):
        The storm reached A <v>CoruÃ±a</v> at noon.
    Good (es-en):
        The storm reached A Coruña at noon, the façade fell, and the SÃO festival began.

    References:
        Speer, R. (2019). ftfy. Zenodo. https://doi.org/10.5281/zenodo.2591652
    """
    if not _SUSPECT.search(paragraph.text):
        return
    import ftfy

    for match in _TOKEN.finditer(paragraph.text):
        word = match[0].rstrip(".,;:)”") if match[0][-1:] in ".,;:)" else match[0]
        right = ftfy.fix_encoding(word)
        if right != word or "�" in word:
            suggestion = None if "�" in right else right
            yield Mark(
                start=match.start(),
                end=match.start() + len(word),
                message="these characters were read in the wrong encoding",
                suggestion=suggestion,
            )
