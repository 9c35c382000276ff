"""The desk's own tables that a configuration names: opened and checked once, then handed to the articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from audit import own_tables
from audit.config import Config
from audit.document import Document, TableFile
from audit.lexicon import own
from audit.terms import glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The lexicons and glossaries, in the order of the configuration."""

    lexicons: tuple[TableFile, ...] = ()
    glossaries: tuple[TableFile, ...] = ()

    def told(self, document: Document) -> Document:
        """The document with the tables."""
        return replace(document, lexicons=self.lexicons, glossaries=self.glossaries)


def desk(config: Config) -> Desk:
    """Open the tables of a configuration; raises ConfigError with path, line and what is wrong with one."""
    lexicons, glossaries = (tuple(map(own_tables.opened, paths)) for paths in (config.lexicon, config.glossary))
    for file in lexicons:
        own.load(file)
    for file in glossaries:
        glossary.read(file, config.target_lang.partition("-")[0].lower())
    return Desk(lexicons=lexicons, glossaries=glossaries)


def signature(document: Document) -> str:
    """What the signature of a report tells of the tables: `|terms:` and a digest, nothing where there are none."""
    told = "\n".join([*_lines("lexicon", document.lexicons), *_lines("glossary", document.glossaries)])
    return f"|terms:{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}" if told else ""


def _lines(kind: str, files: Iterable[TableFile]) -> list[str]:
    return [f"{kind} {file.name} {file.digest}" for file in files]
