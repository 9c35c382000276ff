"""The baseline: findings that were looked at and stay as they are, in a file that is kept with the articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from audit.errors import ConfigError
from audit.finding import Finding
from audit.visible import json_safe
from audit.writing import write_whole

SCHEMA = "audit-baseline/1"
_SCHEMA_KEY = "schema"
FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding that is known: what it was, in which article, and why it stays."""

    rule: str
    text: str
    article: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known findings by fingerprint (16 hex digits)."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def merged(self, entries: Mapping[str, Entry]) -> Baseline:
        """A baseline with entries added; one that gives no reason keeps that of the entry it replaces."""
        fresh = {
            key: entry if entry.reason or key not in self.entries else replace(entry, reason=self.entries[key].reason)
            for key, entry in entries.items()
        }
        return Baseline(entries={**self.entries, **fresh})

    def write(self, path: Path) -> None:
        """Write the file whole or not at all; raises ConfigError where it cannot be written."""
        write_whole(path, self.rendered().encode("utf-8"))

    def rendered(self) -> str:
        """The file: JSON with a line an entry, sorted, so that two people's additions merge as text does.

        The schema comes last and has no comma, so that no addition changes the line of another.
        """
        lines = [
            f'"{key}": {json_safe(json.dumps(asdict(self.entries[key]), ensure_ascii=False))},\n'
            for key in sorted(self.entries)
        ]
        return "".join(["{\n", *lines, f'"{_SCHEMA_KEY}": "{SCHEMA}"\n', "}\n"])


def load(path: Path) -> Baseline:
    """The baseline of a file; raises ConfigError with the line where it cannot be read or is no baseline."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        raise ConfigError(f"{path}: cannot read the baseline: {cause.strerror}") from cause
    except UnicodeDecodeError as cause:
        raise ConfigError(f"{path}: the baseline is not UTF-8: byte {cause.start} does not fit") from cause
    try:
        held = json.loads(text)
    except json.JSONDecodeError as cause:
        conflict = " – settle the merge first" if re.search(r"^(?:<{7}|={7}|>{7})", text, re.MULTILINE) else ""
        raise ConfigError(f"{path}:{cause.lineno}: the baseline is not valid JSON: {cause.msg}{conflict}") from cause
    except RecursionError as cause:
        raise ConfigError(f"{path}: the baseline is not valid: it is nested too deeply") from cause
    if not isinstance(held, dict) or held.pop(_SCHEMA_KEY, None) != SCHEMA:
        raise ConfigError(f'{path}: is no baseline of this version – its "schema" must be "{SCHEMA}"')
    return Baseline(entries={key: _entry(key, value, path, text) for key, value in held.items()})


def marked(findings: Iterable[Finding], baseline: Baseline) -> tuple[Finding, ...]:
    """The findings, each told whether the baseline knows it (`unchanged`) or not (`new`)."""
    return tuple(
        replace(finding, baseline="unchanged" if finding.fingerprint in baseline.entries else "new")
        for finding in findings
    )


def _entry(key: str, value: object, path: Path, text: str) -> Entry:
    names = [spec.name for spec in fields(Entry)]
    if not FINGERPRINT.fullmatch(key):
        raise ConfigError(f"{_where(key, path, text)}: {key!r} is no fingerprint of 16 hex digits")
    if not isinstance(value, dict) or set(value) - set(names) or not {"rule", "text", "article"} <= set(value):
        raise ConfigError(f"{_where(key, path, text)}: an entry is an object with {', '.join(names)}")
    if not all(isinstance(part, str) for part in value.values()):
        raise ConfigError(f"{_where(key, path, text)}: every part of an entry is a string")
    return Entry(**value)


def _where(key: str, path: Path, text: str) -> str:
    at = text.find(json.dumps(key, ensure_ascii=False))
    return f"{path}:{text.count(chr(10), 0, max(at, 0)) + 1}" if at >= 0 else str(path)
