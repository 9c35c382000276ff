"""The GitHub action: its file is valid, and each of its shell steps does what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.ways import steps
from tests.ways.steps import CLEAN, FLAWED, PROGRAMS, SETTINGS, Done

ACTION = steps.document("action.yml")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPTS = {step["id"]: step for step in STEPS if "run" in step}
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
"""What `shell: bash` stands for (GitHub, *Workflow syntax*, `jobs.<job_id>.steps[*].shell`)."""
ODD = "an editor's “odd”  name; $(touch gone) `touch gone` & 'more'.txt"
FAKE_PYTHON = """#!/bin/sh
# Stands in for an interpreter that may ask the package index: makes the folder, and notes what pip is told.
if [ "$2" = venv ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    printf '#!/bin/sh\\necho audit 1.2.3\\n' > "$3/bin/audit"
    chmod +x "$3/bin/audit"
else
    printf '%s\\n' "$@" > "$(dirname "$0")/../../told"
fi
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with one flawed and one clean article."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    (folder / "audit.toml").write_text(SETTINGS, "utf-8")
    (folder / "flawed.txt").write_text(FLAWED, "utf-8")
    (folder / "clean.txt").write_text(CLEAN, "utf-8")
    return folder


def values(inputs: Mapping[str, str]) -> dict[str, str]:
    """What expressions are replaced by: defaults, the inputs given, and what earlier steps told."""
    held = {f"inputs.{name}": str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    held |= {f"inputs.{name}": value for name, value in inputs.items()}
    return held | {"steps.install.outputs.programs": str(PROGRAMS), "steps.python.outputs.python-path": "python3"}


def run(folder: Path, **inputs: str) -> Done:
    """The outcome of the step that audits; an underscore in an input's name stands for a hyphen."""
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    step = SCRIPTS["run"]
    return steps.run(step["run"], folder, steps.resolved(step["env"], values(given)), BASH)


def results(path: Path) -> list[dict[str, Any]]:
    """The results of a SARIF report."""
    held: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["runs"][0]["results"]
    return held


def test_the_file_is_valid() -> None:
    """By the published schema, and every action it uses has a version."""
    schema = files("check_jsonschema").joinpath("builtin_schemas", "vendor", "github-actions.json").read_text("utf-8")
    jsonschema.validate(ACTION, json.loads(schema))
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 4
    assert all(re.fullmatch(r"[\w.-]+/[\w./-]+@v\d+", name) for name in used)


def test_no_input_becomes_part_of_a_script() -> None:
    """Expressions stand in the environment and in arguments of actions only; every script names its shell."""
    for step in SCRIPTS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    told = json.dumps([step.get("env", step.get("with", step.get("if"))) for step in STEPS])
    assert {name for name in ACTION["inputs"] if f"inputs.{name}" not in told + json.dumps(STEPS)} == set()


def test_every_file_kept_is_kept_under_the_key_it_is_looked_for() -> None:
    """Restoring and saving agree."""
    restore, save = (step for step in STEPS if "actions/cache" in step.get("uses", ""))
    assert restore["with"]["path"] == save["with"]["path"]
    assert restore["with"]["key"] == save["with"]["key"]
    assert all(restore["with"]["key"].startswith(key.strip()) for key in restore["with"]["restore-keys"].splitlines())


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck here")
@pytest.mark.parametrize("name", list(SCRIPTS))
def test_shellcheck_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    """Of any step."""
    script = tmp_path / "script.sh"
    script.write_text(SCRIPTS[name]["run"], "utf-8")
    done = subprocess.run(["shellcheck", "-s", "bash", script], capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.mark.parametrize(("version", "told"), [("", "/the/action"), ("0.3.1", "mt-audit==0.3.1")])
def test_the_package_comes_from_the_action_or_the_index(version: str, told: str, checkout: Path) -> None:
    """Into an environment of its own."""
    python = checkout / "python"
    python.write_text(FAKE_PYTHON)
    python.chmod(0o755)
    step = SCRIPTS["install"]
    held = values({"version": version}) | {"steps.python.outputs.python-path": str(python)}
    variables = {**steps.resolved(step["env"], held), "GITHUB_ACTION_PATH": "/the/action"}
    done = steps.run(step["run"], checkout, variables, BASH)
    assert (done.status, done.out) == (0, "audit 1.2.3\n")
    runner = checkout.parent / "runner"
    assert done.outputs == {"programs": str(runner / "mt-audit" / "bin")}
    assert (runner / "told").read_text().splitlines()[-1] == told


def test_a_clean_article_passes(checkout: Path) -> None:
    """The report is there all the same."""
    done = run(checkout, paths="clean.txt")
    assert (done.status, done.outputs) == (0, {"verdict": "passed", "sarif-file": "audit.sarif"})
    assert results(checkout / "audit.sarif") == []
    assert "::error" not in done.out


def test_a_grave_finding_fails_and_is_annotated(checkout: Path) -> None:
    """With its file and line; the report is named, so that the next step hands it on."""
    done = run(checkout, paths="clean.txt\nflawed.txt\n", fail_on="minor", sarif_file="made/here now/audit.sarif")
    assert (done.status, done.outputs["verdict"]) == (1, "failed")
    assert done.outputs["sarif-file"] == "made/here now/audit.sarif"
    assert len(results(checkout / done.outputs["sarif-file"])) == 2
    assert "file=flawed.txt,line=3" in done.out
    assert "gate failed" in done.err


def test_odd_names_stay_names(checkout: Path) -> None:
    """Spaces, quotes and what a shell would run; also with carriage returns between them."""
    (checkout / ODD).write_text(FLAWED, "utf-8")
    (checkout / "-f.txt").write_text(CLEAN, "utf-8")
    done = run(checkout, paths=f"{ODD}\r\n\r\n-f.txt\r\n", fail_on="critical")
    assert (done.status, done.err) == (0, "audit: gate passed (fail-on critical): 2 articles, 2 findings\n")
    assert len(results(checkout / "audit.sarif")) == 2
    assert not (checkout / "gone").exists()


def test_other_arguments_are_quoted_as_in_a_shell(checkout: Path) -> None:
    """Nothing of them is run, and more formats are possible."""
    done = run(
        checkout,
        paths="flawed.txt",
        args="--ignore DES104 --format csv -o 'the findings; $(touch gone).csv'",
        fail_on="",
    )
    assert (done.status, done.outputs["verdict"]) == (0, "passed")
    assert len(results(checkout / "audit.sarif")) == 1
    assert (checkout / "the findings; $(touch gone).csv").exists()
    assert not (checkout / "gone").exists()


def test_other_gates_and_files_are_handed_on(checkout: Path) -> None:
    """Settings and a baseline among them."""
    (checkout / "the settings.toml").write_text(SETTINGS, "utf-8")
    baseline = [str(PROGRAMS / "audit"), "baseline", "flawed.txt", "-o", "known findings.json"]
    subprocess.run(baseline, cwd=checkout, check=True, capture_output=True)
    inputs = {"config": "the settings.toml", "baseline": "known findings.json", "fail_on": "minor"}
    assert run(checkout, paths="flawed.txt", max_per_1000="1", **inputs).status == 0
    assert run(checkout, paths="flawed.txt", max_per_1000="1").outputs["verdict"] == "failed"
    assert "min-fluency" in run(checkout, paths="flawed.txt", min_fluency="99").err


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"paths": "nowhere.txt"}, "nowhere.txt"),
        ({"paths": ""}, "PATH"),
        ({"paths": "clean.txt", "args": "'open"}, "the input args: No closing quotation"),
        ({"paths": "clean.txt", "fail_on": "severe"}, "severe"),
    ],
)
def test_what_cannot_run_is_an_error_without_a_report(inputs: dict[str, str], told: str, checkout: Path) -> None:
    """One that an earlier run left is not taken for it."""
    (checkout / "audit.sarif").write_text("{}")
    done = run(checkout, **inputs)
    assert done.status != 0
    assert done.outputs == {"verdict": "error"}
    assert told in done.err
    assert "Traceback" not in done.err


def test_only_what_is_open_is_handed_to_code_scanning(checkout: Path) -> None:
    """Accepted findings and those that are gone stay in the report, and out of what is uploaded."""
    report = checkout / "audit.sarif"
    kept = {"ruleId": "a", "baselineState": "new"}, {"ruleId": "b"}, {"ruleId": "c", "suppressions": []}
    left_out = {"ruleId": "d", "baselineState": "absent"}, {"ruleId": "e", "suppressions": [{"kind": "external"}]}
    report.write_text(json.dumps({"version": "2.1.0", "runs": [{"results": [*kept, *left_out]}]}))
    step = SCRIPTS["open"]
    held = values({}) | {"steps.run.outputs.sarif-file": "audit.sarif"}
    assert steps.run(step["run"], checkout, steps.resolved(step["env"], held), BASH).status == 0
    assert results(checkout.parent / "runner" / "audit-open.sarif") == list(kept)
    assert len(results(report)) == 5
