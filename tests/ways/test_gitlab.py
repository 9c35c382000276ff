"""The GitLab job: its file is valid, and its script audits and leaves the reports that GitLab takes."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.ways import steps
from tests.ways.steps import CLEAN, FLAWED, PROGRAMS, SETTINGS, Done

FILE = steps.document("docs/ci/gitlab.yml")
JOB = FILE["audit"]
SHELL = ("sh", "-e")
"""A runner takes bash where the image has it, else sh: what runs in the plainest runs in both."""


def run(folder: Path, **variables: str) -> Done:
    """The outcome of the job's script."""
    given = {"PATH": f"{PROGRAMS}:/usr/bin:/bin", "CI_PROJECT_DIR": str(folder)}
    given |= {name: str(value) for name, value in JOB["variables"].items() if not name.startswith("XDG_")}
    return steps.run("\n".join(JOB["script"]), folder, {**given, **variables}, SHELL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one flawed and one clean article."""
    folder = tmp_path / "project"
    (folder / "articles").mkdir(parents=True)
    (folder / "audit.toml").write_text(SETTINGS, "utf-8")
    (folder / "articles" / "flawed one.txt").write_text(FLAWED, "utf-8")
    (folder / "clean.txt").write_text(CLEAN, "utf-8")
    return folder


def test_the_file_is_valid() -> None:
    """By the published schema; the reports it promises are those that its script writes."""
    schema = files("check_jsonschema").joinpath("builtin_schemas", "vendor", "gitlab-ci.json").read_text("utf-8")
    jsonschema.validate(FILE, json.loads(schema))
    reports = JOB["artifacts"]["reports"]
    assert all(name in JOB["script"][0] and name in JOB["artifacts"]["paths"] for name in reports.values())
    assert JOB["artifacts"]["when"] == "always"


def test_a_failed_gate_leaves_both_reports(project: Path) -> None:
    """And says on the job's page what was found."""
    done = run(project, AUDIT_ARGS="--fail-on minor")
    assert done.status == 1
    found = json.loads((project / "gl-code-quality-report.json").read_text("utf-8"))
    assert {one["location"]["path"] for one in found} == {"articles/flawed one.txt"}
    assert "<testsuites" in (project / "audit-junit.xml").read_text("utf-8")
    assert "flawed one.txt" in done.out


def test_names_are_taken_as_they_stand(project: Path) -> None:
    """One a line; nothing of them is expanded or run."""
    odd = "what * $(touch gone) 'is' \"it\".txt"
    (project / odd).write_text(FLAWED, "utf-8")
    done = run(project, AUDIT_PATHS=f"{odd}\n\nclean.txt\n", AUDIT_ARGS="")
    assert (done.status, done.err) == (0, "")
    found = json.loads((project / "gl-code-quality-report.json").read_text("utf-8"))
    assert {one["location"]["path"] for one in found} == {odd}
    assert not (project / "gone").exists()


def test_what_cannot_run_fails_the_job(project: Path) -> None:
    """With status 2 and one line."""
    done = run(project, AUDIT_PATHS="nowhere")
    assert (done.status, done.err.count("\n")) == (2, 1)
