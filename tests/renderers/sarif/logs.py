"""Writes SARIF, checks it against the published schema and reads it again."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from audit.cli.app import main
from audit.report import Report
from tests.renderers.rendering import rendered

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json"
SAMPLES = Path(__file__).parents[3] / "corpora" / "samples"


def run_of(*reports: Report) -> dict[str, Any]:
    """The one run of the reports' file, which is valid."""
    return valid(rendered("sarif", *reports))


def audited(*arguments: str) -> dict[str, Any]:
    """The one run that `audit run` writes to a file in the working folder without an engine."""
    assert main(["run", *arguments, "--engine", "none", "--scorer", "none", "-o", "report.sarif"]) == 0
    return valid(Path("report.sarif").read_text("utf-8"))


def valid(text: str) -> dict[str, Any]:
    """The one run of a file that the schema finds nothing wrong with."""
    held = json.loads(text, parse_constant=_refuse)
    wrong = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in _validator().iter_errors(held)]
    assert wrong == []
    (run,) = held["runs"]
    assert isinstance(run, dict)
    return run


def only(run: dict[str, Any]) -> dict[str, Any]:
    """The one result of a run."""
    (result,) = run["results"]
    assert isinstance(result, dict)
    return result


def physical(result: dict[str, Any]) -> dict[str, Any]:
    """Where a result is in its file."""
    held = result["locations"][0]["physicalLocation"]
    assert isinstance(held, dict)
    return held


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def _refuse(name: str) -> object:
    raise AssertionError(f"{name} is no JSON")
