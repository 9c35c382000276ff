"""The page on settings says what the settings are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from audit.cli.app import main
from audit.cli.config_values import plain
from audit.config import Config, from_table
from audit.configuration.settings import BY_FIELD, SETTINGS
from audit.configuration.toml_text import inline

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
NO_SETTING = {"root"}
"""Fields of `Config` that nobody sets."""
FIELDS = [spec.name for spec in fields(Config) if spec.name not in NO_SETTING]
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def rows() -> list[str]:
    """The table of the page."""
    head = [
        "| setting | takes | default | in overrides | what it does, with an example |",
        "| --- | --- | --- | --- | --- |",
    ]
    return head + [row(name) for name in BY_FIELD]


def row(name: str) -> str:
    """The line of one setting in it."""
    setting, default = BY_FIELD[name], getattr(Config(), name)
    shown = "–" if default is None else f"`{inline(plain(default))}`"
    where = "paths" if setting.path else "yes" if setting.article else "no"
    return f"| `{setting.key}` | {setting.takes} | {shown} | {where} | {setting.about} `{setting.example}` |"


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_configuration_is_documented_and_has_a_converter(name: str) -> None:
    """A new field needs a setting and its line on the page; the line is told where it is missing."""
    assert name in BY_FIELD
    assert callable(BY_FIELD[name].convert)
    assert row(name) in PAGE.splitlines()


def test_there_is_no_setting_without_a_field() -> None:
    """Nor a line for one that is no more."""
    assert sorted(BY_FIELD) == sorted(FIELDS)
    assert re.findall(r"^\| `([a-z0-9-]+)` \|.*\| (?:yes|no|paths) \|", PAGE, re.MULTILINE) == list(SETTINGS)


@pytest.mark.parametrize("key", SETTINGS)
def test_every_example_is_one(key: str) -> None:
    """It sets its setting, to something other than nothing."""
    table = tomllib.loads(SETTINGS[key].example)
    assert list(table) == [key]
    assert getattr(from_table(table, "example"), SETTINGS[key].field)


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_shown(
    key: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By `audit config`, with its line; overrides each in a line of its own."""
    monkeypatch.chdir(tmp_path)
    Path("audit.toml").write_text("\n" + SETTINGS[key].example, "utf-8")
    assert main(["config"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "audit.toml:2" in line]
    assert lines
    assert all(line.startswith((f"{key} ", f"{key}.", "[[overrides]] 1 ")) for line in lines)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_example_of_the_page_loads(block: str) -> None:
    """And nearly every setting for articles is in one."""
    config = from_table(tomllib.loads(block), "page")
    assert config.effective("feeds/sport.xml").max_per_1000 == 12
    assert config.effective("brazil/deep/page.html").source_lang == "pt-BR"
    assert config.effective("drafts/a/b.txt").fail_on is None
    german: Any = config.effective("a.txt", source_lang="de")
    assert (german.glossary, german.severity["style"]) == (("house/terms-german.csv",), "neutral")


def test_the_page_has_an_example() -> None:
    """One whole file."""
    assert len(BLOCKS) == 1
