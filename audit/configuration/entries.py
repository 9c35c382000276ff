"""Findings that the settings accept as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from audit.configuration.place import Place
from audit.configuration.setting import refuse_unknown
from audit.errors import ConfigError
from audit.finding import FINGERPRINT

KEYS = ("fingerprint", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding accepted as it is: its fingerprint and why."""

    fingerprint: str
    reason: str


def suppressions(value: Any, place: Place) -> tuple[Suppression, ...]:
    """The entries of an array of tables."""
    if not isinstance(value, list | tuple):
        raise TypeError
    return tuple(_suppression(item, place.at(index)) for index, item in enumerate(value))


def _suppression(item: Any, place: Place) -> Suppression:
    if isinstance(item, Suppression):
        return item
    if not isinstance(item, dict):
        raise TypeError
    refuse_unknown(item, KEYS, place, "key of [[suppress]]")
    fingerprint, reason = item.get("fingerprint"), item.get("reason")
    if not isinstance(fingerprint, str) or not FINGERPRINT.fullmatch(fingerprint):
        raise ConfigError(f"{place}: a suppression needs the fingerprint of a finding, 16 hex digits from CSV or JSON")
    if not isinstance(reason, str) or not reason.strip():
        raise ConfigError(f"{place}: every suppression needs a reason")
    return Suppression(fingerprint=fingerprint, reason=reason)
