"""The file to begin with."""

from __future__ import annotations

import re
import tomllib

import pytest

from audit.cli.app import main
from audit.config import Config, from_table
from audit.configuration.settings import SETTINGS
from audit.configuration.starter import starter


def test_it_sets_nothing() -> None:
    """Until somebody takes the comment away."""
    assert from_table(tomllib.loads(starter()), "starter") == Config()


def test_it_has_every_setting_as_an_example() -> None:
    """All of them may be set at once."""
    table = tomllib.loads(re.sub(r"^# (?=[a-z0-9-]+ = )", "", starter(), flags=re.MULTILINE))
    assert list(table) == list(SETTINGS)
    assert from_table(table, "starter").overrides


def test_it_is_written_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """By `audit config --init`, whatever is here."""
    assert main(["config", "--init", "--config", "missing.toml"]) == 0
    assert capsys.readouterr() == (starter(), "")
