"""A stand-in for an installed Apertium: a folder with its programs and language data, made for one test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

UPPER = """
while byte := sys.stdin.buffer.read(1):
    sys.stdout.buffer.write(byte.upper())
    sys.stdout.buffer.flush()
"""
"""A program that translates into capitals."""

SLEEP = "import time; time.sleep(60)"
"""A program that never answers."""

LEARN = """
learnt = b""
message = b""
while byte := sys.stdin.buffer.read(1):
    message += byte
    if byte == b"\\0":
        answer = learnt + message
        if b"TILL" in message:
            learnt = b"LEARNT "
            sys.stderr.write("New ambiguity class: {NOMSG,PREP}")
            sys.stderr.flush()  # before its answer, as the tagger does
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
        message = b""
"""
"""A tagger that reads texts otherwise once it has met a word, and says so."""

FAIL = 'sys.exit("cannot open es.bin")'
"""A program that ends at once with a message."""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str, *pairs: str) -> None:
    """Put a stand-in on PATH whose pairs (`eng-spa`) are all translated by one Python program."""
    _script(folder / "bin" / "apertium", 'print("Apertium 9.8.7")')
    _script(folder / "bin" / "standin-proc", program)
    modes = folder / "share" / "apertium" / "modes"
    modes.mkdir(parents=True)
    for pair in pairs:
        (modes / f"{pair}.mode").write_text(f"standin-proc $1 '{folder / 'bin' / 'standin-proc'}'\n", "utf-8")
    monkeypatch.setenv("PATH", os.pathsep.join((str(folder / "bin"), "/usr/bin", "/bin")))
    monkeypatch.delenv("APERTIUM_DATADIR", raising=False)


def install_tagger(folder: Path, pair: str, program: str) -> None:
    """Put a tagger between two of the programs of a pair that `install` has put there."""
    _script(folder / "bin" / "apertium-tagger", program)
    mode = folder / "share" / "apertium" / "modes" / f"{pair}.mode"
    stage = mode.read_text("utf-8").strip()
    mode.write_text(f"{stage} | apertium-tagger -g $2 'x.prob' | {stage}\n", "utf-8")


def _script(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", "utf-8")
    path.chmod(0o755)
