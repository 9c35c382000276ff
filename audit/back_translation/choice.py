"""Chooses the engine that translates the article back into its source language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from audit.back_translation.measured import Measured, measured
from audit.config import Config
from audit.engine import Engine
from audit.errors import AuditError, EngineError

AUTO = "auto"
OFF = "none"
PREFERENCE = ("embedded", "apertium")
"""Of engines that were not measured `auto` tries these first: what needs no installation, then what needs a package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The engine to back-translate with, or None; `note` says which it is, or why there is none."""

    engine: Engine | None
    note: str


def choose(
    config: Config,
    source_lang: str | None,
    *,
    names: Iterable[str],
    build: Callable[[str], Engine],
    figures: Callable[[str], Measured] = measured,
) -> Choice:
    """The engine for `config.target_lang` → `source_lang`; nothing is started.

    `names` are the engines installed; `build` makes one by name (`hf:DIR` too) and may raise AuditError. `auto` takes
    the one with the best of the `figures` of the pair that can translate it here. Raises EngineError when the
    configuration names an engine that cannot; it names those that can.
    """
    if config.engine == OFF:
        return Choice(engine=None, note="back-translation is off (engine none)")
    if source_lang is None:
        return Choice(engine=None, note="no back-translation: the source language is unknown – give --source-lang")
    if config.engine == AUTO:
        return _best(names, build, figures(f"{config.target_lang}-{source_lang}"), (config.target_lang, source_lang))
    engine = build(config.engine)
    if why := _refusal(engine, config.target_lang, source_lang):
        able = _able(_ordered(names), build, config.target_lang, source_lang)
        raise EngineError(engine.name, why, install=f"engines that can: {', '.join(able)}" if able else None)
    return Choice(engine=engine, note=_used(engine, config.target_lang, source_lang))


def _best(
    names: Iterable[str], build: Callable[[str], Engine], figures: Measured, direction: tuple[str, str]
) -> Choice:
    reasons = []
    waiting = iter(sorted(_ordered(names), key=lambda name: -figures.chrf.get(name, float("-inf"))))
    for name in waiting:
        held = _ready(name, build, *direction)
        if not isinstance(held, str):
            others = _able((other for other in waiting if other in figures.chrf), build, *direction)
            return Choice(engine=held, note=_used(held, *direction) + _why(figures, name, others))
        reasons.append(f"{name}: {held}")
    told = "; ".join(reasons) or "no engine is installed"
    return Choice(engine=None, note=f"no back-translation {'→'.join(direction)}: {told}")


def _why(figures: Measured, name: str, others: Iterable[str]) -> str:
    if name not in figures.chrf:
        return ""
    rest = ", ".join(f"{other} {figures.chrf[other]:.1f}" for other in others)
    return f" (chrF {figures.chrf[name]:.1f} on {figures.test_set}{'; ' if rest else ''}{rest})"


def _able(names: Iterable[str], build: Callable[[str], Engine], target_lang: str, source_lang: str) -> list[str]:
    return [name for name in names if not isinstance(_ready(name, build, target_lang, source_lang), str)]


def _ready(name: str, build: Callable[[str], Engine], target_lang: str, source_lang: str) -> Engine | str:
    """The engine of a name, or why it cannot translate the pair here."""
    try:
        engine = build(name)
        return _refusal(engine, target_lang, source_lang) or engine
    except (AuditError, TypeError) as cause:  # TypeError: the engine cannot be built without a model's name
        return str(cause)


def _refusal(engine: Engine, target_lang: str, source_lang: str) -> str | None:
    try:
        return engine.unavailable(target_lang, source_lang)
    except AuditError:
        raise
    except Exception as cause:
        raise EngineError(engine.name, f"failed: {cause!r}") from cause


def _ordered(names: Iterable[str]) -> list[str]:
    held = sorted(set(names) - {OFF, AUTO})
    return sorted(held, key=lambda name: PREFERENCE.index(name) if name in PREFERENCE else len(PREFERENCE))


def _used(engine: Engine, target_lang: str, source_lang: str) -> str:
    return f"back-translated {target_lang}→{source_lang} with {engine.name} {engine.revision}"
