"""The settings as plain values, each with where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import PurePath
from typing import Any

from audit.back_translation.cache import default_path
from audit.config import Config, Override, Suppression
from audit.configuration.discovery import Source
from audit.configuration.settings import BY_FIELD
from audit.configuration.values import NEVER

DEFAULT = "default"
COMMAND_LINE = "command line"
CACHE_HOME = "XDG_CACHE_HOME"
_PATHS = ("baseline", "lexicon", "glossary", "cache")
_TABLES = ("severity", "per_path_ignores")
"""Settings of which every entry has a place of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A setting, or an entry of one (`severity.LIN`), its plain value (None where it has none) and its origin."""

    key: str
    value: Any
    origin: str


def rows(config: Config, source: Source, found: Sequence[Override], given: Sequence[str]) -> Iterator[Row]:
    """What holds after the overrides `found`: by override, the command line (fields `given`), file, or by default."""
    held = config.with_overrides(found)
    for name, setting in BY_FIELD.items():
        value = getattr(held, name)
        if name == "overrides":
            continue
        if name in _TABLES and value:
            yield from _entries(name, value, source, found)
            continue
        origin = str(source.place.at(setting.key)) if setting.key in source.table else DEFAULT
        origin = COMMAND_LINE if name in given else origin
        by_override = [str(one) for one in found if name in one.settings]
        origin = by_override[-1] if by_override else origin
        if name == "cache" and value is None:
            value, origin = str(default_path()), _user_cache(origin)
        if name == "fail_on" and value is None and origin != DEFAULT:
            value = NEVER
        yield Row(key=setting.key, value=plain(value), origin=origin)


def _user_cache(origin: str) -> str:
    """What says where the user's cache folder is."""
    home = os.environ.get(CACHE_HOME)
    return f"environment {CACHE_HOME}" if home and default_path().is_relative_to(home) else origin


def _entries(name: str, value: Mapping[str, Any], source: Source, found: Sequence[Override]) -> Iterator[Row]:
    key = BY_FIELD[name].key
    for entry, held in value.items():
        by_override = [str(one) for one in found if entry in one.settings.get(name, ())]
        origin = by_override[-1] if by_override else str(source.place.at(key, entry))
        yield Row(key=f"{key}.{entry}", value=plain(held), origin=origin)


def table(config: Config) -> dict[str, Any]:
    """The settings as a file in their folder would have them; what is not set is not there."""
    held: dict[str, Any] = {}
    for name, setting in BY_FIELD.items():
        value = getattr(config, name)
        if name in _PATHS:
            value = _written(value, config.root)
        if name == "overrides":
            value = [_override(one, config.root) for one in value]
        if value is not None:
            held[setting.key] = plain(value)
    return held


def plain(value: Any) -> Any:
    """A value as texts, numbers, lists and dictionaries."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Suppression):
        return asdict(value)
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def _override(override: Override, root: str) -> dict[str, Any]:
    where = {"paths": override.paths, "languages": override.languages}
    held: dict[str, Any] = {name: list(value) for name, value in where.items() if value}
    for name, value in override.settings.items():
        written = _written(value, root) if name in _PATHS else value
        held[BY_FIELD[name].key] = NEVER if value is None else plain(written)
    return held


def _written(value: Any, root: str) -> Any:
    """Paths as a file in a folder names them: relative to it where they are below it."""
    if isinstance(value, tuple):
        return tuple(_written(one, root) for one in value)
    if not value:
        return value
    full = PurePath(os.path.abspath(value))  # noqa: PTH100 - links are to stay
    above = os.path.abspath(root)  # noqa: PTH100 - likewise
    inner = str(full.relative_to(above)) if full.is_relative_to(above) else str(full)
    return f"./{inner}" if inner.startswith("~") else inner
