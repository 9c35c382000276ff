"""Where a setting stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from audit.configuration.lines import Keys

SECTION = ("tool", "audit")
"""Where settings are in `pyproject.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A value in a file of settings, or what the command line gives; `str` of it is how an error begins.

    `origin` is the file as it is shown, `folder` the one its paths are relative to, None where that is the working
    directory. `lines` are those of the file's keys, `keys` the way to the value.
    """

    origin: str
    folder: str | None = None
    keys: Keys = ()
    lines: Mapping[Keys, int] = field(default_factory=dict)

    def at(self, *keys: str | int) -> Place:
        """The place of what is inside the value."""
        return replace(self, keys=(*self.keys, *keys))

    @property
    def line(self) -> int | None:
        """The line of the value, or of the nearest that is known around it; None where no line is."""
        held = (self.lines.get(self.keys[:length]) for length in range(len(self.keys), 0, -1))
        return next((line for line in held if line), None)

    @property
    def key(self) -> str:
        """What is there, as `severity.LIN`: the keys within the settings or within the table of an array."""
        keys = self.keys[len(SECTION) :] if self.keys[: len(SECTION)] == SECTION else self.keys
        inner = [place + 1 for place, key in enumerate(keys) if isinstance(key, int)]
        return ".".join(map(str, keys[inner[-1] if inner else 0 :]))

    def __str__(self) -> str:
        """As `audit.toml:3`."""
        return f"{self.origin}:{self.line}" if self.line else self.origin
