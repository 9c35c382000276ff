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
    """An Auditor that is made when it is needed, or several in processes, and the reports of earlier runs.

    To enter it raises what making an Auditor does. Where an earlier run made one of the same configuration and the
    cache holds every report, none is made: no check and no model is loaded.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._memory = memory(config)
        self._held = ExitStack()
        self._workers = count(config.workers)

    @property
    def note(self) -> str | None:
        """Why reports are not remembered for the next run, when that was wanted."""
        return self._memory.note if self._memory else None

    def audit_all(self, documents: Iterable[Document]) -> Iterator[Report]:
        """The reports of articles in their order, made as they are asked for."""
        return in_order(documents, self._begin, AHEAD * self._workers if self._workers > 1 else 0)

    def __enter__(self) -> Self:
        if self._config.engine != AUTO:
            # A mistyped name is told even where no article needs an engine.
            plugins.engine(self._config.engine, timeout=self._config.engine_timeout)
        if self._memory is None:
            _ = self._auditor
        elif not self._memory.sound():
            _ = self._auditor
            self._memory.keep_sound()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what was begun: engines, processes, the cache."""
        if self._memory:
            self._memory.close()
        self._held.__exit__(kind, error, trace)

    def _begin(self, document: Document) -> Pending:
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
        return partial(self._alone, document)

    def _alone(self, document: Document) -> Report:
        return self._auditor.audit(document)

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
        return self._held.enter_context(Workers(self._config, self._workers, self._alone))
