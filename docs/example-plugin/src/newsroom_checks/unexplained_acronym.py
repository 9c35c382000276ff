"""An acronym that readers of the source know, and those of the translation do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import document_check
from audit.document import Document, Role
from audit.finding import Mark, Severity
from newsroom_checks.acronyms import acronyms

_ACRONYM = re.compile(r"\b(?![IVXLCDM]+\b)[A-Z]{2,6}\b")
"""Two to six capitals that are no Roman numeral."""


@document_check(
    id="NWS102",
    category="audience appropriateness/culture-specific reference",
    its_type="other",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
)
def unexplained_acronym(document: Document) -> Iterator[Mark]:
    """An acronym that the article nowhere explains.

    Newspapers at home need not say what the INE is, and the machine adds nothing. Where the table of the house has the
    name, the suggestion spells it out. An acronym is told once, at its first use.

    Bad (es-en):
        Prices rose by 3 percent, the <v>INE</v> said.¶The INE expects more.
    Good (es-en):
        Prices rose, the National Statistics Institute (INE) said.¶The INE and the EU expect more.
    """
    told: set[str] = set()
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE or paragraph.text.isupper():
            continue
        for match in _ACRONYM.finditer(paragraph.text):
            name = acronyms().get(match[0])
            if name == "" or match[0] in told or _explained(match[0], document.text):
                continue
            told.add(match[0])
            yield Mark(
                start=paragraph.start + match.start(),
                end=paragraph.start + match.end(),
                message=f"the article does not say what {match[0]} is",
                suggestion=f"{name} ({match[0]})" if name else None,
            )


def _explained(acronym: str, text: str) -> bool:
    """Whether a name stands before the acronym in parentheses, or after it."""
    return f"({acronym})" in text or f"{acronym} (" in text
