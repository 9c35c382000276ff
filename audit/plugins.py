"""Finds plugins through entry points; the built-in ones come the same way as anybody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import metadata
from importlib.metadata import EntryPoint, entry_points
from inspect import Parameter, getattr_static, signature
from typing import Any

from audit.check import Check, Distribution
from audit.config import nearest
from audit.engine import Engine
from audit.errors import AuditError, PluginError
from audit.renderer import Renderer
from audit.rule_form import malformed
from audit.scorer import Scorer

OWN = "mt-audit"
"""The distribution whose plugins are the tool's own."""
GROUPS = ("audit.checks", "audit.engines", "audit.scorers", "audit.renderers")
_MEMBERS = {
    "audit.engines": ("name", "revision", "unavailable", "translate", "close"),
    "audit.scorers": ("name", "revision", "calibrated", "score"),
    "audit.renderers": ("name", "render"),
}
"""What the pipeline asks of each kind."""


@cache
def found(group: str) -> dict[str, EntryPoint]:
    """The entry points of one group by name, in order of name; raises PluginError when two packages share one."""
    held: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group)):
        if other := held.get(point.name):
            packages = " and ".join(str(_package(one)) for one in (other, point))
            raise PluginError(f"{group}: two plugins are called {point.name!r}, of {packages} – uninstall one of them")
        held[point.name] = point
    return held


def load(group: str, name: str) -> Any:
    """Load one plugin; raises PluginError when it is not there (naming those that are) or does not load."""
    points = found(group)
    if name not in points:
        raise PluginError(
            f"no {_kind(group)} {name!r}{nearest(name, tuple(points))} – available: {', '.join(points) or 'none'}"
        )
    try:
        return points[name].load()
    except (Exception, SystemExit) as cause:
        raise _fault(points[name], f"does not load: {cause!r}", mend=True) from cause


@cache
def checks() -> tuple[Check, ...]:
    """Every check installed, in order of id.

    Raises PluginError, naming the package, when one is no check or malformed, or when two share an id or name.
    """
    held = tuple(sorted(map(_check, found("audit.checks").values()), key=lambda check: check.id))
    for label in ("id", "name"):
        seen: dict[str, Check] = {}
        for check in held:
            if other := seen.get(value := getattr(check, label)):
                raise PluginError(f"audit.checks: two checks have the {label} {value!r}: {other.label}, {check.label}")
            seen[value] = check
    return held


def _check(point: EntryPoint) -> Check:
    check = load(point.group, point.name)
    if not isinstance(check, Check):
        raise _fault(point, f"is {check!r}, no check – decorate a function with paragraph_check or document_check")
    if fault := malformed(check):
        raise _fault(point, fault)
    if check.name != point.name:
        raise _fault(point, f"the entry point must be called as its check is: {check.name}")
    package = _package(point)
    return check if package is None or package.name == OWN else replace(check, distribution=package)


def _fault(point: EntryPoint, told: str, *, mend: bool = False) -> PluginError:
    """An error that says which plugin of which package is at fault; where the package is broken, what to do."""
    package = _package(point)
    of = f" of {package}" if package else ""
    mended = f" – mend or uninstall {package.name}" if mend and package else ""
    return PluginError(f"{point.group}: {point.name} ({point.value}){of}: {told}{mended}")


def _package(point: EntryPoint) -> Distribution | None:
    return _distribution(point.dist) if point.dist else None


@cache
def _distribution(installed: metadata.Distribution) -> Distribution:
    """Name and version, read once: each time the package's metadata would be parsed."""
    return Distribution(name=installed.name, version=installed.version)


def engine(name: str, **options: Any) -> Engine:
    """A new engine by name; what stands after the first colon is its `model` (`hf:DIR`).

    It is given those of the options that it takes.
    """
    built: Engine = _built("audit.engines", name, options)
    return built


def scorer(name: str) -> Scorer:
    """A new scorer by name; what stands after the first colon is its `model`."""
    built: Scorer = _built("audit.scorers", name)
    return built


def needs_model(group: str, name: str) -> bool:
    """Whether a plugin cannot be made without a model (`hf` alone)."""
    parameter = _parameter(load(group, name), "model")
    return parameter is not None and parameter.default is Parameter.empty


def model_help(group: str, name: str) -> str:
    """What kind of model a plugin takes, as its attribute `model_help` says; empty where it does not."""
    try:
        return str(getattr(load(group, name), "model_help", ""))
    except PluginError:
        return ""


def _built(group: str, name: str, options: Mapping[str, Any] | None = None) -> Any:
    """A new plugin, given those options that it takes; raises PluginError when it cannot be made or lacks a member."""
    short, _, model = name.partition(":")
    plugin = load(group, short)
    if model and _parameter(plugin, "model") is None:
        raise PluginError(f"{_kind(group)} {short} takes no model – write {short} instead of {name}")
    if not model and needs_model(group, short):
        form = getattr(plugin, "model_form", "NAME-OR-FOLDER")
        raise PluginError(f"{_kind(group)} {short} needs a model: {short}:{form}")
    given = {key: value for key, value in (options or {}).items() if _takes(plugin, key)}
    try:
        built = plugin(**({"model": model} if model else {}), **given)
    except AuditError:
        raise
    except Exception as cause:
        raise _fault(found(group)[short], f"cannot be made: {cause!r}", mend=True) from cause
    if lacking := [member for member in _MEMBERS[group] if getattr_static(built, member, None) is None]:
        raise _fault(found(group)[short], f"is no {_kind(group)}, for it has no {', no '.join(lacking)}")
    return built


def _takes(plugin: Any, name: str) -> bool:
    return _parameter(plugin, name) is not None


def _parameter(plugin: Any, name: str) -> Parameter | None:
    try:
        return signature(plugin).parameters.get(name)
    except (TypeError, ValueError):  # classes written in C tell no signature
        return None


def _kind(group: str) -> str:
    return group.removeprefix("audit.").removesuffix("s")


def renderer(name: str) -> Renderer:
    """A new renderer by name.

    One that takes `rules` is given the text of every rule installed, by id; one that takes `checks` the rules.
    """
    plugin = load("audit.renderers", name)
    given: dict[str, Any] = {}
    if _takes(plugin, "rules"):
        given["rules"] = {check.id: check.text for check in checks()}
    if _takes(plugin, "checks"):
        given["checks"] = checks()
    built: Renderer = _built("audit.renderers", name, given)
    return built
