"""Finds the file of settings, and reads it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.configuration.lines import lines_of
from audit.configuration.place import SECTION, Place
from audit.configuration.values import shown
from audit.errors import ConfigError

FILE_NAME = "audit.toml"
PROJECT = "pyproject.toml"
NONE = f"no {FILE_NAME} and no {PROJECT} with [tool.audit] in this folder or above it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The settings of a file as TOML has them, and why that file was read; without a file there are none."""

    table: Mapping[str, Any] = field(default_factory=dict)
    place: Place = field(default_factory=lambda: Place(origin="settings"))
    path: Path | None = None
    why: str = NONE


def source(path: Path | None, start: Path) -> Source:
    """What a file holds, or the nearest `audit.toml` or `[tool.audit]` at or above a folder.

    Raises ConfigError when the file is missing, is not TOML, or holds no table where its settings should be.
    """
    if path is not None:
        return _opened(path, "given with --config")
    for folder in (start, *start.parents):
        where = "in this folder" if folder == start else "in a folder above this one"
        if os.path.isfile(folder / FILE_NAME):  # noqa: PTH113 - tells no errors of folders that cannot be read
            return _opened(folder / FILE_NAME, f"the nearest, {where}")
        project = folder / PROJECT
        if os.path.isfile(project) and _section(_parsed(project, _text(project))) is not None:  # noqa: PTH113 - likewise
            return _opened(project, f"the nearest, {where}, and it has [tool.audit]")
    return Source()


def _opened(path: Path, why: str) -> Source:
    text = _text(path)
    table = _parsed(path, text)
    keys = SECTION if path.name == PROJECT else ()
    held = _section(table) if keys else table
    place = Place(origin=shown(str(path)), folder=str(path.parent), keys=keys, lines=lines_of(text))
    if held is not None and not isinstance(held, dict):
        raise ConfigError(f"{place}: [tool.audit] must be a table")
    return Source(table=held or {}, place=place, path=path, why=why)


def _section(table: Mapping[str, Any]) -> Any:
    """What `[tool.audit]` is, None where there is none."""
    tool = table.get(SECTION[0])
    return tool.get(SECTION[1]) if isinstance(tool, dict) else None


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n")
    except OSError as cause:
        raise ConfigError(f"{path}: cannot read the configuration: {cause.strerror}") from cause
    except ValueError as cause:
        raise ConfigError(f"{path}: not valid TOML: {cause}") from cause


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise ConfigError(f"{path}: not valid TOML: {cause}") from cause
    except RecursionError as cause:
        raise ConfigError(f"{path}: not valid TOML: nested too deeply") from cause
