"""Audits machine-translated articles: finds, explains and scores what the machine left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audit.check import Check, document_check, paragraph_check
    from audit.config import Config
    from audit.document import Document, Paragraph, Role
    from audit.errors import AuditError
    from audit.finding import Finding, Mark, Severity
    from audit.pipeline import Auditor, audit_frame, audit_text
    from audit.report import Report

_HOMES = {
    "AuditError": "errors",
    "Auditor": "pipeline",
    "Check": "check",
    "Config": "config",
    "Document": "document",
    "Finding": "finding",
    "Mark": "finding",
    "Paragraph": "document",
    "Report": "report",
    "Role": "document",
    "Severity": "finding",
    "audit_frame": "pipeline",
    "audit_text": "pipeline",
    "document_check": "check",
    "paragraph_check": "check",
}
__all__ = [
    "AuditError",
    "Auditor",
    "Check",
    "Config",
    "Document",
    "Finding",
    "Mark",
    "Paragraph",
    "Report",
    "Role",
    "Severity",
    "audit_frame",
    "audit_text",
    "document_check",
    "paragraph_check",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the exported name is
    """Import an exported name on first use, so that `import audit` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'audit' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"audit.{_HOMES[name]}"), name)
