"""A long-lived pipeline of programs that answers each NUL-ended message with one."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import tempfile
import time
import weakref
from collections.abc import Mapping, Sequence
from typing import IO

_READ_BYTES = 65_536
"""What a pipe holds on Linux; reading more at once gains nothing."""
_CAUSE_BYTES = 300
"""Length of the last words of a failed program that an error quotes."""
_GRACE_SECONDS = 1.0
"""Apertium 3.8.3 ends within 0.05 s of its input; what has not by then hangs and is killed."""


class Pipe:
    """One running shell pipeline, killed with everything it started when closed, dropped or at exit."""

    def __init__(self, script: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start `script`, in which `$1`… are the arguments; raises OSError when there is no shell."""
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the pipeline
        self._process = subprocess.Popen(  # noqa: S603 - the script of an installed Apertium mode
            ["sh", "-c", script, "apertium", *arguments],  # noqa: S607 - any POSIX shell
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            env=environment,
            start_new_session=True,
        )
        self._owner = os.getpid()
        self._heard = 0
        self.close = weakref.finalize(self, _stop, self._process, self._stderr, self._owner)
        for stream in self._streams():
            os.set_blocking(stream.fileno(), False)

    @property
    def pid(self) -> int:
        """The process id of the shell, which is also its process group."""
        return self._process.pid

    @property
    def usable(self) -> bool:
        """Whether it runs and this process started it (a fork shares the streams and would mix the answers up)."""
        return self._owner == os.getpid() and self._process.poll() is None

    def exchange(self, messages: Sequence[bytes], seconds: float) -> list[bytes]:
        """Send NUL-ended messages and return as many answers, without their NUL.

        Reading and writing alternate, so that no amount of text fills both directions and stops. Raises TimeoutError
        after `seconds`, BrokenPipeError with the last words of the programs when one of them ended.
        """
        deadline = time.monotonic() + seconds
        stdin, stdout = self._streams()
        waiting, answer, missing = memoryview(b"".join(messages)), bytearray(), len(messages)
        with selectors.DefaultSelector() as selector:
            selector.register(stdin, selectors.EVENT_WRITE)
            selector.register(stdout, selectors.EVENT_READ)
            while missing > 0:
                left = deadline - time.monotonic()
                ready = selector.select(left) if left > 0 else []
                if not ready:
                    raise TimeoutError
                for key, _ in ready:
                    if key.fileobj is stdin:
                        waiting = self._send(waiting)
                        if not waiting:
                            selector.unregister(stdin)
                    else:
                        chunk = self._receive()
                        answer += chunk
                        missing -= chunk.count(0)
        if missing or not answer.endswith(b"\0"):
            raise BrokenPipeError("it gave more answers than it had texts")
        return bytes(answer).split(b"\0")[:-1]

    def said(self) -> bytes:
        """What its programs wrote to standard error since it was last asked."""
        stream = self._stderr.fileno()
        told = os.pread(stream, os.fstat(stream).st_size - self._heard, self._heard)
        self._heard += len(told)
        return told

    def _streams(self) -> tuple[IO[bytes], IO[bytes]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise BrokenPipeError
        return stdin, stdout

    def _send(self, waiting: memoryview) -> memoryview:
        try:
            return waiting[os.write(self._streams()[0].fileno(), waiting) :]
        except BrokenPipeError as cause:
            raise BrokenPipeError(self._last_words()) from cause

    def _receive(self) -> bytes:
        chunk = os.read(self._streams()[1].fileno(), _READ_BYTES)
        if not chunk:
            raise BrokenPipeError(self._last_words())
        return chunk

    def _last_words(self) -> str:
        self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, self._stderr.tell() - _CAUSE_BYTES))
        lines = self._stderr.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "a program of the pipeline ended")


def _stop(process: subprocess.Popen[bytes], stderr: IO[bytes], owner: int) -> None:
    if owner != os.getpid():
        return
    for stream in (process.stdin, process.stdout, stderr):
        if stream is not None:
            stream.close()
    # Programs that end by themselves are collected by their shell; killed ones stay as zombies where nothing is init.
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE_SECONDS)
    # macOS says "not permitted" of a group that has ended and waits to be collected.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
