"""What the lexicons cost: all of them at once on one text, as an audit of an article of unknown origin has it."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass

from audit.bench.markdown import Section, number
from audit.document import Document
from audit.lexicon.matcher import Lexicon, available, load
from audit.lexicon.setting import Setting
from audit.lexicon.topics import topics
from audit.segmentation.article import segment

BYTES_PER_MEBIBYTE = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Entries, words per second of CPU time the first time and the second, and MiB held after it.

    The first time patterns are compiled as they are met; the memory is that of tables and compiled patterns.
    """

    entries: int
    first: float
    second: float
    memory_mb: float


def measure(texts: Sequence[str]) -> Matching:
    """Match every lexicon, loaded anew, in the same articles twice; memory in a third pass, which tracing slows."""
    documents = [segment(Document(id=str(at), text=text)) for at, text in enumerate(texts)]
    words = sum(document.words for document in documents)
    lexicons = _loaded()
    first, second = (words / _seconds(lexicons, documents) for _ in range(2))
    tracemalloc.start()
    _seconds(_loaded(), documents)
    memory, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    entries = sum(len(lexicon.entries) for lexicon in lexicons)
    return Matching(entries=entries, first=first, second=second, memory_mb=memory / BYTES_PER_MEBIBYTE)


def section(texts: Sequence[str]) -> Section:
    """The figures as a part of the page on speed."""
    held = measure(texts)
    rows = (
        ("entries", "words/s, patterns compiled as met", "words/s, compiled", "memory, MiB"),
        (f"{held.entries:,}", number(held.first, 0), number(held.second, 0), number(held.memory_mb, 1)),
    )
    told = f"All lexicons into English at once, CPU time on one core, the same {len(texts)} news articles."
    return Section(title="Lexicons", text=told, rows=rows)


def _loaded() -> list[Lexicon]:
    load.cache_clear()
    return [load(*pair.split("-")) for pair in available()]


def _seconds(lexicons: Sequence[Lexicon], documents: Sequence[Document]) -> float:
    start = time.process_time()
    for document in documents:
        setting = Setting(topics=topics(paragraph.text for paragraph in document.paragraphs), translated=True)
        for paragraph in document.paragraphs:
            for lexicon in lexicons:
                lexicon.matches(paragraph.text, paragraph.sentences, setting)
    return max(time.process_time() - start, 1e-9)
