"""Reads the file of a baseline, which people merge and edit."""

from __future__ import annotations

import json
import re
from pathlib import Path

from audit.baseline.entries import PARTS, SCHEMA, SCHEMA_KEY, Baseline
from audit.errors import ConfigError
from audit.finding import Known, Severity

_KEY = re.compile(r"([0-9a-f]{16})(?:-[0-9a-f]{8}(?:-[0-9]{1,6})?)?")
"""Written by hand, the fingerprint alone will do."""
_NEEDED = frozenset({"rule", "text", "article"})


def load(path: Path) -> Baseline:
    """The baseline of a file; raises ConfigError with the line where it cannot be read or is no baseline."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        hint = f" – audit baseline PATH… -o {path} writes one" if isinstance(cause, FileNotFoundError) else ""
        raise ConfigError(f"{path}: cannot read the baseline: {cause.strerror}{hint}") from cause
    except UnicodeDecodeError as cause:
        raise ConfigError(f"{path}: the baseline is not UTF-8: byte {cause.start} does not fit") from cause
    try:
        held = json.loads(text)
    except json.JSONDecodeError as cause:
        conflict = " – settle the merge first" if re.search(r"^(?:<{7}|={7}|>{7})", text, re.MULTILINE) else ""
        raise ConfigError(f"{path}:{cause.lineno}: the baseline is not valid JSON: {cause.msg}{conflict}") from cause
    except RecursionError as cause:
        raise ConfigError(f"{path}: the baseline is not valid: it is nested too deeply") from cause
    if not isinstance(held, dict) or held.pop(SCHEMA_KEY, None) != SCHEMA:
        raise ConfigError(f'{path}: is no baseline of this version – its "schema" must be "{SCHEMA}"')
    return Baseline(entries=tuple(_entry(key, value, path, text) for key, value in held.items()))


def _entry(key: str, value: object, path: Path, text: str) -> Known:
    fingerprint = _KEY.fullmatch(key)
    if fingerprint is None:
        raise ConfigError(f"{_where(key, path, text)}: {key!r} is no key of an entry (fingerprint-article)")
    if not isinstance(value, dict) or set(value) - set(PARTS) or not set(value) >= _NEEDED:
        raise ConfigError(f"{_where(key, path, text)}: an entry is an object with {', '.join(PARTS)}")
    if not all(isinstance(part, str) for part in value.values()):
        raise ConfigError(f"{_where(key, path, text)}: every part of an entry is a string")
    severity = value.pop("severity", "")
    if severity and severity not in set(Severity):
        raise ConfigError(f"{_where(key, path, text)}: severity {severity!r} is not one of {', '.join(Severity)}")
    return Known(fingerprint=fingerprint[1], severity=Severity(severity) if severity else None, **value)


def _where(key: str, path: Path, text: str) -> str:
    at = text.find(json.dumps(key, ensure_ascii=False))
    return f"{path}:{text.count(chr(10), 0, max(at, 0)) + 1}" if at >= 0 else str(path)
