"""Settings: TOML or keyword arguments in, one frozen `Config` out; an unknown key names the nearest known one."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from audit import languages
from audit.errors import ConfigError
from audit.finding import Severity

FILE_NAME = "audit.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding accepted as it is: its fingerprint and why."""

    fingerprint: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting of a run.

    `select` and `ignore` hold rule ids, id prefixes, rule names, MQM folders or `ALL`; the longest match wins.
    `engine` and `scorer` are plugin names or `auto` (the first that is present). `min_confidence` is in 0–1,
    `min_fluency` in 0–100, `max_per_1000` in findings per 1,000 words, `max_mqm_drop` in points of the MQM score.
    `baseline` is the file of known findings; `lexicon` and `glossary` are tables of the user's own. `cache` is the
    SQLite file of back-translations, `""` for none, None for the user's cache folder. `workers` is the number of
    processes that audit, 0 for one a core.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    suppress: tuple[Suppression, ...] = ()
    engine: str = "auto"
    scorer: str = "auto"
    source_lang: str | None = None
    target_lang: str = "en"
    min_confidence: float = 0.5
    fail_on: Severity | None = None
    min_fluency: float | None = None
    max_per_1000: float | None = None
    max_mqm_drop: float | None = None
    baseline: str | None = None
    lexicon: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    workers: int = 1
    exit_zero: bool = False
    cache: str | None = None
    engine_timeout: float = 60.0

    def override(self, **given: Any) -> Config:
        """A copy with every given value that is not None; raises ConfigError as for a file."""
        held = {key: value for key, value in given.items() if value is not None}
        return replace(self, **{key: _convert(key, value, "command line") for key, value in held.items()})


KEYS = tuple(spec.name.replace("_", "-") for spec in fields(Config))


def load(path: Path | None = None, start: Path | None = None) -> Config:
    """The Config of a file, or of the nearest `audit.toml` or `[tool.audit]` at or above `start` (default: here).

    Raises ConfigError when the file is missing, is not TOML, or holds an unknown key or a wrong value.
    """
    found = path or _discover(start or Path.cwd())
    return from_table(_table(found), str(found)) if found else Config()


def from_table(table: Mapping[str, Any], origin: str) -> Config:
    """The Config of a parsed TOML table; `origin` names it in errors."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise ConfigError(f"{origin}: unknown setting {key!r}{nearest(key, KEYS)}")
        values[key.replace("-", "_")] = _convert(key.replace("-", "_"), value, origin)
    return Config(**values)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """How an error names the known word closest to a mistaken one; empty when none is close."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f" – did you mean {close[0]!r}?" if close else ""


def severity(word: str, origin: str) -> Severity:
    """The Severity of a word; raises ConfigError listing the four."""
    try:
        return Severity(word)
    except ValueError:
        known = ", ".join(Severity)
        raise ConfigError(f"{origin}: severity {word!r} is not one of {known}") from None


def _discover(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        if project.is_file() and "audit" in _read(project).get("tool", {}):
            return project
    return None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as cause:
        raise ConfigError(f"{path}: cannot read the configuration: {cause.strerror}") from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ConfigError(f"{path}: not valid TOML: {cause}") from cause


def _table(path: Path) -> Mapping[str, Any]:
    table = _read(path)
    held = table.get("tool", {}).get("audit", {}) if path.name == "pyproject.toml" else table
    if not isinstance(held, dict):
        raise ConfigError(f"{path}: [tool.audit] must be a table")
    return held


def _convert(key: str, value: Any, origin: str) -> Any:
    try:
        return _CONVERTERS.get(key, _text)(value, origin)
    except (TypeError, AttributeError, KeyError) as cause:
        raise ConfigError(f"{origin}: {key.replace('_', '-')} has a wrong value: {value!r}") from cause


def _text(value: Any, origin: str) -> str:
    if not isinstance(value, str):
        raise TypeError(origin)
    return value


def _language(value: Any, origin: str) -> str:
    if not languages.known(_text(value, origin)):
        raise ConfigError(f"{origin}: no language has the code {value!r} – give an ISO 639 code such as es or pt-BR")
    return str(value)


def _names(value: Any, origin: str) -> tuple[str, ...]:
    held = [value] if isinstance(value, str) else list(value)
    return tuple(_text(item, origin) for item in held)


def _number(value: Any, origin: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(origin)
    return float(value)


def _count(value: Any, origin: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError(origin)
    return value


def _share(value: Any, origin: str) -> float:
    number = _number(value, origin)
    if not 0 <= number <= 1:
        raise ConfigError(f"{origin}: min-confidence is a share between 0 and 1, not {value}")
    return number


def _flag(value: Any, origin: str) -> bool:
    if not isinstance(value, bool):
        raise TypeError(origin)
    return value


def _severities(value: Any, origin: str) -> dict[str, Severity]:
    return {rule: severity(word, origin) for rule, word in value.items()}


def _paths(value: Any, origin: str) -> dict[str, tuple[str, ...]]:
    return {pattern: _names(rules, origin) for pattern, rules in value.items()}


def _suppressions(value: Any, origin: str) -> tuple[Suppression, ...]:
    held = tuple(Suppression(fingerprint=item["fingerprint"], reason=item["reason"]) for item in value)
    if any(not item.reason.strip() for item in held):
        raise ConfigError(f"{origin}: every suppression needs a reason")
    return held


_CONVERTERS: Mapping[str, Any] = {
    "source_lang": _language,
    "target_lang": _language,
    "select": _names,
    "ignore": _names,
    "severity": _severities,
    "per_path_ignores": _paths,
    "suppress": _suppressions,
    "min_confidence": _share,
    "fail_on": lambda value, origin: severity(_text(value, origin), origin),
    "min_fluency": _number,
    "max_per_1000": _number,
    "max_mqm_drop": _number,
    "lexicon": _names,
    "glossary": _names,
    "workers": _count,
    "exit_zero": _flag,
    "engine_timeout": _number,
}
