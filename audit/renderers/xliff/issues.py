"""A finding as an ITS 2.0 localization quality issue: its attributes, and whose they are."""

from __future__ import annotations

import re
from html import escape

from audit.finding import Finding
from audit.visible import glyph

ITS = "http://www.w3.org/2005/11/its"
VERSION = "2.0"
"""What `its:version` says on the root (ITS 2.0, 5.1)."""

PROFILE = "urn:x-mt-audit"
"""Names the model of the findings; with `:RULE` after it, the rule. There is no address that would stay."""
ANNOTATOR = f"localization-quality-issue|{PROFILE}"
"""What `its:annotatorsRef` says of annotations made here (ITS 2.0, 5.7): the next run takes them out again."""

PER_PENALTY_POINT = 4
"""ITS severities go from 0 to 100, MQM penalties from 0 to 25: neutral 0, minor 4, major 20, critical 100."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (2.2)."""


def issue_attributes(issue: Finding, prefix: str = "") -> str:
    """The attributes of an issue, each after a space; `prefix` has its colon and is empty in stand-off mark-up."""
    stated = {
        "locQualityIssueType": issue.its_type,
        "locQualityIssueComment": _comment(issue),
        "locQualityIssueSeverity": str(issue.severity.weight * PER_PENALTY_POINT),
        "locQualityIssueProfileRef": f"{PROFILE}:{issue.rule}",
    }
    return "".join(attribute(prefix + name, value) for name, value in stated.items())


def attribute(name: str, value: str) -> str:
    """An attribute after a space; white space in its value is single, as XML would have it."""
    return f' {name}="{escape(" ".join(xml_safe(value).split()), quote=True)}"'


def xml_safe(text: str) -> str:
    """A text with an escape for every character that XML cannot hold."""
    return _NOT_XML.sub(lambda match: glyph(match[0]), text)


def unsafe_characters(text: str) -> list[re.Match[str]]:
    """The places of characters that XML cannot hold."""
    return list(_NOT_XML.finditer(text))


def _comment(issue: Finding) -> str:
    told = f"{issue.rule} {issue.name}: {issue.message}"
    if issue.suggestion is None:
        return told
    return f"{told} → {issue.suggestion}" if issue.suggestion else f"{told} → delete"
