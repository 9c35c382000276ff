"""What the first score costs: a fresh process that builds a scorer, scores one sentence and says its size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from audit import plugins
from audit.bench.speed import KIBIBYTES_PER_MEBIBYTE, peak_memory_mb
from audit.document import one_sentence
from audit.errors import PluginError

SENTENCE = "The minister traveled to the capital to meet with his pair of Russia."


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstScore:
    """Seconds from the start of a fresh process to its first score, and its largest resident size in MiB."""

    seconds: float
    memory_mb: float


def measure(scorer: str) -> FirstScore:
    """Start a process that scores one sentence; raises PluginError when it does not get that far.

    It looks for plugins where this process does.
    """
    start = time.perf_counter()
    command = [sys.executable, "-m", __spec__.name, scorer]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as child:  # noqa: S603 - ourselves
        line = child.stdout.readline() if child.stdout else ""
        seconds = time.perf_counter() - start
    if child.returncode:
        raise PluginError(f"scorer {scorer} could not be started in a process of its own (status {child.returncode})")
    return FirstScore(seconds=seconds, memory_mb=json.loads(line))


def environment() -> dict[str, str]:
    """That of a process which looks for plugins where this one does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _own_peak_mb() -> float:
    """The largest resident size since this program started, which getrusage on Linux mixes with its parent's."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii", "replace").splitlines() if status.exists() else []
    held = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return held[0] / KIBIBYTES_PER_MEBIBYTE if held else peak_memory_mb()


def main(scorer: str) -> None:
    """Score once and print the largest resident size in MiB."""
    plugins.scorer(scorer).score([one_sentence(SENTENCE)], "en")
    sys.stdout.write(json.dumps(_own_peak_mb()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
