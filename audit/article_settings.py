"""What holds for each article: its settings with the overrides for it, its rules, its tables."""

from __future__ import annotations

from dataclasses import dataclass

from audit import desk, plugins
from audit.check import Check
from audit.config import Config, Override
from audit.desk import Desk
from audit.document import Document
from audit.selection import selected


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Settings without overrides, with the checks that they select and the tables that they name."""

    config: Config
    checks: tuple[Check, ...]
    desk: Desk


class ArticleSettings:
    """The settings of articles, worked out once for all that the same overrides are for.

    Raises ConfigError for an unknown rule or a bad table and PluginError for an unknown engine, whether or not the
    override that names it is for any article.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._held: dict[tuple[int, ...], Held] = {}
        self._desks: dict[tuple[object, ...], Desk] = {}
        selected(plugins.checks(), config)
        for override in config.overrides:
            self._desk(config.with_overrides([override]))
            if (engine := override.settings.get("engine", "auto")) != "auto":
                plugins.load("audit.engines", engine.partition(":")[0])
        self.general = self._of(())

    def by_path(self, document: Document) -> Config:
        """The settings for the path of an article whose languages are not known yet."""
        return self._config.effective(document.path)

    def of(self, document: Document) -> Held:
        """What holds for an article whose languages are given or inferred."""
        return self._of(self._config.matching_article(document))

    def _of(self, found: tuple[Override, ...]) -> Held:
        key = tuple(override.number for override in found)
        if key not in self._held:
            config = self._config.with_overrides(found)
            checks = selected(plugins.checks(), config)
            self._held[key] = Held(config=config, checks=checks, desk=self._desk(config))
        return self._held[key]

    def _desk(self, config: Config) -> Desk:
        """The desk's own tables that settings name, opened once."""
        key = (config.lexicon, config.glossary, config.target_lang)
        if key not in self._desks:
            self._desks[key] = desk.desk(config)
        return self._desks[key]
