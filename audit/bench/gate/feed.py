"""A feed of many short articles, made of the project's own, for timing what a gate does every day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import count
from pathlib import Path

from audit.bench.annotated import articles

ENTRIES, WORDS = 200, 250
"""Entries of the feed and least words of each: a week of a desk that translates forty stories a day."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.(?=\s|\Z)")
_SAID = (
    "according to the mayor",
    "as neighbors told the radio",
    "a spokeswoman said later",
    "the evening paper wrote",
    "by the account of two witnesses",
)
"""What sentences end with where a paragraph is used again: no sentence is then one that was translated before."""


def feed(folders: Iterable[Path], entries: int = ENTRIES, words: int = WORDS) -> str:
    """An RSS feed of distinct entries made from the paragraphs of annotated articles; the same for the same folders."""
    held = _paragraphs([article.text for folder in folders for article in articles(folder)])
    items = "\n".join(_item(number, _taken(held, words)) for number in range(1, entries + 1))
    head = "<title>A week of stories</title><link>https://example.org/</link><description>Translated</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}\n{items}\n</channel></rss>\n'


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Every paragraph of running text, over and over, each time with other sentences."""
    held = [part.strip() for text in texts for part in _PARAGRAPH.split(text)]
    prose = [part for part in held if _SENTENCE_END.search(part)]
    for turn in count():
        yield from (_varied(part, turn) for part in prose)


def _varied(text: str, turn: int) -> str:
    if not turn:
        return text
    said = ", ".join(_SAID[at % len(_SAID)] for at in range(turn - 1, turn + (turn - 1) // len(_SAID)))
    return _SENTENCE_END.sub(f", {said}.", text)


def _taken(paragraphs: Iterator[str], words: int) -> list[str]:
    held: list[str] = []
    while sum(len(part.split()) for part in held) < words:
        held.append(next(paragraphs))
    return held


def _item(number: int, paragraphs: list[str]) -> str:
    title = f"Story {number}: {' '.join(paragraphs[0].split()[:6])}"
    body = "".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs)
    link = f"https://example.org/stories/{number}"
    head = f"<title>{escape(title)}</title><guid>{link}</guid><link>{link}</link>"
    return f"<item>{head}<description>{escape(body)}</description></item>"
