"""False alarms on English that people wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from audit.bench.rows import json_lines, of_format
from audit.document import Document
from audit.pipeline import Auditor
from audit.text_files import lines

RESIDUE = ("DES101", "DES102", "DES103", "DES104")
"""Rules counted apart: text taken from the web really holds residue."""
CONTEXT = 40


@dataclass(slots=True, kw_only=True)
class FalseAlarms:
    """Findings per rule over a number of words, with samples of the text around them."""

    words: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    samples: list[tuple[str, str, str, str]] = field(default_factory=list)

    def per_1000(self, *, residue: bool) -> float:
        """Findings per 1,000 words: of the residue rules, or of all others."""
        held = sum(n for label, n in self.counts.items() if label.startswith(RESIDUE) is residue)
        return 1000 * held / max(1, self.words)


def measure(auditor: Auditor, texts: Iterable[str], *, most_words: int, source_lang: str | None = None) -> FalseAlarms:
    """Audit texts until `most_words` are read and count every finding as a false alarm.

    With a `source_lang` they are audited as if they had been translated from it.
    """
    held = FalseAlarms()
    for number, text in enumerate(texts):
        if held.words >= most_words:
            break
        report = auditor.audit(Document(id=str(number), text=text, source_lang=source_lang))
        held.words += report.document.words
        for finding in report.issues:
            held.counts[f"{finding.rule} {finding.name}"] += 1
            before, after = text[max(0, finding.start - CONTEXT) : finding.start], text[finding.end :][:CONTEXT]
            held.samples.append((finding.rule, before, finding.text, after))
    return held


def clean_sentences(path: Path) -> Iterator[str]:
    """The sentences of `ged_cweb` in which no annotator marked an error; raises IngestError for another file."""
    marked: dict[tuple[str, str], list[dict[str, object]]] = {}
    with of_format(path):
        for row in json_lines(path):
            marked.setdefault((row["doc_id"], row["seg_id"]), []).append(row)
        clean = [str(rows[0]["target"]) for rows in marked.values() if not any(row["spans"] for row in rows)]
    yield from clean


def news_articles(path: Path) -> Iterator[str]:
    """The documents of a corpus with one paragraph a line and a blank line between documents.

    Raises IngestError when it is not compressed text.
    """
    held: list[str] = []
    for line in lines(path):
        if line.strip():
            held.append(line.rstrip("\r\n"))
        elif held:
            yield "\n\n".join(held)
            held = []
    if held:
        yield "\n\n".join(held)
