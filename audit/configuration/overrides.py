"""Settings that hold for some articles: those of a path, an address, a language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from audit import languages
from audit.configuration import values
from audit.configuration.patterns import matches
from audit.configuration.place import Place
from audit.configuration.setting import Setting, refuse_unknown
from audit.errors import ConfigError

_LANGUAGES = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}|[0-9]{3}|[A-Z][a-z]{3}))?(?:-([a-z]{2,3}))?")
"""A language with a region or script, as BCP 47 writes them, and the language that it was translated into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The `number`-th `[[overrides]]` of a file, from 1: values of fields of `Config` for the articles that it fits.

    `paths` are patterns, `languages` source languages (`es`, `pt-BR`) or pairs (`de-en`); where both are there both
    must fit. `place` is where it stands, as `audit.toml:7`.
    """

    number: int
    paths: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    place: str = field(default="", compare=False)

    def fits(self, names: Sequence[str], source_lang: str | None, target_lang: str | None) -> bool:
        """Whether it is for an article with these forms of its path and these languages, None where not known."""
        if self.paths and not any(matches(pattern, names) for pattern in self.paths):
            return False
        return not self.languages or any(_speaks(one, source_lang, target_lang) for one in self.languages)

    def without(self, fields: Collection[str]) -> Override:
        """The same for all settings but some."""
        return replace(self, settings={name: value for name, value in self.settings.items() if name not in fields})

    def __str__(self) -> str:
        """As `[[overrides]] 2 at audit.toml:7`."""
        return f"[[overrides]] {self.number}" + (f" at {self.place}" if self.place else "")


def overrides(value: Any, place: Place, settings: Mapping[str, Setting]) -> tuple[Override, ...]:
    """The overrides of an array of tables; `settings` are all that there are, by key."""
    if not isinstance(value, list | tuple):
        raise TypeError
    return tuple(_override(item, place.at(index), index + 1, settings) for index, item in enumerate(value))


def _override(item: Any, place: Place, number: int, settings: Mapping[str, Setting]) -> Override:
    if not isinstance(item, dict):
        raise TypeError
    refuse_unknown(item, (*WHERE, *settings), place)
    if not any(key in item for key in WHERE):
        raise ConfigError(f"{place}: [[overrides]] {number} needs paths or languages that it is for")
    where = {key: one.read(item[key], place.at(key)) for key, one in WHERE.items() if key in item}
    held = {key: value for key, value in item.items() if key not in WHERE}
    for key in held:
        _refuse_misplaced(settings[key], place.at(key), by_path="languages" not in where)
    return Override(
        number=number,
        **where,
        settings={settings[key].field: settings[key].read(value, place.at(key)) for key, value in held.items()},
        place=str(place),
    )


def _refuse_misplaced(setting: Setting, place: Place, *, by_path: bool) -> None:
    if not setting.article:
        raise ConfigError(f"{place}: {setting.key} holds for a whole run – set it outside [[overrides]]")
    if setting.path and not by_path:
        raise ConfigError(f"{place}: {setting.key} goes with paths alone – languages are told from it")


def _patterns(value: Any, place: Place) -> tuple[str, ...]:
    return tuple(values.pattern(one, place) for one in _some(value, place))


def _codes(value: Any, place: Place) -> tuple[str, ...]:
    held = _some(value, place)
    for code in held:
        parts = _LANGUAGES.fullmatch(code.replace("_", "-"))
        if parts is None or not all(languages.known(one) for one in (parts[1], parts[3]) if one):
            raise ConfigError(
                f"{place}: {place.key}: {code!r} is no language – give es or pt-BR, or a pair such as de-en"
            )
    return held


def _some(value: Any, place: Place) -> tuple[str, ...]:
    held = values.names(value, place)
    if not held:
        raise ValueError
    return held


WHERE: Mapping[str, Setting] = {
    "paths": Setting(
        key="paths",
        takes="one pattern of paths or addresses or more",
        about="The articles that the override is for, by path or address.",
        example='paths = ["sport/**", "https://example.org/en/sport.xml"]',
        convert=_patterns,
    ),
    "languages": Setting(
        key="languages",
        takes="one language or more, or pairs of a source and a target language",
        about="The articles that the override is for, by what they were translated from.",
        example='languages = ["es", "pt-BR", "de-en"]',
        convert=_codes,
    ),
}
"""What says for which articles an override is."""


def _speaks(wanted: str, source_lang: str | None, target_lang: str | None) -> bool:
    parts = _LANGUAGES.fullmatch(wanted.replace("_", "-"))
    if parts is None or source_lang is None:
        return False
    language, *rest = re.split("[-_]", source_lang)
    if languages.two_letter(language) != languages.two_letter(parts[1]):
        return False
    if parts[2] and parts[2].casefold() not in map(str.casefold, rest):
        return False
    return not parts[3] or (target_lang is not None and languages.two_letter(target_lang) == parts[3])
