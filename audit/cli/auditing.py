"""From the paths of a command line to the reports on their articles."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from audit.cli.progress import counted
from audit.errors import ConfigError
from audit.visible import visible

if TYPE_CHECKING:
    from audit.config import Config
    from audit.document import Document
    from audit.ingest.network.network import Network
    from audit.report import Report


def documents(
    paths: Sequence[str], input_format: str | None, source: str | None, settings: Config, used: Network
) -> Iterator[Document]:
    """The articles of a command line; raises ConfigError where --source goes with more than one."""
    from audit.ingest.reading import read

    held = read(
        paths,
        input_format=input_format,
        stdin=sys.stdin.buffer,
        languages=lambda path: _languages(settings.effective(path)),
        network=used,
    )
    if source is None:
        return held
    first = list(islice(held, 2))
    sources = list(islice(read([source], stdin=sys.stdin.buffer, network=used), 2))
    if len(first) != 1 or len(sources) != 1:
        raise ConfigError(
            "--source goes with exactly one article – give the others their own runs, or use .jsonl input"
        )
    return iter([replace(first[0], source=sources[0].text)])


def _languages(settings: Config) -> tuple[str | None, str]:
    return settings.source_lang, settings.target_lang


@contextlib.contextmanager
def reports(articles: Iterator[Document], settings: Config, *, scrolling: bool = False) -> Iterator[Iterable[Report]]:
    """The reports on articles, made as they are asked for; `scrolling` over the terminal, progress is not shown."""
    from audit.remembered.auditing import Auditing

    with Auditing(settings) as auditing, counted(articles, scrolling=scrolling) as counting:
        yield auditing.audit_all(counting)
    if auditing.note:
        sys.stderr.write(f"audit: {visible(auditing.note)}\n")
