"""Finds plugins through entry points; the built-in ones come the same way as anybody's."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from inspect import Parameter, signature
from typing import Any

from audit.check import Check
from audit.config import nearest
from audit.engine import Engine
from audit.errors import PluginError
from audit.renderer import Renderer
from audit.scorer import Scorer

GROUPS = ("audit.checks", "audit.engines", "audit.scorers", "audit.renderers")


@cache
def found(group: str) -> dict[str, EntryPoint]:
    """The entry points of one group by name, in order of name."""
    return {point.name: point for point in sorted(entry_points(group=group))}


def load(group: str, name: str) -> Any:
    """Load one plugin; raises PluginError when it is not there (naming those that are) or does not load."""
    points = found(group)
    if name not in points:
        raise PluginError(
            f"no {_kind(group)} {name!r}{nearest(name, tuple(points))} – available: {', '.join(points) or 'none'}"
        )
    try:
        return points[name].load()
    except Exception as cause:
        raise PluginError(f"{group}: {name} ({points[name].value}) does not load: {cause!r}") from cause


@cache
def checks() -> tuple[Check, ...]:
    """Every check installed, in order of id; raises PluginError when two share an id or name."""
    held = sorted((load("audit.checks", name) for name in found("audit.checks")), key=lambda check: check.id)
    for check in held:
        if not isinstance(check, Check):
            raise PluginError(f"audit.checks: {check!r} is not a check – decorate it with paragraph_check")
    for label in ("id", "name"):
        seen: set[str] = set()
        for check in held:
            if (value := getattr(check, label)) in seen:
                raise PluginError(f"audit.checks: two checks have the {label} {value!r}")
            seen.add(value)
    return tuple(held)


def engine(name: str, **options: Any) -> Engine:
    """A new engine by name; what stands after the first colon is its `model` (`hf:DIR`)."""
    built: Engine = _built("audit.engines", name, **options)
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


def _built(group: str, name: str, **options: Any) -> Any:
    short, _, model = name.partition(":")
    plugin = load(group, short)
    if model and _parameter(plugin, "model") is None:
        raise PluginError(f"{_kind(group)} {short} takes no model – write {short} instead of {name}")
    if not model and needs_model(group, short):
        form = getattr(plugin, "model_form", "NAME-OR-FOLDER")
        raise PluginError(f"{_kind(group)} {short} needs a model: {short}:{form}")
    return plugin(**({"model": model} if model else {}), **options)


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
    if _parameter(plugin, "rules") is not None:
        given["rules"] = {check.id: check.text for check in checks()}
    if _parameter(plugin, "checks") is not None:
        given["checks"] = checks()
    built: Renderer = plugin(**given)
    return built
