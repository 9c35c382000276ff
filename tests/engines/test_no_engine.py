"""The engine that translates nothing."""

from __future__ import annotations

import pytest

from audit.engine import Engine
from audit.engines.none import NoEngine
from audit.errors import EngineError


def test_it_is_unavailable_for_every_pair() -> None:
    """It says that back-translation is off, whatever the pair."""
    assert NoEngine().unavailable("en", "es") == "back-translation is off (engine none)"


def test_translating_is_an_error() -> None:
    """Whoever asks it all the same is told in one line what to do."""
    with pytest.raises(EngineError, match=r"back-translation is off .* --engine"):
        NoEngine().translate(["text"], "en", "es")


def test_it_is_an_engine_and_ignores_options() -> None:
    """It has all that the protocol asks for and takes the options of other engines."""
    engine: Engine = NoEngine(timeout=3.0)
    assert isinstance(engine, Engine)
    engine.close()
