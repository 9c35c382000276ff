"""What an audit costs with an engine: articles in one process, and one article from start to verdict."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from audit.bench.first_score import environment
from audit.document import Document
from audit.errors import EngineError
from audit.pipeline import Auditor

LANGUAGE = "es"
ROUNDS = 3
"""Times an article is audited in a fresh process; the fastest counts, being the least disturbed."""


def rate(auditor: Auditor, texts: Sequence[str]) -> float:
    """Words per second of wall-clock time, all cores, of the audit of articles, one after another, none seen before.

    The first of them is not timed.
    """
    first, *rest = (Document(id=str(at), text=text, source_lang=LANGUAGE) for at, text in enumerate(texts))
    auditor.audit(first)
    start = time.perf_counter()
    words = sum(auditor.audit(document).document.words for document in rest)
    return words / max(time.perf_counter() - start, 1e-9)


def seconds(article: Path, engine: str) -> float:
    """From the start of a fresh `audit run` of an article to its end, nothing being remembered from before.

    Raises EngineError when it does not run.
    """
    return min(_seconds(article, engine) for _ in range(ROUNDS))


def _seconds(article: Path, engine: str) -> float:
    options = ["--engine", engine, "--source-lang", LANGUAGE, "--no-cache", "--exit-zero"]
    command = [sys.executable, "-m", "audit", "run", str(article), *options]
    start = time.perf_counter()
    held = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())  # noqa: S603 - ourselves
    if held.returncode:
        raise EngineError(engine, f"audit run {article} ended with status {held.returncode}: {held.stderr.strip()}")
    return time.perf_counter() - start
