"""Chooses the engine that translates the article back into its source language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from audit.config import Config
from audit.engine import Engine
from audit.errors import AuditError, EngineError

AUTO = "auto"
OFF = "none"
PREFERENCE = ("embedded", "apertium")
"""Tried first by `auto`, in this order: what needs no installation, then what needs one package; the rest by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The engine to back-translate with, or None; `note` says which it is, or why there is none."""

    engine: Engine | None
    note: str


def choose(config: Config, source_lang: str | None, *, names: Iterable[str], build: Callable[[str], Engine]) -> Choice:
    """The engine for `config.target_lang` → `source_lang`; nothing is started.

    `names` are the engines installed; `build` makes one by name (`hf:DIR` too) and may raise AuditError. Raises
    EngineError when the configuration names an engine that cannot translate the pair here; it names those that can.
    """
    if config.engine == OFF:
        return Choice(engine=None, note="back-translation is off (engine none)")
    if source_lang is None:
        return Choice(engine=None, note="no back-translation: the source language is unknown – give --source-lang")
    if config.engine == AUTO:
        return _first(_ordered(names), build, config.target_lang, source_lang)
    engine = build(config.engine)
    if why := engine.unavailable(config.target_lang, source_lang):
        able = _able(_ordered(names), build, config.target_lang, source_lang)
        raise EngineError(engine.name, why, install=f"engines that can: {', '.join(able)}" if able else None)
    return Choice(engine=engine, note=_used(engine, config.target_lang, source_lang))


def _first(names: Iterable[str], build: Callable[[str], Engine], target_lang: str, source_lang: str) -> Choice:
    reasons = []
    for name in names:
        held = _ready(name, build, target_lang, source_lang)
        if not isinstance(held, str):
            return Choice(engine=held, note=_used(held, target_lang, source_lang))
        reasons.append(f"{name}: {held}")
    told = "; ".join(reasons) or "no engine is installed"
    return Choice(engine=None, note=f"no back-translation {target_lang}→{source_lang}: {told}")


def _able(names: Iterable[str], build: Callable[[str], Engine], target_lang: str, source_lang: str) -> list[str]:
    return [name for name in names if not isinstance(_ready(name, build, target_lang, source_lang), str)]


def _ready(name: str, build: Callable[[str], Engine], target_lang: str, source_lang: str) -> Engine | str:
    """The engine of a name, or why it cannot translate the pair here."""
    try:
        engine = build(name)
        return engine.unavailable(target_lang, source_lang) or engine
    except (AuditError, TypeError) as cause:  # TypeError: the engine cannot be built without a model's name
        return str(cause)


def _ordered(names: Iterable[str]) -> list[str]:
    held = sorted(set(names) - {OFF, AUTO})
    return sorted(held, key=lambda name: PREFERENCE.index(name) if name in PREFERENCE else len(PREFERENCE))


def _used(engine: Engine, target_lang: str, source_lang: str) -> str:
    return f"back-translated {target_lang}→{source_lang} with {engine.name} {engine.revision}"
