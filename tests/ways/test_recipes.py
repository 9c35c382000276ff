"""The recipes of docs/ci.md: files are valid, command lines parse, tables have everything."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import typer
import yaml

from audit import plugins
from audit.cli.app import app
from audit.config import from_table
from tests.ways import steps

PAGE = (steps.ROOT / "docs" / "ci.md").read_text("utf-8")
COMMAND: Any = typer.main.get_command(app)
INPUTS = set(steps.document("action.yml")["inputs"])
HOOKS = {hook["id"] for hook in steps.document(".pre-commit-hooks.yaml")}


def blocks(language: str) -> list[str]:
    """The blocks of code of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def recipes() -> dict[str, Any]:
    """The YAML files by the name that their first line gives."""
    return {block.splitlines()[0].removeprefix("# "): yaml.safe_load(block) for block in blocks("yaml")}


WORKFLOWS = [name for name in recipes() if name.startswith(".github/")]


@pytest.mark.parametrize(
    ("name", "schema"), [*((name, "github-workflows") for name in WORKFLOWS), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_a_recipe_is_valid(name: str, schema: str) -> None:
    """By the published schema."""
    held = files("check_jsonschema").joinpath("builtin_schemas", "vendor", f"{schema}.json").read_text("utf-8")
    recipe = recipes()[name]
    if True in recipe:  # what YAML 1.1 makes of the word `on`
        recipe["on"] = recipe.pop(True)
    jsonschema.validate(recipe, json.loads(held))


def test_recipes_use_inputs_and_hooks_that_there_are() -> None:
    """The action's, the hooks', and the variables of the GitLab job."""
    used = [
        step.get("with", {})
        for name in WORKFLOWS
        for step in recipes()[name]["jobs"]["audit"]["steps"]
        if "mt-audit@" in step.get("uses", "")
    ]
    assert len(used) == 2
    assert all(set(given) <= INPUTS for given in used)
    hooks = recipes()[".pre-commit-config.yaml"]["repos"][0]["hooks"]
    assert {hook["id"] for hook in hooks} == HOOKS
    job = steps.document("docs/ci/gitlab.yml")["audit"]
    assert set(recipes()[".gitlab-ci.yml"]["audit"]["variables"]) <= set(job["variables"])


def test_every_input_is_told_with_its_default() -> None:
    """In the table of the page."""
    table = {name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}
    assert table >= INPUTS


def test_every_format_is_told() -> None:
    """All that are installed."""
    for name in plugins.found("audit.renderers"):
        assert re.search(rf"^\| (?:`\w+`, )*`{name}`", PAGE, re.MULTILINE), name


@pytest.mark.parametrize(
    "line",
    [
        line
        for block in (*blocks("console"), *blocks("yaml"))
        for line in block.splitlines()
        if "audit run " in line or "$ audit " in line
    ],
)
def test_command_lines_parse(line: str) -> None:
    """Those of shells and those in recipes."""
    words = shlex.split(line.partition("audit run " if "audit run " in line else "$ audit ")[2])
    name = "run" if "audit run " in line else words.pop(0)
    assert COMMAND.commands[name].make_context(name, words)


def test_the_settings_load() -> None:
    """As the page shows them."""
    (block,) = blocks("toml")
    assert from_table(tomllib.loads(block), "docs/ci.md").fail_on == "major"


def test_no_recipe_pins_an_older_action_than_another() -> None:
    """Nor than the action itself uses."""
    used = re.findall(
        r"uses: ((?:actions|github)/[\w/-]+)@(v\d+)", PAGE + (steps.ROOT / "action.yml").read_text("utf-8")
    )
    versions: dict[str, set[str]] = {}
    for name, version in used:
        versions.setdefault("/".join(name.split("/")[:2]), set()).add(version)
    assert {name: held for name, held in versions.items() if len(held) > 1} == {}
