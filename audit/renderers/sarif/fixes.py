"""Fixes that can be put into a file as they are.

A renderer knows where a finding stands in its file and not how the file escapes things. So of what was read from
markup, JSON or a table only those fixes are told whose old wording stands there letter by letter and whose new wording
has nothing to escape; `audit fix` makes the others, too.
"""

from __future__ import annotations

import re
from typing import Any

from audit.document import Document, RawMap
from audit.finding import Finding
from audit.renderers.sarif.artifacts import is_file

_ALWAYS_ESCAPED = re.compile(r"""[&<>"'\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]""")
"""What some format of text within text writes otherwise: XML, HTML, JSON, PO, CSV."""
_DELIMITERS = frozenset(",;|")
"""What parts the cells of a table."""
_NO_TABLE = re.compile(r"\ufeff?\s*[<{\[]")
"""How markup and JSON begin, where these mean nothing."""
_MARKUP = re.compile(r"\ufeff?\s*<")
_HEAD = 1024
"""Characters in which a page must declare its encoding (WHATWG HTML, 4.2.5.4)."""
_HOW_SAFE = {"safe": "A safe fix.", "unsafe": "An unsafe fix: read it before you make it."}


def fixes(finding: Finding, document: Document, artifact: dict[str, Any], region: dict[str, Any]) -> dict[str, Any]:
    """The member `fixes` of a finding's result; nothing where it has none that can be put into the file as it is."""
    new = finding.suggestion
    if finding.fix is None or new is None or new == finding.text or not _can_be_made(finding, document, new):
        return {}
    replacement: dict[str, Any] = {"deletedRegion": {key: held for key, held in region.items() if key != "snippet"}}
    if new:
        replacement["insertedContent"] = {"text": new}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"fixes": [{"description": {"text": _HOW_SAFE[finding.fix]}, "artifactChanges": [change]}]}


def _can_be_made(finding: Finding, document: Document, new: str) -> bool:
    if not is_file(document.path):
        return False
    if document.raw is None:
        # The text of an entry without a map is not the file's.
        return document.id == document.path
    return _literal(finding, document.raw, new)


def _literal(finding: Finding, raw: RawMap, new: str) -> bool:
    if finding.raw_start is None or raw.raw[finding.raw_start : finding.raw_end] != finding.text:
        return False
    if _ALWAYS_ESCAPED.search(new):
        return False
    if (set(new) - set(finding.text)) & _DELIMITERS and not _NO_TABLE.match(raw.raw):
        return False
    # A browser would take a new quotation mark for three other characters where nothing says UTF-8.
    silent = raw.raw.isascii() and _MARKUP.match(raw.raw) and "utf-8" not in raw.raw[:_HEAD].lower()
    return new.isascii() or not silent
