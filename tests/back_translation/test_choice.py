"""Which engine back-translates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from audit.back_translation.choice import choose as chosen
from audit.back_translation.measured import Measured
from audit.config import Config
from audit.engine import Engine
from audit.engines.none import NoEngine
from audit.errors import EngineError, PluginError
from tests.back_translation.glossary import Glossary


def _named(name: str, *pairs: str) -> Glossary:
    engine = Glossary(pairs=pairs)
    engine.name = name
    return engine


choose = partial(chosen, figures=lambda _pair: Measured())
"""With no engine measured."""


def _measured(**chrf: float) -> Callable[[str], Measured]:
    return lambda pair: Measured(test_set="news", chrf=chrf if pair == "en-es" else {})


def _builder(*engines: Glossary) -> Callable[[str], Engine]:
    held: dict[str, Engine] = {engine.name: engine for engine in engines}
    return lambda name: held[name] if name in held else NoEngine()


def test_auto_takes_the_first_of_the_preferred_that_can() -> None:
    """Nothing measured: an embedded engine without the pair is passed over for Apertium, which comes before others."""
    build = _builder(_named("embedded", "en-fr"), _named("apertium", "en-es"), _named("aaa", "en-es"))
    choice = choose(Config(), "es", names=["none", "aaa", "apertium", "embedded"], build=build)
    assert choice.engine is not None
    assert choice.engine.name == "apertium"
    assert choice.note == "back-translated en→es with apertium 1"


def test_auto_takes_the_best_measured() -> None:
    """The note says why, with the figures of those that could have served too."""
    build = _builder(*(_named(name, "en-es") for name in ("embedded", "apertium", "aaa", "bbb")))
    figures = _measured(apertium=47.85, embedded=44.2, bbb=50.04, ccc=60)
    names = ["aaa", "apertium", "bbb", "ccc", "embedded", "none"]
    choice = choose(Config(), "es", names=names, build=build, figures=figures)
    assert choice.note == "back-translated en→es with bbb 1 (chrF 50.0 on news; apertium 47.9, embedded 44.2)"


def test_auto_counts_the_figures_of_the_direction_it_needs() -> None:
    """Those of the other direction say nothing."""
    build = _builder(_named("embedded", "en-es", "en-fr"), _named("apertium", "en-es", "en-fr"))
    for lang, best in (("es", "apertium"), ("fr", "embedded")):
        choice = choose(Config(), lang, names=["apertium", "embedded"], build=build, figures=_measured(apertium=47.9))
        assert choice.engine is not None
        assert choice.engine.name == best


def test_auto_takes_what_was_not_measured_last() -> None:
    """Where the measured ones cannot, in the usual order, and no figure is told."""
    build = _builder(_named("embedded", "en-es"), _named("apertium", "en-fr"), _named("aaa", "en-es"))
    names = ["aaa", "apertium", "embedded"]
    choice = choose(Config(), "es", names=names, build=build, figures=_measured(apertium=47.9))
    assert choice.note == "back-translated en→es with embedded 1"
    choice = choose(Config(), "es", names=names, build=build, figures=_measured(aaa=20))
    assert choice.note == "back-translated en→es with aaa 1 (chrF 20.0 on news)"


def test_auto_takes_the_others_by_name() -> None:
    """Without a preferred engine the first in the alphabet is taken."""
    build = _builder(_named("zzz", "en-es"), _named("bbb", "en-es"))
    choice = choose(Config(), "es", names=["zzz", "bbb"], build=build)
    assert choice.engine is not None
    assert choice.engine.name == "bbb"


def test_auto_without_an_engine_says_why_of_each() -> None:
    """No engine is no error: the note has every reason, and the engine `none` is not among them."""
    choice = choose(Config(), "es", names=["none", "embedded"], build=_builder(_named("embedded", "en-fr")))
    assert choice.engine is None
    assert choice.note == "no back-translation en→es: embedded: glossary has no pair en-es"


def test_auto_with_nothing_installed() -> None:
    """An empty list of engines has its own reason."""
    assert "no engine is installed" in choose(Config(), "es", names=[], build=_builder()).note


@pytest.mark.parametrize("error", [PluginError("broken"), TypeError("missing argument: 'model'")])
def test_auto_passes_over_an_engine_that_cannot_be_built(error: Exception) -> None:
    """A plugin that does not load, or needs a model's name, does not stop the run."""

    def build(name: str) -> Engine:
        if name == "hf":
            raise error
        return _named(name, "en-es")

    choice = choose(Config(), "es", names=["hf", "other"], build=build)
    assert choice.engine is not None
    assert choice.engine.name == "other"


def test_a_named_engine_is_taken() -> None:
    """The name goes to the builder as it stands, model and all."""
    choice = choose(Config(engine="hf:some/dir"), "es", names=[], build=lambda name: _named(name, "en-es"))
    assert choice.engine is not None
    assert choice.engine.name == "hf:some/dir"


def test_a_named_engine_that_cannot_is_an_error() -> None:
    """Who asks for an engine gets it or is told why not."""
    with pytest.raises(EngineError, match="engine zzz: glossary has no pair en-es"):
        choose(Config(engine="zzz"), "es", names=[], build=_builder(_named("zzz")))


def test_a_named_engine_that_cannot_names_those_that_can() -> None:
    """Not itself, nor those that cannot or cannot be built."""
    build = _builder(_named("zzz", "en-fr"), _named("aaa", "en-es"), _named("bbb"), _named("apertium", "en-es"))
    with pytest.raises(EngineError) as raised:
        choose(Config(engine="zzz"), "es", names=["aaa", "apertium", "bbb", "none", "zzz"], build=build)
    assert str(raised.value) == "engine zzz: glossary has no pair en-es – engines that can: apertium, aaa"


def test_a_named_engine_that_is_unknown_is_an_error() -> None:
    """What the builder says goes through."""

    def build(name: str) -> Engine:
        raise PluginError(f"no engine {name!r}")

    with pytest.raises(PluginError, match="no engine 'foo'"):
        choose(Config(engine="foo"), "es", names=[], build=build)


def test_an_unknown_source_language_has_no_engine() -> None:
    """Nothing is built when there is no language to translate into."""
    choice = choose(Config(engine="apertium"), None, names=["apertium"], build=_builder())
    assert choice.engine is None
    assert "source language is unknown" in choice.note


def test_none_is_off() -> None:
    """`--engine none` is obeyed before anything else."""
    choice = choose(Config(engine="none"), None, names=["apertium"], build=_builder())
    assert choice.engine is None
    assert choice.note == "back-translation is off (engine none)"


def test_the_target_language_is_the_configured_one() -> None:
    """The engine translates from the article's language, whichever it is."""
    build = _builder(_named("apertium", "pt-es"))
    assert choose(Config(target_lang="pt"), "es", names=["apertium"], build=build).engine is not None
