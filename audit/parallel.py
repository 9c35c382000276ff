"""Articles audited by several processes, each with everything an audit needs; reports come in the order of articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection, util
from typing import TYPE_CHECKING, Any

from audit.detached import detached, put_back
from audit.errors import AuditError, WorkerError

if TYPE_CHECKING:
    from audit.config import Config
    from audit.document import Document
    from audit.pipeline import Auditor
    from audit.report import Report

Pending = Callable[[], "Report"]
"""A report to come: asked for, it waits until it is there, or raises what the audit did."""

AHEAD = 8
"""Articles read ahead for each process: a long one among short ones then keeps nobody waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An AuditError of another process: its class, its one line, and what it carries."""

    kind: type[AuditError]
    message: str
    carried: dict[str, Any]

    @classmethod
    def of(cls, error: AuditError) -> Failure:
        """What tells of an error, without the chain of its causes, which may not leave their process."""
        return cls(kind=type(error), message=str(error), carried=vars(error))

    def error(self) -> AuditError:
        """The same error again."""
        held = self.kind.__new__(self.kind, self.message)
        vars(held).update(self.carried)
        return held


class Workers(AbstractContextManager["Workers"]):
    """Processes that audit under one configuration; they are started when there is work for two.

    They are given names and settings, never checks or models, and share the cores between them. `alone` audits in this
    process, for an article that comes without another.
    """

    def __init__(self, config: Config, count: int, alone: Callable[[Document], Report]) -> None:
        self.count = count
        self._config, self._alone = config, alone
        self._waiting: list[_Task] = []
        self._pool: ProcessPoolExecutor | None = None
        self._strangers = set(multiprocessing.active_children())

    def begin(self, document: Document) -> Pending:
        """Have a document audited; the report raises AuditError as an audit does, WorkerError where a process died."""
        task = _Task(document)
        self._waiting.append(task)
        if self._pool is not None or len(self._waiting) > 1:
            self._submit()
        return partial(self._finished, task)

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        """End the processes: at once where the run itself ended with an error, or was interrupted."""
        if self._pool is None:
            return
        if kind is not None:
            for child in set(multiprocessing.active_children()) - self._strangers:
                child.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self) -> None:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.count,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(self._config, self.count),
            )
        try:
            for task in self._waiting:
                task.future = self._pool.submit(_audited, detached(task.document))
        except BrokenProcessPool as cause:
            raise _died() from cause
        self._waiting.clear()

    def _finished(self, task: _Task) -> Report:
        if task.future is None:  # the only article so far: no process is worth starting for it
            self._waiting.remove(task)
            return self._alone(task.document)
        try:
            held = task.future.result()
        except BrokenProcessPool as cause:
            raise _died() from cause
        if isinstance(held, Failure):
            raise held.error()
        return put_back(held, task.document)


class _Task:
    __slots__ = ("document", "future")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.future: Future[Report | Failure] | None = None


def in_order(documents: Iterable[Document], begin: Callable[[Document], Pending], ahead: int) -> Iterator[Report]:
    """The reports of documents in their order, each begun up to `ahead` documents before it is asked for.

    Where a document cannot be read the reports of those before it come first, and then the error.
    """
    waiting: deque[Pending] = deque()
    failed: AuditError | None = None
    reading = iter(documents)
    while failed is None:
        try:
            document = next(reading, None)
        except AuditError as cause:
            failed = cause
            break
        if document is None:
            break
        waiting.append(begin(document))
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()
    if failed is not None:
        raise failed


def count(workers: int) -> int:
    """The processes that a setting asks for: 0 is one for each core that this process may use."""
    if workers:
        return workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _died() -> WorkerError:
    return WorkerError("a process that audits was ended from outside (out of memory?) – run with fewer --workers")


_config: Config | None = None
_auditor: Auditor | None = None


def _begin(config: Config, processes: int) -> None:
    """Prepare a worker: what it loads has its share of the cores, and it ends with the process that began it."""
    global _config  # noqa: PLW0603 - a process has one
    _config = config
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, count(0) // processes)))
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _audited(document: Document) -> Report | Failure:
    global _auditor  # noqa: PLW0603 - a process has one
    try:
        if _auditor is None:
            from audit.pipeline import Auditor

            _auditor = Auditor(_config)
            util.Finalize(None, _auditor.close, exitpriority=1)
        return _auditor.audit(document)
    except AuditError as error:
        return Failure.of(error)
