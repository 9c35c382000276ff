"""Times a gate run in a process of its own, as a build runs it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from audit.bench.first_score import environment
from audit.errors import EngineError

ROUNDS = 3
"""Times that a short run is made; the fastest counts, being the least disturbed."""
COULD_NOT_RUN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds of wall-clock time, and a digest of the reports that were written."""

    seconds: float
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Runs over feeds with one engine and scorer, in a folder of their own that holds what they remember."""

    folder: Path
    engine: str
    scorer: str

    def cold(self, feed: Path, workers: int) -> Run:
        """A run that remembers nothing of any before it, neither reports nor translations."""
        for kept in self.folder.glob("*.sqlite*"):
            kept.unlink()
        return self.run(feed, workers)

    def warm(self, feed: Path) -> Run:
        """The fastest run over a feed that was audited before."""
        return min((self.run(feed) for _ in range(ROUNDS)), key=lambda held: held.seconds)

    def start_up(self) -> float:
        """Seconds that `audit run` takes to find that a feed is not there."""
        missing = self.folder / "missing.xml"
        return min(self._seconds(missing, 1, COULD_NOT_RUN) for _ in range(ROUNDS))

    def run(self, feed: Path, workers: int = 1) -> Run:
        """A run over a feed; raises EngineError when it does not end well."""
        seconds = self._seconds(feed, workers, 0)
        return Run(seconds=seconds, digest=hashlib.sha256(self._output.read_bytes()).hexdigest())

    @property
    def _output(self) -> Path:
        return self.folder / "reports.jsonl"

    def _seconds(self, feed: Path, workers: int, status: int) -> float:
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = self.folder / "audit.toml"
        settings.write_text(f"cache = '{self.folder / 'translations.sqlite'}'\n", "utf-8")
        options = ["--engine", self.engine, "--scorer", self.scorer, "--source-lang", "es", "--config", str(settings)]
        gate = ["--fail-on", "major", "--exit-zero", "--workers", str(workers)]
        command = [sys.executable, "-m", "audit", "run", str(feed), *options, *gate, "-o", str(self._output)]
        start = time.perf_counter()
        held = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())  # noqa: S603 - ourselves
        seconds = time.perf_counter() - start
        if held.returncode != status:
            raise EngineError(self.engine, f"audit run {feed} ended with status {held.returncode}: {held.stderr}")
        return seconds
