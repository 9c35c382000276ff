"""Everything beside the article that a report depends on, as one digest: code, data, plugins, engines, settings."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from audit import plugins
from audit.back_translation.choice import AUTO, OFF
from audit.config import Config
from audit.engine import Engine
from audit.errors import AuditError
from audit.remembered.tree import Digests
from audit.scorer import Scorer

FORM = "1"
"""Of what is kept; raised when keys or values change their meaning otherwise than the package's files tell."""

_APART = (
    *("fail_on", "min_fluency", "max_per_1000", "max_mqm_drop", "baseline", "exit_zero"),
    *("workers", "cache", "engine_timeout", "root"),
)
"""Settings that no report depends on: the gate's, and how the work is done; and the folder of patterns, which an
article's key has where there are any."""
_DEFAULT = Config()


def surroundings(config: Config, digests: Digests) -> bytes:
    """The digest of all that a report under a configuration depends on beside its article.

    Raises PluginError where the configuration names an engine or scorer that is not installed.
    """
    parts = [FORM, sys.version, sys.platform, platform.machine(), *_distributions(), *_plugins(digests)]
    parts += [
        _settings(config),
        *_tables(config),
        *_engines(config),
        *_revisions("audit.scorers", config.scorer, config),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def _distributions() -> Iterator[str]:
    """The names and versions of all that is installed."""
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112 - `sys.path` holds strings
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - likewise


def _plugins(digests: Digests) -> Iterator[str]:
    """The plugins by name, and the content of every package that they are in."""
    points = [point for group in plugins.GROUPS for point in plugins.found(group).values()]
    yield from (f"{point.group} {point.name} {point.value}" for point in points)
    for package in sorted({"audit", *(point.value.partition(":")[0].partition(".")[0] for point in points)}):
        yield from (f"{package} {digests.of(place)}" for place in _places(package))


def _places(package: str) -> list[Path]:
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []
    folders = spec.submodule_search_locations
    return [Path(place) for place in ([spec.origin] if folders is None else folders) if place]


def _settings(config: Config) -> str:
    import msgspec

    apart: dict[str, Any] = {name: getattr(_DEFAULT, name) for name in _APART}
    overrides = tuple(replace(one.without(_APART), place="") for one in config.overrides)
    return msgspec.json.encode(replace(config, **apart, overrides=overrides)).decode()


def _tables(config: Config) -> Iterator[str]:
    """The content of the desk's own tables."""
    named = (*config.every("lexicon"), *config.every("glossary"))
    for path in (path for paths in named for path in paths):
        yield path
        try:
            yield hashlib.sha256(Path(path).read_bytes()).hexdigest()
        except (OSError, ValueError) as cause:  # the audit itself tells it as an error
            yield str(cause)


def _engines(config: Config) -> Iterator[str]:
    for name in config.every("engine"):
        if name != OFF:
            yield from _revisions("audit.engines", name, config)


def _revisions(group: str, named: str, config: Config) -> Iterator[str]:
    """The revisions of the plugins of a group that may be asked: the one named, and all that need no model."""
    if named != AUTO:
        yield f"{group} {named} {_revision(_built(group, named, config))}"
    for name in plugins.found(group):
        if not plugins.needs_model(group, name):
            yield f"{group} {name} {_revision_of(group, name, config)}"


def _revision_of(group: str, name: str, config: Config) -> str:
    try:
        return _revision(_built(group, name, config))
    except (AuditError, TypeError) as cause:
        return str(cause)


def _built(group: str, name: str, config: Config) -> Engine | Scorer:
    return plugins.engine(name, timeout=config.engine_timeout) if group == "audit.engines" else plugins.scorer(name)


def _revision(plugin: Engine | Scorer) -> str:
    try:
        return plugin.revision
    except Exception as cause:  # noqa: BLE001 - no model: the audit tells it, where the plugin is needed at all
        return str(cause)
