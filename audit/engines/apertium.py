"""Rule-based translation by Apertium, a program of its own (GPL) that runs beside this one."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from audit.engines.apertium_chain import Chain
from audit.engines.apertium_install import HOW_TO, Installation, find
from audit.engines.apertium_stream import decode, encode, pieces
from audit.errors import EngineError

BATCH_BYTES = 20_000
"""Text sent before the time limit starts again: about 0.2 s of work at the 17,000 words per second measured."""


class Apertium:
    """Translates with every Apertium pair installed, through programs that stay up; no text depends on those before.

    `timeout` is the seconds a batch of BATCH_BYTES may take. May be shared by threads, which then take turns.
    """

    name = "apertium"

    def __init__(self, timeout: float = 60.0) -> None:
        """Start nothing; `timeout` is in seconds."""
        self._timeout = timeout
        self._pipes: dict[Path, Chain] = {}
        self._lock = threading.Lock()

    @cached_property
    def revision(self) -> str:
        """Version of Apertium with a digest of its language data, or `not installed`."""
        installation = find()
        return installation.revision() if installation else "not installed"

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """How to install Apertium, or the pair, where it is missing."""
        return _missing(find(), source_lang, target_lang)

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate each text; outer white space stays, unknown words stay as they are.

        A pipeline that dies is started again once; raises EngineError when that does not help, when a batch takes
        longer than the time limit, or when the pair is not installed.
        """
        installation = find()
        mode = installation.mode(source_lang, target_lang) if installation else None
        if installation is None or mode is None:
            raise EngineError(self.name, _missing(installation, source_lang, target_lang) or "not installed")
        cut = [list(pieces(text)) for text in texts]
        cores = [piece.strip() for text in cut for piece in text]
        with self._lock:
            answers = iter(list(self._translate([core for core in cores if core], installation, mode)))
        translated = iter([next(answers) if core else "" for core in cores])
        return ["".join(_with_edges(piece, next(translated)) for piece in text) for text in cut]

    def close(self) -> None:
        """Kill the pipelines; the next translation starts them again."""
        with self._lock:
            for pipe in self._pipes.values():
                pipe.close()
            self._pipes.clear()

    def _translate(self, texts: Sequence[str], installation: Installation, mode: Path) -> Iterator[str]:
        for batch in _batches([encode(text) for text in texts]):
            yield from map(decode, self._exchange(batch, installation, mode))

    def _exchange(self, batch: Sequence[bytes], installation: Installation, mode: Path) -> list[bytes]:
        cause: OSError | None = None
        for _ in range(2):
            pipe = self._pipe(installation, mode)
            try:
                return pipe.exchange(batch, self._timeout)
            except TimeoutError as late:
                pipe.close()
                told = f"{mode.stem} gave no answer in {self._timeout:g} s"
                raise EngineError(self.name, told, install="raise engine-timeout, or choose another --engine") from late
            except BrokenPipeError as broken:
                pipe.close()
                cause = broken
            except BaseException:  # an interrupt leaves answers in the pipe that belong to no later text
                pipe.close()
                raise
        raise EngineError(self.name, f"{mode.stem} failed twice: {cause}", install=f"try `apertium {mode.stem}`")

    def _pipe(self, installation: Installation, mode: Path) -> Chain:
        held = self._pipes.get(mode)
        if held is None or not held.usable:
            if held is not None:
                held.close()
            path = os.pathsep.join((str(installation.program.parent), os.environ.get("PATH", os.defpath)))
            held = Chain(mode.read_text("utf-8"), ["-n"], {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"})
            self._pipes[mode] = held
        return held


def _missing(installation: Installation | None, source_lang: str, target_lang: str) -> str | None:
    if installation is None:
        return f"Apertium is not installed – {HOW_TO}"
    if installation.mode(source_lang, target_lang) is None:
        held = ", ".join(sorted(f"{source}-{target}" for source, target in installation.modes)) or "none"
        return f"Apertium has no pair {source_lang}-{target_lang} here (installed: {held}) – {HOW_TO}"
    return None


def _with_edges(piece: str, translation: str) -> str:
    body = piece.strip()
    before, _, after = piece.partition(body) if body else (piece, "", "")
    return before + translation + after


def _batches(messages: Sequence[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for message in messages:
        if batch and size + len(message) > BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(message)
        size += len(message)
    if batch:
        yield batch
