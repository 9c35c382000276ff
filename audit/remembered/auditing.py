"""Audits articles for the command line: those that were audited before are remembered, the others shared out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property, partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from audit import plugins
from audit.back_translation.choice import AUTO
from audit.parallel import AHEAD, Pending, Workers, count, in_order
from audit.remembered.memory import memory

if TYPE_CHECKING:
    from audit.config import Config
    from audit.document import Document
    from audit.pipeline import Auditor
    from audit.report import Report


class Auditing(AbstractContextManager["Auditing"]):
    """An Auditor that is made when the first article comes that no earlier run audited, or several in processes.

    Errors are those of an Auditor. Where the cache holds every report, no check, engine or model is loaded.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._memory = memory(config)
        self._held = ExitStack()
        self._begun = False
        self._workers = count(config.workers)

    @property
    def note(self) -> str | None:
        """Why reports are not remembered for the next run, when that was wanted."""
        return self._memory.note if self._memory else None

    def audit_all(self, documents: Iterable[Document]) -> Iterator[Report]:
        """The reports of articles in their order, made as they are asked for."""
        if self._config.engine != AUTO:
            # A mistyped name is told even where no article needs an engine.
            plugins.engine(self._config.engine, timeout=self._config.engine_timeout)
        if self._memory is None and self._workers == 1:
            _ = self._auditor  # so is a mistyped rule
        ahead = AHEAD * self._workers if self._workers > 1 else 0
        yield from in_order(documents, self._begin, ahead)
        if not self._begun:
            _ = self._auditor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what was begun: engines, processes, the cache."""
        if self._memory:
            self._memory.close()
        self._held.__exit__(kind, error, trace)

    def _begin(self, document: Document) -> Pending:
        self._begun = True
        if self._memory is None:
            return self._fresh(document)
        key = self._memory.key(document)
        report = self._memory.recall(key, document)
        if report is not None:
            return lambda: report
        return partial(self._kept, key, document, self._fresh(document))

    def _fresh(self, document: Document) -> Pending:
        if self._workers > 1:
            return self._pool.begin(document)
        return partial(self._auditor.audit, document)

    def _kept(self, key: bytes | None, document: Document, pending: Pending) -> Report:
        report = pending()
        if self._memory is not None:
            self._memory.keep(key, document, report)
        return report

    @cached_property
    def _auditor(self) -> Auditor:
        from audit.pipeline import Auditor

        return self._held.enter_context(Auditor(self._config))

    @cached_property
    def _pool(self) -> Workers:
        return self._held.enter_context(Workers(self._config, self._workers))
