"""Makes values of what TOML or the command line gives; anything else raises ValueError or TypeError."""

from __future__ import annotations

import math
import os
from pathlib import PurePath
from typing import Any

from audit import languages
from audit.configuration.patterns import expression
from audit.configuration.place import Place
from audit.configuration.setting import Convert, wrong
from audit.errors import ConfigError
from audit.finding import Severity

NEVER = "never"
"""Fails on nothing, where the settings around it would."""
LONGEST_SECONDS = 86_400.0
"""A day: who waits longer for one translation waits for nothing."""
MOST_WORKERS = 1_000
"""More processes than any one machine has cores for."""


def text(value: Any, _place: Place) -> str:
    """Some text."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value


def flag(value: Any, _place: Place) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def count(value: Any, _place: Place) -> int:
    """A whole number of processes, 0 for one a core."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_WORKERS:
        raise ValueError
    return value


def number(low: float, high: float = math.inf) -> Convert:
    """A number from `low` to `high`, both included."""

    def convert(value: Any, _place: Place) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError
        return float(value)

    return convert


def seconds(value: Any, place: Place) -> float:
    """A time above 0."""
    held: float = number(0, LONGEST_SECONDS)(value, place)
    if not held:
        raise ValueError
    return held


def names(value: Any, place: Place) -> tuple[str, ...]:
    """One name or several."""
    if not isinstance(value, str | list | tuple):
        raise TypeError
    return tuple(text(name, place) for name in ([value] if isinstance(value, str) else value))


def language(value: Any, place: Place) -> str:
    """The code of a language that there is."""
    if not isinstance(value, str):
        raise TypeError
    if not languages.known(value):
        raise ConfigError(
            f"{place}: {place.key}: no language has the code {value!r} – give an ISO 639 code such as es or pt-BR"
        )
    return value


def severity(value: Any, place: Place) -> Severity:
    """One of the four severities."""
    try:
        return Severity(text(value, place))
    except ValueError:
        raise ConfigError(f"{place}: {place.key}: severity {value!r} is not one of {', '.join(Severity)}") from None


def least_severity(value: Any, place: Place) -> Severity | None:
    """A severity, or None for `never`."""
    if value == NEVER:
        return None
    try:
        return Severity(text(value, place))
    except ValueError:
        known = ", ".join((*Severity, NEVER))
        raise ConfigError(f"{place}: {place.key}: severity {value!r} is not one of {known}") from None


def severities(value: Any, place: Place) -> dict[str, Severity]:
    """A table of severities by rule."""
    return {rule: severity(level, place.at(rule)) for rule, level in dict(value).items()}


def ignores(value: Any, place: Place) -> dict[str, tuple[str, ...]]:
    """A table of rules by pattern."""
    held: dict[str, tuple[str, ...]] = {}
    for name, rules in dict(value).items():
        try:
            held[pattern(name, place.at(name))] = names(rules, place)
        except (TypeError, ValueError) as cause:
            raise wrong(place.at(name), place.at(name).key, rules, "the rules that are ignored there") from cause
    return held


def pattern(value: Any, place: Place) -> str:
    """A pattern of paths."""
    try:
        expression(text(value, place))
    except ConfigError as cause:
        raise ConfigError(f"{place}: {place.key}: {cause}") from cause
    return str(value)


def path(value: Any, place: Place) -> str:
    """A path: in a file of settings relative to its folder, and shown relative to the working directory below that."""
    held = text(value, place)
    if "\0" in held:
        raise ValueError
    if place.folder is None:
        return held
    return shown(os.path.normpath(os.path.join(place.folder, os.path.expanduser(held))))  # noqa: PTH111, PTH118 - text in, text out


def optional_path(value: Any, place: Place) -> str:
    """A path, or "" for none."""
    return "" if value == "" else path(value, place)


def paths(value: Any, place: Place) -> tuple[str, ...]:
    """One path or several."""
    return tuple(path(one, place) for one in names(value, place))


def shown(held: str) -> str:
    """A path as short as it can be told: relative where it is below the working directory, absolute elsewhere."""
    full = PurePath(os.path.abspath(held))  # noqa: PTH100 - links are to stay
    here = os.getcwd()  # noqa: PTH109 - likewise
    return str(full.relative_to(here) if full.is_relative_to(here) else full)
