"""Chooses the paragraphs of a page that belong to its article: trafilatura finds them, the page has the last word."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from audit.document import Role
from audit.ingest.alignment import align, squeezed
from audit.ingest.elements import ROOT
from audit.ingest.page import Block
from audit.ingest.tracing import untraced

LONGEST = 20_000
"""Paragraphs up to which the extractor is asked: its time grows with their square (measured: 3 s at 20,000)."""


def main_blocks(raw: str, page: Sequence[Block]) -> list[Block]:
    """The article's paragraphs in order, as the page shows them; all visible ones when no article is found.

    A text the extractor found outside the visible page (JSON-LD of a page drawn by script) has no place in it. Hidden
    paragraphs count only where nothing visible does. Among more than LONGEST paragraphs no article is looked for.
    """
    texts = list(_extracted(raw)) if len(page) <= LONGEST else []
    alignment = align([squeezed(text) for text in texts], [squeezed(block.traced.text) for block in page])
    visible = {index for index in alignment.taken if not page[index].element.hidden}
    taken = _completed(page, visible) if visible else alignment.taken
    if not taken and not alignment.missing:
        return [block for block in page if not block.element.hidden]
    missing: dict[int, list[Block]] = {}
    for place, index in alignment.missing:
        missing.setdefault(place, []).append(Block(traced=untraced(texts[index]), element=ROOT))
    held: list[Block] = []
    for place in range(len(page) + 1):
        held += missing.get(place, [])
        held += [page[place]] if place in taken else []
    return held


def _completed(page: Sequence[Block], taken: set[int]) -> set[int]:
    """Add what belongs to the article though it does not read like one: headline, captions, credits, short lines."""
    full = set(taken)
    if not any(page[index].element.role is Role.HEADLINE for index in taken):
        before = (i for i in range(min(taken)) if page[i].element.role is Role.HEADLINE and not _beside(page[i]))
        full.update(list(before)[-1:])
    parents = Counter(page[index].element.parent for index in taken)
    first, last = min(full), max(full)
    for index, block in enumerate(page):
        if _beside(block):
            continue
        siblings = parents[block.element.parent]
        between = first < index < last and (siblings > 0 or block.element.role is Role.CAPTION)
        # Two taken siblings make the parent the article's own container; one may be a stray teaser's.
        if between or (block.element.name == "p" and siblings > 1):
            full.add(index)
    return full


def _beside(block: Block) -> bool:
    return block.element.hidden or block.element.apart


def _extracted(raw: str) -> Iterator[str]:
    """The paragraphs trafilatura takes for the article, comments left out; none when it finds or bears nothing."""
    try:
        found: Any = _trafilatura().bare_extraction(raw, favor_recall=True, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 - on a page that chokes the extractor all visible text is the article
        return
    if found is not None:
        yield from (" ".join(text.split()) for text in found.body.itertext() if text.strip())


@cache
def _trafilatura() -> ModuleType:
    import trafilatura

    # Without a handler its complaint that a page holds no article would reach the user's terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura
