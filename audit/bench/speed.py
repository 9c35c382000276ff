"""Speed of the stages on one text, in one process, so that their ratios hold on a noisy machine."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence

from audit.document import PROSE, Document
from audit.pipeline import Auditor
from audit.scorer import Scorer
from audit.segmentation.article import segment

KIBIBYTES_PER_MEBIBYTE = 1024


def stages(auditor: Auditor, texts: Sequence[str]) -> dict[str, float]:
    """Words per second of CPU time of segmentation, of all checks, and of the whole audit without an engine."""
    words = sum(len(text.split()) for text in texts)
    documents = [Document(id=str(i), text=text, source_lang="es") for i, text in enumerate(texts)]
    segmented = [segment(document) for document in documents]
    for check in auditor.checks:
        list(check.run(segmented[0]))
    return {
        "segmentation": words / _seconds(lambda: [segment(document) for document in documents]),
        "all checks": words
        / _seconds(lambda: [list(check.run(document)) for document in segmented for check in auditor.checks]),
        "whole audit, engine none": words / _seconds(lambda: [auditor.audit(document) for document in documents]),
    }


def scoring_rate(scorer: Scorer, texts: Sequence[str]) -> float:
    """Words per second of wall-clock time on all cores of scoring the running text of articles, one after another."""
    documents = [segment(Document(id=str(i), text=text)) for i, text in enumerate(texts)]
    prose = [[p for p in document.paragraphs if p.role in PROSE] for document in documents]
    words = sum(paragraph.words for held in prose for paragraph in held)
    scorer.score(prose[0], "en")
    return words / _seconds(lambda: [scorer.score(held, "en") for held in prose], time.perf_counter)


def peak_memory_mb() -> float:
    """Largest resident size of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (KIBIBYTES_PER_MEBIBYTE**2 if sys.platform == "darwin" else KIBIBYTES_PER_MEBIBYTE)


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    start = clock()
    work()
    return max(clock() - start, 1e-9)
