"""Reading the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.config import Config, Suppression, from_table, load
from audit.errors import ConfigError
from audit.finding import Severity


def test_settings_are_read_from_the_nearest_file(tmp_path: Path) -> None:
    """`audit.toml` above the folder counts."""
    (tmp_path / "audit.toml").write_text('ignore = ["LIN"]\nfail-on = "major"\n', "utf-8")
    (tmp_path / "sub").mkdir()
    config = load(start=tmp_path / "sub")
    assert config.ignore == ("LIN",)
    assert config.fail_on is Severity.MAJOR


def test_settings_are_read_from_pyproject(tmp_path: Path) -> None:
    """`[tool.audit]` counts where there is no audit.toml."""
    (tmp_path / "pyproject.toml").write_text('[tool.audit]\nengine = "none"\n', "utf-8")
    assert load(start=tmp_path).engine == "none"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"ingore": ["LIN"]}, "did you mean 'ignore'"),
        ({"min-confidence": 3}, "between 0 and 1"),
        ({"fail-on": "grave"}, "neutral, minor, major, critical"),
        ({"engine": 3}, "engine has a wrong value"),
        ({"exit-zero": "yes"}, "exit-zero has a wrong value"),
        ({"suppress": [{"fingerprint": "0a6e6c1a1f5b2c33", "reason": " "}]}, "needs a reason"),
        ({"suppress": [{"fingerprint": "ab"}]}, "16 hex digits"),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(table: dict[str, object], told: str) -> None:
    """What is wrong, where, and what was meant."""
    with pytest.raises(ConfigError, match=told) as caught:
        from_table(table, "audit.toml")
    assert str(caught.value).startswith("audit.toml: ")


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """With its path."""
    (tmp_path / "audit.toml").write_text("ignore = [", "utf-8")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(tmp_path / "audit.toml")


def test_given_values_override_and_absent_ones_do_not() -> None:
    """None means: not given on the command line."""
    config = Config(engine="none").override(engine=None, select=["DES"])
    assert (config.engine, config.select) == ("none", ("DES",))


def test_a_language_needs_a_code_that_exists() -> None:
    """A region may follow; what no language has is refused."""
    assert Config().override(source_lang="pt-BR").source_lang == "pt-BR"
    with pytest.raises(ConfigError, match="no language has the code 'zz'"):
        Config().override(target_lang="zz")


def test_suppressions_may_be_given_as_values() -> None:
    """Python has no need of tables."""
    held = (Suppression(fingerprint="0a6e6c1a1f5b2c33", reason="the band is called so"),)
    assert Config().override(suppress=held).suppress == held
