"""The file as a whole, byte by byte.

After an intended change run this with UPDATE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Known, Mark, Severity
from audit.renderers.sarif.renderer import SarifRenderer
from audit.report import Report
from tests.renderers.reports import clean, document, finding, flawed, hostile, report

GOLDEN = Path(__file__).parents[1] / "golden" / "report.sarif"


@paragraph_check(
    id="LIN115", category="linguistic conventions/punctuation", its_type="whitespace", severity=Severity.MINOR,
    confidence=0.95, fix="safe",
)  # fmt: skip
def punctuation_spacing(_: Paragraph, __: Document) -> Iterator[Mark]:
    """A space before a mark that has none in English.

    French sets one; a machine *keeps* it.

    Bad (fr-en):
        He came<v> ,</v> she went.
    Good:
        He came, she went.

    References:
        House style, 4.2
    """
    yield from ()


def compared() -> Report:
    """A file of its own with a fix, compared with a baseline, an accepted finding in it."""
    article = document(id="news/rain.txt", path="news/rain.txt")
    space = finding(article, " ,and", suggestion=", and", fix="safe", baseline="new")
    style = finding(article, "”We", accepted="our style", baseline="unchanged")
    gone = Known(
        fingerprint="0123456789abcdef", rule="LIN115", text=" ;", article="news/rain.txt", severity=Severity.MINOR
    )
    return report(article, space, style, fixed=(gone,))


def test_the_file_is_as_the_golden_file() -> None:
    """Ordinary articles, a hostile one, one compared with a baseline; a rule that is installed and others."""
    stream = io.StringIO(newline="")
    reports = (flawed(), clean(), hostile(), compared())
    SarifRenderer(checks=(punctuation_spacing,)).render(reports, stream, colour=False, width=None)
    got = re.sub(r'"semanticVersion":"[^"]+"', '"semanticVersion":"0.0.0"', stream.getvalue(), count=1)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(got.encode("utf-8"))
    assert got.encode("utf-8") == GOLDEN.read_bytes()
