"""The form that a rule must have, whoever wrote it: what selection, configuration and every format rely on."""

from __future__ import annotations

import re
from typing import get_args

from audit.check import Check, Needs
from audit.document import Role
from audit.finding import Fix, Severity

ID = re.compile(r"[A-Z]{3}\d{3}")
NAME = re.compile(r"[a-z]+\d*(-[a-z\d]+)*")
DIMENSIONS = (
    *("terminology", "accuracy", "linguistic conventions", "style", "locale conventions", "audience appropriateness"),
    *("design and markup", "other"),
)
"""Of the MQM core typology (themqm.org), and `other` for what names no fault."""
ITS_TYPES = (
    *("terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency"),
    *("grammar", "legal", "register", "locale-specific-content", "locale-violation", "style", "characters"),
    *("misspelling", "typographical", "formatting", "inconsistent-entities", "numbers", "markup", "pattern-problem"),
    *("whitespace", "internationalization", "length", "non-conformance", "uncategorized", "other"),
)
"""Values of `locQualityIssueType` (ITS 2.0, appendix C)."""


def malformed(check: Check) -> str | None:
    """What is wrong with the rule, with what it should be; None where nothing is."""
    if not ID.fullmatch(check.id):
        return f"the id {check.id!r} is not three capitals and three digits, as in NWS101"
    if not NAME.fullmatch(check.name):
        return f"the name {check.name!r} is not words in small letters – call the function e.g. relative_day"
    if check.category.partition("/")[0] not in DIMENSIONS:
        return f"the category {check.category!r} begins with no MQM dimension: {', '.join(DIMENSIONS)}"
    if check.its_type not in ITS_TYPES:
        return f"the its_type {check.its_type!r} is none of ITS 2.0: {', '.join(ITS_TYPES)}"
    if not check.text.summary:
        return "the docstring has no summary"
    return _mistyped(check)


def _mistyped(check: Check) -> str | None:
    """The same of what a type checker would have told the rule's author."""
    severity: object = check.severity
    if not isinstance(severity, Severity):
        return f"the severity {severity!r} is no Severity"
    if not 0 < check.confidence <= 1:
        return f"the confidence {check.confidence!r} is not in 0–1"
    if check.fix not in (None, *get_args(Fix)):
        return f"the fix {check.fix!r} is not safe, unsafe or None"
    if not all(isinstance(role, Role) for role in check.roles):
        return f"the roles {sorted(check.roles)} are not all of Role"
    if not all(isinstance(need, Needs) for need in check.needs):
        return f"the needs {sorted(check.needs)} are not all of Needs"
    return None
