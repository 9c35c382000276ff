"""Runs the shell steps of CI files as CI does: the script in a file, all that it is told in the environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
SETTINGS = 'engine = "none"\nscorer = "none"\ncache = ""\nselect = ["DES104", "LIN115"]\n'
FLAWED = "Envoys meet\n\nThe envoy arrived on Monday [ad_1] with the Minister , and left again in the evening.\n"
CLEAN = "It rained in the north on Monday, and the roads were closed until noon.\n"
_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
_OUTPUT = re.compile(r"^([\w-]+)(?:=([^\n]*)|<<(\S+)\n(.*?)\n\3)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a step ended with: its status, what it printed, and its outputs."""

    status: int
    out: str
    err: str
    outputs: Mapping[str, str]


def document(path: str) -> Any:  # noqa: ANN401 - any YAML
    """A YAML file of the project."""
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def resolved(environment: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """The variables of a step with its expressions replaced by values; an unknown expression is a KeyError."""
    return {name: _EXPRESSION.sub(lambda match: values[match[1]], str(text)) for name, text in environment.items()}


def run(script: str, folder: Path, variables: Mapping[str, str], shell: Sequence[str]) -> Done:
    """Run a script in a folder, with nothing of this process's environment but the paths of programs."""
    runner = folder.parent / "runner"
    runner.mkdir(exist_ok=True)
    (runner / "script.sh").write_text(script, "utf-8")
    outputs = runner / "outputs"
    outputs.write_text("")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(runner),
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "GITHUB_WORKSPACE": str(folder),
        **variables,
    }
    done = subprocess.run(
        [*shell, str(runner / "script.sh")], cwd=folder, env=environment, capture_output=True, check=False, timeout=120
    )
    told = {match[1]: match[2] if match[2] is not None else match[4] for match in _OUTPUT.finditer(outputs.read_text())}
    return Done(status=done.returncode, out=done.stdout.decode(), err=done.stderr.decode(), outputs=told)
