"""Settings: TOML or keyword arguments in, one frozen `Config` out, with the settings of single articles in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from audit.configuration.discovery import FILE_NAME, Source, source
from audit.configuration.entries import Suppression
from audit.configuration.nearest import nearest
from audit.configuration.overrides import Override
from audit.configuration.patterns import forms
from audit.configuration.place import Place
from audit.configuration.setting import refuse_unknown
from audit.configuration.settings import BY_FIELD, SETTINGS
from audit.configuration.values import shown
from audit.document import Document
from audit.finding import Severity

__all__ = ["FILE_NAME", "Config", "Loaded", "Override", "Suppression", "from_table", "load", "loaded", "nearest"]

COMMAND_LINE = Place(origin="command line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting of a run.

    `select` and `ignore` hold rule ids, id prefixes, rule names, MQM dimensions or `ALL`; the longest match wins.
    `engine` and `scorer` are plugin names or `auto` (the first that is present). `min_confidence` is in 0–1,
    `min_fluency` in 0–100, `max_per_1000` in findings per 1,000 words, `max_mqm_drop` in points of the MQM score.
    `baseline` is the file of known findings; `lexicon` and `glossary` are tables of the user's own. `cache` is the
    SQLite file of back-translations, `""` for none, None for the user's cache folder. `workers` is the number of
    processes that audit, 0 for one a core. `overrides` hold for some articles only, the later ones winning. `root` is
    no setting: it is the folder that patterns of paths are relative to, `""` for the working directory.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    suppress: tuple[Suppression, ...] = ()
    engine: str = "auto"
    scorer: str = "auto"
    source_lang: str | None = None
    target_lang: str = "en"
    min_confidence: float = 0.5
    fail_on: Severity | None = None
    min_fluency: float | None = None
    max_per_1000: float | None = None
    max_mqm_drop: float | None = None
    baseline: str | None = None
    lexicon: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    workers: int = 1
    exit_zero: bool = False
    cache: str | None = None
    engine_timeout: float = 60.0
    overrides: tuple[Override, ...] = ()
    root: str = ""

    def override(self, **given: Any) -> Config:
        """A copy with every given value that is not None, which no override changes; raises ConfigError as for a file.

        Paths among them are relative to the working directory.
        """
        held = {name: value for name, value in given.items() if value is not None}
        values = {name: BY_FIELD[name].read(value, COMMAND_LINE.at(BY_FIELD[name].key)) for name, value in held.items()}
        kept = tuple(one.without(held) for one in values.pop("overrides", self.overrides))
        return replace(self, **values, overrides=kept)

    def every(self, name: str) -> Iterator[Any]:
        """The values that a field has for some article or other: its own, and that of each override which sets it."""
        yield getattr(self, name)
        yield from (one.settings[name] for one in self.overrides if name in one.settings)

    def matching(
        self, path: str | None, source_lang: str | None = None, target_lang: str | None = None
    ) -> tuple[Override, ...]:
        """The overrides for an article, the last of which wins; what is not known of it fits none that asks for it."""
        names = forms(path, self.root) if self.overrides and path is not None else ()
        return tuple(one for one in self.overrides if one.fits(names, source_lang, target_lang))

    def matching_article(self, document: Document) -> tuple[Override, ...]:
        """The overrides for an article whose languages are given or inferred."""
        guess = document.language_guess
        lang = (guess.lang if guess else None) or document.source_lang  # the first may have a region
        return self.matching(document.path, lang, document.target_lang)

    def with_overrides(self, found: Iterable[Override]) -> Config:
        """The settings of articles that these overrides are for; it has none left itself."""
        held = self
        for one in found:
            values = dict(one.settings)
            if "severity" in values:
                values["severity"] = _merged(held.severity, values["severity"])
            held = replace(held, **values)
        return replace(held, overrides=())

    def effective(self, path: str | None, source_lang: str | None = None, target_lang: str | None = None) -> Config:
        """The settings of an article: with the overrides for its path, and for its languages where they are known."""
        return self.with_overrides(self.matching(path, source_lang, target_lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Settings with the file that they come from."""

    config: Config
    source: Source


def load(path: Path | None = None, start: Path | None = None) -> Config:
    """The Config of a file, or of the nearest `audit.toml` or `[tool.audit]` at or above `start` (default: here).

    Raises ConfigError when the file is missing, is not TOML, or holds an unknown key or a wrong value.
    """
    return loaded(path, start).config


def loaded(path: Path | None = None, start: Path | None = None) -> Loaded:
    """As `load`, with the file."""
    found = source(path, start or Path.cwd())
    return Loaded(config=_config(found.table, found.place), source=found)


def from_table(table: Mapping[str, Any], origin: str) -> Config:
    """The Config of a parsed TOML table; `origin` names it in errors, and paths are taken as they are."""
    return _config(table, Place(origin=origin))


def _config(table: Mapping[str, Any], place: Place) -> Config:
    refuse_unknown(table, SETTINGS, place)
    values = {SETTINGS[key].field: SETTINGS[key].read(value, place.at(key)) for key, value in table.items()}
    return Config(**values, root=shown(place.folder) if place.folder else "")


def _merged(first: Mapping[str, Severity], second: Mapping[str, Severity]) -> dict[str, Severity]:
    """Both tables; of two that are as specific the later one wins, so those of the second come last."""
    return {rule: level for rule, level in first.items() if rule not in second} | dict(second)
