"""Whether a fix needs an engine."""

from __future__ import annotations

from audit.config import Config
from audit.fixing.engines import engine_for


def test_safe_fixes_need_no_engine() -> None:
    """Whatever is configured."""
    assert engine_for(Config(engine="embedded")) == "none"


def test_unsafe_fixes_use_the_configured_engine_where_a_rule_can_use_it() -> None:
    """A rule of wording may get its suggestion from a translator, one of marks never does."""
    assert engine_for(Config(engine="embedded"), unsafe=True) == "embedded"
    assert engine_for(Config(engine="embedded", select=("ACC101",)), unsafe=True) == "embedded"
    assert engine_for(Config(engine="embedded", select=("LIN111", "DES")), unsafe=True) == "none"
