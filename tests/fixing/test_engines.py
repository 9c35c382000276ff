"""Whether a fix needs an engine."""

from __future__ import annotations

from audit.config import Config, Override
from audit.fixing.engines import with_engine


def test_safe_fixes_need_no_engine() -> None:
    """Whatever is configured."""
    assert with_engine(Config(engine="embedded")).engine == "none"


def test_unsafe_fixes_use_the_configured_engine_where_a_rule_can_use_it() -> None:
    """A rule of wording may get its suggestion from a translator, one of marks never does."""
    assert with_engine(Config(engine="embedded"), unsafe=True).engine == "embedded"
    assert with_engine(Config(engine="embedded", select=("ACC101",)), unsafe=True).engine == "embedded"
    assert with_engine(Config(engine="embedded", select=("LIN111", "DES")), unsafe=True).engine == "none"


def test_an_override_brings_no_engine_where_none_is_needed() -> None:
    """It is needed for unsafe fixes where an override selects the rules: which it is for is not known yet."""
    override = Override(number=1, paths=("*.txt",), settings={"engine": "embedded"})
    plain = Config(overrides=(override,))
    assert with_engine(plain).effective("a.txt").engine == "none"
    assert with_engine(plain, unsafe=True).effective("a.txt").engine == "embedded"
    selecting = Override(number=1, paths=("*.txt",), settings={"select": ("ACC101",)})
    config = Config(engine="embedded", select=("DES",), overrides=(selecting,))
    assert with_engine(config, unsafe=True).effective("a.txt").engine == "embedded"
