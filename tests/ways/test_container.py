"""The container image, as far as it can be told without a daemon: what its file says, and that the package suffices."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.ways.steps import FLAWED, ROOT

INSTRUCTION = re.compile(r"^([A-Z]+) (.*)$")


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, lines joined."""
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = (INSTRUCTION.match(line) for line in text.splitlines() if line and not line.startswith("#"))
    return [(match[1], " ".join(match[2].split())) for match in lines if match]


def final() -> list[tuple[str, str]]:
    """Those of the last stage."""
    held = instructions()
    return held[max(i for i, (name, _) in enumerate(held) if name == "FROM") :]


def test_it_is_built_in_two_stages_on_pinned_bases() -> None:
    """The tools that build it are not in it."""
    bases = [rest for name, rest in instructions() if name == "FROM"]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:\d+\.\d+-slim-\w+( AS \w+)?", base) for base in bases)
    copies = [rest for name, rest in final() if name in {"COPY", "ADD"}]
    assert copies == ["--from=build /opt/audit /opt/audit"]


def test_it_runs_as_nobody_in_particular() -> None:
    """By number, so that what runs it can see that it is not root; the folder is anybody's."""
    assert [rest for name, rest in final() if name == "USER"] == ["10001"]
    assert [rest for name, rest in final() if name == "WORKDIR"] == ["/work"]
    assert dict(final())["ENTRYPOINT"] == '["audit"]'


def test_it_knows_no_secret_and_copies_only_what_is_named() -> None:
    """No arguments, no tokens; the context holds what the build copies and nothing else."""
    names = {name for name, _ in instructions()}
    assert not names & {"ARG", "ADD", "SECRET"}
    assert not re.search(r"token|password|secret|http", (ROOT / "Dockerfile").read_text("utf-8"), re.IGNORECASE)
    context = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {word for name, rest in instructions() if name == "COPY" and "--from" not in rest for word in rest.split()}
    assert context == {"pyproject.toml", "README.md", "LICENSE", "audit", "docs/man"}
    assert context <= copied
    assert all((ROOT / name).exists() for name in context)


def test_the_build_needs_no_more_than_what_is_copied() -> None:
    """Files that pyproject.toml names are among them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = {project["project"]["readme"], *project["project"]["license-files"]}
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    named |= {*wheel["packages"], *wheel["shared-data"]}
    copied = [Path(word) for name, rest in instructions() if name == "COPY" for word in rest.split()[:-1]]
    assert all({Path(name), *Path(name).parents} & set(copied) for name in named)


def test_no_file_of_the_package_is_left_out_of_it() -> None:
    """What git ignores, a build leaves out, also where the file is in the repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git repository")
    listed = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard", "audit"]
    assert subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout == ""


def test_it_runs_without_a_home_or_a_network(tmp_path: Path) -> None:
    """It translates with a model of the package, and what cannot be kept is no failure."""
    alone = ["unshare", "--map-root-user", "--net"]
    try:
        subprocess.run([*alone, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as cause:
        pytest.skip(f"no namespaces here: {cause}")
    command = ["run", "-", "--source-lang", "es", "--engine", "embedded", "--select", "LIN115", "--format", "json"]
    done = subprocess.run(
        [*alone, sys.executable, "-m", "audit", *command], cwd=tmp_path, input=FLAWED.encode(), capture_output=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/proc/nobody"}, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, b"error" in done.stderr) == (0, False)
    article = json.loads(done.stdout)[0]
    assert "lunes" in article["paragraphs"][-1]["back_translation"]
    assert any("not cached" in note for note in article["notes"])
