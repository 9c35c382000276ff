"""What holds for one path or for all articles, as `audit config` shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from audit.cli.config_values import Row, rows
from audit.config import Config, Override
from audit.configuration.discovery import Source


class Shown:
    """What holds for a path, or for all articles where there is none."""

    def __init__(self, config: Config, source: Source, path: str | None, given: Sequence[str]) -> None:
        self.config, self.source, self.path, self.given = config, source, path, given
        self.special = path is not None or bool(given)
        held = config.effective(path)
        self.source_lang, self.target_lang = held.source_lang, held.target_lang
        self.overrides = config.matching(path, self.source_lang, self.target_lang) if self.special else ()

    @property
    def effective(self) -> Config:
        """The settings; those for all articles keep their overrides."""
        return self.config.with_overrides(self.overrides) if self.special else self.config

    def rows(self) -> list[Row]:
        """The settings with their origins."""
        return list(rows(self.config, self.source, self.overrides, self.given))

    def plain(self) -> dict[str, Any]:
        """All of it, for JSON."""
        return {
            "path": self.path,
            "file": self.source.place.origin if self.source.path else None,
            "why": self.source.why,
            "source_lang": self.source_lang,
            "target_lang": self.target_lang,
            "overrides": [_told(one, applies=one in self.overrides) for one in self.config.overrides],
            "settings": [{"key": row.key, "value": row.value, "from": row.origin} for row in self.rows()],
        }


def _told(override: Override, *, applies: bool) -> dict[str, Any]:
    return {
        "number": override.number,
        "place": override.place,
        "paths": list(override.paths),
        "languages": list(override.languages),
        "applies": applies,
    }
