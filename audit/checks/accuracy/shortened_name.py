"""A country short of the half that tells it from its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import document_check
from audit.document import Document, Role
from audit.finding import Mark, Severity

_HALVED = {"Korea": ("North Korea", "South Korea")}
LEAST_FULL = 2
"""Times the article must give the full name before a bare one reads as shortened."""


@document_check(
    id="ACC132",
    category="accuracy/omission",
    its_type="omission",
    severity=Severity.MAJOR,
    confidence=0.75,
)
def shortened_name(document: Document) -> Iterator[Mark]:
    """A country cut short so that it may be another one, where the article itself gives it in full.

    The source says *Corea* once it is clear which; English readers take the bare name for the other half.

    Bad (es-en):
        Kim leads North Korea. The army of North Korea marched. An arms deal between Russia and <v>Korea</v> is possible.
    Good (es-en):
        Kim leads North Korea. The army of North Korea marched. The Korea Herald saw both Koreas.
    """
    for bare, full in _HALVED.items():
        counts = {name: document.text.count(name) for name in full}
        name = max(full, key=lambda one: counts[one])
        if counts[name] < LEAST_FULL:
            continue
        for match in re.finditer(
            rf"(?<!North )(?<!South )(?<!\. )(?<!\] )(?<!public of )(?<!orces )(?<![\w-]){bare}(?![\w’'-]| [A-Z])",
            document.text,
        ):
            paragraph = document.paragraph_at(match.start())
            if paragraph and paragraph.role is not Role.RESIDUE:
                message = f"“{bare}” alone: the article means {name}"
                yield Mark(start=match.start(), end=match.end(), message=message, suggestion=name)
