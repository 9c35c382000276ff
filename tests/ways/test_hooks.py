"""The pre-commit hooks: their file is valid, and what they run does what a hook must."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ways import steps
from tests.ways.steps import CLEAN, FLAWED, PROGRAMS, SETTINGS

HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in steps.document(".pre-commit-hooks.yaml")}
ODD = "an editor's “odd” name.txt"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with one flawed and one clean article, both staged."""
    (tmp_path / "audit.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / ODD).write_text(FLAWED, "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def run(hook: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The outcome of a hook as pre-commit runs it: entry, arguments, then the names of the changed files."""
    staged = subprocess.run(
        ["git", "diff", "--cached", "--name-only", "-z"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    names = sorted(name for name in staged if name.endswith(".txt"))
    command = [*shlex.split(HOOKS[hook]["entry"]), *(arguments or HOOKS[hook].get("args", ())), *names]
    environment = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_hooks_are_declared_as_pre_commit_wants_them() -> None:
    """With what it requires, and nothing it does not know (pre-commit.com, *Creating new hooks*)."""
    known = {"id", "name", "description", "entry", "args", "language", "types_or", "require_serial"}
    assert list(HOOKS) == ["audit", "audit-fix"]
    for hook in HOOKS.values():
        assert {"id", "name", "entry", "language"} <= set(hook) <= known
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        assert {"plain-text", "markdown", "html", "xliff"} <= set(hook["types_or"])


def test_the_audit_hook_fails_on_what_is_grave(repository: Path) -> None:
    """As major by default, and as the user's own arguments say instead; it changes nothing."""
    assert run("audit", repository).returncode == 0
    done = run("audit", repository, "--fail-on", "minor")
    assert done.returncode == 1
    assert ODD in done.stdout
    assert (repository / ODD).read_text("utf-8") == FLAWED


def test_the_fixing_hook_changes_files_once(repository: Path) -> None:
    """A second run leaves them as they are, so that the commit goes through."""
    assert run("audit-fix", repository).returncode == 0
    fixed = (repository / ODD).read_text("utf-8")
    assert "Minister, and" in fixed
    assert (repository / "clean.txt").read_text("utf-8") == CLEAN
    assert run("audit-fix", repository).returncode == 0
    assert (repository / ODD).read_text("utf-8") == fixed
