"""Reports of earlier runs, by everything they depend on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePath

from audit import plugins
from audit.back_translation.cache import default_path
from audit.back_translation.choice import AUTO, choose
from audit.back_translation.store import NOT_CACHED
from audit.config import Config
from audit.configuration.patterns import forms
from audit.detached import spanned
from audit.document import Document
from audit.engine import Engine
from audit.remembered.keeping import kept, recalled
from audit.remembered.store import Store
from audit.remembered.surroundings import surroundings
from audit.remembered.tree import Digests
from audit.report import Report

FILE_NAME = "reports.sqlite"


class Memory:
    """The reports that were made under one configuration, kept in a store.

    An article is the same when its text, source, languages, hints, segments, what its format knew of it and its own
    piece of the raw page are: the rest of a feed may change around it, and the file have another name. Only where
    settings are for some paths, or rules of a third party may look at them, do path and id count.
    """

    def __init__(self, config: Config, store: Store) -> None:
        """Read nothing yet; the methods raise PluginError where the configuration names a plugin that is not there."""
        self._config, self._store = config, store
        self._notes: dict[tuple[str | None, str], str] = {}
        self._engines: dict[str, Engine] = {}

    @property
    def note(self) -> str | None:
        """Why reports are not remembered, when that was wanted."""
        return self._store.note

    def sound(self) -> bool:
        """Whether an Auditor was made of the configuration before, with all it depends on as it is now."""
        return self._store.get(self._sound) is not None

    def keep_sound(self) -> None:
        """Remember that an Auditor was made of the configuration."""
        self._store.put(self._sound, b"")

    def key(self, document: Document) -> bytes | None:
        """What an article is remembered by; None where it cannot be, for a lone surrogate in it."""
        import msgspec

        own = b""
        try:
            if document.raw is not None:
                low, high = spanned(document.raw)
                own = document.raw.raw[low:high].encode()
            known = replace(document, raw=None, path=None, id="")
            packed = msgspec.msgpack.encode((self._places(document), known))
        except (TypeError, ValueError):
            return None
        return hashlib.sha256(self._surroundings + len(own).to_bytes(8, "big") + own + packed).digest()

    def recall(self, key: bytes | None, document: Document) -> Report | None:
        """The report of an earlier run that an audit of the document would give again; None where there is none."""
        data = self._store.get(key) if key else None
        report = recalled(data, document) if data else None
        return report if report is not None and self._same_engine(report) else None

    def keep(self, key: bytes | None, document: Document, report: Report) -> None:
        """Remember a report for the next run, unless it tells of a failure that may be mended by then."""
        if key and not any(NOT_CACHED in note for note in report.notes) and (data := kept(report, document)):
            self._store.put(key, data)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    @cached_property
    def _surroundings(self) -> bytes:
        return surroundings(self._config, Digests(self._store))

    @cached_property
    def _sound(self) -> bytes:
        return hashlib.sha256(self._surroundings).digest()

    def _places(self, document: Document) -> tuple[str, ...]:
        """What of its id and path an audit may depend on; of the rules that come with the package one asks the ending.

        Settings for some paths are found by the forms of the path.
        """
        path = document.path or ""
        held = [PurePath(path).suffix.lower()]
        if self._foreign:
            held += [document.id, path]
        if path and (self._config.overrides or self._config.per_path_ignores):
            held += forms(path, self._config.root)
        return tuple(held)

    @cached_property
    def _foreign(self) -> bool:
        """Whether there are rules of a third party."""
        return not all(point.value.startswith("audit.") for point in plugins.found("audit.checks").values())

    def _same_engine(self, report: Report) -> bool:
        """Whether `auto` would choose the same engine today for the same reason; a named one tells its revision."""
        config = self._config.with_overrides(self._config.matching_article(report.document))
        if config.engine != AUTO or not report.document.paragraphs:
            return True
        return self._choice(report.document.source_lang, report.document.target_lang) in report.notes

    def _choice(self, source_lang: str | None, target_lang: str) -> str:
        key = source_lang, target_lang
        if key not in self._notes:
            config = replace(self._config, engine=AUTO, target_lang=target_lang)
            names = plugins.found("audit.engines")
            self._notes[key] = choose(config, source_lang, names=names, build=self._engine).note
        return self._notes[key]

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = plugins.engine(name, timeout=self._config.engine_timeout)
        return self._engines[name]


def memory(config: Config) -> Memory | None:
    """The memory beside the translations that `config.cache` keeps; None where it keeps none."""
    if config.cache == "":
        return None
    beside = Path(config.cache).expanduser() if config.cache else default_path()
    return Memory(config, Store(beside.parent / FILE_NAME))
