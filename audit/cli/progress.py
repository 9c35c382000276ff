"""Counts articles on standard error while they are audited."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from audit.visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress

    from audit.document import Document


@contextlib.contextmanager
def counted(documents: Iterator[Document], *, scrolling: bool) -> Iterator[Iterable[Document]]:
    """The same documents; the first two are read at once, so that a missing file is told before any work.

    Nothing is shown for a single article, when standard error is no terminal, or when the report itself is `scrolling`
    over the terminal.
    """
    first = list(islice(documents, 2))
    held = chain(first, documents)
    if len(first) < 2 or scrolling or not sys.stderr.isatty():  # noqa: PLR2004 - more than one
        yield held
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed:.0f} articles")
    name = TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    with Progress(SpinnerColumn(), count, TimeElapsedColumn(), name, console=console, transient=True) as progress:
        yield _told(held, progress)


def _told(documents: Iterable[Document], progress: Progress) -> Iterator[Document]:
    task = progress.add_task("", total=None)
    for document in documents:
        progress.update(task, description=visible(document.id))
        yield document
        progress.advance(task)
