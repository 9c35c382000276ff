"""Whether a fix needs an engine: the safe ones never do."""

from __future__ import annotations

from audit import plugins
from audit.back_translation.choice import OFF
from audit.back_translation.suggestions import KINDS
from audit.config import Config
from audit.pipeline import TRANSLATED
from audit.selection import selected


def with_engine(config: Config, *, unsafe: bool = False) -> Config:
    """The settings to fix with: without an engine, unless an unsafe fix of a selected rule can come of one.

    That is a rule that reads a translation, or one of wording, for which a translator may find a suggestion.
    """
    return config if unsafe and _needed(config) else config.override(engine=OFF)


def _needed(config: Config) -> bool:
    if any(name in override.settings for override in config.overrides for name in ("select", "ignore")):
        return True  # which rules are selected is not known before the articles are
    checks = selected(plugins.checks(), config)
    return any(check.needs & TRANSLATED or check.category.startswith(KINDS) for check in checks)
