"""What a setting is: its key, what it takes, and how that becomes a value of `Config`."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from audit.configuration.nearest import nearest
from audit.configuration.place import Place
from audit.errors import ConfigError

Convert = Callable[[Any, Place], Any]
"""Makes the value; raises ValueError or TypeError where it is none that the setting takes, ConfigError to say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting as files have it.

    `takes` says what it may be, as in "give …", `about` what it does, and `example` is a line of TOML or several.
    `article` is whether an override may set it for some articles, `path` whether only one that is for paths may.
    """

    key: str
    takes: str
    about: str
    example: str
    convert: Convert
    article: bool = False
    path: bool = False

    @property
    def field(self) -> str:
        """The field of `Config`."""
        return self.key.replace("-", "_")

    def read(self, value: Any, place: Place) -> Any:
        """The value at a place in a file; raises ConfigError with place, key and what may be given."""
        try:
            return self.convert(value, place)
        except (TypeError, ValueError, OverflowError) as cause:
            raise wrong(place, self.key, value, self.takes) from cause


def wrong(place: Place, key: str, value: Any, takes: str) -> ConfigError:
    """The error for a value that is none of those that may be given."""
    return ConfigError(f"{place}: {key} has a wrong value: {reprlib.repr(value)} – give {takes}")


def refuse_unknown(table: Mapping[str, Any], known: Iterable[str], place: Place, what: str = "setting") -> None:
    """Raise ConfigError for the first key of a table that is not known, naming the nearest."""
    held = tuple(known)
    for key in table:
        if key not in held:
            raise ConfigError(f"{place.at(key)}: unknown {what} {key!r}{nearest(key, held)}")
