"""Everything that can go wrong, as one small tree; each error is one clear line."""

from __future__ import annotations


class AuditError(Exception):
    """Base of all errors that end a run with exit status 2."""


class ConfigError(AuditError):
    """A setting is unknown, of the wrong type, or contradicts another."""


class IngestError(AuditError):
    """An input could not be read; carries the path and, where known, the line.

    `path` is as the user gave it (`-` for standard input); `line` counts from 1.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        self.path, self.line = path, line
        where = ":".join(str(part) for part in (path, line) if part is not None)
        super().__init__(f"{where}: {message}" if where else message)


class UnsupportedLanguageError(AuditError):
    """A language or language pair that nothing installed can handle."""


class EngineError(AuditError):
    """A translation engine failed; carries the engine, the cause and how to install it."""

    def __init__(self, engine: str, cause: str, *, install: str | None = None) -> None:
        self.engine, self.cause, self.install = engine, cause, install
        super().__init__(f"engine {engine}: {cause}" + (f" – {install}" if install else ""))


class PluginError(AuditError):
    """A plugin was not found, could not be loaded, or failed while running."""


class EditError(AuditError):
    """A change overlaps another, has no place in its file, or would not be read back as it was meant."""


class WorkerError(AuditError):
    """A process that audits ended before its work was done."""
