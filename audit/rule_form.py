"""The form that a rule must have, whoever wrote it: what selection, configuration and every format rely on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
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


_FIELDS = {
    "id": str,
    "name": str,
    "category": str,
    "its_type": str,
    "severity": Severity,
    "confidence": float | int,
    "roles": frozenset,
    "needs": frozenset,
    "source_langs": frozenset | None,
}
_MEMBERS = {"roles": Role, "needs": Needs, "source_langs": str}


def malformed(check: Check) -> str | None:
    """What is wrong with the rule first of all, with what it should be; None where nothing is."""
    return next(chain(_mistyped(check), _misformed(check)), None)


def _mistyped(check: Check) -> Iterator[str]:
    """What a type checker would have told the rule's author."""
    for field, kind in _FIELDS.items():
        if not isinstance(held := getattr(check, field), kind):
            yield f"the {field} is {held!r}, of the type {type(held).__name__}"
    for field, member in _MEMBERS.items():
        for held in getattr(check, field) or ():
            if not isinstance(held, member):
                yield f"the {field} have {held!r}, of the type {type(held).__name__}"
    if check.fix not in (None, *get_args(Fix)):
        yield f"the fix {check.fix!r} is not safe, unsafe or None"


def _misformed(check: Check) -> Iterator[str]:
    if not ID.fullmatch(check.id):
        yield f"the id {check.id!r} is not three capitals and three digits, as in NWS101"
    if not NAME.fullmatch(check.name):
        yield f"the name {check.name!r} is not words in small letters – call the function e.g. relative_day"
    if check.category.partition("/")[0] not in DIMENSIONS:
        yield f"the category {check.category!r} begins with no MQM dimension: {', '.join(DIMENSIONS)}"
    if check.its_type not in ITS_TYPES:
        yield f"the its_type {check.its_type!r} is none of ITS 2.0: {', '.join(ITS_TYPES)}"
    if not 0 < check.confidence <= 1:
        yield f"the confidence {check.confidence!r} is not in 0–1"
    if not check.text.summary:
        yield "the docstring has no summary"
