"""Entries of a baseline, made by hand for the tests."""

from __future__ import annotations

from typing import Any

from audit.finding import Known, Severity


def known(**given: Any) -> Known:  # noqa: ANN401 - any field of the value
    """An entry of a baseline."""
    defaults: dict[str, Any] = {
        "fingerprint": "00aa000011112222",
        "rule": "LIN111",
        "text": "”A",
        "article": "news/envoys.txt",
        "severity": Severity.MINOR,
    }
    return Known(**{**defaults, **given})
